//! Hand-outs: files that a person names, written whole or not at all, and never over something that is there unless that
//! is said.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use super::owner::for_owner;

/// Whether a file that is there may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replace {
    /// It stays, and nothing is written.
    Never,
    /// It is replaced.
    Existing,
}

/// Who may read a hand-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// Whoever the system lets read a new file.
    Usual,
    /// Its owner alone: it has notes of a person.
    Owner,
}

/// Writes a hand-out.
///
/// # Errors
///
/// Something is there already, or the system does not let it be written; then nothing is left of it.
pub fn write_handout(path: &Path, text: &str, replace: Replace, readers: Readers) -> io::Result<()> {
    let is_there = fs::symlink_metadata(path);
    match (&is_there, replace) {
        (Ok(_), Replace::Never) => return Err(ErrorKind::AlreadyExists.into()),
        (Ok(metadata), Replace::Existing) if !metadata.is_file() => {
            return Err(ErrorKind::InvalidInput.into());
        }
        _ => {}
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    let options = if readers == Readers::Owner { for_owner(&mut options) } else { &options };
    let written = options.open(&part).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let moved = written.and_then(|()| match replace {
        // A second name is only given where there is none: whoever was quicker keeps what they have.
        Replace::Never => fs::hard_link(&part, path).or_else(|why| match why.kind() {
            ErrorKind::AlreadyExists => Err(why),
            _ => fs::rename(&part, path),
        }),
        Replace::Existing => fs::rename(&part, path),
    });
    let _ = fs::remove_file(&part);
    moved
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn what_is_there_stays_unless_it_is_said() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("page.html");
        write_handout(&path, "one", Replace::Never, Readers::Usual).unwrap();
        let error = write_handout(&path, "two", Replace::Never, Readers::Usual).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        write_handout(&path, "two", Replace::Existing, Readers::Owner).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert!(write_handout(dir.path(), "x", Replace::Existing, Readers::Usual).is_err());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[cfg(unix)]
    #[test]
    fn notes_are_for_their_owner() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("page.html");
        write_handout(&path, "one", Replace::Never, Readers::Owner).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

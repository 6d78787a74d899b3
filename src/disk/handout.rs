//! Hand-outs: files that a person names, written whole or not at all, and never over something that is there unless that
//! is said.

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use tempfile::Builder;

use super::owner::for_everybody;

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
    let folder =
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    // For its owner alone, unless others may read it too.
    let mut builder = Builder::new();
    if readers == Readers::Usual {
        for_everybody(&mut builder);
    }
    let mut temp = builder.tempfile_in(folder)?;
    temp.write_all(text.as_bytes())?;
    temp.as_file().sync_all()?;
    let persisted = match replace {
        // Whoever was quicker keeps what they have.
        Replace::Never => temp.persist_noclobber(path),
        Replace::Existing => temp.persist(path),
    };
    persisted.map(drop).map_err(|failed| failed.error)
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

    #[test]
    fn what_stands_beside_it_stays() {
        let dir = TempDir::new().unwrap();
        let beside = dir.path().join("page.html.part");
        fs::write(&beside, "mine").unwrap();
        write_handout(&dir.path().join("page.html"), "one", Replace::Never, Readers::Usual).unwrap();
        assert_eq!(fs::read_to_string(&beside).unwrap(), "mine");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
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

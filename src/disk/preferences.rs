//! The preferences on the disk: one small file, read once at the start, and changed one value at a time.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use anyhow::{anyhow, bail};

use super::atomic::{Lock, Sync, TempFile};
use super::links;
use super::messages::{file_name, in_words};
use crate::app::{Preference, PreferencesFile, preferences_with};

/// More than this is nobody's preferences.
const BYTES_AT_MOST: u64 = 1 << 20;

/// Reads the preferences. Where there is no file, or one that cannot be read, they are the usual ones; the latter is a
/// fault.
#[must_use]
pub fn load(path: &Path) -> PreferencesFile {
    match text(path) {
        Ok(Some(text)) => PreferencesFile::read(&text),
        Ok(None) => PreferencesFile::default(),
        Err(why) => PreferencesFile::unreadable(format!("it could not be read: {why}")),
    }
}

/// Changes one preference in the file and leaves the rest of it alone; the file is made where there is none.
///
/// What stands in it is read again under a lock: what another reader has chosen in the meantime is kept.
///
/// # Errors
///
/// The file cannot be read, is not understood, or cannot be written: it is as it was.
pub fn remember(path: &Path, preference: Preference) -> anyhow::Result<()> {
    let lock = Lock::acquire(path).map_err(|why| anyhow!(why.in_short()))?;
    let before = text(path).map_err(|why| anyhow!("{why} ({})", file_name(path)))?;
    match preferences_with(before.as_deref(), preference) {
        Ok(after) if before.as_ref() == Some(&after) => Ok(()),
        Ok(after) => {
            let written = lock.write_temp(&after, Sync::Soon).and_then(TempFile::persist);
            written.map_err(|why| anyhow!(why.in_short()))
        }
        Err(fault) => bail!("{fault}. Until that is mended the file is left as it is ({})", file_name(path)),
    }
}

/// Returns what stands in the file, none where there is none, or why it cannot be read.
fn text(path: &Path) -> Result<Option<String>, String> {
    // The kind is asked for before the file is opened, because opening a pipe waits for its writer.
    let not_a_file = || "it is no ordinary file".to_owned();
    let path = links::followed(path).map_err(|why| in_words(&why))?.ok_or_else(not_a_file)?;
    match fs::metadata(&path) {
        Ok(metadata) if !metadata.is_file() => return Err(not_a_file()),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        _ => {}
    }
    let mut bytes = Vec::new();
    let read = |error: io::Error| in_words(&error);
    File::open(&path).and_then(|file| file.take(BYTES_AT_MOST + 1).read_to_end(&mut bytes)).map_err(read)?;
    if bytes.len() as u64 > BYTES_AT_MOST {
        return Err("it is larger than a megabyte".to_owned());
    }
    String::from_utf8(bytes).map(Some).map_err(|_| "it is not UTF-8 text".to_owned())
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::app::{PaletteName, Preferences};

    #[test]
    fn what_is_remembered_is_loaded_and_two_readers_lose_nothing() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("toolkit/preferences.toml");
        assert_eq!(load(&path), PreferencesFile::default());
        remember(&path, Preference::Width(60)).unwrap();
        remember(&path, Preference::Palette(PaletteName::Dark)).unwrap();
        let mut wanted = Preferences::default();
        wanted.set(Preference::Width(60));
        wanted.set(Preference::Palette(PaletteName::Dark));
        assert_eq!((load(&path).preferences, load(&path).problems.len()), (wanted, 0));
    }

    #[cfg(unix)]
    #[test]
    fn a_linked_file_is_read_and_written_where_it_is() {
        let dir = TempDir::new().unwrap();
        let (path, real) = (dir.path().join("preferences.toml"), dir.path().join("dotfiles/mine.toml"));
        fs::create_dir(real.parent().unwrap()).unwrap();
        fs::write(&real, "\u{feff}width = 60\r\n# mine\r\n").unwrap();
        std::os::unix::fs::symlink("dotfiles/mine.toml", &path).unwrap();
        remember(&path, Preference::Width(70)).unwrap();
        assert_eq!(
            fs::read_to_string(&real).unwrap(),
            "\u{feff}width = 70\r\n# mine\r\n",
            "as it was written"
        );
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
        let others: Vec<_> = fs::read_dir(real.parent().unwrap()).unwrap().collect();
        assert_eq!(others.len(), 1, "nothing else is written there");
    }

    #[test]
    fn a_file_that_cannot_be_understood_is_said_and_never_written() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("preferences.toml");
        let latin = [b'#', 0xe9, b'\n'];
        for bytes in [&b"width = = 3\n"[..], &latin, &vec![b'#'; 1 + (1 << 20)]] {
            fs::write(&path, bytes).unwrap();
            assert_eq!(load(&path).problems.len(), 1);
            assert!(load(&path).notice().unwrap().ends_with(')'));
            let error = remember(&path, Preference::Width(60)).unwrap_err().to_string();
            assert!(error.contains("preferences.toml"), "{error}");
            assert_eq!(fs::read(&path).unwrap(), bytes);
        }
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert_eq!(load(&path).problems.len(), 1);
        assert!(remember(&path, Preference::Width(60)).is_err());
    }
}

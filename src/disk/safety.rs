//! The file with the numbers of an organisation: read like a file of a pack, begun once, and never written over.

use std::fs::{self, OpenOptions};
use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context as _;

use super::atomic::make_folder;
use super::messages::shown;
use super::owner::for_owner;
use super::packs::{Written, read_file, write_new};
use crate::pack::Source;

/// Returns the file; none where there is none.
#[must_use]
pub fn read(path: &Path) -> Option<Source> {
    let is_there = !fs::symlink_metadata(path).is_err_and(|why| why.kind() == ErrorKind::NotFound);
    is_there.then(|| Source { name: shown(path), text: read_file(path) })
}

/// Writes the file, for its owner alone, unless something is there. Its folder is made where there is none; one that
/// is there may be everybody's, and stays as it is.
///
/// # Errors
///
/// The system does not let the folder or the file be written.
pub fn begin(path: &Path, text: &str) -> anyhow::Result<Written> {
    if let Some(folder) = path.parent()
        && !folder.exists()
    {
        make_folder(folder).with_context(|| format!("the folder {} could not be made", shown(folder)))?;
    }
    write_new(for_owner(OpenOptions::new().write(true).create_new(true)), path, text)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn it_is_begun_once_and_read() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("a/safety.toml");
        assert_eq!(read(&path), None);
        assert_eq!(begin(&path, "# one").unwrap(), Written::New(path.clone()));
        assert_eq!(begin(&path, "# two").unwrap(), Written::Exists(path.clone()));
        assert_eq!(read(&path).unwrap(), Source::new(shown(&path), "# one"));
        assert!(read(dir.path()).unwrap().text.is_err());
    }
}

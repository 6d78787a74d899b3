//! Links in the place of personal files: people keep such files in a folder that is backed up or shared between computers.

use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::owner::is_same_owner;

/// Returns where a file is: where its link leads, if that is an ordinary file of the owner of the link; the path itself
/// where there is no link, whatever is there. Nothing for a link that leads anywhere else.
///
/// # Errors
///
/// The system does not say.
pub(super) fn followed(path: &Path) -> io::Result<Option<PathBuf>> {
    match fs::symlink_metadata(path) {
        Ok(link) if link.is_symlink() => Ok(target(path, &link)),
        Err(why) if why.kind() != ErrorKind::NotFound => Err(why),
        _ => Ok(Some(path.to_owned())),
    }
}

fn target(path: &Path, link: &Metadata) -> Option<PathBuf> {
    let target = fs::canonicalize(path).ok()?;
    let metadata = fs::symlink_metadata(&target).ok()?;
    (metadata.is_file() && is_same_owner(link, &metadata)).then_some(target)
}

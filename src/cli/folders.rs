//! The folders of the personal files, as the environment has them.

use crate::disk::{Folders, NoHome};
use crate::environment::{Environment, UserFolders};

/// Returns the folders of the personal files.
pub(super) fn folders(environment: &Environment) -> Result<Folders, NoHome> {
    let UserFolders { config, data, state } = environment.folders.clone().ok_or(NoHome)?;
    Ok(Folders::new(config, data, state))
}

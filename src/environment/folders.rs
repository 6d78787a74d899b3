//! Where the files of the person who reads belong, by the platform and the variables.

use std::path::PathBuf;

use directories::ProjectDirs;

/// What the folders of the program are called.
const NAME: &str = "real-toolkit";

/// The folders for the files of the person who reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserFolders {
    /// For what is chosen.
    pub config: PathBuf,
    /// For what is made.
    pub data: PathBuf,
    /// For what the program remembers.
    pub state: PathBuf,
}

impl UserFolders {
    /// Returns the folders, none where there is no home. A variable that names no whole path is ignored.
    pub(super) fn find() -> Option<Self> {
        let found = ProjectDirs::from("", "", NAME)?;
        let state = found.state_dir().unwrap_or_else(|| found.data_local_dir());
        let folders = Self {
            config: found.config_dir().to_owned(),
            data: found.data_local_dir().to_owned(),
            state: state.to_owned(),
        };
        // A home that is not a whole path would put files wherever the program is called.
        let all = [&folders.config, &folders.data, &folders.state];
        all.iter().all(|folder| folder.is_absolute()).then_some(folders)
    }
}

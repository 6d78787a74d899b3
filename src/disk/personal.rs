//! Where the personal files are, and which files those are.
//!
//! Preferences, bookmarks and progress stand in the three places that the platform has for such things, so that a
//! backup of the one need not hold the other. A file of the name `bookmarks.toml` has others beside it: its lock,
//! the text being written, the backup, the copies of other days, and what was set aside. All of them are known
//! here, so that they can be listed and deleted.

use std::fs;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::whole::{beside, lock_path};
use crate::guide::Day;
use crate::journal::Part;

/// What the folders of the program are called.
const NAME: &str = "real-toolkit";

/// The word in the name of a backup.
pub(super) const BACKUP: &str = "backup";

/// There is no folder for personal files. The sentence to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the system names no home folder (HOME is not set to one), so nothing can be kept. Everything can be read"
)]
pub struct NoHome;

/// The folders of the personal files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    config: PathBuf,
    data: PathBuf,
    state: PathBuf,
}

impl Folders {
    /// Returns the folders that the platform and the environment name; the environment is ignored where it names
    /// no whole path.
    ///
    /// # Errors
    ///
    /// There is no home folder.
    pub fn find() -> Result<Self, NoHome> {
        let found = ProjectDirs::from("", "", NAME).ok_or(NoHome)?;
        let state = found.state_dir().unwrap_or_else(|| found.data_local_dir());
        let folders = Self {
            config: found.config_dir().to_owned(),
            data: found.data_local_dir().to_owned(),
            state: state.to_owned(),
        };
        // A home that is not a whole path would put files wherever the program is called.
        let whole = folders.all().iter().all(|folder| folder.is_absolute());
        if whole { Ok(folders) } else { Err(NoHome) }
    }

    /// Returns the folders `config`, `data` and `state` in one folder.
    #[must_use]
    pub fn within(folder: &Path) -> Self {
        Self { config: folder.join("config"), data: folder.join("data"), state: folder.join("state") }
    }

    /// Returns the file of the preferences.
    #[must_use]
    pub fn preferences(&self) -> PathBuf {
        self.config.join("preferences.toml")
    }

    /// Returns the file of a part of the journal.
    #[must_use]
    pub fn part(&self, part: Part) -> PathBuf {
        match part {
            Part::Bookmarks => self.data.join("bookmarks.toml"),
            Part::Progress => self.state.join("progress.toml"),
        }
    }

    /// Returns the main file of a kind, whether it exists or not.
    #[must_use]
    pub fn main(&self, kept: Kept) -> PathBuf {
        match kept {
            Kept::Bookmarks => self.part(Part::Bookmarks),
            Kept::Progress => self.part(Part::Progress),
            Kept::Preferences => self.preferences(),
        }
    }

    /// Returns the folders.
    #[must_use]
    pub fn all(&self) -> [&Path; 3] {
        [&self.config, &self.data, &self.state]
    }
}

/// What is kept in a main file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Bookmarks.
    Bookmarks,
    /// Places, visits and what has been read.
    Progress,
    /// Colours, widths, keys.
    Preferences,
}

impl Kept {
    /// Every kind, in order of how dear they are.
    pub const ALL: [Self; 3] = [Self::Bookmarks, Self::Progress, Self::Preferences];

    /// Returns its name in listings.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Bookmarks => "bookmarks",
            Self::Progress => "progress",
            Self::Preferences => "preferences",
        }
    }
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// It is the file itself.
    Main,
    /// It has the same as the main file, for the day that one is damaged.
    Backup,
    /// It is the main file as it was before its first change on a day.
    Copy,
    /// It was damaged, and put aside.
    Damaged,
    /// It was changed by hand, and this is what it was then.
    Edited,
    /// It is locked while one of the others is written.
    Lock,
    /// It is being written, or was when the program was ended.
    Unfinished,
}

impl Purpose {
    /// Returns its name in listings.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Backup => "backup",
            Self::Copy => "copy",
            Self::Damaged => "damaged",
            Self::Edited => "edited",
            Self::Lock => "lock",
            Self::Unfinished => "unfinished",
        }
    }
}

/// A personal file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it belongs to.
    pub kept: Kept,
    /// What it is for.
    pub purpose: Purpose,
    /// Its bytes; none where it does not exist.
    pub size: Option<u64>,
}

/// Returns every file that exists, and the main files whether they exist or not: those of each kind together, the
/// main file first.
#[must_use]
pub fn files(folders: &Folders) -> Vec<PersonalFile> {
    Kept::ALL.into_iter().flat_map(|kept| files_of(kept, &folders.main(kept))).collect()
}

pub(super) fn files_of(kept: Kept, main: &Path) -> Vec<PersonalFile> {
    let entries = main.parent().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten();
    let mut names: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    names.sort();
    let others = names.into_iter().filter_map(|path| {
        let purpose = purpose(main, &path)?;
        (purpose != Purpose::Main).then(|| file(kept, purpose, path))
    });
    std::iter::once(file(kept, Purpose::Main, main.to_owned())).chain(others).collect()
}

fn file(kept: Kept, purpose: Purpose, path: PathBuf) -> PersonalFile {
    let size = fs::symlink_metadata(&path).ok().map(|metadata| metadata.len());
    PersonalFile { path, kept, purpose, size }
}

/// Returns what a file beside a main file is for, if it belongs to it.
fn purpose(main: &Path, path: &Path) -> Option<Purpose> {
    if path == main {
        return Some(Purpose::Main);
    }
    if *path == lock_path(main) {
        return Some(Purpose::Lock);
    }
    if *path == beside(main) {
        return Some(Purpose::Unfinished);
    }
    let name = path.file_name()?.to_str()?;
    let stem = main.file_stem()?.to_str()?;
    let middle = name.strip_prefix(stem)?.strip_prefix('.')?.strip_suffix(".toml")?;
    let numbered = |word: &str| {
        let number = middle.strip_prefix(word).and_then(|rest| rest.strip_prefix('-'));
        number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    match middle {
        BACKUP => Some(Purpose::Backup),
        _ if numbered("damaged") => Some(Purpose::Damaged),
        _ if numbered("edited") => Some(Purpose::Edited),
        _ => Day::parse(middle).map(|_| Purpose::Copy),
    }
}

/// Returns the file beside a main file that has this word in its name.
pub(super) fn with_word(main: &Path, word: &str) -> PathBuf {
    main.with_extension(format!("{word}.toml"))
}

/// Returns the copies of other days of a main file, the oldest first.
pub(super) fn copies(main: &Path) -> Vec<PathBuf> {
    let files = files_of(Kept::Bookmarks, main).into_iter();
    files.filter(|file| file.purpose == Purpose::Copy).map(|file| file.path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_that_belong_to_a_file_are_known_and_no_others() {
        let main = Path::new("/home/a/bookmarks.toml");
        for (name, expected) in [
            ("bookmarks.toml", Some(Purpose::Main)),
            ("bookmarks.lock", Some(Purpose::Lock)),
            ("bookmarks.tmp", Some(Purpose::Unfinished)),
            ("bookmarks.backup.toml", Some(Purpose::Backup)),
            ("bookmarks.2026-11-22.toml", Some(Purpose::Copy)),
            ("bookmarks.damaged-12.toml", Some(Purpose::Damaged)),
            ("bookmarks.edited-1.toml", Some(Purpose::Edited)),
            ("bookmarks.mine.toml", None),
            ("bookmarks.damaged-x.toml", None),
            ("letters.toml", None),
        ] {
            assert_eq!(purpose(main, &main.with_file_name(name)), expected, "{name}");
        }
    }
}

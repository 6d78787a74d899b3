//! Where the personal files are, and which files those are.
//!
//! Preferences, bookmarks and progress stand in the three places that the platform has for such things, so that a
//! backup of the one need not hold the other. A file of the name `bookmarks.toml` has others beside it: its lock,
//! the text being written, the backup, the copies of other days, and what was set aside. All of them are known
//! here, so that they can be listed and deleted. So are the indexes of large packs in the cache folder (`index`).

use std::collections::BTreeSet;
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

/// What the name of an index begins with.
const INDEX: &str = "index-";

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
    cache: PathBuf,
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
            cache: found.cache_dir().to_owned(),
        };
        // A home that is not a whole path would put files wherever the program is called.
        let whole = folders.all().iter().all(|folder| folder.is_absolute());
        if whole { Ok(folders) } else { Err(NoHome) }
    }

    /// Returns the folders `config`, `data`, `state` and `cache` in one folder.
    #[must_use]
    pub fn within(folder: &Path) -> Self {
        Self {
            config: folder.join("config"),
            data: folder.join("data"),
            state: folder.join("state"),
            cache: folder.join("cache"),
        }
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

    /// Returns the file of the index of the pack with this id.
    #[must_use]
    pub fn index(&self, pack: &str) -> PathBuf {
        self.cache.join(format!("{INDEX}{pack}.bin"))
    }

    /// Returns the main files of a kind: one, whether it exists or not, but of indexes those that exist.
    #[must_use]
    pub fn mains(&self, kept: Kept) -> Vec<PathBuf> {
        match kept {
            Kept::Bookmarks => vec![self.part(Part::Bookmarks)],
            Kept::Progress => vec![self.part(Part::Progress)],
            Kept::Preferences => vec![self.preferences()],
            Kept::Indexes => self.indexes(),
        }
    }

    /// Returns the indexes of which there is anything: the file itself, its lock, or a part of it.
    fn indexes(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.cache).into_iter().flatten();
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let mains = paths.filter_map(|path| {
            let main = path.with_extension("bin");
            let is_ours = path.file_name()?.to_str()?.starts_with(INDEX);
            (is_ours && purpose(&main, &path).is_some()).then_some(main)
        });
        mains.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Returns the folders.
    #[must_use]
    pub fn all(&self) -> [&Path; 4] {
        [&self.config, &self.data, &self.state, &self.cache]
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
    /// The searches of large packs.
    Indexes,
}

impl Kept {
    /// Every kind, in order of how dear they are.
    pub const ALL: [Self; 4] = [Self::Bookmarks, Self::Progress, Self::Preferences, Self::Indexes];

    /// Returns its name in listings.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Bookmarks => "bookmarks",
            Self::Progress => "progress",
            Self::Preferences => "preferences",
            Self::Indexes => "indexes",
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

/// Returns every file that exists, and the main files of what is kept for a person whether they exist or not: those
/// of each kind together, the main file first.
#[must_use]
pub fn files(folders: &Folders) -> Vec<PersonalFile> {
    let mains =
        Kept::ALL.into_iter().flat_map(|kept| folders.mains(kept).into_iter().map(move |main| (kept, main)));
    let files = mains.flat_map(|(kept, main)| files_of(kept, &main));
    files.filter(|file| file.kept != Kept::Indexes || file.size.is_some()).collect()
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

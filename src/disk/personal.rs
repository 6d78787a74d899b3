//! Every file that is kept for the person who reads.
//!
//! Beside a main file, as `bookmarks.toml`, stand its lock, the text being written, the backup, the copies of other
//! days, and what was set aside. All of them are known here, so that they can be listed and deleted.

use std::fs;
use std::path::{Path, PathBuf};

use super::folders::Folders;
use super::links;
use super::names::{BACKUP, lock_path, temp_path};
use crate::guide::Day;
use crate::journal::Part;

/// What is kept in a main file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Plans, records and actions of sessions.
    Sessions,
    /// Bookmarks.
    Bookmarks,
    /// Places, visits and what has been read.
    Progress,
    /// Colours, widths, keys.
    Preferences,
    /// The numbers of an organisation.
    Safety,
}

impl Kept {
    /// Every kind, what is hardest to replace first.
    pub const ALL: [Self; 5] =
        [Self::Sessions, Self::Bookmarks, Self::Progress, Self::Preferences, Self::Safety];

    /// What tells of the person who reads. Whom to call in danger is not among it, and stays unless it is named.
    pub const OF_READER: [Self; 4] = [Self::Sessions, Self::Bookmarks, Self::Progress, Self::Preferences];

    /// Returns its main file, whether it exists or not.
    #[must_use]
    pub fn main(self, folders: &Folders) -> PathBuf {
        match self {
            Self::Sessions => folders.part(Part::Sessions),
            Self::Bookmarks => folders.part(Part::Bookmarks),
            Self::Progress => folders.part(Part::Progress),
            Self::Preferences => folders.preferences(),
            Self::Safety => folders.safety(),
        }
    }

    /// Returns its name in listings.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Sessions => "sessions",
            Self::Bookmarks => "bookmarks",
            Self::Progress => "progress",
            Self::Preferences => "preferences",
            Self::Safety => "safety",
        }
    }
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// It is the file itself.
    Main,
    /// It is the file itself, and the main file is a link to it.
    Linked,
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
    /// A variable names it: it is read in the place of the file itself, and is not ours to delete.
    Named,
}

impl Purpose {
    /// Returns its name in listings.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Linked => "linked",
            Self::Backup => "backup",
            Self::Copy => "copy",
            Self::Damaged => "damaged",
            Self::Edited => "edited",
            Self::Lock => "lock",
            Self::Unfinished => "unfinished",
            Self::Named => "named",
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
    Kept::ALL.into_iter().flat_map(|kept| files_of(kept, &kept.main(folders))).collect()
}

/// Returns the file of an organisation that a variable names.
#[must_use]
pub fn named_safety_file(path: &Path) -> PersonalFile {
    file(Kept::Safety, Purpose::Named, path.to_owned())
}

pub(super) fn files_of(kept: Kept, main: &Path) -> Vec<PersonalFile> {
    let entries = main.parent().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten();
    let mut names: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    names.sort();
    let others = names.into_iter().filter_map(|path| {
        let purpose = purpose(main, &path)?;
        (purpose != Purpose::Main).then(|| file(kept, purpose, path))
    });
    let linked = links::followed(main).ok().flatten().filter(|target| target != main);
    let unfinished = linked.as_deref().map(|target| file(kept, Purpose::Unfinished, temp_path(target)));
    let unfinished = unfinished.filter(|file| file.size.is_some());
    let linked = linked.map(|target| file(kept, Purpose::Linked, target)).into_iter().chain(unfinished);
    std::iter::once(file(kept, Purpose::Main, main.to_owned())).chain(linked).chain(others).collect()
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
    if *path == temp_path(main) {
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

/// Returns what was set aside of a main file: damaged, or edited by hand.
pub(super) fn set_aside_files(main: &Path) -> Vec<PathBuf> {
    let files = files_of(Kept::Sessions, main).into_iter();
    let aside = |file: &PersonalFile| {
        matches!(file.purpose, Purpose::Damaged | Purpose::Edited | Purpose::Copy | Purpose::Unfinished)
    };
    files.filter(aside).map(|file| file.path).collect()
}

/// Returns the copies of other days of a main file, the oldest first.
pub(super) fn copies(main: &Path) -> Vec<PathBuf> {
    let files = files_of(Kept::Bookmarks, main).into_iter();
    files.filter(|file| file.purpose == Purpose::Copy).map(|file| file.path).collect()
}

/// Returns the day of a copy of a main file.
pub(super) fn copy_day(main: &Path, copy: &Path) -> Option<Day> {
    let stem = main.file_stem()?.to_str()?;
    let middle = copy.file_name()?.to_str()?.strip_prefix(stem)?.strip_prefix('.')?.strip_suffix(".toml")?;
    Day::parse(middle)
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

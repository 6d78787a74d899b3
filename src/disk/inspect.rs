//! A part of the journal as it is on the disk, in whatever state that is.
//!
//! Reading changes nothing. In the place of a damaged file its backup is read, and a sentence says so; the damaged file is
//! set aside when it is next written.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::atomic::{AT_MOST, WriteError};
use super::links;
use super::messages::{file_name, in_words, shown};
use super::names::{BACKUP, with_word};
use super::personal::copies;
use crate::journal::{self, Integrity, Journal, Part, Unreadable};

/// Something about a personal file that the reader should hear of. Each is a sentence or two to be shown as they
/// are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// It can be read, but is not as it was written.
    Changed(PathBuf),
    /// It cannot be understood.
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
        /// What was read instead.
        fallback: Fallback,
    },
    /// It is not there, though what belongs to it is.
    Missing(PathBuf, Fallback),
    /// A newer program has written it.
    Newer(PathBuf, Fallback),
    /// It is a folder, a link or a device.
    NotAFile(PathBuf, Fallback),
    /// The system does not let it be read.
    Closed {
        /// The file.
        path: PathBuf,
        /// What the system said.
        why: String,
        /// What was read instead.
        fallback: Fallback,
    },
}

/// What was read instead of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fallback {
    /// Its backup, which is as new as the file.
    Backup,
    /// The copy of another day.
    Copy(PathBuf),
    /// There was nothing else.
    Nothing,
}

impl Trouble {
    /// Whether what was kept could not be read from anywhere.
    #[must_use]
    pub fn is_loss(&self) -> bool {
        match self {
            Self::Changed(_) => false,
            Self::Damaged { fallback, .. }
            | Self::Closed { fallback, .. }
            | Self::Newer(_, fallback)
            | Self::NotAFile(_, fallback)
            | Self::Missing(_, fallback) => *fallback == Fallback::Nothing,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(&shown))
    }
}

impl Trouble {
    /// Returns the sentences with the name of the file alone, for a screen that has little room.
    #[must_use]
    pub fn in_short(&self) -> String {
        self.told(&file_name)
    }

    /// Says what is wrong, what was done, what to do, and last which file it is.
    fn told(&self, name: &dyn Fn(&Path) -> String) -> String {
        match self {
            Self::Changed(path) => format!(
                "A file of yours was changed by hand, or by accident. It is read as it is now; a copy of it is kept beside \
                 it when it is next written. ({})",
                name(path)
            ),
            Self::Damaged { path, why, fallback } => format!(
                "A file of yours is damaged ({why}). {fallback} The damaged file is not deleted: it gets a new name when \
                 this one is next written. ({})",
                name(path)
            ),
            Self::Missing(path, fallback) => format!(
                "A file of yours is missing. {fallback} To delete what is kept about you: toolkit forget ({})",
                name(path)
            ),
            Self::Newer(path, fallback) => format!(
                "A file of yours was written by a newer toolkit; this one cannot read it, and leaves it as it is. \
                 {fallback} Bring this toolkit up to date. ({})",
                name(path)
            ),
            Self::NotAFile(path, fallback) => format!(
                "A file of yours is not an ordinary file, so it was not read. {fallback} Move it away to be able to write \
                 here again. ({})",
                name(path)
            ),
            Self::Closed { path, why, fallback } => {
                format!("A file of yours could not be read: {why}. {fallback} ({})", name(path))
            }
        }
    }
}

impl fmt::Display for Fallback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Backup => f.write_str("Its backup was read instead."),
            Self::Copy(path) => write!(f, "An older copy was read instead: {}.", file_name(path)),
            Self::Nothing => f.write_str("There is no backup of it, so what was in it is not shown."),
        }
    }
}

/// A part of the journal, and the state of its file.
#[derive(Debug)]
pub(super) struct Inspected {
    /// The part; the other one is empty.
    pub(super) journal: Journal,
    /// What is to be said.
    pub(super) trouble: Option<Trouble>,
    /// What is to be done before the file is written.
    pub(super) precaution: Precaution,
}

/// What is done with a file before it is replaced.
#[derive(Debug)]
pub(super) enum Precaution {
    /// It is whole: the first time on a day a copy of it is kept.
    KeepCopy,
    /// There is none.
    Nothing,
    /// It gets another name with this word in it.
    SetAside(&'static str),
    /// It is not to be replaced.
    Refuse(WriteError),
}

/// Reads the file `main` of a part, or where it cannot be read what stands beside it.
pub(super) fn inspect(main: &Path, part: Part) -> Inspected {
    let path = main.to_owned();
    let error = match read(main, part) {
        Ok((journal, Integrity::Whole)) => {
            return Inspected { journal, trouble: None, precaution: Precaution::KeepCopy };
        }
        Ok((journal, Integrity::Changed)) => {
            let trouble = Some(Trouble::Changed(path));
            return Inspected { journal, trouble, precaution: Precaution::SetAside("edited") };
        }
        Err(error) => error,
    };
    let (journal, fallback) = read_fallback(main, part);
    let (trouble, precaution) = match error {
        ReadError::NotThere if fallback == Fallback::Nothing => (None, Precaution::Nothing),
        ReadError::NotThere => (Some(Trouble::Missing(path, fallback)), Precaution::Nothing),
        ReadError::Damaged(why) => {
            (Some(Trouble::Damaged { path, why, fallback }), Precaution::SetAside("damaged"))
        }
        ReadError::Newer => {
            (Some(Trouble::Newer(path.clone(), fallback)), Precaution::Refuse(WriteError::Newer(path)))
        }
        ReadError::NotAFile => {
            (Some(Trouble::NotAFile(path.clone(), fallback)), Precaution::Refuse(WriteError::NotAFile(path)))
        }
        ReadError::Closed(error) => {
            let trouble = Trouble::Closed { path: path.clone(), why: in_words(&error), fallback };
            (Some(trouble), Precaution::Refuse(WriteError::System { path, why: error }))
        }
    };
    Inspected { journal, trouble, precaution }
}

/// Whether a file can be read, as it was written or as somebody changed it.
pub(super) fn is_readable(path: &Path, part: Part) -> bool {
    read(path, part).is_ok()
}

/// Reads the backup, or the newest copy that can be read.
fn read_fallback(main: &Path, part: Part) -> (Journal, Fallback) {
    if let Ok((journal, _)) = read(&with_word(main, BACKUP), part) {
        return (journal, Fallback::Backup);
    }
    let copies = copies(main).into_iter().rev();
    let mut readable = copies.filter_map(|path| Some((read(&path, part).ok()?.0, Fallback::Copy(path))));
    readable.next().unwrap_or_else(|| (Journal::default(), Fallback::Nothing))
}

/// Why a file could not be read.
#[derive(Debug)]
enum ReadError {
    NotThere,
    NotAFile,
    Newer,
    Damaged(String),
    Closed(io::Error),
}

fn read(path: &Path, part: Part) -> Result<(Journal, Integrity), ReadError> {
    let text = read_text(path)?;
    let mut journal = Journal::default();
    match journal::read(&mut journal, part, &text) {
        Ok(integrity) => Ok((journal, integrity)),
        Err(Unreadable::Newer) => Err(ReadError::Newer),
        Err(Unreadable::Damaged(why)) => Err(ReadError::Damaged(why)),
    }
}

fn read_text(path: &Path) -> Result<String, ReadError> {
    // The kind is asked for before the file is opened, because opening a pipe waits for its writer.
    let path = links::followed(path).map_err(ReadError::Closed)?.ok_or(ReadError::NotAFile)?;
    match fs::symlink_metadata(&path) {
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => return Err(ReadError::NotAFile),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(ReadError::NotThere),
        Err(error) => return Err(ReadError::Closed(error)),
    }
    let mut bytes = Vec::new();
    let limit = u64::try_from(AT_MOST).unwrap_or(u64::MAX).saturating_add(1);
    File::open(&path).and_then(|file| file.take(limit).read_to_end(&mut bytes)).map_err(ReadError::Closed)?;
    if bytes.len() > AT_MOST {
        return Err(ReadError::Damaged(format!("it is larger than {} MiB", AT_MOST >> 20)));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(valid).filter(|byte| **byte == b'\n').count() + 1;
        ReadError::Damaged(format!("line {line} is not text"))
    })
}

//! A part of the journal as it is found on the disk, in whatever state that is.
//!
//! Reading changes nothing. What is damaged is answered from its backup, and a sentence says so; what has to be
//! done about it is done when the file is next written.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::personal::{BACKUP, copies, with_word};
use super::whole::AT_MOST;
use super::{NotWritten, in_words, shown};
use crate::journal::{self, Journal, Part, Seal, Unreadable};

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
        instead: Instead,
    },
    /// It is not there, though what belongs to it is.
    Missing(PathBuf, Instead),
    /// A newer program has written it.
    Newer(PathBuf, Instead),
    /// It is a folder, a link or a device.
    NotAFile(PathBuf, Instead),
    /// The system does not let it be read.
    Closed {
        /// The file.
        path: PathBuf,
        /// What the system said.
        why: String,
        /// What was read instead.
        instead: Instead,
    },
}

/// What was read instead of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Instead {
    /// Its backup, which is as new as the file.
    Backup,
    /// The copy of another day.
    Copy(PathBuf),
    /// There was nothing else.
    Nothing,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed(path) => write!(
                f,
                "{} was changed by hand, or by accident. It is read as it is now; a copy of it is kept beside it when \
                 it is next written.",
                shown(path)
            ),
            Self::Damaged { path, why, instead } => write!(
                f,
                "{} is damaged ({why}). {instead} The damaged file is not deleted: it gets a new name when this one is \
                 next written.",
                shown(path)
            ),
            Self::Missing(path, instead) => write!(
                f,
                "{} is missing. {instead} To delete what is kept about you: toolkit forget",
                shown(path)
            ),
            Self::Newer(path, instead) => write!(
                f,
                "{} was written by a newer toolkit; this one cannot read it, and leaves it as it is. {instead} Bring \
                 this toolkit up to date.",
                shown(path)
            ),
            Self::NotAFile(path, instead) => write!(
                f,
                "{} is not an ordinary file, so it was not read. {instead} Move it away to be able to write here again.",
                shown(path)
            ),
            Self::Closed { path, why, instead } => {
                write!(f, "{} could not be read: {why}. {instead}", shown(path))
            }
        }
    }
}

impl fmt::Display for Instead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Backup => f.write_str("Its backup was read instead."),
            Self::Copy(path) => write!(f, "An older copy was read instead: {}.", shown(path)),
            Self::Nothing => f.write_str("There is no backup of it, so what was in it is not shown."),
        }
    }
}

/// A part as it was found.
#[derive(Debug)]
pub(super) struct Found {
    /// The part; the other one is empty.
    pub(super) journal: Journal,
    /// What is to be said.
    pub(super) trouble: Option<Trouble>,
    /// What is to be done before the file is written.
    pub(super) before_writing: Before,
}

/// What is to be done with a file before it is replaced.
#[derive(Debug)]
pub(super) enum Before {
    /// It is whole: a copy of the day.
    KeepCopy,
    /// There is none.
    Nothing,
    /// It gets another name with this word in it.
    SetAside(&'static str),
    /// It is not to be replaced.
    Refuse(NotWritten),
}

/// Looks at the file `main` of a part, and at what stands beside it where that is no use.
pub(super) fn look(main: &Path, part: Part) -> Found {
    let path = main.to_owned();
    let fault = match read(main, part) {
        Ok((journal, Seal::Whole)) => {
            return Found { journal, trouble: None, before_writing: Before::KeepCopy };
        }
        Ok((journal, Seal::Changed)) => {
            let trouble = Some(Trouble::Changed(path));
            return Found { journal, trouble, before_writing: Before::SetAside("edited") };
        }
        Err(fault) => fault,
    };
    let (journal, instead) = read_instead(main, part);
    let (trouble, before_writing) = match fault {
        Fault::Nothing if instead == Instead::Nothing => (None, Before::Nothing),
        Fault::Nothing => (Some(Trouble::Missing(path, instead)), Before::Nothing),
        Fault::Damaged(why) => (Some(Trouble::Damaged { path, why, instead }), Before::SetAside("damaged")),
        Fault::Newer => {
            (Some(Trouble::Newer(path.clone(), instead)), Before::Refuse(NotWritten::Newer(path)))
        }
        Fault::NotAFile => {
            (Some(Trouble::NotAFile(path.clone(), instead)), Before::Refuse(NotWritten::NotAFile(path)))
        }
        Fault::Closed(error) => {
            let trouble = Trouble::Closed { path: path.clone(), why: in_words(&error), instead };
            (Some(trouble), Before::Refuse(NotWritten::System { path, why: error }))
        }
    };
    Found { journal, trouble, before_writing }
}

/// Whether a file can be read, as it was written or as somebody changed it.
pub(super) fn is_readable(path: &Path, part: Part) -> bool {
    read(path, part).is_ok()
}

/// Reads the backup, or the newest copy that can be read.
fn read_instead(main: &Path, part: Part) -> (Journal, Instead) {
    if let Ok((journal, _)) = read(&with_word(main, BACKUP), part) {
        return (journal, Instead::Backup);
    }
    let copies = copies(main).into_iter().rev();
    let mut readable = copies.filter_map(|path| Some((read(&path, part).ok()?.0, Instead::Copy(path))));
    readable.next().unwrap_or_else(|| (Journal::default(), Instead::Nothing))
}

/// Why a file is no use.
#[derive(Debug)]
enum Fault {
    Nothing,
    NotAFile,
    Newer,
    Damaged(String),
    Closed(io::Error),
}

fn read(path: &Path, part: Part) -> Result<(Journal, Seal), Fault> {
    let text = read_text(path)?;
    let mut journal = Journal::default();
    match journal::read(&mut journal, part, &text) {
        Ok(seal) => Ok((journal, seal)),
        Err(Unreadable::Newer) => Err(Fault::Newer),
        Err(Unreadable::Damaged(why)) => Err(Fault::Damaged(why)),
    }
}

fn read_text(path: &Path) -> Result<String, Fault> {
    // Asked before it is opened: opening a pipe waits for somebody to write into it.
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => return Err(Fault::NotAFile),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Fault::Nothing),
        Err(error) => return Err(Fault::Closed(error)),
    }
    let mut bytes = Vec::new();
    let limit = u64::try_from(AT_MOST).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)).map_err(Fault::Closed)?;
    if bytes.len() > AT_MOST {
        return Err(Fault::Damaged(format!("it is larger than {} MiB", AT_MOST >> 20)));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        Fault::Damaged(format!("line {line} is not text"))
    })
}

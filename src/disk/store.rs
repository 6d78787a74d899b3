//! The journal on the disk.
//!
//! A change is applied to what is on the disk at that moment, under a lock: what another reader has written in
//! between stays. It is reported as kept once it is synced to the disk. A file that is damaged or was edited by
//! hand gets another name before it is replaced; one that is newer, or is no ordinary file, is not replaced. A
//! backup has the same content, so that a damaged file costs nothing; the bookmarks of the last days on which they
//! were changed are kept too, for what a person deletes by mistake.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::atomic::{Lock, Sync, TempFile, WriteError};
use super::folders::{Folders, NoHome};
use super::inspect::{Precaution, Trouble, inspect, is_readable};
use super::names::{BACKUP, with_word};
use super::owner::for_owner;
use super::personal::{copies, copy_day, set_aside_files};
use crate::guide::Day;
use crate::journal::{self, Change, Durability, Journal, Moment, Part, Progress};

/// So many days with changes of the bookmarks are kept, and none for more days than this.
const COPIES: usize = 7;
const DAYS: i64 = 7;

/// The journal and where it is kept.
#[derive(Debug)]
pub struct Store {
    storage: Storage,
    journal: Journal,
}

/// Where a journal is kept.
#[derive(Debug)]
enum Storage {
    Disk(Folders),
    Memory,
    Nowhere(NoHome),
}

/// What became of changes.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// All that is kept now, with what others have written.
    pub journal: Journal,
    /// How long it is kept.
    pub durability: Durability,
    /// What was found wrong on the way.
    pub troubles: Vec<Trouble>,
}

impl Store {
    /// Opens what is in these folders. Nothing is written before there is something to write.
    #[must_use]
    pub fn open(folders: Result<Folders, NoHome>) -> (Self, Vec<Trouble>) {
        match folders {
            Ok(folders) => {
                let (journal, troubles) = read(&folders);
                (Self { storage: Storage::Disk(folders), journal }, troubles)
            }
            Err(why) => (Self { storage: Storage::Nowhere(why), journal: Journal::default() }, Vec::new()),
        }
    }

    /// Opens what is in these folders, and never writes: changes last until the program ends. Where somebody has been is not
    /// shown.
    #[must_use]
    pub fn private(folders: Result<Folders, NoHome>) -> (Self, Vec<Trouble>) {
        let (mut store, troubles) = Self::open(folders);
        store.journal.progress = Progress::default();
        (Self { storage: Storage::Memory, ..store }, troubles)
    }

    /// Deletes the copies of the bookmarks that are older than a week: what was deleted from the bookmarks is not to stay in
    /// them for years. Nothing is said of one that cannot be deleted.
    pub fn tidy(&self, today: Day) {
        if let Storage::Disk(folders) = &self.storage {
            remove_old_copies(&folders.part(Part::Bookmarks), today);
        }
    }

    /// Returns all that is kept, as it was when it was last read or written.
    #[must_use]
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Keeps what happened at the moment `when`. On return it is on the disk, unless nothing is written at all.
    ///
    /// # Errors
    ///
    /// It is not kept, and what was kept before is unharmed. Changes of the other part may have been kept.
    pub fn record(&mut self, changes: &[Change], when: Moment) -> Result<Recorded, WriteError> {
        let mut troubles = Vec::new();
        let durability = match &self.storage {
            Storage::Nowhere(why) => return Err(WriteError::NoHome(*why)),
            Storage::Memory => {
                for change in changes {
                    self.journal.apply(change, when);
                }
                Durability::UntilTheEnd
            }
            Storage::Disk(folders) => {
                for part in Part::ALL {
                    let changes: Vec<&Change> =
                        changes.iter().filter(|change| change.part() == part).collect();
                    if !changes.is_empty() {
                        let (journal, trouble) = record(&folders.part(part), part, &changes, when)?;
                        self.journal.take(part, journal);
                        troubles.extend(trouble);
                    }
                }
                Durability::OnDisk
            }
        };
        Ok(Recorded { journal: self.journal.clone(), durability, troubles })
    }
}

fn read(folders: &Folders) -> (Journal, Vec<Trouble>) {
    let mut journal = Journal::default();
    let mut troubles = Vec::new();
    for part in Part::ALL {
        let inspected = inspect(&folders.part(part), part);
        journal.take(part, inspected.journal);
        troubles.extend(inspected.trouble);
    }
    (journal, troubles)
}

/// Applies changes to the file of a part; returns the part as it is then, and what was wrong with the file.
fn record(
    main: &Path,
    part: Part,
    changes: &[&Change],
    when: Moment,
) -> Result<(Journal, Option<Trouble>), WriteError> {
    let lock = Lock::acquire(main)?;
    let inspected = inspect(main, part);
    let mut journal = inspected.journal;
    for change in changes {
        journal.apply(change, when);
    }
    let text = journal::write(&journal, part);
    let word = match inspected.precaution {
        Precaution::Refuse(why) => return Err(why),
        Precaution::SetAside(word) => Some(word),
        Precaution::KeepCopy | Precaution::Nothing => None,
    };
    // What takes room comes first: where the disk is full, nothing else has changed.
    let sync = if part == Part::Progress { Sync::Soon } else { Sync::Now };
    let temp = lock.write_temp(&text, sync)?;
    match (word, part) {
        (Some(word), _) => set_aside(lock.target(), main, word)?,
        (None, Part::Bookmarks) => keep_copy(lock.target(), main, when.day()),
        (None, Part::Progress | Part::Sessions) => {}
    }
    let backup = with_word(main, BACKUP);
    if inspected.trouble.is_some() && backup.exists() && !is_readable(&backup, part) {
        set_aside(&backup, main, "damaged")?;
    }
    temp.persist()?;
    // The change is on the disk. A backup that could not be renewed is renewed with the next change.
    let renewed = lock.write_temp_for(&backup, &text, Sync::Soon).and_then(TempFile::persist);
    if changes.iter().any(|change| change.throws_away()) {
        throw_away(main, renewed.is_err().then_some(backup))?;
    }
    Ok((journal, inspected.trouble))
}

/// Deletes what may still have words that were thrown away: what was set aside, and a backup that is not the new one.
fn throw_away(main: &Path, backup: Option<PathBuf>) -> Result<(), WriteError> {
    for path in set_aside_files(main).into_iter().chain(backup) {
        match fs::remove_file(&path) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => {
                return Err(WriteError::System { path, why });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Gives a file one more name, made of that of `main` and a word, that no other file has. It keeps its old name
/// until it is replaced, so that there is no moment without it.
fn set_aside(path: &Path, main: &Path, word: &str) -> Result<(), WriteError> {
    let system = |why| WriteError::System { path: path.to_owned(), why };
    for number in 1_u32.. {
        let aside = with_word(main, &format!("{word}-{number}"));
        match second_name(path, &aside, main) {
            Ok(()) => break,
            Err(why) if why.kind() == io::ErrorKind::AlreadyExists => {}
            // A disk that knows no second names.
            Err(_) if fs::symlink_metadata(&aside).is_err() => {
                return fs::rename(path, &aside).map_err(system);
            }
            Err(_) => {}
        }
    }
    Ok(())
}

/// Gives a file a second name; one that stands in another folder is copied.
fn second_name(path: &Path, name: &Path, main: &Path) -> io::Result<()> {
    if path.parent() == main.parent() {
        return fs::hard_link(path, name);
    }
    let mut copy = for_owner(OpenOptions::new().write(true).create_new(true)).open(name)?;
    io::copy(&mut File::open(path)?, &mut copy)?;
    copy.sync_all()
}

/// Deletes copies of days more than a week before `today`.
fn remove_old_copies(main: &Path, today: Day) {
    let oldest = today.days_after_1970() - DAYS;
    for copy in copies(main) {
        if copy_day(main, &copy).is_some_and(|day| day.days_after_1970() < oldest) {
            let _ = fs::remove_file(copy);
        }
    }
}

/// Keeps the file as it was before the first change of a day. Losing a copy is no reason not to write.
fn keep_copy(path: &Path, main: &Path, day: Day) {
    remove_old_copies(main, day);
    let copy = with_word(main, &day.to_string());
    if second_name(path, &copy, main).is_ok() {
        // Only copies that can be read count, so that they are never all damaged.
        let readable: Vec<PathBuf> =
            copies(main).into_iter().filter(|copy| is_readable(copy, Part::Bookmarks)).collect();
        for old in readable.iter().rev().skip(COPIES) {
            let _ = fs::remove_file(old);
        }
    }
}

//! Atomic replacement: a personal file is written whole or not at all.
//!
//! One program at a time: a writer holds a lock file beside the file. The new text goes into a temporary file, which is
//! synced and renamed over the old one; then the folder is synced too. Whatever fails or ends the program in between,
//! the file is the old one or the new one, whole. (The order is that of Pillai et al. 2014, *All File Systems Are Not
//! Created Equal*.) Both files are for their owner alone from their first moment, whatever the umask.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::folders::NoHome;
use super::links;
use super::messages::{file_name, in_words, shown};
use super::names::{lock_path, temp_path};
use super::owner::{close_to_others, for_owner, is_still, keep_for_owner, sync_folder};

/// How often a lock is asked for, and how long in between: ten seconds in all. A writer needs a few milliseconds;
/// one that has stopped must not stop all others.
const TRIES: u32 = 2_000;
const BETWEEN_TRIES: Duration = Duration::from_millis(5);

/// A personal file is smaller than this.
pub(super) const AT_MOST: usize = 16 << 20;

/// Why a file was not written. Each is a sentence to be shown as it is: first why, then what to do, last the file.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.told(&shown))]
pub enum WriteError {
    /// Something stands in its place that is no ordinary file, nor a link to one of the same owner.
    NotAFile(PathBuf),
    /// Its owner has taken the right to write it away.
    ReadOnly(PathBuf),
    /// Another program has had the lock for too long.
    Busy(PathBuf),
    /// A newer program has written it.
    Newer(PathBuf),
    /// It would be larger than what is read again.
    TooLarge(PathBuf),
    /// There is no folder for it.
    NoHome(#[from] NoHome),
    /// The system does not let it.
    System {
        /// The file.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
}

impl WriteError {
    /// Returns the sentence with the name of the file alone, for a screen that has little room.
    #[must_use]
    pub fn in_short(&self) -> String {
        self.told(&file_name)
    }

    fn told(&self, name: &dyn Fn(&Path) -> String) -> String {
        match self {
            Self::NotAFile(path) => format!(
                "it is not an ordinary file, so nothing was written to it. Move it away, then try again ({})",
                name(path)
            ),
            Self::ReadOnly(path) => format!(
                "it is set to be read only, so nothing was written to it. Allow writing it, then try again ({})",
                name(path)
            ),
            Self::Busy(path) => format!(
                "another toolkit is writing it and does not come to an end. Close that one, then try again ({})",
                name(path)
            ),
            Self::Newer(path) => format!(
                "it was written by a newer toolkit, so nothing was changed in it. Bring this one up to date, then try \
                 again ({})",
                name(path)
            ),
            Self::TooLarge(path) => format!(
                "it would be larger than {} MiB, so nothing was written to it. Remove something from it first ({})",
                AT_MOST >> 20,
                name(path)
            ),
            Self::NoHome(why) => why.to_string(),
            Self::System { path, why } => format!("{} ({})", in_words(why), name(path)),
        }
    }
}

/// Whether a text has to be on the disk before it is said to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sync {
    /// Now: it is dear, and its loss would be noticed.
    Now,
    /// When the system writes it: a loss of power may cost the last of it.
    Soon,
}

/// The right to write a file, which one program has at a time: for reading it, deciding, and replacing it.
#[derive(Debug)]
pub(super) struct Lock {
    /// The file as it was named.
    path: PathBuf,
    /// The file itself: where its link leads, if it is one.
    target: PathBuf,
    _file: File,
}

impl Lock {
    /// Waits until no other program has the lock of the file `path`. Its folder is made where there is none.
    ///
    /// # Errors
    ///
    /// The folder or the lock cannot be made, or another program does not let go of it.
    pub(super) fn acquire(path: &Path) -> Result<Self, WriteError> {
        let system = |why| WriteError::System { path: path.to_owned(), why };
        make_folder(folder_of(path)).map_err(system)?;
        let target =
            links::followed(path).map_err(system)?.ok_or_else(|| WriteError::NotAFile(path.to_owned()))?;
        let lock_path = lock_path(path);
        for _ in 0..TRIES {
            let file = open_lock(&lock_path)
                .map_err(system)?
                .ok_or_else(|| WriteError::NotAFile(lock_path.clone()))?;
            match file.try_lock() {
                Ok(()) if is_still(&file, &lock_path) => {
                    return Ok(Self { path: path.to_owned(), target, _file: file });
                }
                // It was deleted while we waited for it: there is a new one.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => std::thread::sleep(BETWEEN_TRIES),
                Err(TryLockError::Error(why)) if why.kind() == io::ErrorKind::Interrupted => {}
                Err(TryLockError::Error(why)) => return Err(system(why)),
            }
        }
        Err(WriteError::Busy(path.to_owned()))
    }

    /// Returns the file that is written: where a link leads, else the one that was named.
    pub(super) fn target(&self) -> &Path {
        &self.target
    }

    /// Brings `text` to the disk, beside the file.
    ///
    /// # Errors
    ///
    /// It could not be written there whole, or the file is no ordinary one.
    pub(super) fn write_temp(&self, text: &str, sync: Sync) -> Result<TempFile<'_>, WriteError> {
        self.write_temp_for(&self.target, text, sync)
    }

    /// The same for another file that belongs to this one.
    pub(super) fn write_temp_for<'a>(
        &'a self,
        path: &'a Path,
        text: &str,
        sync: Sync,
    ) -> Result<TempFile<'a>, WriteError> {
        if text.len() > AT_MOST {
            return Err(WriteError::TooLarge(path.to_owned()));
        }
        let system = |why| WriteError::System { path: path.to_owned(), why };
        match kind(path).map_err(system)? {
            Kind::Nothing | Kind::File(Writing::Allowed) => {}
            Kind::File(Writing::Forbidden) => return Err(WriteError::ReadOnly(path.to_owned())),
            Kind::Other => return Err(WriteError::NotAFile(path.to_owned())),
        }
        // Under names that are known, to be listed and deleted should the program be killed now.
        let beside = if path == self.target { path } else { &self.path };
        let temp = TempFile { target: path, path: temp_path(beside), sync };
        temp.write(text.as_bytes()).map_err(system)?;
        Ok(temp)
    }
}

/// A text that is on the disk beside the file that it is to replace. It is deleted unless it is persisted.
#[derive(Debug)]
pub(super) struct TempFile<'a> {
    /// Where the text is.
    path: PathBuf,
    /// The file that it is to replace.
    target: &'a Path,
    sync: Sync,
}

impl TempFile<'_> {
    /// Replaces the file by the text. With [`Sync::Now`] it will be found there after a loss of power.
    ///
    /// # Errors
    ///
    /// The file could not be replaced, or the system cannot promise that it stays so.
    pub(super) fn persist(self) -> Result<(), WriteError> {
        let renamed = fs::rename(&self.path, self.target).and_then(|()| match self.sync {
            Sync::Now => sync_folder(folder_of(self.target)),
            Sync::Soon => Ok(()),
        });
        renamed.map_err(|why| WriteError::System { path: self.target.to_owned(), why })
    }

    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        // What a killed program has left: nobody else writes it now, and it may be a link.
        match fs::remove_file(&self.path) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
            _ => {}
        }
        let mut file = for_owner(OpenOptions::new().write(true).create_new(true)).open(&self.path)?;
        keep_for_owner(&file)?;
        file.write_all(bytes)?;
        match self.sync {
            Sync::Now => file.sync_all(),
            Sync::Soon => Ok(()),
        }
    }
}

impl Drop for TempFile<'_> {
    fn drop(&mut self) {
        // Once it has replaced the file there is nothing left under this name.
        let _ = fs::remove_file(&self.path);
    }
}

/// What stands under a name; a link is something else.
enum Kind {
    Nothing,
    File(Writing),
    Other,
}

/// Whether the owner of a file has allowed writing it. To replace it would need no such right.
enum Writing {
    Allowed,
    Forbidden,
}

fn kind(path: &Path) -> io::Result<Kind> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() && metadata.permissions().readonly() => {
            Ok(Kind::File(Writing::Forbidden))
        }
        Ok(metadata) if metadata.is_file() => Ok(Kind::File(Writing::Allowed)),
        Ok(_) => Ok(Kind::Other),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(Kind::Nothing),
        Err(why) => Err(why),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

/// Makes a folder and those above it, for its owner alone; one that is there already is closed to others.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    match fs::metadata(folder) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => {
            for_owner(DirBuilder::new().recursive(true)).create(folder)?;
            close_to_others(folder)?;
            sync_folder(folder_of(folder))
        }
        Err(why) => Err(why),
        Ok(_) => close_to_others(folder),
    }
}

/// Opens a lock, none where something else has its name.
fn open_lock(path: &Path) -> io::Result<Option<File>> {
    if matches!(kind(path)?, Kind::Other) {
        return Ok(None);
    }
    let lock =
        for_owner(OpenOptions::new().read(true).write(true).create(true).truncate(false)).open(path)?;
    keep_for_owner(&lock)?;
    Ok(Some(lock))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn write_whole(path: &Path, text: &str) -> Result<(), WriteError> {
        Lock::acquire(path)?.write_temp(text, Sync::Now)?.persist()
    }

    #[test]
    fn a_file_is_made_and_replaced_with_its_folder() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("a/b/words.toml");
        write_whole(&path, "one").unwrap();
        write_whole(&path, "two").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert!(!temp_path(&path).exists());
        write_whole(&path, "").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "");
    }

    #[test]
    fn what_is_not_persisted_leaves_nothing() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("words.toml");
        write_whole(&path, "one").unwrap();
        let lock = Lock::acquire(&path).unwrap();
        drop(lock.write_temp("two", Sync::Now).unwrap());
        let backup = dir.path().join("words.backup.toml");
        let unfinished = lock.write_temp_for(&backup, "two", Sync::Soon).unwrap();
        assert_eq!(unfinished.path, temp_path(&path), "a name that is listed and deleted");
        drop(unfinished);
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        assert!(!temp_path(&path).exists());
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("ours/words.toml");
        write_whole(&path, "one").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
        assert_eq!(
            (mode(&path), mode(&lock_path(&path)), mode(path.parent().unwrap())),
            (0o600, 0o600, 0o700)
        );
        fs::set_permissions(path.parent().unwrap(), fs::Permissions::from_mode(0o755)).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        write_whole(&path, "two").unwrap();
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_to_a_file_and_nowhere_else() {
        use std::os::unix::fs::symlink;
        let dir = TempDir::new().unwrap();
        let (path, other) = (dir.path().join("words.toml"), dir.path().join("other"));
        fs::write(&other, "before").unwrap();
        symlink(&other, &path).unwrap();
        write_whole(&path, "after").unwrap();
        assert_eq!(fs::read_to_string(&other).unwrap(), "after");
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
        for nowhere in ["/dev/null", "/tmp", "words.toml", "none"] {
            fs::remove_file(&path).unwrap();
            symlink(nowhere, &path).unwrap();
            let error = write_whole(&path, "ours").unwrap_err();
            assert!(matches!(error, WriteError::NotAFile(_)), "{nowhere}: {error}");
        }
        fs::remove_file(&path).unwrap();
        fs::write(&other, "theirs").unwrap();
        fs::remove_file(lock_path(&path)).unwrap();
        symlink(&other, lock_path(&path)).unwrap();
        assert!(matches!(write_whole(&path, "ours").unwrap_err(), WriteError::NotAFile(_)));
        assert_eq!(fs::read_to_string(&other).unwrap(), "theirs");
        fs::remove_file(lock_path(&path)).unwrap();
        // What stands where the next text is written is replaced, not followed.
        std::os::unix::fs::symlink(&other, temp_path(&path)).unwrap();
        write_whole(&path, "ours").unwrap();
        assert_eq!(fs::read_to_string(&other).unwrap(), "theirs");
    }

    #[test]
    fn a_file_that_its_owner_closed_to_writing_is_left_alone() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("words.toml");
        write_whole(&path, "one").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert!(matches!(write_whole(&path, "two").unwrap_err(), WriteError::ReadOnly(_)));
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
    }

    #[test]
    fn many_at_once_lose_nothing() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("count");
        write_whole(&path, "0").unwrap();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..5 {
                        let lock = Lock::acquire(&path).unwrap();
                        let count: u32 = fs::read_to_string(&path).unwrap().parse().unwrap();
                        lock.write_temp(&(count + 1).to_string(), Sync::Soon).unwrap().persist().unwrap();
                    }
                });
            }
        });
        assert_eq!(fs::read_to_string(&path).unwrap(), "40");
    }
}

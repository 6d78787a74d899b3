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
use super::messages::{in_words, shown};
use super::names::{lock_path, temp_path};
use super::owner::{close_to_others, for_owner, is_still, keep_for_owner, sync_folder};

/// How often a lock is asked for, and how long in between: ten seconds in all. A writer needs a few milliseconds;
/// one that has stopped must not stop all others.
const TRIES: u32 = 2_000;
const BETWEEN_TRIES: Duration = Duration::from_millis(5);

/// A personal file is smaller than this.
pub(super) const AT_MOST: usize = 16 << 20;

/// Why a file was not written. Each is a sentence to be shown as it is.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Something stands in its place that is no ordinary file.
    #[error("{} is not an ordinary file, so nothing was written to it. Move it away, then try again", shown(.0))]
    NotAFile(PathBuf),
    /// Another program has had the lock for too long.
    #[error("{} is being written by another toolkit, which does not come to an end. Close it, then try again", shown(.0))]
    Busy(PathBuf),
    /// A newer program has written it.
    #[error("{} was written by a newer toolkit, so nothing was changed in it. Bring this one up to date, then try again", shown(.0))]
    Newer(PathBuf),
    /// It would be larger than what is read again.
    #[error("{} would be larger than {} MiB, so nothing was written to it. Remove something from it first", shown(.0), AT_MOST >> 20)]
    TooLarge(PathBuf),
    /// There is no folder for it.
    #[error("{0}")]
    NoHome(#[from] NoHome),
    /// The system does not let it.
    #[error("{} could not be written: {}", shown(path), in_words(why))]
    System {
        /// The file.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
}

/// The right to write a file, which one program has at a time: for reading it, deciding, and replacing it.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
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
        let lock_path = lock_path(path);
        for _ in 0..TRIES {
            let file = open_lock(&lock_path)
                .map_err(system)?
                .ok_or_else(|| WriteError::NotAFile(lock_path.clone()))?;
            match file.try_lock() {
                Ok(()) if is_still(&file, &lock_path) => {
                    return Ok(Self { path: path.to_owned(), _file: file });
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

    /// Brings `text` to the disk, beside the file.
    ///
    /// # Errors
    ///
    /// It could not be written there whole, or the file is no ordinary one.
    pub(super) fn write_temp(&self, text: &str) -> Result<TempFile<'_>, WriteError> {
        self.write_temp_for(&self.path, text)
    }

    /// The same for another file of the folder, that belongs to this one.
    pub(super) fn write_temp_for<'a>(
        &'a self,
        path: &'a Path,
        text: &str,
    ) -> Result<TempFile<'a>, WriteError> {
        if text.len() > AT_MOST {
            return Err(WriteError::TooLarge(path.to_owned()));
        }
        let system = |why| WriteError::System { path: path.to_owned(), why };
        if !is_file_or_nothing(path).map_err(system)? {
            return Err(WriteError::NotAFile(path.to_owned()));
        }
        let temp = TempFile { target: path, path: temp_path(&self.path) };
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
}

impl TempFile<'_> {
    /// Replaces the file by the text. On return the text will be found there after a loss of power.
    ///
    /// # Errors
    ///
    /// The file could not be replaced, or the system cannot promise that it stays so.
    pub(super) fn persist(self) -> Result<(), WriteError> {
        let renamed = fs::rename(&self.path, self.target).and_then(|()| sync_folder(folder_of(self.target)));
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
        file.sync_all()
    }
}

impl Drop for TempFile<'_> {
    fn drop(&mut self) {
        // Once it has replaced the file there is nothing left under this name.
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether there is an ordinary file or nothing at all; a link is neither.
fn is_file_or_nothing(path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(metadata.is_file()),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(true),
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
    if !is_file_or_nothing(path)? {
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
        Lock::acquire(path)?.write_temp(text)?.persist()
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
        drop(lock.write_temp("two").unwrap());
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
    fn a_link_is_not_followed() {
        let dir = TempDir::new().unwrap();
        let (path, other) = (dir.path().join("words.toml"), dir.path().join("other"));
        fs::write(&other, "theirs").unwrap();
        for name in [path.clone(), lock_path(&path)] {
            let _ = fs::remove_file(&name);
            std::os::unix::fs::symlink(&other, &name).unwrap();
            let error = write_whole(&path, "ours").unwrap_err();
            assert!(matches!(error, WriteError::NotAFile(_)), "{error}");
            assert_eq!(fs::read_to_string(&other).unwrap(), "theirs");
            fs::remove_file(name).unwrap();
        }
        // What stands where the next text is written is replaced, not followed.
        std::os::unix::fs::symlink(&other, temp_path(&path)).unwrap();
        write_whole(&path, "ours").unwrap();
        assert_eq!(fs::read_to_string(&other).unwrap(), "theirs");
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
                        lock.write_temp(&(count + 1).to_string()).unwrap().persist().unwrap();
                    }
                });
            }
        });
        assert_eq!(fs::read_to_string(&path).unwrap(), "40");
    }
}

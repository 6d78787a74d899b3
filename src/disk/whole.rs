//! A personal file written whole or not at all.
//!
//! One program at a time: whoever wants to write holds a lock beside the file. The new text goes into a second
//! file, is brought to the disk, and takes the place of the old one in one step; then the folder is brought to
//! the disk too. Whatever fails or ends the program in between, the file is the old one or the new one, whole.
//! (The order is that of Pillai et al. 2014, *All File Systems Are Not Created Equal*.) Both files are for their
//! owner alone from their first moment, whatever the umask.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::owner::{close_to_others, for_owner, is_still, keep_for_owner, sync_folder};
use super::personal::NoHome;
use super::{in_words, shown};

/// How often a lock is asked for, and how long in between: ten seconds in all. A writer needs a few milliseconds;
/// one that has stopped must not stop all others.
const TRIES: u32 = 2_000;
const BETWEEN_TRIES: Duration = Duration::from_millis(5);

/// A personal file is smaller than this.
pub(super) const AT_MOST: usize = 16 << 20;

/// Why a file was not written. Each is a sentence to be shown as it is.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// Something stands in its place that is no ordinary file.
    #[error("{} is not an ordinary file, so nothing was written to it. Move it away, then try again", shown(.0))]
    NotAFile(PathBuf),
    /// Somebody else has been writing it for too long.
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

/// Replaces the file `path` by `text`, whole or not at all. Its folder is made where there is none.
///
/// # Errors
///
/// It was not written, and is what it was before.
pub fn write_whole(path: &Path, text: &str) -> Result<(), NotWritten> {
    Held::take(path)?.stage(text)?.put()
}

/// A file that nobody else writes as long as this value lives: for reading it, deciding, and replacing it.
#[derive(Debug)]
pub struct Held {
    path: PathBuf,
    _lock: File,
}

impl Held {
    /// Waits until nobody else writes the file `path`. Its folder is made where there is none.
    ///
    /// # Errors
    ///
    /// The folder or the lock cannot be made, or somebody else does not come to an end.
    pub fn take(path: &Path) -> Result<Self, NotWritten> {
        let system = |why| NotWritten::System { path: path.to_owned(), why };
        make_folder(folder_of(path)).map_err(system)?;
        let lock_path = lock_path(path);
        for _ in 0..TRIES {
            let lock = open_lock(&lock_path)
                .map_err(system)?
                .ok_or_else(|| NotWritten::NotAFile(lock_path.clone()))?;
            match lock.try_lock() {
                Ok(()) if is_still(&lock, &lock_path) => {
                    return Ok(Self { path: path.to_owned(), _lock: lock });
                }
                // It was deleted while we waited for it: there is a new one.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => std::thread::sleep(BETWEEN_TRIES),
                Err(TryLockError::Error(why)) if why.kind() == io::ErrorKind::Interrupted => {}
                Err(TryLockError::Error(why)) => return Err(system(why)),
            }
        }
        Err(NotWritten::Busy(path.to_owned()))
    }

    /// Brings `text` to the disk, beside the file.
    ///
    /// # Errors
    ///
    /// It could not be written there whole, or the file is no ordinary one.
    pub fn stage(&self, text: &str) -> Result<Staged<'_>, NotWritten> {
        self.stage_for(&self.path, text)
    }

    /// The same for another file of the folder, that belongs to this one.
    pub(super) fn stage_for<'a>(&'a self, path: &'a Path, text: &str) -> Result<Staged<'a>, NotWritten> {
        if text.len() > AT_MOST {
            return Err(NotWritten::TooLarge(path.to_owned()));
        }
        let system = |why| NotWritten::System { path: path.to_owned(), why };
        if !is_file_or_nothing(path).map_err(system)? {
            return Err(NotWritten::NotAFile(path.to_owned()));
        }
        let staged = Staged { path, beside: beside(&self.path) };
        staged.write(text.as_bytes()).map_err(system)?;
        Ok(staged)
    }
}

/// A text that is on the disk, and not yet in its place. It is deleted unless it is put there.
#[derive(Debug)]
pub struct Staged<'a> {
    path: &'a Path,
    beside: PathBuf,
}

impl Staged<'_> {
    /// Puts the text into its place. On return it will be found there after a loss of power.
    ///
    /// # Errors
    ///
    /// It could not be put there, or the system cannot promise that it will stay.
    pub fn put(self) -> Result<(), NotWritten> {
        let put = fs::rename(&self.beside, self.path).and_then(|()| sync_folder(folder_of(self.path)));
        put.map_err(|why| NotWritten::System { path: self.path.to_owned(), why })
    }

    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        // What a killed program has left: nobody else writes it now, and it may be a link.
        match fs::remove_file(&self.beside) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
            _ => {}
        }
        let mut file = for_owner(OpenOptions::new().write(true).create_new(true)).open(&self.beside)?;
        keep_for_owner(&file)?;
        file.write_all(bytes)?;
        file.sync_all()
    }
}

impl Drop for Staged<'_> {
    fn drop(&mut self) {
        // Once it is put into its place there is nothing left under this name.
        let _ = fs::remove_file(&self.beside);
    }
}

/// Returns the name under which the next text of a file is written.
pub(super) fn beside(path: &Path) -> PathBuf {
    path.with_extension("tmp")
}

/// Returns the name of the lock of a file.
pub(super) fn lock_path(path: &Path) -> PathBuf {
    path.with_extension("lock")
}

/// Whether there is an ordinary file or nothing at all; a link is neither.
pub(super) fn is_file_or_nothing(path: &Path) -> io::Result<bool> {
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
fn make_folder(folder: &Path) -> io::Result<()> {
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

    #[test]
    fn a_file_is_made_and_replaced_with_its_folder() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("a/b/words.toml");
        write_whole(&path, "one").unwrap();
        write_whole(&path, "two").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert!(!beside(&path).exists());
        write_whole(&path, "").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "");
    }

    #[test]
    fn what_is_not_put_leaves_nothing() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("words.toml");
        write_whole(&path, "one").unwrap();
        let held = Held::take(&path).unwrap();
        drop(held.stage("two").unwrap());
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        assert!(!beside(&path).exists());
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
            assert!(matches!(error, NotWritten::NotAFile(_)), "{error}");
            assert_eq!(fs::read_to_string(&other).unwrap(), "theirs");
            fs::remove_file(name).unwrap();
        }
        // What stands where the next text is written is replaced, not followed.
        std::os::unix::fs::symlink(&other, beside(&path)).unwrap();
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
                        let held = Held::take(&path).unwrap();
                        let count: u32 = fs::read_to_string(&path).unwrap().parse().unwrap();
                        held.stage(&(count + 1).to_string()).unwrap().put().unwrap();
                    }
                });
            }
        });
        assert_eq!(fs::read_to_string(&path).unwrap(), "40");
    }
}

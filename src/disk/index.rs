//! The search of a large pack, kept in the cache folder so that the next start does not build it again.
//!
//! It is no personal file: it holds nothing but what is in the pack, and whoever deletes it loses some seconds. So
//! whatever is wrong with it (damaged, of another version of the program, made before the guides were changed) it is
//! passed over without a word, and written anew. There is one for each pack, by the pack's id.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::personal::Folders;
use super::whole::{Held, NotWritten};
use crate::guide::Library;
use crate::search::Search;

/// From so many guides on the search is kept: building it takes some seconds from there on, reading it a fraction of
/// one.
pub const KEPT_FROM: usize = 20_000;

/// More than this is no search of a pack that can be opened.
const AT_MOST: u64 = 1 << 30;

/// The file that the search of one library is kept in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexFile {
    path: PathBuf,
    fingerprint: u64,
}

impl IndexFile {
    /// Returns the file for a library; none where it has fewer guides than `from`, as a rule [`KEPT_FROM`]. Goes
    /// through all texts of the library.
    #[must_use]
    pub fn of(library: &Library, folders: &Folders, from: usize) -> Option<Self> {
        let path = folders.index(&library.pack.slug);
        (library.guides.len() >= from).then(|| Self { path, fingerprint: Search::fingerprint(library) })
    }

    /// Returns the search of the library, if it is there and whole.
    #[must_use]
    pub fn read(&self) -> Option<Search> {
        Search::from_bytes(&bytes(&self.path)?, self.fingerprint).ok()
    }

    /// Keeps the search of the library, for the owner of the folder alone and in place of what was there.
    ///
    /// # Errors
    ///
    /// It was not written, and what was there still is. Nothing is lost then.
    pub fn write(&self, search: &Search) -> Result<(), NotWritten> {
        let bytes = search.to_bytes(self.fingerprint);
        Held::take(&self.path)?.stage_bytes(&bytes)?.put()
    }

    /// Returns where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Returns what is in an ordinary file that is no larger than any index.
fn bytes(path: &Path) -> Option<Vec<u8>> {
    // Asked before it is opened: opening a pipe waits for somebody to write into it.
    let metadata = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    let length = usize::try_from(metadata.len()).ok().filter(|_| metadata.len() <= AT_MOST)?;
    let mut bytes = Vec::with_capacity(length);
    File::open(path).ok()?.take(AT_MOST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::bundled;
    use crate::disk::{Kept, files, forget};

    fn file(dir: &TempDir, library: &Library) -> IndexFile {
        IndexFile::of(library, &Folders::within(dir.path()), 1).unwrap()
    }

    #[test]
    fn small_packs_have_none() {
        let (dir, library) = (TempDir::new().unwrap(), bundled::library());
        assert_eq!(IndexFile::of(&library, &Folders::within(dir.path()), KEPT_FROM), None);
    }

    #[test]
    fn what_is_kept_is_read_until_the_guides_change() {
        let (dir, mut library) = (TempDir::new().unwrap(), bundled::library());
        let kept = file(&dir, &library);
        assert_eq!(kept.read(), None);
        kept.write(&bundled::search()).unwrap();
        assert_eq!(kept.read(), Some(bundled::search()));
        library.guides[0].also_said.push("something else");
        let changed = file(&dir, &library);
        assert_eq!((changed.path(), changed.read()), (kept.path(), None));
        changed.write(&Search::build(&library)).unwrap();
        assert_eq!((changed.read(), kept.read()), (Some(Search::build(&library)), None), "one a pack");
    }

    #[test]
    fn damaged_and_strange_ones_are_passed_over_and_replaced_where_that_is_safe() {
        let (dir, library) = (TempDir::new().unwrap(), bundled::library());
        let kept = file(&dir, &library);
        kept.write(&bundled::search()).unwrap();
        let whole = fs::read(kept.path()).unwrap();
        for damaged in [&whole[..whole.len() / 2], b"", b"something else"] {
            fs::write(kept.path(), damaged).unwrap();
            assert_eq!(kept.read(), None);
            kept.write(&bundled::search()).unwrap();
            assert_eq!(kept.read(), Some(bundled::search()));
        }
        fs::remove_file(kept.path()).unwrap();
        fs::create_dir(kept.path()).unwrap();
        assert_eq!(kept.read(), None);
        assert!(kept.write(&bundled::search()).is_err());
    }

    #[test]
    fn what_another_program_wrote_is_passed_over_and_replaced() {
        let (dir, library) = (TempDir::new().unwrap(), bundled::library());
        let kept = file(&dir, &library);
        kept.write(&bundled::search()).unwrap();
        let mut other = fs::read(kept.path()).unwrap();
        // Behind the sign stands which program it was.
        other[8] ^= 1;
        fs::write(kept.path(), other).unwrap();
        assert_eq!(kept.read(), None);
        kept.write(&bundled::search()).unwrap();
        assert_eq!(kept.read(), Some(bundled::search()));
    }

    #[test]
    fn packs_with_the_same_name_never_take_each_others() {
        let (dir, library) = (TempDir::new().unwrap(), bundled::library());
        let mut other = library.clone();
        other.guides.truncate(3);
        let (first, second) = (file(&dir, &library), file(&dir, &other));
        first.write(&Search::build(&library)).unwrap();
        assert_eq!((first.path(), second.read()), (second.path(), None));
        second.write(&Search::build(&other)).unwrap();
        assert_eq!((first.read(), second.read()), (None, Some(Search::build(&other))));
    }

    #[test]
    fn where_nothing_can_be_written_what_was_there_stays() {
        let (dir, library) = (TempDir::new().unwrap(), bundled::library());
        let kept = file(&dir, &library);
        // A file stands where the folder should be.
        let folder = kept.path().parent().unwrap();
        fs::create_dir_all(folder.parent().unwrap()).unwrap();
        fs::write(folder, "").unwrap();
        assert_eq!((kept.read(), kept.write(&bundled::search()).is_err()), (None, true));
        fs::remove_file(folder).unwrap();
        kept.write(&bundled::search()).unwrap();
        // Nor can the new one be written beside the old one.
        fs::create_dir(kept.path().with_extension("tmp")).unwrap();
        assert!(kept.write(&bundled::search()).is_err());
        assert_eq!(kept.read(), Some(bundled::search()));
    }

    #[test]
    fn programs_that_write_at_once_leave_one_that_is_whole() {
        let (dir, library) = (TempDir::new().unwrap(), bundled::library());
        let mut other = library.clone();
        other.guides.truncate(3);
        let packs = [&library, &other].map(|library| (file(&dir, library), Search::build(library)));
        std::thread::scope(|scope| {
            for (kept, search) in packs.iter().cycle().take(6) {
                scope.spawn(move || {
                    for _ in 0..4 {
                        kept.write(search).unwrap();
                        assert!(kept.read().is_none_or(|read| read == *search));
                    }
                });
            }
        });
        let whole = packs.iter().filter(|(kept, search)| kept.read().as_ref() == Some(search)).count();
        assert_eq!(whole, 1, "the last one");
    }

    #[test]
    fn they_are_listed_and_deleted_with_all_that_belongs_to_them() {
        let (dir, library) = (TempDir::new().unwrap(), bundled::library());
        let folders = Folders::within(dir.path());
        let kept = file(&dir, &library);
        kept.write(&bundled::search()).unwrap();
        let unfinished = folders.index("second").with_extension("tmp");
        fs::write(&unfinished, "half").unwrap();
        fs::write(kept.path().with_file_name("theirs.bin"), "theirs").unwrap();
        let listed: Vec<PathBuf> = files(&folders)
            .into_iter()
            .filter(|file| file.kept == Kept::Indexes)
            .map(|file| file.path)
            .collect();
        assert_eq!(listed, [kept.path().to_owned(), kept.path().with_extension("lock"), unfinished]);
        forget(&folders, &[Kept::Indexes]).unwrap();
        let left: Vec<_> = fs::read_dir(kept.path().parent().unwrap()).unwrap().collect();
        assert_eq!(left.len(), 1, "what is not ours stays: {left:?}");
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let (dir, library) = (TempDir::new().unwrap(), bundled::library());
        let kept = file(&dir, &library);
        kept.write(&bundled::search()).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(kept.path()), mode(kept.path().parent().unwrap())), (0o600, 0o700));
    }
}

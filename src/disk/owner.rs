//! Whose files these are: for their owner alone, on systems that know owners.
//!
//! Elsewhere the system closes the folder of a user to others, and a folder cannot be brought to the disk.

#[cfg(not(unix))]
pub(super) use elsewhere::{
    close_to_others, for_everybody, for_owner, is_same_owner, is_still, keep_for_owner, sync_folder,
};
#[cfg(unix)]
pub(super) use unix::{
    close_to_others, for_everybody, for_owner, is_same_owner, is_still, keep_for_owner, sync_folder,
};

#[cfg(unix)]
mod unix {
    use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
    use std::io;
    use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _};
    use std::path::Path;

    const FILE: u32 = 0o600;
    const FOLDER: u32 = 0o700;

    /// What can be made with a mode.
    pub(in crate::disk) trait Moded {
        fn for_owner(&mut self);
    }

    impl Moded for OpenOptions {
        fn for_owner(&mut self) {
            self.mode(FILE);
        }
    }

    impl Moded for DirBuilder {
        fn for_owner(&mut self) {
            self.mode(FOLDER);
        }
    }

    pub(in crate::disk) fn for_owner<T: Moded>(maker: &mut T) -> &T {
        maker.for_owner();
        maker
    }

    /// Lets others read the file that a builder of unfinished ones makes, as far as the umask does.
    pub(in crate::disk) fn for_everybody(builder: &mut tempfile::Builder<'_, '_>) {
        builder.permissions(Permissions::from_mode(0o666));
    }

    /// Sets the mode where the umask or an older program has made it another.
    pub(in crate::disk) fn keep_for_owner(file: &File) -> io::Result<()> {
        if file.metadata()?.mode() & 0o7777 == FILE {
            return Ok(());
        }
        file.set_permissions(Permissions::from_mode(FILE))
    }

    pub(in crate::disk) fn close_to_others(folder: &Path) -> io::Result<()> {
        if fs::metadata(folder)?.mode() & 0o777 == FOLDER {
            return Ok(());
        }
        fs::set_permissions(folder, Permissions::from_mode(FOLDER))
    }

    /// Whether an open file still has this name.
    pub(in crate::disk) fn is_still(file: &File, path: &Path) -> bool {
        let same = || Ok::<_, io::Error>((file.metadata()?.ino(), fs::symlink_metadata(path)?.ino()));
        same().is_ok_and(|(open, named)| open == named)
    }

    /// Whether two files belong to one person.
    pub(in crate::disk) fn is_same_owner(one: &fs::Metadata, other: &fs::Metadata) -> bool {
        one.uid() == other.uid()
    }

    /// Brings the names in a folder to the disk.
    pub(in crate::disk) fn sync_folder(folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::fs::File;
    use std::io;
    use std::path::Path;

    pub(in crate::disk) fn for_owner<T>(maker: &mut T) -> &T {
        maker
    }

    pub(in crate::disk) fn for_everybody(_: &mut tempfile::Builder<'_, '_>) {}

    pub(in crate::disk) fn keep_for_owner(_: &File) -> io::Result<()> {
        Ok(())
    }

    pub(in crate::disk) fn close_to_others(_: &Path) -> io::Result<()> {
        Ok(())
    }

    pub(in crate::disk) fn is_still(_: &File, _: &Path) -> bool {
        true
    }

    pub(in crate::disk) fn is_same_owner(_: &std::fs::Metadata, _: &std::fs::Metadata) -> bool {
        true
    }

    pub(in crate::disk) fn sync_folder(_: &Path) -> io::Result<()> {
        Ok(())
    }
}

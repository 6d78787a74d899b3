//! Reads the folder of a pack: ordinary files, text, and not more of it than a pack can have. And adds a file to it.
//!
//! A pack comes from somebody else. A pipe in its folder must not wait for ever, a device must not fill the
//! memory, and a link that leads in a circle is not followed: only files that are ordinary are opened, no more
//! of each is read than is allowed, and folders are read one level deep.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};

use super::messages::shown;
use crate::guide::Area;
use crate::pack::{self, FILE_AT_MOST, Opened, Source, SourceError};

/// More files than this are no pack.
const FILES_AT_MOST: usize = 200_000;

/// More than this in all files together is no pack: a hundred thousand guides of five kilobytes have 520 MB, and take
/// five times as much memory while they are read.
const BYTES_AT_MOST: usize = 640 << 20;

/// Reads the pack in the folder `dir` and opens it.
///
/// # Errors
///
/// As [`read`]. What is wrong with the content is in the report.
pub fn open(dir: &Path) -> anyhow::Result<Opened> {
    Ok(pack::open(&read(dir)?))
}

/// Returns the TOML files of the folder `dir` and of the folders in it, in order of their names.
///
/// A file that cannot be read is returned with the reason, so that all the others are still checked.
///
/// # Errors
///
/// When `dir` is no folder that can be read, or has more files or text than a pack can have.
pub fn read(dir: &Path) -> anyhow::Result<Vec<Source>> {
    let mut files = Vec::new();
    let mut folders = Vec::new();
    list(dir, "", &mut files, &mut folders).map_err(|error| no_folder(dir, &error))?;
    for (name, path) in folders {
        let mut inner = Vec::new();
        let is_area = Area::ALL.iter().any(|area| name.trim_end_matches('/') == area.slug());
        match list(&path, &name, &mut files, &mut inner) {
            Err(error) if is_area => return Err(no_folder(&path, &error)),
            // Not a part of the pack: `lost+found` of a stick, a folder that has gone meanwhile.
            Err(_) => continue,
            Ok(()) => {}
        }
        // A guide one folder too deep would be left out without a word; what else stands there is no part of a pack.
        if is_area {
            for (name, path) in inner {
                list(&path, &name, &mut files, &mut Vec::new()).map_err(|error| no_folder(&path, &error))?;
            }
        }
    }
    if files.len() > FILES_AT_MOST {
        bail!("{} has {} TOML files: a pack has at most {FILES_AT_MOST}", shown(dir), files.len());
    }
    files.sort();
    let mut sources = Vec::with_capacity(files.len());
    let mut left = BYTES_AT_MOST;
    for (name, path) in files {
        let text = if leads_out(&path, dir) {
            Err(SourceError::Unreadable("it is a link that leads out of the pack".to_owned()))
        } else {
            read_file(&path)
        };
        let Some(rest) = left.checked_sub(text.as_ref().map_or(0, String::len)) else {
            bail!("{} has more than {} MiB of TOML: a pack has less", shown(dir), BYTES_AT_MOST >> 20);
        };
        left = rest;
        sources.push(Source { name, text });
    }
    Ok(sources)
}

/// Adds the TOML files in a folder, and the folders in it, each with its name in the pack.
fn list(
    dir: &Path,
    prefix: &str,
    files: &mut Vec<(String, PathBuf)>,
    folders: &mut Vec<(String, PathBuf)>,
) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let path = entry.path();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if is_toml(&name) {
            files.push((name, path));
        } else if entry.file_type()?.is_dir() && !name.starts_with('.') {
            folders.push((format!("{name}/"), path));
        }
        if files.len() > FILES_AT_MOST || folders.len() > FILES_AT_MOST {
            break;
        }
    }
    Ok(())
}

/// Returns why a folder of a pack cannot be read, and what to do.
fn no_folder(dir: &Path, error: &io::Error) -> anyhow::Error {
    let name = shown(dir);
    if fs::metadata(dir).is_ok_and(|metadata| metadata.is_file()) {
        let around = dir.ancestors().skip(1).find(|folder| is_pack(folder));
        let next = match around.map(shown) {
            Some(around) if around.is_empty() => "Name the folder it is in: .".to_owned(),
            Some(around) => format!("Name the folder it is in: {around}"),
            None => "Name a folder that has a pack.toml in it.".to_owned(),
        };
        return anyhow!("{name} is a file, and a pack is a folder. {next}");
    }
    match error.kind() {
        io::ErrorKind::NotFound => {
            anyhow!(
                "There is no folder {name}. Check its spelling; a pack is a folder with a pack.toml in it."
            )
        }
        io::ErrorKind::PermissionDenied => {
            anyhow!(
                "You are not allowed to read the folder {name}. Ask whoever owns it, or copy the pack.toml and all beside it."
            )
        }
        _ => anyhow!(
            "The folder {name} could not be read ({error}). A pack is a folder with a pack.toml in it."
        ),
    }
}

/// Whether a file is TOML by its name, or was meant to be: `x.TOML` and `x.toml.txt` would be left out without a word.
fn is_toml(name: &str) -> bool {
    let name = name.to_lowercase();
    [".toml", ".toml.txt"].iter().any(|end| name.ends_with(end))
}

/// Whether a file is a link to something outside the pack, which is nobody's guide: somebody else's pack must
/// not show the reader's own files.
fn leads_out(path: &Path, dir: &Path) -> bool {
    let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    let inside = || Ok::<_, io::Error>(fs::canonicalize(path)?.starts_with(fs::canonicalize(dir)?));
    is_link && !inside().unwrap_or(true)
}

/// Returns the text of a file, or why it has none.
pub(super) fn read_file(path: &Path) -> Result<String, SourceError> {
    let unreadable = |error: io::Error| {
        SourceError::Unreadable(match error.kind() {
            io::ErrorKind::NotFound => "it is a link to a file that is not there".to_owned(),
            io::ErrorKind::PermissionDenied => "you are not allowed to read it".to_owned(),
            _ => error.to_string(),
        })
    };
    // The kind is asked for before the file is opened, because opening a pipe waits for its writer.
    if !fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(SourceError::NotAFile);
    }
    let mut bytes = Vec::new();
    let limit = u64::try_from(FILE_AT_MOST).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)).map_err(unreadable)?;
    if bytes.len() > FILE_AT_MOST {
        return Err(SourceError::TooLarge);
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..good).unwrap_or_default();
        SourceError::NotUtf8 { before: String::from_utf8_lossy(before).into_owned() }
    })
}

/// Whether `dir` is a folder with a `pack.toml` in it.
#[must_use]
pub fn is_pack(dir: &Path) -> bool {
    fs::metadata(dir.join("pack.toml")).is_ok_and(|metadata| metadata.is_file())
}

/// What became of a new file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// It was written here.
    New(PathBuf),
    /// There is a file already, which stays as it is.
    Exists(PathBuf),
}

/// Writes a new file into the folder `area` of the pack in `dir`; the folder is made where it is missing.
///
/// Never over another file, and never outside the pack: a folder that is a link to somewhere else is refused.
///
/// # Errors
///
/// The folder leads out of the pack, or the system does not let the file be written.
pub fn add(dir: &Path, area: &str, name: &str, text: &str) -> anyhow::Result<Written> {
    let folder = dir.join(area);
    match fs::create_dir(&folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            return Err(error).with_context(|| format!("the folder {} could not be made", shown(&folder)));
        }
        _ => {}
    }
    if leads_out(&folder, dir) {
        bail!(
            "the folder {} is a link that leads out of the pack: put the guide there yourself",
            shown(&folder)
        );
    }
    write_new(OpenOptions::new().write(true).create_new(true), &folder.join(name), text)
}

/// Writes a file that `new` makes and opens, whole or not at all.
pub(super) fn write_new(new: &OpenOptions, path: &Path, text: &str) -> anyhow::Result<Written> {
    let mut file = match new.open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Ok(Written::Exists(path.to_owned()));
        }
        Err(error) => return Err(error).with_context(|| format!("{} could not be written", shown(path))),
    };
    if let Err(error) = file.write_all(text.as_bytes()).and_then(|()| file.sync_all()) {
        // Half a file would be in the way of the next try.
        let _ = fs::remove_file(path);
        return Err(error)
            .with_context(|| format!("{} could not be written; is the disk full?", shown(path)));
    }
    Ok(Written::New(path.to_owned()))
}

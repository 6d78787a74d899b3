//! Packs as folders: what is read from a disk, and what is not.

use std::fs;
use std::path::Path;

use real_toolkit::pack::{FILE_AT_MOST, Rule, Source, SourceError};
use real_toolkit::{bundled, disk};
use tempfile::TempDir;

use crate::support::{good_pack, place};

/// Writes the good pack to a folder.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for source in good_pack() {
        let path = folder.path().join(&source.name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, source.text.unwrap()).unwrap();
    }
    folder
}

/// Returns what a file of a folder was read as.
fn read(folder: &TempDir, name: &str) -> Option<Result<String, SourceError>> {
    let sources = disk::packs::read(folder.path()).unwrap();
    sources.into_iter().find(|source| source.name == name).map(|source| source.text)
}

#[test]
fn a_folder_is_read_in_order_of_names() {
    let folder = folder();
    fs::write(folder.path().join("README.md"), "not a part").unwrap();
    fs::create_dir_all(folder.path().join("notes/deeper")).unwrap();
    fs::write(folder.path().join("notes/deeper/x.toml"), "not a part").unwrap();
    assert_eq!(disk::packs::read(folder.path()).unwrap(), good_pack());
    assert!(disk::packs::open(folder.path()).unwrap().library.is_some());
}

#[test]
fn a_folder_that_is_not_there_says_what_to_do() {
    let folder = TempDir::new().unwrap();
    let error = format!("{:#}", disk::packs::read(&folder.path().join("no\u{1b}where")).unwrap_err());
    assert!(error.contains("no\u{fffd}where") && error.contains("pack.toml"), "{error}");
    assert_eq!(disk::packs::read(folder.path()).unwrap(), Vec::<Source>::new());
}

#[test]
fn a_file_that_is_too_large_or_not_text_does_not_hide_the_others() {
    let folder = folder();
    let file = fs::File::create(folder.path().join("workforce/huge.toml")).unwrap();
    file.set_len(8 << 30).unwrap();
    fs::write(folder.path().join("workforce/most.toml"), "#".repeat(FILE_AT_MOST)).unwrap();
    fs::write(folder.path().join("workforce/bytes.toml"), b"id = \"bytes\"\ntitle = \"\xff\"").unwrap();
    fs::create_dir(folder.path().join("workforce/folder.toml")).unwrap();
    assert_eq!(read(&folder, "workforce/huge.toml"), Some(Err(SourceError::TooLarge)));
    assert_eq!(read(&folder, "workforce/most.toml").unwrap().unwrap().len(), FILE_AT_MOST);
    let before = "id = \"bytes\"\ntitle = \"".to_owned();
    assert_eq!(read(&folder, "workforce/bytes.toml"), Some(Err(SourceError::NotUtf8 { before })));
    assert_eq!(read(&folder, "workforce/folder.toml"), Some(Err(SourceError::NotAFile)));
    let report = disk::packs::open(folder.path()).unwrap().report;
    let bytes = report.diagnostics.iter().find(|one| one.rule == Rule::NotUtf8).unwrap();
    assert_eq!(place(bytes), (2, 10));
    let rules = [Rule::NotUtf8, Rule::UnreadableFile, Rule::TooLong];
    assert!(rules.iter().all(|rule| report.diagnostics.iter().any(|one| one.rule == *rule)), "{report}");
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_the_pack_only() {
    use std::os::unix::fs::symlink;
    let folder = folder();
    let guides = folder.path().join("workforce");
    fs::rename(guides.join("one.toml"), folder.path().join("one.text")).unwrap();
    symlink("../one.text", guides.join("one.toml")).unwrap();
    assert!(disk::packs::open(folder.path()).unwrap().library.is_some());

    let elsewhere = TempDir::new().unwrap();
    fs::write(elsewhere.path().join("secret"), "a secret").unwrap();
    symlink(elsewhere.path().join("secret"), guides.join("secret.toml")).unwrap();
    symlink("circle.toml", guides.join("circle.toml")).unwrap();
    symlink("nowhere", guides.join("dangling.toml")).unwrap();
    symlink("/dev/zero", guides.join("zero.toml")).unwrap();
    symlink("..", guides.join("again")).unwrap();
    symlink("..", folder.path().join("again")).unwrap();
    for name in ["secret", "circle", "dangling", "zero"] {
        let text = read(&folder, &format!("workforce/{name}.toml")).unwrap();
        assert!(matches!(text, Err(SourceError::Unreadable(_) | SourceError::NotAFile)), "{name}: {text:?}");
    }
    let report = disk::packs::open(folder.path()).unwrap().report.to_string();
    assert!(report.contains("a link that leads out") && !report.contains("a secret"), "{report}");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let folder = folder();
    let pipe = folder.path().join("workforce/pipe.toml");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(read(&folder, "workforce/pipe.toml"), Some(Err(SourceError::NotAFile)));
}

#[cfg(unix)]
#[test]
fn names_of_files_cannot_drive_a_terminal() {
    let folder = folder();
    fs::write(folder.path().join("workforce/a\u{1b}]0;x\u{7}.toml"), "id = 5").unwrap();
    fs::write(folder.path().join("\u{202e}lmot.toml"), "").unwrap();
    let report = disk::packs::open(folder.path()).unwrap().report;
    assert!(report.has_errors());
    assert!(crate::support::is_safe(&report.to_string()), "{report:?}");
}

#[test]
fn the_bundled_pack_is_the_guides_folder() {
    let opened = disk::packs::open(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/guides"))).unwrap();
    assert_eq!(opened.report.to_string(), "");
    assert!(opened.library.unwrap() == bundled::library());
}

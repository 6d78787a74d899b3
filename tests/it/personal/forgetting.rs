//! Every file is listed, and every file can be deleted.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use real_toolkit::disk::Store;
use real_toolkit::journal::{Bookmark, Change, Moment};

use super::super::support::small;
use super::{Person, folders, mark};

/// Everything that can lie around.
fn untidy() -> Person {
    let person = Person::new();
    person.mark("one");
    fs::write(person.data("bookmarks.toml"), "damaged").unwrap();
    assert_eq!(person.run(&["bookmark", "supervision", "two"]).code, Some(0));
    fs::write(person.data("bookmarks.tmp"), "half").unwrap();
    fs::write(person.data("bookmarks.2020-02-02.toml"), "old").unwrap();
    for folder in [".local/state/real-toolkit", ".config/real-toolkit"] {
        fs::create_dir_all(person.path(folder)).unwrap();
    }
    fs::write(person.path(".local/state/real-toolkit/progress.toml"), "format = 1\n").unwrap();
    fs::write(person.path(".config/real-toolkit/preferences.toml"), "").unwrap();
    person
}

#[test]
fn every_file_is_listed_with_its_purpose_and_size() {
    let person = untidy();
    let listed = person.run(&["paths", "--json"]).json();
    let files: Vec<&str> =
        listed.as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
    for (path, content) in person.tree() {
        if let Some(content) = content {
            let at = files.iter().position(|file| path.to_str() == Some(file)).unwrap();
            assert_eq!(listed[at]["size"], content.len(), "{}", path.display());
        }
    }
    assert_eq!(files.len(), 10, "{files:?}");
    let plain = person.run(&["paths", "--plain"]).out;
    assert_eq!(plain.lines().count(), files.len());
    assert!(plain.lines().all(|line| line.split('\t').count() == 4), "{plain}");
    let human = person.run(&["paths"]).out;
    assert!(human.contains("a damaged one that was set aside, 7 bytes"), "{human}");
    let empty = Person::new().run(&["paths"]).out;
    assert_eq!(empty.matches("the file itself, not there").count(), 5, "{empty}");
}

#[test]
fn without_a_terminal_and_without_yes_nothing_is_deleted() {
    let person = untidy();
    let before = person.tree();
    let ran = person.run(&["forget"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("Nothing was deleted") && ran.err.contains("--yes"), "{}", ran.err);
    assert!(ran.out.contains("bookmarks.damaged-1.toml"), "{}", ran.out);
    // A pipe that says yes is no person who does.
    let mut started =
        person.after(":", &["forget"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let _ = started.stdin.take().unwrap().write_all(b"yes\n");
    assert_eq!(started.wait().unwrap().code(), Some(2));
    assert_eq!(person.tree(), before);
}

#[test]
fn everything_is_deleted_and_nothing_else() {
    let person = untidy();
    fs::write(person.data("letters.toml"), "mine").unwrap();
    let ran = person.run(&["forget", "--yes"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.ends_with("\nDeleted.\n"), "{}", ran.out);
    let left = person.tree().into_iter().filter_map(|(path, content)| Some((path, content?)));
    assert_eq!(left.collect::<BTreeMap<_, _>>(), [(person.data("letters.toml"), b"mine".to_vec())].into());
    assert!(!person.path(".config/real-toolkit").exists());
    let ran = person.run(&["forget"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (Some(0), "There is nothing to delete: no such file is kept.\n")
    );
    person.mark("again");
}

#[test]
fn what_is_named_is_deleted_alone() {
    let person = untidy();
    assert_eq!(person.run(&["forget", "--yes", "--only", "progress", "--only", "preferences"]).code, Some(0));
    assert!(person.data("bookmarks.toml").exists() && !person.path(".local/state/real-toolkit").exists());
    assert_eq!(person.run(&["forget", "--yes", "--only", "bookmarks"]).code, Some(0));
    assert!(!person.data("").exists());
}

/// Whether a word is anywhere in the files of a person.
fn is_anywhere(person: &Person, word: &str) -> bool {
    person.tree().into_values().flatten().any(|bytes| String::from_utf8_lossy(&bytes).contains(word))
}

#[test]
fn what_was_removed_or_changed_is_in_no_copy_when_that_is_asked_for() {
    let (person, library) = (Person::new(), small());
    let folders = folders(&person.path("own"));
    let day = |day: i64| Moment::from_seconds(day * 86_400);
    let (mut store, _) = Store::open(Ok(folders));
    store.record(&[mark(&library, "kayleigh"), mark(&library, "others")], day(1)).unwrap();
    let first = store.journal().bookmarks.all()[0].id;
    store.record(&[Change::RemoveBookmark(first)], day(2)).unwrap();
    assert!(is_anywhere(&person, "kayleigh"), "it can be put back");
    let before = person.tree();
    store.tidy(day(9).day());
    assert_eq!(person.tree(), before, "a copy is kept for a week");
    store.record(&[Change::ForgetOldBookmarks], day(2)).unwrap();
    assert!(!is_anywhere(&person, "kayleigh") && is_anywhere(&person, "others"));
    let second = store.journal().bookmarks.all()[0].clone();
    store.record(&[Change::EditBookmark(Bookmark { note: "mended".into(), ..second })], day(3)).unwrap();
    assert!(is_anywhere(&person, "others"));
    store.tidy(day(11).day());
    assert!(
        !is_anywhere(&person, "others") && is_anywhere(&person, "mended"),
        "a week later it is gone by itself"
    );
}

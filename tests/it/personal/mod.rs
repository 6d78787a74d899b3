//! The personal files: kept once they are said to be, by two programs at once, on whatever is found on the disk.

mod damage;
mod forgetting;
mod safety;
mod sessions;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use real_toolkit::disk::{Folders, Kept, Store, forget};
use real_toolkit::guide::{GuideId, Library, TextPos};
use real_toolkit::journal::{Anchor, Change, Durability, GuideKey, Moment, VISITS_AT_MOST};
use tempfile::TempDir;

use crate::cli::Ran;
use crate::support::small;

/// Somebody with a home of their own, in which files are kept.
struct Person {
    home: TempDir,
}

impl Person {
    fn new() -> Self {
        Self { home: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Returns a file beside the bookmarks.
    fn data(&self, name: &str) -> PathBuf {
        self.path(".local/share/real-toolkit").join(name)
    }

    /// Returns the program, to be started by a shell that does this first.
    fn after(&self, shell: &str, words: &[&str]) -> Command {
        let mut command = Command::new("sh");
        command
            .args(["-c", &format!("{shell}; exec \"$@\""), "sh", env!("CARGO_BIN_EXE_toolkit")])
            .args(words);
        command.env_clear().env("HOME", self.home.path()).env("PATH", "/usr/bin:/bin");
        command.current_dir(self.home.path()).stdin(Stdio::null());
        command
    }

    fn run(&self, words: &[&str]) -> Ran {
        self.run_after(":", words)
    }

    fn run_after(&self, shell: &str, words: &[&str]) -> Ran {
        let output: Output = self.after(shell, words).output().unwrap();
        Ran::of(&output)
    }

    /// Marks a guide with these words, and insists that it is kept.
    fn mark(&self, words: &str) {
        let ran = self.run(&["bookmark", "build-relationships#do", words]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        assert_eq!(
            ran.out,
            format!("Bookmarked How to build relationships with young people › Do: {words}\n")
        );
    }

    /// Returns the words of all bookmarks in order, and what was said.
    fn marks(&self) -> (Vec<String>, String) {
        let ran = self.run(&["bookmarks", "--plain"]);
        // 4 where nothing of what is kept could be read.
        assert!(matches!(ran.code, Some(0 | 4)), "{ran:?}");
        let notes = ran.out.lines().map(|line| line.split('\t').nth(7).unwrap().to_owned());
        (notes.collect(), ran.err)
    }

    /// Returns every file and folder of the home with its content.
    fn tree(&self) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let mut tree = BTreeMap::new();
        let mut folders = vec![self.home.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path.clone());
                }
                tree.insert(path.clone(), fs::read(path).ok());
            }
        }
        tree
    }
}

fn folders(home: &Path) -> Folders {
    Folders::within(home)
}

fn store(home: &Path) -> Store {
    let (store, troubles) = Store::open(Ok(folders(home)));
    assert_eq!(troubles, []);
    store
}

fn anchor(library: &Library) -> Anchor {
    Anchor::of(library, GuideId(0), TextPos::default())
}

fn mark(library: &Library, note: &str) -> Change {
    Change::AddBookmark { anchor: anchor(library), note: note.to_owned() }
}

fn notes(store: &Store) -> Vec<&str> {
    store.journal().bookmarks.all().iter().map(|bookmark| bookmark.note.as_str()).collect()
}

#[test]
fn a_bookmark_that_was_said_to_be_kept_is_there() {
    let person = Person::new();
    assert_eq!(person.marks(), (vec![], String::new()));
    person.mark("for Tuesday");
    person.mark("\"quoted\" \\ = [x] é 漢");
    let ran = person.run(&["bookmark", "supervision"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let expected = ["for Tuesday", "\"quoted\" \\ = [x] é 漢", ""].map(str::to_owned).to_vec();
    assert_eq!(person.marks(), (expected, String::new()));
    let ran = person.run(&["bookmarks"]);
    assert!(ran.out.starts_with("1. How to build relationships with young people › Do · 20"), "{}", ran.out);
    assert!(ran.out.contains("\n   for Tuesday\n   “Seven steps"), "{}", ran.out);
    let json = person.run(&["bookmarks", "--json"]).json();
    assert_eq!((&json[0]["id"], &json[0]["found"]), (&1.into(), &"words".into()));
    assert_eq!(person.run(&["bookmark", "no-such-guide-at-all"]).code, Some(1));
}

#[test]
fn programs_that_run_at_once_lose_nothing() {
    let person = Person::new();
    let wanted: Vec<String> = (0..24).map(|number| format!("note {number:02}")).collect();
    for notes in wanted.chunks(8) {
        let start = |note: &String| {
            person.after(":", &["bookmark", "supervision", note]).stdout(Stdio::null()).spawn()
        };
        let started: Vec<_> = notes.iter().map(|note| start(note).unwrap()).collect();
        for mut one in started {
            assert!(one.wait().unwrap().success());
        }
    }
    let (mut marks, said) = person.marks();
    marks.sort();
    assert_eq!((marks, said), (wanted, String::new()));
    assert!(!person.data("bookmarks.tmp").exists());
}

#[test]
fn two_readers_keep_what_the_other_has_written() {
    let (home, library) = (TempDir::new().unwrap(), small());
    let (mut one, mut two) = (store(home.path()), store(home.path()));
    let when = Moment::from_seconds(7);
    one.record(&[mark(&library, "one"), mark(&library, "to go")], when).unwrap();
    let recorded = two.record(&[mark(&library, "two")], when).unwrap();
    assert_eq!((notes(&two), recorded.durability), (vec!["one", "to go", "two"], Durability::OnDisk));
    let gone = two.journal().bookmarks.all()[1].clone();
    one.record(&[Change::RemoveBookmark(gone.id)], when).unwrap();
    two.record(&[Change::Visit(GuideKey::of(&library, GuideId(0)))], when).unwrap();
    two.record(&[Change::SetPlace { anchor: anchor(&library), percent: 40 }], when).unwrap();
    assert_eq!(notes(&one), ["one", "two"]);
    one.record(&[Change::RestoreBookmark(gone), Change::Read(GuideKey::of(&library, GuideId(1)))], when)
        .unwrap();
    let three = store(home.path());
    assert_eq!(notes(&three), ["one", "to go", "two"]);
    let progress = &three.journal().progress;
    assert_eq!(progress.visits().len(), 1);
    assert!(progress.has_read(&library, GuideId(1)) && !progress.has_read(&library, GuideId(0)));
    assert_eq!(progress.last_place(&library.pack.slug).map(|place| place.percent), Some(40));
    assert_eq!(progress.place(&library, GuideId(1)), None);
}

#[test]
fn the_clock_may_say_what_it_likes() {
    let (home, library) = (TempDir::new().unwrap(), small());
    let mut store = store(home.path());
    let clocks = [1_795_309_323, 0, -86_400, i64::MIN, i64::MAX, 253_402_300_800, 1_795_309_323];
    for (number, seconds) in clocks.into_iter().enumerate() {
        store.record(&[mark(&library, &number.to_string())], Moment::from_seconds(seconds)).unwrap();
    }
    assert_eq!(notes(&self::store(home.path())), ["0", "1", "2", "3", "4", "5", "6"]);
}

#[test]
fn the_bookmarks_of_seven_days_are_kept() {
    let (home, library) = (TempDir::new().unwrap(), small());
    let mut store = store(home.path());
    for day in 0..12 {
        for hour in [1, 2] {
            let when = Moment::from_seconds(day * 86_400 + hour * 3_600);
            store.record(&[mark(&library, &format!("{day} {hour}"))], when).unwrap();
        }
    }
    let copies: Vec<String> = real_toolkit::disk::files(&folders(home.path()))
        .iter()
        .map(|file| file.path.file_name().unwrap().to_str().unwrap().to_owned())
        .filter(|name| name.starts_with("bookmarks.1970-"))
        .collect();
    let expected: Vec<String> = (6..=12).map(|day| format!("bookmarks.1970-01-{day:02}.toml")).collect();
    assert_eq!(copies, expected);
    // Each is the file as it was before the first change of its day.
    let copy = fs::read_to_string(home.path().join("data/bookmarks.1970-01-06.toml")).unwrap();
    assert!(copy.contains("\"4 2\"") && !copy.contains("\"5 1\""), "{copy}");
}

#[test]
fn visits_do_not_grow_without_end() {
    let (home, library) = (TempDir::new().unwrap(), small());
    let mut store = store(home.path());
    let visits: Vec<Change> =
        (0..500).map(|number| Change::Visit(GuideKey::of(&library, GuideId(number % 2)))).collect();
    store.record(&visits, Moment::default()).unwrap();
    assert_eq!(self::store(home.path()).journal().progress.visits().len(), VISITS_AT_MOST);
    store.record(&[mark(&library, "kept"), Change::ClearProgress], Moment::default()).unwrap();
    assert_eq!(store.journal().progress.visits(), []);
    forget(&folders(home.path()), &[Kept::Progress]).unwrap();
    assert_eq!(notes(&self::store(home.path())), ["kept"]);
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt as _;
    for umask in ["umask 000", "umask 022", "umask 077"] {
        let person = Person::new();
        for words in ["one", "two"] {
            assert_eq!(person.run_after(umask, &["bookmark", "supervision", words]).code, Some(0));
        }
        for path in person.tree().keys() {
            let mode = fs::metadata(path).unwrap().permissions().mode() & 0o7777;
            assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{umask}: {}", path.display());
        }
    }
}

#[test]
fn a_private_session_writes_nothing() {
    let person = Person::new();
    let reading =
        [vec!["bookmarks"], vec!["paths"], vec!["list"], vec!["search", "tea"], vec!["show", "supervision"]];
    for words in &reading {
        person.run(&[words.as_slice(), &["--private"]].concat());
        // None of these keeps anything anyway.
        person.run(words);
    }
    assert_eq!(person.tree(), BTreeMap::new());
    for words in [
        &["bookmark", "supervision", "--private"][..],
        &["forget", "--yes", "--private"],
        &["new", "x", "--private"],
        &["safety", "--new", "--private"],
    ] {
        let ran = person.run(words);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{words:?}");
        assert!(ran.err.contains("--private"), "{}", ran.err);
    }
    assert_eq!(person.tree(), BTreeMap::new());
    person.mark("seen");
    let before = person.tree();
    assert!(person.run(&["--private", "bookmarks"]).out.contains("seen"));
    assert_eq!(person.tree(), before);
    let (mut store, _) = Store::private(Ok(folders(&person.path("own"))));
    let recorded = store.record(&[mark(&small(), "lasts")], Moment::default()).unwrap();
    assert_eq!((recorded.durability, notes(&store)), (Durability::UntilTheEnd, vec!["lasts"]));
    assert_eq!(person.tree(), before);
}

#[test]
fn without_a_home_everything_can_be_read_and_nothing_is_kept() {
    let person = Person::new();
    for words in [&["bookmark", "supervision"][..], &["paths"], &["forget", "--yes"]] {
        let ran = person.run_after("HOME=somewhere", words);
        assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""), "{words:?}");
        assert!(ran.err.contains("no home folder"), "{}", ran.err);
    }
    assert_eq!(person.run_after("HOME=somewhere", &["bookmarks"]).code, Some(0));
    assert_eq!(person.run_after("HOME=somewhere", &["show", "supervision"]).code, Some(0));
    assert_eq!(person.tree(), BTreeMap::new());
    // A folder that is named by half a path is not the one that was meant.
    let ran = person.run_after("export XDG_DATA_HOME=half/a/path", &["bookmark", "supervision"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(person.data("bookmarks.toml").exists() && !person.path("half").exists());
}

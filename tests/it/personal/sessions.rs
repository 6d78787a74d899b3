//! Sessions on the disk: kept when that was said, merged, read from whatever is found, and gone when they are thrown away.

use std::fs;
use std::process::Stdio;

use real_toolkit::journal::{By, Change, Moment, Session, SessionChange, SessionId, Topic, Who};
use tempfile::TempDir;

use super::{Person, folders, store};

/// Words that are to be gone.
const SECRET: &str = "something-of-ours";

impl Person {
    /// Makes a plan of this title, and insists that it is kept.
    fn plan(&self, title: &str) {
        let ran = self.run(&["session", "new", title]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
        assert!(ran.out.starts_with("Kept as session "), "{}", ran.out);
    }

    /// Returns the titles of the sessions that are kept, and what was said.
    fn plans(&self) -> (Vec<String>, String) {
        let ran = self.run(&["session", "list", "--plain"]);
        let kept = ran.out.lines().filter(|line| !line.starts_with('\t'));
        (kept.map(|line| line.split('\t').nth(2).unwrap().to_owned()).collect(), ran.err)
    }

    /// Whether these words stand in any file of the home.
    fn has_words(&self, words: &str) -> bool {
        let has = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).contains(words);
        self.tree().into_values().flatten().any(has)
    }
}

#[test]
fn a_session_is_planned_shown_and_thrown_away() {
    let person = Person::new();
    person.plan("Monthly");
    assert_eq!(
        person.run(&["session", "add", "supervision", "--question", "2", "--minutes", "10"]).code,
        Some(0)
    );
    assert_eq!(person.run(&["session", "add", "--own", SECRET]).code, Some(0));
    let ran = person.run(&["session", "add", "--own", "ask Jamie"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("“Jamie” looks like a name") && ran.err.contains("--knowingly"), "{}", ran.err);
    assert_eq!(person.run(&["session", "add", "--own", "ask Jamie", "--knowingly"]).code, Some(0));
    let shown = person.run(&["session", "show", "1", "--json"]).json();
    let kinds: Vec<&str> =
        shown.as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["question", "own", "own"]);
    assert_eq!((&shown[0]["minutes"], &shown[0]["found"]), (&10.into(), &"words".into()));
    assert!(person.run(&["session", "show"]).out.contains("10 min"));
    assert!(person.run(&["handout", "--plan", "1"]).out.contains(SECRET));
    assert!(person.has_words(SECRET));
    let ran = person.run(&["session", "forget", "1"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "Thrown away: Monthly\n"));
    assert!(!person.has_words(SECRET) && !person.has_words("Jamie"));
    assert_eq!(person.run(&["session", "show"]).code, Some(1));
}

#[test]
fn a_ready_plan_is_begun_shown_and_handed_out() {
    let person = Person::new();
    assert_eq!(
        person.run(&["session", "new", "--from", "hard-week"]).out,
        "Kept as session 1: After a hard week\n"
    );
    let of_pack = person.run(&["session", "show", "first supervision with new worker", "--json"]).json();
    assert!(of_pack.as_array().unwrap().len() >= 5);
    let page = person.path("page.html");
    let words = ["handout", "--plan", "1", "--to", "html", "-o", page.to_str().unwrap()];
    assert_eq!(person.run(&words).code, Some(0));
    let ran = person.run(&words);
    assert_eq!(ran.code, Some(4));
    assert!(ran.err.contains("left alone") && ran.err.contains("--force"), "{}", ran.err);
    assert_eq!(person.run(&[&words[..], &["--force"]].concat()).code, Some(0));
}

#[test]
fn programs_that_run_at_once_lose_no_session() {
    let person = Person::new();
    let wanted: Vec<String> = (0..16).map(|number| format!("plan {number:02}")).collect();
    let start = |title: &String| person.after(":", &["session", "new", title]).stdout(Stdio::null()).spawn();
    let started: Vec<_> = wanted.iter().map(|title| start(title).unwrap()).collect();
    for mut one in started {
        assert!(one.wait().unwrap().success());
    }
    let (mut plans, said) = person.plans();
    plans.sort();
    assert_eq!((plans, said), (wanted, String::new()));
}

#[test]
fn two_readers_change_one_session_and_both_changes_stay() {
    let home = TempDir::new().unwrap();
    let own = |words: &str| SessionChange::AddItem { topic: Topic::Own(words.to_owned()), minutes: 0 };
    let (mut one, mut two) = (store(home.path()), store(home.path()));
    let when = Moment::from_seconds(7);
    one.record(&[Change::KeepSession(Box::default())], when).unwrap();
    let id = SessionId(1);
    one.record(&[Change::Session(id, own("one"))], when).unwrap();
    two.record(&[Change::Session(id, own("two"))], when).unwrap();
    let agree = SessionChange::Agree { what: "x".to_owned(), who: Who::You, by: By::NextTime };
    one.record(&[Change::Session(id, agree), Change::Session(id, SessionChange::Move(2, 0))], when).unwrap();
    let kept = store(home.path());
    let session: &Session = kept.journal().sessions.get(id).unwrap();
    let words: Vec<&str> = session.items.iter().map(|item| item.topic.words()).collect();
    assert_eq!((words, session.actions.len()), (vec!["two", "one"], 1));
    // One throws away what the other still changes: it is told by what it gets back, and nothing comes again.
    two.record(&[Change::RemoveSession(id)], when).unwrap();
    let recorded = one.record(&[Change::Session(id, own("late"))], when).unwrap();
    assert!(recorded.journal.sessions.all().is_empty());
}

#[test]
fn a_damaged_file_costs_no_session_and_is_set_aside() {
    let person = Person::new();
    person.plan("one");
    person.plan("two");
    let main = person.data("sessions/sessions.toml");
    let good = fs::read(&main).unwrap();
    for (number, damage) in
        [&b""[..], &good[..good.len() / 2], b"\xff\xfe", b"no = toml = at all"].iter().enumerate()
    {
        fs::write(&main, damage).unwrap();
        let (plans, said) = person.plans();
        assert_eq!(plans.len(), 2 + number, "{said}");
        assert!(said.contains("is damaged (") && said.contains("sessions.toml"), "{said}");
        assert_eq!(person.run(&["session", "new", &format!("more {number}")]).code, Some(0));
        let aside = person.data(&format!("sessions/sessions.damaged-{}.toml", number + 1));
        assert_eq!(fs::read(aside).unwrap(), *damage);
    }
    // What is thrown away is in nothing that was set aside either.
    fs::write(&main, fs::read_to_string(&main).unwrap().replace("\"one\"", &format!("\"{SECRET}\"")))
        .unwrap();
    assert_eq!(person.run(&["session", "new", "last"]).code, Some(0));
    assert!(person.has_words(SECRET));
    assert_eq!(person.run(&["session", "forget", SECRET]).code, Some(0));
    assert!(!person.has_words(SECRET));
}

#[test]
fn a_program_that_is_killed_leaves_what_was_kept() {
    let person = Person::new();
    person.plan("kept");
    for number in 0..24 {
        let title = format!("killed {number}");
        let mut started =
            person.after(":", &["session", "new", &title]).stdout(Stdio::null()).spawn().unwrap();
        // At another moment each time: others are started in between, and no clock is asked.
        for _ in 0..number % 4 {
            person.run(&["--version"]);
        }
        let _ = started.kill();
        let _ = started.wait();
        let (plans, said) = person.plans();
        assert!(plans.contains(&"kept".to_owned()) && said.is_empty(), "{plans:?} {said}");
    }
    person.plan("after");
    assert!(!person.data("sessions/sessions.tmp").exists());
}

#[test]
fn nothing_is_kept_privately_and_all_of_it_is_listed_and_deleted() {
    let person = Person::new();
    for words in [&["session", "new", "x", "--private"][..], &["session", "forget", "x", "--private"]] {
        let ran = person.run(words);
        assert!(matches!(ran.code, Some(1 | 2)) && ran.out.is_empty(), "{ran:?}");
    }
    assert!(person.tree().is_empty());
    person.plan("one");
    let listed = person.run(&["paths", "--plain"]).out;
    for path in person.tree().keys().filter(|path| path.is_file()) {
        assert!(listed.contains(path.to_str().unwrap()), "{}", path.display());
    }
    #[cfg(unix)]
    for path in person.tree().keys().filter(|path| path.is_file()) {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o7777, 0o600, "{}", path.display());
    }
    assert_eq!(person.run(&["forget", "--yes", "--only", "sessions"]).code, Some(0));
    assert!(!person.data("sessions").exists());
    let (kept, _) = real_toolkit::disk::Store::open(Ok(folders(person.home.path())));
    assert!(kept.journal().sessions.all().is_empty());
}

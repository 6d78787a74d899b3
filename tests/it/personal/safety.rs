//! The numbers of an organisation: begun, filled in, broken; and that nothing is kept of what is read.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::Person;
use crate::cli::Ran;

const ON_CALL: &str = "[[number]]\nid = \"on-call-manager\"\nnumber = \"0131 496 0002\"\nnote = \"Ann\"\n";

/// Returns the file beside the preferences.
fn file(person: &Person) -> PathBuf {
    person.path(".config/real-toolkit/safety.toml")
}

fn write(person: &Person, text: &[u8]) {
    fs::create_dir_all(file(person).parent().unwrap()).unwrap();
    fs::write(file(person), text).unwrap();
}

/// Runs the program with a file that is named.
fn run_naming(person: &Person, named: &str, words: &[&str]) -> Ran {
    Ran::of(&person.after(":", words).env("REAL_TOOLKIT_SAFETY", named).output().unwrap())
}

fn row(page: &Value, id: &str) -> Value {
    let rows = page["organisation"].as_array().unwrap();
    rows.iter().find(|row| row["id"] == id).unwrap().clone()
}

#[test]
fn nothing_is_written_by_what_is_read() {
    let person = Person::new();
    write(&person, ON_CALL.as_bytes());
    person.mark("before");
    let before = person.tree();
    for words in [
        &["safety"][..],
        &["safety", "suicide"],
        &["safety", "suicide", "--json"],
        &["safety", "--plain", "--area", "young-people"],
        &["safety", "no-such-situation"],
        &["show", "supervision"],
        &["search", "suicide"],
        &["paths"],
    ] {
        for private in [&[][..], &["--private"]] {
            person.run(&[words, private].concat());
            assert_eq!(person.tree(), before, "{words:?}");
        }
    }
}

#[test]
fn the_file_is_begun_once_for_its_owner_alone() {
    let person = Person::new();
    let ran = person.run_after("umask 000", &["safety", "--new"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.starts_with(&format!("Wrote {}\n", file(&person).display())), "{}", ran.out);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
        assert_eq!((mode(&file(&person)), mode(file(&person).parent().unwrap())), (0o600, 0o700));
    }
    let begun = fs::read_to_string(file(&person)).unwrap();
    let page = person.run(&["safety"]);
    assert_eq!((page.code, page.err.as_str()), (Some(0), ""), "as it is begun it is sound");
    let before = person.tree();
    let again = person.run(&["safety", "--new"]);
    assert_eq!((again.code, again.out.as_str()), (Some(4), ""));
    assert!(again.err.contains("is there already, and nothing was written"), "{}", again.err);
    assert_eq!(person.tree(), before);
    // Two lines without their sign are a row that is filled in.
    let at = begun.find("# id = \"on-call-manager\"").unwrap();
    let (head, tail) = begun.split_at(at);
    let head = head.trim_end().strip_suffix("# [[number]]").unwrap();
    let filled = tail.replacen("# id", "[[number]]\nid", 1).replacen("# number", "number", 1);
    write(&person, format!("{head}{filled}").as_bytes());
    let page = person.run(&["safety", "--json"]).json();
    assert_eq!(row(&page, "on-call-manager")["number"], "01314960002");
}

#[test]
fn what_is_filled_in_stands_on_every_page() {
    let person = Person::new();
    write(&person, format!("this_address = \"12 Station Road\"\n{ON_CALL}").as_bytes());
    for pages in [&["safety"][..], &["safety", "suicide"]] {
        let ran = person.run(pages);
        assert!(ran.out.contains("\nOn-call manager\n0131 496 0002\nAnn\n"), "{}", ran.out);
    }
    let page = person.run(&["safety", "--json"]).json();
    let on_call = row(&page, "on-call-manager");
    assert_eq!((&on_call["filled"], &on_call["say"]), (&true.into(), &"0131 496 0002".into()));
    assert_eq!(row(&page, "this-address")["say"], "12 Station Road");
    assert_eq!(row(&page, "police-contact")["filled"], false);
}

#[test]
fn a_broken_file_hides_nothing_and_is_said_with_its_place() {
    let person = Person::new();
    let whole = person.run(&["safety"]).out;
    let situation = person.run(&["safety", "missing", "--json"]).out;
    for (text, place) in [
        (&b"[[number]\nid = 1"[..], ":1:"),
        (b"[[number]]\nid = \"emergency\"\nnumber = \"0131 496 0002\"", ":2:6"),
        (b"[[number]]\nid = \"childline\"\nnumber = \"0131 496 0002\"", ":2:6"),
        (b"[[number]]\nid = \"nhs24\"\nnumber = \"\x1b[2J\"", "safety.toml:"),
        (b"# caf\xe9", ":1:6"),
        (b"\x00\x1b[2J", "safety.toml:1:1"),
    ] {
        write(&person, text);
        let ran = person.run(&["safety"]);
        assert_eq!((ran.code, &ran.out), (Some(0), &whole), "{}", ran.err);
        assert!(["999", "111", "0800 1111"].iter().all(|number| ran.out.contains(number)));
        assert!(ran.err.contains(place) && ran.err.contains("= help: "), "{place}: {}", ran.err);
        assert!(ran.err.contains("All else on the page stands."), "{}", ran.err);
        assert_eq!(person.run(&["safety", "missing", "--json"]).out, situation);
        assert_eq!(person.run(&["list"]).err, "", "it is said where it matters");
    }
    fs::remove_file(file(&person)).unwrap();
    fs::create_dir(file(&person)).unwrap();
    let ran = person.run(&["safety"]);
    assert_eq!((ran.code, &ran.out), (Some(0), &whole));
    assert!(ran.err.contains("not an ordinary file"), "{}", ran.err);
}

#[test]
fn the_file_that_is_named_goes_before_and_is_missed() {
    let person = Person::new();
    write(&person, ON_CALL.as_bytes());
    let share = person.path("share.toml");
    let named = share.to_str().unwrap();
    let missed = run_naming(&person, named, &["safety"]);
    assert_eq!(missed.code, Some(0));
    assert!(missed.out.contains("999") && missed.err.contains("REAL_TOOLKIT_SAFETY"), "{}", missed.err);
    assert!(missed.err.contains(&format!("there is no {named}")), "{}", missed.err);
    let begun = run_naming(&person, named, &["safety", "--new"]);
    assert!(begun.out.contains(&format!("Wrote {named}\n")) && begun.out.contains("Only you may read it"));
    fs::write(&share, ON_CALL.replace("0002", "0003")).unwrap();
    let ran = run_naming(&person, named, &["safety"]);
    assert_eq!(ran.err, "");
    assert!(ran.out.contains("0131 496 0003") && !ran.out.contains("0131 496 0002"));
    let paths = run_naming(&person, named, &["paths", "--plain"]).out;
    assert!(paths.contains(&format!("{named}\tsafety\tnamed\t")), "{paths}");
    for words in [&["safety"][..], &["safety", "--new"]] {
        let ran = run_naming(&person, "share.toml", words);
        assert!(ran.err.contains("is not a whole path"), "{}", ran.err);
    }
    // What is named is not ours to delete.
    assert_eq!(run_naming(&person, named, &["forget", "--yes", "--only", "safety"]).code, Some(0));
    assert!(share.exists() && !file(&person).exists());
}

#[test]
fn whom_to_call_is_forgotten_only_where_it_is_named() {
    let person = Person::new();
    write(&person, ON_CALL.as_bytes());
    person.mark("one");
    assert_eq!(person.run(&["forget", "--yes"]).code, Some(0));
    assert!(file(&person).exists() && !person.data("").exists());
    assert!(person.run(&["paths"]).out.contains(file(&person).to_str().unwrap()));
    assert_eq!(person.run(&["forget", "--yes", "--only", "safety"]).code, Some(0));
    assert!(!file(&person).parent().unwrap().exists());
}

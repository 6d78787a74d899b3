//! What holds for every command: exit codes, closed pipes, full disks, hostile words and hostile packs.

use std::io::pipe;
use std::process::Stdio;
use std::sync::OnceLock;

use super::{Home, Ran, commands};
use crate::support::edited;

/// Commands that do not just answer from the guides: the reader, the manual, and those for files of a person or a pack.
const OTHERS: [&str; 10] =
    ["open", "man", "session", "handout", "actions", "bookmarks", "bookmark", "paths", "forget", "new"];

/// Returns every command that answers from the guides, in every form of answer that it has, with words that work with
/// the good pack; `one` stands for a guide. They are derived from the help, so that a new command is among them.
fn forms() -> &'static [Vec<String>] {
    static FORMS: OnceLock<Vec<Vec<String>>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let home = Home::new();
        let commands = commands().iter().filter(|name| !OTHERS.contains(&name.as_str()));
        let mut forms: Vec<Vec<String>> = commands
            .flat_map(|name| {
                let help = home.run(&[name, "--help"]).out;
                let usage = help.lines().find(|line| line.starts_with("Usage: ")).unwrap();
                let seed = help.contains("--seed <N>").then_some(["--seed", "0"]).into_iter().flatten();
                let words = usage.split_whitespace().skip(4).filter_map(word).chain(seed);
                let call: Vec<&str> = [name.as_str()].into_iter().chain(words).collect();
                let options = ["--json", "--plain"].into_iter().filter(|option| help.contains(option));
                let with = |option: Option<&str>| {
                    call.iter().copied().chain(option).map(str::to_owned).collect::<Vec<String>>()
                };
                [None].into_iter().chain(options.map(Some)).map(with).collect::<Vec<_>>()
            })
            .collect();
        for more in [["show", "one#feel"], ["questions", "one"]] {
            forms.push(more.map(str::to_owned).to_vec());
        }
        forms
    })
}

/// Returns what is typed for an argument, as the usage of a command has it; what may be left out is.
fn word(argument: &str) -> Option<&'static str> {
    match argument {
        "<GUIDE[#SECTION]>..." => Some("one"),
        "[WORDS]..." => Some("care"),
        "<SHELL>" => Some("bash"),
        other => {
            assert!(other.starts_with('['), "what is typed for {other}?");
            None
        }
    }
}

fn words_of(form: &[String]) -> Vec<&str> {
    form.iter().map(String::as_str).collect()
}

/// The same for the bundled pack.
fn bundled<'a>() -> impl Iterator<Item = Vec<&'a str>> {
    forms().iter().map(|form| words_of(form).into_iter().map(in_bundled).collect())
}

fn in_bundled<'a>(word: &'static str) -> &'a str {
    match word {
        "one" => "build-relationships",
        "one#feel" => "build-relationships#feel",
        other => other,
    }
}

#[test]
fn every_command_ends_well() {
    let home = Home::new();
    for words in bundled().chain([vec!["--help"], vec!["--version"], vec!["help", "show"]]) {
        let ran = home.run(&words);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{words:?}");
        assert!(!ran.out.is_empty());
    }
    for command in commands() {
        let help = home.run(&[command, "--help"]);
        assert_eq!(help.code, Some(0));
        assert!(help.out.contains(&format!("  toolkit {command} ")), "{}", help.out);
    }
}

#[test]
fn wrong_use_is_exit_2_on_stderr() {
    let home = Home::new();
    for words in [
        &["serch"][..],
        &["show"],
        &["related"],
        &["random", "--seed", "x"],
        &["completions", "nosuch"],
        &["themes", "extra"],
        &["search"],
        &["search", "-n", "0", "x"],
        &["search", "-n", "many", "x"],
        &["search", "--json", "--plain", "x"],
        &["list", "--area", "nobody"],
        &["list", "--kind", "none"],
        &["list", "--color", "sometimes"],
        &["list", "--nosuch"],
        &["check", "a", "--pack", "b"],
        &["safety", "--new", "suicide"],
        &["safety", "--area", "nobody"],
        &["help", "nosuch"],
    ] {
        let ran = home.run(words);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{words:?}");
        assert!(!ran.err.is_empty());
    }
    assert!(home.run(&["serch"]).err.contains("Did you mean “search”?"));
}

#[test]
fn without_a_terminal_the_reader_names_the_other_commands() {
    let home = Home::new();
    for words in [&[][..], &["open", "build-relationships"], &["open", "nosuch"], &["--color", "always"]] {
        let ran = home.run(words);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{words:?}");
        assert!(ran.err.contains("toolkit search") && ran.err.contains("toolkit show"));
    }
}

#[test]
fn a_folder_that_cannot_be_read_is_exit_4_and_says_what_to_do() {
    let home = Home::new();
    for words in forms().iter().map(|form| words_of(form)) {
        let ran = home.run(&[&words[..], &["--pack", "no\u{1b}where"][..]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""), "{words:?}");
        assert!(ran.err.contains("no\u{fffd}where") && ran.err.contains("pack.toml"), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 1);
    }
}

#[test]
fn a_file_in_the_place_of_a_folder_is_led_to_its_folder() {
    let home = Home::new();
    let pack = home.pack(&edited("workforce/one.toml", "id", "id"));
    for file in ["pack.toml", "workforce/one.toml"] {
        let ran = home.run(&["check", &format!("{pack}/{file}")]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""));
        assert!(
            ran.err
                .ends_with(&format!("is a file, and a pack is a folder. Name the folder it is in: {pack}\n")),
            "{}",
            ran.err
        );
    }
    let lost = home.run(&["check", &home.file(b"")]);
    assert!(lost.err.contains("has a pack.toml in it"), "{}", lost.err);
    let none = home.run(&["list", "--pack", "nowhere"]);
    assert!(none.err.contains("There is no folder nowhere."), "{}", none.err);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let home = Home::new();
    // More than is read in one piece, in few lines.
    let file = home.file(format!("care{}\n", " ".repeat(400)).repeat(50).as_bytes());
    let batch = vec!["search", "--batch", &file];
    for words in bundled().chain([vec!["--help"], vec!["--version"], vec!["help", "list"], batch]) {
        let (nobody, out) = pipe().unwrap();
        drop(nobody);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_toolkit"));
        let child =
            command.args(&words).stdin(Stdio::null()).stdout(out).stderr(Stdio::piped()).spawn().unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{words:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_exit_4_and_a_sentence() {
    let home = Home::new();
    let file = home.file(b"care\n");
    let batch = vec!["search", "--batch", &file];
    for words in bundled().chain([vec!["--help"], vec!["--version"], batch]) {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_toolkit"));
        let child =
            command.args(&words).stdin(Stdio::null()).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
        let ran = Ran::of(&child.wait_with_output().unwrap());
        assert_eq!(ran.code, Some(4), "{words:?}");
        assert!(ran.err.contains("could not be written"), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 1);
    }
}

#[cfg(unix)]
#[test]
fn words_that_are_not_text_never_panic_and_are_echoed_clean() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let home = Home::new();
    for bytes in [
        &b"\xff\xfe\x1b[31m\x07"[..],
        b"\x1b]52;c;eA==\x07",
        b"\xc2\x9b31m",
        b"\xe2\x80\xae\xe2\x80\x8b",
        b"\n\r\t",
    ] {
        let word = OsStr::from_bytes(bytes);
        let commands = commands().iter().map(|command| vec![command.as_str()]);
        let options = [
            &[][..],
            &["show", "--json"],
            &["search", "--json"],
            &["search", "--batch"],
            &["search", "-n"],
            &["search", "x", "--theme"],
            &["list", "--theme"],
            &["list", "--area"],
            &["list", "--kind"],
            &["list", "--pack"],
            &["list", "--color"],
            &["help"],
            &["random", "--seed"],
            &["show", "build-relationships", "--"],
        ];
        for before in commands.chain(options.map(<[&str]>::to_vec)) {
            let ran = Ran::of(&home.toolkit().args(&before).arg(word).output().unwrap());
            assert!(matches!(ran.code, Some(0..=4)), "{before:?} {bytes:?}: {ran:?}");
        }
        let mut section = b"build-relationships#".to_vec();
        section.extend(bytes);
        let ran = Ran::of(&home.toolkit().arg("show").arg(OsStr::from_bytes(&section)).output().unwrap());
        assert!(matches!(ran.code, Some(0 | 1)), "{ran:?}");
    }
}

#[test]
fn a_pack_with_errors_is_reported_whole_and_is_exit_3() {
    let home = Home::new();
    let pack = home.pack(&edited("workforce/one.toml", "guide:two#know", "guide:\\u001b[2J\\u202e"));
    for words in forms().iter().map(|form| words_of(form)).filter(|words| words[0] != "check") {
        let ran = home.run(&[&words[..], &["--pack", &pack][..]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{words:?}");
        assert!(ran.err.contains("error[broken-link]") && ran.err.contains("workforce/one.toml:"));
        assert!(
            ran.err.ends_with(&format!("All that is to be said of it: toolkit check {pack}\n")),
            "{}",
            ran.err
        );
    }
}

#[test]
fn nothing_of_a_hostile_pack_reaches_the_streams() {
    let home = Home::new();
    let hostile = "\\u001b]52;c;eA==\\u0007\\u009b31m\\u202e\\u200b\\u2028\\ue000\\ufff9 care";
    let mut sources = edited("workforce/one.toml", "\"Guide one\"", &format!("\"Guide one {hostile}\""));
    for source in &mut sources {
        let text = source.text.as_mut().unwrap();
        for plain in [
            "The first guide.",
            "The second guide.",
            "A theme.",
            "Looking after.",
            "On care",
            "it comes next",
        ] {
            *text = text.replace(plain, &format!("{plain} {hostile}"));
        }
        *text = text.replace("[bond](term:bond)", &format!("[bond](term:bond) {hostile} \u{9b}31m\u{202e}"));
    }
    let pack = home.pack(&sources);
    for words in forms().iter().map(|form| words_of(form)) {
        let ran = home.run(&[&words[..], &["--pack", &pack][..]].concat());
        assert_eq!(ran.code, Some(0), "{words:?}: {}", ran.err);
        let bare = ["check", "completions", "questions", "define", "safety"].contains(&words[0]);
        assert!(ran.out.contains("52;c;eA==") || bare || words.contains(&"one#feel"), "{words:?}");
        let reported = if words[0] == "check" { &ran.out } else { &ran.err };
        let warned = if words[0] == "check" { "unsafe-text" } else { "warnings: toolkit check " };
        assert!(reported.contains(warned), "{words:?}: {reported}");
        assert!(words[0] == "check" || ran.err.lines().count() == 1, "{}", ran.err);
    }
}

#[test]
fn colour_is_the_flag_then_the_environment_then_the_stream() {
    let home = Home::new();
    for (flag, no_color, force, coloured) in [
        (None, None, None, false),
        (Some("auto"), None, None, false),
        (Some("never"), None, Some("1"), false),
        (Some("always"), Some("1"), None, true),
        (None, None, Some("1"), true),
        (None, None, Some("0"), false),
        (None, None, Some(""), false),
        (None, Some("1"), Some("1"), false),
        (None, Some(""), Some("1"), true),
        (Some("auto"), Some("1"), Some("1"), false),
    ] {
        for words in [&["show", "build-relationships"][..], &["search", "care"], &["list"]] {
            let mut command = home.toolkit();
            command.args(words).args(flag.iter().flat_map(|flag| ["--color", flag]));
            command.envs(no_color.map(|value| ("NO_COLOR", value)));
            command.envs(force.map(|value| ("CLICOLOR_FORCE", value)));
            let out = command.output().unwrap().stdout;
            // Of the sixteen colours only matches take any.
            let look: &[u8] = if words[0] == "search" { b";30;106m" } else { b"\x1b[1m" };
            let has = out.windows(look.len()).any(|bytes| bytes == look);
            assert_eq!(has, coloured, "{flag:?} {no_color:?} {force:?} {words:?}");
            assert!(coloured || !out.contains(&0x1b));
        }
    }
    for words in [
        &["list", "--json"][..],
        &["list", "--plain"],
        &["search", "--json", "care"],
        &["show", "--json", "supervision"],
    ] {
        let ran = home.run(&[words, &["--color", "always"][..]].concat());
        assert_eq!(ran.code, Some(0));
    }
}

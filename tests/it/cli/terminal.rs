//! The commands on a terminal: looks, links, the pager, and a terminal that obeys nothing.
#![cfg(unix)]

use std::io::Read as _;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// Runs the program on a terminal of `columns` by 24 with more of an environment; returns its exit code and all
/// bytes that it wrote.
fn on_terminal(words: &[&str], columns: u16, environment: &[(&str, &str)]) -> (u32, String) {
    let home = tempfile::TempDir::new().unwrap();
    let size = PtySize { rows: 24, cols: columns, pixel_width: 0, pixel_height: 0 };
    let pty = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_toolkit"));
    command.env_clear();
    command.args(words);
    command.env("HOME", home.path());
    command.env("PATH", "/usr/bin:/bin");
    command.env("TERM", "xterm");
    command.cwd(home.path());
    for (name, value) in environment {
        command.env(name, value);
    }
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut bytes = Vec::new();
    // A terminal whose program has ended is an error on Linux and an end of file elsewhere.
    let _ = reader.read_to_end(&mut bytes);
    let code = child.wait().unwrap().exit_code();
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
    (code, String::from_utf8(bytes).unwrap())
}

/// Returns text without the sequences that are allowed: SGR and hyperlinks.
fn bare(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\x1b') {
        out.push_str(before);
        rest = if let Some(link) = after.strip_prefix("]8;;") {
            let (address, after) = link.split_once("\x1b\\").unwrap();
            assert!(address.bytes().all(|byte| byte.is_ascii_graphic()));
            after
        } else {
            let (parameters, after) = after.strip_prefix('[').unwrap().split_once('m').unwrap();
            assert!(parameters.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'), "{parameters:?}");
            after
        };
    }
    out + rest
}

#[test]
fn a_guide_on_a_terminal_has_looks_and_links_and_fits() {
    for columns in [20, 45, 80, 200] {
        let (code, text) = on_terminal(&["show", "build-relationships"], columns, &[("PAGER", "cat")]);
        assert_eq!(code, 0);
        assert!(text.contains("\x1b[1m") && text.contains("\x1b]8;;https://"));
        let bare = bare(&text).replace('\r', "");
        assert!(super::widest(&bare) <= usize::from(columns.min(80)));
        assert!(crate::support::is_safe(&bare));
        assert_eq!(text.matches("\x1b]8;;http").count(), text.matches("\x1b]8;;\x1b\\").count());
    }
}

#[test]
fn what_is_written_to_eighty_columns_is_what_a_pipe_gets() {
    let (_, text) = on_terminal(&["show", "supervision#do"], 80, &[("PAGER", "cat")]);
    let piped = super::Home::new().run(&["show", "supervision#do"]).out;
    assert_eq!(bare(&text).replace('\r', ""), piped);
}

#[test]
fn matches_show_without_colour_and_never_is_never() {
    let (code, text) = on_terminal(&["search", "boundaries"], 80, &[("NO_COLOR", "1")]);
    assert_eq!(code, 0);
    assert!(text.contains("\x1b[1;4m") && !text.contains("\x1b[3") && !text.contains(";3"), "{text:?}");
    let (_, text) = on_terminal(&["search", "boundaries", "--color", "never"], 80, &[]);
    assert!(!text.contains('\x1b'));
    let (_, text) = on_terminal(&["search", "boundaries"], 80, &[]);
    assert!(text.contains("\x1b[1;4;30;106m"), "{text:?}");
}

#[test]
fn a_terminal_that_obeys_nothing_gets_no_escape() {
    let dumb = [("TERM", "dumb")];
    for words in [&["show", "supervision"][..], &["search", "care"], &["list"], &["--help"]] {
        let (code, text) = on_terminal(words, 80, &dumb);
        assert_eq!(code, 0, "{words:?}");
        assert!(!text.contains('\x1b'), "{words:?}");
    }
    for words in [&[][..], &["open", "supervision"]] {
        let (code, text) = on_terminal(words, 80, &dumb);
        assert_eq!(code, 2);
        assert!(text.contains("toolkit search") && !text.contains('\x1b'));
    }
}

#[test]
fn only_what_is_longer_than_the_screen_goes_to_the_pager_and_no_shell_reads_it() {
    let pager = [("PAGER", "sed s/^/>/;$(echo)")];
    let (code, text) =
        on_terminal(&["show", "supervision", "--color", "never"], 80, &[("PAGER", "sed s/^/>/")]);
    assert_eq!(code, 0);
    assert!(text.lines().all(|line| line.starts_with('>')), "{text}");
    let (_, text) =
        on_terminal(&["show", "supervision", "--color", "never"], 80, &[("PAGER", "sed 's/^/> > /' -")]);
    assert!(text.lines().all(|line| line.starts_with("> > ")), "what is quoted is one word: {text}");
    let (_, text) =
        on_terminal(&["show", "supervision#in-brief", "--color", "never"], 80, &[("PAGER", "sed s/^/>/")]);
    assert!(text.starts_with("In brief"));
    let (_, text) = on_terminal(&["show", "supervision", "--color", "never"], 80, &pager);
    assert!(text.contains("sed:"), "the shell words went to sed as they are: {text}");
    let (code, text) =
        on_terminal(&["show", "supervision", "--color", "never"], 80, &[("PAGER", "no-such-pager-here")]);
    assert_eq!(code, 0);
    assert!(text.contains("Sources"));
    let (code, _) = on_terminal(&["show", "supervision"], 80, &[("PAGER", "true")]);
    assert_eq!(code, 0);
    let (code, text) = on_terminal(&["show", "supervision", "--color", "never"], 80, &[("PAGER", "false")]);
    assert_eq!(code, 0);
    assert!(text.contains("Sources"), "what the pager did not show is printed");
}

#[test]
fn a_terminal_without_unicode_gets_ascii() {
    for words in [
        &["show", "supervision"][..],
        &["search", "care"],
        &["list"],
        &["themes"],
        &["related", "supervision"],
    ] {
        let (code, text) = on_terminal(words, 80, &[("PAGER", "cat"), ("LC_ALL", "C")]);
        assert_eq!(code, 0);
        assert!(text.is_ascii(), "{words:?}: {text}");
    }
}

/// Writes a program called less into a folder of its own that says what it was told, and returns the folder.
fn less_that_tells() -> tempfile::TempDir {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("less");
    std::fs::write(&path, "#!/bin/sh\ncat >/dev/null\necho \"told: $LESS\"\n").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

#[test]
fn less_is_told_to_say_how_to_go_on_and_to_leave_unless_it_was_told_otherwise() {
    let folder = less_that_tells();
    let path = format!("{}:/usr/bin:/bin", folder.path().to_str().unwrap());
    let (_, text) = on_terminal(&["show", "supervision"], 80, &[("PATH", &path)]);
    assert!(text.contains("told: FRXPsSpace goes on, b goes back, q leaves"), "{text}");
    let (_, text) = on_terminal(&["show", "supervision"], 80, &[("PATH", &path), ("LESS", "R")]);
    assert!(text.contains("told: R\r"), "{text}");
}

#[test]
fn addresses_are_hyperlinks_only_on_a_terminal_that_has_them() {
    let words = ["show", "build-relationships", "--color", "always"];
    let (_, text) = on_terminal(&words, 80, &[("PAGER", "cat"), ("TERM", "screen"), ("TMUX", "/tmp/x")]);
    assert!(text.contains("\x1b]8;;https://"), "tmux leaves out what its terminal does not know");
    let poor: [&[(&str, &str)]; 5] = [
        &[("TERM", "linux")],
        &[("TERM", "vt100")],
        &[("TERM", "screen")],
        &[("TERM", "eterm-color")],
        &[("VTE_VERSION", "4205")],
    ];
    for variables in poor {
        let (_, text) = on_terminal(&words, 80, &[&[("PAGER", "cat")], variables].concat());
        assert!(text.contains("\x1b[1m") && !text.contains("\x1b]8"), "{variables:?}: looks, no hyperlinks");
    }
    let output = super::Home::new().toolkit().args(words).output().unwrap();
    let piped = String::from_utf8(output.stdout).unwrap();
    assert!(piped.contains("\x1b[1m") && !piped.contains("\x1b]8"));
    assert!(super::widest(&bare(&piped)) <= 80);
}

#[test]
fn listings_have_looks_on_a_terminal_and_fit_it() {
    let listings: [&[&str]; 5] = [
        &["themes"],
        &["related", "supervision"],
        &["define", "trauma"],
        &["questions", "supervision"],
        &["random", "--seed", "1"],
    ];
    for words in listings {
        for columns in [45, 80] {
            let (code, text) = on_terminal(words, columns, &[]);
            assert_eq!(code, 0, "{words:?}");
            assert!(text.contains("\x1b[1m"), "{words:?}: {text:?}");
            let bare = bare(&text).replace('\r', "");
            assert!(super::widest(&bare) <= usize::from(columns), "{words:?} at {columns}: {bare}");
        }
        let (_, dumb) = on_terminal(words, 80, &[("TERM", "dumb")]);
        assert!(!dumb.contains('\x1b'), "{words:?}");
    }
}

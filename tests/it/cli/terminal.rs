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
        assert!(text.contains("\x1b[1;35m") && text.contains("\x1b]8;;https://"));
        let bare = bare(&text).replace('\r', "");
        assert!(super::widest(&bare) <= usize::from(columns.min(80)));
        assert!(real_toolkit::text::is_safe(&bare));
        assert_eq!(text.matches("\x1b]8;;http").count(), text.matches("\x1b]8;;\x1b\\").count());
    }
}

#[test]
fn what_is_written_to_eighty_columns_is_what_a_pipe_gets() {
    let (_, text) = on_terminal(&["show", "supervision"], 80, &[("PAGER", "cat")]);
    let piped = super::Home::new().run(&["show", "supervision"]).out;
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
    assert!(text.contains("\x1b[1;4;30;43m"), "{text:?}");
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
}

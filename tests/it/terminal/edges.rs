//! The edges of a terminal: stopping and going on, signals at any moment, a spoilt screen, keys of all kinds.

use rustix::process::{Pid, Signal, kill_process};
use vt100::Screen;

use super::{AFTER, BEFORE, FIRST_SCREEN, Terminal};

/// A shell that controls jobs: it runs the reader, says when that has stopped, and goes on with it at Enter.
const SHELL: &str = "set -m; \"$0\"; for time in 1 2 3; do echo '#stopped#'; read line; fg; done";

/// Stops the program under a shell, insists that the terminal is the shell's, and continues it.
fn stops_and_goes_on(stop: impl Fn(&mut Terminal)) {
    let mut terminal = Terminal::run("/bin/sh", &["-c", SHELL, env!("CARGO_BIN_EXE_toolkit")], &[]);
    terminal.wait_for(FIRST_SCREEN);
    for _ in 0..3 {
        stop(&mut terminal);
        terminal.wait_for("#stopped#");
        assert!(terminal.parser.screen().contents().contains("type fg and press Enter"));
        terminal.is_given_back();
        terminal.press("\n");
        terminal.wait_until("the reader again", |screen| {
            screen.alternate_screen() && screen.contents().contains(FIRST_SCREEN) && screen.bracketed_paste()
        });
        terminal.is_taken();
        // What was written while it was stopped is not on its screen.
        assert!(!terminal.parser.screen().contents().contains(AFTER));
        terminal.parser.process(b"\x1b[?1049l\x1b[2J\x1b[H");
        terminal.parser.process(BEFORE.as_bytes());
        terminal.parser.process(b"\x1b[?1049h\x1b[?25l");
    }
    terminal.press("\x11");
    assert_eq!(terminal.wait_for_process().exit_status(), Some(0));
    terminal.is_given_back();
}

#[test]
fn control_z_stops_it_and_the_shell_goes_on_with_it() {
    stops_and_goes_on(|terminal| terminal.press("\x1a"));
}

#[test]
fn a_stop_signal_stops_it_and_the_shell_goes_on_with_it() {
    stops_and_goes_on(|terminal| {
        let reader = terminal.master.process_group_leader().and_then(Pid::from_raw).unwrap();
        kill_process(reader, Signal::TSTP).unwrap();
    });
}

#[test]
fn nothing_stops_it_where_nobody_could_bring_it_back() {
    // Alone in its terminal, and under a shell that controls no jobs.
    let program = env!("CARGO_BIN_EXE_toolkit");
    for (program, args) in [
        (program, vec!["open", "supervision"]),
        ("/bin/sh", vec!["-c", "\"$0\" open supervision; exit $?", program]),
    ] {
        let mut terminal = Terminal::run(program, &args, &[]);
        terminal.wait_for("Practice guide");
        terminal.press("\x1a");
        terminal.wait_for("so it goes on");
        terminal.signal(Signal::TSTP);
        terminal.press("?");
        terminal.wait_for("Help");
        terminal.press("\x11");
        assert_eq!(terminal.ends(), 0);
    }
}

#[test]
fn a_signal_while_it_is_at_work_leaves_a_good_terminal_and_nothing_on_it() {
    for keys in ["j", "bwords\r", "/the rota\r", "\x1b[6~", "?", "s"] {
        for (signal, number) in [(Signal::TERM, 15), (Signal::HUP, 1)] {
            let mut terminal = Terminal::in_a_guide();
            terminal.press(keys);
            terminal.signal(signal);
            assert_eq!(terminal.ends(), 128 + number, "{keys:?}, {signal:?}");
        }
    }
}

#[test]
fn a_spoilt_screen_is_drawn_anew() {
    let mut terminal = Terminal::in_a_guide();
    for keys in ["\x0c", "/\x0c"] {
        terminal.parser.process(b"\x1b[10;5HBroadcast message");
        terminal.press(keys);
        terminal.wait_until("a clean screen", |screen| !screen.contents().contains("Broadcast"));
    }
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_key_right_after_escape_is_not_lost() {
    let mut terminal = Terminal::in_a_guide();
    terminal.press("/");
    terminal.wait_for("Search: ");
    // As tmux passes on Esc and a key within half a second.
    terminal.press("\x1b?");
    terminal.wait_for("Help");
    terminal.press("\x1b\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn answers_of_the_terminal_type_nothing() {
    let mut terminal = Terminal::in_a_guide();
    terminal.press("/");
    terminal.wait_for("Search: ");
    for answer in ["\x1b[>0;276;0c", "\x1bP>|xterm(388)\x1b\\", "\x1b]10;rgb:0/0/0\x07", "\x1b[?2026;2$y"] {
        terminal.press(answer);
    }
    terminal.press("x");
    terminal.wait_for("Search: x");
    terminal.press("\x08y");
    terminal.wait_until("one letter", |screen: &Screen| {
        screen.contents().lines().any(|line| line.contains("Search: y"))
    });
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_sentence_that_is_pasted_unmarked_presses_no_keys() {
    let mut terminal = Terminal::in_a_guide();
    terminal.press("pushing me away at bedtime\r");
    terminal.wait_for("What was pasted is left out");
    terminal.press("/she keeps\rpushing me away");
    terminal.wait_for("Search: she keeps pushing me away");
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn no_key_waits_for_a_disk_and_leaving_hardly_does() {
    let data = tempfile::TempDir::new().unwrap();
    let folder = data.path().join("real-toolkit");
    std::fs::create_dir(&folder).unwrap();
    // Another program that does not let go of the bookmarks.
    let lock = std::fs::File::create(folder.join("bookmarks.lock")).unwrap();
    lock.lock().unwrap();
    let environment = [("XDG_DATA_HOME", data.path().to_str().unwrap())];
    let mut terminal = Terminal::start(&["open", "supervision"], &environment);
    terminal.wait_for("Practice guide");
    terminal.press("bwords\r");
    terminal.wait_for("Keeping…");
    terminal.press("?");
    terminal.wait_for("Help");
    terminal.press("\x11");
    assert_eq!(terminal.ends_saying("may not be kept"), 4);
}

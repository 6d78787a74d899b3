//! What the program gives to a terminal beyond cells, and what it makes of a poor or a broken one.

use tempfile::TempDir;
use vt100::MouseProtocolMode;

use super::Terminal;

#[test]
fn a_dumb_terminal_gets_a_sentence_and_not_one_escape_byte() {
    let mut terminal = Terminal::start(&[], &[("TERM", "dumb")]);
    terminal.wait_for("TERM=dumb");
    terminal.wait_for("toolkit show GUIDE");
    assert!(!terminal.written.contains(&0x1b), "{}", String::from_utf8_lossy(&terminal.written));
    assert_eq!(terminal.ends(), 2);
}

#[test]
fn a_terminal_without_unicode_gets_none() {
    let mut terminal = Terminal::start(&["open", "supervision"], &[("LC_ALL", "C")]);
    terminal.wait_for("Practice guide");
    terminal.press("\x1b[6~]");
    terminal.wait_for("Enter follow");
    terminal.press("?");
    terminal.wait_for("Help");
    assert!(terminal.written.is_ascii());
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn what_is_copied_goes_through_the_terminal() {
    let mut terminal = Terminal::in_a_guide();
    terminal.press("c");
    terminal.wait_for("Copied: ");
    let sequence = String::from_utf8_lossy(&terminal.written).into_owned();
    let (_, rest) = sequence.split_once("\x1b]52;c;").expect("the terminal is asked to copy");
    let (encoded, _) = rest.split_once('\x07').expect("the request ends");
    assert!(
        encoded.len() > 300
            && encoded.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
    );
    terminal.press("c");
    terminal.wait_for("Select this text");
    assert_eq!(terminal.parser.screen().mouse_protocol_mode(), MouseProtocolMode::None);
    terminal.press("\x1b");
    terminal.wait_until("the mouse again", |screen| screen.mouse_protocol_mode() != MouseProtocolMode::None);
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn addresses_are_links_of_the_terminal_where_it_copes() {
    for (term, copes) in [("xterm-256color", true), ("linux", false), ("screen", false)] {
        let mut terminal = Terminal::start(&["open", "build-relationships#sources"], &[("TERM", term)]);
        terminal.wait_for("therealtoolkit");
        terminal.press("?");
        terminal.wait_for("To begin with");
        terminal.press("\x1b");
        terminal.wait_for("therealtoolkit");
        let written = String::from_utf8_lossy(&terminal.written).into_owned();
        let opened = written.matches("\x1b]8;id=").count();
        assert_eq!(opened > 1, copes, "{term}");
        assert_eq!(written.matches("\x1b]8;;\x1b\\").count(), opened, "{term}: every link ends");
        terminal.press("\x11");
        assert_eq!(terminal.ends(), 0);
    }
}

#[test]
fn where_no_browser_can_be_opened_the_address_is_shown() {
    let mut terminal = Terminal::start(&["open", "build-relationships#sources"], &[]);
    terminal.wait_for("therealtoolkit");
    terminal.press("]\r\r");
    terminal.wait_for("Open this address?");
    terminal.press("\r");
    terminal.wait_for("No browser can be opened from here.");
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_mouse_report_that_makes_no_sense_does_nothing() {
    let mut terminal = Terminal::reading();
    for report in
        ["\x1b[<0;0;0M", "\x1b[<0;0;5M", "\x1b[M   ", "\x1b[<0;70000;1M", "\x1b[32;0;0M", "\x1b[<2;5;5M"]
    {
        terminal.press(report);
    }
    terminal.press("?");
    terminal.wait_for("To begin with");
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn what_is_wrong_with_the_numbers_of_an_organisation_is_said_first() {
    let config = TempDir::new().unwrap();
    let file = config.path().join("real-toolkit/safety.toml");
    let environment = [("XDG_CONFIG_HOME", config.path().to_str().unwrap())];
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, "[[number]]\nid = \"emergency\"\nnumber = \"0131 496 0002\"\n").unwrap();
    let mut terminal = Terminal::start(&[], &environment);
    terminal.wait_for("cannot be replaced: safety.toml, line 2.");
    terminal.press("\x1bOQ");
    terminal.wait_for("Call 999 if a life is in danger");
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
    let kept: Vec<_> = std::fs::read_dir(file.parent().unwrap()).unwrap().collect();
    assert_eq!(kept.len(), 1, "nothing is kept of it: {kept:?}");
}

#[test]
fn the_cover_hides_the_text_and_gives_the_window_a_neutral_title() {
    let mut terminal = Terminal::in_a_guide();
    terminal.press("\x1bOS");
    terminal.wait_for("F4 goes on");
    let screen = terminal.parser.screen().contents();
    assert!(!screen.contains("upervision") && screen.split_whitespace().count() == 4, "{screen}");
    // Nothing was written outside the alternate screen, which has no scrollback.
    assert!(terminal.parser.screen().alternate_screen());
    let written = |terminal: &Terminal| String::from_utf8_lossy(&terminal.written).into_owned();
    assert!(
        written(&terminal).contains("\x1b]2;Terminal\x1b\\") && !written(&terminal).contains("\x1b[?1049l")
    );
    terminal.press("q\x11\x03");
    terminal.press("\x1bOS");
    terminal.wait_for("Practice guide");
    assert!(written(&terminal).contains("\x1b[23;2t"));
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

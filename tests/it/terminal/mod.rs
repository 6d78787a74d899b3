//! The program in a real terminal: it starts, draws, and gives the terminal back as it found it.
//!
//! Nothing here waits for a time to pass: it waits for words on the screen or for the process, and a deadline
//! that no good run comes near makes a bad one fail.
#![cfg(unix)]

use std::io::{Read as _, Write};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, WaitOptions, WaitStatus, kill_process, waitpid};
use tempfile::TempDir;
use vt100::{MouseProtocolMode, Parser, Screen};

mod edges;
mod outward;

/// What a run never takes, however busy the machine is.
const DEADLINE: Duration = Duration::from_secs(60);

/// What stands on the screen before the program starts; short enough for the smallest window.
const BEFORE: &str = "$ toolkit";

/// What is written into the terminal after the program has ended: all that it wrote comes before.
const AFTER: &str = "#after#";

/// What is on the first screen, also of a narrow terminal.
const FIRST_SCREEN: &str = "Choose who it is for";

const F12: &str = "\x1b[24~";

/// The program in a terminal.
struct Terminal {
    master: Box<dyn MasterPty + Send>,
    slave: Box<dyn SlavePty + Send>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: Parser,
    /// Everything that the program has written.
    written: Vec<u8>,
    process: Pid,
    home: TempDir,
    deadline: Instant,
    modes_before: String,
}

impl Terminal {
    /// Starts the program with arguments and nothing of the surroundings of the test.
    fn start(args: &[&str], environment: &[(&str, &str)]) -> Self {
        Self::run(env!("CARGO_BIN_EXE_toolkit"), args, environment)
    }

    /// Starts any program.
    fn run(program: &str, args: &[&str], environment: &[(&str, &str)]) -> Self {
        let home = TempDir::new().unwrap();
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env_clear();
        command.cwd(home.path());
        command.env("HOME", home.path());
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        let modes_before = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let mut screen = pair.master.try_clone_reader().unwrap();
        let (send, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = screen.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let mut parser = Parser::new(24, 80, 0);
        parser.process(BEFORE.as_bytes());
        Self {
            keyboard: pair.master.take_writer().unwrap(),
            master: pair.master,
            slave: pair.slave,
            output,
            parser,
            written: Vec::new(),
            process: Pid::from_raw(i32::try_from(child.process_id().unwrap()).unwrap()).unwrap(),
            home,
            deadline: Instant::now() + DEADLINE,
            modes_before,
        }
    }

    /// Starts the reader and waits for its first screen.
    fn reading() -> Self {
        let mut terminal = Self::start(&[], &[]);
        terminal.wait_for(FIRST_SCREEN);
        terminal
    }

    /// Opens a guide and waits for it.
    fn in_a_guide() -> Self {
        let mut terminal = Self::start(&["open", "supervision"], &[]);
        terminal.wait_for("Practice guide");
        terminal
    }

    /// Presses keys, as the bytes that a terminal sends for them.
    fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Waits until the screen is as it should be.
    #[track_caller]
    fn wait_until(&mut self, what: &str, is_so: impl Fn(&Screen) -> bool) {
        while !is_so(self.parser.screen()) {
            let left = self.deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                unreachable!("{what} never came:\n{}", self.parser.screen().contents());
            };
            self.parser.process(&bytes);
            self.written.extend(bytes);
        }
    }

    /// Waits for words on the screen.
    #[track_caller]
    fn wait_for(&mut self, words: &str) {
        self.wait_until(words, |screen| screen.contents().contains(words));
    }

    /// Makes the window another size.
    fn resize(&mut self, cols: u16, rows: u16) {
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        self.parser.screen_mut().set_size(rows, cols);
    }

    fn signal(&self, signal: Signal) {
        kill_process(self.process, signal).unwrap();
    }

    /// Waits until the process has ended or stopped.
    #[track_caller]
    fn wait_for_process(&self) -> WaitStatus {
        let (send, status) = channel();
        let process = self.process;
        thread::spawn(move || send.send(waitpid(Some(process), WaitOptions::UNTRACED)));
        let left = self.deadline.saturating_duration_since(Instant::now());
        let status = status.recv_timeout(left).expect("the process ends or stops before the deadline");
        status.unwrap().expect("there is such a process").1
    }

    /// Takes in all that the process has written until now.
    #[track_caller]
    fn catch_up(&mut self) {
        let name = self.master.tty_name().unwrap();
        let mut terminal = std::fs::OpenOptions::new().write(true).open(name).unwrap();
        terminal.write_all(AFTER.as_bytes()).unwrap();
        self.wait_for(AFTER);
    }

    /// Waits for the end of the process and insists that the terminal is as it was found, with nothing more on it. Returns
    /// the exit code.
    #[track_caller]
    fn ends(self) -> i32 {
        self.ends_saying("")
    }

    /// The same, with these words on the shell's screen: they are all that comes after the screen was given back.
    #[track_caller]
    fn ends_saying(mut self, words: &str) -> i32 {
        let status = self.wait_for_process();
        self.is_given_back();
        let written = String::from_utf8_lossy(&self.written).into_owned();
        if let Some((_, after)) = written.rsplit_once("\x1b[?1049l") {
            // Keys that came too late are echoed by the system, an Esc as `^[`.
            assert!(after.contains(words) && !after.contains('\x1b'), "on the shell's screen: {after:?}");
        }
        let written = std::fs::read_dir(self.home.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let elsewhere: Vec<_> =
            written.filter(|name| name != ".local" && name != ".config" && name != "Library").collect();
        assert!(elsewhere.is_empty(), "{elsewhere:?} is not where personal files belong");
        drop(self.slave);
        status.exit_status().expect("the program ends by itself")
    }

    /// Insists that the terminal is as the program found it.
    #[track_caller]
    fn is_given_back(&mut self) {
        self.catch_up();
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pasting is plain");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None, "the mouse is the terminal's");
        assert!(!(screen.bold() || screen.dim() || screen.inverse() || screen.underline()), "text is plain");
        assert!(screen.contents().contains(BEFORE), "what was there is there again:\n{}", screen.contents());
        assert_eq!(modes(&*self.master), self.modes_before, "the modes of the terminal are as before");
    }

    /// Insists that the reader has the terminal.
    #[track_caller]
    fn is_taken(&self) {
        let screen = self.parser.screen();
        assert!(screen.alternate_screen() && screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::ButtonMotion);
        assert_ne!(modes(&*self.master), self.modes_before);
    }
}

/// Returns the modes of a terminal in a form that can be compared.
fn modes(terminal: &dyn MasterPty) -> String {
    format!("{:?}", terminal.get_termios().unwrap())
}

#[test]
fn it_starts_and_quits() {
    let mut terminal = Terminal::reading();
    terminal.is_taken();
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn control_c_quits() {
    let mut terminal = Terminal::reading();
    terminal.press("\x03");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_guide_is_read_found_and_left() {
    let mut terminal = Terminal::in_a_guide();
    terminal.press("/");
    terminal.wait_for("Search: ");
    terminal.wait_until("the cursor", |screen| !screen.hide_cursor());
    terminal.press("\x1b[200~rota\x1b[201~ wor");
    terminal.wait_for("Search: rota wor");
    terminal.press("\x1b[D\x1b[D\x7f");
    terminal.wait_for("Search: rota or");
    terminal.press("\x1b");
    terminal.wait_until("the guide again", Screen::hide_cursor);
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn it_takes_the_size_of_the_window() {
    let mut terminal = Terminal::in_a_guide();
    assert!(!terminal.parser.screen().contents().contains("Themes"));
    terminal.resize(120, 40);
    terminal.wait_for("Related");
    terminal.resize(40, 12);
    terminal.wait_until("one pane", |screen| !screen.contents().contains("Themes"));
    terminal.resize(12, 3);
    terminal.wait_for("Please");
    terminal.resize(95, 24);
    terminal.wait_for("Themes");
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn the_mouse_clicks_and_can_be_left_to_the_terminal() {
    let mut terminal = Terminal::reading();
    let contents = terminal.parser.screen().contents();
    let row = contents.lines().position(|line| line.contains("Young people")).unwrap();
    terminal.press(&format!("\x1b[<0;12;{0}M\x1b[<0;12;{0}m", row + 1));
    terminal.wait_for("For you, if you are");
    terminal.press("\tm");
    terminal.wait_for("Mouse off");
    assert_eq!(terminal.parser.screen().mouse_protocol_mode(), MouseProtocolMode::None);
    terminal.press("m");
    terminal.wait_for("Mouse on");
    assert_eq!(terminal.parser.screen().mouse_protocol_mode(), MouseProtocolMode::ButtonMotion);
    terminal.press("\x1b");
    let bottom = |screen: &Screen| screen.rows(0, 80).last().unwrap_or_default();
    terminal.wait_until("a hint to quit", |screen| bottom(screen).contains("Ctrl-Q quit"));
    let bottom = bottom(terminal.parser.screen());
    let column = bottom.split("Ctrl-Q quit").next().unwrap_or_default().chars().count() + 1;
    terminal.press(&format!("\x1b[<0;{column};24M"));
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn signals_that_end_it_leave_a_good_terminal() {
    for (signal, number) in [(Signal::TERM, 15), (Signal::HUP, 1), (Signal::INT, 2), (Signal::QUIT, 3)] {
        let terminal = Terminal::reading();
        terminal.signal(signal);
        assert_eq!(terminal.ends(), 128 + number, "{signal:?}");
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_leaves_a_good_terminal_and_says_why() {
    let mut terminal = Terminal::start(&[], &[("TOOLKIT_TEST_PANIC", "1")]);
    terminal.wait_for(FIRST_SCREEN);
    terminal.press(F12);
    terminal.wait_for("It is not your doing.");
    terminal.wait_for("asked to by a test");
    assert_eq!(terminal.ends_saying("Your bookmarks are kept"), 101);
}

#[test]
fn f12_is_a_key_like_others() {
    let mut terminal = Terminal::reading();
    terminal.press(&format!("{F12}\x11"));
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn without_colours_it_draws_none() {
    let mut terminal = Terminal::start(&["open", "supervision"], &[("NO_COLOR", "1")]);
    terminal.wait_for("Practice guide");
    let screen = terminal.parser.screen();
    let cells = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
    for (row, column) in cells {
        let cell = screen.cell(row, column).unwrap();
        let plain = (vt100::Color::Default, vt100::Color::Default);
        assert_eq!((cell.fgcolor(), cell.bgcolor()), plain, "row {row}, column {column}");
    }
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn what_is_chosen_is_kept_for_the_next_time() {
    let config = TempDir::new().unwrap();
    let file = config.path().join("real-toolkit/preferences.toml");
    let environment = [("XDG_CONFIG_HOME", config.path().to_str().unwrap())];
    let mut terminal = Terminal::start(&["--private", "open", "supervision"], &environment);
    terminal.wait_for("Practice guide");
    terminal.press("s");
    terminal.wait_for("Lines further apart");
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
    assert!(!file.exists(), "--private writes nothing");
    let mut terminal = Terminal::start(&["open", "supervision"], &environment);
    terminal.wait_for("Practice guide");
    terminal.press("s");
    terminal.wait_for("Lines further apart");
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
    assert!(std::fs::read_to_string(&file).unwrap().contains("spacing = \"double\"\n"), "it is kept");
    std::fs::write(&file, "spacing = \"double\"\nwidth = \"wide\"").unwrap();
    let mut terminal = Terminal::start(&["open", "supervision"], &environment);
    terminal.wait_for("Not taken: width");
    terminal.press("s");
    terminal.wait_for("Lines close together");
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    std::fs::write(&file, "spacing =").unwrap();
    let mut terminal = Terminal::start(&["open", "supervision"], &environment);
    terminal.wait_for("preferences.toml");
    terminal.press("s");
    terminal.wait_for("Not kept for the next time");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "spacing =");
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn the_terminal_is_asked_and_its_answer_types_nothing() {
    let mut terminal = Terminal::in_a_guide();
    let ground = |screen: &Screen| screen.cell(12, 40).map(vt100::Cell::bgcolor);
    let before = ground(terminal.parser.screen());
    terminal.press("\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    terminal.wait_until("another ground", |screen| ground(screen) != before);
    assert!(terminal.parser.screen().contents().contains("Practice guide"), "it is still there");
    terminal.press("\x1b");
    terminal.wait_for(FIRST_SCREEN);
    terminal.press("\x11");
    assert_eq!(terminal.ends(), 0);
}

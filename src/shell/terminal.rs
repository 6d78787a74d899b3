//! Takes the terminal and gives it back as it was: one function for each, whatever the reason.

use std::io::{self, Write as _};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::app::{Cover, MouseCapture};
use crate::environment::Osc;

/// Alternate screen, cursor hidden, pasted text marked as such.
const ENTER: &str = "\x1b[?1049h\x1b[?25l\x1b[?2004h";

/// Mouse off, paste off, attributes off, cursor on, alternate screen off, an open frame closed.
const LEAVE: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?2026l\x1b[0m\x1b[?25h\x1b[?1049l";

/// Clicks, the wheel, and movements with the button held; others would wake the program for nothing. A terminal that
/// does not know the second mode keeps to the first.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The title is put away and a neutral one set; and the one that was put away is set again (xterm, *Control Sequences*:
/// XTWINOPS 22 and 23).
const TITLE_COVERED: &str = "\x1b[22;2t\x1b]2;Terminal\x1b\\";
const TITLE_BACK: &str = "\x1b]2;\x1b\\\x1b[23;2t";

/// Whether the window has a neutral title.
static COVERED: AtomicBool = AtomicBool::new(false);

/// Whether the terminal is taken.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is to be taken when the terminal is.
static MOUSE: AtomicBool = AtomicBool::new(true);

/// Locked while bytes go out, so that a signal never cuts a frame in two.
static WRITING: Mutex<()> = Mutex::new(());

/// Says whether the mouse is to be taken with the terminal.
pub(super) fn set_mouse(capture: MouseCapture) {
    MOUSE.store(capture == MouseCapture::On, Ordering::SeqCst);
}

/// Takes the terminal.
pub(super) fn enter() -> io::Result<()> {
    crossterm::terminal::enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    let mouse = if MOUSE.load(Ordering::SeqCst) { MOUSE_ON } else { "" };
    write(format!("{ENTER}{mouse}").as_bytes())
}

/// Gives the terminal back, once: further calls do nothing. Never fails: there is nobody left to tell.
pub(super) fn leave() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        // The terminal may be gone; then there is nothing to give back.
        let title = if COVERED.swap(false, Ordering::SeqCst) { TITLE_BACK } else { "" };
        let _ = write(format!("{title}{LEAVE}").as_bytes());
        restore_modes();
    }
}

/// Gives back the modes alone, which never waits for the terminal to read.
pub(super) fn restore_modes() {
    // The terminal may be gone; then there is nothing to give back.
    let _ = crossterm::terminal::disable_raw_mode();
}

/// Takes the mouse or leaves it to the terminal.
pub(super) fn capture_mouse(capture: MouseCapture) -> io::Result<()> {
    set_mouse(capture);
    write(match capture {
        MouseCapture::On => MOUSE_ON.as_bytes(),
        MouseCapture::Off => MOUSE_OFF.as_bytes(),
    })
}

/// Gives the window a neutral title, or its own again; a terminal that takes no such sequences keeps what it has.
pub(super) fn set_title(cover: Cover, osc: Osc) -> io::Result<()> {
    let is_covered = cover == Cover::On;
    if osc == Osc::None || COVERED.swap(is_covered, Ordering::SeqCst) == is_covered {
        return Ok(());
    }
    write(if is_covered { TITLE_COVERED.as_bytes() } else { TITLE_BACK.as_bytes() })
}

/// Writes bytes in one go.
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    let _writing = WRITING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Gives the terminal back before a panic is reported.
pub(super) fn restore_on_panic() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        leave();
        report(panic);
    }));
}

//! Takes the terminal and gives it back as it was: one function for each, whatever the reason.
//!
//! Every byte goes out under one lock, and only while the terminal is taken. Whoever gives it back changes that first, so
//! that what another thread was about to draw is dropped: nothing is ever drawn on the shell's screen.

use std::io::{self, Write as _};
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::app::{Cover, MouseCapture};
use crate::environment::Osc;

/// Alternate screen, cursor hidden, pasted text marked as such.
const ENTER: &str = "\x1b[?1049h\x1b[?25l\x1b[?2004h";

/// Mouse off, paste off, attributes off, cursor on, an open frame closed, alternate screen off: that last, because all
/// that comes after it is on the shell's screen.
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

/// Whose the terminal is: one of the three below.
static OWNER: AtomicU8 = AtomicU8::new(SHELL);

/// The shell's: the program has not begun, or is stopped.
const SHELL: u8 = 0;
/// The reader's.
const READER: u8 = 1;
/// The shell's for good.
const GONE: u8 = 2;

/// Whether the mouse is to be taken when the terminal is.
static MOUSE: AtomicBool = AtomicBool::new(true);

/// Locked while bytes go out, so that a signal never cuts a frame in two.
static WRITING: Mutex<()> = Mutex::new(());

/// For how long the terminal is given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leave {
    /// Until the shell continues the program.
    ForNow,
    /// For good: it cannot be taken again.
    ForGood,
}

/// Says whether the mouse is to be taken with the terminal.
pub(super) fn set_mouse(capture: MouseCapture) {
    MOUSE.store(capture == MouseCapture::On, Ordering::SeqCst);
}

/// Takes the terminal, unless it was given back for good.
pub(super) fn enter() -> io::Result<()> {
    let writing = lock();
    if OWNER.compare_exchange(SHELL, READER, Ordering::SeqCst, Ordering::SeqCst).is_err() {
        return Ok(());
    }
    crossterm::terminal::enable_raw_mode()?;
    let mouse = if MOUSE.load(Ordering::SeqCst) { MOUSE_ON } else { "" };
    put(&writing, format!("{ENTER}{mouse}").as_bytes())
}

/// Gives the terminal back, once: further calls do nothing. `words` are for the person at the shell. Never fails: there
/// is nobody left to tell.
pub(super) fn leave(how: Leave, words: &str) {
    // Before the lock: a frame that waits for it is dropped, and one that is stuck in the terminal is the last.
    let before = match how {
        Leave::ForGood => OWNER.swap(GONE, Ordering::SeqCst),
        Leave::ForNow => {
            let taken = OWNER.compare_exchange(READER, SHELL, Ordering::SeqCst, Ordering::SeqCst);
            taken.unwrap_or(SHELL)
        }
    };
    let writing = lock();
    if before == READER {
        // The terminal may be gone; then there is nothing to give back.
        let title = if COVERED.swap(false, Ordering::SeqCst) { TITLE_BACK } else { "" };
        let _ = put(&writing, format!("{title}{LEAVE}{words}").as_bytes());
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

/// Writes bytes in one go; drops them where the terminal is not the reader's.
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    let writing = lock();
    if OWNER.load(Ordering::SeqCst) == READER { put(&writing, bytes) } else { Ok(()) }
}

fn lock() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn put(_writing: &MutexGuard<'_, ()>, bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

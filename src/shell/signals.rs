//! Signals: the terminal is given back whatever ends or stops the program.
//!
//! A thread of its own, because reading the terminal never returns once the terminal has gone
//! (crossterm-rs/crossterm#793), so a flag looked at between two reads would never be seen.

use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::journal_writer::{self, JournalWriter};
use super::terminal;

/// A terminal that takes nothing for this long is not waited for.
const PATIENCE: Duration = Duration::from_millis(300);

/// Starts to handle signals. What `writer` has is written when the program is ended.
pub(super) fn watch(writer: Arc<Mutex<JournalWriter>>) -> std::io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGTSTP => {
                    give_back();
                    // Stopping fails only where there is nothing to stop.
                    let _ = low_level::emulate_default_handler(SIGTSTP);
                }
                SIGCONT => go_on(),
                _ => {
                    give_back();
                    flush(&writer);
                    low_level::exit(128 + signal);
                }
            }
        }
    })?;
    Ok(())
}

/// Stops the whole process group, as Ctrl-Z does, after the terminal was given back.
pub(super) fn stop() -> std::io::Result<()> {
    rustix::process::kill_current_process_group(rustix::process::Signal::STOP)?;
    Ok(())
}

/// Gives the terminal back from another thread: the frame being written may be stuck in a terminal that has
/// stopped reading, and is then left behind.
fn give_back() {
    let (done, wait) = mpsc::channel();
    thread::spawn(move || {
        terminal::leave();
        // Too late, nobody waits any more: that is no error.
        let _ = done.send(());
    });
    if wait.recv_timeout(PATIENCE).is_err() {
        // The screen cannot be restored, but the modes of the keyboard can, before the program ends or stops.
        terminal::restore_modes();
    }
}

/// Writes the place that was read, unless the disk or the loop takes too long.
fn flush(writer: &Arc<Mutex<JournalWriter>>) {
    let (done, wait) = mpsc::channel();
    let writer = Arc::clone(writer);
    thread::spawn(move || {
        journal_writer::lock(&writer).flush_at_exit();
        let _ = done.send(());
    });
    let _ = wait.recv_timeout(PATIENCE);
}

/// Takes the terminal again after a stop and has everything drawn anew: the loop wakes for a change of size.
fn go_on() {
    terminal::leave();
    if terminal::enter().is_ok() {
        // Without the signal the frame comes with the next key.
        let _ = low_level::raise(SIGWINCH);
    }
}

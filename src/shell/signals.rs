//! Signals: the terminal is given back whatever ends or stops the program.
//!
//! A thread of its own, because the loop may be at work, and the terminal may have stopped reading what it writes.

use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, getpgid, getpgrp, getppid, getsid};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::event::Event;
use super::terminal::{self, Leave};
use super::writer::Writer;
use crate::disk;

/// A terminal that takes nothing for this long is not waited for, nor is a disk.
const PATIENCE: Duration = Duration::from_millis(300);

/// What stands on the shell's screen while the program is stopped.
pub(super) const STOPPED: &str = "The reader waits. To bring it back, type fg and press Enter.\r\n";

/// More generations than this stand between no program and its shell.
const GENERATIONS: usize = 64;

/// Starts to handle signals. What `writer` has is written when the program is ended; `events` hears of another size.
pub(super) fn watch(writer: Writer, events: Sender<Event>) -> std::io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGWINCH => {
                    let _ = events.send(Event::Resized);
                }
                SIGTSTP if can_be_brought_back() => {
                    give_back(Leave::ForNow, STOPPED);
                    // Stopping fails only where there is nothing to stop.
                    let _ = low_level::emulate_default_handler(SIGTSTP);
                }
                SIGTSTP => {}
                SIGCONT => go_on(&events),
                _ => {
                    give_back(Leave::ForGood, "");
                    writer.keep_at_exit();
                    writer.finish(PATIENCE);
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

/// Whether a shell would bring the program back if it stopped: one that gave it a process group of its own. Where a
/// terminal runs nothing but the program, and where a shell controls no jobs (`set +m`, `exec`), nobody would; systems
/// do not let Ctrl-Z stop a program there (POSIX: an *orphaned process group*).
pub(super) fn can_be_brought_back() -> bool {
    let group = getpgrp();
    let Ok(session) = getsid(None) else { return false };
    if group == session {
        return false;
    }
    let mut ancestor = getppid();
    for _ in 0..GENERATIONS {
        match ancestor {
            Some(parent) if getsid(Some(parent)) != Ok(session) => return false,
            Some(parent) if getpgid(Some(parent)) != Ok(group) => return true,
            // A script that the shell runs, or the like.
            Some(parent) => ancestor = parent_of(parent),
            // The system does not say who started that one: the group is not the session's, so a shell made it.
            None => return true,
        }
    }
    false
}

fn parent_of(process: Pid) -> Option<Pid> {
    Pid::from_raw(disk::parent_of(process.as_raw_nonzero().get())?)
}

/// Gives the terminal back from another thread: the frame being written may be stuck in a terminal that has
/// stopped reading, and is then left behind.
fn give_back(how: Leave, words: &'static str) {
    let (done, wait) = mpsc::channel();
    thread::spawn(move || {
        terminal::leave(how, words);
        // Too late, nobody waits any more: that is no error.
        let _ = done.send(());
    });
    if wait.recv_timeout(PATIENCE).is_err() {
        // The screen cannot be restored, but the modes of the keyboard can, before the program ends or stops.
        terminal::restore_modes();
    }
}

/// Takes the terminal again after a stop and has everything drawn anew.
fn go_on(events: &Sender<Event>) {
    terminal::leave(Leave::ForNow, "");
    if terminal::enter().is_ok() {
        let _ = events.send(Event::Resized);
    }
}

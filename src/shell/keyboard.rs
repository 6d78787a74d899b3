//! Reads the terminal on a thread of its own, so that the loop can wait for other things too.

use std::sync::mpsc::Sender;
use std::thread;

use super::event::Event;

/// Starts to read. The thread ends with the program.
pub(super) fn watch(events: Sender<Event>) -> std::io::Result<()> {
    thread::Builder::new().name("keyboard".to_owned()).spawn(move || {
        while let Some(event) = next() {
            // Nobody listens any more when the program ends.
            if events.send(event).is_err() {
                return;
            }
        }
        let _ = events.send(Event::Gone);
    })?;
    Ok(())
}

/// Waits for what comes next; nothing where the terminal is gone.
#[cfg(unix)]
fn next() -> Option<Event> {
    use std::io::{ErrorKind, Read as _};

    let mut bytes = [0; 1 << 13];
    let mut stdin = std::io::stdin().lock();
    loop {
        match stdin.read(&mut bytes) {
            Ok(0) => return None,
            Ok(length) => return Some(Event::Bytes(bytes.get(..length)?.to_vec())),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            // Another program has left the terminal so that reading does not wait.
            Err(error) if error.kind() == ErrorKind::WouldBlock => wait_for_input()?,
            Err(_) => return None,
        }
    }
}

#[cfg(unix)]
fn wait_for_input() -> Option<()> {
    use rustix::event::{PollFd, PollFlags, poll};

    let stdin = std::io::stdin();
    let mut waited_for = [PollFd::new(&stdin, PollFlags::IN)];
    match poll(&mut waited_for, None) {
        Ok(_) | Err(rustix::io::Errno::INTR) => Some(()),
        Err(_) => None,
    }
}

#[cfg(not(unix))]
fn next() -> Option<Event> {
    crossterm::event::read().ok().map(Event::Console)
}

//! Other programs that the reader starts: they do not share its signals, are waited for a moment, and always reaped.

use std::process::{Child, Command};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long a program may take to say that it failed. One that still runs then does what it was asked for.
const PATIENCE: Duration = Duration::from_millis(500);

/// How a program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// Without an error.
    Well,
    /// With an error.
    Badly,
    /// Not yet.
    NotYet,
}

/// Keeps a program out of the reader's process group, so that Ctrl-C and Ctrl-Z in the terminal are not for it.
pub(super) fn detached(command: &mut Command) -> &mut Command {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command
}

/// Waits a moment for a program and returns how it ended; a thread reaps it whenever it does.
pub(super) fn outcome(mut child: Child) -> Ended {
    let (done, wait) = mpsc::channel();
    thread::spawn(move || {
        let status = child.wait();
        // Nobody waits any more when this comes too late.
        let _ = done.send(status.is_ok_and(|status| status.success()));
    });
    match wait.recv_timeout(PATIENCE) {
        Ok(true) => Ended::Well,
        Ok(false) => Ended::Badly,
        Err(_) => Ended::NotYet,
    }
}

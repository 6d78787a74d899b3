//! The two streams: stdout is the answer, stderr is the rest.

use std::io::{self, Write as _};

use anyhow::anyhow;

use super::exit::Exit;
use crate::disk::{self, Trouble};
use crate::text::clean;

/// Writes the answer, or a part of it, in one go. A closed pipe is no error: whoever reads wanted no more.
///
/// # Errors
///
/// The answer cannot be written.
pub(super) fn answer(text: &str) -> anyhow::Result<()> {
    write(text.as_bytes()).map(|_| ())
}

/// Whether the other end of standard output is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Recipient {
    Listens,
    HasGone,
}

/// Writes a part of the answer, and returns whether there is still anybody to read the next.
///
/// # Errors
///
/// The answer cannot be written.
pub(super) fn write(bytes: &[u8]) -> anyhow::Result<Recipient> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(Recipient::Listens),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Recipient::HasGone),
        Err(error) => {
            Err(error).map_err(|error| anyhow!("the answer could not be written: {}", disk::in_words(&error)))
        }
    }
}

/// Says on stderr what failed, and what to do next.
pub(super) fn fail(text: &str) {
    say(&format!("toolkit: {text}"));
}

/// Says something on stderr, cleaned. Where that fails there is nothing left to do.
pub(super) fn say(text: &str) {
    let mut line = clean(text).into_owned();
    if !line.ends_with('\n') {
        line.push('\n');
    }
    let _ = io::stderr().lock().write_all(line.as_bytes());
}

/// Says what was found wrong with the personal files.
pub(super) fn say_all(troubles: &[Trouble]) {
    for trouble in troubles {
        say(&trouble.to_string());
    }
}

/// Says why nothing was found.
pub(super) fn nothing_found(why: &str) -> Exit {
    say(why);
    Exit::NothingFound
}

/// Says what was wrong with what was typed.
pub(super) fn wrong_use(why: &str) -> Exit {
    say(why);
    Exit::WrongUse
}

/// Says on stderr why something failed: what happened, and why. Returns how the program is to end.
#[must_use]
pub fn failed(error: &anyhow::Error) -> Exit {
    fail(&format!("{error:#}"));
    Exit::Failed
}

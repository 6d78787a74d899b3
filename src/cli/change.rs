//! Keeping something that a command was asked to keep, and saying why where it was not kept.

use super::context::Call;
use super::exit::Exit;
use super::folders::folders;
use super::output;
use crate::disk::{Recorded, Store, now};
use crate::journal::Change;

/// What became of it.
pub(super) enum Kept {
    /// It is on the disk.
    Done(Box<Recorded>),
    /// It is not; why was said.
    Not(Exit),
}

/// Keeps a change. `what` is not kept where it fails, to stand in a sentence: *the session was not kept*.
pub(super) fn keep(call: &Call<'_>, what: &str, change: Change) -> Kept {
    if call.common.private {
        let why = "This is kept on the disk, and --private keeps nothing. Leave out one of the two.";
        return Kept::Not(output::wrong_use(why));
    }
    let (mut store, _) = Store::open(folders(call.environment));
    match store.record(&[change], now()) {
        Ok(recorded) => {
            output::say_all(&recorded.troubles);
            Kept::Done(Box::new(recorded))
        }
        Err(error) => {
            let why = error.to_string();
            let why = sentence(why.trim_end_matches('.'));
            output::fail(&format!("{what} was not kept. {why}."));
            Kept::Not(Exit::Failed)
        }
    }
}

/// Returns a text that begins with a capital.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

//! The session at hand: its plan, the room, what was agreed, the cover.
//!
//! Nothing of it is kept unless the reader says so. Once it is, each change goes to the journal as it happens.

mod at_hand;
mod choosing;
mod command;
mod cover;
mod doing;
mod putting;
mod room;
mod topic;

pub use at_hand::{AtHand, Cover, Elapsed, Room};
pub use command::{SessionCommand, WordsFor};

pub(super) use cover::is_hidden;

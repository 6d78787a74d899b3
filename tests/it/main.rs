//! Everything from outside: packs, journeys, commands.
#![expect(clippy::disallowed_methods, reason = "tests write packs to temporary folders")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folders;
mod hostile;
mod library;
mod packs;
mod support;

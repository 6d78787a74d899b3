//! Everything from outside: packs, the reader, its pages, commands, the terminal, the shape of the source.
#![expect(clippy::disallowed_methods, reason = "tests read the source, write packs and start the program")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod architecture;
mod checks;
mod folders;
mod hostile;
mod library;
mod packs;
mod pages;

#[expect(dead_code, reason = "not all is used yet")]
mod support;

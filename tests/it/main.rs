//! Everything from outside: packs, the reader, its pages, commands, the terminal, the shape of the source.
#![expect(clippy::disallowed_methods, reason = "tests read the source, write packs and start the program")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod anchors;
mod architecture;
mod checks;
mod cli;
mod danger;
mod folders;
mod guard;
mod handouts;
mod hostile;
mod journeys;
mod library;
mod lookup_files;
mod lookups;
mod names;
mod new;
mod packs;
mod pages;
mod personal;
mod pictures;
mod plans;
mod reach;
mod safety;
mod safety_pages;
mod slips;
mod snapshots;
mod support;
mod terminal;

//! Everything from outside: the reader, its pages, the terminal, the shape of the source.
#![expect(clippy::disallowed_methods, reason = "tests read the source, and start the program")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod architecture;
mod journeys;
mod pages;

mod support;

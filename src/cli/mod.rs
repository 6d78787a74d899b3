//! Floor 7: the command line. A command is one answer on stdout; the reader is asked for as data.
//!
//! Everything is decided from the [`Environment`](crate::environment::Environment), which has the words that were
//! typed; the answer is made whole and written in one go. What goes to a pipe holds not one escape byte.
//!
//! A command is a file with its arguments, its help and a function `run`, a variant in `args` and an arm in
//! `dispatch`. One that answers from the guides takes a `context::Context`; what it lists are records
//! (`form::Record`), and `form::print` alone decides between JSON, plain lines and an answer to read.

mod addresses;
mod args;
mod bookmarks;
mod change;
mod check;
mod content;
mod context;
mod define;
mod dispatch;
mod excluded_words;
mod exit;
mod folders;
mod form;
mod handout;
mod layout;
mod lines;
mod list;
mod lookup;
mod lookups;
mod named_session;
mod new;
mod options;
mod organisation;
mod output;
mod pager;
mod paint;
mod personal;
mod questions;
mod random;
mod reader;
mod related;
mod safety;
mod search;
mod session;
mod shells;
mod show;
mod themes;
mod usage_error;

pub use dispatch::run;
pub use exit::Exit;
pub use output::failed;
pub use reader::{LoadedPreferences, Opening, Outcome, Request};

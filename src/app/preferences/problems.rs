//! What is wrong with a file of preferences or of keys, gathered.

use std::ops::Range;

use toml_edit::{Key, TomlError};

use crate::pack::explain_syntax;
use crate::text::{Problem, clean_line, line_column, nearest};

/// Everything that is wrong with one file.
pub(super) struct Problems<'a> {
    text: &'a str,
    list: Vec<Problem>,
}

impl<'a> Problems<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, list: Vec::new() }
    }

    /// Returns them from top to bottom.
    pub(super) fn in_order(mut self) -> Vec<Problem> {
        self.list.sort_by_key(|problem| problem.at);
        self.list
    }

    /// Notes that something is wrong.
    pub(super) fn add(&mut self, span: Option<Range<usize>>, message: impl AsRef<str>, help: &str) {
        let at = span.map(|span| line_column(self.text, span.start));
        self.list.push(Problem { at, message: clean_line(message.as_ref()), help: clean_line(help) });
    }

    /// Notes that a name is none; `nothing` says of what, `names` are all there are.
    pub(super) fn unknown(&mut self, key: Option<&Key>, name: &str, nothing: &str, names: &[&str]) {
        self.unknown_of_many(key, name, nothing, names, &one_of(names));
    }

    /// Notes that a name is none; `otherwise` is the help where no name comes near it.
    pub(super) fn unknown_of_many(
        &mut self,
        key: Option<&Key>,
        name: &str,
        nothing: &str,
        names: &[&str],
        otherwise: &str,
    ) {
        let near = nearest(name, names.iter().copied());
        let help = near.map_or_else(|| otherwise.to_owned(), |near| format!("did you mean {near}?"));
        self.add(key.and_then(Key::span), format!("{nothing} is called “{name}”"), &help);
    }
}

/// Returns the help that lists names.
pub(super) fn one_of(names: &[&str]) -> String {
    format!("there are {}", names.join(", "))
}

/// Returns what is wrong with a file that is no TOML, in the words that a pack gets for the same slip.
pub(super) fn syntax(text: &str, error: &TomlError) -> Problem {
    if let Some(problem) = explain_syntax(text) {
        return problem;
    }
    let message = clean_line(error.message().lines().next().unwrap_or("it is not TOML"));
    let at = error.span().map(|span| line_column(text, span.start));
    Problem { at, message, help: String::new() }
}

//! Why a file is not TOML, in the words of somebody who edits guides and has never heard of a parser.
//!
//! The parser says where it stopped; what was meant is guessed from the line that it stopped in and from the
//! texts above it. Where there is nothing to guess, the parser's own words stand.

mod guesses;

use std::ops::Range;

use toml::de::{DeTable, Error};

use crate::text::{Problem, char_boundary, clean_line, line_column, slice};

/// What is wrong, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SyntaxProblem {
    /// The bytes of the file.
    pub(super) bytes: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
    /// The byte of another place that has to do with it.
    pub(super) also: Option<usize>,
}

impl SyntaxProblem {
    fn new(bytes: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { bytes, message: message.into(), help: help.into(), also: None }
    }
}

/// Returns what is wrong with a text that is no TOML, for one that is no part of a pack.
#[must_use]
pub fn explain_syntax(text: &str) -> Option<Problem> {
    let error = toml::from_str::<toml::Table>(text).err()?;
    let problem = explain(text, &error);
    let at = Some(line_column(text, problem.bytes.start));
    Some(Problem { at, message: clean_line(&problem.message), help: clean_line(&problem.help) })
}

/// Where the parser stopped, and in which line.
struct ErrorSite<'a> {
    text: &'a str,
    /// The byte it stopped at.
    at: usize,
    /// What the parser says of it.
    message: String,
    /// What the parser said first, wherever that was.
    first: String,
    /// The bytes of the line, without its end.
    line: Range<usize>,
}

/// Returns what is wrong with a text that the parser refused with `error`.
pub(super) fn explain(text: &str, error: &Error) -> SyntaxProblem {
    let site = ErrorSite::first(text, error);
    guesses::ALL.iter().find_map(|guess| guess(&site)).unwrap_or_else(|| {
        let end = text.get(site.at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let help = "check the quotation marks, brackets and equals signs here and in the line above";
        SyntaxProblem::new(
            site.at..site.at + end,
            format!("this line cannot be read: {}", site.message),
            help,
        )
    })
}

impl<'a> ErrorSite<'a> {
    /// The parser looks at the whole before it looks at values, so the first thing it says need not be the first
    /// in the file: what stands above is read once more.
    fn first(text: &'a str, error: &Error) -> Self {
        let start = |error: &Error| error.span().map_or(0, |span| span.start).min(text.len());
        let line_end =
            |at: usize| at + text.get(at..).and_then(|rest| rest.find('\n')).unwrap_or(text.len() - at);
        let (_, above) = DeTable::parse_recoverable(slice(text, 0..line_end(start(error))));
        let first = error.message().to_owned();
        let error = above.iter().chain([error]).min_by_key(|error| start(error)).unwrap_or(error);
        let at = char_boundary(text, start(error));
        let from = slice(text, 0..at).rfind('\n').map_or(0, |end| end + 1);
        Self { text, at, message: error.message().to_owned(), first, line: from..line_end(at) }
    }

    fn shown(&self) -> &'a str {
        slice(self.text, self.line.clone())
    }

    fn says(&self, words: &str) -> bool {
        self.message.contains(words)
    }

    /// Returns the character it stopped at.
    fn sign(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// Returns the key and the value of the line, and where the value begins.
    fn parts(&self) -> Option<(&'a str, &'a str, usize)> {
        let (key, value) = self.shown().split_once('=')?;
        let blanks = value.len() - value.trim_start().len();
        Some((key.trim(), value.trim(), self.line.start + key.len() + 1 + blanks))
    }

    fn all(&self, message: impl Into<String>, help: impl Into<String>) -> SyntaxProblem {
        let blanks = self.shown().len() - self.shown().trim_start().len();
        let start = self.line.start + blanks;
        SyntaxProblem::new(start..start + self.shown().trim().len(), message, help)
    }

    fn here(&self, message: impl Into<String>, help: impl Into<String>) -> SyntaxProblem {
        let end = self.at + self.sign().filter(|sign| *sign != '\n').map_or(0, char::len_utf8);
        SyntaxProblem::new(self.at..end, message, help)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a text: the stretch that is meant, and a part of the message.
    fn said(text: &str) -> (&str, String, String) {
        let problem = explain(text, &DeTable::parse(text).unwrap_err());
        (slice(text, problem.bytes), problem.message, problem.help)
    }

    #[test]
    fn what_was_meant_is_guessed_from_the_line() {
        for (text, marked, message, help) in [
            ("title = “Tea”", "“Tea”", "curly", "`title = \"Tea\"`"),
            ("id = \"x\"\ntitle = \"Tea", "\"Tea", "no closing quotation mark", "three of them"),
            ("title = Tea\"", "Tea\"", "no opening quotation mark", "`title = \"Tea\"`"),
            ("title = A cup", "A cup", "without quotation marks", "`title = \"A cup\"`"),
            ("title = \"A \"big\" cup\"", "b", "ended at the quotation mark", "“ and ”"),
            ("title = 'The worker's cup'", "s", "ended at the apostrophe", "between quotation marks"),
            ("title = \"Tea\",", ",", "comma behind", "take it out"),
            ("title: \"Tea\"", "title: \"Tea\"", "colon", "`title = \"Tea\"`"),
            ("title \"Tea\"", "title \"Tea\"", "no equals sign", "`title = \"Tea\"`"),
            ("in brief = [\"Tea\"]", "in brief = [\"Tea\"]", "one word", "`in_brief`"),
            ("reviewed = 02/11/2026", "02/11/2026", "not a day", "2026-11-02"),
            ("reviewed = 2026–11–02", "2026–11–02", "not a day", "2026-11-02"),
            ("reviewed = 2026-13-02", "2026-13-02", "not a day", "2026-11-02"),
            ("general = yes", "yes", "neither true nor false", "true"),
            ("title =", "title =", "no value", "`title = \"…\"`"),
            ("author =", "author =", "no value", "leave the key out"),
            ("id = The First tea", "The First tea", "without quotation marks", "`id = \"the-first-tea\"`"),
            ("reviewed = “2026-11-21”", "“2026-11-21”", "curly", "`reviewed = 2026-11-21`"),
            ("title\u{a0}= \"Tea\"", "\u{a0}", "U+00A0", "type a blank"),
            ("title = \"T\u{0}ea\"", "\u{0}", "U+0000", "delete it"),
            ("title = \"C:\\docs\"", "d", "backslash", "write two"),
            ("x = [\"a\" \"b\"]", "\"", "comma is missing", "between two items"),
            ("x = [\"a\",, \"b\"]", ",", "comma too many", "take it out"),
            ("x = [\"a\",\ny = 1", "[", "list that begins here", "`]`"),
            ("[section]\na = 1\n[[section]]\na = 1", "[section]", "single brackets", "`[[section]]`"),
            ("[[[section]]]", "[[[section]]]", "beginning of a part", "`[[section]]`"),
            ("[[section]\na = 1", "[[section]", "beginning of a part", "`[[section]]`"),
            ("<<<<<<< HEAD\nx = 1", "<<<<<<< HEAD", "two versions", "one of the two"),
            ("{\"a\": 1}", "{\"a\": 1}", "JSON", "toolkit new"),
            ("<html>", "<html>", "web page", "toolkit new"),
            ("---\na: 1", "---", "YAML", "toolkit new"),
            ("a = 1\rb = 2", "", "line", "LF"),
            ("You are nervous.", "You are nervous.", "outside of any text", "three quotation marks"),
        ] {
            let (found, what, next) = said(text);
            assert!(
                found == marked && what.contains(message) && next.contains(help),
                "{text}: {found:?} {what} {next}"
            );
        }
    }

    #[test]
    fn a_text_without_end_is_marked_where_it_begins() {
        let text = "a = \"\"\"\nOne.\n\n[[section]]\nb = \"\"\"\nTwo words.\n\"\"\"\n";
        let (found, what, next) = said(text);
        assert_eq!((found, what.as_str()), ("\"\"\"", "the text that begins here has no end"));
        assert!(next.contains("above line 4"), "{next}");
    }

    #[test]
    fn a_key_that_stands_twice_leads_to_the_first() {
        let text = "title = 1\n[[section]]\nid = 2\ntitle = 3\ntitle = 4\n";
        let problem = explain(text, &DeTable::parse(text).unwrap_err());
        assert_eq!(
            (problem.bytes.start, problem.also),
            (text.rfind("title").unwrap(), text.find("title = 3"))
        );
    }
}

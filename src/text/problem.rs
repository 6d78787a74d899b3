//! What is wrong with a text that somebody wrote: where, what, and what to do about it.

use std::fmt;

use serde::Serialize;

use super::{char_boundary, slice};

/// A place in a text as editors count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for LineColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where; nowhere when it is wrong with the file as a whole.
    #[serde(flatten)]
    pub at: Option<LineColumn>,
    /// What is wrong.
    pub message: String,
    /// What to write instead, or what to do. May be empty.
    pub help: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(LineColumn { line, column }) = self.at {
            write!(f, "line {line}, column {column}: ")?;
        }
        f.write_str(&self.message)?;
        if self.help.is_empty() { Ok(()) } else { write!(f, "; {}", self.help) }
    }
}

/// Returns the line and the column of byte `index` of `text`; behind its end, those of its end.
#[must_use]
pub fn line_column(text: &str, index: usize) -> LineColumn {
    LineCounter::new(text).line_column(index)
}

/// Finds the lines and columns of many bytes. Each line is counted once where the bytes are asked for in order.
#[derive(Debug, Clone)]
pub struct LineCounter<'a> {
    text: &'a str,
    /// The line last asked for, from 0, and its first byte.
    line: usize,
    start: usize,
}

impl<'a> LineCounter<'a> {
    /// Begins at the top of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, line: 0, start: 0 }
    }

    /// Returns the line and the column of byte `index`; behind the end of the text, those of its end.
    pub fn line_column(&mut self, index: usize) -> LineColumn {
        let index = char_boundary(self.text, index);
        if index < self.start {
            *self = Self::new(self.text);
        }
        let passed = slice(self.text, self.start..index);
        self.line += passed.matches('\n').count();
        self.start += passed.rfind('\n').map_or(0, |last| last + 1);
        let column = slice(self.text, self.start..index).chars().count() + 1;
        LineColumn { line: self.line + 1, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_once_and_again_from_the_top() {
        let text = "one\ntwo\r\n\nföur";
        let mut lines = LineCounter::new(text);
        for (index, line, column) in [
            (0, 1, 1),
            (3, 1, 4),
            (4, 2, 1),
            (10, 4, 1),
            (12, 4, 2),
            (13, 4, 3),
            (99, 4, 5),
            (5, 2, 2),
            (0, 1, 1),
        ] {
            let found = LineColumn { line, column };
            assert_eq!((lines.line_column(index), line_column(text, index)), (found, found), "{index}");
        }
    }

    #[test]
    fn a_problem_says_where_what_and_what_to_do() {
        let at = Some(LineColumn { line: 2, column: 7 });
        let mut problem = Problem { at, message: "no key".to_owned(), help: "write one".to_owned() };
        assert_eq!(problem.to_string(), "line 2, column 7: no key; write one");
        problem.help.clear();
        problem.at = None;
        assert_eq!(problem.to_string(), "no key");
    }
}

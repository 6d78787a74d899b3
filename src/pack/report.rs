//! What is wrong with a pack, in the manner of a good compiler: where, what, and what to write instead.

use std::fmt;
use std::ops::Range;

use serde::Serialize;

use super::document::SourceFile;
use super::rule::{Rule, Severity};
use crate::text::{LineColumn, Problem, char_boundary, clean, clean_line, clusters, slice, truncate, width};

/// The columns of a source line that are shown; more are cut to a window around the mark.
const WINDOW: usize = 100;

/// The columns of what is said.
const COLUMNS: usize = 80;

/// The columns of a window that stand before the mark.
const BEFORE: usize = 40;

/// The bytes of a line that are looked at on each side of the mark.
const REACH: usize = 1_000;

/// The longest message, in columns.
const MESSAGE: usize = 300;

/// The longest help, in columns.
const HELP: usize = 600;

/// The longest file name, in columns.
const NAME: usize = 200;

/// All that is wrong with a pack, in order of files and lines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// How many of all that is wrong are errors.
    pub errors: usize,
    /// How many are warnings.
    pub warnings: usize,
    /// How many are advice.
    pub advice: usize,
    /// How many more there are, where one file or the pack had too many to list.
    pub left_out: usize,
}

impl Report {
    /// Whether anything is wrong that keeps the pack from being opened.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Returns how many diagnostics of this severity are listed.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Returns as much of the report as fits `bytes`, and how much was left out.
    #[must_use]
    pub fn beginning(&self, bytes: usize) -> String {
        let mut out = String::new();
        let room = bytes.saturating_sub(100);
        for (shown, diagnostic) in self.diagnostics.iter().enumerate() {
            let text = diagnostic.to_string();
            if out.len() + text.len() + 1 > room {
                return out + &more(self.diagnostics.len() - shown + self.left_out);
            }
            out.push_str(&text);
            out.push('\n');
        }
        if self.left_out > 0 {
            out.push_str(&more(self.left_out));
        }
        out
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.beginning(usize::MAX))
    }
}

fn more(count: usize) -> String {
    format!("… and {count} more; mend these first.\n")
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// The file, as a path in the pack.
    pub file: String,
    /// The line and column, what is wrong, and what to write instead.
    #[serde(flatten)]
    pub problem: Problem,
    /// The line as it is written, clean, cut to a window around the mark. Empty where there is none.
    pub source: String,
    /// The bytes of `source` that are meant.
    pub mark: Range<usize>,
    /// A second place that has to do with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub also: Option<Location>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Location {
    /// The file, as a path in the pack.
    pub file: String,
    /// Its line and column.
    #[serde(flatten)]
    pub at: LineColumn,
}

impl Location {
    pub(super) fn new(document: &SourceFile<'_>, at: LineColumn) -> Self {
        Self { file: file_name(document), at }
    }
}

/// Returns the name of a file, fit to be shown.
fn file_name(document: &SourceFile<'_>) -> String {
    truncate(&clean_line(document.name), NAME).into_owned()
}

impl Diagnostic {
    /// Returns the diagnostic for what is wrong with the text in `bytes`, which begins at `at`. `message` and `help`
    /// may be of any length and say anything.
    pub(super) fn new(
        rule: Rule,
        (document, bytes, at): (&SourceFile<'_>, &Range<usize>, LineColumn),
        message: &str,
        help: &str,
    ) -> Self {
        let (source, mark) = window(document.text, bytes);
        let short = |text: &str, columns| truncate(&clean_line(text), columns).into_owned();
        let problem = Problem { at: Some(at), message: short(message, MESSAGE), help: short(help, HELP) };
        let (file, severity) = (file_name(document), rule.severity());
        Self { rule, severity, file, problem, source, mark, also: None }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem { at, message, help } = &self.problem;
        let number = at.map_or_else(String::new, |at| at.line.to_string());
        let gutter = " ".repeat(number.len());
        let label = format!("{}[{}]: ", self.severity.name(), self.rule.name());
        write_wrapped(f, &label, "  ", message)?;
        let place = at.map_or_else(String::new, |at| format!(":{at}"));
        writeln!(f, "{gutter}--> {}{place}", self.file)?;
        if !self.source.is_empty() {
            let blanks = " ".repeat(width(slice(&self.source, 0..self.mark.start)));
            let carets = "^".repeat(width(slice(&self.source, self.mark.clone())).max(1));
            writeln!(f, "{gutter} |")?;
            writeln!(f, "{number} | {}", self.source)?;
            writeln!(f, "{gutter} | {blanks}{carets}")?;
        }
        if let Some(also) = &self.also {
            writeln!(f, "{gutter} = also: {}:{}", also.file, also.at)?;
        }
        if !help.is_empty() {
            let label = format!("{gutter} = help: ");
            write_wrapped(f, &label, &" ".repeat(label.len()), help)?;
        }
        Ok(())
    }
}

/// Writes a text behind a label, in lines of [`COLUMNS`] that break at blanks alone, so that names stay whole;
/// `indent` stands before all but the first.
fn write_wrapped(f: &mut fmt::Formatter<'_>, label: &str, indent: &str, text: &str) -> fmt::Result {
    f.write_str(label)?;
    let mut column = width(label);
    for (at, word) in text.split(' ').enumerate() {
        let wide = width(word);
        if at > 0 && column + 1 + wide > COLUMNS {
            write!(f, "\n{indent}")?;
            column = width(indent);
        } else if at > 0 {
            f.write_str(" ")?;
            column += 1;
        }
        f.write_str(word)?;
        column += wide;
    }
    writeln!(f)
}

/// Returns the line of `text` that `bytes` begin in, clean and cut to a window around them, and where in it they
/// stand.
fn window(text: &str, bytes: &Range<usize>) -> (String, Range<usize>) {
    let start = slice(text, 0..bytes.start).rfind('\n').map_or(0, |end| end + 1);
    let rest = text.get(bytes.start..).unwrap_or_default();
    let line_end = bytes.start + rest.find(['\n', '\r']).unwrap_or(rest.len());
    let from = char_boundary(text, start.max(bytes.start.saturating_sub(REACH)));
    let to = char_boundary(text, line_end.min(bytes.start + REACH)).max(bytes.start);
    let before = clean(slice(text, from..bytes.start)).into_owned();
    let all = clean(slice(text, from..to.max(bytes.start)).trim_end()).into_owned();
    let marked = clean(slice(text, from..bytes.end.clamp(bytes.start, to))).trim_end().len();
    let mark = before.len().min(all.len())..marked.clamp(before.len().min(all.len()), all.len());
    cut(&all, &mark, from > start, to < line_end)
}

/// Cuts `line` to [`WINDOW`] columns around `mark`. `before` and `after`: whether it was cut already.
fn cut(line: &str, mark: &Range<usize>, before: bool, after: bool) -> (String, Range<usize>) {
    let skip =
        if width(line) > WINDOW { width(slice(line, 0..mark.start)).saturating_sub(BEFORE) } else { 0 };
    let mut out = String::from(if skip > 0 || before { "…" } else { "" });
    let (mut column, mut at, mut open) = (0, 0..0, false);
    let mut ended = after;
    at.start = out.len();
    for (offset, cluster, columns) in clusters(line) {
        column += columns;
        if column <= skip {
            continue;
        }
        if column > skip + WINDOW {
            ended = true;
            break;
        }
        if offset <= mark.start {
            at.start = out.len();
        }
        if offset < mark.end {
            open = true;
            at.end = out.len() + cluster.len();
        }
        out.push_str(cluster);
    }
    if mark.start >= line.len() {
        at.start = out.len();
    }
    at.end = if open { at.end.max(at.start) } else { at.start };
    if ended {
        out.push('…');
    }
    (out, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The window around `mark` in `text`, with the mark in brackets.
    fn shown(text: &str, mark: &str) -> String {
        let start = text.find(mark).unwrap();
        let (source, at) = window(text, &(start..start + mark.len()));
        let part = |range: Range<usize>| slice(&source, range).to_owned();
        format!("{}[{}]{}", part(0..at.start), part(at.clone()), part(at.end..source.len()))
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_eq!(shown("a\nkey = 漢字 x\r\nb", "漢字"), "key = [漢字] x");
        assert_eq!(shown("\tkey = \"a\u{1b}\"", "\"a\u{1b}\""), "    key = [\"a\u{fffd}\"]");
    }

    #[test]
    fn a_mark_over_several_lines_ends_with_the_first() {
        assert_eq!(shown("a = [1,\n2]\n", "[1,\n2]"), "a = [[1,]");
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let text = format!("{}MARK{}", "ab ".repeat(2_000), "漢 ".repeat(2_000));
        let window = shown(&text, "MARK");
        assert!(
            window.starts_with("…") && window.contains("ab [MARK]漢") && window.ends_with('…'),
            "{window}"
        );
        assert!(width(&window) <= WINDOW + 4, "{window}");
    }

    #[test]
    fn nothing_is_marked_behind_the_end() {
        let (source, at) = window("one\ntwo", &(7..7));
        assert_eq!((source.as_str(), at), ("two", 3..3));
        assert_eq!(window("", &(0..0)), (String::new(), 0..0));
    }
}

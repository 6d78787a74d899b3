//! Why a file is not TOML, in the words of somebody who edits guides and has never heard of a parser.
//!
//! The parser says where it stopped; what was meant is guessed from the line that it stopped in and from the
//! texts above it. Where there is nothing to guess, the parser's own words stand.

use std::ops::Range;

use toml::de::{DeTable, Error};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::findings::quoted;
use crate::text::slice;

/// Curly quotation marks, which word processors put in the place of straight ones.
const CURLY: [char; 7] = ['“', '”', '„', '‘', '’', '«', '»'];

/// Characters that look like a blank, or like nothing, and are neither to TOML.
const NO_BLANKS: [char; 7] =
    ['\u{a0}', '\u{2007}', '\u{202f}', '\u{3000}', '\u{200b}', '\u{2060}', '\u{feff}'];

/// What is wrong, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// The bytes of the file.
    pub(super) bytes: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
    /// The byte of another place that has to do with it.
    pub(super) also: Option<usize>,
}

impl Slip {
    fn new(bytes: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { bytes, message: message.into(), help: help.into(), also: None }
    }
}

/// Where the parser stopped, and in which line.
struct Stop<'a> {
    text: &'a str,
    /// The byte it stopped at.
    at: usize,
    said: String,
    /// The bytes of the line, without its end.
    line: Range<usize>,
}

/// Returns what is wrong with a text that the parser refused with `error`.
pub(super) fn slip(text: &str, error: &Error) -> Slip {
    let stop = Stop::first(text, error);
    let guesses = [whole, merge, no_blank, swallowed, open_list, header, key_line, value_line];
    guesses.iter().find_map(|guess| guess(&stop)).unwrap_or_else(|| {
        let end = text.get(stop.at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let help = "check the quotation marks, brackets and equals signs here and in the line above";
        Slip::new(stop.at..stop.at + end, format!("this line cannot be read: {}", stop.said), help)
    })
}

impl<'a> Stop<'a> {
    /// The parser looks at the whole before it looks at values, so the first thing it says need not be the first
    /// in the file: what stands above is read once more.
    fn first(text: &'a str, error: &Error) -> Self {
        let start = |error: &Error| error.span().map_or(0, |span| span.start).min(text.len());
        let line_end =
            |at: usize| at + text.get(at..).and_then(|rest| rest.find('\n')).unwrap_or(text.len() - at);
        let (_, above) = DeTable::parse_recoverable(slice(text, 0..line_end(start(error))));
        let error = above.iter().chain([error]).min_by_key(|error| start(error)).unwrap_or(error);
        let at = super::report::boundary(text, start(error));
        let from = slice(text, 0..at).rfind('\n').map_or(0, |end| end + 1);
        Self { text, at, said: error.message().to_owned(), line: from..line_end(at) }
    }

    fn shown(&self) -> &'a str {
        slice(self.text, self.line.clone())
    }

    fn says(&self, words: &str) -> bool {
        self.said.contains(words)
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

    fn all(&self, message: impl Into<String>, help: impl Into<String>) -> Slip {
        let blanks = self.shown().len() - self.shown().trim_start().len();
        let start = self.line.start + blanks;
        Slip::new(start..start + self.shown().trim().len(), message, help)
    }

    fn here(&self, message: impl Into<String>, help: impl Into<String>) -> Slip {
        let end = self.at + self.sign().filter(|sign| *sign != '\n').map_or(0, char::len_utf8);
        Slip::new(self.at..end, message, help)
    }
}

/// A file of another kind.
fn whole(stop: &Stop<'_>) -> Option<Slip> {
    let begins = |sign: &str| stop.text.trim_start().starts_with(sign);
    let what = if begins("{") {
        "this is JSON, and a pack is written in TOML"
    } else if begins("<") && !begins("<<<<<<<") {
        "this is a web page, and a pack is written in TOML"
    } else if begins("---") {
        "this is YAML, and a pack is written in TOML"
    } else if let Some(at) = stop.text.find('\r').filter(|_| stop.says("carriage return")) {
        let help = "save the file with the line ends of Unix (LF) or Windows (CRLF)";
        return Some(Slip::new(
            at..at,
            "the lines of this file end in a way that no program uses any more",
            help,
        ));
    } else {
        return None;
    };
    let help = "begin a guide with `toolkit new`, and copy its text over";
    Some(Slip::new(0..stop.text.lines().next().map_or(0, str::len), what, help))
}

/// What a version control program leaves where two people changed one line.
fn merge(stop: &Stop<'_>) -> Option<Slip> {
    let is_mark = ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| stop.shown().starts_with(mark));
    let help = "keep one of the two versions, and take out the lines of `<<<<<<<`, `=======` and `>>>>>>>`";
    is_mark.then(|| stop.all("two versions of this file were put together and not made one", help))
}

fn no_blank(stop: &Stop<'_>) -> Option<Slip> {
    let sign = stop.sign()?;
    if NO_BLANKS.contains(&sign) {
        let message =
            format!("there is a character that looks like a blank and is none (U+{:04X})", u32::from(sign));
        return Some(stop.here(message, "delete it, and type a blank where one belongs"));
    }
    let hidden = sign.is_control() && !matches!(sign, '\n' | '\r' | '\t');
    let message = format!("there is a character that cannot be shown (U+{:04X})", u32::from(sign));
    hidden.then(|| stop.here(message, "delete it"))
}

/// A long text that was not ended, and has taken in what stands below it.
fn swallowed(stop: &Stop<'_>) -> Option<Slip> {
    let long = |kind| matches!(kind, TokenKind::MlBasicString | TokenKind::MlLiteralString);
    let spans = Source::new(stop.text).lex().take_while(|token| token.span().start() <= stop.at);
    let spans =
        spans.filter(|token| long(token.kind())).map(|token| token.span().start()..token.span().end());
    let (open, taken) = spans.filter_map(|span| Some((span.start, part_in(stop.text, span)?))).last()?;
    let line = slice(stop.text, 0..taken).matches('\n').count() + 1;
    let help = format!("write `\"\"\"` in a line of its own where it ends, above line {line}");
    Some(Slip::new(open..open + 3, "the text that begins here has no end", help))
}

/// Returns where in a text a line stands that begins a part of a file.
fn part_in(text: &str, span: Range<usize>) -> Option<usize> {
    let mut at = span.start;
    for line in slice(text, span).split_inclusive('\n') {
        if line.starts_with("[[") && line.trim_end().ends_with("]]") {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// A list that was not ended.
fn open_list(stop: &Stop<'_>) -> Option<Slip> {
    if stop.says("missing comma between array") {
        return Some(stop.here(
            "a comma is missing before this",
            "write a comma between two items of a list: `[\"…\", \"…\"]`",
        ));
    }
    if !stop.says("in array") && !stop.says("unclosed array,") && !stop.said.ends_with("unclosed array") {
        return None;
    }
    let mut open = Vec::new();
    for token in Source::new(stop.text).lex().take_while(|token| token.span().start() < stop.at) {
        match token.kind() {
            TokenKind::LeftSquareBracket => open.push(token.span().start()),
            TokenKind::RightSquareBracket => drop(open.pop()),
            _ => {}
        }
    }
    let at = *open.first()?;
    Some(Slip::new(at..at + 1, "the list that begins here has no end", "write `]` behind its last item"))
}

/// A line in brackets.
fn header(stop: &Stop<'_>) -> Option<Slip> {
    let line = stop.shown().trim();
    let name = line.strip_prefix('[')?.trim_matches(['[', ']', ' ']);
    let help = format!("write `[[{name}]]`");
    if !stop.says("duplicate key") {
        return Some(stop.all(format!("{} is not written as the beginning of a part", quoted(line)), help));
    }
    let single = format!("[{name}]");
    let mut at = 0;
    for other in stop.text.split_inclusive('\n') {
        if other.trim() == single {
            let message = format!("`{single}` stands in single brackets");
            return Some(Slip::new(at..at + other.trim_end().len(), message, help));
        }
        at += other.len();
    }
    None
}

/// A line without an equals sign where it belongs.
fn key_line(stop: &Stop<'_>) -> Option<Slip> {
    let line = stop.shown().trim();
    let word_end = line.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(line.len());
    let (word, rest) = line.split_at_checked(word_end)?;
    if stop.says("duplicate key") {
        return Some(twice(stop, word));
    }
    if !stop.says("key with no value") && !stop.says("key-value pair") && !stop.says("unquoted key") {
        return None;
    }
    let value = rest.trim_start_matches([':', ' ', '=']);
    if word.is_empty() && rest.starts_with('=') {
        return Some(stop.all("there is no key before the equals sign", format!("write `title = {value}`")));
    }
    if !word.is_empty() && rest.starts_with(':') {
        let help = format!("write {}", quoted(&format!("{word} = {value}")));
        return Some(stop.all(format!("`{word}` is followed by a colon, and takes an equals sign"), help));
    }
    if !word.is_empty() && value.starts_with(['"', '\'', '[']) && !rest.contains('=') {
        let help = format!("write {}", quoted(&format!("{word} = {value}")));
        return Some(stop.all(format!("there is no equals sign behind `{word}`"), help));
    }
    if let Some((key, value)) = line.split_once('=')
        && key.trim().chars().all(|c| c.is_alphanumeric() || c == ' ')
        && value.trim_start().starts_with(['"', '\'', '['])
    {
        let key = key.trim();
        let help = format!("write `{}`", key.replace(' ', "_").to_lowercase());
        return Some(stop.all(format!("{} has a blank, and a key is one word", quoted(key)), help));
    }
    let help = "a text stands between quotation marks, `key = \"…\"`, and a long one between three; if this belongs \
                to the text above, its three quotation marks come too early";
    Some(stop.all("this line stands outside of any text", help))
}

fn twice(stop: &Stop<'_>, word: &str) -> Slip {
    let message = format!("`{word}` stands here for the second time");
    let help = "take one of the two out; another part begins with a line such as `[[section]]`";
    let mut slip = Slip::new(stop.at..stop.at + word.len(), message, help);
    let mut at = 0;
    for line in slice(stop.text, 0..stop.line.start).split_inclusive('\n') {
        if line.starts_with('[') {
            slip.also = None;
        } else if line.split('=').next().map(str::trim) == Some(word) {
            slip.also = slip.also.or(Some(at));
        }
        at += line.len();
    }
    slip
}

/// A value that is not written as one.
fn value_line(stop: &Stop<'_>) -> Option<Slip> {
    let (key, value, start) = stop.parts()?;
    let marked = |message: &str, help: String| Some(Slip::new(start..start + value.len(), message, help));
    let write = |value: &str| format!("write {}", quoted(&format!("{key} = \"{value}\"")));
    if value.starts_with(CURLY) {
        let help = write(value.trim_matches(CURLY));
        return marked("these quotation marks are curly, and TOML takes straight ones", help);
    }
    if stop.says("unexpected key or value") {
        return Some(behind(stop, value));
    }
    if stop.says("escape") || stop.says("unicode") {
        let help = "write two, `\\\\`, for a backslash; in the name of a folder `/` will do";
        return Some(stop.here("a backslash stands for the beginning of a sign, and this is none", help));
    }
    let like_day = value.starts_with(|c: char| c.is_ascii_digit()) && !value.contains('"');
    if key == "reviewed" || stop.says("date") || (like_day && value.contains(['/', '–', '-', '.'])) {
        let help = format!("write year, month and day, as in `{key} = 2026-11-02`");
        return marked("this is not a day as TOML writes one", help);
    }
    if matches!(value.to_lowercase().as_str(), "yes" | "no" | "true" | "false" | "on" | "off") {
        return marked(
            "this is neither true nor false",
            format!("write `{key} = true`, or leave the key out"),
        );
    }
    if value.is_empty() {
        let help = format!("write `{key} = \"…\"`, or leave the key out");
        return Some(stop.all(format!("`{key}` has no value"), help));
    }
    if stop.says("opening quote") {
        return marked("the text has no opening quotation mark", write(value.trim_matches(['"', '\''])));
    }
    if stop.says("string values must be quoted") {
        return marked("the text stands without quotation marks", write(value));
    }
    if stop.says("basic string") || stop.says("literal string") {
        let help = "write one at its end; a text of several lines stands between three of them, `\"\"\"`";
        return marked("the text has no closing quotation mark", help.to_owned());
    }
    None
}

/// Something that stands behind a value.
fn behind(stop: &Stop<'_>, value: &str) -> Slip {
    match (stop.sign(), value.chars().next()) {
        (Some(','), _) => {
            stop.here("there is a comma behind the value", "take it out: commas part the items of a list")
        }
        (_, Some('"')) => stop.here(
            "the text ended at the quotation mark before this",
            "inside a text write “ and ” for quotation marks, or put a backslash before them: `\\\"`",
        ),
        (_, Some('\'')) => stop.here(
            "the text ended at the apostrophe before this",
            "put the text between quotation marks, `\"…\"`, in which apostrophes may stand",
        ),
        _ => stop.here("something stands behind the value", "write each key in a line of its own"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a text: the stretch that is meant, and a part of the message.
    fn said(text: &str) -> (&str, String, String) {
        let slip = slip(text, &DeTable::parse(text).unwrap_err());
        (slice(text, slip.bytes), slip.message, slip.help)
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
            ("title =", "title =", "no value", "leave the key out"),
            ("title\u{a0}= \"Tea\"", "\u{a0}", "U+00A0", "type a blank"),
            ("title = \"T\u{0}ea\"", "\u{0}", "U+0000", "delete it"),
            ("title = \"C:\\docs\"", "d", "backslash", "write two"),
            ("x = [\"a\" \"b\"]", "\"", "comma is missing", "between two items"),
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
        let slip = slip(text, &DeTable::parse(text).unwrap_err());
        assert_eq!((slip.bytes.start, slip.also), (text.rfind("title").unwrap(), text.find("title = 3")));
    }
}

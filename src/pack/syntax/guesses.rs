//! What was meant, guessed from the line that the parser stopped in and from what stands above it.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::{ErrorSite, SyntaxProblem};
use crate::pack::findings::quoted;
use crate::text::{fold_text, slice};

/// Curly quotation marks, which word processors put in the place of straight ones.
const CURLY: [char; 7] = ['“', '”', '„', '‘', '’', '«', '»'];

/// Characters that look like a blank, or like nothing, and are neither to TOML.
const NO_BLANKS: [char; 7] =
    ['\u{a0}', '\u{2007}', '\u{202f}', '\u{3000}', '\u{200b}', '\u{2060}', '\u{feff}'];

/// Says what was meant, if it can be seen.
type Guess = fn(&ErrorSite<'_>) -> Option<SyntaxProblem>;

/// All guesses, the surest first.
pub(super) const ALL: [Guess; 8] =
    [whole, merge, no_blank, swallowed, open_list, header, key_line, value_line];

/// A file of another kind.
fn whole(site: &ErrorSite<'_>) -> Option<SyntaxProblem> {
    let begins = |sign: &str| site.text.trim_start().starts_with(sign);
    let what = if begins("{") {
        "this is JSON, and a pack is written in TOML"
    } else if begins("<") && !begins("<<<<<<<") {
        "this is a web page, and a pack is written in TOML"
    } else if begins("---") {
        "this is YAML, and a pack is written in TOML"
    } else if let Some(at) = site.text.find('\r').filter(|_| site.says("carriage return")) {
        let help = "save the file with the line ends of Unix (LF) or Windows (CRLF)";
        return Some(SyntaxProblem::new(
            at..at,
            "the lines of this file end in a way that no program uses any more",
            help,
        ));
    } else {
        return None;
    };
    let help = "begin a guide with `toolkit new`, and copy its text over";
    Some(SyntaxProblem::new(0..site.text.lines().next().map_or(0, str::len), what, help))
}

/// What a version control program leaves where two people changed one line.
fn merge(site: &ErrorSite<'_>) -> Option<SyntaxProblem> {
    let is_mark = ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| site.shown().starts_with(mark));
    let help = "keep one of the two versions, and take out the lines of `<<<<<<<`, `=======` and `>>>>>>>`";
    is_mark.then(|| site.all("two versions of this file were put together and not made one", help))
}

fn no_blank(site: &ErrorSite<'_>) -> Option<SyntaxProblem> {
    let sign = site.sign()?;
    if NO_BLANKS.contains(&sign) {
        let message =
            format!("there is a character that looks like a blank and is none (U+{:04X})", u32::from(sign));
        return Some(site.here(message, "delete it, and type a blank where one belongs"));
    }
    let hidden = sign.is_control() && !matches!(sign, '\n' | '\r' | '\t');
    let message = format!("there is a character that cannot be shown (U+{:04X})", u32::from(sign));
    hidden.then(|| site.here(message, "delete it"))
}

/// A long text that was not ended, and has taken in what stands below it.
fn swallowed(site: &ErrorSite<'_>) -> Option<SyntaxProblem> {
    let long = |kind| matches!(kind, TokenKind::MlBasicString | TokenKind::MlLiteralString);
    let spans = Source::new(site.text).lex().take_while(|token| token.span().start() <= site.at);
    let spans =
        spans.filter(|token| long(token.kind())).map(|token| token.span().start()..token.span().end());
    let (open, taken) = spans.filter_map(|span| Some((span.start, part_in(site.text, span)?))).last()?;
    let line = slice(site.text, 0..taken).matches('\n').count() + 1;
    let mark = site.text.get(open..open + 3).unwrap_or("\"\"\"");
    let help = format!("write `{mark}` in a line of its own where it ends, above line {line}");
    Some(SyntaxProblem::new(open..open + 3, "the text that begins here has no end", help))
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
fn open_list(site: &ErrorSite<'_>) -> Option<SyntaxProblem> {
    // A key in the middle of a list: the list above has no end.
    let begins = slice(site.text, site.line.start..site.at).trim().is_empty();
    let key = site.shown().split_once('=').map(|(key, _)| key.trim());
    let is_key = begins && key.is_some_and(|key| key.bytes().all(is_key_letter));
    if site.says("missing comma between array") && !is_key {
        return Some(site.here(
            "a comma is missing before this",
            "write a comma between two items of a list: `[\"…\", \"…\"]`",
        ));
    }
    if site.says("extra comma") {
        return Some(site.here("there is one comma too many", "take it out"));
    }
    let of_list = |said: &str| said.contains("array") && !said.contains("array table");
    if !of_list(&site.message) && !of_list(&site.first) {
        return None;
    }
    let mut open = Vec::new();
    for token in Source::new(site.text).lex().take_while(|token| token.span().start() <= site.at) {
        match token.kind() {
            TokenKind::LeftSquareBracket => open.push(token.span().start()),
            TokenKind::RightSquareBracket => drop(open.pop()),
            _ => {}
        }
    }
    let at = *open.first()?;
    Some(SyntaxProblem::new(
        at..at + 1,
        "the list that begins here has no end",
        "write `]` behind its last item",
    ))
}

fn is_key_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-".contains(&byte)
}

/// A line in brackets.
fn header(site: &ErrorSite<'_>) -> Option<SyntaxProblem> {
    let line = site.shown().trim();
    let name = line.strip_prefix('[')?.trim_matches(['[', ']', ' ']);
    let help = format!("write `[[{name}]]`");
    if !site.says("duplicate key") {
        return Some(site.all(format!("{} is not written as the beginning of a part", quoted(line)), help));
    }
    let single = format!("[{name}]");
    let mut at = 0;
    for other in site.text.split_inclusive('\n') {
        if other.trim() == single {
            let message = format!("`{single}` stands in single brackets");
            return Some(SyntaxProblem::new(at..at + other.trim_end().len(), message, help));
        }
        at += other.len();
    }
    let message = format!("a part `{name}` was begun in another way above");
    Some(site.all(message, format!("write `[[{name}]]` there too, and no dot in a name between brackets")))
}

/// A line without an equals sign where it belongs.
fn key_line(site: &ErrorSite<'_>) -> Option<SyntaxProblem> {
    let line = site.shown().trim();
    let word_end = line.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(line.len());
    let (word, rest) = line.split_at_checked(word_end)?;
    if site.says("duplicate key") {
        return Some(twice(site, word));
    }
    if !site.says("key with no value") && !site.says("key-value pair") && !site.says("unquoted key") {
        return None;
    }
    let value = rest.trim_start_matches([':', ' ', '=']);
    if word.is_empty() && rest.starts_with('=') {
        return Some(site.all("there is no key before the equals sign", format!("write `title = {value}`")));
    }
    if !word.is_empty() && rest.starts_with(':') {
        let help = format!("write {}", quoted(&format!("{word} = {value}")));
        return Some(site.all(format!("`{word}` is followed by a colon, and takes an equals sign"), help));
    }
    if !word.is_empty() && value.starts_with(['"', '\'', '[']) && !rest.contains('=') {
        let help = format!("write {}", quoted(&format!("{word} = {value}")));
        return Some(site.all(format!("there is no equals sign behind `{word}`"), help));
    }
    if let Some((key, value)) = line.split_once('=')
        && key.trim().chars().all(|c| c.is_alphanumeric() || c == ' ')
        && value.trim_start().starts_with(['"', '\'', '['])
    {
        let key = key.trim();
        let help = format!("write `{}`", key.replace(' ', "_").to_lowercase());
        return Some(site.all(format!("{} has a blank, and a key is one word", quoted(key)), help));
    }
    let help = "a text stands between quotation marks, `key = \"…\"`, and a long one between three; if this belongs \
                to the text above, its three quotation marks come too early";
    Some(site.all("this line stands outside of any text", help))
}

fn twice(site: &ErrorSite<'_>, word: &str) -> SyntaxProblem {
    let message = format!("`{word}` stands here for the second time");
    let help = "take one of the two out; another part begins with a line such as `[[section]]`";
    let mut problem = SyntaxProblem::new(site.at..site.at + word.len(), message, help);
    let mut at = 0;
    for line in slice(site.text, 0..site.line.start).split_inclusive('\n') {
        if line.starts_with('[') {
            problem.also = None;
        } else if line.split('=').next().map(str::trim) == Some(word) {
            problem.also = problem.also.or(Some(at));
        }
        at += line.len();
    }
    problem
}

/// Keys that cannot be left out, in whatever part they stand.
const NEEDED: [&str; 16] = [
    "area",
    "attribution",
    "coverage",
    "description",
    "format",
    "id",
    "intro",
    "kind",
    "language",
    "licence",
    "meaning",
    "reviewed",
    "text",
    "themes",
    "title",
    "why",
];

/// Returns what was written for an id as one.
fn id_of(written: &str) -> String {
    let folded = fold_text(written);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// A value that is not written as one.
fn value_line(site: &ErrorSite<'_>) -> Option<SyntaxProblem> {
    let (key, value, start) = site.parts()?;
    let marked =
        |message: &str, help: String| Some(SyntaxProblem::new(start..start + value.len(), message, help));
    let write = |value: &str| write_line(key, value);
    if value.starts_with(CURLY) {
        let inner = value.trim_matches(CURLY);
        let help =
            if inner.is_empty() { "write three straight ones: `\"\"\"`".to_owned() } else { write(inner) };
        return marked("these quotation marks are curly, and TOML takes straight ones", help);
    }
    if site.says("unexpected key or value") {
        return Some(behind(site, value));
    }
    if site.says("escape") || site.says("unicode") {
        let help = "write two, `\\\\`, for a backslash; in the name of a folder `/` will do";
        return Some(site.here("a backslash stands for the beginning of a sign, and this is none", help));
    }
    let like_day = value.starts_with(|c: char| c.is_ascii_digit()) && !value.contains('"');
    if key == "reviewed" || site.says("date") || (like_day && value.contains(['/', '–', '-', '.'])) {
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
        let or = if NEEDED.contains(&key) { "" } else { ", or leave the key out" };
        let example = if key == "reviewed" { "2026-11-02" } else { "\"…\"" };
        let help = format!("write `{key} = {example}`{or}");
        return Some(site.all(format!("`{key}` has no value"), help));
    }
    if value.starts_with(char::is_alphabetic) && value.ends_with(['"', '\'']) {
        return marked("the text has no opening quotation mark", write(value.trim_matches(['"', '\''])));
    }
    if value.starts_with(char::is_alphabetic) || site.says("must be quoted") {
        return marked("the text stands without quotation marks", write(value));
    }
    if site.says("basic string") || site.says("literal string") {
        let help = "write one at its end; a text of several lines stands between three of them, `\"\"\"`";
        return marked("the text has no closing quotation mark", help.to_owned());
    }
    None
}

/// Returns the help that says how a key and its value are written.
fn write_line(key: &str, value: &str) -> String {
    let line = match key {
        "id" => format!("id = \"{}\"", id_of(value)),
        "reviewed" => format!("reviewed = {value}"),
        _ => format!("{key} = \"{value}\""),
    };
    format!("write {}", quoted(&line))
}

/// Something that stands behind a value.
fn behind(site: &ErrorSite<'_>, value: &str) -> SyntaxProblem {
    match (site.sign(), value.chars().next()) {
        (Some(','), _) => {
            site.here("there is a comma behind the value", "take it out: commas part the items of a list")
        }
        (_, Some('"')) => site.here(
            "the text ended at the quotation mark before this",
            "inside a text write “ and ” for quotation marks, or put a backslash before them: `\\\"`",
        ),
        (_, Some('\'')) => site.here(
            "the text ended at the apostrophe before this",
            "put the text between quotation marks, `\"…\"`, in which apostrophes may stand",
        ),
        _ => site.here("something stands behind the value", "write each key in a line of its own"),
    }
}

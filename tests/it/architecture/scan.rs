//! Reads just enough Rust to know which paths and names a source uses.

/// A path with the line it stands on. A name alone is a path of one part.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) line: usize,
    pub(super) path: Vec<String>,
}

/// One token: a name, or a sign; `::` is one sign.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    line: usize,
    text: String,
}

impl Token {
    fn is_name(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

/// Returns `source` without its test modules, which may use whatever they need. They end, as rustfmt writes
/// them, at the next line that begins with a closing brace.
pub(super) fn without_tests(source: &str) -> String {
    let mut out = String::new();
    let mut lines = source.lines().peekable();
    while let Some(line) = lines.next() {
        let module = |next: &&str| next.starts_with("mod ") && next.ends_with('{');
        if line == "#[cfg(test)]" && lines.peek().is_some_and(module) {
            // Blank lines keep the numbers of the others right.
            out.push('\n');
            for skipped in lines.by_ref() {
                out.push('\n');
                if skipped.starts_with('}') {
                    break;
                }
            }
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// Returns every path of two parts or more, groups written out: `use a::{b, c::d}` is `a::b` and `a::c::d`.
pub(super) fn paths(source: &str) -> Vec<Found> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let goes_on = at > 0 && tokens[at - 1].text == "::";
        if tokens[at].is_name() && !goes_on {
            at = path(&tokens, at, Vec::new(), &mut found);
        } else {
            at += 1;
        }
    }
    found.retain(|found| found.path.len() > 1);
    found
}

/// Reads the path at `at`, notes it, and returns where it ends. `before` are the parts of the group it is in.
fn path(tokens: &[Token], mut at: usize, before: Vec<String>, found: &mut Vec<Found>) -> usize {
    let line = tokens[at].line;
    let sign = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let mut path = before;
    loop {
        path.push(tokens[at].text.clone());
        at += 1;
        if sign(at) != "::" {
            break;
        }
        if sign(at + 1) == "{" {
            return group(tokens, at + 2, &path, found);
        }
        if !tokens.get(at + 1).is_some_and(Token::is_name) {
            break;
        }
        at += 1;
    }
    found.push(Found { line, path });
    at
}

/// Reads the paths of a group up to its closing brace.
fn group(tokens: &[Token], mut at: usize, before: &[String], found: &mut Vec<Found>) -> usize {
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            "}" => return at + 1,
            "as" => at += 2,
            _ if token.is_name() => at = path(tokens, at, before.to_vec(), found),
            _ => at += 1,
        }
    }
    at
}

/// Returns every name, keywords included.
pub(super) fn names(source: &str) -> impl Iterator<Item = Found> {
    let names = tokens(source).into_iter().filter(Token::is_name);
    names.map(|token| Found { line: token.line, path: vec![token.text] })
}

/// Reads tokens, without comments, strings and characters.
fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let start = at;
        at = match (chars[at], chars.get(at + 1)) {
            ('/', Some('/')) => until(&chars, at + 2, "\n"),
            ('/', Some('*')) => until(&chars, at + 2, "*/"),
            ('"', _) => string_end(&chars, at),
            ('r', Some('"' | '#')) if raw_end(&chars, at).is_some() => raw_end(&chars, at).unwrap_or(at + 1),
            ('\'', _) => character_end(&chars, at),
            (':', Some(':')) => at + 2,
            (c, _) if c.is_alphanumeric() || c == '_' => {
                let name = chars[at..].iter().take_while(|c| c.is_alphanumeric() || **c == '_');
                at + name.count()
            }
            _ => at + 1,
        };
        let text: String = chars[start..at.min(chars.len())].iter().collect();
        let silent = text.starts_with("//") || text.starts_with("/*") || text.contains(['"', '\'']);
        let newlines = text.matches('\n').count();
        if !silent && !text.trim().is_empty() {
            tokens.push(Token { line, text });
        }
        line += newlines;
    }
    tokens
}

/// Returns where the next `end` at or after `at` ends.
fn until(chars: &[char], at: usize, end: &str) -> usize {
    let end: Vec<char> = end.chars().collect();
    let found = (at..=chars.len()).find(|to| chars[at..*to].ends_with(&end));
    found.unwrap_or(chars.len())
}

fn string_end(chars: &[char], at: usize) -> usize {
    let mut end = at + 1;
    while end < chars.len() && chars[end] != '"' {
        end += if chars[end] == '\\' { 2 } else { 1 };
    }
    end + 1
}

/// Returns the end of the raw string at `at`, if one begins there.
fn raw_end(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
    let open = at + 1 + hashes;
    if chars.get(open) != Some(&'"') {
        return None;
    }
    let close = format!("\"{}", "#".repeat(hashes));
    Some(until(chars, open + 1, &close))
}

/// Returns the end of the character at `at`, or of the quote when it is a lifetime.
fn character_end(chars: &[char], at: usize) -> usize {
    match (chars.get(at + 1), chars.get(at + 2)) {
        (Some('\\'), _) => until(chars, at + 3, "'"),
        (Some(_), Some('\'')) => at + 3,
        _ => at + 1,
    }
}

#[test]
fn tokens_are_read_as_rust_reads_them() {
    let words =
        |source: &str| -> Vec<String> { tokens(source).into_iter().map(|token| token.text).collect() };
    assert_eq!(words("a::b \"x\\\"y\" c // d\ne"), ["a", "::", "b", "c", "e"]);
    assert_eq!(words("r#\"a \" b\"# c '\\'' d '\"' e 'f' <'g>"), ["c", "d", "e", "<", "g", ">"]);
    assert_eq!(words("/* a\nb */ c r\"d\" r e"), ["c", "r", "e"]);
    let lines: Vec<usize> = tokens("a\n\"b\nc\"\nd").into_iter().map(|token| token.line).collect();
    assert_eq!(lines, [1, 4]);
}

#[test]
fn groups_are_written_out() {
    let shown: Vec<String> = paths("use a::{self, b::{c as d, e}, f::*}; g::h(i); j")
        .into_iter()
        .map(|found| found.path.join("::"))
        .collect();
    assert_eq!(shown, ["a::self", "a::b::c", "a::b::e", "a::f", "g::h"]);
}

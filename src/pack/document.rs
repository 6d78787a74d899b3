//! The files of a pack while it is read, and the way from a place in a text back to its file.

use std::ops::Range;

use super::{Source, SourceError};
use crate::text::clean_origins;

/// A stretch of a file: bytes of its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SourceSpan {
    /// The file, by its index.
    pub(super) file: usize,
    /// The bytes; empty where something is missing.
    pub(super) bytes: Range<usize>,
}

/// A string of a file: what it says, clean, and where it is written with its quotation marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) value: String,
    pub(super) place: SourceSpan,
}

/// A file of a pack.
#[derive(Debug, Clone, Copy)]
pub(super) struct SourceFile<'a> {
    /// Its index.
    pub(super) file: usize,
    /// Its path in the pack.
    pub(super) name: &'a str,
    /// Its text, without a byte order mark.
    pub(super) text: &'a str,
}

impl<'a> SourceFile<'a> {
    pub(super) fn new(file: usize, source: &'a Source) -> Self {
        let text = match &source.text {
            Ok(text) => text.as_str(),
            Err(SourceError::NotUtf8 { before }) => before.as_str(),
            Err(_) => "",
        };
        Self { file, name: &source.name, text: text.strip_prefix('\u{feff}').unwrap_or(text) }
    }

    pub(super) fn place(&self, bytes: Range<usize>) -> SourceSpan {
        SourceSpan { file: self.file, bytes }
    }

    /// Returns the characters of a string of this file and the byte of the file each one is written at.
    pub(super) fn chars(&self, bytes: Range<usize>) -> impl Iterator<Item = (usize, char)> + use<'a> {
        let start = bytes.start;
        decoded(self.text.get(bytes).unwrap_or_default()).map(move |(at, c)| (start + at, c))
    }

    /// Returns the places of `parts` of a cleaned string in this file.
    pub(super) fn parts(&self, text: &Text, parts: &[Range<usize>]) -> Vec<SourceSpan> {
        if parts.is_empty() {
            return Vec::new();
        }
        let origins = self.origins(text);
        parts.iter().map(|part| self.part(text, &origins, part)).collect()
    }

    /// Returns, for each byte of a cleaned string, the byte of this file it came from.
    pub(super) fn origins(&self, text: &Text) -> Vec<usize> {
        clean_origins(self.chars(text.place.bytes.clone()))
    }

    /// Returns the place of `part` of a cleaned string whose bytes came from `origins`.
    pub(super) fn part(&self, text: &Text, origins: &[usize], part: &Range<usize>) -> SourceSpan {
        let Some(&start) = origins.get(part.start) else { return text.place.clone() };
        // The end is where the next byte is written, or behind the last character.
        let last = part.end.saturating_sub(1).max(part.start);
        let end = origins.get(last).map_or(start, |&at| at + self.written_length(at));
        self.place(start..end.max(start))
    }

    /// Returns the place of the character written at byte `at`, an escape as one.
    pub(super) fn char_place(&self, at: usize) -> SourceSpan {
        self.place(at..at + self.written_length(at))
    }

    /// Returns how many bytes the character at `at` takes, an escape as one.
    fn written_length(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.chars().next().map_or(0, |c| if c == '\\' { escape(rest).0 } else { c.len_utf8() })
    }
}

/// Returns the characters of a TOML string as it is written, and the byte each one is written at.
///
/// `raw` has its quotation marks and is known to be right. The four kinds of string and the escapes are those
/// of TOML 1.1 (<https://toml.io/en/v1.1.0#string>), which the parser takes.
fn decoded(raw: &str) -> impl Iterator<Item = (usize, char)> {
    let escapes = raw.starts_with('"');
    let (start, end) = content(raw);
    let mut at = start;
    std::iter::from_fn(move || {
        loop {
            let rest = raw.get(at..end).filter(|rest| !rest.is_empty())?;
            let first = rest.chars().next()?;
            let (length, c) =
                if escapes && first == '\\' { escape(rest) } else { (first.len_utf8(), Some(first)) };
            let here = at;
            at += length;
            if let Some(c) = c {
                return Some((here, c));
            }
        }
    })
}

/// Returns where the content of a string begins and ends.
fn content(raw: &str) -> (usize, usize) {
    let quotes = if raw.len() >= 6 && (raw.starts_with("\"\"\"") || raw.starts_with("'''")) { 3 } else { 1 };
    let inner = raw.get(quotes..).unwrap_or_default();
    let newline = match quotes {
        3 if inner.starts_with("\r\n") => 2,
        3 if inner.starts_with('\n') => 1,
        _ => 0,
    };
    (quotes + newline, raw.len().saturating_sub(quotes))
}

/// Returns the bytes of the escape at the start of `rest` and what it stands for: nothing for an escaped line end.
fn escape(rest: &str) -> (usize, Option<char>) {
    let hex = |digits: usize| {
        let value = rest.get(2..2 + digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        (2 + digits, value.and_then(char::from_u32))
    };
    let two = |c: char| (2, Some(c));
    match rest.chars().nth(1) {
        Some('b') => two('\u{8}'),
        Some('t') => two('\t'),
        Some('n') => two('\n'),
        Some('f') => two('\u{c}'),
        Some('r') => two('\r'),
        Some('e') => two('\u{1b}'),
        Some('x') => hex(2),
        Some('u') => hex(4),
        Some('U') => hex(8),
        Some(' ' | '\t' | '\r' | '\n') => {
            let blanks = rest.get(1..).unwrap_or_default();
            let length = blanks.len() - blanks.trim_start_matches([' ', '\t', '\r', '\n']).len();
            (1 + length, None)
        }
        Some(c) => (1 + c.len_utf8(), Some(c)),
        None => (1, None),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::clean;

    /// The string as the parser decodes it.
    fn parsed(raw: &str) -> String {
        let value = toml::de::DeValue::parse(raw).unwrap();
        value.get_ref().as_str().unwrap().to_owned()
    }

    #[test]
    fn strings_are_decoded_as_the_parser_does() {
        let strings = [
            r#""""#,
            r#""plain""#,
            r#""a\tb\u00e9\U0001f600\x41\e\"\\""#,
            "'lit\\eral'",
            "'''\nlit\\n'eral\n'''",
            "\"\"\"\r\nCRLF \\\r\n   joined \"quoted\" \"\"\"\"\"",
            "\"\"\"one\\  \n\n  two\\n\"\"\"",
            "''''''",
        ];
        for raw in strings {
            let ours: String = decoded(raw).map(|(_, c)| c).collect();
            assert_eq!(ours, parsed(raw), "{raw}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn every_part_leads_to_the_characters_it_came_from(
            pieces in proptest::collection::vec(prop_oneof![
                "[a-z ]{1,5}", Just("\\u00e9".to_owned()), Just("漢字".to_owned()), Just("\\\n  ".to_owned()),
                Just("\\t".to_owned()), Just("\\u202e".to_owned()), Just("\\e".to_owned()), Just("\n".to_owned()),
                Just("\\\"".to_owned()), Just("e\u{301}".to_owned()),
            ], 0..20),
        ) {
            let raw = format!("\"\"\"\n{}\"\"\"", pieces.concat());
            let toml = format!("# é\nkey = {raw}\n");
            let document = SourceFile { file: 0, name: "x", text: &toml };
            let start = toml.find("\"\"\"").unwrap();
            let value = clean(&parsed(&raw)).into_owned();
            let text = Text { value: value.clone(), place: document.place(start..start + raw.len()) };
            for (at, c) in value.char_indices().filter(|(_, c)| c.is_alphabetic()) {
                let part = at..at + c.len_utf8();
                let place = &document.parts(&text, std::slice::from_ref(&part))[0];
                let written = toml.get(place.bytes.clone()).unwrap();
                prop_assert!(written == c.to_string() || written == "\\u00e9", "{c:?} came from {written:?}");
            }
        }
    }
}

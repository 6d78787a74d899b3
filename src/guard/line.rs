//! A line taken apart: its words, as they stand and folded.

use std::ops::Range;

use crate::text::{fold_text, slice};

/// A line and its words.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<Word<'a>>,
}

/// Letters and figures without a gap; an apostrophe or a full stop within is a part of it.
pub(super) struct Word<'a> {
    /// As it stands.
    pub(super) text: &'a str,
    /// Folded: small letters, no accents.
    pub(super) folded: String,
    /// Its bytes in the line.
    pub(super) range: Range<usize>,
    /// Whether a sentence begins with it.
    pub(super) begins: bool,
    /// Whether nothing but a blank stands between it and the next one.
    pub(super) joins_next: bool,
}

impl Word<'_> {
    /// Whether it begins with a capital and is not all capitals.
    pub(super) fn is_capitalised(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
    }

    /// Whether all its letters are capitals.
    pub(super) fn is_shouted(&self) -> bool {
        !self.text.chars().any(char::is_lowercase)
    }

    /// Returns how many figures it has.
    pub(super) fn figures(&self) -> usize {
        self.text.bytes().filter(u8::is_ascii_digit).count()
    }

    /// Returns it without the ending of who owns something.
    pub(super) fn owner(&self) -> &str {
        let folded = self.folded.as_str();
        ["'s", "s'", "'"].iter().find_map(|end| folded.strip_suffix(end)).unwrap_or(folded)
    }
}

impl<'a> Line<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut words: Vec<Word<'a>> = Vec::new();
        for range in ranges(text) {
            let between = slice(text, words.last().map_or(0, |word| word.range.end)..range.start);
            let begins = words.is_empty() || ends_sentence(between);
            if let Some(last) = words.last_mut() {
                last.joins_next = between.trim().is_empty();
            }
            let word = slice(text, range.clone());
            words.push(Word { text: word, folded: fold_text(word), range, begins, joins_next: false });
        }
        Self { text, words }
    }

    /// Returns the folded word at an index, nothing where there is none.
    pub(super) fn folded(&self, index: Option<usize>) -> &str {
        index.and_then(|index| self.words.get(index)).map_or("", |word| word.folded.as_str())
    }
}

fn is_within(c: char) -> bool {
    matches!(c, '\'' | '’' | '.')
}

/// Whether what stands between two words ends a sentence, or what stands before one of them.
fn ends_sentence(between: &str) -> bool {
    between.contains(['.', '!', '?', ':', '"', '“'])
}

/// Returns the bytes of each word.
fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let goes_on = is_within(c) && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        match (c.is_alphanumeric() || (start.is_some() && goes_on), start) {
            (true, None) => start = Some(at),
            (false, Some(begun)) => {
                out.push(begun..at);
                start = None;
            }
            _ => {}
        }
    }
    out.extend(start.map(|begun| begun..text.len()));
    out
}

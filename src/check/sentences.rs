//! Sentences and words of a text, as ranges of it.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::{fold_text, slice};

/// What ends with a stop and ends no sentence.
const ABBREVIATIONS: [&str; 13] =
    ["al", "cf", "dr", "e.g", "eds", "etc", "fig", "i.e", "mr", "mrs", "ms", "pp", "vs"];

/// Returns the sentences of a text that have a word in them, without the blanks around them.
///
/// A sentence ends with `.`, `!`, `?` or `…`, what closes behind it, and a blank, unless a small letter or an
/// abbreviation says that it goes on; and with a line end.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    cut(text, |sign| ".!?…\n".contains(sign))
}

/// Returns the units of thought of a text: Flesch counts as a sentence also what a colon or a semicolon ends
/// (*How to Test Readability*, 1951, chapter 1).
pub(super) fn units(text: &str) -> Vec<Range<usize>> {
    cut(text, |sign| ".!?…\n:;".contains(sign))
}

fn cut(text: &str, ends: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices().filter(|(_, sign)| ends(*sign)) {
        let behind = slice(text, at + sign.len_utf8()..text.len());
        let rest = behind.trim_start_matches(['.', '!', '?', '…', ')', ']', '”', '’', '"', '\'']);
        let end = text.len() - rest.len();
        let goes_on = sign == '.' && (starts_small(rest) || is_abbreviation(slice(text, start.min(at)..at)));
        if at >= start && (sign == '\n' || (rest.starts_with(char::is_whitespace) && !goes_on)) {
            found.push(start..end);
            start = end;
        }
    }
    found.push(start..text.len());
    found.into_iter().filter_map(|range| trimmed(text, range)).collect()
}

fn starts_small(rest: &str) -> bool {
    rest.trim_start().chars().next().is_some_and(char::is_lowercase)
}

/// Whether the word at the end of `before` is cut short: a known one, or a single capital.
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(|c| c.is_uppercase() && c != 'I');
    initial || ABBREVIATIONS.contains(&fold_text(word).as_str())
}

/// Returns a range without the blanks around it; nothing where there is no word.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = slice(text, range.clone());
    let start = range.start + part.len() - part.trim_start().len();
    part.contains(char::is_alphanumeric).then(|| start..start + part.trim().len())
}

/// Returns how many words there are in a text: what stands between blanks and has a letter or a digit.
pub(super) fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// The word in small letters without accents; apostrophes and hyphens in it are kept.
    pub(super) folded: Cow<'a, str>,
}

/// Returns the words of a text: letters and digits, and the apostrophes and hyphens between them.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let joins = |c: char| matches!(c, '\'' | '’' | '-' | '‑');
    let mut found = Vec::new();
    let mut start = None;
    let ends = text.char_indices().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]);
    for (at, c) in ends {
        let inside = c.is_some_and(|c| c.is_alphanumeric() || (start.is_some() && joins(c)));
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let word = slice(text, from..at).trim_end_matches(joins);
                found.push(Word { range: from..from + word.len(), folded: folded(word) });
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Returns a word in small letters without accents: most are already.
fn folded(word: &str) -> Cow<'_, str> {
    let plain = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if plain { Cow::Borrowed(word) } else { Cow::Owned(fold_text(word)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| slice(text, range)).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_takes_breath() {
        assert_eq!(shown("One. Two!  Three? “Four.” Five"), ["One.", "Two!", "Three?", "“Four.”", "Five"]);
        assert_eq!(shown("Wait… what? (No.) Yes."), ["Wait…", "what?", "(No.)", "Yes."]);
        assert_eq!(shown("A line\nand another"), ["A line", "and another"]);
        assert_eq!(shown(" … . "), [""; 0]);
    }

    #[test]
    fn a_stop_within_a_sentence_does_not_end_it() {
        for text in [
            "See e.g. this.",
            "Ask Dr. Smith about C. McMullin.",
            "It is 3.5 or www.x.org now.",
            "It (etc. too) is.",
        ] {
            assert_eq!(shown(text), [text]);
        }
    }

    #[test]
    fn colons_part_units_and_not_sentences() {
        assert_eq!(sentences("One: two; three.").len(), 1);
        assert_eq!(units("One: two; three.").len(), 3);
        assert_eq!(units("At 10:30 it is.").len(), 1);
    }

    #[test]
    fn words_keep_what_holds_them_together() {
        let words: Vec<String> = words("Young people’s ‘well-being’ – (24/7)")
            .into_iter()
            .map(|word| word.folded.into_owned())
            .collect();
        assert_eq!(words, ["young", "people's", "well-being", "24", "7"]);
        assert_eq!(count("a – b, c"), 3);
    }
}

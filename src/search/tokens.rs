//! Words of a text, with their places in it.
//!
//! A word is a run of letters and digits; accents written as marks of their own and apostrophes between letters
//! belong to it. Words are compared in their plain form: folded, without apostrophes and without a *’s* or
//! *’ll* at the end, so that *Worker’s* is `worker` and *don’t* is `dont`, which is what people type.

use std::{borrow::Cow, ops::Range};

use unicode_normalization::char::is_combining_mark;

use crate::text::{fold_text, slice};

/// What leans on the word before it and says nothing about what is looked for.
const CLITICS: [&str; 6] = ["'s", "'ll", "'ve", "'re", "'d", "'m"];

/// Returns the words of `text`, as ranges of its bytes, in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = skip(text, at, |c| !is_letter(c))?;
        at = word_end(text, start);
        Some(start..at)
    })
}

/// Returns the plain form of a word: what two words have in common that count as the same.
pub(super) fn plain(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return Cow::Borrowed(word);
    }
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let folded = fold_text(word);
    let stripped = CLITICS.iter().find_map(|clitic| folded.strip_suffix(clitic)).unwrap_or(&folded);
    Cow::Owned(stripped.chars().filter(|c| c.is_alphanumeric()).collect())
}

/// Returns the plain forms of the words of `text`.
pub(super) fn plain_words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    words(text).map(|range| plain(slice(text, range))).filter(|word| !word.is_empty())
}

/// Returns the offset of the first character from `at` on that `passed` does not hold for, if there is one.
fn skip(text: &str, at: usize, passed: impl Fn(char) -> bool) -> Option<usize> {
    slice(text, at..text.len()).find(|c| !passed(c)).map(|found| at + found)
}

fn word_end(text: &str, start: usize) -> usize {
    let mut at = start;
    loop {
        at = skip(text, at, |c| is_letter(c) || is_mark(c)).unwrap_or(text.len());
        let mut rest = slice(text, at..text.len()).chars();
        match (rest.next(), rest.next()) {
            (Some(apostrophe), Some(next)) if is_apostrophe(apostrophe) && is_letter(next) => {
                at += apostrophe.len_utf8();
            }
            _ => return at,
        }
    }
}

fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() && !is_apostrophe(c) }
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_combining_mark(c)
}

/// The characters that [`fold_text`] makes a plain apostrophe.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | 'ʼ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        words(text).map(|range| slice(text, range)).map(|word| (word, plain(word).into_owned())).collect()
    }

    fn plain_of(text: &str) -> Vec<String> {
        plain_words(text).map(Cow::into_owned).collect()
    }

    #[test]
    fn words_know_their_places() {
        let pairs = found("Worker’s ‘Café’, don't (24-hour)");
        let shown: Vec<_> = pairs.iter().map(|(word, plain)| (*word, plain.as_str())).collect();
        assert_eq!(
            shown,
            [("Worker’s", "worker"), ("Café", "cafe"), ("don't", "dont"), ("24", "24"), ("hour", "hour")]
        );
    }

    #[test]
    fn accents_and_capitals_do_not_part_words() {
        assert_eq!(plain_of("cafe\u{301}s CAFÉS"), ["cafes", "cafes"]);
        assert_eq!(plain_of("DÙN èideann"), ["dun", "eideann"]);
    }

    #[test]
    fn there_may_be_no_word() {
        for text in ["", " ", "…—'’", "\u{301}\u{301}", "\u{7}\u{0}"] {
            assert_eq!(plain_of(text), [""; 0], "{text:?}");
        }
    }
}

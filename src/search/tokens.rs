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
        let start = word_start(text, at)?;
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

// The next two go byte by byte where the text is ASCII, which nearly all of it is: at every key they see all the
// text of the guides that fit best.

fn word_start(text: &str, mut at: usize) -> Option<usize> {
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte.is_ascii() {
            if byte.is_ascii_alphanumeric() {
                return Some(at);
            }
            at += 1;
        } else {
            let c = char_at(text, at)?;
            if is_letter(c) {
                return Some(at);
            }
            at += c.len_utf8();
        }
    }
    None
}

fn word_end(text: &str, mut at: usize) -> usize {
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let Some(c) = char_at(text, at).filter(|c| *c == '\'' || !c.is_ascii()) else { break };
        let next = at + c.len_utf8();
        let goes_on = is_letter(c)
            || is_combining_mark(c)
            || is_apostrophe(c) && char_at(text, next).is_some_and(is_letter);
        if !goes_on {
            break;
        }
        at = next;
    }
    at
}

fn char_at(text: &str, at: usize) -> Option<char> {
    slice(text, at..text.len()).chars().next()
}

fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() && !is_apostrophe(c) }
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

//! Words of a text, with their places in it.
//!
//! A word is a run of letters and digits; accents written as marks of their own and apostrophes between letters
//! belong to it. Words are compared in their plain form: folded, without apostrophes and without a *’s* or
//! *’ll* at the end, so that *Worker’s* is `worker` and *don’t* is `dont`, which is what people type.

use std::{borrow::Cow, ops::Range};

use unicode_normalization::char::is_combining_mark;

use crate::text::{RunKind, each_run, fold_text, slice};

/// What leans on the word before it and says nothing about what is looked for.
const CLITICS: [&str; 6] = ["'s", "'ll", "'ve", "'re", "'d", "'m"];

/// Hands over the words of `text`, as ranges of its bytes, in order, each with what it was found in.
pub(crate) fn each_word(text: &str, mut take: impl FnMut(Range<usize>, RunKind)) {
    each_run(text, |run| match run.kind {
        RunKind::Word => take(run.range, run.kind),
        RunKind::Mixed => {
            let mut left = run.range;
            while let Some(word) = first_word(text, left.clone()) {
                left.start = word.end;
                take(word, run.kind);
            }
        }
    });
}

/// Returns the words of `text`, as ranges of its bytes, in order.
pub(crate) fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    each_word(text, |word, _| words.push(word));
    words
}

/// Returns the first word in a part of `text`, at whose end a word ends.
fn first_word(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let start = part.start + slice(text, part.clone()).find(is_letter)?;
    Some(start..word_end(text, start))
}

/// Returns the plain form of a word: what two words have in common that count as the same.
pub(crate) fn plain(word: &str) -> Cow<'_, str> {
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
pub(crate) fn plain_words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    words(text).into_iter().map(|range| plain(slice(text, range))).filter(|word| !word.is_empty())
}

fn word_end(text: &str, start: usize) -> usize {
    let goes_on = |(offset, c): &(usize, char)| {
        if is_apostrophe(*c) {
            slice(text, start + offset + c.len_utf8()..text.len()).starts_with(is_letter)
        } else {
            is_letter(*c) || is_combining_mark(*c)
        }
    };
    let letters = slice(text, start..text.len()).char_indices().find(|letter| !goes_on(letter));
    letters.map_or(text.len(), |(length, _)| start + length)
}

fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        // Quotes and dashes, told quickly because there are many (the block General Punctuation).
        '\u{2000}'..='\u{206f}' => false,
        _ => c.is_alphanumeric() && !is_apostrophe(c),
    }
}

/// The characters that [`fold_text`] makes a plain apostrophe.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | 'ʼ' | '´' | '′' | '＇')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        words(text)
            .into_iter()
            .map(|range| slice(text, range))
            .map(|word| (word, plain(word).into_owned()))
            .collect()
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

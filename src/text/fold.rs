//! Case and accents folded away, with the way back to the source.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// A folded text and, for each of its bytes, where in the source it came from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// Source byte offset of each folded byte, and the source's length at the end. Empty: the same offsets.
    origin: Vec<u32>,
}

impl Folded {
    /// Returns the range of the source that `range` of the folded text came from.
    #[must_use]
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let at = |index: usize| match self.origin.get(index) {
            Some(&offset) => offset as usize,
            None => index,
        };
        at(range.start)..at(range.end)
    }
}

/// Folds `text`: lower case, accents off, typographic apostrophes and dashes made plain.
#[must_use]
pub fn fold(text: &str) -> Folded {
    if text.is_ascii() {
        return Folded { text: text.to_ascii_lowercase(), origin: Vec::new() };
    }
    let mut folded =
        Folded { text: String::with_capacity(text.len()), origin: Vec::with_capacity(text.len() + 1) };
    for (offset, c) in text.char_indices() {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        for plain in fold_char(c) {
            folded.origin.extend(std::iter::repeat_n(offset, plain.len_utf8()));
            folded.text.push(plain);
        }
    }
    folded.origin.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
    folded
}

/// Folds `text` when the way back is not needed.
#[must_use]
pub fn fold_text(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.chars().flat_map(fold_char).collect() }
}

fn fold_char(c: char) -> impl Iterator<Item = char> {
    let plain = match c {
        '‘' | '’' | 'ʼ' | '´' | '′' | '＇' => '\'',
        '“' | '”' => '"',
        '‐' | '‑' | '–' => '-',
        '\u{a0}' | '\u{202f}' => ' ',
        _ => c,
    };
    let (first, rest) = ligature(plain).unwrap_or((plain, ""));
    std::iter::once(first)
        .chain(rest.chars())
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
}

/// Returns the letters of a ligature that stands for them in text taken out of a PDF.
fn ligature(c: char) -> Option<(char, &'static str)> {
    let letters = match c {
        'ﬀ' => ('f', "f"),
        'ﬁ' => ('f', "i"),
        'ﬂ' => ('f', "l"),
        'ﬃ' => ('f', "fi"),
        'ﬄ' => ('f', "fl"),
        'ﬅ' | 'ﬆ' => ('s', "t"),
        _ => return None,
    };
    Some(letters)
}

/// Returns a name as its folded words with a blank between: capitals, accents and what stands between words do not
/// matter.
#[must_use]
pub fn fold_words(name: &str) -> String {
    let folded = fold_text(name);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::slice;

    #[test]
    fn capitals_accents_and_apostrophes_do_not_matter() {
        assert_eq!(fold_text("Dùn Èideann’s CAFÉ"), "dun eideann's cafe");
        assert_eq!(fold_text("diﬃcult oﬃce ﬂat ﬁrst, we´ll"), "difficult office flat first, we'll");
        assert_eq!(fold_text("e\u{301}"), "e");
    }

    #[test]
    fn every_match_leads_back_to_its_source() {
        let source = "Ày, é: the Café’s";
        let folded = fold(source);
        let at = folded.text.find("cafe").unwrap_or_default();
        assert_eq!(slice(source, folded.source(at..at + 4)), "Café");
        let all = folded.source(0..folded.text.len());
        assert_eq!(all, 0..source.len());
    }
}

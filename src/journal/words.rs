//! Words with their places, and where a few words stand in many, nearly as they were.

use std::cmp::Reverse;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::guide::{Block, TextPos};
use crate::text::fold_text;

/// More letters of a word than this say no more about it.
const LETTERS: usize = 40;

/// A word of a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GuideWord {
    /// The word, folded: case, accents and what stands around it do not count.
    pub(super) text: String,
    /// Where it begins.
    pub(super) pos: TextPos,
    /// One past its last byte.
    pub(super) end: u32,
}

/// Returns the words of a text in order, as they are compared.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    text.unicode_words().map(plain)
}

/// Returns the words of block number `index` of a guide.
pub(super) fn words_of(index: usize, block: &Block) -> impl Iterator<Item = GuideWord> {
    block.prose.text.unicode_word_indices().map(move |(at, word)| GuideWord {
        text: plain(word),
        pos: TextPos::new(index, at),
        end: TextPos::new(index, at + word.len()).byte,
    })
}

fn plain(word: &str) -> String {
    let folded = fold_text(word);
    match folded.char_indices().nth(LETTERS) {
        Some((end, _)) => folded.get(..end).unwrap_or_default().to_owned(),
        None => folded,
    }
}

/// A stretch of words that is what was looked for, or nearly so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Its first word.
    pub(super) start: usize,
    /// One past its last word.
    pub(super) end: usize,
    /// How many words were added, left out or replaced.
    pub(super) slips: usize,
}

/// Returns the stretches of `text` that are at most `slips` words away from `wanted`, the nearest one for each word
/// that one can end with (Sellers 1980, *The theory and computation of evolutionary distances*, by words).
pub(super) fn stretches(wanted: &[String], text: &[GuideWord], slips: usize) -> Vec<Stretch> {
    let mut found = Vec::new();
    // For each beginning of `wanted`: how far the nearest stretch that ends here is from it, and where it begins.
    let mut before: Vec<(usize, usize)> = (0..=wanted.len()).map(|slips| (slips, 0)).collect();
    for (at, word) in text.iter().enumerate() {
        let mut here = Vec::with_capacity(before.len());
        here.push((0, at + 1));
        for (i, one) in wanted.iter().enumerate() {
            let (apart, start) = before[i];
            let replaced = (apart + usize::from(*one != word.text), start);
            let added = (before[i + 1].0 + 1, before[i + 1].1);
            let left_out = (here[i].0 + 1, here[i].1);
            // Of equals the shorter stretch: it does not reach back for a word that is another one.
            let nearest = [replaced, added, left_out]
                .into_iter()
                .min_by_key(|(apart, start)| (*apart, Reverse(*start)));
            here.extend(nearest);
        }
        if let Some((apart, start)) = here.last().copied().filter(|(apart, _)| *apart <= slips) {
            found.push(Stretch { start, end: at + 1, slips: apart });
        }
        before = here;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{BlockKind, Prose};

    fn found(wanted: &str, text: &str, slips: usize) -> Vec<(usize, usize, usize)> {
        let block = Block::new(BlockKind::Paragraph, Prose::plain(text));
        let text: Vec<GuideWord> = words_of(0, &block).collect();
        let wanted: Vec<String> = words(wanted).collect();
        let found = stretches(&wanted, &text, slips);
        found.into_iter().map(|found| (found.start, found.end, found.slips)).collect()
    }

    #[test]
    fn words_are_found_whatever_stands_around_them() {
        assert_eq!(found("B c", "a, “b” — C! b c", 0), [(1, 3, 0), (3, 5, 0)]);
        assert_eq!(found("don't go", "Don’t  go.", 0), [(0, 2, 0)]);
        assert_eq!(found("x", "a b", 0), []);
    }

    #[test]
    fn a_word_more_or_less_or_other_is_a_slip() {
        let best = |text| found("a b c d e f", text, 2).into_iter().min_by_key(|found| found.2);
        assert_eq!(best("x a b c d e f y"), Some((1, 7, 0)));
        assert_eq!(best("x a b new c d e f y"), Some((1, 8, 1)));
        assert_eq!(best("x a b d e f y"), Some((1, 6, 1)));
        assert_eq!(best("x a b C D other f y"), Some((1, 7, 1)));
        assert_eq!(best("b c d e f y").map(|found| found.2), Some(1));
        assert_eq!(best("x y z"), None);
    }

    #[test]
    fn places_lead_back_to_the_text() {
        let block = Block::new(BlockKind::Paragraph, Prose::plain("É, ça va"));
        let found: Vec<_> = words_of(3, &block).map(|word| (word.text, word.pos.byte, word.end)).collect();
        let expected = [("e", 0, 2), ("ca", 4, 7), ("va", 8, 10)];
        assert_eq!(found, expected.map(|(word, start, end)| (word.to_owned(), start, end)));
    }
}

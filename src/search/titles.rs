//! Titles and names, picked by a few letters: the one place that knows `fuzzy-matcher`.
//!
//! Each typed word is matched by itself, so the order of words does not matter; letters of a word must come in
//! order, but not side by side. Guide text is searched by words and not like this: over lines of text the same
//! matcher finds a third of what words find.

use std::ops::Range;

use fuzzy_matcher::{FuzzyMatcher as _, skim::SkimMatcherV2};
use serde::{Deserialize, Serialize};

use crate::text::{Folded, fold, fold_text};

/// The longest query that is looked at, in words and letters.
const MOST_WORDS: usize = 16;
const LONGEST_QUERY: usize = 400;

/// A list of titles or names to pick from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Titles {
    folded: Vec<Folded>,
}

/// A title that fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleMatch {
    /// Its index in the list.
    pub index: usize,
    /// How well it fits: comparable within one answer only.
    pub score: i64,
    /// The letters that fit, as byte ranges of the title, in order.
    pub marks: Vec<Range<usize>>,
}

/// How many of the typed words a title must fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    /// Every one.
    All,
    /// One, and that one well.
    Any,
}

impl Titles {
    /// Returns the list of these titles.
    pub fn new<'a>(titles: impl IntoIterator<Item = &'a str>) -> Self {
        Self { folded: titles.into_iter().map(fold).collect() }
    }

    /// Returns the titles that fit every word of the query, best first; equals in the order of the list. An empty
    /// query is fitted by all.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<TitleMatch> {
        self.ranked(query, Need::All)
    }

    /// Returns the titles that fit at least one word of the query well, best first; equals in the order of the
    /// list.
    #[must_use]
    pub fn nearest(&self, query: &str) -> Vec<TitleMatch> {
        self.ranked(query, Need::Any)
    }

    fn ranked(&self, query: &str, need: Need) -> Vec<TitleMatch> {
        let query = fold_text(&query.chars().take(LONGEST_QUERY).collect::<String>());
        let mut words: Vec<&str> = query.split_whitespace().take(MOST_WORDS).collect();
        words.sort_unstable();
        let matcher = Matcher::default();
        let fits = self.folded.iter().enumerate();
        let mut fits: Vec<TitleMatch> =
            fits.filter_map(|(index, title)| matcher.title(index, title, &words, need)).collect();
        fits.sort_by(|a, b| b.score.cmp(&a.score).then(a.index.cmp(&b.index)));
        fits
    }
}

/// `fuzzy-matcher`'s second algorithm: the best alignment of letters, with a bonus at the beginning of words
/// (Smith–Waterman with affine gaps, as in fzf).
#[derive(Default)]
pub(super) struct Matcher(SkimMatcherV2);

impl Matcher {
    /// Returns how well the letters of `pattern` fit `text`, if they are in it in order. Both are plain.
    pub(super) fn score(&self, text: &str, pattern: &str) -> Option<i64> {
        self.0.fuzzy_match(text, pattern)
    }

    fn title(&self, index: usize, title: &Folded, words: &[&str], need: Need) -> Option<TitleMatch> {
        let mut fits = TitleMatch { index, score: 0, marks: Vec::new() };
        let mut fitting = 0;
        for word in words {
            match self.0.fuzzy_indices(&title.text, word) {
                Some((score, letters)) if need == Need::All || is_close(&letters) => {
                    fits.score += score;
                    fits.marks.extend(ranges(title, &letters));
                    fitting += 1;
                }
                _ if need == Need::All => return None,
                _ => {}
            }
        }
        fits.marks = merged(fits.marks);
        (need == Need::All || fitting > 0).then_some(fits)
    }
}

/// Whether letters are nearly side by side: two or more, and at most as many others between them.
fn is_close(letters: &[usize]) -> bool {
    match letters {
        [first, .., last] => last - first < 2 * letters.len(),
        _ => false,
    }
}

/// Returns the ranges of the source that these letters of the folded title came from.
fn ranges(title: &Folded, letters: &[usize]) -> Vec<Range<usize>> {
    let mut wanted = letters.iter().copied().peekable();
    title
        .text
        .char_indices()
        .enumerate()
        .filter(|(at, _)| wanted.next_if_eq(at).is_some())
        .map(|(_, (byte, c))| title.source(byte..byte + c.len_utf8()))
        .collect()
}

/// Returns `ranges` in order, those that touch or overlap as one.
pub(super) fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    ranges.dedup_by(|next, kept| {
        let touches = next.start <= kept.end;
        if touches {
            kept.end = kept.end.max(next.end);
        }
        touches
    });
    ranges
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::slice;

    const TITLES: [&str; 4] =
        ["Getting the most from supervision", "Café visits", "Staying in touch", "Touch and trust"];

    /// Returns the titles found, with their marked letters.
    fn found(query: &str) -> Vec<(&'static str, String)> {
        let found = Titles::new(TITLES).find(query);
        let marked = |index: usize, marks: &[Range<usize>]| {
            marks.iter().map(|range| slice(TITLES[index], range.clone())).collect::<Vec<_>>().join("|")
        };
        found.iter().map(|found| (TITLES[found.index], marked(found.index, &found.marks))).collect()
    }

    #[test]
    fn letters_in_order_are_enough_for_each_word() {
        let (title, letters) = found("sprvn").remove(0);
        assert_eq!((title, letters.replace('|', "").as_str()), (TITLES[0], "sprvn"));
        assert_eq!(found("touch sta"), [(TITLES[2], "Sta|touch".to_owned())]);
        assert_eq!(found("xyz"), []);
    }

    #[test]
    fn accents_and_capitals_are_forgiven_and_marks_are_of_the_title() {
        assert_eq!(found("CAFE"), [(TITLES[1], "Café".to_owned())]);
        assert_eq!(found("cafe\u{301}"), found("café"));
    }

    #[test]
    fn an_empty_query_is_fitted_by_all_in_order() {
        let order: Vec<_> = found(" ").into_iter().map(|(title, _)| title).collect();
        assert_eq!(order, TITLES);
    }

    #[test]
    fn the_nearest_need_one_word_side_by_side() {
        let titles = Titles::new(TITLES);
        let nearest = titles.nearest("xyz pervis");
        assert_eq!(nearest.iter().map(|found| found.index).collect::<Vec<_>>(), [0]);
        assert_eq!(titles.nearest("gms"), [], "letters far apart");
    }

    #[test]
    fn touching_ranges_are_one() {
        assert_eq!(merged(vec![4..5, 0..2, 2..3, 1..2, 7..7]), [0..3, 4..5]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn marks_are_letters_of_the_title(query in "(\\PC|[a-z]| ){0,12}") {
            for found in Titles::new(TITLES).find(&query) {
                prop_assert!(found.marks.iter().all(|mark| !slice(TITLES[found.index], mark.clone()).is_empty()));
                prop_assert!(found.marks.is_sorted_by(|a, b| a.end < b.start));
            }
        }
    }
}

//! Titles and names, picked by a few letters: the one place that knows `fuzzy-matcher`.
//!
//! Each typed word is matched by itself, so the order of words does not matter; letters of a word must come in
//! order, but not side by side. Guide text is searched by words and not like this: over lines of text the same
//! matcher finds a third of what words find.

use std::ops::Range;

use fuzzy_matcher::{FuzzyMatcher as _, skim::SkimMatcherV2};
use serde::{Deserialize, Serialize};

use crate::search::index::vocabulary::Letters;
use crate::search::top::top;
use crate::text::{Folded, StringTable, fold, fold_text};

/// The longest query that is looked at, in words and letters.
const MAX_WORDS: usize = 16;
const MAX_CHARACTERS: usize = 400;

/// So many titles at most are measured for the nearest: of hundreds of thousands, those whose letters are closest.
const MAX_NEAR: usize = 1_000;

/// A list of titles or names to pick from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Titles {
    /// Their folded texts.
    folded: StringTable,
    /// Which letters each has: most titles have not all that are typed, and are passed over at once.
    letters: Vec<Letters>,
    /// Those whose folded text does not stand letter for letter where the title does, by their indices.
    shifted: Vec<(u32, Folded)>,
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

impl Titles {
    /// Returns the list of these titles.
    pub fn new<'a>(titles: impl IntoIterator<Item = &'a str>) -> Self {
        let mut list = Self::default();
        titles.into_iter().for_each(|title| list.push(title));
        list
    }

    /// Adds a title behind the others.
    pub fn push(&mut self, title: &str) {
        let folded = fold(title);
        self.letters.push(Letters::of(&folded.text));
        self.folded.push(&folded.text);
        if !title.is_ascii() {
            self.shifted.push((u32::try_from(self.letters.len() - 1).unwrap_or(u32::MAX), folded));
        }
    }

    /// Returns the titles that fit every word of the query, best first; equals in the order of the list. An empty
    /// query is fitted by all.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<TitleMatch> {
        self.best(query, usize::MAX)
    }

    /// Returns the first `limit` of what [`Titles::find`] returns.
    #[must_use]
    pub fn best(&self, query: &str, limit: usize) -> Vec<TitleMatch> {
        let query = TitleQuery::of(query);
        let matcher = Matcher::default();
        let titles = self.folded.iter().zip(&self.letters).enumerate();
        let may_fit = titles.filter(|(_, (title, letters))| query.may_fit(title, **letters));
        let fits = may_fit.filter_map(|(index, (title, _))| Some((query.score(title, &matcher)?, index)));
        let best_first = |a: &(i64, usize), b: &(i64, usize)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
        let found = top(fits.collect(), limit, best_first).into_iter().filter_map(|(_, index)| {
            let all: Option<Vec<_>> = self.alignments(index, &query, &matcher).collect();
            Some(self.title_match(index, &all?))
        });
        found.collect()
    }

    /// Returns the titles that fit at least one word of the query well, best first; equals in the order of the
    /// list.
    #[must_use]
    pub fn nearest(&self, query: &str) -> Vec<TitleMatch> {
        let query = TitleQuery::of(query);
        let matcher = Matcher::default();
        let titles = self.folded.iter().zip(&self.letters).enumerate();
        let may_fit =
            titles.filter_map(|(index, (title, letters))| Some((query.gap(title, *letters)?, index)));
        let closest = top(may_fit.collect(), MAX_NEAR, Ord::cmp);
        let found = closest.into_iter().filter_map(|(_, index)| {
            let aligned = self.alignments(index, &query, &matcher).flatten();
            let close: Vec<_> = aligned.filter(|(_, letters)| is_close(letters)).collect();
            (!close.is_empty()).then(|| self.title_match(index, &close))
        });
        let mut fits: Vec<TitleMatch> = found.collect();
        fits.sort_by(|a, b| b.score.cmp(&a.score).then(a.index.cmp(&b.index)));
        fits
    }

    /// Returns for each word of the query how well it fits the title with this index, and the letters that do.
    fn alignments(
        &self,
        index: usize,
        query: &TitleQuery,
        matcher: &Matcher,
    ) -> impl Iterator<Item = Option<(i64, Vec<usize>)>> {
        let title = self.folded.get(index).unwrap_or_default();
        query.words.iter().map(move |(word, _)| matcher.0.fuzzy_indices(title, word))
    }

    /// Returns how the title with this index fits by the words that are aligned with it.
    fn title_match(&self, index: usize, alignments: &[(i64, Vec<usize>)]) -> TitleMatch {
        let score = alignments.iter().map(|(score, _)| score).sum();
        let marks = alignments.iter().flat_map(|(_, letters)| self.sources(index, letters));
        TitleMatch { index, score, marks: merged(marks.collect()) }
    }

    /// Returns the ranges of the title that these letters of its folded text came from.
    fn sources(&self, index: usize, letters: &[usize]) -> Vec<Range<usize>> {
        let text = self.folded.get(index).unwrap_or_default();
        let shifted = self.shifted.binary_search_by_key(&index, |(index, _)| *index as usize);
        let shifted = shifted.ok().and_then(|index| self.shifted.get(index));
        let source = |range: Range<usize>| match shifted {
            Some((_, folded)) => folded.source(range),
            None => range,
        };
        let mut wanted = letters.iter().copied().peekable();
        text.char_indices()
            .enumerate()
            .filter(|(index, _)| wanted.next_if_eq(index).is_some())
            .map(|(_, (byte, c))| source(byte..byte + c.len_utf8()))
            .collect()
    }
}

/// The words of a query, each with its letters.
struct TitleQuery {
    words: Vec<(String, Letters)>,
}

impl TitleQuery {
    fn of(query: &str) -> Self {
        let query = fold_text(&query.chars().take(MAX_CHARACTERS).collect::<String>());
        let mut words: Vec<&str> = query.split_whitespace().take(MAX_WORDS).collect();
        words.sort_unstable();
        Self { words: words.iter().map(|word| ((*word).to_owned(), Letters::of(word))).collect() }
    }

    /// Whether a title has the letters of each word in order: quicker told than how well they fit.
    fn may_fit(&self, title: &str, letters: Letters) -> bool {
        self.words.iter().all(|(_, of_word)| of_word.are_in(letters))
            && self.words.iter().all(|(word, _)| end_in(word, title.as_bytes()).is_some())
    }

    /// Returns how well a title fits all words, if it does.
    fn score(&self, title: &str, matcher: &Matcher) -> Option<i64> {
        self.words.iter().map(|(word, _)| matcher.score(title, word)).sum()
    }

    /// Returns how many bytes stand between the letters of the word that has the fewest; nothing where no word can
    /// be [close](is_close).
    fn gap(&self, title: &str, letters: Letters) -> Option<usize> {
        let words = self.words.iter().filter(|(_, of_word)| of_word.length > 1 && of_word.are_in(letters));
        let bytes = title.as_bytes();
        let gaps = words.filter_map(|(word, _)| {
            // What is not ASCII has more bytes than letters.
            let reach = if title.is_ascii() { 2 * word.len() } else { bytes.len() };
            let starts = bytes.iter().enumerate().filter(|(_, byte)| word.as_bytes().first() == Some(byte));
            let from = |start: usize| bytes.get(start..bytes.len().min(start + reach)).unwrap_or_default();
            starts.filter_map(|(start, _)| Some(end_in(word, from(start))? - word.len())).min()
        });
        gaps.min()
    }
}

/// Returns where the bytes of a word end in a title that has them in order.
fn end_in(word: &str, title: &[u8]) -> Option<usize> {
    let mut end = 0;
    for byte in word.bytes() {
        end += 1 + title.get(end..)?.iter().position(|other| *other == byte)?;
    }
    Some(end)
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
}

/// Whether letters are nearly side by side: two or more, and at most as many others between them.
fn is_close(letters: &[usize]) -> bool {
    match letters {
        [first, .., last] => last - first < 2 * letters.len(),
        _ => false,
    }
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
    fn the_best_are_the_first_of_all() {
        let titles = Titles::new(TITLES);
        let all = titles.find("t");
        assert_eq!(titles.best("t", 2), all[..2]);
        assert_eq!((titles.best("t", 0).len(), titles.best("t", 9)), (0, all));
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

        #[test]
        fn nothing_that_fits_is_passed_over(query in "[a-z' ]{0,5}") {
            let matcher = Matcher::default();
            let query = query.trim();
            let fits = |title: &&&str| query.split(' ').all(|word| matcher.score(&fold_text(title), word).is_some());
            prop_assert_eq!(Titles::new(TITLES).find(query).len(), TITLES.iter().filter(fits).count());
            let is_near = |title: &&&str| {
                let letters = |word| matcher.0.fuzzy_indices(&fold_text(title), word);
                query.split_whitespace().any(|word| letters(word).is_some_and(|(_, letters)| is_close(&letters)))
            };
            prop_assert_eq!(Titles::new(TITLES).nearest(query).len(), TITLES.iter().filter(is_near).count());
        }
    }
}

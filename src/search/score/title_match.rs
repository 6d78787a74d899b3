//! How well the title of a document, or one of its aliases, matches the query as a whole.

use super::alias_matcher::AliasMatch;
use super::coverage::Coverage;
use super::scan::Scanner;
use crate::search::number::as_f32;
use crate::search::tuning;

/// Which name of a document, its title or an alias, matches best, and how well.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TitleMatchScore {
    /// The index of the alias; none is the title.
    pub(crate) alias: Option<usize>,
    /// How well it matches: 1 where it has all that was typed and nothing else.
    pub(crate) score: f32,
    /// How much of the query it covers.
    coverage: f32,
    /// The same as `score` without stop words on either side.
    without_stop_words: f32,
}

/// Whether what was typed is the name of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameMatch {
    /// It is the name and nothing else.
    Exact,
    /// It is but for stop words: *what is EMDR*.
    ButForStopWords,
    /// It is not.
    Partial,
}

impl TitleMatchScore {
    /// Whether the name is a reason to show the document.
    pub(crate) fn is_reason(self) -> bool {
        self.coverage >= tuning::REASON
    }

    /// Returns whether what was typed is the name.
    pub(crate) fn name_match(self) -> NameMatch {
        if self.score >= tuning::EXACT {
            NameMatch::Exact
        } else if self.without_stop_words >= tuning::EXACT {
            NameMatch::ButForStopWords
        } else {
            NameMatch::Partial
        }
    }

    /// Returns the name that matches best, of a title and the aliases: of equals the title, then the alias that comes
    /// first. Aliases come with what they have of the query: they are read in order of the upper bound that this sets,
    /// until none can be better.
    pub(crate) fn best<'a>(
        title: &str,
        aliases: impl Iterator<Item = (&'a str, AliasMatch)>,
        scanner: &Scanner<'_>,
        coverage: &Coverage,
    ) -> Self {
        let mut aliases: Vec<_> = aliases
            .enumerate()
            .map(|(index, (alias, has))| (Self::upper_bound(has, scanner, coverage), index, alias))
            .filter(|(upper_bound, ..)| *upper_bound > 0.0)
            .collect();
        aliases.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
        let mut best = Self::of(title, None, scanner, coverage);
        for (upper_bound, index, alias) in aliases {
            if upper_bound < best.score {
                break;
            }
            let next = Self::of(alias, Some(index), scanner, coverage);
            let order = next.score.total_cmp(&best.score);
            if order.is_gt() || order.is_eq() && best.alias.is_some_and(|alias| index < alias) {
                best = next;
            }
        }
        best
    }

    /// Returns an upper bound for the score of an alias that has this of the query: its score if all of that were as it
    /// was typed, and the rest stop words.
    pub(crate) fn upper_bound(has: AliasMatch, scanner: &Scanner<'_>, coverage: &Coverage) -> f32 {
        if has.terms.is_empty() {
            return 0.0;
        }
        let stop_word = stop_word_weight(coverage);
        let typed = coverage.upper_bound(has.terms) + stop_word * as_f32(has.stop_words);
        let all_typed = coverage.whole + stop_word * as_f32(scanner.stop_words.len());
        let words = as_f32(has.matched) + tuning::STOP_WORD * as_f32(has.stop_words);
        let rest = has.words - has.matched - has.stop_words;
        typed / all_typed * words / (words + tuning::STOP_WORD * as_f32(rest))
    }

    /// The part of the query that the name has, times the part of the name that was typed: a name that says just this
    /// comes before one that says more.
    fn of(name: &str, alias: Option<usize>, scanner: &Scanner<'_>, coverage: &Coverage) -> Self {
        let scan = scanner.scan(name);
        if scan.found.is_empty() {
            return Self { alias, score: 0.0, coverage: 0.0, without_stop_words: 0.0 };
        }
        let frequencies = scan.frequencies(coverage.weights.len());
        let found: Vec<f32> = frequencies.into_iter().map(lenient).collect();
        let (whole, covered) = (coverage.whole, coverage.of(&found));
        let rest = scanner.unmatched(name);
        let stop_word = stop_word_weight(coverage);
        let typed = covered + stop_word * as_f32(rest.typed_stop_words);
        let all_typed = whole + stop_word * as_f32(scanner.stop_words.len());
        let found_words = as_f32(scan.found.len());
        let words = found_words + tuning::STOP_WORD * as_f32(rest.typed_stop_words);
        let all_words = words + as_f32(rest.content) + tuning::STOP_WORD * as_f32(rest.other_stop_words);
        Self {
            alias,
            score: typed / all_typed * words / all_words,
            coverage: covered / whole,
            without_stop_words: covered / whole * found_words / (found_words + as_f32(rest.content)),
        }
    }
}

/// Returns what a typed stop word counts in the query.
fn stop_word_weight(coverage: &Coverage) -> f32 {
    tuning::TYPED_STOP_WORD * coverage.whole / as_f32(coverage.weights.len())
}

/// Returns what a term counts that a name has with this frequency. A name has so few words that they vouch for each
/// other, so a word that is only like the typed one loses less than elsewhere.
fn lenient(frequency: f32) -> f32 {
    let frequency = frequency.min(1.0);
    if frequency < tuning::LIKE_TYPED { frequency } else { 1.0 - tuning::UNLIKE * (1.0 - frequency) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::{DocId, Index};
    use crate::search::query::ExpandedQuery;
    use crate::search::sample;
    use crate::search::score::AliasMatcher;

    fn best(query: &str, title: &str, aliases: &[&str]) -> TitleMatchScore {
        let library = sample::library_of(vec![sample::guide("a", title, aliases, &["limits"])]);
        let index = Index::build(&library);
        let query = ExpandedQuery::read(query, &index);
        let scanner = Scanner::new(&query, &index.vocabulary);
        let weights = vec![1.0; query.terms.len()];
        let matches = AliasMatcher::new(&query, &index.aliases, &index.vocabulary).matches(DocId(0));
        TitleMatchScore::best(
            &library.guides[0].title,
            library.guides[0].aliases.iter().zip(matches),
            &scanner,
            &Coverage::new(&query, weights),
        )
    }

    fn alias(query: &str, title: &str, aliases: &[&str]) -> (Option<usize>, bool) {
        let best = best(query, title, aliases);
        (best.alias, best.is_reason())
    }

    #[test]
    fn the_name_that_says_just_this_is_best() {
        assert_eq!(best("all talk ", "One", &["who can I talk to", "all talk"]).alias, Some(1));
        assert_eq!(best("red tape ", "One", &["too much red tape", "red tape"]).alias, Some(1));
        assert_eq!(best("trust ", "Trust", &["trust"]).alias, None, "of equals the title");
        assert_eq!(best("limits ", "One", &["two"]).alias, None);
    }

    #[test]
    fn stop_words_tell_aliases_apart() {
        let aliases = ["can he stay on", "can I stay on", "staying on"];
        assert_eq!(best("can i stay on ", "One", &aliases).alias, Some(1));
        assert_eq!(best("stay on ", "One", &aliases).alias, Some(2));
        let exact = best("can i stay on ", "One", &aliases).score;
        assert!((exact - 1.0).abs() < 1e-6, "{exact}");
        assert!(best("can we stay on ", "One", &aliases).score < exact);
    }

    #[test]
    fn an_alias_with_little_of_it_is_no_reason() {
        assert_eq!(alias("red limits know ", "Two", &["red"]), (Some(0), false));
        assert_eq!(alias("red limits ", "Two", &["red"]), (Some(0), false), "half of it is by chance");
        assert_eq!(alias("red limits ", "Two", &["limits in red"]), (Some(0), true));
        assert_eq!(alias("limits ", "One", &["two"]), (None, false));
    }
}

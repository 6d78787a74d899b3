//! How well a name fits: the title of a guide, or one of the things that people say for it.

use std::cmp::Ordering;

use crate::search::number::number;
use crate::search::score::alias_matcher::Heard;
use crate::search::score::coverage::Shares;
use crate::search::score::scan::Scanner;
use crate::search::tuning;

/// Which name of a document fits best, and how well.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct NameFit {
    /// The index of the saying; none is the title.
    pub(crate) said: Option<usize>,
    /// How well it fits: 1 where it has all that was typed and nothing else.
    pub(crate) fit: f32,
    /// What part of what is sought it has.
    part: f32,
    /// How well it fits, little words left out of it and of what was typed.
    bare: f32,
}

/// How a document is named by what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// One of its names is all that was typed and nothing else.
    Whole,
    /// It is but for little words: *what is EMDR*.
    Within,
    /// No.
    Not,
}

impl NameFit {
    /// Whether the name is a reason to show the guide.
    pub(crate) fn is_reason(self) -> bool {
        self.part >= tuning::REASON
    }

    /// Returns whether what was typed is the name.
    pub(crate) fn named(self) -> Named {
        if self.fit >= tuning::IS_NAMED {
            Named::Whole
        } else if self.bare >= tuning::IS_NAMED {
            Named::Within
        } else {
            Named::Not
        }
    }

    /// Returns the name that fits best, of a title and the sayings for it: of equals the title, then the saying
    /// that comes first. `sayings` come with what was heard of them: most have too little to be looked at, and the more
    /// one has the sooner it is.
    pub(crate) fn best<'a>(
        title: &str,
        sayings: impl Iterator<Item = (&'a str, Heard)>,
        scanner: &Scanner<'_>,
        shares: &Shares<'_>,
    ) -> Self {
        let mut sayings: Vec<_> = sayings
            .enumerate()
            .map(|(index, (said, heard))| (Self::at_most(heard, scanner, shares), index, said))
            .filter(|(at_most, ..)| *at_most > 0.0)
            .collect();
        sayings.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
        let mut best = Self::of(title, None, scanner, shares);
        for (at_most, index, said) in sayings {
            if at_most < best.fit {
                break;
            }
            let next = Self::of(said, Some(index), scanner, shares);
            let is_better = match next.fit.total_cmp(&best.fit) {
                Ordering::Greater => true,
                Ordering::Equal => best.said.is_some_and(|said| index < said),
                Ordering::Less => false,
            };
            if is_better {
                best = next;
            }
        }
        best
    }

    /// Returns how well a saying fits at most that has this: as if all of it were as it was typed, and what else it has
    /// little words.
    fn at_most(heard: Heard, scanner: &Scanner<'_>, shares: &Shares<'_>) -> f32 {
        if heard.sought.is_empty() {
            return 0.0;
        }
        let stop_word = typed_stop_word(shares);
        let [found, little, all] = heard.words;
        let typed = shares.at_most(heard.sought) + stop_word * number(little);
        let all_typed = shares.whole() + stop_word * number(scanner.typed_stop_words());
        let words = number(found) + tuning::STOP_WORD * number(little);
        typed / all_typed * words / (words + tuning::STOP_WORD * number(all - found - little))
    }

    /// The part of what was typed that the name has, times the part of the name that was typed: one that says just
    /// this comes before one that says more.
    fn of(name: &str, said: Option<usize>, scanner: &Scanner<'_>, shares: &Shares<'_>) -> Self {
        let scan = scanner.scan(name);
        if scan.found.is_empty() {
            return Self { said, fit: 0.0, part: 0.0, bare: 0.0 };
        }
        let found: Vec<f32> = scan.counts(shares.weights.len()).into_iter().map(forgiving).collect();
        let (whole, sought) = (shares.whole(), shares.of(&found));
        let rest = scanner.rest(name);
        let stop_word = typed_stop_word(shares);
        let typed = sought + stop_word * number(rest.typed);
        let all_typed = whole + stop_word * number(scanner.typed_stop_words());
        let words = number(scan.found.len()) + tuning::STOP_WORD * number(rest.typed);
        let all_words = words + number(rest.telling) + tuning::STOP_WORD * number(rest.untyped);
        let found_words = number(scan.found.len());
        let bare = sought / whole * found_words / (found_words + number(rest.telling));
        Self { said, fit: typed / all_typed * words / all_words, part: sought / whole, bare }
    }
}

/// Returns what a stop word counts in what was typed.
fn typed_stop_word(shares: &Shares<'_>) -> f32 {
    tuning::TYPED_STOP_WORD * shares.whole() / number(shares.weights.len())
}

/// Returns what a word of a name counts that was found as often as `count`: a name has so few words that each other
/// one of them vouches for a word that is only like the typed one.
fn forgiving(count: f32) -> f32 {
    let count = count.min(1.0);
    if count < tuning::LIKE_TYPED { count } else { 1.0 - tuning::UNLIKE * (1.0 - count) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::inverted::Index;
    use crate::search::query::expansion::Intent;
    use crate::search::sample;
    use crate::search::score::alias_matcher::Listener;

    fn best(query: &str, title: &str, said: &[&str]) -> NameFit {
        let library = sample::library_of(vec![sample::guide("a", title, said, &["limits"])]);
        let index = Index::build(&library);
        let query = Intent::read(query, &index);
        let scanner = Scanner::new(&query, &index.vocabulary);
        let weights = vec![1.0; query.sought.len()];
        let heard = Listener::new(&query, &index.sayings, &index.vocabulary).heard(0);
        NameFit::best(
            &library.guides[0].title,
            library.guides[0].also_said.iter().zip(heard),
            &scanner,
            &Shares::new(&query, &weights),
        )
    }

    fn said(query: &str, title: &str, said: &[&str]) -> (Option<usize>, bool) {
        let best = best(query, title, said);
        (best.said, best.is_reason())
    }

    #[test]
    fn the_name_that_says_just_this_is_best() {
        assert_eq!(best("all talk ", "One", &["who can I talk to", "all talk"]).said, Some(1));
        assert_eq!(best("red tape ", "One", &["too much red tape", "red tape"]).said, Some(1));
        assert_eq!(best("trust ", "Trust", &["trust"]).said, None, "of equals the title");
        assert_eq!(best("limits ", "One", &["two"]).said, None);
    }

    #[test]
    fn stop_words_tell_sayings_apart() {
        let sayings = ["can he stay on", "can I stay on", "staying on"];
        assert_eq!(best("can i stay on ", "One", &sayings).said, Some(1));
        assert_eq!(best("stay on ", "One", &sayings).said, Some(2));
        let exact = best("can i stay on ", "One", &sayings).fit;
        assert!((exact - 1.0).abs() < 1e-6, "{exact}");
        assert!(best("can we stay on ", "One", &sayings).fit < exact);
    }

    #[test]
    fn a_saying_with_little_of_it_is_no_reason() {
        assert_eq!(said("red limits know ", "Two", &["red"]), (Some(0), false));
        assert_eq!(said("red limits ", "Two", &["red"]), (Some(0), false), "half of it is by chance");
        assert_eq!(said("red limits ", "Two", &["limits in red"]), (Some(0), true));
        assert_eq!(said("limits ", "One", &["two"]), (None, false));
    }
}

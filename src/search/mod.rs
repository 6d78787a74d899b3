//! Floor 2: search. A few plain words, maybe misspelt or half-typed, and the right passage of the right guide.
//!
//! What happens at a key: the query is read against the words of the library (`query`: the last word completed,
//! unknown words mended, stop words dropped); every guide is scored from the index (`rank`); the twenty best are
//! read again (`rescore`) for what the index does not know: words near each other, a title or saying that fits as
//! a whole, and the passage to show. Nothing depends on capitals, accents or the order of words, and equal scores
//! are settled by title and slug, so the same query gives the same answer everywhere.
//!
//! To change the ranking: how fields count is the table in `rank`, what a field is stands in `field`; each
//! other rule has a file, with its constants on top. Why these rules and not others was measured: BM25F with soft
//! weights ranks help text better than rules of the kind "guides with more of the words first", and mending only
//! unknown words is the largest single gain.

mod answer;
mod complete;
mod field;
mod index;
mod language;
mod mend;
mod names;
mod near;
mod passage;
mod postings;
mod query;
mod rank;
mod rescore;
#[cfg(test)]
mod sample;
mod scan;
mod slips;
mod texts;
mod titles;
mod tokens;
mod vocabulary;

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::guide::{GuideId, Library, TextSpan};
use index::Index;
use query::Query;
use rank::{Norms, Ranking};
use rescore::rescore;
use scan::Scanner;

pub use answer::{Answer, Basis, Hit, Mended, Passage};
pub use titles::{TitleMatch, Titles};

/// How many of the guides that fit best are read again.
const READ_AGAIN: usize = 20;

/// The search of one library: everything that is needed to find its guides.
///
/// It can be written when it is built and read again by the same program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Search {
    index: Index,
    norms: Norms,
    names: Titles,
    /// For each of `names`, its guide and, if it is a saying, the index of that.
    owners: Vec<(GuideId, Option<usize>)>,
}

impl Search {
    /// Returns the search of `library`.
    #[must_use]
    pub fn build(library: &Library) -> Self {
        let index = Index::build(library);
        let norms = Norms::new(&index.lengths);
        let guides = library.guide_ids().zip(&library.guides);
        let owned = guides.flat_map(|(id, guide)| {
            let said = guide.also_said.iter().enumerate().map(|(at, said)| (said.as_str(), Some(at)));
            std::iter::once((guide.title.as_str(), None)).chain(said).map(move |(name, at)| (name, (id, at)))
        });
        let (names, owners): (Vec<&str>, Vec<_>) = owned.unzip();
        Self { index, norms, names: Titles::new(names), owners }
    }

    /// Finds the guides that a query is about, at most `limit`, best first; `library` is the one that this search
    /// was built for.
    ///
    /// The query is as typed so far: its last word may go on, unless something follows it.
    #[must_use]
    pub fn find(&self, library: &Library, query: &str, limit: usize) -> Answer {
        let read = Query::read(query, &self.index.vocabulary);
        let (hits, basis) = match self.with_words(library, &read, limit) {
            hits if !hits.is_empty() => (hits, Basis::Words),
            _ => match self.nearest(query, limit) {
                hits if !hits.is_empty() => (hits, Basis::Nearest),
                none => (none, Basis::Nothing),
            },
        };
        Answer { hits, mended: read.mended, ignored: read.ignored, basis }
    }

    /// Returns the guides that have any of what is sought.
    fn with_words(&self, library: &Library, query: &Query, limit: usize) -> Vec<Hit> {
        let Ranking { mut scores, weights } = rank::rank(&self.index, &self.norms, &query.sought);
        best_first(&mut scores, limit.max(READ_AGAIN), |a, b| by_score(library, *a, *b));
        let scanner = Scanner::new(query, &self.index.vocabulary);
        let hits = scores.into_iter().enumerate().map(|(at, (guide, score))| {
            let id = GuideId(guide);
            let hit = rescore(library.guide(id), id, score, &scanner, &weights);
            if at < READ_AGAIN { hit } else { Hit { score, ..hit } }
        });
        let mut hits: Vec<Hit> = hits.collect();
        hits.sort_by(|a, b| by_score(library, (a.guide.0, a.score), (b.guide.0, b.score)));
        hits.truncate(limit);
        hits
    }

    /// Returns every word in a guide that the query finds, in reading order.
    #[must_use]
    pub fn marks(&self, library: &Library, guide: GuideId, query: &str) -> Vec<TextSpan> {
        let query = Query::read(query, &self.index.vocabulary);
        let scanner = Scanner::new(&query, &self.index.vocabulary);
        let blocks = library.guide(guide).blocks.iter().enumerate();
        blocks
            .flat_map(|(at, block)| {
                let scan = scanner.scan(&block.prose.text);
                scan.found.into_iter().map(move |found| TextSpan::new(at, found.range))
            })
            .collect()
    }

    /// Returns the guides whose titles or sayings are nearest to the query.
    fn nearest(&self, query: &str, limit: usize) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for found in self.names.nearest(query) {
            let Some(&(guide, said)) = self.owners.get(found.index) else { continue };
            if hits.len() == limit {
                break;
            }
            if !hits.iter().any(|hit| hit.guide == guide) {
                let title = if said.is_none() { found.marks } else { Vec::new() };
                #[expect(clippy::cast_precision_loss, reason = "scores are some hundreds")]
                let score = found.score as f32;
                hits.push(Hit { guide, score, title, passage: None, said });
            }
        }
        hits
    }
}

/// Orders guides: the higher score first, equals by title, then by slug (as their ids are).
fn by_score(library: &Library, a: (u32, f32), b: (u32, f32)) -> Ordering {
    let title = |guide: u32| library.guides.get(guide as usize).map(|guide| guide.title.as_str());
    b.1.total_cmp(&a.1).then_with(|| title(a.0).cmp(&title(b.0))).then(a.0.cmp(&b.0))
}

/// Leaves the first `many` in order.
fn best_first<T>(all: &mut Vec<T>, many: usize, order: impl Fn(&T, &T) -> Ordering) {
    if all.len() > many {
        all.select_nth_unstable_by(many, &order);
        all.truncate(many);
    }
    all.sort_by(order);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{guide::BlockKind, text::slice};

    fn slugs(query: &str) -> Vec<String> {
        let library = sample::library();
        let answer = Search::build(&library).find(&library, query, 10);
        answer.hits.iter().map(|hit| library.guide(hit.guide).slug.clone()).collect()
    }

    /// Returns the passage of the first hit, its marks in brackets.
    fn passage(query: &str) -> String {
        let library = sample::library();
        let answer = Search::build(&library).find(&library, query, 1);
        let Some(passage) = &answer.hits[0].passage else { return String::new() };
        let block = &library.guide(answer.hits[0].guide).blocks[passage.span.block as usize];
        let mut text = block.prose.text.clone();
        for mark in passage.marks.iter().rev() {
            text.insert(mark.end, ']');
            text.insert(mark.start, '[');
        }
        text
    }

    #[test]
    fn titles_and_sayings_lead() {
        assert_eq!(slugs("supervision")[0], "supervision");
        assert_eq!(slugs("she keeps pushing me away ")[0], "trauma");
        assert_eq!(slugs("too close ")[0], "boundaries");
    }

    #[test]
    fn the_passage_is_the_block_with_most_of_it() {
        assert_eq!(
            passage("trusted boundary "),
            "Explain every [boundary], and move one only with a reason. [Trust] grows where [boundaries] hold."
        );
        assert_eq!(passage("relat"), "A difficult [relationship] is worth bringing twice.");
        assert_eq!(passage("relatoinship "), "A difficult [relationship] is worth bringing twice.");
        assert_eq!(passage("CAFE "), "Plan with the carer’s family, in the [café] or at home.");
        assert_eq!(passage("carers "), "Plan with the [carer’s] family, in the café or at home.");
    }

    #[test]
    fn sources_are_found_but_are_no_passage() {
        let library = sample::library();
        let answer = Search::build(&library).find(&library, "Wonnacott ", 10);
        assert_eq!(answer.hits.len(), 5);
        assert!(answer.hits.iter().all(|hit| hit.passage.is_none()));
    }

    #[test]
    fn the_saying_that_fits_is_named() {
        let library = sample::library();
        let search = Search::build(&library);
        let said = |query| search.find(&library, query, 1).hits[0].said;
        assert_eq!(said("setting limits "), Some(1));
        assert_eq!(said("boundaries "), None);
        assert_eq!(said("limits of behaviour, trauma and burnout "), None);
    }

    #[test]
    fn what_was_mended_and_what_was_ignored_is_told() {
        let library = sample::library();
        let answer = Search::build(&library).find(&library, "the suprvision ", 5);
        assert_eq!(answer.mended, [Mended { typed: "suprvision".into(), taken_as: "supervision".into() }]);
        assert_eq!(answer.ignored, ["the"]);
        assert_eq!(answer.basis, Basis::Words);
    }

    #[test]
    fn when_no_word_is_found_the_nearest_names_are() {
        let library = sample::library();
        let answer = Search::build(&library).find(&library, "pervis", 5);
        assert_eq!(answer.basis, Basis::Nearest);
        let hit = &answer.hits[0];
        assert_eq!(library.guide(hit.guide).slug, "supervision");
        let title = &library.guide(hit.guide).title;
        assert_eq!(hit.title.iter().map(|range| slice(title, range.clone())).collect::<String>(), "pervis");
    }

    #[test]
    fn an_empty_query_has_an_empty_answer() {
        let library = sample::library();
        let search = Search::build(&library);
        for query in ["", "  ", "?!", "\u{7}"] {
            assert_eq!(search.find(&library, query, 10), Answer::default(), "{query:?}");
        }
        assert_eq!(search.find(&library, "care", 0), Answer::default());
        assert_eq!(search.find(&library, "xqzzq ", 10), Answer::default());
        let empty = sample::library_of(Vec::new());
        assert_eq!(Search::build(&empty).find(&empty, "care", 10).hits, []);
    }

    #[test]
    fn equals_are_in_order_of_titles_then_slugs() {
        let library = sample::library_of(vec![
            sample::guide("c", "Same", &[], &["same words"]),
            sample::guide("b", "Same", &[], &["same words"]),
            sample::guide("d", "Also", &[], &["same words"]),
            sample::guide("a", "Zone", &[], &["same words"]),
        ]);
        let answer = Search::build(&library).find(&library, "words ", 10);
        let order: Vec<_> = answer.hits.iter().map(|hit| library.guide(hit.guide).slug.as_str()).collect();
        assert_eq!(order, ["d", "b", "c", "a"]);
    }

    #[test]
    fn every_matched_word_of_a_guide_is_marked() {
        let library = sample::library();
        let id = library.guide_id("boundaries").unwrap();
        let marks = Search::build(&library).marks(&library, id, "boundary trsut ");
        let guide = library.guide(id);
        let words: Vec<_> =
            marks.iter().map(|mark| guide.blocks[mark.block as usize].prose.slice(mark.range())).collect();
        assert_eq!(words, ["Boundaries", "boundary", "boundary", "Trust", "boundaries"]);
        assert!(marks.is_sorted());
    }

    /// Words of the library, misspelt ones, beginnings, stop words and strangers.
    fn word() -> impl Strategy<Value = String> {
        let words = "boundary boundaries trust trusts supervision suprvision care carer cafe young person the \
            what after through aftercare relationship relatoin behaviour bhvr burn out kicking 21 xqz one to ones";
        prop::sample::select(words.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    fn query() -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec(word(), 1..6)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn capitals_and_accents_change_nothing(words in query(), accents in prop::collection::vec(0_u8..4, 40)) {
            let library = sample::library();
            let search = Search::build(&library);
            let query = words.join(" ");
            let mut styles = accents.iter().cycle();
            let styled: String = query.chars().map(|c| match styles.next() {
                Some(1) => c.to_uppercase().collect(),
                Some(2) if c.is_alphabetic() => format!("{c}\u{301}"),
                Some(3) if c == 'e' => "É".to_owned(),
                _ => c.to_string(),
            }).collect();
            prop_assert_eq!(search.find(&library, &query, 10), search.find(&library, &styled, 10));
        }

        #[test]
        fn word_order_changes_nothing(
            (words, shuffled) in query().prop_flat_map(|words| (Just(words.clone()), Just(words).prop_shuffle())),
            last in prop::option::of(word()),
        ) {
            let library = sample::library();
            let search = Search::build(&library);
            let typed = |words: &[String]| format!("{} {}", words.join(" "), last.as_deref().unwrap_or_default());
            prop_assert_eq!(
                search.find(&library, &typed(&words), 10).hits,
                search.find(&library, &typed(&shuffled), 10).hits
            );
        }

        #[test]
        fn answers_hold_together(query in "(\\PC| |[a-zé’]|care|super|.){0,40}", limit in 0_usize..8) {
            let library = sample::library();
            let search = Search::build(&library);
            let answer = search.find(&library, &query, limit);
            prop_assert!(answer.hits.len() <= limit);
            prop_assert!(answer.hits.is_sorted_by(|a, b| a.score >= b.score && a.guide != b.guide));
            for hit in &answer.hits {
                let guide = library.guide(hit.guide);
                prop_assert!(hit.title.iter().all(|range| guide.title.get(range.clone()).is_some()));
                prop_assert!(hit.said.is_none_or(|said| said < guide.also_said.len()));
                if let Some(Passage { section, span, marks }) = &hit.passage {
                    prop_assert!(guide.section_blocks(*section).contains(&(span.block as usize)));
                    let block = &guide.blocks[span.block as usize];
                    prop_assert_eq!(block.kind, BlockKind::Paragraph);
                    prop_assert!(block.prose.text.get(span.range()).is_some());
                    prop_assert!(marks.iter().all(|mark| !slice(&block.prose.text, mark.clone()).is_empty()));
                    prop_assert!(marks.is_sorted_by(|a, b| a.end <= b.start));
                }
                for mark in search.marks(&library, hit.guide, &query) {
                    let text = &guide.blocks[mark.block as usize].prose.text;
                    prop_assert!(!slice(text, mark.range()).is_empty());
                }
            }
        }
    }
}

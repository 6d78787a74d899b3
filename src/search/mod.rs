//! Floor 2: search. A few plain words, maybe misspelt or half-typed, and the right passage of the right guide.
//!
//! # What happens at a key
//!
//! ```text
//! what was typed
//!   query/   parse         words, "phrases", -words, filters                     (filters)
//!            expansion     each word with all that it may stand for              (terms: complete, synonyms, spelling)
//!   finding                which documents filters, -words and phrases admit     (score/phrases)
//!   score/   scoring       every ranking signal for the query:
//!              rank          all documents, from the index                       (index/)
//!              rescore       the twenty best, from their texts                   (scan, proximity, title_match,
//!                                                                                 alias_matcher, coverage)
//!              passage       and the passages of each
//!   order                  in order; what was asked for by its title first
//!   certainty              whether that is an answer
//! Answer                   in order; where nothing is left, suggestions          (finding: query/guess, titles)
//!   explain                for one hit: the parts of its score, and which words were found where
//! ```
//!
//! One query, *he wont talk to anyone*, in the bundled guides: `he`, `wont` and `to` are stop words; they tell aliases apart
//! and are left out of everything else, and *he* makes the asker somebody's helper. `talk` and `anyone` are two terms, each
//! with its stems and synonyms. All 31 guides, 72 terms, 7 themes, 118 references and the pack's own page are scored from
//! the index, the twenty best from their texts: there *How to build relationships* leads, because its aliases have *he*,
//! *won't* and *talk* together, and of its passages the one whose aliases fit best. The weight of what was typed, the
//! score against it, and what the best passage lacks say that this is an answer.
//!
//! Nothing depends on capitals, accents or the order of words, and equal scores are settled by title and slug, so
//! the same query gives the same answer everywhere.
//!
//! # To change the ranking
//!
//! How much anything counts is a number in `tuning`, with where it comes from. A new signal has a file in `score/`, a
//! part in `score/scores`, its numbers in `tuning`, and a line in `score/scoring` that calls it; `search --explain`
//! prints it and `check --lookups` says what it did. Why these rules and not others was measured: BM25F with soft
//! weights ranks help text better than rules of the kind "guides with more of the words first", correcting only unknown
//! words is the largest single gain on collections, and the aliases of a guide taken together the largest on lookups.
//!
//! # Building
//!
//! ```text
//! index/  document, field   what is read: guides, terms, themes and their fields
//!         tokens            words of a text
//!         language          stems and stop words
//!         vocabulary, postings, aliases, norms    what is kept of them: together the `inverted` index
//!         building          at once, or in steps for a library so large that it is built beside the reader
//! ```

mod answer;
mod certainty;
mod danger;
mod explain;
mod finding;
mod index;
mod number;
mod order;
mod plans;
#[cfg(test)]
mod properties;
mod query;
mod remarks;
#[cfg(test)]
mod sample;
mod score;
mod snippet;
mod titles;
mod top;
mod tuning;

use crate::guide::{GuideId, Library, TextSpan};
use query::expansion::ExpandedQuery;
use score::scan::Scanner;

pub use answer::{Answer, AnswerKind, Certainty, Hit, Passage, Subject, Suggestions};
pub use danger::{DangerWords, Raised};
pub use explain::{Explanation, Reason};
pub use index::building::{Progress, Search, SearchBuilder};
pub use index::field::Field;
pub use plans::ready_plan;
pub use query::filters::{FilterKey, Filters, Unresolved};
pub use query::parse::{Query, without_filter};
pub use query::spelling::Correction;
// Only the build script makes the table of synonyms; the program carries it.
#[cfg(not(synonyms))]
pub(crate) use query::table;
pub use query::terms::MatchKind;
pub use score::scores::Scores;
pub use snippet::Snippet;
pub use titles::{TitleMatch, Titles};

impl Search {
    /// Returns every word in a guide that the query finds, in reading order.
    #[must_use]
    pub fn marks(&self, library: &Library, guide: GuideId, typed: &str) -> Vec<TextSpan> {
        let query = ExpandedQuery::read(&Query::parse(typed, library).words, &self.index);
        let scanner = Scanner::new(&query, &self.index.vocabulary);
        let blocks = library.guide(guide).blocks.iter().enumerate();
        blocks
            .flat_map(|(index, block)| {
                let scan = scanner.scan(&block.prose.text);
                scan.ranges().into_iter().map(move |range| TextSpan::new(index, range))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::slice;

    fn slugs(query: &str) -> Vec<String> {
        let library = sample::library();
        let answer = Search::build(&library).find(&library, query, 10);
        answer.hits.iter().map(|hit| library.guide(hit.guide().unwrap()).slug.clone()).collect()
    }

    /// Returns the passage of the first hit, its marks in brackets.
    fn passage(query: &str) -> String {
        let library = sample::library();
        let answer = Search::build(&library).find(&library, query, 1);
        let Some(passage) = answer.hits[0].passage() else { return String::new() };
        let block = &library.guide(answer.hits[0].guide().unwrap()).blocks[passage.span.block as usize];
        let mut text = block.prose.text.clone();
        for mark in passage.marks.iter().rev() {
            text.insert(mark.end, ']');
            text.insert(mark.start, '[');
        }
        text
    }

    #[test]
    fn titles_and_aliases_lead() {
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
        assert!(answer.hits.iter().all(|hit| hit.passage().is_none()));
    }

    #[test]
    fn the_alias_that_fits_is_named() {
        let library = sample::library();
        let search = Search::build(&library);
        let alias = |query| search.find(&library, query, 1).hits[0].alias;
        assert_eq!(alias("setting limits "), Some(1));
        assert_eq!(alias("boundaries "), None);
        assert_eq!(alias("limits of behaviour, trauma and burnout "), None);
    }

    #[test]
    fn what_was_corrected_and_what_was_ignored_is_told() {
        let library = sample::library();
        let answer = Search::build(&library).find(&library, "the suprvision ", 5);
        assert_eq!(
            answer.corrections,
            [Correction { typed: "suprvision".into(), taken_as: "supervision".into() }]
        );
        assert_eq!(answer.ignored, ["the"]);
        assert_eq!(answer.kind, AnswerKind::Words);
    }

    #[test]
    fn when_no_word_is_found_the_nearest_names_are() {
        let library = sample::library();
        let answer = Search::build(&library).find(&library, "pervis", 5);
        assert_eq!(answer.kind, AnswerKind::NearestNames);
        let hit = &answer.hits[0];
        assert_eq!(library.guide(hit.guide().unwrap()).slug, "supervision");
        let title = &library.guide(hit.guide().unwrap()).title;
        assert_eq!(hit.title.iter().map(|range| slice(title, range.clone())).collect::<String>(), "pervis");
    }

    #[test]
    fn a_pack_in_another_language_is_searched_by_its_words_as_they_stand() {
        let mut library = sample::library_of(vec![
            sample::guide("a", "An the and", &[], &["boundaries"]),
            sample::guide("b", "Dùn", &[], &["boundary the"]),
        ]);
        library.pack.language = "gd".into();
        let search = Search::build(&library);
        let found = |typed| {
            let answer = search.find(&library, typed, 5);
            assert_eq!(answer.ignored, [""; 0], "{typed}");
            answer.hits.iter().filter_map(Hit::guide).map(|guide| guide.0).collect::<Vec<_>>()
        };
        assert_eq!(found("boundaries "), [0], "no endings are cut");
        assert_eq!(found("an "), [0], "no word is a stop word");
        assert_eq!(found("dun "), [1], "accents are forgiven in every language");
        assert_eq!(found("bounda"), [0, 1], "and words completed");
    }

    #[test]
    fn an_empty_query_has_an_empty_answer() {
        let library = sample::library();
        let search = Search::build(&library);
        for query in ["", "  ", "?!", "\u{7}"] {
            assert_eq!(search.find(&library, query, 10), Answer::default(), "{query:?}");
        }
        assert_eq!(search.find(&library, "care", 0).hits, []);
        assert_eq!(search.find(&library, "xqzzq ", 10).hits, []);
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
        let order: Vec<_> =
            answer.hits.iter().map(|hit| library.guide(hit.guide().unwrap()).slug.as_str()).collect();
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
}

//! Why a hit is there: the parts of its score, and which words were found for which typed one, and where.

use std::collections::{BTreeMap, BTreeSet};

use crate::guide::{Library, TermId};
use crate::search::answer::{Hit, Subject};
use crate::search::index::{Document, Field, Search, names_of, plain};
use crate::search::query::{ExpandedQuery, MatchKind, Query};
use crate::search::score::{Scores, Scoring};
use crate::text::slice;

/// Why a hit is there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Explanation {
    /// What each ranking signal gave it.
    pub scores: Scores,
    /// The words that were found, those that weigh most first.
    pub reasons: Vec<Reason>,
}

/// A word that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// What was typed.
    pub typed: String,
    /// The word that stands there, in its plain form.
    pub found: String,
    /// How the one matches the other.
    pub kind: MatchKind,
    /// Where it stands, in order.
    pub fields: Vec<Field>,
    /// How much of the query the typed word is, from 0 to 1.
    share: f32,
}

impl Search {
    /// Says why the query finds this hit of its answer.
    #[must_use]
    pub fn explain(&self, library: &Library, query: &Query, hit: &Hit) -> Explanation {
        let expanded = ExpandedQuery::read(&query.words, &self.index);
        let Scoring { scanner, coverage, .. } = Scoring::new(&self.index, &expanded);
        let mut fields_of: BTreeMap<(usize, String), BTreeSet<Field>> = BTreeMap::new();
        for (field, text) in texts(library, hit) {
            for found in scanner.scan(text).found {
                for term in found.terms.iter() {
                    let word = plain(slice(text, found.range.clone())).into_owned();
                    fields_of.entry((term, word)).or_default().insert(field);
                }
            }
        }
        let reasons = fields_of.into_iter().filter_map(|((index, found), fields)| {
            let term = expanded.terms.get(index)?;
            let stem = self.index.vocabulary.stem(&found)?;
            let kind = match term.expansions.iter().find(|expansion| expansion.stem == stem)?.kind {
                MatchKind::Exact if found != term.typed => MatchKind::Form,
                kind => kind,
            };
            let share = coverage.weights.get(index).copied().unwrap_or(0.0) / coverage.whole;
            Some(Reason {
                typed: term.typed.clone(),
                found,
                kind,
                fields: fields.into_iter().collect(),
                share,
            })
        });
        let mut reasons: Vec<Reason> = reasons.collect();
        // Sorting is stable: equals stay in order of what was typed and of the words.
        reasons.sort_by(|a, b| {
            b.share.total_cmp(&a.share).then(a.typed.cmp(&b.typed)).then(a.kind.cmp(&b.kind))
        });
        Explanation { scores: hit.scores, reasons }
    }
}

/// Returns the texts of what was found, with their fields.
fn texts<'a>(library: &'a Library, hit: &Hit) -> Vec<(Field, &'a str)> {
    let mut key_terms = Vec::new();
    let document = match hit.subject {
        Subject::Guide { guide, .. } => {
            let terms = (0..).map(TermId).zip(&library.terms);
            key_terms.extend(terms.filter(|(_, term)| term.see.contains(&guide)).map(|(id, _)| id));
            Document::Guide(guide, library.guide(guide))
        }
        Subject::Term { term, .. } => Document::Term(term, library.term(term)),
        Subject::Theme { theme, .. } => Document::Theme(theme, library.theme(theme)),
        Subject::Reference { reference } => Document::Reference(reference, library.reference(reference)),
        Subject::About { .. } => Document::About(&library.pack),
    };
    document.texts().chain(names_of(library, key_terms)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    /// Returns why the first hit is there.
    fn first(typed: &str) -> (Explanation, f32) {
        let library = sample::with_words();
        let search = Search::build(&library);
        let query = Query::parse(typed, &library);
        let hit = search.answer(&library, &query, 1).hits.remove(0);
        (search.explain(&library, &query, &hit), hit.score)
    }

    fn kinds(typed: &str) -> Vec<(String, String, MatchKind)> {
        first(typed).0.reasons.into_iter().map(|reason| (reason.typed, reason.found, reason.kind)).collect()
    }

    fn has(typed: &str, found: &str, kind: MatchKind) -> bool {
        kinds(typed).iter().any(|(_, other, by)| other == found && *by == kind)
    }

    #[test]
    fn every_way_to_a_word_is_told() {
        assert!(has("boundaries", "boundaries", MatchKind::Exact));
        assert!(has("boundaries ", "boundary", MatchKind::Form));
        assert!(has("boun", "boundary", MatchKind::Completed));
        assert!(has("bounadry trust ", "boundary", MatchKind::Corrected));
        assert!(has("bndr trust ", "boundary", MatchKind::Abbreviated));
        assert!(has("staytouch ", "touch", MatchKind::Split) || has("staytouch ", "stay", MatchKind::Split));
        assert!(has("after care ", "aftercare", MatchKind::Joined));
    }

    #[test]
    fn where_the_words_stand_is_told_in_order_and_the_parts_make_the_score() {
        let (why, score) = first("boundaries trust ");
        let boundaries = why.reasons.iter().find(|reason| reason.found == "boundaries").unwrap();
        assert_eq!(boundaries.fields, [Field::Title, Field::Body]);
        assert!((why.scores.total() - score).abs() < 1e-3 && why.scores.terms > 0.0);
        let coverage: f32 = why.reasons.iter().map(|reason| reason.share).fold(0.0, f32::max);
        assert!(coverage > 0.0 && coverage <= 1.0);
        let (key, _) = first("getting on boundaries trust hold ");
        assert!(key.reasons.iter().any(|reason| reason.fields.contains(&Field::KeyTerm)), "{key:?}");
    }

    #[test]
    fn what_was_not_found_by_words_has_no_reasons() {
        assert_eq!(first("pervis").0, Explanation::default());
    }
}

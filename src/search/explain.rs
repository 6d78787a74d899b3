//! Why a hit is there: which of its words were found for which typed one, where, and what each rule gave it.
//!
//! The hit is scored once more by the same rules, so what is said here is what was done.

use std::collections::{BTreeMap, BTreeSet};

use crate::search::answer::{Hit, Subject};
use crate::search::index::building::Search;
use crate::search::index::document::{Document, Many, names_of};
use crate::search::index::field::Field;
use crate::search::index::tokens::plain;
use crate::search::query::expansion::Intent;
use crate::search::query::parse::Query;
use crate::search::query::terms::How;
use crate::search::score::alias_matcher::Listener;
use crate::search::score::coverage::Shares;
use crate::search::score::rank::rank;
use crate::search::score::rescore::Rescorer;
use crate::search::score::scan::Scanner;
use crate::{
    guide::{Library, TermId},
    text::slice,
};

/// Why a hit is there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Explanation {
    /// What its words are worth: how rare they are and in which fields they stand.
    pub words: f32,
    /// What it is worth that people use them for it, and use them together.
    pub said: f32,
    /// What it is worth that they stand near each other.
    pub near: f32,
    /// What its title or a saying is worth, by how well it fits as a whole.
    pub name: f32,
    /// The words that were found, the most telling first.
    pub reasons: Vec<Reason>,
}

/// A word that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// What was typed.
    pub typed: String,
    /// The word that stands there, in its plain form.
    pub found: String,
    /// How the one comes to the other.
    pub how: How,
    /// Where it stands, in order.
    pub fields: Vec<Field>,
    /// How much of the query the typed word is, from 0 to 1.
    pub share: f32,
}

/// Explains a hit of the answer to `query`.
pub(super) fn explain(search: &Search, library: &Library, query: &Query, hit: &Hit) -> Explanation {
    let (number, key_terms) = number_of(library, hit);
    let Some(document) = Document::at(library, number) else { return Explanation::default() };
    let intent = Intent::read(&query.words, &search.index);
    let ranking = rank(&search.index, &intent);
    let Some(ranked) = ranking.documents().find(|ranked| ranked.document == number) else {
        return Explanation::default();
    };
    let scanner = Scanner::new(&intent, &search.index.vocabulary);
    let shares = Shares::new(&intent, &ranking.weights);
    let whole = shares.whole();
    let listener = Listener::new(&intent, &search.index.sayings, &search.index.vocabulary);
    let rescorer = Rescorer { scanner: &scanner, shares, listener, most: ranking.most };
    let rescored = rescorer.rescore(document, ranked);
    let mut found: BTreeMap<(usize, String), BTreeSet<Field>> = BTreeMap::new();
    for (field, text) in document.texts().chain(names_of(library, &key_terms)) {
        for word in scanner.scan(text).found {
            for sought in word.sought.iter() {
                let word = plain(slice(text, word.range.clone())).into_owned();
                found.entry((sought, word)).or_default().insert(field);
            }
        }
    }
    let reasons = found.into_iter().filter_map(|((at, found), fields)| {
        let sought = intent.sought.get(at)?;
        let stem = search.index.vocabulary.stem(&found)?;
        let how = match sought.members.iter().find(|member| member.stem == stem)?.how {
            How::Typed if found != sought.typed => How::Form,
            how => how,
        };
        let share = ranking.weights.get(at).copied().unwrap_or(0.0) / whole;
        Some(Reason { typed: sought.typed.clone(), found, how, fields: fields.into_iter().collect(), share })
    });
    let mut reasons: Vec<Reason> = reasons.collect();
    // Sorting is stable: equals stay in order of what was typed and of the words.
    reasons.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.typed.cmp(&b.typed)).then(a.how.cmp(&b.how)));
    Explanation {
        words: ranked.score - ranked.said,
        said: ranked.said + rescored.together,
        near: rescored.near,
        name: rescored.name,
        reasons,
    }
}

/// Returns the number of the document that a hit is, and the terms that point to it.
fn number_of(library: &Library, hit: &Hit) -> (u32, Vec<TermId>) {
    let many = Many::of(library);
    match hit.subject {
        Subject::Guide { guide, .. } => {
            let terms = (0..).map(TermId).zip(&library.terms);
            let key = terms.filter(|(_, term)| term.see.contains(&guide)).map(|(id, _)| id);
            (guide.0, key.collect())
        }
        Subject::Term { term, .. } => (many.guides + term.0, Vec::new()),
        Subject::Theme { theme, .. } => (many.guides + many.terms + theme.0, Vec::new()),
    }
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

    fn hows(typed: &str) -> Vec<(String, String, How)> {
        first(typed).0.reasons.into_iter().map(|reason| (reason.typed, reason.found, reason.how)).collect()
    }

    fn has(typed: &str, found: &str, how: How) -> bool {
        hows(typed).iter().any(|(_, other, by)| other == found && *by == how)
    }

    #[test]
    fn every_way_to_a_word_is_told() {
        assert!(has("boundaries", "boundaries", How::Typed));
        assert!(has("boundaries ", "boundary", How::Form));
        assert!(has("boun", "boundary", How::Completed));
        assert!(has("bounadry trust ", "boundary", How::Mended));
        assert!(has("bndr trust ", "boundary", How::Abbreviated));
        assert!(has("staytouch ", "touch", How::Parted) || has("staytouch ", "stay", How::Parted));
        assert!(has("after care ", "aftercare", How::Joined));
    }

    #[test]
    fn where_the_words_stand_is_told_in_order_and_the_parts_make_the_score() {
        let (why, score) = first("boundaries trust ");
        let boundaries = why.reasons.iter().find(|reason| reason.found == "boundaries").unwrap();
        assert_eq!(boundaries.fields, [Field::Title, Field::Body]);
        assert!((why.words + why.said + why.near + why.name - score).abs() < 1e-3);
        let shares: f32 = why.reasons.iter().map(|reason| reason.share).fold(0.0, f32::max);
        assert!(shares > 0.0 && shares <= 1.0);
        let (key, _) = first("getting on boundaries trust hold ");
        assert!(key.reasons.iter().any(|reason| reason.fields.contains(&Field::KeyTerm)), "{key:?}");
    }

    #[test]
    fn what_was_not_found_by_words_has_no_reasons() {
        assert_eq!(first("pervis").0, Explanation::default());
    }
}

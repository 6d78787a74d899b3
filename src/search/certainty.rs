//! Whether an answer is one: a logistic regression over what the query has and the best hits lack.
//!
//! It was fitted on queries with an answer (`tests/lookups.toml`, the half of `tests/passages.toml` for development, the
//! same with a typing mistake, every fourth alias held out of its guide) and on queries that nothing answers (the `none`
//! of that half, and 160 that were written as such): the figures stand in `tuning`.

use super::answer::{Certainty, Hit};
use super::index::{Index, Language};
use super::number::{as_f32, idf};
use super::query::{ExpandedQuery, Spelling, is_known, is_name, is_of_elsewhere};
use super::score::{Scoring, rarity};
use super::tuning;

/// What speaks for an answer and against it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Evidence {
    /// The score of the first hit against the weight of all that was typed.
    score: f32,
    /// How well its title or an alias matches as a whole.
    title: f32,
    /// The weight of what the best passage lacks of all that was typed; English words that the library lacks are rare ones.
    missing: f32,
    /// How many words were typed of what such a library hardly speaks of, that none of the first hits has.
    elsewhere: f32,
    /// How many words were taken for misspelt ones: a word of English never is, so what was meant is a word that the
    /// library has.
    corrected: f32,
}

impl Evidence {
    fn new(hits: &[Hit], scoring: &Scoring<'_>, query: &ExpandedQuery, index: &Index) -> Self {
        let language = index.vocabulary.language();
        let absent = as_f32(query.unknown.iter().filter(|word| is_known(word, language)).count());
        let is_elsewhere = |word: &str| is_of_elsewhere(word, &index.vocabulary);
        let unknown = query.unknown.iter().filter(|word| is_elsewhere(word)).count();
        let terms = query.terms.iter().enumerate().filter(|(_, term)| is_elsewhere(&term.typed));
        let lacks = |term: usize| !hits.iter().take(tuning::COVERING_HITS).any(|hit| hit.has.contains(term));
        let elsewhere = as_f32(unknown + terms.filter(|(term, _)| lacks(*term)).count());
        let (first, title) = hits.first().map_or((0.0, 0.0), |hit| (hit.score, hit.scores.title));
        let covered = hits.iter().take(tuning::COVERING_HITS).map(|hit| hit.coverage).fold(0.0, f32::max);
        let whole = scoring.coverage.whole + absent * idf(index.documents.guides, 1);
        Self {
            score: (first / (whole + tuning::LEAST_WHOLE)).ln_1p(),
            title: title.ln_1p(),
            missing: (absent * rarity(1) + (1.0 - covered) * scoring.passages.whole).ln_1p(),
            elsewhere,
            corrected: as_f32(query.corrections.len()),
        }
    }

    /// Returns the log-odds that the answer is one.
    fn log_odds(self) -> f32 {
        let Self { score, title, missing, elsewhere, corrected } = self;
        let [of_score, of_title, of_missing, of_elsewhere, of_corrected] = tuning::CERTAINTY;
        of_score * score
            + of_title * title
            + of_missing * missing
            + of_elsewhere * elsewhere
            + of_corrected * corrected
            + tuning::CERTAINTY_OF_NOTHING
    }
}

/// Returns whether the hits answer what was typed.
pub(crate) fn certainty(
    hits: &[Hit],
    scoring: &Scoring<'_>,
    query: &ExpandedQuery,
    index: &Index,
) -> Certainty {
    let unknown = query.unknown.iter().filter(|word| !is_name(word)).count();
    let known = query.terms.iter().filter(|term| term.halves.is_none()).count();
    let is_name_typed = hits.iter().any(|hit| hit.name >= tuning::EXACT);
    // A small library says too little of what is rare, one without aliases of how people ask, and another language of what
    // is a word.
    let guides = index.documents.guides;
    let tells = guides >= tuning::FEWEST_GUIDES
        && index.aliases.count() >= guides as usize
        && index.vocabulary.language() == Language::English;
    let is_unlikely = || Evidence::new(hits, scoring, query, index).log_odds() < tuning::SURE;
    if query.spelling == Spelling::Foreign {
        Certainty::Foreign
    } else if hits.is_empty() {
        Certainty::Sure
    } else if unknown > 1 && unknown >= known || tells && !is_name_typed && is_unlikely() {
        Certainty::Unsure
    } else {
        Certainty::Sure
    }
}

//! The terms of a query: each with every stem of the library that it may stand for.

use super::synonyms::Relation;
use crate::search::index::StemId;
use crate::search::tuning;

/// The most query terms: each typed word may bring others, and a set of them fits a
/// [`TermSet`](crate::search::query::term_set::TermSet).
pub(crate) const MAX_TERMS: usize = 64;

/// A typed word in its plain form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TypedWord {
    /// The word.
    pub(crate) word: String,
    /// Whether it is finished.
    pub(crate) ending: Ending,
}

/// Whether a typed word is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ending {
    /// Something follows it.
    Closed,
    /// It is the last one and may go on.
    Open,
}

/// What else was typed with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Context {
    /// No other word that is in the library and no stop word.
    Alone,
    /// Words that find something without it: an uncertain expansion would do more harm than leaving the word out.
    WithKnownTerms,
}

/// One thing that is looked for. Its expansions are scored as if they were one word.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct QueryTerm {
    /// What was typed for it.
    pub(crate) typed: String,
    /// How much it counts, from 0 to 1.
    pub(crate) weight: f32,
    /// The stems that it may stand for, in order.
    pub(crate) expansions: Vec<Expansion>,
    /// The two typed words that make this one when they are written as one; none where it was typed.
    pub(crate) halves: Option<[String; 2]>,
}

/// A stem that a query term may stand for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Expansion {
    /// The stem.
    pub(crate) stem: StemId,
    /// How much it counts among the term's expansions, from 0 to 1.
    pub(crate) weight: f32,
    /// How the typed word matches it.
    pub(crate) kind: MatchKind,
}

/// How a typed word matches one of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchKind {
    /// It is that word, as it was typed.
    Exact,
    /// It is another form of it: *boundary*, *boundaries*.
    Form,
    /// It is the beginning of it.
    Completed,
    /// It is a misspelling of it.
    Corrected,
    /// It is two words written as one, of which this is one.
    Split,
    /// It is half of it: the other half was typed too.
    Joined,
    /// It is an abbreviation of it.
    Abbreviated,
    /// It means nearly the same.
    Synonym,
}

impl QueryTerm {
    /// Returns the term for `typed` whose stems count alike.
    pub(crate) fn new(
        typed: &str,
        kind: MatchKind,
        weight: f32,
        stems: impl IntoIterator<Item = StemId>,
    ) -> Self {
        let expansion = |stem| Expansion { stem, weight: 1.0, kind };
        Self::expanded(typed, weight, stems.into_iter().map(expansion).collect())
    }

    /// Returns the term for `typed` with these expansions. Of several with one stem the first counts.
    pub(crate) fn expanded(typed: &str, weight: f32, mut expansions: Vec<Expansion>) -> Self {
        expansions.sort_by_key(|expansion| expansion.stem);
        expansions.dedup_by_key(|expansion| expansion.stem);
        Self { typed: typed.to_owned(), weight, expansions, halves: None }
    }

    /// Adds synonyms of the typed word.
    pub(crate) fn with_synonyms(self, synonyms: &[(StemId, Relation)]) -> Self {
        let synonyms = synonyms.iter().map(|(stem, relation)| Expansion {
            stem: *stem,
            weight: relation.weight(),
            kind: MatchKind::of(*relation),
        });
        let expansions = self.expansions.into_iter().chain(synonyms).collect();
        Self { halves: self.halves, ..Self::expanded(&self.typed, self.weight, expansions) }
    }

    /// Returns the term for `typed`, which the library does not have, that stands for its synonyms: the closest count
    /// most.
    pub(crate) fn of_synonyms(typed: &str, synonyms: &[(StemId, Relation)]) -> Option<Self> {
        let closest = synonyms.iter().map(|(_, relation)| *relation).min()?;
        let weight = if closest == Relation::Form { tuning::FORM_ALONE } else { tuning::SYNONYM_ALONE };
        let expansion = |(stem, relation): &(StemId, Relation)| Expansion {
            stem: *stem,
            weight: relation.weight() / closest.weight(),
            kind: MatchKind::of(*relation),
        };
        Some(Self::expanded(typed, weight, synonyms.iter().map(expansion).collect()))
    }
}

impl MatchKind {
    fn of(relation: Relation) -> Self {
        match relation {
            Relation::Form => Self::Form,
            Relation::Domain | Relation::General => Self::Synonym,
        }
    }
}

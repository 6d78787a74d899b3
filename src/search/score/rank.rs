//! How well each document fits the query, from the index alone: BM25F over its fields, BM25 over its title, and a
//! language model of its aliases.
//!
//! BM25F is Robertson, Zaragoza and Taylor 2004, *Simple BM25 extension to multiple weighted fields*; the title
//! alone is scored once more with its own idf, because a word that many guides mention may stand in one title.
//! The constants are the best of those measured on ten collections (`tuning`).

use super::scores::Scores;
use crate::search::index::{Aliases, DocId, DocumentCounts, Field, Index};
use crate::search::number::{idf, saturated};
use crate::search::query::{ExpandedQuery, MatchKind, QueryTerm};
use crate::search::tuning;

/// How the documents of a library fit a query.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ranking {
    /// The score of each document, also of those that have no term.
    documents: Vec<Ranked>,
    /// The weight of each term: its inverse document frequency times how much it counts.
    pub(crate) weights: Vec<f32>,
    /// An upper bound for what the terms can give a document.
    pub(crate) max_terms: f32,
}

impl Ranking {
    /// Returns the documents that have a term, in order of their numbers.
    pub(crate) fn documents(&self) -> impl Iterator<Item = Ranked> {
        self.documents.iter().filter(|ranked| ranked.scores.total() > 0.0).copied()
    }
}

/// How a document fits a query.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ranked {
    /// The document.
    pub(crate) document: DocId,
    /// What its terms and aliases give it.
    pub(crate) scores: Scores,
    /// The weights of the terms that its title and aliases have between them.
    pub(crate) in_names: f32,
}

/// Scores the documents of a library.
pub(crate) fn rank(index: &Index, query: &ExpandedQuery) -> Ranking {
    let mut accumulator = Accumulator::new(index);
    let mut weights = vec![0.0; query.terms.len()];
    // Two words written as one come last, because they count at least as much as the two.
    let (typed, joined): (Vec<_>, Vec<_>) =
        query.terms.iter().enumerate().partition(|(_, term)| term.halves.is_none());
    for (position, term) in typed.into_iter().chain(joined) {
        let halves = query.halves(position).iter().map(|half| weights[half] / query.terms[half].weight).sum();
        accumulator.count(index, term);
        weights[position] = accumulator.score(&index.aliases, term.weight, halves);
    }
    Ranking { documents: accumulator.scored, weights, max_terms: accumulator.max_terms }
}

/// The scores of the documents, term by term.
struct Accumulator {
    /// The scores by the terms so far.
    scored: Vec<Ranked>,
    /// How many of them are guides: document frequencies are those among guides.
    counts: DocumentCounts,
    /// An upper bound for what the terms so far can give a document.
    max_terms: f32,
    /// The frequency of the term at hand in each document; zeros between terms.
    frequencies: Vec<Frequency>,
    /// The documents that have it.
    touched: Vec<DocId>,
    /// How often it stands in all aliases, weighted, without synonyms.
    in_all_aliases: f32,
}

/// How often a term stands in a document, its expansions by their weights.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Frequency {
    /// In all fields, weighted.
    all: f32,
    /// In the title, weighted.
    title: f32,
    /// How well the title or an alias has it, from 0 to 1.
    in_names: f32,
    /// In all fields, synonyms left out.
    without_synonyms: f32,
    /// In the aliases, synonyms left out.
    aliases: f32,
    /// The log-likelihood ratio of the synonym that the aliases tell most about.
    alias_synonym: f32,
}

impl Accumulator {
    fn new(index: &Index) -> Self {
        let count = index.norms.documents();
        let unscored =
            |document| Ranked { document: DocId(document), scores: Scores::default(), in_names: 0.0 };
        Self {
            scored: (0..).map(unscored).take(count).collect(),
            counts: index.documents,
            max_terms: 0.0,
            frequencies: vec![Frequency::default(); count],
            touched: Vec::new(),
            in_all_aliases: 0.0,
        }
    }

    /// Counts a term in every document that has it.
    fn count(&mut self, index: &Index, term: &QueryTerm) {
        for expansion in &term.expansions {
            let in_all_aliases = index.aliases.collection_frequency(expansion.stem);
            if expansion.kind != MatchKind::Synonym {
                self.in_all_aliases += expansion.weight * in_all_aliases;
            }
            for (document, counts) in index.postings.of(expansion.stem) {
                let weighted = index.norms.weighted(document, counts);
                let Some(sums) = self.frequencies.get_mut(document.index()) else { continue };
                if *sums == Frequency::default() {
                    self.touched.push(document);
                }
                let aliases = f32::from(counts[Field::Alias as usize]);
                sums.all += expansion.weight * weighted.all;
                sums.title += expansion.weight * weighted.title;
                if expansion.kind == MatchKind::Synonym {
                    let ratio = index.aliases.log_likelihood_ratio(aliases, in_all_aliases);
                    sums.alias_synonym = sums.alias_synonym.max(expansion.weight * ratio);
                } else {
                    sums.without_synonyms += weighted.all;
                    sums.aliases += expansion.weight * aliases;
                }
                if counts[Field::Title as usize] > 0 || counts[Field::Alias as usize] > 0 {
                    sums.in_names = sums.in_names.max(expansion.weight);
                }
            }
        }
    }

    /// Adds what the counted term is worth in each document; returns its weight, which is at least `least`.
    fn score(&mut self, aliases: &Aliases, term_weight: f32, least: f32) -> f32 {
        let anywhere = self.document_frequency(|frequency| frequency.all);
        let in_title = self.document_frequency(|frequency| frequency.title);
        let weight = least.max(term_weight * idf(self.counts.guides, anywhere));
        let title_weight = term_weight * tuning::TITLE_ALONE * idf(self.counts.guides, in_title);
        for document in self.touched.drain(..) {
            let frequency = std::mem::take(&mut self.frequencies[document.index()]);
            let Ranked { scores, in_names, .. } = &mut self.scored[document.index()];
            let ratio = aliases.log_likelihood_ratio(frequency.aliases, self.in_all_aliases);
            scores.terms += weight * saturated(frequency.all, tuning::SATURATION)
                + title_weight * saturated(frequency.title, tuning::TITLE_SATURATION);
            scores.aliases += term_weight * tuning::ALIAS_LIKELIHOOD * (ratio + frequency.alias_synonym);
            *in_names += weight * frequency.in_names;
        }
        self.max_terms +=
            weight * (tuning::SATURATION + 1.0) + title_weight * (tuning::TITLE_SATURATION + 1.0);
        self.in_all_aliases = 0.0;
        weight
    }

    /// Returns how many guides have the counted term where `frequency` says how often: those that only have a synonym
    /// count where no guide has more, so that a rare word does not weigh less because its synonyms are common.
    fn document_frequency(&self, frequency: impl Fn(&Frequency) -> f32) -> usize {
        let guides = self.touched.iter().filter(|document| self.counts.is_guide(**document));
        let counted = guides.map(|guide| &self.frequencies[guide.index()]);
        let having = counted.filter(|counted| frequency(counted) > 0.0);
        match having.clone().filter(|counted| counted.without_synonyms > 0.0).count() {
            0 => having.count(),
            without_synonyms => without_synonyms,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    /// Returns the slugs of the guides that fit, best first.
    fn ranked(query: &str, guides: Vec<crate::guide::Guide>) -> Vec<String> {
        let library = sample::library_of(guides);
        let index = Index::build(&library);
        let query = ExpandedQuery::read(query, &index);
        let ranking = rank(&index, &query);
        let mut guides: Vec<Ranked> = ranking.documents().collect();
        guides.sort_by(|a, b| b.scores.total().total_cmp(&a.scores.total()));
        guides.into_iter().map(|ranked| library.guides[ranked.document.index()].slug.clone()).collect()
    }

    #[test]
    fn fields_count_by_their_weight() {
        let guides = vec![
            sample::guide("body", "One", &[], &["trust here"]),
            sample::guide("none", "One", &[], &["care here"]),
            sample::guide("said", "One", &["trust here"], &["care here"]),
            sample::guide("title", "Trust", &[], &["care here"]),
        ];
        assert_eq!(ranked("trust ", guides), ["said", "title", "body"]);
    }

    #[test]
    fn rare_words_and_short_texts_count_more() {
        let long = "care ".repeat(30) + "trust";
        let guides = vec![
            sample::guide("long", "One", &[], &[&long]),
            sample::guide("rare", "One", &[], &["limits and care"]),
            sample::guide("short", "One", &[], &["trust and care"]),
            sample::guide("third", "One", &[], &["trust and more care"]),
        ];
        assert_eq!(ranked("trust limits ", guides), ["rare", "short", "third", "long"]);
    }

    #[test]
    fn two_words_written_as_one_count_as_much_as_the_two() {
        let guides = vec![
            sample::guide("half", "One", &[], &["Claire Burns wrote this."]),
            sample::guide("more", "One", &[], &["It may end in burnout, too."]),
            sample::guide("whole", "One", &[], &["Burnout is a slow thing."]),
        ];
        assert_eq!(ranked("burn out ", guides).last().map(String::as_str), Some("half"));
    }
}

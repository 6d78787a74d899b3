//! Every ranking signal for one query: all documents are scored from the index, the best are rescored from their texts,
//! by proximity and by how well their title or an alias matches; there too the passage is chosen.
//!
//! A new signal has a file of its own, a part in `scores`, its constants in `tuning`, and is called here.

use std::ops::Range;

use super::alias_matcher::AliasMatcher;
use super::coverage::Coverage;
use super::passage::{PassageSelector, passage_weight};
use super::proximity::Proximity;
use super::rank::{Ranked, Ranking, rank};
use super::scan::Scanner;
use super::scores::Scores;
use super::title_match::{NameMatch, TitleMatchScore};
use crate::guide::Guide;
use crate::search::answer::{Hit, Passage, Subject};
use crate::search::index::{DocId, Document, DocumentCounts, Index, blocks};
use crate::search::query::ExpandedQuery;
use crate::search::tuning;

/// Everything that scores documents for one query.
pub(crate) struct Scoring<'a> {
    pub(crate) ranking: Ranking,
    pub(crate) scanner: Scanner<'a>,
    pub(crate) coverage: Coverage,
    aliases: AliasMatcher<'a>,
    counts: DocumentCounts,
}

/// A document that was rescored.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rescored {
    pub(crate) document: DocId,
    pub(crate) hit: Hit,
    /// Whether what was typed is one of its names.
    pub(crate) name_match: NameMatch,
}

impl<'a> Scoring<'a> {
    /// Scores the documents of an index for a query, and makes ready what rescores them.
    pub(crate) fn new(index: &'a Index, query: &'a ExpandedQuery) -> Self {
        let ranking = rank(index, query);
        Self {
            scanner: Scanner::new(query, &index.vocabulary),
            coverage: Coverage::new(query, ranking.weights.clone()),
            aliases: AliasMatcher::new(query, &index.aliases, &index.vocabulary),
            counts: index.documents,
            ranking,
        }
    }

    /// Returns an estimate from above of a document's score after rescoring, proximity and co-occurrence left out: it
    /// tells which documents are worth rescoring.
    pub(crate) fn upper_bound(&self, ranked: Ranked) -> f32 {
        let in_names = (ranked.in_names / self.coverage.whole).min(1.0);
        let score = ranked.scores.total() + self.title_score(in_names);
        if self.counts.is_guide(ranked.document) || in_names >= tuning::EXACT {
            score
        } else {
            tuning::BESIDE_GUIDES * score
        }
    }

    /// Reads the texts of a document and returns its hit with all parts of its score.
    pub(crate) fn rescore(&self, document: Document<'_>, ranked: Ranked) -> Rescored {
        let title = self.scanner.scan(document.title());
        let matches = self.aliases.matches(ranked.document);
        let aliases = document.aliases().zip(matches.iter().copied());
        let name = TitleMatchScore::best(document.title(), aliases, &self.scanner, &self.coverage);
        let mut proximity = Proximity::new(self.coverage.weights.len());
        proximity.add(&title);
        let subject = match document {
            Document::Guide(guide, text) => {
                Subject::Guide { guide, passage: self.passage(text, name.is_reason(), &mut proximity) }
            }
            Document::Term(term, text) => {
                Subject::Term { term, marks: self.marks(&text.meaning, &mut proximity) }
            }
            Document::Theme(theme, text) => {
                Subject::Theme { theme, marks: self.marks(&text.intro, &mut proximity) }
            }
        };
        let scores = Scores {
            terms: ranked.scores.terms,
            aliases: ranked.scores.aliases + tuning::ALIAS_COOCCURRENCE * self.aliases.cooccurrence(&matches),
            proximity: tuning::PROXIMITY * proximity.score(&self.coverage.weights),
            title: self.title_score(name.score),
        };
        let alias = name.alias.filter(|_| name.is_reason());
        let hit = Hit { subject, score: scores.total(), scores, title: title.ranges(), alias };
        Rescored { document: ranked.document, hit, name_match: name.name_match() }
    }

    /// Returns the passage of a guide that fits best.
    fn passage(&self, guide: &Guide, found_by_name: bool, proximity: &mut Proximity) -> Option<Passage> {
        let mut selector = PassageSelector::default();
        for (index, block, section) in blocks(guide) {
            let is_heading = block.kind.is_heading();
            let weight = passage_weight(block, section);
            if !is_heading && weight == 0.0 {
                continue;
            }
            let scan = self.scanner.scan(&block.prose.text);
            proximity.add(&scan);
            if is_heading {
                selector.add_heading(&scan, self.coverage.weights.len());
            } else {
                selector.add_block(index, scan, weight, &self.coverage);
            }
        }
        selector.finish(guide, found_by_name)
    }

    /// Returns what matches in the one text of a term or a theme.
    fn marks(&self, text: &str, proximity: &mut Proximity) -> Vec<Range<usize>> {
        let scan = self.scanner.scan(text);
        proximity.add(&scan);
        scan.ranges()
    }

    /// Returns what a title or alias is worth that matches so well, from 0 to 1.
    fn title_score(&self, match_score: f32) -> f32 {
        tuning::TITLE_MATCH * self.coverage.whole * match_score
            + tuning::EXACT_TITLE * self.ranking.max_terms * match_score.powi(tuning::EXACT_POWER)
    }
}

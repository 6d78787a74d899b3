//! Every ranking signal for one query: all documents are scored from the index, the best are rescored from their texts,
//! by proximity and by how well their title or an alias matches; there too the passage is chosen.
//!
//! A new signal has a file of its own, a part in `scores`, its constants in `tuning`, and is called here.

use std::collections::BTreeMap;
use std::ops::Range;

use super::alias_matcher::{AliasMatch, AliasMatcher};
use super::coverage::Coverage;
use super::passage::{PassageAliases, PassageScorer, ScoredPassage, passage_weight};
use super::proximity::Proximity;
use super::rank::{Ranked, Ranking, rank};
use super::scan::Scanner;
use super::scores::Scores;
use super::title_match::{NameMatch, TitleMatchScore};
use crate::guide::{Area, BlockKind, Guide, Pack, item_or_row};
use crate::search::answer::{Hit, Subject};
use crate::search::index::{DocId, Document, DocumentCounts, Index, blocks};
use crate::search::number::as_f32;
use crate::search::query::{Asker, ExpandedQuery, TermSet};
use crate::search::tuning;

/// Everything that scores documents for one query.
pub(crate) struct Scoring<'a> {
    pub(crate) ranking: Ranking,
    pub(crate) scanner: Scanner<'a>,
    pub(crate) coverage: Coverage,
    /// The same by what tells passages apart.
    pub(crate) passages: Coverage,
    aliases: AliasMatcher<'a>,
    counts: DocumentCounts,
    asker: Asker,
}

/// A document that was rescored.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rescored {
    pub(crate) document: DocId,
    pub(crate) hit: Hit,
    /// Whether what was typed is one of its names.
    pub(crate) name_match: NameMatch,
}

/// What a document answers with.
struct Answering {
    subject: Subject,
    /// The score of its passage.
    passage: f32,
    /// What part of the query it covers.
    coverage: f32,
    /// The terms that it has.
    has: TermSet,
}

impl Answering {
    /// Returns what answers by its name alone.
    fn by_name(subject: Subject) -> Self {
        Self { subject, passage: 0.0, coverage: 0.0, has: TermSet::default() }
    }
}

impl<'a> Scoring<'a> {
    /// Scores the documents of an index for a query, and makes ready what rescores them.
    pub(crate) fn new(index: &'a Index, query: &'a ExpandedQuery) -> Self {
        let ranking = rank(index, query);
        Self {
            scanner: Scanner::new(query, &index.vocabulary),
            coverage: Coverage::new(query, ranking.weights.clone()),
            passages: Coverage::of_passages(query, &index.vocabulary),
            aliases: AliasMatcher::new(query, &index.aliases, &index.vocabulary),
            counts: index.documents,
            asker: Asker::of(query),
            ranking,
        }
    }

    /// Whether a document's title and aliases have all of the query between them.
    pub(crate) fn may_be_named(&self, ranked: Ranked) -> bool {
        ranked.in_names >= tuning::NAMED * self.coverage.whole
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

    /// Reads the texts of a document and returns its hits with all parts of their scores: of a guide its best passages.
    pub(crate) fn rescore(&self, document: Document<'_>, ranked: Ranked) -> Vec<Rescored> {
        let title = self.scanner.scan(document.title());
        let matches = self.aliases.matches(ranked.document);
        let aliases = document.aliases().zip(matches.iter().copied());
        let name = TitleMatchScore::best(document.title(), aliases, &self.scanner, &self.coverage);
        let mut proximity = Proximity::new(self.coverage.weights.len());
        proximity.add(&title);
        let subjects = self.subjects(document, &matches, &mut proximity);
        let scores = Scores {
            terms: ranked.scores.terms,
            aliases: ranked.scores.aliases + tuning::ALIAS_COOCCURRENCE * self.aliases.cooccurrence(&matches),
            proximity: tuning::PROXIMITY * proximity.score(&self.coverage.weights),
            title: self.title_score(name.score),
            passage: 0.0,
            asker: self.asker_score(document),
        };
        let alias = name.alias.filter(|_| name.is_reason());
        let rescored = |(before, answering): (usize, Answering)| {
            let Answering { subject, passage, coverage, has } = answering;
            let repeated = tuning::REPEATED_GUIDE * self.coverage.whole * as_f32(before);
            let scores = Scores { passage: tuning::PASSAGE * passage - repeated, ..scores };
            let hit = Hit {
                subject,
                score: scores.total(),
                scores,
                title: title.ranges(),
                alias,
                name: name.score,
                coverage,
                has,
            };
            Rescored { document: ranked.document, hit, name_match: name.name_match() }
        };
        subjects.into_iter().enumerate().map(rescored).collect()
    }

    /// Returns what a document answers with, best first, and how well that answers: a guide with its best passages.
    fn subjects(
        &self,
        document: Document<'_>,
        matches: &[AliasMatch],
        proximity: &mut Proximity,
    ) -> Vec<Answering> {
        match document {
            Document::Guide(guide, text) => {
                let passages = self.passages(text, matches, proximity);
                if passages.is_empty() {
                    return vec![Answering::by_name(Subject::Guide { guide, passage: None })];
                }
                let answering = |scored: ScoredPassage| Answering {
                    subject: Subject::Guide { guide, passage: Some(scored.passage) },
                    passage: scored.score,
                    coverage: scored.coverage,
                    has: scored.has,
                };
                passages.into_iter().map(answering).collect()
            }
            Document::Term(term, text) => {
                vec![Answering::by_name(Subject::Term { term, marks: self.marks(&text.meaning, proximity) })]
            }
            Document::Theme(theme, text) => {
                vec![Answering::by_name(Subject::Theme { theme, marks: self.marks(&text.intro, proximity) })]
            }
            Document::Reference(reference, _) => vec![Answering::by_name(Subject::Reference { reference })],
            Document::About(pack) => vec![self.about(pack, proximity)],
        }
    }

    /// Returns the passages of a guide that answer best, best first.
    fn passages(
        &self,
        guide: &Guide,
        matches: &[AliasMatch],
        proximity: &mut Proximity,
    ) -> Vec<ScoredPassage> {
        let mut scorer = PassageScorer::new(guide, &self.passages, self.passage_aliases(guide, matches));
        for (index, block, section) in blocks(guide) {
            let weight = passage_weight(block, section);
            if !block.kind.is_heading() && weight == 0.0 {
                continue;
            }
            let mut scan = self.scanner.scan(&block.prose.text);
            proximity.add(&scan);
            if block.kind.is_heading() {
                scorer.add_heading(&scan);
                continue;
            }
            if let BlockKind::Cell(_) = block.kind {
                for cell in
                    guide.blocks.get(index + 1..item_or_row(&guide.blocks, index).end).unwrap_or_default()
                {
                    scan.absorb(self.scanner.scan(&cell.prose.text));
                }
            }
            scorer.add_block(index, block, &scan, weight);
        }
        scorer.best()
    }

    /// Returns by block what the aliases of a guide's passages have of the query.
    fn passage_aliases(&self, guide: &Guide, matches: &[AliasMatch]) -> BTreeMap<u32, PassageAliases> {
        let mut found: BTreeMap<u32, PassageAliases> = BTreeMap::new();
        for ((block, _), has) in guide.all_aliases().zip(matches) {
            let Some(block) = block.filter(|_| !has.terms.is_empty()) else { continue };
            let aliases = found.entry(block).or_default();
            let score = TitleMatchScore::upper_bound(*has, &self.scanner, &self.passages);
            aliases.matches.push(score);
            aliases.typed = aliases.typed.union(has.typed);
            aliases.frequencies.resize(self.coverage.weights.len(), 0.0);
            has.terms.iter().for_each(|term| aliases.frequencies[term] += 1.0);
        }
        found
    }

    /// Returns the paragraph that covers most of what a pack says about itself; of equals the first.
    fn about(&self, pack: &Pack, proximity: &mut Proximity) -> Answering {
        let mut best = (0, f32::NEG_INFINITY);
        let paragraphs = pack.description.iter().enumerate().filter(|(_, block)| block.kind.is_passage());
        for (index, block) in paragraphs {
            let scan = self.scanner.scan(&block.prose.text);
            let found = scan.frequencies(self.passages.weights.len()).into_iter().map(|found| found.min(1.0));
            let coverage = self.passages.of(&found.collect::<Vec<_>>()) / self.passages.whole;
            if coverage > best.1 {
                best = (index, coverage);
            }
        }
        let (block, coverage) = best;
        let text = pack.description.get(block).map_or("", |block| &block.prose.text);
        let subject = Subject::About { block, marks: self.marks(text, proximity) };
        Answering { coverage: coverage.max(0.0), ..Answering::by_name(subject) }
    }

    /// Returns what matches in the one text of a term or a theme.
    fn marks(&self, text: &str, proximity: &mut Proximity) -> Vec<Range<usize>> {
        let scan = self.scanner.scan(text);
        proximity.add(&scan);
        scan.ranges()
    }

    /// Returns what it counts for a document who asks.
    fn asker_score(&self, document: Document<'_>) -> f32 {
        let Document::Guide(_, guide) = document else { return 0.0 };
        let share = match (guide.area, self.asker) {
            (Area::YoungPeople, Asker::Helper) => -tuning::ASKED_BY_HELPER,
            (Area::YoungPeople, Asker::Oneself) => tuning::ASKED_BY_ONESELF,
            (Area::YoungPeople, Asker::Anybody) | (Area::Workforce, _) => 0.0,
        };
        share * self.coverage.whole
    }

    /// Returns what a title or alias is worth that matches so well, from 0 to 1.
    fn title_score(&self, match_score: f32) -> f32 {
        tuning::TITLE_MATCH * self.coverage.whole * match_score
            + tuning::EXACT_TITLE * self.ranking.max_terms * match_score.powi(tuning::EXACT_POWER)
    }
}

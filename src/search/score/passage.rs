//! The passages of a guide, scored for a query: what their text has of it, the heading and the lead-in above them, and
//! what people say for them.
//!
//! What people say counts most: without it a third fewer of the right passages are among the first three. All of it was
//! measured on the lookups for passages (`tests/passages.toml`, half of them): see `tuning`.

use std::collections::BTreeMap;

use super::coverage::Coverage;
use super::scan::Scan;
use crate::guide::{
    Block, BlockKind, Callout, Container, Guide, Mark, MarkKind, Nesting, Part, Section, Target, TextSpan,
};
use crate::search::answer::Passage;
use crate::search::number::saturated;
use crate::search::query::TermSet;
use crate::search::tuning;

/// Returns what a block counts as a passage; 0 where it cannot be one. Sources are looked up and answer nothing; of a
/// row of a table the first cell stands for all of it.
pub(crate) fn passage_weight(block: &Block, section: Option<&Section>) -> f32 {
    let is_source = section.is_some_and(|section| section.part == Part::Sources);
    let is_further_cell = matches!(block.kind, BlockKind::Cell(cell) if cell.column > 0 || cell.row == 0);
    if !block.kind.is_passage() || block.prose.text.is_empty() || is_source || is_further_cell {
        0.0
    } else if is_aside(block) {
        tuning::PASSAGE_ASIDE
    } else {
        1.0
    }
}

fn is_aside(block: &Block) -> bool {
    let warns = |nesting: &Nesting| nesting.container == Container::Callout(Callout::CheckGuidance);
    let is_reference = |mark: &&Mark| matches!(mark.kind, MarkKind::Link(Target::Reference(_)));
    let references = || block.prose.marks.iter().filter(is_reference);
    block.nesting.iter().any(warns) || references().any(|mark| mark.start == 0) || references().count() > 1
}

/// What the aliases of one passage have of the query.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct PassageAliases {
    /// How well each matches that has any, from 0 to 1.
    pub(crate) matches: Vec<f32>,
    /// How many have each term.
    pub(crate) frequencies: Vec<f32>,
    /// The terms that one has as they were typed, by no synonym.
    pub(crate) typed: TermSet,
}

impl PassageAliases {
    /// Returns how well they match together: the best one counts whole, each next one less.
    fn score(&self) -> f32 {
        let mut matches = self.matches.clone();
        matches.sort_by(f32::total_cmp);
        matches.into_iter().fold(0.0, |rest, next| next + tuning::NEXT_ALIAS * rest)
    }
}

/// Returns how often a term was found, of what was found of each.
fn of(frequencies: &[f32], term: usize) -> f32 {
    frequencies.get(term).copied().unwrap_or(0.0)
}

/// A passage with its score.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ScoredPassage {
    pub(crate) passage: Passage,
    pub(crate) score: f32,
    /// What part of the query it has in some way, from 0 to 1.
    pub(crate) coverage: f32,
    /// The terms that it has, by no synonym.
    pub(crate) has: TermSet,
}

/// Scores the passages of one guide while its blocks are gone through in order.
pub(crate) struct PassageScorer<'a> {
    guide: &'a Guide,
    coverage: &'a Coverage,
    /// By block, what people say for it.
    aliases: BTreeMap<u32, PassageAliases>,
    /// How often each term stands in the heading above.
    heading: Vec<f32>,
    /// How often each term stands in the paragraph that leads into the list at hand.
    lead_in: Vec<f32>,
    scored: Vec<ScoredPassage>,
}

impl<'a> PassageScorer<'a> {
    /// Returns a scorer for the passages of a guide.
    pub(crate) fn new(
        guide: &'a Guide,
        coverage: &'a Coverage,
        aliases: BTreeMap<u32, PassageAliases>,
    ) -> Self {
        Self { guide, coverage, aliases, heading: Vec::new(), lead_in: Vec::new(), scored: Vec::new() }
    }

    /// Takes in a heading: it stands over the blocks that follow.
    pub(crate) fn add_heading(&mut self, scan: &Scan) {
        self.heading = scan.frequencies(self.coverage.weights.len());
        self.lead_in.clear();
    }

    /// Takes in a block that counts `weight` as a passage.
    pub(crate) fn add_block(&mut self, index: usize, block: &Block, scan: &Scan, weight: f32) {
        let in_text = scan.frequencies(self.coverage.weights.len());
        let is_item = block.nesting.iter().any(Nesting::is_item);
        if !is_item {
            self.lead_in.clone_from(&in_text);
        }
        let span = TextSpan::new(index, 0..block.prose.text.len());
        let aliases = self.aliases.remove(&span.block);
        // So short a block says little by itself: a lead-in, a name.
        let is_short = aliases.is_none() && scan.words < tuning::PASSAGE_WORDS;
        let weight = if is_short { tuning::PASSAGE_ASIDE * weight } else { weight };
        let aliases = aliases.unwrap_or_default();
        let lead_in = if is_item { self.lead_in.as_slice() } else { &[] };
        let frequencies: Vec<f32> = (0..self.coverage.weights.len())
            .map(|term| {
                of(&in_text, term)
                    + tuning::PASSAGE_HEADING * of(&self.heading, term)
                    + tuning::PASSAGE_LEAD_IN * of(lead_in, term)
                    + tuning::PASSAGE_ALIAS * of(&aliases.frequencies, term)
            })
            .collect();
        let saturation = tuning::PASSAGE_SATURATION;
        let terms = self.coverage.weights.iter().zip(&frequencies);
        let terms: f32 = terms.map(|(idf, frequency)| idf * saturated(*frequency, saturation)).sum();
        let match_score = aliases.score();
        let score = weight * terms + tuning::PASSAGE_ALIAS_MATCH * self.coverage.whole * match_score;
        if score > 0.0 {
            let marks = scan.ranges();
            let passage = Passage { section: self.guide.section_of(span.block), span, marks };
            let found = self.found(scan, lead_in, &aliases);
            let coverage = self.coverage.of(&found) / self.coverage.whole;
            let is_there = |term: &usize| of(&found, *term) > tuning::COVERED_BY_SYNONYM;
            let has = (0..found.len()).filter(is_there).collect();
            self.scored.push(ScoredPassage { passage, score, coverage, has });
        }
    }

    /// Returns how much of each term a passage has, from 0 to 1: in its words, in what people say for it, or above it.
    fn found(&self, scan: &Scan, lead_in: &[f32], aliases: &PassageAliases) -> Vec<f32> {
        let mut found: Vec<f32> = (0..self.coverage.weights.len())
            .map(|term| {
                let above = of(&self.heading, term).max(of(lead_in, term));
                let said = of(&aliases.frequencies, term);
                let by_synonym = above.max(said) > 0.0;
                let above = if above > tuning::SYNONYM { tuning::COVERED_ABOVE } else { 0.0 };
                let said = if aliases.typed.contains(term) { 1.0 } else { above };
                if by_synonym { said.max(tuning::COVERED_BY_SYNONYM) } else { said }
            })
            .collect();
        for one in &scan.found {
            for term in one.terms.iter() {
                if let Some(most) = found.get_mut(term) {
                    *most = most.max(one.weight.max(tuning::COVERED_BY_SYNONYM));
                }
            }
        }
        found
    }

    /// Returns the best passages, best first, at most [`tuning::PASSAGES_OF_GUIDE`].
    pub(crate) fn best(mut self) -> Vec<ScoredPassage> {
        self.scored.sort_by(|a, b| b.score.total_cmp(&a.score));
        self.scored.truncate(tuning::PASSAGES_OF_GUIDE);
        self.scored
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Answered, BlockKind, GuideId, Library, Prose, ReferenceId};
    use crate::search::index::Search;
    use crate::search::sample;

    fn block_found(library: &Library, query: &str) -> usize {
        let answer = Search::build(library).find(library, query, 1);
        let passage = answer.hits[0].passage().cloned().unwrap();
        assert_eq!(answer.hits[0].guide(), Some(GuideId(0)));
        passage.span.block as usize
    }

    #[test]
    fn the_heading_above_counts_for_its_blocks() {
        let mut guide = sample::guide("a", "One", &[], &["Limits, first.", "x", "Limits, second."]);
        guide.blocks[4] = Block::new(BlockKind::Heading(2), Prose::plain("When trust is gone"));
        let library = sample::library_of(vec![guide]);
        assert_eq!(block_found(&library, "limits "), 3);
        assert_eq!(block_found(&library, "trust limits "), 5);
        assert_eq!(block_found(&library, "trust "), 5, "what stands under the heading");
    }

    #[test]
    fn what_people_say_for_a_passage_leads_to_it() {
        let mut guide =
            sample::guide("a", "One", &[], &["Limits, said once and kept by all.", "Keep to what was said."]);
        guide.answers = vec![Answered { block: 4, aliases: std::iter::once("no limits with him").collect() }];
        let library = sample::library_of(vec![guide]);
        assert_eq!(block_found(&library, "no limits with him "), 4, "though another has the word");
        assert_eq!(block_found(&library, "limits said and kept "), 3);
    }

    #[test]
    fn the_lead_in_counts_for_the_items_of_its_list() {
        let mut guide = sample::guide(
            "a",
            "One",
            &[],
            &[
                "When trust is gone, try this:",
                "Limits, first of all for you.",
                "Limits, just the same for everybody here.",
            ],
        );
        for item in &mut guide.blocks[4..=5] {
            item.nesting = vec![Nesting { container: Container::Bullet, opens: true }];
        }
        assert_eq!(block_found(&sample::library_of(vec![guide]), "trust limits everybody "), 5);
    }

    fn section(id: &str, part: Part) -> Section {
        Section { id: id.into(), title: String::new(), part, first: 0 }
    }

    #[test]
    fn headings_drawings_and_sources_are_no_passages() {
        let block = |kind| Block::new(kind, Prose::plain("x"));
        let weight = |kind, part| passage_weight(&block(kind), Some(&section("know", part)));
        assert!(weight(BlockKind::Paragraph, Part::InBrief) > 0.0);
        assert!(weight(BlockKind::Paragraph, Part::Sources) <= 0.0);
        for kind in
            [BlockKind::Heading(1), BlockKind::Title, BlockKind::Meta, BlockKind::Diagram, BlockKind::Label]
        {
            assert!(weight(kind, Part::Written) <= 0.0);
        }
    }

    #[test]
    fn what_points_to_others_counts_less_than_what_answers() {
        let block = Block::new(BlockKind::Paragraph, Prose::plain("Smith (2010)"));
        let mut quoting = block.clone();
        let kind = MarkKind::Link(Target::Reference(ReferenceId(0)));
        quoting.prose.marks.push(Mark { start: 0, end: 5, kind });
        assert!(passage_weight(&quoting, None) < passage_weight(&block, None));
    }
}

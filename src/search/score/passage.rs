//! The passage of a guide that answers a query: the block that has most of the terms, its heading included.

use super::coverage::Coverage;
use super::scan::Scan;
use crate::guide::{
    Block, Callout, Container, Guide, Mark, MarkKind, Nesting, Part, Section, Target, TextSpan,
};
use crate::search::answer::Passage;
use crate::search::number::{as_f32, saturated};
use crate::search::tuning;

/// Returns what a section counts whose blocks answer: the opening and the lines for someone mid-conversation most,
/// then the three movements; other written sections, which go beyond the guide's matter, less; questions, which ask
/// rather than answer, and notes on what to read and what was not found, least. Sources are no passages.
fn section_weight(section: &Section) -> f32 {
    match (section.part, section.id.as_str()) {
        (Part::Opening | Part::InBrief, _) => tuning::PASSAGE_BRIEF,
        (Part::Written, "feel" | "know" | "do") => tuning::PASSAGE_MOVEMENT,
        (Part::Written, "learn-more") | (Part::Questions, _) => tuning::PASSAGE_ASKS,
        (Part::Written, _) => tuning::PASSAGE_WRITTEN,
        (Part::Sources, _) => 0.0,
    }
}

/// Returns what a block counts as a passage; 0 where it cannot be one.
pub(crate) fn passage_weight(block: &Block, section: Option<&Section>) -> f32 {
    if !block.kind.is_passage() || block.prose.text.is_empty() {
        return 0.0;
    }
    let weight = section.map_or(1.0, section_weight);
    if is_aside(block) { tuning::PASSAGE_ASIDE * weight } else { weight }
}

fn is_aside(block: &Block) -> bool {
    let warns = |nesting: &Nesting| nesting.container == Container::Callout(Callout::CheckGuidance);
    let is_reference = |mark: &&Mark| matches!(mark.kind, MarkKind::Link(Target::Reference(_)));
    let references = || block.prose.marks.iter().filter(is_reference);
    block.nesting.iter().any(warns) || references().any(|mark| mark.start == 0) || references().count() > 1
}

/// The best passage so far, while the blocks of a guide are gone through in order.
#[derive(Debug, Default)]
pub(crate) struct PassageSelector {
    /// How often each term stands in the heading above.
    heading: Vec<f32>,
    /// The best of all blocks.
    best: Option<Candidate>,
    /// The best of those that answer and have at least half of the query, their headings included.
    best_of_half: Option<Candidate>,
}

#[derive(Debug, Clone)]
struct Candidate {
    score: f32,
    block: usize,
    scan: Scan,
}

impl PassageSelector {
    /// Takes in a heading: it stands over the blocks that follow.
    pub(crate) fn add_heading(&mut self, scan: &Scan, terms: usize) {
        self.heading = scan.frequencies(terms);
    }

    /// Takes in a block that can be a passage and counts `weight`.
    pub(crate) fn add_block(&mut self, block: usize, scan: Scan, weight: f32, coverage: &Coverage) {
        if scan.found.is_empty() && self.heading.iter().all(|frequency| *frequency == 0.0) {
            return;
        }
        let mut frequencies = scan.frequencies(coverage.weights.len());
        for (frequency, heading) in frequencies.iter_mut().zip(&self.heading) {
            *frequency += tuning::PASSAGE_HEADING * heading;
        }
        let norm = 1.0 - tuning::PASSAGE_LENGTH
            + tuning::PASSAGE_LENGTH * as_f32(scan.words) / tuning::PASSAGE_USUAL_LENGTH;
        let weighted = coverage.weights.iter().zip(&frequencies);
        let sum: f32 = weighted
            .map(|(weight, frequency)| weight * saturated(frequency / norm, tuning::PASSAGE_SATURATION))
            .sum();
        let score = weight * sum;
        let is_better = |best: &Option<Candidate>| score > best.as_ref().map_or(0.0, |best| best.score);
        if weight >= tuning::PASSAGE_ANSWERS
            && is_better(&self.best_of_half)
            && coverage.is_half(&frequencies)
        {
            self.best_of_half = Some(Candidate { score, block, scan: scan.clone() });
        }
        if is_better(&self.best) {
            self.best = Some(Candidate { score, block, scan });
        }
    }

    /// Returns the best passage of `guide`, if any of its blocks has a term. Where a name is the reason why the guide
    /// was found, the passage must answer and have half of the query: otherwise the guide is better begun at its
    /// beginning than at a stray word.
    pub(crate) fn finish(self, guide: &Guide, found_by_name: bool) -> Option<Passage> {
        let Candidate { block, scan, .. } = if found_by_name { self.best_of_half } else { self.best }?;
        let span = TextSpan::new(block, 0..guide.blocks.get(block)?.prose.text.len());
        Some(Passage { section: guide.section_of(span.block), span, marks: scan.ranges() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{BlockKind, GuideId, Library, Prose, ReferenceId};
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
    fn a_short_block_says_it_better() {
        let long = "trust ".to_owned() + &"and more words ".repeat(30);
        let library = sample::library_of(vec![sample::guide("a", "One", &[], &[&long, "It takes trust."])]);
        assert_eq!(block_found(&library, "trust "), 4);
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
    fn questions_notes_and_references_count_less_than_what_answers() {
        let block = Block::new(BlockKind::Paragraph, Prose::plain("Smith (2010)"));
        let weight = |id, part| passage_weight(&block, Some(&section(id, part)));
        let weights = [
            weight("in-brief", Part::InBrief),
            weight("do", Part::Written),
            weight("in-practice", Part::Written),
            weight("learn-more", Part::Written),
        ];
        assert!(weights.is_sorted_by(|a, b| a > b), "{weights:?}");
        assert!(weight("questions", Part::Questions) < weight("in-practice", Part::Written));
        let mut quoting = block.clone();
        let kind = MarkKind::Link(Target::Reference(ReferenceId(0)));
        quoting.prose.marks.push(Mark { start: 0, end: 5, kind });
        assert!(passage_weight(&quoting, None) < passage_weight(&block, None));
    }

    #[test]
    fn a_guide_found_by_a_name_shows_no_stray_word_and_no_question() {
        let passage = |said: &[&str], query| {
            let library =
                sample::library_of(vec![sample::guide("a", "One", said, &["Push against it, today."])]);
            Search::build(&library).find(&library, query, 1).hits.remove(0).passage().cloned()
        };
        assert!(passage(&[], "keeps pushing me away ").is_some());
        assert_eq!(passage(&["she keeps pushing me away"], "keeps pushing me away "), None);
        assert!(passage(&["she keeps pushing me away"], "push against ").is_some());
        assert_eq!(passage(&["what to try"], "try "), None, "only a question has it");
    }
}

//! The passage of a guide that answers a query: the block that has most of what is sought, its heading included.

use super::{
    Passage,
    rank::{number, saturated},
    scan::Scan,
};
use crate::guide::{Block, BlockKind, Guide, Part, TextSpan};

/// How soon more of the same word stops counting.
const SATURATION: f32 = 1.2;

/// How much a long block makes a word in it count less, and the length that is neither long nor short, in words.
const LENGTH: f32 = 0.4;
const USUAL_LENGTH: f32 = 40.0;

/// What a word in the heading above counts against one in the block.
const HEADING: f32 = 0.5;

/// Whether a block can be a passage.
pub(super) fn can_be_passage(block: &Block, part: Part) -> bool {
    let is_text = matches!(
        block.kind,
        BlockKind::Summary | BlockKind::Paragraph | BlockKind::Code | BlockKind::Cell(_)
    );
    is_text && part != Part::Sources && !block.prose.text.is_empty()
}

/// The best passage so far, while the blocks of a guide are gone through in order.
#[derive(Debug, Default)]
pub(super) struct Best {
    heading: Vec<u16>,
    best: Option<(f32, usize, Scan)>,
}

impl Best {
    /// Takes in a heading: it stands over the blocks that follow.
    pub(super) fn heading(&mut self, scan: &Scan, many: usize) {
        self.heading = scan.counts(many);
    }

    /// Takes in a block that can be a passage.
    pub(super) fn block(&mut self, at: usize, scan: Scan, weights: &[f32]) {
        let counts = scan.counts(weights.len());
        let headings = self.heading.iter().copied().chain(std::iter::repeat(0));
        let norm = 1.0 - LENGTH + LENGTH * number(scan.words) / USUAL_LENGTH;
        let score: f32 = weights
            .iter()
            .zip(counts.iter().zip(headings))
            .map(|(weight, (count, heading))| {
                let frequency = f32::from(*count) + HEADING * f32::from(heading);
                weight * saturated(frequency / norm, SATURATION)
            })
            .sum();
        if score > self.best.as_ref().map_or(0.0, |best| best.0) {
            self.best = Some((score, at, scan));
        }
    }

    /// Returns the best passage of `guide`, if any of its blocks has anything.
    pub(super) fn finish(self, guide: &Guide) -> Option<Passage> {
        let (_, at, found) = self.best?;
        let span = TextSpan::new(at, 0..guide.blocks.get(at)?.prose.text.len());
        Some(Passage { section: guide.section_of(span.block), span, marks: found.ranges() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        guide::{GuideId, Library, Prose},
        search::{Search, sample},
    };

    fn block_found(library: &Library, query: &str) -> usize {
        let answer = Search::build(library).find(library, query, 1);
        let passage = answer.hits[0].passage.clone().unwrap();
        assert_eq!(answer.hits[0].guide, GuideId(0));
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

    #[test]
    fn headings_drawings_and_sources_are_no_passages() {
        let block = |kind| Block::new(kind, Prose::plain("x"));
        assert!(can_be_passage(&block(BlockKind::Paragraph), Part::InBrief));
        assert!(!can_be_passage(&block(BlockKind::Paragraph), Part::Sources));
        for kind in
            [BlockKind::Heading(1), BlockKind::Title, BlockKind::Meta, BlockKind::Diagram, BlockKind::Label]
        {
            assert!(!can_be_passage(&block(kind), Part::Written));
        }
    }
}

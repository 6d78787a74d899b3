//! A guide as the rules read it: its running texts in order, each with its words.

use std::ops::Range;

use super::sentences::{Word, words};
use crate::guide::{Block, BlockKind, Callout, Container, Guide, GuideId, Library, Part, TextSpan};
use crate::pack::{Notes, Rule, Spot};

/// A guide and its running texts.
pub(super) struct Subject<'a> {
    pub(super) library: &'a Library,
    pub(super) id: GuideId,
    pub(super) guide: &'a Guide,
    /// Its texts in reading order, headings among them; no code, no drawings, and nothing that the reader adds.
    pub(super) passages: Vec<Passage<'a>>,
}

/// A running text of a guide.
pub(super) struct Passage<'a> {
    /// The index of its block.
    pub(super) at: usize,
    pub(super) block: &'a Block,
    pub(super) part: Part,
    /// The index of its section.
    pub(super) section: usize,
    pub(super) words: Vec<Word<'a>>,
}

impl<'a> Subject<'a> {
    pub(super) fn new(library: &'a Library, id: GuideId) -> Self {
        let guide = library.guide(id);
        let mut passages = Vec::with_capacity(guide.blocks.len());
        for (section, described) in guide.sections.iter().enumerate() {
            for at in guide.section_blocks(section) {
                let Some(block) = guide.blocks.get(at) else { continue };
                if is_read(described.part, block.kind, at - described.first as usize) {
                    let words = words(&block.prose.text);
                    passages.push(Passage { at, block, part: described.part, section, words });
                }
            }
        }
        Self { library, id, guide, passages }
    }

    /// Returns the texts that are read as running prose: paragraphs and list items of the written sections and of
    /// the beginning.
    pub(super) fn prose(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.passages.iter().filter(|passage| {
            passage.block.kind == BlockKind::Paragraph
                && matches!(passage.part, Part::Written | Part::InBrief)
        })
    }

    /// Notes that a stretch of a passage breaks a rule.
    pub(super) fn note(
        &self,
        notes: &mut Notes,
        rule: Rule,
        (passage, range): (&Passage<'_>, Range<usize>),
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        notes.add(rule, self.spot(passage, range), message, help);
    }

    /// Returns the spot of a stretch of a passage.
    pub(super) fn spot(&self, passage: &Passage<'_>, range: Range<usize>) -> Spot {
        Spot::Text(self.id, TextSpan::new(passage.at, range))
    }
}

impl Passage<'_> {
    pub(super) fn text(&self) -> &str {
        &self.block.prose.text
    }

    /// Returns the callout it stands in.
    pub(super) fn callout(&self) -> Option<Callout> {
        self.block.nesting.iter().find_map(|nesting| match nesting.container {
            Container::Callout(callout) => Some(callout),
            _ => None,
        })
    }

    pub(super) fn is_heading(&self) -> bool {
        self.block.kind.is_heading()
    }
}

/// Whether a block is a running text that the author wrote; `inside` is its place in its part.
fn is_read(part: Part, kind: BlockKind, inside: usize) -> bool {
    let running = match kind {
        BlockKind::Title | BlockKind::Summary | BlockKind::Paragraph | BlockKind::Cell(_) => true,
        BlockKind::Heading(_) => part == Part::Written,
        BlockKind::Meta | BlockKind::Label | BlockKind::Code | BlockKind::Diagram | BlockKind::Rule => false,
    };
    // The sentence above the questions and all sources are the reader's own words.
    running && part != Part::Sources && !(part == Part::Questions && inside < 2)
}

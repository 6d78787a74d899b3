//! The text of a passage as it is shown: with all that belongs to it, and with the matched words marked.

use std::ops::Range;

use super::answer::Passage;
use crate::guide::{Block, BlockKind, Guide, Nesting, passage_blocks};
use crate::text::marks_within;

/// What stands between the cells of a row, and between the items of a list.
const CELLS: &str = " · ";
const ITEMS: &str = "; ";

/// The text of a passage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The text.
    pub text: String,
    /// The matched words, as byte ranges of it.
    pub marks: Vec<Range<usize>>,
}

impl Passage {
    /// Returns the blocks that make it up: of a row of a table all cells, of a lead-in the list that it leads into.
    #[must_use]
    pub fn blocks(&self, guide: &Guide) -> Range<usize> {
        passage_blocks(&guide.blocks, self.span.block as usize)
    }

    /// Returns its text, all that makes it up in one line.
    #[must_use]
    pub fn snippet(&self, guide: &Guide) -> Snippet {
        let range = self.blocks(guide);
        let mut snippet = Snippet::default();
        let mut before = None;
        for (index, block) in guide.blocks.iter().enumerate().take(range.end).skip(range.start) {
            snippet.text.push_str(before.map_or("", |before| between(before, block)));
            let start = snippet.text.len();
            snippet.text.push_str(&block.prose.text);
            if index == self.span.block as usize {
                let marks = marks_within(&self.marks, &(0..block.prose.text.len()));
                snippet.marks.extend(marks.into_iter().map(|mark| mark.start + start..mark.end + start));
            }
            before = Some(block);
        }
        snippet
    }

    /// Returns the titles on the way to it within its guide: section and heading, that of the guide left out.
    #[must_use]
    pub fn way<'a>(&self, guide: &'a Guide) -> Vec<&'a str> {
        let section = guide.sections.get(self.section).map_or("", |section| section.title.as_str());
        let mut way = vec![section, guide.heading_of(self.span.block)];
        way.retain(|title| !title.is_empty() && *title != guide.title);
        way.dedup();
        way
    }
}

/// Returns what stands between two blocks of a passage when they are shown in one line.
fn between(before: &Block, block: &Block) -> &'static str {
    let is_item = |block: &Block| block.nesting.last().is_some_and(Nesting::is_item);
    let is_sentence = before.prose.text.ends_with(['.', '?', '!', ':', ';', ',']);
    match block.kind {
        BlockKind::Cell(_) => CELLS,
        _ if is_item(block) && !is_sentence => ITEMS,
        _ => " ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Alignment, Cell, Container, Prose, TextSpan};
    use crate::search::sample;
    use crate::text::slice;

    fn snippet(blocks: Vec<Block>, mark: &str) -> (String, Vec<String>) {
        let mut guide = sample::guide("a", "One", &[], &["x"]);
        let first = guide.blocks.len();
        guide.blocks.extend(blocks);
        let text = &guide.blocks[first].prose.text;
        let marks = text.find(mark).map(|start| start..start + mark.len()).into_iter().collect();
        let passage = Passage { section: 0, span: TextSpan::new(first, 0..text.len()), marks };
        let snippet = passage.snippet(&guide);
        let marked = snippet.marks.iter().map(|mark| slice(&snippet.text, mark.clone()).to_owned()).collect();
        (snippet.text, marked)
    }

    fn item(text: &str) -> Block {
        let nesting = vec![Nesting { container: Container::Bullet, opens: true }];
        Block { nesting, ..Block::new(BlockKind::Paragraph, Prose::plain(text)) }
    }

    #[test]
    fn a_lead_in_is_shown_with_its_list_and_an_item_alone() {
        let lead_in = Block::new(BlockKind::Paragraph, Prose::plain("Say three things:"));
        let after = Block::new(BlockKind::Paragraph, Prose::plain("After."));
        let (text, marks) = snippet(vec![lead_in, item("who you are"), item("why you came"), after], "three");
        assert_eq!(text, "Say three things: who you are; why you came");
        assert_eq!(marks, ["three"]);
        assert_eq!(snippet(vec![item("who you are"), item("why")], "who").0, "who you are");
    }

    #[test]
    fn a_row_of_a_table_is_shown_with_all_its_cells() {
        let cell = |column, text: &str| {
            let cell = Cell { row: 1, column, columns: 2, alignment: Alignment::Left };
            Block::new(BlockKind::Cell(cell), Prose::plain(text))
        };
        let (text, marks) = snippet(vec![cell(0, "Anger"), cell(1, "Stay near")], "Anger");
        assert_eq!((text.as_str(), marks), ("Anger · Stay near", vec!["Anger".to_owned()]));
    }
}

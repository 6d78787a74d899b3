//! The current passage: which one it is, how it is moved, and its text, which says where it is from.
//!
//! A passage is a paragraph, a list item with all that stands in it, or a row of a table: what somebody would mark
//! with a pencil. One is always current. It is kept as the block that the reader was led to; where that is not on the
//! screen, the passage on the screen that is nearest to it stands for it, so that scrolling back finds it again.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::{Action, Document, LinkRef, Reading, Step};
use crate::guide::{
    Block, BlockKind, Container, Library, Part, Target, TextSpan, item_or_row, passage_blocks,
};

/// What was copied, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// All of it, its source included.
    pub text: String,
    /// The words of it that are on the screen.
    pub spans: Vec<TextSpan>,
    /// How it begins.
    pub(super) begins: String,
}

impl Copied {
    /// Returns something to copy that needs no source.
    pub(super) fn words_alone(text: String) -> Self {
        Self { begins: text.clone(), text, spans: Vec::new() }
    }

    /// Returns words to copy with where they are from.
    pub(super) fn cited(words: String, source: &str) -> Self {
        Self { text: format!("{words}\n\n{source}\n"), spans: Vec::new(), begins: words }
    }
}

impl Reading {
    /// Returns the blocks of the current passage; none where nothing on the screen can be one.
    #[must_use]
    pub fn passage(&self, library: &Library, height: usize) -> Option<Range<usize>> {
        let blocks = self.blocks(library);
        let first = self.current_block(blocks, height)?;
        // In the glossary a meaning is nothing without its term.
        let term = self.document == Document::Glossary && first > 0 && blocks[first - 1].kind.is_heading();
        let passage = passage_blocks(blocks, first);
        Some(passage.start - usize::from(term)..passage.end)
    }

    /// Returns the first readable block of the current passage.
    fn current_block(&self, blocks: &[Block], height: usize) -> Option<usize> {
        let visible = self.visible(height);
        let set =
            self.current.and_then(|block| self.passages(blocks).find(|at| passage_end(blocks, *at) > block));
        let rows = set.map(|at| self.page.rows_of_all(passage_blocks(blocks, at)));
        match rows {
            Some(rows) if rows.start < visible.end && visible.start < rows.end => return set,
            Some(rows) if rows.start >= visible.end => {
                let above = self.passages(blocks).filter(|at| self.page.rows_of(*at).start < visible.end);
                let whole = |at: &usize| self.page.rows_of(*at).end <= visible.end;
                return above.clone().filter(whole).last().or_else(|| above.last());
            }
            _ => {}
        }
        let begins = self.passages(blocks).find(|at| visible.contains(&self.page.rows_of(*at).start));
        let before =
            || self.passages(blocks).take_while(|at| self.page.rows_of(*at).start < visible.end).last();
        begins.or_else(before).or_else(|| self.passages(blocks).next())
    }

    /// Returns the first block of each passage that is shown, in reading order.
    fn passages<'a>(&'a self, blocks: &'a [Block]) -> impl Iterator<Item = usize> + Clone + 'a {
        let is_first =
            |at: &usize| item_or_row(blocks, *at).find(|at| is_readable(&blocks[*at])) == Some(*at);
        let is_shown = |at: &usize| !self.page.rows_of(*at).is_empty();
        let is_readable = |at: &usize| is_readable(&blocks[*at]);
        let all = if matches!(self.document, Document::Safety(..)) { 0..0 } else { 0..blocks.len() };
        all.filter(is_readable).filter(is_shown).filter(is_first)
    }

    /// Returns the rows of the current passage, to be marked in the margin.
    #[must_use]
    pub fn passage_rows(&self, library: &Library, height: usize) -> Range<usize> {
        self.passage(library, height).map_or(0..0, |blocks| self.page.rows_of_all(blocks))
    }

    /// Makes the next passage the current one, or the one before, and brings it into view.
    pub(super) fn step_passage(&mut self, library: &Library, step: Step, height: usize) {
        let blocks = self.blocks(library);
        let Some(now) = self.current_block(blocks, height) else { return };
        let next = match step {
            Step::Next => self.passages(blocks).find(|at| *at > now),
            Step::Previous => self.passages(blocks).take_while(|at| *at < now).last(),
        };
        self.current = Some(next.unwrap_or(now));
        let rows = self.passage_rows_of(library, next.unwrap_or(now));
        let visible = self.visible(height);
        if rows.start < visible.start {
            self.scroll_to(rows.start, height);
        } else if rows.end > visible.end {
            self.scroll_to(rows.start.min(rows.end.saturating_sub(height)), height);
        }
    }

    fn passage_rows_of(&self, library: &Library, at: usize) -> Range<usize> {
        self.page.rows_of_all(item_or_row(self.blocks(library), at))
    }

    /// Scrolls, or where the page cannot be scrolled further moves the current passage on. Returns whether the action scrolls.
    pub(super) fn scroll_or_step(&mut self, library: &Library, action: Action, height: usize) -> bool {
        let before = self.visible(height).start;
        if !self.act(action, height) {
            return false;
        }
        let is_still = self.visible(height).start == before;
        match action {
            Action::Top => self.current = None,
            Action::Bottom => self.current = self.passages(self.blocks(library)).last(),
            Action::Down | Action::PageDown | Action::HalfDown if is_still => {
                self.step_passage(library, Step::Next, height);
            }
            Action::Up | Action::PageUp | Action::HalfUp if is_still => {
                self.step_passage(library, Step::Previous, height);
            }
            _ => {}
        }
        true
    }

    /// Makes the passage at a position of the screen the current one, `text` being where the column stands.
    pub(super) fn click_passage(&mut self, at: Position, text: Rect) {
        let Some(down) = at.y.checked_sub(text.y) else { return };
        let row = self.visible(usize::from(text.height)).start + usize::from(down);
        let segments = self.page.rows.get(row).map(|row| row.segments.as_slice()).unwrap_or_default();
        let column = at.x.saturating_sub(text.x);
        let segment = segments.iter().rfind(|segment| segment.column <= column).or_else(|| segments.first());
        if let Some(segment) = segment {
            self.current = Some(segment.span.block as usize);
        }
    }

    /// Chooses what the current passage has to explain: its first term, else its first link. Returns where that leads.
    pub(super) fn choose_in_passage(&mut self, library: &Library, height: usize) -> Option<Target> {
        let passage = self.passage(library, height)?;
        let within = |link: &LinkRef<'_>| passage.contains(&(link.span.block as usize));
        let links: Vec<_> = self.links(library).enumerate().filter(|(_, link)| within(link)).collect();
        let term = links.iter().find(|(_, link)| matches!(link.target, Target::Term(_)));
        let (number, target) =
            term.or_else(|| links.first()).map(|(number, link)| (*number, link.target.clone()))?;
        self.link = Some(number);
        Some(target)
    }

    /// Chooses a link that is on the screen: the first one of the current passage, else the first of all. Returns whether
    /// there is one.
    pub(super) fn choose_visible_link(&mut self, library: &Library, height: usize) -> bool {
        let passage = self.passage(library, height).unwrap_or_default();
        let visible = self.visible(height);
        let is_seen = |link: &LinkRef<'_>| visible.contains(&self.page.row_of(link.span.pos()));
        let seen: Vec<_> = self.links(library).enumerate().filter(|(_, link)| is_seen(link)).collect();
        let here = seen.iter().find(|(_, link)| passage.contains(&(link.span.block as usize)));
        let chosen = here.or_else(|| seen.first()).map(|(number, link)| (*number, link.span.block as usize));
        if let Some((number, block)) = chosen {
            (self.link, self.current) = (Some(number), Some(block));
        }
        chosen.is_some()
    }
}

/// Returns the block behind the last one of the passage that a block begins.
fn passage_end(blocks: &[Block], at: usize) -> usize {
    item_or_row(blocks, at).end
}

fn is_readable(block: &Block) -> bool {
    block.kind.is_passage() && !block.prose.text.is_empty()
}

/// Returns the words of some blocks as plain text; a callout keeps its label, because it says who speaks.
pub(super) fn words(blocks: &[Block]) -> String {
    let Some(first) = blocks.first() else { return String::new() };
    let depth = first.nesting.len();
    let label = first.nesting.iter().rev().find_map(|nesting| match nesting.container {
        Container::Callout(callout) => Some(callout.label()),
        _ => None,
    });
    let mut out = label.map(|label| format!("{label}: ")).unwrap_or_default();
    for (index, block) in blocks.iter().enumerate() {
        let inner = block.nesting.get(depth..).unwrap_or_default();
        let before = match block.kind {
            _ if index == 0 => String::new(),
            BlockKind::Cell(_) => " | ".to_owned(),
            _ if inner.last().is_some_and(|item| item.opens) => {
                format!("\n{}- ", "  ".repeat(inner.len() - 1))
            }
            _ => "\n\n".to_owned(),
        };
        out.push_str(&before);
        out.push_str(&block.prose.text);
    }
    out
}

/// Returns where the text of a block of a document is from: title and section, the pack, its attribution, and the
/// address of the original where there is one.
pub(super) fn citation(library: &Library, document: Document, block: usize) -> String {
    let mut place = document.title(library).to_owned();
    let mut originals = Vec::new();
    if let Document::Guide(id) = document {
        let guide = library.guide(id);
        let block = u32::try_from(block).unwrap_or(u32::MAX);
        let section =
            guide.sections.get(guide.section_of(block)).filter(|section| section.part != Part::Opening);
        if let Some(section) = section {
            place = format!("{place}, {}", section.title);
            let heading = guide.heading_of(block);
            if heading != section.title && heading != guide.title {
                place = format!("{place}, {heading}");
            }
        }
        let sources = guide.based_on.iter().map(|id| library.reference(*id));
        originals.extend(sources.filter_map(|source| source.address.as_deref()));
    }
    let end = if place.ends_with(['.', '?', '!']) { "" } else { "." };
    let mut out = format!("{place}{end} {}.\n{}", library.pack.title, library.pack.attribution);
    for address in originals {
        out.push_str("\nOriginal: ");
        out.push_str(address);
    }
    out
}

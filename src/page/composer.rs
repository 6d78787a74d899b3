//! The page while its rows are made, and the rows of every block but a table.

use super::lead::{indent, leads};
use super::{Lead, Row, RowKind, Segment, columns};
use crate::guide::{Block, BlockKind, Nesting, TextSpan};
use crate::text::{slice, width, wrap, wrap_code};

/// Columns before preformatted text.
const CODE_INDENT: u16 = 2;

/// The page so far.
pub(super) struct Composer {
    pub(super) width: u16,
    pub(super) rows: Vec<Row>,
    pub(super) extents: Vec<(u32, u32)>,
}

impl Composer {
    pub(super) fn new(width: u16, blocks: usize) -> Self {
        Self { width, rows: Vec::new(), extents: Vec::with_capacity(blocks) }
    }

    /// Puts a blank row between two blocks that want one. A label and a heading within a section stay with what follows;
    /// the heading of a section stands apart from it, whatever it is.
    pub(super) fn gap(&mut self, before: Option<&Block>, block: &Block) {
        let Some(before) = before else { return };
        let stays_together = match before.kind {
            BlockKind::Heading(level) => level > 1 && !block.kind.is_heading(),
            BlockKind::Label => true,
            _ => false,
        };
        if !block.gap || stays_together || self.rows.is_empty() {
            return;
        }
        let shared = shared(&before.nesting, &block.nesting);
        let lead = self.leads(&block.nesting[..shared]).into_iter().map(Lead::rest).collect();
        self.rows.push(Row { kind: RowKind::Blank, lead, segments: Vec::new() });
    }

    /// Returns the lead for a nesting; at least half of the page stays for the text.
    pub(super) fn leads(&self, nesting: &[Nesting]) -> Vec<Lead> {
        leads(nesting, self.width / 2)
    }

    pub(super) fn block(&mut self, index: usize, block: &Block) {
        let first = self.rows.len();
        let lead = self.leads(&block.nesting);
        match block.kind {
            BlockKind::Rule => self.rule(index, lead),
            BlockKind::Code => self.code(index, block, lead),
            BlockKind::Diagram => self.diagram(index, block, &lead),
            BlockKind::Title
            | BlockKind::Meta
            | BlockKind::Summary
            | BlockKind::Heading(_)
            | BlockKind::Label
            | BlockKind::Paragraph
            | BlockKind::Cell(_) => self.paragraph(index, block, lead),
        }
        self.extent(first);
        if block.kind == BlockKind::Title {
            self.rows.push(Row { kind: RowKind::Rule, lead: Vec::new(), segments: Vec::new() });
        }
    }

    /// Notes that the next block's rows run from `first` to here; a hidden diagram has taken one away and has none.
    pub(super) fn extent(&mut self, first: usize) {
        let at = |row: usize| u32::try_from(row).unwrap_or(u32::MAX);
        let end = self.rows.len();
        self.extents.push((at(first.min(end)), at(end)));
    }

    /// Lays out wrapped text.
    pub(super) fn paragraph(&mut self, index: usize, block: &Block, mut lead: Vec<Lead>) {
        let column = indent(&lead);
        let text = &block.prose.text;
        for range in wrap(text, usize::from(self.width - column)) {
            let wide = columns(width(slice(text, range.clone())));
            let segment = Segment { column, width: wide, span: TextSpan::new(index, range) };
            self.rows.push(Row { kind: RowKind::Text, lead: lead.clone(), segments: vec![segment] });
            lead = lead.into_iter().map(Lead::rest).collect();
        }
    }

    /// Lays out preformatted text: lines too wide for the page go on in the next row behind a sign.
    fn code(&mut self, index: usize, block: &Block, mut lead: Vec<Lead>) {
        let room = self.width.saturating_sub(indent(&lead));
        let before = if room > 2 * CODE_INDENT { CODE_INDENT } else { 0 };
        let text = &block.prose.text;
        for range in wrap_code(text, usize::from(room - before)) {
            let goes_on = range.start > 0 && !slice(text, 0..range.start).ends_with('\n');
            let mut whole = lead.clone();
            if before > 0 {
                whole.push(if goes_on { Lead::Continued } else { Lead::Indent(before) });
            }
            let column = indent(&whole);
            let wide = columns(width(slice(text, range.clone())));
            let segment = Segment { column, width: wide, span: TextSpan::new(index, range) };
            self.rows.push(Row { kind: RowKind::Text, lead: whole, segments: vec![segment] });
            lead = lead.into_iter().map(Lead::rest).collect();
        }
    }

    /// Lays out a drawing where it fits. Where it does not, the words that follow it say the same.
    fn diagram(&mut self, index: usize, block: &Block, lead: &[Lead]) {
        let column = indent(lead);
        let text = &block.prose.text;
        let wide = text.lines().map(width).max().unwrap_or(0);
        if wide > usize::from(self.width - column) {
            if self.rows.last().is_some_and(|row| row.kind == RowKind::Blank) {
                self.rows.pop();
            }
            return;
        }
        for range in wrap_code(text, usize::MAX) {
            let wide = columns(width(slice(text, range.clone())));
            let segment = Segment { column, width: wide, span: TextSpan::new(index, range) };
            let lead = lead.iter().map(|lead| lead.rest()).collect();
            self.rows.push(Row { kind: RowKind::Text, lead, segments: vec![segment] });
        }
    }

    fn rule(&mut self, index: usize, lead: Vec<Lead>) {
        let column = indent(&lead);
        let segment = Segment { column, width: 0, span: TextSpan::new(index, 0..0) };
        self.rows.push(Row { kind: RowKind::Rule, lead, segments: vec![segment] });
    }
}

/// Returns how many containers two neighbouring blocks both stand in.
fn shared(before: &[Nesting], after: &[Nesting]) -> usize {
    before.iter().zip(after).take_while(|(a, b)| a.container == b.container && !b.opens).count()
}

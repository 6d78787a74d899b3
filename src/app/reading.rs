//! The text pane: what is open, laid out, where it is scrolled to, which link is chosen, what is marked.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::{Action, Document};
use crate::guide::{Block, Guide, Library, Target, TextPos, TextSpan};
use crate::page::{Page, Setting, Top};

/// Rows that stay on the screen when a whole screen is turned.
const OVERLAP: usize = 2;

/// The text pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What is open.
    pub document: Document,
    /// Where it is scrolled to, as the reader set it.
    pub top: Top,
    /// The chosen link, counted in reading order.
    pub link: Option<usize>,
    /// What is marked: the words of the search that led here.
    pub marks: Vec<TextSpan>,
    /// The mark the reader is at.
    pub mark: Option<usize>,
    /// The block that the reader was led to last; the current passage is made of it.
    pub current: Option<usize>,
    /// Whether the end of its text was on the screen.
    pub end: End,
    /// The document at the width of the text column.
    pub page: Page,
    /// How much of it is shown.
    pub extent: Extent,
    /// Where the whole guide is scrolled to while it is shown in brief.
    whole_top: Top,
    /// The blocks of a document that is no guide.
    made: Vec<Block>,
    /// For each block of a guide, the minutes left to read from it on.
    minutes_left: Vec<usize>,
}

/// What the text pane shows of its document: where it is scrolled to, and what is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewport {
    /// Where it is scrolled to.
    pub top: Top,
    marks: Vec<TextSpan>,
    mark: Option<usize>,
    current: Option<usize>,
}

/// How much of a document is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// Of a guide what it says in brief, and its questions.
    Brief,
}

/// Whether the end of what is open was on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It was not.
    Unseen,
    /// It was.
    Seen,
}

/// A link in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkRef<'a> {
    /// Its text.
    pub span: TextSpan,
    /// Where it leads.
    pub target: &'a Target,
}

impl Reading {
    /// Returns the pane with a document open at its beginning, laid out as `setting` says.
    #[must_use]
    pub fn open(library: &Library, document: Document, setting: Setting) -> Self {
        let mut reading = Self {
            document,
            top: Top::default(),
            link: None,
            marks: Vec::new(),
            mark: None,
            current: None,
            end: End::Unseen,
            page: Page::default(),
            extent: Extent::Whole,
            whole_top: Top::default(),
            made: document.made(library),
            minutes_left: Vec::new(),
        };
        reading.lay_out(library, setting);
        reading.minutes_left = reading.guide(library).map(Guide::minutes_left).unwrap_or_default();
        reading
    }

    /// Returns the whole minutes left to read from an address on; nothing for what is no guide.
    #[must_use]
    pub fn minutes_from(&self, pos: TextPos) -> Option<usize> {
        self.minutes_left.get(pos.block as usize).copied()
    }

    /// Returns the blocks of what is open.
    #[must_use]
    pub fn blocks<'a>(&'a self, library: &'a Library) -> &'a [Block] {
        match self.document {
            Document::Guide(guide) => &library.guide(guide).blocks,
            _ => &self.made,
        }
    }

    /// Returns the guide that is open.
    #[must_use]
    pub fn guide<'a>(&self, library: &'a Library) -> Option<&'a Guide> {
        match self.document {
            Document::Guide(guide) => Some(library.guide(guide)),
            _ => None,
        }
    }

    /// Takes the blank rows between the blocks out of a page that is no guide, where there is no room for them.
    pub fn close_up(&mut self, library: &Library) {
        if self.made.iter().all(|block| !block.gap) {
            return;
        }
        self.made.iter_mut().for_each(|block| block.gap = false);
        self.lay_out(library, Setting { width: self.page.width, spacing: self.page.spacing });
    }

    /// Lays the page out again if width or spacing changed. The scroll position is an address in the text, so it stays.
    pub fn set(&mut self, library: &Library, setting: Setting) {
        if (self.page.width, self.page.spacing) != (setting.width, setting.spacing) {
            self.lay_out(library, setting);
        }
    }

    fn lay_out(&mut self, library: &Library, setting: Setting) {
        self.page = match (self.extent, self.guide(library)) {
            (Extent::Brief, Some(guide)) => Page::compose_parts(&guide.blocks, &guide.brief(), setting),
            _ => Page::compose(self.blocks(library), setting),
        };
    }

    /// Shows a guide in brief from its beginning, or whole again where it was.
    pub fn toggle_brief(&mut self, library: &Library) {
        match self.extent {
            Extent::Whole => {
                self.extent = Extent::Brief;
                self.whole_top = std::mem::take(&mut self.top);
            }
            Extent::Brief => {
                self.extent = Extent::Whole;
                self.top = std::mem::take(&mut self.whole_top);
            }
        }
        // Both are counted in what is shown.
        (self.link, self.mark) = (None, None);
        self.lay_out(library, Setting { width: self.page.width, spacing: self.page.spacing });
    }

    /// Returns where the reader is in the whole document.
    #[must_use]
    pub fn place(&self) -> Top {
        match self.extent {
            Extent::Whole => self.top,
            Extent::Brief => self.whole_top,
        }
    }

    /// Shows the whole guide when the reader was led to a place that its short form leaves out.
    pub fn show_what_is_left_out(&mut self, library: &Library, height: usize) {
        let is_left_out = |pos: TextPos| self.page.rows_of(pos.block as usize).is_empty();
        let mark = self.mark.and_then(|mark| self.marks.get(mark)).copied();
        let mark = mark.filter(|mark| is_left_out(mark.pos()));
        if self.extent == Extent::Whole || (mark.is_none() && !is_left_out(self.top.pos)) {
            return;
        }
        self.extent = Extent::Whole;
        self.lay_out(library, Setting { width: self.page.width, spacing: self.page.spacing });
        if let Some(mark) = mark {
            self.bring_into_view(mark, height);
        }
    }

    /// Returns the rows on a screen of `height` rows: the last row of the page never leaves its bottom.
    #[must_use]
    pub fn visible(&self, height: usize) -> Range<usize> {
        let first = self.page.row_of_top(self.top).min(self.page.last_top(height));
        first..(first + height).min(self.page.height())
    }

    /// Scrolls so that row `row` is the first, or as near as the page allows.
    pub fn scroll_to(&mut self, row: usize, height: usize) {
        self.top = self.page.top_at(row.min(self.page.last_top(height)));
    }

    /// Scrolls by rows, down counted positive.
    pub fn scroll_by(&mut self, rows: isize, height: usize) {
        let first = self.visible(height).start;
        self.scroll_to(first.saturating_add_signed(rows), height);
    }

    /// Runs a scrolling action, with `height` rows on the screen. Returns whether it is one.
    pub fn act(&mut self, action: Action, height: usize) -> bool {
        let by = |rows: usize| isize::try_from(rows).unwrap_or(isize::MAX);
        let page = height.saturating_sub(OVERLAP).max(1);
        match action {
            Action::Up => self.scroll_by(-1, height),
            Action::Down => self.scroll_by(1, height),
            Action::PageUp => self.scroll_by(-by(page), height),
            Action::PageDown => self.scroll_by(by(page), height),
            Action::HalfUp => self.scroll_by(-by(height.div_ceil(2)), height),
            Action::HalfDown => self.scroll_by(by(height.div_ceil(2)), height),
            Action::Top => self.top = Top::default(),
            Action::Bottom => self.scroll_to(usize::MAX, height),
            _ => return false,
        }
        true
    }

    /// Scrolls to an address: its row at the top, where the page allows it.
    pub fn go_to(&mut self, pos: TextPos) {
        self.top = Top { pos, above: 0 };
        self.current = Some(pos.block as usize);
    }

    /// Scrolls so that `span` is on the screen, in its upper third if it was not on it.
    pub fn bring_into_view(&mut self, span: TextSpan, height: usize) {
        let row = self.page.row_of(span.pos());
        if !self.visible(height).contains(&row) {
            self.scroll_to(row.saturating_sub(height / 3), height);
        }
    }

    /// Returns the links of what is shown, in reading order.
    pub fn links<'a>(&'a self, library: &'a Library) -> impl Iterator<Item = LinkRef<'a>> {
        let shown = |block: &usize| self.extent == Extent::Whole || !self.page.rows_of(*block).is_empty();
        let blocks = self.blocks(library).iter().enumerate().filter(move |(block, _)| shown(block));
        blocks.flat_map(|(block, content)| {
            content
                .prose
                .links()
                .map(move |(range, target)| LinkRef { span: TextSpan::new(block, range), target })
        })
    }

    /// Returns the chosen link.
    #[must_use]
    pub fn chosen_link<'a>(&'a self, library: &'a Library) -> Option<LinkRef<'a>> {
        self.links(library).nth(self.link?)
    }

    /// Returns the number of the link at an address, counted in reading order.
    #[must_use]
    pub fn link_at(&self, library: &Library, pos: TextPos) -> Option<usize> {
        self.links(library)
            .position(|link| link.span.block == pos.block && link.span.range().contains(&(pos.byte as usize)))
    }

    /// Returns what stands at a position of the screen, `text` being where its column stands.
    #[must_use]
    pub fn pos_at(&self, library: &Library, at: Position, text: Rect) -> Option<TextPos> {
        let row = self.visible(usize::from(text.height)).start + usize::from(at.y.checked_sub(text.y)?);
        text.contains(at).then(|| self.page.pos_at(self.blocks(library), row, at.x - text.x)).flatten()
    }

    /// Chooses the next link, or the one before; from the top of the screen when none is chosen, going round at
    /// the ends. Returns whether there is one.
    pub fn step_link(&mut self, library: &Library, step: Step, height: usize) -> bool {
        let spans: Vec<TextSpan> = self.links(library).map(|link| link.span).collect();
        let visible = self.visible(height);
        let is_above = |span: &&TextSpan| self.page.row_of(span.pos()) < visible.start;
        let above = || spans.iter().take_while(is_above).count();
        let start = self.link.map_or_else(|| Start::Before(above()), Start::At);
        let Some(next) = step.from(start, spans.len()) else { return false };
        self.link = Some(next);
        self.current = Some(spans[next].block as usize);
        self.bring_into_view(spans[next], height);
        true
    }

    /// Goes to the next marked words, or those before. Returns whether there are any.
    pub fn step_mark(&mut self, step: Step, height: usize) -> bool {
        let Some(next) = step.from(self.mark.map_or(Start::Before(0), Start::At), self.marks.len()) else {
            return false;
        };
        self.mark = Some(next);
        self.current = Some(self.marks[next].block as usize);
        self.bring_into_view(self.marks[next], height);
        true
    }

    /// Returns what is shown, to come back to it.
    #[must_use]
    pub fn viewport(&self) -> Viewport {
        Viewport { top: self.top, marks: self.marks.clone(), mark: self.mark, current: self.current }
    }

    /// Shows what was shown before.
    pub fn restore(&mut self, viewport: Viewport) {
        (self.top, self.marks, self.mark) = (viewport.top, viewport.marks, viewport.mark);
        self.current = viewport.current;
    }

    /// Marks matches and shows the first one at or after `from`; where there is none there, the first of all.
    pub fn show_matches(&mut self, matches: Vec<TextSpan>, from: Top, height: usize) {
        self.marks = matches;
        self.link = None;
        let is_after = |mark: &TextSpan| (mark.block, mark.start) >= (from.pos.block, from.pos.byte);
        let first = (!self.marks.is_empty()).then_some(0);
        self.mark = self.marks.iter().position(is_after).or(first);
        match self.mark.and_then(|mark| self.marks.get(mark)).copied() {
            Some(mark) => {
                self.current = Some(mark.block as usize);
                self.bring_into_view(mark, height);
            }
            None => self.top = from,
        }
    }

    /// Clears the chosen link when it is no longer on the screen: Enter follows only what can be seen.
    pub fn forget_hidden_link(&mut self, library: &Library, height: usize) {
        let row = self.chosen_link(library).map(|link| self.page.row_of(link.span.pos()));
        if row.is_some_and(|row| !self.visible(height).contains(&row)) {
            self.link = None;
        }
    }
}

/// Forward or backward through things that are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the next one.
    Next,
    /// To the one before.
    Previous,
}

/// Where a step sets out from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    /// From this one.
    At(usize),
    /// From between this one and the one before it.
    Before(usize),
}

impl Step {
    /// Returns where a step leads among `len` things, going round at the ends.
    fn from(self, start: Start, len: usize) -> Option<usize> {
        let last = len.checked_sub(1)?;
        Some(match (self, start) {
            (Self::Next, Start::At(index)) if index >= last => 0,
            (Self::Next, Start::At(index)) => index + 1,
            (Self::Next, Start::Before(index)) if index > last => 0,
            (Self::Next, Start::Before(index)) => index,
            (Self::Previous, Start::At(index) | Start::Before(index)) => {
                index.checked_sub(1).unwrap_or(last).min(last)
            }
        })
    }
}

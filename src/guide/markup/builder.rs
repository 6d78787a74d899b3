//! Reads Markdown events one by one and keeps what is open.

use std::ops::Range;

use pulldown_cmark::{Alignment as Side, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::lists::Lists;
use super::{Markup, MarkupProblem, Origin, ProblemKind, words};
use crate::guide::{
    Alignment, Block, BlockKind, Callout, Cell, Container, Mark, MarkKind, Nesting, Prose, Target,
};
use crate::text::{clean, push_clean};

/// Containers deeper than this are reported: no screen has room for them.
const DEPTH_AT_MOST: usize = 8;

/// Where in a table the reader is.
#[derive(Default)]
struct Table {
    sides: Vec<Side>,
    row: u16,
    column: u16,
}

pub(super) struct Builder<R> {
    resolve: R,
    blocks: Vec<Block>,
    problems: Vec<MarkupProblem>,
    nesting: Vec<Nesting>,
    /// How many containers are open that were too deep to be kept.
    beyond: usize,
    lists: Lists,
    table: Table,
    /// The block being filled.
    open: Option<Block>,
    /// Marks begun and not ended: kind, and first byte in the open block. None: a link that leads nowhere.
    marks: Vec<(Option<MarkKind>, usize)>,
    /// The diagram that waits for its words: where it stands in the text.
    diagram: Option<Range<usize>>,
    /// What the open fenced block is.
    fence: Fence,
    /// Where the text of the blocks is written, and how many of these belong to blocks that are closed.
    origins: Vec<Origin>,
    settled: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fence {
    None,
    Code,
    Diagram,
    Words,
}

impl<R> Builder<R>
where
    R: FnMut(&str, Range<usize>) -> Option<Target>,
{
    pub(super) fn new(resolve: R) -> Self {
        Self {
            resolve,
            blocks: Vec::new(),
            problems: Vec::new(),
            nesting: Vec::new(),
            beyond: 0,
            lists: Lists::default(),
            table: Table::default(),
            open: None,
            marks: Vec::new(),
            diagram: None,
            fence: Fence::None,
            origins: Vec::new(),
            settled: 0,
        }
    }

    /// The index of what Markdown has.
    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.code(&text, range),
            Event::SoftBreak => self.text(" ", range),
            Event::HardBreak => self.text("\n", range),
            Event::Rule => {
                self.close();
                let block = self.block(BlockKind::Rule);
                self.push(block);
            }
            Event::Html(text) | Event::InlineHtml(text) => self.html(&text, range),
            Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.start_block(BlockKind::Paragraph),
            Tag::Heading { level, .. } => self.start_heading(level, range),
            Tag::BlockQuote(_) => self.enter(Container::Quote, &range),
            Tag::CodeBlock(kind) => self.start_fence(&kind, range),
            Tag::List(first) => {
                self.close();
                self.lists.open(first, self.blocks.len());
            }
            Tag::Item => {
                let container = self.lists.item();
                self.enter(container, &range);
            }
            Tag::Table(sides) => {
                self.close();
                self.table = Table { sides, row: 0, column: 0 };
            }
            Tag::TableHead | Tag::TableRow => self.table.column = 0,
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.start_mark(Some(MarkKind::Emphasis)),
            Tag::Strong => self.start_mark(Some(MarkKind::Strong)),
            Tag::Link { dest_url, .. } => {
                let target = (self.resolve)(&clean(&dest_url), range);
                self.start_mark(target.map(MarkKind::Link));
            }
            Tag::Image { .. } => self.problem(ProblemKind::Image, range),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.close(),
            TagEnd::TableCell => {
                self.close();
                self.table.column = self.table.column.saturating_add(1);
            }
            TagEnd::TableHead | TagEnd::TableRow => self.table.row = self.table.row.saturating_add(1),
            TagEnd::CodeBlock => self.end_fence(),
            TagEnd::BlockQuote(_) | TagEnd::Item => self.leave(),
            TagEnd::List(_) => {
                self.close();
                self.lists.close(self.nesting.len(), &mut self.blocks);
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.end_mark(),
            _ => {}
        }
    }

    pub(super) fn problem(&mut self, kind: ProblemKind, range: Range<usize>) {
        self.problems.push(MarkupProblem { kind, range });
    }

    fn html(&mut self, text: &str, range: Range<usize>) {
        self.problem(ProblemKind::Html, range.clone());
        self.text(text.trim_end_matches('\n'), range);
    }

    /// Returns an empty block where the reader is. The gap before it: none between the items of a tight list.
    fn block(&self, kind: BlockKind) -> Block {
        Block { kind, nesting: self.nesting.clone(), gap: true, prose: Prose::default() }
    }

    fn start_block(&mut self, kind: BlockKind) {
        self.close();
        self.open = Some(self.block(kind));
    }

    fn start_heading(&mut self, level: HeadingLevel, range: Range<usize>) {
        let level = match level {
            HeadingLevel::H1 | HeadingLevel::H2 => {
                self.problem(ProblemKind::ShallowHeading, range);
                2
            }
            HeadingLevel::H3 => 2,
            _ => 3,
        };
        self.start_block(BlockKind::Heading(level));
    }

    fn enter(&mut self, container: Container, range: &Range<usize>) {
        self.close();
        if self.nesting.len() < DEPTH_AT_MOST {
            self.nesting.push(Nesting { container, opens: true });
            return;
        }
        // Not kept: each block repeats what it stands in, and a hostile text could nest without end.
        if self.beyond == 0 {
            self.problem(ProblemKind::TooDeep, range.clone());
        }
        self.beyond += 1;
    }

    fn leave(&mut self) {
        self.close();
        match self.beyond.checked_sub(1) {
            Some(left) => self.beyond = left,
            None => {
                self.nesting.pop();
            }
        }
    }

    fn start_fence(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.trim(),
            CodeBlockKind::Indented => "",
        };
        self.close();
        self.fence = match info {
            "diagram" => Fence::Diagram,
            "words" if self.diagram.is_some() => Fence::Words,
            _ => Fence::Code,
        };
        if info == "words" && self.fence == Fence::Code {
            self.problem(ProblemKind::WordsWithoutDiagram, range.clone());
        }
        self.open = Some(self.block(match self.fence {
            Fence::Diagram => BlockKind::Diagram,
            Fence::Words => BlockKind::Paragraph,
            _ => BlockKind::Code,
        }));
        if self.fence == Fence::Diagram
            && let Some(lonely) = self.diagram.replace(range)
        {
            self.problem(ProblemKind::DiagramWithoutWords, lonely);
        }
    }

    fn end_fence(&mut self) {
        match (self.fence, self.open.take()) {
            (Fence::Words, Some(block)) => self.push_words(&block),
            (_, Some(mut block)) => {
                block.prose.text.truncate(block.prose.text.trim_end_matches('\n').len());
                self.open = Some(block);
                self.close();
            }
            (_, None) => {}
        }
        self.fence = Fence::None;
    }

    /// Adds the words of a diagram: a paragraph for each that blank lines part.
    fn push_words(&mut self, block: &Block) {
        let written: Vec<Origin> = self.origins.drain(self.settled..).collect();
        for paragraph in words::paragraphs(&block.prose.text, &written) {
            let at = self.blocks.len();
            self.origins.extend(paragraph.origins.into_iter().map(|origin| Origin { block: at, ..origin }));
            self.push(Block { prose: Prose::plain(paragraph.text), ..block.clone() });
        }
    }

    fn start_cell(&mut self) {
        let alignment = match self.table.sides.get(usize::from(self.table.column)) {
            Some(Side::Center) => Alignment::Centre,
            Some(Side::Right) => Alignment::Right,
            _ => Alignment::Left,
        };
        let columns = u16::try_from(self.table.sides.len()).unwrap_or(u16::MAX);
        let cell = Cell { row: self.table.row, column: self.table.column, columns, alignment };
        self.start_block(BlockKind::Cell(cell));
    }

    fn text(&mut self, text: &str, source: Range<usize>) {
        let block = self.opened();
        let byte = block.prose.text.len();
        push_clean(&mut block.prose.text, text);
        let verbatim = source.len() == text.len();
        self.origins.push(Origin { block: self.blocks.len(), byte, source, verbatim });
    }

    /// Returns the open block. Text of a tight list item comes without a paragraph of its own.
    fn opened(&mut self) -> &mut Block {
        let block = match self.open.take() {
            Some(block) => block,
            None => Block { gap: self.lists.gap(), ..self.block(BlockKind::Paragraph) },
        };
        self.open.insert(block)
    }

    fn code(&mut self, text: &str, source: Range<usize>) {
        self.start_mark(Some(MarkKind::Code));
        let ticks = source.len().saturating_sub(text.len()) / 2;
        self.text(text, source.start + ticks..source.end - ticks);
        self.end_mark();
    }

    fn start_mark(&mut self, kind: Option<MarkKind>) {
        let at = self.opened().prose.text.len();
        self.marks.push((kind, at));
    }

    fn end_mark(&mut self) {
        let Some((kind, start)) = self.marks.pop() else { return };
        let (Some(kind), Some(block)) = (kind, &mut self.open) else { return };
        let end = block.prose.text.len();
        if end > start {
            let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
            block.prose.marks.push(Mark { start: at(start), end: at(end), kind });
        }
    }

    /// Ends the open block. The label of a callout turns the quote it opens into that callout.
    fn close(&mut self) {
        let Some(mut block) = self.open.take() else { return };
        self.marks.clear();
        let cut = trim(&mut block);
        for origin in self.origins.iter_mut().skip(self.settled) {
            origin.source.start += cut.saturating_sub(origin.byte).min(origin.source.len());
            origin.byte = origin.byte.saturating_sub(cut);
        }
        block.prose.marks.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
        if let Some(callout) = Self::label_of(&block) {
            block.kind = BlockKind::Label;
            block.prose = Prose::plain(callout.label());
            for nesting in [&mut block.nesting, &mut self.nesting] {
                if let Some(last) = nesting.last_mut() {
                    last.container = Container::Callout(callout);
                }
            }
        }
        let keeps = matches!(block.kind, BlockKind::Cell(_)) || !block.prose.text.is_empty();
        if keeps {
            self.push(block);
        } else {
            self.origins.truncate(self.settled);
        }
    }

    fn label_of(block: &Block) -> Option<Callout> {
        let opens_quote = block.kind == BlockKind::Paragraph
            && block.nesting.last().is_some_and(|last| last.opens && last.container == Container::Quote);
        let all_strong = block
            .prose
            .marks
            .iter()
            .any(|mark| mark.kind == MarkKind::Strong && mark.range() == (0..block.prose.text.len()));
        let text = block.prose.text.trim_end_matches('.');
        (opens_quote && all_strong)
            .then(|| Callout::ALL.into_iter().find(|callout| callout.label() == text))
            .flatten()
    }

    fn push(&mut self, mut block: Block) {
        if self.fence == Fence::Words {
            self.diagram = None;
        } else if block.kind != BlockKind::Diagram
            && let Some(lonely) = self.diagram.take()
        {
            self.problem(ProblemKind::DiagramWithoutWords, lonely);
        }
        if matches!(block.kind, BlockKind::Cell(cell) if cell.row > 0 || cell.column > 0) {
            block.gap = false;
        }
        self.blocks.push(block);
        self.settled = self.origins.len();
        for nesting in &mut self.nesting {
            nesting.opens = false;
        }
        self.lists.begin();
    }

    pub(super) fn finish(mut self) -> Markup {
        self.close();
        if let Some(diagram) = self.diagram.take() {
            self.problem(ProblemKind::DiagramWithoutWords, diagram);
        }
        Markup { blocks: self.blocks, problems: self.problems, origins: self.origins }
    }
}

/// Takes blanks off both ends of a block's text and moves its marks along. Preformatted text keeps its indent.
/// Returns how many bytes went from its beginning.
fn trim(block: &mut Block) -> usize {
    if block.kind.is_verbatim() {
        return 0;
    }
    let text = block.prose.text.trim_end();
    let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let start = u32::try_from(text.len() - text.trim_start().len()).unwrap_or(0);
    block.prose.text = text.trim_start().to_owned();
    for mark in &mut block.prose.marks {
        mark.start = mark.start.clamp(start, end) - start;
        mark.end = mark.end.clamp(start, end) - start;
    }
    block.prose.marks.retain(|mark| mark.end > mark.start);
    start as usize
}

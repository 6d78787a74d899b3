//! The parts of a guide in reading order, as one flat list of blocks: what the file says and what every guide has.

use super::answers;
use super::index::{IN_BRIEF, QUESTIONS, SOURCES, TOP};
use super::markdown::MarkdownReader;
use super::raw;
use crate::guide::{
    Answered, Area, Block, BlockKind, Container, Coverage, Day, Guide, GuideKind, Mark, MarkKind, Nesting,
    Part, Prose, Reference, ReferenceId, Section, Target,
};

/// Returns what stands above the questions of every guide for an area.
fn about_questions(area: Option<Area>) -> &'static str {
    match area {
        Some(Area::YoungPeople) => {
            "To think over by yourself, or with someone you trust. They were written for this reader and are not from \
             the sources."
        }
        _ => {
            "To think over alone or in supervision. They were written for this reader and are not from the sources."
        }
    }
}

/// The parts of a guide so far.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) sections: Vec<Section>,
    pub(super) blocks: Vec<Block>,
    pub(super) answers: Vec<Answered>,
}

impl Parts {
    /// Adds a part and, but for the opening, its heading.
    fn begin(&mut self, id: &str, title: &str, part: Part) {
        let first = u32::try_from(self.blocks.len()).unwrap_or(u32::MAX);
        self.sections.push(Section { id: id.to_owned(), title: title.to_owned(), part, first });
        if part != Part::Opening {
            self.add(BlockKind::Heading(1), title);
        }
    }

    fn add(&mut self, kind: BlockKind, text: &str) {
        self.blocks.push(Block::new(kind, Prose::plain(text)));
    }

    /// Adds a list with one paragraph for each item.
    fn list(&mut self, items: Vec<Prose>, container: impl Fn(usize) -> Container) {
        for (index, prose) in items.into_iter().enumerate() {
            let nesting = vec![Nesting { container: container(index), opens: true }];
            self.blocks.push(Block { kind: BlockKind::Paragraph, nesting, gap: index == 0, prose });
        }
    }

    /// Returns how many words there are to read: the sources are looked up, not read.
    fn words(&self) -> usize {
        let sources = self.sections.iter().find(|section| section.part == Part::Sources);
        let end = sources.map_or(self.blocks.len(), |section| section.first as usize);
        self.blocks.iter().take(end).map(|block| block.prose.words()).sum()
    }

    pub(super) fn opening(&mut self, title: &str, summary: &str) {
        self.begin(TOP, title, Part::Opening);
        self.add(BlockKind::Title, title);
        self.add(BlockKind::Meta, "");
        self.add(BlockKind::Summary, summary);
        if let Some(meta) = self.blocks.get_mut(1) {
            meta.gap = false;
        }
    }

    /// Writes the line under the title, when all the rest is there to be counted. Returns the number of words.
    pub(super) fn close(&mut self, kind: GuideKind, area: Area) -> u32 {
        let words = self.words();
        if let Some(meta) = self.blocks.iter_mut().find(|block| block.kind == BlockKind::Meta) {
            meta.prose = Prose::plain(Guide::meta_line(kind, area, words));
        }
        u32::try_from(words).unwrap_or(u32::MAX)
    }

    pub(super) fn in_brief(&mut self, guide: &raw::Guide, reader: &mut MarkdownReader<'_, '_>) {
        if guide.in_brief.is_empty() {
            return;
        }
        self.begin(IN_BRIEF, "In brief", Part::InBrief);
        let items = guide.in_brief.iter().map(|line| reader.prose(line)).collect();
        self.list(items, |_| Container::Bullet);
    }

    pub(super) fn written(&mut self, guide: &raw::Guide, reader: &mut MarkdownReader<'_, '_>) {
        for section in &guide.sections {
            self.begin(&section.id.value, &section.title.value, Part::Written);
            let first = self.blocks.len();
            let blocks = reader.blocks(&section.text);
            self.answers.extend(answers::of_section(&section.answers, (&blocks, first), reader.findings));
            self.blocks.extend(blocks);
        }
    }

    pub(super) fn questions(&mut self, guide: &raw::Guide, reader: &mut MarkdownReader<'_, '_>) {
        if guide.questions.is_empty() {
            return;
        }
        self.begin(QUESTIONS, "Questions to reflect on", Part::Questions);
        self.add(BlockKind::Paragraph, about_questions(guide.area));
        for (index, question) in guide.questions.iter().enumerate() {
            if !question.aliases.is_empty() {
                self.answers.push(answers::answered(self.blocks.len() + index, &question.aliases));
            }
        }
        let items: Vec<_> = guide.questions.iter().map(|question| reader.prose(&question.text)).collect();
        let digits = u8::try_from(items.len().max(1).ilog10() + 1).unwrap_or(u8::MAX);
        self.list(items, |index| {
            let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
            Container::Number { number, digits }
        });
    }

    pub(super) fn sources(&mut self, about: &About<'_>, based_on: &[ReferenceId], leans_on: &[ReferenceId]) {
        self.begin(SOURCES, "Sources", Part::Sources);
        for (title, ids) in [("Based on", based_on), ("Draws on", leans_on)] {
            if ids.is_empty() {
                continue;
            }
            self.add(BlockKind::Heading(2), title);
            let known = ids.iter().filter_map(|id| Some((*id, about.references.get(id.index())?)));
            self.list(known.map(|(id, reference)| citation(id, reference)).collect(), |_| Container::Bullet);
        }
        self.add(BlockKind::Heading(2), "About this guide");
        self.add(BlockKind::Paragraph, &about.sentence());
    }
}

/// What every guide says about where it comes from.
pub(super) struct About<'a> {
    pub(super) coverage: Coverage,
    pub(super) attribution: &'a str,
    pub(super) reviewed: &'a str,
    pub(super) references: &'a [Reference],
}

impl About<'_> {
    fn sentence(&self) -> String {
        let attribution = self.attribution.trim_end();
        let stop = if attribution.ends_with(['.', '!', '?']) { "" } else { "." };
        format!("{} {attribution}{stop} Reviewed {}.", self.coverage.sentence(), long_day(self.reviewed))
    }
}

/// Returns `2026-11-21` as `21 November 2026`.
fn long_day(day: &str) -> String {
    Day::parse(day).map_or_else(|| day.to_owned(), Day::in_words)
}

/// Returns a reference in a line: its citation leads to it, its address to the web, and doubt is said.
fn citation(id: ReferenceId, reference: &Reference) -> Prose {
    let mut prose = Prose::plain(reference.citation());
    link(&mut prose, 0, Target::Reference(id));
    if let Some(address) = &reference.address {
        prose.text.push(' ');
        let start = prose.text.len();
        prose.text.push_str(address);
        link(&mut prose, start, Target::Web(address.clone()));
    }
    if let Some(uncertain) = &reference.uncertain {
        prose.text.push_str(" Uncertain: ");
        prose.text.push_str(uncertain);
    }
    prose
}

/// Makes the text from byte `start` on a link.
fn link(prose: &mut Prose, start: usize, target: Target) {
    let at = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    prose.marks.push(Mark { start: at(start), end: at(prose.text.len()), kind: MarkKind::Link(target) });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_out() {
        assert_eq!(long_day("2026-11-21"), "21 November 2026");
        assert_eq!(long_day("2026-01-02"), "2 January 2026");
        assert_eq!(long_day("some day"), "some day");
    }

    #[test]
    fn the_line_under_the_title_counts_what_is_read_and_not_the_sources() {
        let mut parts = Parts::default();
        parts.opening("A title", "A summary of five words.");
        parts.begin("sources", "Sources", Part::Sources);
        parts.add(BlockKind::Paragraph, "These are not counted.");
        assert_eq!(parts.close(GuideKind::Practice, Area::Workforce), 7);
        assert_eq!(parts.blocks[1].prose.text, "Practice guide · for the workforce · 1 min");
    }
}

//! The bridge from Markdown to blocks: what `pulldown-cmark` reads, made flat.
//!
//! What the format does not have (HTML, images, footnotes, shallow headings) is reported with its range and
//! left out or kept as plain words, so that one slip never hides the rest.

mod builder;
mod lists;
mod words;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::{Block, BlockKind, Prose, Target};
use crate::text::slice;
use builder::Builder;

/// What [`blocks`] made of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markup {
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
    /// What could not be taken over.
    pub problems: Vec<MarkupProblem>,
    /// Where the text of the blocks is written, in order.
    origins: Vec<Origin>,
}

/// Where a stretch of a block's text is written; it runs up to the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Origin {
    /// The index of the block.
    block: usize,
    /// Its first byte in the block's text.
    byte: usize,
    /// The bytes of the source.
    source: Range<usize>,
    /// Whether it is written byte by byte as it is read.
    verbatim: bool,
}

impl Markup {
    /// Returns the bytes of the source that `range` of the text of block `block` was written as; nothing for
    /// a block without text. A sign that is written in several characters, such as `&amp;`, is meant whole.
    #[must_use]
    pub fn source(&self, block: usize, range: Range<usize>) -> Option<Range<usize>> {
        let first = self.written(block, range.start)?;
        let last = self.written(block, range.end.saturating_sub(1).max(range.start))?;
        Some(first.start..last.end.max(first.end))
    }

    /// Returns the bytes of the source that byte `byte` of a block came from.
    fn written(&self, block: usize, byte: usize) -> Option<Range<usize>> {
        let behind = self.origins.partition_point(|origin| (origin.block, origin.byte) <= (block, byte));
        let origin = self.origins.get(behind.checked_sub(1)?).filter(|origin| origin.block == block)?;
        let start = origin.source.start + byte - origin.byte;
        Some(if origin.verbatim && start < origin.source.end {
            start..start + 1
        } else {
            origin.source.clone()
        })
    }
}

/// Something in a text that the format does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkupProblem {
    /// What it is.
    pub kind: ProblemKind,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// What the format does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// HTML.
    Html,
    /// An image.
    Image,
    /// A heading of one or two hashes, which stand for guide and section.
    ShallowHeading,
    /// A diagram without its words.
    DiagramWithoutWords,
    /// Words without their diagram.
    WordsWithoutDiagram,
    /// A fenced block without an end.
    UnclosedFence,
    /// Text that became code because it is indented.
    IndentedCode,
    /// Lists or quotes in each other, too deep to show.
    TooDeep,
    /// More than one paragraph where there is room for one.
    NotOneParagraph,
}

/// Reads Markdown into blocks.
///
/// `resolve` is given each link's address and its range in `text`, and returns where it leads; where it
/// returns nothing the words stay, as plain text.
pub fn blocks<R>(text: &str, resolve: R) -> Markup
where
    R: FnMut(&str, Range<usize>) -> Option<Target>,
{
    let mut builder = Builder::new(resolve);
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        if let Some(kind) = stray_code(&event, slice(text, range.clone())) {
            builder.problem(kind, range.clone());
        }
        builder.event(event, range);
    }
    builder.finish()
}

/// Returns what is wrong with a block of code that is written as `written`: it was hardly meant, where it has no
/// end or no beginning.
fn stray_code(event: &Event<'_>, written: &str) -> Option<ProblemKind> {
    match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => Some(ProblemKind::IndentedCode),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
            let last = written.trim_end().lines().skip(1).last().unwrap_or_default();
            let ends = last.trim_start_matches([' ', '>']);
            (!ends.starts_with("```") && !ends.starts_with("~~~")).then_some(ProblemKind::UnclosedFence)
        }
        _ => None,
    }
}

/// Reads one paragraph of Markdown: emphasis, code and links. Anything else is reported and its words kept.
pub fn inline<R>(text: &str, resolve: R) -> (Prose, Vec<MarkupProblem>)
where
    R: FnMut(&str, Range<usize>) -> Option<Target>,
{
    let Markup { mut blocks, mut problems, .. } = blocks(text, resolve);
    let plain = blocks.len() == 1
        && blocks.iter().all(|block| block.kind == BlockKind::Paragraph && block.nesting.is_empty());
    if !plain {
        problems.push(MarkupProblem { kind: ProblemKind::NotOneParagraph, range: 0..text.len() });
    }
    let prose = if blocks.is_empty() { Prose::default() } else { blocks.swap_remove(0).prose };
    (prose, problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Container, MarkKind, TermId};

    /// Writes blocks as one line each: kind, nesting, gap, text.
    fn shown(text: &str) -> Vec<String> {
        let markup =
            blocks(text, |address, _| address.starts_with("term:").then_some(Target::Term(TermId(0))));
        assert_eq!(markup.problems, [], "{text}");
        markup.blocks.iter().map(line).collect()
    }

    fn line(block: &Block) -> String {
        let nesting: String = block
            .nesting
            .iter()
            .map(|nesting| {
                let sign = match nesting.container {
                    Container::Quote => ">".to_owned(),
                    Container::Callout(_) => "!".to_owned(),
                    Container::Bullet => "-".to_owned(),
                    Container::Number { number, digits } => {
                        format!("{number:0width$}.", width = usize::from(digits))
                    }
                };
                if nesting.opens { sign } else { format!("({sign})") }
            })
            .collect();
        let kind = match block.kind {
            BlockKind::Heading(level) => format!("h{level} "),
            BlockKind::Paragraph => String::new(),
            BlockKind::Cell(cell) => format!("cell {},{} ", cell.row, cell.column),
            kind => format!("{kind:?} "),
        };
        format!("{}{nesting} {kind}{}", if block.gap { "+" } else { "" }, block.prose.text)
    }

    fn problems(text: &str) -> Vec<(ProblemKind, &str)> {
        let markup = blocks(text, |_, _| None);
        markup
            .problems
            .into_iter()
            .map(|problem| (problem.kind, crate::text::slice(text, problem.range)))
            .collect()
    }

    #[test]
    fn paragraphs_and_headings() {
        assert_eq!(
            shown("One\ntwo\n\n### Head\n\nThree\n\n---"),
            ["+ One two", "+ h2 Head", "+ Three", "+ Rule "]
        );
    }

    #[test]
    fn tight_lists_have_no_gaps_and_nest() {
        assert_eq!(shown("- a\n- b\n  - c\n  - d\n- e"), ["+- a", "- b", "(-)- c", "(-)- d", "- e"]);
        assert_eq!(shown("9. a\n10. b\n\n    more"), ["+09. a", "+10. b", "+(10.) more"]);
    }

    #[test]
    fn a_labelled_quote_is_a_callout() {
        assert_eq!(
            shown("> **Voice**\n>\n> Told.\n>\n> Again."),
            ["+! Label Voice", "+(!) Told.", "+(!) Again."]
        );
        assert_eq!(shown("> **Loud**\n>\n> Told."), ["+> Loud", "+(>) Told."]);
        assert_eq!(shown("- a\n\n  > b"), ["+- a", "+(-)> b"]);
    }

    #[test]
    fn marks_nest_and_are_ranges_of_the_text() {
        let markup =
            blocks("Some **bold [and *linked*](term:x)** `code`.", |_, _| Some(Target::Term(TermId(3))));
        let prose = &markup.blocks[0].prose;
        assert_eq!(prose.text, "Some bold and linked code.");
        let marks: Vec<_> = prose.marks.iter().map(|mark| (prose.slice(mark.range()), &mark.kind)).collect();
        assert_eq!(
            marks,
            [
                ("bold and linked", &MarkKind::Strong),
                ("and linked", &MarkKind::Link(Target::Term(TermId(3)))),
                ("linked", &MarkKind::Emphasis),
                ("code", &MarkKind::Code),
            ]
        );
    }

    #[test]
    fn tables_become_cells() {
        assert_eq!(
            shown("| a | b |\n|---|--:|\n| c | |"),
            ["+ cell 0,0 a", " cell 0,1 b", " cell 1,0 c", " cell 1,1 "]
        );
    }

    #[test]
    fn a_diagram_has_its_words() {
        assert_eq!(
            shown("```diagram\n .-.\n```\n\n```words\nA\nring.\n```\n\nNext"),
            ["+ Diagram  .-.", "+ A ring.", "+ Next"]
        );
        assert_eq!(
            shown("```diagram\n.\n```\n```words\nOne.\n\nTwo.\n```"),
            ["+ Diagram .", "+ One.", "+ Two."]
        );
        assert_eq!(problems("```diagram\n.\n```\n\nNext")[0].0, ProblemKind::DiagramWithoutWords);
        assert_eq!(problems("```diagram\n.\n```")[0].0, ProblemKind::DiagramWithoutWords);
        assert_eq!(problems("```words\n.\n```")[0].0, ProblemKind::WordsWithoutDiagram);
    }

    #[test]
    fn what_the_format_lacks_is_reported_where_it_stands() {
        assert_eq!(problems("a <b>c</b>"), [(ProblemKind::Html, "<b>"), (ProblemKind::Html, "</b>")]);
        assert_eq!(problems("# Big"), [(ProblemKind::ShallowHeading, "# Big")]);
        assert_eq!(problems("![x](y.png)"), [(ProblemKind::Image, "![x](y.png)")]);
    }

    #[test]
    fn what_stands_too_deep_is_kept_flat_and_reported_once() {
        let text = format!("{}deep\n\nout", ">".repeat(3000));
        let markup = blocks(&text, |_, _| None);
        assert_eq!(markup.problems.len(), 1);
        assert_eq!(markup.problems[0].kind, ProblemKind::TooDeep);
        let depths: Vec<_> = markup.blocks.iter().map(|block| block.nesting.len()).collect();
        assert_eq!(depths, [8, 0]);
    }

    #[test]
    fn entities_cannot_bring_in_what_was_cleaned_away() {
        let text = format!("a{}&#27;]0;x&#x202e;", "&#769;".repeat(40));
        let markup = blocks(&text, |_, _| None);
        let text = &markup.blocks[0].prose.text;
        assert_eq!(&crate::text::clean(text), text);
    }

    #[test]
    fn one_paragraph_is_one_paragraph() {
        assert_eq!(inline("a *b*", |_, _| None).0.text, "a b");
        assert_eq!(inline("a\n\nb", |_, _| None).1[0].kind, ProblemKind::NotOneParagraph);
        assert_eq!(inline("- a", |_, _| None).1[0].kind, ProblemKind::NotOneParagraph);
        assert_eq!(inline("", |_, _| None).0.text, "");
    }

    #[test]
    fn every_stretch_of_text_leads_back_to_where_it_is_written() {
        let source = "One [two *three*](guide:x) &amp; `four`\nfive.\n\n- > six\n  > seven \\* eight\n\n|a|b|\n|-|-|\n|nine|ten|";
        let markup = blocks(source, |_, _| None);
        let words = "One two three & four five six seven * eight nine ten";
        for word in words.split(' ') {
            let found = |block: &Block| block.prose.text.find(word);
            let at = markup.blocks.iter().position(|block| found(block).is_some()).unwrap();
            let start = found(&markup.blocks[at]).unwrap();
            let written = markup.source(at, start..start + word.len()).unwrap();
            let expected = if word == "&" { "&amp;" } else { word };
            assert_eq!(crate::text::slice(source, written), expected);
        }
        let end = markup.blocks[0].prose.text.len();
        let all = markup.source(0, 0..end).unwrap();
        assert!(crate::text::slice(source, all).ends_with("`\nfive."));
        assert_eq!(markup.source(99, 0..1), None);
    }

    #[test]
    fn the_words_of_a_diagram_lead_to_where_each_is_written() {
        let source = "```diagram\n+\n```\n```words\nA sign.\n\nAnd more\n  of  it.\n \nLast.\n```\n\nafter";
        let markup = blocks(source, |_, _| None);
        let written = |block, range| crate::text::slice(source, markup.source(block, range).unwrap());
        assert_eq!(markup.blocks[2].prose.text, "And more of it.");
        assert_eq!((written(1, 0..5), written(1, 2..6)), ("A sig", "sign"));
        assert_eq!((written(2, 4..8), written(2, 9..14)), ("more", "of  it"));
        assert_eq!((written(3, 0..4), written(4, 0..5)), ("Last", "after"));
    }
}

//! Markdown of a file: its blocks, and each slip reported where it is written.

use std::ops::Range;

use super::document::{SourceFile, Text};
use super::findings::{Findings, quoted};
use super::index::Index;
use super::links::{Broken, Used, resolve};
use super::rule::Rule;
use crate::guide::{self, Block, MarkupProblem, ProblemKind, Prose, Target, leads_to, names_another_site};
use crate::text::slice;

/// Reads the texts of one guide.
pub(super) struct MarkdownReader<'a, 'f> {
    pub(super) index: &'a Index,
    pub(super) documents: &'a [SourceFile<'a>],
    pub(super) used: Used,
    pub(super) findings: &'f mut Findings,
}

impl MarkdownReader<'_, '_> {
    /// Reads a text of any length.
    pub(super) fn blocks(&mut self, text: &Text) -> Vec<Block> {
        let mut broken = Vec::new();
        let markup =
            guide::blocks(&text.value, |address, range| self.link(text, address, range, &mut broken));
        if markup.blocks.is_empty() && !text.value.is_empty() && markup.problems.is_empty() {
            let help = "write at least one paragraph";
            self.findings.add(Rule::EmptyText, &text.place, "the text says nothing", help);
        }
        self.report(text, &markup.problems, broken);
        markup.blocks
    }

    /// Reads a text that is one paragraph.
    pub(super) fn prose(&mut self, text: &Text) -> Prose {
        let mut broken = Vec::new();
        let (prose, problems) =
            guide::inline(&text.value, |address, range| self.link(text, address, range, &mut broken));
        self.report(text, &problems, broken);
        prose
    }

    /// Resolves a link. A broken one is marked at its address.
    fn link(
        &mut self,
        text: &Text,
        address: &str,
        range: Range<usize>,
        broken: &mut Vec<(Range<usize>, Broken)>,
    ) -> Option<Target> {
        let whole = slice(&text.value, range.clone());
        let resolved = resolve(address, self.index, &mut self.used, self.findings);
        match resolved.and_then(|target| led_as_said(whole, address, target)) {
            Ok(target) => target,
            Err(why) => {
                let why = if whole.starts_with("[^") { footnote() } else { why };
                let at = whole.rfind(address).filter(|_| !address.is_empty()).map(|at| range.start + at);
                broken.push((at.map_or(range, |at| at..at + address.len()), why));
                None
            }
        }
    }

    fn report(&mut self, text: &Text, problems: &[MarkupProblem], broken: Vec<(Range<usize>, Broken)>) {
        let Some(document) = self.documents.get(text.place.file) else { return };
        let parts: Vec<_> = problems
            .iter()
            .map(|problem| problem.range.clone())
            .chain(broken.iter().map(|(range, _)| range.clone()))
            .collect();
        let mut places = document.parts(text, &parts).into_iter();
        for (problem, place) in problems.iter().zip(&mut places) {
            let (rule, message, help) = words(problem.kind);
            self.findings.add(rule, &place, message, help);
        }
        for ((_, why), place) in broken.into_iter().zip(places) {
            self.findings.add(why.rule, &place, why.message, why.help);
        }
    }
}

/// Returns where a link leads, unless its words name another site.
fn led_as_said(whole: &str, address: &str, target: Option<Target>) -> Result<Option<Target>, Broken> {
    let words = whole.split_once("](").or_else(|| whole.split_once("][")).map_or("", |(words, _)| words);
    match (&target, names_another_site(words, address)) {
        (Some(Target::Web(_)), Some(named)) => Err(Broken {
            rule: Rule::UnsafeAddress,
            message: format!(
                "the words name {}, and the link leads to {}",
                quoted(named),
                quoted(leads_to(address))
            ),
            help: "link words that say what is there, or the address that they name".to_owned(),
        }),
        _ => Ok(target),
    }
}

/// A footnote, which Markdown takes for a link where the format has none.
fn footnote() -> Broken {
    Broken {
        rule: Rule::BrokenLink,
        message: "this is a footnote, and no page of the reader has a foot".to_owned(),
        help: "say it in the text, or name where it is from: `[words](ref:ID)`".to_owned(),
    }
}

/// Returns how to say what a text has that the format does not.
fn words(kind: ProblemKind) -> (Rule, &'static str, &'static str) {
    match kind {
        ProblemKind::Html => (
            Rule::Html,
            "this is HTML",
            "take it out; for the sign < alone write `&lt;`, or put it between backticks",
        ),
        ProblemKind::Image => {
            (Rule::Image, "this is an image", "say it in words, or draw it in a ```diagram with its ```words")
        }
        ProblemKind::ShallowHeading => (
            Rule::ShallowHeading,
            "this heading stands above its section",
            "write three hashes, `### …`; one and two stand for the guide and its sections",
        ),
        ProblemKind::DiagramWithoutWords => (
            Rule::DiagramWithoutWords,
            "this diagram is not said in words",
            "write a block that begins with ```words right after it and says all of it",
        ),
        ProblemKind::WordsWithoutDiagram => (
            Rule::WordsWithoutDiagram,
            "these are the words of a diagram, and none stands before them",
            "put the ```diagram right before them, or write a plain paragraph",
        ),
        ProblemKind::UnclosedFence => (
            Rule::StrayCode,
            "this block has no end, and takes in all the text below it",
            "write three backticks in a line of their own where it ends",
        ),
        ProblemKind::IndentedCode => (
            Rule::StrayCode,
            "four blanks before a line make it code, with its links and lines as they are typed",
            "take the blanks out; for code write three backticks above it and below it",
        ),
        ProblemKind::TooDeep => (
            Rule::TooDeep,
            "lists or quotes stand in each other more than eight deep",
            "write a list of one or two levels",
        ),
        ProblemKind::NotOneParagraph => (
            Rule::NotOneParagraph,
            "there is room for one paragraph here and nothing else",
            "write one paragraph: emphasis, `code` and links are fine; lists, headings and empty lines are not",
        ),
    }
}

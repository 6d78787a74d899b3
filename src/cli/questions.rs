//! `questions`: what to reflect on, of all guides or of one.

use std::ffi::OsString;

use serde::Serialize;

use super::context::Context;
use super::exit::Exit;
use super::form::{FormArgs, Record, line};
use super::layout::{heading, text};
use super::lookup;
use super::options::joined;
use super::paint::Paint;
use crate::guide::{Guide, Part};

/// List the questions to reflect on, of all guides or of one
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit questions supervision             the questions of this guide
  toolkit questions                         those of all guides")]
pub(super) struct QuestionsArgs {
    /// The guide; without one, all of them
    #[arg(value_name = "GUIDE")]
    guide: Vec<OsString>,
    #[command(flatten)]
    form: FormArgs,
}

/// A question to reflect on.
#[derive(Debug, Serialize)]
struct QuestionRecord<'a> {
    guide: &'a str,
    title: &'a str,
    /// From 1 in each guide.
    number: usize,
    question: &'a str,
}

impl Record for QuestionRecord<'_> {
    fn line(&self) -> String {
        line(&[self.guide, self.title, &self.number.to_string(), self.question])
    }
}

/// Lists the questions of the guide that is meant; of all, where none is named.
pub(super) fn run(context: &Context<'_>, args: &QuestionsArgs) -> anyhow::Result<Exit> {
    let library = context.library;
    let typed = joined(&args.guide);
    let guides: Vec<&Guide> = if typed.is_empty() {
        library.guides.iter().collect()
    } else {
        vec![library.guide(lookup::place(library, &typed)?.guide)]
    };
    let records: Vec<_> = guides.into_iter().flat_map(records).collect();
    let none = "This guide has no questions. To see those of all guides: toolkit questions";
    context.print_found(args.form.form(), &records, none, |paint| write(paint, &records, context.columns))
}

/// Writes the questions below the titles of their guides.
fn write(paint: &mut Paint, records: &[QuestionRecord<'_>], columns: usize) {
    for (index, of_guide) in records.chunk_by(|a, b| a.guide == b.guide).enumerate() {
        if index > 0 {
            paint.end_line();
        }
        for record in of_guide {
            if record.number == 1 {
                heading(paint, 0, record.title, columns);
            }
            text(paint, 2, &format!("{}. {}", record.number, record.question), columns);
        }
    }
}

/// Returns the questions of a guide: the items below the sentence that stands above them.
fn records(guide: &Guide) -> impl Iterator<Item = QuestionRecord<'_>> {
    let section = guide.sections.iter().position(|section| section.part == Part::Questions);
    let blocks =
        section.and_then(|section| guide.blocks.get(guide.section_blocks(section))).unwrap_or_default();
    let items = blocks.iter().filter(|block| !block.nesting.is_empty());
    items.enumerate().map(|(index, block)| QuestionRecord {
        guide: &guide.slug,
        title: &guide.title,
        number: index + 1,
        question: &block.prose.text,
    })
}

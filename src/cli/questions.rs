//! `questions`: what to reflect on, of all guides or of one, in order or as chance draws it.

use std::ffi::OsString;

use serde::Serialize;

use super::context::Context;
use super::exit::Exit;
use super::form::{FormArgs, Record, line};
use super::layout::{heading, text};
use super::lookup;
use super::options::{FilterArgs, joined, seed};
use super::paint::Paint;
use crate::guide::{Library, Question, draw};

/// List the questions to reflect on, of all guides or of one
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit questions supervision             the questions of this guide
  toolkit questions                         those of all guides
  toolkit questions --draw 3                three that chance draws
  toolkit questions --draw 3 --seed 7       the same three every time")]
pub(super) struct QuestionsArgs {
    /// The guide; without one, all of them
    #[arg(value_name = "GUIDE")]
    guide: Vec<OsString>,
    /// Draw so many by chance, none of them twice
    #[arg(long, value_name = "N")]
    draw: Option<usize>,
    /// Draw by this number, and not by chance
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    #[command(flatten)]
    filters: FilterArgs,
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

impl<'a> QuestionRecord<'a> {
    fn new(library: &'a Library, question: Question) -> Self {
        let guide = library.guide(question.guide);
        Self {
            guide: &guide.slug,
            title: &guide.title,
            number: question.number,
            question: question.text(library),
        }
    }
}

impl Record for QuestionRecord<'_> {
    fn line(&self) -> String {
        line(&[self.guide, self.title, &self.number.to_string(), self.question])
    }
}

/// Lists the questions of the guides that are meant.
pub(super) fn run(context: &Context<'_>, args: &QuestionsArgs) -> anyhow::Result<Exit> {
    let library = context.library;
    let typed = joined(&args.guide);
    let guide =
        (!typed.is_empty()).then(|| lookup::place(library, &typed)).transpose()?.map(|place| place.guide);
    let filters = args.filters.filters(library)?;
    let is_meant = |question: &Question| {
        guide.is_none_or(|guide| guide == question.guide) && filters.admit(library.guide(question.guide))
    };
    let mut questions: Vec<Question> = library.questions().filter(is_meant).collect();
    if let Some(count) = args.draw {
        draw(&mut questions, seed(args.seed));
        questions.truncate(count);
    }
    let records: Vec<_> =
        questions.into_iter().map(|question| QuestionRecord::new(library, question)).collect();
    let none = match guide {
        Some(_) => "This guide has no questions. To see those of all guides: toolkit questions",
        None => "There are no such questions. To see those of all guides: toolkit questions",
    };
    context.print_found(args.form.form(), &records, none, |paint| write(paint, &records, context.columns))
}

/// Writes the questions below the titles of their guides.
fn write(paint: &mut Paint, records: &[QuestionRecord<'_>], columns: usize) {
    for (index, of_guide) in records.chunk_by(|a, b| a.guide == b.guide).enumerate() {
        if index > 0 {
            paint.end_line();
        }
        for (index, record) in of_guide.iter().enumerate() {
            if index == 0 {
                heading(paint, 0, record.title, columns);
            }
            text(paint, 2, &format!("{}. {}", record.number, record.question), columns);
        }
    }
}

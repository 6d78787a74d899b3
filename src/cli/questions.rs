//! `questions`: what to reflect on, of all guides or of one.

use std::ffi::OsStr;

use super::args::Form;
use super::listing::{self, heading, text};
use super::paint::Ink;
use super::shapes::QuestionRecord;
use super::{Exit, named};
use crate::environment::Environment;
use crate::guide::{Guide, Library, Part};

/// Lists the questions of the guide that is meant; of all, where none is named.
pub(super) fn questions(
    library: &Library,
    typed: &OsStr,
    form: Form,
    ink: Ink,
    environment: &Environment,
) -> anyhow::Result<Exit> {
    let guides: Vec<&Guide> = if typed.is_empty() {
        library.guides.iter().collect()
    } else {
        match named::place(library, typed) {
            Ok(place) => vec![library.guide(place.guide)],
            Err(miss) => return Ok(super::nothing_found(&miss)),
        }
    };
    let records: Vec<_> = guides.iter().flat_map(|guide| of(guide)).collect();
    let columns = usize::from(environment.columns());
    listing::print(form, &records, ink, |paint| {
        let mut guide = "";
        for record in &records {
            if record.guide != guide {
                if !guide.is_empty() {
                    paint.end_line();
                }
                guide = record.guide;
                heading(paint, 0, record.title, columns);
            }
            text(paint, 2, &format!("{}. {}", record.number, record.question), columns);
        }
    })?;
    if records.is_empty() {
        return Ok(super::nothing_found(
            "This guide has no questions. To see those of all guides: toolkit questions",
        ));
    }
    Ok(Exit::Done)
}

/// Returns the questions of a guide: the items below the sentence that stands above them.
fn of(guide: &Guide) -> impl Iterator<Item = QuestionRecord<'_>> {
    let at = guide.sections.iter().position(|section| section.part == Part::Questions);
    let blocks = at.and_then(|at| guide.blocks.get(guide.section_blocks(at))).unwrap_or_default();
    let items = blocks.iter().filter(|block| !block.nesting.is_empty());
    items.enumerate().map(|(at, block)| QuestionRecord {
        guide: &guide.slug,
        title: &guide.title,
        number: at + 1,
        question: &block.prose.text,
    })
}

//! `related`: where to go from a guide, with the reasons, and the guides that lead to it.

use serde::Serialize;

use super::context::Context;
use super::exit::Exit;
use super::form::{FormArgs, Record, line};
use super::layout::{Row, heading, name_columns, row};
use super::lookup;
use super::options::GuideName;
use super::paint::Paint;
use crate::guide::{Guide, Library};

/// The relation of a guide that is led to.
const RELATED: &str = "related";

/// The relation of a guide that leads here.
const LINKED_FROM: &str = "linked-from";

/// List the guides that a guide leads to, why, and those that lead to it
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit related build-relationships       where to go from this guide
  toolkit related --json supervision        for other programs")]
pub(super) struct RelatedArgs {
    #[command(flatten)]
    guide: GuideName,
    #[command(flatten)]
    form: FormArgs,
}

/// A guide that another leads to, or that leads to it.
#[derive(Debug, Serialize)]
struct RelationRecord<'a> {
    /// `related`, or `linked-from`.
    relation: &'static str,
    guide: &'a str,
    title: &'a str,
    /// Empty where nothing says so.
    why: &'a str,
}

impl Record for RelationRecord<'_> {
    fn line(&self) -> String {
        line(&[self.relation, self.guide, self.title, self.why])
    }
}

/// Lists the relations of the guide that is meant.
pub(super) fn run(context: &Context<'_>, args: &RelatedArgs) -> anyhow::Result<Exit> {
    let library = context.library;
    let guide = library.guide(lookup::place(library, &args.guide.typed())?.guide);
    let records = records(library, guide);
    let none = "No guide leads to this one or from it. To see every guide: toolkit list";
    context.print_found(args.form.form(), &records, none, |paint| {
        heading(paint, 0, &guide.title, context.columns);
        write(paint, &records, context.columns);
    })
}

fn records<'a>(library: &'a Library, guide: &'a Guide) -> Vec<RelationRecord<'a>> {
    let related = guide.related.iter().map(|related| (RELATED, related.guide, related.why.as_str()));
    let back = guide.backlinks.iter().map(|id| (LINKED_FROM, *id, ""));
    let all = related.chain(back);
    all.map(|(relation, id, why)| {
        let other = library.guide(id);
        RelationRecord { relation, guide: &other.slug, title: &other.title, why }
    })
    .collect()
}

/// Writes the guides of each relation below its heading.
fn write(paint: &mut Paint, records: &[RelationRecord<'_>], columns: usize) {
    let name_columns = name_columns(records.iter().map(|record| record.guide));
    for (relation, title) in [(RELATED, "Related"), (LINKED_FROM, "Linked from")] {
        let guides: Vec<_> = records.iter().filter(|record| record.relation == relation).collect();
        if guides.is_empty() {
            continue;
        }
        paint.end_line();
        heading(paint, 2, title, columns);
        for RelationRecord { guide, title, why, .. } in guides {
            row(paint, &Row { name: guide, text: title, detail: why }, name_columns, columns);
        }
    }
}

//! `related`: where to go from a guide, with the reasons, and the guides that lead to it.

use std::ffi::OsStr;

use super::args::Form;
use super::listing::{self, Row, heading, name_columns, row};
use super::paint::Ink;
use super::shapes::RelationRecord;
use super::{Exit, named};
use crate::environment::Environment;
use crate::guide::Library;

/// The relation of a guide that is led to.
const RELATED: &str = "related";

/// The relation of a guide that leads environment.
const LINKED_FROM: &str = "linked-from";

/// Lists the relations of the guide that is meant.
pub(super) fn related(
    library: &Library,
    typed: &OsStr,
    form: Form,
    ink: Ink,
    environment: &Environment,
) -> anyhow::Result<Exit> {
    let guide = match named::place(library, typed) {
        Ok(place) => library.guide(place.guide),
        Err(miss) => return Ok(super::nothing_found(&miss)),
    };
    let related = guide.related.iter().map(|related| (RELATED, related.guide, related.why.as_str()));
    let back = guide.backlinks.iter().map(|id| (LINKED_FROM, *id, ""));
    let records: Vec<_> = related
        .chain(back)
        .map(|(relation, id, why)| {
            let other = library.guide(id);
            RelationRecord { relation, guide: &other.slug, title: &other.title, why }
        })
        .collect();
    let columns = usize::from(environment.columns());
    listing::print(form, &records, ink, |paint| {
        heading(paint, 0, &guide.title, columns);
        let wide = name_columns(records.iter().map(|record| record.guide));
        for (relation, title) in [(RELATED, "Related"), (LINKED_FROM, "Linked from")] {
            let some: Vec<_> = records.iter().filter(|record| record.relation == relation).collect();
            if some.is_empty() {
                continue;
            }
            paint.end_line();
            heading(paint, 2, title, columns);
            for record in some {
                let shown = Row { name: record.guide, text: record.title, detail: record.why };
                row(paint, &shown, wide, columns);
            }
        }
    })?;
    if records.is_empty() {
        return Ok(super::nothing_found(
            "No guide leads to this one or from it. To see every guide: toolkit list",
        ));
    }
    Ok(Exit::Done)
}

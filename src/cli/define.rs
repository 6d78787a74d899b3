//! `define`: what a word means, and where to read more.

use std::ffi::OsStr;

use super::args::Form;
use super::listing::{self, Row, heading, name_columns, row, text};
use super::named::{self, Spelling};
use super::paint::Ink;
use super::shapes::TermRecord;
use super::{Exit, output};
use crate::environment::Environment;
use crate::guide::{GuideId, Library, Term};
use crate::text::clean_line;

/// Says what the term that is meant means; lists all terms where none is named.
pub(super) fn define(
    library: &Library,
    typed: &OsStr,
    form: Form,
    ink: Ink,
    environment: &Environment,
) -> anyhow::Result<Exit> {
    let terms: Vec<&Term> = if typed.is_empty() {
        library.terms.iter().collect()
    } else {
        match named::term(library, typed) {
            Ok(found) => {
                if found.by == Spelling::Guessed {
                    let typed = clean_line(&typed.to_string_lossy());
                    output::say(&format!("Showing “{}” for “{typed}”.", library.term(found.id).title));
                }
                vec![library.term(found.id)]
            }
            Err(miss) => return Ok(super::nothing_found(&miss)),
        }
    };
    let records: Vec<_> = terms.iter().map(|term| record(library, term)).collect();
    let columns = usize::from(environment.columns());
    listing::print(form, &records, ink, |paint| match &records[..] {
        [one] if !typed.is_empty() => write(paint, library, one, columns),
        all => {
            for (at, term) in all.iter().enumerate() {
                if at > 0 {
                    paint.end_line();
                }
                heading(paint, 0, term.title, columns);
                text(paint, 2, term.meaning, columns);
            }
        }
    })?;
    if records.is_empty() {
        return Ok(super::nothing_found("This pack explains no words. To see every guide: toolkit list"));
    }
    Ok(Exit::Done)
}

fn record<'a>(library: &'a Library, term: &'a Term) -> TermRecord<'a> {
    let ids = |list: &[GuideId]| list.iter().map(|id| library.guide(*id).slug.as_str()).collect();
    TermRecord {
        id: &term.slug,
        title: &term.title,
        meaning: &term.meaning,
        also_said: term.also_said.iter().collect(),
        general: term.general,
        see: ids(&term.see),
        used_in: ids(&term.used_in),
    }
}

/// Writes one term with all there is to it.
fn write(paint: &mut super::paint::Paint, library: &Library, term: &TermRecord<'_>, columns: usize) {
    heading(paint, 0, term.title, columns);
    text(paint, 2, term.meaning, columns);
    if term.general {
        text(paint, 2, "General professional knowledge, not from a source of the toolkit.", columns);
    }
    if !term.also_said.is_empty() {
        paint.end_line();
        text(paint, 2, &format!("Also said: {}", term.also_said.join(", ")), columns);
    }
    let used: Vec<&str> = term.used_in.iter().copied().filter(|id| !term.see.contains(id)).collect();
    let wide = name_columns(term.see.iter().chain(&used).copied());
    for (title, ids) in [("Guides that say more", &term.see), ("Guides that use it", &used)] {
        if ids.is_empty() {
            continue;
        }
        paint.end_line();
        heading(paint, 2, title, columns);
        for id in ids.iter().filter_map(|slug| library.guide_id(slug)) {
            let guide = library.guide(id);
            row(paint, &Row { name: &guide.slug, text: &guide.title, detail: "" }, wide, columns);
        }
    }
}

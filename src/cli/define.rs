//! `define`: what a word means, and where to read more.

use std::ffi::OsString;

use serde::Serialize;

use super::context::Context;
use super::exit::Exit;
use super::form::{FormArgs, Record, line};
use super::layout::{Row, heading, name_columns, row, text};
use super::lookup::{self, Spelling};
use super::options::joined;
use super::output;
use super::paint::Paint;
use crate::guide::{GuideId, Library, Term};
use crate::text::clean_line;

/// Say what a word means; the spelling need not be right
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit define interdependence            what it means, where to read more
  toolkit define trauma informed practice   several words are fine
  toolkit define                            every word that is explained")]
pub(super) struct DefineArgs {
    /// The word, as people say it
    #[arg(value_name = "TERM")]
    term: Vec<OsString>,
    #[command(flatten)]
    form: FormArgs,
}

/// A term.
#[derive(Debug, Serialize)]
struct TermRecord<'a> {
    id: &'a str,
    title: &'a str,
    meaning: &'a str,
    also_said: Vec<&'a str>,
    /// Whether it is general knowledge, and not from a source.
    general: bool,
    /// Ids of guides that say more.
    see: Vec<&'a str>,
    /// Ids of guides that use it.
    used_in: Vec<&'a str>,
}

impl Record for TermRecord<'_> {
    fn line(&self) -> String {
        let general = if self.general { "general" } else { "" };
        line(&[
            self.id,
            self.title,
            self.meaning,
            &self.also_said.join("; "),
            general,
            &self.see.join(","),
            &self.used_in.join(","),
        ])
    }
}

/// Says what the term that is meant means; lists all terms where none is named.
pub(super) fn run(context: &Context<'_>, args: &DefineArgs) -> anyhow::Result<Exit> {
    let library = context.library;
    let typed = joined(&args.term);
    let terms: Vec<&Term> = if typed.is_empty() {
        library.terms.iter().collect()
    } else {
        let found = lookup::term(library, &typed)?;
        let term = library.term(found.id);
        if found.spelling == Spelling::Guessed {
            let typed = clean_line(&typed.to_string_lossy());
            output::say(&format!("Showing “{}” for “{typed}”.", term.title));
        }
        vec![term]
    };
    let records: Vec<_> = terms.into_iter().map(|term| record(library, term)).collect();
    let none = "This pack explains no words. To see every guide: toolkit list";
    context.print_found(args.form.form(), &records, none, |paint| match &records[..] {
        [term] if !typed.is_empty() => write(paint, library, term, context.columns),
        terms => write_all(paint, terms, context.columns),
    })
}

/// Writes what each term means.
fn write_all(paint: &mut Paint, terms: &[TermRecord<'_>], columns: usize) {
    for (index, term) in terms.iter().enumerate() {
        if index > 0 {
            paint.end_line();
        }
        heading(paint, 0, term.title, columns);
        text(paint, 2, term.meaning, columns);
    }
}

fn record<'a>(library: &'a Library, term: &'a Term) -> TermRecord<'a> {
    let ids = |list: &[GuideId]| list.iter().map(|id| library.guide(*id).slug.as_str()).collect();
    TermRecord {
        id: &term.slug,
        title: &term.title,
        meaning: &term.meaning,
        also_said: term.aliases.iter().collect(),
        general: term.general,
        see: ids(&term.see),
        used_in: ids(&term.used_in),
    }
}

/// Writes one term with all there is to it.
fn write(paint: &mut Paint, library: &Library, term: &TermRecord<'_>, columns: usize) {
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
    let name_columns = name_columns(term.see.iter().chain(&used).copied());
    for (title, ids) in [("Guides that say more", &term.see), ("Guides that use it", &used)] {
        if ids.is_empty() {
            continue;
        }
        paint.end_line();
        heading(paint, 2, title, columns);
        for id in ids.iter().filter_map(|slug| library.guide_id(slug)) {
            let guide = library.guide(id);
            row(paint, &Row { name: &guide.slug, text: &guide.title, detail: "" }, name_columns, columns);
        }
    }
}

//! `list`: the guides by area and theme.

use serde::Serialize;

use super::context::Context;
use super::exit::Exit;
use super::form::{FormArgs, Record, line};
use super::layout::{Row, closing, heading, row};
use super::options::FilterArgs;
use super::paint::Paint;
use crate::guide::{Area, Coverage, Guide, GuideId, GuideKind, Library};
use crate::search::Filters;

/// List the guides, by area and theme
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit list                              every guide, with the name to type
  toolkit list --area young-people          only those for young people
  toolkit list --kind wellbeing             only those for your own wellbeing
  toolkit list --theme building-relationships
                                            only those of a theme")]
pub(super) struct ListArgs {
    #[command(flatten)]
    filters: FilterArgs,
    #[command(flatten)]
    form: FormArgs,
}

/// A guide in a listing.
#[derive(Debug, Serialize)]
pub(super) struct GuideRecord<'a> {
    id: &'a str,
    title: &'a str,
    area: Area,
    kind: GuideKind,
    /// Ids.
    themes: Vec<&'a str>,
    summary: &'a str,
    minutes: usize,
    words: u32,
    coverage: Coverage,
    /// A day, as `2026-11-21`.
    reviewed: &'a str,
}

impl<'a> GuideRecord<'a> {
    pub(super) fn new(library: &'a Library, guide: &'a Guide) -> Self {
        Self {
            id: &guide.slug,
            title: &guide.title,
            area: guide.area,
            kind: guide.kind,
            themes: guide.themes.iter().map(|theme| library.theme(*theme).slug.as_str()).collect(),
            summary: &guide.summary,
            minutes: guide.minutes(),
            words: guide.words,
            coverage: guide.coverage,
            reviewed: &guide.reviewed,
        }
    }
}

impl Record for GuideRecord<'_> {
    fn line(&self) -> String {
        line(&[
            self.id,
            self.title,
            self.area.slug(),
            self.kind.slug(),
            &self.themes.join(","),
            self.summary,
            &self.minutes.to_string(),
            &self.words.to_string(),
            self.coverage.slug(),
            self.reviewed,
        ])
    }
}

/// Lists the guides that are wanted.
pub(super) fn run(context: &Context<'_>, args: &ListArgs) -> anyhow::Result<Exit> {
    let library = context.library;
    let filters = args.filters.filters(library)?;
    let guides = library.guides.iter().filter(|guide| filters.admit(guide));
    let records: Vec<_> = guides.map(|guide| GuideRecord::new(library, guide)).collect();
    let none = "No guide is all of that. To see every guide: toolkit list";
    context.print_found(args.form.form(), &records, none, |paint| {
        write(paint, library, filters, context.columns);
    })
}

/// Writes the guides under their areas and themes; a guide in two themes stands in both, as in the reader.
fn write(paint: &mut Paint, library: &Library, filters: Filters, columns: usize) {
    let names = library.guides.iter().filter(|guide| filters.admit(guide)).map(|guide| guide.slug.len());
    let name_columns = names.max().unwrap_or(0);
    for area in Area::ALL {
        let themes =
            library.themes_of(area).filter(|theme| filters.theme.is_none_or(|wanted| wanted == *theme));
        let mut area_is_named = false;
        for theme in themes {
            let guides: Vec<GuideId> =
                library.guides_of(theme, area).filter(|guide| filters.admit(library.guide(*guide))).collect();
            if guides.is_empty() {
                continue;
            }
            if !paint.out.is_empty() {
                paint.end_line();
            }
            if !area_is_named {
                area_is_named = true;
                heading(paint, 0, area.title(), columns);
                paint.end_line();
            }
            heading(paint, 2, &library.theme(theme).title, columns);
            for guide in guides {
                guide_row(paint, library.guide(guide), name_columns, columns);
            }
        }
    }
    if !paint.out.is_empty() {
        paint.end_line();
        closing(paint, "To print one: toolkit show NAME. The names of the themes: toolkit themes", columns);
    }
}

/// Writes a guide: its name, its title and its minutes.
fn guide_row(paint: &mut Paint, guide: &Guide, name_columns: usize, columns: usize) {
    let minutes = format!("{}\u{a0}min", guide.minutes());
    row(paint, &Row { name: &guide.slug, text: &guide.title, detail: &minutes }, name_columns, columns);
}

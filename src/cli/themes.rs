//! `themes`: every theme with the name to type for it, what it is about and its guides.

use serde::Serialize;

use super::context::Context;
use super::exit::Exit;
use super::form::{FormArgs, Record, line};
use super::layout::{Row, closing, heading, name_columns, row, text};
use super::paint::Paint;
use crate::guide::{Area, Library, ThemeId};

/// List the themes, with the name to type for each
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit themes                            every theme, with its guides
  toolkit themes --plain                    a line for each, for other programs")]
pub(super) struct ThemesArgs {
    #[command(flatten)]
    form: FormArgs,
}

/// A theme.
#[derive(Debug, Serialize)]
struct ThemeRecord<'a> {
    id: &'a str,
    title: &'a str,
    areas: Vec<Area>,
    /// Ids, in reading order.
    guides: Vec<&'a str>,
    intro: &'a str,
}

impl Record for ThemeRecord<'_> {
    fn line(&self) -> String {
        let areas: Vec<_> = self.areas.iter().map(|area| area.slug()).collect();
        line(&[self.id, self.title, &areas.join(","), &self.guides.join(","), self.intro])
    }
}

/// Lists the themes.
pub(super) fn run(context: &Context<'_>, args: &ThemesArgs) -> anyhow::Result<Exit> {
    let library = context.library;
    let records: Vec<_> = library.theme_ids().map(|id| record(library, id)).collect();
    context.print(args.form.form(), &records, |paint| {
        for theme in &records {
            write(paint, library, theme, context.columns);
        }
        closing(paint, "Only the guides of one: toolkit list --theme NAME", context.columns);
    })?;
    Ok(Exit::Done)
}

fn record(library: &Library, id: ThemeId) -> ThemeRecord<'_> {
    let theme = library.theme(id);
    let has_guides = |area: &Area| library.guides_of(id, *area).next().is_some();
    ThemeRecord {
        id: &theme.slug,
        title: &theme.title,
        areas: Area::ALL.into_iter().filter(has_guides).collect(),
        guides: theme.guides.iter().map(|guide| library.guide(*guide).slug.as_str()).collect(),
        intro: &theme.intro,
    }
}

/// Writes a theme with its guides.
fn write(paint: &mut Paint, library: &Library, theme: &ThemeRecord<'_>, columns: usize) {
    heading(paint, 0, &format!("{}  {}", theme.id, theme.title), columns);
    text(paint, 2, theme.intro, columns);
    let name_columns = name_columns(theme.guides.iter().copied());
    for id in theme.guides.iter().filter_map(|slug| library.guide_id(slug)) {
        let guide = library.guide(id);
        row(paint, &Row { name: &guide.slug, text: &guide.title, detail: "" }, name_columns, columns);
    }
    paint.end_line();
}

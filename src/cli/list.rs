//! `list`: the guides by area and theme, to read or for other programs.

use super::args::ListArgs;
use super::listing::{self, Row, closing, heading, row};
use super::paint::{Ink, Paint};
use super::record::GuideRecord;
use super::{Exit, named};
use crate::environment::Environment;
use crate::guide::{Area, Guide, GuideId, GuideKind, Library, ThemeId};

/// Which guides are wanted.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    theme: Option<ThemeId>,
    area: Option<Area>,
    kind: Option<GuideKind>,
}

impl Wanted {
    fn has(self, guide: &Guide) -> bool {
        self.theme.is_none_or(|theme| guide.themes.contains(&theme))
            && self.area.is_none_or(|area| guide.area == area)
            && self.kind.is_none_or(|kind| guide.kind == kind)
    }
}

/// Lists the guides that are wanted.
pub(super) fn list(
    library: &Library,
    args: &ListArgs,
    ink: Ink,
    environment: &Environment,
) -> anyhow::Result<Exit> {
    let theme = match args.theme.as_deref().map(|theme| named::theme(library, theme)).transpose() {
        Ok(theme) => theme,
        Err(miss) => return Ok(super::nothing_found(&miss)),
    };
    let wanted = Wanted { theme, area: args.area, kind: args.kind };
    let guides: Vec<_> = library.guides.iter().filter(|guide| wanted.has(guide)).collect();
    let records: Vec<_> = guides.iter().map(|guide| GuideRecord::new(library, guide)).collect();
    listing::print(args.form.form(), &records, ink, |paint| {
        write(paint, library, wanted, usize::from(environment.columns()));
    })?;
    if guides.is_empty() {
        return Ok(super::nothing_found("No guide is all of that. To see every guide: toolkit list"));
    }
    Ok(Exit::Done)
}

/// Writes the guides under their areas and themes; a guide in two themes stands in both, as in the reader.
fn write(paint: &mut Paint, library: &Library, wanted: Wanted, columns: usize) {
    let names = library.guides.iter().filter(|guide| wanted.has(guide)).map(|guide| guide.slug.len());
    let name_columns = names.max().unwrap_or(0);
    for area in Area::ALL {
        let themes =
            library.themes_of(area).filter(|theme| wanted.theme.is_none_or(|wanted| wanted == *theme));
        let mut area_is_named = false;
        for theme in themes {
            let guides: Vec<GuideId> =
                library.guides_of(theme, area).filter(|guide| wanted.has(library.guide(*guide))).collect();
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

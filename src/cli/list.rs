//! `list`: the guides by area and theme, to read or for other programs.

use super::args::{Form, ListArgs};
use super::paint::Paint;
use super::record::{GuideRecord, json};
use super::surroundings::{Ink, Surroundings};
use super::{Exit, named, output};
use crate::guide::{Area, Guide, GuideId, GuideKind, Library, ThemeId};
use crate::text::{slice, width, wrap};

/// Columns before a guide.
const INDENT: usize = 4;

/// Columns between the name of a guide and its title.
const BETWEEN: usize = 2;

/// A title in fewer columns than this is better off in a row of its own.
const TITLE_AT_LEAST: usize = 24;

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
    here: &Surroundings,
) -> anyhow::Result<Exit> {
    let theme = match args.theme.as_deref().map(|theme| named::theme(library, theme)).transpose() {
        Ok(theme) => theme,
        Err(miss) => return Ok(super::nothing_found(&miss)),
    };
    let wanted = Wanted { theme, area: args.area, kind: args.kind };
    let guides: Vec<_> = library.guides.iter().filter(|guide| wanted.has(guide)).collect();
    let records = || guides.iter().map(|guide| GuideRecord::new(library, guide));
    match args.form.form() {
        Form::Json => output::answer(&json(&records().collect::<Vec<_>>())?)?,
        Form::Plain => output::answer(&records().map(|record| record.line()).collect::<String>())?,
        Form::Human => {
            let mut paint = Paint::new(ink);
            write(&mut paint, library, wanted, usize::from(here.columns()));
            output::answer(&paint.out)?;
        }
    }
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
                row(paint, library.guide(guide), name_columns, columns);
            }
        }
    }
}

fn heading(paint: &mut Paint, indent: usize, title: &str, columns: usize) {
    for range in wrap(title, columns.saturating_sub(indent).max(1)) {
        paint.plain(&" ".repeat(indent));
        if indent == 0 {
            paint.put(|palette| palette.title, slice(title, range));
        } else {
            paint.put(|palette| palette.list_heading, slice(title, range));
        }
        paint.end_line();
    }
}

/// Writes a guide: its name, its title and its minutes beside it, or below where there is no room beside.
fn row(paint: &mut Paint, guide: &Guide, name_columns: usize, columns: usize) {
    let beside = INDENT + name_columns + BETWEEN;
    let (column, fits) = match columns.checked_sub(beside) {
        Some(room) if room >= TITLE_AT_LEAST => (beside, true),
        _ => (INDENT + BETWEEN, false),
    };
    paint.plain(&" ".repeat(INDENT));
    paint.put(|palette| palette.current, &guide.slug);
    if fits {
        paint.plain(&" ".repeat(beside - INDENT - width(&guide.slug)));
    } else {
        paint.end_line();
        paint.plain(&" ".repeat(column));
    }
    let minutes = format!("{}\u{a0}min", guide.minutes());
    let text = format!("{} · {minutes}", guide.title);
    for (at, range) in wrap(&text, columns.saturating_sub(column).max(1)).into_iter().enumerate() {
        if at > 0 {
            paint.plain(&" ".repeat(column));
        }
        let title_end = guide.title.len().clamp(range.start, range.end);
        paint.put(|palette| palette.item, slice(&text, range.start..title_end));
        paint.put(|palette| palette.detail, slice(&text, title_end..range.end));
        paint.end_line();
    }
}

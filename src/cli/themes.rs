//! `themes`: every theme with the name to type for it, what it is about and its guides.

use super::Exit;
use super::args::Form;
use super::listing::{self, Row, closing, heading, name_columns, row, text};
use super::paint::Ink;
use super::shapes::ThemeRecord;
use crate::environment::Environment;
use crate::guide::{Area, Library};

/// Lists the themes.
pub(super) fn themes(
    library: &Library,
    form: Form,
    ink: Ink,
    environment: &Environment,
) -> anyhow::Result<Exit> {
    let records: Vec<_> = library
        .theme_ids()
        .map(|id| {
            let theme = library.theme(id);
            let has = |area: &Area| library.guides_of(id, *area).next().is_some();
            ThemeRecord {
                id: &theme.slug,
                title: &theme.title,
                areas: Area::ALL.into_iter().filter(has).collect(),
                guides: theme.guides.iter().map(|guide| library.guide(*guide).slug.as_str()).collect(),
                intro: &theme.intro,
            }
        })
        .collect();
    let columns = usize::from(environment.columns());
    listing::print(form, &records, ink, |paint| {
        for theme in &records {
            heading(paint, 0, &format!("{}  {}", theme.id, theme.title), columns);
            text(paint, 2, theme.intro, columns);
            let guides = theme.guides.iter().filter_map(|slug| library.guide_id(slug));
            let guides: Vec<_> = guides.map(|id| library.guide(id)).collect();
            let wide = name_columns(guides.iter().map(|guide| guide.slug.as_str()));
            for guide in guides {
                row(paint, &Row { name: &guide.slug, text: &guide.title, detail: "" }, wide, columns);
            }
            paint.end_line();
        }
        closing(paint, "Only the guides of one: toolkit list --theme NAME", columns);
    })?;
    Ok(Exit::Done)
}

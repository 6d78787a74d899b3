//! Words of danger in a query: what to do first stands above everything that was found.

use serde::Serialize;

use crate::cli::form::{Record, line};
use crate::cli::paint::Paint;
use crate::guide::{Area, Library};
use crate::search::{DangerWords, Raised};
use crate::text::{slice, wrap};

/// How many of the first lines are shown to be read.
const LINES: usize = 3;

/// What to do first: the first object of `search --json`.
#[derive(Debug, Serialize)]
pub(super) struct DangerRecord<'a> {
    /// Id of the situation.
    pub(super) safety: &'a str,
    title: &'a str,
    /// What to do in the first five minutes, a line each.
    first: Vec<String>,
    area: Area,
}

impl<'a> DangerRecord<'a> {
    /// Returns what to do first where the words of a query speak of danger, as they were typed.
    pub(super) fn raised(library: &'a Library, words: &DangerWords, typed: &str) -> Option<Self> {
        let Raised { situations, area } = words.raise(typed)?;
        let slug = situations.first()?;
        let situation = library.safety.situations.iter().find(|situation| situation.slug == *slug)?;
        let page = situation.page(area);
        // Where there is no page for young people it is that for workers.
        let area = if situation.young_people.is_some() { area } else { Area::Workforce };
        let first = page.first.iter().map(|line| library.safety.shown(line).text).collect();
        Some(Self { safety: &situation.slug, title: &page.title, first, area })
    }

    /// Writes the title, the first lines, and how to see the whole page.
    pub(super) fn write(&self, paint: &mut Paint, columns: usize) {
        paint.put(|palette| palette.result, self.title);
        paint.end_line();
        for text in self.first.iter().take(LINES) {
            for row in wrap(text, columns) {
                paint.plain(slice(text, row));
                paint.end_line();
            }
        }
        let area = if self.area == Area::YoungPeople { " --area young-people" } else { "" };
        paint.put(|palette| palette.detail, &format!("More: toolkit safety {}{area}", self.safety));
        paint.end_line();
        paint.end_line();
    }
}

impl Record for DangerRecord<'_> {
    /// Returns the situation, its title and the first thing to do.
    fn line(&self) -> String {
        line(&["safety", self.safety, self.title, self.first.first().map_or("", String::as_str)])
    }
}

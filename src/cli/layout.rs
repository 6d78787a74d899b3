//! How answers to read are laid out: headings, paragraphs, and rows of names and titles.

use super::paint::Paint;
use crate::text::{slice, width, wrap};

/// Columns before a name.
const INDENT: usize = 4;

/// Columns between a name and its title.
const BETWEEN: usize = 2;

/// The fewest columns for a title beside its name; with less room it goes below.
const TITLE_AT_LEAST: usize = 24;

/// Writes a heading; without an indent, one of the first level.
pub(super) fn heading(paint: &mut Paint, indent: usize, title: &str, columns: usize) {
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

/// Writes a text in rows with an indent.
pub(super) fn text(paint: &mut Paint, indent: usize, text: &str, columns: usize) {
    for range in wrap(text, columns.saturating_sub(indent).max(1)) {
        paint.plain(&" ".repeat(indent));
        paint.put(|palette| palette.item, slice(text, range));
        paint.end_line();
    }
}

/// Writes what to do next, below a listing.
pub(super) fn closing(paint: &mut Paint, text: &str, columns: usize) {
    for range in wrap(text, columns.max(1)) {
        paint.put(|palette| palette.detail, slice(text, range));
        paint.end_line();
    }
}

/// Something with a name to type.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
    /// What stands behind the text; may be empty.
    pub(super) detail: &'a str,
}

/// Writes a row: its name, its text and its detail beside it, or below where there is no room beside.
pub(super) fn row(paint: &mut Paint, row: &Row<'_>, name_columns: usize, columns: usize) {
    let beside = INDENT + name_columns + BETWEEN;
    let (column, fits) = match columns.checked_sub(beside) {
        Some(room) if room >= TITLE_AT_LEAST => (beside, true),
        _ => (INDENT + BETWEEN, false),
    };
    paint.plain(&" ".repeat(INDENT));
    paint.put(|palette| palette.current, row.name);
    if fits {
        paint.plain(&" ".repeat(beside - INDENT - width(row.name).min(name_columns)));
    } else {
        paint.end_line();
        paint.plain(&" ".repeat(column));
    }
    let text =
        if row.detail.is_empty() { row.text.to_owned() } else { format!("{} · {}", row.text, row.detail) };
    for (index, range) in wrap(&text, columns.saturating_sub(column).max(1)).into_iter().enumerate() {
        if index > 0 {
            paint.plain(&" ".repeat(column));
        }
        let text_end = row.text.len().clamp(range.start, range.end);
        paint.put(|palette| palette.item, slice(&text, range.start..text_end));
        paint.put(|palette| palette.detail, slice(&text, text_end..range.end));
        paint.end_line();
    }
}

/// Returns the columns of the longest name.
pub(super) fn name_columns<'a>(names: impl Iterator<Item = &'a str>) -> usize {
    names.map(width).max().unwrap_or(0)
}

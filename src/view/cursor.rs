//! Where the terminal's cursor belongs. Screen readers, Braille displays and magnifiers follow it, shown or hidden: so on
//! every frame it stands on what is chosen.

use ratatui::layout::{Position, Rect};

use super::scene::{Below, Parts, Scene};
use super::{Screen, prompt};
use crate::app::{Geometry, List, ListRow, Pane, Panel, Prompt, Reading};
use crate::guide::{TextPos, TextSpan};
use crate::text::{slice, width};

/// Where the terminal's cursor belongs, and whether it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// Its cell.
    pub at: Position,
    /// Whether it shows: where letters are typed. Elsewhere what is chosen has a look of its own.
    pub is_shown: bool,
}

impl Screen<'_> {
    /// Returns where the terminal's cursor belongs.
    #[must_use]
    pub fn cursor(self) -> Cursor {
        self.scene().cursor()
    }
}

impl Scene<'_> {
    /// Returns where the terminal's cursor belongs: on the letter to be typed, else on the chosen item of a list, the chosen
    /// link or the current passage.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        let screen = self.screen;
        let Some(Parts { geometry, below, panel, line }) = &self.parts else {
            return hidden(Position::ORIGIN);
        };
        match (panel, line, below) {
            (Some(panel), line, _) => screen.in_panel(panel, *line, geometry),
            (None, Some(line), _) => shown(line),
            (None, None, Below::Welcome(panel)) => screen.in_panel(panel, None, geometry),
            (None, None, Below::Room(area, ..)) => hidden(area.as_position()),
            (None, None, Below::Reader) => hidden(screen.in_panes(geometry)),
        }
    }
}

impl Screen<'_> {
    /// While a list is gone through, its chosen item is read out, and not the line above it.
    fn in_panel(self, panel: &Panel<'_>, line: Option<Prompt<'_>>, geometry: &Geometry) -> Cursor {
        match (line, panel.text) {
            (Some(line), _) if panel.list.cursor == 0 || panel.rows.is_empty() => shown(&line),
            (_, Some((_, text, reading))) => hidden(self.at_text(reading, text)),
            _ => {
                let item = in_list(&panel.rows, panel.list.first, Some(panel.list.cursor), panel.list_area);
                let first = panel.notes.first().map(|(place, _)| place.as_position());
                let inside = Geometry::inside(panel.area).as_position();
                let at = if panel.rows.is_empty() { first.unwrap_or(inside) } else { item };
                hidden(on_screen(at, geometry))
            }
        }
    }

    fn in_panes(self, geometry: &Geometry) -> Position {
        let shown = &self.app.shown;
        let list = |pane: Rect, list: &List, rows: &[ListRow]| {
            in_list(rows, list.first, Some(list.cursor), Geometry::list(pane))
        };
        let at = match (shown.focus, &shown.reading) {
            (Pane::Themes, _) => {
                geometry.themes.map(|pane| list(pane, &shown.themes.list, &shown.themes.shown))
            }
            (Pane::Related, _) => {
                geometry.related.map(|pane| list(pane, &shown.related.list, &shown.related.rows))
            }
            (Pane::Text, Some(reading)) => Some(self.at_text(reading, geometry.text)),
            (Pane::Text, None) => None,
        };
        on_screen(at.unwrap_or(geometry.text.as_position()), geometry)
    }

    /// Returns the cell of the chosen link, else of the words that were found, else of the current passage.
    fn at_text(self, reading: &Reading, text: Rect) -> Position {
        let (library, height) = (&self.app.library, usize::from(text.height));
        let link = reading.chosen_link(library).map(|link| link.span.pos());
        let mark = reading.mark.and_then(|mark| reading.marks.get(mark)).map(TextSpan::pos);
        let cell = |pos: TextPos| cell_of(reading, library, pos, text);
        let passage = || {
            let rows = reading.passage(library, height).map(|blocks| reading.page.rows_of_all(blocks))?;
            let first = reading.visible(height).start;
            let y = u16::try_from(rows.start.saturating_sub(first)).ok().filter(|y| *y < text.height)?;
            Some(Position::new(text.x, text.y + y))
        };
        link.and_then(cell).or_else(|| mark.and_then(cell)).or_else(passage).unwrap_or(text.as_position())
    }
}

fn hidden(at: Position) -> Cursor {
    Cursor { at, is_shown: false }
}

fn shown(line: &Prompt<'_>) -> Cursor {
    Cursor { at: prompt::cursor(line), is_shown: true }
}

fn on_screen(at: Position, geometry: &Geometry) -> Position {
    let hints = geometry.hints;
    Position::new(at.x.min(hints.right().saturating_sub(1)), at.y.min(hints.y))
}

/// Returns the first letter of the chosen item; of a list without one, of its first row on the screen.
fn in_list(rows: &[ListRow], first: usize, chosen: Option<usize>, area: Rect) -> Position {
    let row =
        rows.iter().position(|row| row.item.is_some() && row.item == chosen).unwrap_or(first).max(first);
    let indent = rows.get(row).map_or(0, |row| width(&row.text) - width(row.text.trim_start()));
    let down = u16::try_from(row - first).unwrap_or(u16::MAX).min(area.height.saturating_sub(1));
    Position::new(area.x.saturating_add(u16::try_from(indent).unwrap_or(0)), area.y.saturating_add(down))
}

/// Returns the cell of a place in a text; none where it is not on the screen.
fn cell_of(reading: &Reading, library: &crate::guide::Library, pos: TextPos, text: Rect) -> Option<Position> {
    let row = reading.page.row_of(pos);
    let visible = reading.visible(usize::from(text.height));
    let down = u16::try_from(row.checked_sub(visible.start).filter(|_| row < visible.end)?).ok()?;
    let segment =
        reading.page.rows.get(row)?.segments.iter().find(|segment| segment.span.block == pos.block)?;
    let block = reading.blocks(library).get(pos.block as usize)?;
    let from = segment.span.range().start;
    let before = width(slice(&block.prose.text, from..(pos.byte as usize).max(from)));
    let column = segment.column + u16::try_from(before).ok()?;
    Some(Position::new(text.x + column.min(text.width.saturating_sub(1)), text.y + down))
}

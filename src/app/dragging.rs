//! Pane borders, dragged with the mouse.

use ratatui::layout::{Position, Rect};

use super::{App, Geometry, Preference, Screen};

/// A border that can be dragged: that of the pane it belongs to, on the side of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Border {
    /// Right of the themes pane.
    Themes,
    /// Left of the related pane.
    Related,
}

impl App {
    /// Takes hold of the border at a position, if one is there.
    pub(super) fn take_border(&mut self, at: Position, geometry: &Geometry) {
        self.dragged = border_at(at, geometry);
    }

    /// Moves the border that is held to the column of a position; the text keeps its room.
    pub(super) fn drag(&mut self, to: Position) {
        let Some(border) = self.dragged else { return };
        if self.screen != Screen::Reader || self.overlay.is_some() {
            self.dragged = None;
            return;
        }
        let arrangement = &mut self.preferences.arrangement;
        match border {
            Border::Themes => arrangement.themes = Some(to.x.saturating_add(1)),
            Border::Related => arrangement.related = Some(self.size.width.saturating_sub(to.x)),
        }
        // What is kept is what is seen, so that dragging too far and back leaves nothing behind.
        let Some(geometry) = self.geometry() else { return };
        match border {
            Border::Themes => self.preferences.arrangement.themes = geometry.themes.map(|pane| pane.width),
            Border::Related => self.preferences.arrangement.related = geometry.related.map(|pane| pane.width),
        }
    }

    /// Lets go of the border that is held.
    pub(super) fn release(&mut self) {
        let arrangement = self.preferences.arrangement;
        match self.dragged.take() {
            Some(Border::Themes) => arrangement.themes.map(Preference::ThemesPane),
            Some(Border::Related) => arrangement.related.map(Preference::RelatedPane),
            None => None,
        }
        .into_iter()
        .for_each(|preference| self.remember(preference));
    }
}

/// Returns the border at a position. A pane that covers the text has none.
fn border_at(at: Position, geometry: &Geometry) -> Option<Border> {
    geometry.text_pane?;
    let in_rows = |pane: &Rect| (pane.top()..pane.bottom()).contains(&at.y);
    let themes = geometry.themes.filter(in_rows).is_some_and(|pane| pane.right() == at.x + 1);
    let related = geometry.related.filter(in_rows).is_some_and(|pane| pane.x == at.x);
    match (themes, related) {
        (true, _) => Some(Border::Themes),
        (_, true) => Some(Border::Related),
        _ => None,
    }
}

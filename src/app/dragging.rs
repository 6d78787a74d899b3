//! Pane borders and the scroll bar, dragged with the mouse.

use ratatui::layout::{Position, Rect};

use super::{App, Geometry, Preference, Screen};

/// What the mouse can take hold of and drag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grip {
    /// The border right of the themes pane.
    Themes,
    /// The border left of the related pane.
    Related,
    /// The scroll bar of the text.
    ScrollBar,
}

impl App {
    /// Takes hold of the border or the scroll bar at a position, if one is there.
    pub(super) fn take_border(&mut self, at: Position, geometry: &Geometry) {
        self.dragged = grip_at(at, geometry);
    }

    /// Moves the border that is held to the column of a position; the text keeps its room.
    pub(super) fn drag(&mut self, to: Position) {
        let Some(border) = self.dragged else { return };
        if self.screen != Screen::Reader || !self.overlays.is_empty() {
            self.dragged = None;
            return;
        }
        if border == Grip::ScrollBar {
            return self.drag_scrollbar(to);
        }
        let arrangement = &mut self.preferences.arrangement;
        match border {
            Grip::Themes => arrangement.themes = Some(to.x.saturating_add(1)),
            Grip::Related => arrangement.related = Some(self.size.width.saturating_sub(to.x)),
            Grip::ScrollBar => {}
        }
        // What is kept is what is seen, so that dragging too far and back leaves nothing behind.
        let Some(geometry) = self.geometry() else { return };
        match border {
            Grip::Themes => self.preferences.arrangement.themes = geometry.themes.map(|pane| pane.width),
            Grip::Related => self.preferences.arrangement.related = geometry.related.map(|pane| pane.width),
            Grip::ScrollBar => {}
        }
    }

    /// Lets go of the border that is held.
    pub(super) fn release(&mut self) {
        let arrangement = self.preferences.arrangement;
        match self.dragged.take() {
            Some(Grip::Themes) => arrangement.themes.map(Preference::ThemesPane),
            Some(Grip::Related) => arrangement.related.map(Preference::RelatedPane),
            Some(Grip::ScrollBar) | None => None,
        }
        .into_iter()
        .for_each(|preference| self.remember(preference));
    }
}

/// Returns the border at a position. A pane that covers the text has none.
fn grip_at(at: Position, geometry: &Geometry) -> Option<Grip> {
    geometry.text_pane?;
    let in_rows = |pane: &Rect| (pane.top()..pane.bottom()).contains(&at.y);
    let themes = geometry.themes.filter(in_rows).is_some_and(|pane| pane.right() == at.x.saturating_add(1));
    let related = geometry.related.filter(in_rows).is_some_and(|pane| pane.x == at.x);
    match (themes, related) {
        (true, _) => Some(Grip::Themes),
        (_, true) => Some(Grip::Related),
        _ => None,
    }
}

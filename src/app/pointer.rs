//! Pane borders and the scroll bar, dragged with the mouse.

use ratatui::layout::{Position, Rect};

use super::{App, Geometry, MouseCapture, Preference, Screen};

/// The mouse: who has it, and what it drags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// Who gets the mouse.
    pub capture: MouseCapture,
    /// What is dragged while the button is held.
    pub(super) dragged: Option<DragHandle>,
}

impl Default for Pointer {
    fn default() -> Self {
        Self { capture: MouseCapture::On, dragged: None }
    }
}

/// What the mouse can take hold of and drag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DragHandle {
    /// The border right of the themes pane.
    Themes,
    /// The border left of the related pane.
    Related,
    /// The scroll bar of the text.
    ScrollBar,
}

impl App {
    /// Takes hold of the border or the scroll bar at a position, if one is there.
    pub(super) fn take_border(&mut self, position: Position, geometry: &Geometry) {
        self.pointer.dragged = handle_at(position, geometry);
    }

    /// Moves the border or the scroll bar that is held to a position; the text keeps its room.
    pub(super) fn drag(&mut self, to: Position) {
        let Some(handle) = self.pointer.dragged else { return };
        if self.shown.screen != Screen::Reader || !self.shown.overlays.is_empty() {
            self.pointer.dragged = None;
            return;
        }
        let width = self.size.width;
        let arrangement = &mut self.preferences.arrangement;
        match handle {
            DragHandle::Themes => arrangement.themes = Some(to.x.saturating_add(1)),
            DragHandle::Related => arrangement.related = Some(width.saturating_sub(to.x)),
            DragHandle::ScrollBar => {}
        }
        // What is kept is what is seen, so that dragging too far and back leaves nothing behind.
        let Some(geometry) = self.geometry() else { return };
        let arrangement = &mut self.preferences.arrangement;
        match handle {
            DragHandle::Themes => arrangement.themes = geometry.themes.map(|pane| pane.width),
            DragHandle::Related => arrangement.related = geometry.related.map(|pane| pane.width),
            DragHandle::ScrollBar => self.shown.drag_scrollbar(to, &geometry),
        }
    }

    /// Lets go of the border that is held.
    pub(super) fn release(&mut self) {
        let arrangement = self.preferences.arrangement;
        let preference = match self.pointer.dragged.take() {
            Some(DragHandle::Themes) => arrangement.themes.map(Preference::ThemesPane),
            Some(DragHandle::Related) => arrangement.related.map(Preference::RelatedPane),
            Some(DragHandle::ScrollBar) | None => None,
        };
        if let Some(preference) = preference {
            self.remember(preference);
        }
    }
}

/// Returns the border at a position. A pane that covers the text has none.
fn handle_at(position: Position, geometry: &Geometry) -> Option<DragHandle> {
    geometry.text_pane?;
    let in_rows = |pane: &Rect| (pane.top()..pane.bottom()).contains(&position.y);
    let themes =
        geometry.themes.filter(in_rows).is_some_and(|pane| pane.right() == position.x.saturating_add(1));
    let related = geometry.related.filter(in_rows).is_some_and(|pane| pane.x == position.x);
    match (themes, related) {
        (true, _) => Some(DragHandle::Themes),
        (_, true) => Some(DragHandle::Related),
        _ => None,
    }
}

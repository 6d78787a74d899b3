//! Clicks and the wheel: the same rectangles that are drawn, asked the other way round.

use ratatui::layout::{Position, Rect};

use super::overlays::{Layer, Then};
use super::pointer::DragHandle;
use super::{Action, App, Geometry, ListRow, Overlay, Pane, Screen, breadcrumb, hints, ways_in};

impl App {
    /// What a click does: presses a hint, opens an item or a link, focuses a pane.
    pub(super) fn click(&mut self, at: Position) {
        self.shown.notice = None;
        self.pointer.dragged = None;
        let copied = self.shown.copied.take();
        let Some(geometry) = self.geometry() else { return };
        if geometry.hints.contains(at) {
            let pressed = hints(self).into_iter().find(|hint| hint.columns.contains(&at.x));
            if let Some(hint) = pressed {
                self.shown.copied = copied.filter(|_| hint.action == Action::Copy);
                self.act(hint.action);
            }
            return;
        }
        let tour = self.tour_box(&geometry).is_some_and(|(area, ..)| area.contains(at));
        if tour {
            return;
        }
        if geometry.breadcrumb.contains(at) {
            let pressed = breadcrumb(self).into_iter().find(|crumb| crumb.columns.contains(&at.x));
            if let Some(crumb) = pressed {
                self.follow_breadcrumb(crumb.leads_to);
            }
            return;
        }
        if !self.shown.overlays.is_empty() {
            self.click_overlay(at, &geometry);
        } else if self.shown.screen == Screen::Welcome {
            self.click_welcome(at, &geometry);
        } else {
            self.click_panes(at, &geometry);
        }
    }

    fn click_overlay(&mut self, at: Position, geometry: &Geometry) {
        let Some(panel) = self.panel(geometry) else { return };
        let is_beside = !panel.area.contains(at);
        let item = item_at(at, panel.list_area, panel.list.first, &panel.rows);
        let pos = panel.text.and_then(|(_, text, reading)| reading.pos_at(&self.library, at, text));
        if is_beside {
            self.ask_overlay(|overlay, _| overlay.clicked_beside());
        } else if let Some(item) = item {
            self.ask_overlay(|overlay, around| overlay.open_item(item, around));
        } else if let Some(pos) = pos {
            self.ask_overlay(|overlay, around| overlay.clicked_text(pos, around));
        }
    }

    fn click_welcome(&mut self, at: Position, geometry: &Geometry) {
        let rows = self.welcome_rows();
        let area = geometry.welcome(rows.len());
        let row = self.shown.welcome.list.first + usize::from(at.y.saturating_sub(area.y));
        if area.contains(at) && self.safety_row() == Some(row) {
            return self.act(Action::Safety);
        }
        if area.contains(at) && self.tour_row() == Some(row) {
            return self.start_tour();
        }
        if let Some(item) = item_at(at, area, self.shown.welcome.list.first, &rows) {
            self.shown.welcome.list.cursor = item;
            if let Some(way) = ways_in(&self.library, self.to_continue()).get(item) {
                self.enter(*way);
            }
        }
    }

    fn click_panes(&mut self, at: Position, geometry: &Geometry) {
        self.take_border(at, geometry);
        if let Some(pane) = geometry.themes.filter(|pane| pane.contains(at)) {
            self.shown.focus = Pane::Themes;
            if let Some(item) =
                item_at(at, Geometry::inside(pane), self.shown.themes.list.first, &self.shown.themes.shown)
            {
                self.shown.themes.list.cursor = item;
                self.open_theme_item();
            }
        } else if let Some(pane) = geometry.related.filter(|pane| pane.contains(at)) {
            self.shown.focus = Pane::Related;
            if let Some(item) =
                item_at(at, Geometry::inside(pane), self.shown.related.list.first, &self.shown.related.rows)
            {
                self.shown.related.list.cursor = item;
                self.act(Action::Open);
            }
        } else {
            self.shown.focus = Pane::Text;
            if self.shown.take_scrollbar(at, geometry) {
                self.pointer.dragged = Some(DragHandle::ScrollBar);
            } else {
                self.click_text(at, geometry.text);
            }
        }
    }

    fn click_text(&mut self, at: Position, text: Rect) {
        let Some(reading) = &mut self.shown.reading else { return };
        if !text.contains(at) {
            return;
        }
        let pos = reading.pos_at(&self.library, at, text);
        reading.link = pos.and_then(|pos| reading.link_at(&self.library, pos));
        if let Some(target) = reading.chosen_link(&self.library).map(|link| link.target.clone()) {
            self.follow(&target);
        }
    }

    /// What the wheel does: scrolls what is under the mouse, or what lies over everything.
    pub(super) fn wheel(&mut self, at: Position, rows: i32) {
        let Some(geometry) = self.geometry() else { return };
        let rows = isize::try_from(rows.clamp(-1000, 1000)).unwrap_or(0);
        let under = |pane: Option<Rect>| pane.is_some_and(|pane| pane.contains(at));
        if let Some(overlay) = self.shown.overlays.top_mut() {
            if overlay.list_mut().is_some() || matches!(overlay, Overlay::Safety(_)) {
                self.ask_overlay(|overlay, around| {
                    overlay.scroll_by(rows, around);
                    Then::Stay
                });
            } else if let Some(reading) = &mut self.shown.reading {
                reading.scroll_by(rows, usize::from(geometry.text.height));
            }
        } else if self.shown.screen == Screen::Welcome {
            self.shown.welcome.list.scroll_by(rows);
        } else if under(geometry.themes) {
            self.shown.themes.list.scroll_by(rows);
        } else if under(geometry.related) {
            self.shown.related.list.scroll_by(rows);
        } else if let Some(reading) = &mut self.shown.reading {
            reading.scroll_by(rows, usize::from(geometry.text.height));
        }
    }
}

/// Returns the item whose row is drawn at a position.
fn item_at(at: Position, area: Rect, first: usize, rows: &[ListRow]) -> Option<usize> {
    if !area.contains(at) {
        return None;
    }
    rows.get(first + usize::from(at.y - area.y))?.item
}

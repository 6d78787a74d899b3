//! Clicks and the wheel: hit tests on the rectangles that are drawn.

use ratatui::layout::{Position, Rect};

use super::overlays::Layer;
use super::pointer::DragHandle;
use super::{Action, App, Geometry, Pane, Screen, breadcrumb, hints};

/// Columns from the border of the themes pane to behind the sign of a theme.
const SIGN: u16 = 3;

impl App {
    /// What a click does: presses a hint, opens an item or a link, focuses a pane.
    pub(super) fn click(&mut self, position: Position) {
        self.shown.notice = None;
        self.pointer.dragged = None;
        let copied = self.shown.copied.take();
        let Some(geometry) = self.geometry() else { return };
        if geometry.hints.contains(position) {
            let pressed = hints(self).into_iter().find(|hint| hint.columns.contains(&position.x));
            if let Some(hint) = pressed {
                self.shown.copied = copied.filter(|_| hint.action == Action::Copy);
                self.act(hint.action);
            }
            return;
        }
        if self.tour_box(&geometry).is_some_and(|(area, ..)| area.contains(position)) {
            return;
        }
        if geometry.breadcrumb.contains(position) {
            let pressed = breadcrumb(self).into_iter().find(|crumb| crumb.columns.contains(&position.x));
            if let Some(crumb) = pressed {
                self.follow_breadcrumb(crumb.leads_to);
            }
            return;
        }
        if !self.shown.overlays.is_empty() {
            self.click_overlay(position, &geometry);
        } else if self.shown.screen == Screen::Welcome {
            self.click_welcome(position, &geometry);
        } else {
            self.click_panes(position, &geometry);
        }
    }

    fn click_overlay(&mut self, position: Position, geometry: &Geometry) {
        let Some(panel) = self.panel(geometry) else { return };
        let is_beside = !panel.area.contains(position);
        let item = panel.list.item_at(position, panel.list_area, &panel.rows);
        let pos = panel.text.and_then(|(_, text, reading)| reading.pos_at(&self.library, position, text));
        if is_beside {
            self.ask_overlay(|overlay, _| overlay.clicked_beside());
        } else if let Some(item) = item {
            self.ask_overlay(|overlay, around| overlay.open_item(item, around));
        } else if let Some(pos) = pos {
            self.ask_overlay(|overlay, around| overlay.clicked_text(pos, around));
        }
    }

    fn click_panes(&mut self, position: Position, geometry: &Geometry) {
        self.take_border(position, geometry);
        if let Some(pane) = geometry.themes.filter(|pane| pane.contains(position)) {
            self.shown.focus = Pane::Themes;
            let themes = &mut self.shown.themes;
            if let Some(item) = themes.list.item_at(position, Geometry::list(pane), &themes.shown) {
                themes.list.cursor = item;
                // A click on the sign folds and unfolds, as people are used to.
                if position.x < Geometry::inside(pane).x + SIGN && themes.toggle(&self.library) {
                    return;
                }
                self.open_theme_item();
            }
        } else if let Some(pane) = geometry.related.filter(|pane| pane.contains(position)) {
            self.shown.focus = Pane::Related;
            let related = &mut self.shown.related;
            if let Some(item) = related.list.item_at(position, Geometry::list(pane), &related.rows) {
                related.list.cursor = item;
                self.act(Action::Open);
            }
        } else {
            self.shown.focus = Pane::Text;
            if self.shown.take_scrollbar(position, geometry) {
                self.pointer.dragged = Some(DragHandle::ScrollBar);
            } else {
                self.click_text(position, geometry.text);
            }
        }
    }

    fn click_text(&mut self, position: Position, text: Rect) {
        let Some(reading) = &mut self.shown.reading else { return };
        if !text.contains(position) {
            return;
        }
        let pos = reading.pos_at(&self.library, position, text);
        reading.link = pos.and_then(|pos| reading.link_at(&self.library, pos));
        reading.click_passage(position, text);
        if let Some(target) = reading.chosen_link(&self.library).map(|link| link.target.clone()) {
            self.follow(&target);
        }
    }

    /// What the wheel does: scrolls what is under the mouse, or what lies over everything.
    pub(super) fn wheel(&mut self, position: Position, rows: i32) {
        let Some(geometry) = self.geometry() else { return };
        let rows = isize::try_from(rows.clamp(-1000, 1000)).unwrap_or(0);
        let is_over = |pane: Option<Rect>| pane.is_some_and(|pane| pane.contains(position));
        if !self.shown.overlays.is_empty() {
            self.ask_overlay(|overlay, around| overlay.scroll_by(rows, around));
        } else if self.shown.screen == Screen::Welcome {
            self.shown.welcome.list.scroll_by(rows);
        } else if is_over(geometry.themes) {
            self.shown.themes.list.scroll_by(rows);
        } else if is_over(geometry.related) {
            self.shown.related.list.scroll_by(rows);
        } else {
            self.shown.scroll_text(rows, usize::from(geometry.text.height));
        }
    }
}

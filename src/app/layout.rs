//! The last step of every update: the page is laid out for its width, every list scrolled to its cursor.

use ratatui::layout::Rect;

use super::overlays::{Layer, Then};
use super::{App, Geometry, Screen};

impl App {
    /// Lays out what changed width and scrolls every list to its cursor.
    pub(super) fn lay_out(&mut self) {
        let Some(geometry) = self.geometry() else { return };
        let inside = |pane: Option<Rect>| pane.map(Geometry::list);
        let setting = self.setting();
        if let Some(reading) = &mut self.shown.reading {
            reading.set(&self.library, setting);
            reading.show_what_is_left_out(&self.library, usize::from(geometry.text.height));
            reading.forget_hidden_link(&self.library, usize::from(geometry.text.height));
            if let Some(pane) = inside(geometry.related) {
                self.shown.related.set(usize::from(pane.width), setting.spacing);
                self.shown.related.list.show(&self.shown.related.rows, usize::from(pane.height));
            }
        }
        if let Some(pane) = inside(geometry.themes) {
            let current = self.shown.reading.as_ref().map(|reading| reading.document);
            self.shown.themes.lay_out(&self.library, current, usize::from(pane.width), setting.spacing);
            self.shown.themes.list.show(&self.shown.themes.shown, usize::from(pane.height));
        }
        if self.shown.screen == Screen::Welcome {
            self.preview_way(&geometry);
            let panel = self.welcome_panel(&geometry);
            let (rows, height) = (panel.rows, usize::from(panel.list_area.height));
            self.shown.welcome.list.show(&rows, height);
        }
        if self.shown.screen == Screen::Room {
            self.settle_room();
        }
        self.note_end();
        self.lay_out_overlay(&geometry);
    }

    fn lay_out_overlay(&mut self, geometry: &Geometry) {
        let Some(panel) = self.panel(geometry) else { return };
        let (rows, height) = (panel.rows, usize::from(panel.list_area.height));
        self.ask_overlay(|overlay, around| {
            overlay.show_chosen(&rows, height, around);
            Then::Stay
        });
    }
}

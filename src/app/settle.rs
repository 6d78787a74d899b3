//! What every message ends with: the page laid out for its width, every list scrolled to its cursor.

use ratatui::layout::Rect;

use super::{App, CARD_COLUMNS, Geometry, Overlay, Screen, card_rows, help_rows};

impl App {
    /// Lays out what changed width and scrolls every list to its cursor.
    pub(super) fn settle(&mut self) {
        let Some(geometry) = self.geometry() else { return };
        let inside = |pane: Option<Rect>| pane.map(Geometry::inside);
        let setting = self.setting();
        if let Some(reading) = &mut self.reading {
            reading.set(&self.library, setting);
            reading.show_what_is_left_out(&self.library, usize::from(geometry.text.height));
            reading.forget_hidden_link(&self.library, usize::from(geometry.text.height));
            if let Some(pane) = inside(geometry.related) {
                self.related.set_width(usize::from(pane.width));
                self.related.list.show(&self.related.rows, usize::from(pane.height));
            }
        }
        if let Some(pane) = inside(geometry.themes) {
            let current = self.reading.as_ref().map(|reading| reading.document);
            self.themes.lay_out(&self.library, current, usize::from(pane.width));
            self.themes.list.show(&self.themes.shown, usize::from(pane.height));
        }
        if self.screen == Screen::Welcome {
            let rows = self.welcome_rows();
            self.welcome.list.show(&rows, usize::from(geometry.body.height));
        }
        self.note_end();
        self.settle_overlay(&geometry);
    }

    fn settle_overlay(&mut self, geometry: &Geometry) {
        match &mut self.overlay {
            Some(Overlay::Search(finder)) => {
                let (area, preview) = geometry.results(finder.remarks(&self.library).len());
                finder.lay_out(&self.library, preview);
                let rows = finder.rows(&self.library, usize::from(area.width));
                finder.list.show(&rows, usize::from(area.height));
            }
            Some(Overlay::Card(card)) => {
                let inside = Geometry::inside(geometry.card(CARD_COLUMNS, u16::MAX));
                let width = usize::from(inside.width.saturating_sub(2));
                let rows = card_rows(&self.library, &card.target, width);
                // It opens at its beginning, whatever is chosen further down.
                if card.list.cursor > 0 {
                    card.list.show(&rows, usize::from(inside.height));
                }
                card.list.first = card.list.first.min(rows.len().saturating_sub(usize::from(inside.height)));
            }
            Some(Overlay::Address(_)) => self.settle_address(geometry),
            Some(Overlay::Shown(shown)) => {
                let rows = shown.rows(usize::from(geometry.body.width)).len();
                let height = usize::from(geometry.body.height.saturating_sub(1));
                shown.list.first = shown.list.first.min(rows.saturating_sub(height));
            }
            Some(Overlay::Help(list)) => {
                let inside = Geometry::inside(geometry.overlay);
                let rows = help_rows(&self.keymap, usize::from(inside.width)).len();
                list.first = list.first.min(rows.saturating_sub(usize::from(inside.height)));
            }
            Some(Overlay::Picker(picker)) => {
                let area = picker.areas(geometry).1;
                picker.list.show(&picker.rows(usize::from(area.width)), usize::from(area.height));
            }
            Some(Overlay::Find(_) | Overlay::Note(_)) | None => {}
        }
    }

    fn settle_address(&mut self, geometry: &Geometry) {
        let rows = self.card(geometry).map(|(area, rows)| (usize::from(Geometry::inside(area).height), rows));
        if let (Some(Overlay::Address(card)), Some((height, rows))) = (&mut self.overlay, rows) {
            card.list.first = card.list.first.min(rows.len().saturating_sub(height));
        }
    }
}

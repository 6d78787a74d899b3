//! What actions do while something lies over the screen.

use super::{Action, App, Card, Geometry, List, Overlay, card_targets, help_rows};
use crate::guide::Target;

impl App {
    pub(super) fn act_in_help(&mut self, action: Action, mut list: List) {
        let Some(inside) = self.geometry().map(|geometry| Geometry::inside(geometry.overlay)) else { return };
        let height = usize::from(inside.height);
        let last = help_rows(&self.keymap, usize::from(inside.width)).len().saturating_sub(height);
        list.cursor = list.first;
        if list.act(action, last + 1, height) {
            list.first = list.cursor;
            self.overlay = Some(Overlay::Help(list));
        } else if action == Action::Search {
            self.open_search();
        } else if !matches!(action, Action::Close | Action::Help | Action::Open) {
            self.overlay = Some(Overlay::Help(list));
        }
    }

    pub(super) fn act_in_card(&mut self, action: Action, mut card: Card) {
        let targets = card_targets(&self.library, &card.target);
        let height = self.list_height();
        if card.list.act(action, targets.len(), height) {
            self.overlay = Some(Overlay::Card(card));
            return;
        }
        match action {
            Action::Open => {
                if let Some(target) = targets.get(card.list.cursor) {
                    self.follow(target);
                }
            }
            Action::Close | Action::Inspect | Action::Back => {}
            Action::Copy => {
                self.copy_card(&card);
                self.overlay.get_or_insert(Overlay::Card(card));
            }
            _ => self.overlay = Some(Overlay::Card(card)),
        }
    }

    /// Shows what is behind a link; an address is asked about.
    pub(super) fn show_card(&mut self, target: Target) {
        if let Target::Web(address) = &target {
            return self.show_address(address);
        }
        self.overlay = Some(Overlay::Card(Card { target, list: List::default() }));
    }
}

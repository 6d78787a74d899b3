//! What actions do while something lies over the screen.

use super::{Action, App, Card, Document, Finder, Geometry, List, Overlay, card_targets, help_rows};
use crate::guide::{Target, TextSpan};

impl App {
    pub(super) fn act_in_search(&mut self, action: Action, mut finder: Finder) {
        let height = self.list_height();
        if finder.act(action, height) {
            self.overlay = Some(Overlay::Search(finder));
            return;
        }
        if action == Action::Open {
            self.open_hit(finder);
            return;
        }
        if action == Action::Close {
            return;
        }
        let edited = finder.input.act(action);
        self.overlay = Some(Overlay::Search(finder));
        if edited {
            self.find();
        }
    }

    /// Opens the chosen result at its passage, with the words marked; keeps searching when there is none.
    pub(super) fn open_hit(&mut self, finder: Finder) {
        let chosen = finder.chosen().and_then(|hit| Some((hit.guide()?, hit.passage().cloned())));
        let Some((guide, passage)) = chosen else {
            self.overlay = Some(Overlay::Search(finder));
            return;
        };
        let query = finder.input.text().to_owned();
        self.searched.clone_from(&query);
        self.build_search();
        self.open(Document::Guide(guide), None);
        let marks =
            self.search.as_ref().map(|search| search.marks(&self.library, guide, &query)).unwrap_or_default();
        let height = self.text_height();
        let Some(reading) = &mut self.reading else { return };
        reading.marks = marks;
        if let Some(passage) = passage {
            let first =
                |mark: &TextSpan| mark.block == passage.span.block && mark.start >= passage.span.start;
            reading.mark = reading.marks.iter().position(first);
            reading.bring_into_view(passage.span, height);
            // On a small screen the words may stand further down than the passage's beginning.
            if let Some(mark) = reading.mark.and_then(|mark| reading.marks.get(mark)).copied() {
                reading.bring_into_view(mark, height);
            }
        }
    }

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
            _ => self.overlay = Some(Overlay::Card(card)),
        }
    }

    pub(super) fn show_card(&mut self, target: Target) {
        self.overlay = Some(Overlay::Card(Card { target, list: List::default() }));
    }
}

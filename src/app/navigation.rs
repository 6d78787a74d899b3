//! Going places: opening, back and forward.

use super::progress::{last_left, place_left};
use super::{
    Action, AddressCard, App, Asked, Card, Document, HistoryEntry, LeadsTo, List, Overlay, Pane, Screen,
    WayIn, Welcome,
};
use crate::guide::{GuideId, Place, SafetyPage, Target, TextPos, ThemeId};
use crate::journal::{Change, GuideKey};

impl App {
    /// Goes where a link leads: opens guides, shows everything else on a card.
    pub(super) fn follow(&mut self, target: &Target) {
        match target {
            Target::Guide(place) => self.open_place(*place),
            Target::Safety(id) => self.open_safety(SafetyPage::Situation(*id)),
            other => self.show_card(other.clone()),
        }
    }

    /// Shows what is behind a link without leaving; an address is asked about.
    pub(super) fn show_card(&mut self, target: Target) {
        self.shown.overlays.open(match target {
            Target::Safety(id) => return self.open_safety(SafetyPage::Situation(id)),
            Target::Web(address) => {
                let words = self.shown.words_for(&self.library, &address).filter(|words| *words != address);
                Overlay::Address(AddressCard { address, words, asked: Asked::Open, list: List::default() })
            }
            target => Overlay::Card(Card { target, list: List::default() }),
        });
    }

    /// Opens a guide, at a section if one is named.
    pub fn open_place(&mut self, place: Place) {
        let sections = &self.library.guide(place.guide).sections;
        let first =
            place.section.and_then(|section| sections.get(section as usize)).map(|section| section.first);
        match first {
            Some(block) => {
                self.open(Document::Guide(place.guide), None);
                self.shown.go_to(TextPos { block, byte: 0 });
            }
            None => self.open_guide(place.guide, None),
        }
        self.lay_out();
    }

    /// Opens a guide where it was left, or at its beginning.
    pub(super) fn open_guide(&mut self, guide: GuideId, theme: Option<ThemeId>) {
        self.open(Document::Guide(guide), theme);
        if let Some(pos) = place_left(&self.journal, &self.library, guide) {
            self.shown.go_to(pos);
            let key = self.key(Action::Top);
            self.say(format!("This is where you left off. {key} goes to the beginning."));
        }
    }

    /// Opens a document at its beginning and notes where the reader came from.
    pub(super) fn open(&mut self, document: Document, theme: Option<ThemeId>) {
        let here = self.leave_place();
        self.memory.trail.leave(here);
        self.show(document, theme);
        if let Document::Guide(guide) = document {
            self.note_guide(guide);
            self.record(Change::Visit(GuideKey::of(&self.library, guide)));
        }
    }

    /// Notes where the reader goes into the room from, to come back to it.
    pub(super) fn leave_for_room(&mut self) {
        let here = self.leave_place();
        if !self.at_hand.is_in_room() {
            self.memory.trail.leave(here);
        }
        self.shown.came_from = None;
        self.shown.screen = Screen::Room;
    }

    fn show(&mut self, document: Document, theme: Option<ThemeId>) {
        // How wide the text is depends on the pane in focus.
        self.shown.focus = Pane::Text;
        let setting = self.setting();
        self.shown.open(&self.library, document, theme, setting);
    }

    /// Returns where the reader is, and remembers it when it is in a guide.
    fn leave_place(&mut self) -> HistoryEntry {
        self.keep_place();
        let entry = self.shown.history_entry();
        if let (Screen::Reader, Some(Document::Guide(_))) = (entry.screen, entry.document) {
            self.memory.left = Some(HistoryEntry { came_from: None, ..entry.clone() });
        }
        entry
    }

    /// Goes one step back: from a result to the list that it was chosen from.
    pub(super) fn go_back(&mut self) {
        if self.shown.screen == Screen::Reader && self.return_to_list() {
            return;
        }
        let here = self.leave_place();
        match self.memory.trail.back(here) {
            Some(entry) => self.return_to(&entry),
            None => self.say("This is where you began."),
        }
    }

    /// Goes where a part of the top line leads.
    pub(super) fn follow_breadcrumb(&mut self, to: LeadsTo) {
        match to {
            LeadsTo::Here => {}
            LeadsTo::Welcome => {
                self.shown.overlays.clear();
                self.go_to_welcome();
            }
            LeadsTo::Theme(theme) => self.enter(WayIn::Theme(theme)),
        }
    }

    /// Goes one step back, or to the first screen from where the reader began.
    pub(super) fn go_up(&mut self) {
        let here = self.leave_place();
        match self.memory.trail.back(here) {
            Some(entry) => self.return_to(&entry),
            None => self.go_to_welcome(),
        }
    }

    pub(super) fn go_forward(&mut self) {
        let here = self.leave_place();
        match self.memory.trail.forward(here) {
            Some(entry) => self.return_to(&entry),
            None => self.say("There is nothing to go forward to."),
        }
    }

    fn return_to(&mut self, entry: &HistoryEntry) {
        if let Some(document) = entry.document {
            self.show(document, entry.theme);
        }
        if let Some(reading) = &mut self.shown.reading {
            (reading.top, reading.current) = (entry.top, entry.current);
        }
        self.shown.came_from = entry.came_from;
        self.shown.screen = entry.screen;
        self.shown.welcome = Welcome::default();
    }

    /// Returns the guide that was left last.
    #[must_use]
    pub fn to_continue(&self) -> Option<Document> {
        let kept = || last_left(&self.journal, &self.library).map(|(guide, _)| Document::Guide(guide));
        self.memory.left.as_ref().and_then(|entry| entry.document).or_else(kept)
    }

    pub(super) fn go_to_welcome(&mut self) {
        if self.shown.screen == Screen::Reader {
            let here = self.leave_place();
            self.memory.trail.leave(here);
            self.shown.came_from = None;
            self.shown.screen = Screen::Welcome;
            self.shown.welcome = Welcome::default();
        }
    }

    /// Goes from the first screen to the guide that was left last.
    pub(super) fn go_on_reading(&mut self) {
        if let Some(entry) = self.memory.left.clone() {
            self.go_to_entry(&entry);
        } else if let Some((guide, pos)) = last_left(&self.journal, &self.library) {
            self.open(Document::Guide(guide), None);
            self.shown.go_to(pos);
        }
    }

    /// Goes to where the reader was before; going back leads here again.
    pub(super) fn go_to_entry(&mut self, entry: &HistoryEntry) {
        let here = self.leave_place();
        self.memory.trail.leave(here);
        self.return_to(entry);
    }
}

//! Input goes to the overlay on top. This is the one place that closes overlays and carries out their commands.

use super::list::spaced;
use super::overlays::{Around, Command, Layer, Overlay, Panel, Prompt, Then};
use super::{Action, App, Context, Finder, Geometry, Pane, PickerKind, SMALLEST, Screen, Spot, WayIn};
use crate::guide::SafetyPage;
use ratatui::layout::Size;

impl App {
    /// Returns the overlay on top, if anything lies over the screen.
    #[must_use]
    pub fn overlay(&self) -> Option<&Overlay> {
        self.shown.overlays.top()
    }

    /// Returns what the overlay on top shows, and where.
    #[must_use]
    pub fn panel(&self, geometry: &Geometry) -> Option<Panel<'_>> {
        let around = Around { geometry: *geometry, ..self.around() };
        let panel = self.overlay()?.panel(&around);
        Some(Panel { rows: spaced(panel.rows, self.preferences.spacing), ..panel })
    }

    /// Returns the line that takes typing: that of the overlay on top, or the field of the first screen.
    #[must_use]
    pub fn prompt(&self, geometry: &Geometry) -> Option<Prompt<'_>> {
        match self.overlay() {
            Some(overlay) => overlay.prompt(geometry),
            None if self.shown.screen == Screen::Welcome && self.shown.welcome.at == Spot::Field => {
                Some(self.welcome_prompt(geometry))
            }
            None => None,
        }
    }

    /// Returns what an overlay sees of the reader.
    pub(super) fn around(&self) -> Around<'_> {
        Around {
            library: &self.library,
            keymap: &self.keymap,
            geometry: self.geometry_or_smallest(),
            reading: self.shown.reading.as_ref(),
            at_hand: &self.at_hand,
        }
    }

    /// Returns where everything stands; in a window that is too small, where it would stand in the smallest one, so that
    /// keys have something to go by.
    pub(super) fn geometry_or_smallest(&self) -> Geometry {
        let Size { width, height } = self.size;
        let size = Size::new(width.max(SMALLEST.width), height.max(SMALLEST.height));
        self.geometry_with(size, &self.preferences.arrangement).unwrap_or_default()
    }

    /// Asks the overlay on top something, closes it if that is the answer, and does what it wants.
    pub(super) fn ask_overlay(&mut self, ask: impl FnOnce(&mut Overlay, &Around<'_>) -> Then) {
        let geometry = self.geometry_or_smallest();
        let Some(overlay) = self.shown.overlays.top_mut() else { return };
        let (library, keymap, reading) = (&self.library, &self.keymap, self.shown.reading.as_ref());
        let at_hand = &self.at_hand;
        match ask(overlay, &Around { library, keymap, geometry, reading, at_hand }) {
            Then::Stay => {}
            Then::Close => self.close_overlay(),
            Then::Do(command) => self.perform(command),
            Then::CloseAnd(command) => {
                self.shown.overlays.close();
                self.perform(command);
            }
        }
    }

    /// Closes the overlay on top. From a search in the room one comes back to the room, and from the questions to the plan.
    fn close_overlay(&mut self) {
        let closed = self.shown.overlays.close();
        let is_last = self.shown.overlays.is_empty();
        match closed {
            Some(Overlay::Search(_)) if is_last && self.at_hand.is_in_room() => self.return_to_room(),
            Some(Overlay::Picker(picker)) if is_last && picker.kind == PickerKind::Questions => {
                self.open_session();
            }
            _ => {}
        }
    }

    fn perform(&mut self, command: Command) {
        match command {
            Command::Act(action) => self.act_from_list(action),
            Command::Follow(target) => self.follow(&target),
            Command::Browse(theme) => self.enter(WayIn::Theme(theme)),
            Command::GoTo(pos) => self.shown.go_to(pos),
            Command::ScrollText(rows) => self.shown.scroll_text(rows, self.text_height()),
            Command::Return(entry) => self.go_to_entry(&entry),
            Command::Answer => self.search_now(),
            Command::Search(words) => self.search_for(Finder::typed(words)),
            Command::OpenResult => self.open_result(),
            Command::OpenAlert(situation, area) => {
                self.cover_with_safety(SafetyPage::Situation(situation), area);
            }
            Command::ListFilters(typed) => self.open_filters(&typed),
            Command::ShowMatches(matches, from) => {
                self.shown.show_matches(matches, from, self.height_above_bar());
            }
            Command::StepMatch(step) => self.shown.step_match(step, self.height_above_bar()),
            Command::KeepMatches(words) => self.keep_matches(words),
            Command::Restore(viewport) => self.shown.restore(viewport),
            Command::SearchEverywhere(words, viewport) => self.search_everywhere(words, viewport),
            Command::Copy(copied) => self.hand_out(copied),
            Command::Mouse(mouse) => self.give_mouse(mouse),
            Command::OpenQuestion(guide, pos) => self.open_question(guide, pos),
            Command::BookmarkAt(guide, pos) => self.ask_for_note(guide, pos),
            Command::KeepDraft(anchor, words) => self.keep_draft(anchor, words),
            Command::OpenBookmark(id) => self.open_bookmark(id),
            Command::EditBookmark(id) => self.edit_bookmark(id),
            Command::RemoveBookmark(id) => self.remove_bookmark(id),
            Command::RestoreBookmark => self.restore_bookmark(),
            Command::Session(command) => self.do_session(command),
            Command::Effect(effect) => self.ask(effect),
        }
    }

    /// Runs an action that was chosen by name. One that is bound in the text alone moves the focus there first.
    fn act_from_list(&mut self, action: Action) {
        let is_of_text = self.keymap.key_for(Context::List, action).is_none();
        if is_of_text && self.shown.screen == Screen::Reader {
            self.shown.focus = Pane::Text;
        }
        self.act(action);
    }
}

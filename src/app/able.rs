//! What can be done now: hints and the list of everything offer nothing that would do nothing.

use super::{Action, App, Screen};

impl App {
    /// Whether an action would do something on the screen, what lies over it left aside.
    #[must_use]
    pub fn can(&self, action: Action) -> bool {
        let is_reader = self.shown.screen == Screen::Reader;
        let reading = self.shown.reading.as_ref().filter(|_| is_reader);
        let is_room = self.shown.screen == Screen::Room;
        match action {
            _ if action.is_private() && self.at_hand.is_in_room() => false,
            Action::Left | Action::Right | Action::Inspect | Action::Copy if is_room => true,
            Action::Wider
            | Action::Narrower
            | Action::Spacing
            | Action::TextOnly
            | Action::DimRest
            | Action::Find
            | Action::Contents
            | Action::NextPane
            | Action::PreviousPane
            | Action::Left
            | Action::Right
            | Action::Inspect
            | Action::NextPassage
            | Action::PreviousPassage
            | Action::Welcome
            | Action::Copy => is_reader,
            Action::Bookmark | Action::InBrief => self.shown.guide().is_some(),
            Action::NextLink | Action::PreviousLink => {
                reading.is_some_and(|reading| reading.links(&self.library).next().is_some())
            }
            // Where there is but one, it is on the screen already.
            Action::NextMark | Action::PreviousMark => reading.is_some_and(|reading| reading.marks.len() > 1),
            Action::Back => self.memory.trail.earlier().next().is_some(),
            Action::Forward => self.memory.trail.has_forward(),
            Action::Draw | Action::Minutes | Action::Finish => self.at_hand.is_in_room(),
            Action::Bookmarks => !self.journal.bookmarks.all().is_empty(),
            Action::Colours => self.has_colours,
            Action::Safety => !self.library.safety.is_empty(),
            _ => true,
        }
    }
}

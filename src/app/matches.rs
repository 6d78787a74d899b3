//! Marked words in what is open: found by a search or by the bar that finds words, gone through one by one.

use super::overlays::Layer;
use super::{Action, App, Find, Finder, Overlay, Pane, Screen, Step, Viewport};

impl App {
    /// Opens the bar that finds words in what is open, offering the words of the last time.
    pub(super) fn open_find(&mut self) {
        match &self.shown.reading {
            Some(reading) if self.shown.screen == Screen::Reader => {
                let is_in_room = self.at_hand.is_in_room();
                let offered = if is_in_room { String::new() } else { self.memory.found.clone() };
                let find = Find::over(reading, &self.library, offered);
                self.shown.focus = Pane::Text;
                self.shown.overlays.open(Overlay::Find(Box::new(find)));
                self.ask_overlay(Layer::edited);
            }
            _ => self.say("Open a guide first: this finds words in what is open."),
        }
    }

    /// Leaves the matches of these words marked.
    pub(super) fn keep_matches(&mut self, words: String) {
        self.memory.found = words;
        self.say_which_mark("");
    }

    /// Searches the whole toolkit for words that what is open does not have.
    pub(super) fn search_everywhere(&mut self, words: String, before: Viewport) {
        self.shown.restore(before);
        if self.alert(&words).is_none() {
            self.memory.found.clone_from(&words);
            self.memory.searched.clone_from(&words);
        }
        self.search_for(Finder::offering(words));
    }

    /// Returns the rows of text that the bar leaves to be seen.
    pub(super) fn height_above_bar(&self) -> usize {
        self.text_height().saturating_sub(1).max(1)
    }

    /// Goes to the next marked words, or to those before, and says which they are.
    pub(super) fn step_mark(&mut self, step: Step) {
        let height = self.text_height();
        let Some(reading) = &mut self.shown.reading else { return };
        let before = reading.mark;
        if !reading.step_mark(step, height) {
            let key = self.key(Action::Find);
            return self.say(format!("Nothing is marked here. {key} finds words in what is open."));
        }
        let now = reading.mark;
        self.say_which_mark(match (step, before, now) {
            (Step::Next, Some(before), Some(now)) if now <= before => ", round from the beginning",
            (Step::Previous, Some(before), Some(now)) if now >= before => ", round from the end",
            _ => "",
        });
    }

    /// Says which match the reader is at; `how` adds that the search went round at an end.
    pub(super) fn say_which_mark(&mut self, how: &str) {
        let Some(reading) = &self.shown.reading else { return };
        let (next, previous) = (self.key(Action::NextMark), self.key(Action::PreviousMark));
        let number = reading.mark.map_or(0, |mark| mark + 1);
        let all = reading.marks.len();
        self.say(format!(
            "{number} of {all}{how}. {next} next, {previous} the one before, {} clears.",
            self.key(Action::Close)
        ));
    }
}

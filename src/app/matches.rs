//! Marked words in what is open: found by a search or by the bar that finds words, gone through one by one.

use super::overlays::Layer;
use super::{Action, App, Context, Find, Overlay, Pane, Screen, Step, Viewport};
use crate::guide::TextSpan;
use crate::page::Top;

impl App {
    /// Opens the bar over what is open, with what was sought last.
    pub(super) fn open_find(&mut self) {
        match &self.reading {
            Some(reading) if self.screen == Screen::Reader => {
                let find = Find::over(reading, &self.library, self.found.clone());
                self.focus = Pane::Text;
                self.overlays.open(Overlay::Find(Box::new(find)));
                self.ask_overlay(|overlay, around| overlay.edited(around));
            }
            _ => self.say("Open a guide first: this finds words in what is open."),
        }
    }

    /// Marks what is typed now, and shows the first match at or after where the reader was.
    pub(super) fn show_matches(&mut self, matches: Vec<TextSpan>, from: Top) {
        let height = self.height_above_bar();
        if let Some(reading) = &mut self.reading {
            reading.show_matches(matches, from, height);
        }
    }

    /// Goes to the next match or to the one before while the bar is open.
    pub(super) fn step_match(&mut self, step: Step) {
        let height = self.height_above_bar();
        if let Some(reading) = &mut self.reading {
            reading.step_mark(step, height);
        }
    }

    /// Leaves the matches of these words marked.
    pub(super) fn keep_matches(&mut self, words: String) {
        self.found = words;
        self.say_which_mark("");
    }

    /// Searches the whole toolkit for words that what is open does not have.
    pub(super) fn search_everywhere(&mut self, words: String, before: Viewport) {
        self.restore(before);
        self.found.clone_from(&words);
        self.searched = words;
        self.open_search();
    }

    /// Shows what the text pane showed before matches were.
    pub(super) fn restore(&mut self, before: Viewport) {
        if let Some(reading) = &mut self.reading {
            reading.restore(before);
        }
    }

    /// Returns the rows of text that the bar leaves to be seen.
    fn height_above_bar(&self) -> usize {
        self.text_height().saturating_sub(1).max(1)
    }

    /// Goes to the next marked words, or to those before, and says which they are.
    pub(super) fn step_mark(&mut self, step: Step) {
        let height = self.text_height();
        let Some(reading) = &mut self.reading else { return };
        let before = reading.mark;
        if !reading.step_mark(step, height) {
            let key = self.keymap.key_for(Context::Text, Action::Find).unwrap_or_default();
            return self.say(format!("Nothing is marked here. {key} finds words in what is open."));
        }
        let now = reading.mark;
        self.say_which_mark(match (step, before, now) {
            (Step::Next, Some(before), Some(now)) if now <= before => ", round from the beginning",
            (Step::Previous, Some(before), Some(now)) if now >= before => ", round from the end",
            _ => "",
        });
    }

    /// Says which of the marked words the reader is at, and `how` it came there.
    pub(super) fn say_which_mark(&mut self, how: &str) {
        let Some(reading) = &self.reading else { return };
        let key = |action| self.keymap.key_for(Context::Text, action).unwrap_or_default();
        let (next, previous) = (key(Action::NextMark), key(Action::PreviousMark));
        let at = reading.mark.map_or(0, |mark| mark + 1);
        let all = reading.marks.len();
        self.say(format!(
            "{at} of {all}{how}. {next} next, {previous} the one before, {} clears.",
            key(Action::Close)
        ));
    }
}

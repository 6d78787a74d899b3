//! Text that is typed or pasted: it goes where typing is taken, and what is left out of it is said.

use super::{Action, App, Context, Finder, Key, KeyCode, Taken};

impl App {
    /// Types text where typing is taken, and says so where there is no room for all of it. Where letters begin a search, it
    /// begins one.
    pub(super) fn type_text(&mut self, text: &str) {
        if self.context() == Context::Browse && !text.trim().is_empty() {
            self.search_for(Finder::default());
        }
        let mut taken = None;
        self.ask_overlay(|overlay, around| {
            let (how_much, then) = overlay.type_text(text, around);
            taken = how_much;
            then
        });
        if taken == Some(Taken::Part) {
            self.say("This line is full: what was typed last is left out.");
        }
    }

    /// Takes in pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        self.shown.notice = None;
        if self.takes_letters() {
            self.type_text(text);
        } else if !text.trim().is_empty() {
            self.leave_out();
        }
    }

    /// Takes in letters that came in one piece. They are text, and no keys: a sentence pasted over a guide would change
    /// colours and keep bookmarks. A key that opens a box may stand before them, where it cannot be one of the words.
    pub(super) fn take_burst(&mut self, burst: &str) {
        self.shown.notice = None;
        let text = burst.trim_end_matches(['\n', '\t']);
        if self.takes_letters() {
            return self.type_burst(text, burst);
        }
        let mut rest = text.chars();
        let opener = rest.next().filter(|first| self.opens_box(*first, text));
        match opener {
            Some(first) => {
                self.press(Key::plain(KeyCode::Char(first)));
                self.type_burst(rest.as_str(), burst);
            }
            None => self.leave_out(),
        }
    }

    /// Types the text of a burst and presses the keys at its end.
    fn type_burst(&mut self, text: &str, burst: &str) {
        if !self.takes_letters() {
            return self.leave_out();
        }
        self.type_text(text);
        for end in burst.chars().rev().take_while(|end| matches!(end, '\n' | '\t')) {
            self.press(Key::plain(if end == '\n' { KeyCode::Enter } else { KeyCode::Tab }));
        }
    }

    /// Whether letters type here.
    fn takes_letters(&self) -> bool {
        matches!(self.context(), Context::Typing | Context::Browse)
    }

    /// Whether the first letter of a text that came in one piece is a key that opens a box for the rest.
    fn opens_box(&self, first: char, text: &str) -> bool {
        let action = self.keymap.lookup(self.context(), Key::plain(KeyCode::Char(first)));
        let opens = matches!(
            action,
            Some(Action::Search | Action::Find | Action::Actions | Action::Bookmark | Action::Contents)
        );
        opens && (!first.is_alphanumeric() || !text.contains(char::is_whitespace))
    }

    fn leave_out(&mut self) {
        let key = self.key(Action::Search);
        self.say(format!("What was pasted is left out: nothing takes text here. {key} opens the search."));
    }
}

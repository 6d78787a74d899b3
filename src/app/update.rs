//! What messages do: a routing table to the panes.

use super::layouts::in_place_of;
use super::overlays::Layer;
use super::session::is_hidden;
use super::{
    Action, App, Context, Cover, Effect, Handover, Held, Help, Key, KeyCode, LineInput, Message, Messages,
    MouseCapture, Overlay, Pane, Reading, SafetySheet, Screen,
};
use crate::guide::{Area, SafetyPage};
use crate::journal::Part;

/// What is said until it is known how it went.
pub(super) const KEEPING: &str = "Keeping…";

impl App {
    /// Takes in what happened and returns what the shell is to do.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        if self.cover == Cover::On && is_hidden(&message) {
            return Vec::new();
        }
        match message {
            Message::Key(key) if self.cover == Cover::On => self.press_covered(key),
            Message::Key(key) => self.press(key),
            Message::Paste(text) => self.paste(&text),
            Message::Burst(text) => self.take_burst(&text),
            Message::Click(position) => self.click(position),
            Message::Drag(to) => self.drag(to),
            Message::Release => self.release(),
            Message::Wheel { at, rows } => self.wheel(at, rows),
            Message::Background(background) => self.background = Some(background),
            Message::Failed(why) => self.say(why),
            Message::Resize(size) => self.size = size,
            Message::HandedOver(Handover::Copied(delivery)) => self.delivered(delivery),
            Message::HandedOver(Handover::Browsed(launch)) => self.browsed(launch),
            Message::Idle => self.build_search(),
            Message::Recorded(outcome) => self.recorded(outcome),
            Message::Clock(now) => self.clock(now),
        }
        self.lay_out();
        self.go_on_with_tour();
        std::mem::take(&mut self.effects)
    }

    /// Queues an effect, which the shell gets when the update is done.
    pub(super) fn ask(&mut self, effect: Effect) {
        if let Effect::Record(change) = &effect
            && change.part() == Part::Bookmarks
        {
            self.shown.notice = Some(KEEPING.to_owned());
        }
        self.effects.push(effect);
    }

    /// Says something on the bottom line, until the next key.
    pub(super) fn say(&mut self, notice: impl Into<String>) {
        let notice = notice.into();
        self.memory.note_said(&notice);
        self.shown.notice = Some(notice);
    }

    /// Says something besides what is being said.
    pub(super) fn say_also(&mut self, notice: &str) {
        self.memory.note_said(notice);
        self.shown.notice = Some(match self.shown.notice.take() {
            Some(before) => format!("{before} {notice}"),
            None => notice.to_owned(),
        });
    }

    /// Shows what was said last, whole.
    fn open_messages(&mut self) {
        match &self.memory.said[..] {
            [] => self.say("Nothing was said yet."),
            said => self.shown.overlays.cover(Overlay::Messages(Messages::new(said))),
        }
    }

    /// Returns where keys are pressed now.
    #[must_use]
    pub fn context(&self) -> Context {
        match (self.overlay(), self.shown.screen, self.shown.focus) {
            (Some(overlay), ..) if overlay.prompt(&self.geometry_or_smallest()).is_some() => Context::Typing,
            (None, Screen::Welcome, _) | (None, Screen::Reader, Pane::Themes) => Context::Browse,
            (None, Screen::Reader, Pane::Text) => Context::Text,
            _ => Context::List,
        }
    }

    /// Any key but one keeps the cover.
    fn press_covered(&mut self, key: Key) {
        if self.keymap.lookup(Context::Everywhere, key) == Some(Action::Cover) {
            self.set_cover(Cover::Off);
        }
    }

    pub(super) fn press(&mut self, key: Key) {
        self.shown.notice = None;
        if key == Key::LEAVE {
            if self.empties_box() {
                self.say("Emptied. The same key again leaves.");
            } else {
                self.act(Action::Quit);
            }
            return;
        }
        let context = self.context();
        let action = self.action_of(context, key);
        if action != Some(Action::Copy) {
            self.shown.copied = None;
        }
        if let Some(action) = action {
            self.act(action);
        } else if key.held == Held::Alt {
            // Esc and then the key arrive alike where they are pressed quickly: in tmux, within half a second.
            self.press(Key::plain(KeyCode::Esc));
            self.press(Key::plain(key.code));
        } else if let Some(c) = key.typed() {
            match (context, c) {
                (Context::Typing | Context::Browse, _) => self.type_text(c.encode_utf8(&mut [0; 4])),
                (_, '1'..='9') => self.open_number(key_number(c)),
                (_, c) => self.press_in_other_layout(context, c),
            }
        }
    }

    /// Returns what a key does. A capital that nothing is bound to is its small letter: Caps Lock may be on.
    fn action_of(&self, context: Context, key: Key) -> Option<Action> {
        let types = matches!(context, Context::Typing | Context::Browse);
        let capital = key.typed().filter(|c| !types && c.is_ascii_uppercase());
        let small = capital.map(|c| Key::plain(KeyCode::Char(c.to_ascii_lowercase())));
        let bound = |key: Key| self.keymap.lookup(context, key);
        bound(key).or_else(|| bound(small?))
    }

    /// Does what the key does that stands in the place of a letter of another keyboard layout, or says which keys work in
    /// all of them. Nobody leaves by such a letter.
    fn press_in_other_layout(&mut self, context: Context, letter: char) {
        let found = in_place_of(letter, self.memory.layout);
        self.memory.layout = found.map(|(_, layout)| layout);
        let action = found.and_then(|(key, _)| self.action_of(context, Key::plain(KeyCode::Char(key))));
        let key = |action| self.keymap.key_for(Context::Typing, action).unwrap_or_default();
        match action {
            Some(Action::Quit) => {
                self.say(format!("{} leaves, in every keyboard layout.", key(Action::Quit)));
            }
            Some(action) => self.act(action),
            None if !letter.is_ascii() => {
                self.say(format!("No key does this here. {} shows all keys.", key(Action::Help)));
            }
            None => {}
        }
    }

    /// Empties the box that takes typing, if words were typed in it; those to a bookmark are offered again. Returns whether
    /// there were any.
    fn empties_box(&mut self) -> bool {
        let Some(overlay) = self.shown.overlays.top_mut() else { return false };
        if let Overlay::Note(note) = overlay {
            self.memory.draft = note.draft();
        }
        let Some(input) = overlay.input_mut().filter(|input| !input.text().is_empty() && !input.is_offered())
        else {
            return false;
        };
        *input = LineInput::default();
        self.ask_overlay(Layer::edited);
        true
    }

    /// Runs an action: what is the same everywhere here, anything else in the overlay on top, else on the screen.
    pub(super) fn act(&mut self, action: Action) {
        match action {
            Action::Quit => return self.leave(Effect::Quit),
            Action::Suspend => return self.leave(Effect::Suspend),
            Action::Redraw => return self.ask(Effect::Redraw),
            Action::Cover => return self.set_cover(Cover::On),
            Action::Plan => return self.put_on_plan(),
            Action::Session if !matches!(self.overlay(), Some(Overlay::Words(_))) => {
                return self.open_session();
            }
            _ if action.is_private() && self.at_hand.is_in_room() => {
                return self.say("Not in the room, where others see the screen. Esc leaves it.");
            }
            Action::Messages => return self.open_messages(),
            Action::ForGood => return self.remove_for_good(),
            Action::ForgetHistory => return self.forget_history(),
            Action::Mouse => return self.toggle_mouse(),
            Action::Tour => return self.start_tour(),
            Action::Safety => return self.open_safety(SafetyPage::First),
            Action::Help => return self.open_help(),
            Action::Actions => return self.open_actions(),
            Action::Close if self.end_tour() => return,
            _ if self.act_for_comfort(action) => return,
            _ => {}
        }
        if self.shown.overlays.is_empty() {
            self.act_on_screen(action);
        } else {
            self.ask_overlay(|overlay, around| overlay.act(action, around));
        }
    }

    fn act_on_screen(&mut self, action: Action) {
        match action {
            Action::Search => self.open_search(),
            Action::Copy if self.shown.screen == Screen::Room => self.copy_item(),
            Action::Copy => self.copy(),
            Action::Back if self.shown.screen == Screen::Room => self.act_in_room(action),
            Action::Back => self.go_back(),
            Action::Forward => self.go_forward(),
            Action::Welcome => self.go_to_welcome(),
            Action::Find => self.open_find(),
            Action::Contents => self.open_contents(),
            Action::Questions => self.open_questions(),
            // One key draws in the room and lists everywhere else.
            Action::Draw if self.shown.screen != Screen::Room => self.open_questions(),
            Action::History => self.open_history(),
            Action::Bookmark => self.open_note(),
            Action::Bookmarks => self.open_bookmarks(0),
            Action::Actions => self.open_actions(),
            _ => match (self.shown.screen, self.shown.focus) {
                (Screen::Room, _) => self.act_in_room(action),
                (Screen::Welcome, _) => self.act_in_welcome(action),
                (Screen::Reader, Pane::Themes) => self.act_in_themes(action),
                (Screen::Reader, Pane::Text) => self.act_in_text(action),
                (Screen::Reader, Pane::Related) => self.act_in_related(action),
            },
        }
    }

    /// Shows the help over everything that is there, which closing it shows again as it was.
    fn open_help(&mut self) {
        match self.overlay() {
            Some(Overlay::Help(_)) => drop(self.shown.overlays.close()),
            _ => self.shown.overlays.cover(Overlay::Help(Help::default())),
        }
    }

    /// Ends or suspends the program, with the place kept.
    fn leave(&mut self, effect: Effect) {
        self.keep_place();
        self.ask(effect);
    }

    /// Shows a safety page over everything that is there, the tour ended: closing it shows that again as it was.
    pub(super) fn open_safety(&mut self, page: SafetyPage) {
        self.end_tour();
        if self.library.safety.is_empty() {
            return self.say("These guides have no page for when someone is at risk. In danger: call 999.");
        }
        if let Some(Overlay::Safety(sheet)) = self.shown.overlays.top_mut() {
            return sheet.turn_to(&self.library, page);
        }
        let is_young = |reading: &Reading| {
            reading.guide(&self.library).is_some_and(|guide| guide.area == Area::YoungPeople)
        };
        let area = if self.shown.reading.as_ref().is_some_and(is_young) {
            Area::YoungPeople
        } else {
            Area::Workforce
        };
        self.cover_with_safety(page, area);
    }

    /// Shows a safety page of an area over everything that is there.
    pub(super) fn cover_with_safety(&mut self, page: SafetyPage, area: Area) {
        let sheet = SafetySheet::new(&self.library, page, area);
        self.shown.overlays.cover(Overlay::Safety(Box::new(sheet)));
    }

    fn toggle_mouse(&mut self) {
        let (mouse, notice) = match self.pointer.capture {
            MouseCapture::On => {
                (MouseCapture::Off, "Mouse off: you can select text now. The same key turns it on again.")
            }
            MouseCapture::Off => (MouseCapture::On, "Mouse on: click opens, the wheel scrolls."),
        };
        self.pointer.capture = mouse;
        self.say(notice);
        self.ask(Effect::Mouse(mouse));
    }

    fn open_number(&mut self, number: usize) {
        if self.shown.screen == Screen::Room && self.shown.overlays.is_empty() {
            return self.mark_agreed(number);
        }
        if self.shown.screen == Screen::Reader && self.shown.overlays.is_empty() {
            match self.shown.related.targets.get(number - 1).cloned() {
                Some(target) => self.follow(&target),
                None => self.say(format!("Nothing has the number {number} under Related.")),
            }
        }
    }
}

fn key_number(digit: char) -> usize {
    digit.to_digit(10).map_or(1, |digit| digit as usize)
}

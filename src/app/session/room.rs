//! The room: one item a screen, large and calm, with nothing private beside it.

use ratatui::layout::Rect;

use super::at_hand::{Elapsed, Room};
use super::command::{SessionCommand, WordsFor};
use super::topic::topic_rows;
use crate::app::overlays::Overlay;
use crate::app::{Action, App, Copied, Effect, Geometry, ListRole, ListRow, Screen, Words};
use crate::guide::{GuideId, draw};
use crate::journal::{ActionState, Change, Moment, SessionChange, Topic};

/// The text of an item is no wider than this: few words a line are read across a table.
const COLUMNS: u16 = 56;

/// On a screen that has room this part of its rows stands above an item.
const ABOVE: u16 = 6;

impl App {
    /// Opens the room with a session, as the place where the reader begins.
    #[must_use]
    pub fn in_room(mut self, session: crate::journal::Session) -> Self {
        self.at_hand.session = session;
        if self.at_hand.session.items.is_empty() {
            self.open_session();
        } else {
            self.enter_room(0);
        }
        self.lay_out();
        self
    }

    /// Draws questions by chance from this number on.
    #[must_use]
    pub fn with_seed(mut self, seed: u64) -> Self {
        self.at_hand.seed = seed;
        self
    }

    /// Goes into the room, to an item.
    pub(in crate::app) fn enter_room(&mut self, item: usize) {
        if self.at_hand.session.items.is_empty() {
            let key = self.key(Action::Plan);
            return self
                .say(format!("There is nothing on the plan yet. In a guide, {key} puts a passage on it."));
        }
        self.shown.overlays.clear();
        self.shown.notice = None;
        self.shown.copied = None;
        if self.shown.screen != Screen::Room {
            self.leave_for_room();
        }
        let before = self.at_hand.room.take().unwrap_or_else(|| {
            self.ask(Effect::AskTime);
            Room::default()
        });
        self.at_hand.room = Some(Room { item, first: 0, ..before });
        self.note_opened();
    }

    /// Leaves the room, to where one was before.
    pub(in crate::app) fn leave_room(&mut self) {
        self.at_hand.room = None;
        self.shown.overlays.clear();
        self.go_up();
        if self.shown.screen == Screen::Room {
            self.shown.screen = Screen::Welcome;
        }
    }

    /// Comes back into the room from something that was looked up.
    pub(in crate::app) fn return_to_room(&mut self) {
        let item = self.at_hand.room.as_ref().map_or(0, |room| room.item);
        self.enter_room(item);
    }

    /// Notes the guide of the item on the screen as opened in this session.
    fn note_opened(&mut self) {
        let guide = self.at_hand.item().and_then(|item| item.topic.guide(&self.library));
        if let Some(guide) = guide {
            self.note_guide(guide);
        }
    }

    /// Notes a guide that was opened in the room; elsewhere nothing is noted.
    pub(in crate::app) fn note_guide(&mut self, guide: GuideId) {
        if self.at_hand.is_in_room() && !self.at_hand.opened.contains(&guide) {
            self.at_hand.opened.push(guide);
        }
    }

    pub(in crate::app) fn act_in_room(&mut self, action: Action) {
        match action {
            Action::Up => self.scroll_room(-1),
            Action::Down => self.scroll_room(1),
            Action::PageDown if self.room_goes_on() => self.scroll_room(self.room_page()),
            Action::PageUp if self.at_hand.room.as_ref().is_some_and(|room| room.first > 0) => {
                self.scroll_room(-self.room_page());
            }
            Action::Right | Action::Open | Action::NextPane | Action::PageDown => self.step_room(1),
            Action::Left | Action::PreviousPane | Action::Back | Action::PageUp => self.step_room(-1),
            Action::Add => self.ask_words(WordsFor::Action),
            Action::Draw => self.draw_question(),
            Action::Minutes => self.toggle_minutes(),
            Action::Inspect => self.open_item(),
            Action::Finish => self.do_session(SessionCommand::End),
            Action::Close => {
                let key = self.key(Action::Session);
                self.leave_room();
                self.say(format!("The session is still at hand: {key} leads back."));
            }
            _ => {}
        }
    }

    /// Goes to the next item, or the one before; behind the last one is the end of the session.
    fn step_room(&mut self, by: isize) {
        let count = self.at_hand.session.items.len();
        let Some(room) = &mut self.at_hand.room else { return };
        let to = room.item.saturating_add_signed(by);
        if to >= count {
            return self.do_session(SessionCommand::End);
        }
        (room.item, room.first) = (to, 0);
        self.note_opened();
    }

    fn scroll_room(&mut self, by: isize) {
        if let Some(room) = &mut self.at_hand.room {
            room.first = room.first.saturating_add_signed(by);
        }
    }

    fn room_page(&self) -> isize {
        isize::try_from(self.room_area().height.saturating_sub(1).max(1)).unwrap_or(1)
    }

    fn room_goes_on(&self) -> bool {
        let rows = self.room_rows().len();
        let height = usize::from(self.room_area().height);
        self.at_hand.room.as_ref().is_some_and(|room| room.first + height < rows)
    }

    /// Scrolls the item no further than to its end.
    pub(in crate::app) fn settle_room(&mut self) {
        let last = self.room_rows().len().saturating_sub(usize::from(self.room_area().height));
        if let Some(room) = &mut self.at_hand.room {
            room.first = room.first.min(last);
        }
    }

    fn room_area(&self) -> Rect {
        room_area(&self.geometry_or_smallest())
    }

    /// Returns where the item stands, its rows, and the first of them on the screen.
    #[must_use]
    pub fn room_panel(&self, geometry: &Geometry) -> (Rect, Vec<ListRow>, usize) {
        let first = self.at_hand.room.as_ref().map_or(0, |room| room.first);
        (room_area(geometry), self.room_rows(), first)
    }

    /// Returns the rows of the item on the screen.
    fn room_rows(&self) -> Vec<ListRow> {
        let Some(item) = self.at_hand.item() else { return Vec::new() };
        let minutes = if item.minutes == 0 { String::new() } else { format!(" · {} minutes", item.minutes) };
        let label = match &item.topic {
            Topic::Agreed => "To begin with",
            topic => topic.label(),
        };
        let mut rows = vec![ListRow::text(ListRole::Detail, format!("{label}{minutes}")), ListRow::blank()];
        let columns = usize::from(self.room_area().width);
        let last = self.journal.sessions.last_with_open_actions();
        rows.extend(topic_rows(&self.library, &item.topic, last, columns));
        rows
    }

    /// Draws a question that was not drawn before, and shows it as the next item.
    pub(in crate::app) fn draw_question(&mut self) {
        self.begin_plan();
        let mut questions: Vec<_> = self.library.questions().collect();
        draw(&mut questions, self.at_hand.seed);
        let count = questions.len();
        let drawn = (0..count).map(|step| (self.at_hand.drawn + step) % count).find_map(|at| {
            let question = questions.get(at)?;
            let topic = Topic::at(&self.library, question.guide, question.pos());
            (!self.at_hand.session.has(&topic)).then_some((at + 1, topic))
        });
        let Some((drawn, topic)) = drawn else {
            return self.say("Every question is on the plan already.");
        };
        self.at_hand.drawn = drawn;
        self.change_session(SessionChange::AddItem { topic, minutes: 0 });
        let Some(id) = self.at_hand.session.items.last().map(|item| item.id) else { return };
        if let Some(at) = self.at_hand.room.as_ref().map(|room| room.item + 1) {
            self.change_session(SessionChange::Move(id, at));
            self.step_room(1);
        } else {
            self.say("Drawn. The same key draws another one.");
        }
    }

    fn toggle_minutes(&mut self) {
        let Some(room) = &mut self.at_hand.room else { return };
        room.elapsed = match room.elapsed {
            Elapsed::Hidden => Elapsed::Shown,
            Elapsed::Shown => Elapsed::Hidden,
        };
        self.ask(Effect::AskTime);
    }

    /// Whether the screen changes with the minutes.
    #[must_use]
    pub fn counts_minutes(&self) -> bool {
        self.shown.screen == Screen::Room
            && self.at_hand.room.as_ref().is_some_and(|room| room.elapsed == Elapsed::Shown)
    }

    /// Takes in what the clock says.
    pub(in crate::app) fn clock(&mut self, now: Moment) {
        if let Some(room) = &mut self.at_hand.room {
            room.began.get_or_insert(now);
            room.now = Some(now);
        }
    }

    /// Opens the guide that the item is from, at its place.
    fn open_item(&mut self) {
        let found = self.at_hand.item().and_then(|item| item.topic.resolve(&self.library));
        match found {
            Some(Ok(found)) => {
                self.open(crate::app::Document::Guide(found.guide), None);
                self.shown.go_to(found.pos);
            }
            Some(Err(gone)) => self.say(gone.to_string()),
            None => self.say("This is from no guide."),
        }
    }

    /// Marks what was agreed last time as done, or as open again, by its number.
    pub(in crate::app) fn mark_agreed(&mut self, number: usize) {
        if !self.at_hand.item().is_some_and(|item| item.topic == Topic::Agreed) {
            return;
        }
        let Some(last) = self.journal.sessions.last_with_open_actions() else { return };
        let Some(action) = last.actions.get(number.saturating_sub(1)) else { return };
        let (id, action, state) = (last.id, action.id, action.state.turned());
        self.record(Change::Session(id, SessionChange::Mark(action, state)));
        self.say(if state == ActionState::Done { "Done." } else { "Open again." });
    }

    /// Asks for words.
    pub(in crate::app) fn ask_words(&mut self, on: WordsFor) {
        self.shown.overlays.cover(Overlay::Words(Box::new(Words::new(on))));
    }

    /// Copies the item on the screen.
    pub(in crate::app) fn copy_item(&mut self) {
        let Some(item) = self.at_hand.item() else { return };
        let rows = topic_rows(&self.library, &item.topic, None, usize::from(u16::MAX));
        let lines: Vec<String> = rows.into_iter().map(|row| row.text).collect();
        self.hand_out(Copied::words_alone(lines.join("\n").trim().to_owned()));
    }
}

/// Returns where an item stands: a narrow column in the middle, apart from the top line.
fn room_area(geometry: &Geometry) -> Rect {
    let body = geometry.body;
    let width = body.width.saturating_sub(2).clamp(1, COLUMNS).min(body.width);
    let above = if body.height > 16 { body.height / ABOVE } else { u16::from(body.height > 8) };
    Rect {
        x: body.x + (body.width - width) / 2,
        y: body.y + above,
        width,
        height: body.height.saturating_sub(above).max(1),
    }
}

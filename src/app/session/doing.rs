//! What is done with the session at hand: kept, begun from another plan, handed out, thrown away.

use super::at_hand::AtHand;
use super::command::{SessionCommand, WordsFor};
use crate::app::overlays::{Ending, Overlay, PlanSheet};
use crate::app::{Action, App, Copied, PickerKind};
use crate::handout::{Format, Print, Sheet, learning_line};
use crate::journal::{Change, Durability, Session, SessionChange, SessionId, Topic};

impl App {
    /// Does what an overlay asks of the session.
    pub(in crate::app) fn do_session(&mut self, command: SessionCommand) {
        match command {
            SessionCommand::Enter(item) => self.enter_room(item),
            SessionCommand::Change(change) => self.change_session(change),
            SessionCommand::Remove(id) => self.remove_item(id),
            SessionCommand::Restore => self.restore_item(),
            SessionCommand::Ask(on) => self.ask_words(on),
            SessionCommand::Take(on, words) => self.take_words(&on, words),
            SessionCommand::Draw => self.draw_question(),
            SessionCommand::Choose => self.choose_session(),
            SessionCommand::Questions => self.choose_questions(),
            SessionCommand::Toggle(topic) => self.toggle_topic(topic),
            SessionCommand::Ready(at) => {
                if let Some(plan) = self.library.plans.get(at) {
                    let plan = Session::ready(&self.library, plan);
                    self.go_on_with(self.journal.sessions.following(plan));
                }
            }
            SessionCommand::Open(id) => {
                if let Some(session) = self.journal.sessions.get(id).cloned() {
                    self.go_on_with(session);
                }
            }
            SessionCommand::Keep => self.keep_session(),
            SessionCommand::CopyPlan => self.copy_plan(),
            SessionCommand::CopyRecord => {
                let sheet = Sheet::record(&self.library, &self.at_hand.session);
                self.hand_out(Copied::words_alone(sheet.write(Format::Text, Print::Usual)));
            }
            SessionCommand::End => self.open_ending(),
            SessionCommand::KeepRecord => self.keep_record(),
            SessionCommand::ThrowAway => self.throw_away(),
        }
    }

    /// Shows the plan; where there is none, what one can begin with.
    pub(in crate::app) fn open_session(&mut self) {
        if self.at_hand.session.is_empty() {
            return self.choose_session();
        }
        let item = self.at_hand.room.as_ref().map_or(0, |room| room.item);
        self.shown.overlays.open(Overlay::Plan(PlanSheet::at(item)));
    }

    /// Takes another session to hand, and shows its plan.
    fn go_on_with(&mut self, session: Session) {
        self.at_hand = AtHand { session, seed: self.at_hand.seed, ..AtHand::default() };
        self.open_session();
    }

    fn remove_item(&mut self, id: u32) {
        let session = &self.at_hand.session;
        let Some(at) = session.place_of(id) else { return };
        self.at_hand.removed.extend(session.items.get(at).map(|item| (item.clone(), at)));
        self.change_session(SessionChange::RemoveItem(id));
        let key = self.key_in_list(Action::Undo);
        self.say(format!("Removed. {key} puts it back."));
    }

    fn restore_item(&mut self) {
        match self.at_hand.removed.pop() {
            Some((item, at)) => self.change_session(SessionChange::RestoreItem(item, at)),
            None => self.say("There is nothing to put back."),
        }
    }

    fn toggle_topic(&mut self, topic: Topic) {
        self.begin_plan();
        match self.at_hand.session.item_about(&topic).map(|item| item.id) {
            Some(id) => self.change_session(SessionChange::RemoveItem(id)),
            None => self.change_session(SessionChange::AddItem { topic, minutes: 0 }),
        }
        self.refresh_questions();
    }

    /// Takes words that were asked for.
    fn take_words(&mut self, on: &WordsFor, words: String) {
        match on {
            WordsFor::Action => {
                let action = crate::journal::AgreedAction::parse(&words);
                self.say(format!("Agreed: {} · {} · by {}", action.what, action.who.slug(), action.by));
                let (what, who, by) = (action.what, action.who, action.by);
                self.change_session(SessionChange::Agree { what, who, by });
            }
            WordsFor::NewItem => {
                self.begin_plan();
                self.change_session(SessionChange::AddItem { topic: Topic::Own(words), minutes: 0 });
                self.open_session();
            }
            WordsFor::Item(id, _) => self.change_session(SessionChange::Words(*id, words)),
            WordsFor::Title(_) => self.change_session(SessionChange::Title(words)),
            WordsFor::Learning => {
                let day =
                    self.at_hand.room.as_ref().and_then(|room| room.now).map(crate::journal::Moment::day);
                let line = learning_line(&self.library, &self.at_hand.opened, day, &words);
                self.hand_out(Copied::words_alone(line));
            }
        }
    }

    fn keep_session(&mut self) {
        if self.at_hand.is_kept() {
            return self.say("It is kept already, and every change with it.");
        }
        self.record(Change::KeepSession(Box::new(self.at_hand.session.clone())));
    }

    fn keep_record(&mut self) {
        self.change_session(SessionChange::Held);
        if !self.at_hand.is_kept() {
            self.record(Change::KeepSession(Box::new(self.at_hand.session.clone())));
        }
        self.leave_room();
    }

    /// Throws the session away: from memory, and from the disk if it was kept.
    fn throw_away(&mut self) {
        let id = self.at_hand.session.id;
        if id == SessionId::default() {
            self.say("Thrown away. Nothing of this session is left.");
        } else {
            self.record(Change::RemoveSession(id));
        }
        let is_in_room = self.at_hand.is_in_room();
        self.at_hand = AtHand { seed: self.at_hand.seed, ..AtHand::default() };
        self.shown.copied = None;
        self.shown.overlays.clear();
        if is_in_room {
            self.leave_room();
        }
    }

    fn copy_plan(&mut self) {
        let last = self.journal.sessions.last_with_open_actions();
        let sheet = Sheet::plan(&self.library, &self.at_hand.session, last);
        self.hand_out(Copied::words_alone(sheet.write(Format::Text, Print::Usual)));
    }

    /// Says that a change to the sessions has been kept, and takes the session as it is kept now.
    pub(in crate::app) fn sessions_changed(&mut self, change: &Change, durability: Durability) {
        let notice = match change {
            Change::KeepSession(kept) => {
                let is_it = |session: &&Session| {
                    session.title == kept.title && session.items.len() == kept.items.len()
                };
                let found = self.journal.sessions.all().iter().rev().find(is_it).cloned();
                self.at_hand.refresh(found.as_ref());
                let shown = self.key(Action::Session);
                format!("Kept: “{}”. {shown} shows it; only your own account can read it.", kept.name())
            }
            Change::Session(id, _) => {
                if *id == self.at_hand.session.id {
                    let kept = self.journal.sessions.get(*id).cloned();
                    self.at_hand.refresh(kept.as_ref());
                }
                return;
            }
            Change::RemoveSession(_) => "Thrown away. Nothing of this session is left.".to_owned(),
            _ => return,
        };
        if self.overlay().is_some_and(
            |overlay| matches!(overlay, Overlay::Picker(picker) if picker.kind == PickerKind::Sessions),
        ) {
            self.choose_session();
        }
        self.say(match durability {
            Durability::OnDisk => notice,
            Durability::UntilTheEnd => "Until you leave: nothing is written.".to_owned(),
        });
    }

    /// Asks what becomes of the session.
    fn open_ending(&mut self) {
        self.shown.overlays.open(Overlay::Ending(Ending::default()));
    }

    fn key_in_list(&self, action: Action) -> String {
        self.keymap.key_for(crate::app::Context::List, action).unwrap_or_default()
    }
}

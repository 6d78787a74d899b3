//! Lists to choose from: what a session can begin with, and all questions.

use super::command::{SessionCommand, WordsFor};
use crate::app::overlays::Overlay;
use crate::app::{App, Command, Entry, ListRole, Picker, PickerKind};
use crate::journal::Topic;

impl App {
    /// Lists what a session can begin with: ready plans, sessions that are kept, questions.
    pub(in crate::app) fn choose_session(&mut self) {
        let entry = |words: String, aside: String, detail: Option<String>, command: SessionCommand| Entry {
            words,
            aside,
            detail,
            role: ListRole::Item,
            command: Command::Session(command),
        };
        let mut entries: Vec<Entry> = Vec::new();
        for (at, plan) in self.library.plans.iter().enumerate() {
            let minutes = format!("{} min", plan.minutes());
            let about = Some(plan.purpose.clone());
            entries.push(entry(plan.title.clone(), minutes, about, SessionCommand::Ready(at)));
        }
        // What was planned or agreed with somebody else is nobody’s business in the room.
        let kept = if self.at_hand.is_in_room() { &[][..] } else { self.journal.sessions.all() };
        for session in kept.iter().rev() {
            let what = if session.held.is_some() { "record" } else { "plan" };
            let aside = format!("{what} · {}", session.day());
            entries.push(entry(session.name().to_owned(), aside, None, SessionCommand::Open(session.id)));
        }
        let own = "A plan of your own: type what to talk about";
        let new = SessionCommand::Ask(WordsFor::NewItem);
        entries.push(entry(own.to_owned(), String::new(), None, new));
        let draw = "A question that chance draws";
        entries.push(entry(draw.to_owned(), String::new(), None, SessionCommand::Draw));
        let choose = "Questions that you choose";
        entries.push(entry(choose.to_owned(), String::new(), None, SessionCommand::Questions));
        self.show_picker(Picker::new(PickerKind::Sessions, entries, 0));
    }

    /// Lists all questions, narrowed as one types; choosing one puts it on the plan.
    pub(in crate::app) fn choose_questions(&mut self) {
        let picker = Picker::narrowed(PickerKind::Questions, self.question_entries());
        self.shown.overlays.open(Overlay::Picker(Box::new(picker)));
    }

    fn question_entries(&self) -> Vec<Entry> {
        let questions = self.library.questions();
        questions
            .map(|question| {
                let topic = Topic::at(&self.library, question.guide, question.pos());
                let mark = if self.at_hand.session.has(&topic) { "✓ " } else { "  " };
                Entry {
                    words: format!("{mark}{}", question.text(&self.library)),
                    aside: String::new(),
                    detail: Some(self.library.guide(question.guide).title.clone()),
                    role: ListRole::Item,
                    command: Command::Session(SessionCommand::Toggle(topic)),
                }
            })
            .collect()
    }

    /// Marks which questions are on the plan now.
    pub(in crate::app) fn refresh_questions(&mut self) {
        let entries = self.question_entries();
        if let Some(Overlay::Picker(picker)) = self.shown.overlays.top_mut()
            && picker.kind == PickerKind::Questions
        {
            picker.renew(entries);
        }
    }
}

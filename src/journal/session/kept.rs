//! The sessions that are kept.

use super::plan::{Item, Session, SessionChange, SessionId, Topic};
use crate::journal::Moment;

/// The sessions that are kept, in the order they were first kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sessions {
    list: Vec<Session>,
    /// The number of the next one.
    next: u32,
}

impl Default for Sessions {
    fn default() -> Self {
        Self { list: Vec::new(), next: 1 }
    }
}

impl Sessions {
    /// Returns sessions that were kept, and the number kept for the next one. A number that is missing, or that
    /// another one has too, is replaced by a new one.
    #[must_use]
    pub fn new(list: impl IntoIterator<Item = Session>, next: u32) -> Self {
        let list: Vec<Session> = list.into_iter().map(Session::renumbered).collect();
        let last = list.iter().map(|session| session.id.0).max().unwrap_or(0);
        let mut sessions = Self { list: Vec::new(), next: next.max(last.saturating_add(1)) };
        for mut session in list {
            if session.id.0 == 0 || sessions.get(session.id).is_some() {
                session.id = sessions.new_id();
            }
            sessions.list.push(session);
        }
        sessions
    }

    /// Returns all, the first kept first.
    #[must_use]
    pub fn all(&self) -> &[Session] {
        &self.list
    }

    /// Returns the number of the next one.
    #[must_use]
    pub fn next_id(&self) -> SessionId {
        SessionId(self.next)
    }

    /// Returns the one with this number.
    #[must_use]
    pub fn get(&self, id: SessionId) -> Option<&Session> {
        self.list.iter().find(|session| session.id == id)
    }

    /// Returns the last one that was held and has open actions: what a new plan begins with.
    #[must_use]
    pub fn last_with_open_actions(&self) -> Option<&Session> {
        let held = self.list.iter().filter(|session| session.held.is_some());
        held.filter(|session| session.open_actions().next().is_some()).max_by_key(|session| session.held)
    }

    /// Returns a new plan with what was agreed last time as its first item, where something of that is open.
    #[must_use]
    pub fn following(&self, mut plan: Session) -> Session {
        if self.last_with_open_actions().is_some() && !plan.has(&Topic::Agreed) {
            plan.items.insert(0, Item { id: 0, topic: Topic::Agreed, minutes: 0 });
        }
        plan.renumbered()
    }

    /// Keeps one that was not kept before: it has a number of its own from now on.
    pub(in crate::journal) fn keep(&mut self, session: Session, when: Moment) {
        let id = self.new_id();
        let held = session.held.map(|_| when);
        self.list.push(Session { id, made: when, held, ..session.renumbered() });
    }

    /// Changes one; where somebody has thrown it away in the meantime nothing happens.
    pub(in crate::journal) fn change(&mut self, id: SessionId, change: &SessionChange, when: Moment) {
        if let Some(session) = self.list.iter_mut().find(|session| session.id == id) {
            session.apply(change, when);
        }
    }

    pub(in crate::journal) fn remove(&mut self, id: SessionId) {
        self.list.retain(|session| session.id != id);
    }

    fn new_id(&mut self) -> SessionId {
        let id = SessionId(self.next);
        self.next = self.next.saturating_add(1);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{ActionState, By, Who};

    fn own(words: &str) -> SessionChange {
        SessionChange::AddItem { topic: Topic::Own(words.to_owned()), minutes: 0 }
    }

    fn words(session: &Session) -> Vec<&str> {
        session.items.iter().map(|item| item.topic.words()).collect()
    }

    #[test]
    fn items_keep_their_numbers_wherever_they_go() {
        let mut session = Session::default();
        for word in ["a", "b", "b", "c"] {
            session.apply(&own(word), Moment::default());
        }
        assert_eq!(words(&session), ["a", "b", "c"], "what is on the plan is not added again");
        session.apply(&SessionChange::Move(3, 0), Moment::default());
        let gone = session.items[1].clone();
        session.apply(&SessionChange::RemoveItem(gone.id), Moment::default());
        session.apply(&SessionChange::Move(gone.id, 0), Moment::default());
        assert_eq!(words(&session), ["c", "b"]);
        session.apply(&SessionChange::RestoreItem(gone.clone(), 1), Moment::default());
        session.apply(&SessionChange::RestoreItem(gone, 1), Moment::default());
        assert_eq!(words(&session), ["c", "a", "b"]);
    }

    #[test]
    fn numbers_written_by_hand_are_put_right() {
        let mut twice = Session::default();
        twice.apply(&own("a"), Moment::default());
        twice.items.push(twice.items[0].clone());
        let sessions = Sessions::new([twice.clone(), twice], 0);
        let ids: Vec<u32> = sessions.all().iter().map(|session| session.id.0).collect();
        assert_eq!((ids, sessions.next_id()), (vec![1, 2], SessionId(3)));
        assert_eq!(sessions.all()[0].items.iter().map(|item| item.id).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn the_last_session_with_open_actions_is_found() {
        let mut sessions = Sessions::default();
        let agree = SessionChange::Agree { what: "x".to_owned(), who: Who::Me, by: By::NextTime };
        for when in [1, 3, 2] {
            sessions.keep(Session::default(), Moment::from_seconds(when));
            let id = SessionId(sessions.next_id().0 - 1);
            sessions.change(id, &agree, Moment::default());
            assert!(sessions.last_with_open_actions().is_none_or(|last| last.id != id), "it is only a plan");
            sessions.change(id, &SessionChange::Held, Moment::from_seconds(when));
        }
        assert_eq!(sessions.last_with_open_actions().map(|last| last.id), Some(SessionId(2)));
        sessions.change(SessionId(2), &SessionChange::Mark(1, ActionState::Done), Moment::default());
        assert_eq!(sessions.last_with_open_actions().map(|last| last.id), Some(SessionId(3)));
    }
}

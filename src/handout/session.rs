//! A plan as a sheet to prepare with, and what was agreed as a record of one page.

use super::Sheet;
use crate::guide::{BlockKind, Library, passage_blocks};
use crate::journal::{ActionState, AgreedAction, Item, MatchKind, Session, Topic};

/// Lines to write under a question, and under anything else.
const ROOM_TO_ANSWER: u8 = 6;
const ROOM: u8 = 3;

/// What stands on every sheet of a session.
const NO_NAMES: &str = "Nobody’s name and no detail of a case belongs on this sheet.";

impl Sheet {
    /// Returns a plan as a sheet to prepare with: every item once, and room to write. `last` is the session that the
    /// plan follows, of which the open actions are named.
    #[must_use]
    pub fn plan(library: &Library, session: &Session, last: Option<&Session>) -> Self {
        let mut sheet = Self::titled(library, session.name());
        let about = match session.minutes() {
            0 => "To prepare for the session".to_owned(),
            minutes => format!("To prepare for the session · {minutes} minutes"),
        };
        sheet.add(BlockKind::Meta, about);
        for (index, item) in session.items.iter().enumerate() {
            let minutes =
                if item.minutes == 0 { String::new() } else { format!(" · {} minutes", item.minutes) };
            let what = format!("{}. {}{minutes}", index + 1, item.topic.label());
            sheet.add(BlockKind::Heading(1), what);
            sheet.add_item(library, item, last);
            let is_question = matches!(item.topic, Topic::Question(_));
            sheet.add_room(if is_question { ROOM_TO_ANSWER } else { ROOM });
        }
        sheet.add(BlockKind::Heading(1), "Agreed");
        sheet.add(BlockKind::Paragraph, "What, who (me, you, both), by when:");
        sheet.add_room(ROOM_TO_ANSWER);
        sheet.add(BlockKind::Paragraph, NO_NAMES);
        sheet
    }

    /// Adds what an item is about, as the guides have it now.
    fn add_item(&mut self, library: &Library, item: &Item, last: Option<&Session>) {
        match &item.topic {
            Topic::Own(words) => self.add(BlockKind::Paragraph, words),
            Topic::Agreed => {
                let open: Vec<_> = last.into_iter().flat_map(Session::open_actions).collect();
                for (index, action) in open.iter().enumerate() {
                    self.add_bullet(line(action), index == 0);
                }
                if open.is_empty() {
                    self.add(BlockKind::Paragraph, "Nothing is open.");
                }
            }
            Topic::Term { term, title, .. } => {
                self.add(BlockKind::Paragraph, title);
                if let Some(term) = library.terms.iter().find(|known| known.slug == *term) {
                    self.add(BlockKind::Paragraph, &term.meaning);
                }
            }
            topic => self.add_from_guide(library, topic),
        }
    }

    fn add_from_guide(&mut self, library: &Library, topic: &Topic) {
        let found = topic.resolve(library).and_then(Result::ok);
        let Some(found) = found.filter(|found| found.kind != MatchKind::Guide) else {
            self.add(BlockKind::Paragraph, topic.words());
            return self.add(BlockKind::Meta, "This is no longer in the guides.");
        };
        let guide = library.guide(found.guide);
        if let Topic::Guide(_) = topic {
            self.add(BlockKind::Paragraph, &guide.title);
            return self.add(BlockKind::Paragraph, &guide.summary);
        }
        self.add_passage(&guide.blocks, passage_blocks(&guide.blocks, found.pos.block as usize));
        self.add(BlockKind::Meta, format!("From: {}", guide.title));
    }

    /// Returns what was agreed, and what was talked about, on one page.
    #[must_use]
    pub fn record(library: &Library, session: &Session) -> Self {
        let mut sheet = Self::titled(library, session.name());
        let day = session.held.map(|held| held.day().to_string());
        let about = day.map_or_else(|| "Record".to_owned(), |day| format!("Record of {day}"));
        sheet.add(BlockKind::Meta, about);
        sheet.add(BlockKind::Heading(1), "Agreed");
        for (index, action) in session.actions.iter().enumerate() {
            sheet.add_bullet(line(action), index == 0);
        }
        if session.actions.is_empty() {
            sheet.add(BlockKind::Paragraph, "Nothing was noted.");
        }
        if !session.items.is_empty() {
            sheet.add(BlockKind::Heading(1), "What we talked about");
        }
        for (index, item) in session.items.iter().enumerate() {
            sheet.add_bullet(item.topic.in_short(), index == 0);
        }
        sheet.add(BlockKind::Paragraph, NO_NAMES);
        sheet
    }
}

/// Returns an action as a line.
fn line(action: &AgreedAction) -> String {
    let done = if action.state == ActionState::Done { " (done)" } else { "" };
    format!("{} — {}, by {}{done}", action.what, action.who.slug(), action.by)
}

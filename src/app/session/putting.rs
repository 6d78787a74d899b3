//! What the reader is looking at goes on the plan with one key.

use crate::app::overlays::Overlay;
use crate::app::{Action, App, Document, Pane, Screen, ThemeItem};
use crate::guide::{GuideId, Place, Target, TextPos};
use crate::journal::{Session, SessionChange, SessionId, Topic};
use crate::text::truncate;

/// Columns of what is named in a sentence.
const NAMED: usize = 34;

impl App {
    /// Puts what the reader is looking at on the plan.
    pub(in crate::app) fn put_on_plan(&mut self) {
        let Some(topic) = self.topic_at_hand() else {
            return self
                .say("Open a guide first: a passage, a question, a word or a guide goes on the plan.");
        };
        self.put_topic(topic);
    }

    /// Puts something on the plan, and says so.
    pub(in crate::app) fn put_topic(&mut self, topic: Topic) {
        self.begin_plan();
        let named = truncate(topic.words(), NAMED).into_owned();
        let key = self.key(Action::Session);
        if self.at_hand.session.has(&topic) {
            return self.say(format!("On the plan already: “{named}”. {key} shows it."));
        }
        self.change_session(SessionChange::AddItem { topic, minutes: 0 });
        let kept = if self.at_hand.is_kept() { "" } else { ", not kept yet" };
        self.say(format!("On the plan{kept}: “{named}”. {key} shows it."));
    }

    /// Begins a plan with what was agreed last time, where there is none.
    pub(in crate::app) fn begin_plan(&mut self) {
        if self.at_hand.session.is_empty() && !self.at_hand.is_kept() {
            self.at_hand.session = self.journal.sessions.following(Session::default());
        }
    }

    /// Changes the session at hand; one that is kept is changed where it is kept as well.
    pub(in crate::app) fn change_session(&mut self, change: SessionChange) {
        self.at_hand.session.apply(&change, crate::journal::Moment::default());
        let id = self.at_hand.session.id;
        if id != SessionId::default() {
            self.record(crate::journal::Change::Session(id, change));
        }
    }

    /// Returns what the reader is looking at.
    fn topic_at_hand(&self) -> Option<Topic> {
        if let Some(overlay) = self.overlay() {
            return match overlay {
                Overlay::Card(card) => self.topic_of(&card.target),
                Overlay::Questions(questions) => {
                    questions.chosen().map(|(guide, pos)| Topic::at(&self.library, guide, pos))
                }
                _ => None,
            };
        }
        if self.shown.screen != Screen::Reader {
            return None;
        }
        match self.shown.focus {
            Pane::Themes => match self.shown.themes.chosen(&self.library)? {
                ThemeItem::Guide(_, _, guide) => Some(Topic::whole(&self.library, guide)),
                _ => None,
            },
            Pane::Related => self.topic_of(&self.shown.related.chosen()?.clone()),
            Pane::Text => self.topic_in_text(),
        }
    }

    /// Returns the passage, the question, the word or the guide that is read.
    fn topic_in_text(&self) -> Option<Topic> {
        if let Some((guide, pos)) = self.reading_place() {
            return Some(self.topic_at(guide, pos));
        }
        let reading = self.shown.reading.as_ref()?;
        if reading.document != Document::Glossary {
            return None;
        }
        let blocks = reading.blocks(&self.library);
        let at = reading.passage(&self.library, self.text_height())?.start;
        let above = blocks.get(..=at)?.iter().rev();
        let title = above.map(|block| &block.prose.text).find_map(|text| {
            let at = self.library.terms.iter().position(|term| term.title == *text)?;
            Some(crate::guide::TermId::at(at))
        });
        title.map(|term| Topic::term(&self.library, term))
    }

    fn topic_at(&self, guide: GuideId, pos: TextPos) -> Topic {
        let opening = self.library.guide(guide).sections.get(1).map_or(0, |section| section.first);
        if pos.block < opening {
            Topic::whole(&self.library, guide)
        } else {
            Topic::at(&self.library, guide, pos)
        }
    }

    fn topic_of(&self, target: &Target) -> Option<Topic> {
        match target {
            Target::Guide(Place { guide, section: None }) => Some(Topic::whole(&self.library, *guide)),
            Target::Guide(Place { guide, section: Some(section) }) => {
                let section = self.library.guide(*guide).sections.get(*section as usize)?;
                Some(self.topic_at(*guide, TextPos { block: section.first, byte: 0 }))
            }
            Target::Term(term) => Some(Topic::term(&self.library, *term)),
            Target::Reference(_) | Target::Web(_) | Target::Safety(_) => None,
        }
    }
}

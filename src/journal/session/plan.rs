//! A session: what is planned to be talked about, and what was agreed.

use super::action::{ActionState, AgreedAction, By, Who};
use crate::guide::{Day, GuideId, Library, ReadyPlan, ReadyTopic, TermId, TextPos};
use crate::journal::{Anchor, Moment, Resolved, Unresolved};
use crate::text::clean_line;

/// The number that a session keeps for as long as it is kept; 0 for one that is not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub u32);

/// A session of supervision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// Its number.
    pub id: SessionId,
    /// What it is called: never a name of somebody.
    pub title: String,
    /// When it was first kept.
    pub made: Moment,
    /// When it was ended and its record kept.
    pub held: Option<Moment>,
    /// What to talk about, in order.
    pub items: Vec<Item>,
    /// What was agreed, in order.
    pub actions: Vec<AgreedAction>,
}

/// One thing to talk about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its number in the session.
    pub id: u32,
    /// What it is.
    pub topic: Topic,
    /// The minutes that are meant for it; 0 where nobody said.
    pub minutes: u16,
}

/// What an item is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Topic {
    /// A passage of a guide.
    Passage(Anchor),
    /// A reflective question of a guide.
    Question(Anchor),
    /// A whole guide.
    Guide(Anchor),
    /// A term of the glossary: the name of its pack, its own name, and the term.
    Term {
        /// The name of its pack.
        pack: String,
        /// Its own name.
        term: String,
        /// The term as it is written.
        title: String,
    },
    /// Words of one’s own.
    Own(String),
    /// What was agreed last time.
    Agreed,
}

/// What stands over what was agreed last time.
const AGREED_LAST_TIME: &str = "What was agreed last time";

impl Topic {
    /// Returns its name in files and listings.
    #[must_use]
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Passage(_) => "passage",
            Self::Question(_) => "question",
            Self::Guide(_) => "guide",
            Self::Term { .. } => "term",
            Self::Own(_) => "own",
            Self::Agreed => "agreed",
        }
    }

    /// Returns the words to know it by in a list, as they were when it was put on the plan.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Passage(anchor) | Self::Question(anchor) => &anchor.quote.exact,
            Self::Guide(anchor) => &anchor.title,
            Self::Term { title, .. } => title,
            Self::Own(words) => words,
            Self::Agreed => AGREED_LAST_TIME,
        }
    }

    /// Returns what it is, to stand over it.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match self {
            Self::Passage(_) => "A passage",
            Self::Question(_) => "A question",
            Self::Guide(_) => "A guide",
            Self::Term { .. } => "A word",
            Self::Own(_) => "To talk about",
            Self::Agreed => AGREED_LAST_TIME,
        }
    }

    /// Returns its words to stand in a line; what goes on behind them has dots.
    #[must_use]
    pub fn in_short(&self) -> String {
        let words = self.words();
        match self {
            Self::Passage(_) | Self::Question(_) if !words.ends_with(['.', '?', '!']) => format!("{words} …"),
            _ => words.to_owned(),
        }
    }

    /// Returns its durable address, if it is in a guide.
    #[must_use]
    pub fn anchor(&self) -> Option<&Anchor> {
        match self {
            Self::Passage(anchor) | Self::Question(anchor) | Self::Guide(anchor) => Some(anchor),
            Self::Term { .. } | Self::Own(_) | Self::Agreed => None,
        }
    }

    /// Returns a term as a topic.
    #[must_use]
    pub fn term(library: &Library, id: TermId) -> Self {
        let term = library.term(id);
        Self::Term { pack: library.pack.slug.clone(), term: term.slug.clone(), title: term.title.clone() }
    }

    /// Returns where its guide stands now; nothing for what is in none.
    #[must_use]
    pub fn resolve(&self, library: &Library) -> Option<Result<Resolved, Unresolved>> {
        self.anchor().map(|anchor| anchor.resolve(library))
    }

    /// Returns the guide that it is from, if that is still there.
    #[must_use]
    pub fn guide(&self, library: &Library) -> Option<GuideId> {
        self.resolve(library)?.ok().map(|found| found.guide)
    }

    /// Returns the topic of a ready plan as one of a session.
    #[must_use]
    pub fn ready(library: &Library, topic: &ReadyTopic) -> Self {
        let anchor = |guide: GuideId, block: u32| Anchor::of(library, guide, TextPos { block, byte: 0 });
        match topic {
            ReadyTopic::Passage(guide, block) => Self::Passage(anchor(*guide, *block)),
            ReadyTopic::Question(guide, block) => Self::Question(anchor(*guide, *block)),
            ReadyTopic::Own(words) => Self::Own(words.clone()),
        }
    }

    /// Returns what a place of a guide is as a topic: a question where one stands there, else a passage.
    #[must_use]
    pub fn at(library: &Library, guide: GuideId, pos: TextPos) -> Self {
        let anchor = Anchor::of(library, guide, pos);
        if library.guide(guide).question_blocks().any(|block| block == anchor.pos.block) {
            Self::Question(anchor)
        } else {
            Self::Passage(anchor)
        }
    }

    /// Returns a whole guide as a topic.
    #[must_use]
    pub fn whole(library: &Library, guide: GuideId) -> Self {
        Self::Guide(Anchor::of(library, guide, TextPos::default()))
    }

    /// Whether it is about the same as another, however it came on the plan.
    fn is_same(&self, other: &Self) -> bool {
        match (self.anchor(), other.anchor()) {
            (Some(one), Some(two)) => {
                self.slug() == other.slug() && one.key == two.key && one.quote.exact == two.quote.exact
            }
            _ => self == other,
        }
    }
}

/// Something that changes in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionChange {
    /// It is called that.
    Title(String),
    /// An item is added at the end; what is to be talked about already is not added again.
    AddItem {
        /// What it is about.
        topic: Topic,
        /// The minutes for it.
        minutes: u16,
    },
    /// An item has these minutes.
    Minutes(u32, u16),
    /// An item of one’s own has other words.
    Words(u32, String),
    /// An item goes to a place in the order, from 0.
    Move(u32, usize),
    /// An item goes.
    RemoveItem(u32),
    /// An item that was removed comes back to its place.
    RestoreItem(Item, usize),
    /// Something was agreed.
    Agree {
        /// What.
        what: String,
        /// Who does it.
        who: Who,
        /// By when.
        by: By,
    },
    /// An action is done, or open again.
    Mark(u32, ActionState),
    /// An action goes.
    RemoveAction(u32),
    /// The session is over and its record is kept.
    Held,
}

impl SessionChange {
    /// Whether words are to go, and no copy of them may stay.
    pub(in crate::journal) fn throws_away(&self) -> bool {
        matches!(self, Self::RemoveItem(_) | Self::RemoveAction(_) | Self::Words(..) | Self::Title(_))
    }
}

impl Session {
    /// Returns a session with the items of a ready plan.
    #[must_use]
    pub fn ready(library: &Library, plan: &ReadyPlan) -> Self {
        let mut session = Self { title: plan.title.clone(), ..Self::default() };
        for item in &plan.items {
            session.add_item(&Topic::ready(library, &item.topic), item.minutes);
        }
        session
    }

    /// Applies a change that happened at the moment `when`. What it is about may be gone; then nothing happens.
    pub fn apply(&mut self, change: &SessionChange, when: Moment) {
        match change {
            SessionChange::Title(title) => self.title = clean_line(title),
            SessionChange::AddItem { topic, minutes } => self.add_item(topic, *minutes),
            SessionChange::Minutes(id, minutes) => {
                if let Some(item) = self.item_mut(*id) {
                    item.minutes = *minutes;
                }
            }
            SessionChange::Words(id, words) => {
                if let Some(Item { topic: Topic::Own(own), .. }) = self.item_mut(*id) {
                    *own = clean_line(words);
                }
            }
            SessionChange::Move(id, to) => {
                if let Some(from) = self.place_of(*id) {
                    let item = self.items.remove(from);
                    self.items.insert((*to).min(self.items.len()), item);
                }
            }
            SessionChange::RemoveItem(id) => self.items.retain(|item| item.id != *id),
            SessionChange::RestoreItem(item, at) => {
                if self.place_of(item.id).is_none() {
                    self.items.insert((*at).min(self.items.len()), item.clone());
                }
            }
            SessionChange::Agree { what, who, by } => {
                let (id, what, by) = (self.next_id(), clean_line(what), by.clone());
                self.actions.push(AgreedAction { id, what, who: *who, by, state: ActionState::Open });
            }
            SessionChange::Mark(id, state) => {
                if let Some(action) = self.actions.iter_mut().find(|action| action.id == *id) {
                    action.state = *state;
                }
            }
            SessionChange::RemoveAction(id) => self.actions.retain(|action| action.id != *id),
            SessionChange::Held => self.held = Some(when),
        }
    }

    fn add_item(&mut self, topic: &Topic, minutes: u16) {
        if !self.has(topic) {
            let item = Item { id: self.next_id(), topic: topic.clone(), minutes };
            self.items.push(item);
        }
    }

    /// Whether this is on the plan.
    #[must_use]
    pub fn has(&self, topic: &Topic) -> bool {
        self.items.iter().any(|item| item.topic.is_same(topic))
    }

    /// Returns the item that is about this.
    #[must_use]
    pub fn item_about(&self, topic: &Topic) -> Option<&Item> {
        self.items.iter().find(|item| item.topic.is_same(topic))
    }

    /// Returns where an item stands in the order.
    #[must_use]
    pub fn place_of(&self, id: u32) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    fn item_mut(&mut self, id: u32) -> Option<&mut Item> {
        self.items.iter_mut().find(|item| item.id == id)
    }

    /// Returns a number that no item and no action of it has.
    fn next_id(&self) -> u32 {
        let items = self.items.iter().map(|item| item.id);
        let last = items.chain(self.actions.iter().map(|action| action.id)).max().unwrap_or(0);
        last.saturating_add(1)
    }

    /// Returns the minutes of all items.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.items.iter().map(|item| u32::from(item.minutes)).sum()
    }

    /// Returns the actions that are not done.
    pub fn open_actions(&self) -> impl Iterator<Item = &AgreedAction> {
        self.actions.iter().filter(|action| action.state == ActionState::Open)
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.actions.is_empty()
    }

    /// Returns the day to know it by: when it was held, else when it was first kept.
    #[must_use]
    pub fn day(&self) -> Day {
        self.held.unwrap_or(self.made).day()
    }

    /// Returns what to call it: its title, or what it is.
    #[must_use]
    pub fn name(&self) -> &str {
        if self.title.is_empty() { "Session" } else { &self.title }
    }

    /// Gives a new number to each item and action that has none, or one that another has.
    pub(super) fn renumbered(mut self) -> Self {
        let mut seen: Vec<u32> = vec![0];
        let mut next = self.next_id();
        let ids = self.items.iter_mut().map(|item| &mut item.id);
        for id in ids.chain(self.actions.iter_mut().map(|action| &mut action.id)) {
            if seen.contains(id) {
                *id = next;
                next = next.saturating_add(1);
            }
            seen.push(*id);
        }
        self
    }
}

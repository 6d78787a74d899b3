//! What somebody needs when a person is at risk now: first pages, situations, and each telephone number once.
//!
//! A text names a number as `{id}` and never by its digits; [`Safety::shown`] (`contact`) puts the digits in, so that an
//! organisation's own number ([`Safety::replace`]) stands everywhere at once.

use serde::{Deserialize, Serialize};

use super::{Area, Block, Day, Mark, MarkKind, Prose, SituationId, Target};

/// What a number that an organisation has not filled in says.
pub const NOT_FILLED_IN: &str = "not filled in: ask your manager now, before you need it";

/// Everything about safety in a pack; empty for a pack that has no `safety.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Safety {
    /// What the pages are and are not, in small print.
    pub statements: Vec<Prose>,
    /// The first page for each area that has one.
    pub pages: Vec<FirstPage>,
    /// The numbers, in the pack's order.
    pub numbers: Vec<Number>,
    /// The rows that an organisation fills in.
    pub organisation: Vec<OrganisationRow>,
    /// The situations, in the pack's order.
    pub situations: Vec<Situation>,
    /// Where the advice comes from.
    pub sources: Vec<SafetySource>,
    /// The day it is read on, where that is known: what was to be compared with its source before says so.
    #[serde(skip)]
    pub today: Option<Day>,
}

/// The first page for an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstPage {
    /// For whom.
    pub area: Area,
    /// Its title.
    pub title: String,
    /// Its cards, the most urgent first.
    pub cards: Vec<SafetyCard>,
}

/// One instruction and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafetyCard {
    /// The instruction.
    pub heading: Prose,
    /// Short points, the worst first.
    pub points: Vec<Prose>,
}

/// A number to call or text, or a service that is reached on the web.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// Its name in texts.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// Who runs it.
    pub owner: String,
    /// The digits as they are dialled.
    pub number: Option<String>,
    /// The digits as they are read aloud.
    pub say: Option<String>,
    /// How it is reached.
    pub ways: Vec<Way>,
    /// What to text, and where to.
    pub text: Option<String>,
    /// Its page: `https:`.
    pub web: Option<String>,
    /// Its mail address.
    pub email: Option<String>,
    /// Whom it is for.
    pub whom: String,
    /// How old one has to be or may be.
    pub ages: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// When somebody answers: only where that has not changed for years.
    pub hours: Option<String>,
    /// A line more.
    pub note: Option<String>,
    /// The areas it is shown for.
    pub areas: Vec<Area>,
    /// Where it was read; none for a number that the organisation gave itself.
    pub checked: Option<Checked>,
}

/// Where and when a number was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// The page it stands on.
    pub source: SafetySource,
    /// The day it was last compared with its source.
    pub checked_on: Day,
    /// The day from which on it has to be compared again.
    pub review_by: Day,
}

impl Number {
    /// Whether it has to be compared with its source again.
    #[must_use]
    pub fn is_past_review(&self, today: Day) -> bool {
        self.checked.as_ref().is_some_and(|checked| checked.review_by < today)
    }
}

/// A way to reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// By telephone.
    Call,
    /// By text message.
    Text,
    /// In a chat on the web.
    Chat,
    /// By mail.
    Email,
    /// On the web.
    Web,
    /// By an app.
    App,
    /// By a textphone or relay.
    Textphone,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 7] =
        [Self::Call, Self::Text, Self::Chat, Self::Email, Self::Web, Self::App, Self::Textphone];

    /// Returns its name in files and listings.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Text => "text",
            Self::Chat => "chat",
            Self::Email => "email",
            Self::Web => "web",
            Self::App => "app",
            Self::Textphone => "textphone",
        }
    }
}

/// Somebody whom only an organisation can name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationRow {
    /// Its name in texts and in the organisation's file.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// What the organisation filled in.
    pub filled: Option<Filled>,
}

/// What an organisation filled in for a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// The digits as they are dialled; none for an address.
    pub number: Option<String>,
    /// What is read aloud.
    pub say: String,
    /// A line more: a name, hours.
    pub note: Option<String>,
}

/// What may have happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Situation {
    /// Its name in links and commands.
    pub slug: String,
    /// Its page for workers.
    pub workforce: SituationPage,
    /// Its page for young people.
    pub young_people: Option<SituationPage>,
}

impl Situation {
    /// Returns its page for an area; where there is none for young people, the one for workers.
    #[must_use]
    pub fn page(&self, area: Area) -> &SituationPage {
        match area {
            Area::YoungPeople => self.young_people.as_ref().unwrap_or(&self.workforce),
            Area::Workforce => &self.workforce,
        }
    }
}

/// What one area is told about a situation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SituationPage {
    /// Its title.
    pub title: String,
    /// The first five minutes, one thing a line; the first three stand above search results.
    pub first: Vec<Prose>,
    /// Names of numbers and rows of the organisation, in the order they are shown.
    pub numbers: Vec<String>,
    /// All the rest.
    pub text: Vec<Block>,
    /// Where it comes from: indexes of [`Safety::sources`].
    pub sources: Vec<u32>,
}

/// A page that something was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafetySource {
    /// Its name in the file; empty for the source of a number.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address: `https:` or `http:`.
    pub address: String,
    /// The date it bears.
    pub dated: Option<String>,
    /// The day from which on the advice has to be compared with it again; for a number, see [`Checked`].
    pub review_by: Option<Day>,
}

impl Safety {
    /// Whether the pack has no page about safety.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.situations.is_empty()
    }

    /// Returns the situation with this id.
    #[must_use]
    pub fn situation(&self, id: SituationId) -> Option<&Situation> {
        self.situations.get(id.index())
    }

    /// Returns the situation with this slug.
    #[must_use]
    pub fn situation_id(&self, slug: &str) -> Option<SituationId> {
        self.situations.iter().position(|situation| situation.slug == slug).map(SituationId::at)
    }

    /// Returns the first page for an area; where there is none, the first one there is.
    #[must_use]
    pub fn first_page(&self, area: Area) -> Option<&FirstPage> {
        self.pages.iter().find(|page| page.area == area).or_else(|| self.pages.first())
    }

    /// Returns a number that the organisation gives instead of the pack's, or adds.
    pub fn replace(&mut self, number: Number) {
        match self.numbers.iter_mut().find(|other| other.slug == number.slug) {
            Some(other) => *other = number,
            None => self.numbers.push(number),
        }
    }

    /// Returns it for readers of another library: links to guides, terms and references of its own pack are plain
    /// words.
    #[must_use]
    pub fn standalone(mut self) -> Self {
        for prose in self.texts_mut() {
            let leads = |mark: &Mark| {
                !matches!(
                    mark.kind,
                    MarkKind::Link(Target::Guide(_) | Target::Term(_) | Target::Reference(_))
                )
            };
            prose.marks.retain(leads);
        }
        self
    }

    /// Returns every text in it.
    pub fn texts(&self) -> impl Iterator<Item = &Prose> {
        let cards = self.pages.iter().flat_map(|page| &page.cards);
        let cards = cards.flat_map(|card| std::iter::once(&card.heading).chain(&card.points));
        let pages =
            self.situations.iter().flat_map(|one| std::iter::once(&one.workforce).chain(&one.young_people));
        let pages =
            pages.flat_map(|page| page.first.iter().chain(page.text.iter().map(|block| &block.prose)));
        self.statements.iter().chain(cards).chain(pages)
    }

    fn texts_mut(&mut self) -> impl Iterator<Item = &mut Prose> {
        let cards = self.pages.iter_mut().flat_map(|page| &mut page.cards);
        let cards = cards.flat_map(|card| std::iter::once(&mut card.heading).chain(&mut card.points));
        let pages = self
            .situations
            .iter_mut()
            .flat_map(|one| std::iter::once(&mut one.workforce).chain(&mut one.young_people));
        let pages = pages
            .flat_map(|page| page.first.iter_mut().chain(page.text.iter_mut().map(|block| &mut block.prose)));
        self.statements.iter_mut().chain(cards).chain(pages)
    }
}

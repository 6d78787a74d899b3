//! The safety pages for other programs: objects of JSON, and lines of which the first field says what they are.

use serde::Serialize;

use crate::cli::addresses::as_typed;
use crate::cli::form::{Record, line};
use crate::cli::show::text;
use crate::guide::{
    Area, Contact, NOT_FILLED_IN, Number, OrganisationRow, Prose, Safety, SafetyCard, SafetySource,
    Situation, Way,
};

/// The first page: the promise of `safety --json`.
#[derive(Debug, Serialize)]
pub(super) struct FirstPageRecord<'a> {
    title: &'a str,
    area: Area,
    cards: Vec<CardRecord>,
    situations: Vec<SituationRecord<'a>>,
    organisation: Vec<NumberRecord<'a>>,
    numbers: Vec<NumberRecord<'a>>,
    statements: Vec<String>,
}

impl<'a> FirstPageRecord<'a> {
    pub(super) fn new(safety: &'a Safety, area: Area) -> Self {
        let numbers = safety.numbers.iter().filter(|number| number.areas.contains(&area));
        Self {
            title: safety.first_page(area).map_or("", |page| &page.title),
            area,
            cards: safety
                .first_page(area)
                .map(|page| page.cards.iter().map(|card| CardRecord::new(safety, card)).collect())
                .unwrap_or_default(),
            situations: safety.situations.iter().map(|one| SituationRecord::new(one, area)).collect(),
            organisation: safety.organisation.iter().map(NumberRecord::row).collect(),
            numbers: numbers.map(|number| NumberRecord::new(safety, number)).collect(),
            statements: statements(safety),
        }
    }

    /// Returns it as lines: cards, situations, rows of the organisation, numbers.
    pub(super) fn lines(&self) -> String {
        lines(&self.cards) + &lines(&self.situations) + &lines(&self.organisation) + &lines(&self.numbers)
    }
}

/// The page of a situation: the promise of `safety SITUATION --json`.
#[derive(Debug, Serialize)]
pub(super) struct SituationPageRecord<'a> {
    /// Its id.
    situation: &'a str,
    title: &'a str,
    area: Area,
    /// What to do in the first five minutes, a line each.
    first: Vec<String>,
    /// Numbers, and rows of the organisation, in the order they are shown.
    numbers: Vec<NumberRecord<'a>>,
    /// All the rest: a line for each paragraph and list item, an empty one between blocks.
    text: String,
    sources: Vec<SourceRecord<'a>>,
    statements: Vec<String>,
}

impl<'a> SituationPageRecord<'a> {
    pub(super) fn new(safety: &'a Safety, situation: &'a Situation, area: Area) -> Self {
        let page = situation.page(area);
        let contacts = page.numbers.iter().filter_map(|slug| safety.contact(slug));
        let sources = page.sources.iter().filter_map(|index| safety.sources.get(*index as usize));
        Self {
            situation: &situation.slug,
            title: &page.title,
            // Where there is no page for young people it is that for workers.
            area: if situation.young_people.is_some() { area } else { Area::Workforce },
            first: page.first.iter().map(|line| plain(safety, line)).collect(),
            numbers: contacts
                .map(|contact| match contact {
                    Contact::Number(number) => NumberRecord::new(safety, number),
                    Contact::Row(row) => NumberRecord::row(row),
                })
                .collect(),
            text: text(&safety.shown_blocks(&page.text), safety),
            sources: sources.map(SourceRecord::new).collect(),
            statements: statements(safety),
        }
    }

    /// Returns it as lines: what to do first, then whom to call.
    pub(super) fn lines(&self) -> String {
        let first: String = self.first.iter().map(|text| line(&["first", text])).collect();
        first + &lines(&self.numbers)
    }
}

/// One instruction.
#[derive(Debug, Serialize)]
struct CardRecord {
    heading: String,
    points: Vec<String>,
}

impl CardRecord {
    fn new(safety: &Safety, card: &SafetyCard) -> Self {
        let points = card.points.iter().map(|point| plain(safety, point));
        Self { heading: plain(safety, &card.heading), points: points.collect() }
    }
}

impl Record for CardRecord {
    fn line(&self) -> String {
        line(&["card", &self.heading, &self.points.join(" ")])
    }
}

/// What may have happened.
#[derive(Debug, Serialize)]
struct SituationRecord<'a> {
    id: &'a str,
    title: &'a str,
}

impl<'a> SituationRecord<'a> {
    fn new(situation: &'a Situation, area: Area) -> Self {
        Self { id: &situation.slug, title: &situation.page(area).title }
    }
}

impl Record for SituationRecord<'_> {
    fn line(&self) -> String {
        line(&["situation", self.id, self.title])
    }
}

/// Whom to call: a number, or a row of the organisation. What is not known is null.
#[derive(Debug, Default, Serialize)]
struct NumberRecord<'a> {
    id: &'a str,
    name: &'a str,
    owner: Option<&'a str>,
    /// The digits as they are dialled.
    number: Option<&'a str>,
    /// The digits as they are read aloud; for a row of the organisation, an address or a note too.
    say: Option<&'a str>,
    ways: &'a [Way],
    text: Option<&'a str>,
    web: Option<&'a str>,
    email: Option<&'a str>,
    #[serde(rename = "for")]
    whom: Option<&'a str>,
    ages: Option<&'a str>,
    cost: Option<&'a str>,
    hours: Option<&'a str>,
    note: Option<&'a str>,
    source: Option<SourceRecord<'a>>,
    /// A day, as `2026-11-30`.
    checked_on: Option<String>,
    review_by: Option<String>,
    /// Whether it had to be compared with its source before today.
    past_review: bool,
    /// Whether the organisation has filled it in: for its rows alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    filled: Option<bool>,
}

impl<'a> NumberRecord<'a> {
    fn new(safety: &Safety, number: &'a Number) -> Self {
        let checked = number.checked.as_ref();
        Self {
            id: &number.slug,
            name: &number.name,
            owner: Some(&number.owner),
            number: number.number.as_deref(),
            say: number.say.as_deref(),
            ways: &number.ways,
            text: number.text.as_deref(),
            web: number.web.as_deref(),
            email: number.email.as_deref(),
            whom: Some(&number.whom),
            ages: number.ages.as_deref(),
            cost: number.cost.as_deref(),
            hours: number.hours.as_deref(),
            note: number.note.as_deref(),
            source: checked.map(|checked| SourceRecord::new(&checked.source)),
            checked_on: checked.map(|checked| checked.checked_on.to_string()),
            review_by: checked.map(|checked| checked.review_by.to_string()),
            past_review: safety.today.is_some_and(|today| number.is_past_review(today)),
            filled: None,
        }
    }

    fn row(row: &'a OrganisationRow) -> Self {
        let filled = row.filled.as_ref();
        let number = filled.and_then(|filled| filled.number.as_deref());
        Self {
            id: &row.slug,
            name: &row.name,
            number,
            say: filled.map(|filled| &*filled.say),
            ways: if number.is_some() { &[Way::Call] } else { &[] },
            note: filled.map_or(Some(NOT_FILLED_IN), |filled| filled.note.as_deref()),
            filled: Some(filled.is_some()),
            ..Self::default()
        }
    }
}

impl Record for NumberRecord<'_> {
    fn line(&self) -> String {
        let kind = if self.filled.is_some() { "organisation" } else { "number" };
        let ways: Vec<&str> = self.ways.iter().map(|way| way.slug()).collect();
        let past = if self.past_review { "past-review" } else { "" };
        let known = |text: Option<&'_ str>| text.unwrap_or_default().to_owned();
        line(&[
            kind,
            self.id,
            self.name,
            &known(self.number),
            &known(self.say),
            &ways.join(","),
            &known(self.whom),
            &known(self.ages),
            &known(self.cost),
            &known(self.hours),
            &known(self.note),
            self.source.as_ref().map_or("", |source| source.address),
            &known(self.checked_on.as_deref()),
            &known(self.review_by.as_deref()),
            past,
            &known(self.text),
            &known(self.web),
            &known(self.email),
            &known(self.owner),
        ])
    }
}

/// A page that something was read from.
#[derive(Debug, Serialize)]
struct SourceRecord<'a> {
    title: &'a str,
    publisher: &'a str,
    address: &'a str,
    dated: Option<&'a str>,
}

impl<'a> SourceRecord<'a> {
    fn new(source: &'a SafetySource) -> Self {
        Self {
            title: &source.title,
            publisher: &source.publisher,
            address: &source.address,
            dated: source.dated.as_deref(),
        }
    }
}

fn lines(records: &[impl Record]) -> String {
    records.iter().map(Record::line).collect()
}

fn statements(safety: &Safety) -> Vec<String> {
    safety.statements.iter().map(|statement| plain(safety, statement)).collect()
}

/// Returns a text with the digits in it, and without marks.
fn plain(safety: &Safety, prose: &Prose) -> String {
    as_typed(&safety.shown(prose).text)
}

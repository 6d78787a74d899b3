//! Puts the safety pages together: every name between curly brackets is known, every digit agrees.

use std::ops::Range;

use super::super::document::{SourceSpan, Text};
use super::super::findings::{Findings, quoted};
use super::super::index::Names;
use super::super::links::{part, web};
use super::super::markdown::MarkdownReader;
use super::super::rule::Rule;
use super::raw;
use crate::guide::{
    Area, Block, Checked, Day, FirstPage, Number, OrganisationRow, Prose, Safety, SafetyCard, SafetySource,
    Situation, SituationPage, names_in_brackets, telephone_digits,
};

/// Returns the safety pages, and reports what is wrong with them.
pub(in super::super) fn safety(raw: &raw::Safety, reader: &mut MarkdownReader<'_, '_>) -> Safety {
    let numbers = raw.numbers.iter().map(|number| (&number.id, &number.name));
    let rows = raw.organisation.iter().map(|row| (&row.id, &row.name));
    let contacts = Names::collect(numbers.chain(rows), "the number", reader.findings);
    let sources = raw.sources.iter().filter_map(|source| source.id.as_ref()).map(|id| (id, id));
    let sources = Names::collect(sources, "the source", reader.findings);
    let mut maker = Maker { contacts, sources, reader };
    Safety {
        today: None,
        statements: maker.lines(&raw.statements),
        pages: raw.pages.iter().map(|(area, page)| maker.first_page(*area, page)).collect(),
        numbers: raw.numbers.iter().map(|number| maker.number(number)).collect(),
        organisation: raw.organisation.iter().map(row).collect(),
        situations: raw.situations.iter().map(|situation| maker.situation(situation)).collect(),
        sources: raw.sources.iter().map(|source| maker.source(source)).collect(),
    }
}

struct Maker<'r, 'a, 'f> {
    contacts: Names,
    sources: Names,
    reader: &'r mut MarkdownReader<'a, 'f>,
}

impl Maker<'_, '_, '_> {
    fn lines(&mut self, lines: &[Text]) -> Vec<Prose> {
        lines.iter().map(|line| self.line(line)).collect()
    }

    fn line(&mut self, text: &Text) -> Prose {
        self.check(text);
        self.reader.prose(text)
    }

    fn blocks(&mut self, text: &Text) -> Vec<Block> {
        self.check(text);
        self.reader.blocks(text)
    }

    /// Reports names of numbers that are not there, and digits that stand in the text itself.
    fn check(&mut self, text: &Text) {
        for (range, name) in names_in_brackets(&text.value) {
            if let Err(why) = part(name, "number", &self.contacts, self.reader.findings) {
                let place = self.place(text, range);
                self.reader.findings.add(why.rule, &place, why.message, why.help);
            }
        }
        for range in telephone_digits(&text.value) {
            let digits = quoted(text.value.get(range.clone()).unwrap_or_default());
            let place = self.place(text, range);
            let message = format!("the number {digits} stands in the text itself");
            let help = "name it by its id, as `{nhs24}`: then one change changes it everywhere";
            self.reader.findings.add(Rule::TelephoneDigits, &place, message, help);
        }
    }

    fn place(&self, text: &Text, range: Range<usize>) -> SourceSpan {
        let document = self.reader.documents.get(text.place.file);
        let place = document.and_then(|document| document.parts(text, &[range]).into_iter().next());
        place.unwrap_or_else(|| text.place.clone())
    }

    fn first_page(&mut self, area: Area, page: &raw::Page) -> FirstPage {
        let cards = page.cards.iter();
        let cards = cards
            .map(|(heading, points)| SafetyCard { heading: self.line(heading), points: self.lines(points) });
        FirstPage { area, title: page.title.value.clone(), cards: cards.collect() }
    }

    fn situation(&mut self, situation: &raw::Situation) -> Situation {
        Situation {
            slug: situation.id.value.clone(),
            // What is missing here was reported, and then nobody sees this page.
            workforce: situation.workforce.as_ref().map_or_else(nothing, |page| self.page(page)),
            young_people: situation.young_people.as_ref().map(|page| self.page(page)),
        }
    }

    fn page(&mut self, page: &raw::SituationPage) -> SituationPage {
        let numbers = page
            .numbers
            .iter()
            .filter(|name| known(name, "number", &self.contacts, self.reader.findings).is_some());
        let numbers = numbers.map(|name| name.value.clone()).collect();
        let sources =
            page.sources.iter().filter_map(|name| known(name, "source", &self.sources, self.reader.findings));
        let sources = sources.filter_map(|at| u32::try_from(at).ok()).collect();
        SituationPage {
            title: page.title.value.clone(),
            first: self.lines(&page.first),
            numbers,
            text: self.blocks(&page.text),
            sources,
        }
    }

    fn source(&mut self, source: &raw::Source) -> SafetySource {
        self.address(&source.address);
        SafetySource {
            slug: source.id.as_ref().map(|id| id.value.clone()).unwrap_or_default(),
            title: source.title.value.clone(),
            publisher: source.publisher.value.clone(),
            address: source.address.value.clone(),
            dated: source.dated.as_ref().map(|dated| dated.value.clone()),
            review_by: source.review_by.as_ref().and_then(|day| Day::parse(&day.value)),
        }
    }

    fn address(&mut self, address: &Text) {
        if let Some(Err(why)) = (!address.value.is_empty()).then(|| web(&address.value)) {
            self.reader.findings.add(why.rule, &address.place, why.message, why.help);
        }
    }

    fn number(&mut self, raw: &raw::Number) -> Number {
        check_digits(raw, self.reader.findings);
        raw.web.iter().for_each(|web| self.address(web));
        let source = raw.source.as_ref().map(|source| self.source(source));
        let review_by = raw.review_by.as_ref().and_then(|day| Day::parse(&day.value));
        let checked = Day::parse(&raw.checked_on.value).zip(review_by).zip(source);
        let value = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
        Number {
            slug: raw.id.value.clone(),
            name: raw.name.value.clone(),
            owner: raw.owner.value.clone(),
            number: value(&raw.dialled),
            say: value(&raw.say),
            ways: raw.ways.clone(),
            text: value(&raw.text),
            web: value(&raw.web),
            email: value(&raw.email),
            whom: raw.whom.value.clone(),
            ages: value(&raw.ages),
            cost: value(&raw.cost),
            hours: value(&raw.hours),
            note: value(&raw.note),
            areas: raw.areas.clone(),
            checked: checked.map(|((checked_on, review_by), source)| Checked {
                source,
                checked_on,
                review_by,
            }),
        }
    }
}

fn nothing() -> SituationPage {
    SituationPage {
        title: String::new(),
        first: Vec::new(),
        numbers: Vec::new(),
        text: Vec::new(),
        sources: Vec::new(),
    }
}

fn row(raw: &raw::Row) -> OrganisationRow {
    OrganisationRow { slug: raw.id.value.clone(), name: raw.name.value.clone(), filled: None }
}

/// Returns the index of a part that is named; one that is not there is reported.
fn known(name: &Text, what: &'static str, names: &Names, findings: &mut Findings) -> Option<usize> {
    match part(&name.value, what, names, findings) {
        Ok(at) => at,
        Err(why) => {
            findings.add(why.rule, &name.place, why.message, why.help);
            None
        }
    }
}

/// The digits that are dialled and those that are read aloud are the same.
fn check_digits(raw: &raw::Number, findings: &mut Findings) {
    match (&raw.dialled, &raw.say) {
        (Some(number), _) if !number.value.bytes().all(|byte| byte.is_ascii_digit()) => {
            let message = format!("`number` takes digits alone, not {}", quoted(&number.value));
            findings.add(
                Rule::WrongValue,
                &number.place,
                message,
                "write the blanks in `say` and the digits here",
            );
        }
        (Some(number), Some(say)) if digits(&say.value) != number.value => {
            let message = format!(
                "`say` has the digits {}, and `number` {}",
                quoted(&digits(&say.value)),
                quoted(&number.value)
            );
            findings.add(
                Rule::DigitsDisagree,
                &say.place,
                message,
                "look the number up again, and write both alike",
            );
            findings.also(number.place.clone());
        }
        (Some(number), None) => {
            let message = "a number needs the key `say`";
            findings.add(
                Rule::MissingKey,
                &number.place,
                message,
                "write `say = \"…\"`: the digits as they are read aloud",
            );
        }
        (None, Some(say)) => {
            let message = "`say` stands without `number`";
            findings.add(
                Rule::MissingKey,
                &say.place,
                message,
                "write `number = \"…\"`: the digits as they are dialled",
            );
        }
        _ => {}
    }
}

/// Returns the digits of a text.
pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

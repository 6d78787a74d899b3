//! `safety.toml` beside the preferences: an organisation's own numbers, which win over the pack's.
//!
//! What is wrong with it is reported, and all of the pack's own page stays: a slip must not hide a number.

use toml::de::DeTable;

use super::super::document::{SourceFile, Text};
use super::super::fields::{Fields, Form};
use super::super::files::report_unread;
use super::super::findings::{Findings, listed, quoted};
use super::super::report::Report;
use super::super::rule::Rule;
use super::super::{Source, SourceError, size, syntax};
use super::assemble::digits;
use super::raw::{AT_MOST, LINE, TITLE};
use crate::guide::{Area, Filled, Number, Safety, Way};

/// The file as `toolkit safety --new` writes it, to be filled in.
pub const STARTER: &str = include_str!("starter.toml");

/// Digits that nobody replaces.
const PROTECTED: [&str; 3] = ["999", "111", "08001111"];

/// The row for the address that is read out to the emergency services.
const THIS_ADDRESS: &str = "this-address";

/// The safety pages with an organisation's own numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSafety {
    /// The pages; without what could not be taken over.
    pub safety: Safety,
    /// What is wrong with the file.
    pub report: Report,
}

/// A `[[number]]` of the file.
struct Own {
    id: Text,
    name: Option<Text>,
    number: Option<Text>,
    web: Option<Text>,
    hours: Option<Text>,
    note: Option<Text>,
}

/// Puts an organisation's own numbers into the safety pages.
#[must_use]
pub fn own_safety(source: &Source, mut safety: Safety) -> OwnSafety {
    let document = SourceFile::new(0, source);
    let mut findings = Findings::new(1);
    if let Some(table) = table(source, document, &mut findings) {
        let mut fields = Fields::new(document, table.get_ref(), "the file", &mut findings);
        let address = fields.optional_text("this_address", LINE);
        let numbers = fields.tables("number", "a number", AT_MOST, number);
        fields.finish();
        if let Some(address) = address {
            fill(&mut safety, THIS_ADDRESS, Filled { number: None, say: address.value, note: None });
        }
        for own in numbers {
            take(&own, &mut safety, &mut findings);
        }
    }
    OwnSafety { safety, report: findings.report(&[document]) }
}

/// Returns the table that the file is, or reports why it is none.
fn table<'a>(
    source: &Source,
    document: SourceFile<'a>,
    findings: &mut Findings,
) -> Option<toml::Spanned<DeTable<'a>>> {
    let problem = match &source.text {
        Ok(text) if size::excess(text).is_some() => Some(&SourceError::TooLarge),
        read => read.as_ref().err(),
    };
    if let Some(problem) = problem {
        report_unread(problem, document, findings);
        return None;
    }
    let report = |error| {
        let problem = syntax::explain(document.text, &error);
        findings.add(Rule::TomlSyntax, &document.place(problem.bytes), problem.message, problem.help);
    };
    DeTable::parse(document.text).map_err(report).ok()
}

fn number(fields: &mut Fields<'_, '_>) -> Own {
    Own {
        id: fields.id(),
        name: fields.optional_text("name", TITLE),
        number: fields.optional_text("number", TITLE),
        web: fields.optional_text("web", LINE),
        hours: fields.optional_text("hours", Form::Line(200)),
        note: fields.optional_text("note", LINE),
    }
}

/// Puts one number into the pages, or reports why not.
fn take(own: &Own, safety: &mut Safety, findings: &mut Findings) {
    if own.id.value.is_empty() || !is_sound(own, findings) {
        return;
    }
    let value = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    let dialled = own.number.as_ref().map(|number| digits(&number.value));
    if safety.organisation.iter().any(|row| row.slug == own.id.value) {
        let say = value(&own.number).or_else(|| value(&own.note)).unwrap_or_default();
        let note = [value(&own.name), value(&own.hours), value(&own.note)].into_iter().flatten();
        let note = note.filter(|note| *note != say).collect::<Vec<_>>().join(", ");
        fill(
            safety,
            &own.id.value,
            Filled { number: dialled, say, note: Some(note).filter(|note| !note.is_empty()) },
        );
        return;
    }
    let ours = safety.numbers.iter().find(|number| number.slug == own.id.value);
    if let Some(ours) =
        ours.filter(|ours| ours.number.as_ref().is_some_and(|number| PROTECTED.contains(&&**number)))
    {
        let message = format!("{} cannot be replaced", quoted(&own.id.value));
        let help = format!("{} always stands as it is; add a number of your own under another id", ours.name);
        findings.add(Rule::ProtectedNumber, &own.id.place, message, help);
        return;
    }
    let base = ours.cloned();
    let Some(name) = value(&own.name).or_else(|| base.as_ref().map(|base| base.name.clone())) else {
        return report_unknown(own, safety, findings);
    };
    let base = base.unwrap_or_else(|| nobody(&own.id.value));
    let ways = if dialled.is_some() { vec![Way::Call] } else { vec![Way::Web] };
    safety.replace(Number {
        name,
        number: dialled,
        say: value(&own.number),
        ways,
        text: None,
        web: value(&own.web),
        email: None,
        hours: value(&own.hours),
        note: value(&own.note),
        owner: "your organisation".to_owned(),
        checked: None,
        ..base
    });
}

fn nobody(slug: &str) -> Number {
    Number {
        slug: slug.to_owned(),
        name: String::new(),
        owner: String::new(),
        number: None,
        say: None,
        ways: Vec::new(),
        text: None,
        web: None,
        email: None,
        whom: String::new(),
        ages: None,
        cost: None,
        hours: None,
        note: None,
        areas: Area::ALL.to_vec(),
        checked: None,
    }
}

/// Whether a number can be dialled, its page opened, and there is one of the two.
fn is_sound(own: &Own, findings: &mut Findings) -> bool {
    if let Some(web) = &own.web
        && let Err(why) = super::super::links::web(&web.value)
    {
        findings.add(why.rule, &web.place, why.message, why.help);
        return false;
    }
    if let Some(number) = &own.number {
        let plain = number.value.chars().all(|c| c.is_ascii_digit() || " \u{a0}-()".contains(c));
        if !plain || !(3..=15).contains(&digits(&number.value).len()) {
            let message = format!("{} is no telephone number", quoted(&number.value));
            let help = "write digits with blanks, as they are read aloud; put names and hours into `note`";
            findings.add(Rule::WrongValue, &number.place, message, help);
            return false;
        }
    }
    if own.number.is_none() && own.web.is_none() && own.note.is_none() {
        let message = format!("{} has no number", quoted(&own.id.value));
        findings.add(Rule::MissingKey, &own.id.place, message, "write `number = \"…\"`, or take it out");
        return false;
    }
    true
}

fn report_unknown(own: &Own, safety: &Safety, findings: &mut Findings) {
    let known: Vec<&str> = safety.organisation.iter().map(|row| &*row.slug).collect();
    let ours = safety.numbers.iter().map(|number| &*number.slug);
    let all: Vec<&str> = known.iter().copied().chain(ours).collect();
    let help = match findings.meant(&own.id.value, all.iter().copied()) {
        Some(near) => format!("did you mean `{near}`? For a number of your own write its `name`"),
        None => {
            format!("the rows to fill in are {}; for a number of your own write its `name`", listed(known))
        }
    };
    let message = format!("no number is called {}", quoted(&own.id.value));
    findings.add(Rule::BadId, &own.id.place, message, help);
}

fn fill(safety: &mut Safety, slug: &str, filled: Filled) {
    if let Some(row) = safety.organisation.iter_mut().find(|row| row.slug == slug) {
        row.filled = Some(filled);
    }
}

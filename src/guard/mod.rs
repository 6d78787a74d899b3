//! Floor 1: what in a line looks like a person, or like a number that leads to one.
//!
//! A session of supervision has no names and no case detail in it. So a line is looked through before it is taken, and
//! whoever wrote it is shown what was seen: they change it, or keep it knowingly. A guard that is sometimes wrong
//! cannot forbid anything. What it goes by stands in `words.toml` and `names.toml`; how well it does is measured over
//! labelled lines (`tests/it/guard`).

mod line;
mod names;
mod numbers;
mod words;

use std::ops::Range;

use crate::text::slice;
use line::Line;
use words::Words;

/// What something in a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sighting {
    /// A title with a name.
    TitleName,
    /// A given name.
    GivenName,
    /// A date of birth.
    BirthDate,
    /// A postcode.
    Postcode,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A CHI number, by which the health service of Scotland knows a patient.
    Chi,
    /// A National Insurance number.
    NationalInsurance,
    /// The number of a case or a file.
    CaseNumber,
}

impl Sighting {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::TitleName,
        Self::GivenName,
        Self::BirthDate,
        Self::Postcode,
        Self::Phone,
        Self::Email,
        Self::Chi,
        Self::NationalInsurance,
        Self::CaseNumber,
    ];

    /// Returns its name in listings.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::TitleName => "title-name",
            Self::GivenName => "given-name",
            Self::BirthDate => "birth-date",
            Self::Postcode => "postcode",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Chi => "chi",
            Self::NationalInsurance => "ni",
            Self::CaseNumber => "case-number",
        }
    }

    /// Returns what it looks like, to stand behind *looks like*.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::TitleName | Self::GivenName => "a name",
            Self::BirthDate => "a date of birth",
            Self::Postcode => "a postcode",
            Self::Phone => "a telephone number",
            Self::Email => "an e-mail address",
            Self::Chi => "a CHI number",
            Self::NationalInsurance => "a National Insurance number",
            Self::CaseNumber => "a case number",
        }
    }
}

/// Something that was seen in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// What it looks like.
    pub kind: Sighting,
    /// Its bytes in the line.
    pub range: Range<usize>,
}

/// The guard, with the words it goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    words: Words,
}

impl Guard {
    /// Returns the guard with the words that the program brings.
    #[must_use]
    pub fn embedded() -> Self {
        Self { words: Words::embedded() }
    }

    /// Returns what is seen in a line, in the order in which it stands there. Takes time in proportion to its length.
    #[must_use]
    pub fn look(&self, text: &str) -> Vec<Seen> {
        let line = Line::of(text);
        let mut seen = Vec::new();
        numbers::look(&line, &self.words, &mut seen);
        names::look(&line, &self.words, &mut seen);
        seen.sort_by_key(|seen| (seen.range.start, seen.kind));
        seen
    }

    /// Returns what to say of a line in which something was seen: “Jamie” looks like a name.
    #[must_use]
    pub fn sentence(&self, text: &str) -> Option<String> {
        let seen = self.look(text);
        let named: Vec<String> = seen
            .iter()
            .map(|seen| format!("“{}” looks like {}", slice(text, seen.range.clone()), seen.kind.words()))
            .collect();
        (!named.is_empty()).then(|| format!("{}.", named.join(", ")))
    }
}

/// Adds what was seen, unless a part of it was taken for something else.
fn add(seen: &mut Vec<Seen>, kind: Sighting, range: Range<usize>) {
    let is_free = seen.iter().all(|other| other.range.end <= range.start || range.end <= other.range.start);
    if is_free && !range.is_empty() {
        seen.push(Seen { kind, range });
    }
}

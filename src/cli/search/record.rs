//! The records of `search`: what was found, and the answers to a batch of queries.

use std::ops::Range;

use serde::Serialize;

use crate::cli::form::{Record, line};
use crate::guide::{Guide, Library};
use crate::search::{Hit, Passage, Subject};
use crate::text::{marks_within, slice};

/// What was found: a guide, a term or a theme; it has the name of what it is.
#[derive(Debug, Default, Serialize)]
pub(super) struct HitRecord<'a> {
    /// Id of the guide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) guide: Option<&'a str>,
    /// Id of the term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) term: Option<&'a str>,
    /// Id of the theme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) theme: Option<&'a str>,
    /// Id of the section of the guide that the passage is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) section: Option<&'a str>,
    /// Its title.
    pub(super) title: &'a str,
    /// The nearest heading above the passage of a guide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) heading: Option<&'a str>,
    /// Comparable within one answer.
    pub(super) score: f32,
    /// The whole passage; the summary of the guide where only its title or what people say matched; what a term
    /// means; the introduction of a theme.
    pub(super) passage: &'a str,
    /// First and one past the last character of each matched word of the passage.
    pub(super) marks: Vec<[usize; 2]>,
}

impl<'a> HitRecord<'a> {
    pub(super) fn new(library: &'a Library, hit: &Hit) -> Self {
        let found = match &hit.subject {
            Subject::Guide { guide, passage } => Self::of_guide(library.guide(*guide), passage.as_ref()),
            Subject::Term { term, marks } => {
                let term = library.term(*term);
                let marks = characters(&term.meaning, marks);
                Self {
                    term: Some(&term.slug),
                    title: &term.title,
                    passage: &term.meaning,
                    marks,
                    ..Self::default()
                }
            }
            Subject::Theme { theme, marks } => {
                let theme = library.theme(*theme);
                let marks = characters(&theme.intro, marks);
                Self {
                    theme: Some(&theme.slug),
                    title: &theme.title,
                    passage: &theme.intro,
                    marks,
                    ..Self::default()
                }
            }
        };
        Self { score: hit.score, ..found }
    }

    fn of_guide(guide: &'a Guide, passage: Option<&Passage>) -> Self {
        let opening = guide.sections.first().map_or("", |section| section.id.as_str());
        let found = Self { guide: Some(&guide.slug), title: &guide.title, ..Self::default() };
        let Some(passage) = passage else {
            let (section, heading) = (Some(opening), Some(guide.title.as_str()));
            return Self { section, heading, passage: &guide.summary, ..found };
        };
        let text = guide.blocks.get(passage.span.block as usize).map_or("", |block| &block.prose.text);
        let span = passage.span.range();
        let marks = marks_within(&passage.marks, &span);
        let text = slice(text, span);
        Self {
            section: Some(guide.sections.get(passage.section).map_or(opening, |section| &section.id)),
            heading: Some(guide.heading_of(passage.span.block)),
            passage: text,
            marks: characters(text, &marks),
            ..found
        }
    }

    /// Returns what it is, in one word.
    pub(super) fn name(&self) -> String {
        match (self.guide, self.term, self.theme) {
            (Some(guide), ..) => guide.to_owned(),
            (_, Some(term), _) => format!("term:{term}"),
            (.., theme) => format!("theme:{}", theme.unwrap_or_default()),
        }
    }
}

impl Record for HitRecord<'_> {
    /// Returns it without the marks: what it is in one field, a term as `term:ID` and a theme as `theme:ID`.
    fn line(&self) -> String {
        line(&[
            &self.name(),
            self.section.unwrap_or_default(),
            self.title,
            self.heading.unwrap_or_default(),
            &self.score.to_string(),
            self.passage,
        ])
    }
}

/// Returns byte ranges of a text as characters.
fn characters(text: &str, marks: &[Range<usize>]) -> Vec<[usize; 2]> {
    let index = |byte: usize| slice(text, 0..byte).chars().count();
    marks.iter().map(|mark| [index(mark.start), index(mark.end)]).collect()
}

/// A query of a batch and what was found for it.
#[derive(Debug, Serialize)]
pub(super) struct BatchRecord<'a> {
    pub(super) query: &'a str,
    pub(super) results: Vec<HitRecord<'a>>,
}

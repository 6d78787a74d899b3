//! The records of `search`: what was found, and the answers to a batch of queries.

use std::ops::Range;

use serde::Serialize;

use super::danger::DangerRecord;
use crate::cli::form::{Record, line};
use crate::cli::layout::{heading, text};
use crate::cli::paint::Paint;
use crate::guide::{Guide, Library, Part};
use crate::search::{Answer, AnswerKind, Hit, MatchKind, Passage, Query, Search, Subject, ready_plan};
use crate::text::{marks_within, slice};

/// What was found: a passage of a guide, a term or a theme; it has the name of what it is.
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
    /// Id of the ready plan for a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a str>,
    /// Id of the reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reference: Option<&'a str>,
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
    /// What goes on with the passage: the items that a lead-in leads to, the further cells of a row.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<&'a str>,
    /// What `open` and `show` take: the guide, and the section that the passage is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    kind: Kind,
    #[serde(rename = "match")]
    way: Way,
    /// What part of the query the passage has in some way, from 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    coverage: Option<f32>,
    /// The words that were taken for others in this query.
    corrections: Vec<CorrectionRecord<'a>>,
    /// Whether the whole answer is: no guide speaks of it directly.
    unsure: bool,
}

/// What was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    /// A guide as a whole.
    #[default]
    Guide,
    /// A passage of one.
    Passage,
    /// One of its questions to reflect on.
    Question,
    /// A term of the glossary.
    Term,
    /// A theme.
    Theme,
    /// A ready plan for a session.
    Plan,
    /// A reference.
    Reference,
    /// What the pack says about itself.
    About,
}

impl Kind {
    fn slug(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Passage => "passage",
            Self::Question => "question",
            Self::Term => "term",
            Self::Theme => "theme",
            Self::Plan => "plan",
            Self::Reference => "reference",
            Self::About => "about",
        }
    }
}

/// How it was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Way {
    /// It has the words as they were typed, or forms of them.
    #[default]
    Exact,
    /// It has a word that a typed one was taken for.
    Corrected,
    /// It has none of the words; its name is nearest to them.
    Nearest,
}

impl Way {
    fn slug(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Corrected => "corrected",
            Self::Nearest => "nearest",
        }
    }
}

/// A word that was taken for another.
#[derive(Debug, Serialize)]
struct CorrectionRecord<'a> {
    typed: &'a str,
    taken_as: &'a str,
}

/// Returns the record of the ready plan that is meant, if one is.
pub(super) fn plan<'a>(library: &'a Library, typed: &str) -> Option<HitRecord<'a>> {
    let plan = library.plans.get(ready_plan(library, typed)?)?;
    Some(HitRecord {
        plan: Some(&plan.slug),
        title: &plan.title,
        passage: &plan.purpose,
        kind: Kind::Plan,
        ..HitRecord::default()
    })
}

/// Returns the records of the hits of an answer.
pub(super) fn hits<'a>(
    library: &'a Library,
    search: &Search,
    query: &Query,
    answer: &'a Answer,
) -> Vec<HitRecord<'a>> {
    let unsure = answer.is_unsure();
    let record = |hit| HitRecord {
        unsure,
        way: way(library, search, query, answer, hit),
        corrections: answer
            .corrections
            .iter()
            .map(|word| CorrectionRecord { typed: &word.typed, taken_as: &word.taken_as })
            .collect(),
        ..HitRecord::new(library, hit)
    };
    answer.hits.iter().map(record).collect()
}

fn way(library: &Library, search: &Search, query: &Query, answer: &Answer, hit: &Hit) -> Way {
    if answer.kind == AnswerKind::NearestNames {
        return Way::Nearest;
    }
    // Asked only where a word was mended: it takes as long as the search for one guide.
    let is_corrected = || {
        search.explain(library, query, hit).reasons.iter().any(|reason| reason.kind == MatchKind::Corrected)
    };
    if !answer.corrections.is_empty() && is_corrected() { Way::Corrected } else { Way::Exact }
}

/// Returns what `open` and `show` take to come to a section of a guide: its opening is the guide.
pub(super) fn address(guide: &Guide, section: usize) -> String {
    match guide.sections.get(section) {
        Some(found) if section > 0 => format!("{}#{}", guide.slug, found.id),
        _ => guide.slug.clone(),
    }
}

impl<'a> HitRecord<'a> {
    fn new(library: &'a Library, hit: &Hit) -> Self {
        let found = match &hit.subject {
            Subject::Guide { guide, passage } => Self::of_guide(library.guide(*guide), passage.as_ref()),
            Subject::Term { term, marks } => {
                let term = library.term(*term);
                Self {
                    term: Some(&term.slug),
                    title: &term.title,
                    passage: &term.meaning,
                    marks: characters(&term.meaning, marks),
                    kind: Kind::Term,
                    ..Self::default()
                }
            }
            Subject::Theme { theme, marks } => {
                let theme = library.theme(*theme);
                Self {
                    theme: Some(&theme.slug),
                    title: &theme.title,
                    passage: &theme.intro,
                    marks: characters(&theme.intro, marks),
                    kind: Kind::Theme,
                    ..Self::default()
                }
            }
            Subject::Reference { reference } => {
                let reference = library.reference(*reference);
                Self {
                    reference: Some(&reference.slug),
                    title: &reference.title,
                    passage: reference.source.as_deref().unwrap_or(&reference.title),
                    kind: Kind::Reference,
                    ..Self::default()
                }
            }
            Subject::About { marks, .. } => {
                let passage = hit.subject.about(library);
                Self {
                    title: &library.pack.title,
                    passage,
                    marks: characters(passage, marks),
                    kind: Kind::About,
                    ..Self::default()
                }
            }
        };
        Self { score: hit.score, coverage: hit.passage().map(|_| hit.coverage), ..found }
    }

    fn of_guide(guide: &'a Guide, passage: Option<&Passage>) -> Self {
        let index = passage.map_or(0, |passage| passage.section);
        let section = guide.sections.get(index);
        let found = Self {
            guide: Some(&guide.slug),
            section: Some(section.map_or("", |section| &section.id)),
            title: &guide.title,
            address: Some(address(guide, index)),
            ..Self::default()
        };
        let Some(passage) = passage else {
            return Self { heading: Some(&guide.title), passage: &guide.summary, ..found };
        };
        let text = guide.blocks.get(passage.span.block as usize).map_or("", |block| &block.prose.text);
        let span = passage.span.range();
        let marks = marks_within(&passage.marks, &span);
        let text = slice(text, span);
        let is_question = section.is_some_and(|section| section.part == Part::Questions);
        Self {
            heading: Some(guide.heading_of(passage.span.block)),
            passage: text,
            marks: characters(text, &marks),
            items: items(guide, passage),
            kind: if is_question { Kind::Question } else { Kind::Passage },
            ..found
        }
    }

    /// Writes a ready plan for people: what it is called, for whom it is, what to type.
    pub(super) fn write(&self, paint: &mut Paint, columns: usize) {
        heading(paint, 0, &format!("{} · a plan for a session", self.title), columns);
        text(paint, 2, self.passage, columns);
        text(paint, 2, &format!("toolkit session run {}", self.plan.unwrap_or_default()), columns);
        paint.end_line();
    }

    /// Returns what it is, in one word.
    pub(super) fn name(&self) -> String {
        let kind = self.kind.slug();
        match (self.guide, self.term.or(self.theme).or(self.reference).or(self.plan)) {
            (Some(guide), _) => guide.to_owned(),
            (None, Some(other)) => format!("{kind}:{other}"),
            (None, None) => kind.to_owned(),
        }
    }

    /// Returns where it is, in one word.
    pub(super) fn place(&self) -> String {
        self.address.clone().unwrap_or_else(|| self.name())
    }
}

impl Record for HitRecord<'_> {
    /// Returns it without the marks: what it is in one field, a term as `term:ID` and a theme as `theme:ID`.
    fn line(&self) -> String {
        let corrections: Vec<String> =
            self.corrections.iter().map(|word| format!("{}={}", word.typed, word.taken_as)).collect();
        line(&[
            &self.name(),
            self.section.unwrap_or_default(),
            self.title,
            self.heading.unwrap_or_default(),
            &self.score.to_string(),
            self.passage,
            &self.place(),
            self.kind.slug(),
            self.way.slug(),
            &self.coverage.map(|coverage| coverage.to_string()).unwrap_or_default(),
            &corrections.join(" "),
            if self.unsure { "unsure" } else { "" },
        ])
    }
}

/// A record of an answer: the words of danger that were typed stand first.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum AnswerRecord<'a> {
    Danger(DangerRecord<'a>),
    Hit(HitRecord<'a>),
}

impl Record for AnswerRecord<'_> {
    fn line(&self) -> String {
        match self {
            Self::Danger(danger) => danger.line(),
            Self::Hit(hit) => hit.line(),
        }
    }
}

/// Returns the texts that go on with the block of a passage.
fn items<'a>(guide: &'a Guide, passage: &Passage) -> Vec<&'a str> {
    let block = passage.span.block as usize;
    let further = guide.blocks.get(block + 1..passage.blocks(guide).end.max(block + 1)).unwrap_or_default();
    further.iter().map(|block| block.prose.text.as_str()).collect()
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
    /// Whether no guide speaks of it directly.
    pub(super) unsure: bool,
    /// The situation that words of danger speak of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) safety: Option<&'a str>,
}

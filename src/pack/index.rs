//! The ids of a pack: what links can lead to, known before any text is read.

use std::collections::BTreeMap;

use super::document::{SourceSpan, Text};
use super::files::Files;
use super::findings::{Findings, quoted};
use super::raw;
use super::rule::Rule;
use crate::text::fold_text;

/// Ids that the reader gives to parts of a guide itself, and their titles.
pub(super) const TOP: &str = "top";
/// What someone mid-conversation needs.
pub(super) const IN_BRIEF: &str = "in-brief";
/// The reflective questions.
pub(super) const QUESTIONS: &str = "questions";
/// What a guide is based on and leans on.
pub(super) const SOURCES: &str = "sources";

const RESERVED: [&str; 4] = [TOP, IN_BRIEF, QUESTIONS, SOURCES];

/// The ids of one kind of part.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The index of the part; none for a part whose file could not be read.
    known: BTreeMap<String, Option<usize>>,
    /// The ids by their titles, folded: somebody may write a title for an id.
    titles: BTreeMap<String, String>,
    /// Whether a file that gives ids of this kind could not be read: then nothing is said about unknown ones.
    partial: bool,
}

/// What an id leads to.
pub(super) enum IdLookup {
    /// The part with this index.
    Part(usize),
    /// A part that may be there, in a file that could not be read.
    Unread,
    /// Nothing.
    Nothing,
}

impl Names {
    /// Collects ids in the order given; an id that is given again is reported.
    pub(super) fn collect<'a>(
        parts: impl Iterator<Item = (&'a Text, &'a Text)>,
        what: &str,
        findings: &mut Findings,
    ) -> Self {
        let mut names = Self::default();
        let mut first: BTreeMap<&str, &SourceSpan> = BTreeMap::new();
        for (index, (id, title)) in parts.enumerate() {
            if id.value.is_empty() {
                continue;
            }
            if let Some(other) = first.get(id.value.as_str()) {
                // Parts come in order of titles or ids: the second is the one that stands further down.
                let order = |place: &SourceSpan| (place.file, place.bytes.start);
                let (one, two) =
                    if order(other) <= order(&id.place) { (*other, &id.place) } else { (&id.place, *other) };
                let message = format!("{what} {} is there already", quoted(&id.value));
                findings.add(Rule::DuplicateId, two, message, "give one of the two another id");
                findings.also(one.clone());
            } else {
                first.insert(&id.value, &id.place);
                names.known.insert(id.value.clone(), Some(index));
                names.titles.entry(fold_text(&title.value)).or_insert_with(|| id.value.clone());
            }
        }
        names
    }

    pub(super) fn find(&self, id: &str) -> IdLookup {
        match self.known.get(id) {
            Some(Some(index)) => IdLookup::Part(*index),
            Some(None) => IdLookup::Unread,
            None if self.partial => IdLookup::Unread,
            None => IdLookup::Nothing,
        }
    }

    /// Returns the id of the part with this title, whatever its capitals.
    pub(super) fn titled(&self, title: &str) -> Option<&str> {
        self.titles.get(&fold_text(title)).map(String::as_str)
    }

    /// Whether every file that gives ids of this kind could be read.
    pub(super) fn all_read(&self) -> bool {
        !self.partial && self.known.values().all(Option::is_some)
    }

    /// Returns all ids, in order.
    pub(super) fn ids(&self) -> impl ExactSizeIterator<Item = &str> {
        self.known.keys().map(String::as_str)
    }
}

/// All ids of a pack.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) guides: Names,
    pub(super) themes: Names,
    pub(super) terms: Names,
    pub(super) references: Names,
    pub(super) situations: Names,
    pub(super) elements: Names,
    /// The ids of the parts of each guide, in reading order.
    sections: Vec<Vec<String>>,
}

impl Index {
    /// Collects the ids of a pack. Guides have to be in order of their ids, terms of their titles.
    pub(super) fn new(files: &Files, findings: &mut Findings) -> Self {
        let mut index = Self {
            guides: Names::collect(files.guides.iter().map(|one| (&one.id, &one.title)), "a guide", findings),
            themes: Names::collect(
                files.themes.iter().map(|one| (&one.id, &one.title)),
                "the theme",
                findings,
            ),
            terms: Names::collect(files.terms.iter().map(|one| (&one.id, &one.title)), "the term", findings),
            references: Names::collect(
                files.references.iter().map(|one| (&one.id, &one.title)),
                "the reference",
                findings,
            ),
            situations: Names::collect(
                files.safety.iter().flat_map(|safety| &safety.situations).map(|one| (&one.id, one.title())),
                "the situation",
                findings,
            ),
            elements: Names::collect(
                files.learning.iter().flat_map(|learning| &learning.elements).map(|(id, title)| (id, title)),
                "the element",
                findings,
            ),
            sections: files.guides.iter().map(|guide| section_ids(guide, findings)).collect(),
        };
        Names::collect(files.plans.iter().map(|plan| (&plan.id, &plan.title)), "the plan", findings);
        for id in &files.unread.guides {
            index.guides.known.entry(id.clone()).or_insert(None);
        }
        index.themes.partial = files.unread.themes;
        index.terms.partial = files.unread.terms;
        index.references.partial = files.unread.references;
        index.elements.partial = files.learning.is_none();
        index.situations.partial = files.safety.is_none();
        index
    }

    /// Returns the ids of the parts of a guide.
    pub(super) fn sections(&self, guide: usize) -> &[String] {
        self.sections.get(guide).map_or(&[], Vec::as_slice)
    }
}

/// Returns the ids of all parts of a guide, and reports those that are taken.
fn section_ids(guide: &raw::Guide, findings: &mut Findings) -> Vec<String> {
    let written = guide.sections.iter().map(|section| &section.id);
    for id in written.clone().filter(|id| RESERVED.contains(&id.value.as_str())) {
        let message = format!("the reader has a part {} of its own in every guide", quoted(&id.value));
        findings.add(Rule::BadId, &id.place, message, "give the section another id");
    }
    Names::collect(guide.sections.iter().map(|one| (&one.id, &one.title)), "a section", findings);
    let mut ids = vec![TOP.to_owned()];
    ids.extend((!guide.in_brief.is_empty()).then(|| IN_BRIEF.to_owned()));
    ids.extend(written.map(|id| id.value.clone()));
    ids.extend((!guide.questions.is_empty()).then(|| QUESTIONS.to_owned()));
    ids.push(SOURCES.to_owned());
    ids
}

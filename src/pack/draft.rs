//! A pack opened to be checked: what [`open`](super::open) knows of it, and the way from every part back to
//! where it is written.
//!
//! The raw files are kept, and a place in a text is looked up only when something is noted there: a text is then
//! read once more, which costs nothing where nothing is wrong.

use std::collections::BTreeMap;
use std::ops::Range;

use super::assemble;
use super::document::{SourceFile, SourceSpan, Text};
use super::files::{self, Files, GLOSSARY, LEARNING, REFERENCES, SAFETY};
use super::findings::{Findings, PER_FILE};
use super::index::Index;
use super::raw;
use super::report::Report;
use super::rule::Rule;
use super::safety::raw::Safety;
use super::{Opened, Source};
use crate::guide::{self, GuideId, Library, Markup, Part, ReferenceId, TermId, TextSpan, ThemeId};

/// A part of a pack that something can be said about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// A theme: its id.
    Theme(ThemeId),
    /// A term: its id.
    Term(TermId),
    /// A reference: its id.
    Reference(ReferenceId),
    /// A guide: its id.
    Guide(GuideId),
    /// A key of a guide.
    Key(GuideId, Key),
    /// The name of the guide that a related one points to, by its place in the list.
    Related(GuideId, usize),
    /// What people say for a guide, by its place in the list.
    Said(GuideId, usize),
    /// The review of a telephone number of the safety page, by its place in the list.
    Number(usize),
    /// The review of a source of the safety page, by its place in the list.
    SafetySource(usize),
    /// A stretch of the text of a guide.
    Text(GuideId, TextSpan),
}

impl Spot {
    /// Returns the guide it is in.
    fn guide(self) -> Option<GuideId> {
        match self {
            Self::Guide(id)
            | Self::Key(id, _)
            | Self::Related(id, _)
            | Self::Said(id, _)
            | Self::Text(id, _) => Some(id),
            Self::Theme(_) | Self::Term(_) | Self::Reference(_) | Self::Number(_) | Self::SafetySource(_) => {
                None
            }
        }
    }
}

/// A key of a guide whose value is meant whole: the first of a list, and the id where it is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Its title.
    Title,
    /// The summary.
    Summary,
    /// What someone mid-conversation needs.
    InBrief,
    /// What people say for it.
    AlsoSaid,
    /// The first question.
    Questions,
    /// The first section.
    Sections,
    /// The day it was last reviewed.
    Reviewed,
}

/// What was noted about the parts of a pack.
#[derive(Debug, Default)]
pub struct Notes {
    list: Vec<Note>,
    /// How many there are for each rule and guide.
    counts: BTreeMap<(Rule, Option<GuideId>), usize>,
}

/// Something noted about a part.
#[derive(Debug)]
struct Note {
    rule: Rule,
    spot: Spot,
    message: String,
    help: String,
    /// A second part that has to do with it.
    also: Option<Spot>,
}

impl Notes {
    /// Notes that a part breaks a rule.
    pub fn add(&mut self, rule: Rule, spot: Spot, message: impl Into<String>, help: impl Into<String>) {
        let count = self.counts.entry((rule, spot.guide())).or_default();
        *count += 1;
        // A file has no room for more; a hostile one could fill the memory with them.
        if *count <= PER_FILE {
            self.list.push(Note { rule, spot, message: message.into(), help: help.into(), also: None });
        }
    }

    /// Names a second part that the last note is about.
    pub fn also(&mut self, spot: Spot) {
        if let Some(note) = self.list.last_mut() {
            note.also = Some(spot);
        }
    }
}

/// A pack being checked.
pub struct Draft<'a> {
    documents: Vec<SourceFile<'a>>,
    files: Files,
    findings: Findings,
    library: Option<Library>,
}

impl<'a> Draft<'a> {
    /// Reads the files of a pack. Takes time in proportion to their length.
    #[must_use]
    pub fn open(sources: &'a [Source]) -> Self {
        let documents = sources.iter().enumerate().map(|(file, source)| SourceFile::new(file, source));
        let mut documents: Vec<_> = documents.collect();
        let mut findings = Findings::new(documents.len());
        let files = files::read(sources, &mut documents, &mut findings);
        if let Some((place, message)) = files.unknown_format() {
            findings = Findings::new(documents.len());
            let help =
                "get a newer version of this program, or write `format = 1` if the pack is written for it";
            findings.add(Rule::WrongValue, &place, message, help);
            return Self { documents, files, findings, library: None };
        }
        let index = Index::new(&files, &mut findings);
        let library = assemble::library(&files, &index, &documents, &mut findings);
        report_missing(sources, &mut documents, &mut findings);
        Self { documents, files, findings, library }
    }

    /// Returns the library as far as it could be put together: whole only when [`is_whole`](Self::is_whole).
    #[must_use]
    pub fn library(&self) -> Option<&Library> {
        self.library.as_ref()
    }

    /// Returns the ids of the themes, in the pack's order, whatever else is wrong.
    #[must_use]
    pub fn theme_ids(&self) -> Vec<String> {
        let ids = self.files.themes.iter().map(|theme| theme.id.value.clone());
        ids.filter(|id| !id.is_empty()).collect()
    }

    /// Whether there is nothing that keeps the pack from being opened.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.findings.errors() == 0
    }

    /// Returns all that is wrong, with what was noted.
    #[must_use]
    pub fn report(mut self, notes: Notes) -> Report {
        let Notes { list: mut notes, counts } = notes;
        // What matters most first, as a report has room for so much; texts one after the other.
        notes.sort_by_key(|note| (note.rule.severity(), note.spot));
        let mut findings = std::mem::replace(&mut self.findings, Findings::new(0));
        let mut reading = None;
        for note in notes {
            let file = self.home(note.spot);
            if findings.has_room(file.file) {
                let place = self.place(note.spot, &mut reading);
                findings.add(note.rule, &place, note.message, note.help);
                if let Some(also) = note.also {
                    findings.also(self.place(also, &mut None));
                }
            } else {
                // It is counted and not listed: where in the file it is does not matter.
                findings.add(note.rule, &file, note.message, note.help);
            }
        }
        for ((rule, _), count) in counts {
            findings.count_only(rule.severity(), count.saturating_sub(PER_FILE));
        }
        findings.report(&self.documents)
    }

    /// Returns a place in the file that a part is written in.
    fn home(&self, spot: Spot) -> SourceSpan {
        match spot {
            Spot::Text(id, _) => self.place(Spot::Guide(id), &mut None),
            _ => self.place(spot, &mut None),
        }
    }

    /// Returns what [`open`](super::open) does.
    pub(super) fn opened(self) -> Opened {
        let report = self.findings.report(&self.documents);
        Opened { library: self.library.filter(|_| !report.has_errors()), report }
    }

    /// Returns where a part is written. `reading` is the text that was read last.
    fn place(&self, spot: Spot, reading: &mut Option<ParsedText>) -> SourceSpan {
        let place = match spot {
            Spot::Theme(id) => self.files.themes.get(id.index()).map(|theme| &theme.id.place),
            Spot::Term(id) => self.files.terms.get(id.index()).map(|term| &term.id.place),
            Spot::Reference(id) => self.files.references.get(id.index()).map(|one| &one.id.place),
            Spot::Guide(id) => self.guide(id).map(|guide| &guide.id.place),
            Spot::Key(id, key) => self.guide(id).map(|guide| key.place(guide)),
            Spot::Related(id, at) => {
                self.guide(id).and_then(|guide| guide.related.get(at)).map(|related| &related.guide.place)
            }
            Spot::Said(id, at) => {
                self.guide(id).and_then(|guide| guide.all_aliases().nth(at)).map(|said| &said.place)
            }
            Spot::Number(at) => {
                self.safety().and_then(|safety| safety.number_review(at)).map(|day| &day.place)
            }
            Spot::SafetySource(at) => {
                self.safety().and_then(|safety| safety.source_review(at)).map(|day| &day.place)
            }
            Spot::Text(id, span) => return self.text_place(id, span, reading).unwrap_or_default(),
        };
        place.cloned().unwrap_or_default()
    }

    fn safety(&self) -> Option<&Safety> {
        self.files.safety.as_ref()
    }

    fn guide(&self, id: GuideId) -> Option<&raw::Guide> {
        self.files.guides.get(id.index())
    }

    /// Returns where a stretch of the text of a guide is written.
    fn text_place(
        &self,
        id: GuideId,
        span: TextSpan,
        reading: &mut Option<ParsedText>,
    ) -> Option<SourceSpan> {
        let (text, block) = self.written(id, span.block)?;
        let document = self.documents.get(text.place.file)?;
        let Some(block) = block else {
            let origins = document.origins(text);
            // Where blanks were taken out of a line, it is meant whole.
            let exact = origins.len() == text.value.len() && span.end as usize <= text.value.len();
            return Some(if exact {
                document.part(text, &origins, &span.range())
            } else {
                text.place.clone()
            });
        };
        if reading.as_ref().is_none_or(|reading| reading.place != text.place) {
            *reading = Some(ParsedText::of(text, document));
        }
        let reading = reading.as_ref()?;
        let part: Range<usize> = reading.markup.source(block, span.range())?;
        Some(document.part(text, &reading.origins, &part))
    }

    /// Returns the text that block `block` of a guide was read from, and which of its blocks it is; none for a
    /// text that is not Markdown.
    fn written(&self, id: GuideId, block: u32) -> Option<(&Text, Option<usize>)> {
        let raw = self.guide(id)?;
        let guide = self.library.as_ref()?.guides.get(id.index())?;
        let at = guide.section_of(block);
        let section = guide.sections.get(at)?;
        let inside = (block - section.first) as usize;
        let found = match section.part {
            Part::Opening if inside == 0 => (&raw.title, None),
            Part::Opening => (&raw.summary, None),
            Part::InBrief => (raw.in_brief.get(inside.checked_sub(1)?)?, Some(0)),
            Part::Written => {
                let before = guide.sections.iter().take(at);
                let number = before.filter(|section| section.part == Part::Written).count();
                let written = raw.sections.get(number)?;
                match inside.checked_sub(1) {
                    Some(block) => (&written.text, Some(block)),
                    None => (&written.title, None),
                }
            }
            Part::Questions => (&raw.questions.get(inside.checked_sub(2)?)?.text, Some(0)),
            Part::Sources => (&raw.id, None),
        };
        Some(found)
    }
}

/// Says once that the glossary or the references are missing, and how much leads to them.
fn report_missing(sources: &[Source], documents: &mut Vec<SourceFile<'_>>, findings: &mut Findings) {
    for (name, what, example) in [
        (GLOSSARY, "term", "[[term]]"),
        (REFERENCES, "reference", "[[reference]]"),
        (SAFETY, "situation", "[[situation]]"),
        (LEARNING, "element", "[[element]]"),
    ] {
        let is_there = sources.iter().any(|source| source.name == name);
        let Some(unread) = findings.unread(what).filter(|_| !is_there) else { continue };
        let (uses, leads, each) = match unread.uses {
            1 => ("1 link or list".to_owned(), "leads", ""),
            uses => (format!("{uses} links and lists"), "lead", "s"),
        };
        let message = format!("the pack has no file {name}, and {uses} {leads} to its {what}{each}");
        let ids: Vec<String> = unread.ids.into_iter().collect();
        let help = format!(
            "make a file called {name} beside pack.toml, with `{example}` and its keys for each: {}{}",
            ids.join(", "),
            if ids.len() < unread.uses { ", …" } else { "" }
        );
        let document = SourceFile { file: documents.len(), name, text: "" };
        documents.push(document);
        findings.add(Rule::MissingFile, &document.place(0..0), message, help);
    }
}

impl Key {
    fn place(self, guide: &raw::Guide) -> &SourceSpan {
        let found = match self {
            Self::Title => Some(&guide.title),
            Self::Summary => Some(&guide.summary),
            Self::InBrief => guide.in_brief.first(),
            Self::AlsoSaid => guide.aliases.first(),
            Self::Questions => guide.questions.first().map(|question| &question.text),
            Self::Sections => guide.sections.first().map(|section| &section.id),
            Self::Reviewed => Some(&guide.reviewed),
        };
        &found.unwrap_or(&guide.id).place
    }
}

/// A text read once more, for the places in it.
struct ParsedText {
    place: SourceSpan,
    markup: Markup,
    origins: Vec<usize>,
}

impl ParsedText {
    fn of(text: &Text, document: &SourceFile<'_>) -> Self {
        Self {
            place: text.place.clone(),
            markup: guide::blocks(&text.value, |_, _| None),
            origins: document.origins(text),
        }
    }
}

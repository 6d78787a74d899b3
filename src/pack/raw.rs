//! The files as they are written: raw shapes that mirror the format, every text with its place.
//!
//! A field that is missing or wrong was reported when it was read and stands empty here, so that the rest of
//! the file is still checked. Nothing of it reaches a library, which is made only when nothing was wrong.

use super::document::{SourceSpan, Text};
use super::fields::{Fields, Form};
use crate::guide::{Area, Coverage, GuideKind, ReferenceKind};

const TITLE: Form = Form::Line(200);
const SUMMARY: Form = Form::Line(400);
const LINE: Form = Form::Line(2_000);
/// The most sections, questions, related guides and answers that a guide can have, and things said for one of them.
const LINES_AT_MOST: usize = 200;
const THEMES_AT_MOST: usize = 500;
const ENTRIES_AT_MOST: usize = 20_000;
const IN_BRIEF_AT_MOST: usize = 6;
const BODY: Form = Form::Markdown(1 << 20);
const PARAGRAPH: Form = Form::Markdown(4_000);

/// The longest address that is taken, checked with the address.
const ADDRESS: Form = Form::Line(1 << 20);

/// `pack.toml`.
pub(super) struct Pack {
    pub(super) format: Option<(i64, SourceSpan)>,
    pub(super) id: Text,
    pub(super) title: Text,
    pub(super) summary: Option<Text>,
    pub(super) aliases: Vec<Text>,
    pub(super) language: Text,
    pub(super) description: Text,
    pub(super) attribution: Text,
    pub(super) licence: Text,
}

/// A `[[theme]]`.
pub(super) struct Theme {
    pub(super) id: Text,
    pub(super) title: Text,
    pub(super) intro: Text,
    pub(super) order: Vec<Text>,
}

/// A `[[term]]`.
pub(super) struct Term {
    pub(super) id: Text,
    pub(super) title: Text,
    pub(super) aliases: Vec<Text>,
    pub(super) meaning: Text,
    pub(super) see: Vec<Text>,
    pub(super) general: bool,
}

/// A `[[reference]]`.
pub(super) struct Reference {
    pub(super) id: Text,
    pub(super) kind: Option<ReferenceKind>,
    pub(super) author: Option<Text>,
    pub(super) year: Option<Text>,
    pub(super) title: Text,
    pub(super) source: Option<Text>,
    pub(super) address: Option<Text>,
    pub(super) uncertain: Option<Text>,
}

/// The file of a guide.
pub(super) struct Guide {
    pub(super) id: Text,
    pub(super) title: Text,
    pub(super) area: Option<Area>,
    pub(super) area_place: SourceSpan,
    pub(super) kind: Option<GuideKind>,
    pub(super) themes: Vec<Text>,
    pub(super) summary: Text,
    pub(super) in_brief: Vec<Text>,
    pub(super) aliases: Vec<Text>,
    pub(super) coverage: Option<Coverage>,
    /// The elements of learning, a `[[learning]]` each.
    pub(super) learning: Vec<Text>,
    pub(super) reviewed: Text,
    pub(super) based_on: Vec<Text>,
    pub(super) references: Vec<Text>,
    pub(super) related: Vec<Related>,
    pub(super) sections: Vec<Section>,
    pub(super) questions: Vec<Question>,
}

impl Guide {
    /// Returns what people say for it and then for its passages: as the library has them where nothing is wrong.
    pub(super) fn all_aliases(&self) -> impl Iterator<Item = &Text> {
        let answers =
            self.sections.iter().flat_map(|section| &section.answers).flat_map(|answer| &answer.aliases);
        let questions = self.questions.iter().flat_map(|question| &question.aliases);
        self.aliases.iter().chain(answers).chain(questions)
    }
}

/// A `[[related]]` of a guide.
pub(super) struct Related {
    pub(super) guide: Text,
    pub(super) why: Text,
}

/// A `[[section]]` of a guide.
pub(super) struct Section {
    pub(super) id: Text,
    pub(super) title: Text,
    pub(super) text: Text,
    pub(super) answers: Vec<Answer>,
}

/// A `[[section.answers]]`: the first words of a passage, and what people say for it.
pub(super) struct Answer {
    pub(super) at: Text,
    pub(super) aliases: Vec<Text>,
}

/// A `[[question]]` of a guide.
pub(super) struct Question {
    pub(super) text: Text,
    pub(super) aliases: Vec<Text>,
}

pub(super) fn pack(fields: &mut Fields<'_, '_>) -> Pack {
    Pack {
        format: fields.format(),
        id: fields.id(),
        title: fields.text("title", TITLE),
        summary: fields.optional_text("summary", TITLE),
        aliases: fields.texts("also_said", TITLE, LINES_AT_MOST),
        language: fields.text("language", Form::Line(35)),
        description: fields.text("description", BODY),
        attribution: fields.text("attribution", LINE),
        licence: fields.text("licence", TITLE),
    }
}

pub(super) fn themes(fields: &mut Fields<'_, '_>) -> Vec<Theme> {
    fields.needs_some("theme", "theme", "`[[theme]]` on a line of its own, and the keys of a theme below it");
    fields.tables("theme", "a theme", THEMES_AT_MOST, |fields| Theme {
        id: fields.id(),
        title: fields.text("title", TITLE),
        intro: fields.text("intro", LINE),
        order: fields.names("order"),
    })
}

pub(super) fn terms(fields: &mut Fields<'_, '_>) -> Vec<Term> {
    fields.needs_some("term", "term", "`[[term]]` on a line of its own, and the keys of a term below it");
    fields.tables("term", "a term", ENTRIES_AT_MOST, |fields| Term {
        id: fields.id(),
        title: fields.text("title", TITLE),
        aliases: fields.texts("also_said", TITLE, LINES_AT_MOST),
        meaning: fields.text("meaning", LINE),
        see: fields.names("see"),
        general: fields.switch("general"),
    })
}

pub(super) fn references(fields: &mut Fields<'_, '_>) -> Vec<Reference> {
    fields.needs_some(
        "reference",
        "reference",
        "`[[reference]]` on a line of its own, and its keys below it",
    );
    fields.tables("reference", "a reference", ENTRIES_AT_MOST, |fields| Reference {
        id: fields.id(),
        kind: fields.choice("kind", &ReferenceKind::ALL.map(|kind| (kind.slug(), kind))),
        author: fields.optional_text("author", SUMMARY),
        year: fields.optional_text("year", TITLE),
        title: fields.text("title", SUMMARY),
        source: fields.optional_text("source", SUMMARY),
        address: fields.optional_text("address", ADDRESS),
        uncertain: fields.optional_text("uncertain", LINE),
    })
}

pub(super) fn guide(fields: &mut Fields<'_, '_>) -> Guide {
    let guide = Guide {
        id: fields.id(),
        title: fields.text("title", TITLE),
        area: fields.choice("area", &Area::ALL.map(|area| (area.slug(), area))),
        area_place: fields.place_of("area"),
        kind: fields.choice("kind", &GuideKind::ALL.map(|kind| (kind.slug(), kind))),
        themes: fields.names("themes"),
        summary: fields.text("summary", SUMMARY),
        in_brief: fields.texts("in_brief", PARAGRAPH, IN_BRIEF_AT_MOST),
        aliases: fields.texts("also_said", TITLE, LINES_AT_MOST),
        coverage: fields.choice("coverage", &Coverage::ALL.map(|coverage| (coverage.slug(), coverage))),
        learning: fields.tables("learning", "an element of learning", LINES_AT_MOST, |fields| {
            fields.text("element", TITLE)
        }),
        reviewed: fields.day("reviewed"),
        based_on: fields.names("based_on"),
        references: fields.names("references"),
        related: fields.tables("related", "a related guide", LINES_AT_MOST, |fields| Related {
            guide: fields.text("guide", TITLE),
            why: fields.text("why", TITLE),
        }),
        sections: fields.tables("section", "a section", LINES_AT_MOST, |fields| Section {
            id: fields.id(),
            title: fields.text("title", TITLE),
            text: fields.text("text", BODY),
            answers: fields.tables("answers", "an answer", LINES_AT_MOST, |fields| Answer {
                at: fields.text("at", SUMMARY),
                aliases: fields.texts("also_said", TITLE, LINES_AT_MOST),
            }),
        }),
        questions: fields.tables("question", "a question", LINES_AT_MOST, |fields| Question {
            text: fields.text("text", PARAGRAPH),
            aliases: fields.texts("also_said", TITLE, LINES_AT_MOST),
        }),
    };
    fields.needs_some("themes", "theme", "`themes = [\"…\"]` with ids of themes.toml");
    fields.needs_some(
        "section",
        "section",
        "`[[section]]` on a line of its own, and the keys of a section below it",
    );
    guide
}

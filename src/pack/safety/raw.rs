//! `safety.toml` as it is written, every text with its place.

use super::super::document::Text;
use super::super::fields::{Fields, Form};
use crate::guide::{Area, Way};

const ID: Form = Form::Line(64);
pub(super) const TITLE: Form = Form::Line(200);
pub(super) const LINE: Form = Form::Line(600);
const BODY: Form = Form::Markdown(1 << 18);
/// The most cards, points, lines, numbers and situations.
pub(super) const AT_MOST: usize = 200;

/// The file.
#[derive(Default)]
pub(in super::super) struct Safety {
    pub(super) statements: Vec<Text>,
    pub(super) pages: Vec<(Area, Page)>,
    pub(super) numbers: Vec<Number>,
    pub(super) organisation: Vec<Row>,
    pub(in super::super) situations: Vec<Situation>,
    pub(super) sources: Vec<Source>,
}

impl Safety {
    /// Returns the day by which number `at` has to be reviewed.
    pub(in super::super) fn number_review(&self, at: usize) -> Option<&Text> {
        self.numbers.get(at)?.review_by.as_ref()
    }

    /// Returns the day by which source `at` has to be reviewed.
    pub(in super::super) fn source_review(&self, at: usize) -> Option<&Text> {
        self.sources.get(at)?.review_by.as_ref()
    }
}

/// `[page.AREA]`.
pub(super) struct Page {
    pub(super) title: Text,
    pub(super) cards: Vec<(Text, Vec<Text>)>,
}

/// `[[number]]`.
pub(super) struct Number {
    pub(super) id: Text,
    pub(super) name: Text,
    pub(super) owner: Text,
    pub(super) dialled: Option<Text>,
    pub(super) say: Option<Text>,
    pub(super) ways: Vec<Way>,
    pub(super) text: Option<Text>,
    pub(super) web: Option<Text>,
    pub(super) email: Option<Text>,
    pub(super) whom: Text,
    pub(super) ages: Option<Text>,
    pub(super) cost: Option<Text>,
    pub(super) hours: Option<Text>,
    pub(super) note: Option<Text>,
    pub(super) areas: Vec<Area>,
    pub(super) source: Option<Source>,
    pub(super) checked_on: Text,
    pub(super) review_by: Option<Text>,
}

/// `[[organisation]]`.
pub(super) struct Row {
    pub(super) id: Text,
    pub(super) name: Text,
}

/// `[[situation]]`.
pub(in super::super) struct Situation {
    pub(in super::super) id: Text,
    pub(super) workforce: Option<SituationPage>,
    pub(super) young_people: Option<SituationPage>,
}

impl Situation {
    /// Returns its title, by which somebody may call it.
    pub(in super::super) fn title(&self) -> &Text {
        self.workforce.as_ref().map_or(&self.id, |page| &page.title)
    }
}

/// `[situation.AREA]`.
pub(super) struct SituationPage {
    pub(super) title: Text,
    pub(super) first: Vec<Text>,
    pub(super) numbers: Vec<Text>,
    pub(super) text: Text,
    pub(super) sources: Vec<Text>,
}

/// `[[source]]`, or the source of a number, which has no id.
pub(super) struct Source {
    pub(super) id: Option<Text>,
    pub(super) title: Text,
    pub(super) publisher: Text,
    pub(super) address: Text,
    pub(super) dated: Option<Text>,
    pub(super) review_by: Option<Text>,
}

pub(in super::super) fn safety(fields: &mut Fields<'_, '_>) -> Safety {
    let statements = fields.texts("statements", LINE, AT_MOST);
    let pages = fields.table("page", "the first pages", |fields| {
        Area::ALL
            .into_iter()
            .filter_map(|area| Some((area, fields.table(area.slug(), "a first page", page)?)))
            .collect()
    });
    let safety = Safety {
        statements,
        pages: pages.unwrap_or_default(),
        numbers: fields.tables("number", "a number", AT_MOST, number),
        organisation: fields.tables(
            "organisation",
            "a row that the organisation fills in",
            AT_MOST,
            |fields| Row { id: fields.id(), name: fields.text("name", TITLE) },
        ),
        situations: fields.tables("situation", "a situation", AT_MOST, |fields| Situation {
            id: fields.id(),
            workforce: fields.required_table(
                "workforce",
                "`[situation.workforce]` on a line of its own, and its keys below it",
                situation_page,
            ),
            young_people: fields.table("young-people", "a page", situation_page),
        }),
        sources: fields.tables("source", "a source", AT_MOST, |fields| {
            let id = fields.text("id", ID);
            let source = source(fields);
            fields.optional_day("checked_on");
            Source { id: Some(id), review_by: fields.optional_day("review_by"), ..source }
        }),
    };
    fields.needs_some(
        "situation",
        "situation",
        "`[[situation]]` on a line of its own, and its keys below it",
    );
    safety
}

fn page(fields: &mut Fields<'_, '_>) -> Page {
    Page {
        title: fields.text("title", TITLE),
        cards: fields.tables("card", "a card", AT_MOST, |fields| {
            (fields.text("heading", TITLE), fields.texts("points", LINE, AT_MOST))
        }),
    }
}

fn number(fields: &mut Fields<'_, '_>) -> Number {
    let ways = Way::ALL.map(|way| (way.slug(), way));
    let number = Number {
        id: fields.id(),
        name: fields.text("name", TITLE),
        owner: fields.text("owner", TITLE),
        dialled: fields.optional_text("number", TITLE),
        say: fields.optional_text("say", TITLE),
        ways: fields.choices("ways", &ways),
        text: fields.optional_text("text", TITLE),
        web: fields.optional_text("web", LINE),
        email: fields.optional_text("email", TITLE),
        whom: fields.text("for", LINE),
        ages: fields.optional_text("ages", TITLE),
        cost: fields.optional_text("cost", TITLE),
        hours: fields.optional_text("hours", TITLE),
        note: fields.optional_text("note", LINE),
        areas: fields.choices("audience", &Area::ALL.map(|area| (area.slug(), area))),
        source: fields.required_table(
            "source",
            "`source = { title = \"…\", publisher = \"…\", address = \"…\" }`",
            source,
        ),
        checked_on: fields.day("checked_on"),
        review_by: Some(fields.day("review_by")).filter(|day| !day.value.is_empty()),
    };
    fields.needs_some("ways", "way", "`ways = [\"call\"]`");
    fields.needs_some("audience", "audience", "`audience = [\"workforce\", \"young-people\"]`");
    number
}

fn situation_page(fields: &mut Fields<'_, '_>) -> SituationPage {
    let page = SituationPage {
        title: fields.text("title", TITLE),
        first: fields.texts("first", LINE, AT_MOST),
        numbers: fields.names("numbers"),
        text: fields.text("text", BODY),
        sources: fields.names("sources"),
    };
    fields.needs_some("first", "line", "`first = [\"…\"]`: what to do in the first five minutes");
    page
}

fn source(fields: &mut Fields<'_, '_>) -> Source {
    Source {
        id: None,
        title: fields.text("title", LINE),
        publisher: fields.text("publisher", TITLE),
        address: fields.text("address", Form::Line(2_000)),
        dated: fields.optional_text("dated", TITLE),
        review_by: None,
    }
}

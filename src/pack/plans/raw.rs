//! `plans.toml` and `learning.toml` as they are written, every text with its place.

use super::super::document::Text;
use super::super::fields::{Fields, Form};

const TITLE: Form = Form::Line(200);
const SENTENCE: Form = Form::Line(400);
const AT_MOST: usize = 200;
/// A session is not longer than a day.
const MINUTES_AT_MOST: u16 = 480;

/// A `[[plan]]`.
pub(in super::super) struct Plan {
    pub(in super::super) id: Text,
    pub(in super::super) title: Text,
    pub(super) purpose: Text,
    pub(super) aliases: Vec<Text>,
    pub(super) minutes: u16,
    pub(super) items: Vec<Item>,
}

/// A `[[plan.item]]`: a passage, a question, or words of its own.
pub(super) struct Item {
    pub(super) passage: Option<Text>,
    pub(super) question: Option<Text>,
    pub(super) at: Option<Text>,
    pub(super) own: Option<Text>,
    pub(super) minutes: u16,
    /// The key that it has to have one of stands here.
    pub(super) place: super::super::document::SourceSpan,
}

/// `learning.toml`.
pub(in super::super) struct Learning {
    pub(super) source: Text,
    pub(super) checked: Text,
    pub(in super::super) elements: Vec<(Text, Text)>,
}

pub(in super::super) fn plans(fields: &mut Fields<'_, '_>) -> Vec<Plan> {
    fields.needs_some("plan", "plan", "`[[plan]]` on a line of its own, and the keys of a plan below it");
    fields.tables("plan", "a plan", AT_MOST, |fields| {
        let plan = Plan {
            id: fields.id(),
            title: fields.text("title", TITLE),
            purpose: fields.text("for", SENTENCE),
            aliases: fields.texts("also_said", TITLE, AT_MOST),
            minutes: fields.optional_number("minutes", MINUTES_AT_MOST),
            items: fields.tables("item", "an item", AT_MOST, |fields| Item {
                passage: fields.optional_text("passage", TITLE),
                question: fields.optional_text("question", TITLE),
                at: fields.optional_text("at", SENTENCE),
                own: fields.optional_text("own", SENTENCE),
                minutes: fields.optional_number("minutes", MINUTES_AT_MOST),
                place: fields.place_of("minutes"),
            }),
        };
        fields.needs_some("item", "item", "`[[plan.item]]` on a line of its own, and its keys below it");
        plan
    })
}

pub(in super::super) fn learning(fields: &mut Fields<'_, '_>) -> Learning {
    fields.needs_some(
        "element",
        "element",
        "`[[element]]` on a line of its own, with `id` and `title` below it",
    );
    Learning {
        source: fields.text("source", SENTENCE),
        checked: fields.day("checked"),
        elements: fields
            .tables("element", "an element", AT_MOST, |fields| (fields.id(), fields.text("title", TITLE))),
    }
}

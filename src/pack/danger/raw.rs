//! `danger.toml` as it is written, every text with its place.

use super::super::document::Text;
use super::super::fields::{Fields, Form};

const WORDS: Form = Form::Markdown(1 << 18);
const AT_MOST: usize = 500;

/// The file as it is written.
pub(in super::super) struct Danger {
    pub(super) fillers: Option<Text>,
    pub(super) ordinary: Option<Text>,
    pub(super) variants: Option<Text>,
    pub(super) harmless: Option<Text>,
    pub(super) young: Option<Text>,
    pub(super) classes: Vec<(Text, Text)>,
    pub(super) alarms: Vec<(Text, Text)>,
}

pub(in super::super) fn danger(fields: &mut Fields<'_, '_>) -> Danger {
    Danger {
        fillers: fields.optional_text("fillers", WORDS),
        ordinary: fields.optional_text("ordinary", WORDS),
        variants: fields.optional_text("variants", WORDS),
        harmless: fields.optional_text("harmless", WORDS),
        young: fields.optional_text("young", WORDS),
        classes: fields
            .tables("class", "a class", AT_MOST, |fields| (fields.id(), fields.text("words", WORDS))),
        alarms: fields.tables("danger", "the words of a situation", AT_MOST, |fields| {
            (fields.text("situation", Form::Line(64)), fields.text("phrases", WORDS))
        }),
    }
}

//! What the personal files have in common: the shape of a durable address, numbers and moments as TOML has them.

use serde::{Deserialize, Serialize};
use toml::value::Datetime;

use super::{Anchor, GuideKey, Moment, Quote};
use crate::guide::TextPos;
use crate::text::clean_line;

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct AnchorShape {
    pack: String,
    guide: String,
    title: String,
    section: String,
    heading: String,
    before: String,
    words: String,
    after: String,
    block: i64,
    byte: i64,
}

pub(super) fn anchor_shape(anchor: &Anchor) -> AnchorShape {
    let Anchor { key, title, section, heading, quote, pos } = anchor.clone();
    AnchorShape {
        pack: key.pack,
        guide: key.guide,
        title,
        section,
        heading,
        before: quote.before,
        words: quote.exact,
        after: quote.after,
        block: pos.block.into(),
        byte: pos.byte.into(),
    }
}

pub(super) fn anchor(shape: &AnchorShape) -> Anchor {
    Anchor {
        key: GuideKey { pack: clean_line(&shape.pack), guide: clean_line(&shape.guide) },
        title: clean_line(&shape.title),
        section: clean_line(&shape.section),
        heading: clean_line(&shape.heading),
        quote: Quote {
            before: clean_line(&shape.before),
            exact: clean_line(&shape.words),
            after: clean_line(&shape.after),
        },
        pos: TextPos { block: number(shape.block), byte: number(shape.byte) },
    }
}

/// Returns a number that was kept, 0 for what is none.
pub(super) fn number(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

pub(super) fn date_of(moment: Moment) -> Option<Datetime> {
    moment.to_string().parse().ok()
}

pub(super) fn moment(when: Option<Datetime>) -> Moment {
    when.and_then(|when| Moment::parse(&when.to_string())).unwrap_or_default()
}

//! Signs of Markdown that do nothing where they stand: a reader sees them as they are typed.

use std::ops::Range;

use super::passage::{Passage, Subject};
use crate::guide::{BlockKind, MarkKind};
use crate::pack::{Notes, Rule};
use crate::text::slice;

/// Signs that are left over inside a text, what they were meant for, and what to write.
const INSIDE: [(&str, &str, &str); 7] = [
    ("](", "this link is not read", "write `[words](guide:ID)` without a blank inside the round brackets"),
    ("] (", "this link is not read", "write nothing between the two brackets: `[words](guide:ID)`"),
    ("][", "this link is not read", "write where it leads in round brackets: `[words](guide:ID)`"),
    ("(guide:", "this link is not read", "write its words in square brackets before it: `[words](guide:ID)`"),
    ("(term:", "this link is not read", "write its words in square brackets before it: `[word](term:ID)`"),
    ("**", "these stars are shown", "write two stars right before and right behind the words, on both sides"),
    ("[^", "this footnote is not read", "say it in the text, or name where it is from: `[words](ref:ID)`"),
];

/// The same for the beginning of a text.
const BEFORE: [(&str, &str, &str); 5] = [
    ("[ ] ", "this box is shown, and cannot be ticked", "leave the brackets out"),
    ("[x] ", "this box is shown, and cannot be ticked", "leave the brackets out"),
    ("[!", "a callout has another form", "write its label in stars, as in `> **Voice**`"),
    ("|", "this table is not read", "write a row of dashes with as many columns as the row above it has"),
    ("```", "these backticks are shown", "write them in a line of their own"),
];

pub(super) fn check(subject: &Subject<'_>, notes: &mut Notes) {
    for passage in &subject.passages {
        if matches!(passage.block.kind, BlockKind::Title | BlockKind::Summary) {
            continue;
        }
        if let Some((range, message, help)) = first(passage) {
            subject.note(notes, Rule::LeftoverMarkup, (passage, range), message, help);
        }
    }
}

/// Returns the first sign that is left over in a passage: one says enough.
fn first(passage: &Passage<'_>) -> Option<(Range<usize>, &'static str, &'static str)> {
    let text = passage.text();
    if let Some((sign, message, help)) = BEFORE.into_iter().find(|(sign, ..)| text.starts_with(sign)) {
        return Some((0..sign.trim_end().len(), message, help));
    }
    let hashes = text.len() - text.trim_start_matches('#').len();
    let letter = slice(text, hashes..text.len()).starts_with(char::is_alphabetic);
    if (2..=6).contains(&hashes) && letter {
        return Some((0..hashes, "this heading is not read", "write a blank behind the hashes: `### …`"));
    }
    let found = INSIDE.into_iter().filter_map(|(sign, message, help)| {
        let at = text.find(sign)?;
        (!is_code(passage, at)).then_some((at..at + sign.len(), message, help))
    });
    found.min_by_key(|(range, ..)| range.start)
}

fn is_code(passage: &Passage<'_>, at: usize) -> bool {
    passage.block.prose.marks.iter().any(|mark| mark.kind == MarkKind::Code && mark.range().contains(&at))
}

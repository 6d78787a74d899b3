//! Rules about headings: each says something of its own, and something stands below it.

use std::collections::BTreeMap;

use super::passage::{Passage, Subject};
use crate::guide::{BlockKind, Part};
use crate::pack::{Notes, Rule};

pub(super) fn check(subject: &Subject<'_>, notes: &mut Notes) {
    let mut seen: BTreeMap<String, &Passage<'_>> = BTreeMap::new();
    let title = subject.passages.iter().find(|passage| passage.block.kind == BlockKind::Title);
    for heading in subject.passages.iter().filter(|passage| passage.is_heading()) {
        let words = key(heading);
        let whole = 0..heading.text().len();
        if let Some(title) = title.filter(|title| key(title) == words) {
            let help = "say what stands below it: a heading is read by somebody who knows the title";
            subject.note(
                notes,
                Rule::RepeatedHeading,
                (heading, whole),
                "this heading repeats the title",
                help,
            );
            notes.also(subject.spot(title, 0..0));
        } else if let Some(first) = seen.get(&words) {
            let help = "say what is different here, or put the two together";
            let message = "this heading stands in the guide already";
            subject.note(notes, Rule::RepeatedHeading, (heading, whole), message, help);
            notes.also(subject.spot(first, 0..0));
        } else {
            seen.insert(words, heading);
        }
        check_below(subject, heading, notes);
    }
}

/// Returns the words of a heading, by which it is compared.
fn key(passage: &Passage<'_>) -> String {
    passage.words.iter().map(|word| &*word.folded).collect::<Vec<_>>().join(" ")
}

/// Notes a heading with nothing below it: the next block is a heading of the same level or above, or there is none.
fn check_below(subject: &Subject<'_>, heading: &Passage<'_>, notes: &mut Notes) {
    let BlockKind::Heading(level) = heading.block.kind else { return };
    let end = subject.guide.section_blocks(heading.section).end;
    let next = subject.guide.blocks.get(heading.at + 1).filter(|_| heading.at + 1 < end);
    let empty = match next.map(|block| block.kind) {
        Some(BlockKind::Heading(next)) => next <= level,
        Some(_) => false,
        None => heading.part == Part::Written,
    };
    // An empty section was reported by the loader.
    if empty && level > 1 {
        let help = "write what it promises, or take it out";
        let whole = 0..heading.text().len();
        subject.note(notes, Rule::EmptyHeading, (heading, whole), "nothing stands below this heading", help);
    }
}

//! Rules about links: their words say what is there, and addresses stay behind words.

use std::ops::Range;

use super::passage::{Passage, Subject};
use super::sentences::words;
use crate::guide::{MarkKind, Place, Target};
use crate::pack::{Notes, Rule};
use crate::text::slice;

/// Words that say nothing about where a link leads.
const VAGUE: [&str; 20] = [
    "click",
    "click here",
    "click this",
    "details",
    "find out more",
    "follow this link",
    "here",
    "learn more",
    "link",
    "more",
    "more info",
    "more information",
    "page",
    "read more",
    "see here",
    "this",
    "this link",
    "this page",
    "this website",
    "website",
];

pub(super) fn check(subject: &Subject<'_>, notes: &mut Notes) {
    for passage in &subject.passages {
        for (range, target) in passage.block.prose.links() {
            check_words(subject, passage, &range, notes);
            if *target == Target::Guide(Place { guide: subject.id, section: None }) {
                let help = "take the link out, or lead to a section: `guide:ID#SECTION`";
                let message = "this link leads to the guide it stands in";
                subject.note(notes, Rule::LinkToItself, (passage, range), message, help);
            }
        }
        check_bare(subject, passage, notes);
    }
}

fn check_words(subject: &Subject<'_>, passage: &Passage<'_>, range: &Range<usize>, notes: &mut Notes) {
    let linked = slice(passage.text(), range.clone());
    let plain = words(linked).iter().map(|word| &*word.folded).collect::<Vec<_>>().join(" ");
    if plain.is_empty() || VAGUE.binary_search(&plain.as_str()).is_ok() {
        let help = "link the words that name what is there: not `read more here` but `the housing options protocols`";
        let message = format!("the words `{linked}` do not say where the link leads");
        subject.note(notes, Rule::VagueLink, (passage, range.clone()), message, help);
    }
}

/// Notes addresses that stand in the text and are neither a link's words nor code.
fn check_bare(subject: &Subject<'_>, passage: &Passage<'_>, notes: &mut Notes) {
    let text = passage.text();
    let mut from = 0;
    while let Some(found) = next_address(text, from) {
        from = found.end;
        let behind_words = passage.block.prose.marks.iter().any(|mark| {
            matches!(mark.kind, MarkKind::Link(_) | MarkKind::Code) && mark.range().contains(&found.start)
        });
        if !behind_words {
            let message = format!("the address `{}` stands bare in the text", slice(text, found.clone()));
            let help = "put it behind words: `[what is there](https://…)`";
            subject.note(notes, Rule::BareAddress, (passage, found), message, help);
        }
    }
}

/// Returns the next web address from byte `from` on, without the stop behind it.
fn next_address(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let start = from + ["https://", "http://", "www."].iter().filter_map(|sign| rest.find(sign)).min()?;
    let word = text.get(start..)?.split(|c: char| c.is_whitespace() || "()<>“”\"".contains(c)).next()?;
    Some(start..start + word.trim_end_matches(['.', ',', ';', ':', '!', '?']).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vague_words_are_in_order() {
        assert!(VAGUE.is_sorted());
    }

    #[test]
    fn addresses_end_before_the_stop() {
        let text = "See https://example.org/a?b=1, (www.example.org).";
        let first = next_address(text, 0).unwrap();
        assert_eq!(slice(text, first.clone()), "https://example.org/a?b=1");
        let second = next_address(text, first.end).unwrap();
        assert_eq!(slice(text, second.clone()), "www.example.org");
        assert_eq!(next_address(text, second.end), None);
    }
}

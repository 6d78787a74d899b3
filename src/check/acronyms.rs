//! Words in capitals: each is spelt out at its first use in a guide.

use std::collections::BTreeSet;
use std::ops::Range;

use super::passage::{Passage, Subject};
use super::terms::Glossary;
use super::wording::is_placeholder;
use crate::guide::{BlockKind, MarkKind, Part, Target};
use crate::pack::{Notes, Rule};
use crate::text::slice;

/// What everybody knows, one a line.
static KNOWN: &str = include_str!("known-acronyms.txt");

/// Words that have no letter in an acronym.
const SMALL: [&str; 12] = ["a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"];

pub(super) fn check(subject: &Subject<'_>, glossary: &Glossary, notes: &mut Notes) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut initials = String::new();
    for passage in &subject.passages {
        let counts = !passage.is_heading()
            && passage.part != Part::Questions
            && passage.block.kind != BlockKind::Title;
        for range in acronyms(passage).into_iter().filter(|_| counts) {
            let word = slice(passage.text(), range.clone());
            let first = seen.insert(word);
            let known = is_known(word) || glossary.has(word);
            if first && !known && !is_spelt_out(passage, &range, &initials) {
                let message = format!("`{word}` is not spelt out where the guide first uses it");
                let help = format!("write it out once with the capitals behind it: `… ({word})`");
                subject.note(notes, Rule::Acronym, (passage, range), message, help);
            }
        }
        add_initials(passage, &mut initials);
    }
}

fn is_known(word: &str) -> bool {
    KNOWN.lines().any(|known| known == word) || is_placeholder(word)
}

/// Returns the words with two capitals or more and no small letter, without the *s* of a plural.
fn acronyms(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let text = passage.text();
    let in_code = |at: usize| {
        passage.block.prose.marks.iter().any(|mark| mark.kind == MarkKind::Code && mark.range().contains(&at))
    };
    let parts = passage.words.iter().flat_map(|word| parts(text, word.range.clone()));
    let found = parts.filter_map(|part| {
        let word = slice(text, part.clone());
        let stem = ["’s", "'s", "s"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        let capitals = stem.chars().filter(|c| c.is_uppercase()).count();
        let plain = stem.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
        (capitals >= 2 && plain && !is_roman(stem)).then(|| part.start..part.start + stem.len())
    });
    found.filter(|range| !in_code(range.start)).collect()
}

/// Returns the parts of a word between its hyphens.
fn parts(text: &str, word: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = word.start;
    for part in slice(text, word).split(['-', '‑']) {
        found.push(start..start + part.len());
        start += part.len() + 1;
    }
    found
}

/// Roman numbers up to thirty-nine; longer ones are years and rare.
fn is_roman(word: &str) -> bool {
    word.len() < 6 && word.bytes().all(|letter| b"IVX".contains(&letter))
}

/// Whether it is clear what an acronym stands for: in brackets behind it or before it, by a link to a term or a
/// reference, or by a name with these initials earlier in the guide.
fn is_spelt_out(passage: &Passage<'_>, range: &Range<usize>, initials: &str) -> bool {
    let text = passage.text();
    let before = slice(text, 0..range.start).trim_end_matches(['“', '‘', '"', '\'']);
    let behind = slice(text, range.end..text.len());
    let in_brackets = before.ends_with('(') && before.len() > 1;
    let explained = behind.trim_start_matches(['”', '’', '"', 's']).trim_start().starts_with('(');
    let apposed =
        [", the ", ", a ", ", an ", ", short for ", " is short for ", " stands for ", ", which stands for "];
    let said_behind = apposed.iter().any(|words| behind.starts_with(words));
    let linked = passage.block.prose.link_at(range.start);
    let led_away = linked.is_some_and(|(_, target)| matches!(target, Target::Term(_) | Target::Reference(_)));
    let word = slice(text, range.clone());
    let mut here = String::new();
    add_initials(passage, &mut here);
    in_brackets || explained || said_behind || led_away || initials.contains(word) || here.contains(word)
}

/// Adds the initials of the names in a passage: runs of words that begin with a capital, small words left out.
fn add_initials(passage: &Passage<'_>, initials: &mut String) {
    initials.push(' ');
    let text = passage.text();
    let mut end = 0;
    for word in &passage.words {
        let goes_on = slice(text, end..word.range.start).chars().all(|c| c.is_whitespace() || c == '&');
        let first = slice(text, word.range.clone()).chars().next();
        let is_name = first.is_some_and(char::is_uppercase)
            && slice(text, word.range.clone()).contains(char::is_lowercase);
        if !goes_on || !(is_name || SMALL.contains(&&*word.folded)) {
            initials.push(' ');
        }
        if is_name {
            initials.extend(first);
        }
        end = word.range.end;
    }
}

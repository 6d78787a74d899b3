//! Rules about callouts and quotations: labels as they are, voices told and not quoted, law with its warning.

use std::ops::Range;

use super::passage::{Passage, Subject};
use super::sentences::count;
use crate::guide::{Area, BlockKind, Callout, Container, EMERGENCY_NUMBERS, MarkKind, Part, ReferenceKind};
use crate::pack::{Key, Notes, Rule, Spot};
use crate::text::{fold_text, nearest, slice};

/// Labels that a callout had in earlier packs.
const FORMER_LABELS: [(&str, Callout); 1] = [("From general practice", Callout::OwnAdvice)];

/// Words between quotation marks that are no longer a name or a title.
const QUOTED_AT_MOST: usize = 7;

/// Words with which a text speaks of what somebody has a right to.
const RIGHTS: [&str; 6] = ["entitled", "entitlement", "entitlements", "eligible", "legal", "rights"];

pub(super) fn check(subject: &Subject<'_>, notes: &mut Notes) {
    for passage in &subject.passages {
        check_label(subject, passage, notes);
        check_quotation(subject, passage, notes);
        if passage.callout() == Some(Callout::OwnAdvice) {
            check_own_advice(subject, passage, notes);
        }
    }
}

/// Notes the first line of a plain quotation that was meant to be a label.
fn check_label(subject: &Subject<'_>, passage: &Passage<'_>, notes: &mut Notes) {
    let opens =
        passage.block.nesting.last().is_some_and(|last| last.opens && last.container == Container::Quote);
    if !opens || passage.block.kind != BlockKind::Paragraph {
        return;
    }
    let text = passage.text();
    let strong =
        passage.block.prose.marks.iter().find(|mark| mark.kind == MarkKind::Strong && mark.start == 0);
    let range = strong.map_or_else(|| 0..text.len(), crate::guide::Mark::range);
    let label = slice(text, range.clone()).trim_end_matches([':', '.', ' ']);
    let current = Callout::ALL.map(|callout| (callout.label(), callout));
    let labels: Vec<(String, &str, Callout)> = current
        .into_iter()
        .chain(FORMER_LABELS)
        .map(|(label, callout)| (fold_text(label), label, callout))
        .collect();
    let Some(meant) = nearest(&fold_text(label), labels.iter().map(|(folded, ..)| folded.as_str())) else {
        return;
    };
    let Some((_, known, callout)) = labels.iter().find(|(folded, ..)| folded == meant) else { return };
    let name = callout.label();
    let message = if *known == name {
        format!("`{label}` is not the label of a callout")
    } else {
        format!("the callout `{known}` is now called `{name}`")
    };
    let help = format!("write `> **{name}**` on a line of its own, then `>` alone, then the text");
    subject.note(notes, Rule::CalloutLabel, (passage, range), message, help);
}

/// Notes a quotation that is longer than a name.
fn check_quotation(subject: &Subject<'_>, passage: &Passage<'_>, notes: &mut Notes) {
    for range in quoted(passage.text()) {
        let words = count(slice(passage.text(), range.clone()));
        if words > QUOTED_AT_MOST && passage.part != Part::Opening {
            let message = format!("{words} words stand between quotation marks");
            let help = "tell it in your own words; quotation marks are for names and titles";
            subject.note(notes, Rule::Quotation, (passage, range), message, help);
        }
    }
}

/// Returns what stands between double quotation marks, the marks included.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('“', _) | ('"', None) => open = Some(at),
            ('”' | '"', Some(start)) => {
                found.push(start..at + c.len_utf8());
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// Notes a figure in advice that names no source.
fn check_own_advice(subject: &Subject<'_>, passage: &Passage<'_>, notes: &mut Notes) {
    // Whom to ring in danger needs no source.
    let figure = |word: &&super::sentences::Word<'_>| {
        word.folded.starts_with(|c: char| c.is_ascii_digit()) && !EMERGENCY_NUMBERS.contains(&&*word.folded)
    };
    if let Some(word) = passage.words.iter().find(figure) {
        let message =
            format!("our own advice states a figure, `{}`", slice(passage.text(), word.range.clone()));
        let help = "name the source in `references` and say it outside the callout, or leave the figure out";
        subject.note(notes, Rule::OwnAdvice, (passage, word.range.clone()), message, help);
    }
}

/// Notes a guide that speaks of law and has nowhere the callout that says to check it.
pub(super) fn check_guidance(subject: &Subject<'_>, notes: &mut Notes) {
    if subject.passages.iter().any(|passage| passage.callout() == Some(Callout::CheckGuidance)) {
        return;
    }
    let guide = subject.guide;
    let cited = guide.based_on.iter().chain(&guide.references).map(|id| subject.library.reference(*id));
    let help = "add a quotation that begins with `> **Check current guidance**`, says from when the source is, and \
                where to look";
    if let Some(law) = cited.into_iter().find(|reference| reference.kind == ReferenceKind::Law) {
        let message = format!("the guide leans on a law, `{}`, and does not say to check it", law.slug);
        notes.add(Rule::CheckGuidance, Spot::Key(subject.id, Key::Title), message, help);
    } else if guide.area == Area::YoungPeople {
        let right = |passage: &Passage<'_>| {
            let word = passage.words.iter().find(|word| RIGHTS.contains(&&*word.folded))?;
            Some(word.range.clone())
        };
        let found = subject.prose().find_map(|passage| Some((passage, right(passage)?)));
        if let Some(found) = found {
            let message = "the guide speaks of rights, and does not say to check them";
            subject.note(notes, Rule::CheckGuidance, found, message, help);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_are_taken_in_pairs() {
        let text = "A “one” and \"two\" and “three";
        let found: Vec<&str> = quoted(text).into_iter().map(|range| slice(text, range)).collect();
        assert_eq!(found, ["“one”", "\"two\""]);
        assert_eq!(quoted("12\" and no more").len(), 0);
    }
}

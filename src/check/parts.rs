//! Rules about the parts of a guide: what every one has, how much of it, and that *In brief* fits one screen.

use super::passage::Subject;
use crate::guide::{BlockKind, Coverage, Part};
use crate::pack::{Key, Notes, Rule, Spot};
use crate::page::Page;
use crate::text::fold_text;

/// Columns that text has on any screen of 80 by 24; it has more of them where no pane stands beside it.
pub const BRIEF_COLUMNS: u16 = 49;

/// The rows that text has there.
pub const BRIEF_ROWS: usize = 21;

/// A part that every guide has: its name, where to say so, how many are there, the least and the most, and how it
/// is written.
struct ExpectedPart {
    what: &'static str,
    key: Key,
    count: usize,
    least: usize,
    most: usize,
    example: &'static str,
}

pub(super) fn check(subject: &Subject<'_>, notes: &mut Notes) {
    for expected in expected(subject) {
        check_count(subject, &expected, notes);
    }
    check_sources(subject, notes);
    check_length(subject, notes);
    check_brief(subject, notes);
    check_said(subject, notes);
    check_questions(subject, notes);
}

fn expected(subject: &Subject<'_>) -> [ExpectedPart; 3] {
    let count = |part: Part| subject.passages.iter().filter(|passage| passage.part == part).count();
    [
        ExpectedPart {
            what: "line in `in_brief`",
            key: Key::InBrief,
            count: count(Part::InBrief),
            least: 3,
            most: 6,
            example: "`in_brief = [\"…\", \"…\", \"…\"]` with what somebody needs mid-conversation",
        },
        ExpectedPart {
            what: "thing in `also_said`",
            key: Key::AlsoSaid,
            count: subject.guide.all_aliases().count(),
            least: 10,
            most: 500,
            example: "`also_said = [\"…\", \"…\"]` with what people say for it or for its passages, in their own words",
        },
        ExpectedPart {
            what: "question",
            key: Key::Questions,
            count: count(Part::Questions),
            least: 4,
            most: 8,
            example: "`[[question]]` with `text = \"…?\"`, to think over in supervision",
        },
    ]
}

fn check_count(subject: &Subject<'_>, expected: &ExpectedPart, notes: &mut Notes) {
    let &ExpectedPart { what, key, count, least, most, example } = expected;
    if count == 0 {
        let message = format!("the guide has no {what}");
        notes.add(Rule::MissingPart, Spot::Key(subject.id, key), message, format!("write {example}"));
    } else if count < least || count > most {
        let plural = if count == 1 { "" } else { "s" };
        let what = what.replacen(' ', &format!("{plural} "), 1);
        let what = if what.contains(' ') { what } else { format!("{what}{plural}") };
        let message = format!("the guide has {count} {what}; {least} to {most} are good");
        let help = if count < least { format!("add some: {example}") } else { "keep the best".to_owned() };
        notes.add(Rule::PartSize, Spot::Key(subject.id, key), message, help);
    }
}

/// A guide says where it comes from.
fn check_sources(subject: &Subject<'_>, notes: &mut Notes) {
    if subject.guide.based_on.is_empty() && subject.guide.references.is_empty() {
        let message = "the guide names no source";
        let help =
            "write `references = [\"…\"]` with ids of references.toml, or `based_on` for the page it retells";
        notes.add(Rule::MissingPart, Spot::Guide(subject.id), message, help);
    }
}

/// A guide is as long as its source carries (in words, with all its parts).
fn check_length(subject: &Subject<'_>, notes: &mut Notes) {
    let (least, most) = match subject.guide.coverage {
        Coverage::Full => (500, 2_500),
        Coverage::Partial | Coverage::Other => (300, 1_800),
        Coverage::Teaser | Coverage::Mention => (200, 1_800),
    };
    let words = subject.guide.words;
    if !(least..=most).contains(&words) {
        let message = format!(
            "the guide has {words} words; {least} to {most} are good for what could be read of its source"
        );
        let help = if words < least {
            "say what to do, and why"
        } else {
            "make two guides of it, or leave out what nobody needs"
        };
        notes.add(Rule::PartSize, Spot::Key(subject.id, Key::Sections), message, help);
    }
}

/// What someone needs mid-conversation stands on one screen, with its heading.
fn check_brief(subject: &Subject<'_>, notes: &mut Notes) {
    let guide = subject.guide;
    let Some(at) = guide.sections.iter().position(|section| section.part == Part::InBrief) else { return };
    let blocks = guide.blocks.get(guide.section_blocks(at)).unwrap_or_default();
    let rows = Page::compose(blocks, BRIEF_COLUMNS).height();
    if rows > BRIEF_ROWS {
        let message =
            format!("`in_brief` takes {rows} rows on a screen of 80 by 24, which has room for {BRIEF_ROWS}");
        notes.add(
            Rule::InBriefTooLong,
            Spot::Key(subject.id, Key::InBrief),
            message,
            "shorten the lines, or leave one out",
        );
    }
}

/// What people say is listed once, and the title need not be said again.
fn check_said(subject: &Subject<'_>, notes: &mut Notes) {
    let mut seen = std::collections::BTreeSet::from([fold_text(&subject.guide.title)]);
    for (at, said) in subject.guide.all_aliases().map(|(_, said)| said).enumerate() {
        if !seen.insert(fold_text(said)) {
            let message = format!("`{said}` is listed already, or is the title");
            notes.add(Rule::SaidTwice, Spot::Said(subject.id, at), message, "take it out");
        }
    }
}

/// A question asks.
fn check_questions(subject: &Subject<'_>, notes: &mut Notes) {
    let questions = subject.passages.iter().filter(|passage| passage.part == Part::Questions);
    for question in questions.filter(|passage| passage.block.kind == BlockKind::Paragraph) {
        if !question.text().contains('?') {
            let whole = 0..question.text().len();
            let help = "ask something that has no right answer: `What would …?`, `Who …?`";
            subject.note(notes, Rule::NotAQuestion, (question, whole), "nothing is asked here", help);
        }
    }
}

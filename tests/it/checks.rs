//! What an editor says: every editorial rule has a pack that breaks it, and is reported where it was broken.

use std::fmt::Write as _;
use std::path::Path;

use real_toolkit::app::{Arrangement, Geometry, Pane, PaneContents};
use real_toolkit::check::{BRIEF_COLUMNS, BRIEF_ROWS, check};
use real_toolkit::disk;
use real_toolkit::guide::Day;
use real_toolkit::pack::{Report, Rule, Severity, Source};
use real_toolkit::text::{LineColumn, Problem, slice};

use crate::packs::{HERE, marked};
use crate::support::place;

pub(crate) const TEA: &str = "workforce/first-tea.toml";
pub(crate) const YP: &str = "young-people/yp-first-tea.toml";

/// The day of the tests.
pub(crate) fn today() -> Day {
    Day::parse("2026-11-21").unwrap()
}

/// Returns the files of a pack that an editor has nothing to say about.
pub(crate) fn fine_pack() -> Vec<Source> {
    vec![
        Source::new("glossary.toml", include_str!("support/fine/glossary.toml")),
        Source::new("pack.toml", include_str!("support/fine/pack.toml")),
        Source::new("references.toml", include_str!("support/fine/references.toml")),
        Source::new("safety.toml", include_str!("support/fine/safety.toml")),
        Source::new("themes.toml", include_str!("support/fine/themes.toml")),
        Source::new(TEA, include_str!("support/fine/first-tea.toml")),
        Source::new(YP, include_str!("support/fine/yp-first-tea.toml")),
    ]
}

/// Returns the fine pack with `from` replaced by `to` in one of its files, and where the mark was.
pub(crate) fn edited(file: &str, from: &str, to: &str) -> (Vec<Source>, Option<(usize, usize)>) {
    let mut sources = fine_pack();
    let text = sources.iter_mut().find(|source| source.name == file).unwrap().text.as_mut().unwrap();
    assert!(text.contains(from), "{file} has no {from:?}");
    *text = text.replacen(from, to, 1);
    let marks = text.contains(HERE);
    let (line, column, clean) = marked(text);
    *text = clean;
    (sources, marks.then_some((line, column)))
}

/// A rule, and an edit of a file of the fine pack that breaks it where the sign `§` is, if there is one.
pub(crate) const BROKEN: &[(Rule, &str, &str, &str)] = &[
    (
        Rule::MissingPart,
        TEA,
        "in_brief = [\"Put the kettle on first.\", \"Say how long you will stay.\", \"Let them choose the seat.\"]\n",
        "",
    ),
    (Rule::MissingPart, YP, "id = \"yp-first-tea\"", "id = §\"yp-first-tea\""),
    (Rule::InBriefTooLong, TEA, "\"Put the kettle on first.\"", LONG_BRIEF),
    (
        Rule::LongSentence,
        TEA,
        "Nobody has to fill the room with talk, and",
        "§Nobody has to fill the room with talk, and nobody has to ask one thing after another as if this were a form to be filled in, and nobody has to be glad about it, and",
    ),
    (
        Rule::LongSentence,
        YP,
        "Who was the best worker you ever met?",
        "§Who was the best worker you ever met in all of the years and houses and schools and meetings that you have been in since you were small enough to be carried up the stairs by one arm, and why?",
    ),
    (Rule::Acronym, TEA, "Say your name and what your job is.", "Say your name and bring the §LAAC papers."),
    (Rule::Acronym, TEA, "What to do in the first hour", "What an §RSW can do"),
    (Rule::Acronym, TEA, "The worker had put it on", "The \\u00e9 worker, an §ASW1, had put it on"),
    (Rule::RepeatedHeading, TEA, "### Silence is an answer", "### §The first CUP of tea"),
    (
        Rule::RepeatedHeading,
        TEA,
        "Ask where they would like to sit, and",
        "### §Silence is an answer\n\nAsk where they would like to sit, and",
    ),
    (Rule::RepeatedHeading, TEA, "title = \"Do\"", "title = \"§Feel\""),
    (Rule::EmptyHeading, TEA, "### Silence is an answer", "### §What they know\n\n### Silence is an answer"),
    (Rule::EmptyHeading, TEA, "and tell no more.", "and tell no more.\n\n### §And then"),
    (
        Rule::DuplicateTitle,
        "themes.toml",
        "id = \"after\"\ntitle = \"After tea\"",
        "id = §\"after\"\ntitle = \"TEA\"",
    ),
    (
        Rule::DuplicateTitle,
        "glossary.toml",
        "id = \"key-worker\"\ntitle = \"Key worker\"",
        "id = §\"key-worker\"\ntitle = \"Handover\"",
    ),
    (
        Rule::Orphan,
        YP,
        "[[related]]\nguide = \"first-tea\"\nwhy = \"what workers are told about this hour\"\n",
        "",
    ),
    (
        Rule::UnusedTerm,
        "glossary.toml",
        "[[term]]\nid = \"key-worker\"",
        "[[term]]\nid = §\"biscuit\"\ntitle = \"Biscuit tin\"\nmeaning = \"What goes with tea.\"\n\n[[term]]\nid = \"key-worker\"",
    ),
    (
        Rule::UncitedReference,
        "references.toml",
        "[[reference]]\nid = \"tea-survey\"",
        "[[reference]]\nid = §\"nobody\"\nkind = \"book\"\ntitle = \"Unread\"\n\n[[reference]]\nid = \"tea-survey\"",
    ),
    (
        Rule::NearDuplicate,
        YP,
        "Pick the seat you like best.",
        "§Ask where they would like to sit, and take the seat that is left. Then do these things in any order you like.\n\nPick the seat you like best.",
    ),
    (
        Rule::NearDuplicate,
        TEA,
        "### Silence is an answer",
        "§Both of you have had meetings that went badly, and both of you remember how those ended. You are nervous.\n\n### Silence is an answer",
    ),
    (Rule::CalloutLabel, TEA, "> **Voice**", "> **§Voices**"),
    (Rule::CalloutLabel, TEA, "> **Our own advice**", "> **§Our own advise:**"),
    (Rule::CalloutLabel, TEA, "> **Our own advice**", "> **§From general practice**"),
    (Rule::CalloutLabel, TEA, "> **Voice**\n>\n> One", "> **§Voice** One"),
    (Rule::CalloutLabel, TEA, "> **Voice**", "> §Voice"),
    (Rule::OwnAdvice, TEA, "Keep your phone in your bag.", "Keep your phone in your bag for §40 minutes."),
    (Rule::OverdueReview, TEA, "reviewed = 2026-11-02", "reviewed = §2025-05-20"),
    (Rule::FutureReview, TEA, "reviewed = 2026-11-02", "reviewed = §2026-11-22"),
    (Rule::VagueLink, TEA, "[Reid](ref:reid-2019)", "[§Click here](ref:reid-2019)"),
    (Rule::VagueLink, TEA, "[Reid](ref:reid-2019)", "[*§here*](ref:reid-2019)"),
    (Rule::BareAddress, TEA, "Say your name", "See §https://example.org/a. Say your name"),
    (Rule::BareAddress, YP, "Have a drink or leave it.", "Have a look (§www.example.org)."),
    (Rule::Placeholder, TEA, "\"Who put the kettle on for you?\"", "\"§…?\""),
    (Rule::Placeholder, TEA, "Nobody has to fill", "§TODO. Nobody has to fill"),
    (
        Rule::Placeholder,
        TEA,
        "summary = \"What to do in the first hour with somebody who has met too many workers.\"",
        "summary = \"§…\"",
    ),
    (Rule::Placeholder, TEA, "\"meeting them\"", "§\"…\""),
    (Rule::DoubledWord, TEA, "It is fine to sit", "It is fine §to\nto sit"),
    (Rule::DoubledWord, TEA, "\"Let them choose the seat.\"", "\"Let them \\u0063hoose §The *the* seat.\""),
    (Rule::SaidTwice, TEA, "\"meeting them\"", "§\"Small Talk\""),
    (Rule::SaidTwice, TEA, "\"meeting them\"", "§\"the first cup of tea\""),
    (Rule::PartSize, TEA, "\"breaking the ice\", ", ""),
    (Rule::PartSize, TEA, ", \"Let them choose the seat.\"", ""),
    (Rule::PartSize, TEA, "text = \"Who put the kettle on for you?\"\n\n[[question]]\n", ""),
    (Rule::PartSize, TEA, "coverage = \"teaser\"", "coverage = \"full\""),
    (
        Rule::LongParagraph,
        YP,
        "They are nervous as well.",
        "§They are nervous. They are. So are you. That is fine. It is. They are nervous as well.",
    ),
    (Rule::UnlinkedTerm, TEA, "[key worker](term:key-worker)", "§key worker"),
    (Rule::UnlinkedTerm, TEA, "[handover](term:handover)", "§handovers"),
    (Rule::CheckGuidance, "references.toml", "kind = \"report\"", "kind = \"law\""),
    (
        Rule::CheckGuidance,
        YP,
        "You can ask them questions too.",
        "You are §entitled to ask them questions too.",
    ),
    (
        Rule::Quotation,
        TEA,
        "One young person told us that the kettle was what made her stay.",
        "She said: §“The kettle was what made me stay that day.”",
    ),
    (
        Rule::Quotation,
        TEA,
        "Nobody has to fill the room with talk",
        "Nobody says \\\"you\\\" or §\\\"now tell me all about it from the start\\\" to them",
    ),
    (
        Rule::StockPhrase,
        TEA,
        "Tell them when you will be back.",
        "Tell them §in order to help when you will be back.",
    ),
    (
        Rule::Spelling,
        TEA,
        "Both of you have had meetings",
        "Both of you know such §behavior and have had meetings",
    ),
    (Rule::NotAQuestion, TEA, "Who put the kettle on for you?", "§Think of who put the kettle on."),
    (
        Rule::LinkToItself,
        TEA,
        "Ask where they would like to sit",
        "[§As this guide says](guide:first-tea), ask where they would like to sit",
    ),
];

/// Rules that need more than one edit, tested one by one below.
pub(crate) const OTHERS: &[Rule] =
    &[Rule::LongSentences, Rule::HardToRead, Rule::DenseText, Rule::OneWayRelation];

const LONG_BRIEF: &str = "§\"Put the kettle on first, because a kettle takes a few minutes, and in those few minutes nobody has to say a word. Then ask whether they take milk, and how much sugar, and listen to the answer. If they want nothing, put a cup down for them all the same, since people change their minds. If they want juice, that is as good as tea. Sit down when the cups are on the table and not before. Then wait until the first cup is empty. Ask once more where they would like to go next, and after that, and whether there is somebody who ought to be told. Ask who that is and how they would like them to be told, by you or by themselves, today or on another day. Look at the window when they look at you for too long, and tell them why you did when they ask. Ask where they would like to go, and whether they would like you there. Say when you will be back, and write it down on a card that they can keep. Leave the card where they can find it.\", \"Ask twice.\"";

/// Breaks the fine pack and says what should be found and is not.
fn attempt((rule, file, from, to): &(Rule, &str, &str, &str)) -> Result<(), String> {
    let (mut sources, expected) = edited(file, from, to);
    if *rule == Rule::MissingPart && *file == YP {
        let text = sources.last_mut().unwrap().text.as_mut().unwrap();
        *text = text.replace("references = [\"reid-2019\"]", "references = []");
    }
    let report = check(&sources, today());
    let [one] = &report.diagnostics[..] else {
        return Err(format!("{rule:?}, {to:?}: not one diagnostic\n{report}"));
    };
    let placed = expected.is_none_or(|expected| (place(one), one.file.as_str()) == (expected, *file));
    if one.rule != *rule || !placed || one.problem.help.is_empty() || one.source.is_empty() {
        return Err(format!("{rule:?} at {expected:?} expected\n{report}"));
    }
    Ok(())
}

#[test]
fn every_editorial_rule_is_reported_where_it_is_broken() {
    let wrong: Vec<String> =
        BROKEN.iter().chain(crate::safety::BROKEN).filter_map(|broken| attempt(broken).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_fine_pack_has_nothing_to_mend() {
    let report = check(&fine_pack(), today());
    assert_eq!((report.diagnostics.len(), report.left_out), (0, 0), "{report}");
}

/// Returns the report on the fine pack with edits of one file.
fn report_on(file: &str, edits: &[(&str, &str)]) -> Report {
    let mut sources = fine_pack();
    let text = sources.iter_mut().find(|source| source.name == file).unwrap().text.as_mut().unwrap();
    for (from, to) in edits {
        assert!(text.contains(from), "{file} has no {from:?}");
        *text = text.replace(from, to);
    }
    check(&sources, today())
}

fn rules(report: &Report) -> Vec<Rule> {
    report.diagnostics.iter().map(|one| one.rule).collect()
}

const HEAVY: &str =
    "Organisational interdependence necessitates considerable institutional accountability throughout. ";

#[test]
fn hard_words_are_weighed_by_the_kind_of_guide() {
    let heavy = HEAVY.repeat(2);
    let paragraphs = [("It is fine to sit without a word for a while.", heavy.as_str())];
    assert_eq!(rules(&report_on(TEA, &paragraphs)), []);
    let words =
        ["One", "Two", "Three", "Four", "Five", "Six"].map(|word| format!("{word}. {HEAVY}{HEAVY}\n\n"));
    let more = words.concat().replace("Organisational", "Understandable");
    for (kind, rule) in [("practice", Rule::HardToRead), ("wellbeing", Rule::DenseText)] {
        let kind = format!("kind = \"{kind}\"");
        let edits = [("It is fine to sit", more.as_str()), ("kind = \"practice\"", kind.as_str())];
        let report = report_on(TEA, &edits);
        assert!(report.diagnostics.iter().any(|one| (one.rule, place(one).0) == (rule, 2)), "{report}");
    }
}

#[test]
fn long_sentences_are_weighed_together() {
    let long = "You ask them where they would like to sit and then you take the seat that is left over for you by them.";
    let mut text = String::new();
    for number in 0..60 {
        writeln!(text, "{number} {long}\n").unwrap();
    }
    let report = report_on(TEA, &[("You are nervous, and so are they.", &text)]);
    assert!(
        report.diagnostics.iter().any(|one| (one.rule, place(one).0) == (Rule::LongSentences, 2)),
        "{report}"
    );
}

#[test]
fn a_relation_leads_back_by_a_link_too() {
    let related = "[[related]]\nguide = \"first-tea\"\nwhy = \"what workers are told about this hour\"\n";
    let third = "[[related]]\nguide = \"third\"\nwhy = \"more\"\n\n[[section]]\nid = \"feel\"";
    let with = |text: &str| {
        let (mut sources, _) = edited(TEA, "[[section]]\nid = \"feel\"", third);
        let other = include_str!("support/fine/first-tea.toml");
        let other =
            other.replace("\"first-tea\"", "\"third\"").replace("The first cup of tea", "The third cup");
        let other = other.replace("You are nervous, and so are they.", text);
        sources.push(Source::new("workforce/third.toml", other));
        let report = check(&sources, today());
        report
            .diagnostics
            .iter()
            .filter(|one| one.rule == Rule::OneWayRelation)
            .map(|one| place(one).0)
            .collect::<Vec<_>>()
    };
    assert_eq!(with("So it goes."), [22, 18]);
    assert_eq!(with("So it goes, as [before](guide:first-tea#do)."), [18]);
    assert_eq!(rules(&report_on(YP, &[(related, "")])), [Rule::Orphan]);
}

#[test]
fn what_everybody_knows_or_is_spelt_out_is_no_acronym() {
    for fine in [
        "the NHS, your GP and the TV",
        "the Aberdeen Tea Company and the ATC",
        "Aberdeen Tea (ATC) and ATC again",
        "ATC (Aberdeen Tea Company)",
        "ATC, the tea company,",
        "[ATC](ref:reid-2019) and ATC",
        "`ATC` in code",
        "part III",
        "I",
    ] {
        let report = report_on(TEA, &[("Say your name", &format!("Ask {fine} first. Say your name"))]);
        assert_eq!(rules(&report), [], "{fine}\n{report}");
    }
}

#[test]
fn a_pack_with_errors_is_not_said_to_miss_anything() {
    let report = report_on(
        TEA,
        &[
            ("guide = \"yp-first-tea\"", "guide = \"yp-first-te\""),
            ("It is fine to sit", "It is is fine to sit"),
        ],
    );
    assert_eq!(rules(&report), [Rule::BrokenLink, Rule::DoubledWord]);
    assert_eq!((report.errors, report.warnings, report.advice), (1, 1, 0));
}

#[test]
fn both_places_of_a_repetition_are_named() {
    let copy = "Ask where they would like to sit, and take the seat that is left. Then do these things in any order:";
    let report = report_on(YP, &[("Pick the seat you like best.", copy)]);
    let one = &report.diagnostics[0];
    let also = one.also.as_ref().unwrap();
    assert_eq!((also.file.as_str(), also.at), (TEA, LineColumn { line: 53, column: 1 }), "{one}");
    assert_eq!(
        slice(&one.source, one.mark.clone()),
        "Ask where they would like to sit, and take the seat that is left. Then do these things in any order:"
    );
}

#[test]
fn a_brief_is_measured_by_the_screen_of_the_reader() {
    let size = ratatui::layout::Size::new(80, 24);
    let geometry = Geometry::of(size, Pane::Text, &Arrangement::default(), PaneContents::default()).unwrap();
    assert!(geometry.text.width >= BRIEF_COLUMNS);
    assert_eq!(usize::from(geometry.text.height), BRIEF_ROWS);
}

#[test]
fn the_bundled_pack_has_no_errors_and_no_warnings() {
    let guides = Path::new(env!("CARGO_MANIFEST_DIR")).join("guides");
    let sources = disk::packs::read(&guides).unwrap();
    let report = check(&sources, today());
    let wrong: Vec<String> = report
        .diagnostics
        .iter()
        .filter(|one| one.severity != Severity::Advice)
        .map(ToString::to_string)
        .collect();
    assert_eq!((report.errors, report.warnings, wrong.concat().as_str()), (0, 0, ""));
}

#[test]
fn any_line_may_be_missing_and_something_true_is_said() {
    for (file, source) in fine_pack().iter().enumerate() {
        let lines: Vec<&str> = source.text.as_ref().unwrap().lines().collect();
        for gone in 0..lines.len() {
            let mut sources = fine_pack();
            let rest = [&lines[..gone], &lines[gone + 1..]].concat().join("\n");
            sources[file].text = Ok(rest);
            let report = check(&sources, today());
            assert_eq!(report.to_string(), check(&sources, today()).to_string());
            for one in &report.diagnostics {
                let named = sources.iter().find(|source| source.name == one.file).unwrap();
                let index = place(one).0 - 1;
                let line = named.text.as_ref().unwrap().lines().nth(index).unwrap_or_default();
                let marked = slice(&one.source, one.mark.clone());
                assert!(line.contains(one.source.trim_matches('…').trim()), "{one}");
                let Problem { message, help, .. } = &one.problem;
                assert!(line.contains(marked) && !message.is_empty() && !help.is_empty(), "{one}");
            }
        }
    }
}

//! Every rule has a pack that breaks it, and is reported where it was broken.

use real_toolkit::pack::{Diagnostic, Opened, Rule, Severity, Source, SourceError, open};
use real_toolkit::text::slice;

use crate::support::{edited, good_pack, place};
use crate::{checks, slips};

/// Where the mark in an edit says that something is wrong.
pub(crate) const HERE: char = '§';

const ONE: &str = "workforce/one.toml";
const SAFETY: &str = "safety.toml";
const TWO: &str = "young-people/two.toml";

/// A rule, and an edit of a file of the good pack that breaks it where the sign `§` is.
const BROKEN: &[(Rule, &str, &str, &str)] = &[
    (Rule::StrayCode, ONE, "### A heading", "§```\nSome text."),
    (Rule::StrayCode, ONE, "### A heading", "    §Some text."),
    (Rule::TomlSyntax, ONE, "kind = \"practice\"", "kind = §practice"),
    (Rule::TomlSyntax, ONE, "kind = \"practice\"", "kind = \"practice\"\n§kind = \"theory\""),
    (Rule::UnknownKey, ONE, "summary", "§sumary = 1\nsummary"),
    (Rule::UnknownKey, "pack.toml", "licence", "§colour = 1\nlicence"),
    (Rule::UnknownKey, ONE, "id = \"do\"", "id = \"do\"\n§order = 1"),
    (Rule::MissingKey, ONE, "id = \"one\"\ntitle = \"Guide one\"", "§id = \"one\""),
    (Rule::MissingKey, ONE, "themes = [\"here\", \"there\"]", "themes = §[]"),
    (
        Rule::MissingKey,
        "themes.toml",
        "\n[[theme]]\nid = \"there\"\ntitle = \"There\"",
        "\n§[[theme]]\nid = \"there\"",
    ),
    (Rule::WrongType, ONE, "title = \"Guide one\"", "title = §5"),
    (Rule::WrongType, ONE, "themes = [\"here\", \"there\"]", "themes = [\"here\", §5, \"there\"]"),
    (Rule::WrongType, ONE, "[\"first\", \"number one\"]", "§\"first\""),
    (Rule::WrongType, ONE, "reviewed = 2026-11-02", "reviewed = §\"2026-11-02\""),
    (Rule::WrongType, ONE, "[[related]]\nguide = \"two\"\nwhy = \"it comes next\"", "§[related]"),
    (Rule::WrongType, "glossary.toml", "general = true", "general = §1"),
    (Rule::WrongType, "references.toml", "year = \"2020\"", "year = §2020"),
    (Rule::WrongType, "pack.toml", "format = 1", "format = §1.0"),
    (Rule::WrongValue, "pack.toml", "format = 1", "format = §2"),
    (Rule::WrongValue, "pack.toml", "format = 1", "format = §0"),
    (Rule::WrongValue, ONE, "kind = \"practice\"", "kind = §\"practise\""),
    (Rule::WrongValue, ONE, "reviewed = 2026-11-02", "reviewed = §2026-11-02T10:00:00"),
    (Rule::WrongValue, "references.toml", "kind = \"web\"", "kind = §\"website\""),
    (
        Rule::BadId,
        "references.toml",
        "id = \"page-one\"",
        "id = \"page-one\"\ntitle = \"x\"\nkind = \"web\"\n[[reference]]\nid = §\"-rf\"",
    ),
    (Rule::BadId, "pack.toml", "id = \"small\"", "id = §\"sm\u{200b}all\""),
    (Rule::BadId, ONE, "id = \"one\"", "id = §\"other\""),
    (
        Rule::BadId,
        ONE,
        "id = \"one\"\ntitle = \"Guide one\"\narea = \"workforce\"",
        "id = \"one\"\ntitle = \"Guide one\"\narea = §\"young-people\"",
    ),
    (Rule::BadId, ONE, "id = \"do\"", "id = §\"sources\""),
    (Rule::DuplicateId, ONE, "id = \"do\"", "id = §\"feel\""),
    (
        Rule::DuplicateId,
        "themes.toml",
        "id = \"there\"",
        "id = \"there\"\ntitle = \"x\"\nintro = \"x\"\n[[theme]]\nid = §\"here\"",
    ),
    (Rule::DuplicateId, ONE, "[\"here\", \"there\"]", "[\"here\", \"there\", §\"here\"]"),
    (Rule::EmptyText, ONE, "title = \"Guide one\"", "title = §\" \""),
    (Rule::EmptyText, ONE, "\"number one\"", "§''"),
    (
        Rule::EmptyText,
        TWO,
        "text = \"A [bond](term:bond) with [one](guide:one#questions).\"",
        "text = §\"[x]: y\"",
    ),
    (Rule::TooLong, ONE, "\"Be *there*.\"", "\"a\", \"a\", \"a\", \"a\", \"a\", \"a\", §\"b\""),
    (Rule::BrokenLink, ONE, "guide = \"two\"", "guide = §\"tow\""),
    (Rule::BrokenLink, ONE, "themes = [\"here\"", "themes = [\"here\", §\"hera\""),
    (Rule::BrokenLink, ONE, "references = [", "references = [§\"smith\", "),
    (Rule::BrokenLink, "themes.toml", "[\"two\"]", "[\"two\", §\"three\"]"),
    (Rule::BrokenLink, "glossary.toml", "see = [", "see = [§\"tree\", "),
    (Rule::BrokenLink, ONE, "guide:two#know", "§guide:two#knwo"),
    (Rule::BrokenLink, ONE, "(guide:two),", "(§guide:three),"),
    (Rule::BrokenLink, ONE, "(ref:smith-2020)", "(§ref:smith)"),
    (Rule::BrokenLink, ONE, "(term:bond)", "(§term:bonds)"),
    (Rule::BrokenLink, ONE, "(guide:two) say", "(§two) say"),
    (Rule::BrokenLink, "pack.toml", "(guide:one)", "(§guide:first)"),
    (Rule::UnsafeAddress, ONE, "(https://example.org)", "(§javascript:alert)"),
    (Rule::UnsafeAddress, ONE, "(https://example.org)", "(§https://a@example.org)"),
    (Rule::UnsafeAddress, ONE, "](https://example.org)", " on www.gov.scot](§https://example.org)"),
    (
        Rule::UnsafeAddress,
        "references.toml",
        "\"https://example.org/care?a=1\"",
        "§\"https://example.org/a b\"",
    ),
    (Rule::UnsafeAddress, "references.toml", "\"https://example.org/care?a=1\"", "§\"mailto:a@b\""),
    (
        Rule::AnswerPlace,
        ONE,
        "[[section]]",
        "[[section]]\nanswers = [{ at = §\"Nobody says this\", also_said = [\"x\"] }]",
    ),
    (Rule::MissingKey, SAFETY, "owner = \"A charity\"\n", ""),
    (Rule::MissingKey, SAFETY, "say = \"0131 496 0000\"\n", ""),
    (Rule::MissingKey, SAFETY, "source = {", "# source = {"),
    (Rule::MissingKey, SAFETY, "checked_on = 2026-11-02\n", ""),
    (Rule::MissingKey, SAFETY, "review_by = 2027-05-30\n", ""),
    (Rule::MissingKey, SAFETY, "first = [\"Call {emergency}.\", \"Stay.\"]\n", ""),
    (Rule::UnknownKey, SAFETY, "owner = \"A charity\"", "owner = \"A charity\"\n§fon = \"1\""),
    (Rule::UnknownKey, SAFETY, "[page.workforce]", "[page.§workers]\n[page.workforce]"),
    (Rule::WrongValue, SAFETY, "ways = [\"call\", \"web\"]", "ways = [\"call\", §\"ring\"]"),
    (Rule::WrongValue, SAFETY, "number = \"01314960000\"", "number = §\"0131 496 0000\""),
    (Rule::WrongType, SAFETY, "source = {", "source = §\"x\" # {"),
    (Rule::BrokenLink, SAFETY, "Stay until", "Call §{emergencey}. Stay until"),
    (Rule::BrokenLink, SAFETY, "[\"emergency\", \"night-line\"]", "[\"emergency\", §\"nightline\"]"),
    (Rule::BrokenLink, SAFETY, "sources = [\"S1\"]", "sources = [§\"S2\"]"),
    (Rule::BrokenLink, SAFETY, "(safety:missing)", "(§safety:mising)"),
    (Rule::BrokenLink, ONE, "(guide:two) say", "(§safety:mising) say"),
    (Rule::DuplicateId, SAFETY, "id = \"this-address\"", "id = §\"on-call-manager\""),
    (Rule::UnsafeAddress, SAFETY, "\"https://example.org/night\"", "§\"ftp://example.org/night\""),
    (Rule::BrokenLink, "danger.toml", "@family hit+", "@§famly hit+"),
    (Rule::BrokenLink, "danger.toml", "situation = \"danger\"", "situation = §\"dangers\""),
    (Rule::UnknownKey, "danger.toml", "harmless =", "§harmles ="),
    (Rule::DigitsDisagree, SAFETY, "say = \"0131 496 0000\"", "say = §\"0131 496 0001\""),
    (Rule::SelfRelated, ONE, "guide = \"two\"", "guide = §\"one\""),
    (Rule::DuplicateRelated, ONE, "[[section]]", "[[related]]\nguide = §\"two\"\nwhy = \"x\"\n[[section]]"),
    (Rule::OrderNotInTheme, "themes.toml", "intro = \"Another theme.\"", "intro = \"x\"\norder = [§\"two\"]"),
    (Rule::Html, ONE, "- 漢字 \\u00e9 [two]", "- 漢字 \\u00e9 §<br> [two]"),
    (Rule::Html, ONE, "  [Smith]", "  b §<br> [Smith]"),
    (Rule::Image, ONE, "### A heading", "§![x](https://example.org/a.png)"),
    (Rule::ShallowHeading, ONE, "### A heading", "§## A heading"),
    (
        Rule::DiagramWithoutWords,
        ONE,
        "```diagram\n.-.\n```\n```words\nA lid.\n```",
        "x\n\n§```diagram\n.-.\n```",
    ),
    (Rule::WordsWithoutDiagram, ONE, "```diagram\n.-.\n```\n", "x\n\n§"),
    (Rule::TooDeep, ONE, "### A heading", ">>>>>>>>§> deep"),
    (Rule::NotOneParagraph, ONE, "And what would you?", "§- And what would you?"),
    (Rule::UnsafeText, ONE, "### A heading", "### A §\u{202e}heading"),
    (Rule::UnsafeText, ONE, "### A heading", "### \\u00e9 §\\u001b]0;x"),
    (Rule::ThemeWithoutGuides, ONE, "themes = [\"here\", \"there\"]", "themes = [\"here\"]"),
];

/// Rules about files as a whole, tested one by one below.
const WHOLE_FILES: &[Rule] =
    &[Rule::MissingFile, Rule::StrayFile, Rule::UnreadableFile, Rule::NotUtf8, Rule::ProtectedNumber];

/// Returns the line and column of the mark, and the text without it.
pub(crate) fn marked(text: &str) -> (usize, usize, String) {
    let before = text.split(HERE).next().unwrap();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    (line, column, text.replace(HERE, ""))
}

/// Breaks the good pack and says what should be found and what is.
fn attempt(rule: Rule, file: &str, from: &str, to: &str) -> Result<(), String> {
    let mut sources = edited(file, from, to);
    let text = sources.iter_mut().find(|source| source.name == file).unwrap().text.as_mut().unwrap();
    let (line, column, clean) = marked(text);
    let marks = text.contains(HERE);
    *text = clean;
    let opened = open(&sources);
    // A theme may lose its only guide on the way.
    let matters = |one: &&Diagnostic| one.rule == rule || one.severity == Severity::Error;
    let [one] = opened.report.diagnostics.iter().filter(matters).collect::<Vec<_>>()[..] else {
        return Err(format!("{rule:?}: not one diagnostic\n{}", opened.report));
    };
    let placed = !marks || (one.rule, one.file.as_str(), place(one)) == (rule, file, (line, column));
    if one.rule != rule || !placed || opened.library.is_some() == (one.severity == Severity::Error) {
        return Err(format!("{rule:?} at {line}:{column} expected\n{}", opened.report));
    }
    if one.problem.help.is_empty() || (marks && one.source.is_empty()) {
        return Err(format!("{rule:?} says too little\n{}", opened.report));
    }
    Ok(())
}

#[test]
fn every_rule_is_reported_where_it_is_broken() {
    let all = BROKEN.iter().chain(crate::plans::BROKEN);
    let wrong: Vec<_> =
        all.filter_map(|(rule, file, from, to)| attempt(*rule, file, from, to).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_failing_pack() {
    for rule in Rule::ALL {
        let ours = BROKEN.iter().chain(checks::BROKEN).chain(crate::safety::BROKEN);
        let broken = ours.chain(crate::plans::BROKEN).any(|broken| broken.0 == *rule)
            || slips::SLIPS.iter().any(|slip| slip.0 == *rule);
        assert!(broken || WHOLE_FILES.contains(rule) || checks::OTHERS.contains(rule), "{rule:?}");
    }
}

#[test]
fn the_good_pack_has_nothing_wrong() {
    let opened = open(&good_pack());
    assert_eq!(opened.report.to_string(), "");
    assert!(opened.library.is_some());
}

/// Returns the rules and files of what is found, in order.
fn rules(opened: &Opened) -> Vec<(Rule, &str)> {
    opened.report.diagnostics.iter().map(|one| (one.rule, one.file.as_str())).collect()
}

fn without(file: &str) -> Vec<Source> {
    good_pack().into_iter().filter(|source| source.name != file).collect()
}

fn with_source_error(file: &str, error: SourceError) -> Vec<Source> {
    let mut sources = without(file);
    sources.push(Source { name: file.to_owned(), text: Err(error) });
    sources
}

#[test]
fn a_missing_file_is_named_and_what_it_would_have_held_is_not_missed() {
    assert_eq!(rules(&open(&without("themes.toml"))), [(Rule::MissingFile, "themes.toml")]);
    assert_eq!(rules(&open(&without("pack.toml"))), [(Rule::MissingFile, "pack.toml")]);
    assert_eq!(rules(&open(&[])), [(Rule::MissingFile, "pack.toml"), (Rule::MissingFile, "themes.toml")]);
}

#[test]
fn a_missing_glossary_is_one_thing_however_much_leads_to_it() {
    for (file, part, uses) in
        [("glossary.toml", "terms", "4 links"), ("references.toml", "references", "3 links")]
    {
        let opened = open(&without(file));
        assert_eq!(rules(&opened), [(Rule::MissingFile, file)], "{}", opened.report);
        let one = &opened.report.diagnostics[0];
        assert!(one.problem.message.contains(uses) && one.problem.message.ends_with(part), "{one}");
    }
    let mut sources = without("glossary.toml");
    for source in &mut sources {
        let text = source.text.as_mut().unwrap();
        *text = text.replace("(term:", "(https://example.org/");
    }
    assert!(open(&sources).library.is_some(), "a pack without terms needs no glossary");
}

#[test]
fn an_empty_file_is_the_only_thing_reported() {
    for file in ["glossary.toml", "references.toml", "themes.toml"] {
        let mut sources = without(file);
        sources.push(Source::new(file, ""));
        assert_eq!(rules(&open(&sources)), [(Rule::MissingKey, file)]);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_the_only_thing_reported() {
    let faults = [
        (Rule::NotUtf8, SourceError::NotUtf8 { before: "id = \"one\"\ntitle = \"".to_owned() }),
        (Rule::TooLong, SourceError::TooLarge),
        (Rule::UnreadableFile, SourceError::NotAFile),
        (Rule::UnreadableFile, SourceError::Unreadable("permission denied".to_owned())),
    ];
    for (rule, error) in faults {
        for file in [ONE, "glossary.toml", "references.toml", "themes.toml"] {
            let opened = open(&with_source_error(file, error.clone()));
            assert_eq!(rules(&opened), [(rule, file)], "{}", opened.report);
        }
    }
    let error = SourceError::NotUtf8 { before: "id = \"one\"\ntitle = \"漢".to_owned() };
    let opened = open(&with_source_error(ONE, error));
    let one = &opened.report.diagnostics[0];
    assert_eq!((place(one), one.source.as_str()), ((2, 11), "title = \"漢"));
}

#[test]
fn a_file_in_the_wrong_place_is_reported_and_not_all_that_follows() {
    let mut sources = good_pack();
    sources.iter_mut().find(|source| source.name == ONE).unwrap().name = "one.toml".to_owned();
    let opened = open(&sources);
    assert_eq!(rules(&opened), [(Rule::StrayFile, "one.toml")], "{}", opened.report);
    sources.iter_mut().find(|source| source.name == "one.toml").unwrap().name = "drafts/one.toml".to_owned();
    let opened = open(&sources);
    assert_eq!(rules(&opened), [(Rule::BadId, "drafts/one.toml")], "{}", opened.report);
}

#[test]
fn a_newer_format_explains_everything_else() {
    let mut sources = edited("pack.toml", "format = 1", "format = 2\nnew = true");
    sources.retain(|source| source.name != "themes.toml");
    let opened = open(&sources);
    assert_eq!(rules(&opened), [(Rule::WrongValue, "pack.toml")]);
    assert!(opened.report.diagnostics[0].problem.message.contains("newer"));
    let huge = open(&edited("pack.toml", "format = 1", "format = 99999999999999999999999"));
    assert!(huge.report.diagnostics[0].problem.message.contains("newer"));
}

#[test]
fn everything_wrong_is_said_at_once() {
    let mut sources = edited(ONE, "title = \"Guide one\"", "titel = \"Guide one\"");
    let edits = [("kind = \"practice\"", "kind = 5"), ("(term:care)", "(term:cara)"), ("why = ", "whi = ")];
    for source in &mut sources {
        let text = source.text.as_mut().unwrap();
        if source.name == ONE {
            for (from, to) in edits {
                *text = text.replacen(from, to, 1);
            }
        }
        if source.name == TWO {
            text.push_str("oops");
        }
    }
    let opened = open(&sources);
    assert_eq!(
        rules(&opened),
        [
            (Rule::MissingKey, ONE),
            (Rule::UnknownKey, ONE),
            (Rule::WrongType, ONE),
            (Rule::MissingKey, ONE),
            (Rule::UnknownKey, ONE),
            (Rule::BrokenLink, ONE),
            (Rule::TomlSyntax, TWO),
        ]
    );
    assert_eq!(opened.report.errors, 7);
}

#[test]
fn lengths_are_held() {
    let long = |letters: usize| "é".repeat(letters);
    let cases = [
        (format!("title = \"{}\"", long(200)), "title = \"Guide one\"", 0),
        (format!("title = \"{}\"", long(201)), "title = \"Guide one\"", 1),
        (format!("summary = \"{}\"", long(400)), "summary = \"The first guide.\"", 0),
        (format!("summary = \"{}\"", long(401)), "summary = \"The first guide.\"", 1),
        (format!("text = \"{}\"", "a ".repeat(1 << 19)), "text = \"And what would you?\"", 1),
        (format!("### {}", "a ".repeat(1 << 19)), "### A heading", 1),
        (format!("# {}\nid = \"one\"", "a".repeat(2 << 20)), "id = \"one\"", 1),
    ];
    for (to, from, errors) in cases {
        let opened = open(&edited(ONE, from, &to));
        assert_eq!(opened.report.errors, errors, "{}", opened.report);
        assert!(opened.report.diagnostics.iter().all(|one| one.rule == Rule::TooLong));
    }
}

#[test]
fn a_guide_has_room_for_so_many_sections() {
    let section = |number: usize| format!("[[section]]\nid = \"s{number}\"\ntitle = \"x\"\ntext = \"x\"\n\n");
    let more = |count: usize| (0..count).map(section).collect::<Vec<_>>().concat() + "[[question]]";
    let opened = |count| open(&edited(ONE, "[[question]]", &more(count)));
    assert_eq!(rules(&opened(198)), []);
    assert_eq!(rules(&opened(199)), [(Rule::TooLong, ONE)]);
}

#[test]
fn a_report_reads_like_a_compiler() {
    let opened = open(&edited(ONE, "[two](guide:two),", "漢字 [two](guide:tow),"));
    let expected = "\
error[broken-link]: there is no guide `tow`
  --> workforce/one.toml:29:22
   |
29 | - 漢字 \\u00e9 漢字 [two](guide:tow), \\
   |                          ^^^^^^^^^
   = help: did you mean `two`?

";
    assert_eq!(opened.report.to_string(), expected);
}

#[test]
fn a_long_line_is_cut_to_a_window_around_the_mark() {
    let (before, after) = ("漢字 ".repeat(900), "ab ".repeat(900));
    let opened = open(&edited(ONE, "[two](guide:two),", &format!("{before}[x](guide:tow) {after}")));
    let one = &opened.report.diagnostics[0];
    assert_eq!(slice(&one.source, one.mark.clone()), "guide:tow");
    assert!(one.source.starts_with('…') && one.source.ends_with('…'));
    assert!(one.to_string().lines().all(|line| line.chars().count() < 120), "{one}");
}

#[test]
fn a_report_is_bounded() {
    let links: Vec<_> = (0..20_000).map(|number| format!("[x](guide:no-{number}) ")).collect();
    let opened = open(&edited(ONE, "### A heading", &links.concat()));
    assert_eq!(opened.report.errors, 20_000);
    assert_eq!(opened.report.diagnostics.len(), 100);
    assert_eq!(opened.report.left_out, 19_900);
    assert!(opened.report.beginning(8192).len() <= 8192);
    assert!(opened.report.beginning(8192).ends_with("more; mend these first.\n"));
    let one = open(&edited(
        ONE,
        "kind = \"practice\"",
        &format!("{} = 1\nkind = \"practice\"", "k".repeat(1 << 20)),
    ));
    assert_eq!(one.report.errors, 1);
    assert!(one.report.to_string().len() < 2_000);
}

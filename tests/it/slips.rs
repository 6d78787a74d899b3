//! What people get wrong when they write guides by hand: each slip is said in plain words, once, where it was made.

use real_toolkit::check::check;
use real_toolkit::pack::Rule;

use crate::checks::{TEA, YP, edited, today};
use crate::support::place;

/// A rule, and an edit of a file of the fine pack that breaks it where the sign `§` is; a part of what is said
/// about it, and a part of what is said to do.
pub(crate) type Slip = (Rule, &'static str, &'static str, &'static str, &'static str, &'static str);

/// The slips.
pub(crate) const SLIPS: &[Slip] = &[
    (Rule::TomlSyntax, TEA, TITLE, "title = §“The first cup of tea”", "are curly", "`title = \"The first"),
    (
        Rule::TomlSyntax,
        TEA,
        TITLE,
        "title = §\"The first cup of tea",
        "no closing quotation mark",
        "at its end",
    ),
    (
        Rule::TomlSyntax,
        TEA,
        TITLE,
        "title = §The first cup of tea",
        "without quotation marks",
        "`title = \"The",
    ),
    (Rule::TomlSyntax, TEA, TITLE, "title = §The first cup of tea\"", "no opening", "`title = \"The first"),
    (
        Rule::TomlSyntax,
        TEA,
        TITLE,
        "title = \"The \"§first\" cup\"",
        "ended at the quotation mark",
        "“ and ”",
    ),
    (
        Rule::TomlSyntax,
        TEA,
        TITLE,
        "title = 'The worker'§s cup'",
        "ended at the apostrophe",
        "apostrophes may",
    ),
    (Rule::TomlSyntax, TEA, TITLE, "§title: \"The first cup of tea\"", "followed by a colon", "`title = "),
    (Rule::TomlSyntax, TEA, TITLE, "title = \"The first cup of tea\"§,", "a comma behind", "take it out"),
    (Rule::TomlSyntax, TEA, TITLE, "title = \"C:\\§docs\"", "backslash", "write two"),
    (Rule::TomlSyntax, TEA, TITLE, "title§\u{a0}= \"The first cup of tea\"", "U+00A0", "type a blank"),
    (Rule::TomlSyntax, TEA, TITLE, "title = \"One\"\n§title = \"Two\"", "second time", "one of the two"),
    (Rule::TomlSyntax, TEA, TITLE, "§<<<<<<< HEAD\ntitle = \"One\"", "two versions", "keep one"),
    (Rule::TomlSyntax, TEA, "in_brief =", "§in brief =", "a key is one word", "`in_brief`"),
    (Rule::TomlSyntax, TEA, DAY, "reviewed = §02/11/2026", "not a day", "`reviewed = 2026-11-02`"),
    (Rule::TomlSyntax, TEA, DAY, "reviewed = §2 November 2026", "not a day", "`reviewed = 2026-11-02`"),
    (Rule::TomlSyntax, TEA, "also_said = [", "also_said = §[[", "has no end", "`]`"),
    (
        Rule::TomlSyntax,
        TEA,
        "\"breaking the ice\", ",
        "\"breaking the ice\" §",
        "comma is missing",
        "between two",
    ),
    (Rule::TomlSyntax, TEA, "[[section]]", "§[section]", "single brackets", "`[[section]]`"),
    (
        Rule::TomlSyntax,
        TEA,
        "text = \"\"\"\nYou",
        "text = §\"\"\"\nOne.\n\n[[section]]\nid = \"x\"\ntext = \"\"\"\nYou",
        "has no end",
        "above line 27",
    ),
    (
        Rule::TomlSyntax,
        TEA,
        "text = \"\"\"\nYou",
        "text = §'''\nOne.\n\n[[section]]\nid = \"x\"\ntext = \"\"\"\nYou",
        "has no end",
        "`'''`",
    ),
    (Rule::TomlSyntax, TEA, DAY, "reviewed = §“2026-11-02”", "are curly", "`reviewed = 2026-11-02`"),
    (Rule::EmptyText, TEA, TITLE, "title = §\"\"", "is empty", "cannot be left out"),
    (Rule::EmptyText, TEA, "\"breaking the ice\"", "§\"\"", "an item of", "out of the list"),
    (
        Rule::BrokenLink,
        TEA,
        "themes = [\"tea\", \"after\"]",
        "themes = [\"tea\", §\"aftr\"]",
        "no theme",
        "`after`",
    ),
    (Rule::WrongType, TEA, "[[related]]", "§[related]", "single brackets", "`[[related]]`"),
    (
        Rule::WrongType,
        TEA,
        "themes = [\"tea\", \"after\"]",
        "themes = §\"tea\"",
        "a list of texts",
        "`themes = [\"tea\"]`",
    ),
    (
        Rule::WrongType,
        TEA,
        DAY,
        "reviewed = §\"2026-11-02\"",
        "a date, not a text",
        "without quotation marks",
    ),
    (
        Rule::UnknownKey,
        TEA,
        "title = \"Do\"",
        "title = \"Do\"\n§coverage = \"full\"",
        "below a line",
        "move it up",
    ),
    (
        Rule::BadId,
        TEA,
        "area = \"workforce\"",
        "area = §\"young-people\"",
        "stands in the folder",
        "move the file",
    ),
    (
        Rule::BrokenLink,
        TEA,
        "guide = \"yp-first-tea\"",
        "guide = §\"Meeting a NEW worker\"",
        "no guide",
        "its title",
    ),
    (Rule::BrokenLink, TEA, "(ref:reid-2019)", "(§www.example.org)", "leads to", "`https://www.example.org`"),
    (Rule::BrokenLink, TEA, "(ref:reid-2019)", "(§Ref:reid-2019)", "leads to", "`ref:` in small letters"),
    (Rule::BrokenLink, TEA, "[Reid](ref:reid-2019)", "Reid§[^1]", "a footnote", "ref:ID"),
    (Rule::StrayCode, TEA, "### Silence", "§```\n### Silence", "has no end", "three backticks"),
    (
        Rule::StrayCode,
        TEA,
        "It is fine to sit",
        "    §It is fine to sit",
        "four blanks",
        "take the blanks out",
    ),
    (
        Rule::LeftoverMarkup,
        TEA,
        "Say your name",
        "[tea§](guide: yp-first-tea). Say your name",
        "link is not read",
        "blank",
    ),
    (
        Rule::LeftoverMarkup,
        TEA,
        "Say your name",
        "[tea§] (guide:yp-first-tea). Say your name",
        "link is not",
        "between",
    ),
    (
        Rule::LeftoverMarkup,
        TEA,
        "### Silence",
        "§###Silence",
        "heading is not read",
        "blank behind the hashes",
    ),
    (
        Rule::LeftoverMarkup,
        TEA,
        "- Say your name",
        "- §[ ] Say your name",
        "ticked",
        "leave the brackets out",
    ),
    (
        Rule::LeftoverMarkup,
        YP,
        "Have a drink or leave it.",
        "Have §** a drink ** or leave it.",
        "stars",
        "right before",
    ),
];

const TITLE: &str = "title = \"The first cup of tea\"";
const DAY: &str = "reviewed = 2026-11-02";

/// Makes a slip and says what should be found and is not.
fn attempt((rule, file, from, to, said, help): &Slip) -> Result<(), String> {
    let (mut sources, expected) = edited(file, from, to);
    if *rule == Rule::BrokenLink && to.contains("[^1]") {
        let text = sources.iter_mut().find(|source| source.name == *file).unwrap().text.as_mut().unwrap();
        *text = text.replace("A warm cup will do,", "A warm cup will do,\n\n[^1]: Note.\n\n");
    }
    let report = check(&sources, today());
    let [one] = &report.diagnostics[..] else {
        return Err(format!("{rule:?}, {to:?}: not one diagnostic\n{report}"));
    };
    let right = one.rule == *rule && Some(place(one)) == expected && one.file == *file;
    if !right || !one.problem.message.contains(said) || !one.problem.help.contains(help) {
        return Err(format!("{rule:?} at {expected:?}, {said:?} and {help:?} expected\n{report}"));
    }
    Ok(())
}

#[test]
fn every_slip_is_said_once_and_plainly_where_it_was_made() {
    let wrong: Vec<String> = SLIPS.iter().filter_map(|slip| attempt(slip).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_said_fits_eighty_columns_and_breaks_between_words() {
    let (sources, _) = edited(TEA, "kind = \"practice\"", "kind = \"practise\"\nkindly = \"x\"");
    let report = check(&sources, today()).to_string();
    let said = |line: &&str| !line.contains(" | ");
    assert!(report.lines().filter(said).all(|line| real_toolkit::text::width(line) <= 80), "{report}");
    assert!(report.contains("`young-people`"), "{report}");
}

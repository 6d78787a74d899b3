//! Pages as they look, the end of each row made visible.

use real_toolkit::page::{Page, Setting, Spacing};

use super::super::support::text_of;
use super::read;

const TABLE: &str =
    "| What you do | What it says |\n|---|--:|\n| Come on time | You can be relied on |\n| Ring | 漢字 |";

const DIAGRAM: &str =
    "Before.\n\n```diagram\n+-----+\n| tea |\n+-----+\n```\n```words\nA box that says tea.\n```\n\nAfter.";

/// Lays out Markdown and insists on these rows. Each ends in `¶`, blanks before it count.
#[track_caller]
fn check(markdown: &str, setting: impl Into<Setting>, rows: &[&str]) {
    let blocks = read(markdown);
    let page = Page::compose(&blocks, setting);
    let shown = page.rows.iter().map(|row| {
        let lead: String = row.lead.iter().map(|lead| lead.text()).collect();
        format!("{lead}{}¶", text_of(&page, &blocks, row))
    });
    assert_eq!(shown.collect::<Vec<_>>(), rows);
}

#[test]
fn prose_wraps_between_words() {
    check(
        "The bond comes first, and it comes *before* any [plan](guide:x).",
        18,
        &["The bond comes¶", "first, and it¶", "comes before any¶", "plan.¶"],
    );
}

#[test]
fn nested_items_hang_under_their_own_text() {
    check(
        "- one item that is long\n  - a nested item that is long\n    and goes on\n- the end\n\n  with a second paragraph",
        20,
        &[
            "• one item that is¶",
            "  long¶",
            "  – a nested item¶",
            "    that is long and¶",
            "    goes on¶",
            "¶",
            "• the end¶",
            "  ¶",
            "  with a second¶",
            "  paragraph¶",
        ],
    );
}

#[test]
fn numbers_stand_right_up_to_ten_and_beyond() {
    check(
        "9. nine is long enough to wrap\n10. ten is too, just about\n11. eleven",
        20,
        &[" 9. nine is long¶", "    enough to wrap¶", "10. ten is too, just¶", "    about¶", "11. eleven¶"],
    );
}

#[test]
fn a_quote_in_an_item_has_its_bar_inside() {
    check(
        "- before\n\n  > a quote in an item\n  >\n  > - with an item in it\n\n  after",
        18,
        &[
            "• before¶",
            "  ¶",
            "  │ a quote in an¶",
            "  │ item¶",
            "  │ – with an item¶",
            "  │   in it¶",
            "  ¶",
            "  after¶",
        ],
    );
}

#[test]
fn a_callout_keeps_its_label_and_ends() {
    check(
        "> **Voice**\n>\n> Nobody asked me what I wanted.\n>\n> - tea\n\nAfter it.",
        20,
        &["│ Voice¶", "│ Nobody asked me¶", "│ what I wanted.¶", "│ ¶", "│ • tea¶", "¶", "After it.¶"],
    );
}

#[test]
fn cells_stand_side_by_side_while_there_is_room() {
    check(
        TABLE,
        40,
        &[
            "What you do           What it says¶",
            "────────────────────────────────────────¶",
            "Come on time  You can be relied on¶",
            "Ring                          漢字¶",
        ],
    );
    check(
        TABLE,
        28,
        &[
            "What you do     What it says¶",
            "────────────────────────────¶",
            "Come on time      You can be¶",
            "                   relied on¶",
            "¶",
            "Ring                    漢字¶",
        ],
    );
}

#[test]
fn cells_stand_below_each_other_where_there_is_none() {
    check(
        TABLE,
        17,
        &[
            "What you do¶",
            "  What it says¶",
            "¶",
            "Come on time¶",
            "  You can be¶",
            "  relied on¶",
            "¶",
            "Ring¶",
            "  漢字¶",
        ],
    );
    check(
        TABLE,
        14,
        &[
            "What you do¶",
            "What it says¶",
            "¶",
            "Come on time¶",
            "You can be¶",
            "relied on¶",
            "¶",
            "Ring¶",
            "漢字¶",
        ],
    );
}

#[test]
fn code_keeps_its_lines_and_goes_on_behind_a_sign() {
    check(
        "Before:\n\n```\nlet a = 1;\n\n  indented, and longer than the page\n```\n\n- in an item\n\n  ```\n  code\n  ```",
        18,
        &[
            "Before:¶",
            "¶",
            "  let a = 1;¶",
            "  ¶",
            "    indented, and ¶",
            "↪ longer than the ¶",
            "↪ page¶",
            "¶",
            "• in an item¶",
            "  ¶",
            "    code¶",
        ],
    );
}

#[test]
fn a_diagram_is_shown_where_it_fits() {
    check(
        DIAGRAM,
        14,
        &[
            "Before.¶",
            "¶",
            "+-----+¶",
            "| tea |¶",
            "+-----+¶",
            "¶",
            "A box that¶",
            "says tea.¶",
            "¶",
            "After.¶",
        ],
    );
}

#[test]
fn where_it_does_not_its_words_say_the_same() {
    check(DIAGRAM, 6, &["Before¶", ".¶", "¶", "A box¶", "that¶", "says¶", "tea.¶", "¶", "After.¶"]);
}

#[test]
fn rules_and_headings_have_room() {
    check(
        "### A heading\n\nText.\n\n---\n\n### Two\n\n### headings\n\n- a\n\n- b",
        13,
        &["A heading¶", "Text.¶", "¶", "─────────────¶", "¶", "Two¶", "¶", "headings¶", "• a¶", "¶", "• b¶"],
    );
}

#[test]
fn long_words_break_only_when_they_must() {
    check(
        "An unbreakableword, 漢字漢字漢字 and https://example.org/a/b",
        9,
        &["An¶", "unbreakab¶", "leword,¶", "漢字漢字¶", "漢字 and¶", "https://e¶", "xample.or¶", "g/a/b¶"],
    );
}

#[test]
fn clusters_are_never_cut() {
    check(
        "e\u{301}e\u{301}e\u{301} 👩\u{200d}🔬👩\u{200d}🔬👩\u{200d}🔬 שלום עולם 10\u{a0}000\u{a0}km",
        5,
        &[
            "e\u{301}e\u{301}e\u{301}¶",
            "👩\u{200d}🔬👩\u{200d}🔬¶",
            "👩\u{200d}🔬¶",
            "שלום¶",
            "עולם¶",
            "10\u{a0}00¶",
            "0\u{a0}km¶",
        ],
    );
}

#[test]
fn deep_lists_lose_their_outer_parts_on_a_narrow_page() {
    check(
        "- a\n  - b\n    - c\n      - d, and on",
        8,
        &["• a¶", "  – b¶", "  – c¶", "  – d,¶", "    and¶", "    on¶"],
    );
}

#[test]
fn lines_stand_apart_and_paragraphs_further() {
    check(
        "Two lines of it.\n\n- an item\n- another\n\n```\ncode\nstays\n```",
        Setting { width: 10, spacing: Spacing::Double },
        &[
            "Two lines¶",
            "¶",
            "of it.¶",
            "¶",
            "¶",
            "• an item¶",
            "  ¶",
            "• another¶",
            "¶",
            "¶",
            "  code¶",
            "  stays¶",
        ],
    );
    check(
        "> said and\n> heard\n\n| a | b |\n|---|---|\n| c | d |\n| e | f |",
        Setting { width: 8, spacing: Spacing::Double },
        &[
            "│ said¶",
            "│ ¶",
            "│ and¶",
            "│ ¶",
            "│ heard¶",
            "¶",
            "¶",
            "a  b¶",
            "────────¶",
            "c  d¶",
            "¶",
            "e  f¶",
        ],
    );
}

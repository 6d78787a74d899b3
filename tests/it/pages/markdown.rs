//! Markdown as nobody would write it, but as a pack may have it.

use proptest::prelude::*;
use proptest::strategy::Union;

/// Words: plain and accented, wide, joined, right to left, very long, and a few that are mostly signs.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[a-zA-Z]{1,9}",
        2 => "[a-z]{1,4}[,.;:!?’”)—–-]{1,2}",
        1 => "[漢字かなカナ]{1,9}",
        1 => "([a-z][\u{300}-\u{304}]{1,3}){1,4}",
        1 => Just("👩‍🔬👩‍👩‍👧‍👧✋🏽".to_owned()),
        1 => Just("⚠\u{fe0f}🇬🇧ｶﾞ".to_owned()),
        1 => "[א-ת]{1,7}",
        1 => "[ا-ي]{1,7}",
        1 => "https://[a-z]{5,40}\\.org/[a-z]{1,9}\\?[a-z]=[0-9]",
        1 => "[a-z]{40,90}",
        1 => Just("10\u{a0}000\u{a0}km".to_owned()),
        1 => Just("क्षि".to_owned()),
    ]
}

/// A few words with marks and links on some of them.
fn line() -> impl Strategy<Value = String> {
    let marked = (word(), word(), 0..9_u8).prop_map(|(a, b, how)| match how {
        0 => format!("*{a} {b}*"),
        1 => format!("**{a}** {b}"),
        2 => format!("`{a} {b}`"),
        3 => format!("[{a} {b}](guide:x)"),
        4 => format!("[*{a}* **{b}**](term:y)"),
        5 => format!("***[{a}](guide:x)*** {b}"),
        _ => format!("{a} {b}"),
    });
    proptest::collection::vec(marked, 1..7).prop_map(|parts| parts.join(" "))
}

/// A table with cells of every kind; some rows are short.
fn table() -> impl Strategy<Value = String> {
    let sign = prop_oneof![Just("--"), Just(":-:"), Just("--:"), Just(":--")];
    let columns = (1..5_usize).prop_flat_map(move |columns| {
        let cells = proptest::collection::vec(
            prop_oneof![4 => word(), 2 => line(), 1 => Just(String::new())],
            columns,
        );
        let signs = proptest::collection::vec(sign.clone(), columns);
        (signs, proptest::collection::vec(cells, 1..4))
    });
    columns.prop_map(|(signs, rows)| {
        let mut lines: Vec<String> = rows.iter().map(|cells| format!("| {} |", cells.join(" | "))).collect();
        lines.insert(1, format!("|{}|", signs.join("|")));
        lines.join("\n")
    })
}

/// One block that stands alone.
fn block() -> impl Strategy<Value = String> {
    let label = prop_oneof![Just("Voice"), Just("Our own advice"), Just("Check current guidance")];
    prop_oneof![
        6 => line(),
        1 => line().prop_map(|line| format!("### {line}")),
        2 => table(),
        1 => proptest::collection::vec(" {0,6}[ -~]{0,50}", 0..4).prop_map(|lines| {
            format!("```\n{}\n```", lines.join("\n").replace('`', "'"))
        }),
        1 => "漢{1,60}".prop_map(|line| format!("```\n{line}\n```")),
        1 => "[-+|]{1,66}".prop_map(|line| {
            format!("```diagram\n{line}\n  {line}\n```\n```words\nIn words.\n```")
        }),
        1 => Just("---".to_owned()),
        1 => (label, line()).prop_map(|(label, line)| format!("> **{label}**\n>\n> {line}")),
    ]
}

/// Blocks in each other: items, numbers and quotes, a few deep.
fn nested() -> impl Strategy<Value = String> {
    let leaf = proptest::collection::vec(block(), 1..3).prop_map(|blocks| blocks.join("\n\n"));
    leaf.prop_recursive(4, 12, 3, |inner| {
        let many = proptest::collection::vec(inner, 1..4);
        (many, 0..4_u8, 1..12_usize).prop_map(|(parts, how, first)| {
            let parts = parts.iter().enumerate().map(|(at, part)| match how {
                0 => indented(part, "> ", "> "),
                1 => indented(part, &format!("{}. ", first + at), "    "),
                _ => indented(part, "- ", "  "),
            });
            let between = if how == 3 { "\n" } else { "\n\n" };
            parts.collect::<Vec<_>>().join(between)
        })
    })
}

fn indented(text: &str, first: &str, rest: &str) -> String {
    let lines = text.lines().enumerate();
    let lines = lines.map(|(at, line)| format!("{}{line}", if at == 0 { first } else { rest }));
    lines.collect::<Vec<_>>().join("\n")
}

/// A section of a guide.
pub(super) fn document() -> impl Strategy<Value = String> {
    let part = Union::new_weighted(vec![(2, block().boxed()), (3, nested().boxed())]);
    proptest::collection::vec(part, 1..5).prop_map(|parts| parts.join("\n\n"))
}

//! How well the guard of a session sees what looks like somebody, over labelled lines that were made up.

use real_toolkit::guard::{Guard, Sighting};
use real_toolkit::text::slice;

/// At least so much of what is there is seen.
const RECALL: f64 = 0.95;

/// At most so many lines without anything private are asked about.
const FALSE_ALARMS: f64 = 0.05;

/// Returns the lines of the labelled file, each with the kinds that are in it.
fn labelled() -> Vec<(&'static str, Vec<Sighting>)> {
    let kind = |name: &str| Sighting::ALL.into_iter().find(|kind| kind.slug() == name).expect("a kind");
    let read = |line: &'static str| {
        let (text, kinds) = line.split_once('\t').expect("a line and its kinds");
        (text, kinds.split(',').filter(|name| !name.is_empty()).map(kind).collect())
    };
    include_str!("../guard.tsv").lines().map(read).collect()
}

/// Returns the share of a whole.
fn share(part: usize, whole: usize) -> f64 {
    f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(whole.max(1)).unwrap())
}

#[test]
#[expect(clippy::print_stdout, reason = "the two figures are what is wanted of it")]
fn what_is_private_is_seen_and_little_else() {
    let guard = Guard::embedded();
    let (mut wanted, mut seen, mut harmless, mut alarms) = (0, 0, 0, 0);
    let mut wrong = Vec::new();
    for (line, kinds) in labelled() {
        let found: Vec<Sighting> = guard.look(line).into_iter().map(|seen| seen.kind).collect();
        for kind in &kinds {
            wanted += 1;
            if found.contains(kind) {
                seen += 1;
            } else {
                wrong.push(format!("missed {}: {line}", kind.slug()));
            }
        }
        if kinds.is_empty() {
            harmless += 1;
            alarms += usize::from(!found.is_empty());
        }
        let more = found.iter().filter(|kind| !kinds.contains(kind));
        wrong.extend(more.map(|kind| format!("took for {}: {line}", kind.slug())));
    }
    let (recall, false_alarms) = (share(seen, wanted), share(alarms, harmless));
    println!(
        "recall {recall:.3} ({seen} of {wanted}), false alarms {false_alarms:.3} ({alarms} of {harmless})"
    );
    println!("{}", wrong.join("\n"));
    assert!(recall >= RECALL && false_alarms <= FALSE_ALARMS, "\n{}", wrong.join("\n"));
}

#[test]
fn what_was_seen_is_said_and_its_bytes_are_named() {
    let guard = Guard::embedded();
    let line = "Ask Mrs McKay (07700 900123) about é@example.org";
    let seen: Vec<(Sighting, &str)> =
        guard.look(line).into_iter().map(|seen| (seen.kind, slice(line, seen.range))).collect();
    assert_eq!(
        seen,
        [
            (Sighting::TitleName, "Mrs McKay"),
            (Sighting::Phone, "07700 900123"),
            (Sighting::Email, "é@example.org"),
        ]
    );
    assert_eq!(guard.sentence("ring EH6 5NP").as_deref(), Some("“EH6 5NP” looks like a postcode."));
    assert_eq!(guard.sentence("read one page of the guide each week"), None);
    for odd in
        ["", " ", "'", "…'s", "+", "(((", "@", "a@", "0", "é", "0é1", "\u{301}", "9999999999999999999999"]
    {
        assert!(guard.look(odd).len() < 2, "{odd}");
    }
}

//! `check`: what is said, in which order, and how it ends.

use super::Home;
use crate::checks::fine_pack;
use crate::support::edited;
use real_toolkit::pack::{Rule, Source};

/// Returns the fine pack with an edit of the guide for workers.
fn with(from: &str, to: &str) -> Vec<Source> {
    let mut sources = fine_pack();
    let text = sources.iter_mut().find(|source| source.name.ends_with("/first-tea.toml")).unwrap();
    let text = text.text.as_mut().unwrap();
    assert!(text.contains(from));
    *text = text.replace(from, to);
    sources
}

#[test]
fn a_check_without_a_pack_speaks_of_the_bundled_one() {
    let home = Home::new();
    let bundled = home.run(&["check"]);
    assert_eq!((bundled.code, bundled.err.as_str()), (Some(0), ""));
    assert!(bundled.out.contains("no errors"));
    let json = home.run(&["check", "--json"]).json();
    assert_eq!((&json["errors"], &json["warnings"], &json["advice"]), (&0.into(), &0.into(), &0.into()));
}

#[test]
fn a_check_says_all_that_is_wrong() {
    let home = Home::new();
    let good = home.pack(&fine_pack());
    let ran = home.run(&["check", &good, "--strict"]);
    // Some day the review will be overdue.
    assert!(ran.out.ends_with(": nothing to mend.\n") || ran.out.contains("overdue-review"), "{}", ran.out);
    let home = Home::new();
    let bad = home.pack(&edited("workforce/one.toml", "guide:two#know", "guide:twp"));
    let ran = home.run(&["check", &bad]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(3), ""));
    assert!(ran.out.contains("error[broken-link]") && ran.out.contains("workforce/one.toml:"), "{}", ran.out);
    assert!(ran.out.contains("The pack can be read when "), "{}", ran.out);
    let json = home.run(&["--pack", &bad, "check", "--json"]);
    assert_eq!(json.code, Some(3));
    let found = json.json();
    assert!(found["diagnostics"].as_array().unwrap().iter().any(|one| one["rule"] == "broken-link"));
    assert_eq!(home.run(&["check", "nowhere"]).code, Some(4));
}

#[test]
fn warnings_and_advice_stand_apart_and_only_strict_minds_them() {
    let home = Home::new();
    let pack = home.pack(&with("It is fine to sit", "It is is fine in order to sit"));
    let ran = home.run(&["check", &pack]);
    assert_eq!(ran.code, Some(0));
    let at = |words: &str| ran.out.find(words).unwrap_or_else(|| unreachable!("{words}: {}", ran.out));
    assert!(at("WARNING:") < at("warning[doubled-word]") && at("warning[doubled-word]") < at("ADVICE"));
    assert!(at("ADVICE") < at("advice[stock-phrase]"));
    assert!(at("and 1 piece of advice. The pack can be read.") > at("advice[stock-phrase]"));
    assert_eq!(home.run(&["check", &pack, "--strict"]).code, Some(3));
    let advised = home.pack(&with("It is fine to sit", "It is fine in order to sit"));
    let json = home.run(&["check", &advised, "--json"]).json();
    assert_eq!((&json["errors"], &json["advice"]), (&0.into(), &1.into()));
    let one = json["diagnostics"].as_array().unwrap().iter().find(|one| one["severity"] == "advice").unwrap();
    assert_eq!((&one["rule"], &one["line"]), (&"stock-phrase".into(), &27.into()));
}

#[test]
fn the_folder_one_is_in_is_checked_when_it_is_a_pack() {
    let home = Home::new();
    let pack = home.pack(&edited("workforce/one.toml", "guide:two#know", "guide:twp"));
    let output = home.toolkit().arg("check").current_dir(&pack).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8(output.stdout).unwrap().contains("This folder: 1 error"));
}

#[test]
fn a_folder_within_a_pack_is_led_to_the_pack() {
    let home = Home::new();
    let pack = home.pack(&fine_pack());
    let output = home.toolkit().arg("check").current_dir(format!("{pack}/workforce")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("toolkit check ..\n"));
}

#[test]
fn what_is_behind_a_slip_is_said_to_be_unchecked() {
    let home = Home::new();
    let pack = home.pack(&with("title = \"The first cup of tea\"", "title = The first cup of tea"));
    let ran = home.run(&["check", &pack]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.out.contains("behind that place is not checked yet"), "{}", ran.out);
}

#[test]
fn every_rule_can_be_asked_about() {
    let home = Home::new();
    let all = home.run(&["check", "--explain"]);
    assert_eq!(all.code, Some(0));
    for rule in Rule::ALL {
        assert!(all.out.contains(&format!("  {} ", rule.name())) && all.out.contains(rule.reason()));
    }
    let one = home.run(&["check", "--explain", "long-sentence"]);
    assert_eq!(one.code, Some(0));
    assert!(one.out.contains("35 words") && one.out.contains("Why: ") && one.out.contains("Write: "));
    let near = home.run(&["check", "--explain", "long-sentense"]);
    assert_eq!((near.code, near.out.as_str()), (Some(1), ""));
    assert!(near.err.contains("`long-sentence`"), "{}", near.err);
    assert_eq!(home.run(&["check", "--explain", "acronym", "--json"]).code, Some(2));
}

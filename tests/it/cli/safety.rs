//! `safety`: the pages as they are printed, to read and for other programs.

use real_toolkit::bundled;
use real_toolkit::guide::{Area, NOT_FILLED_IN};
use serde_json::Value;

use super::{Home, widest, words};

/// The numbers that stand everywhere, whatever else is wrong.
const ALWAYS: [&str; 3] = ["999", "111", "0800 1111"];

#[test]
fn the_first_page_says_whom_to_call_and_lists_every_situation() {
    let home = Home::new();
    let safety = bundled::safety();
    for area in Area::ALL {
        let ran = home.run(&["safety", "--area", area.slug()]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        let begins: Vec<&str> = ran.out.lines().take(2).collect();
        assert_eq!(begins[0], safety.first_page(area).unwrap().title);
        assert!(begins[1].contains("999") && begins[1].contains("emergency"), "{begins:?}");
        assert!(ALWAYS.iter().all(|number| ran.out.contains(number)), "{area:?}");
        let printed = words(&ran.out);
        for situation in &safety.situations {
            let row = format!("{} ({})", situation.page(area).title, situation.slug);
            assert!(printed.contains(&row), "{row}");
        }
        assert_eq!(ran.out.matches(NOT_FILLED_IN).count(), safety.organisation.len());
        assert!(printed.contains("not part of The Real Toolkit"));
    }
}

#[test]
fn every_situation_is_printed_whole_for_everybody() {
    let home = Home::new();
    let safety = bundled::safety();
    for (area, situation) in
        Area::ALL.iter().flat_map(|area| safety.situations.iter().map(move |one| (*area, one)))
    {
        let ran = home.run(&["safety", &situation.slug, "--area", area.slug()]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", situation.slug);
        let page = situation.page(area);
        assert!(ran.out.starts_with(&format!("{}\n• ", page.title)), "{}", ran.out);
        assert!(!ran.out.contains(['{', '}', '\u{a0}', '\u{2011}']), "{}", ran.out);
        let short: Vec<&str> = ran.out.lines().filter(|line| !line.contains("://")).collect();
        assert!(widest(&short.join("\n")) <= 80, "{}", situation.slug);
        let printed = words(&ran.out);
        for line in &page.first {
            let line = words(&safety.shown(line).text);
            let line = line.split(" (").next().unwrap();
            assert!(printed.contains(line), "{line}");
        }
        for contact in page.numbers.iter().map(|slug| safety.contact(slug).unwrap()) {
            assert!(printed.contains(&words(&contact.say())), "{contact:?}");
        }
        assert!(printed.ends_with("Every situation and every number: toolkit safety"));
    }
}

#[test]
fn a_situation_comes_by_its_name_its_title_or_a_part_of_it() {
    let home = Home::new();
    let whole = home.run(&["safety", "suicide"]).out;
    for name in [&["SUICIDE"][..], &["suicid"], &["talks", "of", "suicide"]] {
        assert_eq!(home.run(&[&["safety"], name].concat()).out, whole, "{name:?}");
    }
    for (name, said) in [
        ("overdosse", "Did you mean:\n  overdose"),
        ("abuse", "More than one situation fits"),
        ("qqqqzzzz", "There is no situation called “qqqqzzzz”."),
    ] {
        let ran = home.run(&["safety", name]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
        assert!(
            ran.err.contains(said) && ran.err.contains("\nCall 999 if a life is in danger"),
            "{}",
            ran.err
        );
        assert!(ran.err.ends_with("toolkit safety\n"), "{}", ran.err);
    }
}

#[test]
fn other_programs_get_the_digits() {
    let home = Home::new();
    let safety = bundled::safety();
    let first = home.run(&["safety", "--json"]).json();
    let find = |value: &Value, id: &str| -> Value {
        value.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone()
    };
    for number in safety.numbers.iter().filter(|number| number.areas.contains(&Area::Workforce)) {
        let record = find(&first["numbers"], &number.slug);
        assert_eq!(record["number"].as_str(), number.number.as_deref());
        assert_eq!(record["say"].as_str(), number.say.as_deref());
        assert_eq!(record["checked_on"], number.checked.as_ref().unwrap().checked_on.to_string());
        assert!(record["source"]["address"].as_str().unwrap().starts_with("http"));
        assert!(record["past_review"].is_boolean() && record.get("filled").is_none());
    }
    assert_eq!(
        first["situations"][1],
        serde_json::json!({
            "id": "suicide",
            "title": safety.situations[1].workforce.title,
        })
    );
    assert_eq!(first["cards"][0]["heading"], "Call 999 if a life is in danger (emergency)");
    assert_eq!(find(&first["organisation"], "on-call-manager")["filled"], false);
    assert_eq!(first["statements"].as_array().unwrap().len(), safety.statements.len());
    for (area, situation) in
        Area::ALL.iter().flat_map(|area| safety.situations.iter().map(move |one| (*area, one)))
    {
        let json = home.run(&["safety", &situation.slug, "--json", "--area", area.slug()]).json();
        let page = situation.page(area);
        assert_eq!(
            (json["situation"].as_str(), json["title"].as_str()),
            (Some(&*situation.slug), Some(&*page.title))
        );
        assert_eq!(json["first"].as_array().unwrap().len(), page.first.len());
        let ids: Vec<_> =
            json["numbers"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!(ids, page.numbers);
        assert_eq!(json["sources"].as_array().unwrap().len(), page.sources.len());
        for text in [&json["text"], &json["first"], &json["statements"]] {
            assert!(!text.to_string().contains(['{', '}', '\u{a0}']), "{text}");
        }
    }
}

#[test]
fn a_line_has_a_thing_to_do_or_a_number() {
    let home = Home::new();
    let safety = bundled::safety();
    let suicide = &safety.situations[1];
    let plain = home.run(&["safety", "suicide", "--plain"]).out;
    let rows: Vec<Vec<&str>> = plain.lines().map(|line| line.split('\t').collect()).collect();
    let (first, numbers) = rows.split_at(suicide.workforce.first.len());
    assert!(first.iter().all(|row| row.len() == 2 && row[0] == "first"), "{first:?}");
    assert!(numbers.iter().all(|row| row.len() == 19), "{numbers:?}");
    let samaritans = numbers.iter().find(|row| row[1] == "samaritans").unwrap();
    assert_eq!(samaritans[..6], ["number", "samaritans", "Samaritans", "116123", "116 123", "call,email"]);
    let page = home.run(&["safety", "--plain"]).out;
    let kinds = page.lines().filter_map(|line| line.split('\t').next());
    let mut kinds: Vec<&str> = kinds.collect();
    kinds.dedup();
    assert_eq!(kinds, ["card", "situation", "organisation", "number"]);
}

#[test]
fn a_pack_without_the_pages_has_those_of_the_program() {
    let home = Home::new();
    let mut sources = crate::support::good_pack();
    let own = home.run(&["safety", "--json", "--pack", &home.pack(&sources)]).json();
    assert_ne!(own["numbers"].as_array().unwrap().len(), bundled::safety().numbers.len());
    let bare = Home::new();
    sources.retain(|source| !["safety.toml", "danger.toml"].contains(&source.name.as_str()));
    let pack = bare.pack(&sources);
    for words in [&["safety"][..], &["safety", "suicide"], &["safety", "danger", "--json"]] {
        let ran = bare.run(&[words, &["--pack", &pack]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert_eq!(ran.out, bare.run(words).out);
    }
}

#[test]
fn a_guide_names_the_command_for_a_situation() {
    let home = Home::new();
    let pack = home.pack(&crate::support::edited(
        "workforce/one.toml",
        "[web](https://example.org)",
        "[now](safety:missing)",
    ));
    for words in [&["show", "one"][..], &["show", "one", "--json"], &["show", "one", "--color", "never"]] {
        let ran = home.run(&[words, &["--pack", &pack]].concat());
        assert!(ran.out.contains("now (toolkit safety missing)"), "{} {}", ran.out, ran.err);
    }
    let search = home.run(&["search", "now", "--pack", &pack]);
    assert!(matches!(search.code, Some(0 | 1)) && !search.out.contains("safety:"), "{}", search.out);
}

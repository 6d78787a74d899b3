//! `themes`, `related`, `define`, `questions`, `random`, `completions` and `man`.

use real_toolkit::bundled;
use real_toolkit::guide::Part;
use real_toolkit::pack::Source;

use super::{Home, words};
use crate::support::good_pack;

/// Returns the fields of each line of a plain listing.
fn fields(text: &str) -> Vec<Vec<&str>> {
    text.lines().map(|line| line.split('\t').collect()).collect()
}

#[test]
fn themes_are_listed_with_the_names_to_type() {
    let home = Home::new();
    let library = bundled::library();
    let json = home.run(&["themes", "--json"]).json();
    let plain = home.run(&["themes", "--plain"]).out;
    let human = home.run(&["themes"]).out;
    assert!(super::widest(&human) <= 80);
    for (at, theme) in library.themes.iter().enumerate() {
        assert_eq!(
            (&json[at]["id"], &json[at]["intro"]),
            (&theme.slug.as_str().into(), &theme.intro.as_str().into())
        );
        assert_eq!(json[at]["guides"].as_array().unwrap().len(), theme.guides.len());
        let line = &fields(&plain)[at];
        assert_eq!((line.len(), line[0], line[1], line[4]), (5, &*theme.slug, &*theme.title, &*theme.intro));
        assert!(words(&human).contains(&format!("{} {}", theme.slug, theme.title)));
        assert_eq!(home.run(&["list", "--theme", &theme.slug]).code, Some(0));
    }
    assert!(home.run(&["list"]).out.contains("toolkit themes"));
}

#[test]
fn related_says_why_and_what_leads_back() {
    let home = Home::new();
    let library = bundled::library();
    let guide = library.guide(library.guide_id("build-relationships").unwrap());
    let json = home.run(&["related", "build-relationships", "--json"]).json();
    let of = |relation: &str| {
        json.as_array().unwrap().iter().filter(|one| one["relation"] == relation).collect::<Vec<_>>()
    };
    assert_eq!(of("related").len(), guide.related.len());
    assert_eq!(of("related")[0]["why"], guide.related[0].why.as_str());
    let back: Vec<_> =
        of("linked-from").iter().map(|one| one["guide"].as_str().unwrap().to_owned()).collect();
    let expected: Vec<_> = guide.backlinks.iter().map(|id| library.guide(*id).slug.clone()).collect();
    assert_eq!(back, expected);
    // Several words are one name.
    let human = home.run(&["related", "how", "to", "build"]).out;
    assert!(human.starts_with(&guide.title) && human.contains("  Linked from\n"), "{human}");
    assert!(words(&human).contains(&words(&guide.related[0].why)), "{human}");
    let plain = home.run(&["related", "build-relationships", "--plain"]).out;
    assert!(fields(&plain).iter().all(|line| line.len() == 4));
    let near = home.run(&["related", "biuld-relationships"]);
    assert_eq!((near.code, near.out.as_str()), (Some(1), ""));
    assert!(near.err.contains("Did you mean"));
}

#[test]
fn a_word_is_defined_however_it_is_spelt_or_said() {
    let home = Home::new();
    let library = bundled::library();
    for term in &library.terms {
        let ran = home.run(&["define", &term.title]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", term.title);
        assert!(ran.out.starts_with(&term.title), "{}", ran.out);
    }
    let one = home.run(&["define", "interdependence"]).out;
    let typo = home.run(&["define", "interdependance"]);
    assert_eq!((typo.code, &typo.out), (Some(0), &one));
    assert_eq!(typo.err, "Showing “Interdependence” for “interdependance”.\n");
    assert!(one.contains("Also said: ") && one.contains("Guides that say more"), "{one}");
    let json = home.run(&["define", "interdependence", "--json"]).json();
    assert_eq!(json[0]["id"], "interdependence");
    assert_eq!(home.run(&["define", "trauma", "informed", "practice"]).code, Some(0));
    let none = home.run(&["define", "qqqqzzzz"]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
    assert!(none.err.contains("toolkit define") && none.err.contains("toolkit search"), "{}", none.err);
    let all = home.run(&["define", "--plain"]).out;
    assert_eq!(all.lines().count(), library.terms.len());
    assert!(fields(&all).iter().all(|line| line.len() == 7));
}

#[test]
fn the_questions_are_those_of_the_guides() {
    let home = Home::new();
    let library = bundled::library();
    let all = home.run(&["questions", "--json"]).json();
    let with = library
        .guides
        .iter()
        .filter(|guide| guide.sections.iter().any(|section| section.part == Part::Questions));
    let asked = all.as_array().unwrap();
    for guide in with {
        let own: Vec<_> = asked.iter().filter(|one| one["guide"] == guide.slug.as_str()).collect();
        let shown = home.run(&["show", &format!("{}#questions", guide.slug)]).out;
        assert!(!own.is_empty() && own[0]["number"] == 1, "{}", guide.slug);
        let last = own[own.len() - 1]["question"].as_str().unwrap();
        assert!(words(&shown).ends_with(&words(last)), "{shown}");
    }
    let one = home.run(&["questions", "supervision", "--plain"]).out;
    assert!(fields(&one).iter().all(|line| line.len() == 4 && line[0] == "supervision"));
    let human = home.run(&["questions", "supervision"]).out;
    assert!(human.contains("\n  1. ") && super::widest(&human) <= 80);
}

#[test]
fn a_guide_without_questions_or_relations_is_exit_1() {
    let home = Home::new();
    let mut sources: Vec<Source> =
        good_pack().into_iter().filter(|source| source.name != "plans.toml").collect();
    for source in &mut sources {
        let text = source.text.as_mut().unwrap();
        *text = text.replace("guide:one#questions", "guide:one");
        if let Some(at) = text.find("[[question]]").filter(|_| source.name.starts_with("workforce/")) {
            text.truncate(at);
        }
    }
    let pack = home.pack(&sources);
    let ran = home.run(&["--pack", &pack, "questions", "one", "--json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), "[]\n"), "{}", ran.err);
}

#[test]
fn chance_picks_and_a_number_picks_the_same_again() {
    let home = Home::new();
    let library = bundled::library();
    let picked = home.run(&["random", "--seed", "7"]);
    assert_eq!(picked.out, home.run(&["random", "--seed", "7"]).out);
    assert!(picked.out.starts_with(&library.guides[7].title), "{}", picked.out);
    assert!(picked.out.contains(&format!("toolkit open {}\n", library.guides[7].slug)));
    let json = home.run(&["random", "--json"]).json();
    assert!(library.guide_id(json[0]["id"].as_str().unwrap()).is_some());
}

#[test]
fn shells_complete_commands_and_guides() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = home.toolkit().args(["completions", shell]).output().unwrap();
        assert_eq!(script.status.code(), Some(0));
        let script = String::from_utf8(script.stdout).unwrap();
        assert!(script.contains("questions"), "{shell}");
        let has_guides = ["bash", "zsh"].contains(&shell);
        assert_eq!(script.contains("build-relationships"), has_guides, "{shell}");
        assert_eq!(script.contains("told-abuse"), has_guides, "{shell}");
    }
}

#[test]
fn the_manual_has_every_command_and_nothing_that_roff_would_stumble_over() {
    let home = Home::new();
    let page = home.toolkit().arg("man").output().unwrap().stdout;
    let page = String::from_utf8(page).unwrap();
    for command in super::commands() {
        assert!(page.contains(&format!("\n.SS {command}\n")), "{command}");
    }
    let known = [".SH", ".SS", ".TH", ".TP", ".PP", ".RS", ".RE", ".IP", ".br", ".nf", ".fi", ".ie", ".el"];
    for line in page.lines().filter(|line| line.starts_with('.')) {
        assert!(known.iter().any(|request| line.starts_with(request)), "{line}");
    }
}

//! What lies over the screen and on the bottom line: overlays, notices.

use std::collections::BTreeSet;

use real_toolkit::app::Overlay;

use super::super::support::Journey;
use super::{SCREENS, has_layer, seen, to};

#[test]
fn help_opens_over_every_screen_but_the_search_and_closes_again() {
    for (name, keys) in SCREENS.into_iter().filter(|(_, keys)| !has_layer(keys)) {
        for open in ["?", "F1"] {
            for close in ["Esc", "?", "Enter"] {
                let mut journey = to(keys, 80, 24);
                let before = seen(&journey);
                journey.keys(open).sees("Help").sees("To begin with").keys("Down PageDown").keys(close);
                assert_eq!(seen(&journey), before, "{name}: {open}, {close}");
            }
        }
    }
}

#[test]
fn help_shows_every_key_that_is_not_silent() {
    for (width, height) in [(80, 24), (40, 12)] {
        let mut journey = to("?", width, height);
        let mut shown = String::new();
        for _ in 0..200 {
            shown += &journey.screen();
            journey.keys("Down");
        }
        for binding in &journey.app.keymap.bindings {
            let key = binding.keys[0].shown();
            assert!(shown.contains(&format!(" {key} ")), "{key} is not in the help");
        }
    }
}

#[test]
fn help_stops_at_its_ends() {
    let mut journey = to("?", 80, 24);
    let top = journey.screen();
    journey.keys("Up PageUp Home");
    assert_eq!(journey.screen(), top);
    journey.keys("End");
    let end = journey.screen();
    assert_ne!(end, top);
    journey.keys("Down PageDown Down");
    assert_eq!(journey.screen(), end);
    journey.keys("Up");
    assert_ne!(journey.screen(), end, "one key up is seen at once");
    journey.keys("Home");
    assert_eq!(journey.screen(), top);
}

/// What an overlay is called here. A new one does not compile until it has a name, and a screen below.
fn kind(overlay: &Overlay) -> &'static str {
    match overlay {
        Overlay::Search(_) => "search",
        Overlay::Help(_) => "help",
        Overlay::Card(_) => "card",
        Overlay::Address(_) => "address",
        Overlay::CopiedText(_) => "shown",
        Overlay::Find(_) => "find",
        Overlay::Picker(_) => "picker",
        Overlay::Messages(_) => "messages",
        Overlay::Note(_) => "note",
        Overlay::Questions(_) => "questions",
        Overlay::Safety(_) => "safety",
        Overlay::Plan(_) => "plan",
        Overlay::Words(_) => "words",
        Overlay::Ending(_) => "ending",
    }
}

#[test]
fn keys_in_a_window_too_small_lose_no_overlay() {
    let others = [
        ("copied, to be selected", "Enter Enter c c"),
        ("history", "Enter Enter h"),
        ("filters", "/ t e a Tab"),
        ("a term", "Enter Enter ] i"),
        ("messages", "Enter Enter 9 M"),
    ];
    let mut kinds = BTreeSet::new();
    for (name, keys) in SCREENS.into_iter().filter(|(_, keys)| has_layer(keys)).chain(others) {
        let mut journey = to(keys, 80, 24);
        let before = journey.app.overlay().map(kind);
        journey.resize(15, 4).sees("Please make").keys("Down Up").resize(80, 24);
        assert_eq!(journey.app.overlay().map(kind), before, "{name} is still there");
        kinds.extend(before);
    }
    let all = [
        "address",
        "card",
        "ending",
        "find",
        "help",
        "messages",
        "note",
        "picker",
        "plan",
        "questions",
        "safety",
        "search",
        "shown",
        "words",
    ];
    assert_eq!(kinds, all.into(), "every overlay was tried");
}

#[test]
fn help_is_there_again_when_the_window_is_large_again() {
    let mut journey = to("?", 80, 24);
    journey.resize(15, 4).keys("Down").resize(80, 24).sees("To read in comfort");
    journey.keys("Esc").misses("To read in comfort");
}

#[test]
fn an_overlay_over_another_gives_it_back_as_it_was() {
    let mut journey = to("/ t e a Down", 80, 24);
    let before = seen(&journey);
    journey.keys("Tab").sees("Search only in").keys("Down Esc");
    assert_eq!(seen(&journey), before);
}

#[test]
fn from_help_one_can_search() {
    let mut journey = to("? /", 80, 24);
    assert!(matches!(journey.app.overlay(), Some(Overlay::Search(_))));
    journey.keys("Esc");
    assert!(journey.app.overlay().is_none());
}

#[test]
fn a_notice_stays_until_the_next_key_or_click() {
    let mut journey = to("Backspace", 80, 24);
    journey.sees("This is where you began.").resize(60, 20).sees("This is where you began.");
    journey.send(real_toolkit::app::Message::Idle).sees("This is where you began.");
    journey.click(30, 1).misses("This is where you began.");
    for (keys, words) in [
        ("Enter Enter n", "Nothing is marked here"),
        ("Enter Enter i", "Nothing to explain in this passage."),
        ("Enter Enter 9", "Nothing has the number 9"),
        ("Alt-Right", "nothing to go forward to"),
        ("Enter Enter m", "Mouse off"),
    ] {
        let mut journey = to(keys, 80, 24);
        assert!(journey.row(-1).contains(words), "{}", journey.row(-1));
        journey.keys("Down").misses(words);
    }
}

#[test]
fn a_guide_without_links_says_so() {
    let mut journey = Journey::on(
        super::super::support::library(&["here"], &[super::super::support::Guide::new("a", "Plain.")]),
        80,
        24,
    );
    journey.keys("Enter Enter ]").sees("There are no links here.");
}

#[test]
fn the_top_line_says_where_one_is_and_what_is_left() {
    let mut journey = Journey::open(120, 40).at("supervision");
    assert!(journey.row(0).contains("The Real Toolkit"), "{}", journey.row(0));
    assert!(journey.row(0).contains("min left"), "{}", journey.row(0));
    journey.keys("End");
    assert!(journey.row(0).ends_with("end"), "{}", journey.row(0));
}

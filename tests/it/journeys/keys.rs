//! Keys as they come: Caps Lock, other keyboard layouts, drafts, a box that is emptied before one leaves.

use real_toolkit::app::{Action, Bright, Effect, Overlay, Preference};

use super::super::support::Journey;
use super::{seen, to};

#[test]
fn a_capital_that_nothing_is_bound_to_is_its_small_letter() {
    for (capital, small) in [("S", "s"), ("C", "c"), ("O", "o"), ("J", "j"), ("V", "v"), ("R", "r")] {
        let (mut locked, mut plain) = (to("Enter Enter", 80, 24), to("Enter Enter", 80, 24));
        locked.keys(capital);
        plain.keys(small);
        assert_eq!((seen(&locked), locked.effects()), (seen(&plain), plain.effects()), "{capital}");
    }
    assert_eq!(to("Enter Enter Q", 80, 24).effects(), [Effect::Quit]);
    to("Enter Enter T", 80, 24).sees("Tour 1 of 6");
}

#[test]
fn letters_of_another_layout_are_the_keys_in_their_places() {
    for (letter, key) in [("с", "c"), ("щ", "o"), ("и", "b"), ("ї", "]"), ("ц", "w")] {
        let (mut other, mut plain) = (to("Enter Enter", 80, 24), to("Enter Enter", 80, 24));
        other.keys(letter);
        plain.keys(key);
        assert_eq!((seen(&other), other.effects()), (seen(&plain), plain.effects()), "{letter}");
    }
    to("Enter Enter é", 80, 24).sees("No key does this here. F1 shows all keys.");
    let mut journey = to("Enter Enter", 80, 24);
    journey.keys("й").sees("Ctrl-Q leaves, in every keyboard layout.").keys(".").sees("Search:");
    assert_eq!(journey.effects(), []);
    to("Enter Enter", 80, 24).keys(".").misses("Search:");
    let mut journey = to("", 80, 24);
    journey.types("йти").sees("Search: йти");
}

#[test]
fn words_to_a_bookmark_are_offered_again() {
    for leave in ["Esc", "Ctrl-C Esc"] {
        let mut journey = to("Enter Enter", 80, 24);
        journey.keys("b").types("ask about the night shift").keys(leave);
        assert_eq!(journey.effects(), [], "{leave}");
        assert!(journey.app.overlay().is_none());
        journey
            .keys("b")
            .sees("ask about the night shift")
            .keys("Enter")
            .sees("Bookmarked “ask about the night");
        journey.keys("b").misses("ask about the night").keys("Esc");
        journey.keys("b").types("for here").keys("Esc End b").misses("for here");
    }
}

#[test]
fn control_c_empties_a_box_with_words_and_then_leaves() {
    for (keys, words) in [
        ("/ k e t t", "Search: kett"),
        ("Enter Enter Ctrl-F k e t", "Find: ket"),
        ("Enter Enter : h e l", "hel"),
        ("? z z q", "zzq"),
    ] {
        let mut journey = to(keys, 80, 24);
        journey.keys("Ctrl-C").misses(words);
        assert_eq!(journey.effects(), [], "{keys}");
        assert!(journey.app.overlay().is_some());
        journey.keys("Ctrl-C");
        assert_eq!(journey.effects(), [Effect::Quit], "{keys}");
    }
}

#[test]
fn all_but_the_current_passage_can_be_dimmed() {
    let mut journey = to("Enter Enter PageDown", 80, 24);
    let before = (journey.screen(), journey.styles());
    journey.keys("d").sees("Only the current passage is bright.");
    assert!(journey.effects().contains(&Effect::Remember(Preference::Bright(Bright::Passage))));
    let dimmed = journey.keys("x").styles();
    assert_ne!(dimmed, before.1);
    assert!(dimmed.matches("dim").count() > before.1.matches("dim").count() + 3, "{dimmed}");
    assert_eq!(journey.screen(), before.0, "no word moves");
    journey.keys("d x");
    assert_eq!((journey.screen(), journey.styles()), before);
    let mut kept = Journey::open(80, 24).at("supervision").preferring("bright = \"passage\"");
    assert!(kept.keys("x").styles().contains("dim"));
}

#[test]
fn what_is_typed_in_the_help_narrows_it() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut journey = to("Enter Enter ?", width, height);
        journey.types("bookmark").sees("Look for: bookmark").misses("To read in comfort");
        journey.keys("Ctrl-U").types("colours").sees("t ").misses("bookmark");
        journey.keys("Ctrl-U").types("rota zzz").sees("searches");
        journey.keys("Enter").sees("Search: rota zzz");
    }
}

#[test]
fn help_shows_no_key_three_times_and_what_people_come_for_first() {
    let mut journey = to("?", 120, 60);
    for words in
        ["find:", "read:", "back", "questions", "keep:", "copy", "colours", "at risk", "leave the toolkit"]
    {
        journey.sees(words);
    }
    let mut shown = String::new();
    for _ in 0..40 {
        shown += &journey.screen();
        journey.keys("PageDown");
    }
    let mut rows: Vec<&str> = shown.lines().collect();
    rows.sort_unstable();
    rows.dedup();
    for key in ["/", "Tab", "Enter", "i", "Esc", ":", "c"] {
        let first = |row: &&&str| row.split_whitespace().nth(1) == Some(key);
        assert!(rows.iter().filter(first).count() <= 2, "{key}");
    }
}

#[test]
fn the_list_of_everything_offers_only_what_can_be_done() {
    let listed = |keys: &str| {
        let journey = to(keys, 80, 24);
        let Some(Overlay::Picker(picker)) = journey.app.overlay() else { panic!("a list") };
        picker.len()
    };
    assert!(listed(":") < listed("Enter Enter :"), "without a guide less can be done");
    let journey = to("", 80, 24);
    assert!(!journey.app.can(Action::Copy) && !journey.app.can(Action::Back));
    to("Enter Enter : q Enter", 80, 24).misses("Copied");
    assert_eq!(to("Enter Enter : q Enter", 80, 24).effects(), [Effect::Quit]);
    let mut journey = to("Enter Enter :", 80, 24);
    journey.types("bedtime").sees("search the toolkit for “bedtime”").keys("Enter").sees("Search: bedtime");
}

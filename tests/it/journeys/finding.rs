//! The search beside its results: the chosen one in its guide, narrowing, terms and themes, what to do where nothing
//! fits, and packs so large that the search is made ready between two keys.

use real_toolkit::app::{Document, Effect, Message, Overlay};

use super::super::support::{Guide, Journey, library};

/// Returns a reader in whose search something was typed.
fn typed(words: &str, width: u16, height: u16) -> Journey {
    let mut journey = Journey::open(width, height);
    journey.keys("/").types(words);
    journey
}

#[test]
fn a_wide_screen_shows_the_chosen_result_in_its_guide() {
    let mut journey = typed("pushing me away", 120, 40);
    let first = journey.screen();
    journey.sees("│").keys("Down");
    assert_ne!(journey.screen(), first);
    let Some(Overlay::Search(finder)) = journey.app.overlay() else { panic!("the box is open") };
    let preview = finder.preview.as_ref().expect("there is room for it");
    assert!(!preview.page.rows.is_empty());
    journey.resize(80, 24);
    let Some(Overlay::Search(finder)) = journey.app.overlay() else { panic!("the box is open") };
    assert!(finder.preview.is_none(), "there is none where there is no room");
}

#[test]
fn a_high_screen_shows_it_below() {
    let mut journey = typed("boundaries", 80, 40);
    journey.sees("────").keys("Down Down Down");
    let Some(Overlay::Search(finder)) = journey.app.overlay() else { panic!("the box is open") };
    assert!(finder.preview.is_some());
}

#[test]
fn terms_and_themes_answer_as_themselves() {
    let mut journey = typed("what does interdependence mean", 80, 24);
    journey.sees("Interdependence · in the glossary").click_on("Interdependence · in the glossary");
    assert_eq!(journey.reading().document, Document::Glossary);
    journey.sees("Interdependence");
    let mut journey = super::to("/", 80, 24);
    journey.types("being a team").sees("Being a team · a theme").click_on("Being a team · a theme");
    assert!(matches!(journey.reading().document, Document::Theme(..)));
}

#[test]
fn tab_narrows_and_says_so_and_goes_back_to_what_was_typed() {
    let mut journey = typed("trust", 80, 24);
    journey.keys("Tab").sees("Search only in").sees("Young people").keys("Esc").sees("Search: trust");
    journey
        .keys("Tab")
        .click_on("Young people")
        .sees("Only guides for young people")
        .sees("area:young-people");
    let Some(Overlay::Search(finder)) = journey.app.overlay() else { panic!("the box is open") };
    let guides = finder.answer.hits.iter().filter_map(real_toolkit::search::Hit::guide);
    for guide in guides {
        assert_eq!(journey.app.library.guide(guide).area, real_toolkit::guide::Area::YoungPeople);
    }
    journey.keys("Tab").click_on("Everything").misses("Only guides").sees("Search: trust");
}

#[test]
fn nothing_found_is_no_dead_end() {
    let mut journey = typed("qqqqzzz", 80, 24);
    journey.sees("Nothing found").sees("Browse a theme").keys("Enter");
    assert!(matches!(journey.reading().document, Document::Theme(..)));
}

#[test]
fn what_was_sought_in_vain_can_be_told_to_those_who_write() {
    let mut journey = typed("qqqqzzz", 80, 40);
    journey.click_on("Copy: Nothing in");
    let copied = Effect::Copy("Nothing in “The Real Toolkit” (real-toolkit) answers “qqqqzzz”.".to_owned());
    assert_eq!(journey.effects(), [copied]);
    assert!(matches!(journey.app.overlay(), Some(Overlay::Search(_))), "the search stays");
}

#[test]
fn what_filters_keep_out_is_one_key_away() {
    let mut journey = typed("rota area:young-people ", 80, 24);
    if journey.shows("Everywhere") {
        journey.click_on("guides have “rota”").misses("Only guides");
    }
    journey.sees("Search: rota");
}

#[test]
fn an_empty_search_offers_what_was_read_lately_and_the_themes() {
    let mut journey = Journey::open(80, 24).at("supervision");
    journey.keys("/").sees("Read lately").sees("Getting the most from supervision").sees("Browse a theme");
    journey.keys("Enter");
    assert_eq!(journey.reads(), "supervision");
}

#[test]
fn words_that_say_nothing_are_not_spoken_of() {
    typed("what is the meaning of trust", 80, 24).misses("Not looked for");
}

#[test]
fn titles_are_found_while_the_search_of_a_large_pack_is_made_ready() {
    let guides: Vec<Guide<'_>> =
        (0..1_200).map(|at| Guide::new(format!("g{at}"), format!("What stands in number {at}."))).collect();
    let mut journey = Journey::on(library(&["here"], &guides), 80, 24);
    assert!(journey.app.has_idle_work(), "it begins before it is asked for");
    journey.keys("/").types("guide g7").sees("Titles only so far").sees("The guide g7");
    let mut steps = 0;
    while journey.app.has_idle_work() {
        journey.send(Message::Idle);
        steps += 1;
        assert!(steps < 1_000, "it ends");
    }
    assert!(steps > 10, "no step takes long");
    journey.misses("Titles only so far").sees("The guide g7");
}

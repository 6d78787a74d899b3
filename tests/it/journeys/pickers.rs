//! Lists over the screen: contents, everything that can be done, where the reader has been.

use real_toolkit::app::{Effect, Overlay};

use super::super::support::Journey;

#[test]
fn the_contents_show_where_the_reader_is_and_lead_on() {
    let mut journey = Journey::open(80, 24).at("build-relationships#do");
    journey.keys("o").sees("Contents").sees("• Do").sees("Questions to reflect on");
    let here = journey.reading().top;
    journey.keys("Esc");
    assert_eq!(journey.reading().top, here, "looking changes nothing");
    journey.keys("o Down Enter");
    assert!(journey.row(2).contains("Seven steps"), "{}", journey.screen());
    journey.keys("o").click_on("Feel");
    assert!(journey.row(2).contains("FEEL"), "{}", journey.screen());
}

#[test]
fn contents_longer_than_the_screen_scroll() {
    let mut journey = Journey::open(40, 12).at("build-relationships");
    journey.keys("o End").sees("About this guide").keys("Home").sees("How to build");
}

#[test]
fn everything_that_can_be_done_is_found_by_name_with_its_key() {
    let mut journey = Journey::open(80, 24).at("build-relationships");
    journey
        .keys(":")
        .sees("What would you like to do?")
        .types("CONTENTS")
        .sees("o ┃")
        .keys("Enter")
        .sees("Feel");
    assert!(matches!(journey.app.overlay(), Some(Overlay::Picker(_))));
    journey.keys("Esc :").types("leave toolkit").keys("Enter");
    assert_eq!(journey.effects(), [Effect::Quit]);
}

#[test]
fn what_belongs_to_the_text_goes_to_the_text() {
    let mut journey = Journey::open(120, 40).at("build-relationships");
    journey.keys("Tab :").types("next link").keys("Enter");
    assert!(journey.reading().link.is_some());
}

#[test]
fn what_nothing_is_called_is_searched_for() {
    let mut journey = Journey::open(80, 24);
    journey
        .keys(":")
        .types("qqqq")
        .sees("search the toolkit for “qqqq”")
        .keys("Enter")
        .sees("Search: qqqq")
        .misses("What would you like to do?");
}

#[test]
fn where_one_has_been_is_one_choice_away_and_back_leads_here_again() {
    let mut journey = Journey::open(80, 24).at("build-relationships");
    journey.keys("h").sees("You have not been anywhere else yet");
    journey.keys("PageDown PageDown");
    let first = journey.top_row();
    journey.keys("1").keys("h").sees("Where you have been").sees("How to build relationships");
    let second = journey.reads();
    journey.keys("Esc h Enter");
    assert_eq!((journey.reads().as_str(), journey.top_row()), ("build-relationships", first));
    journey.keys("Backspace");
    assert_eq!(journey.reads(), second);
}

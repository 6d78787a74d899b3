//! What a search found, and the way into it and back: passages, the bar in the margin, words of danger.

use real_toolkit::app::{Overlay, Screen};
use real_toolkit::view::{Charset, Colours};

use super::super::support::{Journey, small};
use super::{seen, to};

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

/// Returns the search of the bundled guides with words typed.
fn typed(words: &str, width: u16, height: u16) -> Journey {
    let mut journey = Journey::open(width, height);
    journey.keys("/").types(words);
    journey
}

/// Returns the rows of the box of the search.
fn boxed(journey: &Journey) -> Vec<String> {
    journey.screen().lines().filter(|row| row.contains('┃')).map(str::to_owned).collect()
}

#[test]
fn a_result_is_the_passage_behind_the_way_to_it() {
    for (width, height) in SIZES {
        let mut journey = typed("saying goodbye to a kid i worked with 3 years", width, height);
        journey.misses("People say");
        let Some(Overlay::Search(finder)) = journey.app.overlay() else { panic!("the box is open") };
        let hit = finder.answer.hits[0].clone();
        let library = &journey.app.library;
        let guide = library.guide(hit.guide().unwrap());
        let passage = hit.passage().expect("a passage answers").clone();
        let way = passage.way(guide).join(" › ").chars().take(20).collect::<String>();
        let title = guide.title.chars().take(20).collect::<String>();
        journey.sees(&title).sees(&way);
    }
}

#[test]
fn where_nothing_answers_that_stands_above_the_results() {
    for (width, height) in SIZES {
        let mut journey = typed("how to bake scones", width, height);
        journey.sees("No guide speaks of this directly.").sees("Nearest:");
    }
}

#[test]
fn the_passage_that_was_found_has_a_bar_in_the_margin() {
    for (width, height) in SIZES {
        let mut journey = to("/", width, height);
        journey.types("kettle").keys("Enter").sees("kettle");
        let found = journey.reading().passage_rows(&journey.app.library, journey.app.text_height());
        let bars = |journey: &Journey| journey.screen().matches('▌').count();
        assert!(!found.is_empty() && bars(&journey) > 0 && bars(&journey) <= found.len());
        let y = journey.find("kettle").y;
        assert!(journey.row(i32::from(y)).contains('▌'), "beside its row");
    }
    let mut plain = Journey::on(small(), 80, 24).colours(Colours::None).charset(Charset::Ascii);
    plain.keys("/").types("kettle").keys("Enter");
    let y = plain.find("kettle").y;
    assert!(plain.row(i32::from(y)).split("kettle").next().unwrap().contains('|'), "{}", plain.screen());
}

#[test]
fn escape_returns_to_the_results_with_the_choice_kept() {
    for (width, height) in SIZES {
        for start in ["", "Enter Enter", "Enter Enter PageDown"] {
            let mut journey = to(start, width, height);
            journey.keys("/").types("room").keys("Down");
            let before = boxed(&journey);
            journey.keys("Enter");
            assert!(journey.app.overlay().is_none() && journey.app.shown.screen == Screen::Reader);
            assert!(journey.row(-1).contains("results"), "{}", journey.row(-1));
            journey.keys("n Down Esc");
            assert_eq!(boxed(&journey), before, "{start} at {width} by {height}");
            journey.types("s").sees("Search: rooms").keys("Esc");
            assert!(journey.app.overlay().is_none());
        }
    }
}

#[test]
fn going_anywhere_else_ends_the_way_back_to_the_results() {
    let mut journey = to("/", 80, 24);
    journey.types("kettle").keys("Enter w").sees("Choose who it is for").keys("Enter Esc");
    assert!(journey.app.overlay().is_none(), "going on reading is no result");
    let mut journey = to("/", 80, 24);
    journey.types("kettle").keys("Enter ] Esc").misses("Search: kettle").keys("Esc").sees("Search: kettle");
}

#[test]
fn words_of_danger_raise_what_to_do_first_above_all_results() {
    for (width, height) in SIZES {
        let mut journey = typed("he says he wants to kill himself", width, height);
        journey.sees("! Someone talks of suicide");
        let before = seen(&journey);
        journey.keys("Enter");
        assert!(matches!(journey.app.overlay(), Some(Overlay::Safety(_))));
        assert!(journey.row(0).contains("Someone talks of suicide"), "{}", journey.row(0));
        journey.keys("Esc");
        assert_eq!(seen(&journey), before, "the search is as it was");
        journey.click_on("! Someone talks of suicide").keys("Esc");
        assert_eq!(seen(&journey), before, "a click does the same");
    }
}

#[test]
fn words_of_danger_alone_are_never_nothing_found() {
    let mut journey = typed("suicide", 80, 24);
    journey.sees("! ").misses("Nothing found").keys("Enter");
    assert!(matches!(journey.app.overlay(), Some(Overlay::Safety(_))));
    typed("killing time", 80, 24).misses("! ");
}

#[test]
fn nothing_of_words_of_danger_is_kept() {
    for keys in ["Esc", "Down Enter", "Enter Esc Down Enter Esc"] {
        let mut journey = typed("i want to kill myself", 80, 24);
        journey.keys(keys).misses("kill myself").keys("F2 Esc Esc /").misses("kill myself");
    }
    let mut journey = Journey::open(80, 24).at("supervision");
    journey.keys("Ctrl-F").types("i want to kill myself").keys("Enter Esc Esc Esc /").misses("kill");
}

#[test]
fn backspace_returns_to_the_results_too_and_from_further_on_as_well() {
    for (width, height) in SIZES {
        let mut journey = to("Enter Enter", width, height);
        journey.keys("/").types("room").keys("Down");
        let before = boxed(&journey);
        for way in ["Enter Backspace", "Enter Esc", "Enter 1 Backspace Backspace", "Enter Down Alt-Left"] {
            journey.keys(way);
            assert_eq!(boxed(&journey), before, "{way} at {width} by {height}");
        }
        journey.keys("Up Enter Backspace Down");
        assert_eq!(boxed(&journey), before, "several results in a row");
        journey.keys("Esc");
        assert!(journey.app.overlay().is_none());
        assert_eq!(journey.reads(), "first-meeting", "beneath lies what was open before");
    }
}

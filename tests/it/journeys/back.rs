//! Back and forward: to the very row.

use super::super::support::{Chance, Journey, text_of};

/// Where somebody is: what is open, the first row, and what that row says.
fn here(journey: &Journey) -> (String, usize, String) {
    let row = journey.top_row();
    let reading = journey.reading();
    let blocks = reading.blocks(&journey.app.library);
    (journey.reads(), row, text_of(&reading.page, blocks, &reading.page.rows[row]))
}

/// Goes somewhere: scrolls a little, follows a link to a guide.
fn wander(journey: &mut Journey, chance: &mut Chance) {
    for _ in 0..chance.below(20) {
        journey.keys("Down");
    }
    for _ in 0..40 {
        let before = journey.reads();
        for _ in 0..=chance.below(4) {
            journey.keys("]");
        }
        journey.keys("Enter");
        if journey.app.overlay().is_some() {
            journey.keys("Esc");
        }
        if journey.reads() != before {
            return;
        }
    }
}

/// Presses a key until a stop is reached; those in between are where a link was followed from.
fn press_until(journey: &mut Journey, key: &str, stop: &(String, usize, String)) {
    for _ in 0..10 {
        journey.keys(key);
        if here(journey) == *stop {
            return;
        }
    }
}

#[test]
fn back_and_forward_lead_to_the_very_row() {
    for (width, height, seed) in [(120, 40, 1), (80, 24, 2), (40, 12, 3)] {
        let mut chance = Chance::new(seed);
        let mut journey = Journey::open(width, height).at("build-relationships");
        let mut way = Vec::new();
        for _ in 0..30 {
            wander(&mut journey, &mut chance);
            for _ in 0..chance.below(30) {
                journey.keys("Down");
            }
            way.push(here(&journey));
            journey.keys("1");
        }
        for stop in way.iter().rev() {
            press_until(&mut journey, "Backspace", stop);
            assert_eq!(here(&journey), *stop, "back at {width} by {height}");
        }
        for stop in way.iter().skip(1) {
            press_until(&mut journey, "Alt-Right", stop);
            assert_eq!(here(&journey), *stop, "forward at {width} by {height}");
        }
    }
}

#[test]
fn the_way_back_outlives_a_change_of_width() {
    let mut journey = Journey::open(120, 40).at("build-relationships#do");
    journey.keys("PageDown Down");
    let (guide, row, words) = here(&journey);
    journey.keys("1").resize(44, 20).keys("PageDown").resize(120, 40).keys("Backspace");
    assert_eq!(here(&journey), (guide, row, words));
}

#[test]
fn the_ends_of_the_way_say_so() {
    let mut journey = Journey::open(80, 24);
    journey.keys("Backspace").sees("This is where you began.");
    journey.keys("Down").misses("This is where you began.");
    journey.keys("Alt-Right").sees("There is nothing to go forward to.");
    journey.keys("Enter Enter 1 Backspace").misses("This is where you began.").keys("Alt-Right Alt-Right");
    journey.sees("There is nothing to go forward to.");
}

#[test]
fn a_new_way_forgets_the_old_one() {
    let mut journey = Journey::open(80, 24).at("build-relationships");
    journey.keys("1");
    let first = journey.reads();
    journey.keys("Backspace 2");
    assert_ne!(journey.reads(), first);
    journey.keys("Alt-Right").sees("There is nothing to go forward to.");
}

#[test]
fn the_first_screen_is_a_stop_as_well() {
    let mut journey = Journey::open(80, 24);
    journey.misses("Continue reading").keys("Enter Enter Backspace Backspace").sees("Choose who it is for");
    assert_eq!(journey.app.shown.screen, real_toolkit::app::Screen::Welcome);
    journey.keys("Alt-Right Alt-Right").misses("Choose who it is for");
    assert_eq!(journey.reads(), "why-relationships-matter");
}

//! The tour: a minute with the real keys, which the reader presses.

use real_toolkit::app::{App, Effect, Preference, Tour, TourOffer};

use super::super::support::{Journey, small};
use super::{SCREENS, seen, to};

/// A reader that has never been here.
fn newcomer(width: u16, height: u16) -> Journey {
    let mut journey = Journey::on(small(), width, height);
    journey.app = App::new(small(), journey.app.size).offering_tour();
    journey
}

#[test]
fn a_newcomer_does_every_step_with_what_the_screen_says() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut journey = newcomer(width, height);
        journey.keys("Enter").sees("Tour 1 of 6").sees("Type a word");
        assert_eq!(journey.effects(), [Effect::Remember(Preference::Tour(TourOffer::Offered))]);
        journey.keys("t e").sees("1 of 6").keys("a").sees("Tour 2 of 6").sees("Enter open");
        journey.keys("Enter");
        // The passage stands at the end of a guide where there is room for it: nothing is left to scroll.
        if journey.shows("Tour 3 of 6") {
            journey.keys("Down");
        }
        journey.sees("Tour 4 of 6");
        journey.keys("]").sees("Tour 4 of 6").keys("Enter").sees("Tour 5 of 6").sees("Backspace");
        journey.keys("Backspace").sees("Tour 6 of 6").sees("? shows").keys("Esc").misses("Tour");
    }
}

#[test]
fn escape_ends_it_at_any_moment_and_nothing_else() {
    let keys: Vec<&str> = "/ t e a Enter Down ] Enter Backspace".split(' ').collect();
    for after in 0..=keys.len() {
        let mut journey = newcomer(80, 24);
        journey.keys("Enter").keys(&keys[..after].join(" ")).sees("Tour");
        let mut without = newcomer(80, 24);
        without.keys(&keys[..after].join(" "));
        without.app.tour = Tour::Absent;
        journey.keys("Esc");
        assert_eq!(seen(&journey), seen(&without), "after {:?}", &keys[..after]);
    }
}

#[test]
fn it_is_offered_once() {
    let mut journey = newcomer(80, 24);
    journey.sees("New here?").keys("Down Down Enter");
    assert_eq!(journey.effects(), [Effect::Remember(Preference::Tour(TourOffer::Offered))]);
    journey.keys("Backspace").misses("New here?");
    assert_eq!(journey.effects(), []);
    let mut journey = newcomer(80, 24);
    journey.click_on("New here?").sees("Tour 1 of 6");
    to("", 80, 24).misses("New here?");
}

#[test]
fn it_can_be_taken_again_from_the_help_and_the_list_of_everything() {
    to("Enter Enter ? Esc T", 80, 24).sees("Tour 1 of 6");
    to(": t o u r Enter", 80, 24).sees("Tour 1 of 6");
    to("Enter Enter T", 80, 24)
        .sees("Press /")
        .keys("/ t e a")
        .sees("2 of 6")
        .keys("Esc Esc T")
        .sees("Tour 1 of 6");
}

#[test]
fn it_never_gets_in_the_way() {
    for (width, height) in [(80, 24), (40, 12), (20, 5)] {
        for (name, keys) in SCREENS {
            let mut journey = to("", width, height);
            journey.does("tour").keys(keys).frame();
            let mut without = to(keys, width, height);
            journey.keys("Esc");
            // Escape ends the tour, and on a screen where it had ended already it does what it does there.
            if journey.app.tour == Tour::Absent
                && journey.app.overlay().is_some() == without.app.overlay().is_some()
            {
                continue;
            }
            without.keys("Esc");
            assert_eq!(journey.app.overlay().is_some(), without.app.overlay().is_some(), "{name}");
        }
    }
}

#[test]
fn the_chosen_link_is_never_under_its_box() {
    let mut journey = Journey::open(80, 24).at("build-relationships");
    journey.keys("T");
    for _ in 0..20 {
        journey.keys("]");
        let geometry = journey.app.geometry().unwrap();
        let (area, ..) = journey.app.tour_box(&geometry).unwrap();
        let reading = journey.reading();
        let link = reading.chosen_link(&journey.app.library).unwrap();
        let row = reading.page.row_of(link.span.pos()) - journey.top_row();
        let y = geometry.text.y + u16::try_from(row).unwrap();
        assert!(!(area.top()..area.bottom()).contains(&y));
    }
}

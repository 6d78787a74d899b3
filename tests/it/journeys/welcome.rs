//! The first screen: words typed there are searched for, and below the field stand the ways in.

use real_toolkit::app::{Document, Effect, Message, Overlay, Pane, Screen, Spot, WayIn, ways_in};
use real_toolkit::guide::Area;

use super::super::support::Journey;

/// Opens the way in number `at` with arrows and Enter only.
fn enter(at: usize, width: u16, height: u16) -> (WayIn, Journey) {
    let mut journey = Journey::open(width, height);
    let way = ways_in(&journey.app.library, None)[at];
    journey.keys(&"Down ".repeat(at + 1)).keys("Enter");
    (way, journey)
}

#[test]
fn every_way_in_opens_with_arrows_and_enter() {
    let ways = ways_in(&Journey::open(80, 24).app.library, None).len();
    assert!(ways > 5);
    for (width, height) in [(120, 40), (80, 24), (40, 12), (20, 5)] {
        for at in 0..ways {
            let (way, journey) = enter(at, width, height);
            journey.frame();
            match way {
                WayIn::Continue | WayIn::Tour => unreachable!("nothing was read yet"),
                WayIn::Session => assert!(matches!(journey.app.overlay(), Some(Overlay::Picker(_)))),
                WayIn::Questions => assert!(matches!(journey.app.overlay(), Some(Overlay::Questions(_)))),
                WayIn::Safety => assert!(matches!(journey.app.overlay(), Some(Overlay::Safety(_)))),
                WayIn::Page(page) => assert_eq!(journey.reading().document, page),
                WayIn::Area(area) => {
                    assert_eq!(journey.reading().document, Document::Area(area));
                }
                WayIn::Theme(theme) => {
                    let Document::Theme(_, opened) = journey.reading().document else { unreachable!() };
                    assert_eq!(opened, theme);
                }
            }
        }
    }
}

#[test]
fn from_an_area_two_keys_lead_to_the_text_of_a_guide() {
    let mut journey = Journey::open(80, 24);
    journey.keys("Enter");
    assert_eq!((journey.app.shown.screen, journey.app.shown.focus), (Screen::Reader, Pane::Themes));
    journey.keys("Enter");
    assert_eq!(journey.app.shown.focus, Pane::Text);
    assert_eq!(journey.reads(), "why-relationships-matter");
    journey.sees("Why relationships matter").keys("PageDown");
    assert!(journey.top_row() > 0);
}

#[test]
fn young_people_reach_their_guides_from_the_first_screen() {
    let mut journey = Journey::open(80, 24);
    journey.sees(Area::YoungPeople.title()).keys("Down Down Enter Enter");
    assert!(journey.reads().starts_with("yp-"), "{}", journey.reads());
}

#[test]
fn every_way_in_opens_with_a_click_on_it() {
    let ways = ways_in(&Journey::open(80, 40).app.library, None);
    for (at, way) in ways.iter().enumerate() {
        let mut journey = Journey::open(80, 40);
        let words = match way {
            WayIn::Continue | WayIn::Tour => unreachable!("nothing was read yet"),
            WayIn::Area(area) => area.title().to_owned(),
            WayIn::Theme(theme) => journey.app.library.theme(*theme).title.clone(),
            WayIn::Session => "Sessions of supervision".to_owned(),
            WayIn::Safety => "If someone is at risk now".to_owned(),
            WayIn::Questions => "Questions to reflect on".to_owned(),
            WayIn::Page(page) => page.title(&journey.app.library).to_owned(),
        };
        journey.click_on(&words);
        let (_, mut by_keys) = enter(at, 80, 40);
        assert_eq!(super::seen(&journey), super::seen(&by_keys), "{words}");
        by_keys.effects();
    }
}

#[test]
fn the_first_screen_is_one_key_away_and_backspace_returns() {
    let mut journey = Journey::open(80, 24).at("supervision#do");
    let row = journey.top_row();
    journey.keys("Down Down w");
    assert_eq!(journey.app.shown.screen, Screen::Welcome);
    journey.sees("Choose who it is for").keys("Backspace");
    assert_eq!(
        (journey.app.shown.screen, journey.reads(), journey.top_row()),
        (Screen::Reader, "supervision".into(), row + 2)
    );
    journey.keys("PageDown w").sees("Continue reading").sees("Choose who it is for");
    let row = journey.top_row();
    journey.keys("Enter").misses("Choose who it is for");
    assert_eq!(
        (journey.reads(), journey.top_row()),
        ("supervision".into(), row),
        "it goes on where it was left"
    );
    journey.resize(120, 40).click(3, 0);
    assert_eq!(journey.app.shown.screen, Screen::Welcome, "the top line leads home");
}

#[test]
fn what_is_typed_on_the_first_screen_is_searched_for_and_commands_nothing() {
    for (width, height) in [(120, 40), (80, 24), (40, 12), (20, 5)] {
        for words in ["the rota is killing us", "she keeps pushing me away", "quit", "bHTtsz+w", "16+", "999"]
        {
            for before in ["", "Down Down", "Enter"] {
                let mut journey = Journey::open(width, height);
                journey.keys(before);
                journey.effects();
                journey.types(words);
                let Some(Overlay::Search(finder)) = journey.app.overlay() else {
                    panic!("{words} searches after {before}")
                };
                assert_eq!(finder.input.text(), words);
                assert_eq!(journey.effects(), [], "{words}");
            }
        }
    }
}

#[test]
fn the_search_opens_where_the_field_stands() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut journey = Journey::open(width, height);
        let field = journey.find("Search: ");
        journey.types("rota");
        assert_eq!(journey.find("Search: rota"), field, "{width} by {height}");
        journey.keys("Esc").misses("rota");
        assert_eq!(journey.app.shown.screen, Screen::Welcome);
        let mut pasted = Journey::open(width, height);
        pasted.send(Message::Paste("the rota".to_owned())).sees("Search: the rota");
    }
}

#[test]
fn the_first_screen_is_whole_on_80_by_24() {
    let mut journey = Journey::open(80, 24);
    journey.app = journey.app.offering_tour();
    for way in journey.app.ways_in() {
        let words = match way {
            WayIn::Tour => "New here?".to_owned(),
            WayIn::Continue => "Continue reading".to_owned(),
            WayIn::Area(area) => area.title().to_owned(),
            WayIn::Theme(theme) => journey.app.library.theme(theme).title.clone(),
            WayIn::Session => "Sessions of supervision".to_owned(),
            WayIn::Safety => "If someone is at risk now".to_owned(),
            WayIn::Questions => "Questions to reflect on".to_owned(),
            WayIn::Page(page) => page.title(&journey.app.library).to_owned(),
        };
        journey.sees(&words);
    }
    journey.sees("Search: ").sees("F2 at risk now").sees("? help").sees("Ctrl-Q quit");
}

#[test]
fn down_goes_into_the_list_and_up_or_escape_back_to_the_field() {
    let mut journey = Journey::open(80, 24);
    let start = super::seen(&journey);
    assert_eq!(journey.app.shown.welcome.at, Spot::Field);
    let last = journey.app.ways_in().len() - 1;
    for (keys, at) in [("Down", 0), ("Down", 1), ("Up", 0), ("End", last), ("Down", last)] {
        journey.keys(keys);
        let welcome = &journey.app.shown.welcome;
        assert_eq!((welcome.at, welcome.list.cursor), (Spot::List, at), "{keys}");
    }
    journey.keys("Esc");
    assert_eq!(super::seen(&journey), start);
    journey.keys("Up");
    assert_eq!(journey.app.shown.welcome.list.cursor, last, "up from the field leads to the last one");
    journey.keys("Home Up");
    assert_eq!(super::seen(&journey), start);
}

#[test]
fn one_leaves_from_everywhere_with_the_same_key() {
    for (name, keys) in super::SCREENS {
        assert_eq!(super::to(keys, 80, 24).keys("Ctrl-Q").effects(), [Effect::Quit], "{name}");
    }
}

#[test]
fn a_wide_first_screen_shows_what_a_way_in_leads_to() {
    let mut journey = Journey::open(120, 40);
    journey.sees("About The Real Toolkit").keys("Down").sees("For workers, managers");
    journey.keys("Down Down").sees("4 guides · 34 min in all").keys("Esc").sees("About The Real Toolkit");
    journey.resize(80, 24).misses("About The Real Toolkit").resize(120, 40).sees("About The Real Toolkit");
}

#[test]
fn titles_are_whole_where_there_is_room_for_them_alone() {
    let mut journey = Journey::open(40, 12);
    journey.sees("Understanding relationships").misses("Understanding relationships ·");
    journey.sees("Building relationships · 5 guides").keys("End").sees("Sessions of supervision");
}

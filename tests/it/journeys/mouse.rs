//! The mouse: the wheel scrolls what is under it, a click focuses and opens.

use real_toolkit::app::{Effect, MouseCapture, Overlay, Pane};

use super::super::support::Journey;
use super::{seen, to};

#[test]
fn the_wheel_scrolls_what_is_under_the_mouse() {
    let mut journey = Journey::open(120, 40).at("supervision");
    let geometry = journey.app.geometry().unwrap();
    let (themes, related) = (geometry.themes.unwrap(), geometry.related.unwrap());
    journey.wheel(geometry.text.x, 20, 3);
    assert_eq!((journey.top_row(), journey.app.shown.focus), (3, Pane::Text));
    journey.wheel(geometry.text.x, 20, -3).wheel(geometry.text.x, 20, -3);
    assert_eq!(journey.top_row(), 0);
    let chosen =
        |journey: &Journey| (journey.app.shown.themes.list.cursor, journey.app.shown.related.list.cursor);
    let before = chosen(&journey);
    journey.wheel(related.x + 3, 20, 3);
    assert_eq!(journey.app.shown.related.list.first, 3);
    journey.resize(120, 12);
    let first = journey.app.shown.themes.list.first;
    journey.wheel(themes.x + 3, 5, -1);
    assert_eq!(journey.app.shown.themes.list.first, first - 1);
    assert_eq!(chosen(&journey), before, "what is chosen stays chosen");
    assert_eq!(
        (journey.top_row(), journey.app.shown.focus),
        (0, Pane::Text),
        "the keys stay where they were"
    );
}

#[test]
fn the_wheel_over_a_layer_scrolls_the_layer() {
    let mut journey = Journey::open(80, 24).at("supervision");
    journey.keys("?");
    let top = journey.screen();
    journey.wheel(40, 12, 3);
    assert_ne!(journey.screen(), top);
    assert_eq!(journey.top_row(), 0);
    journey.wheel(40, 12, -3);
    assert_eq!(journey.screen(), top);
    journey.resize(80, 9).keys("Esc /").types("care").wheel(40, 5, 3);
    let Some(Overlay::Search(finder)) = journey.app.overlay() else { unreachable!() };
    assert_eq!((finder.list.cursor, finder.list.first), (0, 3));
    let mut journey = Journey::open(80, 8);
    let first = journey.app.shown.welcome.list.first;
    journey.wheel(40, 4, 3);
    assert_eq!((journey.app.shown.welcome.list.cursor, journey.app.shown.welcome.list.first), (0, first + 3));
}

#[test]
fn a_large_turn_of_the_wheel_stops_at_the_end() {
    let mut journey = Journey::open(80, 24).at("supervision");
    for rows in [i32::MAX, i32::MIN, i32::MAX] {
        for x in [2, 50] {
            journey.wheel(x, 10, rows).frame();
        }
    }
    assert_eq!(journey.reading().visible(journey.app.text_height()).end, journey.reading().page.height());
}

#[test]
fn a_click_in_a_pane_gives_it_the_keys() {
    let mut journey = Journey::open(120, 40).at("supervision");
    let geometry = journey.app.geometry().unwrap();
    let (themes, related) = (geometry.themes.unwrap(), geometry.related.unwrap());
    journey.click(themes.x, themes.y);
    assert_eq!(journey.app.shown.focus, Pane::Themes);
    journey.click(related.x, related.y);
    assert_eq!(journey.app.shown.focus, Pane::Related);
    journey.click(geometry.text_pane.unwrap().x, 20);
    assert_eq!(journey.app.shown.focus, Pane::Text);
}

#[test]
fn a_click_on_an_item_of_a_pane_opens_it() {
    let mut journey = to("Enter Enter", 120, 40);
    journey.click_on("The team room");
    assert_eq!(journey.reads(), "the-team-room");
    let mut journey = to("Enter Enter", 120, 40);
    let related = journey.app.geometry().unwrap().related.unwrap();
    let row = (0..40).find(|y| journey.row(*y).contains("1 The team room")).unwrap();
    journey.click(related.x + 4, u16::try_from(row).unwrap());
    assert_eq!(journey.reads(), "the-team-room");
    let mut journey = to("Enter", 120, 40);
    journey
        .click_on("▸ Being a team")
        .sees("▾ Being a team")
        .click_on("▾ Being a team")
        .sees("▸ Being a team");
}

#[test]
fn a_click_beside_a_card_closes_it_and_on_its_item_opens_it() {
    let mut journey = to("Enter Enter ]", 80, 24);
    let before = seen(&journey);
    journey.keys("i").click(1, 2);
    assert_eq!(seen(&journey), before);
    let mut journey = to("Enter Enter ] i", 80, 24);
    journey.click_on("How fast somebody").sees("How fast somebody").click_on("Your say");
    assert_eq!(journey.reads(), "yp-your-say");
}

#[test]
fn m_leaves_the_mouse_to_the_terminal_and_takes_it_again() {
    let mut journey = to("Enter Enter", 80, 24);
    journey.keys("m").sees("Mouse off");
    assert_eq!(journey.effects(), [Effect::Mouse(MouseCapture::Off)]);
    journey.keys("m").sees("Mouse on");
    assert_eq!(journey.effects(), [Effect::Mouse(MouseCapture::On)]);
}

#[test]
fn every_cell_of_every_screen_can_be_clicked() {
    for (_, keys) in super::SCREENS {
        for (width, height, step) in [(80, 24, 7), (40, 12, 3), (20, 5, 1)] {
            for y in 0..height + 2 {
                for x in (y % 3..width + 2).step_by(step) {
                    let mut journey = to(keys, width, height);
                    journey.click(x, y);
                    journey.frame();
                }
            }
        }
    }
}

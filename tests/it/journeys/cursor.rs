//! The terminal's cursor stands on what is chosen, on every screen: screen readers and magnifiers follow it.

use real_toolkit::view::{Charset, Cursor, Palette, Screen};

use super::super::support::Journey;
use super::{SCREENS, to};

fn cursor(journey: &Journey) -> Cursor {
    let palette = Palette::default();
    Screen { app: &journey.app, palette: &palette, charset: Charset::Unicode }.cursor()
}

/// Returns the row that the cursor stands on, from its column on.
fn read_out(journey: &Journey) -> String {
    let Cursor { at, .. } = cursor(journey);
    journey.frame().row(at.y).chars().skip(usize::from(at.x)).collect()
}

#[test]
fn it_stands_on_the_item_the_link_and_the_passage() {
    let mut journey = to("", 110, 30);
    assert!(cursor(&journey).is_shown, "in the field");
    journey.keys("Down Down");
    let second = read_out(&journey);
    assert!(!second.trim().is_empty() && !cursor(&journey).is_shown, "{second}");
    journey.keys("Down");
    assert_ne!(read_out(&journey), second);
    let mut journey = Journey::open(110, 30).at("supervision");
    assert!(read_out(&journey).len() > 20, "a passage: {}", read_out(&journey));
    journey.keys("]");
    let link = journey.reading().chosen_link(&journey.app.library).unwrap().span;
    let block = &journey.reading().blocks(&journey.app.library)[link.block as usize];
    let words = block.prose.slice(link.range()).split(' ').next().unwrap().to_owned();
    assert!(read_out(&journey).starts_with(&words), "{words}: {}", read_out(&journey));
    journey.keys("Shift-Tab Down");
    assert!(read_out(&journey).starts_with("Even the best can"), "{}", read_out(&journey));
    journey.keys("Tab Tab");
    assert!(read_out(&journey).starts_with('1'), "{}", read_out(&journey));
    journey.keys("o Down");
    assert!(read_out(&journey).starts_with("Feel"), "{}", read_out(&journey));
}

#[test]
fn it_is_in_the_field_while_one_types_and_in_the_list_while_one_chooses() {
    let mut journey = to("/ t e a", 80, 24);
    assert!(cursor(&journey).is_shown);
    journey.keys("Down");
    assert!(!cursor(&journey).is_shown && cursor(&journey).at.y > 3);
    journey.keys("s");
    assert!(cursor(&journey).is_shown);
}

#[test]
fn it_is_on_the_screen_everywhere() {
    for (name, keys) in SCREENS {
        for (width, height) in [(120, 40), (80, 24), (40, 12), (20, 5), (19, 4), (0, 0)] {
            let mut journey = to("", width, height);
            let Cursor { at, .. } = cursor(journey.keys(keys));
            let inside = at.x < width.max(1) && at.y < height.max(1);
            assert!(inside, "{name} at {width} by {height}: {at}");
        }
    }
}

//! The bottom line: what it promises is true, and every cell of a hint can be clicked.

use real_toolkit::app::{Action, Context, Key, Message, hints};

use super::{SCREENS, seen, to};
use crate::support::Journey;

const SIZES: [(u16, u16); 4] = [(120, 40), (80, 24), (40, 12), (20, 5)];

/// Returns the key of an action, as pressed.
fn key(journey: &Journey, action: Action) -> Key {
    let here = journey.app.context();
    let of = |context: Context| {
        let mut bindings = journey.app.keymap.bindings.iter();
        let binding = bindings.find(|binding| binding.context == context && binding.action == action)?;
        binding.keys.iter().copied().find(|key| journey.app.keymap.lookup(here, *key) == Some(action))
    };
    let context = here;
    of(context).or_else(|| of(Context::Everywhere)).expect("a hint is for a key")
}

#[test]
fn every_cell_of_a_hint_does_what_its_key_does() {
    for (width, height) in SIZES {
        for (name, keys) in SCREENS {
            let start = to(keys, width, height);
            let wanted = hints(&start.app);
            assert!(!wanted.is_empty(), "{name} at {width} by {height} has hints");
            for hint in wanted {
                let mut pressed = to(keys, width, height);
                pressed.send(Message::Key(key(&start, hint.action)));
                let after = (seen(&pressed), pressed.effects());
                for x in hint.columns.clone() {
                    let mut clicked = to(keys, width, height);
                    clicked.click(x, height - 1);
                    assert_eq!(
                        (seen(&clicked), clicked.effects()),
                        after,
                        "{name}, {width} columns: {hint:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn hints_are_drawn_where_they_are_clicked_and_fit() {
    for (width, height) in SIZES {
        for (name, keys) in SCREENS {
            let journey = to(keys, width, height);
            let row: Vec<char> = journey.row(-1).chars().collect();
            for hint in hints(&journey.app) {
                assert!(hint.columns.end <= width, "{name}: {hint:?} at {width} columns");
                let columns = usize::from(hint.columns.start)..usize::from(hint.columns.end);
                let drawn: String = row[columns].iter().collect();
                assert_eq!(drawn, format!("{} {}", hint.keys, hint.label), "{name}");
            }
        }
    }
}

#[test]
fn between_hints_a_click_does_nothing() {
    for (name, keys) in SCREENS {
        let start = to(keys, 80, 24);
        let wanted = hints(&start.app);
        for x in (0..80).filter(|x| !wanted.iter().any(|hint| hint.columns.contains(x))) {
            let mut clicked = to(keys, 80, 24);
            clicked.click(x, 23);
            assert_eq!((seen(&clicked), clicked.effects()), (seen(&start), Vec::new()), "{name}, column {x}");
        }
    }
}

#[test]
fn the_way_out_is_hinted_on_every_screen() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        for (name, keys) in SCREENS {
            let journey = to(keys, width, height);
            let ways = hints(&journey.app);
            let out = ways.iter().any(|hint| matches!(hint.action, Action::Close | Action::Quit));
            assert!(out, "{name} at {width} columns: {}", journey.row(-1));
        }
    }
}

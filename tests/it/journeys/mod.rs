//! What people do with the reader: keys, clicks and windows in, screens out.

mod addresses;
mod back;
mod bookmarks;
mod brief;
mod cells;
mod colours;
mod comfort;
mod contrast;
mod copying;
mod cursor;
mod dragging;
mod find;
mod finding;
mod folding;
mod hints;
mod keys;
mod layers;
mod libraries;
mod links;
mod mouse;
mod passages;
mod pickers;
mod preferences;
mod questions;
mod results;
mod safety;
mod said;
mod search;
mod session;
mod sizes;
mod tour;
mod typing;
mod walk;
mod welcome;

use real_toolkit::app::{Action, Context, Effect, hints};

use super::support::{Journey, small};

/// Ways into every kind of screen of the small library: its name, and the keys from the first screen.
const SCREENS: [(&str, &str); 32] = [
    ("welcome", ""),
    ("welcome, last item", "End"),
    ("a theme", "Enter"),
    ("a theme, its text", "Enter Tab"),
    ("a guide", "Enter Enter"),
    ("a guide, scrolled", "Enter Enter PageDown Down"),
    ("a guide, a link chosen", "Enter Enter ] ]"),
    ("a guide, related", "Enter Enter Tab Down"),
    ("a guide, its end", "Enter Enter End"),
    ("about", "End Enter"),
    ("search, nothing typed", "/"),
    ("search, results", "/ t e a Down"),
    ("search, nothing found", "/ 0 0 0 0 0"),
    ("a guide, words marked", "/ k e t t l e Enter"),
    ("help", "Enter Enter ?"),
    ("words sought", "Enter Enter Ctrl-F t e a"),
    ("contents", "Enter Enter o"),
    ("bookmarks", "Enter Enter b Enter B"),
    ("words to a bookmark", "Enter Enter b t e a"),
    ("questions", "Enter Enter r"),
    ("a question", "Enter Enter r Down"),
    ("at risk now", "Enter Enter F2"),
    ("messages", "Enter Enter 9 M"),
    ("search of actions", "Enter Enter : h e l p"),
    ("a source", "Enter Enter ] ] Enter"),
    ("an address", "Enter Enter ] ] Enter Enter"),
    ("what a session can begin with", "F5"),
    ("questions for the plan", "F5 End Enter"),
    ("a plan", "Enter Enter p P"),
    ("words for the plan", "Enter Enter p P a t e a"),
    ("the room", "Enter Enter p P Enter"),
    ("the end of a session", "Enter Enter p P Enter x"),
];

/// Whether these keys lead to something that lies over the screen.
fn has_layer(keys: &str) -> bool {
    to(keys, 80, 24).app.overlay().is_some()
}

/// Returns a journey to a screen of the small library.
fn to(keys: &str, width: u16, height: u16) -> Journey {
    let mut journey = Journey::on(small(), width, height);
    journey.keys(keys);
    journey
}

/// Everything that can be seen: text and looks.
#[track_caller]
fn seen(journey: &Journey) -> (String, String) {
    let frame = journey.frame();
    (frame.text(), frame.styles())
}

#[test]
fn escape_never_ends_the_program() {
    for (name, keys) in SCREENS {
        let mut journey = to(keys, 80, 24);
        for _ in 0..10 {
            journey.keys("Esc");
            assert_eq!(journey.effects(), [], "{name}");
        }
        assert!(journey.app.overlay().is_none(), "{name}: Esc closes what is on top");
    }
}

#[test]
fn every_screen_says_how_to_leave_and_does() {
    for (name, keys) in SCREENS {
        let mut journey = to(keys, 80, 24);
        let ways: Vec<_> = hints(&journey.app)
            .into_iter()
            .filter(|hint| matches!(hint.action, Action::Close | Action::Quit))
            .map(|hint| format!("{} {}", hint.keys, hint.label))
            .collect();
        assert!(ways.iter().any(|way| journey.row(-1).contains(way)), "{name}: {}", journey.row(-1));
        // The first one empties a box with words.
        journey.keys("Ctrl-C Ctrl-C");
        assert!(journey.effects().contains(&Effect::Quit), "{name}");
        let mut journey = to(keys, 80, 24);
        // From a result Esc leads back to the search, where letters type.
        journey.keys(if name == "a guide, words marked" { "Esc Esc Ctrl-Q" } else { "Esc Ctrl-Q" });
        assert_eq!(journey.effects(), [Effect::Quit], "{name}");
    }
}

#[test]
fn control_z_stops_the_program_but_where_it_takes_back_what_was_typed() {
    for (name, keys) in SCREENS {
        let mut journey = to(keys, 80, 24);
        let types = journey.app.context() == Context::Typing;
        let expected = if types { vec![] } else { vec![Effect::Suspend] };
        assert_eq!(journey.keys("Ctrl-Z").effects(), expected, "{name}");
    }
}

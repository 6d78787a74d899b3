//! A long walk of somebody who presses whatever there is.

use ratatui::layout::{Position, Size};
use real_toolkit::app::{Effect, Key, Message};
use real_toolkit::guide::Library;

use super::super::support::{Chance, Journey, bundled, hostile};

const STEPS: usize = 20_000;

/// Every key that does something, and some that do not.
const KEYS: [&str; 52] = [
    "Up",
    "Down",
    "Left",
    "Right",
    "PageUp",
    "PageDown",
    "Home",
    "End",
    "Enter",
    "Enter",
    "Enter",
    "Esc",
    "Tab",
    "Shift-Tab",
    "Backspace",
    "Delete",
    "Alt-Left",
    "Alt-Right",
    "Space",
    "/",
    "Ctrl-K",
    "]",
    "[",
    "]",
    "i",
    "n",
    "N",
    "?",
    "F1",
    "F5",
    "m",
    "w",
    "g",
    "G",
    "H",
    "L",
    "l",
    "1",
    "2",
    "3",
    "9",
    "Ctrl-U",
    "Ctrl-D",
    "Ctrl-W",
    "Ctrl-N",
    "a",
    "e",
    "s",
    "漢",
    "\u{301}",
    "Ctrl-Z",
    "Alt-x",
];

/// What may be pasted: words, line ends, what would drive a terminal, what is hard to draw.
const PASTES: [&str; 8] = [
    "care",
    "two\nlines\tand a tab",
    "\u{1b}[31m\u{1b}]52;c;eA==\u{7}",
    "\u{202e}\u{200b}",
    "漢字かな👩‍👩‍👧‍👧",
    "e\u{301}\u{301}\u{301}",
    "",
    "trauma informed practice in residential care when the rota is killing us",
];

/// Returns something that may happen on a screen of this size, and a little beyond its edges.
fn something(chance: &mut Chance, size: Size) -> Message {
    let mut cell = |limit: u16| u16::try_from(chance.below(usize::from(limit) + 3)).unwrap();
    let at = Position::new(cell(size.width), cell(size.height));
    match chance.below(40) {
        0..=4 => Message::Click(at),
        5..=6 => Message::Wheel { at, rows: *chance.one_of(&[3, -3, 3, -3, 1_000, i32::MIN]) },
        7 => Message::Paste((*chance.one_of(&PASTES)).to_owned()),
        8 => Message::Resize(resized(chance)),
        9 => Message::Idle,
        _ => Message::Key(chance.one_of(&KEYS).parse::<Key>().unwrap()),
    }
}

fn resized(chance: &mut Chance) -> Size {
    let (widest, highest) = *chance.one_of(&[(130, 45), (80, 24), (45, 15), (24, 8), (300, 90)]);
    Size::new(u16::try_from(chance.below(widest)).unwrap(), u16::try_from(chance.below(highest)).unwrap())
}

fn walk(library: Library, seed: u64) {
    let mut chance = Chance::new(seed);
    let mut journey = Journey::on(library, 80, 24);
    for step in 0..STEPS {
        let message = something(&mut chance, journey.app.size);
        let typed = matches!(message, Message::Key(_) | Message::Paste(_));
        journey.send(message.clone());
        let frame = super::super::support::Frame::draw(
            &journey.app,
            &real_toolkit::view::Palette::default(),
            real_toolkit::view::Charset::Unicode,
        );
        let faults = frame.faults();
        assert!(faults.is_empty(), "step {step}, {message:?}: {}\n{}", faults.join("\n"), frame.text());
        let left = journey.effects().contains(&Effect::Quit);
        assert!(!left || !typed, "step {step}: {message:?} ended the program");
        // Once in a while the window is of a size to work in, or the walk would be spent in tiny ones.
        if step % 20 == 0 {
            journey.resize(80, 24);
        }
    }
}

#[test]
fn through_the_bundled_guides() {
    walk(bundled().clone(), 20_261_121);
}

#[test]
fn through_a_hostile_library() {
    walk(hostile(), 42);
}

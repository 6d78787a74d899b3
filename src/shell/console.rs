//! Events of the Windows console to messages.

use crossterm::event::{
    Event, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use ratatui::layout::Position;

use super::event::WHEEL_ROWS;
use crate::app::{AltGr, Held, Key, KeyCode, Message};

/// Returns the message for an event of the console, if it is one that matters. A change of size is none: the loop asks for it.
pub(super) fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(event) if event.kind != KeyEventKind::Release => key(&event).map(Message::Key),
        Event::Mouse(event) => {
            let at = Position::new(event.column, event.row);
            match event.kind {
                MouseEventKind::Down(MouseButton::Left) => Some(Message::Click(at)),
                MouseEventKind::Drag(MouseButton::Left) => Some(Message::Drag(at)),
                MouseEventKind::Up(MouseButton::Left) => Some(Message::Release),
                MouseEventKind::ScrollUp => Some(Message::Wheel { at, rows: -WHEEL_ROWS }),
                MouseEventKind::ScrollDown => Some(Message::Wheel { at, rows: WHEEL_ROWS }),
                _ => None,
            }
        }
        Event::Paste(text) => Some(Message::Paste(text)),
        _ => None,
    }
}

fn key(event: &KeyEvent) -> Option<Key> {
    let modifiers = event.modifiers;
    let held = if modifiers.contains(KeyModifiers::CONTROL) {
        Held::Ctrl
    } else if modifiers.contains(KeyModifiers::ALT) {
        Held::Alt
    } else if modifiers.contains(KeyModifiers::SHIFT) {
        Held::Shift
    } else {
        Held::Nothing
    };
    let code = match event.code {
        Code::Char(letter) => {
            let both = modifiers.contains(KeyModifiers::CONTROL | KeyModifiers::ALT);
            return Some(Key::of_character(letter, held, if both { AltGr::Maybe } else { AltGr::No }));
        }
        Code::BackTab => return Some(Key { code: KeyCode::Tab, held: Held::Shift }),
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Esc,
        Code::Tab => KeyCode::Tab,
        Code::Backspace => KeyCode::Backspace,
        Code::Delete => KeyCode::Delete,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        Code::F(number) => KeyCode::F(number),
        _ => return None,
    };
    Some(Key { code, held })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(letter: char, modifiers: KeyModifiers) -> String {
        match message(Event::Key(KeyEvent::new(Code::Char(letter), modifiers))) {
            Some(Message::Key(key)) => key.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn what_altgr_makes_is_a_character() {
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        for letter in "ąćęłñß@€[]{}|\\~µ²0".chars() {
            assert_eq!(pressed(letter, altgr), letter.to_string());
            assert_eq!(pressed(letter, altgr | KeyModifiers::SHIFT), letter.to_string());
        }
        assert_eq!(pressed('k', altgr), "Ctrl-K");
        assert_eq!(pressed('k', KeyModifiers::CONTROL), "Ctrl-K");
        assert_eq!(pressed('ą', KeyModifiers::SHIFT), "ą");
        assert_eq!(pressed('b', KeyModifiers::ALT), "Alt-B");
    }
}

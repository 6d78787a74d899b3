//! Events of the terminal to messages: the quirks of terminals end here.

use crossterm::event::{
    Event, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use ratatui::layout::{Position, Size};

use super::replies::Replies;
use crate::app::{Held, Key, KeyCode, Message};

/// Rows that one notch of the wheel scrolls.
const WHEEL_ROWS: i32 = 3;

/// What comes from the terminal.
#[derive(Debug, Default)]
pub(super) struct Input {
    /// Its own answers among the keys.
    pub(super) replies: Replies,
}

impl Input {
    /// Returns the messages for an event: none for one that does not matter or is not complete.
    pub(super) fn messages(&mut self, event: Event) -> Vec<Message> {
        match event {
            Event::Key(event) if event.kind != KeyEventKind::Release => {
                panic_if_asked(&event);
                key(&event).map(|key| self.replies.take(key)).unwrap_or_default()
            }
            other => message(other).into_iter().collect(),
        }
    }
}

/// Returns the message for an event that is no key, if it is one that matters.
fn message(event: Event) -> Option<Message> {
    match event {
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
        Event::Resize(width, height) => Some(Message::Resize(Size::new(width, height))),
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
    let (code, held) = match event.code {
        // Shift is part of the character, and Control of a letter means the same with and without it.
        Code::Char(c) if held == Held::Shift => (KeyCode::Char(c), Held::Nothing),
        Code::Char(c) if held == Held::Nothing => (KeyCode::Char(c), held),
        Code::Char(c) => (KeyCode::Char(c.to_ascii_lowercase()), held),
        Code::BackTab => (KeyCode::Tab, Held::Shift),
        Code::Enter => (KeyCode::Enter, held),
        Code::Esc => (KeyCode::Esc, held),
        Code::Tab => (KeyCode::Tab, held),
        Code::Backspace => (KeyCode::Backspace, held),
        Code::Delete => (KeyCode::Delete, held),
        Code::Up => (KeyCode::Up, held),
        Code::Down => (KeyCode::Down, held),
        Code::Left => (KeyCode::Left, held),
        Code::Right => (KeyCode::Right, held),
        Code::Home => (KeyCode::Home, held),
        Code::End => (KeyCode::End, held),
        Code::PageUp => (KeyCode::PageUp, held),
        Code::PageDown => (KeyCode::PageDown, held),
        Code::F(number) => (KeyCode::F(number), held),
        _ => return None,
    };
    Some(Key { code, held })
}

/// Panics on F12 in a test build that was asked to: how tests see that the terminal comes back.
#[cfg(debug_assertions)]
#[expect(clippy::disallowed_methods, reason = "a switch for tests, absent from release builds")]
fn panic_if_asked(event: &KeyEvent) {
    let asked = event.code == Code::F(12) && std::env::var_os("TOOLKIT_TEST_PANIC").is_some();
    assert!(!asked, "asked to by a test");
}

#[cfg(not(debug_assertions))]
fn panic_if_asked(_: &KeyEvent) {}

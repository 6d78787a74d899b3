//! What sequences of a terminal mean: keys and mouse reports, as xterm, rxvt, the Linux console and the kitty protocol
//! send them. Anything else is something that the terminal says, and no key.

use ratatui::layout::Position;

use super::decoder::{Alt, Token};
use super::event::WHEEL_ROWS;
use crate::app::{AltGr, Held, Key, KeyCode, Message};

/// Returns the key that a token is, if it is one.
pub(super) fn key(token: &Token) -> Option<Key> {
    match token {
        Token::Letter(letter) => Some(Key::plain(KeyCode::Char(*letter))),
        Token::Control(code) => control(*code),
        Token::Escape => Some(Key::plain(KeyCode::Esc)),
        Token::Alt(letter) => Some(with_alt(*letter)),
        Token::Csi { parameters, last, alt } => {
            let key = csi(parameters, *last)?;
            Some(if *alt == Alt::Held && key.held == Held::Nothing {
                Key { held: Held::Alt, ..key }
            } else {
                key
            })
        }
        Token::Ss3(last) => ss3(*last),
        Token::OldMouse(_) | Token::Answer(_) | Token::Paste(_) => None,
    }
}

/// Returns the key of a control code. Enter is CR, and LF where a terminal sends that; Backspace is DEL or BS.
fn control(code: u8) -> Option<Key> {
    Some(match code {
        b'\r' | b'\n' => Key::plain(KeyCode::Enter),
        b'\t' => Key::plain(KeyCode::Tab),
        0x08 | 0x7f => Key::plain(KeyCode::Backspace),
        0x1b => Key::plain(KeyCode::Esc),
        0x01..=0x1a => Key { code: KeyCode::Char(char::from(code + 0x60)), held: Held::Ctrl },
        _ => return None,
    })
}

/// Returns the key of what follows an ESC at once.
fn with_alt(letter: char) -> Key {
    let code = match u8::try_from(letter).ok().filter(u8::is_ascii_control).and_then(control) {
        Some(Key { code, held: Held::Nothing }) => code,
        Some(key) => return key,
        None => KeyCode::Char(letter),
    };
    Key { code, held: Held::Alt }
}

fn csi(parameters: &str, last: char) -> Option<Key> {
    // Keys have numbers alone; with any other mark it is an answer.
    let mut numbers = parameters.split(';');
    let first = numbers.next().unwrap_or_default();
    let modifiers = numbers.next().unwrap_or_default();
    if let Some(code) = parameters.strip_suffix('$').and_then(by_number) {
        return Some(Key { code, held: Held::Shift });
    }
    let code = match last {
        // rxvt says with the last letter what is held.
        'a'..='d' if parameters.is_empty() => {
            return Some(Key { code: arrow(last.to_ascii_uppercase())?, held: Held::Shift });
        }
        '^' | '@' => return Some(Key { code: by_number(parameters)?, held: Held::Ctrl }),
        'A'..='E' if first == "[" => KeyCode::F(u8::try_from(last).ok()? - b'A' + 1),
        'A'..='D' | 'F' | 'H' if matches!(first, "" | "1") => arrow(last)?,
        'Z' => return Some(Key { code: KeyCode::Tab, held: Held::Shift }),
        // `R` with numbers is where the cursor stands.
        'P' | 'Q' | 'S' if matches!(first, "" | "1") => KeyCode::F(u8::try_from(last).ok()? - b'P' + 1),
        'R' if parameters.is_empty() => KeyCode::F(3),
        '~' if first == "27" => return unicode(numbers.next()?, modifiers),
        '~' => by_number(first)?,
        'u' => return unicode(first, modifiers),
        _ => return None,
    };
    Some(Key { code, held: held(modifiers)? })
}

/// Returns a key of which the number of its character is sent (kitty, and `modifyOtherKeys` of xterm). The kitty protocol
/// adds, after colons, what it is with Shift.
fn unicode(character: &str, modifiers: &str) -> Option<Key> {
    let mut forms = character.split(':');
    let plain: u32 = forms.next()?.parse().ok()?;
    let held = held(modifiers)?;
    let code = match plain {
        13 | 57414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        9 => KeyCode::Tab,
        8 | 127 => KeyCode::Backspace,
        // Private use: keys that are bound to nothing.
        0..32 | 57344..63744 => return None,
        _ => {
            let letter = char::from_u32(plain)?;
            let is_shifted = bits(modifiers)? & 1 != 0;
            let shifted = forms.next().and_then(|form| char::from_u32(form.parse().ok()?));
            let letter = if is_shifted { shifted.unwrap_or_else(|| upper(letter)) } else { letter };
            let altgr = if bits(modifiers)? & 6 == 6 { AltGr::Maybe } else { AltGr::No };
            return Some(Key::of_character(letter, held, altgr));
        }
    };
    Some(Key { code, held })
}

fn upper(letter: char) -> char {
    let mut letters = letter.to_uppercase();
    match (letters.next(), letters.next()) {
        (Some(upper), None) => upper,
        _ => letter,
    }
}

/// Returns the bits of what is held: Shift 1, Alt 2, Control 4, Meta 8. None where the key was let go.
fn bits(modifiers: &str) -> Option<u16> {
    let (modifiers, event) = modifiers.split_once(':').unwrap_or((modifiers, ""));
    if event == "3" {
        return None;
    }
    Some(modifiers.parse::<u16>().map_or(0, |number| number.saturating_sub(1)))
}

fn held(modifiers: &str) -> Option<Held> {
    Some(match bits(modifiers)? {
        bits if bits & 4 != 0 => Held::Ctrl,
        bits if bits & (2 | 8) != 0 => Held::Alt,
        bits if bits & 1 != 0 => Held::Shift,
        _ => Held::Nothing,
    })
}

fn arrow(last: char) -> Option<KeyCode> {
    Some(match last {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'F' => KeyCode::End,
        'H' => KeyCode::Home,
        _ => return None,
    })
}

/// The function keys from F1 on by their number (DEC VT220: with gaps).
const FUNCTION_KEYS: [u8; 12] = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24];

fn by_number(number: &str) -> Option<KeyCode> {
    let number: u8 = number.parse().ok()?;
    Some(match number {
        1 | 7 => KeyCode::Home,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        _ => {
            let index = FUNCTION_KEYS.iter().position(|key| *key == number)?;
            KeyCode::F(u8::try_from(index).ok()? + 1)
        }
    })
}

fn ss3(last: char) -> Option<Key> {
    let code = match last {
        'M' => KeyCode::Enter,
        'P'..='S' => KeyCode::F(u8::try_from(last).ok()? - b'P' + 1),
        'a'..='d' => return Some(Key { code: arrow(last.to_ascii_uppercase())?, held: Held::Ctrl }),
        _ => arrow(last)?,
    };
    Some(Key::plain(code))
}

/// Returns what a mouse report says, if it is one that matters.
pub(super) fn mouse(token: &Token) -> Option<Message> {
    match token {
        Token::OldMouse([buttons, x, y]) => {
            let cell = |byte: u8| byte.checked_sub(32).map(u16::from);
            report(cell(*buttons)?, cell(*x)?, cell(*y)?, Form::Old)
        }
        Token::Csi { parameters, last: last @ ('M' | 'm'), .. } => {
            let (numbers, form) = match (parameters.strip_prefix('<'), last) {
                (Some(numbers), 'M') => (numbers, Form::Pressed),
                (Some(numbers), _) => (numbers, Form::LetGo),
                (None, _) => (parameters.as_str(), Form::Old),
            };
            let numbers: Vec<u16> =
                numbers.split(';').map(|number| number.parse().ok()).collect::<Option<_>>()?;
            let [buttons, x, y] = numbers[..] else { return None };
            let offset = if form == Form::Old { 32 } else { 0 };
            report(buttons.checked_sub(offset)?, x, y, form)
        }
        _ => None,
    }
}

/// How a mouse report tells of a button that is let go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// By the number of the button.
    Old,
    /// By its last letter, and this one says that it is pressed.
    Pressed,
    LetGo,
}

/// Returns the message for the bits of a report (xterm, *Mouse Tracking*): two for the button, 32 for a movement, 64 for
/// the wheel. Columns and rows count from 1; a broken terminal reports 0.
fn report(buttons: u16, x: u16, y: u16, form: Form) -> Option<Message> {
    let at = Position::new(x.checked_sub(1)?, y.checked_sub(1)?);
    let what = buttons & !0b11100;
    match (what, form) {
        (0, Form::LetGo) | (3, Form::Old) => Some(Message::Release),
        (0, _) => Some(Message::Click(at)),
        (32, _) => Some(Message::Drag(at)),
        (64, _) => Some(Message::Wheel { at, rows: -WHEEL_ROWS }),
        (65, _) => Some(Message::Wheel { at, rows: WHEEL_ROWS }),
        _ => None,
    }
}

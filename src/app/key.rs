//! One key press, as it is written in a keymap and shown to people.

use std::fmt;
use std::str::FromStr;

/// A key with its modifiers. Shift is folded into the character where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// What is held with it.
    pub held: Held,
}

/// What is held with a key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Held {
    /// Nothing.
    #[default]
    Nothing,
    /// Control.
    Ctrl,
    /// Alt.
    Alt,
    /// Shift, for keys that are no characters.
    Shift,
}

/// Whether Control and Alt are held together, which may be the key `AltGr`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AltGr {
    /// They are not.
    No,
    /// They are.
    Maybe,
}

/// The keys that terminals report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyCode {
    /// A character, the blank included.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// The keys with names: code, name in a keymap, what people are shown.
const NAMES: [(KeyCode, &str, &str); 15] = [
    (KeyCode::Char(' '), "Space", "Space"),
    (KeyCode::Enter, "Enter", "Enter"),
    (KeyCode::Esc, "Esc", "Esc"),
    (KeyCode::Tab, "Tab", "Tab"),
    (KeyCode::Backspace, "Backspace", "Backspace"),
    (KeyCode::Delete, "Delete", "Delete"),
    (KeyCode::Up, "Up", "↑"),
    (KeyCode::Down, "Down", "↓"),
    (KeyCode::Left, "Left", "←"),
    (KeyCode::Right, "Right", "→"),
    (KeyCode::Home, "Home", "Home"),
    (KeyCode::End, "End", "End"),
    (KeyCode::PageUp, "PageUp", "PgUp"),
    (KeyCode::PageDown, "PageDown", "PgDn"),
    (KeyCode::F(1), "F1", "F1"),
];

impl Key {
    /// Ctrl-C, which leaves the toolkit whatever a keymap says: there is always a way out.
    pub const LEAVE: Self = Self { code: KeyCode::Char('c'), held: Held::Ctrl };

    /// Returns a key with nothing held.
    #[must_use]
    pub fn plain(code: KeyCode) -> Self {
        Self { code, held: Held::Nothing }
    }

    /// Returns the key of a character with what is held. With any character but an ASCII letter, Control and Alt together are
    /// `AltGr`, which has made it: so on Polish, German, French and Nordic keyboards.
    #[must_use]
    pub fn of_character(letter: char, held: Held, altgr: AltGr) -> Self {
        match held {
            Held::Shift | Held::Nothing => Self::plain(KeyCode::Char(letter)),
            _ if altgr == AltGr::Maybe && !letter.is_ascii_alphabetic() => Self::plain(KeyCode::Char(letter)),
            // Control of a letter means the same with and without Shift.
            _ => Self { code: KeyCode::Char(letter.to_ascii_lowercase()), held },
        }
    }

    /// Returns the character that this key types, if it types one.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match (self.code, self.held) {
            (KeyCode::Char(c), Held::Nothing) => Some(c),
            _ => None,
        }
    }

    /// Returns what a terminal sends for this key just as well, if there is such a thing: the two cannot be told apart,
    /// or the key never arrives. (The control codes of ECMA-48: Ctrl and a letter is the letter's number.)
    #[must_use]
    pub fn taken_for(self) -> Option<&'static str> {
        Some(match (self.held, self.code) {
            (Held::Ctrl, KeyCode::Char('i')) => "Tab",
            (Held::Ctrl, KeyCode::Char('m')) => "Enter",
            (Held::Ctrl, KeyCode::Char('h')) => "Backspace",
            (Held::Ctrl, KeyCode::Char('[')) => "Esc",
            (Held::Alt, KeyCode::Char('[' | ']')) => "the beginning of what the terminal itself says",
            _ => return None,
        })
    }

    /// Returns what people are shown: arrows as arrows.
    #[must_use]
    pub fn shown(self) -> String {
        self.spell(|(_, _, shown)| shown)
    }

    fn spell(self, name: impl Fn(&(KeyCode, &'static str, &'static str)) -> &'static str) -> String {
        let held = match self.held {
            Held::Nothing => "",
            Held::Ctrl => "Ctrl-",
            Held::Alt => "Alt-",
            Held::Shift => "Shift-",
        };
        let key = match (NAMES.iter().find(|(code, ..)| *code == self.code), self.code) {
            (Some(named), _) => name(named).to_owned(),
            (None, KeyCode::Char(c)) if self.held == Held::Nothing => c.to_string(),
            (None, KeyCode::Char(c)) => c.to_uppercase().to_string(),
            (None, KeyCode::F(number)) => format!("F{number}"),
            (None, other) => format!("{other:?}"),
        };
        format!("{held}{key}")
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.spell(|(_, name, _)| name))
    }
}

/// A key that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no key; write one character, or a name such as Enter, PageDown, Ctrl-K or Alt-Left")]
pub struct NoSuchKey(String);

impl FromStr for Key {
    type Err = NoSuchKey;

    fn from_str(text: &str) -> Result<Self, NoSuchKey> {
        let no_such_key = || NoSuchKey(text.to_owned());
        let (held, name) = [("Ctrl-", Held::Ctrl), ("Alt-", Held::Alt), ("Shift-", Held::Shift)]
            .into_iter()
            .find_map(|(prefix, held)| Some((held, text.strip_prefix(prefix)?)))
            .unwrap_or((Held::Nothing, text));
        if let Some((code, ..)) = NAMES.iter().find(|(_, known, _)| known.eq_ignore_ascii_case(name)) {
            return Ok(Self { code: *code, held });
        }
        if let Some(number) = name.strip_prefix('F').and_then(|number| number.parse().ok()) {
            return if (1..=12).contains(&number) {
                Ok(Self { code: KeyCode::F(number), held })
            } else {
                Err(no_such_key())
            };
        }
        let mut chars = name.chars();
        match (chars.next(), chars.next(), held) {
            (Some(c), None, Held::Nothing) if !c.is_control() => Ok(Self { code: KeyCode::Char(c), held }),
            (Some(c), None, Held::Ctrl | Held::Alt) if !c.is_control() => {
                Ok(Self { code: KeyCode::Char(c.to_ascii_lowercase()), held })
            }
            _ => Err(no_such_key()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_as_they_are_written() {
        for text in [
            "j",
            "G",
            "?",
            "]",
            "-",
            "Space",
            "Enter",
            "Ctrl-K",
            "Alt-Left",
            "Shift-Tab",
            "F1",
            "F12",
            "PageDown",
        ] {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), text);
        }
        assert_eq!("ctrl".parse::<Key>().unwrap_err(), NoSuchKey("ctrl".into()));
        assert!(
            "".parse::<Key>().is_err() && "F13".parse::<Key>().is_err() && "Shift-a".parse::<Key>().is_err()
        );
    }

    #[test]
    fn arrows_are_shown_as_arrows() {
        assert_eq!("Alt-Left".parse::<Key>().unwrap().shown(), "Alt-←");
        assert_eq!("PageUp".parse::<Key>().unwrap().shown(), "PgUp");
    }
}

//! Answers of the terminal among the keys that are typed.
//!
//! The terminal is asked for its background (OSC 11, xterm's *ctlseqs*) and answers, when it likes or never, in the
//! same stream as the keyboard: `ESC ] 11 ; rgb:RRRR/GGGG/BBBB` and `ESC \` or BEL. crossterm 0.29 does not know such
//! answers: it reports them as the keys Alt-], 1, 1, ;, r and so on, and an `ESC` at the end of a read as the key Esc.
//! None of these must do or type anything, so the keys go through here and are held as long as they can be part of an
//! answer; as soon as they cannot, they are let through as what they are.
//!
//! Alt-] can therefore not be bound to anything. Esc is held only between the question and the answer, and for a time
//! that nobody notices ([`PATIENCE`]): an answer follows its `ESC` at once. Nothing waits for the answer.

use std::time::Duration;

use crate::app::{Background, Held, Key, KeyCode, Message};

/// How long an Esc may turn out to be the beginning of an answer.
pub(super) const PATIENCE: Duration = Duration::from_millis(30);

/// The question, with the terminator that every terminal takes.
pub(super) const ASK_GROUND: &[u8] = b"\x1b]11;?\x1b\\";

/// How an answer begins.
const BEGINNING: &str = "\x1b]11;";

/// The colour spaces that can follow.
const SPACES: [&str; 2] = ["rgb:", "rgba:"];

/// The longest list of numbers: four of four digits.
const NUMBERS_AT_MOST: usize = 19;

/// Keys that may be part of an answer.
#[derive(Debug, Default)]
pub(super) struct Replies {
    held: Vec<Key>,
    question: Question,
}

/// Whether the terminal owes an answer.
#[derive(Debug, Default, PartialEq, Eq)]
enum Question {
    #[default]
    NotAsked,
    Asked,
}

/// Whether keys are an answer.
enum Fit {
    /// No answer.
    No,
    /// The beginning of one.
    Part,
    /// A whole one, and the background that it names if it is understood.
    Whole(Option<Background>),
}

impl Replies {
    /// Notes that the terminal was asked.
    pub(super) fn asked(&mut self) {
        self.question = Question::Asked;
    }

    /// Takes a key and returns what is known now: keys that were typed, the answer, or nothing yet.
    pub(super) fn take(&mut self, key: Key) -> Vec<Message> {
        self.held.push(key);
        let mut messages = Vec::new();
        while let Some(first) = self.held.first().copied() {
            let may_begin = first != ESC || self.question == Question::Asked;
            match if may_begin { fit(&spelled(&self.held)) } else { Fit::No } {
                Fit::Part => break,
                Fit::Whole(background) => {
                    self.held.clear();
                    self.question = Question::NotAsked;
                    messages.extend(background.map(Message::Background));
                }
                Fit::No => {
                    self.held.remove(0);
                    messages.push(Message::Key(first));
                }
            }
        }
        messages
    }

    /// Whether nothing but an Esc is held: most likely the key was pressed.
    pub(super) fn holds_escape(&self) -> bool {
        self.held == [ESC]
    }

    /// Returns the keys that are held: they are no answer.
    pub(super) fn give_up(&mut self) -> Vec<Message> {
        std::mem::take(&mut self.held).into_iter().map(Message::Key).collect()
    }
}

const ESC: Key = Key { code: KeyCode::Esc, held: Held::Nothing };

/// Returns the bytes from which crossterm made the keys. A key that is in no answer becomes NUL, which is in none either.
fn spelled(keys: &[Key]) -> String {
    let mut out = String::new();
    for key in keys {
        match (key.held, key.code) {
            (Held::Nothing, KeyCode::Esc) => out.push('\x1b'),
            (Held::Nothing, KeyCode::Char(c)) => out.push(c),
            (Held::Alt, KeyCode::Char(c)) => out.extend(['\x1b', c]),
            (Held::Ctrl, KeyCode::Char('g')) => out.push('\x07'),
            _ => out.push('\0'),
        }
    }
    out
}

fn fit(text: &str) -> Fit {
    let Some(rest) = text.strip_prefix(BEGINNING) else {
        return if BEGINNING.starts_with(text) { Fit::Part } else { Fit::No };
    };
    let Some(rest) = SPACES.iter().find_map(|space| rest.strip_prefix(space)) else {
        let may_become = SPACES.iter().any(|space| space.starts_with(rest));
        return if may_become { Fit::Part } else { Fit::No };
    };
    let is_number = |c: char| c == '/' || c.is_ascii_hexdigit();
    let end = rest.find(|c| !is_number(c)).unwrap_or(rest.len());
    let (numbers, end) = rest.split_at(end);
    match end {
        _ if numbers.len() > NUMBERS_AT_MOST => Fit::No,
        "" | "\x1b" => Fit::Part,
        "\x07" | "\x1b\\" => Fit::Whole(background(numbers)),
        _ => Fit::No,
    }
}

/// Returns whether a colour is light or dark, from its parts of one to four digits each.
fn background(numbers: &str) -> Option<Background> {
    let parts: Vec<u32> = numbers.split('/').map(thousandths).collect::<Option<_>>()?;
    let [red, green, blue, ..] = parts[..] else { return None };
    // How light a colour looks (Rec. 601 luma).
    let light = (299 * red + 587 * green + 114 * blue) / 1000;
    Some(if light > 500 { Background::Light } else { Background::Dark })
}

/// Returns a number of one to four hexadecimal digits in thousandths of the largest with as many digits.
fn thousandths(digits: &str) -> Option<u32> {
    let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?)? - 1;
    let number = u32::from_str_radix(digits, 16).ok()?;
    (1..=4).contains(&digits.len()).then(|| 1000 * number / most)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the keys that crossterm makes of reads of the terminal.
    fn keys(reads: &[&str]) -> Vec<Key> {
        let mut keys = Vec::new();
        for read in reads {
            let mut rest = read.chars().peekable();
            while let Some(c) = rest.next() {
                keys.push(match (c, rest.peek()) {
                    // Two in one read are one key.
                    ('\x1b', Some('\x1b')) => {
                        rest.next();
                        ESC
                    }
                    ('\x1b', Some(_)) => Key { code: KeyCode::Char(rest.next().unwrap()), held: Held::Alt },
                    ('\x1b', None) => ESC,
                    ('\x07', _) => Key { code: KeyCode::Char('g'), held: Held::Ctrl },
                    (c, _) => Key::plain(KeyCode::Char(c)),
                });
            }
        }
        keys
    }

    fn heard(replies: &mut Replies, reads: &[&str]) -> Vec<Message> {
        keys(reads).into_iter().flat_map(|key| replies.take(key)).collect()
    }

    fn asked() -> Replies {
        let mut replies = Replies::default();
        replies.asked();
        replies
    }

    #[test]
    fn an_answer_cut_anywhere_types_nothing() {
        for (answer, background) in [
            ("\x1b]11;rgb:1c1c/1c1c/1c1c\x1b\\", Background::Dark),
            ("\x1b]11;rgb:ffff/FFFF/dddd\x07", Background::Light),
            ("\x1b]11;rgba:0/0/0/8\x1b\\", Background::Dark),
            ("\x1b]11;rgb:fd/f6/e3\x1b\\", Background::Light),
        ] {
            for first in 0..=answer.len() {
                for second in first..=answer.len() {
                    let (before, rest) = answer.split_at(first);
                    let (between, after) = rest.split_at(second - first);
                    let reads = [before, between, after];
                    let messages = heard(&mut asked(), &reads);
                    assert_eq!(messages, [Message::Background(background)], "{reads:?}");
                }
            }
        }
    }

    #[test]
    fn an_answer_that_nobody_asked_for_or_understands_types_nothing_either() {
        for answer in
            ["\x1b]11;rgb:0000/0000/0000\x1b\\", "\x1b]11;rgb:////\x07", "\x1b]11;rgb:12345/0/0\x07"]
        {
            let messages = heard(&mut Replies::default(), &[answer]);
            assert!(!messages.iter().any(|message| matches!(message, Message::Key(_))), "{messages:?}");
        }
    }

    #[test]
    fn what_is_typed_comes_through_in_order() {
        for typed in ["jk", "\x1b", "\x1b]", "]11;rgb:", "\x1b]1x", "\x1b]11;rgbz", "\x1b]11;rgb:ffq"] {
            let mut replies = Replies::default();
            let mut messages = heard(&mut replies, &[typed]);
            messages.extend(replies.give_up());
            let all: Vec<Message> = keys(&[typed]).into_iter().map(Message::Key).collect();
            assert_eq!(messages, all, "{typed:?}");
        }
    }

    #[test]
    fn an_escape_is_held_only_while_an_answer_is_owed() {
        assert_eq!(Replies::default().take(ESC), [Message::Key(ESC)]);
        let mut replies = asked();
        assert_eq!(replies.take(ESC), []);
        assert!(replies.holds_escape());
        assert_eq!(replies.give_up(), [Message::Key(ESC)]);
        // An Esc that was pressed right before the answer came, and took its first byte.
        let messages = heard(&mut replies, &["\x1b\x1b]11;rgb:0/0/0\x07"]);
        assert_eq!(messages, [Message::Background(Background::Dark)]);
        assert_eq!(replies.take(ESC), [Message::Key(ESC)]);
    }
}

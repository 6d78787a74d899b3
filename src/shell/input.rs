//! What comes from the terminal to messages: the quirks of terminals end here.

use std::time::Duration;

use super::decoder::{Decoder, Part, Token};
use super::{replies, sequences};
use crate::app::{Key, KeyCode, Message};

/// As many letters in one piece, and as many different ones, are no keys: nobody types so fast, and a key that is held
/// down repeats itself. They were pasted where the terminal does not mark what is pasted.
const BURST: usize = 5;
const DIFFERENT: usize = 3;

/// More letters than this of a burst are not kept: no box takes as many.
const BURST_AT_MOST: usize = 1 << 16;

/// What comes from the terminal, cut anywhere.
#[derive(Debug)]
pub(super) struct Input {
    decoder: Decoder,
    /// Letters of which it is not known yet whether they are a burst, or a burst that may go on.
    letters: Vec<char>,
    line: Line,
}

/// How soon what the terminal sends at once arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// At once.
    Near,
    /// Over a network, which may tear it apart.
    Far,
}

impl Input {
    /// Returns an input over a line of this kind.
    pub(super) fn new(line: Line) -> Self {
        Self { decoder: Decoder::default(), letters: Vec::new(), line }
    }

    /// Takes bytes and returns what is known with them.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Vec<Message> {
        let mut messages = Vec::new();
        for token in self.decoder.take(bytes) {
            self.add(token, &mut messages);
        }
        if !self.is_burst() {
            self.end_letters(&mut messages);
        }
        messages
    }

    /// How long to wait for more before [`Self::give_up`]; none where nothing has begun. Nobody notices the first of them,
    /// and nobody presses two keys as fast as the others would need; what is longer is a part of something.
    pub(super) fn patience(&self) -> Option<Duration> {
        let milliseconds = match self.decoder.part() {
            None if self.letters.is_empty() => return None,
            None | Some(Part::Escape) => 30,
            Some(Part::Introducer) => 300,
            Some(Part::Sequence | Part::Text) => 1000,
        };
        Some(Duration::from_millis(match self.line {
            Line::Near => milliseconds,
            Line::Far => 150.max(2 * milliseconds),
        }))
    }

    /// Returns what has come, now that nothing came after it for a while.
    pub(super) fn give_up(&mut self) -> Vec<Message> {
        let mut messages = Vec::new();
        for token in self.decoder.give_up() {
            self.add(token, &mut messages);
        }
        self.end_letters(&mut messages);
        messages
    }

    fn add(&mut self, token: Token, messages: &mut Vec<Message>) {
        match token {
            Token::Letter(letter) => self.push(letter),
            Token::Control(b'\r' | b'\n') if !self.letters.is_empty() => self.push('\n'),
            Token::Control(b'\t') if !self.letters.is_empty() => self.push('\t'),
            other => {
                self.end_letters(messages);
                messages.extend(message(other));
            }
        }
    }

    fn push(&mut self, letter: char) {
        if self.letters.len() < BURST_AT_MOST {
            self.letters.push(letter);
        }
    }

    fn is_burst(&self) -> bool {
        let mut different: Vec<char> = Vec::new();
        let mut count = 0;
        for letter in self.letters.iter().filter(|letter| !letter.is_control()) {
            count += 1;
            if different.len() < DIFFERENT && !different.contains(letter) {
                different.push(*letter);
            }
            if count >= BURST && different.len() >= DIFFERENT {
                return true;
            }
        }
        false
    }

    /// Passes the letters on: a burst as one text, others as keys.
    fn end_letters(&mut self, messages: &mut Vec<Message>) {
        let is_burst = self.is_burst();
        let letters = std::mem::take(&mut self.letters);
        if is_burst {
            messages.push(Message::Burst(letters.into_iter().collect()));
        } else {
            messages.extend(letters.into_iter().map(|letter| Message::Key(key_of(letter))));
        }
    }
}

fn key_of(letter: char) -> Key {
    Key::plain(match letter {
        '\n' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        letter => KeyCode::Char(letter),
    })
}

/// Returns the message for what is no letter, if it is one that matters.
fn message(token: Token) -> Option<Message> {
    match token {
        Token::Paste(text) => Some(Message::Paste(text)),
        Token::Answer(answer) => replies::background(&answer).map(Message::Background),
        other => {
            let mouse = sequences::mouse(&other);
            mouse.or_else(|| {
                let key = sequences::key(&other)?;
                panic_if_asked(key);
                Some(Message::Key(key))
            })
        }
    }
}

/// Panics on F12 in a test build that was asked to: how tests see that the terminal comes back.
#[cfg(debug_assertions)]
#[expect(clippy::disallowed_methods, reason = "a switch for tests, absent from release builds")]
fn panic_if_asked(key: Key) {
    let asked = key.code == KeyCode::F(12) && std::env::var_os("TOOLKIT_TEST_PANIC").is_some();
    assert!(!asked, "asked to by a test");
}

#[cfg(not(debug_assertions))]
fn panic_if_asked(_: Key) {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Background;

    /// What the reads of a terminal come to, keys by their names; `…` between two reads is a pause.
    fn heard(reads: &[&str]) -> String {
        let mut input = Input::new(Line::Near);
        let mut messages = Vec::new();
        for read in reads {
            match *read {
                "…" => messages.extend(input.give_up()),
                read => messages.extend(input.take(read.as_bytes())),
            }
        }
        messages.extend(input.give_up());
        assert_eq!(input.patience(), None, "nothing is waited for: {reads:?}");
        let told = messages.into_iter().map(|message| match message {
            Message::Key(key) => key.to_string(),
            Message::Paste(text) => format!("paste({text})"),
            Message::Burst(text) => format!("burst({text})"),
            Message::Background(background) => format!("{background:?}"),
            Message::Wheel { rows, .. } => format!("wheel({rows})"),
            Message::Click(at) => format!("click({},{})", at.x, at.y),
            other => format!("{other:?}"),
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn keys_of_many_terminals_are_keys() {
        for (sent, keys) in [
            ("a", "a"),
            ("é", "é"),
            ("\r", "Enter"),
            ("\x08", "Backspace"),
            ("\x7f", "Backspace"),
            ("\x01\x17", "Ctrl-A Ctrl-W"),
            ("\x1b", "Esc"),
            ("\x1b\x1b", "Esc Esc"),
            ("\x1bq", "Alt-Q"),
            ("\x1b\x7f\x1b\r", "Alt-Backspace Alt-Enter"),
            ("\x1b[A\x1bOB\x1b[1;5C\x1b[1;3D", "Up Down Ctrl-Right Alt-Left"),
            ("\x1b\x1b[C", "Alt-Right"),
            ("\x1b[H\x1b[1~\x1b[7~\x1bOF\x1b[4~\x1b[8~", "Home Home Home End End End"),
            (
                "\x1b[1;5H\x1b[3;5~\x1b[6;2~\x1b[7^\x1b[a",
                "Ctrl-Home Ctrl-Delete Shift-PageDown Ctrl-Home Shift-Up",
            ),
            ("\x1bOP\x1b[11~\x1b[[A\x1b[1;1P\x1b[24~", "F1 F1 F1 F1 F12"),
            ("\x1b[Z", "Shift-Tab"),
            ("\x1b[111u\x1b[27u\x1b[111;1:3u\x1b[97:65;2u\x1b[107;5u", "o Esc A Ctrl-K"),
            ("\x1b[27;5;108~", "Ctrl-L"),
            ("\x1b[64;7u\x1b[261;7u", "@ ą"),
            ("\x1b[<0;3;5M\x1b[<64;1;1M\x1b[M !\x22", "click(2,4) wheel(-3) click(0,1)"),
        ] {
            assert_eq!(heard(&[sent]), keys, "{sent:?}");
        }
    }

    #[test]
    fn what_the_terminal_says_is_no_key_wherever_it_is_cut() {
        for (said, heard_of) in [
            ("\x1b]11;rgb:1c1c/1c1c/1c1c\x1b\\", "Dark"),
            ("\x1b]11;rgb:fd/f6/e3\x07", "Light"),
            ("\u{9d}", ""),
            ("\x1b]4;1;rgb:cccc/0000/0000\x1b\\", ""),
            ("\x1b]52;c;cm90YQ==\x07", ""),
            ("\x1b[?1;2c", ""),
            ("\x1b[>0;276;0c", ""),
            ("\x1b[=1;2c", ""),
            ("\x1b[12;40R", ""),
            ("\x1b[8;24;80t", ""),
            ("\x1b[?2026;2$y", ""),
            ("\x1b[?1u", ""),
            ("\x1b[I\x1b[O", ""),
            ("\x1bP>|xterm(388)\x1b\\", ""),
            ("\x1bP1$r0m\x1b\\", ""),
            ("\x1b_Gi=31;OK\x1b\\", ""),
            ("\x1b[?997;1n", ""),
            ("\x1b[<0;0;0M", ""),
        ] {
            for cut in (0..=said.len()).filter(|cut| said.is_char_boundary(*cut)) {
                let (before, after) = said.split_at(cut);
                assert_eq!(heard(&[before, after]), heard_of, "{before:?}, {after:?}");
            }
            // One that comes while somebody types.
            assert_eq!(heard(&["j", said, "k"]), format!("j {heard_of} k").replace("  ", " "), "{said:?}");
        }
    }

    #[test]
    fn a_sequence_that_a_slow_line_tears_apart_is_not_its_letters() {
        assert_eq!(heard(&["\x1b", "…", "[B"]), "Esc Down");
        assert_eq!(heard(&["\x1b[1;", "…", "5B"]), "Ctrl-Down");
        assert_eq!(heard(&["\x1b]11;rgb:0/", "…", "0/0\x07"]), "Dark");
        // What somebody types after a pause is what was typed.
        assert_eq!(heard(&["\x1b", "…", "["]), "Esc [");
        assert_eq!(heard(&["\x1b[", "…", "B"]), "Alt-[ B");
        assert_eq!(heard(&["\x1bO", "…", "k"]), "Alt-O k");
        assert_eq!(heard(&["\x1b]j"]), "Alt-] j");
        assert_eq!(heard(&["\x1b[\x03"]), "Ctrl-C");
    }

    #[test]
    fn a_paste_is_text_and_ends_even_where_its_end_is_missing() {
        assert_eq!(heard(&["\x1b[200~two\rlines\x1b[31m\x1b[20", "1~j"]), "paste(two\rlines\x1b[31m) j");
        assert_eq!(heard(&["\x1b[200~never", "…", "q"]), "paste(never) q");
        let long = "x".repeat(1 << 20);
        let mut input = Input::new(Line::Near);
        let mut messages = input.take(b"\x1b[200~");
        for chunk in long.as_bytes().chunks(4096) {
            messages.extend(input.take(chunk));
        }
        messages.extend(input.take(b"\x1b[201~q"));
        assert!(matches!(&messages[..], [Message::Paste(text), Message::Key(_)] if text.len() == 1 << 16));
    }

    #[test]
    fn letters_in_one_piece_are_text_and_keys_that_repeat_are_keys() {
        assert_eq!(heard(&["she keeps\rpushing", " me away\r"]), "burst(she keeps\npushing me away\n)");
        assert_eq!(heard(&["jjjjjjjjjj"]), "j j j j j j j j j j");
        assert_eq!(heard(&["/tea\r"]), "/ t e a Enter");
        assert_eq!(heard(&["rota", "…", "s"]), "r o t a s");
    }

    #[test]
    fn a_flood_without_an_end_takes_no_memory() {
        let mut input = Input::new(Line::Near);
        for flood in ["\x1b]11;", "\x1b[1;", "\x1bP>|"] {
            input.take(flood.as_bytes());
            for _ in 0..1000 {
                assert_eq!(input.take("1".repeat(4096).as_bytes()), []);
            }
            assert_eq!(input.give_up(), []);
        }
        assert_eq!(replies::background("11;rgb:0/0/0"), Some(Background::Dark));
    }
}

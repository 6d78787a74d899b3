//! The bytes of a terminal to keys, answers, mouse reports and pasted text, one after the other.
//!
//! The keyboard and the terminal's own answers come in one stream, cut anywhere, and nobody can say in advance which
//! answers there are. So the forms of ECMA-48 are read whole, known or not: what is no key is dropped whole, and none of it
//! is ever taken for one. crossterm 0.29 does not do that: it knows a list of sequences, and reports the rest of any other
//! as keys. It also decides at the end of each read whether an ESC was the key; here that is the caller's, who can wait.

/// More bytes than this of a sequence are not kept: its middle is dropped, and its end is waited for.
const SEQUENCE_AT_MOST: usize = 1 << 12;

/// More bytes than this of a paste are not kept: no box takes as many.
const PASTE_AT_MOST: usize = 1 << 16;

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
const PASTE_END: &[u8] = b"\x1b[201~";

/// One thing that a terminal has sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A letter, as it is typed or pasted.
    Letter(char),
    /// A control code, DEL among them.
    Control(u8),
    /// The key Esc.
    Escape,
    /// ESC and a letter or a control code: that with Alt held, or Esc and then that.
    Alt(char),
    /// `ESC [`, parameters, and a last byte; twice ESC where Alt is told so.
    Csi { parameters: String, last: char, alt: Alt },
    /// `ESC O` and a letter: a key of an old keypad.
    Ss3(char),
    /// A mouse report of three bytes.
    OldMouse([u8; 3]),
    /// `ESC ]`: something that the terminal itself says.
    Answer(String),
    /// Pasted text.
    Paste(String),
}

/// Whether a second ESC stood before a sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alt {
    No,
    Held,
}

/// What has begun and may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// An ESC: the key, or the beginning of anything else.
    Escape,
    /// ESC and a character that begins a sequence: hardly anybody presses these two keys at once.
    Introducer,
    /// What can only be a part of a sequence or of a letter.
    Sequence,
    /// An answer, or pasted text.
    Text,
}

/// What stands at the beginning of the bytes.
enum Scan {
    /// This, and its length.
    Token(Token, usize),
    /// So many bytes that mean nothing.
    Nothing(usize),
    /// A part of something.
    Part(Part),
}

/// What has come of a stream that is cut anywhere.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    bytes: Vec<u8>,
    /// What was taken for keys because nothing came after it.
    given_up: Vec<u8>,
    paste: Option<Vec<u8>>,
}

impl Decoder {
    /// Takes bytes and returns what is complete with them.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Vec<Token> {
        let mut tokens = Vec::new();
        let late = std::mem::take(&mut self.given_up);
        if let Some(token) = rest_of(late, bytes) {
            tokens.push(token);
            return tokens;
        }
        self.bytes.extend_from_slice(bytes);
        loop {
            if let Some(pasted) = &mut self.paste {
                let Some(text) = paste(pasted, &mut self.bytes) else { break };
                tokens.push(Token::Paste(text));
                self.paste = None;
            }
            if self.bytes.is_empty() {
                break;
            }
            match scan(&self.bytes) {
                Scan::Part(_) => {
                    let length = self.bytes.len();
                    if length > SEQUENCE_AT_MOST {
                        self.bytes.drain(3..length - 1);
                    }
                    break;
                }
                Scan::Nothing(length) => {
                    self.bytes.drain(..length);
                }
                Scan::Token(token, length) => {
                    self.bytes.drain(..length);
                    match &token {
                        Token::Csi { parameters, last: '~', .. } if parameters == "200" => {
                            self.paste = Some(Vec::new());
                        }
                        _ => tokens.push(token),
                    }
                }
            }
        }
        tokens
    }

    /// Returns what has begun and may go on, if anything has.
    pub(super) fn part(&self) -> Option<Part> {
        match (&self.paste, scan(&self.bytes)) {
            (Some(_), _) => Some(Part::Text),
            (None, Scan::Part(part)) if !self.bytes.is_empty() => Some(part),
            _ => None,
        }
    }

    /// Returns what the bytes are that have come, now that nothing came after them for a while: keys that begin as
    /// sequences do, a paste without an end. What can be no key is dropped.
    pub(super) fn give_up(&mut self) -> Vec<Token> {
        let bytes = std::mem::take(&mut self.bytes);
        if let Some(mut pasted) = self.paste.take() {
            pasted.extend(bytes);
            return vec![Token::Paste(String::from_utf8_lossy(&pasted).into_owned())];
        }
        let tokens = match *bytes {
            [ESC] => vec![Token::Escape],
            [ESC, ESC] => vec![Token::Escape, Token::Escape],
            [ESC, letter] => vec![Token::Alt(char::from(letter))],
            [ESC, ESC, letter] => vec![Token::Escape, Token::Alt(char::from(letter))],
            _ => Vec::new(),
        };
        self.given_up = bytes;
        tokens
    }
}

/// Returns the sequence that bytes end, of which the beginning came so long before that it was given up. They must be
/// nothing else, and more than the one byte that somebody may have typed.
fn rest_of(beginning: Vec<u8>, rest: &[u8]) -> Option<Token> {
    if beginning.is_empty() || rest.len() < 2 {
        return None;
    }
    let mut bytes = beginning;
    bytes.extend_from_slice(rest);
    match scan(&bytes) {
        Scan::Token(token, length) if length == bytes.len() => match token {
            Token::Csi { .. } | Token::Answer(_) | Token::Ss3('A'..='D' | 'F' | 'H' | 'P'..='S') => {
                Some(token)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Moves what belongs to a paste out of `bytes`; returns the text once its end has come.
fn paste(pasted: &mut Vec<u8>, bytes: &mut Vec<u8>) -> Option<String> {
    let end = bytes.windows(PASTE_END.len()).position(|window| window == PASTE_END);
    // The last bytes may be the beginning of its end.
    let length = end.unwrap_or_else(|| bytes.len().saturating_sub(PASTE_END.len() - 1));
    let room = PASTE_AT_MOST.saturating_sub(pasted.len());
    pasted.extend(bytes.drain(..length).take(room));
    end?;
    bytes.drain(..PASTE_END.len());
    Some(String::from_utf8_lossy(pasted).into_owned())
}

/// Returns what stands at the beginning of bytes.
fn scan(bytes: &[u8]) -> Scan {
    match *bytes {
        [ESC] | [ESC, ESC] => Scan::Part(Part::Escape),
        [ESC, b'[', ..] => csi(bytes, 2, Alt::No),
        [ESC, b'O'] | [ESC, ESC, b'['] => Scan::Part(Part::Introducer),
        [ESC, b'O', last, ..] if last.is_ascii_alphabetic() => Scan::Token(Token::Ss3(char::from(last)), 3),
        [ESC, kind @ (b']' | b'P' | b'X' | b'^' | b'_'), ..] => string(bytes, kind, 2),
        [ESC, ESC, b'[', ..] => csi(bytes, 3, Alt::Held),
        [ESC, ESC, ..] => Scan::Token(Token::Escape, 1),
        [ESC, ref rest @ ..] => match letter(rest) {
            Letter::Whole(letter, length) => Scan::Token(Token::Alt(letter), 1 + length),
            Letter::Part => Scan::Part(Part::Sequence),
            Letter::No => Scan::Token(Token::Escape, 1),
        },
        [code @ (0..0x20 | 0x7f), ..] => Scan::Token(Token::Control(code), 1),
        // The same in one byte, which begins no letter.
        [0x9b, ..] => csi(bytes, 1, Alt::No),
        [kind @ (0x90 | 0x98 | 0x9d..=0x9f), ..] => string(bytes, kind - 0x40, 1),
        _ => match letter(bytes) {
            Letter::Whole('\u{80}'..='\u{9f}', length) => Scan::Nothing(length),
            Letter::Whole(letter, length) => Scan::Token(Token::Letter(letter), length),
            Letter::Part => Scan::Part(Part::Sequence),
            Letter::No => Scan::Nothing(1),
        },
    }
}

/// Reads a control sequence whose parameters begin at `start`.
fn csi(bytes: &[u8], start: usize, alt: Alt) -> Scan {
    let body = bytes.get(start..).unwrap_or_default();
    let part = if body.is_empty() { Part::Introducer } else { Part::Sequence };
    match *body {
        [b'M', a, b, c, ..] => return Scan::Token(Token::OldMouse([a, b, c]), start + 4),
        [b'M', ..] | [b'['] => return Scan::Part(Part::Sequence),
        // The function keys of the Linux console.
        [b'[', last @ b'A'..=b'E', ..] => {
            let token = Token::Csi { parameters: "[".to_owned(), last: char::from(last), alt };
            return Scan::Token(token, start + 2);
        }
        _ => {}
    }
    let Some(length) = body.iter().position(|byte| !(0x20..0x40).contains(byte)) else {
        return Scan::Part(part);
    };
    match body.get(length).copied() {
        Some(last @ 0x40..0x7f) => {
            let parameters = String::from_utf8_lossy(body.get(..length).unwrap_or_default()).into_owned();
            Scan::Token(Token::Csi { parameters, last: char::from(last), alt }, start + length + 1)
        }
        // Something else has cut in: what was there is no sequence, and the rest is read by itself.
        _ => Scan::Nothing(start + length),
    }
}

/// Reads a control string (OSC, DCS, SOS, PM, APC) whose text begins at `start`. The same two bytes are Alt and a letter;
/// no string that a terminal sends begins as what people type after it.
fn string(bytes: &[u8], kind: u8, start: usize) -> Scan {
    let body = bytes.get(start..).unwrap_or_default();
    let Some(&first) = body.first() else { return Scan::Part(Part::Introducer) };
    let end = body.iter().position(|byte| *byte < 0x20);
    let text = body.get(..end.unwrap_or(body.len())).unwrap_or_default();
    let after = body.get(text.len()..).unwrap_or_default();
    let whole = |terminator: usize| {
        let text = String::from_utf8_lossy(text).into_owned();
        // Only OSC is something that was asked for; the rest is as good as nothing.
        let text = if kind == b']' { text } else { String::new() };
        Scan::Token(Token::Answer(text), start + body.len() - after.len() + terminator)
    };
    let is_alt = start == 2 && !begins_string(kind, first);
    match *after {
        [BEL, ..] => whole(1),
        [ESC, b'\\', ..] => whole(2),
        [] | [ESC] if is_alt => Scan::Token(Token::Alt(char::from(kind)), 2),
        [] | [ESC] => Scan::Part(Part::Text),
        _ if is_alt => Scan::Token(Token::Alt(char::from(kind)), 2),
        // Something else has cut in.
        _ => Scan::Nothing(start + text.len()),
    }
}

/// Whether a control string that a terminal sends begins with this byte: numbers and marks, and the `G` of pictures.
fn begins_string(kind: u8, first: u8) -> bool {
    match kind {
        b']' => first.is_ascii_digit() || matches!(first, b'l' | b'L'),
        b'P' => first.is_ascii_digit() || matches!(first, b'>' | b'!' | b'=' | b'?' | b'$' | b'+' | b'|'),
        b'_' => first == b'G',
        _ => false,
    }
}

enum Letter {
    Whole(char, usize),
    Part,
    No,
}

/// Returns the letter at the beginning of bytes of UTF-8.
fn letter(bytes: &[u8]) -> Letter {
    let bytes = bytes.get(..bytes.len().min(4)).unwrap_or_default();
    let valid = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() == 0 && error.error_len().is_none() => return Letter::Part,
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            str::from_utf8(valid).unwrap_or_default()
        }
    };
    valid.chars().next().map_or(Letter::No, |letter| Letter::Whole(letter, letter.len_utf8()))
}

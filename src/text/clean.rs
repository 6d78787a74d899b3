//! Text that can never drive a terminal: the one door through which foreign text enters.
//!
//! Control characters are replaced by a visible sign and never parsed: what follows an escape character stays
//! as harmless text. (Programs that tried to recognise escape sequences were bypassed, see less 590 to 679;
//! programs that dropped them silently changed the meaning of what was left.)

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// A tab becomes this many spaces.
const TAB: &str = "    ";

/// More combining marks or joiners than this on one letter pile up over the neighbouring rows, and take bytes and no room.
const MARKS_AT_MOST: usize = 8;

/// What is done with one character.
enum Disposition {
    Keep,
    Drop,
    Replace(&'static str),
}

/// Returns `text` with everything removed or replaced that a terminal could take for a command or that a
/// reader could not see: tabs become spaces, line ends become `\n`, control characters, private characters and
/// noncharacters become `U+FFFD`, direction overrides and invisible characters go, and at most eight
/// combining marks and joiners stay on a letter, joiners only between two. Borrows when nothing had to change.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte == b'\n' || (0x20..0x7f).contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (_, c, disposition) in dispositions(text.char_indices()) {
        match disposition {
            Disposition::Keep => out.push(c),
            Disposition::Drop => {}
            Disposition::Replace(with) => out.push_str(with),
        }
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// Returns `text` cleaned and on one line: line ends and runs of blanks become one space, none at the ends.
#[must_use]
pub fn clean_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in clean(text).split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Adds `piece` to clean `text` so that the whole is clean too: combining marks and joiners may pile up over the seam.
pub fn push_clean(text: &mut String, piece: &str) {
    let joins = text.ends_with(is_joiner) || piece.starts_with(is_zero_width);
    let seam = if joins { text.rfind(|c: char| c.is_ascii()).unwrap_or(0) } else { text.len() };
    let joined = text.split_off(seam) + piece;
    text.push_str(&clean(&joined));
}

/// Returns, for each byte of what [`clean`] makes of `chars`, the offset of the character it came from.
///
/// The offsets are whatever the caller counts in, so that a place in cleaned text leads back to a file.
pub fn clean_origins(chars: impl Iterator<Item = (usize, char)>) -> Vec<usize> {
    let mut origins = Vec::new();
    for (at, c, disposition) in dispositions(chars) {
        let bytes = match disposition {
            Disposition::Keep => c.len_utf8(),
            Disposition::Drop => 0,
            Disposition::Replace(with) => with.len(),
        };
        origins.extend(std::iter::repeat_n(at, bytes));
    }
    origins
}

/// Returns the characters that [`clean`] removes or replaces and that nobody writes on purpose: all but tabs
/// and line ends.
pub fn unsafe_chars(chars: impl Iterator<Item = (usize, char)>) -> impl Iterator<Item = (usize, char)> {
    dispositions(chars)
        .filter(|(_, c, disposition)| !matches!(disposition, Disposition::Keep) && !matches!(c, '\t' | '\r'))
        .map(|(at, c, _)| (at, c))
}

/// Goes through `chars` and says what becomes of each.
fn dispositions(
    chars: impl Iterator<Item = (usize, char)>,
) -> impl Iterator<Item = (usize, char, Disposition)> {
    let mut chars = chars.peekable();
    let mut pile = Pile::default();
    std::iter::from_fn(move || {
        let (at, c) = chars.next()?;
        let next = chars.peek().map(|(_, next)| *next);
        let ends_line = c == '\r' && next == Some('\n');
        let disposition = match disposition(c) {
            _ if ends_line => Disposition::Drop,
            Disposition::Drop => Disposition::Drop,
            _ if !pile.add(c, next) => Disposition::Drop,
            other => other,
        };
        Some((at, c, disposition))
    })
}

/// What has piled up on one cell.
#[derive(Default)]
struct Pile {
    /// Marks and joiners on the letter.
    marks: usize,
    /// Joiners since the last letter that stood by itself.
    joiners: usize,
    last: Option<char>,
}

impl Pile {
    /// Adds a character before `next`, and returns whether it may stay.
    fn add(&mut self, c: char, next: Option<char>) -> bool {
        let joins = self.last.is_some_and(is_joiner);
        if !is_zero_width(c) {
            self.marks = 0;
            self.joiners = if joins { self.joiners } else { 0 };
            self.last = Some(c);
            return true;
        }
        self.marks += 1;
        if !is_joiner(c) {
            return self.marks <= MARKS_AT_MOST;
        }
        self.joiners += 1;
        // Between two letters or pictures it has something to do, and nowhere else.
        let parts = |c: Option<char>| {
            c.is_none_or(|c| c.is_whitespace() || is_joiner(c) || is_bidi_control(c) || is_invisible(c))
        };
        let stays = !parts(self.last) && !parts(next) && self.marks.max(self.joiners) <= MARKS_AT_MOST;
        self.last = if stays { Some(c) } else { self.last };
        stays
    }
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Whether a character takes no cell of its own.
fn is_zero_width(c: char) -> bool {
    !c.is_ascii() && (is_joiner(c) || is_combining_mark(c))
}

fn disposition(c: char) -> Disposition {
    match c {
        '\n' | ' '..='~' => Disposition::Keep,
        '\t' => Disposition::Replace(TAB),
        '\r' => Disposition::Replace("\n"),
        '\u{2028}' | '\u{2029}' => Disposition::Replace(" "),
        _ if c.is_control() || is_private(c) || is_noncharacter(c) => Disposition::Replace("\u{fffd}"),
        _ if is_bidi_control(c) || is_invisible(c) => Disposition::Drop,
        _ => Disposition::Keep,
    }
}

/// The twelve characters with the Unicode property `Bidi_Control`.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that occupy no cell, or a cell that shows nothing, and that plain prose has no use for.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_safe(text: &str) -> bool {
        matches!(clean(text), Cow::Borrowed(_))
    }

    #[test]
    fn escape_sequences_become_harmless_text() {
        assert_eq!(clean("a\u{1b}]52;c;eA==\u{7}b"), "a\u{fffd}]52;c;eA==\u{fffd}b");
        assert_eq!(clean("\u{9b}31mred"), "\u{fffd}31mred");
        assert_eq!(clean("user\u{202e}txt.exe"), "usertxt.exe");
    }

    #[test]
    fn tabs_and_line_ends_become_plain() {
        assert_eq!(clean("a\tb\r\nc\rd"), "a    b\nc\nd");
        assert_eq!(clean_line("  a \n\n b\u{7}\tc "), "a b\u{fffd} c");
    }

    #[test]
    fn what_people_write_is_kept() {
        for text in ["Dùn Èideann", "क्षि", "👩‍🔬 ✋🏽 ⚠️", "‘care’ – “love”…", "שלום", "لا"]
        {
            assert!(is_safe(text), "{text}");
        }
    }

    #[test]
    fn no_scalar_passes_that_a_terminal_could_obey() {
        for c in (0..=0x0010_ffff_u32).filter_map(char::from_u32) {
            let text = format!("a{c}b");
            let cleaned = clean(&text);
            assert!(is_safe(&cleaned), "{c:?} gives {cleaned:?}");
            assert!(cleaned.chars().all(|c| c == '\n' || !(c.is_control() || is_bidi_control(c))), "{c:?}");
        }
    }

    #[test]
    fn a_place_in_clean_text_leads_back() {
        let text = "a\t\u{202e}b\r\nc\u{7}";
        let origins = clean_origins(text.char_indices());
        assert_eq!(origins.len(), clean(text).len());
        assert_eq!(origins, [0, 1, 1, 1, 1, 5, 7, 8, 9, 9, 9]);
        let found: Vec<_> = unsafe_chars(text.char_indices()).collect();
        assert_eq!(found, [(2, '\u{202e}'), (9, '\u{7}')]);
    }

    #[test]
    fn piled_up_marks_are_cut() {
        let text = format!("e{}x", "\u{301}".repeat(400));
        assert_eq!(clean(&text).chars().count(), 2 + MARKS_AT_MOST);
        let mut text = String::new();
        for _ in 0..20 {
            push_clean(&mut text, "\u{301}\u{302}");
        }
        assert_eq!(text.chars().count(), MARKS_AT_MOST);
    }

    #[test]
    fn joiners_are_counted_and_stay_only_where_they_join() {
        for text in ["👨‍👩‍👧‍👦", "می‌خواهم", "क्‍ष", "র‍্য", "🏳️‍🌈"]
        {
            assert!(is_safe(text), "{text}");
        }
        for (text, at_most) in [
            (format!("e{}x", "\u{301}\u{200d}".repeat(1000)), 2 + 2 * MARKS_AT_MOST),
            (format!("e{}x", "\u{200d}".repeat(1000)), 3),
            // Every ninth is cut, so that no picture is joined of more.
            ("👩\u{200d}".repeat(1000), 2000 - 1000 / (MARKS_AT_MOST + 1)),
            (" \u{200d} a\u{200c} \u{200d}".to_owned(), 4),
        ] {
            let count = clean(&text).chars().count();
            assert!(count <= at_most, "{count} of {at_most}");
            assert_eq!(clean(&clean(&text)), clean(&text));
            assert!(unsafe_chars(text.char_indices()).next().is_some(), "it is said");
        }
        let mut text = String::new();
        for _ in 0..50 {
            push_clean(&mut text, "👩\u{200d}");
        }
        assert!(text.matches('\u{200d}').count() <= MARKS_AT_MOST);
    }
}

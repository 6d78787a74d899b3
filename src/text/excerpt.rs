//! As much of a text around a place as there is room for.

use std::ops::Range;

use super::{clusters, width};

/// Returns the part of `text` around `focus` that fits `columns`: all of it if it fits, else beginning a little
/// before the focus, at a word, so that what was found is seen in its sentence.
#[must_use]
pub fn excerpt(text: &str, focus: Range<usize>, columns: usize) -> Range<usize> {
    if width(text) <= columns {
        return 0..text.len();
    }
    let before = text.get(..focus.start).unwrap_or_default();
    let near = if width(before) <= columns / 2 { 0 } else { word_start(before, columns / 4) };
    // Near its end a text fills the room with what stands before.
    let start = near.min(word_start(text, columns));
    start..end_within(text, start, columns)
}

/// Returns where the last words of `text` begin that fit `columns`, at the start of a word.
fn word_start(text: &str, columns: usize) -> usize {
    let mut room = columns;
    let mut start = text.len();
    for (at, cluster, wide) in clusters(text).rev() {
        if wide > room {
            break;
        }
        room -= wide;
        if cluster == " " {
            start = at + 1;
        }
    }
    start
}

/// Returns where a text from `start` on must end to fit `columns`, after a word where there is one.
fn end_within(text: &str, start: usize, columns: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let mut used = 0;
    let mut word_end = None;
    for (at, cluster, wide) in clusters(rest) {
        if cluster == " " {
            word_end = Some(at);
        }
        used += wide;
        if used > columns {
            return start + word_end.unwrap_or(at);
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::slice;

    #[test]
    fn what_was_found_is_seen_in_its_sentence() {
        let text = "One two three four five six seven eight nine ten eleven twelve";
        let found = text.find("nine").unwrap();
        let range = excerpt(text, found..found + 4, 24);
        assert_eq!(slice(text, range), "nine ten eleven twelve");
        let found = text.find("six").unwrap();
        assert_eq!(slice(text, excerpt(text, found..found + 3, 24)), "five six seven eight");
        assert_eq!(slice(text, excerpt(text, 4..7, 24)), "One two three four five");
        assert_eq!(slice(text, excerpt(text, 0..0, 500)), text);
    }
}

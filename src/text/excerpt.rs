//! As much of a text around a place as there is room for.

use std::ops::Range;

use super::{clusters, slice, width};

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

/// What stands where a text was cut.
const CUT: &str = "…";

/// Returns the excerpt of `text` around its first mark, with a sign where it is cut, and the marks as they stand in it.
#[must_use]
pub fn marked_excerpt(text: &str, marks: &[Range<usize>], columns: usize) -> (String, Vec<Range<usize>>) {
    let part = excerpt(text, marks.first().cloned().unwrap_or(0..0), columns);
    let before = if part.start > 0 { CUT } else { "" };
    let after = if part.end < text.len() { CUT } else { "" };
    let mut marks = marks_within(marks, &part);
    for mark in &mut marks {
        *mark = mark.start + before.len()..mark.end + before.len();
    }
    (format!("{before}{}{after}", slice(text, part)), marks)
}

/// Returns the marks of a text as they stand in a part of it; those that reach out of the part are left out.
#[must_use]
pub fn marks_within(marks: &[Range<usize>], part: &Range<usize>) -> Vec<Range<usize>> {
    let within = |mark: &&Range<usize>| part.start <= mark.start && mark.end <= part.end;
    marks.iter().filter(within).map(|mark| mark.start - part.start..mark.end - part.start).collect()
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
    #[test]
    fn marks_stand_where_their_words_stand() {
        let text = "One two three four five six seven eight nine ten eleven twelve";
        let mark = |word: &str| text.find(word).map(|start| start..start + word.len()).unwrap();
        let (shown, marks) = marked_excerpt(text, &[mark("nine"), mark("twelve")], 24);
        assert_eq!(shown, "…nine ten eleven twelve");
        let words: Vec<_> = marks.into_iter().map(|mark| slice(&shown, mark)).collect();
        assert_eq!(words, ["nine", "twelve"]);
        let (shown, marks) = marked_excerpt(text, &[mark("two"), mark("twelve")], 24);
        assert_eq!(
            (shown.as_str(), marks.as_slice()),
            ("One two three four five…", [mark("two")].as_slice())
        );
    }
}

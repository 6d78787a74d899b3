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

/// Returns the excerpt of `text` around the sentence with the most marks, with a sign where it is cut, and the marks as
/// they stand in it.
#[must_use]
pub fn marked_excerpt(text: &str, marks: &[Range<usize>], columns: usize) -> (String, Vec<Range<usize>>) {
    let mut part = around_best_sentence(text, marks, columns);
    if part.end < text.len() {
        let last = slice(text, part.clone()).trim_end_matches([' ', ',', ';', ':', '–', '·']);
        part.end = part.start + last.len();
    }
    let before = if part.start > 0 { CUT } else { "" };
    let after = if part.end < text.len() { CUT } else { "" };
    let mut marks = marks_within(marks, &part);
    for mark in &mut marks {
        *mark = mark.start + before.len()..mark.end + before.len();
    }
    (format!("{before}{}{after}", slice(text, part)), marks)
}

/// Returns the part of a text that fits `columns` and has the sentence with the most marks: from the beginning if that
/// reaches so far, else from the beginning of the sentence.
fn around_best_sentence(text: &str, marks: &[Range<usize>], columns: usize) -> Range<usize> {
    let marked = |sentence: &Range<usize>| marks_within(marks, sentence).len();
    let sentences = sentences(text);
    let best = sentences.iter().rev().max_by_key(|sentence| marked(sentence)).cloned().unwrap_or(0..0);
    let fits = |part: Range<usize>| width(slice(text, part).trim_end()) <= columns;
    if fits(0..text.len()) || fits(0..best.end) {
        0..end_within(text, 0, columns)
    } else if fits(best.clone()) {
        // Near its end a text fills the room with the sentences that stand before.
        let fill = word_start(text, columns);
        let starts = sentences.iter().map(|sentence| sentence.start);
        let start = starts.take_while(|start| *start <= best.start).find(|start| *start >= fill);
        let start = start.unwrap_or(best.start);
        start..end_within(text, start, columns)
    } else {
        let first = marks.iter().find(|mark| best.start <= mark.start && mark.end <= best.end);
        excerpt(text, first.cloned().unwrap_or(best.start..best.start), columns)
    }
}

/// Returns the sentences of a text, each with the blank behind it.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let is_end = |word: &str| {
        let bare = word.trim_end().trim_end_matches(['"', '\'', '”', '’', ')']);
        bare.ends_with(['.', '?', '!'])
    };
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    for word in text.split_inclusive(' ') {
        at += word.len();
        if is_end(word) || at == text.len() {
            found.push(start..at);
            start = at;
        }
    }
    found
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

    #[test]
    fn the_sentence_with_the_most_marks_is_shown_from_its_beginning() {
        let text = "Tea is hot. Nobody has to stay for it, and nobody did. Stay with them when they push, and stay calm.";
        let marks: Vec<_> = text.match_indices("tay").map(|(at, it)| at..at + it.len()).collect();
        let shown = |columns| marked_excerpt(text, &marks, columns).0;
        assert_eq!(shown(200), text);
        assert_eq!(shown(52), "…Stay with them when they push, and stay calm.");
        assert_eq!(shown(30), "…did. Stay with them when they…", "too long: around its first mark");
        let cut = marked_excerpt(text, &[], 38).0;
        assert_eq!(cut, "Tea is hot. Nobody has to stay for it…", "without a comma before the cut");
    }
}

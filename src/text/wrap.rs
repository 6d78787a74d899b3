//! Wrapping to byte ranges: break opportunities of UAX 14, first fit, columns as the screen counts them.
//!
//! First fit and not best fit, so that rows stay where they are while a width changes by one. Blanks at the
//! end of a row belong to no row. A word is broken only when it alone is wider than a row, never within a
//! cluster.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::GraphemeCursor;

use super::{clusters, slice, width};

/// Returns the rows of `text` at `columns`, at least one: ranges in order, disjoint, nothing but blanks
/// between them, none wider than `columns` unless a single cluster is.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut rows = Rows { text, columns, done: Vec::new(), start: 0, end: 0, used: 0 };
    let mut from = 0;
    for (to, opportunity) in linebreaks(text) {
        let mandatory = opportunity == BreakOpportunity::Mandatory;
        if !mandatory && (!is_boundary(text, to) || is_within_address(text, to)) {
            continue;
        }
        rows.add(from..to);
        if mandatory && to < text.len() {
            rows.finish(to);
        }
        from = to;
    }
    rows.done.push(rows.start..rows.end);
    rows.done
}

/// Returns the rows of preformatted `text`: lines as they stand, those wider than `columns` broken at the column.
#[must_use]
pub fn wrap_code(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let mut rest = start..start;
        let mut used = 0;
        for (at, cluster, wide) in clusters(line) {
            if used + wide > columns && used > 0 {
                rows.push(rest.clone());
                rest = start + at..start + at;
                used = 0;
            }
            used += wide;
            rest.end = start + at + cluster.len();
        }
        rows.push(rest);
        start += line.len() + 1;
    }
    rows
}

/// The rows so far and the one being filled.
struct Rows<'a> {
    text: &'a str,
    columns: usize,
    done: Vec<Range<usize>>,
    start: usize,
    end: usize,
    used: usize,
}

impl Rows<'_> {
    /// Adds one unbreakable piece with the blanks behind it.
    fn add(&mut self, piece: Range<usize>) {
        let all = slice(self.text, piece.clone());
        let word = all.trim_end_matches([' ', '\n', '\t', '\r']);
        let wide = width(word);
        let gap = width(slice(self.text, self.end.min(piece.start)..piece.start));
        if word.is_empty() {
            return;
        }
        if self.end > self.start && self.used + gap + wide > self.columns {
            self.finish(piece.start);
        }
        if wide > self.columns {
            self.add_long(piece.start, word);
        } else {
            self.used += if self.end > self.start { gap + wide } else { wide };
            if self.end == self.start {
                self.start = piece.start;
            }
            self.end = piece.start + word.len();
        }
    }

    /// Breaks a word that is wider than a row at its clusters.
    fn add_long(&mut self, at: usize, word: &str) {
        self.start = at;
        self.end = at;
        self.used = 0;
        for (offset, cluster, wide) in clusters(word) {
            if self.used + wide > self.columns && self.end > self.start {
                self.finish(at + offset);
            }
            self.used += wide;
            self.end = at + offset + cluster.len();
        }
    }

    fn finish(&mut self, next: usize) {
        self.done.push(self.start..self.end);
        self.start = next;
        self.end = next;
        self.used = 0;
    }
}

/// Whether `at` is between two clusters. Two ASCII neighbours always are.
fn is_boundary(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let ascii = |index: usize| bytes.get(index).is_some_and(u8::is_ascii);
    if at == 0 || at >= bytes.len() || (ascii(at - 1) && ascii(at)) {
        return true;
    }
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// Whether `at` is within a web address: it goes to the next row whole, so that it can be copied. One that is wider
/// than a row is broken like any such word.
fn is_within_address(text: &str, at: usize) -> bool {
    let before = slice(text, 0..at);
    if before.ends_with([' ', '\n']) {
        return false;
    }
    let start = before.rfind([' ', '\n']).map_or(0, |blank| blank + 1);
    slice(before, start..at).contains("://")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str, columns: usize) -> Vec<&str> {
        wrap(text, columns).into_iter().map(|row| slice(text, row)).collect()
    }

    #[test]
    fn words_go_to_the_next_row_whole() {
        assert_eq!(shown("the bond comes first", 9), ["the bond", "comes", "first"]);
        assert_eq!(shown("", 9), [""]);
        assert_eq!(shown("one", 3), ["one"]);
    }

    #[test]
    fn an_overlong_word_is_broken_only_when_it_must_be() {
        assert_eq!(shown("an unbreakableword here", 6), ["an", "unbrea", "kablew", "ord", "here"]);
    }

    #[test]
    fn an_address_stays_whole_where_it_can() {
        assert_eq!(shown("see https://a.org/b-c/d now", 17), ["see", "https://a.org/b-c", "/d now"]);
        assert_eq!(shown("see https://a.org/b-c/d now", 19), ["see", "https://a.org/b-c/d", "now"]);
    }

    #[test]
    fn line_ends_are_kept_and_no_break_spaces_hold() {
        assert_eq!(shown("one\n\ntwo", 9), ["one", "", "two"]);
        assert_eq!(shown("page 10\u{a0}km on", 9), ["page", "10\u{a0}km on"]);
    }

    #[test]
    fn wide_letters_and_clusters_stay_whole() {
        assert_eq!(shown("漢字漢字", 5), ["漢字", "漢字"]);
        assert_eq!(shown("👩‍🔬👩‍🔬👩‍🔬", 4), ["👩‍🔬👩‍🔬", "👩‍🔬"]);
    }

    #[test]
    fn code_keeps_its_lines() {
        let text = "ab  cd\n\n  x";
        let rows: Vec<&str> = wrap_code(text, 4).into_iter().map(|row| slice(text, row)).collect();
        assert_eq!(rows, ["ab  ", "cd", "", "  x"]);
    }

    /// Words, wide letters, marks, emoji, right-to-left letters, long addresses, blanks of several kinds.
    fn prose() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => "[a-zA-Z]{1,9}", 3 => Just(" ".to_owned()), 1 => "[漢字かな]{1,6}", 1 => Just("e\u{301}".to_owned()),
            1 => Just("👩‍🔬".to_owned()), 1 => Just("⚠\u{fe0f}".to_owned()), 1 => Just("\u{a0}".to_owned()),
            1 => "[א-ת]{1,6}", 1 => Just("لا".to_owned()), 1 => "https://[a-z]{5,40}\\.org/[a-z]{1,9}", 1 => Just("\n".to_owned()),
            1 => Just("🇬🇧".to_owned()), 1 => "[-–—.,;’”)]{1,2}", 1 => Just("  ".to_owned()),
        ];
        proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]
        #[test]
        fn rows_partition_the_text_and_fit(text in prose(), columns in 1_usize..30) {
            let rows = wrap(&text, columns);
            let mut last = 0;
            for row in &rows {
                prop_assert!(row.start >= last && row.end >= row.start);
                prop_assert!(slice(&text, last..row.start).chars().all(|c| c == ' ' || c == '\n'), "{:?}", &rows);
                let content = slice(&text, row.clone());
                prop_assert!(width(content) <= columns || clusters(content).count() == 1, "{content:?} at {columns}");
                last = row.end;
            }
            prop_assert!(slice(&text, last..text.len()).chars().all(|c| c == ' ' || c == '\n'));
        }
    }
}

//! The words of a diagram: paragraphs that stand in a fenced block, where Markdown sees only lines.

use std::ops::Range;

use super::Origin;
use crate::text::slice;

/// A paragraph of the words: one blank between two words, and where each is written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) text: String,
    /// One for each word; their block is still to be filled in.
    pub(super) origins: Vec<Origin>,
}

impl Paragraph {
    /// Adds a word that is written at byte `start` of the source.
    fn add(&mut self, word: &str, start: usize) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let source = start..start + word.len();
        self.origins.push(Origin { block: 0, byte: self.text.len(), source, verbatim: true });
        self.text.push_str(word);
    }
}

/// Returns the paragraphs of a fenced block's text, which blank lines part; `written` says where the text is
/// written, as a fenced block is: line by line, as it is read.
pub(super) fn paragraphs(text: &str, written: &[Origin]) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let mut open = Paragraph::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            found.push(std::mem::take(&mut open));
        }
        for word in words(line) {
            open.add(slice(line, word.clone()), source(written, start + word.start));
        }
        start += line.len();
    }
    found.push(open);
    found.retain(|paragraph| !paragraph.text.is_empty());
    found
}

/// Returns where the words of a line stand in it.
fn words(line: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    line.split_whitespace().map(move |word| {
        let blanks = slice(line, from..line.len()).find(word).unwrap_or(0);
        let start = from + blanks;
        from = start + word.len();
        start..from
    })
}

/// Returns where byte `byte` of a text is written.
fn source(written: &[Origin], byte: usize) -> usize {
    let behind = written.partition_point(|origin| origin.byte <= byte);
    let origin = behind.checked_sub(1).and_then(|at| written.get(at));
    origin.map_or(0, |origin| (origin.source.start + byte - origin.byte).min(origin.source.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs_and_each_word_knows_its_place() {
        let text = "One two\n  three\n \t\n\nfour";
        let written = [
            Origin { block: 7, byte: 0, source: 100..116, verbatim: true },
            Origin { block: 7, byte: 16, source: 200..208, verbatim: true },
        ];
        let found = paragraphs(text, &written);
        let texts: Vec<&str> = found.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["One two three", "four"]);
        let places: Vec<_> = found
            .iter()
            .flat_map(|one| &one.origins)
            .map(|origin| (origin.byte, origin.source.clone()))
            .collect();
        assert_eq!(places, [(0, 100..103), (4, 104..107), (8, 110..115), (0, 204..208)]);
    }
}

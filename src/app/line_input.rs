//! A one-line editor over grapheme clusters.

use super::Action;
use crate::text::{clean_line, clusters, slice, width};

/// More letters than this are not taken: a long paragraph fits.
const LETTERS_AT_MOST: usize = 1_000;

/// More steps than this cannot be undone.
const STEPS_AT_MOST: usize = 100;

/// What was typed, and where the cursor stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineInput {
    text: String,
    cursor: usize,
    origin: Origin,
    /// What stood here before each change, the latest last; letters typed one after the other are one change.
    earlier: Vec<(String, usize)>,
    last: Change,
}

/// What the last change was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Change {
    /// A letter was typed.
    Letter,
    #[default]
    Other,
}

/// How much of a text was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// All of it.
    Whole,
    /// Its beginning, or nothing: there is no room for the rest.
    Part,
}

/// Where the text came from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Origin {
    /// It was typed.
    #[default]
    Typed,
    /// It is offered: the first letter typed replaces it, editing keeps it.
    Offered,
}

impl LineInput {
    /// Returns an input that offers `text`, the cursor at its end: typing replaces it, editing keeps it.
    #[must_use]
    pub fn offering(text: String) -> Self {
        Self { cursor: text.len(), text, origin: Origin::Offered, ..Self::default() }
    }

    /// Returns an input that holds `text` as if it had been typed.
    #[must_use]
    pub fn with(text: String) -> Self {
        Self { cursor: text.len(), text, ..Self::default() }
    }

    /// Whether the text is offered and not typed.
    #[must_use]
    pub fn is_offered(&self) -> bool {
        self.origin == Origin::Offered && !self.text.is_empty()
    }

    /// Returns what was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the columns before the cursor.
    #[must_use]
    pub fn column(&self) -> usize {
        width(slice(&self.text, 0..self.cursor))
    }

    /// Types text at the cursor, as one line; what is no plain text is left out. Returns whether there was room for it.
    pub fn insert(&mut self, text: &str) -> Taken {
        let is_letter = text.chars().nth(1).is_none();
        if !(is_letter && self.last == Change::Letter && self.origin == Origin::Typed) {
            self.note();
        }
        self.last = if is_letter { Change::Letter } else { Change::Other };
        if self.origin == Origin::Offered {
            (self.text, self.cursor, self.origin) = (String::new(), 0, Origin::Typed);
        }
        let text = self.cleaned(text);
        let room = LETTERS_AT_MOST.saturating_sub(clusters(&self.text).count());
        let end = clusters(&text).nth(room).map_or(text.len(), |(at, ..)| at);
        self.text.insert_str(self.cursor, slice(&text, 0..end));
        self.cursor += end;
        if end == text.len() { Taken::Whole } else { Taken::Part }
    }

    /// Returns text as a part of a line: a blank at its ends parts it from what is there.
    fn cleaned(&self, text: &str) -> String {
        let clean = clean_line(text);
        let begins = text.starts_with(char::is_whitespace) && (self.cursor > 0 || clean.is_empty());
        let ends = text.ends_with(' ') && !clean.is_empty();
        format!("{}{clean}{}", if begins { " " } else { "" }, if ends { " " } else { "" })
    }

    /// Runs an editing action. Returns whether it is one.
    pub fn act(&mut self, action: Action) -> bool {
        match action {
            Action::DeleteLeft => self.delete(self.before(), self.cursor),
            Action::DeleteRight => self.delete(self.cursor, self.after()),
            Action::DeleteWord => self.delete(self.word_before(), self.cursor),
            Action::DeleteWordRight => self.delete(self.cursor, self.word_after()),
            Action::DeleteToEnd => self.delete(self.cursor, self.text.len()),
            Action::DeleteAll => self.delete(0, self.text.len()),
            Action::UndoTyping => self.undo(),
            Action::CursorLeft => self.cursor = self.before(),
            Action::CursorRight => self.cursor = self.after(),
            Action::WordLeft => self.cursor = self.word_before(),
            Action::WordRight => self.cursor = self.word_after(),
            Action::Top => self.cursor = 0,
            Action::Bottom => self.cursor = self.text.len(),
            _ => return false,
        }
        self.origin = Origin::Typed;
        self.last = Change::Other;
        true
    }

    /// Notes what stands here, to be brought back.
    fn note(&mut self) {
        if self.earlier.len() == STEPS_AT_MOST {
            self.earlier.remove(0);
        }
        self.earlier.push((self.text.clone(), self.cursor));
    }

    fn undo(&mut self) {
        if let Some((text, cursor)) = self.earlier.pop() {
            (self.text, self.cursor) = (text, cursor);
        }
    }

    fn delete(&mut self, start: usize, end: usize) {
        if start < end {
            self.note();
            self.text.replace_range(start..end, "");
            self.cursor = start;
        }
    }

    fn before(&self) -> usize {
        clusters(slice(&self.text, 0..self.cursor)).last().map_or(0, |(at, ..)| at)
    }

    fn after(&self) -> usize {
        let rest = slice(&self.text, self.cursor..self.text.len());
        clusters(rest).next().map_or(self.cursor, |(_, cluster, _)| self.cursor + cluster.len())
    }

    fn word_before(&self) -> usize {
        let before = slice(&self.text, 0..self.cursor).trim_end();
        before.rfind(' ').map_or(0, |at| at + 1)
    }

    /// Returns the end of the word that the cursor is in or before.
    fn word_after(&self) -> usize {
        let rest = slice(&self.text, self.cursor..self.text.len());
        let blanks = rest.len() - rest.trim_start().len();
        rest.trim_start().find(' ').map_or(self.text.len(), |at| self.cursor + blanks + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editing_is_by_what_a_reader_sees_as_a_letter() {
        let mut input = LineInput::default();
        input.insert("care e\u{301}");
        assert!(input.act(Action::DeleteLeft));
        assert_eq!(input.text(), "care ");
        input.insert("👩‍🔬");
        input.act(Action::CursorLeft);
        assert_eq!(input.column(), 5);
        input.act(Action::DeleteRight);
        input.act(Action::DeleteWord);
        assert_eq!((input.text(), input.column()), ("", 0));
        assert!(!input.act(Action::Quit));
    }

    #[test]
    fn typing_replaces_what_is_offered_and_editing_keeps_it() {
        let mut input = LineInput::offering("rota".into());
        input.insert("c");
        assert_eq!(input.text(), "c");
        let mut input = LineInput::offering("rota".into());
        input.act(Action::DeleteLeft);
        input.insert("e");
        assert_eq!(input.text(), "rote");
    }

    #[test]
    fn pasted_text_is_cleaned_and_bounded() {
        let mut input = LineInput::default();
        input.insert("two\nlines\u{1b}[31m");
        assert_eq!(input.text(), "two lines\u{fffd}[31m");
        assert_eq!(input.insert(&"é".repeat(2000)), Taken::Part);
        assert_eq!(clusters(input.text()).count(), LETTERS_AT_MOST);
        assert_eq!(input.insert("x"), Taken::Part);
        let mut input = LineInput::default();
        // A letter is what a reader sees as one, however many bytes it takes.
        assert_eq!(input.insert(&"ш̆".repeat(LETTERS_AT_MOST)), Taken::Whole);
        input.act(Action::DeleteLeft);
        assert_eq!(input.insert("👩‍🔬"), Taken::Whole);
    }

    #[test]
    fn a_pasted_piece_keeps_the_blanks_that_part_it() {
        let mut input = LineInput::default();
        input.insert(" pushing ");
        input.insert("me");
        input.insert(" away\n");
        assert_eq!(input.text(), "pushing me away");
        input.insert(" ");
        assert_eq!(input.text(), "pushing me away ");
    }

    #[test]
    fn words_are_skipped_and_deleted_and_changes_undone() {
        let mut input = LineInput::default();
        for letter in ["r", "o", "t", "a"] {
            input.insert(letter);
        }
        input.insert(" for the night");
        input.act(Action::WordLeft);
        input.act(Action::WordLeft);
        assert_eq!(input.column(), 9);
        input.act(Action::DeleteWordRight);
        assert_eq!(input.text(), "rota for  night");
        input.act(Action::WordRight);
        assert_eq!(input.column(), 15);
        input.act(Action::Top);
        input.act(Action::DeleteToEnd);
        assert_eq!(input.text(), "");
        for before in ["rota for  night", "rota for the night", "rota", "", ""] {
            input.act(Action::UndoTyping);
            assert_eq!(input.text(), before);
        }
    }

    #[test]
    fn what_typing_replaced_can_be_brought_back() {
        let mut input = LineInput::offering("rota".into());
        input.insert("c");
        input.insert("o");
        input.act(Action::UndoTyping);
        assert_eq!(input.text(), "rota");
    }
}

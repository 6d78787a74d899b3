//! A one-line editor over grapheme clusters.

use super::Action;
use crate::text::{clean_line, clusters, slice, width};

/// More letters than this are not taken: no search needs them.
const LENGTH_AT_MOST: usize = 400;

/// What was typed, and where the cursor stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineInput {
    text: String,
    cursor: usize,
    origin: Origin,
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
        Self { cursor: text.len(), text, origin: Origin::Offered }
    }

    /// Returns an input that holds `text` as if it had been typed.
    #[must_use]
    pub fn with(text: String) -> Self {
        Self { cursor: text.len(), text, origin: Origin::Typed }
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

    /// Types text at the cursor; whatever is no plain text is left out.
    pub fn insert(&mut self, text: &str) {
        if self.origin == Origin::Offered {
            *self = Self::default();
        }
        let text = if text == " " { " ".to_owned() } else { clean_line(text) };
        if self.text.len() + text.len() <= LENGTH_AT_MOST {
            self.text.insert_str(self.cursor, &text);
            self.cursor += text.len();
        }
    }

    /// Runs an editing action. Returns whether it is one.
    pub fn act(&mut self, action: Action) -> bool {
        match action {
            Action::DeleteLeft => self.delete(self.before(), self.cursor),
            Action::DeleteRight => self.delete(self.cursor, self.after()),
            Action::DeleteWord => self.delete(self.word_before(), self.cursor),
            Action::DeleteAll => self.delete(0, self.text.len()),
            Action::CursorLeft => self.cursor = self.before(),
            Action::CursorRight => self.cursor = self.after(),
            Action::Top => self.cursor = 0,
            Action::Bottom => self.cursor = self.text.len(),
            _ => return false,
        }
        self.origin = Origin::Typed;
        true
    }

    fn delete(&mut self, start: usize, end: usize) {
        self.text.replace_range(start..end, "");
        self.cursor = start;
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
        input.insert(&"x".repeat(1000));
        assert_eq!(input.text(), "two lines\u{fffd}[31m");
    }
}

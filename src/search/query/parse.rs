//! What was typed, taken apart: plain words, and what nobody needs and some like: `"a phrase"`, `-word`, and the
//! filters `theme:`, `area:`, `kind:`.
//!
//! Nothing typed is an error: what is not understood is looked for as words.

use std::ops::Range;

use super::filters::{FilterKey, Filters, Unresolved};
use crate::search::index::{Language, plain_words};
use crate::{guide::Library, text::slice};

/// The marks that a phrase stands between: also those that a word processor makes of them.
const QUOTES: [char; 4] = ['"', '“', '”', '„'];

/// A query, taken apart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// The words that are looked for, those of the phrases too. The last one may go on, unless something follows it.
    pub words: String,
    /// The words that must stand side by side, a phrase each.
    pub phrases: Vec<String>,
    /// The words or phrases that must not be there.
    pub excluded: Vec<String>,
    /// What the answer is narrowed to.
    pub filters: Filters,
    /// The typed filters that no one thing is called.
    pub unresolved: Vec<Unresolved>,
}

/// A piece of what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    Word(&'a str),
    Phrase(&'a str),
    Excluded(&'a str),
    Filter(FilterKey, &'a str),
}

impl Query {
    /// Takes apart what was typed to search `library`.
    #[must_use]
    pub fn parse(typed: &str, library: &Library) -> Self {
        let mut query = Self::default();
        for (range, piece) in pieces(typed) {
            match piece {
                Piece::Word(word) => {
                    query.words.push_str(word);
                    if range.end == typed.len() {
                        return query;
                    }
                }
                Piece::Phrase(phrase) => {
                    query.words.push_str(phrase);
                    if plain_words(phrase).next().is_some() {
                        query.phrases.push(phrase.to_owned());
                    }
                }
                // A list item, a range of numbers, a word with hyphens: nobody means to keep something out.
                Piece::Excluded(word) if range.start == 0 || !may_be_excluded(word, &query.words) => {
                    query.words.push_str(word);
                }
                Piece::Excluded(word) => query.excluded.push(word.to_owned()),
                Piece::Filter(key, value) => query.filter(key, value, library),
            }
            query.words.push(' ');
        }
        query
    }

    /// Returns it with what it keeps out looked for instead: nothing is left without.
    #[must_use]
    pub(crate) fn with_excluded(&self) -> Self {
        let mut query = Self { excluded: Vec::new(), ..self.clone() };
        for word in &self.excluded {
            query.words.push_str(word);
            query.words.push(' ');
        }
        query
    }

    /// Returns it, narrowed also by filters from outside; those that were typed come first.
    #[must_use]
    pub fn narrowed(self, filters: Filters) -> Self {
        Self { filters: self.filters.or(filters), ..self }
    }

    /// Whether there are words to look for.
    pub(crate) fn has_words(&self) -> bool {
        plain_words(&self.words).next().is_some()
    }

    fn filter(&mut self, key: FilterKey, value: &str, library: &Library) {
        if let Err(unresolved) = self.filters.take(key, value, library) {
            if !unresolved.is_ambiguous(library) {
                self.words.push_str(value);
            }
            self.unresolved.push(unresolved);
        }
    }
}

/// Whether a word behind a minus may be one to keep out: no number, no stop word, none that is looked for.
fn may_be_excluded(word: &str, looked_for: &str) -> bool {
    let mut words = plain_words(word);
    words.any(|word| {
        !word.starts_with(|c: char| c.is_numeric())
            && !Language::English.is_stop_word(&word)
            && plain_words(looked_for).all(|other| other != word)
    })
}

/// Returns what was typed without its filters of this key: for dropping one by a key or a click.
#[must_use]
pub fn without_filter(typed: &str, key: FilterKey) -> String {
    let mut kept = typed.to_owned();
    let mut dropped: Vec<Range<usize>> = pieces(typed)
        .filter(|(_, piece)| matches!(piece, Piece::Filter(other, _) if *other == key))
        .map(|(range, _)| range)
        .collect();
    while let Some(range) = dropped.pop() {
        let blanks = slice(&kept, range.end..kept.len()).len()
            - slice(&kept, range.end..kept.len()).trim_start().len();
        kept.replace_range(range.start..range.end + blanks, "");
    }
    kept
}

/// Returns the pieces of what was typed, with their places in it.
fn pieces(typed: &str) -> impl Iterator<Item = (Range<usize>, Piece<'_>)> {
    let mut position = 0;
    std::iter::from_fn(move || {
        let rest = slice(typed, position..typed.len());
        position += rest.len() - rest.trim_start().len();
        let rest = slice(typed, position..typed.len());
        let (piece, length) = piece(rest)?;
        let start = position;
        position += length;
        Some((start..position, piece))
    })
}

/// Returns the first piece of what is left, and its length in bytes; nothing where nothing is left.
fn piece(rest: &str) -> Option<(Piece<'_>, usize)> {
    let first = rest.chars().next()?;
    if let Some((phrase, length)) = quoted(rest) {
        return Some((Piece::Phrase(phrase), length));
    }
    for key in FilterKey::ALL {
        let Some(value) = after_key(rest, key) else { continue };
        let before = rest.len() - value.len();
        let (value, length) = quoted(value).unwrap_or_else(|| run(value));
        return Some((Piece::Filter(key, value), before + length));
    }
    if first == '-' {
        let behind = slice(rest, 1..rest.len());
        let (word, length) = quoted(behind).unwrap_or_else(|| run(behind));
        if behind.chars().next().is_some_and(|c| c.is_alphanumeric() || QUOTES.contains(&c))
            && plain_words(word).next().is_some()
        {
            return Some((Piece::Excluded(word), 1 + length));
        }
    }
    let (word, length) = run(rest);
    Some((Piece::Word(word), length))
}

/// Returns what stands between the quotes that `text` begins with, and the length with them.
fn quoted(text: &str) -> Option<(&str, usize)> {
    let inside = text.strip_prefix(QUOTES)?;
    let before = text.len() - inside.len();
    let end = inside.find(QUOTES)?;
    let close = slice(inside, end..inside.len()).chars().next().map_or(0, char::len_utf8);
    Some((slice(inside, 0..end), before + end + close))
}

/// Returns what stands behind the key of a filter and its colon; capitals do not matter.
fn after_key(text: &str, key: FilterKey) -> Option<&str> {
    let (before, behind) = text.split_at_checked(key.name().len())?;
    if before.eq_ignore_ascii_case(key.name()) { behind.strip_prefix(':') } else { None }
}

/// Returns what comes before the next blank, and its length.
fn run(text: &str) -> (&str, usize) {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (slice(text, 0..end), end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::guide::{Area, ThemeId};
    use crate::search::sample;

    fn parse(typed: &str) -> Query {
        Query::parse(typed, &sample::with_words())
    }

    #[test]
    fn plain_words_are_left_as_they_are_and_the_last_may_go_on() {
        assert_eq!(parse("she keeps  pushing").words, "she keeps pushing");
        assert_eq!(parse("one-to-one - time ").words, "one-to-one - time ");
        assert_eq!(parse("it's 3:30, theme").words, "it's 3:30, theme");
        assert!(!parse(" \t").has_words() && !parse("\"\"").has_words());
    }

    #[test]
    fn phrases_are_looked_for_and_must_be_there_when_they_are_closed() {
        for typed in ["\"stay put\" now", "“stay put” now"] {
            let query = parse(typed);
            assert_eq!((query.words.as_str(), query.phrases[0].as_str()), ("stay put now", "stay put"));
        }
        let open = parse("\"stay pu");
        assert_eq!((open.words.as_str(), open.phrases.len()), ("\"stay pu", 0));
        assert_eq!(parse("\"stay put\"").words, "stay put ", "nothing goes on behind a closed phrase");
    }

    #[test]
    fn words_can_be_kept_out() {
        let query = parse("care -rota -\"stay put\" -");
        assert_eq!(query.excluded, ["rota", "stay put"]);
        assert_eq!(query.words, "care   -");
    }

    #[test]
    fn filters_are_typed_anywhere_and_narrow() {
        let query = parse("Theme:leav rights AREA:\"the work\"");
        assert_eq!((query.filters.theme, query.filters.area), (Some(ThemeId(0)), Some(Area::Workforce)));
        assert_eq!(query.words.trim(), "rights");
        let more =
            parse("theme:leaving").narrowed(Filters { area: Some(Area::YoungPeople), ..Filters::default() });
        assert!(more.filters.theme.is_some() && more.filters.area.is_some());
    }

    #[test]
    fn what_no_filter_is_called_is_looked_for_and_told() {
        let unknown = parse("theme:trust ");
        assert_eq!((unknown.words.trim(), unknown.unresolved[0].typed.as_str()), ("trust", "trust"));
        let not_yet = parse("area:");
        assert_eq!((not_yet.words.trim(), not_yet.unresolved[0].choices.len()), ("", 2));
    }

    #[test]
    fn a_filter_can_be_dropped_from_what_was_typed() {
        assert_eq!(without_filter("rights theme:leaving now", FilterKey::Theme), "rights now");
        assert_eq!(without_filter("theme:\"a b\" theme:c", FilterKey::Theme), "");
        assert_eq!(without_filter("rights theme:leaving", FilterKey::Area), "rights theme:leaving");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn anything_can_be_typed(typed in "([a-zé]{1,3}|\\PC|[\" :“”-]|theme:|area:|-){0,20}") {
            let query = parse(&typed);
            prop_assert!(query.phrases.iter().all(|phrase| typed.contains(phrase.as_str())));
            for key in FilterKey::ALL {
                let kept = without_filter(&typed, key);
                prop_assert!(kept.len() <= typed.len());
            }
        }
    }
}

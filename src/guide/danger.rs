//! Words of danger: what somebody types who needs the safety page and not a guide. Data; the search reads it.
//!
//! A phrase is a line of items apart by blanks. An item is a word, `word+` with its endings, `@class` for the words of
//! a class, or several of these with `|` between them. Items stand in this order, with at most two other words between
//! two of them, at most ten where `..` stands, and none where `_` stands. In front of a phrase `~` says that its items
//! stand in any order, `!` that it counts more than others, and `=` that nothing else may stand in the query.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// The words of danger of a pack; empty where the pack has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Danger {
    /// Words that are passed over, apart by blanks.
    pub fillers: String,
    /// Words that are never taken for a misspelt word of danger, apart by blanks.
    pub ordinary: String,
    /// Words that are one, apart by blanks: the first stands for all; two words that are one have `_` between them.
    pub variants: Vec<String>,
    /// Words of a kind.
    pub classes: Vec<WordClass>,
    /// Phrases whose words are not meant as danger.
    pub harmless: Vec<String>,
    /// Phrases by which a young person speaks of themselves.
    pub young: Vec<String>,
    /// The phrases that raise each situation.
    pub alarms: Vec<Alarm>,
}

/// Words of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordClass {
    /// Its name, behind an `@`.
    pub slug: String,
    /// Items apart by blanks.
    pub words: String,
}

/// What raises a situation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    /// The situation, as the safety page calls it.
    pub situation: String,
    /// The phrases.
    pub phrases: Vec<String>,
}

impl Danger {
    /// Whether there are no words of danger.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.alarms.is_empty()
    }
}

/// Returns the names of the classes that phrases, or the list of a class, name, and where they stand.
pub fn classes_named(phrases: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    phrases.match_indices('@').filter_map(|(at, _)| {
        let start = at + 1;
        let rest = phrases.get(start..)?;
        let name = rest.split(|c: char| c.is_whitespace() || c == '|').next()?;
        Some((start..start + name.len(), name))
    })
}

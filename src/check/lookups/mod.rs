//! Lookups: what people type, and what they should find. A file of them says how well a pack can be searched.
//!
//! `read` makes a [`Lookups`] of the file, or says everything that is wrong with it; [`score`] searches for each
//! as a reader would. Both know the pack only by its library and its search, so any author can ask it of theirs.

mod read;
mod score;

use crate::guide::{GuideId, Library, TermId, ThemeId};

pub use read::read;
pub use score::{Group, Miss, Score, Tally, score};

/// A file of lookups.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lookups {
    /// What is typed, in the order of the file; at least one.
    pub lookups: Vec<Lookup>,
    /// What is to be reached.
    pub floor: Floor,
}

/// Something that is typed, and what answers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lookup {
    /// What is typed, as it stands in the search box: the last word may go on.
    pub words: String,
    /// What answers it, each as well as the others; at least one.
    pub right: Vec<Answering>,
    /// What manner of lookup it is: lookups that say the same are counted together. May be empty.
    pub about: String,
}

/// What can answer a lookup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answering {
    /// A guide.
    Guide(GuideId),
    /// A term of the glossary.
    Term(TermId),
    /// A theme.
    Theme(ThemeId),
}

impl Answering {
    /// Returns its name: the id of a guide; the id of a term or a theme behind what it is.
    #[must_use]
    pub fn name(self, library: &Library) -> String {
        match self {
            Self::Guide(guide) => library.guide(guide).slug.clone(),
            Self::Term(term) => format!("term {}", library.term(term).slug),
            Self::Theme(theme) => format!("theme {}", library.theme(theme).slug),
        }
    }
}

/// What part of the lookups must find what is right: 0 to 1, nothing where none is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Floor {
    /// In the first place.
    pub first: Option<f64>,
    /// In the first three.
    pub in_three: Option<f64>,
}

impl Floor {
    /// Returns this floor, and where it asks for nothing the other.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { first: self.first.or(other.first), in_three: self.in_three.or(other.in_three) }
    }
}

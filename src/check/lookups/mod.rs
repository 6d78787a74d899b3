//! Lookups: what people type, and what they should find. A file of them says how well a pack can be searched.
//!
//! `read` makes a [`Lookups`] of the file, or says everything that is wrong with it; [`score`] searches for each
//! as a reader would. Both know the pack only by its library and its search, so any author can ask it of theirs.

mod figures;
mod read;
mod score;

use crate::guide::{GuideId, Library, ReferenceId, TermId, ThemeId};

pub use figures::{Figure, Floor};
pub use read::read;
pub use score::{Group, Miss, Ranks, Score, Tally, score};

/// How many words of a passage stand for it.
const WORDS_NAMED: usize = 5;

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
    /// What answers it, each as well as the others; empty where nothing in the pack does.
    pub right: Vec<Answering>,
    /// What manner of lookup it is: lookups that say the same are counted together. May be empty.
    pub about: String,
}

impl Lookup {
    /// Whether it asks for passages, not for guides alone.
    #[must_use]
    pub fn is_for_passages(&self) -> bool {
        self.right.iter().any(|right| matches!(right, Answering::Passage { .. }))
    }
}

/// What can answer a lookup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answering {
    /// A guide.
    Guide(GuideId),
    /// A passage of a guide.
    Passage {
        /// The guide.
        guide: GuideId,
        /// The index of the section that it stands in.
        section: usize,
        /// The index of its block.
        block: u32,
    },
    /// A term of the glossary.
    Term(TermId),
    /// A theme.
    Theme(ThemeId),
    /// A reference.
    Reference(ReferenceId),
    /// What the pack says about itself.
    About,
}

impl Answering {
    /// Returns its name: the id of a guide; that, the section and the first words of a passage; the id of a term or a
    /// theme behind what it is.
    #[must_use]
    pub fn name(self, library: &Library) -> String {
        match self {
            Self::Guide(guide) => library.guide(guide).slug.clone(),
            Self::Passage { guide, section, block } => {
                let guide = library.guide(guide);
                let section = guide.sections.get(section).map_or("", |section| &section.id);
                let text = guide.blocks.get(block as usize).map_or("", |block| &block.prose.text);
                let first: Vec<&str> = text.split_whitespace().take(WORDS_NAMED).collect();
                format!("{}#{section} “{}”", guide.slug, first.join(" "))
            }
            Self::Term(term) => format!("term {}", library.term(term).slug),
            Self::Theme(theme) => format!("theme {}", library.theme(theme).slug),
            Self::Reference(reference) => format!("reference {}", library.reference(reference).slug),
            Self::About => "about".to_owned(),
        }
    }
}

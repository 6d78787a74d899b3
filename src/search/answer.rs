//! The answer to a query: guides, terms and themes, and what there is to say where they are few or none.

use std::ops::Range;

use crate::guide::{GuideId, Library, ReferenceId, TermId, TextSpan, ThemeId};
use crate::search::query::{Correction, Filters, TermSet, Unresolved};
use crate::search::score::scores::Scores;

/// The answer to a query.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// What was found, best first.
    pub hits: Vec<Hit>,
    /// What the hits are.
    pub kind: AnswerKind,
    /// Whether they answer what was asked.
    pub certainty: Certainty,
    /// The words that were taken for others, in order of typing.
    pub corrections: Vec<Correction>,
    /// The stop words that were left out, in order of typing.
    pub ignored: Vec<String>,
    /// The words that match nothing, in order of typing.
    pub unknown: Vec<String>,
    /// The words that are kept out, in order of typing.
    pub excluded: Vec<String>,
    /// What the hits are narrowed to.
    pub filters: Filters,
    /// The typed filters that no one thing is called.
    pub unresolved: Vec<Unresolved>,
    /// What to try instead; only where nothing has the words.
    pub suggestions: Option<Box<Suggestions>>,
}

/// What to try where nothing has the words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// How many guides have the words and are kept out by filters and excluded words.
    pub elsewhere: usize,
    /// What may have been meant, to be searched for.
    pub guess: Option<String>,
    /// The themes that have a guide which the filters admit, in the pack's order.
    pub themes: Vec<ThemeId>,
}

/// What the hits of an answer are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AnswerKind {
    /// There are none.
    #[default]
    Nothing,
    /// They have the words.
    Words,
    /// They have the words, but none has the phrase as it was typed.
    RelaxedPhrase,
    /// No guide has any of the words: those with the nearest titles and aliases.
    NearestNames,
    /// There were no words: the guides that the filters admit.
    Listed,
}

/// Whether an answer is one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Certainty {
    /// The first hit is about what was typed.
    #[default]
    Sure,
    /// No hit is: these are the nearest.
    Unsure,
    /// Most of what was typed is of another language than the guides: these have some of the words.
    Foreign,
}

impl Answer {
    /// Whether no hit is about what was typed.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        self.certainty != Certainty::Sure
    }
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What it is.
    pub subject: Subject,
    /// How well it fits: comparable within one answer only. A term or a theme has less than its parts come to beside
    /// guides.
    pub score: f32,
    /// The parts of the score; zeros where no words were matched.
    pub scores: Scores,
    /// What matched in its title, as byte ranges.
    pub title: Vec<Range<usize>>,
    /// The index of the alias (`also_said`) of the guide or the term that matched, if that is why.
    pub alias: Option<usize>,
    /// How well its title, or an alias, matches as a whole, from 0 to 1.
    pub name: f32,
    /// What part of the query the passage covers, from 0 to 1: its text, the headings above it, and what people say for
    /// it. 0 for what is no passage.
    pub coverage: f32,
    /// The terms of the query that the passage has, by no synonym.
    pub(crate) has: TermSet,
}

/// What a hit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A guide.
    Guide {
        /// Which.
        guide: GuideId,
        /// The passage that fits best; none where only the title or an alias matched.
        passage: Option<Passage>,
    },
    /// A term of the glossary.
    Term {
        /// Which.
        term: TermId,
        /// What matched in its meaning, as byte ranges.
        marks: Vec<Range<usize>>,
    },
    /// A theme.
    Theme {
        /// Which.
        theme: ThemeId,
        /// What matched in its introduction, as byte ranges.
        marks: Vec<Range<usize>>,
    },
    /// A reference.
    Reference {
        /// Which.
        reference: ReferenceId,
    },
    /// What the pack says about itself.
    About {
        /// The block of its description that fits best.
        block: usize,
        /// What matched in it, as byte ranges.
        marks: Vec<Range<usize>>,
    },
}

impl Subject {
    /// Returns its title.
    #[must_use]
    pub fn title<'a>(&self, library: &'a Library) -> &'a str {
        match self {
            Self::Guide { guide, .. } => &library.guide(*guide).title,
            Self::Term { term, .. } => &library.term(*term).title,
            Self::Theme { theme, .. } => &library.theme(*theme).title,
            Self::Reference { reference } => &library.reference(*reference).title,
            Self::About { .. } => &library.pack.title,
        }
    }

    /// Returns the paragraph of the pack's description that answers.
    #[must_use]
    pub fn about<'a>(&self, library: &'a Library) -> &'a str {
        let Self::About { block, .. } = self else { return "" };
        library.pack.description.get(*block).map_or("", |block| &block.prose.text)
    }
}

impl Hit {
    /// Returns the hit of a guide that was not found by its words.
    pub(crate) fn unscored(guide: GuideId, score: f32) -> Self {
        Self {
            subject: Subject::Guide { guide, passage: None },
            score,
            scores: Scores::default(),
            title: Vec::new(),
            alias: None,
            name: 0.0,
            coverage: 0.0,
            has: TermSet::default(),
        }
    }

    /// Returns the guide, if that is what was found.
    #[must_use]
    pub fn guide(&self) -> Option<GuideId> {
        let Subject::Guide { guide, .. } = self.subject else { return None };
        Some(guide)
    }

    /// Returns the passage of the guide that fits best, if there is one.
    #[must_use]
    pub fn passage(&self) -> Option<&Passage> {
        let Subject::Guide { passage, .. } = &self.subject else { return None };
        passage.as_ref()
    }
}

/// A passage of a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The index of its section in [`Guide::sections`](crate::guide::Guide::sections).
    pub section: usize,
    /// The block, or the part of it.
    pub span: TextSpan,
    /// The words that matched, as byte ranges of the block's text.
    pub marks: Vec<Range<usize>>,
}

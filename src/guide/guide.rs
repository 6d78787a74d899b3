//! One guide.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Block, BlockKind, GuideId, ReferenceId, TermId, ThemeId};
use crate::text::StringTable;

/// Words a minute that a careful reader reads: the middle of the range for non-fiction on a screen
/// (Brysbaert 2019, *How many words do we read per minute?*, gives 238 in silent reading; we read at work, tired).
const WORDS_A_MINUTE: usize = 200;

/// One article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// Its name in files, links and commands.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Who it is for.
    pub area: Area,
    /// What kind of guide it is.
    pub kind: GuideKind,
    /// The themes it is in, at least one.
    pub themes: Vec<ThemeId>,
    /// What it is about, in a sentence.
    pub summary: String,
    /// What people say for the whole of it.
    pub aliases: StringTable,
    /// Its passages that people have words of their own for, in the order of the file.
    pub answers: Vec<Answered>,
    /// How much of the original could be read.
    pub coverage: Coverage,
    /// The elements of learning that it counts towards, as indices of [`Learning`](super::Learning).
    pub learning: Vec<u32>,
    /// The day it was last reviewed, as `2026-11-21`.
    pub reviewed: String,
    /// The pages it retells.
    pub based_on: Vec<ReferenceId>,
    /// The references it leans on, without those it is based on.
    pub references: Vec<ReferenceId>,
    /// The guides it points to.
    pub related: Vec<Related>,
    /// The guides that point to it, related or in their text, in order of titles.
    pub backlinks: Vec<GuideId>,
    /// The terms its text links, in order of first use.
    pub terms: Vec<TermId>,
    /// Its parts in reading order: opening, in brief, the written sections, questions, sources.
    pub sections: Vec<Section>,
    /// All of its text.
    pub blocks: Vec<Block>,
    /// How many words there are to read; the sources are looked up, not read.
    pub words: u32,
}

impl Guide {
    /// Returns what people say for the whole of it, then for its passages, with the block that each leads to.
    pub fn all_aliases(&self) -> impl Iterator<Item = (Option<u32>, &str)> {
        let whole = self.aliases.iter().map(|said| (None, said));
        let passages = self.answers.iter();
        whole.chain(passages.flat_map(|answer| answer.aliases.iter().map(|said| (Some(answer.block), said))))
    }

    /// Returns the whole minutes it takes to read, at least one.
    #[must_use]
    pub fn minutes(&self) -> usize {
        minutes(self.words as usize)
    }

    /// Returns for each block the whole minutes left to read from it on, none at the end: counted once, because it is
    /// asked for with every line that is scrolled.
    #[must_use]
    pub fn minutes_left(&self) -> Vec<usize> {
        let sources = self.sections.iter().find(|section| section.part == Part::Sources);
        let end = sources.map_or(self.blocks.len(), |section| section.first as usize);
        let mut words = 0;
        let counted = self.blocks.iter().enumerate().rev().map(|(index, block)| {
            if index < end && block.kind != BlockKind::Meta {
                words += block.prose.words();
            }
            minutes(words)
        });
        let mut left: Vec<usize> = counted.collect();
        left.reverse();
        left
    }

    /// Returns the index of the section that block `block` is in.
    #[must_use]
    pub fn section_of(&self, block: u32) -> usize {
        self.sections.iter().rposition(|section| section.first <= block).unwrap_or(0)
    }

    /// Returns the blocks of section `index`.
    #[must_use]
    pub fn section_blocks(&self, index: usize) -> Range<usize> {
        let first = self.sections.get(index).map_or(self.blocks.len(), |section| section.first as usize);
        let last = self.sections.get(index + 1).map_or(self.blocks.len(), |section| section.first as usize);
        first..last
    }

    /// Returns the blocks of its short form: title, summary, what it says in brief, and the questions.
    #[must_use]
    pub fn brief(&self) -> Vec<Range<usize>> {
        let is_brief =
            |section: &Section| matches!(section.part, Part::Opening | Part::InBrief | Part::Questions);
        let sections = self.sections.iter().enumerate();
        sections.filter(|(_, section)| is_brief(section)).map(|(at, _)| self.section_blocks(at)).collect()
    }

    /// Returns the blocks of its questions: the items below the sentence that stands above them.
    pub fn questions(&self) -> impl Iterator<Item = usize> + '_ {
        let section = self.sections.iter().position(|section| section.part == Part::Questions);
        let blocks = section.map_or(0..0, |section| self.section_blocks(section));
        blocks.filter(|at| self.blocks.get(*at).is_some_and(|block| !block.nesting.is_empty()))
    }

    /// Returns the text of the nearest heading at or above block `block`: a heading in a section, the section's
    /// title, or the guide's.
    #[must_use]
    pub fn heading_of(&self, block: u32) -> &str {
        let up_to = self.blocks.get(..=block as usize).unwrap_or(&self.blocks);
        up_to
            .iter()
            .rev()
            .find(|block| block.kind.is_heading_or_title())
            .map_or(&self.title, |block| &block.prose.text)
    }

    /// Returns the line under the title: kind, area and minutes.
    #[must_use]
    pub fn meta_line(kind: GuideKind, area: Area, words: usize) -> String {
        format!("{} · {} · {} min", kind.label(), area.label(), minutes(words))
    }
}

fn minutes(words: usize) -> usize {
    words.div_ceil(WORDS_A_MINUTE)
}

/// A passage of a guide that people have words of their own for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Its block: of a row of a table the first cell; of a paragraph that leads into a list, that paragraph.
    pub block: u32,
    /// What people say for it.
    pub aliases: StringTable,
}

/// A part of a guide that has a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its name in links: `guide#id`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Which part it is.
    pub part: Part,
    /// Its first block; it ends where the next one begins.
    pub first: u32,
}

/// The parts that a guide is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Title and summary.
    Opening,
    /// What someone mid-conversation needs.
    InBrief,
    /// A section as it is written.
    Written,
    /// The reflective questions.
    Questions,
    /// What it is based on and leans on.
    Sources,
}

/// A guide that another one points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// The guide pointed to.
    pub guide: GuideId,
    /// Why, in a few words.
    pub why: String,
}

/// Who a guide is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// Workers, managers and organisations.
    Workforce,
    /// Young people with care experience.
    YoungPeople,
}

impl Area {
    /// Every area, in the order they are shown.
    pub const ALL: [Self; 2] = [Self::Workforce, Self::YoungPeople];

    /// Returns its name in files and commands.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Workforce => "workforce",
            Self::YoungPeople => "young-people",
        }
    }

    /// Returns its name on the screen.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Workforce => "The workforce",
            Self::YoungPeople => "Young people",
        }
    }

    /// Returns whom it is for, to stand in a line.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Workforce => "for the workforce",
            Self::YoungPeople => "for young people",
        }
    }
}

/// What kind of guide it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GuideKind {
    /// Ideas behind the work.
    Theory,
    /// For work with a young person.
    Practice,
    /// For managers and teams.
    Organisation,
    /// For the worker's own wellbeing.
    Wellbeing,
    /// Speaks to the young person.
    YoungPeople,
}

impl GuideKind {
    /// Every kind.
    pub const ALL: [Self; 5] =
        [Self::Theory, Self::Practice, Self::Organisation, Self::Wellbeing, Self::YoungPeople];

    /// Returns its name in files and commands.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Theory => "theory",
            Self::Practice => "practice",
            Self::Organisation => "organisation",
            Self::Wellbeing => "wellbeing",
            Self::YoungPeople => "young-people",
        }
    }

    /// Returns its name on the screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Theory => "Theory guide",
            Self::Practice => "Practice guide",
            Self::Organisation => "Organisation guide",
            Self::Wellbeing => "Wellbeing guide",
            Self::YoungPeople => "Young people’s guide",
        }
    }
}

/// How much of the original page could be read when the guide was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Coverage {
    /// All of it.
    Full,
    /// Its opening.
    Partial,
    /// The card that leads to it.
    Teaser,
    /// Only that it exists.
    Mention,
    /// It retells no page of the toolkit.
    Other,
}

impl Coverage {
    /// Every one.
    pub const ALL: [Self; 5] = [Self::Full, Self::Partial, Self::Teaser, Self::Mention, Self::Other];

    /// Returns its name in files and listings.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::Teaser => "teaser",
            Self::Mention => "mention",
            Self::Other => "other",
        }
    }

    /// Returns what a reader is told about it.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Full => "The whole of the original page was read for this guide.",
            Self::Partial => "Only the opening of the original page could be read for this guide.",
            Self::Teaser => "Only the short introduction to the original page could be read for this guide.",
            Self::Mention => "The original page could not be read; other pages mention it.",
            Self::Other => {
                "This guide does not retell a page of the toolkit; it draws on the sources that are named here."
            }
        }
    }
}

//! From a durable address back to a place: the words where they were, the words elsewhere, words like them, the
//! heading, the guide. Nothing is dropped: the last answer says what has gone.

use std::cmp::Reverse;
use std::fmt;

use super::anchor::Anchor;
use super::words::{GuideWord, Stretch, stretches, words, words_of};
use crate::guide::{Guide, GuideId, Library, TextPos};
use crate::text::fold_text;

/// So many words, quoted or around, make a passage: fewer stand in many places by chance.
const CONVINCING: usize = 4;

/// So many words in another guide show that the passage has moved there.
const MOVED: usize = 8;

/// Where a durable address leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved {
    /// The guide.
    pub guide: GuideId,
    /// The place in it.
    pub pos: TextPos,
    /// What was found there.
    pub kind: MatchKind,
}

/// What was found of a durable address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatchKind {
    /// The words, where they were or somewhere else.
    Words,
    /// Words like them: a few were changed.
    LikeWords,
    /// The nearest heading; the words have gone.
    Heading,
    /// The section; words and heading have gone.
    Section,
    /// The guide; the section has gone too.
    Guide,
}

impl MatchKind {
    /// Returns its name in listings.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::LikeWords => "like-words",
            Self::Heading => "heading",
            Self::Section => "section",
            Self::Guide => "guide",
        }
    }

    /// Returns what is to be said about the place, if it is not quite the one that was meant.
    #[must_use]
    pub fn sentence(self) -> Option<&'static str> {
        match self {
            Self::Words => None,
            Self::LikeWords => Some("The words here have changed a little since."),
            Self::Heading => Some("These words have changed since. This is the nearest heading."),
            Self::Section => Some("These words have changed since. This is the section that they were in."),
            Self::Guide => {
                Some("These words and their section have gone. This is the guide that they were in.")
            }
        }
    }
}

/// Why a durable address leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unresolved {
    /// It leads into another pack, of this name.
    OtherPack(String),
    /// The guide of this title has gone.
    Gone(String),
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherPack(pack) => {
                write!(f, "This is in another set of guides, “{pack}”. Open that one to go there.")
            }
            Self::Gone(title) => write!(f, "The guide “{title}” is no longer here."),
        }
    }
}

impl Anchor {
    /// Returns where it leads in this library.
    ///
    /// # Errors
    ///
    /// It is in another pack, or its guide has gone and its words are nowhere.
    pub fn resolve(&self, library: &Library) -> Result<Resolved, Unresolved> {
        if library.pack.slug != self.key.pack {
            return Err(Unresolved::OtherPack(self.key.pack.clone()));
        }
        let title = fold_text(&self.title);
        let same_title = |id: &GuideId| fold_text(&library.guide(*id).title) == title;
        let guide = self.key.find(library).or_else(|| library.guide_ids().find(same_title));
        match guide {
            Some(guide) => {
                let (pos, kind) = self.place_in(library.guide(guide));
                Ok(Resolved { guide, pos, kind })
            }
            None => self.moved(library).ok_or_else(|| Unresolved::Gone(self.title.clone())),
        }
    }

    /// Returns where the words stand in another guide than they did, if they are enough to tell.
    fn moved(&self, library: &Library) -> Option<Resolved> {
        let wanted: Vec<String> = words(&self.quote.exact).collect();
        if wanted.len() < MOVED {
            return None;
        }
        library.guide_ids().find_map(|guide| {
            let text = words_in(library.guide(guide));
            let found = stretches(&wanted, &text, 0);
            let pos = text.get(found.first()?.start)?.pos;
            Some(Resolved { guide, pos, kind: MatchKind::Words })
        })
    }

    fn place_in(&self, guide: &Guide) -> (TextPos, MatchKind) {
        let wanted: Vec<String> = words(&self.quote.exact).collect();
        if self.is_unmoved(guide, &wanted) {
            return (self.pos, MatchKind::Words);
        }
        self.find_words(guide, &wanted).unwrap_or_else(|| self.nearest(guide))
    }

    /// Whether the words stand where they stood, under the same heading.
    fn is_unmoved(&self, guide: &Guide, wanted: &[String]) -> bool {
        let index = self.pos.block as usize;
        let words = guide.blocks.get(index).into_iter().flat_map(|block| words_of(index, block));
        let here: Vec<GuideWord> = words.skip_while(|word| word.pos < self.pos).take(wanted.len()).collect();
        here.first().is_some_and(|word| word.pos == self.pos)
            && guide.heading_of(self.pos.block) == self.heading
            && wanted.iter().eq(here.iter().map(|word| &word.text))
    }

    /// Returns where the words are now, or words like them: those nearest to them, in their section if several
    /// are, with the same words around them if several are there, and last the ones nearest to where they were.
    fn find_words(&self, guide: &Guide, wanted: &[String]) -> Option<(TextPos, MatchKind)> {
        if wanted.is_empty() {
            return None;
        }
        let text = words_in(guide);
        let before: Vec<String> = words(&self.quote.before).collect();
        let after: Vec<String> = words(&self.quote.after).collect();
        let around = |stretch: &Stretch| {
            let above = text.get(..stretch.start).unwrap_or_default().iter().rev();
            let below = text.get(stretch.end..).unwrap_or_default().iter();
            same(before.iter().rev(), above) + same(after.iter(), below)
        };
        let convinces = |stretch: &Stretch| {
            wanted.len() - stretch.slips.min(wanted.len()) + around(stretch) >= CONVINCING
                || is_block(&text, stretch)
        };
        let found = stretches(wanted, &text, wanted.len() / 3).into_iter().filter(convinces);
        let best = found.min_by_key(|stretch| {
            let block = text.get(stretch.start).map_or(0, |word| word.pos.block);
            let elsewhere = section_of(guide, block) != self.section;
            (stretch.slips, elsewhere, Reverse(around(stretch)), block.abs_diff(self.pos.block))
        })?;
        let kind = if best.slips == 0 { MatchKind::Words } else { MatchKind::LikeWords };
        Some((text.get(best.start)?.pos, kind))
    }

    /// Returns the nearest heading, the section or the beginning of the guide.
    fn nearest(&self, guide: &Guide) -> (TextPos, MatchKind) {
        let heading = fold_text(&self.heading);
        let headings =
            guide.blocks.iter().zip(0_u32..).filter(|(block, _)| {
                block.kind.is_heading_or_title() && fold_text(&block.prose.text) == heading
            });
        let nearest = headings
            .map(|(_, block)| block)
            .min_by_key(|block| (section_of(guide, *block) != self.section, block.abs_diff(self.pos.block)));
        let section = || guide.sections.iter().find(|section| section.id == self.section);
        match (nearest, section()) {
            (Some(block), _) => (TextPos { block, byte: 0 }, MatchKind::Heading),
            (None, Some(section)) => (TextPos { block: section.first, byte: 0 }, MatchKind::Section),
            (None, None) => (TextPos::default(), MatchKind::Guide),
        }
    }
}

/// Returns the name of the section that a block is in.
fn section_of(guide: &Guide, block: u32) -> &str {
    guide.sections.get(guide.section_of(block)).map_or("", |section| &section.id)
}

/// Returns all words of a guide.
fn words_in(guide: &Guide) -> Vec<GuideWord> {
    guide.blocks.iter().enumerate().flat_map(|(index, block)| words_of(index, block)).collect()
}

/// Returns how many words are the same before the first that is not.
fn same<'a>(wanted: impl Iterator<Item = &'a String>, text: impl Iterator<Item = &'a GuideWord>) -> usize {
    wanted.zip(text).take_while(|(wanted, word)| **wanted == word.text).count()
}

/// Whether a stretch is the whole of a block, as the words of a heading are.
fn is_block(text: &[GuideWord], stretch: &Stretch) -> bool {
    let block = |at: usize| text.get(at).map(|word| word.pos.block);
    let first = block(stretch.start);
    let before = stretch.start.checked_sub(1).and_then(block);
    stretch.slips == 0 && block(stretch.end - 1) == first && before != first && block(stretch.end) != first
}

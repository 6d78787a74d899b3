//! A durable address: where a passage was, and the words that it had.
//!
//! A guide is edited, and a position in it then leads somewhere else. So an anchor also keeps the words at the
//! position and a few around them, as the text-quote selector of the W3C *Web Annotation Data Model* (2017,
//! section 4.2.4) does, and the heading that they stand under.

use super::words::{GuideWord, words_of};
use crate::guide::{GuideId, Library, TextPos};
use crate::text::{clean_line, slice};

/// How many words are kept: enough that no other passage of a guide has them, and to know it by in a list.
const WORDS: usize = 12;

/// How many words are kept before them, and after them.
const AROUND: usize = 6;

/// How many bytes of words are kept at most, where words are long.
const BYTES_AT_MOST: usize = 160;

/// A guide by its names, which last longer than its id.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct GuideKey {
    /// The name of its pack.
    pub pack: String,
    /// Its own name.
    pub guide: String,
}

impl GuideKey {
    /// Returns the names of a guide.
    #[must_use]
    pub fn of(library: &Library, guide: GuideId) -> Self {
        Self { pack: library.pack.slug.clone(), guide: library.guide(guide).slug.clone() }
    }

    /// Returns the guide, if it is in this library.
    #[must_use]
    pub fn find(&self, library: &Library) -> Option<GuideId> {
        library.guide_id(&self.guide).filter(|_| library.pack.slug == self.pack)
    }
}

/// A durable address of a place in a guide. Where it leads now: [`Anchor::resolve`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The guide.
    pub key: GuideKey,
    /// The title of the guide, to say what has gone.
    pub title: String,
    /// The name of the section.
    pub section: String,
    /// The text of the nearest heading above.
    pub heading: String,
    /// The words there.
    pub quote: Quote,
    /// Where they were.
    pub pos: TextPos,
}

/// Words and what stands around them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quote {
    /// The words before.
    pub before: String,
    /// The words; none where the guide has none.
    pub exact: String,
    /// The words after.
    pub after: String,
}

impl Anchor {
    /// Returns the durable address of the first word at or behind `pos`.
    #[must_use]
    pub fn of(library: &Library, guide: GuideId, pos: TextPos) -> Self {
        let text = library.guide(guide);
        let block = pos.block as usize;
        let words =
            |index: usize| text.blocks.get(index).into_iter().flat_map(move |block| words_of(index, block));
        // The words from here on, or where there are none the last ones above.
        let here = (block..text.blocks.len())
            .flat_map(words)
            .filter(|word| word.pos.block > pos.block || word.end > pos.byte);
        let mut ahead: Vec<GuideWord> = here.take(WORDS + AROUND).collect();
        if ahead.is_empty() {
            let above = (0..block.min(text.blocks.len())).rev().find(|index| words(*index).next().is_some());
            ahead = above.into_iter().flat_map(words).collect();
        }
        let start = ahead.first().map_or(pos, |word| word.pos);
        let quoted = quoted(&ahead);
        let mut behind: Vec<GuideWord> = (0..=start.block as usize)
            .rev()
            .flat_map(|index| {
                let before: Vec<GuideWord> = words(index).filter(|word| word.pos < start).collect();
                before.into_iter().rev()
            })
            .take(AROUND)
            .collect();
        behind.reverse();
        let quote = Quote {
            before: joined(library, guide, &behind),
            exact: joined(library, guide, ahead.get(..quoted).unwrap_or_default()),
            after: joined(
                library,
                guide,
                ahead.get(quoted..(quoted + AROUND).min(ahead.len())).unwrap_or_default(),
            ),
        };
        Self {
            key: GuideKey::of(library, guide),
            title: text.title.clone(),
            section: text
                .sections
                .get(text.section_of(start.block))
                .map_or_else(String::new, |section| section.id.clone()),
            heading: text.heading_of(start.block).to_owned(),
            quote,
            pos: start,
        }
    }
}

/// Returns how many of the words ahead are quoted: those of one block, and not too many.
fn quoted(ahead: &[GuideWord]) -> usize {
    let Some(first) = ahead.first() else { return 0 };
    let fits = |word: &GuideWord| {
        word.pos.block == first.pos.block && (word.end - first.pos.byte) as usize <= BYTES_AT_MOST
    };
    ahead.iter().take(WORDS).take_while(|word| fits(word)).count().max(1)
}

/// Returns the text from the first to the last of some words; the texts of two blocks with a blank between them.
fn joined(library: &Library, guide: GuideId, words: &[GuideWord]) -> String {
    let blocks = words.chunk_by(|a, b| a.pos.block == b.pos.block);
    let parts = blocks.filter_map(|words| {
        let (first, last) = (words.first()?, words.last()?);
        let text = &library.guide(guide).blocks.get(first.pos.block as usize)?.prose.text;
        Some(slice(text, first.pos.byte as usize..last.end as usize))
    });
    // A word without end is cut; where it is compared, its beginning counts.
    clean_line(&parts.collect::<Vec<_>>().join(" ")).chars().take(2 * BYTES_AT_MOST).collect()
}

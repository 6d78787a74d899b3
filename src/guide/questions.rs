//! The reflective questions of a library, in order or as chance draws them.

use super::{Guide, GuideId, Library, TextPos};

/// A reflective question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The guide that asks it.
    pub guide: GuideId,
    /// The index of its block.
    pub block: u32,
    /// Its number in the guide, from 1.
    pub number: usize,
}

impl Question {
    /// Returns where it stands.
    #[must_use]
    pub fn pos(self) -> TextPos {
        TextPos { block: self.block, byte: 0 }
    }

    /// Returns its words.
    #[must_use]
    pub fn text(self, library: &Library) -> &str {
        let block = library.guide(self.guide).blocks.get(self.block as usize);
        block.map_or("", |block| block.prose.text.as_str())
    }
}

impl Guide {
    /// Returns the blocks of its questions, as positions in the text have them.
    pub fn question_blocks(&self) -> impl Iterator<Item = u32> {
        self.questions().filter_map(|at| u32::try_from(at).ok())
    }
}

impl Library {
    /// Returns all questions, guide by guide.
    pub fn questions(&self) -> impl Iterator<Item = Question> {
        self.guide_ids().flat_map(|guide| self.questions_of(guide))
    }

    /// Returns the questions of a guide.
    pub fn questions_of(&self, guide: GuideId) -> impl Iterator<Item = Question> {
        let blocks = self.guide(guide).question_blocks().enumerate();
        blocks.map(move |(index, block)| Question { guide, block, number: index + 1 })
    }
}

/// Puts things in the order in which chance draws them: the same seed draws the same (Fisher and Yates 1938, in the
/// form of Durstenfeld 1964; the numbers are those of `SplitMix64`, Steele et al. 2014).
pub fn draw<T>(things: &mut [T], seed: u64) {
    let mut state = seed;
    for last in (1..things.len()).rev() {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        let bound = u64::try_from(last + 1).unwrap_or(u64::MAX);
        let picked = usize::try_from(z % bound).unwrap_or(last);
        things.swap(last, picked);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thing_is_drawn_once_and_a_seed_draws_the_same() {
        let drawn = |seed| {
            let mut things: Vec<u32> = (0..50).collect();
            draw(&mut things, seed);
            things
        };
        assert_eq!(drawn(7), drawn(7));
        assert_ne!(drawn(7), drawn(8));
        let mut sorted = drawn(7);
        sorted.sort_unstable();
        assert_eq!(sorted, (0..50).collect::<Vec<u32>>());
        draw::<u32>(&mut [], 1);
    }
}

//! A phrase as items in order, looked for in sets of positions: a bit for each word of the query.

/// Words that may stand between two items.
pub(super) const GAP: u8 = 2;

/// Words that may stand where a phrase has two dots.
pub(super) const WIDE_GAP: u8 = 10;

/// Where each item stands in a query of so many words.
#[derive(Debug, Clone)]
pub(super) struct Positions {
    items: Vec<u64>,
    words: usize,
}

impl Positions {
    pub(super) fn new(items: usize, words: usize) -> Self {
        Self { items: vec![0; items], words }
    }

    pub(super) fn add(&mut self, item: u16, at: usize) {
        if let Some(bits) = self.items.get_mut(usize::from(item)) {
            *bits |= 1_u64.checked_shl(u32::try_from(at).unwrap_or(u32::MAX)).unwrap_or(0);
        }
    }

    /// Takes the words at these positions out of all items.
    pub(super) fn take_out(&mut self, words: u64) {
        self.items.iter_mut().for_each(|bits| *bits &= !words);
    }

    /// Adds the positions of others.
    pub(super) fn join(&mut self, others: &Self) {
        self.items.iter_mut().zip(&others.items).for_each(|(bits, other)| *bits |= other);
    }

    fn of(&self, item: u16) -> u64 {
        self.items.get(usize::from(item)).copied().unwrap_or(0)
    }
}

/// A phrase.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    /// Its items, each with the words that may stand before it.
    pub(super) items: Vec<(u16, u8)>,
    /// The situation that it speaks of, by its index.
    pub(super) leads_to: usize,
    /// How much it counts.
    pub(super) weight: u16,
    /// Whether nothing else may stand in the query.
    pub(super) is_all: bool,
}

impl Pattern {
    pub(super) fn matches(&self, positions: &Positions) -> bool {
        // Most phrases lack a word: that is seen at once.
        (!self.is_all || positions.words == self.items.len())
            && self.items.iter().all(|(item, _)| positions.of(*item) != 0)
            && self.ends(positions).last().is_some_and(|last| *last != 0)
    }

    /// Returns the words that the phrase is made of wherever it stands.
    pub(super) fn matched(&self, positions: &Positions) -> u64 {
        if self.items.iter().any(|(item, _)| positions.of(*item) == 0) {
            return 0;
        }
        let ends = self.ends(positions);
        let mut all = 0;
        let mut behind = u64::MAX;
        let mut gap = 0;
        for (index, (ends, (_, before))) in ends.iter().zip(&self.items).enumerate().rev() {
            let here = if index + 1 == self.items.len() { *ends } else { *ends & up_to_before(behind, gap) };
            all |= here;
            (behind, gap) = (here, *before);
        }
        all
    }

    /// Returns for each item the positions at which the phrase up to it can end.
    fn ends(&self, positions: &Positions) -> Vec<u64> {
        let mut reached = u64::MAX;
        let items = self.items.iter().enumerate().map(|(index, (item, gap))| {
            let here = positions.of(*item) & if index == 0 { u64::MAX } else { up_to_behind(reached, *gap) };
            reached = here;
            here
        });
        items.collect()
    }
}

/// Returns the positions behind these, with at most `gap` words between.
fn up_to_behind(bits: u64, gap: u8) -> u64 {
    (1..=u32::from(gap) + 1).fold(0, |all, by| all | bits << by)
}

/// Returns the positions before these, with at most `gap` words between.
fn up_to_before(bits: u64, gap: u8) -> u64 {
    (1..=u32::from(gap) + 1).fold(0, |all, by| all | bits >> by)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Items by their letters: `a` is item 0.
    fn positions(query: &str) -> Positions {
        let mut positions = Positions::new(26, query.len());
        query.bytes().enumerate().for_each(|(at, letter)| positions.add(u16::from(letter - b'a'), at));
        positions
    }

    fn pattern(items: &[(u8, u8)]) -> Pattern {
        let items = items.iter().map(|(letter, gap)| (u16::from(letter - b'a'), *gap)).collect();
        Pattern { items, leads_to: 0, weight: 1, is_all: false }
    }

    #[test]
    fn items_stand_in_order_and_near_each_other() {
        let ab = pattern(&[(b'a', GAP), (b'b', GAP)]);
        for (query, is_there) in
            [("ab", true), ("axxb", true), ("axxxb", false), ("ba", false), ("axxxab", true)]
        {
            assert_eq!(ab.matches(&positions(query)), is_there, "{query}");
        }
        assert!(pattern(&[(b'a', GAP), (b'b', WIDE_GAP)]).matches(&positions("axxxxxxxxxxb")));
    }

    #[test]
    fn the_words_of_a_phrase_are_known() {
        let ab = pattern(&[(b'a', GAP), (b'b', GAP)]);
        assert_eq!(ab.matched(&positions("xaxbxxxxaxxxxxb")), 0b1010);
        assert_eq!(ab.matched(&positions("xxx")), 0);
    }
}

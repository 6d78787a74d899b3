//! What a misspelt word may have been meant to be.

use crate::text::distance_within;

/// The words that others are compared with, by their number of letters.
#[derive(Debug, Clone, Default)]
pub(super) struct Spellings {
    by_length: Vec<Vec<(u32, String)>>,
}

/// A word of fewer letters has too many neighbours.
const SHORTEST: usize = 3;

impl Spellings {
    pub(super) fn add(&mut self, word: &str) {
        let length = word.chars().count();
        if length < SHORTEST || word.starts_with(|c: char| c.is_ascii_digit()) {
            return;
        }
        if self.by_length.len() <= length {
            self.by_length.resize_with(length + 1, Vec::new);
        }
        if let Some(words) = self.by_length.get_mut(length) {
            words.push((letters(word), word.to_owned()));
        }
    }

    /// Returns the known words that are nearest to a word, if any is near enough for its length.
    pub(super) fn meant(&self, word: &str) -> impl Iterator<Item = &str> {
        let length = word.chars().count();
        let own = letters(word);
        let mut nearest = u32::MAX;
        let mut found: Vec<&str> = Vec::new();
        let range = if length < SHORTEST { 0..0 } else { length.saturating_sub(2)..length + 3 };
        for other_length in range {
            let allowed = allowed(other_length.min(length + 1));
            for (signature, other) in self.by_length.get(other_length).map_or(&[][..], Vec::as_slice) {
                // A letter more or less or another one changes at most two bits.
                if (signature ^ own).count_ones() > 2 * allowed {
                    continue;
                }
                let Some(edits) = distance_within(word, other, allowed.min(nearest)) else { continue };
                // Of three letters two may have changed places. Who slips twice still begins with the right letter.
                let is_swap = *signature == own;
                let begins_alike = word.chars().next() == other.chars().next();
                if (length.max(other_length) <= SHORTEST && !is_swap) || (edits > 1 && !begins_alike) {
                    continue;
                }
                if edits < nearest {
                    nearest = edits;
                    found.clear();
                }
                found.push(other);
            }
        }
        found.into_iter()
    }
}

/// Returns how many slips there may be in a word of so many letters.
fn allowed(letters: usize) -> u32 {
    if letters >= 8 { 2 } else { 1 }
}

/// Returns a bit for each letter in a word: what differs in more than a few bits is far away.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |bits, byte| bits | 1 << (byte % 32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_seen_through() {
        let mut spellings = Spellings::default();
        for word in ["suicide", "paracetamol", "rape", "hit", "me"] {
            spellings.add(word);
        }
        for (typed, meant) in [
            ("suiside", Some("suicide")),
            ("parecetemol", Some("paracetamol")),
            ("rpae", Some("rape")),
            ("hti", Some("hit")),
            ("hat", None),
            ("mee", None),
            ("supper", None),
        ] {
            assert_eq!(spellings.meant(typed).next(), meant, "{typed}");
        }
    }
}

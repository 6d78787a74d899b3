//! How many edits part two words, up to a limit: for whole vocabularies that are gone through at every key.

/// The longest word that is compared: longer ones are no words that people mistype.
const LONGEST: usize = 40;

/// The distances of beginnings of a word from nothing.
const FIRST_ROW: [u32; LONGEST + 1] = {
    let mut row = [0; LONGEST + 1];
    let mut index = 1;
    while index <= LONGEST {
        row[index] = row[index - 1] + 1;
        index += 1;
    }
    row
};

/// Returns the optimal string alignment distance of two words (Boytsov 2011, section 2.2: insertions, deletions,
/// replacements and swaps of neighbours, one each), if it is at most `limit`.
///
/// The same measure as `strsim::osa_distance`, given up as soon as the limit is passed and without allocation.
#[must_use]
pub fn distance_within(a: &str, b: &str, limit: u32) -> Option<u32> {
    last_row(a, b, limit).map(|row| row.whole).filter(|distance| *distance <= limit)
}

/// Returns the distance of `a` from the nearest prefix of `b`, if it is at most `limit`: what parts a word that is still
/// being typed from one that it may become.
#[must_use]
pub fn prefix_distance_within(a: &str, b: &str, limit: u32) -> Option<u32> {
    last_row(a, b, limit).map(|row| row.nearest_prefix).filter(|distance| *distance <= limit)
}

/// What the last row of the table of distances says.
struct LastRow {
    whole: u32,
    nearest_prefix: u32,
}

fn last_row(a: &str, b: &str, limit: u32) -> Option<LastRow> {
    let mut letters = ['\0'; LONGEST];
    let mut width = 0;
    for c in b.chars() {
        *letters.get_mut(width)? = c;
        width += 1;
    }
    let mut before = [0; LONGEST + 1];
    let mut above: [u32; LONGEST + 1] = FIRST_ROW;
    let mut row = [0; LONGEST + 1];
    let mut previous = '\0';
    let mut least_above = 0;
    for (i, from) in (0..).zip(a.chars()) {
        row[0] = i + 1;
        let mut least = i + 1;
        for j in 0..width {
            let to = letters[j];
            let mut cell = (above[j] + u32::from(from != to)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && from == letters[j - 1] && previous == to {
                cell = cell.min(before[j - 1] + 1);
            }
            row[j + 1] = cell;
            least = least.min(cell);
        }
        // A swap reaches back over one row, so two rows in sequence must be past the limit.
        if least > limit && least_above > limit {
            return None;
        }
        (before, above, row) = (above, row, before);
        (previous, least_above) = (from, least);
    }
    let nearest_prefix = above[..=width].iter().copied().min().unwrap_or(u32::MAX);
    Some(LastRow { whole: above[width], nearest_prefix })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strsim::osa_distance;

    use super::*;

    #[test]
    fn a_beginning_is_enough_for_a_word_being_typed() {
        assert_eq!(distance_within("realt", "relationship", 1), None);
        assert_eq!(prefix_distance_within("realt", "relationship", 1), Some(1));
        assert_eq!(prefix_distance_within("xyz", "relationship", 1), None);
    }

    #[test]
    fn what_is_too_long_is_far() {
        assert_eq!(distance_within(&"a".repeat(41), &"a".repeat(41), 2), None);
        assert_eq!(distance_within("", "ab", 2), Some(2));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_is_the_distance_up_to_the_limit(a in "[abcé]{0,6}", b in "[abcé]{0,6}", limit in 0_u32..4) {
            let distance = u32::try_from(osa_distance(&a, &b)).unwrap();
            prop_assert_eq!(distance_within(&a, &b, limit), (distance <= limit).then_some(distance));
        }
    }
}

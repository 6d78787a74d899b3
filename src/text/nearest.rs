//! The nearest known word to one that is not known: "did you mean".

use strsim::osa_distance;

/// Returns the candidate nearest to `word`, if one is near enough to be meant: within a third of its length,
/// at least one, by insertions, deletions, replacements and swaps of neighbours. The first of equals wins.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = word.chars().count();
    if letters > 200 {
        return None;
    }
    let limit = (letters / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(letters) <= limit)
        .map(|candidate| (osa_distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_offered_and_a_stranger_is_not() {
        let known = ["title", "themes", "summary"];
        assert_eq!(nearest("theme", known), Some("themes"));
        assert_eq!(nearest("titel", known), Some("title"));
        assert_eq!(nearest("colour", known), None);
    }
}

//! The words that the guard goes by, read from the files that the program brings.

use serde::Deserialize;

/// The words, each list in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(super) struct Words {
    /// Given names that are nothing else.
    pub(super) given: List,
    /// Given names that are ordinary words, months or places too.
    pub(super) ambiguous: List,
    /// Titles that stand before a name and are nothing else.
    pub(super) titles: List,
    /// Titles that are ordinary words too.
    pub(super) loose_titles: List,
    /// Words that a title may stand before and that are no name.
    pub(super) no_surnames: List,
    /// Words before a name: *ask*, *tell*, *with*.
    pub(super) addressing: List,
    /// Words behind somebody: *wants*, *needs*, *said*.
    pub(super) doing: List,
    /// What only somebody does: *wants*, *said*.
    pub(super) feeling: List,
    /// Words behind somebody who is meant in small letters.
    pub(super) behind_somebody: List,
    /// Words before a month: *in*, *until*.
    pub(super) before_month: List,
    /// Words behind the name of a place or an organisation: *Council*, *Street*.
    pub(super) after_place: List,
    /// Words before the name of a place: *Isle of*, *Fort*.
    pub(super) before_place: List,
    /// Words that stand near a date of birth.
    pub(super) birth: List,
    /// Words before the number of a case.
    pub(super) case: List,
    /// Places that are given names too.
    pub(super) places: List,
    /// Words before a place.
    pub(super) to_place: List,
    /// Words with a capital that are no name.
    pub(super) known: List,
    /// Words that own something and are no name.
    pub(super) owners: List,
    /// Months and their short forms.
    pub(super) months: List,
    /// Beginnings of numbers that everybody may ring.
    pub(super) public_numbers: List,
}

/// Words in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub(super) struct List(Vec<String>);

impl From<String> for List {
    fn from(text: String) -> Self {
        let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }
}

impl List {
    /// Whether a folded word is one of these.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.binary_search_by(|own| own.as_str().cmp(word)).is_ok()
    }

    /// Whether a text begins with one of these.
    pub(super) fn begins(&self, text: &str) -> bool {
        self.0.iter().any(|own| text.starts_with(own.as_str()))
    }
}

impl Words {
    /// Returns the words that the program brings.
    pub(super) fn embedded() -> Self {
        let names: Self = toml::from_str(include_str!("names.toml")).unwrap_or_default();
        let words: Self = toml::from_str(include_str!("words.toml")).unwrap_or_default();
        Self { given: names.given, ambiguous: names.ambiguous, ..words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_can_be_read_and_no_list_is_empty() {
        assert!(toml::from_str::<Words>(include_str!("names.toml")).is_ok());
        assert!(toml::from_str::<Words>(include_str!("words.toml")).is_ok());
        let Words { given, ambiguous, titles, loose_titles, no_surnames, addressing, .. } = Words::embedded();
        let Words { doing, before_month, after_place, before_place, birth, .. } = Words::embedded();
        let Words {
            case,
            months,
            public_numbers,
            places,
            to_place,
            known,
            owners,
            feeling,
            behind_somebody,
            ..
        } = Words::embedded();
        for list in [
            given,
            ambiguous,
            titles,
            loose_titles,
            no_surnames,
            addressing,
            doing,
            before_month,
            after_place,
            before_place,
            birth,
            case,
            months,
            public_numbers,
            places,
            to_place,
            known,
            owners,
            feeling,
            behind_somebody,
        ] {
            assert!(!list.0.is_empty());
        }
    }
}

//! The words that the guard goes by, read from the files that the program brings.

use serde::Deserialize;

/// The two files as one: no list stands in both, and none may be missing.
const FILES: &str = concat!(include_str!("names.toml"), "\n", include_str!("words.toml"));

/// The words, each list in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
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
    /// Words before such a one, where one of `behind_somebody` follows.
    pub(super) before_somebody: List,
    /// Words before somebody who is addressed in small letters.
    pub(super) ordering: List,
    /// Words behind a word that was not addressed: *tell hope from fear*.
    pub(super) behind_thing: List,
    /// What somebody in small letters does.
    pub(super) saying: List,
    /// What befalls somebody in small letters, behind *was*.
    pub(super) befalling: List,
    /// Words behind *NAME and*.
    pub(super) possessives: List,
    /// Words behind *NAME to*.
    pub(super) to_do: List,
    /// Words before a name that nobody knows, besides those of `addressing`.
    pub(super) before_stranger: List,
    /// Words in small letters that a surname begins with.
    pub(super) particles: List,
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
        toml::from_str(FILES).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_files_can_be_read_and_no_list_is_empty() {
        assert!(toml::from_str::<Words>(FILES).is_ok());
        for (name, list) in toml::from_str::<BTreeMap<String, List>>(FILES).unwrap() {
            assert!(!list.0.is_empty(), "{name}");
        }
    }
}

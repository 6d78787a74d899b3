//! Who asks: *he* and *the wee lassie* are somebody's worker or carer speaking, *i* may be anybody.

use super::expansion::ExpandedQuery;

/// Words with which somebody speaks of a young person. In order, for binary search.
const OF_A_YOUNG_PERSON: &[&str] = &[
    "bairn", "boy", "child", "children", "girl", "he", "her", "hers", "him", "his", "kid", "kids", "lad",
    "laddie", "lassie", "she", "wean", "weans",
];

/// Words with which somebody speaks of themselves. In order, for binary search.
const OF_ONESELF: &[&str] = &["i", "im", "ive", "ma", "me", "my"];

/// Who asks, as far as the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asker {
    /// Somebody who supports a young person.
    Helper,
    /// Somebody who speaks of themselves: a young person or a worker.
    Oneself,
    /// The words do not tell.
    Anybody,
}

impl Asker {
    /// Returns who asks this.
    pub(crate) fn of(query: &ExpandedQuery) -> Self {
        let has = |list: &[&str]| {
            let words = query.stop_words.iter().chain(query.terms.iter().map(|term| &term.typed));
            words.into_iter().any(|word| list.binary_search(&word.as_str()).is_ok())
        };
        if has(OF_A_YOUNG_PERSON) {
            Self::Helper
        } else if has(OF_ONESELF) {
            Self::Oneself
        } else {
            Self::Anybody
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order() {
        assert!(OF_A_YOUNG_PERSON.is_sorted() && OF_ONESELF.is_sorted());
    }

    #[test]
    fn who_is_spoken_of_comes_before_who_speaks() {
        let asker = |stop_words: &[&str]| {
            let stop_words = stop_words.iter().map(|word| (*word).to_owned()).collect();
            Asker::of(&ExpandedQuery { stop_words, ..ExpandedQuery::default() })
        };
        assert_eq!(asker(&["my", "he"]), Asker::Helper, "my lad, he");
        assert_eq!(asker(&["my"]), Asker::Oneself);
        assert_eq!(asker(&["the"]), Asker::Anybody);
    }
}

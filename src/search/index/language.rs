//! What depends on the language of a pack: word endings and the words that say nothing.

use rust_stemmers::{Algorithm, Stemmer};
use serde::{Deserialize, Serialize};

/// The words that are left out of a query when another word is left: after the English list of the Snowball
/// project (snowballstem.org), with *us*, without apostrophes as [`plain`](super::tokens::plain) has it, and
/// without those that are other words then (*ill*, *shed*); with what says the same in Scots (*cannae*, *fae*) and what
/// asks for a meaning. In order, for binary search.
#[rustfmt::skip]
const ENGLISH_STOP_WORDS: &[&str] = &[
    "a", "about", "above", "aff", "after", "again", "against", "ah", "all", "am", "amnae", "an", "and",
    "any", "are", "arenae", "arent", "as", "at", "aw", "aye", "be", "because", "been", "before", "being",
    "below", "between", "both", "but", "by", "can", "cannae", "cannot", "cant", "could", "couldnae",
    "couldnt", "dae", "daein", "define", "defined", "definition", "did", "didnae", "didnt", "dinnae", "do",
    "does", "doesnae", "doesnt", "doing", "dont", "doon", "down", "during", "each", "fae", "few", "for",
    "frae", "from", "further", "gonnae", "had", "hadnae", "hadnt", "hae", "has", "hasnae", "hasnt", "have",
    "havenae", "havent", "having", "he", "her", "here", "hers", "herself", "hes", "him", "himself", "his",
    "how", "i", "if", "im", "in", "intae", "into", "is", "isnae", "isnt", "it", "its", "itself", "ive",
    "just", "lets", "ma", "mair", "masel", "me", "mean", "meaning", "means", "meant", "more", "most", "my",
    "myself", "nae", "naw", "no", "noo", "nor", "not", "o", "oan", "of", "off", "on", "once", "only", "oor",
    "oot", "or", "other", "ought", "our", "ours", "ourselves", "out", "over", "ower", "own", "roon", "same",
    "shant", "she", "shes", "should", "shouldnae", "shouldnt", "so", "some", "such", "tae", "thae", "than",
    "that", "thats", "the", "their", "theirs", "them", "themselves", "then", "there", "theres", "these",
    "they", "theyd", "theyll", "theyre", "theyve", "this", "thon", "those", "through", "to", "too", "under",
    "until", "up", "us", "very", "was", "wasnae", "wasnt", "we", "were", "werenae", "werent", "weve", "wha",
    "what", "whats", "when", "where", "which", "while", "whit", "who", "whom", "whos", "why", "wi", "will",
    "willnae", "wisnae", "with", "wont", "would", "wouldnae", "wouldnt", "ye", "yer", "yersel", "you",
    "youd", "youll", "your", "youre", "yours", "yourself", "yourselves", "youse", "youve",
];

/// The stems of verbs and of the nouns that are often written like them: who types *practise* may mean either.
const SAME_STEMS: &[(&str, &str)] = &[("advis", "advic"), ("licens", "licenc"), ("practis", "practic")];

/// The language of a pack, as far as searching is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Language {
    /// English: endings are cut, stop words known.
    English,
    /// Any other: words as they stand.
    Other,
}

impl Language {
    /// Returns the language with this code, as `en` or `en-GB`.
    pub(crate) fn of(code: &str) -> Self {
        let name = code.split(['-', '_']).next().unwrap_or_default();
        if name.eq_ignore_ascii_case("en") { Self::English } else { Self::Other }
    }

    /// Returns the stem of a plain word (Porter2). Words with letters outside a–z have no English ending.
    pub(crate) fn stem(self, word: &str) -> String {
        match self {
            Self::English if word.bytes().all(|byte| byte.is_ascii_lowercase()) => {
                let stem = Stemmer::create(Algorithm::English).stem(word);
                let same = SAME_STEMS.iter().find(|(verb, _)| *verb == stem);
                same.map_or_else(|| stem.to_string(), |(_, noun)| (*noun).to_owned())
            }
            _ => word.to_owned(),
        }
    }

    /// Whether a plain word says nothing about what is looked for.
    pub(crate) fn is_stop_word(self, word: &str) -> bool {
        self == Self::English && ENGLISH_STOP_WORDS.binary_search(&word).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_cut_in_english_only() {
        assert_eq!(Language::of("en-GB").stem("relationships"), "relationship");
        assert_eq!(Language::of("en").stem("boundaries"), Language::of("en").stem("boundary"));
        assert_eq!(Language::of("en").stem("practise"), Language::of("en").stem("practice"));
        assert_eq!(Language::of("gd").stem("relationships"), "relationships");
        assert_eq!(Language::of("en").stem("дома"), "дома");
    }

    #[test]
    fn the_stop_words_are_in_order_and_plain() {
        assert!(ENGLISH_STOP_WORDS.is_sorted());
        for word in ENGLISH_STOP_WORDS {
            assert_eq!(crate::search::index::tokens::plain(word), *word);
            assert!(Language::English.is_stop_word(word));
            assert!(!Language::Other.is_stop_word(word));
        }
        assert!(!Language::English.is_stop_word("care"));
    }
}

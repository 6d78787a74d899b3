//! Synonyms of a word: other forms of it that share no stem with it (*left* and *leave*), and words that mean nearly
//! the same, in general English and in the domain of the bundled guides.
//!
//! The words are data (`words/*.toml`). When the program is built they become one text, a line for each stem in
//! order (`table`), which is searched where it lies: it costs a library nothing, and a key a look-up for each typed
//! word.

use std::cmp::Ordering;

use crate::search::index::{Language, StemId, Vocabulary};
use crate::search::tuning;
use crate::text::slice;

/// The table, as the build script writes it. The script is compiled with this file before there is a table, and looks
/// nothing up in it.
#[cfg(synonyms)]
const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/synonyms.txt"));
#[cfg(not(synonyms))]
const TABLE: &str = "";

/// The words by which a library of the domain is known, with blanks between.
#[cfg(synonyms)]
const DOMAIN: &str = include_str!(concat!(env!("OUT_DIR"), "/domain.txt"));
#[cfg(not(synonyms))]
const DOMAIN: &str = "";

/// How a synonym is related to a word, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Relation {
    /// It is another form of it.
    Form,
    /// It means nearly the same in the domain.
    Domain,
    /// It means nearly the same in general English.
    General,
}

impl Relation {
    /// Returns what stands before a stem of this relation in the table.
    pub(crate) fn sign(self) -> char {
        match self {
            Self::Form => '=',
            Self::Domain => '~',
            Self::General => '-',
        }
    }

    /// Returns what the synonym counts beside the typed word.
    pub(crate) fn weight(self) -> f32 {
        match self {
            Self::Form => tuning::OTHER_STEM,
            Self::Domain => tuning::SYNONYM,
            Self::General => tuning::GENERAL_SYNONYM,
        }
    }

    fn of(sign: char) -> Option<Self> {
        [Self::Form, Self::Domain, Self::General].into_iter().find(|relation| relation.sign() == sign)
    }
}

/// Returns the stems of a library that are synonyms of a plain word, with how they are related to it. Those of the
/// domain count only in a library that has at least half of the words by which one of the domain is known: elsewhere
/// they would mislead (on help pages they cost .3 % nDCG@10; in the bundled guides they bring 4 % more held-out aliases
/// into the first three).
pub(crate) fn synonyms(word: &str, vocabulary: &Vocabulary) -> Vec<(StemId, Relation)> {
    if vocabulary.language() != Language::English {
        return Vec::new();
    }
    let line = line(TABLE, &Language::English.stem(word)).unwrap_or_default();
    let is_of_domain = is_of_domain(vocabulary);
    let known = line.split_whitespace().filter_map(|synonym| {
        let relation = synonym.chars().next().and_then(Relation::of)?;
        let stem = vocabulary.of_stem(slice(synonym, 1..synonym.len()))?;
        (relation != Relation::Domain || is_of_domain).then_some((stem, relation))
    });
    known.collect()
}

/// First names and places, in order behind what is said about them.
const NAMES: &str = include_str!("words/names.txt");

/// Whether a plain word is the name of somebody or of a place, and so no misspelling of a word and no word that an answer
/// has to have.
pub(crate) fn is_name(word: &str) -> bool {
    line(NAMES, word).is_some()
}

/// What ends the line of a word of what a library of the domain hardly speaks of.
pub(crate) const ELSEWHERE: &str = " !";

/// Whether a plain word is of what a library of this domain hardly speaks of.
pub(crate) fn is_of_elsewhere(word: &str, vocabulary: &Vocabulary) -> bool {
    let language = vocabulary.language();
    language == Language::English
        && line(TABLE, &language.stem(word)).is_some_and(|line| line.ends_with(ELSEWHERE.trim_start()))
        && is_of_domain(vocabulary)
}

/// Whether a plain word is one of English, whether or not the library has it.
pub(crate) fn is_known(word: &str, language: Language) -> bool {
    language == Language::English && line(TABLE, &language.stem(word)).is_some()
}

/// Returns what stands behind a stem in a table whose lines are in order; nothing where it has no line.
fn line<'a>(table: &'a str, stem: &str) -> Option<&'a str> {
    let mut left = table;
    while !left.is_empty() {
        let middle = left.len() / 2;
        let mut before = left.as_bytes().iter().take(middle);
        let start = before.rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
        let behind = slice(left, start..left.len());
        let line = behind.lines().next().unwrap_or_default();
        let (key, synonyms) = line.split_once(' ').unwrap_or((line, ""));
        match key.cmp(stem) {
            Ordering::Equal => return Some(synonyms),
            Ordering::Less => left = slice(behind, (line.len() + 1).min(behind.len())..behind.len()),
            Ordering::Greater => left = slice(left, 0..start),
        }
    }
    None
}

/// Whether a library with these words is of the domain.
fn is_of_domain(vocabulary: &Vocabulary) -> bool {
    let words = DOMAIN.split_whitespace();
    let known = words.clone().filter(|word| vocabulary.stem(word).is_some());
    2 * known.count() >= words.count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::VocabularyBuilder;

    fn vocabulary(language: Language, words: &str) -> Vocabulary {
        let mut builder = VocabularyBuilder::new(language);
        for word in words.split(' ') {
            builder.intern(word);
        }
        builder.finish().0
    }

    /// Returns the other words for a word that a library of these words has.
    fn others(word: &str, words: &str) -> Vec<(String, Relation)> {
        let vocabulary = vocabulary(Language::English, words);
        let text = |stem| vocabulary.words_of(stem).next().unwrap().text.to_owned();
        synonyms(word, &vocabulary).into_iter().map(|(stem, relation)| (text(stem), relation)).collect()
    }

    const CARE: &str = "manager care young worker foster trauma";

    #[test]
    fn a_line_is_found_wherever_it_stands() {
        let table = "a -b\nab =c ~d\nb -a\n";
        let lines = ["a", "ab", "b", "", "aa", "c"].map(|stem| line(table, stem));
        assert_eq!(lines, [Some("-b"), Some("=c ~d"), Some("-a"), None, None, None]);
        assert_eq!(line("", "a"), None);
        for one in TABLE.lines() {
            let (key, others) = one.split_once(' ').unwrap_or((one, ""));
            assert_eq!(line(TABLE, key), Some(others));
        }
        assert!(TABLE.lines().count() > 1_000);
    }

    #[test]
    fn a_word_has_the_others_that_the_library_has() {
        assert_eq!(others("bosses", CARE), [("manager".to_owned(), Relation::Domain)]);
        assert_eq!(others("left", "leave care"), [("leave".to_owned(), Relation::Form)]);
        assert_eq!(others("begin", "start care"), [("start".to_owned(), Relation::General)]);
        assert_eq!(others("manager", CARE), [], "not itself");
        assert_eq!(others("left", "stay care"), []);
    }

    #[test]
    fn words_of_english_and_names_are_known() {
        assert!(is_name("callum") && is_name("zara") && !is_name("scones") && !is_name("cal"));
        assert!(NAMES.lines().is_sorted());
        for word in ["scones", "quiz", "weather", "begins"] {
            assert!(is_known(word, Language::English) && !is_known(word, Language::Other), "{word}");
        }
        for word in ["suprvision", "yung", "relatonships"] {
            assert!(!is_known(word, Language::English), "{word}");
        }
    }

    #[test]
    fn words_of_the_field_are_left_to_libraries_of_the_field_and_all_to_english() {
        assert!(
            !others("gaffer", "manager boss account password")
                .iter()
                .any(|(_, relation)| *relation == Relation::Domain)
        );
        assert_eq!(synonyms("bosses", &vocabulary(Language::Other, CARE)), []);
    }
}

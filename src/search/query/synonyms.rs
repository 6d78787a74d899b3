//! Other words for a word: other forms of it that share no stem with it (*left* and *leave*), and words that say
//! nearly the same, in plain English and in the field of the bundled guides.
//!
//! The words are data (`words/*.toml`). When the program is built they become one text, a line for each stem in
//! order (`table`), which is read where it lies: a library costs nothing, and a key a look-up for each typed word.

use crate::search::index::language::Language;
use crate::search::index::vocabulary::Vocabulary;
use crate::search::tuning;
use crate::text::slice;

/// The table, as the build script writes it. The script is compiled with this file before there is one, and asks
/// nothing of it.
#[cfg(synonyms)]
const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/synonyms.txt"));
#[cfg(not(synonyms))]
const TABLE: &str = "";

/// The words that tell a library of the field, with blanks between.
#[cfg(synonyms)]
const FIELD: &str = include_str!(concat!(env!("OUT_DIR"), "/field.txt"));
#[cfg(not(synonyms))]
const FIELD: &str = "";

/// How a word is another for a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kin {
    /// It is another form of it.
    Form,
    /// It says nearly the same where a library is of the field.
    Field,
    /// It says nearly the same in plain English.
    English,
}

impl Kin {
    /// Every kin, the closest first.
    pub(crate) const ALL: [Self; 3] = [Self::Form, Self::Field, Self::English];

    /// Returns what stands before a stem of this kin in the table.
    pub(crate) fn sign(self) -> char {
        match self {
            Self::Form => '=',
            Self::Field => '~',
            Self::English => '-',
        }
    }

    /// Returns what the other word counts beside the typed one.
    pub(crate) fn weight(self) -> f32 {
        match self {
            Self::Form => tuning::OTHER_STEM,
            Self::Field => tuning::SYNONYM,
            Self::English => tuning::ENGLISH_SYNONYM,
        }
    }

    fn of(sign: char) -> Option<Self> {
        Self::ALL.into_iter().find(|kin| kin.sign() == sign)
    }
}

/// Returns the stems of a library that are other words for a plain word, each with how. Words of the field count
/// only in a library that has at least half of those that tell it: elsewhere they would mislead (on help pages they
/// cost .3 % nDCG@10; in the bundled guides they bring 4 % more held-out sayings into the first three).
pub(crate) fn synonyms(word: &str, vocabulary: &Vocabulary) -> Vec<(u32, Kin)> {
    if vocabulary.language() != Language::English {
        return Vec::new();
    }
    let others = line(TABLE, &Language::English.stem(word));
    let is_of_field = is_of_field(vocabulary);
    let known = others.split_whitespace().filter_map(|other| {
        let kin = other.chars().next().and_then(Kin::of)?;
        let stem = vocabulary.of_stem(slice(other, 1..other.len()))?;
        (kin != Kin::Field || is_of_field).then_some((stem, kin))
    });
    known.collect()
}

/// Returns what the line of a stem says, in a table whose lines are in order: nothing where it has none.
fn line<'a>(table: &'a str, stem: &str) -> &'a str {
    let mut left = table;
    while !left.is_empty() {
        let middle = left.len() / 2;
        let start =
            left.as_bytes().iter().take(middle).rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let behind = slice(left, start..left.len());
        let one = behind.lines().next().unwrap_or_default();
        let (key, others) = one.split_once(' ').unwrap_or((one, ""));
        match key.cmp(stem) {
            std::cmp::Ordering::Equal => return others,
            std::cmp::Ordering::Less => left = slice(behind, (one.len() + 1).min(behind.len())..behind.len()),
            std::cmp::Ordering::Greater => left = slice(left, 0..start),
        }
    }
    ""
}

/// Whether a library with these words is of the field.
fn is_of_field(vocabulary: &Vocabulary) -> bool {
    let telling = FIELD.split_whitespace();
    let known = telling.clone().filter(|word| vocabulary.stem(word).is_some());
    2 * known.count() >= telling.count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::vocabulary::Gathering;

    fn vocabulary(language: Language, words: &str) -> Vocabulary {
        let mut gathering = Gathering::new(language);
        for word in words.split(' ') {
            gathering.meet(word);
        }
        gathering.finish().0
    }

    /// Returns the other words for a word that a library of these words has.
    fn others(word: &str, words: &str) -> Vec<(String, Kin)> {
        let vocabulary = vocabulary(Language::English, words);
        let text = |stem| vocabulary.words_of(stem).next().unwrap().text.to_owned();
        synonyms(word, &vocabulary).into_iter().map(|(stem, kin)| (text(stem), kin)).collect()
    }

    const CARE: &str = "manager care young worker foster trauma";

    #[test]
    fn a_line_is_found_wherever_it_stands() {
        let table = "a -b\nab =c ~d\nb -a\n";
        let lines = ["a", "ab", "b", "", "aa", "c"].map(|stem| line(table, stem));
        assert_eq!(lines, ["-b", "=c ~d", "-a", "", "", ""]);
        assert_eq!(line("", "a"), "");
        for one in TABLE.lines() {
            let (key, others) = one.split_once(' ').unwrap();
            assert_eq!(line(TABLE, key), others);
        }
        assert!(TABLE.lines().count() > 1_000);
    }

    #[test]
    fn a_word_has_the_others_that_the_library_has() {
        assert_eq!(others("bosses", CARE), [("manager".to_owned(), Kin::Field)]);
        assert_eq!(others("left", "leave care"), [("leave".to_owned(), Kin::Form)]);
        assert_eq!(others("begin", "start care"), [("start".to_owned(), Kin::English)]);
        assert_eq!(others("manager", CARE), [], "not itself");
        assert_eq!(others("left", "stay care"), []);
    }

    #[test]
    fn words_of_the_field_are_left_to_libraries_of_the_field_and_all_to_english() {
        assert!(!others("gaffer", "manager boss account password").iter().any(|(_, kin)| *kin == Kin::Field));
        assert_eq!(synonyms("bosses", &vocabulary(Language::Other, CARE)), []);
    }
}

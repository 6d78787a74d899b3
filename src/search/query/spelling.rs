//! Words that the library does not have, and what they are taken for: a slip of the finger, two words written as
//! one, or an abbreviation, in that order.
//!
//! Only unknown words are mended: doing the same for known ones loses more than it gains (the nDCG@10 of ten
//! collections falls from .53 to .31).

use crate::search::index::vocabulary::{Letters, Vocabulary, Word};
use crate::search::query::edits::{slips, slips_to_beginning};
use crate::search::query::terms::{Company, Ending, How, Sought, Typed};
use crate::search::titles::Matcher;
use crate::search::tuning;

const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];

/// A word that the library does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The word, folded.
    pub typed: String,
    /// The likeliest of what it was taken for: a word, or two with a space between.
    pub taken_as: String,
}

/// What an unknown word is taken for.
pub(crate) struct Mending {
    /// What is sought in its place.
    pub(crate) sought: Vec<Sought>,
    /// The likeliest, to be shown.
    pub(crate) taken_as: String,
}

/// Returns what an unknown word is taken for.
pub(crate) fn mend(typed: &Typed, company: Company, vocabulary: &Vocabulary) -> Option<Mending> {
    slip(typed, company, vocabulary)
        .or_else(|| split(&typed.word, vocabulary))
        .or_else(|| abbreviation(&typed.word, company, vocabulary))
}

/// Takes the word for those that the fewest slips part from it.
fn slip(typed: &Typed, company: Company, vocabulary: &Vocabulary) -> Option<Mending> {
    let letters = Letters::of(&typed.word);
    if letters.length < tuning::SHORTEST_SLIPS[0] || typed.word.contains(|c: char| c.is_numeric()) {
        return None;
    }
    let shortest = match company {
        Company::None => tuning::SHORTEST_SLIPS,
        Company::Known => tuning::SHORTEST_SLIPS_IN_COMPANY,
    };
    (1..).zip(shortest).find_map(|(far, shortest)| {
        let mut near = within(typed, letters, far, vocabulary);
        if letters.length < shortest {
            near.retain(|word| far == 1 && is_likely_in_short(letters, word.letters));
        }
        if company == Company::Known && letters.length < tuning::SHORTEST_OTHER_START {
            let start = typed.word.chars().next();
            near.retain(|word| word.letters == letters || word.text.chars().next() == start);
        }
        one_of(&typed.word, How::Mended, tuning::SLIP_WEIGHT[far as usize - 1], near)
    })
}

/// Whether a short word is likely to be this one with a slip: two letters have changed places, or one is missing.
/// A letter in place of another makes too many words of each (*feet* and *feel*).
fn is_likely_in_short(letters: Letters, meant: Letters) -> bool {
    letters == meant || meant.length > letters.length
}

/// Returns the words within `most` slips, the likeliest first: those that begin alike, then the commoner ones.
fn within<'a>(typed: &Typed, letters: Letters, most: u32, vocabulary: &'a Vocabulary) -> Vec<Word<'a>> {
    let is_near = |word: &Word<'_>| {
        let whole =
            word.letters.may_be_within(most, letters) && slips(&typed.word, word.text, most).is_some();
        whole
            || typed.ending == Ending::Open
                && letters.may_begin(tuning::MOST_SLIPS_AT_BEGINNING, word.letters)
                && slips_to_beginning(&typed.word, word.text, tuning::MOST_SLIPS_AT_BEGINNING).is_some()
    };
    let mut near: Vec<Word<'_>> = vocabulary.words().filter(is_near).collect();
    let other_start = |word: &Word<'_>| word.text.chars().next() != typed.word.chars().next();
    near.sort_by(|a, b| {
        other_start(a).cmp(&other_start(b)).then(b.count.cmp(&a.count)).then(a.text.cmp(b.text))
    });
    near
}

/// Takes the word for two that stand side by side, where both are commonest.
fn split(word: &str, vocabulary: &Vocabulary) -> Option<Mending> {
    let parts = word.char_indices().filter_map(|(at, _)| {
        let (first, second) = word.split_at_checked(at)?;
        let long_enough = first.len() >= tuning::SHORTEST_PART && second.len() >= tuning::SHORTEST_PART;
        let known = long_enough.then(|| vocabulary.word(first).zip(vocabulary.word(second)))?;
        known.map(|(a, b)| (a.count.min(b.count), a, b))
    });
    let (_, first, second) = parts.max_by_key(|(count, _, _)| *count)?;
    Some(Mending {
        sought: [first, second]
            .map(|part| Sought::new(part.text, How::Parted, tuning::SPLIT_WEIGHT, [part.stem]))
            .into(),
        taken_as: format!("{} {}", first.text, second.text),
    })
}

/// Takes the word for those that begin alike and have all its letters in their order.
///
/// Where other words find something without it, only if it has no vowels behind its first letter: *mngr* is no word,
/// but *feet* may be one that the library does not have.
fn abbreviation(word: &str, company: Company, vocabulary: &Vocabulary) -> Option<Mending> {
    let letters = Letters::of(word);
    let may_be_a_word = company == Company::Known && word.chars().skip(1).any(|c| VOWELS.contains(&c));
    if letters.length < tuning::SHORTEST_ABBREVIATION || may_be_a_word {
        return None;
    }
    let first: String = word.chars().take(1).collect();
    let matcher = Matcher::default();
    let mut fits: Vec<(i64, Word<'_>)> = vocabulary
        .beginning_with(&first)
        .filter(|candidate| letters.are_in(candidate.letters))
        .filter_map(|candidate| Some((matcher.score(candidate.text, word)?, candidate)))
        .collect();
    fits.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.count.cmp(&a.1.count)).then(a.1.text.cmp(b.1.text)));
    one_of(word, How::Abbreviated, tuning::ABBREVIATION_WEIGHT, fits.into_iter().map(|(_, word)| word))
}

/// Takes `typed` for the first few of `likeliest`.
fn one_of<'a>(
    typed: &str,
    how: How,
    weight: f32,
    likeliest: impl IntoIterator<Item = Word<'a>>,
) -> Option<Mending> {
    let mut stems: Vec<u32> = Vec::new();
    let mut taken_as = None;
    for word in likeliest {
        taken_as.get_or_insert_with(|| word.text.to_owned());
        if !stems.contains(&word.stem) {
            stems.push(word.stem);
        }
        if stems.len() == tuning::MOST_CANDIDATES {
            break;
        }
    }
    Some(Mending { sought: vec![Sought::new(typed, how, weight, stems)], taken_as: taken_as? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::language::Language;
    use crate::search::index::vocabulary::Gathering;

    /// Returns what a word is taken for in a library of these words.
    fn taken(word: &str, ending: Ending, company: Company, words: &str) -> Option<String> {
        let mut gathering = Gathering::new(Language::English);
        for word in words.split(' ') {
            gathering.meet(word);
        }
        let typed = Typed { word: word.into(), ending };
        mend(&typed, company, &gathering.finish().0).map(|mending| mending.taken_as)
    }

    fn closed(word: &str, words: &str) -> Option<String> {
        taken(word, Ending::Closed, Company::None, words)
    }

    fn in_company(word: &str, words: &str) -> Option<String> {
        taken(word, Ending::Closed, Company::Known, words)
    }

    #[test]
    fn the_fewest_slips_win_then_the_same_first_letter_then_the_commoner() {
        assert_eq!(closed("bounadry", "boundary bounded foundry").as_deref(), Some("boundary"));
        assert_eq!(closed("cart", "dart care dart").as_deref(), Some("care"));
        assert_eq!(closed("carx", "card care care").as_deref(), Some("care"));
    }

    #[test]
    fn short_words_and_numbers_have_no_slips() {
        assert_eq!(closed("cax", "dax"), None);
        assert_eq!(closed("2018", "2019"), None);
        assert_eq!(closed("abxy", "abcd"), None, "two slips in four letters");
        assert_eq!(closed("relatshunship", "relationship").as_deref(), Some("relationship"));
    }

    #[test]
    fn far_guesses_are_left_out_where_other_words_find_something() {
        assert_eq!(closed("feet", "feel").as_deref(), Some("feel"));
        assert_eq!(in_company("feet", "feel"), None, "one letter of four");
        assert_eq!(in_company("buying", "being"), None, "two slips in six letters");
        assert_eq!(in_company("crying", "trying"), None, "another first letter");
        assert_eq!(in_company("feat", "forgetting feeling at"), None, "no abbreviation");
        assert_eq!(in_company("caer", "care").as_deref(), Some("care"));
        assert_eq!(in_company("suprvison", "supervision").as_deref(), Some("supervision"));
        assert_eq!(in_company("bhvr", "behaviour").as_deref(), Some("behaviour"));
    }

    #[test]
    fn a_word_being_typed_may_become_a_longer_one() {
        assert_eq!(
            taken("realtio", Ending::Open, Company::None, "relationship").as_deref(),
            Some("relationship")
        );
        assert_eq!(closed("realtio", "relationship"), None);
    }

    #[test]
    fn two_words_written_as_one_are_parted() {
        assert_eq!(closed("lifelonglinks", "lifelong links").as_deref(), Some("lifelong links"));
        assert_eq!(closed("lifelonglinks", "lifelong"), None);
    }

    #[test]
    fn an_abbreviation_has_the_letters_in_order() {
        assert_eq!(closed("bhvr", "behaviour bravery").as_deref(), Some("behaviour"));
        assert_eq!(closed("bhvr", "rehaviour brhv"), None);
    }
}

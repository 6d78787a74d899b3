//! Words that the library does not have, and what they are taken for: a misspelling, two words written as one, or an
//! abbreviation, in that order.
//!
//! Only unknown words are corrected: correcting known ones too loses more than it gains (the nDCG@10 of ten
//! collections falls from .53 to .31).

use super::terms::{Context, Ending, MatchKind, QueryTerm, TypedWord};
use crate::search::index::{KnownWord, Letters, StemId, Vocabulary};
use crate::search::titles::Matcher;
use crate::search::tuning;
use crate::text::{distance_within, prefix_distance_within};

/// What the forms of a word end in.
const ENDINGS: [&str; 2] = ["ing", "ed"];

const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];

/// A word that the library does not have, and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The word, folded.
    pub typed: String,
    /// The likeliest of what it was taken for: a word, or two with a space between.
    pub taken_as: String,
}

/// Returns the terms for an unknown word, and what it was taken for.
pub(crate) fn correct(
    typed: &TypedWord,
    context: Context,
    vocabulary: &Vocabulary,
) -> Option<(Vec<QueryTerm>, Correction)> {
    let (terms, taken_as) = misspelling(typed, context, vocabulary)
        .or_else(|| split(&typed.word, vocabulary))
        .or_else(|| abbreviation(&typed.word, context, vocabulary))?;
    Some((terms, Correction { typed: typed.word.clone(), taken_as }))
}

/// Takes the word for those that the fewest edits part from it.
fn misspelling(
    typed: &TypedWord,
    context: Context,
    vocabulary: &Vocabulary,
) -> Option<(Vec<QueryTerm>, String)> {
    let letters = Letters::of(&typed.word);
    if letters.length < tuning::SHORTEST_BY_EDITS[0] || typed.word.contains(|c: char| c.is_numeric()) {
        return None;
    }
    let shortest = match context {
        Context::Alone => tuning::SHORTEST_BY_EDITS,
        Context::WithKnownTerms => tuning::SHORTEST_BY_EDITS_IN_CONTEXT,
    };
    (1..).zip(shortest).find_map(|(edits, shortest)| {
        let mut near = within(typed, letters, edits, vocabulary);
        if letters.length < shortest {
            // In a short word only two letters that have changed places, or one that is missing, are likely: a letter
            // in place of another makes too many words of each (*feet* and *feel*).
            let is_likely = |meant: Letters| letters == meant || meant.length > letters.length;
            near.retain(|word| edits == 1 && is_likely(word.letters));
        }
        if context == Context::WithKnownTerms && letters.length < tuning::SHORTEST_OTHER_START {
            let start = typed.word.chars().next();
            near.retain(|word| word.letters == letters || word.text.chars().next() == start);
        }
        if near.is_empty() && edits == 1 && letters.length >= tuning::SHORTEST_INFLECTED {
            near = inflected(typed, vocabulary);
        }
        first_candidates(&typed.word, MatchKind::Corrected, tuning::EDIT_WEIGHTS[edits as usize - 1], near)
    })
}

/// Returns the words within so many edits, the likeliest first: those that begin alike, then the more frequent ones.
fn within<'a>(
    typed: &TypedWord,
    letters: Letters,
    edits: u32,
    vocabulary: &'a Vocabulary,
) -> Vec<KnownWord<'a>> {
    let is_near = |word: &KnownWord<'_>| {
        let whole = word.letters.may_be_within(edits, letters)
            && distance_within(&typed.word, word.text, edits).is_some();
        whole
            || typed.ending == Ending::Open
                && letters.may_begin(tuning::MAX_PREFIX_EDITS, word.letters)
                && prefix_distance_within(&typed.word, word.text, tuning::MAX_PREFIX_EDITS).is_some()
    };
    let mut near: Vec<KnownWord<'_>> = vocabulary.words().filter(is_near).collect();
    let other_start = |word: &KnownWord<'_>| word.text.chars().next() != typed.word.chars().next();
    near.sort_by(|a, b| {
        other_start(a).cmp(&other_start(b)).then(b.count.cmp(&a.count)).then(a.text.cmp(b.text))
    });
    near
}

/// Returns the words whose form with an ending that the library may lack is one edit away: *pushng* is *pushing*, of
/// *push*.
fn inflected<'a>(typed: &TypedWord, vocabulary: &'a Vocabulary) -> Vec<KnownWord<'a>> {
    let start = typed.word.chars().next();
    let is_form = |word: &KnownWord<'_>| {
        let bare = word.text.strip_suffix('e').unwrap_or(word.text);
        word.text.chars().next() == start
            && ENDINGS
                .iter()
                .any(|ending| distance_within(&typed.word, &format!("{bare}{ending}"), 1).is_some())
    };
    let mut forms: Vec<KnownWord<'_>> = vocabulary.words().filter(is_form).collect();
    forms.sort_by(|a, b| b.count.cmp(&a.count).then(a.text.cmp(b.text)));
    forms
}

/// Takes the word for two written as one: of all ways to part it the one whose rarer half is most frequent.
fn split(word: &str, vocabulary: &Vocabulary) -> Option<(Vec<QueryTerm>, String)> {
    let pairs = word.char_indices().filter_map(|(middle, _)| {
        let (first, second) = word.split_at_checked(middle)?;
        let long_enough = first.len() >= tuning::SHORTEST_HALF && second.len() >= tuning::SHORTEST_HALF;
        let known = long_enough.then(|| vocabulary.word(first).zip(vocabulary.word(second)))?;
        known.map(|(a, b)| (a.count.min(b.count), a, b))
    });
    let (_, first, second) = pairs.max_by_key(|(count, _, _)| *count)?;
    let term =
        |half: KnownWord<'_>| QueryTerm::new(half.text, MatchKind::Split, tuning::SPLIT_WEIGHT, [half.stem]);
    Some(([first, second].map(term).into(), format!("{} {}", first.text, second.text)))
}

/// Takes the word for those that begin alike and have all its letters in their order.
///
/// Where other words find something without it, only if it has no vowels behind its first letter: *mngr* is no word,
/// but *feet* may be one that the library does not have.
fn abbreviation(word: &str, context: Context, vocabulary: &Vocabulary) -> Option<(Vec<QueryTerm>, String)> {
    let letters = Letters::of(word);
    let may_be_a_word =
        context == Context::WithKnownTerms && word.chars().skip(1).any(|c| VOWELS.contains(&c));
    if letters.length < tuning::SHORTEST_ABBREVIATION || may_be_a_word {
        return None;
    }
    let first: String = word.chars().take(1).collect();
    let matcher = Matcher::default();
    let mut fits: Vec<(i64, KnownWord<'_>)> = vocabulary
        .with_prefix(&first)
        .filter(|candidate| letters.are_in(candidate.letters))
        .filter_map(|candidate| Some((matcher.score(candidate.text, word)?, candidate)))
        .collect();
    fits.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.count.cmp(&a.1.count)).then(a.1.text.cmp(b.1.text)));
    let likeliest = fits.into_iter().map(|(_, word)| word);
    first_candidates(word, MatchKind::Abbreviated, tuning::ABBREVIATION_WEIGHT, likeliest)
}

/// Returns the term that stands for the first few of `likeliest`, and the first of them.
fn first_candidates<'a>(
    typed: &str,
    kind: MatchKind,
    weight: f32,
    likeliest: impl IntoIterator<Item = KnownWord<'a>>,
) -> Option<(Vec<QueryTerm>, String)> {
    let mut likeliest = likeliest.into_iter().peekable();
    let taken_as = likeliest.peek()?.text.to_owned();
    let mut stems: Vec<StemId> = Vec::new();
    for word in likeliest {
        if !stems.contains(&word.stem) && stems.len() < tuning::MAX_CANDIDATES {
            stems.push(word.stem);
        }
    }
    Some((vec![QueryTerm::new(typed, kind, weight, stems)], taken_as))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::{Language, VocabularyBuilder};

    /// Returns what a word is taken for in a library of these words.
    fn taken(word: &str, ending: Ending, context: Context, words: &str) -> Option<String> {
        let mut builder = VocabularyBuilder::new(Language::English);
        for word in words.split(' ') {
            builder.intern(word);
        }
        let typed = TypedWord { word: word.into(), ending };
        correct(&typed, context, &builder.finish().0).map(|(_, correction)| correction.taken_as)
    }

    fn closed(word: &str, words: &str) -> Option<String> {
        taken(word, Ending::Closed, Context::Alone, words)
    }

    fn in_context(word: &str, words: &str) -> Option<String> {
        taken(word, Ending::Closed, Context::WithKnownTerms, words)
    }

    #[test]
    fn the_fewest_edits_win_then_the_same_first_letter_then_the_more_frequent() {
        assert_eq!(closed("bounadry", "boundary bounded foundry").as_deref(), Some("boundary"));
        assert_eq!(closed("cart", "dart care dart").as_deref(), Some("care"));
        assert_eq!(closed("carx", "card care care").as_deref(), Some("care"));
    }

    #[test]
    fn short_words_and_numbers_are_not_corrected() {
        assert_eq!(closed("cax", "dax"), None);
        assert_eq!(closed("2018", "2019"), None);
        assert_eq!(closed("abxy", "abcd"), None, "two edits in four letters");
        assert_eq!(closed("relatshunship", "relationship").as_deref(), Some("relationship"));
    }

    #[test]
    fn far_guesses_are_left_out_where_other_words_find_something() {
        assert_eq!(closed("feet", "feel").as_deref(), Some("feel"));
        assert_eq!(in_context("feet", "feel"), None, "one letter of four");
        assert_eq!(in_context("buying", "being"), None, "two edits in six letters");
        assert_eq!(in_context("crying", "trying"), None, "another first letter");
        assert_eq!(in_context("feat", "forgetting feeling at"), None, "no abbreviation");
        assert_eq!(in_context("caer", "care").as_deref(), Some("care"));
        assert_eq!(in_context("suprvison", "supervision").as_deref(), Some("supervision"));
        assert_eq!(in_context("bhvr", "behaviour").as_deref(), Some("behaviour"));
    }

    #[test]
    fn a_word_being_typed_may_become_a_longer_one() {
        assert_eq!(
            taken("realtio", Ending::Open, Context::Alone, "relationship").as_deref(),
            Some("relationship")
        );
        assert_eq!(closed("realtio", "relationship"), None);
    }

    #[test]
    fn a_form_that_the_library_lacks_is_mended_too() {
        assert_eq!(in_context("pushng", "push care").as_deref(), Some("push"));
        assert_eq!(in_context("chnaged", "change care").as_deref(), Some("change"));
        assert_eq!(in_context("pshng", "push care"), None);
    }

    #[test]
    fn two_words_written_as_one_are_split() {
        assert_eq!(closed("lifelonglinks", "lifelong links").as_deref(), Some("lifelong links"));
        assert_eq!(closed("lifelonglinks", "lifelong"), None);
    }

    #[test]
    fn an_abbreviation_has_the_letters_in_order() {
        assert_eq!(closed("bhvr", "behaviour bravery").as_deref(), Some("behaviour"));
        assert_eq!(closed("bhvr", "rehaviour brhv"), None);
    }
}

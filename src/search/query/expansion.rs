//! The expanded query: each typed word with everything in the library that it may stand for.
//!
//! Nothing here depends on the order of the words, except which of them is still being typed.

use super::complete::{complete, likeliest};
use super::spelling::{Correction, correct};
use super::synonyms::{is_known, is_name, synonyms};
use super::term_set::TermSet;
use super::terms::{Context, Ending, MAX_TERMS, MatchKind, QueryTerm, TypedWord};
use crate::search::index::{Index, Vocabulary, plain, words};
use crate::search::tuning;
use crate::text::slice;

/// The most characters that are read: no one types more, and so no query is slow.
const MAX_CHARACTERS: usize = 1_000;

/// What a single *s* before a number is short for in law.
const SECTION: &str = "section";

/// So many letters or fewer beside a number only say what it counts.
const LETTERS_OF_NUMBER: usize = 2;

/// The most words that are looked for.
const MAX_WORDS: usize = 32;

/// A query as it is looked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ExpandedQuery {
    /// What is looked for, in an order that does not depend on the order of typing.
    pub(crate) terms: Vec<QueryTerm>,
    /// What was taken for something else.
    pub(crate) corrections: Vec<Correction>,
    /// The stop words that were dropped.
    pub(crate) ignored: Vec<String>,
    /// The words that match nothing.
    pub(crate) unknown: Vec<String>,
    /// The stop words that are no terms of their own, also those in a joined word: they tell titles and aliases apart.
    pub(crate) stop_words: Vec<String>,
    /// Whether unknown words were taken for misspelt ones.
    pub(crate) spelling: Spelling,
}

impl ExpandedQuery {
    /// Expands the words of a query against those of a library.
    pub(crate) fn read(text: &str, index: &Index) -> Self {
        let vocabulary = &index.vocabulary;
        let typed = typed_words(text, vocabulary);
        let query = Self::expanded(&typed, Spelling::Corrected, vocabulary);
        if query.is_foreign(&typed, vocabulary) {
            Self::expanded(&typed, Spelling::Foreign, vocabulary)
        } else {
            query
        }
    }

    fn expanded(typed: &[TypedWord], spelling: Spelling, vocabulary: &Vocabulary) -> Self {
        let mut query = Self { spelling, ..Self::default() };
        let joined = joined(typed, vocabulary);
        let has_content = typed.iter().any(|word| is_content(word, vocabulary)) || !joined.is_empty();
        for word in typed {
            if !has_content {
                query.add_known(word, vocabulary);
            } else if is_content(word, vocabulary) {
                query.add(word, context(word, typed, vocabulary), vocabulary);
            } else {
                query.stop_words.push(word.word.clone());
                if !joined.iter().any(|term| term.halves.iter().flatten().any(|half| *half == word.word)) {
                    query.ignored.push(word.word.clone());
                }
            }
        }
        query.add_joined(joined);
        query.terms.sort_by(|a, b| a.typed.cmp(&b.typed).then(a.expansions.len().cmp(&b.expansions.len())));
        query.terms.truncate(MAX_TERMS);
        query
    }

    /// Whether most of the words are of another language than the library: written in other letters, or neither known
    /// nor like enough to known ones.
    fn is_foreign(&self, typed: &[TypedWord], vocabulary: &Vocabulary) -> bool {
        let language = vocabulary.language();
        let content = typed.iter().filter(|word| is_content(word, vocabulary)).count();
        let unknown = || self.unknown.iter().filter(|word| !is_known(word, language) && !is_name(word));
        let other_letters = unknown().filter(|word| !word.is_ascii()).count();
        let corrected = self.corrections.len();
        let strange = unknown().count() + corrected;
        let is_mostly = |words: usize| 2 * words > content;
        is_mostly(other_letters)
            || strange >= tuning::FOREIGN_WORDS && is_mostly(strange) && 2 * corrected < strange
    }

    /// Adds words that two typed words make when they are written as one. A stop word that makes one with another
    /// word is not there by chance (*burn out*): the other alone is hardly meant.
    fn add_joined(&mut self, joined: Vec<QueryTerm>) {
        for [first, second] in joined.iter().filter_map(|term| term.halves.as_ref()) {
            let with_stop_word = [first, second].into_iter().any(|half| self.stop_words.contains(half));
            for half in self.terms.iter_mut().filter(|term| [first, second].contains(&&term.typed)) {
                half.weight = if with_stop_word { tuning::HALF_WEIGHT } else { half.weight };
            }
        }
        self.terms.extend(joined);
    }

    /// Returns the terms that are halves of the term with this index, if it is two written as one.
    pub(crate) fn halves(&self, index: usize) -> TermSet {
        let halves = self.terms.get(index).and_then(|term| term.halves.as_ref());
        let is_half = |term: &QueryTerm| halves.is_some_and(|halves| halves.contains(&term.typed));
        self.terms.iter().enumerate().filter(|(_, term)| is_half(term)).map(|(index, _)| index).collect()
    }

    /// Adds the term for a typed word: the words it may become, itself, its synonyms, or what it may be a misspelling
    /// of. A word of English is no misspelling, though the library lacks it: *scones* are not *scores*.
    fn add(&mut self, typed: &TypedWord, context: Context, vocabulary: &Vocabulary) {
        let TypedWord { word, ending } = typed;
        let letters = word.chars().count();
        let may_go_on = match (ending, context) {
            (Ending::Open, Context::Alone) => true,
            (Ending::Open, Context::WithKnownTerms) => letters >= tuning::SHORTEST_PREFIX,
            (Ending::Closed, _) => letters >= tuning::SHORTEST_CLIPPING && vocabulary.stem(word).is_none(),
        };
        if let Some(term) = may_go_on.then(|| complete(word, vocabulary)).flatten() {
            self.terms.push(term.with_synonyms(&synonyms(likeliest(word, vocabulary), vocabulary)));
        } else if vocabulary.stem(word).is_some() {
            self.add_known(typed, vocabulary);
        } else if let Some(term) = QueryTerm::of_synonyms(word, &synonyms(word, vocabulary)) {
            self.terms.push(term);
        } else if self.spelling == Spelling::Corrected
            && !is_known(word, vocabulary.language())
            && !is_name(word)
            && let Some((terms, correction)) = correct(typed, context, vocabulary)
        {
            let synonyms = synonyms(&correction.taken_as, vocabulary);
            self.terms.extend(terms.into_iter().map(|term| term.with_synonyms(&synonyms)));
            self.corrections.push(correction);
        } else {
            self.unknown.push(word.clone());
        }
    }

    /// Adds a word as it stands, if the library has it.
    fn add_known(&mut self, TypedWord { word, .. }: &TypedWord, vocabulary: &Vocabulary) {
        let Some(stem) = vocabulary.stem(word) else { return };
        let term = QueryTerm::new(word, MatchKind::Exact, 1.0, [stem]);
        self.terms.push(term.with_synonyms(&synonyms(word, vocabulary)));
    }
}

/// Whether unknown words are taken for misspelt ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// They are.
    #[default]
    Corrected,
    /// They are of another language, and a correction would only make something else of them.
    Foreign,
}

/// Whether a typed word says something.
fn is_content(typed: &TypedWord, vocabulary: &Vocabulary) -> bool {
    !vocabulary.language().is_stop_word(&typed.word)
}

/// Returns what else was typed with `word`.
fn context(word: &TypedWord, typed: &[TypedWord], vocabulary: &Vocabulary) -> Context {
    let mut others = typed.iter().filter(|other| *other != word && is_content(other, vocabulary));
    if others.any(|other| vocabulary.stem(&other.word).is_some()) {
        Context::WithKnownTerms
    } else {
        Context::Alone
    }
}

/// Returns the words of a query, each once, in order of typing.
fn typed_words(text: &str, vocabulary: &Vocabulary) -> Vec<TypedWord> {
    let text = match text.char_indices().nth(MAX_CHARACTERS) {
        Some((end, _)) => slice(text, 0..end),
        None => text,
    };
    let mut typed: Vec<TypedWord> = Vec::new();
    let text = &text.replace('`', "'");
    for range in words(text) {
        let ending = if range.end == text.len() { Ending::Open } else { Ending::Closed };
        let word = plain(slice(text, range));
        let parts = if vocabulary.word(&word).is_some() { vec![word.into_owned()] } else { parts(&word) };
        for word in parts {
            match typed.iter_mut().find(|known| known.word == word) {
                _ if word.is_empty() => {}
                Some(known) => known.ending = known.ending.max(ending),
                None => typed.push(TypedWord { word, ending }),
            }
        }
    }
    if let Some(surplus) = typed.len().checked_sub(MAX_WORDS) {
        typed.drain(..surplus);
    }
    typed
}

/// Returns the parts of a word of letters and digits: *16plus* is *16* and *plus*, *s29* is *section 29*, and of *16s*,
/// *u18* and *200k* the number alone says something.
fn parts(word: &str) -> Vec<String> {
    let is_number = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    let mut parts: Vec<String> = Vec::new();
    for c in word.chars() {
        match parts.last_mut() {
            Some(last) if last.ends_with(|before: char| before.is_ascii_digit()) == c.is_ascii_digit() => {
                last.push(c);
            }
            _ => parts.push(c.to_string()),
        }
    }
    if parts.len() < 2 {
        return parts;
    }
    if let Some(first) = parts.first_mut().filter(|first| *first == "s") {
        SECTION.clone_into(first);
    }
    parts.retain(|part| is_number(part) || part.chars().count() > LETTERS_OF_NUMBER);
    parts
}

/// Returns the words of the library that two typed words make when they are written as one.
///
/// Any two, in either order, so that the order of typing does not matter.
fn joined(typed: &[TypedWord], vocabulary: &Vocabulary) -> Vec<QueryTerm> {
    let halves =
        || typed.iter().map(|typed| typed.word.as_str()).filter(|word| word.len() >= tuning::SHORTEST_HALF);
    let pairs = halves().flat_map(|first| halves().map(move |second| [first, second]));
    pairs
        .filter(|[first, second]| first != second)
        .filter_map(|halves| Some((halves, vocabulary.word(&halves.concat())?)))
        .filter(|(_, whole)| !vocabulary.language().is_stop_word(whole.text))
        .filter(|(_, whole)| typed.iter().all(|typed| typed.word != whole.text))
        .map(|(halves, whole)| QueryTerm {
            halves: Some(halves.map(str::to_owned)),
            ..QueryTerm::new(whole.text, MatchKind::Joined, 1.0, [whole.stem])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    fn read(text: &str) -> ExpandedQuery {
        ExpandedQuery::read(text, &Index::build(&sample::library()))
    }

    fn typed_of(text: &str) -> Vec<TypedWord> {
        typed_words(text, &Index::build(&sample::library()).vocabulary)
    }

    fn terms(text: &str) -> Vec<String> {
        read(text).terms.into_iter().map(|term| term.typed).collect()
    }

    #[test]
    fn the_last_word_is_open_unless_something_follows() {
        let endings = |text| typed_of(text).into_iter().map(|typed| typed.ending).collect::<Vec<_>>();
        assert_eq!(endings("care pl"), [Ending::Closed, Ending::Open]);
        assert_eq!(endings("care pl "), [Ending::Closed; 2]);
        assert_eq!(endings("care? pl?"), [Ending::Closed; 2]);
        assert_eq!(endings("care the care"), [Ending::Open, Ending::Closed]);
    }

    #[test]
    fn stop_words_are_dropped_when_another_word_is_left() {
        assert_eq!(read("what about the care ").ignored, ["what", "about", "the"]);
        assert_eq!(terms("what about the care "), ["care"]);
        assert_eq!(read("can they ").ignored, [""; 0]);
        assert_eq!(terms("can they "), ["can", "they"]);
    }

    #[test]
    fn a_stop_word_or_a_letter_or_two_being_typed_become_nothing_else() {
        assert_eq!(terms("trust me"), ["trust"]);
        assert_eq!(read("trust me").stop_words, ["me"]);
        assert_eq!(terms("care bo"), ["care"]);
        assert_eq!(terms("care bou"), ["bou", "care"]);
        assert_eq!(terms("bo"), ["bo"], "nothing else to go by");
        assert_eq!(terms("the bo"), ["bo"]);
    }

    #[test]
    fn the_beginning_of_a_known_word_is_taken_for_it() {
        let expanded = read("superv boundary ");
        assert_eq!((expanded.terms[1].typed.as_str(), expanded.corrections.len()), ("superv", 0));
        assert_eq!(terms("sup boundary "), ["boundary"], "too short");
    }

    #[test]
    fn words_written_as_one_are_joined_whatever_their_order() {
        assert_eq!(terms("after care "), ["aftercare", "care"]);
        assert_eq!(terms("care after "), ["aftercare", "care"]);
        assert_eq!(read("after care ").ignored, [""; 0]);
        assert_eq!(read("after care ").halves(0).iter().collect::<Vec<_>>(), [1]);
        assert_eq!(terms("aftercare after care ").iter().filter(|word| *word == "aftercare").count(), 1);
    }

    #[test]
    fn letters_and_digits_are_parted() {
        let of = |text: &str| typed_of(text).into_iter().map(|typed| typed.word).collect::<Vec<_>>();
        for (typed, meant) in [
            ("s29", ["section", "29"].as_slice()),
            ("16plus", &["16", "plus"]),
            ("over 16s", &["over", "16"]),
            ("16yo", &["16"]),
            ("u18", &["18"]),
            ("one2one", &["one", "2"]),
            ("£200k", &["200"]),
            ("we`ll", &["we"]),
        ] {
            assert_eq!(of(typed), meant, "{typed}");
        }
    }

    #[test]
    fn queries_have_an_end() {
        assert_eq!(typed_of(&"a".repeat(5_000))[0].word.len(), MAX_CHARACTERS);
        let many = (0..200).map(|number| number.to_string()).collect::<Vec<_>>().join(" ");
        let typed = typed_of(&many);
        assert_eq!(typed.len(), MAX_WORDS);
        assert_eq!(typed[MAX_WORDS - 1].word, "199");
        let many_known = "boundary boundaries trust care carer young person stay live plan ".repeat(9);
        assert!(read(&many_known).terms.len() <= MAX_TERMS);
    }
}

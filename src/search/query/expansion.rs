//! What the words of a query are taken for.
//!
//! Nothing here depends on the order of the words, except which of them is still being typed.

use crate::search::index::inverted::Index;
use crate::search::index::tokens::{plain, words};
use crate::search::index::vocabulary::Vocabulary;
use crate::search::query::complete::{complete, likeliest};
use crate::search::query::spelling::{Mended, Mending, mend};
use crate::search::query::synonyms::synonyms;
use crate::search::query::term_set::Marked;
use crate::search::query::terms::{Company, Ending, How, MOST_SOUGHT, Sought, Typed};
use crate::search::tuning;
use crate::text::slice;

/// No one types more: what is beyond is left out, so that no query is slow.
const LONGEST_QUERY: usize = 1_000;

/// The most words that are looked for.
const MOST_WORDS: usize = 32;

/// What a query is taken for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Intent {
    /// What is looked for, in an order that does not depend on the order of typing.
    pub(crate) sought: Vec<Sought>,
    /// What was taken for something else.
    pub(crate) mended: Vec<Mended>,
    /// The stop words that were dropped.
    pub(crate) ignored: Vec<String>,
    /// The words that come to nothing.
    pub(crate) unknown: Vec<String>,
    /// The stop words that are not looked for by themselves, also those in a joined word: they tell names apart.
    pub(crate) stop_words: Vec<String>,
}

impl Intent {
    /// Reads a query against the words of a library.
    pub(crate) fn read(text: &str, index: &Index) -> Self {
        let vocabulary = &index.vocabulary;
        let mut intent = Self::default();
        let typed = typed(text);
        let joined = joined(&typed, vocabulary);
        let says_something = |typed: &Typed| !vocabulary.language().is_stop_word(&typed.word);
        let anything_said = typed.iter().any(says_something) || !joined.is_empty();
        for word in &typed {
            if !anything_said {
                intent.add_known(word, index);
            } else if says_something(word) {
                intent.add(word, company(word, &typed, vocabulary), index);
            } else {
                intent.stop_words.push(word.word.clone());
                if !joined.iter().any(|sought| sought.halves.iter().flatten().any(|half| *half == word.word))
                {
                    intent.ignored.push(word.word.clone());
                }
            }
        }
        intent.add_joined(joined);
        intent.sought.sort_by(|a, b| a.typed.cmp(&b.typed).then(a.members.len().cmp(&b.members.len())));
        intent.sought.truncate(MOST_SOUGHT);
        intent
    }

    /// Adds words that two typed words make when they are written as one. A stop word that makes one with another
    /// word is not there by chance (*burn out*): the other alone is hardly meant.
    fn add_joined(&mut self, joined: Vec<Sought>) {
        for [first, second] in joined.iter().filter_map(|sought| sought.halves.as_ref()) {
            let with_stop_word = [first, second].into_iter().any(|half| self.stop_words.contains(half));
            for half in self.sought.iter_mut().filter(|sought| [first, second].contains(&&sought.typed)) {
                half.weight = if with_stop_word { tuning::HALF_WEIGHT } else { half.weight };
            }
        }
        self.sought.extend(joined);
    }

    /// Returns the sought words that the sought word `index` has in it, if it is two written as one.
    pub(crate) fn halves(&self, index: usize) -> Marked {
        let halves = self.sought.get(index).and_then(|sought| sought.halves.as_ref());
        let is_half = |sought: &Sought| halves.is_some_and(|halves| halves.contains(&sought.typed));
        self.sought.iter().enumerate().filter(|(_, sought)| is_half(sought)).map(|(at, _)| at).collect()
    }

    /// Adds what a typed word is taken for: the words it may become, itself, what says nearly the same, or what it
    /// may have been meant to be.
    fn add(&mut self, typed: &Typed, company: Company, index: &Index) {
        let vocabulary = &index.vocabulary;
        let Typed { word, ending } = typed;
        let letters = word.chars().count();
        let may_go_on = match (ending, company) {
            (Ending::Open, Company::None) => true,
            (Ending::Open, Company::Known) => letters >= tuning::SHORTEST_BEGINNING,
            (Ending::Closed, _) => letters >= tuning::SHORTEST_CLIPPING && vocabulary.stem(word).is_none(),
        };
        let others = synonyms(word, vocabulary);
        if let Some(sought) = may_go_on.then(|| complete(word, vocabulary)).flatten() {
            self.sought.push(sought.with_synonyms(&synonyms(likeliest(word, vocabulary), vocabulary)));
        } else if vocabulary.stem(word).is_some() {
            self.add_known(typed, index);
        } else if let Some(instead) = Sought::instead(word, &others) {
            self.sought.push(instead);
        } else if let Some(Mending { sought, taken_as }) = mend(typed, company, vocabulary) {
            let others = synonyms(&taken_as, vocabulary);
            self.sought.extend(sought.into_iter().map(|sought| sought.with_synonyms(&others)));
            self.mended.push(Mended { typed: word.clone(), taken_as });
        } else {
            self.unknown.push(word.clone());
        }
    }

    /// Adds a word as it stands, if the library has it.
    fn add_known(&mut self, Typed { word, .. }: &Typed, index: &Index) {
        let Some(stem) = index.vocabulary.stem(word) else { return };
        let others = synonyms(word, &index.vocabulary);
        self.sought.push(Sought::new(word, How::Typed, 1.0, [stem]).with_synonyms(&others));
    }
}

/// Returns what else was typed with `word`.
fn company(word: &Typed, typed: &[Typed], vocabulary: &Vocabulary) -> Company {
    let says_something = |other: &&Typed| !vocabulary.language().is_stop_word(&other.word);
    let mut others = typed.iter().filter(|other| *other != word).filter(says_something);
    if others.any(|other| vocabulary.stem(&other.word).is_some()) { Company::Known } else { Company::None }
}

/// Returns the words of a query, each once, in order of typing.
fn typed(text: &str) -> Vec<Typed> {
    let text = match text.char_indices().nth(LONGEST_QUERY) {
        Some((end, _)) => slice(text, 0..end),
        None => text,
    };
    let mut typed: Vec<Typed> = Vec::new();
    for range in words(text) {
        let ending = if range.end == text.len() { Ending::Open } else { Ending::Closed };
        let word = plain(slice(text, range)).into_owned();
        match typed.iter_mut().find(|known| known.word == word) {
            _ if word.is_empty() => {}
            Some(known) => known.ending = known.ending.max(ending),
            None => typed.push(Typed { word, ending }),
        }
    }
    if let Some(surplus) = typed.len().checked_sub(MOST_WORDS) {
        typed.drain(..surplus);
    }
    typed
}

/// Returns the words of the library that two typed words make when they are written as one.
///
/// Any two, in either order, so that the order of typing does not matter.
fn joined(typed: &[Typed], vocabulary: &Vocabulary) -> Vec<Sought> {
    let parts =
        || typed.iter().map(|typed| typed.word.as_str()).filter(|word| word.len() >= tuning::SHORTEST_PART);
    let pairs = parts().flat_map(|first| parts().map(move |second| [first, second]));
    pairs
        .filter(|[first, second]| first != second)
        .filter_map(|parts| Some((parts, vocabulary.word(&parts.concat())?)))
        .filter(|(_, whole)| !vocabulary.language().is_stop_word(whole.text))
        .filter(|(_, whole)| typed.iter().all(|typed| typed.word != whole.text))
        .map(|(parts, whole)| Sought {
            halves: Some(parts.map(str::to_owned)),
            ..Sought::new(whole.text, How::Joined, 1.0, [whole.stem])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    fn read(text: &str) -> Intent {
        Intent::read(text, &Index::build(&sample::library()))
    }

    fn sought(text: &str) -> Vec<String> {
        read(text).sought.into_iter().map(|sought| sought.typed).collect()
    }

    #[test]
    fn the_last_word_is_open_unless_something_follows() {
        let endings = |text| typed(text).into_iter().map(|typed| typed.ending).collect::<Vec<_>>();
        assert_eq!(endings("care pl"), [Ending::Closed, Ending::Open]);
        assert_eq!(endings("care pl "), [Ending::Closed; 2]);
        assert_eq!(endings("care? pl?"), [Ending::Closed; 2]);
        assert_eq!(endings("care the care"), [Ending::Open, Ending::Closed]);
    }

    #[test]
    fn stop_words_are_dropped_when_another_word_is_left() {
        assert_eq!(read("what about the care ").ignored, ["what", "about", "the"]);
        assert_eq!(sought("what about the care "), ["care"]);
        assert_eq!(read("can they ").ignored, [""; 0]);
        assert_eq!(sought("can they "), ["can", "they"]);
    }

    #[test]
    fn a_stop_word_or_a_letter_or_two_being_typed_become_nothing_else() {
        assert_eq!(sought("trust me"), ["trust"]);
        assert_eq!(read("trust me").stop_words, ["me"]);
        assert_eq!(sought("care bo"), ["care"]);
        assert_eq!(sought("care bou"), ["bou", "care"]);
        assert_eq!(sought("bo"), ["bo"], "nothing else to go by");
        assert_eq!(sought("the bo"), ["bo"]);
    }

    #[test]
    fn the_beginning_of_a_known_word_is_taken_for_it() {
        let intent = read("superv boundary ");
        assert_eq!((intent.sought[1].typed.as_str(), intent.mended.len()), ("superv", 0));
        assert_eq!(sought("sup boundary "), ["boundary"], "too short");
    }

    #[test]
    fn words_written_as_one_are_joined_whatever_their_order() {
        assert_eq!(sought("after care "), ["aftercare", "care"]);
        assert_eq!(sought("care after "), ["aftercare", "care"]);
        assert_eq!(read("after care ").ignored, [""; 0]);
        assert_eq!(read("after care ").halves(0).iter().collect::<Vec<_>>(), [1]);
        assert_eq!(sought("aftercare after care ").iter().filter(|word| *word == "aftercare").count(), 1);
    }

    #[test]
    fn queries_have_an_end() {
        assert_eq!(typed(&"a".repeat(5_000))[0].word.len(), LONGEST_QUERY);
        let many = (0..200).map(|number| number.to_string()).collect::<Vec<_>>().join(" ");
        let typed = typed(&many);
        assert_eq!(typed.len(), MOST_WORDS);
        assert_eq!(typed[MOST_WORDS - 1].word, "199");
        let many_known = "boundary boundaries trust care carer young person stay live plan ".repeat(9);
        assert!(read(&many_known).sought.len() <= MOST_SOUGHT);
    }
}

//! What was typed, and what it is taken for.
//!
//! Nothing here depends on the order of the words, except which of them is still being typed.

use super::{
    Mended,
    complete::complete,
    mend::{Mending, mend},
    tokens::{plain, words},
    vocabulary::Vocabulary,
};
use crate::text::slice;

/// No one types more: what is beyond is left out, so that no query is slow.
const LONGEST_QUERY: usize = 1_000;

/// The most words that are looked for.
const MOST_WORDS: usize = 32;

/// The most sought words: each word may bring others, and a set of them fits a [`Marked`](super::scan::Marked).
pub(super) const MOST_SOUGHT: usize = 64;

/// What two typed words that the library writes as one count, against a word that was typed.
const JOINED_WEIGHT: f32 = 0.8;

/// The fewest bytes that a part of a word written as two has.
pub(super) const SHORTEST_PART: usize = 2;

/// What a stop word that may become another word counts, while other words say something.
const OPEN_STOP_WORD_WEIGHT: f32 = 0.1;

/// A typed word in its plain form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    /// The word.
    pub(super) word: String,
    /// Whether it is finished.
    pub(super) ending: Ending,
}

/// Whether a typed word is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ending {
    /// Something follows it.
    Closed,
    /// It is the last one and may go on.
    Open,
}

/// One thing that is looked for, with everything that it may stand for: it is scored as if these were one word.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sought {
    /// What was typed for it.
    pub(super) typed: String,
    /// How much it counts, from 0 to 1.
    pub(super) weight: f32,
    /// The stems that it may stand for, in order.
    pub(super) members: Vec<Member>,
}

/// A stem that a sought word may stand for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Member {
    /// The stem.
    pub(super) stem: u32,
    /// How much it counts among the others, from 0 to 1.
    pub(super) weight: f32,
}

impl Sought {
    /// Returns what is sought for `typed`, whose stems count alike.
    pub(super) fn new(typed: &str, weight: f32, stems: impl IntoIterator<Item = u32>) -> Self {
        Self::weighted(typed, weight, stems.into_iter().map(|stem| Member { stem, weight: 1.0 }).collect())
    }

    /// Returns what is sought for `typed`.
    pub(super) fn weighted(typed: &str, weight: f32, mut members: Vec<Member>) -> Self {
        members.sort_unstable_by_key(|member| member.stem);
        members.dedup_by_key(|member| member.stem);
        Self { typed: typed.to_owned(), weight, members }
    }
}

/// A query that has been read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Query {
    /// What is looked for, in an order that does not depend on the order of typing.
    pub(super) sought: Vec<Sought>,
    /// What was taken for something else.
    pub(super) mended: Vec<Mended>,
    /// The stop words that were dropped.
    pub(super) ignored: Vec<String>,
}

impl Query {
    /// Reads a query against the words of a library.
    pub(super) fn read(text: &str, vocabulary: &Vocabulary) -> Self {
        let mut query = Self::default();
        let typed = typed(text);
        let joined = joined(&typed, vocabulary);
        let says_something = |typed: &Typed| !vocabulary.language().is_stop_word(&typed.word);
        let anything_said = typed.iter().any(says_something) || !joined.is_empty();
        for word in &typed {
            if says_something(word) || !anything_said {
                query.add(word, 1.0, vocabulary);
            } else if word.ending == Ending::Open {
                query.add(word, OPEN_STOP_WORD_WEIGHT, vocabulary);
            } else if !joined.iter().any(|(parts, _)| parts.contains(&word.word.as_str())) {
                query.ignored.push(word.word.clone());
            }
        }
        query.sought.extend(joined.into_iter().map(|(_, sought)| sought));
        query.sought.sort_by(|a, b| a.typed.cmp(&b.typed).then(a.members.len().cmp(&b.members.len())));
        query.sought.truncate(MOST_SOUGHT);
        query
    }

    /// Adds what a typed word is taken for, `weight` being what the word counts.
    fn add(&mut self, typed: &Typed, weight: f32, vocabulary: &Vocabulary) {
        let Typed { word, ending } = typed;
        let completed = (*ending == Ending::Open).then(|| complete(word, weight, vocabulary)).flatten();
        let known = || vocabulary.stem(word).map(|stem| Sought::new(word, weight, [stem]));
        if let Some(sought) = completed.or_else(known) {
            self.sought.push(sought);
        } else if let Some(Mending { sought, taken_as }) = mend(typed, vocabulary) {
            self.sought.extend(sought);
            self.mended.push(Mended { typed: word.clone(), taken_as });
        }
    }
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

/// Returns the words of the library that two typed words make when they are written as one, with their parts.
///
/// Any two, in either order, so that the order of typing does not matter.
fn joined<'a>(typed: &'a [Typed], vocabulary: &Vocabulary) -> Vec<([&'a str; 2], Sought)> {
    let parts = || typed.iter().map(|typed| typed.word.as_str()).filter(|word| word.len() >= SHORTEST_PART);
    let pairs = parts().flat_map(|first| parts().map(move |second| [first, second]));
    pairs
        .filter(|[first, second]| first != second)
        .filter_map(|parts| Some((parts, vocabulary.word(&parts.concat())?)))
        .filter(|(_, whole)| !vocabulary.language().is_stop_word(whole.text))
        .filter(|(_, whole)| typed.iter().all(|typed| typed.word != whole.text))
        .map(|(parts, whole)| (parts, Sought::new(whole.text, JOINED_WEIGHT, [whole.stem])))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{index::Index, sample};

    fn read(text: &str) -> Query {
        Query::read(text, &Index::build(&sample::library()).vocabulary)
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
    fn a_stop_word_being_typed_stays_but_counts_little() {
        let query = read("care wh");
        assert!(query.sought[1].weight > OPEN_STOP_WORD_WEIGHT, "not a stop word yet");
        let query = read("care what");
        assert_eq!(query.sought[1].typed, "what");
        assert!(query.sought[1].weight <= OPEN_STOP_WORD_WEIGHT);
    }

    #[test]
    fn words_written_as_one_are_joined_whatever_their_order() {
        assert_eq!(sought("after care "), ["aftercare", "care"]);
        assert_eq!(sought("care after "), ["aftercare", "care"]);
        assert_eq!(read("after care ").ignored, [""; 0]);
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

//! Phrases: words that must stand side by side, or must not.

use std::{borrow::Cow, ops::Range};

use crate::search::index::{DocId, Document, Index, plain, plain_words, words};
use crate::text::slice;

/// The phrases of a query.
#[derive(Debug)]
pub(crate) struct Phrases<'a> {
    /// Those that must be there.
    pub(crate) required: &'a [String],
    /// Those that must not, of more than one word.
    pub(crate) excluded: Vec<&'a str>,
}

/// Whether the required phrases must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PhraseMode {
    /// Yes.
    Required,
    /// No: nothing has them as they were typed, so their words may stand apart.
    Relaxed,
}

impl Phrases<'_> {
    /// Whether they keep anything out.
    pub(crate) fn restrict(&self, mode: PhraseMode) -> bool {
        !self.excluded.is_empty() || !self.required(mode).is_empty()
    }

    /// Returns the documents, in order, that have every word of the required phrases, side by side or not: only those
    /// need be read. Returns nothing where no phrase is required.
    pub(crate) fn candidates(&self, index: &Index, mode: PhraseMode) -> Option<Vec<DocId>> {
        let words = self.required(mode).iter().flat_map(|phrase| plain_words(phrase));
        let having = words.map(|word| {
            let stem = index.vocabulary.stem(&word);
            stem.into_iter().flat_map(|stem| index.postings.documents(stem)).collect::<Vec<DocId>>()
        });
        having.reduce(|mut all, these| {
            all.retain(|document| these.binary_search(document).is_ok());
            all
        })
    }

    /// Whether a document has each required phrase and none that is excluded.
    pub(crate) fn admit(&self, document: Document<'_>, mode: PhraseMode) -> bool {
        let has = |phrase: &str| {
            let phrase: Vec<Cow<'_, str>> = plain_words(phrase).collect();
            document.texts().any(|(_, text)| has_phrase(text, &phrase))
        };
        !self.excluded.iter().any(|phrase| has(phrase))
            && self.required(mode).iter().all(|phrase| has(phrase))
    }

    fn required(&self, mode: PhraseMode) -> &[String] {
        match mode {
            PhraseMode::Required => self.required,
            PhraseMode::Relaxed => &[],
        }
    }
}

/// Whether these words stand side by side in `text`, as they are but for capitals and accents.
fn has_phrase(text: &str, phrase: &[Cow<'_, str>]) -> bool {
    let words = words(text);
    let is = |word: &Range<usize>, wanted: &Cow<'_, str>| plain(slice(text, word.clone())) == *wanted;
    let is_phrase =
        |window: &[Range<usize>]| window.iter().zip(phrase).all(|(word, wanted)| is(word, wanted));
    !phrase.is_empty() && words.windows(phrase.len()).any(is_phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_side_by_side_in_the_order_they_were_typed() {
        let says = |text, phrase| has_phrase(text, &plain_words(phrase).collect::<Vec<_>>());
        assert!(says("It is. It is what it is", "what it is"));
        assert!(says("CAFÉ owner", "cafe owner"));
        assert!(!says("it what is", "it is") && !says("", "it") && !says("it", ""));
    }
}

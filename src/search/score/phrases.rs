//! Words that must stand side by side, or must not.

use std::borrow::Cow;

use crate::search::index::document::Document;
use crate::search::index::inverted::Index;
use crate::search::index::tokens::{plain, plain_words, words};
use crate::text::slice;

/// The phrases of a query.
#[derive(Debug)]
pub(crate) struct Phrases<'a> {
    /// Those that must be there.
    pub(crate) wanted: &'a [String],
    /// Those that must not, of more than one word.
    pub(crate) unwanted: Vec<&'a str>,
}

/// Whether the wanted phrases must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Yes.
    Needed,
    /// No: nothing has them as they were typed, so their words may stand apart.
    Apart,
}

impl Phrases<'_> {
    /// Whether they keep anything out.
    pub(crate) fn narrow(&self, wanted: Wanted) -> bool {
        !self.unwanted.is_empty() || !self.needed(wanted).is_empty()
    }

    /// Returns the documents, in order, that have each word of the phrases that must be there, side by side or not: only
    /// those need be read. Returns nothing where no phrase must be there.
    pub(crate) fn may_be_said(&self, index: &Index, wanted: Wanted) -> Option<Vec<u32>> {
        let words = self.needed(wanted).iter().flat_map(|phrase| plain_words(phrase));
        let having = words.map(|word| {
            let documents = index.vocabulary.stem(&word).into_iter().flat_map(|stem| index.postings.of(stem));
            documents.map(|(document, _)| document).collect::<Vec<u32>>()
        });
        having.reduce(|mut all, these| {
            all.retain(|document| these.binary_search(document).is_ok());
            all
        })
    }

    /// Whether a document says each phrase that must be there and none that must not.
    pub(crate) fn admit(&self, document: Document<'_>, wanted: Wanted) -> bool {
        let says = |phrase: &str| {
            let wanted: Vec<Cow<'_, str>> = plain_words(phrase).collect();
            document.texts().any(|(_, text)| says(text, &wanted))
        };
        !self.unwanted.iter().any(|phrase| says(phrase))
            && self.needed(wanted).iter().all(|phrase| says(phrase))
    }

    fn needed(&self, wanted: Wanted) -> &[String] {
        match wanted {
            Wanted::Needed => self.wanted,
            Wanted::Apart => &[],
        }
    }
}

/// Whether these words stand side by side in `text`, as they are but for capitals and accents.
fn says(text: &str, wanted: &[Cow<'_, str>]) -> bool {
    let all = words(text);
    let is =
        |word: &std::ops::Range<usize>, wanted: &Cow<'_, str>| plain(slice(text, word.clone())) == *wanted;
    !wanted.is_empty()
        && all
            .windows(wanted.len())
            .any(|side_by_side| side_by_side.iter().zip(wanted).all(|(a, b)| is(a, b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_side_by_side_in_the_order_they_were_typed() {
        let says = |text, phrase| says(text, &plain_words(phrase).collect::<Vec<_>>());
        assert!(says("It is. It is what it is", "what it is"));
        assert!(says("CAFÉ owner", "cafe owner"));
        assert!(!says("it what is", "it is") && !says("", "it") && !says("it", ""));
    }
}

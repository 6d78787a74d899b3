//! The word that is still being typed, and the words that it may become.

use super::terms::{Expansion, MatchKind, QueryTerm};
use crate::search::index::{KnownWord, StemId, Vocabulary};
use crate::search::tuning;

/// Returns the term for a word that may go on: itself and the words that begin with it; nothing when no word begins
/// with it.
pub(crate) fn complete(word: &str, vocabulary: &Vocabulary) -> Option<QueryTerm> {
    let completions = most_frequent(
        vocabulary.with_prefix(word),
        tuning::MAX_COMPLETIONS,
        tuning::MAX_COMPLETED_OCCURRENCES,
    );
    let itself = vocabulary.word(word).map(|known| known.stem);
    let weight = if itself.is_some() { tuning::KNOWN_COMPLETION_WEIGHT } else { tuning::COMPLETION_WEIGHT };
    let exact = itself.into_iter().map(|stem| Expansion { stem, weight: 1.0, kind: MatchKind::Exact });
    let completed =
        completions.into_iter().map(|stem| Expansion { stem, weight, kind: MatchKind::Completed });
    let expansions: Vec<Expansion> = exact.chain(completed).collect();
    (!expansions.is_empty()).then(|| QueryTerm::expanded(word, 1.0, expansions))
}

/// Returns the most frequent word that begins with what was typed, or what was typed itself if the library has it or
/// nothing begins so.
pub(crate) fn likeliest<'a>(word: &'a str, vocabulary: &'a Vocabulary) -> &'a str {
    if vocabulary.stem(word).is_some() {
        return word;
    }
    let by_count = |a: &KnownWord<'_>, b: &KnownWord<'_>| a.count.cmp(&b.count).then(b.text.cmp(a.text));
    vocabulary.with_prefix(word).max_by(by_count).map_or(word, |word| word.text)
}

/// Returns the stems of `words`, the most frequent first: `max_stems` at most, and, but for the first, no more than
/// together occur `max_occurrences` times.
fn most_frequent<'a>(
    words: impl Iterator<Item = KnownWord<'a>>,
    max_stems: usize,
    max_occurrences: u64,
) -> Vec<StemId> {
    let mut stems: Vec<(StemId, u32)> = words.map(|word| (word.stem, word.count)).collect();
    stems.sort_unstable();
    stems.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 = kept.1.saturating_add(next.1);
        }
        same
    });
    stems.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut occurrences = 0;
    let kept = stems.into_iter().take(max_stems).enumerate().take_while(|(index, (_, count))| {
        occurrences += u64::from(*count);
        *index == 0 || occurrences <= max_occurrences
    });
    kept.map(|(_, (stem, _))| stem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::{Language, VocabularyBuilder};

    fn vocabulary(words: &str) -> Vocabulary {
        let mut builder = VocabularyBuilder::new(Language::English);
        for word in words.split(' ') {
            builder.intern(word);
        }
        builder.finish().0
    }

    #[test]
    fn a_beginning_stands_for_the_words_it_may_become() {
        let vocabulary = vocabulary("trust trusted trustee truth care");
        let term = complete("trust", &vocabulary).unwrap();
        let trust = vocabulary.stem("trust").unwrap();
        let weight = |stem| {
            term.expansions.iter().find(|expansion| expansion.stem == stem).map(|expansion| expansion.weight)
        };
        assert_eq!(weight(trust), Some(1.0));
        assert_eq!(weight(vocabulary.stem("trustee").unwrap()), Some(tuning::KNOWN_COMPLETION_WEIGHT));
        assert_eq!(weight(vocabulary.stem("truth").unwrap()), None);
        assert_eq!(complete("xyz", &vocabulary), None);
    }

    #[test]
    fn the_commonest_completions_are_kept() {
        let vocabulary = vocabulary("boat book book bond bond bond");
        let stems = |most, places| most_frequent(vocabulary.with_prefix("bo"), most, places);
        let [bond, book] = ["bond", "book"].map(|word| vocabulary.stem(word).unwrap());
        assert_eq!(stems(2, 100), [bond, book]);
        assert_eq!((stems(9, 5), stems(9, 4), stems(9, 0)), (vec![bond, book], vec![bond], vec![bond]));
    }
}

//! The word that is still being typed, and the words that it may become.

use crate::search::index::vocabulary::{Vocabulary, Word};
use crate::search::query::terms::{How, Member, Sought};
use crate::search::tuning;

/// Returns what is sought for a word that may go on: itself and the words that begin with it, as one; nothing
/// when no word begins with it.
pub(crate) fn complete(word: &str, vocabulary: &Vocabulary) -> Option<Sought> {
    let stems =
        commonest(vocabulary.beginning_with(word), tuning::MOST_COMPLETIONS, tuning::MOST_COMPLETED_PLACES);
    let itself = vocabulary.word(word).map(|known| known.stem);
    let completion =
        if itself.is_some() { tuning::KNOWN_COMPLETION_WEIGHT } else { tuning::COMPLETION_WEIGHT };
    let members: Vec<Member> = itself
        .into_iter()
        .map(|stem| Member { stem, weight: 1.0, how: How::Typed })
        .chain(stems.into_iter().map(|stem| Member { stem, weight: completion, how: How::Completed }))
        .collect();
    (!members.is_empty()).then(|| Sought::weighted(word, 1.0, members))
}

/// Returns the commonest word that begins with what was typed, or that itself if the library has it or nothing begins so.
pub(crate) fn likeliest<'a>(word: &'a str, vocabulary: &'a Vocabulary) -> &'a str {
    if vocabulary.stem(word).is_some() {
        return word;
    }
    let commoner = |a: &Word<'_>, b: &Word<'_>| a.count.cmp(&b.count).then(b.text.cmp(a.text));
    vocabulary.beginning_with(word).max_by(commoner).map_or(word, |word| word.text)
}

/// Returns the stems of `words`, the commonest first, `most` at most, and no more than stand in `most_places`
/// together, but for the first.
fn commonest<'a>(words: impl Iterator<Item = Word<'a>>, most: usize, most_places: u64) -> Vec<u32> {
    let mut stems: Vec<(u32, u32)> = words.map(|word| (word.stem, word.count)).collect();
    stems.sort_unstable();
    stems.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 = kept.1.saturating_add(next.1);
        }
        same
    });
    stems.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut places = 0;
    let few = stems.into_iter().take(most).enumerate().take_while(|(at, (_, count))| {
        places += u64::from(*count);
        *at == 0 || places <= most_places
    });
    few.map(|(_, (stem, _))| stem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::language::Language;
    use crate::search::index::vocabulary::Gathering;

    fn vocabulary(words: &str) -> Vocabulary {
        let mut gathering = Gathering::new(Language::English);
        for word in words.split(' ') {
            gathering.meet(word);
        }
        gathering.finish().0
    }

    #[test]
    fn a_beginning_stands_for_the_words_it_may_become() {
        let vocabulary = vocabulary("trust trusted trustee truth care");
        let sought = complete("trust", &vocabulary).unwrap();
        let trust = vocabulary.stem("trust").unwrap();
        let weight =
            |stem| sought.members.iter().find(|member| member.stem == stem).map(|member| member.weight);
        assert_eq!(weight(trust), Some(1.0));
        assert_eq!(weight(vocabulary.stem("trustee").unwrap()), Some(tuning::KNOWN_COMPLETION_WEIGHT));
        assert_eq!(weight(vocabulary.stem("truth").unwrap()), None);
        assert_eq!(complete("xyz", &vocabulary), None);
    }

    #[test]
    fn the_commonest_completions_are_kept() {
        let vocabulary = vocabulary("boat book book bond bond bond");
        let stems = |most, places| commonest(vocabulary.beginning_with("bo"), most, places);
        let [bond, book] = ["bond", "book"].map(|word| vocabulary.stem(word).unwrap());
        assert_eq!(stems(2, 100), [bond, book]);
        assert_eq!((stems(9, 5), stems(9, 4), stems(9, 0)), (vec![bond, book], vec![bond], vec![bond]));
    }
}

//! Which query terms each alias of a document has, told by stems alone: a guide has some two hundred aliases, and most
//! have none.
//!
//! Two typed words that stand in one alias count by how many aliases have both. Stop words count too: they say nothing
//! in running text, but much in an alias: *can i*, *my boss*, *let go*.

use std::collections::BTreeMap;

use super::signature::Signature;
use crate::search::index::{Aliases, DocId, StemId, Vocabulary};
use crate::search::number::as_f32;
use crate::search::query::{ExpandedQuery, Expansion, MatchKind, TermSet};

/// Matches aliases with the terms of a query.
#[derive(Debug)]
pub(crate) struct AliasMatcher<'a> {
    aliases: &'a Aliases,
    /// The inverse frequency among aliases of each typed word: first the terms, then the stop words.
    idfs: Vec<f32>,
    /// The stems that match, in order, each with what an alias has that has it.
    stems: Vec<(StemId, AliasMatch)>,
    /// Of `stems`: most others are passed over without being looked up.
    signature: Signature,
}

/// What an alias has of the query.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct AliasMatch {
    /// The terms that it has, by any expansion.
    pub(crate) terms: TermSet,
    /// The typed words that it has, stop words too, synonyms not.
    pub(crate) typed: TermSet,
    /// How many of its words match terms.
    pub(crate) matched: usize,
    /// How many are typed stop words and no more.
    pub(crate) stop_words: usize,
    /// How many words it has.
    pub(crate) words: usize,
}

impl<'a> AliasMatcher<'a> {
    /// Returns a matcher for the terms of a query.
    pub(crate) fn new(query: &ExpandedQuery, aliases: &'a Aliases, vocabulary: &Vocabulary) -> Self {
        let mut stems: BTreeMap<StemId, AliasMatch> = BTreeMap::new();
        let mut idfs = Vec::new();
        for (index, term) in query.terms.iter().enumerate() {
            let mut frequency = 0.0;
            for Expansion { stem, kind, .. } in &term.expansions {
                let alias_with_it = stems.entry(*stem).or_default();
                alias_with_it.terms.insert(index);
                if term.halves.is_none() && *kind != MatchKind::Synonym {
                    alias_with_it.typed.insert(index);
                    frequency += aliases.collection_frequency(*stem);
                }
            }
            idfs.push(aliases.idf(frequency));
        }
        for stem in query.stop_words.iter().filter_map(|word| vocabulary.stem(word)) {
            stems.entry(stem).or_default().typed.insert(idfs.len());
            idfs.push(aliases.idf(aliases.collection_frequency(stem)));
        }
        let mut signature = Signature::new();
        for stem in stems.keys() {
            signature.insert(stem.index());
        }
        Self { aliases, idfs, stems: stems.into_iter().collect(), signature }
    }

    /// Returns what each alias of a document has, in their order.
    pub(crate) fn matches(&self, document: DocId) -> Vec<AliasMatch> {
        self.aliases.of(document).map(|alias| self.matched(alias)).collect()
    }

    fn matched(&self, alias: &[StemId]) -> AliasMatch {
        let mut all = AliasMatch { words: alias.len(), ..AliasMatch::default() };
        for stem in alias.iter().filter(|stem| self.signature.may_contain(stem.index())) {
            let Ok(index) = self.stems.binary_search_by_key(stem, |(stem, _)| *stem) else { continue };
            let Some((_, one)) = self.stems.get(index) else { continue };
            all.terms = all.terms.union(one.terms);
            all.typed = all.typed.union(one.typed);
            all.matched += usize::from(!one.terms.is_empty());
            all.stop_words += usize::from(one.terms.is_empty());
        }
        all
    }

    /// Returns how well the typed words co-occur in aliases: over all pairs, the lesser inverse frequency times the
    /// logarithm of one more than the aliases that have both.
    pub(crate) fn cooccurrence(&self, matches: &[AliasMatch]) -> f32 {
        let count = self.idfs.len();
        let mut pairs = vec![0_usize; count * count];
        for typed in matches.iter().map(|one| one.typed) {
            for first in typed.iter() {
                for second in typed.iter().filter(|second| *second > first) {
                    pairs[first * count + second] += 1;
                }
            }
        }
        let occurring = pairs.into_iter().enumerate().filter(|(_, aliases)| *aliases > 0);
        occurring
            .map(|(pair, aliases)| {
                self.idfs[pair / count].min(self.idfs[pair % count]) * as_f32(1 + aliases).ln()
            })
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Guide;
    use crate::search::index::Index;
    use crate::search::sample;

    /// Returns how well the words of a query co-occur in each guide's aliases.
    fn cooccurrence(query: &str, guides: Vec<Guide>) -> Vec<f32> {
        let library = sample::library_of(guides);
        let index = Index::build(&library);
        let expanded = ExpandedQuery::read(query, &index);
        let matcher = AliasMatcher::new(&expanded, &index.aliases, &index.vocabulary);
        let guides = 0..u32::try_from(library.guides.len()).unwrap();
        guides.map(|guide| matcher.cooccurrence(&matcher.matches(DocId(guide)))).collect()
    }

    #[test]
    fn two_words_of_one_alias_count_more_than_in_two_and_stop_words_count_too() {
        let guides = || {
            vec![
                sample::guide("a", "One", &["can i stay", "too young"], &[]),
                sample::guide("b", "Two", &["can i go", "he may stay"], &[]),
            ]
        };
        let one = cooccurrence("stay young ", guides());
        assert!(one.iter().all(|score| score.abs() < f32::EPSILON), "no alias has both: {one:?}");
        let both = cooccurrence("young, too ", guides());
        assert!(both[0] > both[1]);
        let stop_words = cooccurrence("can i stay ", guides());
        assert!(stop_words[0] > stop_words[1] && stop_words[1] > 0.0, "both have *can i*: {stop_words:?}");
        assert_eq!(stop_words, cooccurrence("stay can i ", guides()), "in whatever order");
    }
}

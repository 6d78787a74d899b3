//! A long query asked again with what the best guides say: who writes a whole sentence describes more than they name,
//! and guides like the best ones are next to it (pseudo-relevance feedback: Rocchio, *Relevance feedback in information
//! retrieval*, 1971, on BM25 weights).

use super::{
    document::Document,
    field::Field,
    index::Index,
    rank::{Norms, idf, number, saturated},
    tokens::plain_words,
    tuning,
};

/// The stems that tell most about some guides.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Feedback {
    /// Each with its part of the whole, the most telling first.
    stems: Vec<(u32, f32)>,
}

impl Feedback {
    /// Returns what these documents say, apart from what people say for them.
    pub(super) fn of<'a>(documents: impl Iterator<Item = Document<'a>>, index: &Index) -> Self {
        let mut told: Vec<(u32, f32)> = documents.flat_map(|document| telling(document, index)).collect();
        told.sort_unstable_by_key(|(stem, _)| *stem);
        let together = told.chunk_by(|(a, _), (b, _)| a == b);
        let mut stems: Vec<(u32, f32)> =
            together.map(|same| (same[0].0, same.iter().map(|(_, tells)| tells).sum())).collect();
        stems.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        stems.truncate(tuning::LEARNED_STEMS);
        let whole: f32 = stems.iter().map(|(_, tells)| tells).sum();
        Self { stems: stems.into_iter().map(|(stem, tells)| (stem, tells / whole)).collect() }
    }

    /// Returns what each document gains by them, in order of their numbers, for a query of so many words.
    pub(super) fn gains(&self, index: &Index, norms: &Norms, words: usize) -> Vec<f32> {
        let guides = index.many.guides;
        let mut gains = vec![0.0; index.lengths.len()];
        for (stem, part) in &self.stems {
            let having = index.postings.of(*stem).filter(|(document, _)| *document < guides).count();
            let worth = tuning::LEARNED * number(words) * part * idf(guides, having);
            for (document, counts) in index.postings.of(*stem) {
                if let Some(gain) = gains.get_mut(document as usize) {
                    *gain += worth * saturated(norms.frequency(document, counts).0, tuning::SATURATION);
                }
            }
        }
        gains
    }
}

/// Returns the stems of a document, each once, with how much it tells about it: how often it stands there, and how rare
/// it is elsewhere.
fn telling(document: Document<'_>, index: &Index) -> Vec<(u32, f32)> {
    let language = index.vocabulary.language();
    let texts = document.texts().filter(|(field, _)| *field != Field::Said);
    let words = texts.flat_map(|(_, text)| plain_words(text)).filter(|word| !language.is_stop_word(word));
    let mut stems: Vec<u32> = words.filter_map(|word| Some(index.vocabulary.word(&word)?.stem)).collect();
    stems.sort_unstable();
    let tells = |same: &[u32]| {
        let rarity = idf(index.many.guides, index.postings.about(same[0]).min(index.many.guides as usize));
        (same[0], saturated(number(same.len()), tuning::SATURATION) * rarity)
    };
    stems.chunk_by(|a, b| a == b).map(tells).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Search, sample};

    fn library() -> crate::guide::Library {
        sample::library_of(vec![
            sample::guide(
                "a-best",
                "Night shifts",
                &[],
                &["sleep wears thin on night shifts and rotas, owls"],
            ),
            sample::guide("b-other", "Meetings", &[], &["shifts, meetings make minutes, chairs"]),
            sample::guide("c-like", "Rotas", &[], &["shifts: owls make rotas, sleep"]),
            sample::guide("d-none", "Owls", &[], &["owls, rotas, sleep"]),
            sample::guide("e-next", "Nights", &[], &["night shifts, owls and rotas, sleep"]),
        ])
    }

    #[test]
    fn what_tells_most_is_learned_from_the_best_and_makes_guides_like_it_gain() {
        let library = library();
        let search = Search::build(&library);
        let best = Document::at(&library, 0).into_iter();
        let feedback = Feedback::of(best, &search.index);
        let parts: f32 = feedback.stems.iter().map(|(_, part)| part).sum();
        assert!((parts - 1.0).abs() < 1e-6);
        let gains = feedback.gains(&search.index, &search.norms, 4);
        assert!(gains[0] > gains[2] && gains[2] > gains[1], "{gains:?}");
        assert_eq!(
            Feedback::of(std::iter::empty(), &search.index).gains(&search.index, &search.norms, 4),
            [0.0; 5]
        );
    }

    #[test]
    fn in_a_long_query_guides_like_the_best_come_next_and_the_best_stays_first() {
        let library = library();
        let found = |typed: &str| -> Vec<usize> {
            let hits = Search::build(&library).find(&library, typed, 10).hits;
            hits.iter().filter_map(|hit| Some(hit.guide()?.index())).collect()
        };
        assert_eq!(found("thin night shifts "), [0, 4, 1, 2], "short: of equals by title");
        assert_eq!(found("thin wearing night shifts "), [0, 4, 2, 1], "and none without any of the words");
    }
}

//! Search: a few plain words, maybe misspelt or half-typed, and the right passage of the right guide.

mod complete;
mod field;
mod index;
mod language;
mod mend;
mod names;
mod near;
mod passage;
mod postings;
mod query;
mod rank;
mod rescore;
mod scan;
mod slips;
mod titles;
mod tokens;
mod vocabulary;

use std::{cmp::Ordering, ops::Range};

use crate::guide::{GuideId, Library, TextSpan};
use index::Index;
use query::Query;
use rank::Norms;
use scan::Scanner;

pub use titles::{TitleMatch, Titles};

/// How many of the guides that fit best are read again.
const READ_AGAIN: usize = 20;

/// The search of one library: everything that is needed to find its guides.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    index: Index,
    norms: Norms,
    names: Titles,
    /// For each of `names`, its guide and, if it is a saying, the index of that.
    owners: Vec<(GuideId, Option<usize>)>,
}

/// What a query comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// The guides, best first.
    pub hits: Vec<Hit>,
    /// The words that were taken for others, in order of typing.
    pub mended: Vec<Mended>,
    /// The words that say nothing and were left out, in order of typing.
    pub ignored: Vec<String>,
    /// What the hits are.
    pub basis: Basis,
}

/// What the hits of an answer are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Basis {
    /// Guides that have the words.
    #[default]
    Words,
    /// No guide has any of the words: those with the nearest titles and sayings.
    Nearest,
}

/// A word that the library does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The word, folded.
    pub typed: String,
    /// The likeliest of what it was taken for: a word, or two with a space between.
    pub taken_as: String,
}

/// A guide that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The guide.
    pub guide: GuideId,
    /// How well it fits: comparable within one answer only.
    pub score: f32,
    /// What matched in its title, as byte ranges.
    pub title: Vec<Range<usize>>,
    /// The passage that fits best; none where only the title or what people say matched.
    pub passage: Option<Passage>,
    /// The index in [`Guide::also_said`](crate::guide::Guide::also_said) of what matched, if that is why.
    pub said: Option<usize>,
}

/// A passage of a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The index of its section in [`Guide::sections`](crate::guide::Guide::sections).
    pub section: usize,
    /// The block, or the part of it.
    pub span: TextSpan,
    /// The words that matched, as byte ranges of the block's text.
    pub marks: Vec<Range<usize>>,
}

impl Search {
    /// Returns the search of `library`.
    #[must_use]
    pub fn build(library: &Library) -> Self {
        let index = Index::build(library);
        let norms = Norms::new(&index.lengths);
        let guides = library.guide_ids().zip(&library.guides);
        let owned = guides.flat_map(|(id, guide)| {
            let said = guide.also_said.iter().enumerate().map(|(at, said)| (said.as_str(), Some(at)));
            std::iter::once((guide.title.as_str(), None)).chain(said).map(move |(name, at)| (name, (id, at)))
        });
        let (names, owners): (Vec<&str>, Vec<_>) = owned.unzip();
        Self { index, norms, names: Titles::new(names), owners }
    }

    /// Finds the guides that a query is about, at most `limit`, best first; `library` is the one that this search
    /// was built for.
    ///
    /// The query is as typed so far: its last word may go on, unless something follows it.
    #[must_use]
    pub fn find(&self, library: &Library, query: &str, limit: usize) -> Answer {
        let read = Query::read(query, &self.index.vocabulary);
        let mut answer = Answer::default();
        let ranking = rank::rank(&self.index, &self.norms, &read.sought);
        let mut scores = ranking.scores;
        if scores.is_empty() {
            answer.hits = self.nearest(query, limit);
            answer.basis = Basis::Nearest;
            return answer;
        }
        let order = |a: &(u32, f32), b: &(u32, f32)| by_score(library, *a, *b);
        best_first(&mut scores, limit.max(READ_AGAIN), order);
        let scanner = Scanner::new(&read, &self.index.vocabulary);
        let hits = scores.into_iter().enumerate().map(|(at, (guide, score))| {
            let id = GuideId(guide);
            let mut hit = rescore::rescore(library.guide(id), id, score, &scanner, &ranking.weights);
            if at >= READ_AGAIN {
                hit.score = score;
            }
            hit
        });
        answer.hits = hits.collect();
        answer.hits.sort_by(|a, b| by_score(library, (a.guide.0, a.score), (b.guide.0, b.score)));
        answer.hits.truncate(limit);
        answer.mended = read.mended;
        answer
    }

    /// Returns every word in a guide that the query finds, in reading order.
    #[must_use]
    pub fn marks(&self, library: &Library, guide: GuideId, query: &str) -> Vec<TextSpan> {
        let query = Query::read(query, &self.index.vocabulary);
        let scanner = Scanner::new(&query, &self.index.vocabulary);
        let blocks = library.guide(guide).blocks.iter().enumerate();
        blocks
            .flat_map(|(at, block)| {
                let scan = scanner.scan(&block.prose.text);
                scan.found.into_iter().map(move |found| TextSpan::new(at, found.range))
            })
            .collect()
    }

    /// Returns the guides whose titles or sayings are nearest to the query.
    fn nearest(&self, query: &str, limit: usize) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for found in self.names.nearest(query) {
            let Some(&(guide, said)) = self.owners.get(found.index) else { continue };
            if hits.len() == limit {
                break;
            }
            if !hits.iter().any(|hit| hit.guide == guide) {
                let title = if said.is_none() { found.marks } else { Vec::new() };
                #[expect(clippy::cast_precision_loss, reason = "scores are some hundreds")]
                let score = found.score as f32;
                hits.push(Hit { guide, score, title, passage: None, said });
            }
        }
        hits
    }
}

/// Orders guides: the higher score first, equals by title, then by slug (as their ids are).
fn by_score(library: &Library, a: (u32, f32), b: (u32, f32)) -> Ordering {
    let title = |guide: u32| library.guides.get(guide as usize).map(|guide| guide.title.as_str());
    b.1.total_cmp(&a.1).then_with(|| title(a.0).cmp(&title(b.0))).then(a.0.cmp(&b.0))
}

/// Leaves the first `many` in order.
fn best_first<T>(all: &mut Vec<T>, many: usize, order: impl Fn(&T, &T) -> Ordering) {
    if all.len() > many {
        all.select_nth_unstable_by(many, &order);
        all.truncate(many);
    }
    all.sort_by(order);
}

//! How well a guide fits, from the index alone: BM25F over its fields and BM25 over its title.
//!
//! BM25F is Robertson, Zaragoza and Taylor 2004, *Simple BM25 extension to multiple weighted fields*; the title
//! alone is scored once more with its own idf, because a word that many guides mention may stand in one title.
//! The constants are the best of those measured on ten collections (see the crate's search notes).

use crate::search::index::aliases::Sayings;
use crate::search::index::field::Field;
use crate::search::index::inverted::Index;
use crate::search::number::{idf, saturated};
use crate::search::query::expansion::Intent;
use crate::search::query::terms::{How, Sought};
use crate::search::tuning;

/// How the documents of a library fit what is sought.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ranking {
    /// What each document came to, those that have nothing too.
    totals: Vec<Ranked>,
    /// How telling each sought word is: its idf times its weight.
    pub(crate) weights: Vec<f32>,
    /// More than a document can have, but for what people say for it.
    pub(crate) most: f32,
}

impl Ranking {
    /// Returns the documents that have any of what is sought, in order of their numbers.
    pub(crate) fn documents(&self) -> impl Iterator<Item = Ranked> {
        self.totals.iter().filter(|ranked| ranked.score > 0.0).copied()
    }
}

/// How a document fits what is sought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ranked {
    /// The document.
    pub(crate) document: u32,
    /// Its score.
    pub(crate) score: f32,
    /// What of that the words gave that people say for it.
    pub(crate) said: f32,
    /// How much of what is sought its title and sayings have between them, by how telling it is.
    pub(crate) named: f32,
}

impl Ranked {
    /// Returns that a document has nothing of what is sought.
    fn none(document: u32) -> Self {
        Self { document, score: 0.0, said: 0.0, named: 0.0 }
    }
}

/// Scores the documents of a library.
pub(crate) fn rank(index: &Index, intent: &Intent) -> Ranking {
    let mut tally = Tally::new(index);
    let mut weights = vec![0.0; intent.sought.len()];
    // Two words written as one come last, because they count at least as much as the two.
    let (typed, joined): (Vec<_>, Vec<_>) =
        intent.sought.iter().enumerate().partition(|(_, sought)| sought.halves.is_none());
    for (at, sought) in typed.into_iter().chain(joined) {
        let halves = intent.halves(at).iter().map(|half| weights[half] / intent.sought[half].weight).sum();
        tally.take(index, sought);
        weights[at] = tally.score(&index.sayings, sought.weight, halves);
    }
    Ranking { totals: tally.totals, weights, most: tally.most }
}

/// How often one sought word stands in each document, and what the words before it came to.
struct Tally {
    /// How each document fits the words so far.
    totals: Vec<Ranked>,
    /// How many of them are guides: by those it is told how rare a word is.
    guides: u32,
    /// The most that a document can have, but for what people say for it.
    most: f32,
    /// For the word at hand, in each document; zeros between words.
    frequencies: Vec<Frequency>,
    /// The documents that have it.
    met: Vec<u32>,
    /// How often it stands in what people say for all, weighted, without synonyms.
    often_said: f32,
}

/// How often a sought word stands in a document.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Frequency {
    /// In all fields, weighted.
    all: f32,
    /// In the title, weighted.
    title: f32,
    /// How well the title or a saying has it, from 0 to 1.
    named: f32,
    /// What of `all` is not a mere synonym.
    own: f32,
    /// In what people say, weighted, without synonyms.
    said: f32,
    /// What it tells that they say a synonym.
    said_otherwise: f32,
}

impl Tally {
    fn new(index: &Index) -> Self {
        let many = index.norms.documents();
        Self {
            totals: (0..).map(Ranked::none).take(many).collect(),
            guides: index.many.guides,
            most: 0.0,
            frequencies: vec![Frequency::default(); many],
            met: Vec::new(),
            often_said: 0.0,
        }
    }

    fn take(&mut self, index: &Index, sought: &Sought) {
        for member in &sought.members {
            let often = index.sayings.often(member.stem);
            if member.how != How::Synonym {
                self.often_said += member.weight * often;
            }
            for (document, counts) in index.postings.of(member.stem) {
                let (all, title) = index.norms.frequency(document, counts);
                let Some(sums) = self.frequencies.get_mut(document as usize) else { continue };
                if *sums == Frequency::default() {
                    self.met.push(document);
                }
                let said = f32::from(counts[Field::Said as usize]);
                sums.all += member.weight * all;
                sums.title += member.weight * title;
                if member.how == How::Synonym {
                    let tells = member.weight * index.sayings.likelier(said, often);
                    sums.said_otherwise = sums.said_otherwise.max(tells);
                } else {
                    sums.own += all;
                    sums.said += member.weight * said;
                }
                if counts[Field::Title as usize] > 0 || counts[Field::Said as usize] > 0 {
                    sums.named = sums.named.max(member.weight);
                }
            }
        }
    }

    /// Adds what the word is worth in each document to the totals; returns how telling it is, at least `telling`.
    fn score(&mut self, sayings: &Sayings, weight: f32, telling: f32) -> f32 {
        let (anywhere, in_title) = self.having();
        let telling = telling.max(weight * idf(self.guides, anywhere));
        let telling_in_title = weight * tuning::TITLE_ALONE * idf(self.guides, in_title);
        for document in self.met.drain(..) {
            let Frequency { all, title, named, said, said_otherwise, .. } =
                std::mem::take(&mut self.frequencies[document as usize]);
            let total = &mut self.totals[document as usize];
            let said = sayings.likelier(said, self.often_said) + said_otherwise;
            let said = weight * tuning::SAID * said;
            total.said += said;
            total.score += telling * saturated(all, tuning::SATURATION)
                + telling_in_title * saturated(title, tuning::TITLE_SATURATION)
                + said;
            total.named += telling * named;
        }
        self.most +=
            telling * (tuning::SATURATION + 1.0) + telling_in_title * (tuning::TITLE_SATURATION + 1.0);
        self.often_said = 0.0;
        telling
    }

    /// Returns how many guides have the word at hand anywhere, and in their title.
    fn having(&self) -> (usize, usize) {
        let (mut anywhere, mut in_title) = (Having::default(), Having::default());
        for guide in self.met.iter().filter(|document| **document < self.guides) {
            let frequency = &self.frequencies[*guide as usize];
            anywhere.take(frequency.all, frequency);
            in_title.take(frequency.title, frequency);
        }
        (anywhere.many(), in_title.many())
    }
}

/// How many guides have a word in some way.
#[derive(Debug, Clone, Copy, Default)]
struct Having {
    /// Those that have it.
    all: usize,
    /// Those of them that have more than a synonym of it.
    own: usize,
}

impl Having {
    /// Takes in a guide that has it `times`.
    fn take(&mut self, times: f32, frequency: &Frequency) {
        let has = times > 0.0;
        self.all += usize::from(has);
        self.own += usize::from(has && frequency.own > 0.0);
    }

    /// Returns how many count: those that only have a synonym do where no guide has more, so that common synonyms do
    /// not make a rare word tell less.
    fn many(self) -> usize {
        if self.own > 0 { self.own } else { self.all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    /// Returns the slugs of the guides that fit, best first.
    fn ranked(query: &str, guides: Vec<crate::guide::Guide>) -> Vec<String> {
        let library = sample::library_of(guides);
        let index = Index::build(&library);
        let query = Intent::read(query, &index);
        let ranking = rank(&index, &query);
        let mut guides: Vec<Ranked> = ranking.documents().collect();
        guides.sort_by(|a, b| b.score.total_cmp(&a.score));
        guides.into_iter().map(|ranked| library.guides[ranked.document as usize].slug.clone()).collect()
    }

    #[test]
    fn fields_count_by_their_weight() {
        let guides = vec![
            sample::guide("body", "One", &[], &["trust here"]),
            sample::guide("none", "One", &[], &["care here"]),
            sample::guide("said", "One", &["trust here"], &["care here"]),
            sample::guide("title", "Trust", &[], &["care here"]),
        ];
        assert_eq!(ranked("trust ", guides), ["said", "title", "body"]);
    }

    #[test]
    fn rare_words_and_short_texts_count_more() {
        let long = "care ".repeat(30) + "trust";
        let guides = vec![
            sample::guide("long", "One", &[], &[&long]),
            sample::guide("rare", "One", &[], &["limits and care"]),
            sample::guide("short", "One", &[], &["trust and care"]),
            sample::guide("third", "One", &[], &["trust and more care"]),
        ];
        assert_eq!(ranked("trust limits ", guides), ["rare", "short", "third", "long"]);
    }

    #[test]
    fn two_words_written_as_one_count_as_much_as_the_two() {
        let guides = vec![
            sample::guide("half", "One", &[], &["Claire Burns wrote this."]),
            sample::guide("more", "One", &[], &["It may end in burnout, too."]),
            sample::guide("whole", "One", &[], &["Burnout is a slow thing."]),
        ];
        assert_eq!(ranked("burn out ", guides).last().map(String::as_str), Some("half"));
    }
}

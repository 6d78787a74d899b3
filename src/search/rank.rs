//! How well a guide fits, from the index alone: BM25F over its fields and BM25 over its title.
//!
//! BM25F is Robertson, Zaragoza and Taylor 2004, *Simple BM25 extension to multiple weighted fields*; the title
//! alone is scored once more with its own idf, because a word that many guides mention may stand in one title.
//! The constants are the best of those measured on ten collections (see the crate's search notes).

use serde::{Deserialize, Serialize};

use super::{
    field::{Counts, Field, present},
    index::{Index, Lengths},
    intent::{How, Intent, Sought},
    sayings::Sayings,
    tuning,
};

/// What one occurrence counts in each field of each guide, its length considered: field by field, because most words
/// stand in one field only, and what is far apart in memory is slow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Norms([Vec<f32>; Field::ALL.len()]);

impl Norms {
    /// Returns the norms for fields of these lengths. What is long is told by the first `guides` of them: terms and
    /// themes are all short.
    pub(super) fn new(lengths: &[Lengths], guides: u32) -> Self {
        let mut means = [0.0; Field::ALL.len()];
        for (field, mean) in means.iter_mut().enumerate() {
            let guides = lengths.iter().take(guides as usize);
            let (many, total) = guides
                .fold((0.0, 0.0), |(many, total), lengths| (many + 1.0, total + f32::from(lengths[field])));
            *mean = total / f32::max(many, 1.0);
        }
        let norm = |lengths: &Lengths, field: usize| {
            let tuning::FieldWeight { weight, length } = tuning::FIELDS[field];
            let relative = if means[field] > 0.0 { f32::from(lengths[field]) / means[field] } else { 1.0 };
            weight / (1.0 - length + length * relative)
        };
        Self(std::array::from_fn(|field| lengths.iter().map(|lengths| norm(lengths, field)).collect()))
    }

    /// Returns what these counts come to in a guide: in all fields, and in the title.
    pub(super) fn frequency(&self, guide: u32, counts: Counts) -> (f32, f32) {
        let of = |field: usize, count: u8| {
            self.0[field].get(guide as usize).map_or(0.0, |norm| norm * f32::from(count))
        };
        let title = Field::Title as usize;
        let in_title =
            if counts[title] > 0 { of(title, counts[title]) / tuning::FIELDS[title].weight } else { 0.0 };
        (present(counts).map(|(field, count)| of(field, count)).sum(), in_title)
    }
}

/// How the documents of a library fit what is sought.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ranking {
    /// What each document came to, those that have nothing too.
    totals: Vec<Ranked>,
    /// How telling each sought word is: its idf times its weight.
    pub(super) weights: Vec<f32>,
    /// More than a document can have, but for what people say for it.
    pub(super) most: f32,
}

impl Ranking {
    /// Returns the documents that have any of what is sought, in order of their numbers.
    pub(super) fn documents(&self) -> impl Iterator<Item = Ranked> {
        self.totals.iter().filter(|ranked| ranked.score > 0.0).copied()
    }
}

/// How a document fits what is sought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ranked {
    /// The document.
    pub(super) document: u32,
    /// Its score.
    pub(super) score: f32,
    /// What of that the words gave that people say for it.
    pub(super) said: f32,
    /// How much of what is sought its title and sayings have between them, by how telling it is.
    pub(super) named: f32,
}

impl Ranked {
    /// Returns that a document has nothing of what is sought.
    fn none(document: u32) -> Self {
        Self { document, score: 0.0, said: 0.0, named: 0.0 }
    }
}

/// Scores the documents of a library.
pub(super) fn rank(index: &Index, norms: &Norms, intent: &Intent) -> Ranking {
    let mut tally = Tally::new(index);
    let mut weights = vec![0.0; intent.sought.len()];
    // Two words written as one come last, because they count at least as much as the two.
    let (typed, joined): (Vec<_>, Vec<_>) =
        intent.sought.iter().enumerate().partition(|(_, sought)| sought.halves.is_none());
    for (at, sought) in typed.into_iter().chain(joined) {
        let halves = intent.halves(at).iter().map(|half| weights[half] / intent.sought[half].weight).sum();
        tally.take(index, norms, sought);
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
        let many = index.lengths.len();
        Self {
            totals: (0..).map(Ranked::none).take(many).collect(),
            guides: index.many.guides,
            most: 0.0,
            frequencies: vec![Frequency::default(); many],
            met: Vec::new(),
            often_said: 0.0,
        }
    }

    fn take(&mut self, index: &Index, norms: &Norms, sought: &Sought) {
        for member in &sought.members {
            let often = index.sayings.often(member.stem);
            if member.how != How::Synonym {
                self.often_said += member.weight * often;
            }
            for (document, counts) in index.postings.of(member.stem) {
                let (all, title) = norms.frequency(document, counts);
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

/// Returns how telling a word is that `with` of `all` guides have, always above zero (Lucene's form of the
/// Robertson–Spärck Jones weight).
pub(super) fn idf(all: u32, with: usize) -> f32 {
    let (all, with) = (number(all as usize), number(with));
    (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
}

/// Returns 0 for 0, nearing `saturation + 1` as `frequency` grows.
pub(super) fn saturated(frequency: f32, saturation: f32) -> f32 {
    frequency * (saturation + 1.0) / (frequency + saturation)
}

/// Returns a count as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "counts here are below 2^24, which `f32` holds exactly")]
pub(super) fn number(count: usize) -> f32 {
    count as f32
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these numbers are exact in binary")]
mod tests {
    use super::*;
    use crate::search::sample;

    /// Returns the slugs of the guides that fit, best first.
    fn ranked(query: &str, guides: Vec<crate::guide::Guide>) -> Vec<String> {
        let library = sample::library_of(guides);
        let index = Index::build(&library);
        let query = Intent::read(query, &index);
        let ranking = rank(&index, &Norms::new(&index.lengths, index.many.guides), &query);
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

    #[test]
    fn more_of_a_word_counts_less_and_less() {
        let gains: Vec<f32> =
            (0..5).map(|n| saturated(number(n + 1), 1.8) - saturated(number(n), 1.8)).collect();
        assert!(gains.is_sorted_by(|a, b| a > b));
        assert!(saturated(1e6, 1.8) <= 2.8);
        assert_eq!(saturated(0.0, 1.8), 0.0);
    }

    #[test]
    fn every_word_tells_something() {
        assert!(idf(10, 1) > idf(10, 5));
        assert!(idf(10, 10) > 0.0);
    }
}

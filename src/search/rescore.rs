//! The guides that fit best, read again: nearness of words, the title or saying that fits, the passage.

use super::{
    Hit,
    field::blocks,
    near::Nearness,
    passage::{Best, can_be_passage},
    rank::number,
    scan::{Scan, Scanner},
};
use crate::guide::{BlockKind, Guide, GuideId};

/// What nearness counts.
const NEARNESS: f32 = 0.6;

/// What a title or saying counts that has all of the query and nothing else.
const NAME: f32 = 0.5;

/// Reads `guide` again and returns its hit, `score` being what the index gave it and `weights` how telling the
/// sought words are.
pub(super) fn rescore(guide: &Guide, id: GuideId, score: f32, scanner: &Scanner<'_>, weights: &[f32]) -> Hit {
    let mut nearness = Nearness::new(weights.len());
    let mut best = Best::default();
    for (at, block, part) in blocks(guide) {
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        if !is_heading && !can_be_passage(block, part) {
            continue;
        }
        let scan = scanner.scan(&block.prose.text);
        nearness.take(&scan);
        if is_heading {
            best.heading(&scan, weights.len());
        } else {
            best.block(at, scan, weights);
        }
    }
    let title = scanner.scan(&guide.title);
    nearness.take(&title);
    let said = Said::best(guide, scanner, weights);
    let title_fit = fit(&title, weights);
    let name_fit = title_fit.max(said.as_ref().map_or(0.0, |said| said.fit));
    Hit {
        guide: id,
        score: score + NEARNESS * nearness.score(weights) + NAME * name_fit,
        title: title.ranges(),
        passage: best.finish(guide),
        said: said.filter(|said| said.fit > title_fit).map(|said| said.index),
    }
}

/// A saying and how well it fits.
struct Said {
    index: usize,
    fit: f32,
}

impl Said {
    /// Returns the saying that fits best, the first of equals, if one fits at all.
    fn best(guide: &Guide, scanner: &Scanner<'_>, weights: &[f32]) -> Option<Self> {
        let fits = guide.also_said.iter().enumerate().map(|(index, said)| {
            let fit = fit(&scanner.scan(said), weights);
            Self { index, fit }
        });
        fits.filter(|said| said.fit > 0.0).reduce(|best, next| if next.fit > best.fit { next } else { best })
    }
}

/// Returns how well a title or saying fits: the weights of the sought words in it, times the part of its words
/// that are sought.
fn fit(scan: &Scan, weights: &[f32]) -> f32 {
    let counts = scan.counts(weights.len());
    let found: f32 =
        weights.iter().zip(&counts).filter(|(_, count)| **count > 0).map(|(weight, _)| weight).sum();
    found * number(scan.found.len()) / number(scan.words.max(1))
}

//! The guides that fit best, read again: nearness of words, the title or saying that fits, the passage.

use super::{
    Hit,
    field::blocks,
    names::NameFit,
    near::Nearness,
    passage::{Best, can_be_passage},
    scan::Scanner,
};
use crate::guide::{BlockKind, Guide, GuideId};

/// What nearness counts.
const NEARNESS: f32 = 0.6;

/// What a title or saying counts that has all of the query and nothing else.
const NAME: f32 = 2.0;

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
    let name = NameFit::best(guide, scanner, weights);
    Hit {
        guide: id,
        score: score + NEARNESS * nearness.score(weights) + NAME * name.fit,
        title: title.ranges(),
        passage: best.finish(guide),
        said: name.reason(weights),
    }
}

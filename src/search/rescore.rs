//! The guides that fit best, read again: nearness of words, the title or saying that fits, the passage.

use super::{
    Hit,
    field::blocks,
    names::NameFit,
    near::Nearness,
    passage::{Best, passage_weight},
    rank::Ranked,
    scan::Scanner,
    share::Shares,
};
use crate::guide::{BlockKind, Guide, GuideId};

/// What nearness counts.
const NEARNESS: f32 = 0.6;

/// What a title or saying counts against all that is sought, by how well it fits.
const NAME: f32 = 2.0;

/// What a title or saying that has all of the query and nothing else counts against the most that any text can
/// come to: who types what a guide is known by wants that guide, whatever else has the words. The sharp power
/// leaves next to nothing for names that only have some of it.
const EXACT_NAME: f32 = 1.0;
const EXACT_POWER: i32 = 4;

/// What a guide is read again for.
pub(super) struct Rescorer<'a> {
    pub(super) scanner: &'a Scanner<'a>,
    pub(super) shares: Shares<'a>,
    /// The most that the index can give a guide.
    pub(super) most: f32,
}

impl Rescorer<'_> {
    /// Returns what a guide's score may be after reading it again, as far as its names go.
    pub(super) fn promise(&self, ranked: Ranked) -> f32 {
        ranked.score + self.name_score((ranked.named / self.shares.whole()).min(1.0))
    }

    /// Reads `guide` again and returns its hit, `score` being what the index gave it.
    pub(super) fn rescore(&self, guide: &Guide, id: GuideId, score: f32) -> Hit {
        let Self { scanner, shares, .. } = self;
        let mut nearness = Nearness::new(shares.weights.len());
        let mut best = Best::default();
        for (at, block, section) in blocks(guide) {
            let is_heading = matches!(block.kind, BlockKind::Heading(_));
            let weight = passage_weight(block, section);
            if !is_heading && weight == 0.0 {
                continue;
            }
            let scan = scanner.scan(&block.prose.text);
            nearness.take(&scan);
            if is_heading {
                best.heading(&scan, shares.weights.len());
            } else {
                best.block(at, scan, weight, shares);
            }
        }
        let title = scanner.scan(&guide.title);
        nearness.take(&title);
        let name = NameFit::best(guide, scanner, shares);
        Hit {
            guide: id,
            score: score + NEARNESS * nearness.score(shares.weights) + self.name_score(name.fit),
            title: title.ranges(),
            passage: best.finish(guide, name.is_reason()),
            said: name.said.filter(|_| name.is_reason()),
        }
    }

    /// Returns what a name is worth that fits so well, from 0 to 1.
    fn name_score(&self, fit: f32) -> f32 {
        NAME * self.shares.whole() * fit + EXACT_NAME * self.most * fit.powi(EXACT_POWER)
    }
}

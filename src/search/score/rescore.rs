//! What fits best, read again: nearness of words, the title or saying that fits, the passage.

use std::ops::Range;

use crate::guide::{BlockKind, Guide};
use crate::search::answer::{Hit, Passage, Subject};
use crate::search::index::document::Document;
use crate::search::index::field::blocks;
use crate::search::score::alias_matcher::Listener;
use crate::search::score::coverage::Shares;
use crate::search::score::passage::{Best, passage_weight};
use crate::search::score::proximity::Nearness;
use crate::search::score::rank::Ranked;
use crate::search::score::scan::Scanner;
use crate::search::score::title_match::{NameFit, Named};
use crate::search::tuning;

/// What a document is read again for.
pub(crate) struct Rescorer<'a> {
    pub(crate) scanner: &'a Scanner<'a>,
    pub(crate) shares: Shares<'a>,
    pub(crate) listener: Listener<'a>,
    /// The most that a document can have before it is read again, but for what people say for it.
    pub(crate) most: f32,
}

/// A document that was read again.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rescored {
    pub(crate) hit: Hit,
    /// Whether what was typed is one of its names.
    pub(crate) named: Named,
    /// What of its score the nearness of the words gave.
    pub(crate) near: f32,
    /// What of its score typed words gave that its sayings have together.
    pub(crate) together: f32,
    /// What of its score its best name gave.
    pub(crate) name: f32,
}

impl Rescorer<'_> {
    /// Returns what a document's score may be after reading it again, as far as its names go; the first `guides`
    /// documents are guides.
    pub(crate) fn promise(&self, ranked: Ranked, guides: u32) -> f32 {
        let named = (ranked.named / self.shares.whole()).min(1.0);
        let score = ranked.score + self.name_score(named);
        if ranked.document < guides || named >= tuning::IS_NAMED {
            score
        } else {
            tuning::BESIDE_GUIDES * score
        }
    }

    /// Reads a document again and returns its hit, `score` being what the index gave it.
    pub(crate) fn rescore(
        &self,
        document: Document<'_>,
        Ranked { document: number, score, .. }: Ranked,
    ) -> Rescored {
        let Self { scanner, shares, .. } = self;
        let title = scanner.scan(document.title());
        let heard = self.listener.heard(number);
        let sayings = document.also_said().zip(heard.iter().copied());
        let name = NameFit::best(document.title(), sayings, scanner, shares);
        let mut nearness = Nearness::new(shares.weights.len());
        nearness.take(&title);
        let subject = match document {
            Document::Guide(guide, text) => {
                Subject::Guide { guide, passage: self.passage(text, name.is_reason(), &mut nearness) }
            }
            Document::Term(term, text) => {
                Subject::Term { term, marks: self.marks(&text.meaning, &mut nearness) }
            }
            Document::Theme(theme, text) => {
                Subject::Theme { theme, marks: self.marks(&text.intro, &mut nearness) }
            }
        };
        let near = tuning::NEARNESS * nearness.score(shares.weights);
        let said = name.said.filter(|_| name.is_reason());
        let named = self.name_score(name.fit);
        let together = tuning::SAID_TOGETHER * self.listener.together(&heard);
        let score = score + near + together + named;
        let hit = Hit { subject, score, title: title.ranges(), said };
        Rescored { hit, named: name.named(), near, together, name: named }
    }

    /// Returns the passage of a guide that fits best.
    fn passage(&self, guide: &Guide, named: bool, nearness: &mut Nearness) -> Option<Passage> {
        let Self { scanner, shares, .. } = self;
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
        best.finish(guide, named)
    }

    /// Returns what matches in the one text of a term or a theme.
    fn marks(&self, text: &str, nearness: &mut Nearness) -> Vec<Range<usize>> {
        let scan = self.scanner.scan(text);
        nearness.take(&scan);
        scan.ranges()
    }

    /// Returns what a name is worth that fits so well, from 0 to 1.
    fn name_score(&self, fit: f32) -> f32 {
        tuning::NAME * self.shares.whole() * fit
            + tuning::EXACT_NAME * self.most * fit.powi(tuning::EXACT_POWER)
    }
}

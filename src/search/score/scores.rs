//! What each ranking signal gives a document: filled by `rank` and `rescore`, carried by a hit, printed by
//! `search --explain`.

/// The parts of a score.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Scores {
    /// How rare the matched words are and in which fields they stand (BM25F, and BM25 of the title).
    pub terms: f32,
    /// How much likelier they are in this document's aliases than in all, and that they stand together in some.
    pub aliases: f32,
    /// How near each other they stand.
    pub proximity: f32,
    /// How well the title or an alias matches as a whole.
    pub title: f32,
    /// How well the passage answers, less for what of its guide is shown before it.
    pub passage: f32,
    /// How well its area fits who asks.
    pub asker: f32,
}

impl Scores {
    /// Returns every part with what it is called in an explanation.
    #[must_use]
    pub fn parts(&self) -> [(&'static str, f32); 6] {
        [
            ("words", self.terms),
            ("what people say", self.aliases),
            ("near each other", self.proximity),
            ("title or saying fits", self.title),
            ("the passage answers", self.passage),
            ("who asks", self.asker),
        ]
    }

    /// Returns the sum of all parts.
    #[must_use]
    pub fn total(&self) -> f32 {
        self.parts().into_iter().map(|(_, part)| part).sum()
    }
}

//! The order of what was found: what is asked for by its title, then guides with the terms, themes and references that
//! have a place beside them, by score.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::answer::{Hit, Subject};
use super::index::{DocId, Document, plain_words};
use super::score::{NameMatch, Rescored};
use super::tuning;
use crate::guide::Library;

/// What puts the hits of one query in order.
pub(crate) struct Order<'a> {
    library: &'a Library,
    /// The typed words, in their plain form.
    typed: Vec<Cow<'a, str>>,
    /// Whether the last of them may be the beginning of a longer one.
    may_go_on: bool,
}

/// How much of a title was typed, what comes first first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Title {
    /// All of it.
    Whole,
    /// Its first words.
    Beginning,
    /// Other words, or too few to tell.
    Other,
}

impl<'a> Order<'a> {
    /// Returns the order for these typed words.
    pub(crate) fn new(library: &'a Library, words: &'a str) -> Self {
        let may_go_on = words.ends_with(char::is_alphanumeric);
        Self { library, typed: plain_words(words).collect(), may_go_on }
    }

    /// Puts what was found in order, at most `limit`.
    pub(crate) fn sorted(&self, mut found: Vec<Rescored>, limit: usize) -> Vec<Hit> {
        let is_in_title =
            found.iter().any(|found| found.hit.guide().is_some() && self.is_in_title(found.document));
        self.place_beside_guides(&mut found, is_in_title);
        let mut named = BTreeSet::new();
        let mut with_title = |found: Rescored| {
            // Of a guide that is asked for by its name the best passage stands first, not all of them.
            let is_first = named.insert(found.document);
            let is_shared = match found.hit.subject {
                Subject::Guide { .. } | Subject::Theme { .. } | Subject::About { .. } => false,
                Subject::Term { .. } => self.has_guide_of_its_own(&found.hit),
                Subject::Reference { .. } => is_in_title,
            };
            let title = if is_first && !is_shared { self.title(found.document) } else { Title::Other };
            (title, found)
        };
        let mut found: Vec<(Title, Rescored)> = found.into_iter().map(&mut with_title).collect();
        found.sort_by(|(first, a), (second, b)| {
            let by_score = || self.score((a.document, a.hit.score), (b.document, b.hit.score));
            let by_kind = || if *first == Title::Whole { kind(a).cmp(&kind(b)) } else { Ordering::Equal };
            first.cmp(second).then_with(by_kind).then_with(by_score)
        });
        found.into_iter().take(limit).map(|(_, found)| found.hit).collect()
    }

    /// Sets what terms, themes and references score beside guides. They never take the first place from one, unless their
    /// name is what was typed and neither a guide's nor part of its title; they have the next place if they were asked
    /// for by their name.
    fn place_beside_guides(&self, found: &mut [Rescored], is_in_title: bool) {
        let guides = || found.iter().filter(|found| found.hit.guide().is_some());
        if guides().next().is_none() {
            return;
        }
        let best = guides().map(|found| found.hit.score).fold(0.0, f32::max);
        let is_guide_name = is_in_title || guides().any(|found| found.name_match != NameMatch::Partial);
        for found in found.iter_mut().filter(|found| found.hit.guide().is_none()) {
            let is_its_own =
                !is_guide_name && !self.has_guide_of_its_own(&found.hit) && kind(found) < REFERENCES;
            found.hit.score = match found.name_match {
                NameMatch::Exact | NameMatch::ButForStopWords if is_its_own => {
                    found.hit.score.max(best.next_up())
                }
                NameMatch::Exact | NameMatch::ButForStopWords if kind(found) == REFERENCES => {
                    best.next_down()
                }
                NameMatch::Exact | NameMatch::ButForStopWords => best,
                NameMatch::Partial => best.min(found.hit.score * tuning::BESIDE_GUIDES),
            };
        }
    }

    /// Whether there is a guide with the id of a term: who asks for the one by its name wants the other.
    fn has_guide_of_its_own(&self, hit: &Hit) -> bool {
        let Subject::Term { term, .. } = hit.subject else { return false };
        self.library.guide_id(&self.library.term(term).slug).is_some()
    }

    /// Returns how much of a document's title the typed words are; of a guide's the last may be half-typed.
    pub(crate) fn title(&self, document: DocId) -> Title {
        let Some(document) = Document::at(self.library, document) else { return Title::Other };
        let Some((last, before)) = self.typed.split_last() else { return Title::Other };
        let mut title = plain_words(document.title());
        let may_go_on = self.may_go_on && matches!(document, Document::Guide(..));
        let are_there = before.iter().all(|word| title.next().is_some_and(|next| next == *word));
        let is_last_there =
            title.next().is_some_and(|next| next == *last || may_go_on && next.starts_with(last.as_ref()));
        if !are_there || !is_last_there {
            Title::Other
        } else if title.next().is_none() {
            Title::Whole
        } else if self.typed.len() >= tuning::TITLE_BEGINNING {
            Title::Beginning
        } else {
            Title::Other
        }
    }

    /// Whether the title of a document has the typed words, one after the other.
    fn is_in_title(&self, document: DocId) -> bool {
        let title = Document::at(self.library, document).map(Document::title).unwrap_or_default();
        let title: Vec<_> = plain_words(title).collect();
        !self.typed.is_empty() && title.windows(self.typed.len()).any(|words| words == self.typed)
    }

    /// Orders documents: the higher score first; of equals guides, then by title, then by slug (as their numbers are).
    pub(crate) fn score(&self, a: (DocId, f32), b: (DocId, f32)) -> Ordering {
        let key = |id: DocId| {
            let document = Document::at(self.library, id);
            (!matches!(document, Some(Document::Guide(..))), document.map(Document::title), id)
        };
        b.1.total_cmp(&a.1).then_with(|| key(a.0).cmp(&key(b.0)))
    }
}

/// The place of references among others of the same title.
const REFERENCES: usize = 3;

/// Returns the place of a hit among others of the same title: references stand last, because a page that the guides
/// retell is often called as they are.
fn kind(found: &Rescored) -> usize {
    match found.hit.subject {
        Subject::Guide { .. } => 0,
        Subject::Theme { .. } => 1,
        Subject::Term { .. } | Subject::About { .. } => 2,
        Subject::Reference { .. } => REFERENCES,
    }
}

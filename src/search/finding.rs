//! From a query to its answer: what is admitted is scored, the best are read again, and where nothing is left
//! there is still something to say.

use std::cmp::Ordering;

use crate::guide::{Library, ThemeId};
use crate::search::answer::{Answer, Basis, Hit, Instead, Subject};
use crate::search::index::building::Search;
use crate::search::index::document::{Document, Many};
use crate::search::index::tokens::plain_words;
use crate::search::query::expansion::Intent;
use crate::search::query::guess::guess;
use crate::search::query::parse::Query;
use crate::search::score::alias_matcher::Listener;
use crate::search::score::coverage::Shares;
use crate::search::score::phrases::{Phrases, Wanted};
use crate::search::score::rank::{Ranked, Ranking, rank};
use crate::search::score::rescore::{Rescored, Rescorer};
use crate::search::score::scan::Scanner;
use crate::search::score::title_match::Named;
use crate::search::tuning;

/// A query that is being answered.
pub(super) struct Finding<'a> {
    search: &'a Search,
    library: &'a Library,
    query: &'a Query,
    intent: Intent,
    /// The documents that have a word which must not be there, in order.
    kept_out: Vec<u32>,
    phrases: Phrases<'a>,
}

impl<'a> Finding<'a> {
    /// Reads a query against a library.
    pub(super) fn new(search: &'a Search, library: &'a Library, query: &'a Query) -> Self {
        let index = &search.index;
        let (words_out, unwanted): (Vec<&str>, Vec<&str>) =
            query.without.iter().map(String::as_str).partition(|text| plain_words(text).count() == 1);
        let stems =
            words_out.into_iter().flat_map(plain_words).filter_map(|word| index.vocabulary.stem(&word));
        let mut kept_out: Vec<u32> =
            stems.flat_map(|stem| index.postings.of(stem).map(|(document, _)| document)).collect();
        kept_out.sort_unstable();
        let intent = Intent::read(&query.words, index);
        let phrases = Phrases { wanted: &query.phrases, unwanted };
        Self { search, library, query, intent, kept_out, phrases }
    }

    /// Returns the answer, with at most `limit` hits.
    pub(super) fn answer(self, limit: usize) -> Answer {
        let query = self.query;
        let mut answer =
            Answer { filters: query.filters, unresolved: query.unresolved.clone(), ..Answer::default() };
        if !query.has_words() {
            answer.hits = self.listed(limit);
            answer.basis = if answer.hits.is_empty() { Basis::Nothing } else { Basis::Listed };
            return answer;
        }
        let ranking = rank(&self.search.index, &self.intent);
        answer.hits = self.with_words(&ranking, Wanted::Needed, limit);
        answer.basis = Basis::Words;
        if answer.hits.is_empty() && !query.phrases.is_empty() {
            answer.hits = self.with_words(&ranking, Wanted::Apart, limit);
            answer.basis = Basis::Apart;
        }
        if answer.hits.is_empty() {
            self.without_words(&mut answer, &ranking, limit);
        }
        answer.mended = self.intent.mended;
        answer.ignored = self.intent.ignored;
        answer.unknown = self.intent.unknown;
        answer
    }

    /// Fills the answer where nothing that is admitted has the words.
    fn without_words(&self, answer: &mut Answer, ranking: &Ranking, limit: usize) {
        let guides = Many::of(self.library).guides;
        answer.hits = self.nearest(limit);
        answer.basis = if answer.hits.is_empty() { Basis::Nothing } else { Basis::Nearest };
        answer.instead = Some(Box::new(Instead {
            elsewhere: ranking.documents().filter(|ranked| ranked.document < guides).count(),
            guess: guess(&self.query.words, &self.intent.unknown, &self.search.index.vocabulary),
            themes: self.themes(),
        }));
    }

    /// Returns the documents that have any of what is sought.
    fn with_words(&self, ranking: &Ranking, phrases: Wanted, limit: usize) -> Vec<Hit> {
        let Search { index, .. } = self.search;
        let scanner = Scanner::new(&self.intent, &index.vocabulary);
        let shares = Shares::new(&self.intent, &ranking.weights);
        let listener = Listener::new(&self.intent, &index.sayings, &index.vocabulary);
        let rescorer = Rescorer { scanner: &scanner, shares, listener, most: ranking.most };
        let promising = self.promising(&rescorer, ranking, phrases, limit.max(tuning::READ_AGAIN));
        let found = promising.into_iter().enumerate().filter_map(|(at, ranked)| {
            let mut found = rescorer.rescore(Document::at(self.library, ranked.document)?, ranked);
            if at >= tuning::READ_AGAIN {
                found.hit.score = ranked.score;
            }
            Some((ranked.document, found))
        });
        self.in_order(found.collect(), limit)
    }

    /// Returns the documents to be read again, what promises most first.
    fn promising(
        &self,
        rescorer: &Rescorer<'_>,
        ranking: &Ranking,
        phrases: Wanted,
        many: usize,
    ) -> Vec<Ranked> {
        let guides = Many::of(self.library).guides;
        let admitted = ranking.documents().filter(|ranked| self.admits(ranked.document));
        let promised = admitted.map(|ranked| (rescorer.promise(ranked, guides), ranked));
        let by_promise = |(a, first): &(f32, Ranked), (b, second): &(f32, Ranked)| {
            self.by_score((first.document, *a), (second.document, *b))
        };
        let promising = if self.phrases.narrow(phrases) {
            let may_say = self.phrases.may_be_said(&self.search.index, phrases);
            let may_say =
                |document: u32| may_say.as_ref().is_none_or(|all| all.binary_search(&document).is_ok());
            let mut all: Vec<_> = promised.filter(|(_, ranked)| may_say(ranked.document)).collect();
            all.sort_by(by_promise);
            all.into_iter().filter(|(_, ranked)| self.says(ranked.document, phrases)).take(many).collect()
        } else {
            let mut all: Vec<_> = promised.collect();
            if all.len() > many {
                all.select_nth_unstable_by(many, by_promise);
                all.truncate(many);
            }
            all.sort_by(by_promise);
            all
        };
        promising.into_iter().map(|(_, ranked)| ranked).collect()
    }

    /// Puts what was found in order. A term or a theme never takes the first place from a guide, unless its name is
    /// what was typed and is no guide's; it has the next place if it was asked for by its name.
    fn in_order(&self, mut found: Vec<(u32, Rescored)>, limit: usize) -> Vec<Hit> {
        let guides = || found.iter().filter(|(_, found)| found.hit.guide().is_some());
        let best = guides().map(|(_, found)| found.hit.score).fold(0.0, f32::max);
        let is_named = guides().any(|(_, found)| found.named == Named::Whole);
        let is_guide = guides().next().is_some();
        for (_, found) in found.iter_mut().filter(|(_, found)| found.hit.guide().is_none()) {
            found.hit.score = match found.named {
                Named::Whole if !is_named => found.hit.score,
                _ if !is_guide => found.hit.score,
                Named::Whole | Named::Within => best,
                Named::Not => best.min(found.hit.score * tuning::BESIDE_GUIDES),
            };
        }
        found.sort_by(|(a, first), (b, second)| self.by_score((*a, first.hit.score), (*b, second.hit.score)));
        found.into_iter().take(limit).map(|(_, found)| found.hit).collect()
    }

    /// Orders documents: the higher score first; of equals guides, then by title, then by slug (as their numbers are).
    fn by_score(&self, a: (u32, f32), b: (u32, f32)) -> Ordering {
        let key = |number: u32| {
            let document = Document::at(self.library, number);
            (!matches!(document, Some(Document::Guide(..))), document.map(Document::title), number)
        };
        b.1.total_cmp(&a.1).then_with(|| key(a.0).cmp(&key(b.0)))
    }

    /// Whether a document may be in the answer, as far as the index can tell. Filters are about guides.
    fn admits(&self, number: u32) -> bool {
        let is_admitted = match self.library.guides.get(number as usize) {
            Some(guide) => self.query.filters.admit(guide),
            None => self.query.filters.is_empty(),
        };
        is_admitted && self.kept_out.binary_search(&number).is_err()
    }

    /// Whether a document may be in the answer, as far as phrases go.
    fn says(&self, number: u32, phrases: Wanted) -> bool {
        Document::at(self.library, number).is_some_and(|document| self.phrases.admit(document, phrases))
    }

    /// Returns the guides that the filters admit, in the order of the theme, or of titles where none is set.
    fn listed(&self, limit: usize) -> Vec<Hit> {
        if self.query.filters.is_empty() {
            return Vec::new();
        }
        let mut guides: Vec<_> = match self.query.filters.theme {
            Some(theme) => self.library.theme(theme).guides.clone(),
            None => self.library.guide_ids().collect(),
        };
        if self.query.filters.theme.is_none() {
            guides.sort_by_key(|guide| &self.library.guide(*guide).title);
        }
        let admitted = guides.into_iter().filter(|guide| self.admits(guide.0));
        let hit = |guide| Hit {
            subject: Subject::Guide { guide, passage: None },
            score: 0.0,
            title: Vec::new(),
            said: None,
        };
        admitted.map(hit).take(limit).collect()
    }

    /// Returns the guides whose titles or sayings are nearest to the words.
    fn nearest(&self, limit: usize) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        // Stop words are near to nearly every title, and say nothing.
        let unknown = self.intent.unknown.join(" ");
        let words = if unknown.is_empty() { &self.query.words } else { &unknown };
        for found in self.search.names.nearest(words) {
            let Some(&(guide, said)) = self.search.owners.get(found.index) else { continue };
            if hits.len() == limit {
                break;
            }
            if self.admits(guide.0) && !hits.iter().any(|hit| hit.guide() == Some(guide)) {
                let title = if said.is_none() { found.marks } else { Vec::new() };
                #[expect(clippy::cast_precision_loss, reason = "scores are some hundreds")]
                let score = found.score as f32;
                hits.push(Hit { subject: Subject::Guide { guide, passage: None }, score, title, said });
            }
        }
        hits
    }

    /// Returns the themes that have a guide which the filters admit.
    fn themes(&self) -> Vec<ThemeId> {
        let has_one = |theme: &ThemeId| {
            let mut guides = self.library.theme(*theme).guides.iter();
            guides.any(|guide| self.query.filters.admit(self.library.guide(*guide)))
        };
        self.library.theme_ids().filter(has_one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Area, GuideKind};
    use crate::search::query::filters::Filters;
    use crate::search::sample;

    fn answer(typed: &str, filters: Filters) -> (Answer, Vec<String>) {
        let library = sample::with_words();
        let query = Query::parse(typed, &library).narrowed(filters);
        let answer = Search::build(&library).answer(&library, &query, 10);
        let name = |hit: &Hit| match hit.subject {
            Subject::Guide { guide, .. } => library.guide(guide).slug.clone(),
            Subject::Term { term, .. } => format!("term {}", library.term(term).slug),
            Subject::Theme { theme, .. } => format!("theme {}", library.theme(theme).slug),
        };
        let names = answer.hits.iter().map(name).collect();
        (answer, names)
    }

    fn found(typed: &str) -> Vec<String> {
        answer(typed, Filters::default()).1
    }

    #[test]
    fn terms_and_themes_answer_as_themselves() {
        assert_eq!(found("rapport ")[0], "term rapport");
        assert_eq!(found("raport ")[0], "term rapport", "mended");
        assert_eq!(found("leaving care ")[0], "theme leaving-care");
        assert_eq!(found("getting on with somebody ")[0], "term rapport", "what people say for it");
    }

    #[test]
    fn a_guide_is_not_pushed_off_the_first_place_by_a_term_that_only_has_the_words() {
        assert_eq!(found("staying put in care")[0], "continuing-care");
        let names = found("supervision ");
        assert_eq!(names[0], "supervision");
    }

    #[test]
    fn phrases_stand_side_by_side_and_where_none_does_it_is_told() {
        assert_eq!(found("\"one young person\""), ["supervision"]);
        assert_eq!(found("\"ONE Young\" \"worth bringing\""), ["supervision"]);
        let (answer, names) = answer("\"person young\" ", Filters::default());
        assert_eq!(answer.basis, Basis::Apart);
        assert!(names.contains(&"supervision".to_owned()));
    }

    #[test]
    fn words_that_must_not_be_there_keep_documents_out() {
        let all = found("trauma ");
        let some = found("trauma -burnout ");
        assert!(all.contains(&"trauma".to_owned()) && !some.contains(&"trauma".to_owned()));
        assert!(!found("young -\"one young\"").contains(&"supervision".to_owned()));
    }

    #[test]
    fn filters_are_applied_before_the_best_are_taken_and_what_they_keep_out_is_told() {
        let wellbeing = Filters { kind: Some(GuideKind::Wellbeing), ..Filters::default() };
        let (narrow, names) = answer("boundary trust ", wellbeing);
        assert_eq!((narrow.basis, names.len(), narrow.filters), (Basis::Nothing, 0, wellbeing));
        assert!(narrow.instead.unwrap().elsewhere > 0);
        let (_, names) = answer("trust area:work ", Filters::default());
        assert!(!names.is_empty() && names.iter().all(|name| !name.contains(' ')), "guides only: {names:?}");
    }

    #[test]
    fn filters_alone_list_what_they_admit() {
        let (all, names) = answer("", Filters { area: Some(Area::Workforce), ..Filters::default() });
        assert_eq!((all.basis, names.len()), (Basis::Listed, 5));
        assert_eq!(names[0], "boundaries", "in order of titles");
        assert_eq!(answer("theme:leaving", Filters::default()).1, ["staying-in-touch", "continuing-care"]);
    }

    #[test]
    fn where_nothing_fits_there_is_a_guess_and_the_themes() {
        let (nothing, _) = answer("zuppervizzion ", Filters::default());
        assert_eq!(nothing.unknown, ["zuppervizzion"]);
        let instead = nothing.instead.unwrap();
        assert_eq!(instead.guess.as_deref(), Some("supervision"));
        assert_eq!(instead.themes, [ThemeId(0)]);
        assert_eq!(answer("trust ", Filters::default()).0.instead, None);
    }
}

//! From a query to its answer: what is admitted is scored, the best are rescored, and where nothing is left there is
//! still something to say.

use std::collections::BTreeSet;

use crate::guide::{Library, ThemeId};
use crate::search::answer::{Answer, AnswerKind, Certainty, Hit, Suggestions};
use crate::search::certainty::certainty;
use crate::search::index::{DocId, Document, DocumentCounts, Search, plain_words};
use crate::search::order::{Order, Title};
use crate::search::query::{ExpandedQuery, Query, guess};
use crate::search::score::{PhraseMode, Phrases, Ranked, Scoring};
use crate::search::top::top;
use crate::search::tuning;

impl Search {
    /// Finds what the typed words are about, at most `limit`, best first; `library` is the one that this search was
    /// built for.
    ///
    /// The query is as typed so far: its last word may go on, unless something follows it.
    #[must_use]
    pub fn find(&self, library: &Library, typed: &str, limit: usize) -> Answer {
        self.answer(library, &Query::parse(typed, library), limit)
    }

    /// As [`Search::find`], for a query that was taken apart and perhaps narrowed.
    #[must_use]
    pub fn answer(&self, library: &Library, query: &Query, limit: usize) -> Answer {
        let answer = Finding::new(self, library, query).answer(limit);
        let is_left = matches!(answer.kind, AnswerKind::Nothing | AnswerKind::NearestNames);
        if is_left && !query.excluded.is_empty() {
            return Finding::new(self, library, &query.with_excluded()).answer(limit);
        }
        answer
    }
}

/// A query that is being answered.
struct Finding<'a> {
    search: &'a Search,
    library: &'a Library,
    query: &'a Query,
    expanded: ExpandedQuery,
    /// The documents that have an excluded word, in order.
    excluded: Vec<DocId>,
    phrases: Phrases<'a>,
}

impl<'a> Finding<'a> {
    /// Reads a query against a library.
    fn new(search: &'a Search, library: &'a Library, query: &'a Query) -> Self {
        let index = &search.index;
        let (words, phrases): (Vec<&str>, Vec<&str>) =
            query.excluded.iter().map(String::as_str).partition(|text| plain_words(text).count() == 1);
        let stems = words.into_iter().flat_map(plain_words).filter_map(|word| index.vocabulary.stem(&word));
        let mut excluded: Vec<DocId> = stems.flat_map(|stem| index.postings.documents(stem)).collect();
        excluded.sort_unstable();
        let expanded = ExpandedQuery::read(&query.words, index);
        let phrases = Phrases { required: &query.phrases, excluded: phrases };
        Self { search, library, query, expanded, excluded, phrases }
    }

    /// Returns the answer, with at most `limit` hits.
    fn answer(self, limit: usize) -> Answer {
        let query = self.query;
        let mut answer = Answer {
            filters: query.filters,
            unresolved: query.unresolved.clone(),
            excluded: query.excluded.clone(),
            ..Answer::default()
        };
        if !query.has_words() {
            answer.hits = self.listed(limit);
            answer.kind = if answer.hits.is_empty() { AnswerKind::Nothing } else { AnswerKind::Listed };
            return answer;
        }
        let scoring = Scoring::new(&self.search.index, &self.expanded);
        answer.hits = self.with_words(&scoring, PhraseMode::Required, limit);
        answer.kind = AnswerKind::Words;
        if answer.hits.is_empty() && !query.phrases.is_empty() {
            answer.hits = self.with_words(&scoring, PhraseMode::Relaxed, limit);
            answer.kind = AnswerKind::RelaxedPhrase;
        }
        answer.certainty = certainty(&answer.hits, &scoring, &self.expanded, &self.search.index);
        if answer.is_unsure() {
            answer.hits = one_of_each(answer.hits);
            answer.hits.truncate(tuning::UNSURE_HITS);
        }
        if answer.hits.is_empty() {
            self.without_words(&mut answer, &scoring, limit);
        }
        answer.corrections = self.expanded.corrections;
        answer.ignored = self.expanded.ignored;
        answer.unknown = self.expanded.unknown;
        answer
    }

    /// Fills the answer where nothing that is admitted has the words.
    fn without_words(&self, answer: &mut Answer, scoring: &Scoring<'_>, limit: usize) {
        let counts = DocumentCounts::of(self.library);
        // In another language a guess makes something else of the words.
        let is_foreign = answer.certainty == Certainty::Foreign;
        answer.hits = if is_foreign { Vec::new() } else { self.nearest(limit) };
        answer.kind = if answer.hits.is_empty() { AnswerKind::Nothing } else { AnswerKind::NearestNames };
        let vocabulary = &self.search.index.vocabulary;
        answer.suggestions = Some(Box::new(Suggestions {
            elsewhere: scoring.ranking.documents().filter(|ranked| counts.is_guide(ranked.document)).count(),
            guess: guess(&self.query.words, &self.expanded.unknown, vocabulary).filter(|_| !is_foreign),
            themes: self.themes(),
        }));
    }

    /// Returns the documents that have any of the terms.
    fn with_words(&self, scoring: &Scoring<'_>, mode: PhraseMode, limit: usize) -> Vec<Hit> {
        let candidates = self.candidates(scoring, mode, limit.max(tuning::RESCORE_DEPTH));
        let found = candidates.into_iter().flat_map(|ranked| {
            let document = Document::at(self.library, ranked.document);
            document.map(|document| scoring.rescore(document, ranked)).unwrap_or_default()
        });
        self.order().sorted(found.collect(), limit)
    }

    /// Returns what puts hits of this query in order.
    fn order(&self) -> Order<'_> {
        Order::new(self.library, &self.query.words)
    }

    /// Returns the documents to be rescored, at most `limit`, those with the highest upper bound first.
    fn candidates(&self, scoring: &Scoring<'_>, mode: PhraseMode, limit: usize) -> Vec<Ranked> {
        let with_words = self.phrases.candidates(&self.search.index, mode);
        let has_words = |document: DocId| {
            with_words.as_ref().is_none_or(|documents| documents.binary_search(&document).is_ok())
        };
        let admitted = scoring.ranking.documents().filter(|ranked| self.admits(ranked.document));
        let admitted = admitted.filter(|ranked| has_words(ranked.document));
        let by = self.order();
        let bound = |ranked: Ranked| {
            let is_asked_for = scoring.may_be_named(ranked) && by.title(ranked.document) != Title::Other;
            if is_asked_for { f32::INFINITY } else { scoring.upper_bound(ranked) }
        };
        let mut all: Vec<_> = admitted.map(|ranked| (bound(ranked), ranked)).collect();
        let order = |(a, first): &(f32, Ranked), (b, second): &(f32, Ranked)| {
            by.score((first.document, *a), (second.document, *b))
        };
        if self.phrases.restrict(mode) {
            let has_phrases = |(_, ranked): &(f32, Ranked)| {
                Document::at(self.library, ranked.document)
                    .is_some_and(|document| self.phrases.admit(document, mode))
            };
            all.sort_by(order);
            all = all.into_iter().filter(has_phrases).take(limit).collect();
        } else {
            all = top(all, limit, order);
        }
        all.into_iter().map(|(_, ranked)| ranked).collect()
    }

    /// Whether a document may be in the answer, as far as the index can tell. Filters are about guides.
    fn admits(&self, document: DocId) -> bool {
        let is_admitted = match self.library.guides.get(document.index()) {
            Some(guide) => self.query.filters.admit(guide),
            None => self.query.filters.is_empty(),
        };
        is_admitted && self.excluded.binary_search(&document).is_err()
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
        let admitted = guides.into_iter().filter(|guide| self.admits(DocId(guide.0)));
        admitted.map(|guide| Hit::unscored(guide, 0.0)).take(limit).collect()
    }

    /// Returns the guides whose titles or aliases are nearest to the words.
    fn nearest(&self, limit: usize) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        // Stop words are near to nearly every title, and say nothing.
        let unknown = self.expanded.unknown.join(" ");
        let words = if unknown.is_empty() { &self.query.words } else { &unknown };
        for found in self.search.names.nearest(words) {
            let Some(&(guide, alias)) = self.search.owners.get(found.index) else { continue };
            if hits.len() == limit {
                break;
            }
            if self.admits(DocId(guide.0)) && !hits.iter().any(|hit| hit.guide() == Some(guide)) {
                let title = if alias.is_none() { found.marks } else { Vec::new() };
                #[expect(clippy::cast_precision_loss, reason = "scores are some hundreds")]
                let score = found.score as f32;
                hits.push(Hit { title, alias, ..Hit::unscored(guide, score) });
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

/// Returns the best hit of each guide.
fn one_of_each(hits: Vec<Hit>) -> Vec<Hit> {
    let mut guides = BTreeSet::new();
    hits.into_iter().filter(|hit| hit.guide().is_none_or(|guide| guides.insert(guide))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Area, GuideKind};
    use crate::search::answer::Subject;
    use crate::search::query::Filters;
    use crate::search::sample;

    fn answer(typed: &str, filters: Filters) -> (Answer, Vec<String>) {
        let library = sample::with_words();
        let query = Query::parse(typed, &library).narrowed(filters);
        let answer = Search::build(&library).answer(&library, &query, 10);
        let name = |hit: &Hit| match hit.subject {
            Subject::Guide { guide, .. } => library.guide(guide).slug.clone(),
            Subject::Term { term, .. } => format!("term {}", library.term(term).slug),
            Subject::Theme { theme, .. } => format!("theme {}", library.theme(theme).slug),
            Subject::Reference { reference } => format!("reference {}", library.reference(reference).slug),
            Subject::About { .. } => "about".to_owned(),
        };
        let mut names: Vec<String> = answer.hits.iter().map(name).collect();
        // A guide may answer with several passages.
        names.dedup();
        (answer, names)
    }

    fn found(typed: &str) -> Vec<String> {
        answer(typed, Filters::default()).1
    }

    #[test]
    fn terms_and_themes_answer_as_themselves() {
        assert_eq!(found("rapport ")[0], "term rapport");
        assert_eq!(found("raport ")[0], "term rapport", "corrections");
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
        assert_eq!(answer.kind, AnswerKind::RelaxedPhrase);
        assert!(names.contains(&"supervision".to_owned()));
    }

    #[test]
    fn words_that_must_not_be_there_keep_documents_out() {
        let all = found("trauma boundaries ");
        let some = found("trauma boundaries -burnout ");
        assert!(all.contains(&"trauma".to_owned()) && !some.contains(&"trauma".to_owned()));
        assert_eq!(found("trauma -burnout "), found("trauma burnout "), "nothing would be left");
        assert_eq!(found("-boundaries "), found("boundaries "), "an item of a list");
        assert!(!found("young -\"one young\"").contains(&"supervision".to_owned()));
    }

    #[test]
    fn filters_are_applied_before_the_best_are_taken_and_what_they_keep_out_is_told() {
        let wellbeing = Filters { kind: Some(GuideKind::Wellbeing), ..Filters::default() };
        let (narrow, names) = answer("boundary trust ", wellbeing);
        assert_eq!((narrow.kind, names.len(), narrow.filters), (AnswerKind::Nothing, 0, wellbeing));
        assert!(narrow.suggestions.unwrap().elsewhere > 0);
        let (_, names) = answer("trust area:work ", Filters::default());
        assert!(!names.is_empty() && names.iter().all(|name| !name.contains(' ')), "guides only: {names:?}");
    }

    #[test]
    fn filters_alone_list_what_they_admit() {
        let (all, names) = answer("", Filters { area: Some(Area::Workforce), ..Filters::default() });
        assert_eq!((all.kind, names.len()), (AnswerKind::Listed, 5));
        assert_eq!(names[0], "boundaries", "in order of titles");
        assert_eq!(answer("theme:leaving", Filters::default()).1, ["staying-in-touch", "continuing-care"]);
    }

    #[test]
    fn where_nothing_fits_there_is_a_guess_and_the_themes() {
        let (nothing, _) = answer("zuppervizzion ", Filters::default());
        assert_eq!(nothing.unknown, ["zuppervizzion"]);
        let suggestions = nothing.suggestions.unwrap();
        assert_eq!(suggestions.guess.as_deref(), Some("supervision"));
        assert_eq!(suggestions.themes, [ThemeId(0)]);
        assert_eq!(answer("trust ", Filters::default()).0.suggestions, None);
    }
}

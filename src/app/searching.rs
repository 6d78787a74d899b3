//! The search at work: made ready, opened, typed in, left for a result.

use super::overlays::RESULTS;
use super::{Alert, App, Document, Finder, Overlay, Pane, ThemeItem, WayIn};
use crate::guide::{GuideId, Library, TextSpan};
use crate::search::{DangerWords, Hit, Passage, Progress, Search, SearchBuilder, Subject, Titles};

/// From so many guides on, the search is made ready in steps, between two keys. It takes a sixth of a second.
const LARGE: usize = 1_000;

/// Guides of one step: some five thousandths of a second, so that no key waits longer.
const STEP: usize = 32;

/// The search, or how far it is.
#[derive(Debug, Clone)]
pub(super) enum Searching {
    /// It is not built yet; this function builds or loads it when it is first used.
    Unbuilt(fn(&Library) -> Search),
    /// It is being made ready in steps; titles can be found already.
    Building(Box<SearchBuilder>, Titles, Progress),
    /// It is ready.
    Ready(Box<Search>),
}

impl Default for Searching {
    fn default() -> Self {
        Self::Unbuilt(Search::build)
    }
}

impl Searching {
    fn ready(&self) -> Option<&Search> {
        match self {
            Self::Ready(search) => Some(search),
            Self::Unbuilt(_) | Self::Building(..) => None,
        }
    }
}

impl App {
    /// Whether there is something to do while nothing is waiting: the search is made ready when its box is on the screen
    /// and the first letter is not typed yet; that of a large pack from the beginning.
    #[must_use]
    pub fn has_idle_work(&self) -> bool {
        self.searching.ready().is_none()
            && (self.library.guides.len() >= LARGE || self.shown.overlays.has_finder())
    }

    /// Builds the search; that of a large library one step at a time.
    pub(super) fn build_search(&mut self) {
        match std::mem::take(&mut self.searching) {
            Searching::Unbuilt(make) if self.library.guides.len() < LARGE => {
                self.searching = Searching::Ready(Box::new(make(&self.library)));
            }
            Searching::Unbuilt(_) => {
                let titles = Titles::new(self.library.guides.iter().map(|guide| guide.title.as_str()));
                let progress = Progress::Reading { read: 0, all: self.library.guides.len() };
                let building = Box::new(SearchBuilder::new(&self.library));
                self.searching = Searching::Building(building, titles, progress);
            }
            Searching::Building(mut building, titles, _) => {
                self.searching = match building.advance(&self.library, STEP) {
                    Progress::Done => Searching::Ready(Box::new(building.finish())),
                    progress @ Progress::Reading { .. } => Searching::Building(building, titles, progress),
                };
                self.show_progress();
            }
            ready @ Searching::Ready(_) => self.searching = ready,
        }
    }

    /// Shows in the search box how far the index is built, and the results once it is ready.
    fn show_progress(&mut self) {
        match (&self.searching, self.shown.overlays.finder_mut()) {
            (Searching::Ready(_), Some(_)) => self.search_now(),
            (Searching::Building(_, _, progress), Some(finder)) => finder.building = Some(*progress),
            _ => {}
        }
    }

    /// Opens the search, with what was searched for last: the next result is one key away.
    pub(super) fn open_search(&mut self) {
        // What was searched for before is nobody’s business in the room.
        let offered = if self.at_hand.is_in_room() { String::new() } else { self.memory.searched.clone() };
        self.search_for(Finder::offering(offered));
    }

    /// Opens the search at something typed or offered.
    pub(super) fn search_for(&mut self, finder: Finder) {
        let empty = finder.is_empty();
        self.shown.overlays.open(Overlay::Search(Box::new(finder)));
        if empty {
            self.offer_ways();
        } else {
            self.search_now();
        }
    }

    /// Offers what can be opened while nothing is typed, which needs no search.
    fn offer_ways(&mut self) {
        let recent = self.recent();
        if let Some(finder) = self.shown.overlays.finder_mut() {
            finder.offer_ways(&self.library, &recent);
        }
    }

    /// Finds what is typed now.
    pub(super) fn search_now(&mut self) {
        if matches!(self.searching, Searching::Unbuilt(_)) {
            self.build_search();
        }
        let recent = self.recent();
        let Some(typed) = self.shown.overlays.finder_mut().map(|finder| finder.input.text().to_owned())
        else {
            return;
        };
        let alert = self.alert(&typed);
        let Some(finder) = self.shown.overlays.finder_mut() else { return };
        finder.alert = alert;
        match &self.searching {
            Searching::Ready(search) => {
                finder.building = None;
                finder.search(search, &self.library, &recent);
            }
            Searching::Building(_, titles, progress) => {
                finder.building = Some(*progress);
                let found = titles.best(finder.input.text(), RESULTS);
                finder.search_titles(
                    found.into_iter().map(|found| title_hit(found.index, found.marks)).collect(),
                );
            }
            Searching::Unbuilt(_) => {}
        }
    }

    /// Returns what words speak of that speak of danger; they are read as they were typed.
    pub(super) fn alert(&mut self, typed: &str) -> Option<Alert> {
        let words = || DangerWords::new(&self.library.danger);
        let raised = self.danger.get_or_insert_with(words).raise(typed)?;
        Alert::of(&self.library, &raised)
    }

    /// Returns the guides that were read lately, the last one first.
    fn recent(&self) -> Vec<GuideId> {
        // What was read before is nobody’s business in the room.
        if self.at_hand.is_in_room() {
            return Vec::new();
        }
        let open = std::iter::once(self.shown.document());
        let entries = open.chain(self.memory.trail.earlier().map(|entry| entry.document));
        let now = entries.filter_map(|document| match document? {
            Document::Guide(guide) => Some(guide),
            _ => None,
        });
        let visits = self.journal.progress.visits().iter().rev();
        let mut recent: Vec<GuideId> = Vec::new();
        for guide in now.chain(visits.filter_map(|visit| visit.key.find(&self.library))) {
            if recent.len() < RECENT && !recent.contains(&guide) {
                recent.push(guide);
            }
        }
        recent
    }

    /// Opens the chosen result of a search; going back from it leads to the results again.
    pub(super) fn open_result(&mut self) {
        let Some(Overlay::Search(finder)) = self.shown.overlays.top().cloned() else { return };
        self.shown.overlays.close();
        let Some(hit) = finder.chosen() else { return };
        let words = finder.input.text();
        // Of words of danger nothing is kept, not even for the way back.
        let is_kept = finder.alert.is_none();
        if is_kept {
            words.clone_into(&mut self.memory.searched);
        }
        match &hit.subject {
            Subject::Guide { guide, passage } => self.open_passage(*guide, passage.as_ref(), words),
            Subject::Theme { theme, .. } => self.enter(WayIn::Theme(*theme)),
            Subject::Term { term, .. } => {
                let title = self.library.term(*term).title.clone();
                self.open_page_at(Document::Glossary, |text| *text == title);
            }
            Subject::Reference { reference } => {
                let citation = self.library.reference(*reference).citation();
                self.open_page_at(Document::References, |text| text.starts_with(&citation));
            }
            Subject::About { .. } => {
                let answer = hit.subject.about(&self.library).to_owned();
                self.open_page_at(Document::About, |text| *text == answer);
            }
        }
        self.shown.came_from = is_kept.then(|| self.shown.lists.keep(Overlay::Search(finder)));
    }

    /// Opens a page made of the library at its first block that is meant.
    fn open_page_at(&mut self, page: Document, is_meant: impl Fn(&String) -> bool) {
        self.open(page, None);
        self.shown.themes.reveal(&self.library, ThemeItem::Page(page));
        self.shown.focus = Pane::Text;
        let blocks = self.shown.reading.as_ref().map(|reading| reading.blocks(&self.library));
        let index = blocks.and_then(|blocks| blocks.iter().position(|block| is_meant(&block.prose.text)));
        let Some(block) = index else { return };
        self.shown.go_to(crate::guide::TextPos::new(block, 0));
    }

    /// Returns to the list that what is open was chosen from, with what was open before beneath it. Returns whether there is
    /// one.
    pub(super) fn return_to_list(&mut self) -> bool {
        let number = self.shown.came_from.take();
        let Some(list) = number.and_then(|number| self.shown.lists.get(number)).cloned() else {
            return false;
        };
        let is_stale = matches!(&list, Overlay::Search(finder) if finder.building.is_some());
        self.go_up();
        self.shown.overlays.open(list);
        if is_stale {
            self.search_now();
        }
        true
    }

    /// Opens a guide at a passage, with that and the words that were searched for marked.
    fn open_passage(&mut self, guide: GuideId, passage: Option<&Passage>, words: &str) {
        self.open(Document::Guide(guide), None);
        let search = self.searching.ready();
        let marks = search.map(|search| search.marks(&self.library, guide, words)).unwrap_or_default();
        let height = self.text_height();
        let Some(reading) = &mut self.shown.reading else { return };
        reading.marks = marks;
        let Some(passage) = passage else { return };
        let span = passage.span;
        reading.current = Some(span.block as usize);
        let first = |mark: &TextSpan| mark.block == span.block && mark.start >= span.start;
        reading.mark = reading.marks.iter().position(first);
        reading.bring_into_view(span, height);
        // On a small screen the words may stand further down than the passage's beginning.
        if let Some(mark) = reading.mark.and_then(|mark| reading.marks.get(mark)).copied() {
            reading.bring_into_view(mark, height);
        }
    }
}

/// Guides that are offered as read lately.
const RECENT: usize = 5;

/// Returns the result for a title that was found.
fn title_hit(index: usize, title: Vec<std::ops::Range<usize>>) -> Hit {
    Hit { title, ..Hit::unscored(GuideId::at(index), 0.0) }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::app::Message;
    use crate::bundled;
    use crate::search::{AnswerKind, Search};

    /// Returns the search of a library without guides.
    fn of_nothing(library: &Library) -> Search {
        let mut pack = library.pack.clone();
        pack.description.clear();
        let nothing = Library {
            pack,
            guides: Vec::new(),
            terms: Vec::new(),
            themes: Vec::new(),
            references: Vec::new(),
            ..library.clone()
        };
        Search::build(&nothing)
    }

    #[test]
    fn the_search_is_the_one_that_was_handed_over() {
        let found = |mut app: App| {
            app.update(Message::Key("/".parse().unwrap()));
            assert!(app.has_idle_work());
            app.update(Message::Idle);
            assert!(!app.has_idle_work());
            app.update(Message::Paste("trust".to_owned()));
            let Some(Overlay::Search(finder)) = app.overlay() else { panic!("the box is open") };
            finder.answer.kind
        };
        let app = || App::new(bundled::library(), Size::new(80, 24));
        assert_eq!(found(app()), AnswerKind::Words);
        assert_eq!(found(app().with_search(of_nothing)), AnswerKind::Nothing);
    }
}

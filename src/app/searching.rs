//! The search at work: opened, typed in, left for a result.

use super::{Action, App, Document, Finder, LineInput, Overlay};
use crate::guide::TextSpan;

impl App {
    /// Makes the search ready, if it is not.
    pub(super) fn build_search(&mut self) {
        if self.search.is_none() {
            self.search = Some((self.make_search)(&self.library));
        }
    }

    /// Opens the search, with what was searched for last: the next result is one key away.
    pub(super) fn open_search(&mut self) {
        let input = LineInput::offering(self.searched.clone());
        self.overlay = Some(Overlay::Search(Finder { input, ..Finder::default() }));
        if !self.searched.is_empty() {
            self.search_now();
        }
    }

    /// Finds what is typed now.
    pub(super) fn search_now(&mut self) {
        self.build_search();
        if let (Some(Overlay::Search(finder)), Some(search)) = (&mut self.overlay, &self.search) {
            finder.search(search, &self.library);
        }
    }

    pub(super) fn act_in_search(&mut self, action: Action, mut finder: Finder) {
        let height = self.list_height();
        if finder.act(action, height) {
            self.overlay = Some(Overlay::Search(finder));
            return;
        }
        if action == Action::Open {
            self.open_hit(finder);
            return;
        }
        if action == Action::Close {
            return;
        }
        let edited = finder.input.act(action);
        self.overlay = Some(Overlay::Search(finder));
        if edited {
            self.search_now();
        }
    }

    /// Opens the chosen result at its passage, with the words marked; keeps searching when there is none.
    pub(super) fn open_hit(&mut self, finder: Finder) {
        let chosen = finder.chosen().and_then(|hit| Some((hit.guide()?, hit.passage().cloned())));
        let Some((guide, passage)) = chosen else {
            self.overlay = Some(Overlay::Search(finder));
            return;
        };
        let query = finder.input.text().to_owned();
        self.searched.clone_from(&query);
        self.build_search();
        self.open(Document::Guide(guide), None);
        let marks =
            self.search.as_ref().map(|search| search.marks(&self.library, guide, &query)).unwrap_or_default();
        let height = self.text_height();
        let Some(reading) = &mut self.reading else { return };
        reading.marks = marks;
        if let Some(passage) = passage {
            let first =
                |mark: &TextSpan| mark.block == passage.span.block && mark.start >= passage.span.start;
            reading.mark = reading.marks.iter().position(first);
            reading.bring_into_view(passage.span, height);
            // On a small screen the words may stand further down than the passage's beginning.
            if let Some(mark) = reading.mark.and_then(|mark| reading.marks.get(mark)).copied() {
                reading.bring_into_view(mark, height);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::app::Message;
    use crate::bundled;
    use crate::guide::Library;
    use crate::search::{Basis, Search};

    /// Returns the search of a library without guides.
    fn of_nothing(library: &Library) -> Search {
        let (guides, terms, themes) = (Vec::new(), Vec::new(), Vec::new());
        Search::build(&Library { guides, themes, terms, ..library.clone() })
    }

    #[test]
    fn the_search_is_the_one_that_was_handed_over() {
        let found = |mut app: App| {
            app.update(Message::Key("/".parse().unwrap()));
            assert!(app.has_idle_work());
            app.update(Message::Idle);
            assert!(!app.has_idle_work());
            app.update(Message::Paste("trust".to_owned()));
            let Some(Overlay::Search(finder)) = app.overlay else { panic!("the box is open") };
            finder.answer.basis
        };
        let app = || App::new(bundled::library(), Size::new(80, 24));
        assert_eq!(found(app()), Basis::Words);
        assert_eq!(found(app().with_search(of_nothing)), Basis::Nothing);
    }
}

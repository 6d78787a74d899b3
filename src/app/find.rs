//! Words found in what is open: a bar under the text, every match marked as it is typed.
//!
//! The matches are the marks of the text pane, so that going from one to the next, drawing and hit tests are those
//! of a search. Case, accents and typographic signs are folded; a match never runs from one paragraph into the next.

use super::{Action, App, LineInput, Overlay, Pane, Reading, Screen};
use crate::guide::{Library, TextSpan};
use crate::page::Top;
use crate::text::{Folded, fold, fold_text};

/// Matches marked at most: nobody steps through more, and every one costs when its row is drawn.
const MATCHES_AT_MOST: usize = 5_000;

/// The bar that finds words in what is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    /// What is typed.
    pub input: LineInput,
    /// The text of every block, folded once for all keys.
    folded: Vec<Folded>,
    /// What Escape goes back to.
    before: Before,
}

/// What the text pane showed before something was sought in it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Before {
    top: Top,
    marks: Vec<TextSpan>,
    mark: Option<usize>,
}

impl Find {
    /// Returns the bar over `reading`, offering `words`.
    fn over(reading: &Reading, library: &Library, words: String) -> Self {
        Self {
            input: LineInput::offering(words),
            folded: reading.blocks(library).iter().map(|block| fold(&block.prose.text)).collect(),
            before: Before { top: reading.top, marks: reading.marks.clone(), mark: reading.mark },
        }
    }

    /// Returns where the typed words stand, in reading order; nowhere when nothing is typed. What is not shown at
    /// this width, such as a drawing that does not fit, is not found.
    fn matches(&self, reading: &Reading) -> Vec<TextSpan> {
        let sought = &fold_text(self.input.text());
        if sought.trim().is_empty() {
            return Vec::new();
        }
        let blocks = self.folded.iter().enumerate();
        blocks
            .filter(|(block, _)| !reading.page.rows_of(*block).is_empty())
            .flat_map(|(block, text)| {
                let starts = text.text.match_indices(sought).map(|(start, _)| start);
                starts.map(move |start| (block, text.source(start..start + sought.len())))
            })
            .map(|(block, range)| TextSpan::new(block, range))
            .take(MATCHES_AT_MOST)
            .collect()
    }
}

impl App {
    /// Opens the bar over what is open, with what was sought last.
    pub(super) fn open_find(&mut self) {
        match &self.reading {
            Some(reading) if self.screen == Screen::Reader => {
                let find = Find::over(reading, &self.library, self.found.clone());
                self.focus = Pane::Text;
                self.overlay = Some(Overlay::Find(Box::new(find)));
                self.find_now();
            }
            _ => self.say("Open a guide first: this finds words in what is open."),
        }
    }

    /// Marks what is typed now, and goes to the first match at or after where the reader was.
    pub(super) fn find_now(&mut self) {
        let height = self.find_height();
        let (Some(Overlay::Find(find)), Some(reading)) = (&self.overlay, &mut self.reading) else { return };
        reading.marks = find.matches(reading);
        reading.link = None;
        let from = find.before.top.pos;
        let after = reading.marks.iter().position(|mark| (mark.block, mark.start) >= (from.block, from.byte));
        reading.mark = after.or_else(|| (!reading.marks.is_empty()).then_some(0));
        match reading.mark.and_then(|mark| reading.marks.get(mark)).copied() {
            Some(mark) => reading.bring_into_view(mark, height),
            None => reading.top = find.before.top,
        }
    }

    pub(super) fn act_in_find(&mut self, action: Action, mut find: Box<Find>) {
        match action {
            Action::Open => return self.leave_find(&find),
            Action::Close => return self.undo_find(*find),
            Action::Down | Action::NextMark => self.step_found(super::Step::Next),
            Action::Up | Action::PreviousMark => self.step_found(super::Step::Previous),
            _ => {}
        }
        let edited = find.input.act(action);
        self.overlay = Some(Overlay::Find(find));
        if edited {
            self.find_now();
        }
    }

    fn step_found(&mut self, step: super::Step) {
        let height = self.find_height();
        if let Some(reading) = &mut self.reading {
            reading.step_mark(step, height);
        }
    }

    /// Closes the bar and keeps the matches marked. Where there are none, the whole toolkit is searched.
    fn leave_find(&mut self, find: &Find) {
        let sought = find.input.text().trim().to_owned();
        let found = self.reading.as_ref().is_some_and(|reading| !reading.marks.is_empty());
        if sought.is_empty() {
            return self.undo_find(find.clone());
        }
        self.found.clone_from(&sought);
        if found {
            self.say_which_mark("");
        } else {
            self.undo_find(find.clone());
            self.searched = sought;
            self.open_search();
        }
    }

    fn undo_find(&mut self, find: Find) {
        let Some(reading) = &mut self.reading else { return };
        let Before { top, marks, mark } = find.before;
        (reading.top, reading.marks, reading.mark) = (top, marks, mark);
    }

    /// The rows of text that the bar leaves to be seen.
    fn find_height(&self) -> usize {
        self.text_height().saturating_sub(1).max(1)
    }
}

/// Returns how many matches there are and which one the reader is at, for the right end of the bar.
#[must_use]
pub fn find_count(find: &Find, reading: &Reading) -> String {
    match (find.input.text().trim().is_empty(), reading.marks.len(), reading.mark) {
        (true, ..) => String::new(),
        (false, 0, _) => "not in this guide".to_owned(),
        (false, all, at) => format!("{} of {all}", at.map_or(0, |at| at + 1)),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::app::Message;
    use crate::bundled;
    use crate::guide::Place;

    /// Returns a reader with a guide open and words sought in it.
    fn seeking(words: &str) -> App {
        let library = bundled::library();
        let guide = library.guide_id("build-relationships").unwrap();
        let mut app = App::at(library, Size::new(80, 24), Place { guide, section: None });
        app.open_find();
        app.update(Message::Paste(words.to_owned()));
        app
    }

    fn found(app: &App) -> Vec<String> {
        let reading = app.reading.as_ref().unwrap();
        let blocks = reading.blocks(&app.library);
        let text = |mark: &TextSpan| blocks[mark.block as usize].prose.slice(mark.range()).to_owned();
        reading.marks.iter().map(text).collect()
    }

    #[test]
    fn case_accents_and_signs_are_folded() {
        let words = found(&seeking("YOUNG pérson"));
        assert!(!words.is_empty());
        assert!(words.iter().all(|word| word.eq_ignore_ascii_case("young person")), "{words:?}");
    }

    #[test]
    fn nothing_typed_marks_nothing() {
        assert!(found(&seeking("  ")).is_empty());
        assert!(found(&seeking("zzz")).is_empty());
    }

    #[test]
    fn escape_goes_back_to_where_it_began() {
        let mut app = seeking("");
        let before = app.reading.clone().unwrap();
        app.update(Message::Paste("question".to_owned()));
        assert_ne!(app.reading.as_ref().unwrap().marks, before.marks);
        app.act(Action::Close);
        assert_eq!(app.reading.unwrap(), before);
    }
}

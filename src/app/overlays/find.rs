//! Words found in what is open: a bar under the text, every match marked as it is typed.
//!
//! The matches are the marks of the text pane, so that going from one to the next, drawing and hit tests are those
//! of a search. Case, accents and typographic signs are folded; a match never runs from one paragraph into the next.

use ratatui::layout::Rect;

use super::layer::{Around, Command, Frame, HintSpec, Layer, Panel, Prompt, Then};
use crate::app::{Action, Geometry, LineInput, ListRole, ListRow, Reading, Step, Viewport};
use crate::guide::{Library, TextSpan};
use crate::text::{Folded, fold, fold_text, width};

/// Matches marked at most: nobody steps through more, and each costs time when its row is drawn.
const MATCHES_AT_MOST: usize = 5_000;

/// The bar that finds words in what is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    /// What is typed.
    pub input: LineInput,
    /// The text of every block, folded once for all keys.
    folded: Vec<Folded>,
    /// What Escape goes back to.
    before: Viewport,
}

/// Stands before what is typed.
const LABEL: &str = "Find: ";

impl Find {
    /// Returns the bar over `reading`, offering `words`.
    #[must_use]
    pub fn over(reading: &Reading, library: &Library, words: String) -> Self {
        Self {
            input: LineInput::offering(words),
            folded: reading.blocks(library).iter().map(|block| fold(&block.prose.text)).collect(),
            before: reading.viewport(),
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

    /// Closes the bar and keeps the matches marked. Where there are none, the whole toolkit is searched.
    fn leave(&self, around: &Around<'_>) -> Then {
        let words = self.input.text().trim().to_owned();
        let has_matches = around.reading.is_some_and(|reading| !reading.marks.is_empty());
        Then::CloseAnd(match (words.is_empty(), has_matches) {
            (true, _) => Command::Restore(self.before.clone()),
            (false, true) => Command::KeepMatches(words),
            (false, false) => Command::SearchEverywhere(words, self.before.clone()),
        })
    }

    /// Returns how many matches there are and which one the reader is at.
    fn count(&self, reading: &Reading) -> String {
        match (self.input.text().trim().is_empty(), reading.marks.len(), reading.mark) {
            (true, ..) => String::new(),
            (false, 0, _) => "not in this guide".to_owned(),
            (false, all, current) => format!("{} of {all}", current.map_or(0, |mark| mark + 1)),
        }
    }
}

impl Layer for Find {
    fn act(&mut self, action: Action, around: &Around<'_>) -> Then {
        match action {
            Action::Open => self.leave(around),
            Action::Close => Then::CloseAnd(Command::Restore(self.before.clone())),
            Action::Down | Action::NextMark => Then::Do(Command::StepMatch(Step::Next)),
            Action::Up | Action::PreviousMark => Then::Do(Command::StepMatch(Step::Previous)),
            _ if self.input.act(action) => self.edited(around),
            _ => Then::Stay,
        }
    }

    /// It lies over the last row of the text; the count stands at its right end.
    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let bar = around.geometry.find_bar();
        let count = around.reading.map(|reading| self.count(reading)).unwrap_or_default();
        let columns = u16::try_from(width(&count) + 1).unwrap_or(u16::MAX);
        // What is typed matters more than the count.
        let is_room = usize::from(bar.width) > width(LABEL) + self.input.column() + usize::from(columns) + 2;
        let place = || Rect { x: bar.right() - columns, width: columns, ..bar };
        let notes = is_room.then(|| (place(), ListRow::text(ListRole::Detail, count)));
        Panel { notes: notes.into_iter().collect(), ..Panel::new(bar, Frame::Bar) }
    }

    fn hints(&self, around: &Around<'_>) -> &'static [HintSpec] {
        const HINTS: &[HintSpec] = &[
            (&[Action::Up, Action::Down], "next match", 2),
            (&[Action::Open], "stay here", 1),
            (&[Action::Close], "back", 0),
        ];
        const NOTHING: &[HintSpec] =
            &[(&[Action::Open], "search everywhere", 1), (&[Action::Close], "back", 0)];
        let is_nothing = around.reading.is_some_and(|reading| reading.marks.is_empty());
        if is_nothing { NOTHING } else { HINTS }
    }

    fn prompt(&self, geometry: &Geometry) -> Option<Prompt<'_>> {
        let bar = geometry.find_bar();
        let line = Rect { x: bar.x + 1, width: bar.width.saturating_sub(2), ..bar };
        Some(Prompt { label: LABEL, input: &self.input, line })
    }

    fn input_mut(&mut self) -> Option<&mut LineInput> {
        Some(&mut self.input)
    }

    fn edited(&mut self, around: &Around<'_>) -> Then {
        let Some(reading) = around.reading else { return Then::Stay };
        Then::Do(Command::ShowMatches(self.matches(reading), self.before.top))
    }

    /// The text beside the bar is there to be read.
    fn clicked_beside(&mut self) -> Then {
        Then::Stay
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::app::{App, Message};
    use crate::bundled;
    use crate::guide::Place;

    /// Returns a reader with a guide open and words sought in it.
    fn seeking(words: &str) -> App {
        let library = bundled::library();
        let guide = library.guide_id("build-relationships").unwrap();
        let mut app = App::at(library, Size::new(80, 24), Place { guide, section: None });
        app.update(Message::Key("Ctrl-F".parse().unwrap()));
        app.update(Message::Paste(words.to_owned()));
        app
    }

    fn found(app: &App) -> Vec<String> {
        let reading = app.shown.reading.as_ref().unwrap();
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
        let before = app.shown.reading.clone().unwrap();
        app.update(Message::Paste("question".to_owned()));
        assert_ne!(app.shown.reading.as_ref().unwrap().marks, before.marks);
        app.update(Message::Key("Esc".parse().unwrap()));
        assert_eq!(app.shown.reading.unwrap(), before);
    }
}

//! What every overlay can be asked, and what it answers.
//!
//! An overlay changes only itself. It answers with what becomes of it ([`Then`]): whether it stays open, and a
//! [`Command`] for the app to carry out.

use ratatui::layout::Rect;

use super::Preview;
use crate::app::{
    Action, AtHand, Context, Copied, Effect, Geometry, HistoryEntry, Keymap, LineInput, List, ListRow,
    MouseCapture, Reading, SessionCommand, Step, Viewport,
};
use crate::guide::{Area, GuideId, Library, SituationId, Target, TextPos, TextSpan, ThemeId};
use crate::journal::{Anchor, BookmarkId};
use crate::page::Top;

/// A card is never wider than this.
pub(super) const CARD_COLUMNS: u16 = 60;

/// A hint for the bottom line: the keys of which actions, what they do, how soon it gives way to others (0 never).
pub(crate) type HintSpec = (&'static [Action], &'static str, u8);

/// What an overlay sees of the reader it lies over.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Around<'a> {
    /// What there is to read.
    pub(crate) library: &'a Library,
    /// Which key does what.
    pub(crate) keymap: &'a Keymap,
    /// Where everything stands; in a window that is too small, where it would stand in the smallest one.
    pub(crate) geometry: Geometry,
    /// What is open in the text pane.
    pub(crate) reading: Option<&'a Reading>,
    /// The session at hand.
    pub(crate) at_hand: &'a AtHand,
}

impl Around<'_> {
    /// Returns the key for an action as people are shown it.
    pub(crate) fn key(&self, action: Action) -> String {
        self.keymap.key_for(Context::Text, action).unwrap_or_default()
    }

    /// Returns these hints, or on a narrow screen just two: go, and stay.
    pub(crate) fn in_short(&self, hints: &'static [HintSpec]) -> &'static [HintSpec] {
        in_short(self.geometry.hints.width, hints)
    }
}

/// Returns these hints, or on a narrow screen just two: go, and stay.
pub(crate) fn in_short(columns: u16, hints: &'static [HintSpec]) -> &'static [HintSpec] {
    const GO_OR_STAY: &[HintSpec] = &[(&[Action::Open], "go", 0), (&[Action::Close], "stay", 0)];
    if columns < 30 { GO_OR_STAY } else { hints }
}

/// What becomes of an overlay.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Then {
    /// It stays.
    Stay,
    /// It closes.
    Close,
    /// It stays, and the reader does this.
    Do(Command),
    /// It closes, and the reader does this.
    CloseAnd(Command),
}

/// What an overlay asks the reader to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// To do what a key does on the screen beneath.
    Act(Action),
    /// To go where a link leads.
    Follow(Target),
    /// To open the page of a theme.
    Browse(ThemeId),
    /// To scroll what is open to a place.
    GoTo(TextPos),
    /// To scroll what is open by rows, down counted positive.
    ScrollText(isize),
    /// To go back to where the reader was.
    Return(Box<HistoryEntry>),
    /// To answer what is typed in the search.
    Answer,
    /// To search for these words.
    Search(String),
    /// To open the chosen result of a search.
    OpenResult,
    /// To show what to do in a situation, over the search.
    OpenAlert(SituationId, Area),
    /// To list what a search for these words can be narrowed to.
    ListFilters(String),
    /// To mark matches in what is open, and to show the first one from a row on.
    ShowMatches(Vec<TextSpan>, Top),
    /// To go to the next match, or to the one before.
    StepMatch(Step),
    /// To leave the matches of these words marked.
    KeepMatches(String),
    /// To show what was shown before matches were.
    Restore(Viewport),
    /// To search the whole toolkit for words that what is open does not have.
    SearchEverywhere(String, Viewport),
    /// To copy something.
    Copy(Copied),
    /// To give the mouse to the reader or to the terminal.
    Mouse(MouseCapture),
    /// To open the passage of a question; going back from it leads to the list again.
    OpenQuestion(GuideId, TextPos),
    /// To ask for a few words to a passage, to bookmark it.
    BookmarkAt(GuideId, TextPos),
    /// To offer these words again when this passage is to be bookmarked.
    KeepDraft(Anchor, String),
    /// To open the passage of a bookmark.
    OpenBookmark(BookmarkId),
    /// To ask for other words to a bookmark.
    EditBookmark(BookmarkId),
    /// To remove a bookmark.
    RemoveBookmark(BookmarkId),
    /// To put back the bookmark that was removed last.
    RestoreBookmark,
    /// To do something with the session.
    Session(SessionCommand),
    /// To have the shell do something.
    Effect(Effect),
}

/// What an overlay shows, and where: what is drawn is what is clicked.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel<'a> {
    /// All that it covers.
    pub area: Rect,
    /// What sets it off from what it covers.
    pub frame: Frame,
    /// Single rows, each in its place.
    pub notes: Vec<(Rect, ListRow)>,
    /// Where its list stands.
    pub list_area: Rect,
    /// The rows of its list.
    pub rows: Vec<ListRow>,
    /// The chosen item and the scroll of its list.
    pub list: List,
    /// The chosen result in its guide, and where that stands.
    pub preview: Option<(Rect, &'a Preview)>,
    /// A text: the pane it stands in, its column, and what it is.
    pub text: Option<(Rect, Rect, &'a Reading)>,
}

/// What sets an overlay off from what it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frame {
    /// A border with a title.
    Titled(String),
    /// The colours of a bar.
    Bar,
    /// Nothing: it covers the screen from edge to edge.
    None,
}

impl Panel<'_> {
    /// Returns a panel with nothing in it.
    pub(in crate::app) fn new(area: Rect, frame: Frame) -> Self {
        Self {
            area,
            frame,
            notes: Vec::new(),
            list_area: Rect::ZERO,
            rows: Vec::new(),
            list: List::default(),
            preview: None,
            text: None,
        }
    }

    /// Returns a card around the rows of a list: no wider than reads well, as high as it needs.
    pub(super) fn card(
        title: impl Into<String>,
        rows: Vec<ListRow>,
        list: List,
        geometry: &Geometry,
    ) -> Self {
        let area = geometry.card(geometry.card_columns(CARD_COLUMNS), rows.len());
        Self { list_area: Geometry::between_margins(area), rows, list, ..Self::titled(area, title) }
    }

    /// Returns a box with a title and nothing in it.
    pub(super) fn titled(area: Rect, title: impl Into<String>) -> Self {
        Self::new(area, Frame::Titled(title.into()))
    }
}

/// A line that takes typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prompt<'a> {
    /// What stands before what is typed.
    pub label: &'static str,
    /// What is typed.
    pub input: &'a LineInput,
    /// Where it stands.
    pub line: Rect,
}

/// What every overlay can be asked.
pub(crate) trait Layer {
    /// Does what an action says.
    fn act(&mut self, action: Action, around: &Around<'_>) -> Then;

    /// Returns what it shows, and where.
    fn panel(&self, around: &Around<'_>) -> Panel<'_>;

    /// Returns its hints for the bottom line.
    fn hints(&self, around: &Around<'_>) -> &'static [HintSpec];

    /// Returns its list, if it has one.
    fn list_mut(&mut self) -> Option<&mut List> {
        None
    }

    /// Returns the line that takes typing, if it has one.
    fn prompt(&self, _geometry: &Geometry) -> Option<Prompt<'_>> {
        None
    }

    /// Returns what is typed, to be changed.
    fn input_mut(&mut self) -> Option<&mut LineInput> {
        None
    }

    /// Follows a change of what is typed.
    fn edited(&mut self, _around: &Around<'_>) -> Then {
        Then::Stay
    }

    /// Returns what a click beside it does.
    fn clicked_beside(&mut self) -> Then {
        Then::Close
    }

    /// Scrolls what it shows by rows, down counted positive; where that does not scroll, the text beneath.
    fn scroll_by(&mut self, rows: isize, _around: &Around<'_>) -> Then {
        match self.list_mut() {
            Some(list) => {
                list.scroll_by(rows);
                Then::Stay
            }
            None => Then::Do(Command::ScrollText(rows)),
        }
    }

    /// Follows a click on its text.
    fn clicked_text(&mut self, _pos: TextPos, _around: &Around<'_>) -> Then {
        Then::Stay
    }

    /// Scrolls its list to the chosen item, after its rows or the room for them may have changed.
    fn show_chosen(&mut self, rows: &[ListRow], height: usize, _around: &Around<'_>) {
        if let Some(list) = self.list_mut() {
            list.show(rows, height);
        }
    }
}

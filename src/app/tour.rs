//! The tour: a minute in which the reader does the thing itself, with the keys that are really bound.
//!
//! It blocks nothing. A step ends when what it asks for has happened, however it came about; Esc ends the tour.

use ratatui::layout::Rect;

use super::{Action, App, Context, Document, Geometry, Overlay, Preference, Screen, TourOffer};
use crate::page::Top;
use crate::text::{slice, wrap};

/// The box of the tour is never wider than this.
const COLUMNS: u16 = 60;

/// Under this many rows of the body there is no room for a border around the words.
const ROOMY: u16 = 8;

/// The tour: offered, taken, or neither.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tour {
    /// It is neither taken nor offered.
    #[default]
    Absent,
    /// The first screen offers it.
    Offered,
    /// It is taken.
    Taken(TourProgress),
}

/// How far the tour is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TourProgress {
    step: Step,
    /// What was read when the step began, to see that it was left.
    from: Option<(Document, Top)>,
}

/// What the reader does in the tour, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Search,
    Open,
    Scroll,
    Link,
    Back,
    End,
}

impl Step {
    const ALL: [Self; 6] = [Self::Search, Self::Open, Self::Scroll, Self::Link, Self::Back, Self::End];

    /// Returns what to do, with the keys that are bound.
    fn words(self, context: Context, key: impl Fn(Action) -> String) -> String {
        const SEARCH: &str =
            "a word for what is on your mind, for instance trust. The spelling need not be right.";
        match (self, context) {
            (Self::Search, Context::Typing | Context::Browse) => format!("Type {SEARCH}"),
            (Self::Search, _) => format!("Press {} and type {SEARCH}", key(Action::Search)),
            (Self::Open, _) => format!(
                "What fits best stands first. {} and {} choose, {} opens it.",
                key(Action::Up),
                key(Action::Down),
                key(Action::Open)
            ),
            (Self::Scroll, _) => format!(
                "This is a guide. {} scrolls it, {} goes a screen further; so does the wheel of the mouse.",
                key(Action::Down),
                key(Action::PageDown)
            ),
            (Self::Link, _) => format!(
                "Underlined words lead on. {} chooses the next of them, {} follows it.",
                key(Action::NextLink),
                key(Action::Open)
            ),
            (Self::Back, _) => format!("{} takes you back to where you were, always.", key(Action::Back)),
            (Self::End, _) => format!(
                "That is all it takes. {} shows all keys, {} everything that can be done: bookmarks, copying, colours. The line below says what is needed most.",
                key(Action::Help),
                key(Action::Actions)
            ),
        }
    }

    fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }
}

impl App {
    /// Offers the tour on the first screen, until it is taken or something is opened.
    #[must_use]
    pub fn offering_tour(mut self) -> Self {
        self.tour = Tour::Offered;
        self
    }

    /// Starts the tour, or starts it anew.
    pub(super) fn start_tour(&mut self) {
        self.shown.overlays.clear();
        self.withdraw_offer();
        self.tour = Tour::Taken(TourProgress { step: Step::Search, from: None });
    }

    /// Ends the tour. Returns whether there was one.
    pub(super) fn end_tour(&mut self) -> bool {
        let was_taken = matches!(self.tour, Tour::Taken(_));
        if was_taken {
            self.tour = Tour::Absent;
        }
        was_taken
    }

    /// Goes on to the next step when what this one asks for has happened, and takes the offer back when the reader
    /// found a way without it.
    pub(super) fn go_on_with_tour(&mut self) {
        if self.shown.screen == Screen::Reader {
            self.withdraw_offer();
        }
        let Tour::Taken(tour) = self.tour else { return };
        let place = self.shown.reading.as_ref().map(|reading| (reading.document, reading.top));
        let place = place.filter(|_| self.shown.screen == Screen::Reader);
        let reads = matches!(place, Some((Document::Guide(_), _))) && self.shown.overlays.is_empty();
        let document = |place: Option<(Document, Top)>| place.map(|(document, _)| document);
        let done = match tour.step {
            Step::Search => match self.overlay() {
                Some(Overlay::Search(finder)) => {
                    finder.input.text().chars().count() > 2 && finder.chosen().is_some()
                }
                _ => false,
            },
            Step::Open => reads,
            // A guide that is at its end cannot be scrolled further.
            Step::Scroll => reads && (place != tour.from || self.shown.is_at_end(self.text_height())),
            Step::Link => {
                let card = matches!(self.overlay(), Some(Overlay::Card(_) | Overlay::Address(_)));
                card || document(place) != document(tour.from)
            }
            Step::Back => self.shown.overlays.is_empty() && document(place) == document(tour.from),
            Step::End => false,
        };
        if let (true, Some(step)) = (done, tour.step.next()) {
            // Going back leads to where the link was.
            let from = if step == Step::Back { tour.from } else { place };
            self.tour = Tour::Taken(TourProgress { step, from });
            self.go_on_with_tour();
        }
    }

    fn withdraw_offer(&mut self) {
        if self.tour == Tour::Offered {
            self.tour = Tour::Absent;
            self.remember(Preference::Tour(TourOffer::Offered));
        }
    }

    /// Returns the box of the tour, its title and its rows. It stands at the bottom of the body, or at its top where the
    /// chosen link would be under it.
    #[must_use]
    pub fn tour_box(&self, geometry: &Geometry) -> Option<(Rect, String, Vec<String>)> {
        let Tour::Taken(tour) = self.tour else { return None };
        let body = geometry.body;
        let border = u16::from(body.height >= ROOMY);
        let width = COLUMNS.min(body.width);
        let context = if tour.step == Step::Open { Context::Typing } else { Context::Text };
        let words = tour
            .step
            .words(self.context(), |action| self.keymap.key_for(context, action).unwrap_or_default());
        let room = usize::from(width - 2 * border).saturating_sub(2).max(1);
        let rows: Vec<String> =
            wrap(&words, room).into_iter().map(|range| slice(&words, range).to_owned()).collect();
        let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(2 * border);
        let height = height.min(body.height.saturating_sub(1)).max(1);
        let x = body.x + (body.width - width) / 2;
        let bottom = Rect::new(x, body.bottom() - height, width, height);
        let covers = self.shown.chosen_row(&self.library, geometry).is_some_and(|y| y >= bottom.y);
        let area = if covers { Rect { y: body.y, ..bottom } } else { bottom };
        let close = self.key(Action::Close);
        let title = format!("Tour {} of {} · {close} ends it", tour.step as usize + 1, Step::ALL.len());
        Some((area, title, rows))
    }
}

//! The safety pages: whom to call and what to do first, one key away from everywhere.
//!
//! They lie over the reader and are never open in it, so that nothing of them gets into where it has been, into what is
//! kept, or into the last search. The reader beneath is as it was when they close.

use ratatui::layout::Rect;

use super::layer::{Around, Command, Frame, HintSpec, Layer, Panel, Then};
use crate::app::{Action, Copied, Document, ListRole, ListRow, Reading, Step, TEXT_AT_MOST};
use crate::guide::{Area, Library, SafetyPage, Target, TextPos};
use crate::page::{Setting, Spacing};

/// On a screen with fewer rows than this the first page has no blank ones: whom to call is seen at once.
const LOW: u16 = 14;

/// The safety pages, at one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafetySheet {
    /// The page that is shown.
    reading: Reading,
    /// The pages that led to it, the last one last.
    earlier: Vec<Reading>,
}

impl SafetySheet {
    /// Returns the pages for an area, opened at one of them.
    #[must_use]
    pub fn new(library: &Library, page: SafetyPage, area: Area) -> Self {
        Self { reading: open(library, page, area), earlier: Vec::new() }
    }

    /// Shows another page; going back leads to this one.
    pub(in crate::app) fn turn_to(&mut self, library: &Library, page: SafetyPage) {
        let (shown, area) = self.place();
        if shown != page {
            let before = std::mem::replace(&mut self.reading, open(library, page, area));
            self.earlier.push(before);
        }
    }

    /// Returns the page that is shown, and for which area.
    #[must_use]
    pub fn place(&self) -> (SafetyPage, Area) {
        match self.reading.document {
            Document::Safety(page, area) => (page, area),
            _ => (SafetyPage::First, Area::Workforce),
        }
    }

    /// Shows the same page for the other area.
    fn turn_over(&mut self, library: &Library) {
        let (page, area) = self.place();
        let other = Area::ALL.into_iter().find(|other| *other != area).unwrap_or(area);
        self.reading = open(library, page, other);
    }

    /// Goes back to the page before, or closes.
    fn go_back(&mut self) -> Then {
        match self.earlier.pop() {
            Some(before) => {
                self.reading = before;
                Then::Stay
            }
            None => Then::Close,
        }
    }

    /// Moves down or up: to the next link on the screen, else by a row. Whoever only has arrows gets everywhere.
    fn step(&mut self, step: Step, around: &Around<'_>) {
        let height = usize::from(sheet_area(around).height);
        let links: Vec<usize> = self
            .reading
            .links(around.library)
            .map(|link| self.reading.page.row_of(link.span.pos()))
            .collect();
        let visible = self.reading.visible(height);
        let next = match (step, self.reading.link) {
            (Step::Next, Some(link)) => Some(link + 1),
            (Step::Next, None) => links.iter().position(|row| visible.contains(row)),
            (Step::Previous, Some(link)) => link.checked_sub(1),
            (Step::Previous, None) => links.iter().rposition(|row| visible.contains(row)),
        };
        match next.filter(|next| links.get(*next).is_some_and(|row| visible.contains(row))) {
            Some(next) => self.reading.link = Some(next),
            None => self.reading.scroll_by(if step == Step::Next { 1 } else { -1 }, height),
        }
    }

    fn follow(&mut self, around: &Around<'_>) -> Then {
        let Some(target) = self.reading.chosen_link(around.library).map(|link| link.target.clone()) else {
            self.step(Step::Next, around);
            return Then::Stay;
        };
        match target {
            Target::Safety(id) => {
                self.turn_to(around.library, SafetyPage::Situation(id));
                Then::Stay
            }
            // A number is read and dialled; an address is asked about. What is a guide is read in the reader.
            Target::Web(_) => Then::Do(Command::Follow(target)),
            Target::Guide(_) | Target::Term(_) | Target::Reference(_) => {
                Then::CloseAnd(Command::Follow(target))
            }
        }
    }

    /// Returns the chosen number or link; where none is chosen, what to do first.
    fn copied(&self, library: &Library) -> Copied {
        let blocks = self.reading.blocks(library);
        let link = self.reading.chosen_link(library);
        let link =
            link.and_then(|link| Some(blocks.get(link.span.block as usize)?.prose.slice(link.span.range())));
        let words = link.map_or_else(|| first_lines(library, self.place()), str::to_owned);
        Copied::words_alone(words)
    }
}

/// Returns a page, to be laid out where it is shown.
fn open(library: &Library, page: SafetyPage, area: Area) -> Reading {
    Reading::open(
        library,
        Document::Safety(page, area),
        Setting { width: TEXT_AT_MOST, spacing: Spacing::Single },
    )
}

/// Returns what a page says to do first, a line for each thing.
fn first_lines(library: &Library, (page, area): (SafetyPage, Area)) -> String {
    let safety = &library.safety;
    let lines: Vec<String> = match page {
        SafetyPage::First => {
            let cards = safety.first_page(area).map_or(&[][..], |first| &first.cards);
            cards.iter().map(|card| safety.shown(&card.heading).text).collect()
        }
        SafetyPage::Situation(id) => {
            let lines = safety.situation(id).map_or(&[][..], |situation| &situation.page(area).first);
            lines.iter().map(|line| safety.shown(line).text).collect()
        }
    };
    lines.join("\n")
}

/// Returns where a page stands: under its title, over everything but the bottom line.
fn sheet_area(around: &Around<'_>) -> Rect {
    let covered = covered(around);
    let width = covered.width.saturating_sub(2).min(TEXT_AT_MOST);
    let x = covered.x + (covered.width - width) / 2;
    Rect { x, y: covered.y + 1, width, height: covered.height.saturating_sub(1) }
}

/// Returns all that the pages cover: the screen down to the bottom line.
fn covered(around: &Around<'_>) -> Rect {
    let body = around.geometry.body;
    Rect { y: 0, height: body.height + body.y, ..body }
}

impl Layer for SafetySheet {
    fn act(&mut self, action: Action, around: &Around<'_>) -> Then {
        match action {
            Action::Down => self.step(Step::Next, around),
            Action::Up => self.step(Step::Previous, around),
            Action::NextPane | Action::PreviousPane => self.turn_over(around.library),
            Action::Open | Action::Right => return self.follow(around),
            Action::Close | Action::Back | Action::Left => return self.go_back(),
            Action::Copy => return Then::Do(Command::Copy(self.copied(around.library))),
            _ => {
                self.reading.act(action, usize::from(sheet_area(around).height));
            }
        }
        Then::Stay
    }

    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let (covered, text) = (covered(around), sheet_area(around));
        let (page, area) = self.place();
        let title = ListRow::text(ListRole::Heading, around.library.safety.title(page, area));
        Panel {
            notes: vec![(Rect { y: 0, height: 1, ..text }, title)],
            text: Some((covered, text, &self.reading)),
            ..Panel::new(covered, Frame::None)
        }
    }

    fn hints(&self, _around: &Around<'_>) -> &'static [HintSpec] {
        const WORKER: &[HintSpec] = &[
            (&[Action::Up, Action::Down], "choose", 2),
            (&[Action::Open], "open", 1),
            (&[Action::NextPane], "for young people", 3),
            (&[Action::Copy], "copy", 4),
            (&[Action::Close], "back", 0),
            (&[Action::Quit], "leave at once", 0),
        ];
        const YOUNG: &[HintSpec] = &[
            (&[Action::Up, Action::Down], "choose", 2),
            (&[Action::Open], "open", 1),
            (&[Action::NextPane], "for workers", 3),
            (&[Action::Copy], "copy", 4),
            (&[Action::Close], "back", 0),
            (&[Action::Quit], "leave at once", 0),
        ];
        match self.place().1 {
            Area::Workforce => WORKER,
            Area::YoungPeople => YOUNG,
        }
    }

    fn scroll_by(&mut self, rows: isize, around: &Around<'_>) -> Then {
        self.reading.scroll_by(rows, usize::from(sheet_area(around).height));
        Then::Stay
    }

    fn clicked_text(&mut self, pos: TextPos, around: &Around<'_>) -> Then {
        self.reading.link = self.reading.link_at(around.library, pos);
        if self.reading.link.is_some() { self.follow(around) } else { Then::Stay }
    }

    fn show_chosen(&mut self, _rows: &[ListRow], _height: usize, around: &Around<'_>) {
        let area = sheet_area(around);
        self.reading.set(around.library, Setting { width: area.width, spacing: Spacing::Single });
        if self.place().0 == SafetyPage::First && area.height < LOW {
            self.reading.close_up(around.library);
        }
        self.reading.forget_hidden_link(around.library, usize::from(area.height));
    }
}

//! The plan of the session at hand: what to talk about, in order, with minutes.

use ratatui::layout::Rect;

use super::layer::{Around, Command, HintSpec, Layer, Panel, Then};
use crate::app::list::push_wrapped;
use crate::app::{Action, Geometry, List, ListRole, ListRow, SessionCommand, WordsFor};
use crate::journal::{Item, SessionChange, Topic};
use crate::text::width;

/// Columns of the box.
const COLUMNS: u16 = 74;

/// One key gives an item so many minutes more, or fewer.
const MINUTES: u16 = 5;

/// An item has no more minutes than these.
const MINUTES_AT_MOST: u16 = 180;

/// The plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSheet {
    /// The chosen item and the scroll.
    pub list: List,
}

impl PlanSheet {
    /// Returns the plan with an item chosen.
    #[must_use]
    pub fn at(item: usize) -> Self {
        Self { list: List::at(item) }
    }

    fn chosen<'a>(&self, around: &Around<'a>) -> Option<&'a Item> {
        around.at_hand.session.items.get(self.list.cursor)
    }

    /// What is done with the chosen item.
    fn act_on_item(&mut self, action: Action, item: &Item, around: &Around<'_>) -> Option<SessionCommand> {
        let change = |change: SessionChange| Some(SessionCommand::Change(change));
        let minutes = item.minutes;
        match action {
            Action::Open => Some(SessionCommand::Enter(self.list.cursor)),
            Action::MoveUp if self.list.cursor > 0 => {
                self.list.cursor -= 1;
                change(SessionChange::Move(item.id, self.list.cursor))
            }
            Action::MoveDown if self.list.cursor + 1 < around.at_hand.session.items.len() => {
                self.list.cursor += 1;
                change(SessionChange::Move(item.id, self.list.cursor))
            }
            Action::Left => change(SessionChange::Minutes(item.id, minutes.saturating_sub(MINUTES))),
            Action::Right => {
                change(SessionChange::Minutes(item.id, (minutes + MINUTES).min(MINUTES_AT_MOST)))
            }
            Action::Remove => Some(SessionCommand::Remove(item.id)),
            Action::Edit => Some(SessionCommand::Ask(match &item.topic {
                Topic::Own(words) => WordsFor::Item(item.id, words.clone()),
                _ => WordsFor::Title(around.at_hand.session.title.clone()),
            })),
            _ => None,
        }
    }

    /// Returns the rows of the items, and below them how it stands with the plan.
    fn rows(around: &Around<'_>, columns: usize) -> Vec<ListRow> {
        let session = &around.at_hand.session;
        let mut rows = Vec::new();
        for (index, item) in session.items.iter().enumerate() {
            let lead = format!("{:>2} ", index + 1);
            let minutes = if item.minutes == 0 { String::new() } else { format!("  {} min", item.minutes) };
            let room = columns.saturating_sub(width(&minutes)).max(8);
            let first = rows.len();
            push_wrapped(&mut rows, index, ListRole::Item, &lead, &item.topic.in_short(), room);
            if let Some(row) = rows.get_mut(first) {
                let pad = " ".repeat(columns.saturating_sub(width(&row.text) + width(&minutes)));
                row.text.push_str(&pad);
                row.text.push_str(&minutes);
            }
            let from = match &item.topic {
                Topic::Passage(anchor) | Topic::Question(anchor) => format!("   from {}", anchor.title),
                _ => continue,
            };
            rows.push(ListRow::item(index, ListRole::Detail, from));
        }
        rows
    }

    /// Returns how it stands with the plan, in a line.
    fn state(around: &Around<'_>) -> String {
        let at_hand = around.at_hand;
        let kept = if at_hand.is_kept() { "kept" } else { "not kept" };
        let minutes = match at_hand.session.minutes() {
            0 => String::new(),
            minutes => format!("{minutes} minutes · "),
        };
        format!("{minutes}{kept}")
    }

    /// Returns the box, where its list stands, and the line below it.
    fn areas(around: &Around<'_>) -> (Rect, Rect, Rect) {
        let geometry = &around.geometry;
        let columns = usize::from(geometry.card_columns(COLUMNS));
        let rows = Self::rows(around, columns.saturating_sub(4)).len();
        let area = geometry.card(COLUMNS, rows + 1);
        let inside = Geometry::between_margins(area);
        let list = Rect { height: inside.height.saturating_sub(1), ..inside };
        let line = Rect { y: inside.bottom().saturating_sub(1), height: inside.height.min(1), ..inside };
        (area, list, line)
    }
}

impl Layer for PlanSheet {
    fn act(&mut self, action: Action, around: &Around<'_>) -> Then {
        let count = around.at_hand.session.items.len();
        self.list.cursor = self.list.cursor.min(count.saturating_sub(1));
        if self.list.act(action, count, around.geometry.list_height()) {
            return Then::Stay;
        }
        let on_item = self.chosen(around).cloned().and_then(|item| self.act_on_item(action, &item, around));
        if let Some(command) = on_item {
            return Then::Do(Command::Session(command));
        }
        let command = match action {
            Action::Undo => SessionCommand::Restore,
            Action::Add => SessionCommand::Ask(WordsFor::NewItem),
            Action::Edit => SessionCommand::Ask(WordsFor::Title(around.at_hand.session.title.clone())),
            Action::Draw => SessionCommand::Draw,
            Action::Contents => SessionCommand::Choose,
            Action::Keep => SessionCommand::Keep,
            Action::Copy => SessionCommand::CopyPlan,
            Action::Finish => SessionCommand::End,
            Action::Close | Action::Back => return Then::Close,
            _ => return Then::Stay,
        };
        Then::Do(Command::Session(command))
    }

    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let (area, list_area, line) = Self::areas(around);
        let rows = Self::rows(around, usize::from(list_area.width));
        let mut notes = vec![(line, ListRow::text(ListRole::Detail, Self::state(around)))];
        if rows.is_empty() {
            let none = "Nothing is on the plan. Add something, or choose another plan.";
            notes.push((
                Rect { height: list_area.height.min(1), ..list_area },
                ListRow::text(ListRole::Note, none),
            ));
        }
        let title = format!("Plan: {}", around.at_hand.session.name());
        Panel { notes, list_area, rows, list: self.list, ..Panel::titled(area, title) }
    }

    fn hints(&self, _around: &Around<'_>) -> &'static [HintSpec] {
        &[
            (&[Action::Open], "begin", 0),
            (&[Action::MoveUp, Action::MoveDown], "move", 5),
            (&[Action::Left, Action::Right], "minutes", 6),
            (&[Action::Add], "add", 2),
            (&[Action::Remove], "remove", 4),
            (&[Action::Keep], "keep", 1),
            (&[Action::Copy], "hand out", 3),
            (&[Action::Contents], "other plans", 7),
            (&[Action::Close], "close", 0),
        ]
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
    }
}

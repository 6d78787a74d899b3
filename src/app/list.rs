//! A cursor in a list, the rows that lists are drawn from, and what of them is on the screen.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::Action;
use crate::page::Spacing;
use crate::text::{cut_at_word, slice, wrap};

/// A list: which item is chosen and which row is the first on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct List {
    /// The chosen item.
    pub cursor: usize,
    /// The first row on the screen.
    pub first: usize,
    /// What the scroll was last settled for.
    settled: Settled,
}

/// What decides where a list is scrolled to: only when one of these changes is the chosen item brought into view
/// again, so that the wheel can look elsewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Settled {
    cursor: usize,
    rows: usize,
    height: usize,
}

/// One row of a list. An item can take several rows, a heading belongs to no item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListRow {
    /// The item it belongs to.
    pub item: Option<usize>,
    /// What it is.
    pub role: ListRole,
    /// Its text.
    pub text: String,
    /// Matched bytes of the text.
    pub marks: Vec<Range<usize>>,
}

/// What a row of a list is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ListRole {
    /// Names an item.
    #[default]
    Item,
    /// Names the item that is open now.
    Current,
    /// The title of a result.
    Title,
    /// The passage of a result.
    Passage,
    /// Says more about the item above.
    Detail,
    /// Words of a guide.
    Quote,
    /// Stands over items.
    Heading,
    /// Plain words.
    Note,
}

impl ListRow {
    /// Returns a row of an item.
    #[must_use]
    pub fn item(item: usize, role: ListRole, text: impl Into<String>) -> Self {
        Self { item: Some(item), role, text: text.into(), marks: Vec::new() }
    }

    /// Returns a row that belongs to no item.
    #[must_use]
    pub fn text(role: ListRole, text: impl Into<String>) -> Self {
        Self { item: None, role, text: text.into(), marks: Vec::new() }
    }

    /// Returns it cut at a word where it is wider than so many columns.
    #[must_use]
    pub fn cut(self, columns: usize) -> Self {
        Self { text: cut_at_word(&self.text, columns).into_owned(), ..self }
    }

    /// Returns an empty row.
    #[must_use]
    pub fn blank() -> Self {
        Self::text(ListRole::Note, "")
    }
}

impl List {
    /// Returns a list with an item chosen.
    #[must_use]
    pub fn at(cursor: usize) -> Self {
        Self { cursor, ..Self::default() }
    }

    /// Moves the cursor by an action, in a list of `len` items of which `height` rows are on the screen.
    /// Returns whether the action moves.
    pub fn act(&mut self, action: Action, len: usize, height: usize) -> bool {
        let page = height.saturating_sub(1).max(1);
        let by = |rows: usize| isize::try_from(rows).unwrap_or(isize::MAX);
        match action {
            Action::Up => self.step(-1, len),
            Action::Down => self.step(1, len),
            Action::PageUp => self.step(-by(page), len),
            Action::PageDown => self.step(by(page), len),
            Action::HalfUp => self.step(-by(page.div_ceil(2)), len),
            Action::HalfDown => self.step(by(page.div_ceil(2)), len),
            Action::Top => self.cursor = 0,
            Action::Bottom => self.cursor = len.saturating_sub(1),
            _ => return false,
        }
        true
    }

    /// Scrolls by rows, down counted positive, and leaves the cursor where it is.
    pub fn scroll_by(&mut self, rows: isize) {
        self.first = self.first.saturating_add_signed(rows);
    }

    /// Scrolls by an action, in a list without items of which `height` rows are on the screen.
    pub fn scroll(&mut self, action: Action, height: usize) {
        let page = isize::try_from(height.saturating_sub(2).max(1)).unwrap_or(isize::MAX);
        match action {
            Action::Up => self.scroll_by(-1),
            Action::Down => self.scroll_by(1),
            Action::PageUp => self.scroll_by(-page),
            Action::PageDown => self.scroll_by(page),
            Action::Top => self.first = 0,
            Action::Bottom => self.first = usize::MAX,
            _ => {}
        }
    }

    /// Returns the item whose row is drawn at a position of the area in which these rows stand.
    pub(super) fn item_at(&self, position: Position, area: Rect, rows: &[ListRow]) -> Option<usize> {
        let row = self.first + usize::from(position.y.checked_sub(area.y)?);
        rows.get(row).filter(|_| area.contains(position))?.item
    }

    /// Moves the cursor by `by` items, not past the ends.
    pub fn step(&mut self, by: isize, len: usize) {
        self.cursor = self.cursor.saturating_add_signed(by).min(len.saturating_sub(1));
    }

    /// Scrolls as little as it takes to have the chosen item on the screen, with the heading over it if that fits. Rows
    /// without items stay where they are scrolled to.
    pub fn show(&mut self, rows: &[ListRow], height: usize) {
        let settled = Settled { cursor: self.cursor, rows: rows.len(), height };
        if self.settled == settled || rows.iter().all(|row| row.item.is_none()) {
            return self.clamp(rows.len(), height);
        }
        self.settled = settled;
        let own = |row: &ListRow| row.item == Some(self.cursor);
        let (Some(start), Some(last)) = (rows.iter().position(own), rows.iter().rposition(own)) else {
            self.first = 0;
            return;
        };
        let above = rows.get(..start).unwrap_or_default();
        let start = above
            .iter()
            .rposition(|row| row.item.is_some())
            .map_or(0, |before| before + 1)
            .max((last + 1).saturating_sub(height))
            .min(start);
        if self.first > start {
            self.first = start;
        }
        if last >= self.first + height {
            self.first = last + 1 - height;
        }
        self.clamp(rows.len(), height);
    }

    /// Scrolls no further than to the last of `rows` rows, of which `height` are on the screen.
    pub fn clamp(&mut self, rows: usize, height: usize) {
        self.first = self.first.min(rows.saturating_sub(height));
    }
}

/// Returns rows with a blank one between any two items, where lines are to stand apart.
pub(super) fn spaced(rows: Vec<ListRow>, spacing: Spacing) -> Vec<ListRow> {
    if spacing == Spacing::Single {
        return rows;
    }
    let mut spread: Vec<ListRow> = Vec::with_capacity(2 * rows.len());
    for row in rows {
        let is_next = spread.last().is_some_and(|above| above.item.is_some() && above.item != row.item);
        if is_next && !row.text.is_empty() {
            spread.push(ListRow::blank());
        }
        spread.push(row);
    }
    spread
}

/// Adds the rows of an item behind a lead: as many as it takes, so that nothing of it is cut.
pub(super) fn push_wrapped(
    rows: &mut Vec<ListRow>,
    item: usize,
    role: ListRole,
    lead: &str,
    text: &str,
    width: usize,
) {
    let indent = crate::text::width(lead);
    for (index, range) in wrap(text, width.saturating_sub(indent).max(1)).into_iter().enumerate() {
        let shown = slice(text, range);
        let row =
            if index == 0 { format!("{lead}{shown}") } else { format!("{}{shown}", " ".repeat(indent)) };
        rows.push(ListRow::item(item, role, row));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_item_is_on_the_screen_with_its_heading() {
        let mut rows = vec![ListRow::text(ListRole::Heading, "Guides")];
        rows.extend((0..9).map(|item| ListRow::item(item, ListRole::Item, "x")));
        let mut list = List { cursor: 8, ..List::default() };
        list.show(&rows, 4);
        assert_eq!(list.first, 6);
        list.cursor = 0;
        list.show(&rows, 4);
        assert_eq!(list.first, 0);
        list.show(&rows, 1);
        assert_eq!(list.first, 1);
        list.show(&[], 4);
        assert_eq!(list.first, 0);
    }

    #[test]
    fn items_stand_apart_where_lines_do() {
        let heading = ListRow::text(ListRole::Heading, "Guides");
        let item = |item| ListRow::item(item, ListRole::Item, "x");
        let rows = vec![heading.clone(), item(0), item(0), item(1), ListRow::blank(), heading];
        let wide = spaced(rows.clone(), Spacing::Double);
        let shown: Vec<_> = wide.iter().map(|row| row.item).collect();
        assert_eq!(shown, [None, Some(0), Some(0), None, Some(1), None, None]);
        assert_eq!(spaced(rows.clone(), Spacing::Single), rows);
    }

    #[test]
    fn steps_stop_at_the_ends() {
        let mut list = List::default();
        list.step(-3, 5);
        assert_eq!(list.cursor, 0);
        list.step(9, 5);
        assert_eq!(list.cursor, 4);
        list.step(1, 0);
        assert_eq!(list.cursor, 0);
    }
}

//! Scroll bars. That of the text stands beside its column; where it is drawn is where it is clicked.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::{Geometry, Shown};

/// The scroll bar of a page that is longer than its screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scrollbar {
    /// The column it stands in, as high as the screen of text.
    pub track: Rect,
    /// The part of it that says which part of the page is shown.
    pub thumb: Rect,
    /// The last row of the page that can be the first on the screen.
    last: usize,
}

impl Scrollbar {
    /// Returns the bar for a page of `height` rows of which `visible` are shown, a column from the text; none where all are.
    #[must_use]
    pub fn of(pane: Rect, text: Rect, visible: &Range<usize>, height: usize) -> Option<Self> {
        let column = text.right().saturating_add(1).min(pane.right().saturating_sub(1));
        Self::at(column, text, visible.start, height)
    }

    /// Returns the bar in a column beside an area for `height` rows, of which the one called `first` is the first in the
    /// area; none where all are in it.
    #[must_use]
    pub fn at(column: u16, area: Rect, first: usize, height: usize) -> Option<Self> {
        let rows = usize::from(area.height);
        if height <= rows || rows == 0 {
            return None;
        }
        let track = Rect { x: column, width: 1, ..area };
        let length = (rows * rows / height).max(1);
        let last = height - rows;
        let top = first.min(last) * (rows - length) / last;
        let cells = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
        let thumb = Rect { y: track.y + cells(top), height: cells(length), ..track };
        Some(Self { track, thumb, last })
    }

    /// Returns the row of the page that is to be the first when the bar is taken at a row of the screen: the ends of
    /// the bar are the ends of the page.
    #[must_use]
    pub fn row_at(&self, y: u16) -> usize {
        let steps = usize::from(self.track.height.saturating_sub(1)).max(1);
        usize::from(y.saturating_sub(self.track.y)).min(steps) * self.last / steps
    }
}

impl Shown {
    /// Returns the scroll bar of the text, if it is on the screen.
    #[must_use]
    pub fn scrollbar(&self, geometry: &Geometry) -> Option<Scrollbar> {
        let (pane, reading) = (geometry.text_pane?, self.reading.as_ref()?);
        let visible = reading.visible(usize::from(geometry.text.height));
        Scrollbar::of(pane, geometry.text, &visible, reading.page.height())
    }

    /// Scrolls to the row that the bar is dragged to, wherever the mouse is beside it.
    pub(super) fn drag_scrollbar(&mut self, to: Position, geometry: &Geometry) {
        let Some(bar) = self.scrollbar(geometry) else { return };
        let y = to.y.clamp(bar.track.top(), bar.track.bottom().saturating_sub(1));
        self.take_scrollbar(Position::new(bar.track.x, y), geometry);
    }

    /// Scrolls to where the bar was taken. Returns whether it stands there.
    pub(super) fn take_scrollbar(&mut self, position: Position, geometry: &Geometry) -> bool {
        let Some(bar) = self.scrollbar(geometry).filter(|bar| bar.track.contains(position)) else {
            return false;
        };
        if let Some(reading) = &mut self.reading {
            reading.scroll_to(bar.row_at(position.y), usize::from(geometry.text.height));
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_bar_are_the_ends_of_the_page() {
        let (pane, text) = (Rect::new(0, 1, 60, 22), Rect::new(2, 1, 50, 22));
        for height in [23, 24, 40, 200, 100_000] {
            let at = |first: usize| Scrollbar::of(pane, text, &(first..first + 22), height).unwrap();
            let (top, end) = (at(0), at(height - 22));
            assert_eq!(top.thumb.y, 1);
            assert_eq!(end.thumb.bottom(), end.track.bottom());
            assert_eq!((top.row_at(1), top.row_at(22)), (0, height - 22));
            assert_eq!(top.thumb.intersection(top.track), top.thumb);
        }
        assert_eq!(Scrollbar::of(pane, text, &(0..22), 22), None);
    }
}

//! Where everything stands: a function of the terminal's size and of the pane in focus, and of nothing else.
//! Update, view and mouse all ask it, so what is drawn is what is clicked.

use ratatui::layout::{Rect, Size};

use super::Pane;

/// Smaller than this, there is only room for a sentence.
pub const SMALLEST: Size = Size { width: 20, height: 5 };

/// From this width on there is room for the related pane as well.
const WIDE: u16 = 100;

/// From this width on there is room for a pane beside the text.
const MEDIUM: u16 = 70;

/// The text is never wider than this: longer lines are hard to follow back.
const TEXT_AT_MOST: u16 = 80;

/// The panes beside the text are this wide at least, and take what the text leaves up to this.
const SIDE_AT_LEAST: u16 = 26;
const SIDE_AT_MOST: u16 = 44;

/// The rectangles of one screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Geometry {
    /// The top line.
    pub breadcrumb: Rect,
    /// The themes pane, borders included.
    pub themes: Option<Rect>,
    /// The pane the text stands in.
    pub text_pane: Option<Rect>,
    /// The column of text within its pane; also laid out for when the pane gives way to another.
    pub text: Rect,
    /// The related pane, borders included.
    pub related: Option<Rect>,
    /// The bottom line.
    pub hints: Rect,
    /// All between the top line and the bottom line.
    pub body: Rect,
    /// The box for search and help.
    pub overlay: Rect,
}

impl Geometry {
    /// Returns the geometry for a size and a focus; nothing when there is room for a sentence only.
    #[must_use]
    pub fn of(size: Size, focus: Pane) -> Option<Self> {
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            return None;
        }
        let Size { width, height } = size;
        let body = Rect::new(0, 1, width, height - 2);
        let side = (width.saturating_sub(TEXT_AT_MOST + 5) / 2).clamp(SIDE_AT_LEAST, SIDE_AT_MOST);
        let (themes, related) = match (width, focus) {
            (WIDE.., _) => (side, side - 2),
            (MEDIUM.., Pane::Related) => (0, side),
            (MEDIUM.., _) => (side, 0),
            (_, Pane::Themes) => (width, 0),
            (_, Pane::Related) => (0, width),
            (_, Pane::Text) => (0, 0),
        };
        let covered = themes + related >= width;
        let pane = if covered { body } else { Rect::new(themes, 1, width - themes - related, body.height) };
        Some(Self {
            breadcrumb: Rect::new(0, 0, width, 1),
            themes: (themes > 0).then_some(Rect { width: themes, ..body }),
            text_pane: (!covered).then_some(pane),
            text: text_column(pane),
            related: (related > 0).then(|| Rect { x: width - related, width: related, ..body }),
            hints: Rect::new(0, height - 1, width, 1),
            body,
            overlay: overlay(body),
        })
    }

    /// Returns the inside of a bordered pane.
    #[must_use]
    pub fn inside(pane: Rect) -> Rect {
        let (dx, dy) = (pane.width.min(2) / 2, pane.height.min(2) / 2);
        Rect::new(pane.x + dx, pane.y + dy, pane.width - 2 * dx, pane.height - 2 * dy)
    }

    /// Returns where `rows` rows of the first screen stand: in the middle, and a little above it.
    #[must_use]
    pub fn welcome(&self, rows: usize) -> Rect {
        let width = self.body.width.min(64);
        let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(self.body.height);
        let spare = self.body.height - rows;
        Rect::new(self.body.x + (self.body.width - width) / 2, self.body.y + spare / 3, width, rows)
    }

    /// Returns the row of the bar that finds words in what is open: the last one of the pane of the text.
    #[must_use]
    pub fn find_bar(&self) -> Rect {
        let pane = self.text_pane.unwrap_or(self.body);
        Rect { y: pane.bottom().saturating_sub(1), height: 1, ..pane }
    }

    /// Returns where the results of a search stand: below the typed line and as many remarks.
    #[must_use]
    pub fn results(&self, remarks: usize) -> Rect {
        Self::padded(self.overlay, u16::try_from(remarks).unwrap_or(u16::MAX).saturating_add(2))
    }

    /// Returns the inside of a box below `above` rows of it, a column away from its border where there is room.
    #[must_use]
    pub fn padded(outer: Rect, above: u16) -> Rect {
        let inside = Self::inside(outer);
        let above = above.min(inside.height);
        let (dx, width) = if inside.width > 40 { (1, inside.width - 2) } else { (0, inside.width) };
        Rect::new(inside.x + dx, inside.y + above, width, inside.height - above)
    }

    /// Returns a box in the middle of the body with room for `rows` rows of `columns` columns inside its border.
    #[must_use]
    pub fn card(&self, columns: u16, rows: u16) -> Rect {
        let width = columns.saturating_add(4).min(self.body.width);
        let height = rows.saturating_add(2).min(self.body.height);
        let x = self.body.x + (self.body.width - width) / 2;
        let y = self.body.y + (self.body.height - height) / 2;
        Rect::new(x, y, width, height)
    }
}

/// The text stands in the middle of its pane, with room for the scroll bar at the right.
fn text_column(pane: Rect) -> Rect {
    let (left, right) = if pane.width < 50 { (1, 2) } else { (2, 3) };
    let width = pane.width.saturating_sub(left + right).clamp(1, TEXT_AT_MOST);
    let spare = pane.width.saturating_sub(width + left + right);
    let top = u16::from(pane.height >= 16);
    Rect::new(pane.x + left + spare / 2, pane.y + top, width, pane.height - top)
}

/// The box for search and help: all of a narrow screen, the middle of a wide one.
fn overlay(body: Rect) -> Rect {
    let (dx, dy) = match body.width {
        ..60 => (0, 0),
        60..100 => (2, u16::from(body.height > 16)),
        100.. => ((body.width - 92) / 2, 2 * u16::from(body.height > 16)),
    };
    Rect::new(body.x + dx, body.y + dy, body.width - 2 * dx, body.height - 2 * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panes_give_way_in_order() {
        let shown = |width: u16, focus: Pane| {
            let geometry = Geometry::of(Size::new(width, 24), focus).unwrap();
            (geometry.themes.is_some(), geometry.text_pane.is_some(), geometry.related.is_some())
        };
        assert_eq!(shown(120, Pane::Text), (true, true, true));
        assert_eq!(shown(80, Pane::Text), (true, true, false));
        assert_eq!(shown(80, Pane::Related), (false, true, true));
        assert_eq!(shown(40, Pane::Text), (false, true, false));
        assert_eq!(shown(40, Pane::Themes), (true, false, false));
        assert_eq!(shown(40, Pane::Related), (false, false, true));
    }

    #[test]
    fn everything_stays_on_the_screen_and_the_text_keeps_its_measure() {
        for width in 1..300 {
            for height in 1..60 {
                let size = Size::new(width, height);
                for focus in [Pane::Themes, Pane::Text, Pane::Related] {
                    let Some(geometry) = Geometry::of(size, focus) else {
                        assert!(width < SMALLEST.width || height < SMALLEST.height);
                        continue;
                    };
                    let screen = Rect::from((ratatui::layout::Position::ORIGIN, size));
                    let panes = [geometry.themes, geometry.text_pane, geometry.related];
                    let others = [geometry.text, geometry.overlay, geometry.hints, geometry.card(60, 9)];
                    for rect in panes.into_iter().flatten().chain(others) {
                        assert_eq!(rect.intersection(screen), rect, "{size} {focus:?}");
                        assert!(!rect.is_empty(), "{size} {focus:?}");
                    }
                    assert!(geometry.text.width <= TEXT_AT_MOST);
                    assert!(width < MEDIUM || geometry.text.width >= 38, "{size} {focus:?}");
                }
            }
        }
    }
}

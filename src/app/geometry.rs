//! Where everything stands: a function of the terminal's size, of the pane in focus and of how the reader has
//! arranged the screen, and of nothing else. Update, view and mouse all ask it, so what is drawn is what is clicked.

use ratatui::layout::{Rect, Size};

use super::Pane;

/// Smaller than this, there is only room for a sentence.
pub const SMALLEST: Size = Size { width: 20, height: 5 };

/// From this width on there is room for the related pane as well.
const WIDE: u16 = 100;

/// From this width on there is room for the pane in focus beside the text.
const MEDIUM: u16 = 70;

/// From this width on the themes stand beside the text without the keys, too: it keeps [`TEXT_COMFORTABLE`].
const ROOMY: u16 = TEXT_COMFORTABLE + TEXT_MARGINS + SIDE_AT_LEAST;

/// The text is never wider than this: longer lines are hard to follow back.
pub const TEXT_AT_MOST: u16 = 80;

/// The text can be made this narrow, and the panes leave it so much where there is room. (45 to 75 characters are
/// comfortable: Bringhurst, *The Elements of Typographic Style*, 2.1.2.)
pub const TEXT_AT_LEAST: u16 = 45;

/// Columns beside the text within its pane: the margins and the scroll bar.
const TEXT_MARGINS: u16 = 5;

/// The panes beside the text are this wide at least. A text of this many columns leaves them more, up to this; what a text
/// of [`TEXT_AT_MOST`] leaves is theirs, up to what the longest title takes with what stands before it and around it.
const SIDE_AT_LEAST: u16 = 26;
const TEXT_COMFORTABLE: u16 = 60;
const SIDE_COMFORTABLE: u16 = 34;
const AROUND_TITLE: u16 = 10;

/// The search takes no more columns than this.
const SEARCH_AT_MOST: u16 = 168;

/// The chosen result is shown in its guide where there are so many columns for it, or so many rows.
const PREVIEW_COLUMNS: u16 = 45;
const PREVIEW_ROWS: u16 = 9;

/// Under this many rows of the body the search takes all of them.
const LOW: u16 = 26;

/// Under this many, nothing is left blank in it.
const LOWEST: u16 = 14;

/// A pane cannot be dragged narrower than this.
pub const PANE_AT_LEAST: u16 = 16;

/// How the reader has arranged the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrangement {
    /// The columns of text, where there is room for so many: [`TEXT_AT_LEAST`] to [`TEXT_AT_MOST`].
    pub measure: u16,
    /// Which panes stand beside the text.
    pub panes: Panes,
    /// How wide the themes pane was dragged, borders included.
    pub themes: Option<u16>,
    /// How wide the related pane was dragged, borders included.
    pub related: Option<u16>,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self { measure: TEXT_AT_MOST, panes: Panes::All, themes: None, related: None }
    }
}

/// Which panes stand beside the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panes {
    /// Those that there is room for.
    All,
    /// None but the one in focus.
    TextOnly,
}

impl Panes {
    /// Both.
    pub const ALL: [Self; 2] = [Self::All, Self::TextOnly];

    /// Returns its name in the preferences.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::TextOnly => "text-only",
        }
    }
}

/// What the panes hold that their widths hang on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PaneContents {
    /// The columns of the longest title of a guide.
    pub longest_title: u16,
    /// How many items the related pane has: without any it is not shown, unless it has the keys.
    pub related: usize,
}

/// The rectangles of one screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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
    /// Returns the geometry for a size, a focus, an arrangement and what the panes hold; nothing when there is room for a
    /// sentence only.
    #[must_use]
    pub fn of(size: Size, focus: Pane, arrangement: &Arrangement, held: PaneContents) -> Option<Self> {
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            return None;
        }
        let Size { width, height } = size;
        let body = Rect::new(0, 1, width, height - 2);
        let (themes, related) = sides(width, focus, arrangement, held);
        let covered = themes + related >= width;
        let pane = if covered { body } else { Rect::new(themes, 1, width - themes - related, body.height) };
        Some(Self {
            breadcrumb: Rect::new(0, 0, width, 1),
            themes: (themes > 0).then_some(Rect { width: themes, ..body }),
            text_pane: (!covered).then_some(pane),
            text: text_column(pane, arrangement.measure),
            related: (related > 0).then(|| Rect { x: width - related, width: related, ..body }),
            hints: Rect::new(0, height - 1, width, 1),
            body,
            overlay: overlay(body),
        })
    }

    /// Returns how many rows of a list a bordered pane as high as the body shows.
    #[must_use]
    pub fn list_height(&self) -> usize {
        usize::from(self.body.height).saturating_sub(2).max(1)
    }

    /// Returns where the list of a bordered pane stands: a column from its border, where there is room; the right one is for
    /// the scroll bar.
    #[must_use]
    pub fn list(pane: Rect) -> Rect {
        let inside = Self::inside(pane);
        if inside.width < 12 { inside } else { Rect { x: inside.x + 1, width: inside.width - 2, ..inside } }
    }

    /// Returns the inside of a bordered pane.
    #[must_use]
    pub fn inside(pane: Rect) -> Rect {
        let (dx, dy) = (pane.width.min(2) / 2, pane.height.min(2) / 2);
        Rect::new(pane.x + dx, pane.y + dy, pane.width - 2 * dx, pane.height - 2 * dy)
    }

    /// Returns the row of the bar that finds words in what is open: the last one of the pane of the text.
    #[must_use]
    pub fn find_bar(&self) -> Rect {
        let pane = self.text_pane.unwrap_or(self.body);
        Rect { y: pane.bottom().saturating_sub(1), height: 1, ..pane }
    }

    /// Returns the box of the search: a wide screen has room for the chosen result beside the others, a low one has no
    /// row to spare.
    #[must_use]
    pub fn search_box(&self) -> Rect {
        let width = self.body.width.saturating_sub(4).min(SEARCH_AT_MOST).max(self.overlay.width);
        let rows = if self.body.height <= LOW { self.body } else { self.overlay };
        Rect { x: self.body.x + (self.body.width - width) / 2, width, ..rows }
    }

    /// Returns where the results of a search stand, below the typed line and as many remarks, and where the chosen one
    /// is shown in its guide: beside them on a wide screen, below them on a high one.
    #[must_use]
    pub fn results(&self, remarks: usize) -> (Rect, Option<Rect>) {
        // A low screen has no row to spare between what is typed and what is found.
        let before = if self.body.height < LOWEST { 1 } else { 2 };
        let above = u16::try_from(remarks).unwrap_or(u16::MAX).saturating_add(before);
        let all = Self::padded(self.search_box(), above);
        if all.width >= 2 * PREVIEW_COLUMNS {
            let list = Rect { width: all.width * 9 / 20, ..all };
            let x = list.right() + 3;
            (list, Some(Rect { x, width: all.right() - x, ..all }))
        } else if all.height >= 3 * PREVIEW_ROWS && all.width >= PREVIEW_COLUMNS {
            let list = Rect { height: all.height - PREVIEW_ROWS - 1, ..all };
            (list, Some(Rect { y: list.bottom() + 1, height: PREVIEW_ROWS, ..all }))
        } else {
            (all, None)
        }
    }

    /// Returns the inside of a box below `above` rows of it, a column away from its border where there is room.
    #[must_use]
    pub fn padded(outer: Rect, above: u16) -> Rect {
        let inside = Self::inside(outer);
        let above = above.min(inside.height);
        let (dx, width) = if inside.width > 12 { (1, inside.width - 2) } else { (0, inside.width) };
        Rect::new(inside.x + dx, inside.y + above, width, inside.height - above)
    }

    /// Returns the first row inside a box, for what is typed.
    #[must_use]
    pub fn first_line(outer: Rect) -> Rect {
        let inside = Self::inside(outer);
        Rect { x: inside.x + 1, width: inside.width.saturating_sub(1), height: 1, ..inside }
    }

    /// Returns the inside of a card, between its margins of one column.
    #[must_use]
    pub fn between_margins(card: Rect) -> Rect {
        let inside = Self::inside(card);
        Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside }
    }

    /// Returns how many columns a card has between its margins: `most` where there is room.
    #[must_use]
    pub fn card_columns(&self, most: u16) -> u16 {
        most.min(self.body.width.saturating_sub(4)).max(1)
    }

    /// Returns a box in the middle of the body with room for `rows` rows of `columns` columns inside its border.
    #[must_use]
    pub fn card(&self, columns: u16, rows: usize) -> Rect {
        let width = columns.saturating_add(4).min(self.body.width);
        let height = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2).min(self.body.height);
        let x = self.body.x + (self.body.width - width) / 2;
        let y = self.body.y + (self.body.height - height) / 2;
        Rect::new(x, y, width, height)
    }
}

/// Returns how wide the themes pane and the related pane are, none for one that is not shown.
fn sides(width: u16, focus: Pane, arrangement: &Arrangement, held: PaneContents) -> (u16, u16) {
    let left_by = |text: u16| width.saturating_sub(text + TEXT_MARGINS);
    let most = held.longest_title.saturating_add(AROUND_TITLE).max(SIDE_COMFORTABLE);
    let comfortable = (left_by(TEXT_COMFORTABLE) / 2).min(SIDE_COMFORTABLE);
    let side = (left_by(TEXT_AT_MOST) / 2).max(comfortable).clamp(SIDE_AT_LEAST, most);
    let room = width.saturating_sub(TEXT_AT_LEAST + TEXT_MARGINS).max(PANE_AT_LEAST);
    // A width that was dragged on another screen gives way to the text on this one.
    let dragged = |wanted: Option<u16>, room: u16| {
        wanted.map(|wanted| wanted.clamp(PANE_AT_LEAST, room.max(PANE_AT_LEAST)))
    };
    let kept = if width < ROOMY { TEXT_AT_LEAST } else { TEXT_COMFORTABLE };
    let alone = |wanted: Option<u16>| {
        dragged(wanted, room).unwrap_or_else(|| left_by(kept).min(most).max(PANE_AT_LEAST))
    };
    match (width, focus, arrangement.panes) {
        (MEDIUM.., Pane::Text, Panes::TextOnly) | (MEDIUM..ROOMY, Pane::Text, _) => (0, 0),
        (WIDE.., Pane::Themes | Pane::Text, Panes::All) if held.related == 0 => {
            (dragged(arrangement.themes, room).unwrap_or(side), 0)
        }
        (WIDE.., _, Panes::All) => {
            let themes = dragged(arrangement.themes, room - PANE_AT_LEAST).unwrap_or(side);
            let related = dragged(arrangement.related, room - themes.min(room));
            (themes, related.unwrap_or(side - 2).min((room - themes).max(PANE_AT_LEAST)))
        }
        (MEDIUM.., Pane::Related, _) => (0, alone(arrangement.related)),
        (MEDIUM.., _, _) => (alone(arrangement.themes), 0),
        (_, Pane::Themes, _) => (width, 0),
        (_, Pane::Related, _) => (0, width),
        (_, Pane::Text, _) => (0, 0),
    }
}

/// The text stands in the middle of its pane, with room for the scroll bar at the right.
fn text_column(pane: Rect, measure: u16) -> Rect {
    let (left, right) = if pane.width < 50 { (1, 2) } else { (2, 3) };
    let width = pane.width.saturating_sub(left + right).clamp(1, measure.clamp(1, TEXT_AT_MOST));
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

    /// Whether themes, text and related are shown.
    fn shown(width: u16, focus: Pane, panes: Panes) -> (bool, bool, bool) {
        let arrangement = Arrangement { panes, ..Arrangement::default() };
        let geometry = Geometry::of(
            Size::new(width, 24),
            focus,
            &arrangement,
            PaneContents { longest_title: 70, related: 1 },
        )
        .unwrap();
        (geometry.themes.is_some(), geometry.text_pane.is_some(), geometry.related.is_some())
    }

    #[test]
    fn panes_give_way_in_order() {
        assert_eq!(shown(120, Pane::Text, Panes::All), (true, true, true));
        assert_eq!(shown(95, Pane::Text, Panes::All), (true, true, false));
        assert_eq!(shown(80, Pane::Text, Panes::All), (false, true, false));
        assert_eq!(shown(80, Pane::Themes, Panes::All), (true, true, false));
        assert_eq!(shown(80, Pane::Related, Panes::All), (false, true, true));
        assert_eq!(shown(40, Pane::Text, Panes::All), (false, true, false));
        assert_eq!(shown(40, Pane::Themes, Panes::All), (true, false, false));
        assert_eq!(shown(40, Pane::Related, Panes::All), (false, false, true));
    }

    #[test]
    fn beside_the_text_alone_stands_only_the_pane_in_focus() {
        for width in [70, 120, 200] {
            assert_eq!(shown(width, Pane::Text, Panes::TextOnly), (false, true, false));
            assert_eq!(shown(width, Pane::Themes, Panes::TextOnly), (true, true, false));
            assert_eq!(shown(width, Pane::Related, Panes::TextOnly), (false, true, true));
        }
        assert_eq!(shown(40, Pane::Themes, Panes::TextOnly), (true, false, false));
    }

    /// Arrangements that a reader can make, and some that only a file can say.
    fn arrangements() -> impl Iterator<Item = Arrangement> {
        let widths = [None, Some(0), Some(PANE_AT_LEAST), Some(40), Some(u16::MAX)];
        let sides = widths.into_iter().flat_map(move |themes| widths.map(|related| (themes, related)));
        sides.flat_map(|(themes, related)| {
            Panes::ALL.into_iter().flat_map(move |panes| {
                [0, TEXT_AT_LEAST, 65, u16::MAX].map(|measure| Arrangement {
                    measure,
                    panes,
                    themes,
                    related,
                })
            })
        })
    }

    #[test]
    fn everything_stays_on_the_screen_and_the_text_keeps_its_measure() {
        for (at, arrangement) in arrangements().enumerate() {
            // Every size with the arrangement that everyone begins with, every fourth with any other.
            let step = if arrangement == Arrangement::default() || at == 0 { 1 } else { 4 };
            for (width, height) in
                (1..300).step_by(step).flat_map(|width| [(width, 3), (width, 24), (width, 60)])
            {
                for focus in [Pane::Themes, Pane::Text, Pane::Related] {
                    check(Size::new(width, height), focus, &arrangement);
                }
            }
        }
    }

    fn check(size: Size, focus: Pane, arrangement: &Arrangement) {
        let held = PaneContents { longest_title: size.width % 90, related: usize::from(size.width % 3) };
        let Some(geometry) = Geometry::of(size, focus, arrangement, held) else {
            assert!(size.width < SMALLEST.width || size.height < SMALLEST.height);
            return;
        };
        let words = format!("{size} {focus:?} {arrangement:?}");
        let screen = Rect::from((ratatui::layout::Position::ORIGIN, size));
        let panes = [geometry.themes, geometry.text_pane, geometry.related];
        let others = [geometry.text, geometry.overlay, geometry.hints, geometry.card(60, 9)];
        for rect in panes.into_iter().flatten().chain(others) {
            assert_eq!(rect.intersection(screen), rect, "{words}");
            assert!(!rect.is_empty(), "{words}");
        }
        assert!(geometry.text.width <= TEXT_AT_MOST.min(arrangement.measure.max(1)), "{words}");
        let least = if size.width >= WIDE { TEXT_AT_LEAST } else { 38 };
        let least = least.min(arrangement.measure).max(1);
        assert!(size.width < MEDIUM || geometry.text.width >= least, "{words}");
    }
}

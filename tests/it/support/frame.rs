//! One drawn screen, as text and as runs of styles that can be read in a review.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};
use ratatui::widgets::Widget as _;
use real_toolkit::app::App;
use real_toolkit::text;
use real_toolkit::view::{Charset, Palette, Screen};

/// Columns and rows beyond the screen that drawing must leave alone.
const MARGIN: u16 = 3;

/// What stands in the margin before drawing.
const UNTOUCHED: &str = "░";

/// The modifiers by the names of `palettes.toml`.
const MODIFIERS: [(Modifier, &str); 5] = [
    (Modifier::BOLD, "bold"),
    (Modifier::DIM, "dim"),
    (Modifier::ITALIC, "italic"),
    (Modifier::UNDERLINED, "underlined"),
    (Modifier::REVERSED, "reversed"),
];

/// A colour on another, as some cell shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) letters: Color,
    pub(crate) ground: Color,
    /// Whether it is a text that must be read, not a line or a mark.
    pub(crate) is_text: bool,
}

/// One drawn screen.
pub(crate) struct Frame {
    area: Rect,
    buffer: Buffer,
}

impl Frame {
    /// Draws an app into a buffer that goes on beyond the screen.
    pub(crate) fn draw(app: &App, palette: &Palette, charset: Charset) -> Self {
        let area = Rect::from((Position::ORIGIN, app.size));
        let mut untouched = Cell::EMPTY;
        untouched.set_symbol(UNTOUCHED);
        let wider = Rect::new(0, 0, area.width + MARGIN, area.height + MARGIN);
        let mut buffer = Buffer::filled(wider, untouched);
        for position in area.positions() {
            buffer[position].reset();
        }
        Screen { app, palette, charset }.render(area, &mut buffer);
        Self { area, buffer }
    }

    /// Returns what is wrong with it: cells drawn outside the screen, characters that no terminal should get.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for position in self.buffer.area.positions() {
            let symbol = self.buffer[position].symbol();
            if !self.area.contains(position) {
                if symbol != UNTOUCHED {
                    faults.push(format!("{symbol:?} is drawn outside the screen, at {position}"));
                }
                continue;
            }
            // Most cells are plain, and tests look at millions of them.
            if matches!(symbol.as_bytes(), [b' '..=b'~']) {
                continue;
            }
            let end = usize::from(position.x) + text::width(symbol);
            if end > usize::from(self.area.width) {
                faults.push(format!("{symbol:?} reaches over the right edge at {position}"));
            }
            if symbol.contains('\n') || !super::is_safe(symbol) {
                faults.push(format!("{symbol:?} is not clean, at {position}"));
            }
        }
        faults
    }

    /// Returns the text, trailing blanks cut.
    pub(crate) fn text(&self) -> String {
        let rows: Vec<String> = (0..self.area.height).map(|y| self.row(y)).collect();
        rows.join("\n")
    }

    /// Returns the text of row `y`, trailing blanks cut.
    pub(crate) fn row(&self, y: u16) -> String {
        let cells: String = self.cells(y).map(|(_, symbol)| symbol).collect();
        cells.trim_end().to_owned()
    }

    /// Returns where `words` stand, first from the top.
    pub(crate) fn find(&self, words: &str) -> Option<Position> {
        (0..self.area.height).find_map(|y| {
            let row = self.row(y);
            let before = row.get(..row.find(words)?)?;
            Some(Position::new(u16::try_from(text::width(before)).ok()?, y))
        })
    }

    /// Returns the cells of row `y`, each with its column.
    pub(super) fn row_of_cells(&self, y: u16) -> impl Iterator<Item = (u16, &Cell)> {
        self.cells(y).map(move |(x, _)| (x, &self.buffer[(x, y)]))
    }

    /// Returns its columns and rows.
    pub(super) fn size(&self) -> (u16, u16) {
        (self.area.width, self.area.height)
    }

    /// Returns what is drawn on what, as it is seen: reversed cells the other way round.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = Pair> {
        let cells = self.area.positions().map(|position| &self.buffer[position]);
        cells.filter(|cell| !cell.symbol().trim().is_empty()).map(|cell| {
            let (mut letters, mut ground) = (cell.fg, cell.bg);
            if cell.modifier.contains(Modifier::REVERSED) {
                std::mem::swap(&mut letters, &mut ground);
            }
            let is_line = |c: char| matches!(c, '─'..='▟' | '•');
            Pair { letters, ground, is_text: !cell.symbol().starts_with(is_line) }
        })
    }

    /// Whether some cell has a modifier.
    pub(crate) fn has(&self, modifier: Modifier) -> bool {
        self.area.positions().any(|position| self.buffer[position].modifier.contains(modifier))
    }

    /// Returns the runs of styles, a row a line: `4: 3..12 bold magenta, 14..20 dim`. Plain text is left out.
    pub(crate) fn styles(&self) -> String {
        let rows = (0..self.area.height).filter_map(|y| {
            let runs = self.runs(y);
            (!runs.is_empty()).then(|| format!("{y}: {}", runs.join(", ")))
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    fn runs(&self, y: u16) -> Vec<String> {
        let mut runs: Vec<(u16, u16, String)> = Vec::new();
        for x in 0..self.area.width {
            let look = look(&self.buffer[(x, y)]);
            match runs.last_mut() {
                Some((_, end, same)) if *same == look => *end = x + 1,
                _ => runs.push((x, x + 1, look)),
            }
        }
        let named = runs.into_iter().filter(|(.., look)| !look.is_empty());
        named.map(|(start, end, look)| format!("{start}..{end} {look}")).collect()
    }

    /// Returns the symbols of a row without the cells that a wide one covers.
    fn cells(&self, y: u16) -> impl Iterator<Item = (u16, &str)> {
        let mut next = 0;
        (0..self.area.width).filter_map(move |x| {
            let symbol = self.buffer[(x, y)].symbol();
            if x < next {
                return None;
            }
            next = x + u16::try_from(text::width(symbol)).unwrap_or(1).max(1);
            Some((x, symbol))
        })
    }
}

/// Returns how a cell looks, in the words of `palettes.toml`.
fn look(cell: &Cell) -> String {
    let modifiers = MODIFIERS.iter().filter(|(modifier, _)| cell.modifier.contains(*modifier));
    let mut words: Vec<String> = modifiers.map(|(_, name)| (*name).to_owned()).collect();
    if cell.fg != Color::Reset {
        words.push(cell.fg.to_string().to_lowercase());
    }
    if cell.bg != Color::Reset {
        words.push(format!("on-{}", cell.bg.to_string().to_lowercase()));
    }
    words.join(" ")
}

//! Styles to escape sequences: the only place of the one-shot commands where an escape byte is made.
//!
//! What is written is text from the library, cleaned where it was read, between sequences made here; in a pipe
//! there are none of them.

use std::fmt::Write as _;

use ratatui::style::{Color, Modifier, Style};

use crate::environment::Environment;
use crate::guide::check_address;
use crate::guide::{Block, MarkKind, Reference, Target};
use crate::page::{Page, Role, Row, RowKind, Segment, pieces};
use crate::text::{char_boundary, slice};
use crate::view::{Colours, Look, Palette};

/// A line across is no wider than this, however wide the page.
const RULE_AT_MOST: u16 = 80;

/// A word of more bytes is no address (those in a pack have 2,000 at most).
const ADDRESS_AT_MOST: usize = 2_048;

/// With what text may be marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// With nothing: not one escape byte.
    Plain,
    /// Bold, underlined and reversed.
    Attributes,
    /// Also with colours.
    Colours,
}

/// How a web address is shown behind the words that lead to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    /// As a hyperlink of the terminal (OSC 8).
    Hyper,
    /// Written out: in a file, in a pipe, and on a terminal that would show the sequence as letters.
    Written,
}

impl Links {
    /// Returns how addresses are shown where standard output goes.
    pub(super) fn of(environment: &Environment) -> Self {
        if environment.has_hyperlinks() { Self::Hyper } else { Self::Written }
    }
}

/// Text being written, with looks or without.
#[derive(Debug)]
pub(super) struct Paint {
    /// None for plain text.
    palette: Option<Palette>,
    links: Links,
    /// The text so far.
    pub(super) out: String,
}

impl Paint {
    /// Returns an empty text to be written with `ink`.
    pub(super) fn new(ink: Ink) -> Self {
        let palette = match ink {
            Ink::Plain => None,
            Ink::Attributes => Some(Palette::for_colours(Colours::None)),
            Ink::Colours => Some(Palette::for_colours(Colours::Terminal)),
        };
        Self { palette, links: Links::Written, out: String::new() }
    }

    /// Returns an empty text whose web addresses are shown as `links` says; plain ink makes no hyperlinks.
    pub(super) fn with_links(ink: Ink, links: Links) -> Self {
        Self { links, ..Self::new(ink) }
    }

    /// Adds text with a look of the palette.
    pub(super) fn put(&mut self, look: impl Fn(&Palette) -> Look, text: &str) {
        let style = self.palette.as_ref().map(|palette| look(palette).0).unwrap_or_default();
        self.styled(style, text);
    }

    /// Adds plain text.
    pub(super) fn plain(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Ends the line, without blanks at its end.
    pub(super) fn end_line(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
    }

    fn styled(&mut self, style: Style, text: &str) {
        if text.is_empty() || style == Style::new() {
            self.out.push_str(text);
        } else {
            let _ = write!(self.out, "\x1b[{}m{text}\x1b[0m", parameters(style));
        }
    }

    /// Adds the rows of a page made of `blocks`; `references` are those of its library, and plain text needs none.
    pub(super) fn page(&mut self, references: &[Reference], blocks: &[Block], page: &Page) {
        let mut rest_of_address = 0;
        for (index, row) in page.rows.iter().enumerate() {
            if rest_of_address > 0 {
                rest_of_address = self.row_behind(blocks, row, rest_of_address);
                if rest_of_address > 0 {
                    continue;
                }
            } else {
                self.row(references, blocks, page, row);
            }
            // Looks and hyperlinks keep a broken address together; in plain text nothing else does.
            if self.palette.is_none()
                && let Some(next) = page.rows.get(index + 1)
            {
                rest_of_address = broken_address(blocks, row, next);
            }
            if rest_of_address == 0 {
                self.end_line();
            }
        }
    }

    /// Adds a row in plain text whose first `rest` bytes are the rest of an address that the line before ends with;
    /// what is behind it begins a line of its own. Returns how much of the address is still to come.
    fn row_behind(&mut self, blocks: &[Block], row: &Row, rest: usize) -> usize {
        let text: String = row.segments.iter().map(|segment| segment.text(blocks)).collect();
        let (address, behind) = text.split_at_checked(rest).unwrap_or((&text, ""));
        self.out.push_str(address);
        if !behind.trim().is_empty() {
            self.end_line();
            let lead: String = row.lead.iter().map(|lead| lead.text()).collect();
            self.plain(&lead);
            self.plain(behind.trim_start());
        }
        rest.saturating_sub(address.len())
    }

    fn row(&mut self, references: &[Reference], blocks: &[Block], page: &Page, row: &Row) {
        let mut column = 0;
        for lead in &row.lead {
            self.put(|palette| palette.lead, &lead.text());
            column += lead.columns();
        }
        if row.kind == RowKind::Rule {
            let columns = page.width.min(RULE_AT_MOST).saturating_sub(column);
            self.put(|palette| palette.border, &"─".repeat(usize::from(columns)));
        } else {
            for segment in &row.segments {
                let Some(block) = blocks.get(segment.span.block as usize) else { continue };
                self.out.push_str(&" ".repeat(usize::from(segment.column.saturating_sub(column))));
                self.segment(references, block, segment);
                column = segment.column + segment.width;
            }
        }
    }

    fn segment(&mut self, references: &[Reference], block: &Block, segment: &Segment) {
        let range = segment.span.range();
        let Some(palette) = self.palette else {
            self.out.push_str(block.prose.slice(range));
            return;
        };
        for piece in pieces(block, &range, &[]) {
            let style = palette.text(Role::of(block), &piece.marks);
            let address = match self.links {
                Links::Hyper => piece.marks.iter().find_map(|mark| address(references, mark)),
                Links::Written => None,
            };
            if let Some(address) = address {
                let _ = write!(self.out, "\x1b]8;;{address}\x1b\\");
            }
            self.styled(style, piece.text);
            if address.is_some() {
                self.out.push_str("\x1b]8;;\x1b\\");
            }
        }
    }
}

/// Returns how many bytes below the end of a row belong to an address that the row ends with: none where it ends
/// with anything else.
fn broken_address(blocks: &[Block], row: &Row, next: &Row) -> usize {
    let (Some(last), Some(first)) = (row.segments.last(), next.segments.first()) else { return 0 };
    let goes_on = last.span.block == first.span.block && last.span.end == first.span.start;
    let Some(block) = blocks.get(last.span.block as usize).filter(|_| goes_on) else { return 0 };
    let text = block.prose.text.as_str();
    let (before, behind) = text.split_at_checked(last.span.end as usize).unwrap_or((text, ""));
    // A word that is longer than any address is none, and is not looked through again for each of its rows.
    let from = char_boundary(before, before.len().saturating_sub(ADDRESS_AT_MOST));
    let before = slice(before, from..before.len());
    let behind = slice(behind, 0..char_boundary(behind, ADDRESS_AT_MOST));
    let begin = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let end = behind.split(char::is_whitespace).next().unwrap_or_default();
    if begin.len() + end.len() > ADDRESS_AT_MOST {
        return 0;
    }
    let is_address = ["://", "www.", "@"].iter().any(|sign| begin.contains(sign)) || begin.contains("//");
    if is_address { end.len() } else { 0 }
}

/// Returns the address that a mark leads to, if there is one and it is plain: nothing in it could end the
/// sequence that it stands in.
fn address<'a>(references: &'a [Reference], mark: &'a MarkKind) -> Option<&'a str> {
    let address = match mark {
        MarkKind::Link(Target::Web(address)) => address,
        MarkKind::Link(Target::Reference(id)) => references.get(id.index())?.address.as_ref()?,
        _ => return None,
    };
    check_address(address).is_ok().then_some(address)
}

/// Returns the parameters of the sequence that a style is (ECMA-48, 8.3.117 SGR).
fn parameters(style: Style) -> String {
    const ATTRIBUTES: [(Modifier, &str); 7] = [
        (Modifier::BOLD, "1"),
        (Modifier::DIM, "2"),
        (Modifier::ITALIC, "3"),
        (Modifier::UNDERLINED, "4"),
        (Modifier::SLOW_BLINK, "5"),
        (Modifier::REVERSED, "7"),
        (Modifier::CROSSED_OUT, "9"),
    ];
    let attributes = ATTRIBUTES.iter().filter(|(attribute, _)| style.add_modifier.contains(*attribute));
    let mut out: Vec<String> = attributes.map(|(_, parameter)| (*parameter).to_owned()).collect();
    out.extend(style.fg.and_then(|colour| colour_parameter(colour, 30)));
    out.extend(style.bg.and_then(|colour| colour_parameter(colour, 40)));
    out.join(";")
}

/// Returns the parameter of a colour: `base` is 30 for letters and 40 for what is behind them.
fn colour_parameter(colour: Color, base: u8) -> Option<String> {
    let (dark, number) = match colour {
        Color::Reset => return None,
        Color::Black => (true, 0),
        Color::Red => (true, 1),
        Color::Green => (true, 2),
        Color::Yellow => (true, 3),
        Color::Blue => (true, 4),
        Color::Magenta => (true, 5),
        Color::Cyan => (true, 6),
        Color::Gray => (true, 7),
        Color::DarkGray => (false, 0),
        Color::LightRed => (false, 1),
        Color::LightGreen => (false, 2),
        Color::LightYellow => (false, 3),
        Color::LightBlue => (false, 4),
        Color::LightMagenta => (false, 5),
        Color::LightCyan => (false, 6),
        Color::White => (false, 7),
        Color::Indexed(index) => return Some(format!("{};5;{index}", base + 8)),
        Color::Rgb(red, green, blue) => return Some(format!("{};2;{red};{green};{blue}", base + 8)),
    };
    Some((base + if dark { 0 } else { 60 } + number).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_written_as_terminals_read_them() {
        let style = Style::new().fg(Color::Magenta).bg(Color::LightYellow).add_modifier(Modifier::BOLD);
        assert_eq!(parameters(style), "1;35;103");
        assert_eq!(
            parameters(Style::new().fg(Color::Rgb(1, 2, 3)).bg(Color::Indexed(9))),
            "38;2;1;2;3;48;5;9"
        );
    }

    #[test]
    fn plain_ink_makes_no_escape() {
        let mut plain = Paint::new(Ink::Plain);
        plain.put(|palette| palette.title, "words  ");
        plain.end_line();
        assert_eq!(plain.out, "words\n");
        let mut bold = Paint::new(Ink::Attributes);
        bold.put(|palette| palette.strong, "words");
        assert_eq!(bold.out, "\x1b[1mwords\x1b[0m");
    }
}

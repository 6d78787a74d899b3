//! A screen as a picture: the cells that the program drew, as SVG.

use std::fmt::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use real_toolkit::text;

use super::Frame;

/// The columns and rows of a cell, in the units of the picture, and the air around the screen.
const WIDE: u16 = 9;
const HIGH: u16 = 20;
const AIR: u16 = 12;

/// A run of cells that look the same.
struct Run {
    x: u16,
    columns: u16,
    text: String,
    look: Look,
}

/// How a cell is seen: reversed ones the other way round.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    letters: Color,
    ground: Color,
    modifier: Modifier,
}

/// Returns a screen as SVG; its palette says every colour exactly.
pub(crate) fn picture(frame: &Frame, name: &str) -> String {
    let (columns, rows) = frame.size();
    let (width, height) = (columns * WIDE + 2 * AIR, rows * HIGH + 2 * AIR);
    let ground = runs(frame, 0).first().map_or(Color::Black, |run| run.look.ground);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"15\">\n<title>{}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\"/>\n",
        escaped(name),
        hex(ground)
    );
    for y in 0..rows {
        for run in runs(frame, y) {
            draw(&mut out, &run, y, ground);
        }
    }
    out + "</svg>\n"
}

fn runs(frame: &Frame, y: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (x, cell) in frame.row_of_cells(y) {
        let columns = u16::try_from(text::width(cell.symbol())).unwrap_or(1).max(1);
        let look = look(cell);
        match runs.last_mut() {
            Some(run) if run.look == look => {
                run.text.push_str(cell.symbol());
                run.columns += columns;
            }
            _ => runs.push(Run { x, columns, text: cell.symbol().to_owned(), look }),
        }
    }
    runs
}

fn look(cell: &Cell) -> Look {
    let (mut letters, mut ground) = (cell.fg, cell.bg);
    if cell.modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut letters, &mut ground);
    }
    Look { letters, ground, modifier: cell.modifier - Modifier::REVERSED }
}

fn draw(out: &mut String, run: &Run, y: u16, ground: Color) {
    let (x, top, wide) = (AIR + run.x * WIDE, AIR + y * HIGH, run.columns * WIDE);
    if run.look.ground != ground {
        let fill = hex(run.look.ground);
        let _ =
            writeln!(out, "<rect x=\"{x}\" y=\"{top}\" width=\"{wide}\" height=\"{HIGH}\" fill=\"{fill}\"/>");
    }
    let indent = run.text.len() - run.text.trim_start().len();
    let text = run.text.trim();
    if text.is_empty() {
        return;
    }
    let has = |modifier| run.look.modifier.contains(modifier);
    let mut looks = String::new();
    for (modifier, look) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ] {
        looks.push_str(if has(modifier) { look } else { "" });
    }
    let (x, wide) = (x + u16::try_from(indent).unwrap_or(0) * WIDE, text::width(text) * usize::from(WIDE));
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{}\" textLength=\"{wide}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" \
         fill=\"{}\"{looks}>{}</text>",
        top + HIGH - 5,
        hex(run.look.letters),
        escaped(text)
    );
}

fn hex(colour: Color) -> String {
    match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        other => unreachable!("{other} is what a terminal makes of it"),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

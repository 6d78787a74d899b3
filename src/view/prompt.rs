//! A line that takes typing: what it is for, what is typed, where the cursor stands.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::Palette;
use crate::app::Prompt;
use crate::text::{clusters, width};

/// Draws the label and what is typed; what does not fit is hidden at the left.
pub(super) fn draw(palette: &Palette, prompt: &Prompt<'_>, buf: &mut Buffer) {
    let Prompt { label, input, line } = *prompt;
    let room = usize::from(line.width);
    let (x, _) = buf.set_stringn(line.x, line.y, label, room, palette.key.0);
    let hidden = hidden(prompt);
    let typed: String = clusters(input.text())
        .scan(0, |column, (_, cluster, wide)| {
            *column += wide;
            Some((*column, cluster))
        })
        .filter(|(column, _)| *column > hidden)
        .map(|(_, cluster)| cluster)
        .collect();
    let look = if input.is_offered() { palette.selected.0 } else { palette.passage.0 };
    buf.set_stringn(x, line.y, typed, usize::from(line.right().saturating_sub(x)), look);
}

/// Returns where the cursor stands in what is typed.
pub(super) fn cursor(prompt: &Prompt<'_>) -> Position {
    let Prompt { label, input, line } = *prompt;
    let column = width(label) + input.column() - hidden(prompt);
    let x = line.x.saturating_add(u16::try_from(column).unwrap_or(u16::MAX));
    Position::new(x.min(line.right().saturating_sub(1)), line.y)
}

/// How many columns of what is typed are hidden at the left, so that the cursor is in view.
fn hidden(prompt: &Prompt<'_>) -> usize {
    let room = usize::from(prompt.line.width).saturating_sub(width(prompt.label) + 1);
    prompt.input.column().saturating_sub(room)
}

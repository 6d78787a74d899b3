//! Which cells of the screen belong to an address outside, for terminals that open addresses by themselves.

use std::ops::Range;

use ratatui::layout::Rect;

use super::Screen;
use crate::app::{AddressCard, Geometry, ListRole, Overlay, Reading};
use crate::guide::{Target, check_address};
use crate::text::width;

/// Cells of a row that belong to an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hyperlink {
    /// The row.
    pub y: u16,
    /// The columns.
    pub columns: Range<u16>,
    /// The address; it has passed [`check_address`].
    pub address: String,
}

impl Screen<'_> {
    /// Returns the addresses on the screen, row by row: those of links in the text, or the one that is asked about.
    #[must_use]
    pub fn hyperlinks(self) -> Vec<Hyperlink> {
        let Some(geometry) = self.app.geometry() else { return Vec::new() };
        let mut found = match (self.app.overlay(), self.app.shown.screen, &self.app.shown.reading) {
            (Some(Overlay::Address(card)), ..) => self.asked(card, &geometry),
            (None, crate::app::Screen::Reader, Some(reading)) if geometry.text_pane.is_some() => {
                self.in_text(reading, geometry.text)
            }
            _ => Vec::new(),
        };
        found.retain(|link| !link.columns.is_empty() && check_address(&link.address).is_ok());
        found
    }

    fn in_text(self, reading: &Reading, text: Rect) -> Vec<Hyperlink> {
        let blocks = reading.blocks(&self.app.library);
        let rows = reading.page.rows.get(reading.visible(usize::from(text.height))).unwrap_or_default();
        let mut found = Vec::new();
        for (y, row) in (text.top()..text.bottom()).zip(rows) {
            for segment in &row.segments {
                let Some(block) = blocks.get(segment.span.block as usize) else { continue };
                for (range, target) in block.prose.links() {
                    let Target::Web(address) = target else { continue };
                    let shown = segment.span.range();
                    let (start, end) = (range.start.max(shown.start), range.end.min(shown.end));
                    if start < end {
                        let from = segment.column + columns(width(block.prose.slice(shown.start..start)));
                        let to = from + columns(width(block.prose.slice(start..end)));
                        let columns = text.x + from.min(text.width)..text.x + to.min(text.width);
                        found.push(Hyperlink { y, columns, address: address.clone() });
                    }
                }
            }
        }
        found
    }

    fn asked(self, card: &AddressCard, geometry: &Geometry) -> Vec<Hyperlink> {
        let Some(panel) = self.app.panel(geometry) else { return Vec::new() };
        let area = panel.list_area;
        let rows = (area.top()..area.bottom()).zip(panel.rows.iter().skip(panel.list.first));
        let shown = rows.filter(|(_, row)| row.role == ListRole::Title);
        shown
            .map(|(y, row)| {
                let end = area.x + columns(width(&row.text)).min(area.width);
                Hyperlink { y, columns: area.x..end, address: card.address.clone() }
            })
            .collect()
    }
}

fn columns(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

//! A scene: what an app shows at this moment, worked out once for the frame and for the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Screen, background, cover, list, overlay, status, too_small};
use crate::app::{Cover, Geometry, ListRow, Panel, Prompt};

/// What is on a screen.
#[derive(Debug)]
pub struct Scene<'a> {
    pub(super) screen: Screen<'a>,
    /// Nothing under the cover, and where there is room for a sentence only.
    pub(super) parts: Option<Parts<'a>>,
}

/// The parts of a scene.
#[derive(Debug)]
pub(super) struct Parts<'a> {
    pub(super) geometry: Geometry,
    pub(super) below: Below<'a>,
    /// The panel of the overlay on top.
    pub(super) panel: Option<Panel<'a>>,
    /// The line that takes typing.
    pub(super) line: Option<Prompt<'a>>,
}

/// What lies below the overlays.
#[derive(Debug)]
pub(super) enum Below<'a> {
    /// The first screen.
    Welcome(Box<Panel<'a>>),
    /// The item of a session: where it stands, its rows, and the first of them on the screen.
    Room(Rect, Vec<ListRow>, usize),
    /// The panes.
    Reader,
}

impl<'a> Screen<'a> {
    /// Returns what is on the screen.
    #[must_use]
    pub fn scene(self) -> Scene<'a> {
        let app = self.app;
        let parts = app.geometry().filter(|_| app.cover == Cover::Off).map(|geometry| Parts {
            below: match app.shown.screen {
                crate::app::Screen::Welcome => Below::Welcome(Box::new(app.welcome_panel(&geometry))),
                crate::app::Screen::Room => {
                    let (area, rows, first) = app.room_panel(&geometry);
                    Below::Room(area, rows, first)
                }
                crate::app::Screen::Reader => Below::Reader,
            },
            panel: app.panel(&geometry),
            line: app.prompt(&geometry),
            geometry,
        });
        Scene { screen: self, parts }
    }
}

impl Scene<'_> {
    /// Draws it.
    pub fn render(&self, area: Rect, buf: &mut Buffer) {
        let Screen { app, palette, charset } = self.screen;
        let area = area.intersection(buf.area);
        if app.cover == Cover::On {
            cover(&app.cover_words(), area, buf);
            return background(palette.screen.0, area, buf);
        }
        match self.parts.as_ref().filter(|_| area.as_size() == app.size) {
            Some(parts) => self.draw(parts, buf),
            None => too_small(area, buf),
        }
        charset.apply(area, buf);
        background(palette.screen.0, area, buf);
    }

    fn draw(&self, parts: &Parts<'_>, buf: &mut Buffer) {
        let screen = self.screen;
        let Parts { geometry, below, panel, line } = parts;
        status::top_line(screen, geometry.breadcrumb, buf);
        match below {
            Below::Welcome(panel) => {
                overlay::draw_panel(screen, panel, Some(screen.app.welcome_prompt(geometry)), buf);
            }
            // Nothing stands beside the item.
            Below::Room(area, rows, first) => list::draw(screen.palette, rows, *first, None, *area, buf),
            Below::Reader => screen.panes(geometry, buf),
        }
        if let Some(panel) = panel {
            overlay::draw(screen, panel, *line, buf);
        }
        overlay::draw_tour(screen, geometry, buf);
        status::bottom_line(screen, geometry.hints, buf);
    }
}

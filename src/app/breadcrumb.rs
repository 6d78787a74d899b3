//! The top line: where the reader is, what each part of it leads to, and how long the rest takes.

use std::ops::Range;

use super::{App, Extent, Panes, Screen};
use crate::guide::ThemeId;
use crate::text::{truncate, width};

/// Columns between two parts: ` › `.
const BETWEEN: usize = 3;

/// One part of the top line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// Its text, cut where there is no room.
    pub text: String,
    /// The columns it takes.
    pub columns: Range<u16>,
    /// Where a click on it leads.
    pub leads_to: LeadsTo,
}

/// Where a part of the top line leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeadsTo {
    /// To the first screen.
    Welcome,
    /// To the page of a theme.
    Theme(ThemeId),
    /// Nowhere: the reader is there.
    Here,
}

/// Returns the parts of the top line that fit. What is nearest matters most: outer parts go first.
#[must_use]
pub fn breadcrumb(app: &App) -> Vec<Crumb> {
    let taken = time_left(app).map_or(0, |left| width(&left) + 2);
    let room = usize::from(app.size.width).saturating_sub(2 + taken);
    let mut parts: Vec<(&str, LeadsTo)> = vec![(&app.library.pack.title, LeadsTo::Welcome)];
    if let (Screen::Reader, Some(reading)) = (app.shown.screen, &app.shown.reading) {
        let title = reading.document.title(&app.library);
        let theme =
            app.shown.theme.map(|theme| (app.library.theme(theme).title.as_str(), LeadsTo::Theme(theme)));
        parts.extend(theme.filter(|(theme, _)| *theme != title));
        parts.push((title, LeadsTo::Here));
    }
    if app.shown.screen == Screen::Room {
        parts = vec![("In the room", LeadsTo::Here)];
    }
    let columns = |parts: &[(&str, LeadsTo)]| {
        parts.iter().map(|(text, _)| width(text) + BETWEEN).sum::<usize>().saturating_sub(BETWEEN)
    };
    let is_text_only =
        app.shown.screen == Screen::Reader && app.preferences.arrangement.panes == Panes::TextOnly;
    while parts.len() > 1 && (is_text_only || columns(&parts) > room) {
        parts.remove(0);
    }
    let mut start = 1;
    parts
        .into_iter()
        .map(|(text, leads_to)| {
            let text = truncate(text, room).into_owned();
            let column = |column: usize| u16::try_from(column).unwrap_or(u16::MAX);
            let columns = column(start)..column(start + width(&text));
            start += width(&text) + BETWEEN;
            Crumb { text, columns, leads_to }
        })
        .collect()
}

/// Returns what is left to read from the first row on the screen, where there is room to say it.
#[must_use]
pub fn time_left(app: &App) -> Option<String> {
    if app.shown.screen == Screen::Room {
        return room_place(app);
    }
    let reading = app.shown.reading.as_ref().filter(|_| app.shown.screen == Screen::Reader)?;
    let visible = reading.visible(app.text_height());
    let minutes = reading.minutes_from(reading.page.top_at(visible.start).pos)?;
    let left = if reading.extent == Extent::Brief {
        "in brief".to_owned()
    } else if visible.end >= reading.page.height() {
        "end".to_owned()
    } else {
        format!("{} min left", minutes.max(1))
    };
    // The title is whole where there is room; the time gives way to it.
    let title =
        width(reading.document.title(&app.library)).min(usize::from(app.size.width).saturating_sub(2));
    (width(&left) + title.max(16) + 4 <= usize::from(app.size.width)).then_some(left)
}

/// Returns which item of how many is on the screen of the room, and the elapsed minutes where they are wanted.
fn room_place(app: &App) -> Option<String> {
    let room = app.at_hand.room.as_ref()?;
    let place = format!("{} of {}", room.item + 1, app.at_hand.session.items.len());
    Some(match room.minutes_in_words() {
        Some(minutes) => format!("{minutes} · {place}"),
        None => place,
    })
}

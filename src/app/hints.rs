//! The bottom line: what can be pressed now, most needed first when there is little room.

use std::ops::Range;

use super::overlays::{HintSpec, Layer, in_short};
use super::{Action, App, Extent, Pane, Panes, Screen};
use crate::text::width;

/// One hint of the bottom line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What a click on it does.
    pub action: Action,
    /// The keys.
    pub keys: String,
    /// What they do.
    pub label: &'static str,
    /// The columns it takes.
    pub columns: Range<u16>,
}

const WELCOME: &[HintSpec] = &[
    (&[Action::Up, Action::Down], "choose", 0),
    (&[Action::Open], "open", 2),
    (&[Action::Session], "session", 4),
    (&[Action::Safety], "at risk now", 3),
    (&[Action::Help], "help", 0),
    (&[Action::Quit], "quit", 1),
];
const TEXT: &[HintSpec] = &[
    (&[Action::Up, Action::Down], "scroll", 5),
    (&[Action::PageDown], "page", 6),
    (&[Action::NextPane], "panes", 1),
    (&[Action::Search], "search", 0),
    (&[Action::PreviousLink, Action::NextLink], "links", 4),
    (&[Action::Close], "back", 2),
    (&[Action::Copy], "copy", 7),
    (&[Action::Bookmark], "bookmark", 7),
    (&[Action::Help], "help", 3),
    (&[Action::Quit], "quit", 0),
];
const BRIEF: &[HintSpec] = &[
    (&[Action::Up, Action::Down], "scroll", 4),
    (&[Action::InBrief], "whole guide", 0),
    (&[Action::Search], "search", 1),
    (&[Action::Close], "back", 2),
    (&[Action::Help], "help", 3),
    (&[Action::Quit], "quit", 0),
];
/// As few as there can be: who reads the text alone wants to see nothing else.
const TEXT_ONLY: &[HintSpec] =
    &[(&[Action::TextOnly], "panes", 1), (&[Action::Help], "help", 2), (&[Action::Quit], "quit", 0)];
const MARKED: &[HintSpec] = &[
    (&[Action::NextMark, Action::PreviousMark], "next match", 2),
    (&[Action::Close], "clear", 0),
    (&[Action::NextPane], "panes", 4),
    (&[Action::Search], "search", 0),
    (&[Action::Back], "back", 5),
    (&[Action::Help], "help", 3),
    (&[Action::Quit], "quit", 0),
];
/// A result of a search, with words marked in it and without.
const FOUND: &[HintSpec] = &[
    (&[Action::Close], "results", 0),
    (&[Action::NextMark, Action::PreviousMark], "next match", 2),
    (&[Action::NextPane], "panes", 4),
    (&[Action::Search], "search", 1),
    (&[Action::Copy], "copy", 6),
    (&[Action::Help], "help", 3),
    (&[Action::Quit], "quit", 0),
];
const FOUND_UNMARKED: &[HintSpec] = &[
    (&[Action::Close], "results", 0),
    (&[Action::Up, Action::Down], "scroll", 2),
    (&[Action::NextPane], "panes", 4),
    (&[Action::Search], "search", 1),
    (&[Action::Copy], "copy", 6),
    (&[Action::Help], "help", 3),
    (&[Action::Quit], "quit", 0),
];
const LINK: &[HintSpec] = &[
    (&[Action::Open], "follow", 0),
    (&[Action::Inspect], "explain", 1),
    (&[Action::PreviousLink, Action::NextLink], "links", 2),
    (&[Action::Close], "cancel", 1),
    (&[Action::Search], "search", 4),
    (&[Action::Help], "help", 3),
    (&[Action::Quit], "quit", 2),
];
const ROOM: &[HintSpec] = &[
    (&[Action::Left, Action::Right], "before, next", 1),
    (&[Action::Add], "agree", 0),
    (&[Action::Draw], "draw", 6),
    (&[Action::Search], "look up", 3),
    (&[Action::Finish], "end", 2),
    (&[Action::Cover], "cover", 4),
    (&[Action::Help], "help", 5),
    (&[Action::Close], "leave", 0),
];
const LIST: &[HintSpec] = &[
    (&[Action::Up, Action::Down], "choose", 4),
    (&[Action::Open], "open", 0),
    (&[Action::Left, Action::Right], "fold", 6),
    (&[Action::NextPane], "panes", 1),
    (&[Action::Search], "search", 0),
    (&[Action::Back], "back", 5),
    (&[Action::Help], "help", 3),
    (&[Action::Quit], "quit", 0),
];
/// Returns the hints that fit the bottom line now.
#[must_use]
pub fn hints(app: &App) -> Vec<Hint> {
    let context = app.context();
    let mut hints: Vec<(Hint, u8)> = specs(app)
        .iter()
        .filter_map(|(actions, label, gives_way)| {
            let keys: Vec<String> =
                actions.iter().filter_map(|action| app.keymap.key_for(context, *action)).collect();
            let arrows = keys.iter().all(|key| matches!(key.as_str(), "↑" | "↓" | "←" | "→"));
            let keys = keys.join(if arrows { "" } else { " " });
            let hint = Hint { action: *actions.last()?, keys, label, columns: 0..0 };
            (!hint.keys.is_empty()).then_some((hint, *gives_way))
        })
        .collect();
    while place(&mut hints) > usize::from(app.size.width) {
        let Some((index, _)) =
            hints.iter().enumerate().max_by_key(|(index, (_, gives_way))| (*gives_way, *index))
        else {
            break;
        };
        hints.remove(index);
    }
    hints.into_iter().map(|(hint, _)| hint).collect()
}

/// Puts hints side by side and returns the columns they take.
fn place(hints: &mut [(Hint, u8)]) -> usize {
    let mut column = 1;
    for (hint, _) in hints.iter_mut() {
        let end = column + width(&hint.keys) + 1 + width(hint.label);
        hint.columns = u16::try_from(column).unwrap_or(u16::MAX)..u16::try_from(end).unwrap_or(u16::MAX);
        column = end + 2;
    }
    column.saturating_sub(2)
}

fn specs(app: &App) -> &'static [HintSpec] {
    match (app.overlay(), app.shown.screen, app.shown.focus) {
        (Some(overlay), ..) => overlay.hints(&app.around()),
        (None, Screen::Welcome, _) => WELCOME,
        (None, Screen::Room, _) => ROOM,
        (None, Screen::Reader, Pane::Text) => text_hints(app),
        (None, Screen::Reader, _) => LIST,
    }
}

fn text_hints(app: &App) -> &'static [HintSpec] {
    match &app.shown.reading {
        Some(reading) if reading.link.is_some() => in_short(app.size.width, LINK),
        Some(reading) if app.shown.came_from.is_some() && reading.marks.is_empty() => FOUND_UNMARKED,
        Some(_) if app.shown.came_from.is_some() => FOUND,
        Some(reading) if !reading.marks.is_empty() => MARKED,
        Some(reading) if reading.extent == Extent::Brief => BRIEF,
        _ if app.preferences.arrangement.panes == Panes::TextOnly => TEXT_ONLY,
        _ => TEXT,
    }
}

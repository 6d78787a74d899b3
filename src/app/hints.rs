//! The bottom line: what can be pressed now, most needed first when there is little room.

use std::ops::Range;

use super::overlays::{HintSpec, Layer, in_short};
use super::{Action, App, Extent, Overlay, Pane, Panes, Screen};
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
    (&[Action::Up, Action::Down], "scroll", 0),
    (&[Action::PageDown], "page", 8),
    (&[Action::NextPane], "panes", 3),
    (&[Action::Search], "search", 1),
    (&[Action::PreviousLink, Action::NextLink], "links", 5),
    (&[Action::Close], "back", 2),
    (&[Action::Copy], "copy", 6),
    (&[Action::Bookmark], "bookmark", 7),
    (&[Action::PreviousPassage, Action::NextPassage], "passage", 9),
    (&[Action::InBrief], "in brief", 10),
    (&[Action::Contents], "contents", 11),
    (&[Action::Find], "find", 12),
    (&[Action::Help], "help", 0),
    (&[Action::Quit], "quit", 4),
];
const BRIEF: &[HintSpec] = &[
    (&[Action::Up, Action::Down], "scroll", 0),
    (&[Action::InBrief], "whole guide", 1),
    (&[Action::Search], "search", 4),
    (&[Action::Close], "back", 2),
    (&[Action::Copy], "copy", 5),
    (&[Action::PreviousPassage, Action::NextPassage], "passage", 6),
    (&[Action::Help], "help", 0),
    (&[Action::Quit], "quit", 3),
];
/// As few as there can be: who reads the text alone wants to see nothing else.
const TEXT_ONLY: &[HintSpec] = &[
    (&[Action::Up, Action::Down], "scroll", 0),
    (&[Action::TextOnly], "panes", 1),
    (&[Action::Help], "help", 0),
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
const MARKED: &[HintSpec] = &[
    (&[Action::Up, Action::Down], "scroll", 0),
    (&[Action::NextMark, Action::PreviousMark], "next match", 2),
    (&[Action::Close], "clear", 1),
    (&[Action::NextPane], "panes", 5),
    (&[Action::Search], "search", 3),
    (&[Action::Back], "back", 6),
    (&[Action::Copy], "copy", 7),
    (&[Action::Help], "help", 0),
    (&[Action::Quit], "quit", 4),
];
/// A result of a search.
const FOUND: &[HintSpec] = &[
    (&[Action::Close], "results", 1),
    (&[Action::Up, Action::Down], "scroll", 0),
    (&[Action::NextMark, Action::PreviousMark], "next match", 2),
    (&[Action::NextPane], "panes", 5),
    (&[Action::Search], "search", 3),
    (&[Action::Copy], "copy", 6),
    (&[Action::Bookmark], "bookmark", 7),
    (&[Action::PreviousPassage, Action::NextPassage], "passage", 8),
    (&[Action::Help], "help", 0),
    (&[Action::Quit], "quit", 4),
];
const LINK: &[HintSpec] = &[
    (&[Action::Up, Action::Down], "scroll", 0),
    (&[Action::Open], "follow", 2),
    (&[Action::Inspect], "explain", 3),
    (&[Action::PreviousLink, Action::NextLink], "links", 4),
    (&[Action::Close], "cancel", 1),
    (&[Action::Search], "search", 6),
    (&[Action::Help], "help", 0),
    (&[Action::Quit], "quit", 5),
];
const THEMES: &[HintSpec] = &[
    (&[Action::Up, Action::Down], "choose", 0),
    (&[Action::Open], "open", 2),
    (&[Action::Left, Action::Right], "fold", 5),
    (&[Action::NextPane], "panes", 3),
    (&[Action::Search], "search", 6),
    (&[Action::Close], "text", 1),
    (&[Action::Help], "help", 0),
    (&[Action::Quit], "quit", 4),
];
const FOUND_THEME: &[HintSpec] = &[
    (&[Action::Up, Action::Down], "choose", 0),
    (&[Action::Open], "open", 2),
    (&[Action::Left, Action::Right], "fold", 5),
    (&[Action::Close], "results", 1),
    (&[Action::NextPane], "panes", 3),
    (&[Action::Help], "help", 0),
    (&[Action::Quit], "quit", 4),
];
const RELATED: &[HintSpec] = &[
    (&[Action::Up, Action::Down], "choose", 0),
    (&[Action::Open], "open", 2),
    (&[Action::Inspect], "explain", 5),
    (&[Action::NextPane], "panes", 3),
    (&[Action::Search], "search", 6),
    (&[Action::Close], "text", 1),
    (&[Action::Help], "help", 0),
    (&[Action::Quit], "quit", 4),
];
/// What every overlay has as well.
const HELP: HintSpec = (&[Action::Help], "help", 1);

/// Returns the hints that fit the bottom line now.
#[must_use]
pub fn hints(app: &App) -> Vec<Hint> {
    let context = app.context();
    let specs = specs(app)
        .iter()
        .filter(|(actions, ..)| app.overlay().is_some() || actions.iter().all(|action| app.can(*action)));
    let has_help = |specs: &[&HintSpec]| specs.iter().any(|(actions, ..)| actions.contains(&Action::Help));
    let mut specs: Vec<&HintSpec> = specs.collect();
    if !has_help(&specs) {
        specs.push(&HELP);
    }
    let mut hints: Vec<(Hint, u8)> = specs
        .into_iter()
        .filter_map(|(actions, label, gives_way)| {
            let keys: Vec<String> =
                actions.iter().filter_map(|action| app.keymap.key_for(context, *action)).collect();
            let is_list = matches!(app.shown.came_from_list(), Some(Overlay::Questions(_)));
            let label = if is_list && *label == "results" { "questions" } else { label };
            let hint = Hint { action: *actions.last()?, keys: together(&keys), label, columns: 0..0 };
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

/// Returns keys in a row: arrows without anything between, and what is held with all of them said once.
fn together(keys: &[String]) -> String {
    let is_arrow = |key: &str| matches!(key, "↑" | "↓" | "←" | "→");
    let arrows: Vec<&str> = keys.iter().map(|key| key.strip_prefix("Shift-").unwrap_or(key)).collect();
    let held = if keys.iter().all(|key| key.starts_with("Shift-")) { "Shift-" } else { "" };
    if arrows.iter().all(|key| is_arrow(key)) { format!("{held}{}", arrows.concat()) } else { keys.join(" ") }
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
        (None, Screen::Reader, Pane::Themes) if app.shown.came_from.is_some() => FOUND_THEME,
        (None, Screen::Reader, Pane::Themes) => THEMES,
        (None, Screen::Reader, Pane::Related) => RELATED,
    }
}

fn text_hints(app: &App) -> &'static [HintSpec] {
    match &app.shown.reading {
        Some(reading) if reading.link.is_some() => in_short(app.size.width, LINK),
        Some(_) if app.shown.came_from.is_some() => FOUND,
        Some(reading) if !reading.marks.is_empty() => MARKED,
        Some(reading) if reading.extent == Extent::Brief => BRIEF,
        _ if app.preferences.arrangement.panes == Panes::TextOnly => TEXT_ONLY,
        _ => TEXT,
    }
}

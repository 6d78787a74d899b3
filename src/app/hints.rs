//! The bottom line: what can be pressed now, most needed first when there is little room.

use std::ops::Range;

use super::{Action, App, Context, Extent, Overlay, Pane, Panes, PickerKind, Screen, card_targets};
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

/// A hint before it is known whether there is room: the keys of which actions, what they do, how soon it gives way
/// (0 never).
type Wanted = (&'static [Action], &'static str, u8);

const WELCOME: &[Wanted] = &[
    (&[Action::Up, Action::Down], "choose", 1),
    (&[Action::Open], "open", 1),
    (&[Action::Search], "search", 0),
    (&[Action::Help], "help", 1),
    (&[Action::Quit], "quit", 0),
];
const NEWCOMER: &[Wanted] = &[
    (&[Action::Up, Action::Down], "choose", 1),
    (&[Action::Open], "open", 1),
    (&[Action::Search], "search", 0),
    (&[Action::Tour], "tour", 2),
    (&[Action::Help], "help", 3),
    (&[Action::Quit], "quit", 0),
];
const TEXT: &[Wanted] = &[
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
const BRIEF: &[Wanted] = &[
    (&[Action::Up, Action::Down], "scroll", 4),
    (&[Action::InBrief], "whole guide", 0),
    (&[Action::Search], "search", 1),
    (&[Action::Close], "back", 2),
    (&[Action::Help], "help", 3),
    (&[Action::Quit], "quit", 0),
];
/// As few as there can be: who reads the text alone wants to see nothing else.
const TEXT_ONLY: &[Wanted] =
    &[(&[Action::TextOnly], "panes", 1), (&[Action::Help], "help", 2), (&[Action::Quit], "quit", 0)];
const MARKED: &[Wanted] = &[
    (&[Action::NextMark, Action::PreviousMark], "next match", 2),
    (&[Action::Close], "clear", 0),
    (&[Action::NextPane], "panes", 4),
    (&[Action::Search], "search", 0),
    (&[Action::Back], "back", 5),
    (&[Action::Help], "help", 3),
    (&[Action::Quit], "quit", 0),
];
const LINK: &[Wanted] = &[
    (&[Action::Open], "follow", 0),
    (&[Action::Inspect], "explain", 1),
    (&[Action::PreviousLink, Action::NextLink], "links", 2),
    (&[Action::Close], "cancel", 1),
    (&[Action::Search], "search", 4),
    (&[Action::Help], "help", 3),
    (&[Action::Quit], "quit", 2),
];
/// Where there is no room for more: on, or not.
const LINK_IN_SHORT: &[Wanted] = &[(&[Action::Open], "go", 0), (&[Action::Close], "stay", 0)];
const LIST: &[Wanted] = &[
    (&[Action::Up, Action::Down], "choose", 4),
    (&[Action::Open], "open", 0),
    (&[Action::Left, Action::Right], "fold", 6),
    (&[Action::NextPane], "panes", 1),
    (&[Action::Search], "search", 0),
    (&[Action::Back], "back", 5),
    (&[Action::Help], "help", 3),
    (&[Action::Quit], "quit", 0),
];
const SEARCH: &[Wanted] = &[
    (&[Action::Up, Action::Down], "choose", 1),
    (&[Action::Open], "open", 0),
    (&[Action::Filter], "narrow", 2),
    (&[Action::Close], "close", 0),
];
const HELP: &[Wanted] = &[
    (&[Action::Up, Action::Down], "scroll", 0),
    (&[Action::PageDown], "page", 1),
    (&[Action::Close], "close", 0),
];
const CARD: &[Wanted] = &[
    (&[Action::Open], "open", 0),
    (&[Action::Up, Action::Down], "choose", 1),
    (&[Action::Close], "close", 0),
];
const ADDRESS: &[Wanted] =
    &[(&[Action::Open], "open it", 0), (&[Action::Copy], "copy it", 1), (&[Action::Close], "leave it", 0)];
const SHOWN: &[Wanted] = &[(&[Action::Up, Action::Down], "scroll", 1), (&[Action::Close], "close", 0)];
const FIND: &[Wanted] = &[
    (&[Action::Up, Action::Down], "next match", 2),
    (&[Action::Open], "stay here", 1),
    (&[Action::Close], "back", 0),
];
const ACTIONS: &[Wanted] = &[
    (&[Action::Up, Action::Down], "choose", 1),
    (&[Action::Open], "do it", 0),
    (&[Action::Close], "close", 0),
];
const PICKER: &[Wanted] = &[
    (&[Action::Up, Action::Down], "choose", 1),
    (&[Action::Open], "go there", 0),
    (&[Action::Close], "close", 0),
];
const BOOKMARKS: &[Wanted] = &[
    (&[Action::Open], "go there", 0),
    (&[Action::Edit], "edit", 2),
    (&[Action::Remove], "remove", 1),
    (&[Action::Undo], "put back", 3),
    (&[Action::Close], "close", 0),
];
const NOTE: &[Wanted] = &[(&[Action::Open], "keep", 0), (&[Action::Close], "cancel", 0)];
const FIND_NOTHING: &[Wanted] = &[(&[Action::Open], "search everywhere", 1), (&[Action::Close], "back", 0)];
const FILTERS: &[Wanted] = &[
    (&[Action::Up, Action::Down], "choose", 1),
    (&[Action::Open], "search only there", 0),
    (&[Action::Close], "back", 0),
];
const PLAIN_CARD: &[Wanted] = &[(&[Action::Close], "close", 0)];

/// Returns the hints that fit the bottom line now.
#[must_use]
pub fn hints(app: &App) -> Vec<Hint> {
    let (context, wanted) = wanted(app);
    let mut hints: Vec<(Hint, u8)> = wanted
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

fn wanted(app: &App) -> (Context, &'static [Wanted]) {
    match (&app.overlay, app.screen, app.focus) {
        (Some(Overlay::Search(_)), ..) => (Context::Typing, SEARCH),
        (Some(Overlay::Help(_)), ..) => (Context::List, HELP),
        (Some(Overlay::Card(card)), ..) => {
            let leads_on = !card_targets(&app.library, &card.target).is_empty();
            (Context::List, if leads_on { CARD } else { PLAIN_CARD })
        }
        (Some(Overlay::Find(_)), ..) => (Context::Typing, find_hints(app)),
        (Some(Overlay::Picker(picker)), ..) if picker.input.is_some() => (Context::Typing, ACTIONS),
        (Some(Overlay::Picker(picker)), ..) if picker.kind == PickerKind::Bookmarks => {
            (Context::List, BOOKMARKS)
        }
        (Some(Overlay::Picker(picker)), ..) if picker.kind == PickerKind::Filters => (Context::List, FILTERS),
        (Some(Overlay::Picker(_)), ..) => (Context::List, PICKER),
        (Some(Overlay::Address(_)), ..) => (Context::List, in_short(app, ADDRESS)),
        (Some(Overlay::Shown(_)), ..) => (Context::List, SHOWN),
        (None, Screen::Welcome, _) if app.offers_tour => (Context::List, NEWCOMER),
        (Some(Overlay::Note(_)), ..) => (Context::Typing, NOTE),
        (None, Screen::Welcome, _) => (Context::List, WELCOME),
        (None, Screen::Reader, Pane::Text) => (Context::Text, text_hints(app)),
        (None, Screen::Reader, _) => (Context::List, LIST),
    }
}

/// Returns hints that say how to go on and how not to, in fewer words where there is no room for these.
fn in_short(app: &App, hints: &'static [Wanted]) -> &'static [Wanted] {
    if app.size.width < 30 { LINK_IN_SHORT } else { hints }
}

fn find_hints(app: &App) -> &'static [Wanted] {
    match &app.reading {
        Some(reading) if reading.marks.is_empty() => FIND_NOTHING,
        _ => FIND,
    }
}

fn text_hints(app: &App) -> &'static [Wanted] {
    match &app.reading {
        Some(reading) if reading.link.is_some() => in_short(app, LINK),
        Some(reading) if !reading.marks.is_empty() => MARKED,
        Some(reading) if reading.extent == Extent::Brief => BRIEF,
        _ if app.preferences.arrangement.panes == Panes::TextOnly => TEXT_ONLY,
        _ => TEXT,
    }
}

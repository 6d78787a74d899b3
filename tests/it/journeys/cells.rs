//! Every cell of the screen: clicking does what is drawn there, and never more.

use ratatui::layout::Position;
use real_toolkit::app::{Geometry, LeadsTo, Message, Overlay, Pane, Screen, breadcrumb, hints};
use real_toolkit::guide::Target;

use super::super::support::{Chance, Journey, hostile};
use super::{SCREENS, seen, to};

/// What the text pane shows at a cell, found by the page and not by the mouse.
fn link_at(journey: &Journey, at: Position) -> Option<Target> {
    let (reading, library) = (journey.app.shown.reading.as_ref()?, &journey.app.library);
    let text = journey.app.geometry()?.text;
    let row = reading.page.rows.get(journey.top_row() + usize::from(at.y - text.y))?;
    reading.links(library).find_map(|link| {
        let shown = row.segments.iter().find(|segment| segment.span.block == link.span.block)?;
        let prose = &reading.blocks(library)[link.span.block as usize].prose;
        let (start, end) = (link.span.start.max(shown.span.start), link.span.end.min(shown.span.end));
        let before = real_toolkit::text::width(
            prose.slice(shown.span.start as usize..start.max(shown.span.start) as usize),
        );
        let wide = real_toolkit::text::width(prose.slice(start as usize..end.max(start) as usize));
        let first = usize::from(text.x + shown.column) + before;
        (start < end && (first..first + wide).contains(&usize::from(at.x))).then(|| link.target.clone())
    })
}

/// Insists that a click on a cell did what was drawn there.
#[track_caller]
fn did_what_was_drawn(name: &str, before: &Journey, after: &Journey, at: Position) {
    let geometry = before.app.geometry().unwrap();
    let same = || assert_eq!(seen(before), seen(after), "{name}: nothing is drawn at {at}");
    if geometry.hints.contains(at) {
        if !hints(&before.app).iter().any(|hint| hint.columns.contains(&at.x)) {
            same();
        }
    } else if geometry.breadcrumb.contains(at) {
        let crumbs = breadcrumb(&before.app);
        match crumbs.iter().find(|crumb| crumb.columns.contains(&at.x)).map(|crumb| crumb.leads_to) {
            Some(LeadsTo::Welcome) => assert_eq!(after.app.shown.screen, Screen::Welcome, "{name} at {at}"),
            Some(LeadsTo::Theme(theme)) => assert_eq!(after.app.shown.theme, Some(theme), "{name} at {at}"),
            Some(LeadsTo::Here) | None => same(),
        }
    } else if before.app.overlay().is_none() && before.app.shown.screen == Screen::Reader {
        on_a_pane(name, before, after, at, &geometry);
    }
}

#[track_caller]
fn on_a_pane(name: &str, before: &Journey, after: &Journey, at: Position, geometry: &Geometry) {
    let in_pane = |pane: Option<ratatui::layout::Rect>| pane.is_some_and(|pane| pane.contains(at));
    if in_pane(geometry.themes) || in_pane(geometry.related) {
        return;
    }
    assert_eq!(after.app.shown.focus, Pane::Text, "{name}: {at} is on the text");
    if let Some(bar) = before.app.shown.scrollbar(geometry).filter(|bar| bar.track.contains(at)) {
        assert_eq!(after.top_row(), bar.row_at(at.y), "{name} at {at}");
        return;
    }
    let link = if geometry.text.contains(at) { link_at(before, at) } else { None };
    match link {
        Some(Target::Guide(place)) => {
            assert_eq!(
                after.reading().document,
                real_toolkit::app::Document::Guide(place.guide),
                "{name} at {at}"
            );
        }
        Some(Target::Web(address)) => {
            let asked =
                matches!(after.app.overlay(), Some(Overlay::Address(card)) if card.address == address);
            assert!(asked, "{name} at {at}");
        }
        Some(target) => {
            let shown = matches!(after.app.overlay(), Some(Overlay::Card(card)) if card.target == target);
            assert!(shown, "{name} at {at}");
        }
        None => {
            assert_eq!(after.reading().document, before.reading().document, "{name}: no link at {at}");
            assert!(after.app.overlay().is_none(), "{name}: nothing opens at {at}");
        }
    }
}

#[test]
fn every_cell_does_what_is_drawn_there() {
    for (width, height) in [(100, 14), (40, 12), (20, 5)] {
        for (name, keys) in SCREENS {
            let before = to(keys, width, height);
            for y in 0..height {
                for x in 0..width {
                    let mut after = before.clone();
                    after.click(x, y);
                    did_what_was_drawn(name, &before, &after, Position::new(x, y));
                }
            }
        }
    }
}

#[test]
fn clicks_anywhere_in_hard_text_at_any_size_break_nothing() {
    let library = hostile();
    let mut chance = Chance::new(11);
    let mut journey = Journey::on(library, 80, 24);
    for _ in 0..3_000 {
        let cell = |chance: &mut Chance, below: usize| u16::try_from(chance.below(below)).unwrap();
        match chance.below(12) {
            0 => {
                let (width, height) = (cell(&mut chance, 130), cell(&mut chance, 50));
                journey.resize(width, height);
            }
            1 => drop(journey.keys(["Esc", "w", "PageDown", "]", "c", "T", "?", "Enter"][chance.below(8)])),
            2 | 3 => {
                let (x, y) = (cell(&mut chance, 130), cell(&mut chance, 50));
                journey.wheel(x, y, if chance.below(2) == 0 { 3 } else { -3 });
            }
            _ => {
                let (x, y) = (cell(&mut chance, 130), cell(&mut chance, 50));
                journey.click(x, y);
            }
        }
        journey.frame();
    }
}

#[test]
fn the_corners_of_what_a_mouse_can_report_are_off_the_screen() {
    let mut journey = to("Enter Enter", 80, 24);
    let before = journey.screen();
    for (x, y) in [(u16::MAX, u16::MAX), (u16::MAX, 3), (3, u16::MAX), (80, 24)] {
        journey.click(x, y).wheel(x, y, 0);
        assert_eq!(journey.screen(), before);
    }
}

#[test]
fn the_scroll_bar_jumps_and_double_clicks_do_nothing_twice() {
    let mut journey = Journey::open(80, 24).at("build-relationships");
    let geometry = journey.app.geometry().unwrap();
    let bar = journey.app.shown.scrollbar(&geometry).unwrap();
    let last = journey.reading().page.last_top(journey.app.text_height());
    journey.click(bar.track.x, bar.track.bottom() - 1);
    assert_eq!(journey.top_row(), last);
    journey.click(bar.track.x, bar.track.bottom() - 1);
    assert_eq!(journey.top_row(), last);
    journey.click(bar.track.x, bar.track.y);
    assert_eq!(journey.top_row(), 0);
    let middle = bar.track.y + bar.track.height / 2;
    journey.click(bar.track.x, middle).send(Message::Idle);
    assert!((last / 3..2 * last / 3 + 2).contains(&journey.top_row()));
}

//! Borders of panes, dragged.

use ratatui::layout::Position;
use real_toolkit::app::{Effect, Message, PANE_AT_LEAST, Pane, Preference, TEXT_AT_LEAST};

use super::super::support::Journey;

fn drag(journey: &mut Journey, from: u16, to: &[u16]) {
    journey.click(from, 10);
    for x in to {
        journey.send(Message::Drag(Position::new(*x, 10))).frame();
    }
    journey.send(Message::Release);
}

fn widths(journey: &Journey) -> (u16, u16, u16) {
    let geometry = journey.app.geometry().unwrap();
    let width = |pane: Option<ratatui::layout::Rect>| pane.map_or(0, |pane| pane.width);
    (width(geometry.themes), geometry.text.width, width(geometry.related))
}

#[test]
fn the_border_follows_the_mouse_and_stays_where_it_was_let_go() {
    let mut journey = Journey::open(120, 40).at("supervision#know");
    let top = journey.reading().top;
    assert_eq!(widths(&journey), (27, 63, 25));
    drag(&mut journey, 26, &[26, 28, 31, 33]);
    assert_eq!(widths(&journey), (34, 56, 25));
    assert_eq!(journey.effects(), [Effect::Remember(Preference::ThemesPane(34))]);
    drag(&mut journey, 95, &[90]);
    assert_eq!(widths(&journey), (34, 51, 30));
    assert_eq!(journey.effects(), [Effect::Remember(Preference::RelatedPane(30))]);
    assert_eq!(journey.reading().top, top);
    journey.send(Message::Drag(Position::new(50, 10))).send(Message::Release);
    assert_eq!((widths(&journey), journey.effects()), ((34, 51, 30), vec![]), "let go is let go");
    journey.resize(300, 50).resize(120, 40);
    assert_eq!(widths(&journey), (34, 51, 30));
}

#[test]
fn the_text_keeps_its_columns_and_the_panes_theirs() {
    for (width, height) in [(100, 30), (120, 40), (92, 24), (200, 50)] {
        for to in [0, 1, 20, width / 2, width - 1, width + 50, u16::MAX] {
            let mut journey = Journey::open(width, height).at("supervision");
            let themes = journey.app.geometry().unwrap().themes.unwrap();
            drag(&mut journey, themes.right() - 1, &[to]);
            assert!(
                widths(&journey).0 >= PANE_AT_LEAST && widths(&journey).1 >= TEXT_AT_LEAST,
                "{width} {to}"
            );
            journey.app.shown.focus = Pane::Related;
            let related = journey.app.geometry().unwrap().related.unwrap();
            drag(&mut journey, related.x, &[to]);
            assert!(
                widths(&journey).2 >= PANE_AT_LEAST && widths(&journey).1 >= TEXT_AT_LEAST,
                "{width} {to}"
            );
        }
    }
}

#[test]
fn nothing_else_is_dragged() {
    let mut journey = Journey::open(120, 40).at("supervision");
    let before = widths(&journey);
    for from in [0, 10, 25, 27, 60, 94, 96, 119] {
        journey.keys("Esc");
        drag(&mut journey, from, &[40, 70]);
    }
    assert!(!journey.effects().iter().any(|effect| matches!(effect, Effect::Remember(_))));
    assert_eq!(widths(&journey), before);
    // A pane that covers the text has no border to drag, and neither has a screen with something over it.
    let mut journey = Journey::open(40, 12).at("supervision");
    journey.keys("Tab");
    drag(&mut journey, 0, &[20]);
    assert_eq!((journey.app.shown.focus, journey.effects()), (Pane::Related, vec![]));
    let mut journey = Journey::open(120, 40).at("supervision");
    journey.click(26, 10).keys("?").send(Message::Drag(Position::new(40, 10))).send(Message::Release);
    assert_eq!((widths(&journey), journey.effects()), (before, vec![]));
}

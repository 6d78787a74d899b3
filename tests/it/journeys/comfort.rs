//! Width, spacing, text alone: what is read stays in place, and the bottom line says how to go back.

use real_toolkit::app::{Effect, Pane, Panes, Preference, TEXT_AT_MOST};
use real_toolkit::guide::TextPos;
use real_toolkit::page::{RowKind, Spacing};

use super::super::support::{Journey, cell_of, hostile};
use super::{SCREENS, to};

/// Presses keys and insists that the first text on the screen still is where the reader left it.
#[track_caller]
fn keeps_the_place(journey: &mut Journey, keys: &str) {
    let top = journey.reading().top;
    journey.keys(keys).frame();
    assert_eq!(journey.reading().top, top, "{keys}: the top is where the reader set it");
    assert!(journey.in_view(top.pos), "{keys}: and on the screen");
}

fn width(journey: &Journey) -> u16 {
    journey.reading().page.width
}

#[test]
fn plus_and_minus_make_the_text_wider_and_narrower() {
    let mut journey = Journey::open(160, 40).at("build-relationships#know");
    assert_eq!(width(&journey), 80);
    for wanted in (45..80).step_by(5).rev() {
        keeps_the_place(&mut journey, "-");
        assert_eq!(width(&journey), wanted);
        assert_eq!(journey.effects(), [Effect::Remember(Preference::Width(wanted))]);
        journey.sees(&format!("Text {wanted} columns wide. + wider. - narrower."));
    }
    keeps_the_place(&mut journey, "-");
    journey.sees("As narrow as it gets: 45 columns");
    assert_eq!(journey.effects(), [], "there is nothing new to keep");
    (50..=80).step_by(5).for_each(|wanted| {
        keeps_the_place(&mut journey, "+");
        assert_eq!(width(&journey), wanted);
    });
    keeps_the_place(&mut journey, "=");
    journey.sees("As wide as reads well: 80 columns");
}

#[test]
fn where_there_is_no_room_that_is_said() {
    let mut journey = Journey::open(92, 24).at("supervision");
    journey.keys("+").sees("Room for 60 columns here. z hides the panes and makes room.");
    assert_eq!(journey.effects(), []);
    journey.keys("-");
    assert_eq!(width(&journey), 55, "the step is from what is seen");
    journey.resize(80, 24).keys("+ + + + + + +");
    assert_eq!(width(&journey), 75);
    journey.sees("Room for 75 columns here.");
    let mut journey = Journey::open(40, 12).at("supervision");
    journey.keys("-").sees("As narrow as it gets: 37 columns");
}

#[test]
fn s_puts_the_lines_apart_and_together_again() {
    for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
        let mut journey = Journey::open(width, height).at("build-relationships");
        for _ in 0..12 {
            journey.keys("PageDown");
            let row = journey.top_row();
            keeps_the_place(&mut journey, "s");
            assert_eq!(journey.effects(), [Effect::Remember(Preference::Spacing(Spacing::Double))]);
            assert!(journey.bottom().contains("Lines further apart."), "{}", journey.bottom());
            let reading = journey.reading();
            let rows = &reading.page.rows[reading.visible(journey.app.text_height())];
            assert!(rows.windows(2).any(|two| two.iter().any(|row| row.kind == RowKind::Blank)));
            keeps_the_place(&mut journey, "s");
            journey.sees("Lines close together.");
            journey.effects();
            assert_eq!(journey.top_row(), row, "to the row");
        }
    }
}

#[test]
fn links_are_where_they_are_seen_when_lines_stand_apart() {
    let mut journey = Journey::open(80, 24).preferring("spacing = \"double\"").at("build-relationships");
    let app = &journey.app;
    assert_eq!(app.preferences.spacing, Spacing::Single, "`at` begins anew");
    journey.keys("s");
    for _ in 0..4 {
        journey.keys("]");
        let reading = journey.reading();
        let link = reading.chosen_link(&journey.app.library).unwrap();
        let (span, blocks) = (link.span, reading.blocks(&journey.app.library));
        let text = journey.app.geometry().unwrap().text;
        let first = reading.visible(journey.app.text_height()).start;
        let (mut on, pos) = (0, TextPos::new(span.block as usize, span.range().start));
        assert!(journey.in_view(pos));
        for y in 0..text.height {
            for x in 0..text.width {
                let found = reading.page.pos_at(blocks, first + usize::from(y), x);
                on +=
                    usize::from(found.is_some_and(|at| {
                        at.block == span.block && span.range().contains(&(at.byte as usize))
                    }));
            }
        }
        assert!(on > 0, "cells of the link");
        let (row, column) = cell_of(&reading.page, blocks, pos).unwrap();
        let at = (text.x + column, text.y + u16::try_from(row - first).unwrap());
        let wanted = reading.link;
        let mut clicked = Journey::open(80, 24).at("build-relationships");
        clicked.keys("s").app.shown.reading.as_mut().unwrap().top = reading.top;
        clicked.click(at.0, at.1);
        assert!(
            clicked.app.overlay().is_some() || clicked.reads() != "build-relationships",
            "{wanted:?} is followed"
        );
    }
}

#[test]
fn z_shows_the_text_alone_and_the_panes_again() {
    for (width, height) in [(160, 50), (120, 40), (95, 24)] {
        let mut journey = Journey::open(width, height).at("supervision#know");
        keeps_the_place(&mut journey, "z");
        assert_eq!(journey.effects(), [Effect::Remember(Preference::Panes(Panes::TextOnly))]);
        journey.sees("Only the text. z brings the panes back.").misses("Themes").misses("Related");
        journey.keys("Down").sees("z panes").misses("The Real Toolkit");
        assert_eq!(journey.reading().page.width, (width - 5).min(TEXT_AT_MOST));
        let top = journey.reading().top;
        journey.keys("Tab").sees("Related");
        assert_eq!(journey.app.shown.focus, Pane::Related);
        journey.keys("Tab").sees("Themes").misses("Related").keys("Esc").misses("Themes");
        assert_eq!(journey.reading().top, top);
        keeps_the_place(&mut journey, "z");
        journey.sees("Themes");
    }
    let mut journey = Journey::open(40, 12).at("supervision");
    journey.keys("z").frame();
    journey.keys("Tab").sees("Related").keys("Esc z").frame();
}

#[test]
fn comfort_on_every_screen_at_odd_sizes() {
    let preferences = "spacing = \"double\"\nwidth = 45\npanes = \"text-only\"\nthemes-pane = 500\nrelated-pane = 16\n\
                       palette = \"high-contrast\"";
    for (_, keys) in SCREENS {
        let mut journey = to("", 80, 24).preferring(preferences);
        journey.keys(keys);
        for (width, height) in
            [(1, 1), (20, 5), (40, 12), (69, 15), (70, 16), (99, 24), (100, 18), (120, 40), (300, 100)]
        {
            journey.resize(width, height).keys("s z").frame();
            journey.keys("- -").frame();
            journey.keys("s + z").frame();
        }
    }
    for guide in &hostile().guides {
        let mut journey = Journey::on(hostile(), 80, 24).at(&guide.slug);
        journey.keys("s");
        (20..=100).step_by(3).for_each(|width| drop(journey.resize(width, 20).keys("PageDown ]").frame()));
    }
}

//! In brief: the short form of a guide, and back to the place in the whole one.

use real_toolkit::app::{Extent, Overlay};
use real_toolkit::guide::{Part, TextPos};

use super::super::support::Journey;

#[test]
fn v_shows_the_guide_in_brief_and_whole_again_where_it_was() {
    for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
        let mut journey = Journey::open(width, height).at("build-relationships#do");
        journey.keys("Down Down Down");
        let (top, row) = (journey.reading().top, journey.top_row());
        journey.keys("v");
        assert!(journey.bottom().contains("In brief"), "{}", journey.bottom());
        assert_eq!((journey.reading().extent, journey.top_row()), (Extent::Brief, 0));
        journey.keys("PageDown").sees("v whole guide");
        let guide = journey.reading().guide(&journey.app.library).unwrap();
        for (index, section) in guide.sections.iter().enumerate() {
            let is_brief = matches!(section.part, Part::Opening | Part::InBrief | Part::Questions);
            for block in guide.section_blocks(index) {
                let rows = journey.reading().page.rows_of(block);
                assert_eq!(!rows.is_empty(), is_brief, "{}", section.id);
            }
        }
        journey.keys("End PageUp s s - + v");
        assert!(journey.bottom().contains("The whole guide"));
        journey.keys("Tab Esc");
        assert_eq!((journey.reading().top, journey.top_row()), (top, row), "at {width} by {height}");
    }
}

#[test]
fn what_the_short_form_leaves_out_is_shown_in_the_whole_guide() {
    let mut journey = Journey::open(80, 24);
    journey.keys("/").types("hold the boundaries steady").keys("Enter");
    let marks = journey.reading().marks.clone();
    assert!(!marks.is_empty());
    journey.keys("v");
    assert_eq!(journey.reading().extent, Extent::Brief);
    for _ in 0..marks.len() {
        journey.keys("n");
        let mark = journey.reading().mark.unwrap();
        assert!(journey.in_view(marks[mark].pos()));
        assert!(!journey.reading().page.rows_of(marks[mark].block as usize).is_empty());
    }
    let mut journey = Journey::open(80, 24).at("build-relationships");
    journey.keys("v");
    let guide = journey.reading().guide(&journey.app.library).unwrap();
    let first = guide.sections.iter().find(|section| section.part == Part::Written).unwrap().first;
    let pos = TextPos::new(first as usize, 0);
    journey.app.shown.reading.as_mut().unwrap().go_to(pos);
    journey.resize(80, 25);
    assert_eq!(journey.reading().extent, Extent::Whole);
    assert!(journey.in_view(pos));
}

#[test]
fn links_in_brief_are_those_that_are_seen() {
    let mut journey = Journey::open(80, 24).at("build-relationships");
    let whole = journey.reading().links(&journey.app.library).count();
    journey.keys("v");
    let reading = journey.reading();
    let brief: Vec<_> = reading.links(&journey.app.library).map(|link| link.span).collect();
    assert!(brief.len() < whole);
    assert!(brief.iter().all(|span| !reading.page.rows_of(span.block as usize).is_empty()));
    for _ in 0..=brief.len() {
        journey.keys("]").frame();
        assert_eq!(journey.reading().extent, Extent::Brief);
    }
}

#[test]
fn leaving_the_short_form_comes_back_to_the_place_in_the_whole_guide() {
    let mut journey = Journey::open(80, 24).at("build-relationships#do");
    let top = journey.reading().top;
    journey.keys("v Tab Enter");
    if matches!(journey.app.overlay(), Some(Overlay::Card(_))) {
        journey.keys("Enter");
    }
    assert_ne!(journey.reads(), "build-relationships");
    assert_eq!(journey.reading().extent, Extent::Whole, "another guide is shown whole");
    journey.keys("Backspace");
    assert_eq!((journey.reads().as_str(), journey.reading().top), ("build-relationships", top));
}

#[test]
fn only_a_guide_has_a_short_form() {
    let mut journey = Journey::open(80, 24);
    journey.keys("End Enter v").sees("only a guide has a short form");
    assert_eq!(journey.reading().extent, Extent::Whole);
}

//! The current passage: one is always marked in the margin, every one can be reached, and it is what is copied.

use real_toolkit::app::{Document, Effect, Overlay, Pane};

use super::super::support::{Journey, bundled};
use super::to;

const SIZES: [(u16, u16); 6] = [(200, 55), (120, 40), (80, 24), (60, 20), (40, 12), (20, 5)];

/// Returns the blocks of the current passage.
#[track_caller]
fn current(journey: &Journey) -> std::ops::Range<usize> {
    journey.reading().passage(&journey.app.library, journey.app.text_height()).expect("one is current")
}

/// Returns the words with which the current passage begins, as they are copied.
#[track_caller]
fn copied(journey: &mut Journey) -> String {
    journey.effects();
    journey.keys("c");
    match journey.effects().as_slice() {
        [Effect::Copy(text)] => text.clone(),
        other => unreachable!("one copy: {other:?}"),
    }
}

#[test]
fn every_passage_of_every_guide_becomes_current_and_is_copied() {
    for (width, height) in SIZES {
        for guide in &bundled().guides {
            let mut journey = Journey::open(width, height).at(&guide.slug);
            let readable = |at: &usize| {
                let block = &guide.blocks[*at];
                block.kind.is_passage() && !block.prose.text.is_empty()
            };
            let mut missing: Vec<usize> = (0..guide.blocks.len()).filter(readable).collect();
            let all = missing.len();
            for _ in 0..=all {
                let now = current(&journey);
                let rows = journey.reading().page.rows_of_all(now.clone());
                let visible = journey.reading().visible(journey.app.text_height());
                // A screen of three rows has room for a title alone.
                let is_seen = rows.start < visible.end && visible.start < rows.end;
                assert!(is_seen || height < 12, "{}: on the screen", guide.slug);
                missing.retain(|at| !now.contains(at));
                journey.keys("Shift-Down");
            }
            assert!(missing.is_empty(), "{missing:?} of {} at {width} by {height}", guide.slug);
            let last = (0..guide.blocks.len()).rfind(readable).unwrap();
            assert!(current(&journey).contains(&last));
            let text = copied(&mut journey);
            assert!(text.contains(&guide.blocks[last].prose.text) && text.contains(&guide.title), "{text}");
            let mut by_end = Journey::open(width, height).at(&guide.slug);
            by_end.keys("End");
            assert_eq!(current(&by_end), current(&journey), "End leads to the last one");
            by_end.keys("Shift-Up {");
            assert!(current(&by_end).start < last);
        }
    }
}

#[test]
fn arrows_alone_reach_the_last_passage() {
    for (width, height) in SIZES {
        let mut journey = Journey::open(width, height).at("supervision");
        let mut end = journey.clone();
        let last = current(end.keys("End"));
        let mut seen = 0;
        while current(&journey) != last && seen < 2_000 {
            journey.keys("Down");
            seen += 1;
        }
        assert_eq!(current(&journey), last, "{width} by {height}");
        while current(&journey).start > 3 && seen < 4_000 {
            journey.keys("Up");
            seen += 1;
        }
        journey.keys("Home Up Up");
        assert!(seen < 4_000 && current(&journey).start <= 3);
    }
}

#[test]
fn the_mark_stands_beside_what_is_copied_wherever_one_scrolls() {
    let mut journey = Journey::open(80, 24).at("build-relationships");
    for keys in ["Home", "PageDown", "Down Down Down", "PageDown", "Up Up Up Up", "PageUp", "End", "{ {"] {
        journey.keys(keys);
        let text = journey.app.geometry().unwrap().text;
        let bar = |y: &u16| journey.row(i32::from(*y)).chars().nth(usize::from(text.x) - 1) == Some('▌');
        let marked: Vec<u16> = (text.top()..text.bottom()).filter(bar).collect();
        let rows = journey.reading().page.rows_of_all(current(&journey));
        let first = journey.top_row();
        let wanted: Vec<u16> = (text.top()..text.bottom())
            .filter(|y| rows.contains(&(first + usize::from(*y - text.top()))))
            .collect();
        assert!(!marked.is_empty() && marked == wanted, "{keys}: {}", journey.screen());
    }
}

#[test]
fn a_click_makes_the_paragraph_current_and_nothing_else() {
    let journey = Journey::open(80, 24).at("build-relationships#feel");
    let text = journey.app.geometry().unwrap().text;
    for y in text.top()..text.bottom() {
        let row = &journey.reading().page.rows[journey.top_row() + usize::from(y - text.top())];
        let Some(block) = row.segments.first().map(|segment| segment.span.block as usize) else { continue };
        let library = &journey.app.library;
        if !journey.reading().blocks(library)[block].kind.is_passage() {
            continue;
        }
        // Behind the end of a short line, too.
        let mut clicked = journey.clone();
        clicked.click(text.right() - 1, y);
        if clicked.reads() == "build-relationships" && clicked.app.overlay().is_none() {
            assert!(current(&clicked).contains(&block), "row {y}");
            assert_eq!(clicked.top_row(), journey.top_row());
        }
    }
}

#[test]
fn links_marks_and_bookmarks_lead_to_their_passage() {
    let journey = to("Enter Enter ]", 80, 24);
    let link = journey.reading().chosen_link(&journey.app.library).unwrap().span.block as usize;
    assert!(current(&journey).contains(&link));
    let mut journey = to("/ m e e t i n g Enter n n", 80, 24);
    let mark = journey.reading().marks[journey.reading().mark.unwrap()].block as usize;
    assert!(current(&journey).contains(&mark));
    journey.keys("End b Enter Home B Enter");
    let mut end = to("Enter Enter End", 80, 24);
    assert_eq!(current(&journey), current(&end), "the last passage was bookmarked and opened");
    let before = current(end.keys("{ {"));
    end.keys("1 Backspace");
    assert_eq!(current(&end), before, "going back finds it again");
}

#[test]
fn enter_chooses_only_what_can_be_seen() {
    let mut journey = Journey::open(80, 24).at("build-relationships");
    let height = journey.app.text_height();
    for _ in 0..journey.reading().page.height() / 4 {
        let top = journey.top_row();
        let visible = journey.reading().visible(height);
        let page = &journey.reading().page;
        let links = journey.reading().links(&journey.app.library);
        let seen = links.filter(|link| visible.contains(&page.row_of(link.span.pos()))).count();
        let mut pressed = journey.clone();
        pressed.keys("Enter");
        assert_eq!(pressed.top_row(), top, "nothing jumps");
        assert_eq!(pressed.reading().link.is_some(), seen > 0);
        assert!(seen > 0 || pressed.shows("No link on this screen. ] goes to the next one."));
        journey.keys("Down Down Down Down");
    }
}

#[test]
fn the_key_for_links_works_in_every_pane() {
    for keys in ["Enter Enter Tab ]", "Enter Enter Shift-Tab ]", "Enter Enter Tab ["] {
        for (width, height) in [(120, 40), (80, 24), (40, 12)] {
            let journey = to(keys, width, height);
            assert_eq!(journey.app.shown.focus, Pane::Text, "{keys}");
            assert!(journey.reading().link.is_some(), "{keys}");
        }
    }
}

#[test]
fn a_term_of_the_passage_is_explained_without_choosing_it() {
    let mut journey = to("Enter Enter ] Esc i", 80, 24);
    journey.sees(" Pace ");
    assert!(matches!(journey.app.overlay(), Some(Overlay::Card(_))));
}

#[test]
fn a_meaning_in_the_glossary_is_copied_with_its_term() {
    let mut journey = Journey::open(80, 24);
    journey.click_on("Glossary").keys("Shift-Down");
    assert_eq!(journey.reading().document, Document::Glossary);
    let text = copied(&mut journey);
    let first = &journey.app.library.terms[0];
    assert!(text.starts_with(&first.title) && text.contains(&first.meaning), "{text}");
}

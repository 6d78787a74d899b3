//! Words found in the guide that is open.

use super::super::support::{Journey, bundled};

fn reading() -> Journey {
    Journey::open(80, 24).at("build-relationships")
}

#[test]
fn every_letter_finds_and_counts_and_the_keys_go_round() {
    let mut journey = reading();
    journey.keys("Ctrl-F").types("YOUNG pers").sees("Find: YOUNG pers").sees("1 of ");
    let all = journey.reading().marks.len();
    assert!(all > 2);
    journey.keys("Enter").sees(&format!("1 of {all}"));
    journey.keys("n").sees(&format!("2 of {all}"));
    let mark = journey.reading().marks[1];
    assert!(journey.in_view(mark.pos()));
    journey.keys("N N").sees(&format!("{all} of {all}, round from the end"));
    journey.keys("n").sees(&format!("1 of {all}, round from the beginning"));
    journey.keys("Esc");
    assert!(journey.reading().marks.is_empty(), "Escape clears the marks first");
}

#[test]
fn the_arrows_go_from_match_to_match_while_the_bar_is_open() {
    let mut journey = reading();
    journey
        .keys("Ctrl-F")
        .types("relationship")
        .sees("1 of ")
        .keys("Down Down")
        .sees("3 of ")
        .keys("Up")
        .sees("2 of ");
    let height = journey.app.text_height();
    for _ in 0..journey.reading().marks.len() {
        journey.keys("Down");
        let reading = journey.reading();
        let mark = reading.marks[reading.mark.unwrap()];
        let row = reading.page.row_of(mark.pos()) - reading.visible(height).start;
        assert!(row + 1 < height, "the bar hides no match");
    }
}

#[test]
fn escape_returns_to_where_it_began() {
    let mut journey = reading();
    journey.keys("PageDown PageDown Down");
    let before = journey.screen();
    journey.keys("Ctrl-F").types("sources").keys("Down Esc");
    assert_eq!(journey.screen(), before);
}

#[test]
fn it_begins_with_what_is_on_the_screen_and_not_at_the_top() {
    let mut journey = reading();
    journey.keys("End");
    let top = journey.top_row();
    journey.keys("Ctrl-F").types("guide");
    let reading = journey.reading();
    let mark = reading.marks[reading.mark.unwrap()];
    assert!(reading.page.row_of(mark.pos()) >= top || reading.mark == Some(0));
    assert!(
        reading.marks.iter().any(|mark| reading.page.row_of(mark.pos()) < top),
        "there are some further up"
    );
}

#[test]
fn what_is_not_in_the_guide_is_searched_for_everywhere() {
    let mut journey = reading();
    journey.keys("Ctrl-F").types("continuing care").sees("not in this guide").keys("Enter");
    journey.sees("Search: continuing care").sees("continuing care");
    assert!(!journey.shows("Find:"));
}

#[test]
fn the_last_words_are_offered_again() {
    let mut journey = reading();
    journey
        .keys("Ctrl-F")
        .types("trust")
        .keys("Enter Esc Ctrl-F")
        .sees("Find: trust")
        .types("care")
        .sees("Find: care");
}

#[test]
fn it_works_on_pages_that_are_no_guides_and_says_so_where_nothing_is_open() {
    let mut journey = Journey::open(80, 24);
    journey.keys("Ctrl-F").sees("Open a guide first");
    let mut journey = Journey::open(80, 24);
    journey.click_on("Glossary").keys("Ctrl-F").types("interdepend").sees("1 of ");
}

#[test]
fn the_count_is_that_of_the_text() {
    let library = bundled();
    let guide = library.guide(library.guide_id("build-relationships").unwrap());
    let blocks = guide.blocks.iter().map(|block| block.prose.text.to_lowercase().matches("trust").count());
    let mut journey = reading();
    journey.keys("Ctrl-F").types("trust");
    assert_eq!(journey.reading().marks.len(), blocks.sum::<usize>());
}

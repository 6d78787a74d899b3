//! Search: as one types, with slips, to the passage, and back as if nothing had been.

use real_toolkit::app::{Overlay, Pane};
use real_toolkit::page::Page;

use super::super::support::Journey;
use super::{SCREENS, has_layer, seen, to};

/// Returns the titles of the guides that the search lists now, each with its place in the list.
fn listed(journey: &Journey) -> Vec<(usize, String)> {
    let Some(Overlay::Search(finder)) = journey.app.overlay() else { unreachable!("a search is open") };
    let hits = finder.answer.hits.iter().enumerate();
    hits.filter_map(|(at, hit)| Some((at, journey.app.library.guide(hit.guide()?).title.clone()))).collect()
}

/// Returns the titles of the guides that the search lists now.
fn titles(journey: &Journey) -> Vec<String> {
    listed(journey).into_iter().map(|(_, title)| title).collect()
}

#[test]
fn results_come_while_one_types() {
    let mut journey = to("/", 80, 24);
    journey.sees("Search: ").sees("Type a few words");
    journey.types("ket").sees("Search: ket").sees("The first meeting").sees("the kettle was the first");
    journey.types("tle");
    assert_eq!(titles(&journey), ["The first meeting"]);
}

#[test]
fn a_slip_is_forgiven_and_said() {
    let mut journey = to("/", 80, 24);
    journey.types("ketle").sees("Showing “kettle” for “ketle”.").sees("The first meeting");
    let mut journey = to("/", 80, 24);
    journey.types("STAFF room door");
    assert_eq!(titles(&journey)[0], "The team room", "what people say for it counts");
}

#[test]
fn enter_opens_the_guide_at_the_passage_with_the_words_marked() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut journey = to("/", width, height);
        journey.types("kettle").keys("Enter").sees("kettle");
        assert_eq!((journey.reads(), journey.app.shown.focus), ("first-meeting".to_owned(), Pane::Text));
        let at = journey.find("kettle");
        let marked = journey.reading().marks.len();
        assert_eq!(marked, 1);
        let runs = journey.styles();
        let row = runs.lines().find(|row| row.starts_with(&format!("{}: ", at.y))).unwrap();
        assert!(
            row.contains(&format!("{}..{} bold underlined reversed black on-lightcyan", at.x, at.x + 6)),
            "{row}"
        );
    }
}

#[test]
fn n_goes_round_the_marks_and_escape_returns_to_the_results() {
    let mut journey = to("/", 80, 12);
    journey.types("meeting").keys("Enter");
    let marks = journey.reading().marks.clone();
    assert!(marks.len() > 3);
    let first = journey.reading().mark.unwrap();
    for step in 1..=marks.len() {
        journey.keys("n");
        let here = (first + step) % marks.len();
        assert_eq!(journey.reading().mark, Some(here));
        assert!(journey.in_view(marks[here].pos()));
        journey.sees(&format!("{} of {}", here + 1, marks.len()));
    }
    journey.keys("N");
    assert_eq!(journey.reading().mark, Some((first + marks.len() - 1) % marks.len()));
    journey.keys("Esc").sees("Search: meeting");
}

#[test]
fn leaving_the_search_returns_to_exactly_where_one_was() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        for (name, keys) in SCREENS.into_iter().filter(|(_, keys)| !has_layer(keys)) {
            let mut journey = to(keys, width, height);
            let before = seen(&journey);
            journey.keys("/").types("kettle").keys("Down Esc");
            assert_eq!(seen(&journey), before, "{name} at {width} by {height}");
            journey.keys("Ctrl-K Esc");
            assert_eq!(seen(&journey), before, "{name} at {width} by {height}");
        }
    }
}

#[test]
fn nothing_found_says_what_to_do_and_enter_does_it() {
    let mut journey = to("/", 80, 24);
    journey
        .types("zzzz")
        .sees("Browse a theme")
        .keys("Enter")
        .sees("Meeting people")
        .misses("Browse a theme");
    assert!(journey.app.overlay().is_none(), "the first offer is opened");
    let mut journey = to("/", 80, 24);
    journey.types("000000").sees("Nothing found.").sees("Browse a theme");
    journey.keys("Ctrl-U").types("tea").misses("Nothing found.").sees("The first meeting");
}

#[test]
fn the_typed_line_can_be_edited() {
    let mut journey = to("/", 80, 24);
    journey.types("tea rom").keys("Left o").sees("Search: tea room");
    journey
        .keys("Home Delete T End Backspace Backspace")
        .sees("Search: Tea ro")
        .keys("Ctrl-W")
        .sees("Search: Tea");
    journey.misses("Search: Tea r").types("q?m/").sees("Search: Tea q?m/");
    assert_eq!(journey.effects(), [], "letters type and do nothing else");
    let cursor = real_toolkit::view::Screen {
        app: &journey.app,
        palette: &real_toolkit::view::Palette::default(),
        charset: real_toolkit::view::Charset::Unicode,
    };
    let at = journey.find("Search: Tea q?m/");
    let cursor = cursor.cursor();
    assert_eq!((cursor.at.x, cursor.at.y, cursor.is_shown), (at.x + 16, at.y, true));
}

#[test]
fn a_line_longer_than_the_screen_keeps_its_end_in_view() {
    let mut journey = to("/", 40, 12);
    journey.types(&"long words ".repeat(20)).types("at the end").sees("at the end");
    journey.keys("Home").sees("Search: long");
}

#[test]
fn searching_leaves_the_page_as_it_is() {
    let mut journey = Journey::open(80, 24).at("supervision");
    let page = journey.reading().page.clone();
    journey.keys("/").types("supervision feels like a telling off").frame();
    assert_eq!(journey.reading().page, page);
    journey.keys("Enter").frame();
    let reading = journey.reading();
    assert!(!reading.marks.is_empty());
    assert_eq!(reading.page, Page::compose(reading.blocks(&journey.app.library), reading.page.width));
}

#[test]
fn results_are_opened_with_a_click_on_any_of_their_rows() {
    let mut journey = to("/", 80, 24);
    journey.types("room");
    let mut hits = listed(&journey);
    // Further passages of a guide stand under its title.
    hits.dedup_by(|below, above| below.1 == above.1);
    assert!(hits.len() > 1);
    for (at, title) in &hits {
        let mut by_keys = to("/", 80, 24);
        by_keys.types("room").keys(&"Down ".repeat(*at));
        let row = by_keys.find(title);
        by_keys.keys("Enter");
        for y in [row.y, row.y + 1] {
            let mut journey = to("/", 80, 24);
            journey.types("room").keys(&"Down ".repeat(*at)).click(row.x, y);
            assert_eq!(seen(&journey), seen(&by_keys), "{title}");
        }
    }
}

#[test]
fn a_click_beside_the_search_closes_it() {
    let mut journey = to("Enter Enter", 120, 40);
    let before = seen(&journey);
    journey.keys("/").types("tea").click(1, 20);
    assert_eq!(seen(&journey), before);
}

#[test]
fn people_find_what_they_would_say() {
    for (words, guide) in [
        ("she keeps pushing me away", "build-relationships"),
        ("the rota is killing us", "shifts-and-work-patterns"),
    ] {
        let mut journey = Journey::open(80, 24);
        journey.keys("/").types(words).keys("Enter");
        assert_eq!(journey.reads(), guide, "{words}");
    }
}

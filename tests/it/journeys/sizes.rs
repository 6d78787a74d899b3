//! Windows of every size: nothing panics, nothing is drawn outside, and what was read stays on the screen.

use real_toolkit::app::SMALLEST;
use real_toolkit::guide::TextPos;
use real_toolkit::view::Colours;

use super::super::support::{Chance, Journey, hostile, small};
use super::{SCREENS, to};

/// Sizes at which something changes, and some that nobody has.
const ODD: [(u16, u16); 20] = [
    (0, 0),
    (0, 24),
    (80, 0),
    (1, 1),
    (1, 50),
    (200, 1),
    (20, 5),
    (19, 5),
    (20, 4),
    (21, 6),
    (40, 12),
    (49, 17),
    (69, 15),
    (70, 16),
    (99, 24),
    (100, 18),
    (120, 40),
    (300, 100),
    (500, 200),
    (65, 500),
];

#[test]
fn every_screen_at_odd_sizes() {
    for (_, keys) in SCREENS {
        for colours in [Colours::Terminal, Colours::None] {
            let mut journey = to(keys, 80, 24).colours(colours);
            for (width, height) in ODD {
                journey.resize(width, height).frame();
            }
        }
        for (width, height) in ODD {
            to(keys, width, height).frame();
        }
    }
}

#[test]
fn every_screen_at_every_width_and_height() {
    for (_, keys) in SCREENS {
        let mut journey = to(keys, 80, 24);
        (0..=130).for_each(|width| drop(journey.resize(width, 3 + width * 7 % 31).frame()));
        (0..=60).for_each(|height| drop(journey.resize(15 + height * 11 % 97, height).frame()));
    }
}

#[test]
fn hard_text_at_every_width() {
    let library = hostile();
    for guide in &library.guides {
        let mut journey = Journey::on(library.clone(), 80, 24).at(&guide.slug);
        for width in 20..=100 {
            journey.resize(width, 12 + width % 9).keys("PageDown ]").frame();
        }
    }
}

#[test]
fn a_window_too_small_says_so_and_forgets_nothing() {
    for (width, height) in [(SMALLEST.width - 1, 24), (80, SMALLEST.height - 1), (12, 3)] {
        let mut journey = to("Enter Enter PageDown", 80, 24);
        let before = journey.screen();
        journey.resize(width, height).sees("Please make");
        assert!(!journey.shows("quit"));
        journey.resize(80, 24);
        assert_eq!(journey.screen(), before);
    }
    for (width, height) in [(20, 5), (20, 24), (80, 5)] {
        assert!(!to("Enter Enter", width, height).shows("Please make"), "{width} by {height} is enough");
    }
}

#[test]
fn resizing_keeps_the_paragraph_that_is_read() {
    for slug in ["build-relationships", "relational-care-system", "yp-your-rights"] {
        let mut journey = Journey::open(120, 40).at(slug);
        let rows = journey.reading().page.height();
        for start in (0..rows).step_by(5) {
            journey.resize(120, 40).keys("Home").keys(&"Down ".repeat(start));
            let row = journey.top_row();
            let top = journey.reading().top;
            for (width, height) in
                [(80, 24), (40, 12), (20, 5), (10, 2), (21, 50), (300, 100), (69, 9), (70, 31)]
            {
                journey.resize(width, height);
                assert_eq!(
                    journey.reading().top,
                    top,
                    "{slug}, row {start}: the top is where the reader set it"
                );
                let shown = journey.app.geometry().is_none() || journey.in_view(top.pos);
                assert!(shown, "{slug}, row {start}: on the screen at {width} by {height}");
            }
            journey.resize(120, 40);
            assert_eq!(journey.top_row(), row, "{slug}: down and up again");
        }
    }
}

#[test]
fn a_storm_of_resizes_does_not_drift() {
    let mut chance = Chance::new(7);
    let mut journey = Journey::open(80, 24).at("build-relationships#know");
    journey.keys("PageDown Down Down");
    let (row, screen) = (journey.top_row(), journey.screen());
    for _ in 0..500 {
        let (width, height) = (chance.below(200), chance.below(70));
        journey.resize(u16::try_from(width).unwrap(), u16::try_from(height).unwrap()).frame();
    }
    journey.resize(80, 24);
    assert_eq!((journey.top_row(), journey.screen()), (row, screen));
}

#[test]
fn scrolling_at_another_size_goes_on_from_what_is_seen() {
    let mut journey = Journey::open(120, 40).at("build-relationships");
    journey.keys("PageDown PageDown").resize(40, 12);
    let row = journey.top_row();
    journey.keys("Down");
    assert_eq!(journey.top_row(), row + 1);
    journey.keys("Up Up");
    assert_eq!(journey.top_row(), row - 1);
}

#[test]
fn pages_turn_with_two_rows_in_common_and_end_at_the_end() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut journey = Journey::open(width, height).at("supervision");
        let shown = journey.app.text_height();
        let mut rows = vec![0];
        while rows.last() != Some(&journey.reading().page.last_top(shown)) {
            journey.keys("PageDown");
            rows.push(journey.top_row());
        }
        let steps: Vec<usize> = rows.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let (last, others) = steps.split_last().unwrap();
        assert!(others.iter().all(|step| *step == shown - 2) && *last <= shown - 2, "{steps:?}");
        journey.keys("Down PageDown Space End");
        assert_eq!(journey.top_row(), *rows.last().unwrap());
        journey.keys("Home");
        assert_eq!(journey.top_row(), 0);
    }
}

#[test]
fn everything_can_be_done_on_a_small_screen() {
    for (width, height) in [(40, 12), (20, 5)] {
        let mut journey = Journey::on(small(), width, height);
        journey.keys("Enter").frame();
        journey.keys("Enter").frame();
        assert_eq!(journey.reads(), "first-meeting");
        journey.keys("] i").frame();
        journey.keys("Esc Tab Enter").frame();
        assert_eq!(journey.reads(), "the-team-room");
        journey.keys("/").types("kettle").keys("Enter").sees("kettle");
        let mark = journey.reading().marks[0];
        assert!(journey.in_view(TextPos { block: mark.block, byte: mark.start }), "{width} by {height}");
        journey.keys("? Esc w").sees("A Small Pack");
    }
}

//! Libraries that are smaller, larger or emptier than ours.

use real_toolkit::app::{Pane, ways_in};

use super::super::support::{Guide, Journey, library};

/// Looks at everything that a library offers, at a few sizes.
fn look_round(library: &real_toolkit::guide::Library) {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        for way in 0..ways_in(library, None).len() {
            let mut journey = Journey::on(library.clone(), width, height);
            journey.keys(&"Down ".repeat(way)).keys("Enter").frame();
            for keys in
                ["Enter", "]", "Enter", "Esc", "Tab", "End", "Enter", "i", "Esc", "1", "Backspace", "w", "?"]
            {
                journey.keys(keys).frame();
            }
        }
    }
}

#[test]
fn a_single_guide_is_a_library() {
    let library = library(&["here"], &[Guide::new("only", "One guide, without a link.")]);
    look_round(&library);
    let mut journey = Journey::on(library, 80, 24);
    journey.sees("1 guide").misses("1 guides").keys("Enter Enter").sees("One guide, without a link.");
    journey.keys("Tab").sees("Nothing here yet.").keys("Enter i Down Esc").frame();
    assert_eq!((journey.app.shown.focus, journey.reads()), (Pane::Text, "only".to_owned()));
}

#[test]
fn an_area_without_guides_is_not_offered() {
    let young = Guide { area: "young-people", ..Guide::new("yp-one", "For young people.") };
    for (guides, missing, there) in [
        (vec![Guide::new("one", "For workers.")], "Young people", "The workforce"),
        (vec![young], "The workforce", "Young people"),
    ] {
        let library = library(&["here"], &guides);
        look_round(&library);
        let mut journey = Journey::on(library, 80, 24);
        journey.sees(there).misses(missing).keys("Enter").sees(there).misses(missing);
    }
}

#[test]
fn a_theme_without_guides_is_not_offered() {
    let library = library(&["empty", "here"], &[Guide::new("one", "Words.")]);
    look_round(&library);
    Journey::on(library, 80, 24).sees("Theme here").misses("Theme empty");
}

#[test]
fn a_theme_of_five_hundred_guides_scrolls() {
    let guides: Vec<Guide<'_>> =
        (0..500).map(|at| Guide::new(format!("g{at:03}"), "Words about care.")).collect();
    let mut journey = Journey::on(library(&["here"], &guides), 80, 24);
    journey.sees("500 guides").keys("Enter").sees("The guide g000").keys("End").sees("About");
    journey.keys("Up").sees("The guide g499").keys("Enter");
    assert_eq!(journey.reads(), "g499");
    journey.keys("Shift-Tab Home PageDown PageDown").frame();
    journey.keys("/").types("care").keys("PageDown PageDown").frame();
    journey.keys("Enter");
    assert!(journey.reads().starts_with('g'));
}

#[test]
fn a_word_of_five_thousand_letters_is_broken_and_read() {
    let word = "x".repeat(5_000);
    let library = library(&["here"], &[Guide::new("long", format!("before {word} after"))]);
    let mut journey = Journey::on(library, 80, 24);
    journey.keys("Enter Enter").sees("before").sees("xxxxxxxxxxxxxxxxxxxx");
    let text = journey.app.geometry().unwrap().text;
    let mut seen = 0;
    while !journey.shows("after") {
        journey.keys("Down");
        seen += 1;
        assert!(seen < 400, "the end is reached");
    }
    assert!(seen >= 5_000 / usize::from(text.width) - usize::from(text.height));
    for width in [20, 41, 99, 500] {
        journey.resize(width, 24).frame();
    }
    journey.keys("/").types(&"x".repeat(390)).frame();
}

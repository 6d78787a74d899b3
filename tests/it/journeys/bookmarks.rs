//! Bookmarks and reading places: kept from one session to the next.

use real_toolkit::app::{Effect, Message, Outcome};
use real_toolkit::guide::Library;

use super::super::support::{Journey, bundled};

fn reading() -> Journey {
    Journey::open(80, 24).at("build-relationships#do")
}

#[test]
fn a_passage_is_bookmarked_with_words_and_found_after_a_restart() {
    let mut journey = reading();
    journey.keys("PageDown");
    let top = journey.top_row();
    journey.keys("b").sees("A few words of your own").types("for Mo on Friday").keys("Enter");
    journey.sees("Bookmarked “for Mo on Friday”. B lists your bookmarks.");
    journey
        .again()
        .does("your bookmarks")
        .sees("Your bookmarks")
        .sees("for Mo on Friday")
        .sees("2026-11-22")
        .keys("Enter");
    assert_eq!(journey.reads(), "build-relationships");
    assert!(journey.top_row().abs_diff(top) <= 1, "a blank row may have been the first");
}

#[test]
fn words_are_optional_and_escape_keeps_nothing() {
    let mut journey = reading();
    journey.keys("b Esc B").sees("No bookmarks yet. In a guide, b marks the passage you are reading.");
    journey
        .keys("b Enter")
        .sees("Bookmarked “")
        .keys("B")
        .sees("Your bookmarks")
        .sees("How to build relationships");
}

#[test]
fn a_removed_bookmark_is_put_back() {
    let mut journey = reading();
    journey.keys("b").types("one").keys("Enter PageDown b").types("two").keys("Enter B");
    journey.sees("one").sees("two").keys("Delete").sees("Removed. u puts it back").misses("two").sees("one");
    journey.keys("u").sees("two").keys("Delete Delete").sees("Removed").misses("Your bookmarks");
    assert!(journey.app.journal.bookmarks.all().is_empty());
}

#[test]
fn the_words_of_a_bookmark_can_be_changed() {
    let mut journey = reading();
    journey.keys("b").types("one").keys("Enter B e").sees("Your words for it").types(" more").keys("Enter");
    journey.sees("Changed to “one more”.").keys("B").sees("one more");
}

#[test]
fn only_what_was_kept_is_said_to_be() {
    let mut journey = reading();
    journey.app.update(Message::Key("b".parse().unwrap()));
    let effects = journey.app.update(Message::Key("Enter".parse().unwrap()));
    assert!(matches!(effects.as_slice(), [Effect::Record(_)]));
    assert!(!journey.shows("Bookmarked"));
    journey.sees("Keeping…");
    journey
        .send(Message::Recorded(Outcome::Failed { changes: Vec::new(), why: "the disk is full".to_owned() }));
    journey.misses("Keeping…").misses("Bookmarked");
    assert!(journey.app.journal.bookmarks.all().is_empty());
}

#[test]
fn what_was_removed_can_be_taken_out_of_every_copy() {
    let mut journey = reading();
    journey.keys("b").types("kayleigh").keys("Enter b").types("other").keys("Enter B Down Delete");
    journey.sees("u puts it back; D takes it out of the copies, too.").keys("D");
    journey.sees("is in no copy any more").sees("other").misses("kayleigh");
    journey.keys("u").sees("There is nothing to put back.");
}

#[test]
fn where_one_has_been_is_forgotten_from_its_own_screen() {
    let mut journey = reading();
    journey
        .again()
        .keys("Enter")
        .does("where you have been")
        .sees("How to build relationships")
        .sees("forget all of it");
    journey.keys("Delete").sees("Forgotten: where you have been");
    assert_eq!(journey.app.journal.progress.visits(), []);
}

/// Returns the bundled library with every paragraph of a guide that holds some words taken out.
fn without(words: &str) -> Library {
    let mut library = bundled().clone();
    for guide in &mut library.guides {
        for block in &mut guide.blocks {
            if block.prose.text.contains(words) {
                block.prose = real_toolkit::guide::Prose::plain("Something else altogether.");
            }
        }
    }
    library
}

#[test]
fn a_bookmark_whose_words_have_gone_says_so_and_opens_the_heading() {
    let mut journey = reading();
    journey.keys("o").click_on("Six habits").keys("Down Down b").types("habit").keys("Enter");
    let bookmark = journey.app.journal.bookmarks.all()[0].clone();
    let kept = journey.app.journal.clone();
    let words: String = bookmark.words().chars().take(20).collect();
    let mut after = Journey::on(without(&words), 80, 24);
    after.app = after.app.with_journal(kept, &[]);
    after.does("your bookmarks").sees("habit").keys("Enter").sees("This is the nearest heading");
    assert!(after.row(2).contains("Six habits") || after.shows("Six habits"), "{}", after.screen());
    assert_eq!(after.app.journal.bookmarks.all().len(), 1, "it is never dropped");
}

#[test]
fn a_guide_reopens_where_it_was_left_and_the_first_screen_leads_there() {
    let mut journey = Journey::open(80, 24).at("build-relationships");
    journey.keys("PageDown PageDown");
    let top = journey.top_row();
    journey.again().sees("Continue reading").keys("Enter");
    assert_eq!((journey.reads().as_str(), journey.top_row()), ("build-relationships", top));
    journey.keys("w").keys("End Enter h").click_on("How to build relationships with young");
    assert_eq!(journey.top_row(), top);
}

#[test]
fn a_guide_that_was_read_to_its_end_is_marked_and_begins_at_its_beginning() {
    let mut journey = Journey::open(80, 24).at("yp-your-rights");
    journey.keys("End");
    journey.again().does("where you have been").sees("Your").keys("Esc");
    let mut journey_two = Journey::open(80, 24).at("why-relationships-matter");
    journey_two
        .keys("End w")
        .click_on("Understanding relationships")
        .sees("✓ Why relationships")
        .keys("Enter");
    assert_eq!((journey_two.reads().as_str(), journey_two.top_row()), ("why-relationships-matter", 0));
}

#[test]
fn where_one_was_in_earlier_sessions_is_in_the_history() {
    let mut journey = Journey::open(80, 24).at("supervision");
    journey
        .keys("w")
        .again()
        .does("where you have been")
        .sees("Getting the most from supervision")
        .sees("2026-11-22")
        .keys("Down Enter");
    assert_eq!(journey.reads(), "supervision");
}

#[test]
fn what_is_bookmarked_is_what_would_be_copied() {
    let mut journey = reading();
    for _ in 0..4 {
        journey.keys("c");
        let effects = journey.effects();
        let [Effect::Copy(copied)] = effects.as_slice() else { panic!("something is copied: {effects:?}") };
        journey.keys("b Enter");
        let bookmark = journey.app.journal.bookmarks.all().last().unwrap().clone();
        assert!(copied.starts_with(bookmark.words()), "{copied}\n{}", bookmark.words());
        journey.keys("PageDown");
    }
}

#[test]
fn reading_goes_on_in_the_guide_that_was_left_last_even_where_nothing_was_scrolled_in_it() {
    let mut journey = Journey::open(80, 24).at("supervision");
    journey.keys("PageDown").again();
    journey.keys("/").types("staying in touch after care").keys("Enter PageDown").again();
    journey.keys("/").types("getting the most from supervision").keys("Enter").again();
    journey.sees("Continue reading").keys("Enter");
    assert_eq!(journey.reads(), "supervision");
}

//! Copying: the passage that is read, with where it is from.

use real_toolkit::app::{Delivery, Effect, Handover, Message, MouseCapture, Overlay};

use super::super::support::Journey;
use super::to;

/// Returns what the shell was asked to copy, once.
#[track_caller]
fn copied(journey: &mut Journey) -> String {
    match journey.effects().as_slice() {
        [Effect::Copy(text)] => text.clone(),
        other => unreachable!("one copy: {other:?}"),
    }
}

fn deliver(journey: &mut Journey, delivery: Delivery) -> &mut Journey {
    journey.send(Message::HandedOver(Handover::Copied(delivery)))
}

#[test]
fn the_paragraph_at_the_top_is_copied_with_its_source() {
    let mut journey = Journey::on(super::super::support::small(), 80, 24).at("first-meeting#feel");
    journey.keys("c");
    assert_eq!(
        copied(&mut journey),
        "Everybody is nervous, and nobody says so. You are the ninth worker this year, and they have counted.\n\n\
         The first meeting, Feel. A Small Pack.\nMade for tests. It retells nothing.\n\
         Original: https://example.org/room\n"
    );
    deliver(&mut journey, Delivery::Done).sees("Copied: “Everybody is nervous,").sees(", with its source");
}

#[test]
fn what_was_copied_is_marked_until_the_next_key() {
    let mut journey = Journey::on(super::super::support::small(), 80, 24).at("first-meeting#feel");
    let (plain, mut marked) = (journey.styles(), String::new());
    for key in ["x", "Down", "Esc"] {
        journey.keys("c");
        deliver(&mut journey, Delivery::Done);
        marked = journey.styles();
        assert!(marked.contains("reversed") && marked != plain, "{marked}");
        journey.keys(key).misses("Copied");
        assert_ne!(journey.styles(), marked, "{key} lets go of the mark");
        journey.keys("Home");
    }
    assert_ne!(marked, plain);
}

#[test]
fn a_chosen_link_says_which_passage_is_meant() {
    let mut journey = Journey::on(super::super::support::small(), 80, 24).at("first-meeting#do");
    // On a list item: all of it, without its number.
    journey.keys("]").keys("c");
    assert!(
        copied(&mut journey).starts_with("Ask where they would like to meet. The team room is seldom it.\n")
    );
    // In a callout: its label says who speaks.
    journey.keys("] c");
    let text = copied(&mut journey);
    assert!(text.starts_with("Check current guidance: Lone working rules differ"), "{text}");
}

#[test]
fn marked_words_say_which_passage_is_meant() {
    let mut journey = to("/ k e t t l e Enter", 80, 24);
    journey.keys("c");
    let text = copied(&mut journey);
    assert!(text.starts_with("Voice: One young person told us that the kettle"), "{text}");
}

#[test]
fn items_and_table_rows_are_copied_whole() {
    let mut journey = to("/ e n d e d Enter", 80, 24);
    journey.keys("c");
    let text = copied(&mut journey);
    assert!(
        text.starts_with("People remember how a meeting ended.\n- A planned ending is remembered best.\n"),
        "{text}"
    );
    assert!(text.contains("The first meeting, Know, What is known. A Small Pack."), "{text}");
    let mut journey = to("/ r e l i e d Enter", 80, 24);
    journey.keys("c");
    let text = copied(&mut journey);
    assert!(text.starts_with("Come on time | You can be relied on\n"), "{text}");
}

#[test]
fn the_same_key_again_shows_it_with_the_mouse_left_to_the_terminal() {
    for (width, height) in [(80, 24), (40, 12), (20, 5)] {
        let mut journey = Journey::on(super::super::support::small(), width, height).at("first-meeting#feel");
        journey.keys("c").effects();
        deliver(&mut journey, Delivery::Perhaps).sees("Copied: “");
        assert!(width < 80 || journey.shows("c again shows it"));
        journey.keys("c").sees("Everybody is");
        assert_eq!(journey.effects(), [Effect::Mouse(MouseCapture::Off)]);
        assert!(!journey.screen().contains('│'), "nothing but the text to select");
        journey.keys("End").sees("room").keys("Esc");
        assert_eq!(journey.effects(), [Effect::Mouse(MouseCapture::On)]);
        assert!(journey.app.overlay().is_none());
        journey.keys("c");
        assert!(!copied(&mut journey).is_empty(), "from there on it copies again");
    }
}

#[test]
fn a_mouse_that_was_off_stays_off() {
    let mut journey = Journey::on(super::super::support::small(), 80, 24).at("first-meeting#feel");
    journey.keys("m c c Esc");
    assert_eq!(journey.app.pointer.capture, MouseCapture::Off);
}

#[test]
fn where_nothing_takes_a_copy_it_is_shown_at_once() {
    let mut journey = Journey::on(super::super::support::small(), 80, 24).at("first-meeting#feel");
    journey.keys("c");
    deliver(&mut journey, Delivery::Nowhere);
    assert!(matches!(journey.app.overlay(), Some(Overlay::CopiedText(_))));
    journey.sees("Everybody is nervous").sees("select the text with the mouse");
}

#[test]
fn cards_and_made_pages_can_be_copied_and_the_first_screen_cannot() {
    let mut journey = to("Enter Enter ] i c", 80, 24);
    let text = copied(&mut journey);
    assert!(text.starts_with("Pace: How fast somebody wants to get to know you."), "{text}");
    assert!(text.contains("Glossary. A Small Pack."), "{text}");
    assert!(matches!(journey.app.overlay(), Some(Overlay::Card(_))), "the card stays");
    let mut journey = to("End Enter c", 80, 24);
    assert!(copied(&mut journey).contains("About. A Small Pack."));
    let mut journey = to("", 80, 24);
    journey.does("copy this").sees("Search: copy this");
    assert_eq!(journey.effects(), [], "what cannot be copied is not offered");
}

#[test]
fn every_paragraph_of_every_guide_can_be_copied() {
    for guide in &super::super::support::bundled().guides {
        let mut journey = Journey::open(80, 24).at(&guide.slug);
        for _ in 0..journey.reading().page.height() / 5 {
            journey.keys("c");
            let text = copied(&mut journey);
            assert!(text.contains(&guide.title) && text.contains("The Real Toolkit"), "{text}");
            journey.keys(&"Down ".repeat(5));
        }
    }
}

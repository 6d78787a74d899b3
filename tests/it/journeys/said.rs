//! What is said on the bottom line: whole, the reason first, once, and to be read again.

use real_toolkit::app::{Effect, Message, Outcome};
use real_toolkit::journal::Change;

use super::super::support::Journey;

const FULL: &str = "the disk is full. Make room on it, then try again (bookmarks.toml)";

/// Asks for a bookmark with these words, and lets it fail.
fn fails(journey: &mut Journey, words: &str) {
    journey.app.update(Message::Key("b".parse().unwrap()));
    for letter in words.chars() {
        journey
            .app
            .update(Message::Key(real_toolkit::app::Key::plain(real_toolkit::app::KeyCode::Char(letter))));
    }
    fails_at_enter(journey);
}

fn fails_at_enter(journey: &mut Journey) {
    let effects = journey.app.update(Message::Key("Enter".parse().unwrap()));
    let changes: Vec<Change> = effects
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Record(change) => Some(*change),
            _ => None,
        })
        .collect();
    journey.send(Message::Recorded(Outcome::Failed { changes, why: FULL.to_owned() }));
}

#[test]
fn why_a_bookmark_is_not_kept_is_whole_on_a_narrow_screen_and_its_words_are_offered_again() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut journey = Journey::open(width, height).at("supervision");
        fails(&mut journey, "ask about nights");
        let said = journey.bottom();
        assert!(said.contains(&format!("Not kept, but b has your words still: {FULL}")), "{said}");
        journey.keys("b").sees("ask about nights");
        fails_at_enter(&mut journey);
        journey.keys("b").sees("ask about nights").keys("Enter").sees("Bookmarked “ask about nights”");
        journey.keys("b").misses("ask about nights");
    }
}

#[test]
fn what_fails_by_itself_is_said_once() {
    let mut journey = Journey::open(80, 24).at("supervision");
    let failed = || {
        Message::Recorded(Outcome::Failed { changes: Vec::new(), why: "the disk is full (x.toml)".into() })
    };
    journey.send(failed()).sees("Not kept for the next time: the disk is full (x.toml)");
    journey.keys("Down").misses("Not kept").send(failed()).misses("Not kept");
    journey.keys("M").sees("Not kept for the next time: the disk is full (x.toml)");
}

#[test]
fn two_messages_are_both_said_and_the_last_ones_can_be_read_again() {
    let troubles = ["A file of yours is damaged.".to_owned(), "Another one is missing.".to_owned()];
    let mut journey = Journey::open(80, 24).at("supervision").preferring("palette = \"loud\"");
    journey.app = journey.app.with_journal(real_toolkit::journal::Journal::default(), &troubles);
    for words in ["(line 1 of preferences.toml)", "A file of yours is damaged.", "Another one is missing."] {
        journey.sees(words);
    }
    journey.keys("m m M").sees("Mouse on").sees("A file of yours is damaged.").sees("preferences.toml");
    journey.keys("Esc").misses("Another one");
}

#[test]
fn a_message_that_is_longer_than_half_the_screen_says_which_key_shows_the_rest() {
    let mut journey = Journey::open(40, 12).at("supervision");
    journey.send(Message::Failed("word ".repeat(100)));
    journey.sees("… M shows the rest").keys("M").sees("Messages").keys("End").sees("word");
}

#[test]
fn a_slip_in_the_preferences_is_told_in_plain_words() {
    let mut journey = Journey::open(80, 24).at("supervision").preferring("palette = “light”");
    journey.sees("these quotation marks are curly").sees("(line 1 of preferences.toml)");
}

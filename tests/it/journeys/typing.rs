//! Typing and pasting: what is taken, what is said of the rest, and the keys that edit.

use real_toolkit::app::Message;

use super::super::support::Journey;

/// A paragraph as somebody would paste it from an email.
fn paragraph() -> String {
    "She keeps pushing me away at bedtime and I do not know what to say to her. ".repeat(6)
}

fn paste(journey: &mut Journey, text: &str) {
    journey.send(Message::Paste(text.to_owned()));
}

#[test]
fn a_pasted_paragraph_is_searched_for_and_what_is_too_long_is_said() {
    let mut journey = Journey::open(80, 24).at("supervision");
    journey.keys("/");
    paste(&mut journey, &paragraph());
    journey.sees("what to say to her.").misses("left out");
    paste(&mut journey, &paragraph().repeat(3));
    journey.sees("This line is full").keys("Ctrl-U").types("rota").sees("Search: rota");
}

#[test]
fn a_paste_where_nothing_takes_text_presses_no_key_and_says_so() {
    let mut journey = Journey::open(80, 24).at("supervision");
    let before = journey.app.preferences;
    for message in [Message::Paste("stop this".into()), Message::Burst("stop this\n".into())] {
        journey.send(message).sees("What was pasted is left out");
        assert_eq!(journey.effects(), []);
        journey.keys("o").sees("Contents").send(Message::Paste("stop".into())).sees("left out").keys("Esc");
    }
    assert_eq!(journey.app.preferences, before);
}

#[test]
fn letters_in_one_piece_are_typed_where_typing_is_taken() {
    let mut journey = Journey::open(80, 24);
    // On the first screen they begin a search.
    journey.send(Message::Burst("the rota\tfor nights".into())).sees("the rota for nights");
    let mut journey = Journey::open(80, 24).at("supervision");
    journey.send(Message::Burst("/the rota".into())).sees("Search: the rota");
    journey.keys("Esc").send(Message::Burst("bnights\n".into())).sees("Bookmarked “nights”");
    // Words that begin with such a letter are words.
    journey.send(Message::Burst("being pushed away\n".into())).sees("left out");
}

#[test]
fn the_keys_that_edit_are_those_of_other_programs() {
    let mut journey = Journey::open(80, 24).at("supervision");
    journey.keys("/").types("the night shift");
    journey.keys("Ctrl-A").types("x").sees("Search: xthe night shift");
    journey.keys("Ctrl-Right Alt-F").types("y").sees("xthe nighty shift");
    journey.keys("Ctrl-K").sees("Search: xthe nighty ");
    journey.keys("Alt-B Ctrl-Delete").sees("Search: xthe").keys("Ctrl-E Alt-Backspace").sees("Search:  ");
    journey
        .keys("Ctrl-Z")
        .sees("xthe")
        .keys("Ctrl-Z")
        .sees("Search: xthe nighty")
        .keys("Ctrl-Z")
        .sees("Search: xthe nighty shift");
}

#[test]
fn escape_and_a_letter_at_once_are_both_keys() {
    let mut journey = Journey::open(80, 24).at("supervision");
    journey.keys("/").types("rota").keys("Alt-?").misses("Search:").sees("Help");
    journey.keys("Esc Ctrl-End").misses("Practice guide").keys("Ctrl-Home").sees("Practice guide");
    journey.keys("Shift-PageDown").misses("Practice guide");
}

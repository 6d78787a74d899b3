//! Addresses outside: shown whole, asked about, handed over once and unchanged.

use real_toolkit::app::{Action, Effect, Handover, Launch, Message, Overlay, hints};
use real_toolkit::guide::Target;

use super::super::support::{Guide, Journey, library};
use super::to;

const LONE: &str = "https://example.org/lone";

/// A guide of the small library with its address chosen.
fn at_the_address(width: u16, height: u16) -> Journey {
    let mut journey = to("Enter Enter", width, height);
    let links: Vec<bool> = journey
        .reading()
        .links(&journey.app.library)
        .map(|link| matches!(link.target, Target::Web(_)))
        .collect();
    let number = links.iter().position(|is_web| *is_web).unwrap();
    journey.keys(&"] ".repeat(number + 1));
    journey
}

#[test]
fn an_address_is_shown_whole_and_opened_by_a_second_enter() {
    for (width, height) in [(120, 40), (80, 24), (40, 12), (20, 12)] {
        let mut journey = at_the_address(width, height);
        journey.keys("Enter").misses("kettle");
        let shown: String = journey.screen().split_whitespace().collect();
        assert!(shown.contains("example.org"), "{shown}");
        assert_eq!(journey.effects(), [], "nothing happens before it was asked");
        journey.keys("Enter");
        assert_eq!(journey.effects(), [Effect::Browse(LONE.to_owned())]);
        journey.send(Message::HandedOver(Handover::Browsed(Launch::Done)));
        assert!(journey.app.overlay().is_none());
        journey.sees("example.org");
    }
}

#[test]
fn the_words_of_the_link_stand_beside_where_it_leads() {
    let mut journey = at_the_address(80, 24);
    journey.keys("Enter").sees("“the council's page” leads to example.org").sees(LONE);
    journey.sees("Enter open it").sees("c copy it").sees("Esc leave it").keys("Esc");
    assert!(journey.app.overlay().is_none() && journey.reading().link.is_some());
    assert_eq!(journey.effects(), []);
    journey.keys("i").sees(LONE);
}

#[test]
fn where_no_browser_can_be_opened_the_address_stays_to_be_copied() {
    for (opening, words) in
        [(Launch::NoBrowser, "No browser can be opened"), (Launch::Failed, "did not open")]
    {
        let mut journey = at_the_address(80, 24);
        journey.keys("Enter Enter").send(Message::HandedOver(Handover::Browsed(opening)));
        journey.sees(LONE).sees(words).effects();
        journey.keys("c").sees(LONE);
        assert_eq!(journey.effects(), [Effect::Copy(LONE.to_owned())]);
        journey.keys("c");
        assert!(
            matches!(journey.app.overlay(), Some(Overlay::CopiedText(_))),
            "once more shows it to be selected"
        );
        journey.sees(LONE);
    }
}

#[test]
fn what_comes_back_late_is_ignored() {
    let mut journey = to("Enter Enter", 80, 24);
    let before = journey.screen();
    journey.send(Message::HandedOver(Handover::Browsed(Launch::Failed)));
    assert_eq!(journey.screen(), before);
}

#[test]
fn the_address_of_a_source_is_the_first_thing_on_its_card() {
    let mut journey = to("Enter Enter", 80, 24);
    let mut links = journey.reading().links(&journey.app.library);
    let number = links.position(|link| matches!(link.target, Target::Reference(_))).unwrap();
    drop(links);
    journey.keys(&"] ".repeat(number + 1)).keys("Enter").sees("On the web").sees("https://example.org/tea");
    journey.keys("Enter").sees("“Tea first, questions later” leads to example.org");
    assert_eq!(journey.effects(), []);
    journey.keys("Enter");
    assert_eq!(journey.effects(), [Effect::Browse("https://example.org/tea".to_owned())]);
}

#[test]
fn a_long_address_is_whole_at_every_size() {
    let address = format!("https://example.org/{}", "abcdefghi/".repeat(60));
    let text = format!("See [here]({address}).");
    let library = library(&["here"], &[Guide::new("long", text)]);
    for (width, height) in [(80, 24), (40, 12), (20, 5)] {
        let mut journey = Journey::on(library.clone(), width, height).at("long");
        journey.keys("] Enter");
        let mut seen = String::new();
        for _ in 0..60 {
            let screen = journey.screen();
            let rows = screen.lines().skip(2).map(|row| row.trim_matches(|c| " ┃│".contains(c)).to_owned());
            seen.extend(rows.filter(|row| row.contains("abc")).take(1));
            journey.keys("Down");
        }
        assert!(seen.matches("abcdefghi").count() > 3, "{seen}");
        journey.keys("Enter");
        assert_eq!(journey.effects(), [Effect::Browse(address.clone())]);
    }
}

#[test]
fn at_twenty_columns_a_chosen_link_says_how_to_follow_it_and_how_not() {
    for height in [5, 12] {
        let journey = at_the_address(20, height);
        let actions: Vec<Action> = hints(&journey.app).into_iter().map(|hint| hint.action).collect();
        assert_eq!(actions, [Action::Open, Action::Close], "{}", journey.row(-1));
    }
}

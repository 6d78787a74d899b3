//! The safety pages: one key from every screen, left as they were found, and nothing of them kept.

use real_toolkit::app::{Effect, Message, Overlay};

use super::{SCREENS, seen, to};

#[test]
fn one_key_leads_there_from_every_screen_and_leaves_it_as_it_was() {
    for (width, height) in [(80, 24), (40, 12)] {
        for (name, keys) in SCREENS.into_iter().filter(|(name, _)| *name != "at risk now") {
            let mut journey = to(keys, width, height);
            let before = seen(&journey);
            journey.keys("F2").sees("999");
            assert!(matches!(journey.app.overlay(), Some(Overlay::Safety(_))), "{name}");
            journey.keys("F2 Down Down PageDown Esc");
            assert_eq!(seen(&journey), before, "{name} at {width} columns");
        }
    }
}

#[test]
fn the_first_lines_fit_every_screen() {
    to("F2", 80, 24).sees("If someone is at risk now").sees("999").sees("111").sees("116\u{a0}123");
    to("F2", 40, 12)
        .sees("If someone is at risk now")
        .sees("999")
        .sees("111")
        .sees("It cannot wait? Police, 999.");
}

#[test]
fn whoever_only_has_arrows_opens_a_situation_and_comes_back() {
    let mut journey = to("F2", 80, 24);
    for _ in 0..80 {
        if journey.screen().contains("Someone talks of suicide") {
            break;
        }
        journey.keys("Down");
    }
    journey.sees("What has happened");
    let mut opened = to("F2 PageDown", 80, 24);
    opened.keys("Down Enter");
    assert_ne!(opened.row(0).trim(), "If someone is at risk now", "a situation has its own title");
    opened.keys("Esc").sees("If someone is at risk now").keys("Esc");
    assert!(opened.app.overlay().is_none());
}

#[test]
fn the_page_of_young_people_is_one_key_away() {
    let mut journey = to("F2", 80, 24);
    journey.keys("Tab").sees("If you are not safe").keys("Tab").sees("If someone is at risk now");
    to("", 80, 24).keys("F2").sees("for young people");
}

#[test]
fn letters_command_on_the_pages_and_leaving_is_on_the_bottom_line() {
    let mut journey = to("Enter Enter !", 80, 24);
    assert!(journey.row(-1).contains("leave at once"), "{}", journey.row(-1));
    journey.keys("q");
    assert!(journey.effects().contains(&Effect::Quit));
}

#[test]
fn nothing_of_the_pages_is_kept() {
    for start in ["", "Enter Enter", "/ t e a", "Enter Enter b"] {
        let mut journey = to(start, 80, 24);
        let (before, _) = (journey.app.journal.clone(), journey.effects());
        journey.keys("F2 PageDown Down Enter PageDown Down Enter Tab Home c Backspace");
        journey.send(Message::Idle);
        assert_eq!(journey.app.journal, before, "{start}");
        let effects = journey.effects();
        let kept = |effect: &&Effect| matches!(effect, Effect::Record(_) | Effect::Remember(_));
        assert_eq!(effects.iter().find(kept), None, "{start}");
    }
}

#[test]
fn a_click_on_a_situation_opens_it() {
    let mut journey = to("F2", 80, 24);
    let row =
        (1..22).find(|row| journey.row(*row).contains("talks of suicide")).expect("it is on the screen");
    let column = journey.row(row).find("suicide").unwrap();
    journey.click(u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
    journey.sees("Ask in plain words");
}

//! A session of supervision: planned, held, ended; what is private stays out of the room, and the cover hides all.

use real_toolkit::app::{Cover, Effect, Key, KeyCode, Message};
use real_toolkit::guide::TextPos;
use real_toolkit::journal::{Anchor, By, Change, Moment, Session, SessionChange, SessionId, Topic, Who};

use super::super::support::{Chance, Journey, bundled};
use super::{SCREENS, to};

/// Words that stand in everything that is private.
const PRIVATE: &str = "Zebedee";

fn reading() -> Journey {
    Journey::open(80, 24).at("build-relationships#do")
}

#[test]
fn a_ready_plan_is_in_the_room_within_five_keys() {
    let mut journey = Journey::open(80, 24);
    journey.keys("F5").sees("Begin a session with").sees("After a hard week");
    journey.keys("Enter").sees("Plan: A first session").keys("Enter").sees("In the room").sees("1 of 7");
    journey.keys("Right Right").sees("A question").sees("3 of 7").sees("From “");
}

#[test]
fn three_questions_of_ones_own_are_there_within_twelve_keys() {
    let mut journey = Journey::open(80, 24);
    journey.keys("F5 End Enter").sees("Questions for the plan");
    journey.keys("Enter Down Enter Down Enter Esc").sees("not kept").keys("Enter");
    journey.sees("A question").sees("1 of 3");
}

#[test]
fn a_passage_a_term_and_words_of_ones_own_go_on_the_plan_and_move() {
    let mut journey = reading();
    journey.keys("p").sees("On the plan, not kept yet: “").keys("p").sees("On the plan already");
    journey
        .keys("P")
        .sees("Plan: Session")
        .keys("a")
        .sees("In your own words")
        .types("The rota")
        .keys("Enter");
    journey.sees("The rota").keys("End Right Right").sees("10 min").sees("10 minutes · not kept");
    journey.keys("Shift-Up");
    let first = journey.app.at_hand.session.items[0].topic.clone();
    assert_eq!(first, Topic::Own("The rota".to_owned()));
    journey.keys("Delete").sees("Removed.").misses("The rota").keys("u").sees("The rota");
    journey.keys("Home e").types(" again").keys("Enter").sees("The rota again");
}

#[test]
fn in_the_room_things_are_looked_up_and_escape_comes_back() {
    let mut journey = reading();
    journey.keys("p P a").types("First").keys("Enter Home Enter").sees("1 of 2").keys("Right").sees("2 of 2");
    journey.keys("/").types("trust").keys("Esc").sees("2 of 2").sees("First");
    journey.keys("/").types("trust").keys("Enter").misses("In the room").keys("Esc Esc").sees("2 of 2");
    journey.keys("F2").keys("Esc").sees("2 of 2").keys("Left").sees("1 of 2");
    journey.keys("Esc").misses("In the room").sees("P leads back.");
    assert_eq!(journey.reads(), "build-relationships");
}

#[test]
fn an_action_takes_two_keys_beside_its_words_and_a_name_is_asked_about() {
    let mut journey = reading();
    journey.keys("p P Enter a").types("me: ring the rota lead by Friday").keys("Enter");
    journey.sees("Agreed: ring the rota lead · me · by Friday");
    journey.keys("a").types("ask Jamie about it").keys("Enter").sees("“Jamie” looks like a name");
    assert_eq!(journey.app.at_hand.session.actions.len(), 1, "it is not taken yet");
    journey.types("!").keys("Backspace Enter").sees("looks like a name").keys("Enter");
    assert_eq!(journey.app.at_hand.session.actions.len(), 2, "it is kept knowingly");
}

#[test]
fn a_session_ends_on_one_screen_and_nothing_is_kept_unless_it_is_chosen() {
    let mut journey = reading();
    journey.keys("p P Enter a").types("both: read the guide").keys("Enter x");
    journey.sees("The end of the session").sees("read the guide").sees("Nothing is kept unless");
    journey.keys("Enter");
    let effects = journey.effects();
    let copied = effects.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.as_str()),
        _ => None,
    });
    assert!(copied.is_some_and(|text| text.contains("read the guide — both, by next time")), "{copied:?}");
    journey.keys("End Enter").sees("Nothing of this session is left.");
    assert!(journey.app.at_hand.session.is_empty() && journey.app.journal.sessions.all().is_empty());
    assert_eq!(journey.reads(), "build-relationships");
}

#[test]
fn a_kept_session_is_there_after_a_restart_and_its_open_actions_come_first() {
    let mut journey = reading();
    journey
        .keys("p P Enter a")
        .types("both: read the guide")
        .keys("Enter x Down Enter")
        .sees("Kept: “Session”");
    journey.again();
    journey.keys("F5").sees("record · 2026-11-22").keys("End Up Up Enter").types("Cover").keys("Enter");
    journey
        .sees("What was agreed last time")
        .keys("Home Enter")
        .sees("read the guide")
        .sees("both, by next time");
    journey.keys("1").sees("Done.");
    assert_eq!(journey.app.journal.sessions.all()[0].open_actions().count(), 0);
}

#[test]
fn a_kept_plan_is_changed_where_it_is_kept() {
    let mut journey = reading();
    journey.keys("p P Ctrl-S").sees("Kept: “Session”").keys("P a").types("One more").keys("Enter");
    let kept = &journey.app.journal.sessions.all()[0];
    assert_eq!((kept.items.len(), kept.id), (2, journey.app.at_hand.session.id));
}

#[test]
fn questions_are_drawn_by_chance_and_none_twice() {
    let mut journey = Journey::open(80, 24);
    journey.keys("F5 End Up Enter F5 r r r");
    let items = &journey.app.at_hand.session.items;
    let mut words: Vec<&str> = items.iter().map(|item| item.topic.words()).collect();
    words.dedup();
    assert_eq!(words.len(), 4);
    journey.keys("Home Enter r").sees("2 of 5").keys("r").sees("3 of 6");
}

#[test]
fn elapsed_minutes_are_shown_only_when_they_are_wanted() {
    let mut journey = reading();
    journey.keys("p P Enter").misses("so far").misses("just begun").keys("M").sees("just begun");
    let later = Moment::from_seconds(1_795_309_323 + 12 * 60);
    journey.send(Message::Clock(later)).sees("twelve minutes so far").keys("M").misses("so far");
}

#[test]
fn what_has_gone_from_the_guides_is_said_and_the_plan_still_opens() {
    let mut journey = reading();
    let mut anchor = Anchor::of(bundled(), bundled().guide_id("supervision").unwrap(), TextPos::default());
    anchor.key.guide = "gone".to_owned();
    anchor.title = "A guide that went".to_owned();
    anchor.quote.exact = "Few words".to_owned();
    let topic = Topic::Passage(anchor);
    journey.app.at_hand.session.apply(&SessionChange::AddItem { topic, minutes: 0 }, Moment::default());
    journey.keys("P").sees("Few words").keys("Enter").sees("Few words");
    journey.sees("“A guide that went” is no longer here.");
}

/// A reader with private words in everything that is kept or remembered, in the room with a plan of its own.
fn private_reader() -> Journey {
    let mut journey = reading();
    journey.keys("b").types(PRIVATE).keys("Enter");
    journey
        .keys("/")
        .types(&format!("trust {PRIVATE}"))
        .keys("Enter Ctrl-F")
        .types(PRIVATE)
        .keys("Enter Esc Esc Esc");
    let mut other = Session { title: format!("With {PRIVATE}"), ..Session::default() };
    let own = SessionChange::AddItem { topic: Topic::Own(PRIVATE.to_owned()), minutes: 0 };
    other.apply(&own, Moment::default());
    let agree = SessionChange::Agree { what: PRIVATE.to_owned(), who: Who::Me, by: By::NextTime };
    other.apply(&agree, Moment::default());
    let mut journal = journey.app.journal.clone();
    journal.apply(&Change::KeepSession(Box::new(other)), Moment::default());
    journal.apply(&Change::Session(SessionId(1), SessionChange::Held), Moment::default());
    journey.app = journey.app.clone().with_journal(journal, &[]);
    journey.app.at_hand.session = Session::ready(bundled(), &bundled().plans[1]);
    journey.keys("F5 Enter").sees("In the room");
    journey
}

/// Every key that could do something.
fn some_key(chance: &mut Chance) -> Key {
    const NAMED: [&str; 25] = [
        "Up",
        "Down",
        "Left",
        "Right",
        "PageUp",
        "PageDown",
        "Home",
        "End",
        "Enter",
        "Tab",
        "Shift-Tab",
        "Backspace",
        "Delete",
        "F1",
        "F2",
        "F5",
        "Alt-Left",
        "Alt-Right",
        "Ctrl-F",
        "Ctrl-K",
        "Ctrl-P",
        "Ctrl-U",
        "Ctrl-D",
        "Shift-Up",
        "Shift-Down",
    ];
    const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzBGHKLMNPTV?:/[]123!+-";
    let at = chance.below(NAMED.len() + LETTERS.len());
    match NAMED.get(at) {
        Some(name) => name.parse().unwrap(),
        None => Key::plain(KeyCode::Char(LETTERS.as_bytes()[at - NAMED.len()].into())),
    }
}

#[test]
fn no_private_word_is_ever_in_the_room() {
    let begin = private_reader();
    let mut chance = Chance::new(15);
    let mut seen_in_room = 0_u32;
    for _ in 0..10_000 / 25 {
        let mut journey = begin.clone();
        for _ in 0..25 {
            let key = some_key(&mut chance);
            journey.send(Message::Key(key));
            if journey.app.at_hand.is_in_room() {
                seen_in_room += 1;
                let screen = journey.screen();
                assert!(!screen.contains(PRIVATE), "{key:?}\n{screen}");
            }
        }
    }
    assert!(seen_in_room > 3_000, "the room was hardly there: {seen_in_room}");
}

#[test]
fn the_cover_hides_within_one_frame_from_every_state() {
    let covered = |journey: &Journey| (journey.frame().text(), journey.frame().styles());
    let blank = covered(to("", 80, 24).keys("F4"));
    assert!(blank.0.contains("F4 goes on"));
    for (name, keys) in SCREENS {
        let mut journey = to(keys, 80, 24);
        let before = journey.screen();
        journey.effects();
        journey.keys("F4");
        assert_eq!(journey.effects(), [Effect::Cover(Cover::On)], "{name}");
        assert_eq!(covered(&journey), blank, "{name}");
        journey.keys("a q Enter Esc Ctrl-C F2 F1 Up PageDown Ctrl-Z").click(3, 3).wheel(3, 3, 2);
        assert_eq!(covered(&journey), blank, "{name}: any key but one keeps it");
        assert_eq!(journey.effects(), [], "{name}");
        journey.keys("F4");
        assert_eq!(journey.effects(), [Effect::Cover(Cover::Off)], "{name}");
        assert_eq!(journey.screen(), before, "{name}: it is as it was");
    }
    // In a window that has room for nothing else, too.
    for (width, height) in [(1, 1), (15, 4), (40, 12), (200, 60)] {
        let mut journey = to("Enter Enter", width, height);
        let page = journey.keys("F4").screen();
        assert!(!page.contains("tea") && !page.contains("Please"), "{page}");
    }
}

#[test]
fn every_part_can_be_used_on_a_small_screen() {
    let mut journey = Journey::open(40, 12);
    journey.keys("F5 Enter").sees("begin").keys("Enter").sees("1 of 7").keys("Right Right").sees("3 of 7");
    journey.keys("a").types("me: read it by Friday").keys("Enter").sees("Agreed: read it");
    journey
        .keys("x")
        .sees("read it")
        .keys("End")
        .sees("Throw it all away")
        .keys("Enter")
        .misses("In the room");
}

#[test]
fn a_ready_plan_is_found_by_searching() {
    let mut journey = Journey::open(80, 24);
    journey.types("hard week").sees("After a hard week · a plan for a session").keys("Enter");
    journey.sees("Plan: After a hard week");
}

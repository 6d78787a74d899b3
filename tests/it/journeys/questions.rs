//! All questions to reflect on: reached from everywhere, narrowed by theme and by words, opened, copied, bookmarked.

use real_toolkit::app::{Effect, Overlay, Questions, Spot};

use super::super::support::{Journey, bundled};
use super::{seen, to};

/// Returns the list of questions that is open.
#[track_caller]
fn questions(journey: &Journey) -> &Questions {
    let Some(Overlay::Questions(questions)) = journey.app.overlay() else {
        unreachable!("{}", journey.screen())
    };
    questions
}

/// Returns the words of the chosen question.
#[track_caller]
fn chosen(journey: &Journey) -> String {
    let (guide, pos) = questions(journey).chosen().expect("one is chosen");
    journey.app.library.guide(guide).blocks[pos.block as usize].prose.text.clone()
}

#[test]
fn they_are_reached_from_the_first_screen_by_name_and_by_a_key() {
    let all = bundled().guides.iter().map(|guide| guide.questions().count()).sum::<usize>();
    assert!(all > 100);
    for (width, height) in [(120, 40), (80, 24), (40, 12), (20, 5)] {
        let mut clicked = Journey::open(width, height);
        if height > 20 {
            clicked.click_on("Questions to reflect on");
            assert_eq!(questions(&clicked).len(), all);
        }
        let mut named = Journey::open(width, height);
        named.does("questions");
        assert_eq!(questions(&named).len(), all);
        let mut by_key = Journey::open(width, height).at("supervision");
        by_key.keys("r");
        assert_eq!(questions(&by_key).len(), all);
        by_key.keys("Down End").frame();
    }
}

#[test]
fn words_narrow_as_they_are_typed_in_any_order_and_case() {
    let mut journey = Journey::open(80, 24);
    journey.does("questions").types("TEAM trust");
    let few = questions(&journey).len();
    assert!(few > 0 && few < 40, "{few}");
    for _ in 0..few {
        journey.keys("Down");
        let (guide, _) = questions(&journey).chosen().unwrap();
        let library = &journey.app.library;
        let titles: Vec<_> =
            library.guide(guide).themes.iter().map(|theme| library.theme(*theme).title.clone()).collect();
        let around = format!("{} {} {titles:?}", chosen(&journey), library.guide(guide).title).to_lowercase();
        assert!(around.contains("team") && around.contains("trust"), "{around}");
    }
    journey.keys("/").types("zzzz").sees("No question has these words").keys("Ctrl-U");
    journey.types("own wellbeing").keys("Down").sees("Words: own wellbeing");
    assert!(!questions(&journey).is_empty());
    journey.keys("Esc");
    assert!(journey.app.overlay().is_none());
}

#[test]
fn a_key_goes_through_the_themes() {
    let mut journey = Journey::open(80, 24);
    journey.does("questions");
    let all = questions(&journey).len();
    let mut counted = 0;
    for _ in 0..=bundled().themes.len() {
        journey.keys("Tab");
        let Some(theme) = questions(&journey).theme else { break };
        journey.sees(&format!("{} · {}", questions(&journey).len(), bundled().theme(theme).title));
        counted += questions(&journey).len();
    }
    assert_eq!(questions(&journey).len(), all, "and then all again");
    assert!(counted >= all, "each stands in a theme");
}

#[test]
fn each_can_be_opened_copied_and_bookmarked_where_it_stands() {
    let mut journey = to("", 80, 24);
    journey.does("questions").keys("Down");
    for _ in 0..questions(&journey).len() {
        let (words, before) = (chosen(&journey), seen(&journey));
        journey.effects();
        journey.keys("c");
        let effects = journey.effects();
        let [Effect::Copy(text)] = effects.as_slice() else { panic!("{effects:?}") };
        assert!(text.starts_with(&words) && text.contains("A Small Pack"), "{text}");
        journey.keys("b").types("mine").keys("Enter");
        let bookmark = journey.app.journal.bookmarks.all().last().unwrap();
        assert!(words.starts_with(bookmark.words().trim_end_matches('…')), "{}", bookmark.words());
        journey.keys("Enter");
        assert!(journey.app.overlay().is_none());
        let passage = journey.reading().passage(&journey.app.library, journey.app.text_height()).unwrap();
        assert_eq!(journey.reading().blocks(&journey.app.library)[passage.start].prose.text, words);
        assert!(journey.row(-1).contains("Esc questions"), "{}", journey.row(-1));
        journey.keys("Esc");
        assert_eq!(seen(&journey), before, "back in the list, the choice kept");
        journey.keys("Down");
    }
}

#[test]
fn letters_type_in_the_field_and_command_in_the_list() {
    let mut journey = Journey::open(80, 24).at("supervision");
    journey.keys("r c b r");
    assert_eq!((questions(&journey).input.text(), questions(&journey).at), ("cbr", Spot::Field));
    assert_eq!(journey.effects(), []);
    journey.keys("Ctrl-U Down");
    assert_eq!(questions(&journey).at, Spot::List);
    journey.keys("Up");
    assert_eq!(questions(&journey).at, Spot::Field);
    journey.keys("Down j k k").keys("Esc");
    assert!(journey.app.overlay().is_none());
}

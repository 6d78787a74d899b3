//! The safety pages of the bundled pack: what stands on them, in which order.

use real_toolkit::bundled;
use real_toolkit::guide::{Area, Day, NOT_FILLED_IN, Safety, SafetyPage};

fn texts(page: SafetyPage, area: Area, today: &str) -> Vec<String> {
    let safety = Safety { today: Day::parse(today), ..bundled::safety() };
    safety.sheet(page, area).into_iter().map(|block| block.prose.text).collect()
}

#[test]
fn the_worst_comes_first_and_a_row_that_is_not_filled_in_says_so() {
    let texts = texts(SafetyPage::First, Area::Workforce, "2026-12-01");
    assert!(texts[0].contains("999"), "{}", texts[0]);
    assert!(texts.iter().any(|text| text == NOT_FILLED_IN));
    let row = texts.iter().position(|text| text == "Samaritans").unwrap();
    assert_eq!(texts[row + 1], "116\u{a0}123", "alone on its line, in one piece");
    assert!(texts[row + 2].contains("Checked on 30 November 2026."), "{}", texts[row + 2]);
}

#[test]
fn a_number_past_its_review_is_shown_and_says_so() {
    let texts = texts(SafetyPage::First, Area::Workforce, "2036-01-01");
    assert!(texts.iter().any(|text| text.ends_with("Checked on 30 November 2026, it may have changed.")));
}

#[test]
fn a_situation_begins_with_the_first_five_minutes() {
    let safety = bundled::safety();
    let id = safety.situation_id("suicide").unwrap();
    let texts = texts(SafetyPage::Situation(id), Area::Workforce, "2026-12-01");
    assert!(texts[0].contains("999"), "{}", texts[0]);
    assert!(texts.iter().all(|text| !text.contains('{')), "every name is a number");
}

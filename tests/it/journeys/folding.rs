//! The themes pane: folding, and where the keys go from there.

use real_toolkit::app::{Document, Pane};

use super::super::support::Journey;
use super::to;

#[test]
fn a_theme_folds_and_unfolds() {
    let mut journey = to("Enter", 80, 24);
    assert_eq!(journey.app.shown.focus, Pane::Themes);
    let titles = |journey: &Journey| {
        let rows = journey.app.shown.themes.rows(&journey.app.library, None, 60);
        rows.into_iter()
            .take_while(|row| row.item.is_some())
            .map(|row| row.text.trim_start_matches([' ', '▾', '▸', '•']).to_owned())
            .take_while(|title| title != "Look up")
            .collect::<Vec<_>>()
    };
    let unfolded = titles(&journey);
    assert_eq!(
        unfolded,
        [
            "The workforce",
            "Meeting people",
            "The first meeting",
            "The team room",
            "Being a team",
            "Young people",
            "Meeting people"
        ]
    );
    journey.keys("Left").sees("▾ Meeting people").keys("Left").misses("▾ Meeting people");
    assert_eq!(titles(&journey).len(), 5);
    journey.keys("Left").keys("Left").sees("▸ The workforce");
    assert_eq!(titles(&journey), ["The workforce", "Young people", "Meeting people"]);
    journey.keys("Left").sees("▸ The workforce");
    journey.keys("Right Down Right");
    assert_eq!(titles(&journey), unfolded);
    assert_eq!(journey.app.shown.focus, Pane::Themes);
    journey.keys("Right");
    assert_eq!(journey.app.shown.focus, Pane::Text, "where nothing unfolds, the key leads to the right");
}

#[test]
fn enter_opens_the_page_of_a_theme_or_an_area_and_again_leads_into_it() {
    let mut journey = to("Enter Down Down Enter", 80, 24);
    let Document::Theme(_, theme) = journey.reading().document else { unreachable!() };
    assert_eq!(journey.app.library.theme(theme).slug, "being-a-team");
    journey.sees("▾ Being a team").sees("What a team room says");
    assert_eq!(journey.app.shown.focus, Pane::Themes);
    journey.keys("Enter");
    assert_eq!(journey.app.shown.focus, Pane::Text);
    let mut journey = to("Enter Home Enter", 80, 24);
    assert_eq!(journey.app.shown.focus, Pane::Text, "the page of the area is open already");
    journey = to("Enter Down Down Enter Home Enter", 80, 24);
    assert!(matches!(journey.reading().document, Document::Area(_)));
    let journey = to("Enter Down Down Enter", 40, 12);
    assert_eq!(journey.app.shown.focus, Pane::Text, "where it stands alone it has the keys");
    journey.frame();
}

#[test]
fn a_click_on_the_sign_folds_and_beside_it_opens() {
    let mut journey = to("Enter", 80, 24);
    let at = journey.find("▸ Being a team");
    journey.click(at.x, at.y).sees("▾ Being a team");
    assert!(matches!(journey.reading().document, Document::Area(_)), "nothing was opened");
    journey.click(at.x, at.y).sees("▸ Being a team").click(at.x + 4, at.y).sees("▾ Being a team");
    assert!(matches!(journey.reading().document, Document::Theme(..)));
}

#[test]
fn the_open_guide_is_shown_in_its_theme() {
    let mut journey = Journey::open(80, 24).at("lifelong-links");
    journey.keys("Shift-Tab").sees("• ");
    assert_eq!(journey.app.shown.focus, Pane::Themes);
    let chosen = journey.app.shown.themes.chosen(&journey.app.library);
    let lifelong = journey.app.library.guide_id("lifelong-links").unwrap();
    assert!(matches!(chosen, Some(real_toolkit::app::ThemeItem::Guide(_, _, guide)) if guide == lifelong));
}

/// Tab three times, then Shift-Tab three times, from the text.
const PANES: [Pane; 6] = [Pane::Related, Pane::Themes, Pane::Text, Pane::Themes, Pane::Related, Pane::Text];

#[test]
fn tab_goes_round_the_panes_both_ways() {
    for (width, height) in [(120, 40), (80, 24), (40, 12), (20, 5)] {
        let mut journey = to("Enter Enter", width, height);
        let mut panes = Vec::new();
        for key in ["Tab", "Tab", "Tab", "Shift-Tab", "Shift-Tab", "Shift-Tab"] {
            journey.keys(key).frame();
            panes.push(journey.app.shown.focus);
        }
        assert_eq!(panes, PANES, "{width} by {height}");
    }
}

#[test]
fn a_guide_in_the_list_is_explained_without_leaving() {
    let mut journey = to("Enter", 80, 24);
    journey.does("explain").sees("What to do in the first hour").keys("Esc").misses("Enter opens it");
    journey.does("explain").keys("Enter");
    assert_eq!(journey.reads(), "first-meeting");
}

#[test]
fn every_guide_can_be_reached_through_its_theme() {
    let library = super::super::support::bundled();
    let mut journey = Journey::open(80, 24);
    journey.keys("Enter");
    // Unfold all, from the bottom up so that nothing moves under the cursor.
    journey.keys("End");
    while journey.app.shown.themes.list.cursor > 0 {
        if journey.app.shown.themes.unfold(&journey.app.library) {
            journey.app.shown.themes.list.cursor += 1;
        }
        journey.keys("Up");
    }
    let items = journey.app.shown.themes.items(&journey.app.library).len();
    let mut read = Vec::new();
    for item in 0..items {
        journey.app.shown.themes.list.cursor = item;
        if let Some(real_toolkit::app::ThemeItem::Guide(..)) =
            journey.app.shown.themes.chosen(&journey.app.library)
        {
            journey.app.shown.focus = Pane::Themes;
            journey.keys("Enter");
            read.push(journey.reads());
        }
    }
    read.sort();
    read.dedup();
    assert_eq!(read, library.guides.iter().map(|guide| guide.slug.clone()).collect::<Vec<_>>());
}

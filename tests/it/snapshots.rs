//! Screens as they look, of a small made pack: editing a guide changes none of them.
//!
//! A snapshot is the text of the screen and, below it, the runs of styles of each row. After a change that is
//! meant: `INSTA_UPDATE=always cargo test --test it snapshots`, then read the difference.

use insta::assert_snapshot;
use real_toolkit::view::{Charset, Colours};

use super::support::{Journey, small};

/// The sizes and colours that each screen is kept in, with how a file is called for it.
const KINDS: [(u16, u16, Colours, &str); 5] = [
    (120, 40, Colours::Terminal, "120x40"),
    (80, 24, Colours::Terminal, "80x24"),
    (60, 20, Colours::Terminal, "60x20"),
    (40, 12, Colours::Terminal, "40x12"),
    (80, 24, Colours::None, "80x24-no-colours"),
];

/// Presses keys and keeps how the screen then looks, at every size.
fn keep(name: &str, keys: &str) {
    for (width, height, colours, kind) in KINDS {
        let mut journey = Journey::on(small(), width, height).colours(colours);
        journey.keys(keys);
        let frame = journey.frame();
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            assert_snapshot!(format!("{name}-{kind}"), format!("{}\n\n{}", frame.text(), frame.styles()));
        });
    }
}

#[test]
fn welcome() {
    keep("welcome", "");
}

#[test]
fn words_sought() {
    keep("find", "Enter Enter Ctrl-F t h e");
}

#[test]
fn contents() {
    keep("contents", "Enter Enter o");
}

#[test]
fn bookmarks() {
    keep("bookmarks", "Enter Enter b t e a Enter B");
}

#[test]
fn words_to_a_bookmark() {
    keep("note", "Enter Enter Down b t e a");
}

#[test]
fn actions() {
    keep("actions", "Enter Enter : l i n k");
}

#[test]
fn themes_pane() {
    keep("themes", "Enter Down");
}

#[test]
fn guide_from_the_top() {
    keep("guide", "Enter Enter");
}

#[test]
fn guide_scrolled_with_a_link_chosen() {
    keep("guide-link", "Enter Enter PageDown ]");
}

#[test]
fn related_pane() {
    keep("related", "Enter Enter Tab Down Down");
}

#[test]
fn search_with_results() {
    keep("search", "/ m e e i t n g Space r o o m Down");
}

#[test]
fn search_with_nothing_found() {
    keep("search-nothing", "/ 0 0 0 0 0 0");
}

#[test]
fn words_found_in_a_guide() {
    keep("marks", "/ m e e t i n g Enter n");
}

#[test]
fn card_of_a_term() {
    keep("card", "Enter Enter ] i");
}

#[test]
fn help() {
    keep("help", "?");
}

#[test]
fn notice() {
    keep("notice", "Enter Enter 9");
}

/// Presses keys with preferences and keeps how the screen then looks, at the sizes of the issue on comfort.
fn keep_preferring(name: &str, preferences: &str, keys: &str) {
    for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
        let mut journey = Journey::on(small(), width, height).preferring(preferences);
        journey.keys(keys);
        let frame = journey.frame();
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            assert_snapshot!(
                format!("{name}-{width}x{height}"),
                format!("{}\n\n{}", frame.text(), frame.styles())
            );
        });
    }
}

#[test]
fn high_contrast() {
    keep_preferring("high-contrast", "palette = \"high-contrast\"", "Enter Enter ]");
}

#[test]
fn lines_apart() {
    keep_preferring("lines-apart", "spacing = \"double\"", "Enter Enter PageDown");
}

#[test]
fn text_only() {
    keep_preferring("text-only", "panes = \"text-only\"", "Enter Enter Down");
}

#[test]
fn in_brief() {
    keep_preferring("in-brief", "", "Enter Enter v Down");
}

#[test]
fn address() {
    keep("address", "Enter Enter ] ] Enter Enter");
}

#[test]
fn passage_copied() {
    keep("copied", "Enter Enter PageDown c");
}

#[test]
fn tour() {
    keep("tour", "Enter Enter T");
}

#[test]
fn without_unicode() {
    for (name, keys) in [("ascii-guide", "Enter Enter PageDown PageDown ]"), ("ascii-search", "/ t e a")] {
        let mut journey = Journey::on(small(), 120, 40).charset(Charset::Ascii);
        journey.keys(keys);
        let screen = journey.screen();
        assert!(screen.is_ascii(), "{screen}");
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            assert_snapshot!(name, screen);
        });
    }
}

#[test]
fn too_small() {
    let mut journey = Journey::on(small(), 19, 5);
    journey.keys("Enter");
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        assert_snapshot!("too-small", journey.screen());
    });
}

#[test]
fn at_risk_now() {
    keep("safety", "F2");
}

//! Screens as they look, of a small made pack: editing a guide changes none of them.
//!
//! A snapshot is the text of the screen and, below it, the runs of styles of each row. After a change that is meant:
//! `INSTA_UPDATE=always cargo test --test it snapshots`, then read the difference. A file that no test keeps is refused.

use std::collections::BTreeSet;
use std::fs;

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

/// With preferences the screens are kept in these alone.
const KINDS_PREFERRED: usize = 4;

/// Screens without the characters that not every terminal has.
const ASCII: [(&str, &str); 2] =
    [("ascii-guide", "Enter Enter PageDown PageDown ]"), ("ascii-search", "/ t e a")];

const TOO_SMALL: &str = "too-small";

/// Compares a text with the file of this name.
#[track_caller]
fn keep(name: &str, text: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        assert_snapshot!(name, text);
    });
}

/// Presses keys with preferences and keeps how the screen then looks.
fn keep_screen(name: &str, preferences: &str, keys: &str, kinds: &[(u16, u16, Colours, &str)]) {
    for (width, height, colours, kind) in kinds {
        let mut journey = Journey::on(small(), *width, *height).preferring(preferences).colours(*colours);
        journey.keys(keys);
        let frame = journey.frame();
        keep(&format!("{name}-{kind}"), &format!("{}\n\n{}", frame.text(), frame.styles()));
    }
}

/// Declares screens that are kept: a test each, what its files are called, and the keys that lead there.
macro_rules! kept {
    ($($test:ident: $name:literal, $keys:literal;)+) => {
        $(#[test]
        fn $test() {
            keep_screen($name, "", $keys, &KINDS);
        })+

        const KEPT: &[&str] = &[$($name),+];
    };
}

/// Declares screens that are kept as they look with preferences.
macro_rules! kept_preferring {
    ($($test:ident: $name:literal, $preferences:literal, $keys:literal;)+) => {
        $(#[test]
        fn $test() {
            keep_screen($name, $preferences, $keys, &KINDS[..KINDS_PREFERRED]);
        })+

        const KEPT_PREFERRING: &[&str] = &[$($name),+];
    };
}

kept! {
    welcome: "welcome", "";
    words_sought: "find", "Enter Enter Ctrl-F t h e";
    contents: "contents", "Enter Enter o";
    bookmarks: "bookmarks", "Enter Enter b t e a Enter B";
    words_to_a_bookmark: "note", "Enter Enter Down b t e a";
    actions: "actions", "Enter Enter : l i n k";
    themes_pane: "themes", "Enter Down";
    guide_from_the_top: "guide", "Enter Enter";
    guide_scrolled_with_a_link_chosen: "guide-link", "Enter Enter PageDown ]";
    related_pane: "related", "Enter Enter Tab Down Down";
    search_with_results: "search", "/ m e e i t n g Space r o o m Down";
    search_with_nothing_found: "search-nothing", "/ 0 0 0 0 0 0";
    words_found_in_a_guide: "marks", "/ m e e t i n g Enter n";
    card_of_a_term: "card", "Enter Enter ] i";
    help: "help", "?";
    notice: "notice", "Enter Enter 9";
    address: "address", "Enter Enter ] ] Enter Enter";
    passage_copied: "copied", "Enter Enter PageDown c";
    tour: "tour", "Enter Enter T";
    at_risk_now: "safety", "F2";
}

kept_preferring! {
    high_contrast: "high-contrast", "palette = \"high-contrast\"", "Enter Enter ]";
    lines_apart: "lines-apart", "spacing = \"double\"", "Enter Enter PageDown";
    text_only: "text-only", "panes = \"text-only\"", "Enter Enter Down";
    in_brief: "in-brief", "", "Enter Enter v Down";
}

#[test]
fn without_unicode() {
    for (name, keys) in ASCII {
        let mut journey = Journey::on(small(), 120, 40).charset(Charset::Ascii);
        journey.keys(keys);
        let screen = journey.screen();
        assert!(screen.is_ascii(), "{screen}");
        keep(name, &screen);
    }
}

#[test]
fn too_small() {
    let mut journey = Journey::on(small(), 19, 5);
    journey.keys("Enter");
    keep(TOO_SMALL, &journey.screen());
}

#[test]
fn every_file_is_kept_by_a_test() {
    let in_kinds = |names: &[&str], kinds: &[(u16, u16, Colours, &str)]| -> Vec<String> {
        let kinds = kinds.iter().map(|(.., kind)| kind);
        kinds.flat_map(|kind| names.iter().map(move |name| format!("{name}-{kind}.snap"))).collect()
    };
    let mut kept: BTreeSet<String> = in_kinds(KEPT, &KINDS).into_iter().collect();
    kept.extend(in_kinds(KEPT_PREFERRING, &KINDS[..KINDS_PREFERRED]));
    kept.extend(ASCII.iter().map(|(name, _)| *name).chain([TOO_SMALL]).map(|name| format!("{name}.snap")));
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/snapshots");
    let files = fs::read_dir(folder).unwrap();
    let files: BTreeSet<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(files, kept, "each file is kept by a test, and each test has its files");
}

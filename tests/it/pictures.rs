//! The pictures in the README are what the program shows today. After a change that is meant they are drawn anew by
//! `INSTA_UPDATE=always cargo test --test it pictures`; look at them then.

use std::fs;
use std::path::Path;

use real_toolkit::app::PaletteName;
use real_toolkit::view::{Charset, Colours, Palette};

use super::support::{Frame, Journey, picture};

/// Returns the picture of a screen.
fn drawn(journey: &Journey, palette: PaletteName, name: &str) -> String {
    let palette = Palette::named(palette, Colours::Exact);
    picture(&Frame::draw(&journey.app, &palette, Charset::Unicode), name)
}

/// Compares a picture with its file, or draws it anew.
#[track_caller]
fn keep(file: &str, drawn: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(file);
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, drawn).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == drawn, "{file} is out of date: INSTA_UPDATE=always cargo test --test it pictures");
}

#[test]
fn a_guide_in_light_and_dark() {
    let mut journey = Journey::open(132, 34).at("relationship-based-practice");
    journey.keys("] Down Up");
    for (palette, file) in [(PaletteName::Light, "light.svg"), (PaletteName::Dark, "dark.svg")] {
        keep(file, &drawn(&journey, palette, "A guide, with the themes and where to go next"));
    }
}

#[test]
fn a_search() {
    let mut journey = Journey::open(132, 34);
    journey.types("the rota is kiling us");
    keep("search.svg", &drawn(&journey, PaletteName::Dark, "A search, with the passage in its guide"));
}

#[test]
fn the_first_screen_of_an_ordinary_window() {
    let journey = Journey::open(80, 24);
    keep("80x24.svg", &drawn(&journey, PaletteName::Light, "The first screen, 80 columns by 24 rows"));
}

#[test]
fn no_picture_is_left_that_nobody_draws() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    files.sort();
    assert_eq!(files, ["80x24.svg", "dark.svg", "light.svg", "search.svg"]);
    let readme = include_str!("../../README.md");
    for file in files {
        assert!(
            readme.contains(&format!("tests/pictures/{}", file.to_str().unwrap())),
            "{file:?} is shown nowhere"
        );
    }
}

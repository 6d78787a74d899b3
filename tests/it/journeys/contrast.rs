//! What is drawn can be read: every pair of letters and ground that any screen shows, on the terminals that people have.

use ratatui::style::{Color, Modifier};
use real_toolkit::app::PaletteName;
use real_toolkit::view::{Charset, Colours, Palette};
use serde::Deserialize;

use super::super::support::{Frame, Pair};
use super::{SCREENS, has_layer, to};

/// WCAG 2.2: text (1.4.3), and lines and marks (1.4.11).
const TEXT: f64 = 4.5;
const LINES: f64 = 3.0;

type Rgb = [u8; 3];

/// What a terminal makes of the sixteen colours.
#[derive(Deserialize)]
struct Stock {
    name: String,
    letters: String,
    ground: String,
    colours: Vec<String>,
}

fn stock() -> Vec<Stock> {
    #[derive(Deserialize)]
    struct File {
        terminal: Vec<Stock>,
    }
    toml::from_str::<File>(include_str!("../stock.toml")).unwrap().terminal
}

fn rgb(hex: &str) -> Rgb {
    let [_, red, green, blue] =
        u32::from_str_radix(hex.strip_prefix('#').unwrap(), 16).unwrap().to_be_bytes();
    [red, green, blue]
}

impl Stock {
    fn shows(&self, colour: Color, own: &str) -> Rgb {
        const NAMES: [Color; 16] = [
            Color::Black,
            Color::Red,
            Color::Green,
            Color::Yellow,
            Color::Blue,
            Color::Magenta,
            Color::Cyan,
            Color::Gray,
            Color::DarkGray,
            Color::LightRed,
            Color::LightGreen,
            Color::LightYellow,
            Color::LightBlue,
            Color::LightMagenta,
            Color::LightCyan,
            Color::White,
        ];
        match (colour, NAMES.iter().position(|name| *name == colour)) {
            (Color::Reset, _) => rgb(own),
            (Color::Rgb(red, green, blue), _) => [red, green, blue],
            (_, index) => rgb(&self.colours[index.expect("one of sixteen")]),
        }
    }

    fn ratio(&self, pair: &Pair) -> f64 {
        contrast(self.shows(pair.letters, &self.letters), self.shows(pair.ground, &self.ground))
    }

    /// No pair can be asked to read better than the terminal's own letters do.
    fn own_ratio(&self) -> f64 {
        contrast(rgb(&self.letters), rgb(&self.ground))
    }
}

/// WCAG 2.2, *contrast ratio*, reckoned here anew so that the program does not judge itself.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let luminance = |rgb: Rgb| {
        let [red, green, blue] = rgb.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Returns every pair that some screen shows in a palette.
fn pairs(name: PaletteName, colours: Colours) -> Vec<Pair> {
    let palette = Palette::named(name, colours);
    let mut pairs = Vec::new();
    for (_, keys) in SCREENS {
        for (width, height) in [(120, 40), (80, 24)] {
            for pair in Frame::draw(&to(keys, width, height).app, &palette, Charset::Unicode).pairs() {
                if !pairs.contains(&pair) {
                    pairs.push(pair);
                }
            }
        }
    }
    pairs
}

#[test]
fn the_sixteen_colours_read_on_every_stock_palette() {
    let pairs = pairs(PaletteName::Terminal, Colours::Terminal);
    assert!(pairs.len() >= 4, "{pairs:?}");
    for stock in stock() {
        for pair in &pairs {
            let least = if pair.is_text { TEXT } else { LINES }.min(stock.own_ratio());
            let ratio = stock.ratio(pair);
            assert!(ratio >= least, "{pair:?} has {ratio:.2} on {}", stock.name);
        }
    }
}

#[test]
fn our_own_colours_read_wherever_they_are_drawn() {
    let least = |name, is_text| match (name, is_text) {
        (PaletteName::HighContrast, true) => 7.0,
        (_, true) => TEXT,
        (_, false) => LINES,
    };
    let stock = &stock()[0];
    for name in [PaletteName::Light, PaletteName::Dark, PaletteName::HighContrast] {
        for pair in pairs(name, Colours::Exact) {
            assert!(matches!((pair.letters, pair.ground), (Color::Rgb(..), Color::Rgb(..))), "{pair:?}");
            let ratio = stock.ratio(&pair);
            assert!(ratio >= least(name, pair.is_text), "{name:?}: {pair:?} has {ratio:.2}");
        }
    }
}

/// How much weaker dim letters are, each terminal decides for itself, and some by half.
#[test]
fn nothing_is_dim() {
    for name in PaletteName::ALL {
        for colours in [Colours::Exact, Colours::Indexed, Colours::Terminal, Colours::None] {
            let palette = Palette::named(name, colours);
            // What lies beneath something else is not there to be read.
            for (_, keys) in SCREENS.into_iter().filter(|(_, keys)| !has_layer(keys)) {
                let frame = Frame::draw(&to(keys, 80, 24).app, &palette, Charset::Unicode);
                assert!(!frame.has(Modifier::DIM), "{name:?} {colours:?}\n{}", frame.text());
            }
        }
    }
}

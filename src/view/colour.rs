//! Colours as numbers: how far two are apart, how well one reads on the other, and what a terminal with fewer shows.

use ratatui::style::Color;

/// Red, green and blue.
pub(super) type Rgb = [u8; 3];

/// The sixteen colours as xterm has them at first (its `XTerm-col` defaults). Terminals differ; this is what is
/// reckoned with where a palette of exact colours is shown with sixteen.
const SIXTEEN: [(Color, Rgb); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

/// The steps of the colour cube of 256 colours (xterm, `256colres.pl`).
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// Returns the colour that a word of `palettes.toml` names: one of the sixteen, a number below 256, or `#rrggbb`.
pub(super) fn colour(word: &str) -> Option<Color> {
    if let Some(hex) = word.strip_prefix('#') {
        let is_good = hex.len() == 6 && hex.bytes().all(|digit| digit.is_ascii_hexdigit());
        let number = u32::from_str_radix(hex, 16).ok().filter(|_| is_good)?;
        let [_, red, green, blue] = number.to_be_bytes();
        return Some(Color::Rgb(red, green, blue));
    }
    if let Ok(number) = word.parse() {
        return Some(Color::Indexed(number));
    }
    let name = |colour: Color| colour.to_string().to_lowercase();
    let plain = |word: &str| word.replace('-', "");
    SIXTEEN.iter().map(|(colour, _)| *colour).find(|colour| name(*colour) == plain(word))
}

/// Returns a colour as numbers; none for what the terminal itself has.
pub(super) fn rgb(colour: Color) -> Option<Rgb> {
    match colour {
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        Color::Indexed(number @ 0..16) => Some(SIXTEEN[usize::from(number)].1),
        Color::Indexed(number @ 16..232) => {
            let step = |part: u8| STEPS[usize::from(part % 6)];
            let place = number - 16;
            Some([step(place / 36), step(place / 6), step(place)])
        }
        Color::Indexed(number) => Some([8 + 10 * (number - 232); 3]),
        named => SIXTEEN.iter().find(|(colour, _)| *colour == named).map(|(_, rgb)| *rgb),
    }
}

/// Returns how well one colour reads on another, from 1 to 21 (WCAG 2.2, *contrast ratio*).
pub(super) fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Returns how light a colour is, from 0 to 1 (WCAG 2.2, *relative luminance*).
fn luminance(rgb: Rgb) -> f64 {
    let [red, green, blue] = rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// How many colours a terminal has beside its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Sixteen.
    Sixteen,
    /// 256: those of the cube and the greys; the first sixteen are the reader's own.
    Indexed,
}

/// Returns the colour nearest to `wanted` that a terminal has and that reads on `background` with this contrast at least;
/// the one that reads best where none does.
pub(super) fn nearest(wanted: Rgb, depth: Depth, background: Option<(Rgb, f64)>) -> Color {
    let all: Vec<Color> = match depth {
        Depth::Sixteen => SIXTEEN.iter().map(|(colour, _)| *colour).collect(),
        Depth::Indexed => (16..=255).map(Color::Indexed).collect(),
    };
    let reads = |colour: &Color| {
        background.is_none_or(|(background, least)| {
            rgb(*colour).is_some_and(|rgb| contrast(rgb, background) >= least)
        })
    };
    let distance_to = |colour: &Color| rgb(*colour).map_or(u32::MAX, |rgb| distance(rgb, wanted));
    let ratio = |colour: &Color| {
        rgb(*colour).zip(background).map_or(0.0, |(rgb, (background, _))| contrast(rgb, background))
    };
    let readable = all.iter().copied().filter(reads).min_by_key(distance_to);
    let best = || all.iter().copied().max_by(|one, other| ratio(one).total_cmp(&ratio(other)));
    readable.or_else(best).unwrap_or(Color::Reset)
}

/// Returns how far two colours are apart: squared, each part by its weight for the eye (2, 4 and 3, as
/// Thiadmer Riemersma's *Colour metric* has them in the middle).
fn distance(one: Rgb, other: Rgb) -> u32 {
    let parts = one.into_iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2));
    parts.zip([2, 4, 3]).map(|(far, weight)| far * weight).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let ratio = |one, other| format!("{:.2}", contrast(one, other));
        assert_eq!(ratio([0; 3], [255; 3]), "21.00");
        assert_eq!(ratio([119; 3], [255; 3]), "4.48");
        assert_eq!(ratio([118; 3], [255; 3]), "4.54");
        assert_eq!(ratio([255, 0, 0], [255; 3]), "4.00");
    }

    #[test]
    fn words_name_colours() {
        assert_eq!(colour("dark-gray"), Some(Color::DarkGray));
        assert_eq!(colour("light-magenta"), Some(Color::LightMagenta));
        assert_eq!(colour("208"), Some(Color::Indexed(208)));
        assert_eq!(colour("#0a0B0c"), Some(Color::Rgb(10, 11, 12)));
        for word in ["256", "#12345", "#12345g", "#+12345", "purplish", ""] {
            assert_eq!(colour(word), None, "{word}");
        }
    }

    #[test]
    fn colours_by_number_are_those_of_xterm() {
        assert_eq!(rgb(Color::Indexed(16)), Some([0, 0, 0]));
        assert_eq!(rgb(Color::Indexed(208)), Some([255, 135, 0]));
        assert_eq!(rgb(Color::Indexed(255)), Some([238; 3]));
        assert_eq!(rgb(Color::Reset), None);
    }

    #[test]
    fn the_nearest_colour_still_reads() {
        assert_eq!(nearest([250, 130, 5], Depth::Indexed, None), Color::Indexed(208));
        assert_eq!(nearest([250, 250, 240], Depth::Sixteen, None), Color::White);
        // Grey is nearest, and does not read on white.
        assert_eq!(nearest([127; 3], Depth::Sixteen, None), Color::DarkGray);
        let found = nearest([127; 3], Depth::Sixteen, Some(([255; 3], 4.5)));
        assert!(contrast(rgb(found).unwrap(), [255; 3]) >= 4.5, "{found}");
    }
}

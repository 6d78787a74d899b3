//! What the terminal says of itself when it is asked: whether its background is light or dark (OSC 11).
//!
//! Terminals answer at once, late, or never. Nothing waits for the answer, and [`super::decoder`] keeps it from the keys.

use crate::app::Background;

/// The question, with the terminator that every terminal takes.
pub(super) const ASK_GROUND: &[u8] = b"\x1b]11;?\x1b\\";

/// Returns what an answer says of the background, if it is about that and understood: `11;rgb:RRRR/GGGG/BBBB`.
pub(super) fn background(answer: &str) -> Option<Background> {
    let colour = answer.strip_prefix("11;")?;
    let numbers = ["rgb:", "rgba:"].iter().find_map(|space| colour.strip_prefix(space))?;
    let parts: Vec<u32> = numbers.split('/').map(thousandths).collect::<Option<_>>()?;
    let [red, green, blue, ..] = parts[..] else { return None };
    // How light a colour looks (Rec. 601 luma).
    let light = (299 * red + 587 * green + 114 * blue) / 1000;
    Some(if light > 500 { Background::Light } else { Background::Dark })
}

/// Returns a number of one to four hexadecimal digits in thousandths of the largest with as many digits.
fn thousandths(digits: &str) -> Option<u32> {
    if !(1..=4).contains(&digits.len()) {
        return None;
    }
    let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?)? - 1;
    let number = u32::from_str_radix(digits, 16).ok()?;
    Some(1000 * number / most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_background_is_light_or_dark_or_not_understood() {
        for (answer, expected) in [
            ("11;rgb:1c1c/1c1c/1c1c", Some(Background::Dark)),
            ("11;rgb:ffff/FFFF/dddd", Some(Background::Light)),
            ("11;rgba:0/0/0/8", Some(Background::Dark)),
            ("11;rgb:fd/f6/e3", Some(Background::Light)),
            ("11;rgb:////", None),
            ("11;rgb:12345/0/0", None),
            ("11;?", None),
            ("10;rgb:0/0/0", None),
            ("", None),
        ] {
            assert_eq!(background(answer), expected, "{answer}");
        }
    }
}

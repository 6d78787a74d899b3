//! Keys of other keyboard layouts: a letter that nothing is bound to stands for the key in its place.

use toml_edit::Document;

const EMBEDDED: &str = include_str!("layouts.toml");

/// Returns the key of a British or American keyboard in whose place another layout has this letter; a capital one for a
/// capital one. Letters that such a keyboard has are none of these.
pub(super) fn in_place_of(letter: char) -> Option<char> {
    if letter.is_ascii() || !letter.is_alphabetic() {
        return None;
    }
    let small = letter.to_lowercase().next()?;
    // A test holds that the data can be read.
    let document = Document::parse(EMBEDDED).ok()?;
    let here = document.get("here")?.as_str()?;
    let mut rows = document.as_table().iter().filter_map(|(_, row)| row.as_str());
    let key = rows.find_map(|row| {
        row.chars().zip(here.chars()).find_map(|(other, key)| (other == small).then_some(key))
    })?;
    Some(if small == letter { key } else { key.to_ascii_uppercase() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_for_the_keys_in_their_places() {
        for (letter, key) in [
            ('й', 'q'),
            ('Й', 'Q'),
            ('с', 'c'),
            ('и', 'b'),
            ('т', 'n'),
            ('ї', ']'),
            ('ш', 'i'),
            ('ν', 'n'),
            ('ש', 'a'),
        ] {
            assert_eq!(in_place_of(letter), Some(key), "{letter}");
        }
        for letter in ['q', 'Q', '?', 'é', 'ß', '中'] {
            assert_eq!(in_place_of(letter), None, "{letter}");
        }
    }
}

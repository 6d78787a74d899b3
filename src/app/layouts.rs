//! Keys of other keyboard layouts: a letter that nothing is bound to stands for the key in its place.

use toml_edit::Document;

const EMBEDDED: &str = include_str!("layouts.toml");

/// A keyboard layout, by its place among those that are known.
pub(super) type Layout = usize;

/// Returns the key of a British or American keyboard in whose place another layout has this letter, a capital one for a
/// capital one, and that layout. Signs that such a keyboard has as well are only looked for in the layout `before`, in
/// which the last letter was typed.
pub(super) fn in_place_of(letter: char, before: Option<Layout>) -> Option<(char, Layout)> {
    if letter.is_ascii_alphanumeric() {
        return None;
    }
    let small = letter.to_lowercase().next()?;
    // A test holds that the data can be read.
    let document = Document::parse(EMBEDDED).ok()?;
    let here = document.get("here")?.as_str()?;
    let rows: Vec<&str> = document.as_table().iter().filter_map(|(_, row)| row.as_str()).collect();
    let key_in = |layout: Layout| {
        let mut keys = rows.get(layout)?.chars().zip(here.chars());
        let (_, key) = keys.find(|(other, _)| *other == small)?;
        Some((if small == letter { key } else { key.to_ascii_uppercase() }, layout))
    };
    let any = || if letter.is_ascii() { None } else { (0..rows.len()).find_map(key_in) };
    before.and_then(key_in).or_else(any)
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
            assert_eq!(in_place_of(letter, None).map(|(key, _)| key), Some(key), "{letter}");
        }
        for letter in ['q', 'Q', '?', 'é', 'ß', '中'] {
            assert_eq!(in_place_of(letter, None), None, "{letter}");
        }
        let (_, ukrainian) = in_place_of('ї', None).unwrap();
        assert_eq!(in_place_of('.', Some(ukrainian)), Some(('/', ukrainian)));
        assert_eq!(in_place_of('.', None), None);
    }
}

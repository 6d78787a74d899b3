//! Text for terminals that show few characters: each replaced by one of ASCII that takes a column.

use unicode_normalization::UnicodeNormalization as _;

/// Returns what stands for a grapheme cluster in ASCII, one column wide: the letter without its accents, the plain
/// sign for a typographic one, and a question mark for what has neither.
#[must_use]
pub fn ascii(cluster: &str) -> char {
    let Some(first) = cluster.chars().next() else { return ' ' };
    match first {
        ' '..='~' => first,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '‐'..='―' | '−' | '·' | '─' | '━' | '═' => '-',
        '‘'..='‛' | '′' | '´' => '\'',
        '“'..='‟' | '″' | '«' | '»' => '"',
        '…' | '┄' | '┆' | '┈' | '┊' => '.',
        '•' | '‣' | '◦' | '▪' | '●' | '○' => '*',
        '›' | '▸' | '▶' | '→' | '↪' | '⇒' => '>',
        '‹' | '◂' | '◀' | '←' | '⇐' => '<',
        '▾' | '▼' | '↓' => 'v',
        '▴' | '▲' | '↑' => '^',
        '│' | '┃' | '║' | '¦' | '▌' => '|',
        '┌'..='╋' | '╒'..='╬' => '+',
        '▀'..='▟' | '■' => '#',
        '×' | '✗' | '✓' | '✔' => 'x',
        'ß' => 's',
        'æ' => 'a',
        'Æ' => 'A',
        'ø' | 'œ' => 'o',
        'Ø' | 'Œ' => 'O',
        'ð' | 'đ' => 'd',
        'þ' => 't',
        'ł' => 'l',
        'Ł' | '£' => 'L',
        '€' => 'E',
        '¿' => '?',
        '¡' => '!',
        _ => first.nfd().next().filter(char::is_ascii_graphic).unwrap_or('?'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_guides_are_written_with_stays_readable() {
        let shown = |text: &str| text.chars().map(|c| ascii(c.encode_utf8(&mut [0; 4]))).collect::<String>();
        assert_eq!(shown("“Don’t” – wait…"), "\"Don't\" - wait.");
        assert_eq!(shown("Dùn Èideann, Esmée ‹›"), "Dun Eideann, Esmee <>");
        assert_eq!(shown("┌─┐│▐▌ ▸▾•"), "+-+|#| >v*");
        assert_eq!(shown("漢ש"), "??");
        assert_eq!(ascii("e\u{301}"), 'e');
    }

    #[test]
    fn nothing_else_comes_out() {
        for c in (0..=0x0010_ffff_u32).filter_map(char::from_u32) {
            let plain = ascii(c.encode_utf8(&mut [0; 4]));
            assert!(plain == ' ' || plain.is_ascii_graphic(), "{c:?} gives {plain:?}");
        }
    }
}

//! The forms of a word: endings of English, and those of Scots.

/// Returns a word with all its endings: *stop*, *stops*, *stopped*, *stopping*, *stoppin*.
pub(super) fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![
        word.to_owned(),
        format!("{word}s"),
        format!("{word}ed"),
        format!("{word}ing"),
        format!("{word}in"),
    ];
    let mut letters = word.chars().rev();
    let (last, before, third) = (letters.next(), letters.next(), letters.next());
    let is_vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    match last {
        Some('e') => {
            let stem = word.trim_end_matches('e');
            forms.extend([format!("{word}d"), format!("{stem}ing"), format!("{stem}in")]);
        }
        Some('y') if !is_vowel(before) => {
            let stem = word.trim_end_matches('y');
            forms.extend([format!("{stem}ies"), format!("{stem}ied")]);
        }
        Some('s' | 'x' | 'z' | 'h' | 'o') => forms.push(format!("{word}es")),
        _ => {}
    }
    // A consonant behind one vowel is doubled.
    if let Some(last) = last.filter(|last| !"aeiouwxy".contains(*last))
        && is_vowel(before)
        && !is_vowel(third)
    {
        forms.extend(["ed", "ing", "in", "it"].map(|ending| format!("{word}{last}{ending}")));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_written_as_people_write_them() {
        for (word, form) in [
            ("hit", "hittin"),
            ("rape", "raping"),
            ("rape", "raped"),
            ("punch", "punches"),
            ("bury", "buried"),
            ("batter", "battered"),
        ] {
            assert!(forms(word).iter().any(|other| other == form), "{word} {form}");
        }
        assert!(!forms("beat").iter().any(|form| form == "beatted"));
    }
}

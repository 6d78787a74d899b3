//! Telephone numbers in running text.

use std::ops::Range;

/// The numbers that everybody knows and that never change.
pub const EMERGENCY_NUMBERS: [&str; 4] = ["999", "111", "112", "101"];

/// Returns where telephone numbers stand in a text: the short ones by their digits, long ones by a nought or a plus in
/// front and six digits in all. Years, days, sums and numbers of paragraphs are none.
#[must_use]
pub fn telephone_digits(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut end = 0;
    for (start, c) in text.char_indices() {
        let begins = start >= end && (c.is_ascii_digit() || c == '+');
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let inside = before.is_some_and(|before| before.is_alphanumeric() || "./-£{_".contains(before));
        if begins && !inside {
            let run = run(text, start);
            end = run.end.max(start + c.len_utf8());
            if is_telephone(text.get(run.clone()).unwrap_or_default()) {
                found.push(run);
            }
        }
    }
    found
}

/// Returns the digits from byte `start` on, with single blanks and hyphens between them.
fn run(text: &str, start: usize) -> Range<usize> {
    let mut end = start;
    let mut before_was_digit = true;
    for (at, c) in text.get(start..).unwrap_or_default().char_indices() {
        let is_digit = c.is_ascii_digit() || (at == 0 && c == '+');
        if is_digit {
            end = start + at + c.len_utf8();
        } else if !before_was_digit || !matches!(c, ' ' | '\u{a0}' | '-') {
            break;
        }
        before_was_digit = is_digit;
    }
    start..end
}

fn is_telephone(run: &str) -> bool {
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let long = digits.len() >= 9 && (digits.starts_with('0') || run.starts_with('+'));
    let short = EMERGENCY_NUMBERS.contains(&run) || ["18000", "85258"].contains(&run);
    long || short || (digits.len() == 6 && digits.starts_with("116"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_other_figures() {
        let text = "Call 999 or 116 123, 0800 83 85 87, +44 131 496 0000 by 2026-11-30, in 2026, at 26, 4.101, £111, \
                    {nhs24}, for 111. Section 42, 2014 to 2027, 13 to 16 116000";
        let found: Vec<_> = telephone_digits(text).into_iter().filter_map(|range| text.get(range)).collect();
        assert_eq!(found, ["999", "116 123", "0800 83 85 87", "+44 131 496 0000", "111"]);
    }
}

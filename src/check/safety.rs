//! Rules about the safety page and telephone numbers: none is past its review, and none stands in a guide's text.

use super::passage::Subject;
use crate::guide::{Day, EMERGENCY_NUMBERS, Library, telephone_digits};
use crate::pack::{Notes, Rule, Spot};
use crate::text::slice;

/// Notes the numbers and sources that have to be compared with their source again.
pub(super) fn check_numbers(library: &Library, today: Day, notes: &mut Notes) {
    for (index, number) in library.safety.numbers.iter().enumerate() {
        let Some(checked) = number.checked.as_ref().filter(|_| number.is_past_review(today)) else {
            continue;
        };
        let message = format!("{} was to be checked again by {}", number.name, checked.review_by);
        let help = format!(
            "open {} and compare each digit, then write today’s day into `checked_on` and a later one here",
            checked.source.address
        );
        notes.add(Rule::SafetyPastReview, Spot::Number(index), message, help);
    }
    for (index, source) in library.safety.sources.iter().enumerate() {
        let Some(review_by) = source.review_by.filter(|day| *day < today) else { continue };
        let message = format!("{} was to be checked again by {review_by}", source.title);
        let help = format!("read {} against the page, then write a later day here", source.address);
        notes.add(Rule::SafetyPastReview, Spot::SafetySource(index), message, help);
    }
}

/// Notes telephone numbers in the text of a guide; those that everybody knows may stand in a callout.
pub(super) fn check_digits(subject: &Subject<'_>, notes: &mut Notes) {
    for passage in &subject.passages {
        for range in telephone_digits(passage.text()) {
            let digits = slice(passage.text(), range.clone());
            if passage.callout().is_some() && EMERGENCY_NUMBERS.contains(&digits) {
                continue;
            }
            let message = format!("the number `{digits}` stands in the text itself");
            let help = "lead to the page that has it: `[words](safety:who-to-ring)`";
            subject.note(notes, Rule::TelephoneDigits, (passage, range), message, help);
        }
    }
}

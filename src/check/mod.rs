//! Floor 3: what a good editor would say of a pack, beyond what keeps it from being opened.
//!
//! The loader reports errors; the rules here read the library that it made. A rule notes what it found at a
//! [`Spot`](crate::pack::Spot), and [`Draft`] leads every spot back to file, line and column, so that both speak
//! in one [`Report`]. Each rule takes time in proportion to the text, whatever it says: many guides stay quick.
//! The date of today comes as a value.

mod acronyms;
mod callouts;
mod explain;
mod headings;
mod language;
mod leftovers;
mod links;
pub mod lookups;
mod parts;
mod passage;
mod phrases;
mod readability;
mod relations;
mod repeats;
mod safety;
mod sentences;
mod starter;
mod telling;
mod terms;
mod wording;

pub use explain::explain;
pub use parts::{BRIEF_COLUMNS, BRIEF_ROWS};
pub use readability::{reading_ease, syllables};
pub use starter::{Starter, slug_of};

use crate::guide::Day;
use crate::pack::{Draft, Notes, Report, Source};
use passage::Subject;
use repeats::Repeats;
use terms::Glossary;
use wording::Wording;

/// Checks a pack as it would be on the day `today`.
///
/// A pack with errors is checked as far as it could be read: what is said about single texts holds, but not what
/// is missing, as that may stand where it could not be read.
#[must_use]
pub fn check(sources: &[Source], today: Day) -> Report {
    let draft = Draft::open(sources);
    let mut notes = Notes::default();
    if let Some(library) = draft.library() {
        let glossary = Glossary::new(library);
        let wording = Wording::new();
        let mut repeats = Repeats::default();
        for id in library.guide_ids() {
            let subject = Subject::new(library, id);
            texts(&subject, &wording, &mut notes);
            if draft.is_whole() {
                repeats.check(&subject, &mut notes);
                whole(&subject, &glossary, today, &mut notes);
            }
        }
        if draft.is_whole() {
            terms::check_unused(library, &mut notes);
            safety::check_numbers(library, today, &mut notes);
            relations::check_library(library, &mut notes);
        }
    }
    draft.report(notes)
}

/// Notes what is wrong with the texts of a guide, whatever stands elsewhere.
fn texts(subject: &Subject<'_>, wording: &Wording, notes: &mut Notes) {
    language::check(subject, notes);
    headings::check(subject, notes);
    links::check(subject, notes);
    leftovers::check(subject, notes);
    callouts::check(subject, notes);
    wording::check(subject, wording, notes);
    safety::check_digits(subject, notes);
}

/// Notes what is missing in a guide, what does not go together, and what a link would have explained.
fn whole(subject: &Subject<'_>, glossary: &Glossary, today: Day, notes: &mut Notes) {
    acronyms::check(subject, glossary, notes);
    terms::check(subject, glossary, notes);
    parts::check(subject, notes);
    callouts::check_guidance(subject, notes);
    relations::check_guide(subject, today, notes);
    telling::check(subject, notes);
}

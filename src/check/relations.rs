//! Rules about what points to what, and about what stands twice in the pack.

use std::collections::BTreeMap;

use super::Day;
use super::passage::Subject;
use crate::guide::{GuideId, Library, ReferenceId, TermId, ThemeId};
use crate::pack::{Key, Notes, Rule, Spot};
use crate::text::fold_text;

/// A guide is reviewed again after so many months.
const MONTHS: i32 = 18;

/// Notes what is wrong with the way a guide stands among the others, and with its age.
pub(super) fn check_guide(subject: &Subject<'_>, today: Day, notes: &mut Notes) {
    check_review(subject, today, notes);
    let (guide, library) = (subject.guide, subject.library);
    if guide.backlinks.is_empty() && library.guides.len() > 1 {
        let message = format!("no other guide leads to `{}`", guide.slug);
        let help =
            format!("add `[[related]]` with `guide = \"{}\"` to a guide that is near to it", guide.slug);
        notes.add(Rule::Orphan, Spot::Guide(subject.id), message, help);
    }
    for (at, related) in guide.related.iter().enumerate() {
        // A link in the text of the other is a way back as well.
        if !guide.backlinks.contains(&related.guide) {
            let other = &library.guide(related.guide).slug;
            let message = format!("this guide is related to `{other}`, and nothing in `{other}` leads back");
            let help = format!(
                "add `[[related]]` with `guide = \"{}\"` to `{other}`, if readers of it would want it",
                guide.slug
            );
            notes.add(Rule::OneWayRelation, Spot::Related(subject.id, at), message, help);
        }
    }
}

fn check_review(subject: &Subject<'_>, today: Day, notes: &mut Notes) {
    let Some(reviewed) = Day::parse(&subject.guide.reviewed) else { return };
    let spot = Spot::Key(subject.id, Key::Reviewed);
    if reviewed > today {
        let message = format!("the guide was reviewed on {reviewed}, and today is {today}");
        notes.add(
            Rule::FutureReview,
            spot,
            message,
            "write the day on which it was last read against its sources",
        );
    } else if reviewed.months_later(MONTHS) < today {
        let message = format!("the last review was on {reviewed}, more than {MONTHS} months ago");
        let help = "read the guide against its sources and the law as it is now, then write today’s date";
        notes.add(Rule::OverdueReview, spot, message, help);
    }
}

/// Notes what nobody names, and what has the title of another.
pub(super) fn check_library(library: &Library, notes: &mut Notes) {
    for (at, reference) in library.references.iter().enumerate() {
        if reference.cited_by.is_empty() {
            let message = format!("no guide names the reference `{}`", reference.slug);
            let help = "name it in the `references` of the guide that leans on it, or take it out";
            notes.add(Rule::UncitedReference, Spot::Reference(ReferenceId::at(at)), message, help);
        }
    }
    let guides = library.guides.iter().enumerate();
    titles(
        guides.map(|(at, guide)| (guide.title.as_str(), Spot::Key(GuideId::at(at), Key::Title))),
        "guide",
        notes,
    );
    let themes = library.themes.iter().enumerate();
    titles(themes.map(|(at, theme)| (theme.title.as_str(), Spot::Theme(ThemeId::at(at)))), "theme", notes);
    let terms = library.terms.iter().enumerate();
    titles(terms.map(|(at, term)| (term.title.as_str(), Spot::Term(TermId::at(at)))), "term", notes);
}

/// Notes titles that an earlier part has.
fn titles<'a>(parts: impl Iterator<Item = (&'a str, Spot)>, what: &str, notes: &mut Notes) {
    let mut seen = BTreeMap::new();
    for (title, spot) in parts {
        if let Some(first) = seen.get(&fold_text(title)) {
            let message = format!("another {what} has the title `{title}`");
            notes.add(
                Rule::DuplicateTitle,
                spot,
                message,
                "give one of the two a title that tells them apart",
            );
            notes.also(*first);
        } else {
            seen.insert(fold_text(title), spot);
        }
    }
}

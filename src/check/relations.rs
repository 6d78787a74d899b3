//! Rules about what points to what, and about what stands twice in the pack.

use std::collections::BTreeMap;

use super::passage::Subject;
use crate::guide::{Day, GuideId, Library, ReferenceId, Target, TermId, ThemeId};
use crate::pack::{Key, Notes, Rule, Spot};
use crate::text::fold_text;

/// A guide that more others lead to than this cannot lead back to each.
const HUB: usize = 10;

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
        // For a guide that nothing leads to it was said already.
        if !guide.backlinks.is_empty() && leads_one_way(subject, related.guide) {
            let other = &library.guide(related.guide).slug;
            let message = format!("this guide is related to `{other}`, and nothing in `{other}` leads back");
            let help = format!(
                "add `[[related]]` with `guide = \"{}\"` to `{other}`, if its readers would want it",
                guide.slug
            );
            notes.add(Rule::OneWayRelation, Spot::Related(subject.id, at), message, help);
        }
    }
}

/// Whether a guide that is related to the subject leads nowhere back to it, though one would look for it there: the
/// two share a theme, and the other is not one of those that nearly all others lead to. A link in its text is a way
/// back as well.
fn leads_one_way(subject: &Subject<'_>, other: GuideId) -> bool {
    let guide = subject.library.guide(other);
    let near = guide.themes.iter().any(|theme| subject.guide.themes.contains(theme));
    near && guide.backlinks.len() <= HUB && !subject.guide.backlinks.contains(&other)
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
    let about = library.pack.description.iter().flat_map(|block| block.prose.links());
    let about: Vec<&Target> = about.map(|(_, target)| target).collect();
    for (at, reference) in library.references.iter().enumerate() {
        let on_about = about.contains(&&Target::Reference(ReferenceId::at(at)));
        if reference.cited_by.is_empty() && !on_about {
            let message = format!("no guide names the reference `{}`", reference.slug);
            let help = "name it in the `references` of the guide that leans on it, or take it out";
            notes.add(Rule::UncitedReference, Spot::Reference(ReferenceId::at(at)), message, help);
        }
    }
    let guides = library.guides.iter().enumerate();
    // A guide for workers and one for young people stand in lists of their own.
    titles(
        guides
            .map(|(at, guide)| ((guide.area.slug(), &*guide.title), Spot::Key(GuideId::at(at), Key::Title))),
        "guide",
        notes,
    );
    let themes = library.themes.iter().enumerate();
    titles(themes.map(|(at, theme)| (("", &*theme.title), Spot::Theme(ThemeId::at(at)))), "theme", notes);
    let terms = library.terms.iter().enumerate();
    titles(terms.map(|(at, term)| (("", &*term.title), Spot::Term(TermId::at(at)))), "term", notes);
}

/// Notes titles that an earlier part of the same group has.
fn titles<'a>(parts: impl Iterator<Item = ((&'a str, &'a str), Spot)>, what: &str, notes: &mut Notes) {
    let mut seen = BTreeMap::new();
    for ((group, title), spot) in parts {
        let key = (group, fold_text(title));
        if let Some(first) = seen.get(&key) {
            let message = format!("another {what} has the title `{title}`");
            notes.add(
                Rule::DuplicateTitle,
                spot,
                message,
                "give one of the two a title that tells them apart",
            );
            notes.also(*first);
        } else {
            seen.insert(key, spot);
        }
    }
}

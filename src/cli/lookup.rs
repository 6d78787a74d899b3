//! From what somebody types to the guide, section or theme that is meant.
//!
//! An id, a title or a part of either; case, accents and punctuation do not matter. A name that matches nothing is
//! answered with the nearest ones.

use std::ffi::OsStr;
use std::fmt::Write as _;

use crate::guide::{Area, Guide, GuideId, Library, Place, Safety, SituationId, TermId, ThemeId};
use crate::search::Titles;
use crate::text::{clean_line, fold_words, nearest, truncate, width};

/// How many names are listed to choose from.
const OFFERED: usize = 8;

/// The longest words that are offered to be typed again, in columns.
const TYPED_AGAIN: usize = 60;

/// The fewest bytes of a part of a name: shorter parts are in too many names. In bytes, because a character of other
/// scripts says more than a letter.
const PART_AT_LEAST: usize = 3;

/// How many near titles are offered.
const NEAR: usize = 3;

/// A name that matches nothing, or more than one thing: the message about it, in one line or more.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Miss(pub(super) String);

/// A thing that can be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Name<'a> {
    id: &'a str,
    title: &'a str,
}

/// What a typed name matches, by index.
#[derive(Debug, PartialEq, Eq)]
enum NameMatch {
    One(usize),
    Several(Vec<usize>),
    Near(Vec<usize>),
}

/// Returns the place that `GUIDE` or `GUIDE#SECTION` means.
pub(super) fn place(library: &Library, typed: &OsStr) -> Result<Place, Miss> {
    let (guide, part) = parts(typed);
    let guide = guide_id(library, &guide)?;
    Ok(Place { guide, section: section(library.guide(guide), &part)? })
}

/// Returns what is typed before and behind the `#`, cleaned.
pub(super) fn parts(typed: &OsStr) -> (String, String) {
    let typed = clean_line(&typed.to_string_lossy());
    let (guide, section) = typed.split_once('#').unwrap_or((&typed, ""));
    (guide.trim().to_owned(), section.trim().to_owned())
}

/// Returns the theme with this name.
pub(super) fn theme(library: &Library, typed: &OsStr) -> Result<ThemeId, Miss> {
    let typed = clean_line(&typed.to_string_lossy());
    let names = theme_names(library);
    let index = find(&typed, &names).map_err(|found| {
        let see = format!("The themes are:\n{}", listed(&names, 0..names.len()));
        miss("theme", &typed, &names, &found, &see)
    })?;
    Ok(ThemeId::at(index))
}

/// Returns the situation with this name.
pub(super) fn situation(safety: &Safety, area: Area, typed: &OsStr) -> Result<SituationId, Miss> {
    let typed = clean_line(&typed.to_string_lossy());
    let situations = safety.situations.iter();
    let names: Vec<_> = situations.map(|one| Name { id: &one.slug, title: &one.page(area).title }).collect();
    let index = find(&typed, &names).map_err(|found| {
        let told = miss("situation", &typed, &names, &found, "").0;
        // Whoever typed this may have no time to type again: what to do first stands here too.
        let first = safety.first_page(area).and_then(|page| page.cards.first());
        let first = first.map(|card| safety.shown(&card.heading).text).unwrap_or_default();
        Miss(format!("{}\n{first}\nEvery situation and every number: toolkit safety", told.trim_end()))
    })?;
    Ok(SituationId::at(index))
}

fn theme_names(library: &Library) -> Vec<Name<'_>> {
    library.themes.iter().map(|theme| Name { id: &theme.slug, title: &theme.title }).collect()
}

/// Returns the id of the guide with exactly this id or title, in whatever case.
pub(super) fn exact_guide<'a>(library: &'a Library, typed: &str) -> Option<&'a str> {
    let is = |name: &str| fold_words(name) == fold_words(typed);
    library.guides.iter().find(|guide| is(&guide.slug) || is(&guide.title)).map(|guide| guide.slug.as_str())
}

/// Returns the title of the term with exactly this id or title, in whatever case.
pub(super) fn exact_term<'a>(library: &'a Library, typed: &str) -> Option<&'a str> {
    let is = |name: &str| fold_words(name) == fold_words(typed);
    library.terms.iter().find(|term| is(&term.slug) || is(&term.title)).map(|term| term.title.as_str())
}

/// Returns words as they can be typed behind a command, between quotation marks where a shell would expand something in
/// them; none where quotation marks would not help, or where nobody would type that much.
pub(super) fn as_typed(words: &str) -> Option<String> {
    let has_letters = words.chars().any(char::is_alphanumeric);
    if !has_letters || width(words) > TYPED_AGAIN || words.contains(['"', '$', '`', '\\', '!']) {
        return None;
    }
    let plain = words.chars().all(|c| c.is_alphanumeric() || " -’,.:?".contains(c)) && !words.contains('?');
    Some(if plain { words.to_owned() } else { format!("\"{words}\"") })
}

/// A term that is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TermMatch {
    pub(super) id: TermId,
    pub(super) spelling: Spelling,
}

/// Whether a name was spelt right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    Right,
    Guessed,
}

/// Returns the term that is meant: by its title, by what else people say for it, or by the nearest of these.
pub(super) fn term(library: &Library, typed: &OsStr) -> Result<TermMatch, Miss> {
    let typed = clean_line(&typed.to_string_lossy());
    let wanted = fold_words(&typed);
    let aliases: Vec<(usize, String)> = library
        .terms
        .iter()
        .enumerate()
        .flat_map(|(index, term)| {
            let names = [term.title.as_str(), &term.slug].into_iter().chain(term.aliases.iter());
            names.map(move |name| (index, fold_words(name)))
        })
        .collect();
    let called =
        |name: &str| aliases.iter().find(|(_, alias)| alias == name).map(|(index, _)| TermId::at(*index));
    if let Some(id) = called(&wanted).filter(|_| !wanted.is_empty()) {
        return Ok(TermMatch { id, spelling: Spelling::Right });
    }
    let names: Vec<_> =
        library.terms.iter().map(|term| Name { id: &term.slug, title: &term.title }).collect();
    let found = match find(&typed, &names) {
        Ok(index) => return Ok(TermMatch { id: TermId::at(index), spelling: Spelling::Right }),
        Err(found) => found,
    };
    if matches!(found, NameMatch::Near(_))
        && let Some(id) = nearest(&wanted, aliases.iter().map(|(_, name)| name.as_str())).and_then(called)
    {
        return Ok(TermMatch { id, spelling: Spelling::Guessed });
    }
    let see =
        "Every word that is explained: toolkit define\nTo look for it in the guides: toolkit search WORDS\n";
    Err(miss("word in the glossary", &typed, &names, &found, see))
}

fn guide_id(library: &Library, typed: &str) -> Result<GuideId, Miss> {
    if let Some(id) = library.guide_id(typed) {
        return Ok(id);
    }
    let names: Vec<_> =
        library.guides.iter().map(|guide| Name { id: &guide.slug, title: &guide.title }).collect();
    if exact(typed, &names).is_none()
        && let Some(theme) = exact(typed, &theme_names(library)).and_then(|index| library.themes.get(index))
    {
        let slug = &theme.slug;
        let why = format!("That is a theme, not a guide. To see its guides: toolkit list --theme {slug}");
        return Err(Miss(why));
    }
    let index = find(typed, &names)
        .map_err(|found| miss("guide", typed, &names, &found, &elsewhere(library, typed)))?;
    Ok(GuideId::at(index))
}

/// Returns other commands to find what was typed where a guide belongs: as a term, in the texts, and in the list.
fn elsewhere(library: &Library, typed: &str) -> String {
    let mut out = String::new();
    if let Some(again) = as_typed(typed) {
        if exact_term(library, typed).is_some() {
            let _ = writeln!(out, "What it means: toolkit define {again}");
        }
        let _ = writeln!(out, "Guides that speak of it: toolkit search {again}");
    }
    out + "To see every guide: toolkit list\n"
}

/// Returns the index of the section of a guide that is meant; none for the whole guide, where nothing is typed.
pub(super) fn section(guide: &Guide, typed: &str) -> Result<Option<u32>, Miss> {
    if typed.is_empty() {
        return Ok(None);
    }
    let names: Vec<_> =
        guide.sections.iter().map(|section| Name { id: &section.id, title: &section.title }).collect();
    let index = find(typed, &names).map_err(|found| {
        let see = format!("The sections of {} are:\n{}", guide.slug, listed(&names, 0..names.len()));
        miss("section", typed, &names, &found, &see)
    })?;
    Ok(u32::try_from(index).ok())
}

/// Returns the index of the one name that matches, or what else there is.
fn find(typed: &str, names: &[Name<'_>]) -> Result<usize, NameMatch> {
    match matching(typed, names) {
        NameMatch::One(index) => Ok(index),
        other => Err(other),
    }
}

/// Returns the index of the name with exactly this id or title, in whatever case.
fn exact(typed: &str, names: &[Name<'_>]) -> Option<usize> {
    let wanted = fold_words(typed);
    let by_id = names.iter().position(|name| name.id == typed);
    let by_words = || names.iter().position(|name| fold_words(name.id) == wanted);
    let by_title = || names.iter().position(|name| fold_words(name.title) == wanted);
    by_id.or_else(|| if wanted.is_empty() { None } else { by_words().or_else(by_title) })
}

fn matching(typed: &str, names: &[Name<'_>]) -> NameMatch {
    if let Some(index) = exact(typed, names) {
        return NameMatch::One(index);
    }
    let wanted = fold_words(typed);
    if wanted.is_empty() {
        return NameMatch::Near(Vec::new());
    }
    let plain: Vec<_> = names.iter().map(|name| (fold_words(name.id), fold_words(name.title))).collect();
    let is_long = wanted.len() >= PART_AT_LEAST && wanted.split(' ').any(|word| word.len() >= PART_AT_LEAST);
    let has = |(id, title): &(String, String)| is_long && (id.contains(&wanted) || title.contains(&wanted));
    let fits: Vec<_> = (0..plain.len()).filter(|index| plain.get(*index).is_some_and(has)).collect();
    match fits.as_slice() {
        [] => all_words(&wanted, &plain).unwrap_or_else(|| NameMatch::Near(near(&wanted, names, &plain))),
        [index] => NameMatch::One(*index),
        _ => NameMatch::Several(fits),
    }
}

/// Returns the names that have all of the typed words, whole or their beginnings, in any order.
fn all_words(wanted: &str, plain: &[(String, String)]) -> Option<NameMatch> {
    if wanted.split(' ').all(|word| word.len() < PART_AT_LEAST) {
        return None;
    }
    let begins = |word: &str, other: &str| {
        if word.len() < PART_AT_LEAST { other == word } else { other.starts_with(word) }
    };
    let has = |name: &str| wanted.split(' ').all(|word| name.split(' ').any(|other| begins(word, other)));
    let fits = plain.iter().enumerate().filter(|(_, (id, title))| has(id) || has(title));
    let fits: Vec<usize> = fits.map(|(index, _)| index).collect();
    match fits.as_slice() {
        [] => None,
        [index] if wanted.contains(' ') => Some(NameMatch::One(*index)),
        _ => Some(NameMatch::Several(fits)),
    }
}

/// Returns the nearest id, and the titles that share most words or letters with what was typed.
fn near(wanted: &str, names: &[Name<'_>], plain: &[(String, String)]) -> Vec<usize> {
    let ids = plain.iter().map(|(id, _)| id.as_str());
    let mut offered: Vec<usize> = nearest(wanted, ids)
        .and_then(|id| plain.iter().position(|(other, _)| other == id))
        .into_iter()
        .collect();
    let titles = Titles::new(names.iter().map(|name| name.title));
    for fit in titles.nearest(wanted) {
        if offered.len() < NEAR && !offered.contains(&fit.index) {
            offered.push(fit.index);
        }
    }
    offered
}

/// Returns the message for a name that does not match exactly one thing.
fn miss(what: &str, typed: &str, names: &[Name<'_>], found: &NameMatch, see: &str) -> Miss {
    let typed = truncate(typed, 60);
    Miss(match found {
        NameMatch::Several(fits) => format!(
            "More than one {what} fits “{typed}”. Write one of these names, or more of it:\n{}",
            listed(names, fits.iter().copied())
        ),
        NameMatch::Near(fits) if !fits.is_empty() => format!(
            "There is no {what} called “{typed}”. Did you mean:\n{}{see}",
            listed(names, fits.iter().copied())
        ),
        _ => format!("There is no {what} called “{typed}”. {see}"),
    })
}

/// Returns names one below the other, ids and titles in columns.
fn listed(names: &[Name<'_>], which: impl Iterator<Item = usize>) -> String {
    let all: Vec<_> = which.filter_map(|index| names.get(index)).collect();
    let shown = all.get(..OFFERED.min(all.len())).unwrap_or_default();
    let id_columns = shown.iter().map(|name| name.id.len()).max().unwrap_or(0);
    let mut out = String::new();
    for Name { id, title } in shown {
        let title = truncate(title, 78_usize.saturating_sub(id_columns + 4).max(20));
        let _ = writeln!(out, "  {id}{}  {title}", " ".repeat(id_columns - width(id)));
    }
    if all.len() > shown.len() {
        let _ = writeln!(out, "  … and {} more", all.len() - shown.len());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [Name<'static>; 4] = [
        Name { id: "build-relationships", title: "How to build relationships with young people" },
        Name { id: "keeping-staff", title: "Keeping staff: the café rota" },
        Name { id: "staff", title: "Staff" },
        Name { id: "yp-rights", title: "Your rights" },
    ];

    #[test]
    fn an_id_a_title_or_a_part_of_either_will_do() {
        for (typed, index) in [
            ("build-relationships", 0),
            ("BUILD relationships", 0),
            ("rights", 3),
            ("Your Rights", 3),
            ("cafe rota", 1),
            ("staff", 2),
            ("young people", 0),
            ("people relationships", 0),
        ] {
            assert_eq!(matching(typed, &NAMES), NameMatch::One(index), "{typed}");
        }
    }

    #[test]
    fn several_are_listed_and_a_near_miss_is_named() {
        assert_eq!(matching("taf", &NAMES), NameMatch::Several(vec![1, 2]));
        assert_eq!(matching("biuld-relationship", &NAMES), NameMatch::Near(vec![0]));
        assert_eq!(matching("", &NAMES), NameMatch::Near(vec![]));
        assert_eq!(matching("#", &NAMES), NameMatch::Near(vec![]));
        assert!(matches!(matching("a b c", &NAMES), NameMatch::Near(_)));
        assert!(matches!(matching("ta", &NAMES), NameMatch::Near(_)));
        let miss = miss("guide", "taf", &NAMES, &NameMatch::Several(vec![1, 2]), "");
        assert_eq!(
            miss.0,
            "More than one guide fits “taf”. Write one of these names, or more of it:\n  \
             keeping-staff  Keeping staff: the café rota\n  staff          Staff\n"
        );
    }
}

//! Names: behind a title, or a given name where it stands for somebody.

use super::line::{Line, Word};
use super::words::Words;
use super::{Seen, Sighting, add};

/// Looks for titles with a name, then for given names.
pub(super) fn look(line: &Line<'_>, words: &Words, seen: &mut Vec<Seen>) {
    for index in 0..line.words.len() {
        titled(line, index, words, seen);
    }
    for (index, word) in line.words.iter().enumerate() {
        if is_given(line, index, words) {
            add(seen, Sighting::GivenName, word.range.clone());
        }
    }
}

/// Adds a title with the name behind it.
fn titled(line: &Line<'_>, index: usize, words: &Words, seen: &mut Vec<Seen>) {
    let Some(title) = line.words.get(index) else { return };
    let is_title = words.titles.has(&title.folded);
    let is_loose = words.loose_titles.has(&title.folded);
    // *Mr and Mrs Gallacher*: the name stands behind the second.
    let Some(name) = line.words.get(index + 1).filter(|_| is_title || is_loose) else { return };
    let is_word = name.figures() == 0
        && !words.no_surnames.has(&name.folded)
        && !words.after_place.has(&name.folded)
        && !words.doing.has(&name.folded);
    let looks_so = name.text.chars().next().is_some_and(char::is_uppercase);
    let is_small = !is_loose || title.text.chars().next().is_some_and(char::is_lowercase);
    let is_particle = || words.particles.has(&name.folded);
    let is_name = is_word && name.folded.len() > 1 && (looks_so || is_small || is_particle());
    if is_name {
        add(seen, Sighting::TitleName, title.range.start..name.range.end);
    }
}

/// Whether a word is a given name that stands for somebody.
fn is_given(line: &Line<'_>, index: usize, words: &Words) -> bool {
    let Some(word) = line.words.get(index) else { return false };
    if is_of_place(line, index, words) {
        return false;
    }
    let owner = word.owner();
    if words.ambiguous.has(owner) {
        return is_somebody(line, index, words);
    }
    // Somebody in a hurry leaves the apostrophe out: *kayleighs contact*.
    let hurried = owner.strip_suffix('s').filter(|name| name.len() > 3 && words.given.has(name));
    words.given.has(owner) || hurried.is_some() || is_addressed_stranger(line, index, words)
}

/// Whether a word with a capital that nobody knows stands where somebody is spoken to or about: *ask Munashe*,
/// *Svyatoslav’s class*.
fn is_addressed_stranger(line: &Line<'_>, index: usize, words: &Words) -> bool {
    let Some(word) = line.words.get(index) else { return false };
    let before = line.folded(index.checked_sub(1));
    let is_addressed = words.addressing.has(before) || words.before_stranger.has(before);
    let is_owner = word.begins && word.owner() != word.folded && !words.owners.has(word.owner());
    let is_stranger = word.is_capitalised() && word.figures() == 0;
    let is_lone = line.words.get(index + 1).is_none_or(|next| !word.joins_next || !next.is_capitalised());
    let feels = word.begins
        && word.joins_next
        && words.feeling.has(line.folded(Some(index + 1)))
        && !words.owners.has(&word.folded);
    (is_owner || feels || (is_addressed && !word.begins && is_lone))
        && is_stranger
        && !words.known.has(word.owner())
        && !words.after_place.has(word.owner())
}

/// Whether a name belongs to a place, a body or a law: *Angus Council*, *Fort William*.
fn is_of_place(line: &Line<'_>, index: usize, words: &Words) -> bool {
    let before = index.checked_sub(1);
    let capital = |index: usize| line.words.get(index).is_some_and(|word| !word.begins && starts_big(word));
    let joins = |index: usize| line.words.get(index).is_some_and(|word| word.joins_next);
    let is_owned = line.words.get(index).is_some_and(|word| word.owner() != word.folded);
    let behind = |at: usize| words.after_place.has(line.folded(Some(at)));
    let named_behind = (joins(index) && behind(index + 1) && (capital(index + 1) || capital(index)))
        || (joins(index)
            && joins(index + 1)
            && capital(index + 1)
            && behind(index + 2)
            && capital(index + 2));
    let is_island = line.folded(before) == "of" && words.before_place.has(line.folded(index.checked_sub(2)));
    let named_before = before.is_some_and(joins)
        && words.before_place.has(line.folded(before))
        && line.words.get(index - 1).is_some_and(starts_big);
    !is_owned && (named_behind || is_island || named_before)
}

fn starts_big(word: &Word<'_>) -> bool {
    word.text.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a name that is an ordinary word too stands for somebody here.
fn is_somebody(line: &Line<'_>, index: usize, words: &Words) -> bool {
    let Some(word) = line.words.get(index) else { return false };
    let before = line.folded(index.checked_sub(1));
    let next = if word.joins_next { line.folded(Some(index + 1)) } else { "" };
    let behind = line.folded(Some(index + 2));
    let is_owner = word.owner() != word.folded;
    let follows = words.doing.has(next)
        || (next == "and" && words.possessives.has(behind))
        || (next == "to" && words.to_do.has(behind));
    if words.months.has(&word.folded)
        && (words.before_month.has(before) || is_number(before) || is_number(next))
    {
        return false;
    }
    if words.places.has(&word.folded) && words.to_place.has(before) {
        return false;
    }
    if word.is_shouted() && word.text.len() > 1 {
        return false;
    }
    if word.is_capitalised() {
        return if word.begins { follows || is_owner } else { true };
    }
    // In small letters it is a word, unless somebody is addressed by it or does something.
    let addressed = words.ordering.has(before);
    let says = words.saying.has(next) || (next == "was" && words.befalling.has(behind));
    let met = words.before_somebody.has(before) && words.behind_somebody.has(next);
    says || met || (addressed && !goes_on_as_thing(line.folded(Some(index + 1)), words))
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether what follows goes on as if the word were a thing: *tell hope from fear*, *ask art for*, or the end of the line.
fn goes_on_as_thing(next: &str, words: &Words) -> bool {
    next.is_empty() || words.behind_thing.has(next)
}

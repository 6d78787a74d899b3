//! Rules about the glossary: guides link the terms they use, and every term is used.

use std::collections::BTreeSet;

use super::passage::{Passage, Subject};
use super::phrases::Phrases;
use crate::guide::{Library, MarkKind, Part, Target, TermId};
use crate::pack::{Notes, Rule, Spot};
use crate::text::{fold_text, slice};

/// The glossary as texts are searched for it.
pub(super) struct Glossary {
    /// None for a phrase of which a term is a part, and which means something else.
    names: Phrases<Option<TermId>>,
    /// The titles in small letters.
    titles: BTreeSet<String>,
}

impl Glossary {
    pub(super) fn new(library: &Library) -> Self {
        let mut names = Phrases::default();
        let mut titles = BTreeSet::new();
        for (at, term) in library.terms.iter().enumerate() {
            names.add(&term.title, Some(TermId::at(at)));
            // What else is said for a term is there for the search, and mostly everyday words: `cut off`, `in care`.
            names.add(&format!("{}s", term.title), Some(TermId::at(at)));
            titles.insert(fold_text(&term.title));
        }
        for said in library.terms.iter().flat_map(|term| term.aliases.iter()) {
            for phrase in longer(said, &titles) {
                names.add(&phrase, None);
            }
        }
        Self { names, titles }
    }

    /// Whether a word in capitals is the title of a term, so that the glossary spells it out.
    pub(super) fn has(&self, word: &str) -> bool {
        self.titles.contains(&fold_text(word))
    }
}

/// Returns what in a phrase of the glossary begins with a term and goes on, and its plural: `supervision order` in
/// `on a supervision order` is no supervision.
fn longer(said: &str, titles: &BTreeSet<String>) -> Vec<String> {
    let folded = fold_text(said);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let starts = (0..words.len().saturating_sub(1))
        .filter(|at| words.get(*at).is_some_and(|word| titles.contains(*word)));
    starts
        .filter_map(|at| words.get(at..).map(|words| words.join(" ")))
        .flat_map(|phrase| [format!("{phrase}s"), phrase])
        .collect()
}

/// Notes the first use of each term that the guide links nowhere.
pub(super) fn check(subject: &Subject<'_>, glossary: &Glossary, notes: &mut Notes) {
    let guide = subject.guide;
    let mut known: BTreeSet<TermId> = guide.terms.iter().copied().collect();
    // A guide that a term leads to explains it, and so does the one whose title it is.
    let explains = |term: TermId| {
        let term = subject.library.term(term);
        term.see.contains(&subject.id) || fold_text(&guide.title).contains(&fold_text(&term.title))
    };
    for passage in subject.prose().filter(|passage| passage.part == Part::Written) {
        for (range, term) in glossary.names.find(&passage.words) {
            let Some(term) = term else { continue };
            let linked = passage.block.prose.marks.iter().any(|mark| {
                matches!(mark.kind, MarkKind::Link(_) | MarkKind::Code) && mark.range().contains(&range.start)
            });
            let described = subject.library.term(term);
            if linked
                || is_in_name(passage, range.start, &described.title)
                || explains(term)
                || !known.insert(term)
            {
                continue;
            }
            let message =
                format!("the term `{}` is used here and linked nowhere in the guide", described.title);
            let words = passage.block.prose.slice(range.clone());
            let help = format!("write `[{words}](term:{})`", described.slug);
            subject.note(notes, Rule::UnlinkedTerm, (passage, range), message, help);
        }
    }
}

/// Whether a term at byte `at` is a part of somebody's name: it has a capital within a sentence, and is no name itself.
fn is_in_name(passage: &Passage<'_>, at: usize, title: &str) -> bool {
    let text = passage.text();
    let capital = slice(text, at..text.len()).starts_with(char::is_uppercase);
    let begins =
        slice(text, 0..at).trim_end().chars().next_back().is_none_or(|before| ".!?:…“(".contains(before));
    let is_name = title.chars().skip(1).any(char::is_uppercase);
    capital && !begins && !is_name
}

/// Notes terms that no guide links.
pub(super) fn check_unused(library: &Library, notes: &mut Notes) {
    let about: BTreeSet<TermId> = library
        .pack
        .description
        .iter()
        .flat_map(|block| block.prose.links())
        .filter_map(|(_, target)| match target {
            Target::Term(term) => Some(*term),
            _ => None,
        })
        .collect();
    for (at, term) in library.terms.iter().enumerate() {
        if term.used_in.is_empty() && !about.contains(&TermId::at(at)) {
            let message = format!("no guide links the term `{}`", term.title);
            let help = format!("link it where it is used, `[word](term:{})`, or take it out", term.slug);
            notes.add(Rule::UnusedTerm, Spot::Term(TermId::at(at)), message, help);
        }
    }
}

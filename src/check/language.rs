//! Rules about sentences and paragraphs: how long they are, and how hard a guide is to read.

use super::passage::{Passage, Subject};
use super::readability::reading_ease;
use super::sentences::{count, sentences};
use crate::guide::{GuideKind, Part};
use crate::pack::{Key, Notes, Rule, Spot};
use crate::text::slice;

/// A sentence has at most so many words.
const SENTENCE_AT_MOST: usize = 35;

/// Half of the sentences of a guide have at most so many words.
const MEDIAN_AT_MOST: usize = 18;

/// A paragraph has at most so many sentences.
const PARAGRAPH_AT_MOST: usize = 5;

/// Fewer words than this are too few to say how hard a text is (Flesch counts samples of 100).
const WORDS_AT_LEAST: usize = 100;

pub(super) fn check(subject: &Subject<'_>, notes: &mut Notes) {
    let mut lengths = Vec::new();
    for passage in subject.passages.iter().filter(|passage| !passage.is_heading()) {
        let found = sentences(passage.text());
        for range in &found {
            let words = count(slice(passage.text(), range.clone()));
            lengths.push(words);
            if words > SENTENCE_AT_MOST {
                let message = format!("this sentence has {words} words; {SENTENCE_AT_MOST} are the most");
                let help = "make two or three of it, or a list";
                subject.note(notes, Rule::LongSentence, (passage, range.clone()), message, help);
            }
        }
        if found.len() > PARAGRAPH_AT_MOST && passage.part == Part::Written {
            let message = format!("this paragraph has {} sentences", found.len());
            let help = "begin a new paragraph with the next idea; one to four sentences are easy to read";
            let end = found.first().map_or(0, |first| first.end);
            subject.note(notes, Rule::LongParagraph, (passage, 0..end), message, help);
        }
        doubled(subject, passage, notes);
    }
    if lengths.iter().sum::<usize>() >= WORDS_AT_LEAST {
        check_median(subject, lengths, notes);
        check_ease(subject, notes);
    }
}

/// Notes a word that stands twice, one right after the other.
fn doubled(subject: &Subject<'_>, passage: &Passage<'_>, notes: &mut Notes) {
    for pair in passage.words.windows(2) {
        let [first, second] = pair else { continue };
        let between = slice(passage.text(), first.range.end..second.range.start);
        // *had had* and *that that* are English, and so is a name said twice.
        let meant = ["had", "that", "very", "long", "no", "so"].contains(&&*first.folded);
        let is_word = first.folded.chars().all(char::is_alphabetic);
        if first.folded == second.folded && between.trim().is_empty() && is_word && !meant {
            let message = format!("`{}` stands twice", first.folded);
            let range = first.range.start..second.range.end;
            subject.note(notes, Rule::DoubledWord, (passage, range), message, "take one of the two out");
        }
    }
}

fn check_median(subject: &Subject<'_>, mut lengths: Vec<usize>, notes: &mut Notes) {
    lengths.sort_unstable();
    let median = lengths.get(lengths.len() / 2).copied().unwrap_or(0);
    if median > MEDIAN_AT_MOST {
        let message =
            format!("half of the sentences have {median} words or more; {MEDIAN_AT_MOST} are the most");
        let help = "say one thing in a sentence, and the next in the next";
        notes.add(Rule::LongSentences, Spot::Key(subject.id, Key::Title), message, help);
    }
}

fn check_ease(subject: &Subject<'_>, notes: &mut Notes) {
    let (rule, at_least) = match subject.guide.kind {
        GuideKind::YoungPeople => (Rule::HardToRead, 70),
        GuideKind::Practice => (Rule::HardToRead, 60),
        GuideKind::Theory | GuideKind::Organisation | GuideKind::Wellbeing => (Rule::DenseText, 50),
    };
    let Some(ease) = reading_ease(subject.prose().map(Passage::text)) else { return };
    if ease < f64::from(at_least) {
        let message =
            format!("the reading ease of this guide is {ease:.0}; {at_least} or more is wanted for its kind");
        let help =
            "use shorter words and shorter sentences: help for assistance, use for utilise, get for obtain";
        notes.add(rule, Spot::Key(subject.id, Key::Title), message, help);
    }
}

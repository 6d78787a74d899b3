//! Rules that compare the short words of a guide with its text: what people say for it, and what it says in brief.

use std::collections::BTreeSet;

use super::passage::{Passage, Subject};
use super::sentences::{Word, sentences, words};
use crate::guide::Part;
use crate::pack::{Notes, Rule, Spot};
use crate::text::slice;

/// Words that tell nothing about what is meant.
static COMMON: &str = include_str!("common-words.txt");

/// Words that leave no exception.
const ABSOLUTE: [&str; 5] = ["always", "never", "no-one", "nobody", "noone"];

/// Words with which a text makes one.
const EXCEPTIONS: [&str; 6] = ["but", "except", "exception", "exceptions", "refuse", "unless"];

/// How a text makes one in two words.
const EXCEPTION_PAIRS: [[&str; 2]; 4] = [["say", "no"], ["may", "not"], ["not", "always"], ["only", "if"]];

/// Words that a sentence shares with a line that it makes an exception from.
const SHARED: usize = 2;

pub(super) fn check(subject: &Subject<'_>, notes: &mut Notes) {
    let common: BTreeSet<&str> = COMMON.lines().collect();
    check_sayings(subject, &common, notes);
    check_brief(subject, &common, notes);
}

/// Notes what people say for the whole of a guide where no telling word of it stands in the guide. What stands with a
/// passage was given that place by its author, often because the passage has none of its words.
fn check_sayings(subject: &Subject<'_>, common: &BTreeSet<&str>, notes: &mut Notes) {
    let texts = subject.passages.iter().flat_map(|passage| &passage.words);
    let known: BTreeSet<String> = texts.map(|word| stem(&word.folded)).collect();
    for (at, said) in subject.guide.aliases.iter().enumerate() {
        let said_words = words(said);
        let telling: Vec<String> = telling(&said_words, common).collect();
        if !telling.is_empty() && !telling.iter().any(|stem| known.contains(stem)) {
            let message = format!("no telling word of `{said}` stands in the guide");
            let help = "say it where the guide answers it, give it to the guide that does, or take it out";
            notes.add(Rule::UnansweredSaying, Spot::Said(subject.id, at), message, help);
        }
    }
}

/// Notes lines in brief that leave no exception, where a sentence of the text with the same words makes one.
fn check_brief(subject: &Subject<'_>, common: &BTreeSet<&str>, notes: &mut Notes) {
    let brief = subject.passages.iter().filter(|passage| passage.part == Part::InBrief);
    let exceptions = exceptions(subject, common);
    for passage in brief {
        let Some(word) = passage.words.iter().find(|word| ABSOLUTE.contains(&&*word.folded)) else {
            continue;
        };
        let own: BTreeSet<String> = telling(&passage.words, common).collect();
        let found = exceptions.iter().find(|(_, stems)| stems.intersection(&own).count() >= SHARED);
        let Some((sentence, _)) = found else { continue };
        let message = format!("the line says `{}`, and the text makes an exception", word.folded);
        let help = format!("say both in the line, or leave the word out. The text: {sentence}");
        subject.note(notes, Rule::AbsoluteInBrief, (passage, word.range.clone()), message, help);
    }
}

/// Returns the sentences of the text that make an exception, each with its telling words.
fn exceptions<'a>(subject: &'a Subject<'_>, common: &BTreeSet<&str>) -> Vec<(&'a str, BTreeSet<String>)> {
    let written = subject.passages.iter().filter(|passage| passage.part == Part::Written);
    let sentences = written.flat_map(|passage: &'a Passage<'_>| {
        sentences(passage.text()).into_iter().map(|range| slice(passage.text(), range))
    });
    let with_words = sentences.map(|sentence| (sentence, words(sentence)));
    let excepting = with_words.filter(|(_, words)| is_exception(words));
    excepting.map(|(sentence, words)| (sentence, telling(&words, common).collect())).collect()
}

fn is_exception(words: &[Word<'_>]) -> bool {
    let pair = |pair: &[Word<'_>]| {
        EXCEPTION_PAIRS.iter().any(|[one, two]| pair[0].folded == *one && pair[1].folded == *two)
    };
    words.iter().any(|word| EXCEPTIONS.contains(&&*word.folded)) || words.windows(2).any(pair)
}

/// Returns the stems of the words that say what is meant.
fn telling<'a>(words: &'a [Word<'_>], common: &'a BTreeSet<&str>) -> impl Iterator<Item = String> + 'a {
    words.iter().filter(|word| !common.contains(&*word.folded)).map(|word| stem(&word.folded))
}

/// Returns a word without the endings that grammar asks for: enough to tell whether two are one word.
fn stem(word: &str) -> String {
    let word = word.trim_end_matches("'s").trim_end_matches("’s").replace(['\'', '’', '-'], "");
    let endings =
        ["ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "y", "e"];
    let cut = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() >= 3));
    let cut = cut.unwrap_or(&word);
    // *stopped* and *stop*: a letter is doubled before an ending.
    let mut chars = cut.chars().rev();
    match (chars.next(), chars.next()) {
        (Some(last), Some(before)) if last == before && cut.len() > 3 => {
            cut.strip_suffix(last).unwrap_or(cut).to_owned()
        }
        _ => cut.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_one() {
        for (one, other) in
            [("stopped", "stop"), ("carers", "care"), ("worries", "worry"), ("leaving", "leaves")]
        {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        assert_ne!(stem("rape"), stem("race"));
    }
}

//! Rules about single words and phrases, which are data: stock phrases, spellings, text that was to be replaced.

use super::passage::Subject;
use super::phrases::Phrases;
use crate::pack::{Notes, Rule, Spot};
use crate::text::slice;

/// Phrases that say nothing, one a line; behind a tab what to write instead.
static STOCK: &str = include_str!("stock-phrases.txt");

/// American spellings, one a line; behind a tab the British one.
static SPELLINGS: &str = include_str!("spellings.txt");

/// What stands for text that is still to be written.
const PLACEHOLDERS: [&str; 7] = ["todo", "tbc", "tbd", "fixme", "lorem ipsum", "to be written", "xxx"];

/// What is said of a text that is not there yet.
const UNWRITTEN: &str = "the text that belongs here is still to be written";

/// What a phrase is, and what to write instead.
#[derive(Debug, Clone, Copy)]
enum PhraseKind {
    Stock(&'static str),
    Spelling(&'static str),
    Placeholder,
}

/// The phrases that are looked for.
pub(super) struct Wording(Phrases<PhraseKind>);

impl Wording {
    pub(super) fn new() -> Self {
        let mut phrases = Phrases::default();
        for (phrase, instead) in pairs(STOCK) {
            phrases.add(phrase, PhraseKind::Stock(instead));
        }
        for (phrase, instead) in pairs(SPELLINGS) {
            phrases.add(phrase, PhraseKind::Spelling(instead));
        }
        for phrase in PLACEHOLDERS {
            phrases.add(phrase, PhraseKind::Placeholder);
        }
        Self(phrases)
    }
}

/// Whether a word stands for text that is still to be written.
pub(super) fn is_placeholder(word: &str) -> bool {
    PLACEHOLDERS.contains(&word.to_lowercase().as_str())
}

fn pairs(data: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    data.lines().map(|line| line.split_once('\t').unwrap_or((line, "")))
}

pub(super) fn check(subject: &Subject<'_>, wording: &Wording, notes: &mut Notes) {
    for passage in &subject.passages {
        let text = passage.text();
        for (range, found) in wording.0.find(&passage.words) {
            let words = slice(text, range.clone());
            // The name of an organisation is spelt as it spells itself.
            if matches!(found, PhraseKind::Spelling(_)) && words.starts_with(char::is_uppercase) {
                continue;
            }
            let (rule, message, help) = match found {
                PhraseKind::Stock(instead) => {
                    (Rule::StockPhrase, format!("`{words}` is a stock phrase"), stock_help(instead))
                }
                PhraseKind::Spelling(instead) => (
                    Rule::Spelling,
                    format!("`{words}` is not the British spelling"),
                    format!("write `{instead}`"),
                ),
                PhraseKind::Placeholder => {
                    (Rule::Placeholder, format!("`{words}` stands here instead of a text"), replace())
                }
            };
            subject.note(notes, rule, (passage, range), message, help);
        }
        if is_dots(text) {
            let at = text.find('…').unwrap_or(0);
            subject.note(notes, Rule::Placeholder, (passage, at..at + '…'.len_utf8()), UNWRITTEN, replace());
        }
    }
    for (at, _) in subject.guide.all_aliases().enumerate().filter(|(_, (_, said))| is_dots(said)) {
        notes.add(Rule::Placeholder, Spot::Said(subject.id, at), UNWRITTEN, replace());
    }
}

/// Whether a text is three dots and no more, as `toolkit new` writes it.
fn is_dots(text: &str) -> bool {
    text.contains('…') && text.trim_matches(['…', ' ', '?', '.']).is_empty()
}

fn stock_help(instead: &str) -> String {
    match instead {
        "" => "say what it means here, or leave it out".to_owned(),
        _ => format!("write `{instead}`, or say what it means here"),
    }
}

fn replace() -> String {
    "write the text, or take the part out until there is one".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_has_its_line_once_and_in_small_letters() {
        for data in [STOCK, SPELLINGS] {
            let mut phrases: Vec<&str> = pairs(data).map(|(phrase, _)| phrase).collect();
            assert!(phrases.iter().all(|phrase| !phrase.is_empty() && *phrase == phrase.to_lowercase()));
            let all = phrases.len();
            phrases.sort_unstable();
            phrases.dedup();
            assert_eq!(phrases.len(), all);
        }
        assert!(pairs(SPELLINGS).all(|(_, instead)| !instead.is_empty()));
    }
}

//! What there is to say about an answer, wherever it is shown.

use super::answer::{Answer, AnswerKind, Certainty};
use super::query::Unresolved;

impl Answer {
    /// Returns what is to be said about it, a sentence each: filters that no one thing is called, words that were taken
    /// for others, and what the hits are where they are not what was typed.
    #[must_use]
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks: Vec<String> = self.unresolved.iter().map(unresolved).collect();
        if !self.excluded.is_empty() {
            let words: Vec<_> = self.excluded.iter().map(|word| format!("“{word}”")).collect();
            remarks.push(format!("Without {}.", words.join(", ")));
        }
        let corrections = self.corrections.iter();
        remarks.extend(corrections.map(|word| format!("Showing “{}” for “{}”.", word.taken_as, word.typed)));
        let instead = match self.kind {
            AnswerKind::Nothing if self.certainty == Certainty::Foreign => "The guides are in English.",
            _ if self.certainty == Certainty::Foreign => "The guides are in English. Nearest:",
            _ if self.certainty == Certainty::Unsure => "No guide speaks of this directly. Nearest:",
            AnswerKind::NearestNames => "No guide has these words. The nearest are:",
            AnswerKind::RelaxedPhrase => "Not side by side as in the quotation marks. With all of the words:",
            AnswerKind::Nothing | AnswerKind::Words | AnswerKind::Listed => return remarks,
        };
        remarks.push(instead.to_owned());
        remarks
    }
}

fn unresolved(filter: &Unresolved) -> String {
    let (name, typed) = (filter.key.name(), &filter.typed);
    match filter.choices.as_slice() {
        [] => format!("No {name} is called “{typed}”."),
        choices => format!("{name}:{typed} may be {}.", choices.join(", ")),
    }
}

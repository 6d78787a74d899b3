//! An action that was agreed in a session: what, who and by when. Who is never a name.

use std::fmt;

use crate::guide::Day;
use crate::text::{clean_line, fold_text, slice};

/// Something that was agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreedAction {
    /// Its number in the session.
    pub id: u32,
    /// What is to be done, on one line.
    pub what: String,
    /// Who does it.
    pub who: Who,
    /// By when.
    pub by: By,
    /// Whether it is done.
    pub state: ActionState,
}

/// Who does what was agreed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Who {
    /// Whoever wrote it down.
    Me,
    /// The other one.
    You,
    /// Both, or the group.
    #[default]
    Both,
}

/// By when something is to be done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum By {
    /// By the next session.
    #[default]
    NextTime,
    /// By a weekday or a date, in the words it was typed in.
    On(String),
}

/// Whether an action is done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ActionState {
    /// It is not.
    #[default]
    Open,
    /// It is.
    Done,
}

impl Who {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Me, Self::You, Self::Both];

    /// Returns its name in files, listings and hand-outs.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Me => "me",
            Self::You => "you",
            Self::Both => "both",
        }
    }

    /// Returns who is called that.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|who| who.slug() == name)
    }
}

impl ActionState {
    /// Returns its name in files and listings.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
        }
    }

    /// Returns the other one.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Open => Self::Done,
            Self::Done => Self::Open,
        }
    }
}

impl By {
    /// Returns what these words say: `next time`, a weekday, `12 December`, `12/12` or `2026-12-12`.
    #[must_use]
    pub fn parse(words: &str) -> Option<Self> {
        let words = clean_line(words);
        let folded = fold_text(&words);
        if folded == "next time" {
            return Some(Self::NextTime);
        }
        let parts: Vec<&str> = folded.split(' ').collect();
        let is_date = Day::parse(&words).is_some()
            || match parts.as_slice() {
                [day] | ["next" | "on", day] => is_weekday(day) || is_in_figures(day),
                [day, month] => is_day_of_month(day) && is_month(month),
                [day, month, year] => is_day_of_month(day) && is_month(month) && is_year(year),
                _ => false,
            };
        is_date.then_some(Self::On(words))
    }
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NextTime => "next time",
            Self::On(words) => words,
        })
    }
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Whether a word is one of these, or the beginning of one that is at least three letters long.
fn begins_one_of(all: &[&str], word: &str) -> bool {
    word.len() >= 3 && all.iter().any(|name| name.starts_with(word))
}

fn is_weekday(word: &str) -> bool {
    begins_one_of(&WEEKDAYS, word)
}

fn is_month(word: &str) -> bool {
    begins_one_of(&MONTHS, word)
}

fn is_day_of_month(word: &str) -> bool {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    digits.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

fn is_year(word: &str) -> bool {
    word.parse().is_ok_and(|year: u16| (2000..2200).contains(&year))
}

/// Whether a word is a date in figures: `12/12`, `12.12.2026`.
fn is_in_figures(word: &str) -> bool {
    let parts: Vec<u16> = word.split(['/', '.']).map_while(|part| part.parse().ok()).collect();
    let is_day = |day: u16, month: u16| (1..=31).contains(&day) && (1..=12).contains(&month);
    let count = word.split(['/', '.']).count();
    match parts.as_slice() {
        [day, month] => count == 2 && is_day(*day, *month),
        [day, month, year] => {
            count == 3 && is_day(*day, *month) && (*year < 100 || (2000..2200).contains(year))
        }
        _ => false,
    }
}

impl AgreedAction {
    /// Returns what a line says: `me: ring the rota lead by Friday`. Who may stand first and by when last; both
    /// may be missing.
    #[must_use]
    pub fn parse(line: &str) -> Self {
        let line = clean_line(line);
        let (who, rest) = split_who(line.trim());
        let (what, by) = split_by(rest);
        Self { id: 0, what: what.to_owned(), who, by, state: ActionState::Open }
    }
}

/// Returns who a line begins with, and what is behind it.
fn split_who(line: &str) -> (Who, &str) {
    let named = line.split_once([':', ' ']).and_then(|(first, rest)| {
        let who = Who::named(&fold_text(first))?;
        Some((who, rest.trim_start_matches([':', ',', ' '])))
    });
    named.filter(|(_, rest)| !rest.is_empty()).unwrap_or((Who::Both, line))
}

/// Returns a line without the time it ends with, and that time.
fn split_by(line: &str) -> (&str, By) {
    let lower = line.to_ascii_lowercase();
    let at = lower.rfind(" by ").map(|at| (at, at + " by ".len()));
    let found = at.and_then(|(start, end)| {
        let by = By::parse(slice(line, end..line.len()).trim_end_matches(['.', ' ']))?;
        Some((slice(line, 0..start).trim_end_matches([',', ' ']), by))
    });
    found.filter(|(what, _)| !what.is_empty()).unwrap_or((line, By::NextTime))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_who_and_by_when() {
        let on = |words: &str| By::On(words.to_owned());
        for (line, who, what, by) in [
            ("ring the rota lead", Who::Both, "ring the rota lead", By::NextTime),
            ("me: ring the rota lead by Friday", Who::Me, "ring the rota lead", on("Friday")),
            ("You read chapter 2, by 12 December.", Who::You, "read chapter 2", on("12 December")),
            ("both talk it over by next time", Who::Both, "talk it over", By::NextTime),
            ("me: stand by the door", Who::Me, "stand by the door", By::NextTime),
            ("you: form by 2026-12-12", Who::You, "form", on("2026-12-12")),
            ("you: form by 3/4", Who::You, "form", on("3/4")),
            ("me", Who::Both, "me", By::NextTime),
            ("by Friday", Who::Both, "by Friday", By::NextTime),
            ("meeting by fri", Who::Both, "meeting", on("fri")),
        ] {
            let action = AgreedAction::parse(line);
            assert_eq!((action.who, action.what.as_str(), action.by), (who, what, by), "{line}");
        }
    }

    #[test]
    fn only_times_are_times() {
        for words in ["the door", "40/2", "12 12", "32 May", "to", "2026-13-01", ""] {
            assert_eq!(By::parse(words), None, "{words}");
        }
    }
}

//! The session at hand, and where one is in it.

use crate::guide::GuideId;
use crate::journal::{Item, Moment, Session, SessionId};

/// The session at hand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AtHand {
    /// The session; one that is not kept has the number 0.
    pub session: Session,
    /// The room, while one is in it.
    pub room: Option<Room>,
    /// Where chance begins.
    pub(in crate::app) seed: u64,
    /// How many questions were drawn.
    pub(in crate::app) drawn: usize,
    /// Items that were removed, and where they stood.
    pub(in crate::app) removed: Vec<(Item, usize)>,
    /// The guides that were opened in the room, each once.
    pub(in crate::app) opened: Vec<GuideId>,
}

/// Where one is in the room.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Room {
    /// The place of the item on the screen in the order.
    pub item: usize,
    /// The first row of it on the screen.
    pub first: usize,
    /// Whether the elapsed minutes are shown.
    pub elapsed: Elapsed,
    /// When one came in, once the clock has said so.
    pub(in crate::app) began: Option<Moment>,
    /// What the clock said last.
    pub(in crate::app) now: Option<Moment>,
}

/// Whether the elapsed minutes are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Elapsed {
    /// They are not.
    #[default]
    Hidden,
    /// They are.
    Shown,
}

/// Whether everything is hidden.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cover {
    /// It is not.
    #[default]
    Off,
    /// A neutral page is shown, and any key but one keeps it.
    On,
}

impl AtHand {
    /// Whether it is kept.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.session.id != SessionId::default()
    }

    /// Whether one is in the room, also while something is looked up.
    #[must_use]
    pub fn is_in_room(&self) -> bool {
        self.room.is_some()
    }

    /// Returns the item on the screen of the room.
    #[must_use]
    pub fn item(&self) -> Option<&Item> {
        self.session.items.get(self.room.as_ref()?.item)
    }

    /// Takes the session as it is kept now; one that somebody has thrown away is at hand still, and not kept.
    pub(in crate::app) fn refresh(&mut self, kept: Option<&Session>) {
        match kept {
            Some(session) => self.session = session.clone(),
            None => self.session.id = SessionId::default(),
        }
        if let Some(room) = &mut self.room {
            room.item = room.item.min(self.session.items.len().saturating_sub(1));
        }
    }
}

impl Room {
    /// Returns the elapsed minutes in words, where they are wanted and known.
    #[must_use]
    pub fn minutes_in_words(&self) -> Option<String> {
        let (began, now) = (self.began?, self.now?);
        let minutes = usize::try_from((now.seconds() - began.seconds()).max(0) / 60).unwrap_or(0);
        (self.elapsed == Elapsed::Shown).then(|| match minutes {
            0 => "just begun".to_owned(),
            1 => "one minute so far".to_owned(),
            minutes => format!("{} minutes so far", in_words(minutes)),
        })
    }
}

/// Returns a number in words as far as a session is likely to last, then in figures.
fn in_words(number: usize) -> String {
    const SMALL: [&str; 20] = [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    match (SMALL.get(number), TENS.get(number / 10), SMALL.get(number % 10)) {
        (Some(small), ..) => (*small).to_owned(),
        (None, Some(tens), _) if number.is_multiple_of(10) => (*tens).to_owned(),
        (None, Some(tens), Some(ones)) => format!("{tens}-{ones}"),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_said_in_words_and_only_when_wanted() {
        let room = |seconds: i64, elapsed| Room {
            began: Some(Moment::from_seconds(1_000)),
            now: Some(Moment::from_seconds(1_000 + seconds)),
            elapsed,
            ..Room::default()
        };
        let said = |seconds| room(seconds, Elapsed::Shown).minutes_in_words();
        for (seconds, words) in [
            (59, "just begun"),
            (60, "one minute so far"),
            (12 * 60, "twelve minutes so far"),
            (40 * 60, "forty minutes so far"),
            (45 * 60, "forty-five minutes so far"),
            (123 * 60, "123 minutes so far"),
            (-5, "just begun"),
        ] {
            assert_eq!(said(seconds).as_deref(), Some(words));
        }
        assert_eq!(room(60, Elapsed::Hidden).minutes_in_words(), None);
        assert_eq!(Room::default().minutes_in_words(), None);
    }
}

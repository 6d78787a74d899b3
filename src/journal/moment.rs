//! A moment: a value that always has a day.

use std::fmt;

use crate::guide::Day;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// The first second of the year 0 and the last of the year 9999: what can be written with four digits.
const FIRST: i64 = -719_528 * DAY;
const LAST: i64 = 2_932_897 * DAY - 1;

/// A moment, to the second, in universal time. A clock that is out of its mind is held to the years 0 to 9999.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(i64);

impl Moment {
    /// Returns the moment so many seconds after the beginning of 1970, or before it.
    #[must_use]
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds.clamp(FIRST, LAST))
    }

    /// Returns the seconds since the beginning of 1970; negative before it.
    #[must_use]
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// Returns its day.
    #[must_use]
    pub fn day(self) -> Day {
        Day::after_1970(self.0.div_euclid(DAY))
    }

    /// Returns the moment that `2026-11-22T01:02:03Z` is, written so; the time of day may be missing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let day = Day::parse(text.get(..10)?)?;
        let time = match text.get(11..19) {
            Some(time) => seconds_of(time)?,
            None => 0,
        };
        Some(Self::from_seconds(day.days_after_1970() * DAY + time))
    }
}

/// Returns how many seconds `01:02:03` are.
fn seconds_of(time: &str) -> Option<i64> {
    let parts: Option<Vec<i64>> = time.split(':').map(|part| part.parse().ok()).collect();
    match parts?.as_slice() {
        [hours @ 0..24, minutes @ 0..60, seconds @ 0..=60] => Some((hours * 60 + minutes) * 60 + seconds),
        _ => None,
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.rem_euclid(DAY);
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
        write!(f, "{}T{hours:02}:{minutes:02}:{:02}Z", self.day(), seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_and_read() {
        for (seconds, text) in [
            (FIRST, "0000-01-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (0, "1970-01-01T00:00:00Z"),
            (1_795_309_323, "2026-11-22T01:02:03Z"),
            (LAST, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(Moment::from_seconds(seconds).to_string(), text);
            assert_eq!(Moment::parse(text), Some(Moment::from_seconds(seconds)));
        }
        assert_eq!(Moment::parse("2026-11-22").unwrap().to_string(), "2026-11-22T00:00:00Z");
        for bad in ["", "yesterday", "2026-11-2é", "2026-11-22T25:00:00Z"] {
            assert_eq!(Moment::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn no_clock_is_too_far_out() {
        assert_eq!(Moment::from_seconds(i64::MIN).day().to_string(), "0000-01-01");
        assert_eq!(Moment::from_seconds(i64::MAX).day().to_string(), "9999-12-31");
    }
}

//! A day of the calendar, as a value.

/// The days of the years before each month, without a leap day.
const BEFORE: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/// A day. Days are in order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Day {
    /// Returns the day that `2026-11-21` is, written so.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let day = Self { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        let known = (1..=12).contains(&day.month) && (1..=31).contains(&day.day);
        (parts.next().is_none() && known).then_some(day)
    }

    /// Returns the day that begins `days` days after 1 January 1970 in the Gregorian calendar.
    #[must_use]
    pub fn after_1970(days: u32) -> Self {
        let days = i64::from(days);
        // The year cannot be later than this, and is at most one too late for each leap year in between.
        let mut year = 1970 + days / 365;
        while days_before(year) > days {
            year -= 1;
        }
        let rest = days - days_before(year);
        let leap = i64::from(is_leap(year));
        let start =
            |month: usize| BEFORE.get(month).map_or(0, |days| days + if month > 1 { leap } else { 0 });
        let month = (0..12).rev().find(|&month| start(month) <= rest).unwrap_or(0);
        Self {
            year: i32::try_from(year).unwrap_or(i32::MAX),
            month: u8::try_from(month + 1).unwrap_or(1),
            day: u8::try_from(rest - start(month) + 1).unwrap_or(1),
        }
    }

    /// Returns the same day so many months later; in a shorter month a day that is not in it, which is behind
    /// all that are.
    #[must_use]
    pub fn months_later(self, months: i32) -> Self {
        let month = self.year.saturating_mul(12).saturating_add(i32::from(self.month) - 1 + months);
        let number = u8::try_from(month.rem_euclid(12) + 1).unwrap_or(1);
        Self { year: month.div_euclid(12), month: number, day: self.day }
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Returns the days from 1 January 1970 to 1 January of `year`.
fn days_before(year: i64) -> i64 {
    let leaps = |year: i64| year / 4 - year / 100 + year / 400;
    (year - 1970) * 365 + leaps(year - 1) - leaps(1969)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_and_compared() {
        let day = Day::parse("2026-11-21").unwrap();
        assert_eq!((day.year, day.month, day.day), (2026, 11, 21));
        assert!(day < Day::parse("2026-12-01").unwrap() && day > Day::parse("2025-12-31").unwrap());
        for bad in ["", "2026-11", "2026-13-01", "2026-00-01", "2026-01-32", "a-b-c", "2026-1-1-1"] {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_are_counted_through_leap_years() {
        let known = [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (364, "1970-12-31"),
            (789, "1972-02-29"),
            (11_016, "2000-02-29"),
            (19_782, "2024-02-29"),
            (20_778, "2026-11-21"),
            (47_540, "2100-02-28"),
            (47_541, "2100-03-01"),
        ];
        for (days, text) in known {
            assert_eq!(Day::after_1970(days).to_string(), text);
        }
        let all: Vec<Day> = (0..60_000).map(Day::after_1970).collect();
        assert!(all.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn months_run_over_the_end_of_a_year() {
        let later = |text: &str, months| Day::parse(text).unwrap().months_later(months).to_string();
        assert_eq!(later("2026-11-21", 18), "2028-05-21");
        assert_eq!(later("2026-01-31", 1), "2026-02-31");
        assert_eq!(later("2026-12-01", 12), "2027-12-01");
    }
}

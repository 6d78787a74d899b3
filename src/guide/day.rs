//! A day of the calendar, as a value.

use serde::{Deserialize, Serialize};

/// 1 January 1970 in days after 1 March of the year 0, from which on leap days stand at the end of a year.
const FROM_MARCH_0: i64 = 719_468;

/// Days in 400 years, after which the calendar begins anew.
const CYCLE: i64 = 146_097;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day. Days are in order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

    /// Returns the day that begins `days` days after 1 January 1970, or before it, in the Gregorian calendar
    /// (Hinnant 2014, *chrono-compatible low-level date algorithms*, `civil_from_days`).
    #[must_use]
    pub fn after_1970(days: i64) -> Self {
        let days = days.clamp(-CYCLE * 5_000, CYCLE * 5_000) + FROM_MARCH_0;
        let day = days.rem_euclid(CYCLE);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let of_month = day - (153 * month + 2) / 5 + 1;
        let year = year + days.div_euclid(CYCLE) * 400 + i64::from(month >= 10);
        let month = if month < 10 { month + 3 } else { month - 9 };
        Self {
            year: i32::try_from(year).unwrap_or(i32::MAX),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(of_month).unwrap_or(1),
        }
    }

    /// Returns how many days after 1 January 1970 it begins; before it, a negative number (as above,
    /// `days_from_civil`).
    #[must_use]
    pub fn days_after_1970(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let month = (i64::from(self.month) + 9) % 12;
        let day = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let of_cycle = year.rem_euclid(400);
        let day = of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + day;
        year.div_euclid(400) * CYCLE + day - FROM_MARCH_0
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

impl Day {
    /// Returns it as it is read: `21 November 2026`.
    #[must_use]
    pub fn in_words(self) -> String {
        let month = usize::from(self.month).checked_sub(1).and_then(|month| MONTHS.get(month));
        format!("{} {} {}", self.day, month.unwrap_or(&""), self.year)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
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
            (-719_528, "0000-01-01"),
            (-141_427, "1582-10-15"),
            (-1, "1969-12-31"),
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
            assert_eq!(Day::parse(text).unwrap().days_after_1970(), days);
        }
        let all: Vec<Day> = (-60_000..60_000).map(Day::after_1970).collect();
        assert!(all.is_sorted_by(|a, b| a < b));
        assert!((-60_000..60_000).eq(all.iter().map(|day| day.days_after_1970())));
        assert!(Day::after_1970(i64::MIN) < Day::after_1970(i64::MAX));
    }

    #[test]
    fn months_run_over_the_end_of_a_year() {
        let later = |text: &str, months| Day::parse(text).unwrap().months_later(months).to_string();
        assert_eq!(later("2026-11-21", 18), "2028-05-21");
        assert_eq!(later("2026-01-31", 1), "2026-02-31");
        assert_eq!(later("2026-12-01", 12), "2027-12-01");
    }
}

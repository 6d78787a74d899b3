//! The clock, read here and nowhere else; all that follows takes the time as a value.

use std::time::SystemTime;

use crate::journal::Moment;

/// Returns what the clock says.
#[must_use]
pub fn now() -> Moment {
    // A clock can be set to before 1970: that is no error, the moment is then a negative one.
    let seconds = match SystemTime::now().duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_secs()).map_or(i64::MIN, |seconds| -seconds),
    };
    Moment::from_seconds(seconds)
}

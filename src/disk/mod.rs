//! Floor 6: the only place that reads and writes files.
#![expect(clippy::disallowed_methods, reason = "this is where files are read and written")]

pub mod packs;

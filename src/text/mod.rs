//! Floor 0: plain text. Bytes in, bytes out, columns counted like the screen counts them.
//!
//! Nothing here knows what a guide is. Ranges are byte ranges of the text that was given, always on the
//! boundaries of grapheme clusters (what a reader sees as one character).

mod ascii;
mod clean;
mod excerpt;
mod fold;
mod jagged;
mod nearest;
mod string_table;
mod width;
mod wrap;

pub use ascii::ascii;
pub use clean::{clean, clean_line, clean_origins, is_safe, push_clean, unsafe_chars};
pub use excerpt::excerpt;
pub use fold::{Folded, fold, fold_text};
pub use jagged::{Ends, Jagged};
pub use nearest::{distance, nearest};
pub use string_table::StringTable;
pub use width::{clusters, truncate, width};
pub use wrap::{wrap, wrap_code};

/// Returns the part of `text` in `range`, or nothing when the range is not on character boundaries.
#[must_use]
pub fn slice(text: &str, range: std::ops::Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

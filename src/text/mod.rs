//! Floor 0: plain text. Bytes in, bytes out, columns counted like the screen counts them.
//!
//! Nothing here knows what a guide is. Ranges are byte ranges of the text that was given, always on the
//! boundaries of grapheme clusters (what a reader sees as one character).

mod ascii;
mod clean;
mod edits;
mod excerpt;
mod fold;
mod hash;
mod jagged;
mod nearest;
mod problem;
mod runs;
mod string_table;
mod width;
mod wrap;

pub use ascii::ascii;
pub use clean::{clean, clean_line, clean_origins, push_clean, unsafe_chars};
pub use edits::{distance_within, prefix_distance_within};
pub use excerpt::{excerpt, marked_excerpt, marks_within};
pub use fold::{Folded, fold, fold_text, fold_words};
pub use hash::fnv1a;
pub use jagged::{Ends, Jagged};
pub use nearest::nearest;
pub use problem::{LineColumn, LineCounter, Problem, line_column};
pub use runs::{Run, RunKind, each_run};
pub use string_table::StringTable;
pub use width::{capitals, clusters, cut_at_word, truncate, width};
pub use wrap::{wrap, wrap_code};

/// Returns the last character boundary of `text` that is not behind byte `index`.
#[must_use]
pub fn char_boundary(text: &str, index: usize) -> usize {
    (0..=index.min(text.len())).rev().find(|&index| text.is_char_boundary(index)).unwrap_or(0)
}

/// Returns the part of `text` in `range`.
///
/// A range that is not one of `text` is a mistake of the caller: tests stop there, and a reader is shown nothing
/// instead of being thrown out.
#[must_use]
pub fn slice(text: &str, range: std::ops::Range<usize>) -> &str {
    debug_assert!(
        text.get(range.clone()).is_some(),
        "{range:?} is no range of a text of {} bytes",
        text.len()
    );
    text.get(range).unwrap_or_default()
}

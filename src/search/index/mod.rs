//! What is built once for a library: its words, where they stand, and how long everything is.

pub(crate) mod aliases;
pub(crate) mod building;
pub(crate) mod document;
pub(crate) mod field;
pub(crate) mod inverted;
pub(crate) mod language;
pub(crate) mod norms;
pub(crate) mod postings;
pub(crate) mod runs;
pub(crate) mod tokens;
pub(crate) mod vocabulary;

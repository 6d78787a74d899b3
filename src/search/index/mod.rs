//! What is built once for a library: its words, where they stand, and how long everything is.

mod aliases;
pub(crate) mod building;
mod document;
pub(crate) mod field;
mod inverted;
mod language;
mod norms;
mod postings;
pub(crate) mod tokens;
pub(crate) mod vocabulary;

pub(crate) use aliases::Aliases;
pub(crate) use building::Search;
pub(crate) use document::{DocId, Document, DocumentCounts, names_of};
pub(crate) use field::{Field, blocks};
pub(crate) use inverted::Index;
pub(crate) use language::Language;
pub(crate) use tokens::{plain, plain_words, words};
#[cfg(test)]
pub(crate) use vocabulary::VocabularyBuilder;
pub(crate) use vocabulary::{KnownWord, Letters, StemId, Vocabulary};

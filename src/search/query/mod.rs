//! From what was typed to what is looked for.

pub(crate) mod complete;
pub(crate) mod edits;
pub(crate) mod expansion;
pub(crate) mod filters;
pub(crate) mod guess;
pub(crate) mod parse;
pub(crate) mod spelling;
pub(crate) mod synonyms;
#[cfg(any(test, not(synonyms)))]
pub(crate) mod table;
pub(crate) mod term_set;
pub(crate) mod terms;

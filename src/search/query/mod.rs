//! From what was typed to what is looked for.

mod asker;
mod complete;
pub(crate) mod expansion;
pub(crate) mod filters;
mod guess;
pub(crate) mod parse;
pub(crate) mod spelling;
mod synonyms;
#[cfg(any(test, not(synonyms)))]
pub(crate) mod table;
mod term_set;
pub(crate) mod terms;

pub(crate) use asker::Asker;
pub(crate) use expansion::{ExpandedQuery, Spelling};
pub(crate) use filters::{Filters, Unresolved};
pub(crate) use guess::guess;
pub(crate) use parse::Query;
pub(crate) use spelling::Correction;
pub(crate) use synonyms::{is_known, is_name, is_of_elsewhere};
pub(crate) use term_set::TermSet;
pub(crate) use terms::{Expansion, MatchKind, QueryTerm};

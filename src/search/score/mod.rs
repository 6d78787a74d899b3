//! How well each document fits what is looked for: all of them from the index, then the best by their texts.

mod alias_matcher;
mod coverage;
mod passage;
mod phrases;
mod proximity;
mod rank;
pub(crate) mod scan;
pub(crate) mod scores;
mod scoring;
mod signature;
mod title_match;

#[cfg(test)]
pub(crate) use alias_matcher::AliasMatcher;
pub(crate) use coverage::rarity;
pub(crate) use phrases::{PhraseMode, Phrases};
pub(crate) use rank::Ranked;
#[cfg(test)]
pub(crate) use scan::Scanner;
pub(crate) use scores::Scores;
pub(crate) use scoring::{Rescored, Scoring};
pub(crate) use title_match::NameMatch;

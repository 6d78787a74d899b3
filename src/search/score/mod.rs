//! How well each document fits what is looked for: all of them from the index, then the best by their texts.

pub(crate) mod alias_matcher;
pub(crate) mod coverage;
pub(crate) mod passage;
pub(crate) mod phrases;
pub(crate) mod proximity;
pub(crate) mod rank;
pub(crate) mod rescore;
pub(crate) mod scan;
pub(crate) mod title_match;

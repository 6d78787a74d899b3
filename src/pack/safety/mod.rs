//! `safety.toml`: what to do when somebody is at risk, and an organisation's own numbers.

mod assemble;
mod own;
pub(super) mod raw;

pub(super) use assemble::safety;
pub use own::{OwnSafety, STARTER, own_safety};

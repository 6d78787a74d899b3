//! What tests share: a good small pack to break, and chance that is the same every time.

mod chance;
mod pack;
mod strings;

pub(crate) use chance::Chance;
pub(crate) use pack::{edited, good_pack};
pub(crate) use strings::strings;

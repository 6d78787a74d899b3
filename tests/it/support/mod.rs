//! What tests share: a reader to press keys in, libraries to read, a good small pack to break, and chance that is
//! the same every time.

mod chance;
mod frame;
mod journey;
mod large;
mod made;
mod pack;
mod picture;
mod problem;
mod rows;
mod safe;
mod sha256;
mod strings;

pub(crate) use chance::Chance;
pub(crate) use frame::{Frame, Pair};
pub(crate) use journey::{Journey, bundled};
pub(crate) use large::{queries, sources};
pub(crate) use made::{Guide, hostile, library, small};
pub(crate) use pack::{edited, good_pack};
pub(crate) use picture::picture;
pub(crate) use problem::place;
pub(crate) use rows::{cell_of, text_of};
pub(crate) use safe::is_safe;
pub(crate) use sha256::{base64, sha256};
pub(crate) use strings::strings;

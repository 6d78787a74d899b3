//! What tests share: a reader to press keys in, libraries to read, and chance that is the same every time.

mod chance;
mod frame;
mod journey;
mod made;

pub(crate) use chance::Chance;
pub(crate) use frame::Frame;
pub(crate) use journey::{Journey, bundled};
pub(crate) use made::{Guide, hostile, library, small};

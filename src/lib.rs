//! stub

pub mod guide;
pub mod text;

//! stub

pub mod guide;
pub mod search;
pub mod text;

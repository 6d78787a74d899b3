//! stub

pub mod guide;
pub mod page;
pub mod text;

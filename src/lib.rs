//! stub

pub mod bundled;
pub mod disk;
pub mod guide;
pub mod pack;
pub mod text;

//! stub

pub mod app;
pub mod guide;
pub mod page;
pub mod search;
pub mod text;
pub mod view;

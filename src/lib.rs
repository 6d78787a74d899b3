//! stub

pub mod app;
pub mod guide;
pub mod page;
pub mod search;
pub mod shell;
pub mod text;
pub mod view;

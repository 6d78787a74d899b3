//! The learning line: a dated paragraph for the worker’s own record, made on request and kept nowhere.

use std::fmt::Write as _;

use crate::guide::{Day, GuideId, Library};

/// Returns the paragraph: the guides that were opened, the elements of learning that their authors tagged them with,
/// and the worker’s own sentence. It claims nothing of a guide that was not opened.
#[must_use]
pub fn learning_line(library: &Library, guides: &[GuideId], day: Option<Day>, own: &str) -> String {
    let mut out = day.map_or_else(String::new, |day| format!("{day}. "));
    out.push_str("Supervision");
    let titles: Vec<String> =
        guides.iter().map(|guide| format!("“{}”", library.guide(*guide).title)).collect();
    if !titles.is_empty() {
        out.push_str(", with ");
        out.push_str(&titles.join(", "));
        let _ = write!(out, " from {}", library.pack.title);
    }
    out.push_str(". ");
    if !own.is_empty() {
        out.push_str(own);
        if !own.ends_with(['.', '!', '?']) {
            out.push('.');
        }
        out.push(' ');
    }
    let mut elements: Vec<u32> =
        guides.iter().flat_map(|guide| library.guide(*guide).learning.iter().copied()).collect();
    elements.sort_unstable();
    elements.dedup();
    let named = elements.iter().filter_map(|at| library.learning.elements.get(*at as usize));
    let named: Vec<&str> = named.map(|element| element.title.as_str()).collect();
    if !named.is_empty() {
        let _ = write!(out, "Core learning elements: {}.", named.join("; "));
    }
    out.trim_end().to_owned()
}

//! Pages as they look, the end of each row made visible.

use real_toolkit::page::Page;

use super::read;

/// Lays out Markdown and insists on these rows. Each ends in `¶`, blanks before it count.
#[track_caller]
fn check(markdown: &str, width: u16, rows: &[&str]) {
    let blocks = read(markdown);
    let page = Page::compose(&blocks, width);
    let shown = page.rows.iter().map(|row| {
        let lead: String = row.lead.iter().map(|lead| lead.text()).collect();
        format!("{lead}{}¶", page.text_of(&blocks, row))
    });
    assert_eq!(shown.collect::<Vec<_>>(), rows);
}

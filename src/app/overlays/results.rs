//! The rows of the results of a search: the passages that answer, each with the way to it.

use std::ops::Range;

use ratatui::layout::Size;

use crate::app::{ListRole, ListRow};
use crate::guide::{Area, Library};
use crate::search::{Answer, Hit, Subject};
use crate::text::{marked_excerpt, slice, wrap};

/// Rows of the passage of a result, and of the summary of a guide that has none.
const PASSAGE_ROWS: usize = 3;
const SUMMARY_ROWS: usize = 2;

/// Returns what an answer is narrowed to, in words.
pub(super) fn filtered(answer: &Answer, library: &Library) -> Vec<String> {
    let filters = answer.filters;
    let theme = filters.theme.map(|theme| format!("the theme “{}”", library.theme(theme).title));
    let area = filters.area.map(|area| format!("guides for {}", area.title().to_lowercase()));
    let kind = filters.kind.map(|kind| format!("{}s", kind.label().to_lowercase()));
    [theme, area, kind].into_iter().flatten().collect()
}

/// Adds the rows of the results: passages of one guide that follow each other stand under its title.
pub(super) fn rows(rows: &mut Vec<ListRow>, library: &Library, hits: &[Hit], first: usize, room: Size) {
    let width = usize::from(room.width);
    // A low screen shows less of each passage, so that a second result is seen.
    let most = (usize::from(room.height).saturating_sub(3) / 3).clamp(1, PASSAGE_ROWS);
    let mut above = None;
    for (index, hit) in hits.iter().enumerate() {
        let goes_on = above.is_some() && above == hit.guide();
        above = hit.guide();
        let mut result = Rows { into: rows, item: first + index, width, most };
        if !goes_on {
            result.title(library, hit);
        }
        result.body(library, hit);
    }
}

/// The rows of one result.
struct Rows<'a> {
    into: &'a mut Vec<ListRow>,
    item: usize,
    width: usize,
    /// Rows of a passage.
    most: usize,
}

impl Rows<'_> {
    /// Adds the title, apart from what stands above.
    fn title(&mut self, library: &Library, hit: &Hit) {
        let title = hit.subject.title(library);
        let kind = match &hit.subject {
            Subject::Guide { guide, .. } if library.guide(*guide).area == Area::YoungPeople => {
                " · for young people"
            }
            Subject::Guide { .. } => "",
            Subject::Term { .. } => " · in the glossary",
            Subject::Theme { .. } => " · a theme",
            Subject::Reference { .. } => " · a reference",
            Subject::About { .. } => " · about these guides",
        };
        if !self.into.is_empty() {
            self.into.push(ListRow::blank());
        }
        let title = format!("{title}{kind}");
        self.wrapped(ListRole::Title, &title, &hit.title, usize::MAX);
    }

    /// Adds what answers: of a guide the passage behind the way to it, or its summary where only its title was found.
    fn body(&mut self, library: &Library, hit: &Hit) {
        match &hit.subject {
            Subject::Guide { guide, passage: Some(passage) } => {
                let guide = library.guide(*guide);
                let way = passage.way(guide).join(" › ");
                if !way.is_empty() {
                    self.into.push(ListRow::item(self.item, ListRole::Detail, way));
                }
                let snippet = passage.snippet(guide);
                self.marked(&snippet.text, &snippet.marks, self.most);
            }
            Subject::Guide { guide, passage: None } => {
                self.marked(&library.guide(*guide).summary, &[], self.most.min(SUMMARY_ROWS));
            }
            Subject::Term { term, marks } => self.marked(&library.term(*term).meaning, marks, self.most),
            Subject::Theme { theme, marks } => {
                self.marked(&library.theme(*theme).intro, marks, self.most.min(SUMMARY_ROWS));
            }
            Subject::Reference { reference } => {
                self.marked(&library.reference(*reference).citation(), &[], self.most.min(SUMMARY_ROWS));
            }
            Subject::About { marks, .. } => self.marked(hit.subject.about(library), marks, self.most),
        }
    }

    /// Adds as much of a text around its best sentence as so many rows hold.
    fn marked(&mut self, text: &str, marks: &[Range<usize>], most: usize) {
        // Rows end before they are full, so that they hold a little less than their columns.
        let mut room = (self.width * most).max(10);
        let (mut shown, mut marks_shown) = marked_excerpt(text, marks, room);
        while wrap(&shown, self.width.max(1)).len() > most && room > 10 {
            room -= room / 16 + 1;
            (shown, marks_shown) = marked_excerpt(text, marks, room);
        }
        self.wrapped(ListRole::Passage, &shown, &marks_shown, most);
    }

    /// Adds a text in as many rows as it takes, `most` at most.
    fn wrapped(&mut self, role: ListRole, text: &str, marks: &[Range<usize>], most: usize) {
        for range in wrap(text, self.width.max(1)).into_iter().take(most) {
            let clip = |mark: &Range<usize>| {
                let (start, end) = (mark.start.max(range.start), mark.end.min(range.end));
                (start < end).then(|| start - range.start..end - range.start)
            };
            let marks = marks.iter().filter_map(clip).collect();
            let row = ListRow::item(self.item, role, slice(text, range));
            self.into.push(ListRow { marks, ..row });
        }
    }
}

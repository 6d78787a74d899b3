//! The rows of the results of a search: what was found, and why it is here.

use std::ops::Range;

use crate::app::{ListRole, ListRow};
use crate::guide::{Area, Guide, Library};
use crate::search::{Answer, Hit, Passage, Subject};
use crate::text::{marked_excerpt, marks_within, slice, width, wrap};

/// Rows of the passage of a result.
const PASSAGE_ROWS: usize = 2;

/// Returns what an answer is narrowed to, in words.
pub(super) fn filtered(answer: &Answer, library: &Library) -> Vec<String> {
    let filters = answer.filters;
    let theme = filters.theme.map(|theme| format!("the theme “{}”", library.theme(theme).title));
    let area = filters.area.map(|area| format!("guides for {}", area.title().to_lowercase()));
    let kind = filters.kind.map(|kind| format!("{}s", kind.label().to_lowercase()));
    [theme, area, kind].into_iter().flatten().collect()
}

/// Adds the rows of a result: its title, and as much of what matched as two rows hold.
pub(super) fn hit_rows(rows: &mut Vec<ListRow>, library: &Library, item: usize, hit: &Hit, width: usize) {
    let (title, kind) = match &hit.subject {
        Subject::Guide { guide, .. } => {
            let guide = library.guide(*guide);
            (&guide.title, if guide.area == Area::YoungPeople { " · for young people" } else { "" })
        }
        Subject::Term { term, .. } => (&library.term(*term).title, " · in the glossary"),
        Subject::Theme { theme, .. } => (&library.theme(*theme).title, " · a theme"),
    };
    let title = format!("{title}{kind}");
    rows.push(ListRow { marks: hit.title.clone(), ..ListRow::item(item, ListRole::Title, title) });
    let mut passage = Below { into: rows, item, width, most: PASSAGE_ROWS };
    match &hit.subject {
        Subject::Guide { guide, passage: found } => {
            passage.guide(library.guide(*guide), hit.alias, found.as_ref());
        }
        Subject::Term { term, marks } => passage.marked("", &library.term(*term).meaning, marks),
        Subject::Theme { theme, marks } => passage.marked("", &library.theme(*theme).intro, marks),
    }
}

/// The rows below the title of one result.
struct Below<'a> {
    into: &'a mut Vec<ListRow>,
    item: usize,
    width: usize,
    most: usize,
}

impl Below<'_> {
    /// Adds what people say for a guide, if that is why it is here, and its passage behind the title of its section.
    fn guide(&mut self, guide: &Guide, said: Option<usize>, passage: Option<&Passage>) {
        if let Some(said) = said.and_then(|index| guide.all_aliases().nth(index).map(|(_, said)| said)) {
            self.into.push(ListRow::item(self.item, ListRole::Detail, format!("People say: {said}")));
            self.most -= 1;
        }
        let block = passage.and_then(|passage| guide.blocks.get(passage.span.block as usize));
        let (Some(passage), Some(block)) = (passage, block) else {
            return self.marked("", &guide.summary, &[]);
        };
        let section = guide.sections.get(passage.section).map_or("", |section| section.title.as_str());
        let lead = if section == guide.title { String::new() } else { format!("{section} › ") };
        let range = passage.span.range();
        let marks = marks_within(&passage.marks, &range);
        self.marked(&lead, block.prose.slice(range), &marks);
    }

    /// Adds as much of a text around its first mark as the rows hold, behind a lead.
    fn marked(&mut self, lead: &str, text: &str, marks: &[Range<usize>]) {
        let room = (self.width * self.most).saturating_sub(width(lead) + self.most * 5).max(10);
        let (shown, marks) = marked_excerpt(text, marks, room);
        let line = format!("{lead}{shown}");
        let shift = |mark: &Range<usize>| mark.start + lead.len()..mark.end + lead.len();
        let marks: Vec<_> = marks.iter().map(shift).collect();
        for range in wrap(&line, self.width.max(1)).into_iter().take(self.most) {
            let clip = |mark: &Range<usize>| {
                let (start, end) = (mark.start.max(range.start), mark.end.min(range.end));
                (start < end).then(|| start - range.start..end - range.start)
            };
            let marks = marks.iter().filter_map(clip).collect();
            self.into
                .push(ListRow { marks, ..ListRow::item(self.item, ListRole::Passage, slice(&line, range)) });
        }
    }
}

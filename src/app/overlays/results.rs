//! The rows of the results of a search: what was found, and why it is here.

use std::ops::Range;

use crate::app::{ListRole, ListRow};
use crate::guide::{Area, Guide, Library};
use crate::search::{Answer, Hit, Passage, Subject, Unresolved};
use crate::text::{excerpt, slice, wrap};

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

/// Returns what is said of a typed filter that no one thing is called.
pub(super) fn unresolved(filter: &Unresolved) -> String {
    let choices = filter.choices.join(", ");
    let name = filter.key.name();
    match choices.as_str() {
        "" => format!("No {name} is called “{}”.", filter.typed),
        _ => format!("{name}:{} may be {choices}.", filter.typed),
    }
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
        let within = |mark: &Range<usize>| {
            Some(mark.start.checked_sub(range.start)?..mark.end.checked_sub(range.start)?)
        };
        let marks: Vec<Range<usize>> = passage.marks.iter().filter_map(within).collect();
        self.marked(&lead, block.prose.slice(range.clone()), &marks);
    }

    /// Adds as much of a text around its first mark as the rows hold, behind a lead.
    fn marked(&mut self, lead: &str, text: &str, marks: &[Range<usize>]) {
        let first = marks.first().cloned().unwrap_or(0..0);
        let room = (self.width * self.most).saturating_sub(crate::text::width(lead) + self.most * 5).max(10);
        let shown = excerpt(text, first, room);
        let before = if shown.start > 0 { "…" } else { "" };
        let after = if shown.end < text.len() { "…" } else { "" };
        let line = format!("{lead}{before}{}{after}", slice(text, shown.clone()));
        let shift = lead.len() + before.len();
        let inside = |mark: &Range<usize>| {
            let start = mark.start.checked_sub(shown.start)?;
            let end = mark.end.checked_sub(shown.start)?;
            (end <= shown.len()).then_some(start + shift..end + shift)
        };
        let marks: Vec<_> = marks.iter().filter_map(inside).collect();
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

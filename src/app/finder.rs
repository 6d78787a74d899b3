//! The search overlay: what is typed, what is found, which result is chosen.

use super::{Action, LineInput, List, ListRole, ListRow};
use crate::guide::{Guide, Library};
use crate::search::{Answer, Basis, Hit, Passage, Search};
use crate::text::{excerpt, slice, wrap};

/// Results shown at most: nobody reads further, and the list stays quick.
const RESULTS: usize = 20;

/// Rows of the passage of a result.
const PASSAGE_ROWS: usize = 2;

/// The search overlay.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Finder {
    /// What is typed.
    pub input: LineInput,
    /// What was found for it.
    pub answer: Answer,
    /// The chosen result and the scroll.
    pub list: List,
}

impl Finder {
    /// Searches for what is typed now.
    pub fn search(&mut self, search: &Search, library: &Library) {
        self.answer = search.find(library, self.input.text(), RESULTS);
        // Terms and themes are shown once this screen can open them.
        self.answer.hits.retain(|hit| hit.guide().is_some());
        self.list = List::default();
    }

    /// Returns the chosen result.
    #[must_use]
    pub fn chosen(&self) -> Option<&Hit> {
        self.answer.hits.get(self.list.cursor)
    }

    /// Moves the cursor. Returns whether the action moves it.
    pub fn act(&mut self, action: Action, height: usize) -> bool {
        let results = height / (PASSAGE_ROWS + 2);
        !matches!(action, Action::Top | Action::Bottom)
            && self.list.act(action, self.answer.hits.len(), results)
    }

    /// Returns what is said about the answer as a whole: what was mended, what was left out, that nothing fits.
    #[must_use]
    pub fn remarks(&self) -> Vec<String> {
        let answer = &self.answer;
        let mut remarks = Vec::new();
        if self.input.text().trim().is_empty() {
            remarks.push("Type a few words, in any order. The spelling need not be right.".to_owned());
            return remarks;
        }
        for mended in &answer.mended {
            remarks.push(format!("Showing “{}” for “{}”.", mended.taken_as, mended.typed));
        }
        match answer.basis {
            Basis::Nothing => remarks
                .push("Nothing found. Try another word for it, or Esc and browse the themes.".to_owned()),
            Basis::Nearest => remarks.push("No guide has these words. The nearest are:".to_owned()),
            Basis::Words | Basis::Apart | Basis::Listed => {}
        }
        remarks
    }

    /// Returns the rows of the results at a width in columns.
    #[must_use]
    pub fn rows(&self, library: &Library, width: usize) -> Vec<ListRow> {
        let mut rows = Vec::new();
        for (item, hit) in self.answer.hits.iter().enumerate() {
            if item > 0 {
                rows.push(ListRow::blank());
            }
            hit_rows(&mut rows, library, item, hit, width);
        }
        rows
    }
}

/// The title, and as much of the passage around the first match as two rows hold.
fn hit_rows(rows: &mut Vec<ListRow>, library: &Library, item: usize, hit: &Hit, width: usize) {
    let Some(guide) = hit.guide().map(|id| library.guide(id)) else { return };
    rows.push(ListRow { marks: hit.title.clone(), ..ListRow::item(item, ListRole::Title, &guide.title) });
    let said = hit.said.and_then(|index| guide.also_said.get(index));
    if let Some(said) = said {
        rows.push(ListRow::item(item, ListRole::Detail, format!("People say: {said}")));
    }
    let passage_rows = PASSAGE_ROWS - usize::from(said.is_some());
    let Some(passage) = hit.passage() else {
        rows.push(ListRow::item(item, ListRole::Passage, &guide.summary));
        return;
    };
    passage_row(rows, guide, item, passage, width, passage_rows);
}

/// As much of a passage around its first match as some rows hold, behind the title of its section.
fn passage_row(
    rows: &mut Vec<ListRow>,
    guide: &Guide,
    item: usize,
    passage: &Passage,
    width: usize,
    passage_rows: usize,
) {
    let Some(block) = guide.blocks.get(passage.span.block as usize) else { return };
    let section = guide.sections.get(passage.section).map_or("", |section| section.title.as_str());
    let lead = if section == guide.title { String::new() } else { format!("{section} › ") };
    let text = block.prose.slice(passage.span.range());
    let from = passage.span.range().start;
    let first = passage
        .marks
        .first()
        .map_or(0..0, |mark| mark.start.saturating_sub(from)..mark.end.saturating_sub(from));
    let room = (width * passage_rows).saturating_sub(crate::text::width(&lead) + passage_rows * 5).max(10);
    let shown = excerpt(text, first, room);
    let before = if shown.start > 0 { "…" } else { "" };
    let after = if shown.end < text.len() { "…" } else { "" };
    let line = format!("{lead}{before}{}{after}", slice(text, shown.clone()));
    let shift = lead.len() + before.len();
    let inside = |mark: &std::ops::Range<usize>| {
        let start = mark.start.checked_sub(from + shown.start)?;
        let end = mark.end.checked_sub(from + shown.start)?;
        (end <= shown.len()).then_some(start + shift..end + shift)
    };
    let marks: Vec<_> = passage.marks.iter().filter_map(inside).collect();
    for range in wrap(&line, width.max(1)).into_iter().take(passage_rows) {
        let clip = |mark: &std::ops::Range<usize>| {
            let start = mark.start.max(range.start);
            let end = mark.end.min(range.end);
            (start < end).then(|| start - range.start..end - range.start)
        };
        let marks = marks.iter().filter_map(clip).collect();
        rows.push(ListRow { marks, ..ListRow::item(item, ListRole::Passage, slice(&line, range)) });
    }
}

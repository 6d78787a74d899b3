//! What stands above all results of a search whose words speak of danger: what to do first, and the way to the rest.

use crate::app::{ListRole, ListRow};
use crate::guide::{Area, Library, SafetyPage, SituationId};
use crate::search::Raised;
use crate::text::{slice, wrap};

/// Lines of the page that are shown at most.
const LINES: usize = 3;

/// What the words of a search speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alert {
    /// The likeliest situation.
    pub situation: SituationId,
    /// Whose page is to be shown.
    pub area: Area,
}

impl Alert {
    /// Returns the alert for what was raised; nothing where the library has no page for it.
    #[must_use]
    pub fn of(library: &Library, raised: &Raised<'_>) -> Option<Self> {
        let situation = raised.situations.iter().find_map(|slug| library.safety.situation_id(slug))?;
        Some(Self { situation, area: raised.area })
    }

    /// Returns its rows as the first item of a list, `most` at most: the title, and as many whole lines as fit.
    pub(super) fn rows(self, library: &Library, width: usize, most: usize) -> Vec<ListRow> {
        let safety = &library.safety;
        let mut rows = Vec::new();
        let mut add = |role: ListRole, text: &str, left: usize| {
            let ranges = wrap(text, width.max(1));
            let fits = ranges.len() <= left;
            let row = |range| ListRow::item(0, role, slice(text, range));
            // What to do first is never left out for want of room.
            if fits || rows.len() < 2 {
                rows.extend(ranges.into_iter().take(left.max(1)).map(row));
            }
            most.saturating_sub(rows.len())
        };
        let page = SafetyPage::Situation(self.situation);
        let title = format!("! {}", safety.title(page, self.area));
        let mut left = add(ListRole::Heading, &title, most);
        let lines = safety.situation(self.situation).map(|situation| &situation.page(self.area).first);
        for line in lines.into_iter().flatten().take(LINES) {
            left = add(ListRole::Passage, &safety.shown(line).text, left);
        }
        rows
    }
}

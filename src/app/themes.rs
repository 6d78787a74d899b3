//! The themes pane: areas, their themes, their guides, to fold and unfold.

use super::list::{push_wrapped, spaced};
use super::{Action, Document, List, ListRole, ListRow};
use crate::guide::{Area, GuideId, Library, ThemeId};
use crate::page::Spacing;

/// The themes pane.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ThemesPane {
    /// The chosen item and the scroll.
    pub list: List,
    /// Its rows, laid out for what is open and the width of the pane.
    pub shown: Vec<ListRow>,
    /// What they are laid out for: what is open, the width, and the spacing.
    shown_for: Option<(Option<Document>, usize, Spacing)>,
    folded_areas: Vec<Area>,
    /// The guides that were read to their end, in order.
    read: Vec<GuideId>,
    unfolded: Vec<(Area, ThemeId)>,
}

/// An item of the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeItem {
    /// An area.
    Area(Area),
    /// A theme, under an area.
    Theme(Area, ThemeId),
    /// A guide, under a theme.
    Guide(Area, ThemeId, GuideId),
    /// A page to look something up in: the glossary, the references, About.
    Page(Document),
}

impl ThemesPane {
    /// Returns the items that are not folded away, in order.
    #[must_use]
    pub fn items(&self, library: &Library) -> Vec<ThemeItem> {
        let mut items = Vec::new();
        for area in Area::ALL {
            let themes: Vec<ThemeId> = library.themes_of(area).collect();
            if themes.is_empty() {
                continue;
            }
            items.push(ThemeItem::Area(area));
            if self.folded_areas.contains(&area) {
                continue;
            }
            for theme in themes {
                items.push(ThemeItem::Theme(area, theme));
                if self.unfolded.contains(&(area, theme)) {
                    items.extend(
                        library.guides_of(theme, area).map(|guide| ThemeItem::Guide(area, theme, guide)),
                    );
                }
            }
        }
        items.extend(Document::to_look_up(library).into_iter().map(ThemeItem::Page));
        items
    }

    /// Returns the chosen item.
    #[must_use]
    pub fn chosen(&self, library: &Library) -> Option<ThemeItem> {
        self.items(library).get(self.list.cursor).copied()
    }

    /// Returns the rows of the pane at a width in columns; `current` is what is open.
    #[must_use]
    pub fn rows(&self, library: &Library, current: Option<Document>, width: usize) -> Vec<ListRow> {
        let mut rows = Vec::new();
        for (index, item) in self.items(library).into_iter().enumerate() {
            let (lead, role, title) = match item {
                ThemeItem::Area(area) => {
                    let sign = if self.folded_areas.contains(&area) { "▸ " } else { "▾ " };
                    (sign, ListRole::Heading, area.title())
                }
                ThemeItem::Theme(area, theme) => {
                    let sign = if self.unfolded.contains(&(area, theme)) { " ▾ " } else { " ▸ " };
                    (
                        sign,
                        role(current == Some(Document::Theme(area, theme))),
                        library.theme(theme).title.as_str(),
                    )
                }
                ThemeItem::Guide(_, _, guide) => {
                    let open = current == Some(Document::Guide(guide));
                    let lead = match (open, self.read.binary_search(&guide)) {
                        (true, _) => "   • ",
                        (false, Ok(_)) => "   ✓ ",
                        (false, Err(_)) => "     ",
                    };
                    (lead, role(open), library.guide(guide).title.as_str())
                }
                ThemeItem::Page(page) => {
                    if !rows.iter().any(|row: &ListRow| row.item.is_none()) {
                        rows.push(ListRow::text(ListRole::Heading, "  Look up"));
                    }
                    let open = current == Some(page);
                    (if open { " • " } else { "   " }, role(open), page.title(library))
                }
            };
            push_wrapped(&mut rows, index, role, lead, title, width);
        }
        rows
    }

    /// Lays the rows out anew if what is open, the width, the spacing or a fold changed.
    pub fn lay_out(&mut self, library: &Library, current: Option<Document>, width: usize, spacing: Spacing) {
        let wanted = Some((current, width, spacing));
        if self.shown_for != wanted {
            self.shown = spaced(self.rows(library, current, width), spacing);
            self.shown_for = wanted;
        }
    }

    /// Takes in which guides were read to their end, in order.
    pub fn set_read(&mut self, read: Vec<GuideId>) {
        if self.read != read {
            self.read = read;
            self.shown_for = None;
        }
    }

    /// Folds the chosen item, or goes to what it stands under.
    pub fn fold(&mut self, library: &Library) {
        self.shown_for = None;
        match self.chosen(library) {
            Some(ThemeItem::Area(area)) if !self.folded_areas.contains(&area) => self.folded_areas.push(area),
            Some(ThemeItem::Theme(area, theme)) if self.unfolded.contains(&(area, theme)) => {
                self.unfolded.retain(|unfolded| *unfolded != (area, theme));
            }
            Some(ThemeItem::Theme(area, _)) => self.choose(library, ThemeItem::Area(area)),
            Some(ThemeItem::Guide(area, theme, _)) => self.choose(library, ThemeItem::Theme(area, theme)),
            _ => {}
        }
    }

    /// Unfolds the chosen item. Returns whether there was something to unfold.
    pub fn unfold(&mut self, library: &Library) -> bool {
        self.shown_for = None;
        match self.chosen(library) {
            Some(ThemeItem::Area(area)) => {
                let folded = self.folded_areas.len();
                self.folded_areas.retain(|other| *other != area);
                folded != self.folded_areas.len()
            }
            Some(ThemeItem::Theme(area, theme)) if !self.unfolded.contains(&(area, theme)) => {
                self.unfolded.push((area, theme));
                true
            }
            _ => false,
        }
    }

    /// Folds the chosen item, or unfolds it. Returns whether it is one that can be folded.
    pub fn toggle(&mut self, library: &Library) -> bool {
        let is_folder = matches!(self.chosen(library), Some(ThemeItem::Area(_) | ThemeItem::Theme(..)));
        if is_folder && !self.unfold(library) {
            self.fold(library);
        }
        is_folder
    }

    /// Unfolds what hides an item and chooses it.
    pub fn reveal(&mut self, library: &Library, item: ThemeItem) {
        self.shown_for = None;
        match item {
            ThemeItem::Area(_) | ThemeItem::Page(_) => {}
            ThemeItem::Theme(area, _) => self.folded_areas.retain(|other| *other != area),
            ThemeItem::Guide(area, theme, _) => {
                self.folded_areas.retain(|other| *other != area);
                if !self.unfolded.contains(&(area, theme)) {
                    self.unfolded.push((area, theme));
                }
            }
        }
        self.choose(library, item);
    }

    /// Moves the cursor. Returns whether the action moves.
    pub fn act(&mut self, library: &Library, action: Action, height: usize) -> bool {
        let len = self.items(library).len();
        self.list.act(action, len, height)
    }

    fn choose(&mut self, library: &Library, item: ThemeItem) {
        if let Some(index) = self.items(library).iter().position(|other| *other == item) {
            self.list.cursor = index;
        }
    }
}

fn role(open: bool) -> ListRole {
    if open { ListRole::Current } else { ListRole::Item }
}

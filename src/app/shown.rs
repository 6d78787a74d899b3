//! What is on the screen: which screen it is, the panes, what lies over them, what the bottom line says.

use super::lists::Lists;
use super::overlays::Overlays;
use super::{
    Copied, Document, Geometry, HistoryEntry, Overlay, Pane, Reading, RelatedPane, Screen, Step, ThemeItem,
    ThemesPane, Viewport, Welcome,
};
use crate::guide::{Area, GuideId, Library, Reference, Target, TextPos, TextSpan, ThemeId};
use crate::page::{Setting, Top};

/// What is on the screen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shown {
    /// Which screen it is.
    pub screen: Screen,
    /// Which pane has the keys.
    pub focus: Pane,
    /// The first screen.
    pub welcome: Welcome,
    /// The themes pane.
    pub themes: ThemesPane,
    /// The text pane, once something was opened.
    pub reading: Option<Reading>,
    /// The theme that is read in.
    pub theme: Option<ThemeId>,
    /// The related pane.
    pub related: RelatedPane,
    /// The number of the list that led to what is open, to be returned to.
    pub(super) came_from: Option<usize>,
    /// The lists that something was opened from.
    pub(super) lists: Lists,
    /// What lies over all of it.
    pub(super) overlays: Overlays,
    /// A sentence for the bottom line, until the next key.
    pub notice: Option<String>,
    /// What was copied, marked until the next key.
    pub copied: Option<Copied>,
}

impl Shown {
    /// Returns what is open, or was before the first screen was shown again.
    #[must_use]
    pub fn document(&self) -> Option<Document> {
        self.reading.as_ref().map(|reading| reading.document)
    }

    /// Returns the guide on the screen.
    pub(super) fn guide(&self) -> Option<GuideId> {
        match (self.screen, self.document()) {
            (Screen::Reader, Some(Document::Guide(guide))) => Some(guide),
            _ => None,
        }
    }

    /// Returns the list that led to what is open.
    pub(super) fn came_from_list(&self) -> Option<&Overlay> {
        self.lists.get(self.came_from?)
    }

    /// Returns where the reader is, to come back to it.
    pub(super) fn history_entry(&self) -> HistoryEntry {
        HistoryEntry {
            screen: self.screen,
            document: self.document(),
            theme: self.theme,
            top: self.reading.as_ref().map(Reading::place).unwrap_or_default(),
            current: self.reading.as_ref().and_then(|reading| reading.current),
            came_from: self.came_from,
        }
    }

    /// Returns what the link to an address says: the chosen one in the text, else the source that has it.
    pub(super) fn words_for(&self, library: &Library, address: &str) -> Option<String> {
        let leads_there = |target: &Target| matches!(target, Target::Web(web) if web == address);
        let chosen = self.reading.as_ref().and_then(|reading| {
            let link = reading.chosen_link(library).filter(|link| leads_there(link.target))?;
            let block = reading.blocks(library).get(link.span.block as usize)?;
            Some(block.prose.slice(link.span.range()).to_owned())
        });
        let is_source = |source: &&Reference| source.address.as_deref() == Some(address);
        chosen.or_else(|| library.references.iter().find(is_source).map(|source| source.title.clone()))
    }

    /// Scrolls what is open to an address.
    pub(super) fn go_to(&mut self, pos: TextPos) {
        if let Some(reading) = &mut self.reading {
            reading.link = None;
            reading.go_to(pos);
        }
    }

    /// Scrolls what is open by rows, down counted positive.
    pub(super) fn scroll_text(&mut self, rows: isize, height: usize) {
        if let Some(reading) = &mut self.reading {
            reading.scroll_by(rows, height);
        }
    }

    /// Shows what the text pane showed before.
    pub(super) fn restore(&mut self, viewport: Viewport) {
        if let Some(reading) = &mut self.reading {
            reading.restore(viewport);
        }
    }

    /// Marks matches and shows the first one at or after `from`, with `height` rows on the screen.
    pub(super) fn show_matches(&mut self, matches: Vec<TextSpan>, from: Top, height: usize) {
        if let Some(reading) = &mut self.reading {
            reading.show_matches(matches, from, height);
        }
    }

    /// Goes to the next match, or to the one before.
    pub(super) fn step_match(&mut self, step: Step, height: usize) {
        if let Some(reading) = &mut self.reading {
            reading.step_mark(step, height);
        }
    }

    /// Whether the end of what is open is on the screen.
    pub(super) fn is_at_end(&self, height: usize) -> bool {
        self.reading.as_ref().is_some_and(|reading| reading.visible(height).end >= reading.page.height())
    }

    /// Returns the row of the screen on which the chosen link begins.
    pub(super) fn chosen_row(&self, library: &Library, geometry: &Geometry) -> Option<u16> {
        let reading = self.reading.as_ref()?;
        let link = reading.chosen_link(library)?;
        let first = reading.visible(usize::from(geometry.text.height)).start;
        let row = reading.page.row_of(link.span.pos()).checked_sub(first)?;
        Some(geometry.text.y.saturating_add(u16::try_from(row).ok()?))
    }

    /// Gives the keys to the themes pane, with the first guide of a theme chosen: Enter opens it.
    pub(super) fn choose_first_guide(&mut self, library: &Library, area: Area, theme: ThemeId) {
        if let Some(first) = library.guides_of(theme, area).next() {
            self.themes.reveal(library, ThemeItem::Guide(area, theme, first));
        }
        self.focus = Pane::Themes;
    }

    /// Shows a document at its beginning, with nothing over it.
    pub(super) fn open(
        &mut self,
        library: &Library,
        document: Document,
        theme: Option<ThemeId>,
        setting: Setting,
    ) {
        self.overlays.clear();
        self.came_from = None;
        self.screen = Screen::Reader;
        self.focus = Pane::Text;
        self.related = RelatedPane::of(library, document);
        self.reading = Some(Reading::open(library, document, setting));
        self.theme = match document {
            Document::Guide(guide) => Some(theme_for(library, guide, theme.or(self.theme))),
            Document::Theme(_, theme) => Some(theme),
            _ => None,
        };
        let item = match (document, self.theme) {
            (Document::Guide(guide), Some(theme)) => {
                ThemeItem::Guide(library.guide(guide).area, theme, guide)
            }
            (Document::Theme(area, theme), _) => ThemeItem::Theme(area, theme),
            (page, _) => ThemeItem::Page(page),
        };
        self.themes.reveal(library, item);
    }
}

/// Returns the theme a guide is read in: the wanted one if the guide is in it, else its first.
fn theme_for(library: &Library, guide: GuideId, wanted: Option<ThemeId>) -> ThemeId {
    let themes = &library.guide(guide).themes;
    let wanted = wanted.filter(|wanted| themes.contains(wanted));
    wanted.or_else(|| themes.first().copied()).unwrap_or(ThemeId(0))
}

//! The first screen: the three ways in.

use super::{Action, App, Context, Document, List, ListRole, ListRow, Tour};
use crate::guide::{Area, Library, SafetyPage, ThemeId};

/// Over the search and the pages to look something up in.
const LOOK_UP: &str = "Search, or look something up";

/// The first screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Welcome {
    /// The chosen way in and the scroll.
    pub list: List,
}

/// A way in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayIn {
    /// Back to what is open.
    Continue,
    /// Through an area.
    Area(Area),
    /// Through a theme.
    Theme(ThemeId),
    /// By searching.
    Search,
    /// To whom to call when somebody is at risk.
    Safety,
    /// Through a page to look something up in.
    Page(Document),
}

/// Returns the ways in, in order; `open` is what was being read.
#[must_use]
pub fn ways_in(library: &Library, open: Option<Document>) -> Vec<WayIn> {
    let areas =
        Area::ALL.into_iter().filter(|area| library.themes_of(*area).next().is_some()).map(WayIn::Area);
    let themes =
        library.theme_ids().filter(|theme| !library.theme(*theme).guides.is_empty()).map(WayIn::Theme);
    let pages = Document::to_look_up(library).into_iter().map(WayIn::Page);
    open.map(|_| WayIn::Continue)
        .into_iter()
        .chain(areas)
        .chain(themes)
        .chain([WayIn::Search])
        .chain((!library.safety.is_empty()).then_some(WayIn::Safety))
        .chain(pages)
        .collect()
}

/// Returns the rows of the first screen; `open` is what was being read, `search_key` the key that searches.
fn welcome_rows(library: &Library, open: Option<Document>, search_key: &str) -> Vec<ListRow> {
    let mut rows = vec![ListRow::text(ListRole::Title, &library.pack.title)];
    rows.extend(library.pack.summary.as_ref().map(|summary| ListRow::text(ListRole::Note, summary)));
    let here = format!("{}, all here, no network needed", many_guides(library.guides.len()));
    rows.extend([ListRow::text(ListRole::Detail, here), ListRow::blank()]);
    let mut group = None;
    for (item, way) in ways_in(library, open).into_iter().enumerate() {
        let (heading, text) = match way {
            WayIn::Continue => {
                ("Continue reading", open.map_or_else(String::new, |open| open.title(library).to_owned()))
            }
            WayIn::Area(area) => {
                let count = library.guides.iter().filter(|guide| guide.area == area).count();
                ("Choose who it is for", counted(area.title(), count))
            }
            WayIn::Theme(theme) => {
                let theme = library.theme(theme);
                ("Browse a theme", counted(&theme.title, theme.guides.len()))
            }
            WayIn::Search => (LOOK_UP, format!("Search in your own words ({search_key} from anywhere)")),
            WayIn::Page(page) => (LOOK_UP, page_words(library, page)),
            WayIn::Safety => (LOOK_UP, "If someone is at risk now · whom to call".to_owned()),
        };
        if group != Some(heading) {
            if group.is_some() {
                rows.push(ListRow::blank());
            }
            rows.push(ListRow::text(ListRole::Heading, heading));
            group = Some(heading);
        }
        rows.push(ListRow::item(item, ListRole::Item, format!("  {text}")));
    }
    rows
}

fn page_words(library: &Library, page: Document) -> String {
    let (title, count) = (page.title(library), library.terms.len());
    match page {
        Document::Glossary => format!("{title} · {count} words explained"),
        Document::References => format!("{title} · what the guides lean on"),
        _ => format!("{title} · what this is, and who made it"),
    }
}

fn counted(title: &str, count: usize) -> String {
    format!("{title} · {}", many_guides(count))
}

fn many_guides(count: usize) -> String {
    format!("{count} {}", if count == 1 { "guide" } else { "guides" })
}

impl App {
    /// Returns the rows of the first screen.
    #[must_use]
    pub fn welcome_rows(&self) -> Vec<ListRow> {
        let key = |action: Action| self.keymap.key_for(Context::List, action).unwrap_or_default();
        let mut rows = welcome_rows(&self.library, self.to_continue(), &key(Action::Search));
        if let Some(row) = self.safety_row() {
            let at_risk = format!("At risk now? {} says whom to call.", key(Action::Safety));
            rows.insert(row, ListRow::text(ListRole::Note, at_risk));
        }
        if let Some(row) = self.tour_row() {
            let offer = format!("New here? {} shows you round in a minute.", key(Action::Tour));
            rows.insert(row, ListRow::text(ListRole::Note, offer));
        }
        rows
    }

    /// Returns the row of the first screen that leads to the safety pages, right below its opening.
    pub(super) fn safety_row(&self) -> Option<usize> {
        (!self.library.safety.is_empty()).then_some(2 + usize::from(self.library.pack.summary.is_some()))
    }

    /// Returns the row of the first screen that offers the tour: the last of its opening.
    pub(super) fn tour_row(&self) -> Option<usize> {
        let opening = 2 + usize::from(self.library.pack.summary.is_some());
        (self.tour == Tour::Offered).then_some(opening + usize::from(self.safety_row().is_some()))
    }

    pub(super) fn act_in_welcome(&mut self, action: Action) {
        let ways = ways_in(&self.library, self.to_continue());
        let height = usize::from(self.geometry_or_smallest().body.height);
        if self.shown.welcome.list.act(action, ways.len(), height) {
            return;
        }
        if matches!(action, Action::Open | Action::Right)
            && let Some(way) = ways.get(self.shown.welcome.list.cursor)
        {
            self.enter(*way);
        }
    }

    pub(super) fn enter(&mut self, way: WayIn) {
        match way {
            WayIn::Continue => self.go_on_reading(),
            WayIn::Search => self.open_search(),
            WayIn::Safety => self.open_safety(SafetyPage::First),
            WayIn::Page(page) => self.open(page, None),
            WayIn::Area(area) => {
                self.open(Document::Area(area), None);
                let first = self.library.themes_of(area).next();
                if let Some(theme) = first {
                    self.shown.choose_first_guide(&self.library, area, theme);
                }
            }
            WayIn::Theme(theme) => {
                let has_guides = |area: &Area| self.library.guides_of(theme, *area).next().is_some();
                let area = Area::ALL.into_iter().find(has_guides);
                if let Some(area) = area {
                    self.browse(area, theme);
                }
            }
        }
    }

    /// Opens a theme's page, with its guides unfolded in the themes pane and the keys there.
    fn browse(&mut self, area: Area, theme: ThemeId) {
        self.open(Document::Theme(area, theme), Some(theme));
        self.shown.choose_first_guide(&self.library, area, theme);
    }
}

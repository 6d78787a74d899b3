//! The first screen: a field to search in, and below it the ways in. It stands where the box of the search opens with the
//! first letter, so that the two are one thing to look at.

use ratatui::layout::{Position, Rect, Size};

use super::overlays::{Panel, Preview, Prompt, SPELLING, search_prompt};
use super::{
    Action, App, Context, Document, Frame, Geometry, LineInput, List, ListRole, ListRow, Spot, Tour,
};
use crate::guide::{Area, Library, SafetyPage, ThemeId};
use crate::text::width;

/// Over who it is for and the themes.
const BROWSE: &str = "Choose who it is for, or a theme";

/// Over the pages to look something up in.
const LOOK_UP: &str = "Look something up";

/// Rows of the body from which on there is room for a border, and for a line under what is typed.
const BORDERED: u16 = 6;
const EXPLAINED: u16 = 16;

/// Columns of the ways in where what they lead to is shown beside them, and from how many columns on it is.
const LIST: u16 = 66;
const PREVIEWED: u16 = LIST + 45;

/// The first screen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Welcome {
    /// The chosen way in and the scroll.
    pub list: List,
    /// Whether the keys are in the field or among the ways in.
    pub at: Spot,
    /// What the chosen way in leads to, on screens with room for that; in the field what all of this is.
    preview: Option<Preview>,
    /// The way in and the size that it is laid out for.
    previewed: Option<(Option<WayIn>, Size)>,
    /// What the field shows: nothing, for the search opens with the first letter.
    input: LineInput,
}

/// A way in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayIn {
    /// The tour, as long as it is offered.
    Tour,
    /// Back to what is open.
    Continue,
    /// Through an area.
    Area(Area),
    /// Through a theme.
    Theme(ThemeId),
    /// To the sessions of supervision.
    Session,
    /// To whom to call when somebody is at risk.
    Safety,
    /// To all questions to reflect on.
    Questions,
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
        .chain((!library.safety.is_empty()).then_some(WayIn::Safety))
        .chain([WayIn::Session])
        .chain(library.questions().next().map(|_| WayIn::Questions))
        .chain(pages)
        .collect()
}

impl WayIn {
    /// Returns what its group stands under.
    fn heading(self) -> Option<&'static str> {
        match self {
            Self::Tour | Self::Continue => None,
            Self::Area(_) | Self::Theme(_) => Some(BROWSE),
            Self::Session | Self::Safety | Self::Questions | Self::Page(_) => Some(LOOK_UP),
        }
    }
}

/// Where the parts of the first screen stand.
struct Areas {
    outer: Rect,
    frame: Frame,
    prompt: Rect,
    /// The line under what is typed, where there is room for it.
    note: Option<Rect>,
    list: Rect,
    /// What the chosen way in leads to, where there is room.
    preview: Option<Rect>,
}

impl Areas {
    fn of(geometry: &Geometry, library: &Library) -> Self {
        let outer = geometry.search_box();
        if geometry.body.height < BORDERED {
            let body = geometry.body;
            let list = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
            let prompt = Rect { height: 1, ..body };
            return Self { outer: body, frame: Frame::None, prompt, note: None, list, preview: None };
        }
        let frame = Frame::Titled(format!("Search {}", many_guides(library.guides.len())));
        let prompt = Geometry::first_line(outer);
        let is_explained = geometry.body.height >= EXPLAINED;
        let list = Geometry::padded(outer, 1 + u16::from(is_explained));
        let note = is_explained.then_some(Rect { y: prompt.y + 1, height: 1, ..list });
        if !is_explained || list.width < PREVIEWED {
            return Self { outer, frame, prompt, note, list, preview: None };
        }
        let x = list.x + LIST + 3;
        let beside = Rect { x, y: list.y + 1, width: list.right() - x, height: list.height - 1 };
        let list = Rect { width: LIST, ..list };
        Self { outer, frame, prompt, note, list, preview: Some(beside) }
    }
}

impl App {
    /// Returns the ways in that there are now.
    #[must_use]
    pub fn ways_in(&self) -> Vec<WayIn> {
        let tour = (self.tour == Tour::Offered).then_some(WayIn::Tour);
        tour.into_iter().chain(ways_in(&self.library, self.to_continue())).collect()
    }

    /// Returns what the first screen shows, and where.
    #[must_use]
    pub fn welcome_panel(&self, geometry: &Geometry) -> Panel<'_> {
        let Areas { outer, frame, note, list, preview, .. } = Areas::of(geometry, &self.library);
        let welcome = &self.shown.welcome;
        let ways = self.ways_in();
        let rows = |is_roomy| self.welcome_rows(&ways, is_roomy, usize::from(list.width));
        let roomy = rows(true);
        let rows = if roomy.len() > usize::from(list.height) { rows(false) } else { roomy };
        let mut chosen = welcome.list;
        if welcome.at == Spot::Field || self.overlay().is_some() {
            // Behind the last one, nothing is chosen.
            chosen.cursor = ways.len();
        }
        let notes = note.map(|line| (line, ListRow::text(ListRole::Detail, SPELLING)));
        Panel {
            notes: notes.into_iter().collect(),
            list_area: list,
            rows,
            list: chosen,
            preview: preview.zip(welcome.preview.as_ref()),
            ..Panel::new(outer, frame)
        }
    }

    /// Returns the field of the first screen.
    #[must_use]
    pub fn welcome_prompt(&self, geometry: &Geometry) -> Prompt<'_> {
        search_prompt(&self.shown.welcome.input, Areas::of(geometry, &self.library).prompt)
    }

    /// Returns the rows of the ways in; with room around their headings, or close together.
    fn welcome_rows(&self, ways: &[WayIn], is_roomy: bool, columns: usize) -> Vec<ListRow> {
        let mut rows = Vec::new();
        if is_roomy {
            rows.push(ListRow::blank());
            rows.extend(self.library.pack.summary.as_ref().map(|line| ListRow::text(ListRole::Note, line)));
            rows.extend([
                ListRow::text(ListRole::Detail, "All of it is here, no network needed."),
                ListRow::blank(),
            ]);
        }
        let mut group = None;
        for (item, way) in ways.iter().enumerate() {
            if let Some(heading) = way.heading().filter(|heading| group != Some(*heading)) {
                if is_roomy && item > 0 {
                    rows.push(ListRow::blank());
                }
                rows.push(ListRow::text(ListRole::Heading, heading));
                group = Some(heading);
            }
            let (title, more) = self.way_words(*way);
            // What is said of it gives way before its title does.
            let whole = format!("  {title} · {more}");
            let text = if more.is_empty() || width(&whole) > columns { format!("  {title}") } else { whole };
            rows.push(ListRow::item(item, ListRole::Item, text));
        }
        rows
    }

    /// Returns what a way in is called, and what is said of it.
    fn way_words(&self, way: WayIn) -> (String, String) {
        let library = &self.library;
        let (title, more) = match way {
            WayIn::Tour => ("New here? A minute shows you round", String::new()),
            WayIn::Continue => {
                let open = self.to_continue().map_or("", |open| open.title(library));
                return (format!("Continue reading · {open}"), String::new());
            }
            WayIn::Area(area) => {
                let count = library.guides.iter().filter(|guide| guide.area == area).count();
                (area.title(), many_guides(count))
            }
            WayIn::Theme(theme) => {
                let theme = library.theme(theme);
                (theme.title.as_str(), many_guides(theme.guides.len()))
            }
            WayIn::Session => {
                let key = self.keymap.key_for(Context::Browse, Action::Session).unwrap_or_default();
                ("Sessions of supervision", format!("plans, questions, what was agreed ({key})"))
            }
            WayIn::Safety => {
                ("If someone is at risk now", format!("whom to call ({})", self.key(Action::Safety)))
            }
            WayIn::Questions => {
                ("Questions to reflect on", format!("{}, by theme and by words", library.questions().count()))
            }
            WayIn::Page(page) => (page.title(library), page_words(library, page)),
        };
        (title.to_owned(), more)
    }

    /// Lays out what the chosen way in leads to, unless that is done for it and this size.
    pub(super) fn preview_way(&mut self, geometry: &Geometry) {
        let area = Areas::of(geometry, &self.library).preview;
        let welcome = &self.shown.welcome;
        let chosen =
            (welcome.at == Spot::List).then(|| self.ways_in().get(welcome.list.cursor).copied()).flatten();
        let wanted = area.map(|area| (chosen, area.as_size()));
        if self.shown.welcome.previewed != wanted {
            let page = self.page_of(chosen);
            let preview =
                area.zip(page).map(|(area, page)| Preview::of_page(&self.library, page, area.as_size()));
            self.shown.welcome.preview = preview;
            self.shown.welcome.previewed = wanted;
        }
    }

    /// Returns the page that a way in leads to; in the field, the one that says what all of this is.
    fn page_of(&self, way: Option<WayIn>) -> Option<Document> {
        match way {
            None | Some(WayIn::Tour) => Some(Document::About),
            Some(WayIn::Continue) => self.to_continue(),
            Some(WayIn::Area(area)) => Some(Document::Area(area)),
            Some(WayIn::Theme(theme)) => Some(Document::Theme(Area::Workforce, theme)),
            Some(WayIn::Safety) => Some(Document::Safety(SafetyPage::First, Area::Workforce)),
            Some(WayIn::Page(page)) => Some(page),
            Some(WayIn::Session | WayIn::Questions) => None,
        }
    }

    /// What a key does on the first screen.
    pub(super) fn act_in_welcome(&mut self, action: Action) {
        let len = self.ways_in().len();
        let height = usize::from(self.welcome_panel(&self.geometry_or_smallest()).list_area.height);
        let welcome = &mut self.shown.welcome;
        let cursor = welcome.list.cursor;
        match (welcome.at, action) {
            (Spot::Field, Action::Down | Action::PageDown | Action::Top) => welcome.choose(0),
            (Spot::Field, Action::Up | Action::Bottom) => welcome.choose(len.saturating_sub(1)),
            (Spot::Field, Action::Open) => self.enter_number(0),
            (Spot::Field, _) => {}
            (Spot::List, Action::Close) => welcome.at = Spot::Field,
            (Spot::List, Action::Up) if cursor == 0 => welcome.at = Spot::Field,
            (Spot::List, Action::Open | Action::Right) => self.enter_number(cursor),
            (Spot::List, _) => drop(welcome.list.act(action, len, height)),
        }
    }

    /// What a click does on the first screen.
    pub(super) fn click_welcome(&mut self, position: Position, geometry: &Geometry) {
        let panel = self.welcome_panel(geometry);
        let item = panel.list.item_at(position, panel.list_area, &panel.rows);
        let is_field = self.welcome_prompt(geometry).line.contains(position);
        match item {
            Some(item) => {
                self.shown.welcome.choose(item);
                self.enter_number(item);
            }
            None if is_field => self.shown.welcome.at = Spot::Field,
            None => {}
        }
    }

    fn enter_number(&mut self, number: usize) {
        if let Some(way) = self.ways_in().get(number) {
            self.enter(*way);
        }
    }

    pub(super) fn enter(&mut self, way: WayIn) {
        match way {
            WayIn::Tour => self.start_tour(),
            WayIn::Continue => self.go_on_reading(),
            WayIn::Session => self.open_session(),
            WayIn::Safety => self.open_safety(SafetyPage::First),
            WayIn::Questions => self.open_questions(),
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

impl Welcome {
    fn choose(&mut self, item: usize) {
        (self.at, self.list.cursor) = (Spot::List, item);
    }
}

fn page_words(library: &Library, page: Document) -> String {
    match page {
        Document::Glossary => format!("{} words explained", library.terms.len()),
        Document::References => "what the guides lean on".to_owned(),
        _ => "what this is, and who made it".to_owned(),
    }
}

fn many_guides(count: usize) -> String {
    format!("{count} {}", if count == 1 { "guide" } else { "guides" })
}

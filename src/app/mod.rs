//! Floor 4: the state of the reader and everything that can happen to it.
//!
//! [`App::update`] takes a [`Message`], changes the state and returns [`Effect`]s for the shell to carry out. It
//! does no IO and knows no colours; `ratatui::layout` gives it rectangles and nothing else. Geometry is a function
//! of the size and the focus, so what is drawn is what is clicked, and drawing remembers nothing.

mod action;
mod addresses;
mod bookmarking;
mod breadcrumb;
mod comfort;
mod commands;
mod copying;
mod document;
mod dragging;
mod geometry;
mod going;
mod hints;
mod keeping;
mod key;
mod keymap;
mod line_input;
mod list;
mod matches;
mod message;
mod mouse;
mod overlays;
mod panes;
mod passage;
mod picking;
mod preferences;
mod reading;
mod related;
mod scrollbar;
mod searching;
mod settle;
mod themes;
mod tour;
mod trail;
mod update;
mod welcome;

pub use action::Action;
pub use breadcrumb::{Crumb, LeadsTo, breadcrumb, time_left};
pub use document::Document;
pub use geometry::{Arrangement, Geometry, PANE_AT_LEAST, Panes, SMALLEST, TEXT_AT_LEAST, TEXT_AT_MOST};
pub use hints::{Hint, hints};
pub use key::{Held, Key, KeyCode, NoSuchKey};
pub use keymap::{BadKeymap, Binding, Context, Keymap};
pub use line_input::LineInput;
pub use list::{List, ListRole, ListRow};
pub use message::{Delivery, Effect, Handover, Launch, Message, MouseCapture, Outcome};
pub use overlays::{
    AddressCard, Asked, Card, Command, Entry, Find, Finder, Frame, Help, Note, NoteOn, Offer, Overlay, Panel,
    Picker, PickerKind, Preview, Prompt, Shown,
};
pub use passage::Copied;
pub use preferences::{
    Fault, Found, Ground, PaletteName, Preference, Preferences, TourOffer, preferences_file, preferences_with,
};
pub use reading::{End, Extent, LinkRef, Reading, Step, Viewport};
pub use related::RelatedPane;
pub use scrollbar::Scrollbar;
pub use themes::{ThemeItem, ThemesPane};
pub use tour::Tour;
pub use trail::{HistoryEntry, Trail};
pub use welcome::{WayIn, Welcome, ways_in};

use ratatui::layout::Size;

use crate::guide::{GuideId, Library, Place, TextPos, ThemeId};
use crate::journal::{Bookmark, Journal};
use crate::page::Setting;
use crate::search::Search;
use overlays::Overlays;
use searching::Searching;

/// The whole state of the reader.
#[derive(Debug, Clone)]
pub struct App {
    /// What there is to read.
    pub library: Library,
    /// Which key does what.
    pub keymap: Keymap,
    /// The size of the terminal.
    pub size: Size,
    /// Which screen is shown.
    pub screen: Screen,
    /// Which pane has the keys.
    pub focus: Pane,
    /// What lies over the screen.
    overlays: Overlays,
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
    /// Who gets the mouse.
    pub mouse: MouseCapture,
    /// How the reader likes it.
    pub preferences: Preferences,
    /// Whether colours may be shown at all.
    pub has_colours: bool,
    /// What the background of the terminal is, if that is known.
    pub ground: Option<Ground>,
    /// A sentence for the bottom line, until the next key.
    pub notice: Option<String>,
    /// The border of a pane that the mouse holds.
    dragged: Option<dragging::Grip>,
    /// What was copied, marked until the next key.
    pub copied: Option<Copied>,
    /// The tour, while it is taken.
    pub tour: Option<Tour>,
    /// Whether the first screen offers the tour.
    pub offers_tour: bool,
    /// What is kept from one session to the next.
    pub journal: Journal,
    /// Bookmarks that were removed in this session, to be put back.
    removed: Vec<Bookmark>,
    trail: Trail,
    searching: Searching,
    /// What was searched for last, to be offered again.
    searched: String,
    /// What was sought last in what was open, to be offered again.
    found: String,
    /// The guide that was left last, to go on reading.
    left: Option<HistoryEntry>,
    /// Where the search comes from when it is first wanted.
    make_search: fn(&Library) -> Search,
    /// What the shell is to do when the update is done.
    effects: Vec<Effect>,
}

/// The screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The three ways in.
    Welcome,
    /// The panes.
    Reader,
}

/// The panes, in the order of Tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// Areas, themes, guides.
    Themes,
    /// What is open.
    Text,
    /// Where to go from it.
    Related,
}

impl App {
    /// Returns the reader at its first screen.
    #[must_use]
    pub fn new(library: Library, size: Size) -> Self {
        let mut app = Self {
            library,
            keymap: Keymap::embedded(),
            size,
            screen: Screen::Welcome,
            focus: Pane::Text,
            overlays: Overlays::default(),
            welcome: Welcome::default(),
            themes: ThemesPane::default(),
            reading: None,
            theme: None,
            related: RelatedPane::default(),
            mouse: MouseCapture::On,
            preferences: Preferences::default(),
            has_colours: true,
            ground: None,
            notice: None,
            dragged: None,
            copied: None,
            tour: None,
            offers_tour: false,
            journal: Journal::default(),
            removed: Vec::new(),
            trail: Trail::default(),
            searching: Searching::default(),
            searched: String::new(),
            found: String::new(),
            left: None,
            make_search: Search::build,
            effects: Vec::new(),
        };
        app.settle();
        app
    }

    /// Takes the search from here when it is first wanted, instead of building it.
    #[must_use]
    pub fn with_search(mut self, open: fn(&Library) -> Search) -> Self {
        self.make_search = open;
        self
    }

    /// Returns the reader with a place open.
    #[must_use]
    pub fn at(library: Library, size: Size, place: Place) -> Self {
        Self::new(library, size).opened(place)
    }

    /// Opens a place, as the one where the reader begins.
    #[must_use]
    pub fn opened(mut self, place: Place) -> Self {
        self.open_place(place);
        self.trail = Trail::default();
        self
    }

    /// Opens a guide exactly there, as the place where the reader begins.
    #[must_use]
    pub fn opened_at(mut self, guide: GuideId, pos: TextPos) -> Self {
        self.open(Document::Guide(guide), None);
        self.go_to(pos);
        self.settle();
        self.trail = Trail::default();
        self
    }

    /// Returns where everything stands, if there is room for anything.
    #[must_use]
    pub fn geometry(&self) -> Option<Geometry> {
        Geometry::of(self.size, self.focus, &self.preferences.arrangement)
    }

    /// Takes up how the reader likes it, and the keys; says what was wrong with them.
    #[must_use]
    pub fn with_preferences(mut self, found: Found) -> Self {
        self.notice = found.notice();
        self.mouse = found.preferences.mouse;
        self.preferences = found.preferences;
        self.keymap = found.keymap;
        self.settle();
        self
    }

    /// Returns the palette that is shown: that of the terminal as long as it is not known whether it is light or dark.
    #[must_use]
    pub fn palette(&self) -> PaletteName {
        match (self.preferences.palette, self.ground) {
            (PaletteName::Auto, Some(Ground::Light)) => PaletteName::Light,
            (PaletteName::Auto, Some(Ground::Dark)) => PaletteName::Dark,
            (PaletteName::Auto, None) => PaletteName::Terminal,
            (chosen, _) => chosen,
        }
    }

    /// Returns how the text is set.
    pub(crate) fn setting(&self) -> Setting {
        let width = self.geometry().map_or(1, |geometry| geometry.text.width);
        Setting { width, spacing: self.preferences.spacing }
    }

    /// Returns what is open, or was before the first screen was shown again.
    #[must_use]
    pub fn document(&self) -> Option<Document> {
        self.reading.as_ref().map(|reading| reading.document)
    }

    /// Returns the rows of the text pane on the screen.
    #[must_use]
    pub fn text_height(&self) -> usize {
        self.geometry().map_or(1, |geometry| usize::from(geometry.text.height))
    }
}

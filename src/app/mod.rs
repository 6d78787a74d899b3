//! Floor 4: the state of the reader and everything that can happen to it.
//!
//! [`App::update`] takes a [`Message`], changes the state and returns [`Effect`]s for the shell to carry out. It
//! does no IO and knows no colours; `ratatui::layout` gives it rectangles and nothing else. Geometry is a function
//! of the size and the focus, so what is drawn is what is clicked, and drawing remembers nothing.

mod able;
mod action;
mod addresses;
mod bookmarking;
mod breadcrumb;
mod called;
mod comfort;
mod commands;
mod copying;
mod document;
mod geometry;
mod hints;
mod key;
mod keymap;
mod layout;
mod layouts;
mod line_input;
mod list;
mod lists;
mod matches;
mod memory;
mod message;
mod mouse;
mod navigation;
mod overlays;
mod panes;
mod passage;
mod pickers;
mod pointer;
mod preferences;
mod progress;
mod reading;
mod related;
mod screen;
mod scrollbar;
mod searching;
mod session;
mod shown;
mod synonyms;
mod themes;
mod tour;
mod typing;
mod update;
mod welcome;

pub use action::Action;
pub use breadcrumb::{Crumb, LeadsTo, breadcrumb, time_left};
pub use document::Document;
pub use geometry::{
    Arrangement, Geometry, PANE_AT_LEAST, PaneContents, Panes, SMALLEST, TEXT_AT_LEAST, TEXT_AT_MOST,
};
pub use hints::{Hint, hints};
pub use key::{AltGr, Held, Key, KeyCode, NoSuchKey};
pub use keymap::{Binding, Context, Keymap};
pub use line_input::{LineInput, Taken};
pub use list::{List, ListRole, ListRow};
pub use memory::{HistoryEntry, Trail};
pub use message::{Delivery, Effect, Handover, Launch, Message, Outcome};
pub use overlays::{
    AddressCard, Alert, Asked, Card, Command, CopiedText, Ending, Entry, Find, Finder, Frame, Help, Messages,
    Note, NoteOn, Offer, Overlay, Panel, Picker, PickerKind, PlanSheet, Preview, Prompt, Questions,
    SafetySheet, Words,
};
pub use passage::Copied;
pub use pointer::Pointer;
pub use preferences::{
    Background, Bright, MouseCapture, PaletteName, Preference, Preferences, PreferencesFile, TourOffer,
    preferences_file, preferences_with,
};
pub use reading::{End, Extent, LinkRef, Reading, Step, Viewport};
pub use related::RelatedPane;
pub use screen::{Pane, Screen, Spot};
pub use scrollbar::Scrollbar;
pub use session::{AtHand, Cover, Elapsed, Room, SessionCommand, WordsFor};
pub use shown::Shown;
pub use themes::{ThemeItem, ThemesPane};
pub use tour::Tour;
pub use welcome::{WayIn, Welcome, ways_in};

use ratatui::layout::Size;

use crate::guide::{GuideId, Library, Place, TextPos};
use crate::journal::Journal;
use crate::page::Setting;
use crate::search::{DangerWords, Search};
use crate::text::width;
use memory::Memory;
use searching::Searching;

/// The whole state of the reader.
#[derive(Debug, Clone)]
pub struct App {
    /// What there is to read.
    pub library: Library,
    /// Which key does what.
    pub keymap: Keymap,
    /// Colours, widths, spacing and panes as the reader has chosen them.
    pub preferences: Preferences,
    /// What is kept from one session to the next.
    pub journal: Journal,
    /// The size of the terminal.
    pub size: Size,
    /// Whether colours may be shown at all.
    pub has_colours: bool,
    /// What the background of the terminal is, if that is known.
    pub background: Option<Background>,
    /// What is on the screen.
    pub shown: Shown,
    /// The mouse.
    pub pointer: Pointer,
    /// The tour: offered, taken, or neither.
    pub tour: Tour,
    /// The session at hand.
    pub at_hand: AtHand,
    /// Whether everything is hidden.
    pub cover: Cover,
    memory: Memory,
    searching: Searching,
    /// The columns of the longest title of a guide.
    longest_title: u16,
    /// The words of danger, once something was searched for.
    danger: Option<DangerWords>,
    /// What the shell is to do when the update is done.
    effects: Vec<Effect>,
}

impl App {
    /// Returns the reader at its first screen.
    #[must_use]
    pub fn new(library: Library, size: Size) -> Self {
        let titles = library.guides.iter().map(|guide| width(&guide.title));
        let longest_title = titles.max().and_then(|columns| u16::try_from(columns).ok()).unwrap_or(0);
        let mut app = Self {
            longest_title,
            library,
            keymap: Keymap::embedded(),
            preferences: Preferences::default(),
            journal: Journal::default(),
            size,
            has_colours: true,
            background: None,
            shown: Shown::default(),
            pointer: Pointer::default(),
            tour: Tour::default(),
            at_hand: AtHand::default(),
            cover: Cover::default(),
            memory: Memory::default(),
            searching: Searching::default(),
            danger: None,
            effects: Vec::new(),
        };
        app.lay_out();
        app
    }

    /// Takes the search from here when it is first wanted, instead of building it.
    #[must_use]
    pub fn with_search(mut self, open: fn(&Library) -> Search) -> Self {
        self.searching = Searching::Unbuilt(open);
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
        self.memory.trail = Trail::default();
        self
    }

    /// Opens a guide exactly there, as the place where the reader begins.
    #[must_use]
    pub fn opened_at(mut self, guide: GuideId, pos: TextPos) -> Self {
        self.open(Document::Guide(guide), None);
        self.shown.go_to(pos);
        self.lay_out();
        self.memory.trail = Trail::default();
        self
    }

    /// Returns where everything stands, unless the window is too small.
    #[must_use]
    pub fn geometry(&self) -> Option<Geometry> {
        self.geometry_with(self.size, &self.preferences.arrangement)
    }

    /// Returns where everything would stand on a screen of another size or with another arrangement.
    fn geometry_with(&self, size: Size, arrangement: &Arrangement) -> Option<Geometry> {
        let held =
            PaneContents { longest_title: self.longest_title, related: self.shown.related.targets.len() };
        Geometry::of(size, self.shown.focus, arrangement, held)
    }

    /// Applies preferences and keys from a file, and says what was wrong with them.
    #[must_use]
    pub fn with_preferences(mut self, found: PreferencesFile) -> Self {
        if let Some(notice) = found.notice() {
            self.say_also(&notice);
        }
        self.pointer.capture = found.preferences.mouse;
        self.preferences = found.preferences;
        self.keymap = found.keymap;
        self.lay_out();
        self
    }

    /// Returns the palette that is shown: that of the terminal as long as it is not known whether it is light or dark.
    #[must_use]
    pub fn palette(&self) -> PaletteName {
        match (self.preferences.palette, self.background) {
            (PaletteName::Auto, Some(Background::Light)) => PaletteName::Light,
            (PaletteName::Auto, Some(Background::Dark)) => PaletteName::Dark,
            (PaletteName::Auto, None) => PaletteName::Terminal,
            (chosen, _) => chosen,
        }
    }

    /// Returns how the text is set.
    pub(crate) fn setting(&self) -> Setting {
        let width = self.geometry().map_or(1, |geometry| geometry.text.width);
        Setting { width, spacing: self.preferences.spacing }
    }

    /// Returns the rows of the text pane on the screen.
    #[must_use]
    pub fn text_height(&self) -> usize {
        self.geometry().map_or(1, |geometry| usize::from(geometry.text.height))
    }
}

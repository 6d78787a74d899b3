//! How the reader likes it: colours, width, spacing, panes, mouse, keys. A TOML file that people may write in.
//!
//! Reading never fails: what is good is taken, what is wrong is said with its place, all of it at once. Writing
//! changes the one value that was chosen and leaves everything else in the file as its owner wrote it.

mod keys;
mod problems;
mod read;
mod write;

pub use read::PreferencesFile;
pub use write::preferences_with;

use super::{Arrangement, Panes};
use crate::page::Spacing;

const FILE: &str = include_str!("preferences.toml");

/// Returns the file that is written when there is none: every preference as it is at first, explained.
#[must_use]
pub fn preferences_file() -> &'static str {
    FILE
}

/// How the reader likes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// The colours.
    pub palette: PaletteName,
    /// The width of the text and of the panes.
    pub arrangement: Arrangement,
    /// How far the lines are apart.
    pub spacing: Spacing,
    /// What is bright of the text.
    pub bright: Bright,
    /// Who gets the mouse when the reader starts.
    pub mouse: MouseCapture,
    /// Whether the tour was offered.
    pub tour: TourOffer,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            palette: PaletteName::Auto,
            arrangement: Arrangement::default(),
            spacing: Spacing::Single,
            bright: Bright::All,
            mouse: MouseCapture::On,
            tour: TourOffer::New,
        }
    }
}

impl Preferences {
    /// Takes up one preference.
    pub fn set(&mut self, preference: Preference) {
        match preference {
            Preference::Palette(palette) => self.palette = palette,
            Preference::Width(measure) => self.arrangement.measure = measure,
            Preference::Spacing(spacing) => self.spacing = spacing,
            Preference::Panes(panes) => self.arrangement.panes = panes,
            Preference::ThemesPane(width) => self.arrangement.themes = Some(width),
            Preference::RelatedPane(width) => self.arrangement.related = Some(width),
            Preference::Bright(bright) => self.bright = bright,
            Preference::Mouse(mouse) => self.mouse = mouse,
            Preference::Tour(tour) => self.tour = tour,
        }
    }
}

/// One preference: a line of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preference {
    /// `palette`.
    Palette(PaletteName),
    /// `width`: columns of text.
    Width(u16),
    /// `spacing`.
    Spacing(Spacing),
    /// `panes`.
    Panes(Panes),
    /// `themes-pane`: its columns, as it was dragged.
    ThemesPane(u16),
    /// `related-pane`: its columns, as it was dragged.
    RelatedPane(u16),
    /// `bright`.
    Bright(Bright),
    /// `mouse`.
    Mouse(MouseCapture),
    /// `tour`.
    Tour(TourOffer),
}

/// The palettes by name; how they look is told in `view`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PaletteName {
    /// Light or dark, as the terminal says it is; its own sixteen colours as long as it says nothing.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Every pair at 7:1 or more.
    HighContrast,
    /// No colour at all.
    Monochrome,
    /// The terminal's own sixteen colours.
    Terminal,
}

impl PaletteName {
    /// Every palette, in the order of the key that steps through them.
    pub const ALL: [Self; 6] =
        [Self::Auto, Self::Light, Self::Dark, Self::HighContrast, Self::Monochrome, Self::Terminal];

    /// Returns its name in the preferences.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high-contrast",
            Self::Monochrome => "monochrome",
            Self::Auto => "auto",
        }
    }

    /// Returns its name on the screen.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Terminal => "your terminal’s own",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high contrast",
            Self::Monochrome => "none",
            Self::Auto => "light or dark, as your terminal is",
        }
    }

    /// Returns the palette after it, the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        let after = Self::ALL.into_iter().skip_while(|palette| *palette != self).nth(1);
        after.unwrap_or_default()
    }
}

/// What the background of a terminal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Light, for dark letters.
    Light,
    /// Dark, for light letters.
    Dark,
}

/// What is bright of the text: all of it, or the passage being read, so that the eyes keep their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bright {
    /// All of it.
    All,
    /// The current passage; the rest is dimmed.
    Passage,
}

impl Bright {
    /// Both.
    pub const ALL: [Self; 2] = [Self::All, Self::Passage];

    /// Returns its name in the preferences.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Passage => "passage",
        }
    }
}

/// Who gets the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseCapture {
    /// The reader: click and wheel work.
    On,
    /// The terminal: text can be selected.
    Off,
}

/// Whether the tour was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TourOffer {
    /// Not yet.
    New,
    /// It was, and is not offered again.
    Offered,
}

impl TourOffer {
    /// Both.
    pub const ALL: [Self; 2] = [Self::New, Self::Offered];

    /// Returns its name in the preferences.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Offered => "offered",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_that_is_written_first_says_what_holds_without_it() {
        let found = PreferencesFile::read(preferences_file());
        assert_eq!(found.problems, []);
        assert_eq!(found.preferences, Preferences::default());
        assert_eq!(found.keymap, crate::app::Keymap::embedded());
    }

    #[test]
    fn the_palettes_go_round() {
        let round = std::iter::successors(Some(PaletteName::Auto), |name| Some(name.next()));
        assert!(round.take(6).eq(PaletteName::ALL));
        assert_eq!(PaletteName::Terminal.next(), PaletteName::Auto);
    }
}

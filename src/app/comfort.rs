//! What makes reading comfortable: width, spacing, colours, panes, the short form of a guide.
//!
//! None of it moves the reader: where the text is scrolled to is an address. What is chosen is said on the bottom
//! line with the key that takes it back, and kept for the next time.

use super::{
    Action, App, Arrangement, Bright, Context, Effect, PaletteName, Pane, Panes, Preference, Screen, Step,
    TEXT_AT_LEAST, TEXT_AT_MOST,
};
use crate::page::Spacing;

/// How many columns one key makes the text wider or narrower.
const STEP: u16 = 5;

impl App {
    /// Runs an action that changes how the text is shown. Returns whether it is one.
    pub(super) fn act_for_comfort(&mut self, action: Action) -> bool {
        let of_text = matches!(
            action,
            Action::Wider
                | Action::Narrower
                | Action::Spacing
                | Action::TextOnly
                | Action::DimRest
                | Action::InBrief
        );
        // None of these would show on the first screen, where a letter more likely begins a word to search for.
        if of_text && self.shown.screen == Screen::Welcome {
            let key = self.keymap.key_for(Context::List, Action::Search).unwrap_or_default();
            self.say(format!("Open something to read first. {key} searches."));
            return true;
        }
        match action {
            Action::Wider => self.change_width(Step::Next),
            Action::Narrower => self.change_width(Step::Previous),
            Action::Spacing => self.change_spacing(),
            Action::Colours => self.change_colours(),
            Action::TextOnly => self.toggle_panes(),
            Action::DimRest => self.toggle_bright(),
            Action::InBrief => self.toggle_brief(),
            _ => return false,
        }
        true
    }

    /// Notes what the reader has chosen, to be kept.
    pub(super) fn remember(&mut self, preference: Preference) {
        self.preferences.set(preference);
        self.ask(Effect::Remember(preference));
    }

    /// Returns a key as people are shown it, with what it does: ` s puts them together again.`; nothing where no key does it.
    fn key_that(&self, action: Action, does: &str) -> String {
        let key = self.keymap.key_for(Context::Text, action);
        key.map_or_else(String::new, |key| format!(" {key} {does}."))
    }

    fn change_width(&mut self, step: Step) {
        let arrangement = self.preferences.arrangement;
        let widest = Arrangement { measure: TEXT_AT_MOST, ..arrangement };
        let columns =
            |arrangement| self.geometry_with(self.size, arrangement).map(|geometry| geometry.text.width);
        let (Some(shown), Some(room)) = (columns(&arrangement), columns(&widest)) else { return };
        // Steps count from the width on the screen, so that every key press that can change it does.
        let from = arrangement.measure.min(shown);
        match step {
            Step::Next if shown >= TEXT_AT_MOST => {
                self.say(format!("As wide as reads well: {shown} columns."));
            }
            Step::Next if shown >= room => {
                let has_panes =
                    self.geometry().is_some_and(|geometry| geometry.themes.or(geometry.related).is_some());
                let more = if has_panes && arrangement.panes == Panes::All {
                    self.key_that(Action::TextOnly, "hides the panes and makes room")
                } else {
                    String::new()
                };
                self.say(format!("Room for {shown} columns here.{more}"));
            }
            Step::Next => self.set_width((from / STEP + 1) * STEP),
            Step::Previous if from <= TEXT_AT_LEAST => {
                self.say(format!("As narrow as it gets: {shown} columns."));
            }
            Step::Previous => self.set_width((from - 1) / STEP * STEP),
        }
    }

    fn set_width(&mut self, measure: u16) {
        self.remember(Preference::Width(measure.clamp(TEXT_AT_LEAST, TEXT_AT_MOST)));
        let shown = self.geometry().map_or(measure, |geometry| geometry.text.width);
        let (wider, narrower) =
            (self.key_that(Action::Wider, "wider"), self.key_that(Action::Narrower, "narrower"));
        self.say(format!("Text {shown} columns wide.{wider}{narrower}"));
    }

    fn change_spacing(&mut self) {
        let (spacing, notice, back) = match self.preferences.spacing {
            Spacing::Single => (Spacing::Double, "Lines further apart.", "puts them together again"),
            Spacing::Double => (Spacing::Single, "Lines close together.", "puts them further apart"),
        };
        self.remember(Preference::Spacing(spacing));
        let back = self.key_that(Action::Spacing, back);
        self.say(format!("{notice}{back}"));
    }

    fn change_colours(&mut self) {
        if !self.has_colours {
            return self.say("Colours are switched off here (NO_COLOR, or --color never).");
        }
        let palette = self.preferences.palette.next();
        self.remember(Preference::Palette(palette));
        if palette == PaletteName::Auto {
            self.ask(Effect::AskBackground);
        }
        let next = self.key_that(Action::Colours, "for the next");
        self.say(format!("Colours: {}.{next}", palette.title()));
    }

    /// Shows the text alone, or with the panes again.
    fn toggle_panes(&mut self) {
        let (panes, notice, back) = match self.preferences.arrangement.panes {
            Panes::All => (Panes::TextOnly, "Only the text.", "brings the panes back"),
            Panes::TextOnly => (Panes::All, "Panes shown where there is room.", "shows only the text"),
        };
        self.remember(Preference::Panes(panes));
        self.shown.focus = Pane::Text;
        let back = self.key_that(Action::TextOnly, back);
        self.say(format!("{notice}{back}"));
    }

    /// Dims all but the current passage, or nothing again.
    fn toggle_bright(&mut self) {
        let (bright, notice, back) = match self.preferences.bright {
            Bright::All => (Bright::Passage, "Only the current passage is bright.", "makes all of it bright"),
            Bright::Passage => {
                (Bright::All, "All of the text is bright.", "dims all but the current passage")
            }
        };
        self.remember(Preference::Bright(bright));
        let back = self.key_that(Action::DimRest, back);
        self.say(format!("{notice}{back}"));
    }

    /// Shows the guide in brief, or whole again.
    fn toggle_brief(&mut self) {
        let is_guide =
            self.shown.reading.as_ref().is_some_and(|reading| reading.guide(&self.library).is_some());
        if self.shown.screen == super::Screen::Welcome || !is_guide {
            return self.say("Open a guide first: only a guide has a short form.");
        }
        self.keep_place();
        let Some(reading) = &mut self.shown.reading else { return };
        reading.toggle_brief(&self.library);
        let (notice, back) = match reading.extent {
            super::Extent::Brief => {
                ("In brief: what it says in short, and its questions.", "shows the whole guide")
            }
            super::Extent::Whole => ("The whole guide, where you were.", "shows it in brief"),
        };
        let back = self.key_that(Action::InBrief, back);
        self.say(format!("{notice}{back}"));
    }
}

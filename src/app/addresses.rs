//! Addresses outside: what became of one that was to be opened.

use super::{Action, App, Asked, Context, Launch, Overlay};
use crate::guide::leads_to;

impl App {
    /// Takes in what became of an address that was to be opened.
    pub(super) fn browsed(&mut self, launch: Launch) {
        let Some(Overlay::Address(card)) = self.shown.overlays.top_mut() else { return };
        match launch {
            Launch::Done => {
                let to = leads_to(&card.address).to_owned();
                self.shown.overlays.close();
                self.say(format!("{to} opens in the program you have for it."));
            }
            Launch::NoBrowser => card.asked = Asked::NoBrowser,
            Launch::Failed => card.asked = Asked::Failed,
        }
    }

    /// Returns the key for an action, as people are shown it.
    pub(super) fn key(&self, action: Action) -> String {
        self.keymap.key_for(Context::Text, action).unwrap_or_default()
    }
}

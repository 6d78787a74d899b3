//! The cover: one key hides everything at once, from every screen.

use super::at_hand::Cover;
use crate::app::{Action, App, Context, Effect, Message};

impl App {
    /// Hides everything, or shows it again.
    pub(in crate::app) fn set_cover(&mut self, cover: Cover) {
        self.cover = cover;
        self.ask(Effect::Cover(cover));
    }

    /// Returns what the neutral page says.
    #[must_use]
    pub fn cover_words(&self) -> [String; 2] {
        let key = self.keymap.key_for(Context::Everywhere, Action::Cover).unwrap_or_default();
        ["Paused".to_owned(), format!("{key} goes on")]
    }
}

/// Whether a message has to do with what lies under the cover, and is not heard while it is there.
pub(in crate::app) fn is_hidden(message: &Message) -> bool {
    matches!(
        message,
        Message::Paste(_)
            | Message::Burst(_)
            | Message::Click(_)
            | Message::Drag(_)
            | Message::Release
            | Message::Wheel { .. }
    )
}

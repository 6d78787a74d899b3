//! Addresses outside: what the link to one says, and what became of one that was to be opened.

use super::{Action, App, Asked, Context, Launch, Overlay};
use crate::guide::{Target, leads_to};

impl App {
    /// Returns what the link to an address says: the chosen one in the text, else the source that has it.
    pub(super) fn words_for(&self, address: &str) -> Option<String> {
        let is_it = |target: &Target| matches!(target, Target::Web(web) if web == address);
        let chosen = self.reading.as_ref().and_then(|reading| {
            let link = reading.chosen_link(&self.library).filter(|link| is_it(link.target))?;
            let block = reading.blocks(&self.library).get(link.span.block as usize)?;
            Some(block.prose.slice(link.span.range()).to_owned())
        });
        let sources = &self.library.references;
        let source = || sources.iter().find(|source| source.address.as_deref() == Some(address));
        chosen.or_else(|| source().map(|source| source.title.clone()))
    }

    /// Takes in what became of an address that was to be opened.
    pub(super) fn browsed(&mut self, launch: Launch) {
        let Some(Overlay::Address(card)) = self.overlays.top_mut() else { return };
        match launch {
            Launch::Done => {
                let to = leads_to(&card.address).to_owned();
                self.overlays.close();
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

//! An address outside: shown whole, and asked about, before a browser gets it.
//!
//! What a link says and where it leads are two things, and only one of them is written by us: so the host stands
//! beside the words, in the plain letters that the check of addresses leaves ([`crate::guide::check_address`]).

use super::{Action, App, Context, Copied, Effect, Launch, List, ListRole, ListRow, Overlay};
use crate::guide::{Target, leads_to};
use crate::text::{slice, wrap};

/// An address that is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressCard {
    /// The whole address.
    pub address: String,
    /// What the link to it says, where that is something else.
    pub words: Option<String>,
    /// What became of it so far.
    pub asked: Asked,
    /// The scroll.
    pub list: List,
}

/// What became of an address that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Nothing yet: the reader decides.
    Open,
    /// There is no browser to give it to.
    NoBrowser,
    /// The browser did not start.
    Failed,
}

impl AddressCard {
    /// Returns its rows at a width in columns; `key` says which key does something.
    #[must_use]
    pub fn rows(&self, key: impl Fn(Action) -> String, columns: usize) -> Vec<ListRow> {
        let mut rows = Vec::new();
        let mut paragraph = |role: ListRole, text: &str| {
            let ranges = wrap(text, columns.max(1));
            rows.extend(ranges.into_iter().map(|range| ListRow::text(role, slice(text, range))));
            rows.push(ListRow::blank());
        };
        let to = leads_to(&self.address);
        let leads = match &self.words {
            Some(words) => format!("“{words}” leads to {to}"),
            None => format!("This leads to {to}"),
        };
        paragraph(ListRole::Note, &leads);
        if to.split('.').any(|part| part.starts_with("xn--")) {
            paragraph(ListRole::Note, "That name stands for letters that look like others. Take care.");
        }
        paragraph(ListRole::Title, &self.address);
        paragraph(ListRole::Detail, &self.what_now(key));
        rows.pop();
        rows
    }

    fn what_now(&self, key: impl Fn(Action) -> String) -> String {
        let program = if self.address.starts_with("http") { "browser" } else { "program for it" };
        match self.asked {
            Asked::Open => {
                format!(
                    "{} opens it in your {program}. Until then nothing leaves this computer.",
                    key(Action::Open)
                )
            }
            Asked::NoBrowser => format!(
                "No {program} can be opened from here. {} copies the address, for where you have one.",
                key(Action::Copy)
            ),
            Asked::Failed => {
                format!(
                    "Your {program} did not open. {} copies the address, to open it yourself.",
                    key(Action::Copy)
                )
            }
        }
    }
}

impl App {
    /// Shows an address and asks whether to open it.
    pub(super) fn show_address(&mut self, address: &str) {
        let words = self.words_for(address).filter(|words| words != address);
        self.overlay = Some(Overlay::Address(AddressCard {
            address: address.to_owned(),
            words,
            asked: Asked::Open,
            list: List::default(),
        }));
    }

    /// Returns what the link to an address says: the chosen one in the text, else the source that has it.
    fn words_for(&self, address: &str) -> Option<String> {
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

    pub(super) fn act_in_address(&mut self, action: Action, mut card: AddressCard) {
        match action {
            Action::Close | Action::Back | Action::Inspect => return,
            Action::Open => self.ask(Effect::Browse(card.address.clone())),
            Action::Copy => self.hand_out(Copied::words_alone(card.address.clone())),
            _ => card.list.scroll(action, self.body_height()),
        }
        // The text of what was copied may lie over it now.
        if self.overlay.is_none() {
            self.overlay = Some(Overlay::Address(card));
        }
    }

    /// Takes in what became of an address that was to be opened.
    pub(super) fn browsed(&mut self, launch: Launch) {
        let Some(Overlay::Address(card)) = &mut self.overlay else { return };
        match launch {
            Launch::Done => {
                let to = leads_to(&card.address).to_owned();
                self.overlay = None;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn text(card: &AddressCard) -> String {
        card.rows(|_| "c".to_owned(), 60).into_iter().map(|row| row.text + "\n").collect()
    }

    #[test]
    fn the_host_stands_beside_the_words() {
        let card = AddressCard {
            address: "https://evil.example/gov.uk".to_owned(),
            words: Some("www.gov.uk".to_owned()),
            asked: Asked::Open,
            list: List::default(),
        };
        assert!(text(&card).contains("“www.gov.uk” leads to evil.example\n"), "{}", text(&card));
        let looks_alike = AddressCard { address: "https://xn--pple-43d.com/".to_owned(), ..card };
        assert!(text(&looks_alike).contains("letters that look like others"));
    }
}

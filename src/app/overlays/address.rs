//! An address outside: shown whole, and asked about, before a browser gets it.
//!
//! What a link says and where it leads are two things, and only one of them is written by us: so the host stands
//! beside the words, in the plain letters that the check of addresses leaves ([`crate::guide::check_address`]).

use super::layer::{Around, CARD_COLUMNS, Command, HintSpec, Layer, Panel, Then};
use crate::app::{Action, Copied, Effect, List, ListRole, ListRow};
use crate::guide::leads_to;
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

impl Layer for AddressCard {
    fn act(&mut self, action: Action, around: &Around<'_>) -> Then {
        match action {
            Action::Close | Action::Back | Action::Inspect => Then::Close,
            Action::Open => Then::Do(Command::Effect(Effect::Browse(self.address.clone()))),
            Action::Copy => Then::Do(Command::Copy(Copied::words_alone(self.address.clone()))),
            _ => {
                self.list.scroll(action, usize::from(around.geometry.body.height));
                Then::Stay
            }
        }
    }

    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let columns = usize::from(around.geometry.card_columns(CARD_COLUMNS));
        let rows = self.rows(|action| around.key(action), columns);
        Panel::card("Open this address?", rows, self.list, &around.geometry)
    }

    fn hints(&self, around: &Around<'_>) -> &'static [HintSpec] {
        const HINTS: &[HintSpec] = &[
            (&[Action::Open], "open it", 0),
            (&[Action::Copy], "copy it", 1),
            (&[Action::Close], "leave it", 0),
        ];
        around.in_short(HINTS)
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
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

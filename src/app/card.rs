//! A card: what is behind a link, shown without leaving the place.

use super::{ListRole, ListRow};
use crate::guide::{Guide, Library, Target};
use crate::text::{slice, wrap};

/// A card is never wider than this.
pub const CARD_COLUMNS: u16 = 60;

/// Returns the title of the card for a target.
#[must_use]
pub fn card_title(library: &Library, target: &Target) -> String {
    match target {
        Target::Guide(place) => library.guide(place.guide).title.clone(),
        Target::Term(term) => library.term(*term).title.clone(),
        Target::Reference(_) => "Source".to_owned(),
        Target::Web(_) => "Address".to_owned(),
        Target::Safety(id) => {
            let situation = library.safety.situation(*id);
            situation.map_or_else(String::new, |situation| situation.workforce.title.clone())
        }
    }
}

/// Returns the rows of the card for a target at a width in columns. Its items are what can be opened.
#[must_use]
pub fn card_rows(library: &Library, target: &Target, width: usize) -> Vec<ListRow> {
    let mut card = Card { rows: Vec::new(), width };
    match target {
        Target::Guide(place) => {
            let guide = library.guide(place.guide);
            card.paragraph(ListRole::Detail, &Guide::meta_line(guide.kind, guide.area, guide.words as usize));
            card.paragraph(ListRole::Note, &guide.summary);
        }
        Target::Term(id) => {
            let term = library.term(*id);
            card.paragraph(ListRole::Note, &term.meaning);
            if !term.also_said.is_empty() {
                card.paragraph(ListRole::Detail, &format!("Also said: {}", term.also_said.join(", ")));
            }
            if term.general {
                card.paragraph(
                    ListRole::Detail,
                    "The meaning is general professional knowledge, not from the sources.",
                );
            }
        }
        Target::Reference(id) => {
            let reference = library.reference(*id);
            card.paragraph(ListRole::Note, &reference.citation());
            if let Some(uncertain) = &reference.uncertain {
                card.paragraph(ListRole::Detail, &format!("In doubt: {uncertain}"));
            }
        }
        Target::Web(address) => card.paragraph(ListRole::Note, address),
        Target::Safety(id) => {
            for line in library.safety.situation(*id).iter().flat_map(|situation| &situation.workforce.first)
            {
                card.paragraph(ListRole::Note, &library.safety.shown(line).text);
            }
        }
    }
    card.items(library, target);
    card.rows
}

/// Returns what the card's items open: the address of a source, and guides.
#[must_use]
pub fn card_targets(library: &Library, target: &Target) -> Vec<Target> {
    let to = |guide| Target::Guide(crate::guide::Place { guide, section: None });
    match target {
        Target::Guide(_) => vec![target.clone()],
        Target::Term(id) => library.term(*id).see.iter().copied().map(to).collect(),
        Target::Reference(id) => {
            let reference = library.reference(*id);
            let address = reference.address.iter().cloned().map(Target::Web);
            address.chain(reference.cited_by.iter().copied().map(to)).collect()
        }
        Target::Web(_) | Target::Safety(_) => Vec::new(),
    }
}

struct Card {
    rows: Vec<ListRow>,
    width: usize,
}

impl Card {
    fn paragraph(&mut self, role: ListRole, text: &str) {
        if !self.rows.is_empty() {
            self.rows.push(ListRow::blank());
        }
        let ranges = wrap(text, self.width.max(1));
        self.rows.extend(ranges.into_iter().map(|range| ListRow::text(role, slice(text, range))));
    }

    /// Adds where it leads, under headings.
    fn items(&mut self, library: &Library, target: &Target) {
        let guides = match target {
            Target::Guide(_) => "Enter opens it",
            Target::Term(_) => "Guides that say more",
            Target::Reference(_) => "Guides that lean on it",
            Target::Web(_) | Target::Safety(_) => return,
        };
        let mut under = None;
        for (item, target) in card_targets(library, target).iter().enumerate() {
            let (heading, title) = match target {
                Target::Web(address) => ("On the web", address.clone()),
                other => (guides, card_title(library, other)),
            };
            if under.replace(heading) != Some(heading) {
                self.rows.push(ListRow::blank());
                self.rows.push(ListRow::text(ListRole::Heading, heading));
            }
            // An address is shown whole, on as many rows as it takes.
            let ranges = if matches!(target, Target::Web(_)) {
                wrap(&title, self.width.max(1))
            } else {
                std::iter::once(0..title.len()).collect()
            };
            let rows = ranges.into_iter().map(|range| slice(&title, range));
            self.rows.extend(rows.map(|text| ListRow::item(item, ListRole::Item, text)));
        }
    }
}

//! A card: what is behind a link, shown without leaving the place.

use super::layer::{Around, CARD_COLUMNS, Command, HintSpec, Layer, Panel, Then};
use crate::app::passage::citation;
use crate::app::{Action, Copied, Document, List, ListRole, ListRow};
use crate::guide::{Guide, Library, Place, Target};
use crate::text::{slice, wrap};

/// A card and the chosen one of the guides on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What it shows.
    pub target: Target,
    /// The chosen guide and the scroll.
    pub list: List,
}

impl Layer for Card {
    fn act(&mut self, action: Action, around: &Around<'_>) -> Then {
        let targets = card_targets(around.library, &self.target);
        if self.list.act(action, targets.len(), around.geometry.list_height()) {
            return Then::Stay;
        }
        match action {
            Action::Open => match targets.into_iter().nth(self.list.cursor) {
                Some(target) => Then::CloseAnd(Command::Follow(target)),
                None => Then::Close,
            },
            Action::Close | Action::Inspect | Action::Back => Then::Close,
            Action::Copy => Then::Do(Command::Copy(card_text(around.library, &self.target))),
            _ => Then::Stay,
        }
    }

    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let columns = usize::from(around.geometry.card_columns(CARD_COLUMNS));
        let rows = card_rows(around.library, &self.target, columns);
        Panel::card(card_title(around.library, &self.target), rows, self.list, &around.geometry)
    }

    fn hints(&self, around: &Around<'_>) -> &'static [HintSpec] {
        const HINTS: &[HintSpec] = &[
            (&[Action::Open], "open", 0),
            (&[Action::Up, Action::Down], "choose", 1),
            (&[Action::Close], "close", 0),
        ];
        const LEADS_NOWHERE: &[HintSpec] = &[(&[Action::Close], "close", 0)];
        let leads_on = !card_targets(around.library, &self.target).is_empty();
        if leads_on { HINTS } else { LEADS_NOWHERE }
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
    }

    fn show_chosen(&mut self, rows: &[ListRow], height: usize, _around: &Around<'_>) {
        // It opens at its beginning, even where the first guide stands further down.
        if self.list.cursor > 0 {
            self.list.show(rows, height);
        }
        self.list.clamp(rows.len(), height);
    }
}

/// Returns the title of the card for a target.
fn card_title(library: &Library, target: &Target) -> String {
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
fn card_rows(library: &Library, target: &Target, width: usize) -> Vec<ListRow> {
    let mut card = CardRows { rows: Vec::new(), width };
    match target {
        Target::Guide(place) => {
            let guide = library.guide(place.guide);
            card.paragraph(ListRole::Detail, &Guide::meta_line(guide.kind, guide.area, guide.words as usize));
            card.paragraph(ListRole::Note, &guide.summary);
        }
        Target::Term(id) => {
            let term = library.term(*id);
            card.paragraph(ListRole::Note, &term.meaning);
            if !term.aliases.is_empty() {
                card.paragraph(ListRole::Detail, &format!("Also said: {}", term.aliases.join(", ")));
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
                card.paragraph(ListRole::Detail, &format!("Uncertain: {uncertain}"));
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
fn card_targets(library: &Library, target: &Target) -> Vec<Target> {
    let to = |guide| Target::Guide(Place { guide, section: None });
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

struct CardRows {
    rows: Vec<ListRow>,
    width: usize,
}

impl CardRows {
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
            Target::Reference(_) => "Guides that cite it",
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

/// Returns what a card says, as text.
fn card_text(library: &Library, target: &Target) -> Copied {
    match target {
        Target::Guide(place) => {
            let guide = library.guide(place.guide);
            let source = citation(library, Document::Guide(place.guide), 0);
            Copied::cited(guide.summary.clone(), &source)
        }
        Target::Term(id) => {
            let term = library.term(*id);
            let words = format!("{}: {}", term.title, term.meaning);
            Copied::cited(words, &citation(library, Document::Glossary, 0))
        }
        Target::Reference(id) => {
            let source = library.reference(*id);
            let address = source.address.as_ref().map(|address| format!(" {address}")).unwrap_or_default();
            Copied::words_alone(format!("{}{address}", source.citation()))
        }
        Target::Web(address) => Copied::words_alone(address.clone()),
        Target::Safety(id) => {
            let lines = library.safety.situation(*id).map_or(&[][..], |situation| &situation.workforce.first);
            let lines: Vec<_> = lines.iter().map(|line| library.safety.shown(line).text).collect();
            Copied::words_alone(lines.join("\n"))
        }
    }
}

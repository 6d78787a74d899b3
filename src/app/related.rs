//! The related pane: where to go from what is open.

use super::list::{push_wrapped, spaced};
use super::{Document, List, ListRole, ListRow};
use crate::guide::{Guide, GuideId, Library, Place, Target, TermId};
use crate::page::Spacing;
use crate::text::width as text_width;

/// The related pane.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RelatedPane {
    /// The chosen item and the scroll.
    pub list: List,
    /// Where each item leads, in order.
    pub targets: Vec<Target>,
    /// Its rows at the width of the pane.
    pub rows: Vec<ListRow>,
    groups: Vec<Group>,
    width: usize,
    spacing: Spacing,
}

/// A group of items under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Group {
    heading: &'static str,
    /// Title, why it is here, where it leads.
    items: Vec<(String, Option<String>, Target)>,
}

impl RelatedPane {
    /// Returns the pane for a document, not laid out yet.
    #[must_use]
    pub fn of(library: &Library, document: Document) -> Self {
        let groups = groups(library, document);
        let items = groups.iter().flat_map(|group| &group.items);
        let targets = items.map(|(_, _, target)| target.clone()).collect();
        Self { targets, groups, ..Self::default() }
    }

    /// Lays its rows out anew if the width in columns or the spacing changed.
    pub fn set(&mut self, width: usize, spacing: Spacing) {
        if (self.width, self.spacing) != (width, spacing) {
            (self.width, self.spacing) = (width, spacing);
            self.rows = spaced(rows(&self.groups, width), spacing);
        }
    }

    /// Returns where the chosen item leads.
    #[must_use]
    pub fn chosen(&self) -> Option<&Target> {
        self.targets.get(self.list.cursor)
    }
}

/// With fewer columns an item shows no reason: its title matters more.
const WITH_REASONS: usize = 30;

fn rows(groups: &[Group], width: usize) -> Vec<ListRow> {
    let mut rows = Vec::new();
    let mut item = 0;
    for group in groups {
        if !rows.is_empty() {
            rows.push(ListRow::blank());
        }
        rows.push(ListRow::text(ListRole::Heading, group.heading));
        // What takes several rows needs one between; a list of terms does not.
        let is_apart =
            group.items.iter().any(|(title, why, _)| why.is_some() || text_width(title) + 2 > width);
        let mut is_first = true;
        for (title, why, _) in &group.items {
            let number = if item < 9 { format!("{} ", item + 1) } else { "  ".to_owned() };
            let role = if why.is_some() { ListRole::Title } else { ListRole::Item };
            if is_apart && !is_first {
                rows.push(ListRow::blank());
            }
            is_first = false;
            push_wrapped(&mut rows, item, role, &number, title, width);
            if let Some(why) = why.as_ref().filter(|_| width >= WITH_REASONS) {
                let why = ListRow::item(item, ListRole::Detail, format!("  {why}"));
                rows.push(why.cut(width));
            }
            item += 1;
        }
    }
    if rows.is_empty() {
        rows.push(ListRow::text(ListRole::Note, "Nothing here yet."));
    }
    rows
}

fn groups(library: &Library, document: Document) -> Vec<Group> {
    let groups = match document {
        Document::Guide(guide) => guide_groups(library, library.guide(guide)),
        Document::Theme(_, theme) => {
            let guides = library.theme(theme).guides.iter();
            let items = guides.map(|guide| guide_item(library, *guide, None)).collect();
            vec![Group { heading: "Guides", items }]
        }
        Document::Glossary => {
            let terms = library.terms.iter().enumerate();
            let items =
                terms.map(|(index, term)| (term.title.clone(), None, Target::Term(TermId::at(index))));
            vec![Group { heading: "Terms", items: items.collect() }]
        }
        Document::Area(_) | Document::References | Document::About | Document::Safety(..) => Vec::new(),
    };
    groups.into_iter().filter(|group| !group.items.is_empty()).collect()
}

fn guide_groups(library: &Library, guide: &Guide) -> Vec<Group> {
    let pointed_to = |id: &GuideId| guide.related.iter().any(|related| related.guide == *id);
    let related =
        guide.related.iter().map(|related| guide_item(library, related.guide, Some(related.why.clone())));
    let backlinks =
        guide.backlinks.iter().filter(|id| !pointed_to(id)).map(|id| guide_item(library, *id, None));
    let terms = guide.terms.iter().map(|id| (library.term(*id).title.clone(), None, Target::Term(*id)));
    let sources = guide.based_on.iter().chain(&guide.references);
    let sources = sources.map(|id| {
        let reference = library.reference(*id);
        let by = match (&reference.author, &reference.year) {
            (Some(author), Some(year)) => Some(format!("{author}, {year}")),
            (author, year) => author.clone().or_else(|| year.clone()),
        };
        (reference.title.clone(), by, Target::Reference(*id))
    });
    vec![
        Group { heading: "Guides", items: related.collect() },
        Group { heading: "Linked from", items: backlinks.collect() },
        Group { heading: "Terms here", items: terms.collect() },
        Group { heading: "Sources", items: sources.collect() },
    ]
}

fn guide_item(library: &Library, guide: GuideId, why: Option<String>) -> (String, Option<String>, Target) {
    (library.guide(guide).title.clone(), why, Target::Guide(Place { guide, section: None }))
}

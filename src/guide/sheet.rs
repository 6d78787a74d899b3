//! The safety pages as blocks: what the reader shows and the command line prints, the same lines in the same order.
//!
//! First what to do, one thing a line; then the numbers, each alone on its line; sources and small print last.

use super::{
    Area, Block, BlockKind, Contact, Container, Mark, MarkKind, NOT_FILLED_IN, Nesting, Number, Prose,
    Safety, Situation, SituationId, Target, Way,
};

/// What stands under a number that nobody has compared with its source since the day for it.
const MAY_HAVE_CHANGED: &str = "it may have changed";

/// A page about safety.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SafetyPage {
    /// Whom to call, and the list of situations.
    First,
    /// What to do in one situation.
    Situation(SituationId),
}

impl Safety {
    /// Returns the title of a page for an area.
    #[must_use]
    pub fn title(&self, page: SafetyPage, area: Area) -> &str {
        match page {
            SafetyPage::First => self.first_page(area).map_or("", |first| &first.title),
            SafetyPage::Situation(id) => {
                self.situation(id).map_or("", |situation| &situation.page(area).title)
            }
        }
    }

    /// Returns a page for an area, without its title.
    #[must_use]
    pub fn sheet(&self, page: SafetyPage, area: Area) -> Vec<Block> {
        let mut sheet = Sheet { safety: self, area, blocks: Vec::new() };
        match page {
            SafetyPage::First => sheet.first(),
            SafetyPage::Situation(id) => {
                if let Some(situation) = self.situation(id) {
                    sheet.situation(situation);
                }
            }
        }
        sheet.blocks
    }
}

/// A page that is being put together.
struct Sheet<'a> {
    safety: &'a Safety,
    area: Area,
    blocks: Vec<Block>,
}

impl Sheet<'_> {
    fn first(&mut self) {
        let (safety, area) = (self.safety, self.area);
        if let Some(page) = safety.first_page(area) {
            for card in &page.cards {
                self.add(BlockKind::Paragraph, strong(safety.shown(&card.heading)));
                self.list_below(card.points.iter().map(|point| safety.shown(point)).collect());
            }
        }
        self.heading("What has happened");
        let situations = safety.situations.iter().enumerate();
        let links = situations.map(|(index, situation)| {
            let target = Target::Safety(SituationId::at(index));
            linked(&situation.page(area).title, target)
        });
        self.list(links.collect());
        self.heading("Your organisation");
        for row in &safety.organisation {
            self.contact(Contact::Row(row));
        }
        self.heading("Every number");
        for number in safety.numbers.iter().filter(|number| number.areas.contains(&area)) {
            self.contact(Contact::Number(number));
        }
        self.about(&[]);
    }

    fn situation(&mut self, situation: &Situation) {
        let safety = self.safety;
        let page = situation.page(self.area);
        self.list(page.first.iter().map(|line| safety.shown(line)).collect());
        self.blocks.extend(safety.shown_blocks(&page.text));
        self.heading("Numbers");
        for contact in page.numbers.iter().filter_map(|slug| safety.contact(slug)) {
            self.contact(contact);
        }
        self.about(&page.sources);
    }

    /// Adds where the advice comes from and what the pages are and are not.
    fn about(&mut self, sources: &[u32]) {
        let sources: Vec<Prose> = sources
            .iter()
            .filter_map(|index| self.safety.sources.get(*index as usize))
            .map(|source| {
                let dated = source.dated.as_ref().map_or(String::new(), |dated| format!(" ({dated})"));
                let mut prose = linked(&source.title, Target::Web(source.address.clone()));
                prose.text += &[", ", source.publisher.as_str(), &dated].concat();
                prose
            })
            .collect();
        if !sources.is_empty() {
            self.heading("Where this comes from");
            self.list(sources);
        }
        self.heading("About these pages");
        let statements = self.safety.statements.iter().map(|statement| self.safety.shown(statement));
        self.list(statements.collect());
    }

    /// Adds a number: what it is called, the number alone on its line, and what to know about it.
    fn contact(&mut self, contact: Contact<'_>) {
        let (name, say) = match contact {
            Contact::Number(number) => (&number.name, number.say.is_some()),
            Contact::Row(row) => (&row.name, row.filled.is_some()),
        };
        self.add(BlockKind::Paragraph, strong(Prose::plain(name)));
        if say {
            let text = contact.say();
            let prose = match contact.target() {
                Some(target) => linked(&text, target),
                None => Prose::plain(text),
            };
            self.close(prose);
        }
        match contact {
            Contact::Number(number) => self.close(Prose::plain(self.details(number))),
            Contact::Row(row) => match &row.filled {
                Some(filled) => {
                    if let Some(note) = &filled.note {
                        self.close(Prose::plain(note));
                    }
                }
                None => self.close(Prose::plain(NOT_FILLED_IN)),
            },
        }
    }

    /// Returns whom a number is for, how it is reached, and what else there is to know.
    fn details(&self, number: &Number) -> String {
        let mut parts = vec![sentence(&number.whom)];
        let other: Vec<&str> =
            number.ways.iter().filter(|way| **way != Way::Call).map(|way| way.slug()).collect();
        if !other.is_empty() && number.say.is_some() {
            parts.push(sentence(&format!("Also by {}", other.join(", "))));
        }
        let texts = [&number.text, &number.email, &number.web, &number.ages, &number.cost];
        parts.extend(texts.into_iter().flatten().map(|text| sentence(text)));
        parts.extend(number.hours.as_ref().map(|hours| sentence(&format!("Hours: {hours}"))));
        parts.extend(number.note.as_ref().map(|note| sentence(note)));
        if let Some(checked) = number.checked.as_ref() {
            let past = self.safety.today.is_some_and(|today| number.is_past_review(today));
            let doubt = if past { format!(", {MAY_HAVE_CHANGED}") } else { String::new() };
            parts.push(format!("Checked on {}{doubt}.", checked.checked_on.in_words()));
        }
        parts.join(" ")
    }

    fn add(&mut self, kind: BlockKind, prose: Prose) {
        self.blocks.push(Block::new(kind, prose));
    }

    /// Adds a paragraph right below the one before.
    fn close(&mut self, prose: Prose) {
        self.blocks.push(Block { gap: false, ..Block::new(BlockKind::Paragraph, prose) });
    }

    fn heading(&mut self, title: &str) {
        self.add(BlockKind::Heading(2), Prose::plain(title));
    }

    fn list(&mut self, items: Vec<Prose>) {
        let first = self.blocks.len();
        self.list_below(items);
        self.blocks.iter_mut().skip(first).take(1).for_each(|block| block.gap = true);
    }

    /// Adds a list right below what it belongs to.
    fn list_below(&mut self, items: Vec<Prose>) {
        self.blocks.extend(items.into_iter().map(|prose| {
            let nesting = vec![Nesting { container: Container::Bullet, opens: true }];
            Block { kind: BlockKind::Paragraph, nesting, gap: false, prose }
        }));
    }
}

/// Returns a text with a full stop, if it ends with none.
fn sentence(text: &str) -> String {
    let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{text}{stop}")
}

/// Returns a prose that is stressed strongly as a whole.
fn strong(mut prose: Prose) -> Prose {
    let end = u32::try_from(prose.text.len()).unwrap_or(u32::MAX);
    prose.marks.insert(0, Mark { start: 0, end, kind: MarkKind::Strong });
    prose
}

/// Returns a text that is a link as a whole.
fn linked(text: &str, target: Target) -> Prose {
    let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
    Prose { text: text.to_owned(), marks: vec![Mark { start: 0, end, kind: MarkKind::Link(target) }] }
}

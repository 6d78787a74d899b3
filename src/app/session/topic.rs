//! An item of a session as rows: the words of the guide as they are now, and where they are from.

use crate::app::passage::words;
use crate::app::{ListRole, ListRow};
use crate::guide::{BlockKind, GuideId, Library, Part, passage_blocks};
use crate::journal::{AgreedAction, MatchKind, Session, Topic};
use crate::text::{slice, wrap};

/// Returns the rows of an item at a width in columns. `last` is the session that this one follows.
pub(in crate::app) fn topic_rows(
    library: &Library,
    topic: &Topic,
    last: Option<&Session>,
    columns: usize,
) -> Vec<ListRow> {
    let mut rows = Rows { rows: Vec::new(), columns };
    match topic {
        Topic::Own(own) => rows.put(ListRole::Title, own),
        Topic::Agreed => {
            rows.put(ListRole::Title, topic.words());
            rows.agreed(last);
        }
        Topic::Term { term, title, pack } => {
            rows.put(ListRole::Title, title);
            let found = library.terms.iter().find(|known| known.slug == *term && library.pack.slug == *pack);
            rows.blank();
            let gone = "This word is no longer in the glossary.";
            rows.put(ListRole::Passage, found.map_or(gone, |term| &term.meaning));
        }
        topic => rows.passage(library, topic),
    }
    rows.rows
}

struct Rows {
    rows: Vec<ListRow>,
    columns: usize,
}

impl Rows {
    fn put(&mut self, role: ListRole, text: &str) {
        for line in text.lines() {
            // An item goes on below its first word.
            let lead = line.len() - line.trim_start_matches([' ', '-']).len();
            let (lead, rest) = (slice(line, 0..lead), slice(line, lead..line.len()));
            let room = self.columns.saturating_sub(lead.len()).max(1);
            for (index, range) in wrap(rest, room).into_iter().enumerate() {
                let before = if index == 0 { lead.to_owned() } else { " ".repeat(lead.len()) };
                self.rows.push(ListRow::text(role, before + slice(rest, range)));
            }
        }
    }

    fn blank(&mut self) {
        self.rows.push(ListRow::blank());
    }

    fn agreed(&mut self, last: Option<&Session>) {
        let actions: Vec<&AgreedAction> = last.into_iter().flat_map(|last| &last.actions).collect();
        for (index, action) in actions.iter().enumerate() {
            self.blank();
            let text = format!("{}. {}", index + 1, action.what);
            self.put(ListRole::Passage, &text);
            let state = format!("{}, by {} · {}", action.who.slug(), action.by, action.state.slug());
            self.put(ListRole::Detail, &state);
        }
        self.blank();
        let how = if actions.is_empty() { "Nothing is open." } else { "A number marks that one as done." };
        self.put(ListRole::Detail, how);
    }

    fn passage(&mut self, library: &Library, topic: &Topic) {
        let is_question = matches!(topic, Topic::Question(_));
        let role = if is_question { ListRole::Title } else { ListRole::Passage };
        match topic.resolve(library) {
            Some(Ok(found)) => {
                let guide = library.guide(found.guide);
                if let Topic::Guide(_) = topic {
                    return self.guide(library, found.guide);
                }
                let blocks = passage_blocks(&guide.blocks, found.pos.block as usize);
                self.put(role, &words(guide.blocks.get(blocks).unwrap_or_default()));
                self.blank();
                self.put(ListRole::Detail, &format!("From “{}”", guide.title));
                if let Some(sentence) = found.kind.sentence().filter(|_| found.kind != MatchKind::Words) {
                    self.put(ListRole::Detail, sentence);
                }
            }
            Some(Err(gone)) => {
                self.put(role, topic.words());
                self.blank();
                self.put(ListRole::Detail, &gone.to_string());
            }
            None => self.put(role, topic.words()),
        }
    }

    /// A whole guide: its title, and what it says in brief.
    fn guide(&mut self, library: &Library, guide: GuideId) {
        let guide = library.guide(guide);
        self.put(ListRole::Title, &guide.title);
        self.blank();
        self.put(ListRole::Passage, &guide.summary);
        let brief = guide.sections.iter().position(|section| section.part == Part::InBrief);
        let blocks = brief.and_then(|at| guide.blocks.get(guide.section_blocks(at))).unwrap_or_default();
        for block in blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
            self.blank();
            self.put(ListRole::Passage, &format!("- {}", block.prose.text));
        }
    }
}

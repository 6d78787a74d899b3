//! Choosing from lists over the screen: what opens them, and what their entries do.

use super::{
    App, Command, Document, Entry, HistoryEntry, ListRole, Overlay, Picker, PickerKind, Questions, Screen,
};
use crate::guide::{Area, Block, BlockKind, GuideId, GuideKind, Place, Target, TextPos, TextSpan};
use crate::search::{FilterKey, without_filter};

impl App {
    /// Opens the list of everything that can be done.
    pub(super) fn open_actions(&mut self) {
        let picker = Picker::actions(&self.keymap, |action| self.can(action));
        self.show_picker(picker);
    }

    /// Opens the list of all questions.
    pub(super) fn open_questions(&mut self) {
        let questions = Questions::of(&self.library);
        if questions.is_empty() {
            return self.say("These guides have no questions.");
        }
        self.shown.overlays.open(Overlay::Questions(Box::new(questions)));
    }

    /// Opens the guide of the chosen question there; going back leads to the list again.
    pub(super) fn open_question(&mut self, guide: GuideId, pos: TextPos) {
        let list = self.shown.overlays.top().cloned();
        self.open(Document::Guide(guide), None);
        let height = self.text_height();
        if let Some(reading) = &mut self.shown.reading {
            reading.current = Some(pos.block as usize);
            reading.bring_into_view(TextSpan::new(pos.block as usize, 0..0), height);
        }
        self.shown.came_from = list.map(|list| self.shown.lists.keep(list));
    }

    /// Opens the table of contents, with the cursor on the section that is being read.
    pub(super) fn open_contents(&mut self) {
        let Some(reading) = self.shown.reading.as_ref().filter(|_| self.shown.screen == Screen::Reader)
        else {
            return self.say("Open a guide first: this lists what is in it.");
        };
        let headings: Vec<(usize, &Block)> =
            reading.blocks(&self.library).iter().enumerate().filter(|(_, block)| is_heading(block)).collect();
        let top = reading.page.top_at(reading.visible(self.text_height()).start).pos;
        let current = headings.iter().rposition(|(block, _)| *block <= top.block as usize).unwrap_or(0);
        let entry = |(index, (block, heading)): (usize, &(usize, &Block))| Entry {
            words: format!("{}{}", lead(heading, index == current), heading.prose.text),
            aside: String::new(),
            detail: None,
            role: if index == current { ListRole::Current } else { ListRole::Item },
            command: Command::GoTo(TextPos::new(*block, 0)),
        };
        let entries: Vec<Entry> = headings.iter().enumerate().map(entry).collect();
        self.show_picker(Picker::new(PickerKind::Contents, entries, current));
    }

    /// Opens the history, newest first; its first entry is where the reader is now.
    pub(super) fn open_history(&mut self) {
        let mut entries = vec![self.history_entry(&self.shown.history_entry(), ListRole::Current)];
        let earlier = self.memory.trail.earlier().map(|entry| self.history_entry(entry, ListRole::Item));
        entries.extend(earlier);
        entries.extend(self.earlier_sessions());
        if entries.len() == 1 {
            return self.say("You have not been anywhere else yet.");
        }
        self.show_picker(Picker::new(PickerKind::History, entries, 1));
    }

    /// Returns the guides that were opened in earlier sessions and not in this one, the last one first.
    fn earlier_sessions(&self) -> Vec<Entry> {
        let mut seen: Vec<GuideId> = std::iter::once(self.shown.document())
            .chain(self.memory.trail.earlier().map(|entry| entry.document))
            .filter_map(|document| match document? {
                Document::Guide(guide) => Some(guide),
                _ => None,
            })
            .collect();
        let mut entries = Vec::new();
        for visit in self.journal.progress.visits().iter().rev() {
            let Some(guide) = visit.key.find(&self.library).filter(|guide| !seen.contains(guide)) else {
                continue;
            };
            seen.push(guide);
            entries.push(Entry {
                words: format!("  {}", self.library.guide(guide).title),
                aside: visit.when.day().to_string(),
                detail: None,
                role: ListRole::Item,
                command: Command::Follow(Target::Guide(Place { guide, section: None })),
            });
        }
        entries
    }

    fn history_entry(&self, entry: &HistoryEntry, role: ListRole) -> Entry {
        let title = match (entry.screen, entry.document) {
            (Screen::Reader, Some(document)) => document.title(&self.library),
            _ => "The first screen",
        };
        let section = match (entry.screen, entry.document) {
            (Screen::Reader, Some(Document::Guide(guide))) => {
                let guide = self.library.guide(guide);
                guide
                    .sections
                    .get(guide.section_of(entry.top.pos.block))
                    .map(|section| section.title.as_str())
            }
            _ => None,
        };
        let section = section.filter(|section| *section != title).unwrap_or_default();
        let lead = if role == ListRole::Current { "• " } else { "  " };
        Entry {
            words: format!("{lead}{title}"),
            aside: section.to_owned(),
            detail: None,
            role,
            command: Command::Return(Box::new(entry.clone())),
        }
    }

    /// Opens the list of what a search can be narrowed to; choosing types it, so that it is seen and can be taken away.
    pub(super) fn open_filters(&mut self, typed: &str) {
        let bare = FilterKey::ALL.iter().fold(typed.to_owned(), |typed, key| without_filter(&typed, *key));
        let bare = bare.trim_end();
        let entry = |words: String, aside: String, search: String| Entry {
            words,
            aside,
            detail: None,
            role: ListRole::Item,
            command: Command::Search(search),
        };
        let filter =
            |key: FilterKey, id: &str| format!("{bare} {}:{id} ", key.name()).trim_start().to_owned();
        let mut entries =
            vec![entry("Everything".to_owned(), String::new(), format!("{bare} ").trim_start().to_owned())];
        entries.extend(Area::ALL.into_iter().map(|area| {
            entry(area.title().to_owned(), "area".to_owned(), filter(FilterKey::Area, area.slug()))
        }));
        entries.extend(self.library.themes.iter().map(|theme| {
            entry(theme.title.clone(), "theme".to_owned(), filter(FilterKey::Theme, &theme.slug))
        }));
        entries.extend(GuideKind::ALL.into_iter().map(|kind| {
            entry(kind.label().to_owned(), "kind".to_owned(), filter(FilterKey::Kind, kind.slug()))
        }));
        let picker = Picker::new(PickerKind::Filters, entries, 0);
        // Closing it leads back to the search as it is.
        self.shown.overlays.cover(Overlay::Picker(Box::new(picker)));
    }

    /// Shows a list to choose from in place of what lies over the screen.
    pub(super) fn show_picker(&mut self, picker: Picker) {
        self.shown.overlays.open(Overlay::Picker(Box::new(picker)));
    }
}

fn is_heading(block: &Block) -> bool {
    block.kind.is_heading_or_title()
}

/// What stands before a heading: where the reader is, and how deep it is.
fn lead(heading: &Block, is_current: bool) -> String {
    let depth = match heading.kind {
        BlockKind::Heading(level) => usize::from(level.saturating_sub(1)),
        _ => 0,
    };
    format!("{}{}", if is_current { "• " } else { "  " }, "  ".repeat(depth))
}

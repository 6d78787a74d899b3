//! Choosing from lists over the screen: what opens them, and what their entries do.

use super::{
    Action, App, Choice, Context, Document, Entry, ListRole, Overlay, Pane, Picker, PickerKind, Screen, Stop,
};
use crate::guide::{Block, BlockKind, GuideId, TextPos};

impl App {
    /// Opens the list of everything that can be done.
    pub(super) fn open_actions(&mut self) {
        self.overlay = Some(Overlay::Picker(Box::new(Picker::actions(&self.keymap))));
    }

    /// Opens the contents of what is open, the part that is read chosen and marked.
    pub(super) fn open_contents(&mut self) {
        let Some(reading) = self.reading.as_ref().filter(|_| self.screen == Screen::Reader) else {
            return self.say("Open a guide first: this lists what is in it.");
        };
        let headings: Vec<(usize, &Block)> =
            reading.blocks(&self.library).iter().enumerate().filter(|(_, block)| is_heading(block)).collect();
        let top = reading.page.top_at(reading.visible(self.text_height()).start).pos;
        let here = headings.iter().rposition(|(block, _)| *block <= top.block as usize).unwrap_or(0);
        let entry = |(index, (block, heading)): (usize, &(usize, &Block))| Entry {
            words: format!("{}{}", lead(heading, index == here), heading.prose.text),
            aside: String::new(),
            detail: None,
            role: if index == here { ListRole::Current } else { ListRole::Item },
            choice: Choice::Go(TextPos::new(*block, 0)),
        };
        let entries: Vec<Entry> = headings.iter().enumerate().map(entry).collect();
        self.overlay = Some(Overlay::Picker(Box::new(Picker::new(PickerKind::Contents, entries, here))));
    }

    /// Opens the list of where the reader has been, newest first; here is the first of it.
    pub(super) fn open_history(&mut self) {
        let mut entries = vec![self.history_entry(&self.here(), ListRole::Current)];
        let earlier = self.trail.earlier().map(|stop| self.history_entry(stop, ListRole::Item));
        entries.extend(earlier);
        entries.extend(self.earlier_sessions());
        if entries.len() == 1 {
            return self.say("You have not been anywhere else yet.");
        }
        self.overlay = Some(Overlay::Picker(Box::new(Picker::new(PickerKind::History, entries, 1))));
    }

    /// Returns the guides that were opened in earlier sessions and not in this one, the last one first.
    fn earlier_sessions(&self) -> Vec<Entry> {
        let mut seen: Vec<GuideId> = std::iter::once(self.document())
            .chain(self.trail.earlier().map(|stop| stop.document))
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
                choice: Choice::Guide(guide),
            });
        }
        entries
    }

    fn history_entry(&self, stop: &Stop, role: ListRole) -> Entry {
        let title = match (stop.screen, stop.document) {
            (Screen::Reader, Some(document)) => document.title(&self.library),
            _ => "The first screen",
        };
        let section = match (stop.screen, stop.document) {
            (Screen::Reader, Some(Document::Guide(guide))) => {
                let guide = self.library.guide(guide);
                guide.sections.get(guide.section_of(stop.top.pos.block)).map(|section| section.title.as_str())
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
            choice: Choice::Return(Box::new(stop.clone())),
        }
    }

    pub(super) fn act_in_picker(&mut self, action: Action, mut picker: Box<Picker>) {
        let height = self.list_height();
        let typing = picker.input.is_some();
        let moves = !(typing && matches!(action, Action::Top | Action::Bottom));
        let len = picker.len();
        if moves && picker.list.act(action, len, height) {
            self.overlay = Some(Overlay::Picker(picker));
            return;
        }
        if picker.kind == PickerKind::Bookmarks && self.act_in_bookmarks(action, &picker) {
            return;
        }
        match action {
            Action::Open | Action::Right if !typing || action == Action::Open => self.choose(picker),
            Action::Close => {}
            Action::Back | Action::Contents | Action::History | Action::Bookmarks | Action::Left
                if !typing => {}
            _ => {
                if picker.input.as_mut().is_some_and(|input| input.act(action)) {
                    picker.narrow();
                }
                self.overlay = Some(Overlay::Picker(picker));
            }
        }
    }

    /// Does what the chosen entry says; stays when nothing fits.
    pub(super) fn choose(&mut self, picker: Box<Picker>) {
        match picker.chosen().map(|entry| entry.choice.clone()) {
            Some(Choice::Go(pos)) => {
                if let Some(reading) = &mut self.reading {
                    reading.link = None;
                    reading.go_to(pos);
                }
            }
            Some(Choice::Return(stop)) => self.go_to_stop(&stop),
            Some(Choice::Guide(guide)) => self.open_guide(guide, None),
            Some(Choice::Bookmark(id)) => self.open_bookmark(id),
            Some(Choice::Act(action)) => {
                let of_text = self.keymap.key_for(Context::List, action).is_none();
                if of_text && self.screen == Screen::Reader {
                    self.focus = Pane::Text;
                }
                self.act(action);
            }
            None => self.overlay = Some(Overlay::Picker(picker)),
        }
    }
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Title | BlockKind::Heading(_))
}

/// What stands before a heading: where the reader is, and how deep it is.
fn lead(heading: &Block, here: bool) -> String {
    let depth = match heading.kind {
        BlockKind::Heading(level) => usize::from(level.saturating_sub(1)),
        _ => 0,
    };
    format!("{}{}", if here { "• " } else { "  " }, "  ".repeat(depth))
}

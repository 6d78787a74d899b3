//! Copying: the passage being read, with where it is from, handed to the clipboard.
//!
//! A terminal that is asked to copy never says whether it did. So the reader says what is known, and the same key
//! again shows the text, to be selected by hand: that works everywhere.

use super::passage::{citation, words};
use super::{
    Action, App, Card, Delivery, Document, Effect, List, ListRole, ListRow, MouseCapture, Overlay, Screen,
};
use crate::guide::{Library, Target, TextSpan};
use crate::text::{slice, truncate, width, wrap};

/// What was copied, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// All of it, its source included.
    pub text: String,
    /// The words of it that are on the screen.
    pub spans: Vec<TextSpan>,
    /// How it begins.
    begins: String,
}

/// The text that was copied, shown to be selected by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The text.
    pub text: String,
    /// The scroll.
    pub list: List,
    /// Who had the mouse before.
    mouse: MouseCapture,
}

impl Copied {
    /// Returns something to copy that needs no source.
    pub(super) fn words_alone(text: String) -> Self {
        Self { begins: text.clone(), text, spans: Vec::new() }
    }

    /// Returns words to copy with where they are from.
    fn cited(words: String, source: &str) -> Self {
        Self { text: format!("{words}\n\n{source}\n"), spans: Vec::new(), begins: words }
    }
}

impl Shown {
    /// Returns its rows at a width in columns.
    #[must_use]
    pub fn rows(&self, columns: usize) -> Vec<ListRow> {
        let lines = self.text.lines();
        let rows =
            lines.flat_map(|line| wrap(line, columns.max(1)).into_iter().map(move |range| (line, range)));
        rows.map(|(line, range)| ListRow::text(ListRole::Note, slice(line, range))).collect()
    }
}

impl App {
    /// Copies the passage being read.
    pub(super) fn copy(&mut self) {
        let reading = self.reading.as_ref().filter(|_| self.screen == Screen::Reader);
        let Some(reading) = reading else {
            return self.say("Open a guide first: what is read there can be copied.");
        };
        let Some(blocks) = reading.passage(&self.library, self.text_height()) else {
            return self.say("There is nothing to copy here.");
        };
        let source = citation(&self.library, reading.document, blocks.start);
        let passage = reading.blocks(&self.library).get(blocks.clone()).unwrap_or_default();
        let spans = passage.iter().zip(blocks.clone());
        let spans = spans.map(|(block, at)| TextSpan::new(at, 0..block.prose.text.len())).collect();
        let copied = Copied { spans, ..Copied::cited(words(passage), &source) };
        self.hand_out(copied);
    }

    /// Copies what a card says.
    pub(super) fn copy_card(&mut self, card: &Card) {
        let copied = card_text(&self.library, &card.target);
        self.hand_out(copied);
    }

    /// Has the shell copy something; shows it when it was copied just now.
    pub(super) fn hand_out(&mut self, copied: Copied) {
        if self.copied.as_ref().is_some_and(|before| before.text == copied.text) {
            return self.show_copied();
        }
        self.ask(Effect::Copy(copied.text.clone()));
        self.copied = Some(copied);
    }

    /// Takes in what is known of the copy.
    pub(super) fn delivered(&mut self, delivery: Delivery) {
        let Some(copied) = &self.copied else { return };
        let more = match delivery {
            Delivery::Done => ", with its source".to_owned(),
            Delivery::Perhaps => format!(". Nothing to paste? {} again shows it", self.key(Action::Copy)),
            Delivery::Nowhere => {
                self.show_copied();
                return self.say("Nothing here takes a copy: select the text with the mouse.");
            }
        };
        let more = if copied.spans.is_empty() && delivery == Delivery::Done { String::new() } else { more };
        let room = usize::from(self.size.width).saturating_sub(2);
        let around = width("Copied: “”");
        let begins = copied.begins.lines().next().unwrap_or_default();
        let left = room.saturating_sub(around + width(&more));
        // On a narrow screen it matters most what was copied.
        let shown =
            if left < 8 { truncate(begins, room.saturating_sub(around)) } else { truncate(begins, left) };
        let more = if left < 8 { "" } else { more.as_str() };
        let notice = format!("Copied: “{shown}”{more}");
        self.say(notice);
    }

    /// Shows what was copied, with the mouse left to the terminal.
    fn show_copied(&mut self) {
        let Some(copied) = self.copied.take() else { return };
        let mouse = self.mouse;
        self.overlay = Some(Overlay::Shown(Shown { text: copied.text, list: List::default(), mouse }));
        self.give_mouse(MouseCapture::Off);
    }

    pub(super) fn act_in_shown(&mut self, action: Action, mut shown: Shown) {
        match action {
            Action::Close | Action::Back | Action::Open | Action::Copy => self.give_mouse(shown.mouse),
            _ => {
                shown.list.scroll(action, self.body_height());
                self.overlay = Some(Overlay::Shown(shown));
            }
        }
    }

    fn give_mouse(&mut self, mouse: MouseCapture) {
        if self.mouse != mouse {
            self.mouse = mouse;
            self.ask(Effect::Mouse(mouse));
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

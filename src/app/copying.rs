//! Copying: the passage being read, with where it is from, handed to the clipboard.
//!
//! A terminal that is asked to copy never says whether it did. So the reader says what is known, and the same key
//! again shows the text, to be selected by hand: that works everywhere.

use super::passage::{citation, words};
use super::{Action, App, Copied, CopiedText, Delivery, Effect, List, MouseCapture, Overlay, Screen};
use crate::guide::TextSpan;
use crate::text::{truncate, width};

impl App {
    /// Copies the passage being read.
    pub(super) fn copy(&mut self) {
        let reading = self.shown.reading.as_ref().filter(|_| self.shown.screen == Screen::Reader);
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

    /// Copies something. The second time in a row the text is shown instead, to be selected by hand.
    pub(super) fn hand_out(&mut self, copied: Copied) {
        if self.shown.copied.as_ref().is_some_and(|before| before.text == copied.text) {
            return self.show_copied();
        }
        self.ask(Effect::Copy(copied.text.clone()));
        self.shown.copied = Some(copied);
    }

    /// Takes in what is known of the copy.
    pub(super) fn delivered(&mut self, delivery: Delivery) {
        let Some(copied) = &self.shown.copied else { return };
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
        let Some(copied) = self.shown.copied.take() else { return };
        let mouse = self.pointer.capture;
        self.shown.overlays.cover(Overlay::CopiedText(CopiedText {
            text: copied.text,
            list: List::default(),
            mouse,
        }));
        self.give_mouse(MouseCapture::Off);
    }

    /// Gives the mouse to the reader or to the terminal.
    pub(super) fn give_mouse(&mut self, mouse: MouseCapture) {
        if self.pointer.capture != mouse {
            self.pointer.capture = mouse;
            self.ask(Effect::Mouse(mouse));
        }
    }
}

//! What can lie over the screen. Each overlay has a file of its own with its keys, its rows, its place and its hints.
//!
//! A new one is a file with an `impl Layer`, and a line in the table below: the compiler asks for everything else.

mod address;
mod alert;
mod card;
mod copied_text;
mod ending;
mod find;
mod finder;
mod help;
mod layer;
mod messages;
mod note;
mod picker;
mod plan;
mod preview;
mod questions;
mod results;
mod safety;
mod words;

pub use address::{AddressCard, Asked};
pub use alert::Alert;
pub use card::Card;
pub use copied_text::CopiedText;
pub use ending::Ending;
pub use find::Find;
pub use finder::{Finder, Offer};
pub use help::Help;
pub use layer::{Command, Frame, Panel, Prompt};
pub use messages::Messages;
pub use note::{Note, NoteOn};
pub use picker::{Entry, Picker, PickerKind};
pub use plan::PlanSheet;
pub use preview::Preview;
pub use questions::Questions;
pub use safety::SafetySheet;
pub use words::Words;

pub(super) use finder::{RESULTS, SPELLING, search_prompt};
pub(super) use layer::{Around, HintSpec, Layer, Then, in_short};

use super::{Action, Geometry, LineInput, List, ListRow, Taken};
use crate::guide::TextPos;

/// Declares the enum of overlays, and forwards every method of [`Layer`] to the variant.
macro_rules! overlays {
    ($($(#[$doc:meta])+ $name:ident($layer:ty),)+) => {
        /// What can lie over a screen.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Overlay {
            $($(#[$doc])+ $name($layer),)+
        }

        impl Layer for Overlay {
            fn act(&mut self, action: Action, around: &Around<'_>) -> Then {
                match self { $(Self::$name(layer) => layer.act(action, around),)+ }
            }

            fn panel(&self, around: &Around<'_>) -> Panel<'_> {
                match self { $(Self::$name(layer) => layer.panel(around),)+ }
            }

            fn hints(&self, around: &Around<'_>) -> &'static [HintSpec] {
                match self { $(Self::$name(layer) => layer.hints(around),)+ }
            }

            fn list_mut(&mut self) -> Option<&mut List> {
                match self { $(Self::$name(layer) => layer.list_mut(),)+ }
            }

            fn prompt(&self, geometry: &Geometry) -> Option<Prompt<'_>> {
                match self { $(Self::$name(layer) => layer.prompt(geometry),)+ }
            }

            fn input_mut(&mut self) -> Option<&mut LineInput> {
                match self { $(Self::$name(layer) => layer.input_mut(),)+ }
            }

            fn edited(&mut self, around: &Around<'_>) -> Then {
                match self { $(Self::$name(layer) => layer.edited(around),)+ }
            }

            fn clicked_beside(&mut self) -> Then {
                match self { $(Self::$name(layer) => layer.clicked_beside(),)+ }
            }

            fn scroll_by(&mut self, rows: isize, around: &Around<'_>) -> Then {
                match self { $(Self::$name(layer) => layer.scroll_by(rows, around),)+ }
            }

            fn clicked_text(&mut self, pos: TextPos, around: &Around<'_>) -> Then {
                match self { $(Self::$name(layer) => layer.clicked_text(pos, around),)+ }
            }

            fn show_chosen(&mut self, rows: &[ListRow], height: usize, around: &Around<'_>) {
                match self { $(Self::$name(layer) => layer.show_chosen(rows, height, around),)+ }
            }
        }
    };
}

overlays! {
    /// The search.
    Search(Box<Finder>),
    /// The keys.
    Help(Help),
    /// What is behind a link.
    Card(Card),
    /// An address, with the question whether to open it.
    Address(AddressCard),
    /// What was copied, to be selected by hand.
    CopiedText(CopiedText),
    /// Words found in what is open.
    Find(Box<Find>),
    /// Something to choose from.
    Picker(Box<Picker>),
    /// All questions to reflect on.
    Questions(Box<Questions>),
    /// A few words to a bookmark.
    Note(Box<Note>),
    /// What was said on the bottom line.
    Messages(Messages),
    /// Whom to call when somebody is at risk, and what to do first.
    Safety(Box<SafetySheet>),
    /// The plan of the session.
    Plan(PlanSheet),
    /// A line of words for the session.
    Words(Box<Words>),
    /// The end of the session.
    Ending(Ending),
}

impl Overlay {
    /// Types text, if it takes typing, and returns what was taken of it.
    pub(super) fn type_text(&mut self, text: &str, around: &Around<'_>) -> (Option<Taken>, Then) {
        let Some(input) = self.input_mut() else { return (None, Then::Stay) };
        let taken = input.insert(text);
        (Some(taken), self.edited(around))
    }

    /// Chooses an item of its list and opens it.
    pub(super) fn open_item(&mut self, item: usize, around: &Around<'_>) -> Then {
        let Some(list) = self.list_mut() else { return Then::Stay };
        list.cursor = item;
        self.act(Action::Open, around)
    }
}

/// The overlays that lie over the screen, one over the other. Only the one on top is shown and gets the keys.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Overlays(Vec<Overlay>);

impl Overlays {
    /// Returns the one on top.
    pub(super) fn top(&self) -> Option<&Overlay> {
        self.0.last()
    }

    /// Returns the one on top, to be changed.
    pub(super) fn top_mut(&mut self) -> Option<&mut Overlay> {
        self.0.last_mut()
    }

    /// Whether nothing lies over the screen.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Shows an overlay in place of all that are there.
    pub(super) fn open(&mut self, overlay: Overlay) {
        self.0 = vec![overlay];
    }

    /// Shows an overlay over those that are there: closing it shows the one beneath as it was left.
    pub(super) fn cover(&mut self, overlay: Overlay) {
        self.0.push(overlay);
    }

    /// Closes the one on top, and returns it.
    pub(super) fn close(&mut self) -> Option<Overlay> {
        self.0.pop()
    }

    /// Closes all of them.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Returns the search, also where something lies over it.
    pub(super) fn finder_mut(&mut self) -> Option<&mut Finder> {
        self.0.iter_mut().find_map(|overlay| match overlay {
            Overlay::Search(finder) => Some(&mut **finder),
            _ => None,
        })
    }

    /// Whether the search is open.
    pub(super) fn has_finder(&self) -> bool {
        self.0.iter().any(|overlay| matches!(overlay, Overlay::Search(_)))
    }
}

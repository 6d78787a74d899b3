//! Floor 3: hand-outs: what is printed, sent or read elsewhere, of guides, a plan or a record.
//!
//! A [`Sheet`] is one tree: blocks as guides have them, and room to write. Plain text, Markdown and HTML are written
//! from it, each escaped once where it is written.

mod flow;
mod html;
mod learning;
mod markdown;
mod session;
mod sheet;
mod text;

pub use learning::learning_line;
pub use sheet::{Print, Sheet, SheetPart};

/// The forms of a hand-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One page of HTML that needs nothing else.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

impl Format {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Html, Self::Markdown, Self::Text];

    /// Returns its name in commands.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Text => "text",
        }
    }
}

impl Sheet {
    /// Returns the sheet in a form.
    #[must_use]
    pub fn write(&self, format: Format, letters: Print) -> String {
        match format {
            Format::Html => html::write(self, letters),
            Format::Markdown => markdown::write(self),
            Format::Text => text::write(self),
        }
    }
}

//! Blocks: the flat list that a guide is.

use serde::{Deserialize, Serialize};

use super::Prose;

/// One paragraph, heading, list item, table cell, code block or rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// What it stands in, outermost first.
    pub nesting: Vec<Nesting>,
    /// Whether a blank row belongs before it.
    pub gap: bool,
    /// Its text.
    pub prose: Prose,
}

impl Block {
    /// Returns a block that stands in nothing, with a blank row before it.
    #[must_use]
    pub fn new(kind: BlockKind, prose: Prose) -> Self {
        Self { kind, nesting: Vec::new(), gap: true, prose }
    }
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// The guide's title.
    Title,
    /// The line under the title: kind, area, minutes.
    Meta,
    /// The guide's summary.
    Summary,
    /// A heading: 1 for a section, 2 and 3 within it.
    Heading(u8),
    /// The label of a callout.
    Label,
    /// A paragraph, also in a list item or a quote.
    Paragraph,
    /// Preformatted text.
    Code,
    /// A drawing in characters; a [`BlockKind::Paragraph`] with the same in words follows it.
    Diagram,
    /// A table cell.
    Cell(Cell),
    /// A line across, without text.
    Rule,
}

// Each predicate names every kind, so that the compiler leads to all of them when a kind is added.
impl BlockKind {
    /// Whether it is a heading within the guide.
    #[must_use]
    pub fn is_heading(self) -> bool {
        match self {
            Self::Heading(_) => true,
            Self::Title
            | Self::Meta
            | Self::Summary
            | Self::Label
            | Self::Paragraph
            | Self::Code
            | Self::Diagram
            | Self::Cell(_)
            | Self::Rule => false,
        }
    }

    /// Whether it names what stands below it: a heading or the title.
    #[must_use]
    pub fn is_heading_or_title(self) -> bool {
        self == Self::Title || self.is_heading()
    }

    /// Whether it is text that can be read, found and copied by itself.
    #[must_use]
    pub fn is_passage(self) -> bool {
        match self {
            Self::Summary | Self::Paragraph | Self::Code | Self::Cell(_) => true,
            Self::Title | Self::Meta | Self::Heading(_) | Self::Label | Self::Diagram | Self::Rule => false,
        }
    }

    /// Whether its lines and blanks are shown as they are written.
    #[must_use]
    pub fn is_verbatim(self) -> bool {
        match self {
            Self::Code | Self::Diagram => true,
            Self::Title
            | Self::Meta
            | Self::Summary
            | Self::Heading(_)
            | Self::Label
            | Self::Paragraph
            | Self::Cell(_)
            | Self::Rule => false,
        }
    }
}

/// Where a table cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The row, 0 for the header.
    pub row: u16,
    /// The column.
    pub column: u16,
    /// How many columns the table has.
    pub columns: u16,
    /// To which side its text goes.
    pub alignment: Alignment,
}

/// To which side the text of a cell goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alignment {
    /// Left, also where nothing is said.
    Left,
    /// Middle.
    Centre,
    /// Right.
    Right,
}

/// One thing that a block stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nesting {
    /// What it is.
    pub container: Container,
    /// Whether the block is the first one in it.
    pub opens: bool,
}

impl Nesting {
    /// Whether it is an item of a list.
    #[must_use]
    pub fn is_item(&self) -> bool {
        matches!(self.container, Container::Bullet | Container::Number { .. })
    }
}

/// What blocks can stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Container {
    /// A quotation.
    Quote,
    /// A quotation with a label.
    Callout(Callout),
    /// An item of a list without numbers.
    Bullet,
    /// An item of a numbered list, and how many digits its list's largest number has.
    Number {
        /// Its number.
        number: u32,
        /// The digits of the largest number in the list.
        digits: u8,
    },
}

/// The three labelled quotations that guides use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Callout {
    /// Advice of the guide's authors, which no source says.
    OwnAdvice,
    /// Law and entitlements that may have changed.
    CheckGuidance,
    /// What somebody told, in our words.
    Voice,
}

impl Callout {
    /// Every callout.
    pub const ALL: [Self; 3] = [Self::OwnAdvice, Self::CheckGuidance, Self::Voice];

    /// Returns the label, as it is written in a guide and shown.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::OwnAdvice => "Our own advice",
            Self::CheckGuidance => "Check current guidance",
            Self::Voice => "Voice",
        }
    }
}

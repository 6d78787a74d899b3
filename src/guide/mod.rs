//! Floor 1: the library in memory. Plain values that refer to each other by small ids.
//!
//! A guide is a flat list of [`Block`]s and a place in it has one address, [`TextPos`]. Everything is settled:
//! a link leads somewhere, a theme has its guides, a term knows who uses it. Nothing here knows where guides
//! come from or what they look like.

mod address;
mod block;
mod contact;
mod danger;
mod day;
#[expect(clippy::module_inception, reason = "the file is about the type Guide")]
mod guide;
mod id;
mod library;
mod markup;
mod passage;
mod plan;
mod prose;
mod questions;
mod reference;
mod safety;
mod sheet;
mod telephone;

pub use address::{SCHEMES, check_address, leads_to, names_another_site};
pub use block::{Alignment, Block, BlockKind, Callout, Cell, Container, Nesting};
pub use contact::{Contact, names as names_in_brackets};
pub use danger::{Alarm, Danger, WordClass, classes_named};
pub use day::Day;
pub use guide::{Answered, Area, Coverage, Guide, GuideKind, Part, Related, Section};
pub use id::{GuideId, ReferenceId, SLUG_LENGTH, SituationId, TermId, ThemeId, is_slug};
pub use library::{Library, Pack, Term, Theme};
pub use markup::{Markup, MarkupProblem, ProblemKind, blocks, inline};
pub use passage::{item_or_row, passage_blocks};
pub use plan::{Learning, LearningElement, ReadyItem, ReadyPlan, ReadyTopic};
pub use prose::{Mark, MarkKind, Place, Prose, Target, TextPos, TextSpan};
pub use questions::{Question, draw};
pub use reference::{Reference, ReferenceKind};
pub use safety::{
    Checked, Filled, FirstPage, NOT_FILLED_IN, Number, OrganisationRow, Safety, SafetyCard, SafetySource,
    Situation, SituationPage, Way,
};
pub use sheet::SafetyPage;
pub use telephone::{EMERGENCY_NUMBERS, telephone_digits};

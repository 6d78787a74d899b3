//! Ready plans for sessions, and the learning elements that guides count towards: content, as the guides are.

use serde::{Deserialize, Serialize};

use super::GuideId;
use crate::text::StringTable;

/// A plan for a session that comes with the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadyPlan {
    /// Its name in files and commands.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// For whom it is and when, in a sentence.
    pub purpose: String,
    /// What people say for it.
    pub aliases: StringTable,
    /// What to talk about, in order.
    pub items: Vec<ReadyItem>,
}

/// One thing to talk about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadyItem {
    /// What it is.
    pub topic: ReadyTopic,
    /// The minutes for it; 0 where the plan does not say.
    pub minutes: u16,
}

/// What an item of a ready plan is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadyTopic {
    /// A passage: its guide and the index of its block.
    Passage(GuideId, u32),
    /// A reflective question.
    Question(GuideId, u32),
    /// Words of the plan itself.
    Own(String),
}

impl ReadyPlan {
    /// Returns the minutes of all its items.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.items.iter().map(|item| u32::from(item.minutes)).sum()
    }
}

/// What continuous professional learning is counted under.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learning {
    /// Who names the elements, and where.
    pub source: String,
    /// The day on which that was read, as `2026-11-30`.
    pub checked: String,
    /// The elements, in the order of the source.
    pub elements: Vec<LearningElement>,
}

/// One element of learning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearningElement {
    /// Its name in files.
    pub slug: String,
    /// Its title.
    pub title: String,
}

//! The shapes of machine-readable answers about themes, relations, terms and questions; as those of `record`, a
//! promise to other programs.

use serde::Serialize;

use super::record::{Record, line};
use crate::guide::Area;

/// A theme.
#[derive(Debug, Serialize)]
pub(super) struct ThemeRecord<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) areas: Vec<Area>,
    /// Ids, in reading order.
    pub(super) guides: Vec<&'a str>,
    pub(super) intro: &'a str,
}

impl Record for ThemeRecord<'_> {
    fn line(&self) -> String {
        let areas: Vec<_> = self.areas.iter().map(|area| area.slug()).collect();
        line(&[self.id, self.title, &areas.join(","), &self.guides.join(","), self.intro])
    }
}

/// A guide that another leads to, or that leads to it.
#[derive(Debug, Serialize)]
pub(super) struct RelationRecord<'a> {
    /// `related`, or `linked-from`.
    pub(super) relation: &'static str,
    pub(super) guide: &'a str,
    pub(super) title: &'a str,
    /// Empty where nothing says so.
    pub(super) why: &'a str,
}

impl Record for RelationRecord<'_> {
    fn line(&self) -> String {
        line(&[self.relation, self.guide, self.title, self.why])
    }
}

/// A term.
#[derive(Debug, Serialize)]
pub(super) struct TermRecord<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) meaning: &'a str,
    pub(super) also_said: Vec<&'a str>,
    /// Whether it is general knowledge, and not from a source.
    pub(super) general: bool,
    /// Ids of guides that say more.
    pub(super) see: Vec<&'a str>,
    /// Ids of guides that use it.
    pub(super) used_in: Vec<&'a str>,
}

impl Record for TermRecord<'_> {
    fn line(&self) -> String {
        let general = if self.general { "general" } else { "" };
        line(&[
            self.id,
            self.title,
            self.meaning,
            &self.also_said.join("; "),
            general,
            &self.see.join(","),
            &self.used_in.join(","),
        ])
    }
}

/// A question to reflect on.
#[derive(Debug, Serialize)]
pub(super) struct QuestionRecord<'a> {
    pub(super) guide: &'a str,
    pub(super) title: &'a str,
    /// From 1 in each guide.
    pub(super) number: usize,
    pub(super) question: &'a str,
}

impl Record for QuestionRecord<'_> {
    fn line(&self) -> String {
        line(&[self.guide, self.title, &self.number.to_string(), self.question])
    }
}

//! Collects what is wrong while a pack is read, and nothing stops at the first of it.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{SourceFile, SourceSpan};
use super::report::{Diagnostic, Location, Report};
use super::rule::{Rule, Severity};
use crate::text::{LineCounter, char_boundary, clean_line, line_column, nearest, slice, truncate};

/// More than this from one file helps nobody; the rest is counted.
pub(super) const PER_FILE: usize = 100;

/// More than this in all helps nobody; the rest is counted.
const AT_MOST: usize = 5_000;

/// How many names are compared in all to say which one was meant: a large pack with all links broken must not
/// take minutes.
const COMPARISONS: usize = 200_000;

/// Something that is wrong.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) rule: Rule,
    pub(super) place: SourceSpan,
    pub(super) message: String,
    pub(super) help: String,
    /// A second place that has to do with it.
    pub(super) also: Option<SourceSpan>,
}

/// All that is wrong.
#[derive(Debug)]
pub(super) struct Findings {
    list: Vec<Finding>,
    /// How many there were in each file.
    counts: Vec<usize>,
    totals: Totals,
    /// What happened to the last one.
    last: Last,
    comparisons: usize,
    /// What leads to parts of a file that was not read, by kind of part.
    unread: BTreeMap<&'static str, Unread>,
}

/// What leads to parts of a file that was not read.
#[derive(Debug, Clone, Default)]
pub(super) struct Unread {
    /// How often.
    pub(super) uses: usize,
    /// The first few ids, in order.
    pub(super) ids: BTreeSet<String>,
}

/// Ids that are named where a file is missing.
const IDS_NAMED: usize = 5;

/// How many there are, those that are not listed included.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Totals {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) advice: usize,
    pub(super) left_out: usize,
}

/// What happened to a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Listed,
    LeftOut,
}

impl Findings {
    pub(super) fn new(files: usize) -> Self {
        Self {
            list: Vec::new(),
            counts: vec![0; files],
            totals: Totals::default(),
            last: Last::LeftOut,
            comparisons: COMPARISONS,
            unread: BTreeMap::new(),
        }
    }

    /// Returns how many errors there are so far.
    pub(super) fn errors(&self) -> usize {
        self.totals.errors
    }

    pub(super) fn add(
        &mut self,
        rule: Rule,
        place: &SourceSpan,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        *self.total(rule.severity()) += 1;
        let count = self.counts.get_mut(place.file).map_or(0, |count| {
            *count += 1;
            *count
        });
        if count > PER_FILE || self.list.len() >= AT_MOST {
            self.totals.left_out += 1;
            self.last = Last::LeftOut;
            return;
        }
        let place = place.clone();
        self.list.push(Finding { rule, place, message: message.into(), help: help.into(), also: None });
        self.last = Last::Listed;
    }

    /// Remembers that something leads to a part of a file that was not read.
    pub(super) fn leads_to_unread(&mut self, what: &'static str, id: &str) {
        let unread = self.unread.entry(what).or_default();
        unread.uses += 1;
        if unread.ids.len() < IDS_NAMED {
            unread.ids.insert(quoted(id));
        }
    }

    /// Returns what leads to parts of this kind that were not read.
    pub(super) fn unread(&self, what: &str) -> Option<Unread> {
        self.unread.get(what).cloned()
    }

    /// Adds what is counted and not listed.
    pub(super) fn count_only(&mut self, severity: Severity, number: usize) {
        self.totals.left_out += number;
        *self.total(severity) += number;
    }

    fn total(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Error => &mut self.totals.errors,
            Severity::Warning => &mut self.totals.warnings,
            Severity::Advice => &mut self.totals.advice,
        }
    }

    /// Whether one more in this file would be listed.
    pub(super) fn has_room(&self, file: usize) -> bool {
        self.list.len() < AT_MOST && self.counts.get(file).is_none_or(|count| *count < PER_FILE)
    }

    /// Names a second place that the last finding is about.
    pub(super) fn also(&mut self, place: SourceSpan) {
        if self.last == Last::Listed
            && let Some(finding) = self.list.last_mut()
        {
            finding.also = Some(place);
        }
    }

    /// Returns the candidate that `word` was most likely meant to be, as long as there is patience for it.
    pub(super) fn meant<'a>(
        &mut self,
        word: &str,
        candidates: impl ExactSizeIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        self.comparisons = self.comparisons.checked_sub(candidates.len())?;
        nearest(word, candidates)
    }

    /// Returns the report: in order of files, and from top to bottom.
    pub(super) fn report(mut self, documents: &[SourceFile<'_>]) -> Report {
        let name = |finding: &Finding| documents.get(finding.place.file).map_or("", |document| document.name);
        self.list.sort_by(|a, b| {
            let key = |finding: &Finding| (finding.place.bytes.start, finding.rule);
            name(a).cmp(name(b)).then_with(|| key(a).cmp(&key(b)))
        });
        let mut lines = LineCounter::new("");
        let mut counted = None;
        let mut diagnostics = Vec::with_capacity(self.list.len());
        for Finding { rule, place, message, help, also } in &self.list {
            let Some(document) = documents.get(place.file) else { continue };
            if counted.replace(place.file) != Some(place.file) {
                lines = LineCounter::new(document.text);
            }
            let at = lines.line_column(place.bytes.start);
            let mut diagnostic = Diagnostic::new(*rule, (document, &place.bytes, at), message, help);
            diagnostic.also = also.as_ref().and_then(|place| {
                let document = documents.get(place.file)?;
                Some(Location::new(document, line_column(document.text, place.bytes.start)))
            });
            diagnostics.push(diagnostic);
        }
        let Totals { errors, warnings, advice, left_out } = self.totals;
        Report { diagnostics, errors, warnings, advice, left_out }
    }
}

/// Returns what somebody wrote, to stand in a message: clean, short, between backticks.
pub(super) fn quoted(text: &str) -> String {
    format!("`{}`", truncate(&clean_line(slice(text, 0..char_boundary(text, 400))), 60))
}

/// Returns words in a list, each between backticks.
pub(super) fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patience_for_guesses_ends() {
        let mut findings = Findings::new(1);
        let names = vec!["title"; COMPARISONS / 2];
        assert_eq!(findings.meant("titel", names.iter().copied()), Some("title"));
        assert_eq!(findings.meant("titel", names.iter().copied()), Some("title"));
        assert_eq!(findings.meant("titel", names.iter().copied()), None);
    }

    #[test]
    fn what_is_quoted_is_short_and_harmless() {
        assert_eq!(quoted("a\u{1b}\nb"), "`a\u{fffd} b`");
        assert!(quoted(&"漢".repeat(1_000_000)).len() < 200);
    }
}

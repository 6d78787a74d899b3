//! Reads the fields of a TOML table one by one and says what is wrong with each.
//!
//! Not `serde`'s derived reading, because that stops at the first thing that is wrong: somebody who mends a
//! guide wants to hear all of it at once. A key that nobody asked for is one that the format does not have.

mod nested;

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::document::{SourceFile, SourceSpan, Text};
use super::findings::{Findings, listed, quoted};
use super::rule::Rule;
use crate::guide::is_slug;
use crate::text::{clean, clean_line, unsafe_chars};

/// How a text is written and how long it may be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    /// One line, at most so many characters.
    Line(usize),
    /// Markdown, at most so many bytes.
    Markdown(usize),
}

/// What an empty text comes to.
#[derive(Debug, Clone, Copy)]
enum Empty {
    /// Something has to be there.
    IsMissing,
    /// Its key may be left out.
    MayGo,
    /// It is one of a list.
    IsAnItem,
}

/// A table being read.
pub(super) struct Fields<'a, 'f> {
    table: &'a DeTable<'a>,
    document: SourceFile<'a>,
    /// Where a key that is missing belongs.
    place: SourceSpan,
    /// What the table is, to stand in a message: `a guide`.
    what: &'static str,
    asked: Vec<&'static str>,
    /// The keys of the table around it: one that came too late is known by them.
    outer: &'f [&'static str],
    findings: &'f mut Findings,
}

impl<'a, 'f> Fields<'a, 'f> {
    pub(super) fn new(
        document: SourceFile<'a>,
        table: &'a DeTable<'a>,
        what: &'static str,
        findings: &'f mut Findings,
    ) -> Self {
        Self { table, document, place: document.place(0..0), what, asked: Vec::new(), outer: &[], findings }
    }

    /// Reports every key that was not asked for.
    pub(super) fn finish(self) {
        let Self { table, document, what, asked, outer, findings, .. } = self;
        for (key, _) in table {
            let name: &str = key.get_ref();
            if asked.contains(&name) {
                continue;
            }
            if outer.contains(&name) {
                let message = format!("{} stands below a line in double brackets", quoted(name));
                let help = if TABLES.contains(&name) {
                    format!("write `[[{name}]]` in a line of its own, with its keys below it")
                } else {
                    "move it up to the other keys, above the first line in double brackets".to_owned()
                };
                findings.add(Rule::UnknownKey, &document.place(key.span()), message, help);
                continue;
            }
            let help = match findings.meant(name, asked.iter().copied()) {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!("{what} has {}", listed(asked.iter().copied())),
            };
            let message = format!("{what} has no key {}", quoted(name));
            findings.add(Rule::UnknownKey, &document.place(key.span()), message, help);
        }
    }

    fn get(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    fn get_required(&mut self, key: &'static str, example: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.get(key);
        if value.is_none() {
            let message = format!("{} needs the key `{key}`", self.what);
            self.findings.add(Rule::MissingKey, &self.place, message, format!("write {example}"));
        }
        value
    }

    fn wrong_type(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str, help: String) {
        let message = format!("`{key}` takes {wanted}, not {}", kind_of(value.get_ref()));
        self.findings.add(Rule::WrongType, &self.document.place(value.span()), message, help);
    }

    /// Returns a text that has to be there; empty where it is missing or wrong.
    pub(super) fn text(&mut self, key: &'static str, form: Form) -> Text {
        let example = match form {
            Form::Line(_) => format!("`{key} = \"…\"`"),
            Form::Markdown(_) => format!("`{key} = \"\"\"`, the text, and `\"\"\"` in the lines below"),
        };
        let value = self.get_required(key, &example);
        value
            .and_then(|value| self.string(key, value, form, Empty::IsMissing))
            .unwrap_or_else(|| self.nothing())
    }

    /// Returns a text that may be left out.
    pub(super) fn optional_text(&mut self, key: &'static str, form: Form) -> Option<Text> {
        let value = self.get(key)?;
        self.string(key, value, form, Empty::MayGo)
    }

    /// Returns an id that has to be there; empty where it is missing or wrong.
    pub(super) fn id(&mut self) -> Text {
        let value =
            self.get_required("id", "`id = \"…\"`: a short name of small letters, digits and hyphens");
        let Some(value) = value else { return self.nothing() };
        if let Some(id) = value.get_ref().as_str().filter(|id| !is_slug(id)) {
            let message = format!("{} is no id", quoted(id));
            let help = "an id has small letters a to z, digits and hyphens, begins with a letter or digit, and has \
                        at most 64 of them";
            self.findings.add(Rule::BadId, &self.document.place(value.span()), message, help);
            return self.nothing();
        }
        self.string("id", value, Form::Line(64), Empty::IsMissing).unwrap_or_else(|| self.nothing())
    }

    /// Returns the texts of a list, at most so many; none where it is left out.
    pub(super) fn texts(&mut self, key: &'static str, form: Form, at_most: usize) -> Vec<Text> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            let help = match value.get_ref().as_str() {
                Some(text) => {
                    format!("put it in brackets: `{key} = [\"{}\"]`", quoted(text).trim_matches('`'))
                }
                None => format!("write `{key} = [\"…\", \"…\"]`"),
            };
            self.wrong_type(key, value, "a list of texts", help);
            return Vec::new();
        };
        self.report_count(key, items, at_most);
        items.iter().take(at_most).filter_map(|item| self.string(key, item, form, Empty::IsAnItem)).collect()
    }

    /// Returns ids of other parts in a list; an id that is named twice is reported.
    pub(super) fn names(&mut self, key: &'static str) -> Vec<Text> {
        let names = self.texts(key, Form::Line(200), NAMES_AT_MOST);
        let mut seen: std::collections::BTreeMap<&str, SourceSpan> = std::collections::BTreeMap::new();
        for name in &names {
            if let Some(first) = seen.get(name.value.as_str()) {
                let message = format!("{} is named twice", quoted(&name.value));
                self.findings.add(Rule::DuplicateId, &name.place, message, "leave one of them out");
                self.findings.also(first.clone());
            } else {
                seen.insert(&name.value, name.place.clone());
            }
        }
        names
    }

    /// Returns one of some values that has to be there.
    pub(super) fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let names = || choices.iter().map(|(name, _)| *name);
        let value = self.get_required(key, &format!("`{key} = \"…\"` with one of {}", listed(names())))?;
        let Some(word) = value.get_ref().as_str() else {
            self.wrong_type(
                key,
                value,
                "a text",
                format!("write one of {}, in quotation marks", listed(names())),
            );
            return None;
        };
        let found = choices.iter().find(|(name, _)| *name == word);
        if found.is_none() {
            let others = listed(names());
            let help = match self.findings.meant(word, names()) {
                Some(near) => format!("did you mean `{near}`? It is one of {others}"),
                None => format!("write one of {others}"),
            };
            let message = format!("`{key}` cannot be {}", quoted(word));
            self.findings.add(Rule::WrongValue, &self.document.place(value.span()), message, help);
        }
        found.map(|(_, choice)| *choice)
    }

    /// Returns a day that has to be there, as `2026-11-21`.
    pub(super) fn day(&mut self, key: &'static str) -> Text {
        let help = format!("`{key} = 2026-11-21`, the day without quotation marks");
        let Some(value) = self.get_required(key, &help) else { return self.nothing() };
        let place = self.document.place(value.span());
        match value.get_ref() {
            DeValue::Datetime(when) => {
                if let (Some(day), None, None) = (when.date, when.time, when.offset) {
                    return Text { value: day.to_string(), place };
                }
                let message = format!("`{key}` takes a day alone");
                self.findings.add(Rule::WrongValue, &place, message, format!("write {help}"));
            }
            _ => self.wrong_type(key, value, "a date", format!("write {help}")),
        }
        self.nothing()
    }

    /// Returns the number of the format, and where it is; the largest there is where it is too large to read.
    pub(super) fn format(&mut self) -> Option<(i64, SourceSpan)> {
        let example = "`format = 1`";
        let value = self.get_required("format", example)?;
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_type("format", value, "a whole number", format!("write {example}"));
            return None;
        };
        let number = i64::from_str_radix(number.as_str(), number.radix()).unwrap_or(i64::MAX);
        Some((number, self.document.place(value.span())))
    }

    /// Reads the tables `[[key]]`, at most so many; none where they are left out.
    pub(super) fn tables<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        at_most: usize,
        read: impl Fn(&mut Fields<'a, '_>) -> T,
    ) -> Vec<T> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let help = || format!("write `[[{key}]]` on a line of its own, with the keys of {what} below it");
        let DeValue::Array(items) = value.get_ref() else {
            match value.get_ref() {
                DeValue::Table(_) if self.written(value.span()).starts_with('[') => {
                    let message = format!("`[{key}]` stands in single brackets");
                    let place = self.document.place(value.span());
                    self.findings.add(Rule::WrongType, &place, message, format!("write `[[{key}]]`"));
                }
                _ => self.wrong_type(key, value, "tables in double brackets", help()),
            }
            return Vec::new();
        };
        if !items.is_empty() && items.iter().all(|item| !item.get_ref().is_table()) {
            self.wrong_type(key, value, "tables in double brackets", help());
            return Vec::new();
        }
        self.report_count(key, items, at_most);
        let mut out = Vec::with_capacity(items.len().min(at_most));
        for item in items.iter().take(at_most) {
            let DeValue::Table(table) = item.get_ref() else {
                self.wrong_type(key, item, "tables in double brackets", help());
                continue;
            };
            let place = self.document.place(item.span());
            let (document, asked) = (self.document, Vec::new());
            let outer = self.asked.as_slice();
            let findings = &mut *self.findings;
            let mut fields = Fields { table, document, place, what, asked, outer, findings };
            out.push(read(&mut fields));
            fields.finish();
        }
        out
    }

    /// Reports a list or tables that are left out or empty.
    pub(super) fn needs_some(&mut self, key: &str, what: &str, example: &str) {
        let place = match self.table.get(key) {
            Some(value) => match value.get_ref() {
                DeValue::Array(items) if items.is_empty() => self.document.place(value.span()),
                _ => return,
            },
            None => self.place.clone(),
        };
        let message = format!("{} needs at least one {what}", self.what);
        self.findings.add(Rule::MissingKey, &place, message, format!("write {example}"));
    }

    /// Returns where the value of a key is written, or where it belongs.
    pub(super) fn place_of(&self, key: &str) -> SourceSpan {
        self.table.get(key).map_or_else(|| self.place.clone(), |value| self.document.place(value.span()))
    }

    fn nothing(&self) -> Text {
        Text { value: String::new(), place: self.place.clone() }
    }

    /// Returns a string, clean; nothing where it is of another type or empty.
    fn string(&mut self, key: &str, value: &Spanned<DeValue<'_>>, form: Form, empty: Empty) -> Option<Text> {
        let place = self.document.place(value.span());
        let DeValue::String(written) = value.get_ref() else {
            let help = match value.get_ref() {
                DeValue::Array(_) | DeValue::Table(_) => format!("write `{key} = \"…\"`"),
                _ => format!("put it in quotation marks: `\"{}\"`", self.written(value.span())),
            };
            self.wrong_type(key, value, "a text", help);
            return None;
        };
        let cleaned = clean(written);
        if matches!(cleaned, Cow::Owned(_)) {
            self.report_unsafe(key, value.span());
        }
        let cleaned = match form {
            Form::Line(_) => clean_line(&cleaned),
            Form::Markdown(_) => cleaned.into_owned(),
        };
        if cleaned.trim().is_empty() {
            let (message, help) = match empty {
                Empty::IsMissing => (format!("`{key}` is empty"), "write something: it cannot be left out"),
                Empty::MayGo => (format!("`{key}` is empty"), "write something, or leave the key out"),
                Empty::IsAnItem => (
                    format!("an item of `{key}` is empty"),
                    "write something, or take this item out of the list",
                ),
            };
            self.findings.add(Rule::EmptyText, &place, message, help);
            return None;
        }
        self.report_length(key, &cleaned, &place, form);
        Some(Text { value: cleaned, place })
    }

    fn report_count(&mut self, key: &str, items: &DeArray<'_>, at_most: usize) {
        let Some(first) = items.get(at_most) else { return };
        let message = format!("there are {} of `{key}`; at most {at_most} have room", items.len());
        let place = self.document.place(first.span());
        self.findings.add(Rule::TooLong, &place, message, "leave the last ones out");
    }

    fn report_length(&mut self, key: &str, text: &str, place: &SourceSpan, form: Form) {
        let (length, at_most, unit) = match form {
            Form::Line(at_most) if text.len() <= at_most => return,
            Form::Line(at_most) => (text.chars().count(), at_most, "characters"),
            Form::Markdown(at_most) => (text.len(), at_most, "bytes"),
        };
        if length > at_most {
            let message = format!("`{key}` has {length} {unit}; at most {at_most} have room");
            self.findings.add(Rule::TooLong, place, message, "make it shorter");
        }
    }

    /// Reports the first character of a string that was taken out or replaced, and how many there are.
    fn report_unsafe(&mut self, key: &str, span: Range<usize>) {
        let mut hidden = unsafe_chars(self.document.chars(span));
        let Some((at, c)) = hidden.next() else { return };
        let more = hidden.count();
        let number = u32::from(c);
        let others = if more > 0 { format!(" and {more} more like it") } else { String::new() };
        let message = format!("`{key}` has the character U+{number:04X}, which cannot be shown{others}");
        let help = "take it out; the reader leaves it out or shows a sign in its place";
        self.findings.add(Rule::UnsafeText, &self.document.char_place(at), message, help);
    }

    fn written(&self, span: Range<usize>) -> String {
        quoted(self.document.text.get(span).unwrap_or_default()).trim_matches('`').to_owned()
    }
}

/// Keys whose values are tables below lines in double brackets.
const TABLES: [&str; 13] = [
    "element",
    "item",
    "learning",
    "number",
    "organisation",
    "plan",
    "question",
    "reference",
    "related",
    "section",
    "situation",
    "term",
    "theme",
];

/// More names than this in one list are not meant.
const NAMES_AT_MOST: usize = 2_000;

/// Returns what a value is, to stand in a message.
fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

//! Fields that are no text: a table for a value, certain words in a list, a switch.

use toml::de::DeValue;

use super::super::document::Text;
use super::super::findings::{listed, quoted};
use super::super::rule::Rule;
use super::{Fields, Form};

impl<'a> Fields<'a, '_> {
    /// Reads the table that a key has for a value; nothing where it is left out or of another type.
    pub(in super::super) fn table<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        read: impl FnOnce(&mut Fields<'a, '_>) -> T,
    ) -> Option<T> {
        let value = self.get(key)?;
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(
                key,
                value,
                "a table",
                format!("write `{key} = {{ … }}` with the keys of {what}"),
            );
            return None;
        };
        let place = self.document.place(value.span());
        let (document, findings) = (self.document, &mut *self.findings);
        let mut fields = Fields { table, document, place, what, asked: Vec::new(), outer: &[], findings };
        let read = read(&mut fields);
        fields.finish();
        Some(read)
    }

    /// Reads the table that a key has for a value, which has to be there.
    pub(in super::super) fn required_table<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        read: impl FnOnce(&mut Fields<'a, '_>) -> T,
    ) -> Option<T> {
        if !self.table.contains_key(key) {
            let message = format!("{} needs the key `{key}`", self.what);
            self.findings.add(Rule::MissingKey, &self.place, message, format!("write {what}"));
        }
        self.table(key, what, read)
    }

    /// Returns the words of a list that have to be some of `choices`.
    pub(in super::super) fn choices<T: Copy>(&mut self, key: &'static str, choices: &[(&str, T)]) -> Vec<T> {
        let names = || choices.iter().map(|(name, _)| *name);
        let mut found = Vec::new();
        for Text { value, place } in self.texts(key, Form::Line(200), 50) {
            if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == value) {
                found.push(*choice);
                continue;
            }
            let message = format!("`{key}` cannot have {}", quoted(&value));
            self.findings.add(
                Rule::WrongValue,
                &place,
                message,
                format!("write some of {}", listed(names())),
            );
        }
        found
    }

    /// Returns whether a switch is on; it may be left out.
    pub(in super::super) fn switch(&mut self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };
        let DeValue::Boolean(on) = value.get_ref() else {
            self.wrong_type(
                key,
                value,
                "true or false",
                format!("write `{key} = true`, or leave the key out"),
            );
            return false;
        };
        *on
    }

    /// Returns a whole number up to `at_most`; 0 where it is left out.
    pub(in super::super) fn optional_number(&mut self, key: &'static str, at_most: u16) -> u16 {
        let Some(value) = self.get(key) else { return 0 };
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_type(key, value, "a whole number", format!("write `{key} = 10`"));
            return 0;
        };
        let number = u16::from_str_radix(number.as_str(), number.radix()).ok();
        let Some(number) = number.filter(|number| *number <= at_most) else {
            let message = format!("`{key}` is between 0 and {at_most}");
            let place = self.document.place(value.span());
            self.findings.add(Rule::WrongValue, &place, message, format!("write `{key} = 10`"));
            return 0;
        };
        number
    }

    /// Returns a day that may be left out, as `2026-11-21`.
    pub(in super::super) fn optional_day(&mut self, key: &'static str) -> Option<Text> {
        self.get(key)?;
        Some(self.day(key)).filter(|day| !day.value.is_empty())
    }
}

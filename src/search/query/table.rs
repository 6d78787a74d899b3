//! The table of other words, made from the lists in `words/*.toml` when the program is built.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::search::index::language::Language;
use crate::search::index::tokens::plain;
use crate::search::query::synonyms::Kin;

/// The words of plain English.
const ENGLISH: &str = include_str!("words/english.toml");

/// The words of the field.
const CARE: &str = include_str!("words/care.toml");

/// A list of words, as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Words {
    /// Words that tell a library of the field.
    field: Vec<String>,
    /// Forms of one word that do not share a stem, with blanks between.
    forms: Vec<String>,
    /// Words that say nearly the same, with blanks between.
    groups: Vec<String>,
}

/// The outcome.
#[derive(Debug)]
pub(crate) struct Table {
    /// A line for each stem, in order: the stem, and each other stem behind its [sign](Kin::sign).
    pub(crate) lines: String,
    /// The words that tell a library of the field, with blanks between.
    pub(crate) field: String,
}

impl Table {
    /// Returns the table of the lists that the program brings.
    ///
    /// # Errors
    ///
    /// A list cannot be read, or has a word that is not plain or says nothing.
    pub(crate) fn build() -> Result<Self, String> {
        let english: Words = toml::from_str(ENGLISH).map_err(|error| format!("english.toml: {error}"))?;
        let care: Words = toml::from_str(CARE).map_err(|error| format!("care.toml: {error}"))?;
        let mut kin: BTreeMap<String, BTreeMap<String, Kin>> = BTreeMap::new();
        for (groups, how) in
            [(&english.forms, Kin::Form), (&care.groups, Kin::Field), (&english.groups, Kin::English)]
        {
            for group in groups {
                relate(group, how, &mut kin)?;
            }
        }
        Ok(Self {
            lines: kin.iter().map(|(stem, others)| line(stem, others)).collect(),
            field: care.field.join(" "),
        })
    }
}

/// Takes in the words of a group: each is kin to the others, in the closest way that any group has.
fn relate(group: &str, how: Kin, kin: &mut BTreeMap<String, BTreeMap<String, Kin>>) -> Result<(), String> {
    let language = Language::English;
    let is_looked_for = |word: &str| !word.is_empty() && plain(word) == word && !language.is_stop_word(word);
    if let Some(word) = group.split(' ').find(|word| !is_looked_for(word)) {
        return Err(format!("“{word}” in “{group}” is not a plain word that is looked for"));
    }
    let stems: BTreeSet<String> = group.split(' ').map(|word| language.stem(word)).collect();
    if stems.len() < 2 {
        return Err(format!("“{group}” has not two words that differ"));
    }
    for stem in &stems {
        for other in stems.iter().filter(|other| *other != stem) {
            let closest = kin.entry(stem.clone()).or_default().entry(other.clone()).or_insert(how);
            *closest = how.min(*closest);
        }
    }
    Ok(())
}

fn line(stem: &str, others: &BTreeMap<String, Kin>) -> String {
    let others =
        others.iter().flat_map(|(other, kin)| [" ".to_owned(), kin.sign().to_string(), other.clone()]);
    std::iter::once(stem.to_owned()).chain(others).chain(["\n".to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_of_a_group_leads_to_the_others_in_the_closest_way() {
        let mut kin = BTreeMap::new();
        relate("leave left", Kin::Form, &mut kin).unwrap();
        relate("leave left quit", Kin::English, &mut kin).unwrap();
        let lines: String = kin.iter().map(|(stem, others)| line(stem, others)).collect();
        assert_eq!(lines, "leav =left -quit\nleft =leav -quit\nquit -leav -left\n");
    }

    #[test]
    fn what_could_never_be_found_is_an_error() {
        for group in ["the leave", "Leave left", "leaves leaving", "alone", "two  blanks"] {
            assert!(relate(group, Kin::English, &mut BTreeMap::new()).is_err(), "{group}");
        }
    }

    #[test]
    fn the_lists_can_be_read() {
        let table = Table::build().unwrap();
        assert!(table.lines.lines().is_sorted() && table.field.contains("foster"));
    }
}

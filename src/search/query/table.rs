//! The table of words, made from the lists in `words` when the program is built: the synonyms of each stem, and the stems
//! of other English words, which have none.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::synonyms::{ELSEWHERE, Relation};
use crate::search::index::{Language, plain};

/// The words of general English.
const GENERAL: &str = include_str!("words/english.toml");

/// The words of the domain.
const CARE: &str = include_str!("words/care.toml");

/// Words of English.
const KNOWN: &str = include_str!("words/known.txt");

/// A list of synonyms, as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SynonymList {
    /// Words by which a library of the domain is known.
    field: Vec<String>,
    /// Forms of one word that do not share a stem, with blanks between.
    forms: Vec<String>,
    /// Words that mean nearly the same, with blanks between.
    groups: Vec<String>,
    /// Words of what a library of the domain hardly speaks of, with blanks between.
    elsewhere: Vec<String>,
}

/// For each stem its synonyms.
type Synonyms = BTreeMap<String, BTreeMap<String, Relation>>;

/// The outcome.
#[derive(Debug)]
pub(crate) struct Table {
    /// A line for each known stem, in order: the stem, and each synonym behind its [sign](Relation::sign).
    pub(crate) lines: String,
    /// The words by which a library of the domain is known, with blanks between.
    pub(crate) domain: String,
}

impl Table {
    /// Returns the table of the lists that the program brings.
    ///
    /// # Errors
    ///
    /// A list cannot be read, or has a word that is not plain or that is a stop word.
    pub(crate) fn build() -> Result<Self, String> {
        let list = |toml, file| -> Result<SynonymList, String> {
            toml::from_str(toml).map_err(|error| format!("{file}: {error}"))
        };
        let (general, care) = (list(GENERAL, "english.toml")?, list(CARE, "care.toml")?);
        let mut synonyms = Synonyms::new();
        for (groups, relation) in [
            (&general.forms, Relation::Form),
            (&care.groups, Relation::Domain),
            (&general.groups, Relation::General),
        ] {
            for group in groups {
                relate(group, relation, &mut synonyms)?;
            }
        }
        for word in KNOWN.lines().filter(|line| !line.starts_with('#')) {
            synonyms.entry(Language::English.stem(word)).or_default();
        }
        let elsewhere = care.elsewhere.iter().flat_map(|words| words.split(' '));
        let elsewhere: BTreeSet<String> = elsewhere.map(|word| Language::English.stem(word)).collect();
        for stem in &elsewhere {
            synonyms.entry(stem.clone()).or_default();
        }
        let lines = synonyms.iter().map(|(stem, synonyms)| line(stem, synonyms, elsewhere.contains(stem)));
        Ok(Self { lines: lines.collect(), domain: care.field.join(" ") })
    }
}

/// Takes in the words of a group: each is a synonym of the others, by the closest relation that any group has.
fn relate(group: &str, relation: Relation, synonyms: &mut Synonyms) -> Result<(), String> {
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
            let closest = synonyms.entry(stem.clone()).or_default().entry(other.clone()).or_insert(relation);
            *closest = relation.min(*closest);
        }
    }
    Ok(())
}

fn line(stem: &str, synonyms: &BTreeMap<String, Relation>, is_elsewhere: bool) -> String {
    let synonyms = synonyms.iter().map(|(synonym, relation)| format!(" {}{synonym}", relation.sign()));
    let sign = if is_elsewhere { ELSEWHERE } else { "" };
    format!("{stem}{}{sign}\n", synonyms.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_of_a_group_leads_to_the_others_in_the_closest_way() {
        let mut relation = Synonyms::new();
        relate("leave left", Relation::Form, &mut relation).unwrap();
        relate("leave left quit", Relation::General, &mut relation).unwrap();
        let lines: String = relation.iter().map(|(stem, others)| line(stem, others, false)).collect();
        assert_eq!(lines, "leav =left -quit\nleft =leav -quit\nquit -leav -left\n");
    }

    #[test]
    fn what_could_never_be_found_is_an_error() {
        for group in ["the leave", "Leave left", "leaves leaving", "alone", "two  blanks"] {
            assert!(relate(group, Relation::General, &mut BTreeMap::new()).is_err(), "{group}");
        }
    }

    #[test]
    fn the_lists_can_be_read() {
        let table = Table::build().unwrap();
        assert!(table.lines.lines().is_sorted() && table.domain.contains("foster"));
    }
}

//! More words that people look for an action with: data, embedded.

use toml_edit::Document;

use super::Action;

const EMBEDDED: &str = include_str!("synonyms.toml");

/// Returns what else people call each action that has such words.
pub(super) fn synonyms() -> Vec<(Action, String)> {
    // A test holds that every line is read.
    let Ok(document) = Document::parse(EMBEDDED) else { return Vec::new() };
    let lines = document.as_table().iter();
    lines.filter_map(|(name, words)| Some((Action::named(name)?, words.as_str()?.to_owned()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_an_action_and_its_words() {
        let lines = EMBEDDED.lines().filter(|line| line.contains('=')).count();
        assert_eq!(synonyms().len(), lines);
    }
}

//! Words with a hyphen before them, which leave something out of a search and look like options.
//!
//! A reader of options cannot tell `-power` from four short options; before it looks, they are put where everything is
//! a word.

use std::ffi::{OsStr, OsString};

/// The options whose value is the next word, as `search` takes them.
const WITH_VALUE: [&str; 8] =
    ["-n", "--number", "--theme", "--area", "--kind", "--batch", "--pack", "--color"];

/// Returns a command line in which the words to leave out of a search (`-word`) stand behind `--`, where they are
/// words and no options. Their place among the others does not matter to the search.
pub(super) fn with_words_left_out(arguments: &[OsString]) -> Vec<OsString> {
    let ends = arguments.iter().position(|word| word == "--").unwrap_or(arguments.len());
    let (before, behind) = arguments.split_at(ends);
    let mut kept: Vec<OsString> = Vec::with_capacity(arguments.len() + 1);
    let mut left_out: Vec<OsString> = Vec::new();
    let mut command = None;
    for word in before {
        let is_value = kept.last().is_some_and(|last| WITH_VALUE.iter().any(|option| last == option));
        let is_option = word.to_string_lossy().starts_with('-');
        if command.is_none() && !kept.is_empty() && !is_value && !is_option {
            command = Some(word);
        }
        let of_search = command.is_some_and(|command| command == "search");
        let into = if of_search && !is_value && is_left_out(word) { &mut left_out } else { &mut kept };
        into.push(word.clone());
    }
    if left_out.is_empty() {
        return arguments.to_vec();
    }
    kept.push(OsString::from("--"));
    kept.extend(left_out);
    kept.extend(behind.iter().skip(1).cloned());
    kept
}

/// Whether a word is a hyphen and a word to leave out, and none of the short options.
fn is_left_out(word: &OsStr) -> bool {
    let word = word.to_string_lossy();
    let Some(rest) = word.strip_prefix('-') else { return false };
    let mut letters = rest.chars();
    match (letters.next(), letters.next()) {
        (Some('n'), second) => second.is_some_and(char::is_alphabetic),
        (Some('h' | 'V'), None) => false,
        (first, _) => first.is_some_and(char::is_alphabetic),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::cli::args::{Args, Command, joined};

    #[test]
    fn words_to_leave_out_are_words() {
        let words = |typed: &str| {
            let typed: Vec<OsString> = typed.split(' ').map(OsString::from).collect();
            match Args::try_parse_from(with_words_left_out(&typed)).map(|args| args.command) {
                Ok(Some(Command::Search(search))) => (joined(&search.words), search.number),
                other => unreachable!("{other:?}"),
            }
        };
        assert_eq!(words("toolkit search love -power"), ("love -power".into(), None));
        assert_eq!(words("toolkit search love -power -n 3"), ("love -power".into(), Some(3)));
        assert_eq!(words("toolkit search -night love -n3"), ("love -night".into(), Some(3)));
        assert_eq!(words("toolkit search love -- -power --json"), ("love -power --json".into(), None));
        assert!(Args::try_parse_from(with_words_left_out(&["toolkit".into(), "-x".into()])).is_err());
    }
}

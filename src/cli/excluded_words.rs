//! Words to leave out of a search, which have a hyphen before them and look like options.
//!
//! A parser of options cannot tell `-power` from four short options; before it looks, such words are put behind `--`,
//! where everything is a word.

use std::ffi::{OsStr, OsString};

use clap::{Arg, Command};

/// The command that takes words to leave out.
const SEARCH: &str = "search";

/// Returns a command line in which the words of a search stand behind `--`, in their order, where some of them are to be
/// left out (`-word`): words of danger are looked for as they were typed.
pub(super) fn behind_options(arguments: &[OsString], program: &Command) -> Vec<OsString> {
    let with_value = options_with_value(program);
    let end = arguments.iter().position(|word| word == "--").unwrap_or(arguments.len());
    let (before, behind) = arguments.split_at(end);
    let mut kept: Vec<OsString> = Vec::with_capacity(arguments.len() + 1);
    let mut words: Vec<OsString> = Vec::new();
    let mut has_excluded = false;
    let mut command = None;
    for word in before {
        let is_value =
            kept.last().is_some_and(|last| with_value.iter().any(|option| last == option.as_str()));
        let is_option = word.to_string_lossy().starts_with('-');
        if command.is_none() && !kept.is_empty() && !is_value && !is_option {
            command = Some(word);
        }
        let is_word = command.is_some_and(|command| command == SEARCH && !std::ptr::eq(command, word))
            && !is_value
            && (!is_option || is_excluded(word));
        has_excluded |= is_word && is_option;
        let into = if is_word { &mut words } else { &mut kept };
        into.push(word.clone());
    }
    if !has_excluded {
        return arguments.to_vec();
    }
    kept.push(OsString::from("--"));
    kept.extend(words);
    kept.extend(behind.iter().skip(1).cloned());
    kept
}

/// Returns the options of the search whose value is the next word, as they are typed.
fn options_with_value(program: &Command) -> Vec<String> {
    let search = program.find_subcommand(SEARCH).into_iter().flat_map(Command::get_arguments);
    // What takes its value behind an equals sign takes no word.
    let takes_word = |option: &&Arg| option.get_action().takes_values() && !option.is_require_equals_set();
    let options = program.get_arguments().chain(search).filter(takes_word);
    let typed = |option: &Arg| {
        let long = option.get_long().map(|long| format!("--{long}"));
        [long, option.get_short().map(|short| format!("-{short}"))]
    };
    options.flat_map(typed).flatten().collect()
}

/// Whether a word is a hyphen and a word to leave out, and none of the short options.
fn is_excluded(word: &OsStr) -> bool {
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
    use clap::{CommandFactory as _, Parser as _};

    use super::*;
    use crate::cli::args::{Args, Command};
    use crate::cli::options::joined;

    #[test]
    fn words_to_leave_out_are_words() {
        let words = |typed: &str| {
            let typed: Vec<OsString> = typed.split(' ').map(OsString::from).collect();
            match Args::try_parse_from(behind_options(&typed, &Args::command())).map(|args| args.command) {
                Ok(Some(Command::Search(search))) => (joined(&search.words), search.number),
                other => unreachable!("{other:?}"),
            }
        };
        assert_eq!(words("toolkit search love -power"), ("love -power".into(), None));
        assert_eq!(words("toolkit search love -power -n 3"), ("love -power".into(), Some(3)));
        assert_eq!(words("toolkit search -night love -n3"), ("-night love".into(), Some(3)));
        assert_eq!(words("toolkit search love -- -power --json"), ("love -power --json".into(), None));
        let short = behind_options(&["toolkit".into(), "-x".into()], &Args::command());
        assert!(Args::try_parse_from(short).is_err());
        assert_eq!(
            options_with_value(&Args::command()),
            ["--pack", "--color", "--number", "-n", "--theme", "--area", "--kind", "--batch"]
        );
    }
}

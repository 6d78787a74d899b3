//! The message for a command line that is not understood: what is wrong, what would be right, and an example.
//!
//! clap words its errors for programmers; here they are worded for everybody.

use std::ffi::OsString;
use std::fmt::Write as _;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::lookup;
use crate::bundled;
use crate::text::{clean_line, truncate};

/// The longest word of the command line that is repeated, in columns.
const REPEATED: usize = 60;

/// Returns the message for a command line that was not understood.
pub(super) fn message(error: &clap::Error, arguments: &[OsString], program: &Command) -> String {
    let command = called(program, arguments);
    let name =
        command.map_or_else(|| "toolkit".to_owned(), |command| format!("toolkit {}", command.get_name()));
    let mut out = happened(error, &name);
    if let Some(meant) = meant(error) {
        let _ = write!(out, " Did you mean {meant}?");
    }
    out.push('\n');
    if error.kind() == ErrorKind::InvalidSubcommand {
        out.push_str(&looked_for(&context(error, ContextKind::InvalidSubcommand).concat(), arguments));
    }
    if let Some(example) = command.and_then(example) {
        let _ = writeln!(out, "For example:  {example}");
    }
    let _ = write!(out, "Everything it understands:  {name} --help");
    out
}

/// Returns how to search for words that were typed where a command belongs: most people who do that want to search.
fn looked_for(first: &str, arguments: &[OsString]) -> String {
    let words = arguments.iter().map(|word| word.to_string_lossy()).skip_while(|word| word != first);
    let words: Vec<_> = words.take_while(|word| !word.starts_with('-')).collect();
    let typed = clean_line(&words.join(" "));
    let Some(again) = lookup::as_typed(&typed) else { return String::new() };
    let mut out = format!("To look for it: toolkit search {again}\n");
    let library = bundled::library();
    if let Some(guide) = lookup::exact_guide(&library, &typed) {
        let _ = writeln!(out, "To read the guide: toolkit show {guide}");
    }
    if lookup::exact_term(&library, &typed).is_some() {
        let _ = writeln!(out, "What the word means: toolkit define {again}");
    }
    out
}

/// Returns the command that was called, if there is one.
fn called<'a>(program: &'a Command, arguments: &[OsString]) -> Option<&'a Command> {
    arguments.iter().skip(1).find_map(|word| program.find_subcommand(word))
}

/// Returns the first example in the help of a command.
fn example(command: &Command) -> Option<String> {
    let help = command.get_after_help()?.to_string();
    let line = help.lines().map(str::trim).find(|line| line.starts_with("toolkit "))?;
    line.split("  ").next().map(str::to_owned)
}

/// Returns what happened, in a sentence.
fn happened(error: &clap::Error, name: &str) -> String {
    let (wrong, value) = (context(error, ContextKind::InvalidArg), context(error, ContextKind::InvalidValue));
    let option = wrong.first().map(|wrong| bare(wrong)).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = context(error, ContextKind::InvalidSubcommand).concat();
            format!("There is no command “{}”.", shown(&word))
        }
        ErrorKind::UnknownArgument => format!("{name} does not understand “{}”.", shown(&option)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::WrongNumberOfValues => {
            wrong_value(error, &option, &value.concat())
        }
        ErrorKind::TooFewValues | ErrorKind::NoEquals => format!("{option} needs a word behind it."),
        ErrorKind::TooManyValues => format!("“{}” is too much for {option}.", shown(&value.concat())),
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg);
            match other.first().map(|other| bare(other)) {
                Some(other) if other == option => format!("{option} stands there twice. Leave one out."),
                Some(other) => format!("{option} and {other} do not go together. Leave one out."),
                None => format!("{option} does not go together with the rest. Leave it out."),
            }
        }
        ErrorKind::MissingRequiredArgument => {
            let missing: Vec<String> = wrong.iter().map(|argument| bare(argument)).collect();
            format!("{name} needs something more: {}.", missing.join(", "))
        }
        _ => "The command was not understood.".to_owned(),
    }
}

fn wrong_value(error: &clap::Error, option: &str, value: &str) -> String {
    let valid = context(error, ContextKind::ValidValue);
    let takes =
        if valid.is_empty() { needed(option).to_owned() } else { format!("one of {}", valid.join(", ")) };
    if value.is_empty() {
        format!("{option} needs something behind it: {takes}.")
    } else {
        format!("{option} cannot be “{}”. It takes {takes}.", shown(value))
    }
}

/// Returns what an option takes that has no list of words.
fn needed(option: &str) -> &'static str {
    match option {
        "--pack" => "the folder with the guides to read",
        "--theme" => "the name of a theme, as toolkit themes shows it",
        "--batch" => "the name of a file, or - for what is piped in",
        "--seed" => "a whole number, 0 or more",
        "--number" => "a whole number from 1 to 65535",
        _ => "a word",
    }
}

/// Returns the nearest right word, as clap suggests it.
fn meant(error: &clap::Error) -> Option<String> {
    let kinds = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near = kinds.into_iter().flat_map(|kind| context(error, kind)).next()?;
    Some(format!("“{}”", shown(&near)))
}

/// Returns what clap knows about one side of an error.
fn context(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(value)) => vec![value.clone()],
        Some(ContextValue::Strings(values)) => values.clone(),
        Some(ContextValue::StyledStr(value)) => vec![value.to_string()],
        Some(ContextValue::Number(number)) => vec![number.to_string()],
        _ => Vec::new(),
    }
}

/// Returns an option as it is typed: `--area` for `--area <AREA>`, and `GUIDE` for `<GUIDE>`.
fn bare(option: &str) -> String {
    let typed = option.split([' ', '=']).next().unwrap_or_default();
    let typed = typed.trim_end_matches('.');
    let typed = typed.strip_prefix('[').and_then(|typed| typed.strip_suffix(']')).unwrap_or(typed);
    let typed = typed.strip_prefix('<').and_then(|typed| typed.strip_suffix('>')).unwrap_or(typed);
    truncate(&clean_line(typed), REPEATED).into_owned()
}

fn shown(word: &str) -> String {
    truncate(&clean_line(word), REPEATED).into_owned()
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory as _, Parser as _};

    use super::*;
    use crate::cli::args::Args;

    fn on(words: &[&str]) -> String {
        let words: Vec<OsString> = ["toolkit"].iter().chain(words).map(OsString::from).collect();
        message(&Args::try_parse_from(&words).unwrap_err(), &words, &Args::command())
    }

    #[test]
    fn what_was_wrong_is_said_to_everybody() {
        for (words, sentence) in [
            (&["serch"][..], "There is no command “serch”. Did you mean “search”?"),
            (&["list", "--nosuch"], "toolkit list does not understand “--nosuch”."),
            (&["list", "--kin", "x"], "toolkit list does not understand “--kin”. Did you mean “--kind”?"),
            (
                &["list", "--area", "nobody"],
                "--area cannot be “nobody”. It takes one of workforce, young-people.",
            ),
            (&["list", "--area"], "--area needs something behind it: one of workforce, young-people."),
            (&["search", "-n", "0", "x"], "--number cannot be “0”. It takes a whole number from 1 to 65535."),
            (
                &["search", "x", "--theme"],
                "--theme needs something behind it: the name of a theme, as toolkit themes shows it.",
            ),
            (&["list", "--pack"], "--pack needs something behind it: the folder with the guides to read."),
            (
                &["search", "--batch"],
                "--batch needs something behind it: the name of a file, or - for what is piped in.",
            ),
            (&["random", "--seed", "x"], "--seed cannot be “x”. It takes a whole number, 0 or more."),
            (&["search", "--json", "--plain", "x"], "--json and --plain do not go together. Leave one out."),
            (&["show"], "toolkit show needs something more: GUIDE[#SECTION]."),
            (&["search"], "toolkit search needs something more: WORDS."),
        ] {
            let said = on(words);
            assert_eq!(said.lines().next(), Some(sentence), "{said}");
        }
        assert!(on(&["show"]).contains("\nFor example:  toolkit show build-relationships\n"));
        assert!(on(&["serch"]).ends_with("toolkit --help"));
    }

    #[test]
    fn words_in_the_place_of_a_command_can_be_looked_for() {
        let said = on(&["she", "keeps", "pushing", "me", "away", "--color", "never"]);
        assert!(said.contains("\nTo look for it: toolkit search she keeps pushing me away\n"), "{said}");
        let said = on(&["supervision"]);
        assert!(said.contains("\nTo read the guide: toolkit show supervision\n"), "{said}");
        assert!(said.contains("\nWhat the word means: toolkit define supervision\n"), "{said}");
        assert!(on(&["Boundaries"]).contains("toolkit define Boundaries\n"));
        assert!(on(&["don't; rm"]).contains("toolkit search \"don't; rm\"\n"));
        assert!(!on(&["$(x)"]).contains("To look for it"));
    }
}

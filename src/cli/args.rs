//! What can be typed: the commands, their words and flags, and the help that explains them.
//!
//! Everything foreign is taken as [`OsString`]: an argument that is not UTF-8 is a name that nothing has, not a
//! reason to stop.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser as _};
use clap::{Parser, Subcommand, ValueEnum};

use super::bookmarks;
use super::check::{self, CheckArgs};
use super::new::{self, NewArgs};
use super::paint::Ink;
use super::personal;
use super::shells;
use crate::environment::{ColourRequest, Environment, Stream};
use crate::guide::{Area, GuideKind};

const EXAMPLES: &str = "\
Type one of these lines and press Enter:
  toolkit                                   the reader: arrows move, q leaves
  toolkit search she keeps pushing me away  the guides that speak of it
  toolkit show build-relationships          that guide, printed here
  toolkit list                              every guide, with the name to type
  toolkit define interdependence            what a word means
  toolkit open build-relationships          the reader, with that guide open

More about one of the commands: toolkit help search";

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "toolkit",
    version,
    about = "The Real Toolkit in a terminal: guidance for people who support care-experienced young people.",
    after_help = EXAMPLES,
    max_term_width = 80,
    disable_help_subcommand = false
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// Open the guide that was read last, where it was left
    #[arg(long = "continue")]
    pub(super) go_on: bool,
    #[command(flatten)]
    pub(super) common: Common,
}

/// What every command takes.
#[derive(Debug, clap::Args)]
pub(super) struct Common {
    /// Read the guides in this folder instead of those the program brings
    #[arg(long, value_name = "DIR", global = true)]
    pub(super) pack: Option<PathBuf>,
    /// Write nothing: no bookmarks, no places, no history
    #[arg(long, global = true)]
    pub(super) private: bool,
    /// Whether to use colour: as the terminal can, always or never
    #[arg(
        long,
        value_name = "WHEN",
        global = true,
        default_value = "auto",
        hide_default_value = true,
        value_enum
    )]
    pub(super) color: When,
}

impl Common {
    /// Returns with what an answer may be marked: the flag rules, then `NO_COLOR`, then `CLICOLOR_FORCE`, then what
    /// standard output goes to.
    pub(super) fn ink(&self, environment: &Environment) -> Ink {
        let is_terminal = environment.stdout == Stream::Terminal;
        match (self.color, environment.colour_request) {
            (When::Always, _) | (When::Auto, ColourRequest::On) => Ink::Colours,
            (When::Auto, ColourRequest::Off) if is_terminal => Ink::Attributes,
            (When::Auto, ColourRequest::None) if is_terminal => Ink::Colours,
            (When::Never | When::Auto, _) => Ink::Plain,
        }
    }
}

/// Whether to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Open the reader at a guide
    #[command(after_help = "\
Examples:
  toolkit open build-relationships          the reader, with this guide open
  toolkit open build-relationships#do       the same, at its section Do")]
    Open {
        #[command(flatten)]
        guide: GuideName,
    },
    /// Find guides by a few words; the spelling need not be right
    #[command(after_help = "\
Examples:
  toolkit search she keeps pushing me away      whole sentences are fine
  toolkit search -n 3 boundries                 three answers at most
  toolkit search --area young-people my rights  only guides for young people
  toolkit search '\"professional distance\"'     these words, just so
  toolkit search love -power                    nothing that speaks of power
  toolkit search --explain boundries            why each of them is there
  toolkit search --json boundaries              for other programs

A phrase needs both kinds of quotation marks: the outer ones keep your shell
from taking the inner ones away. theme:, area: and kind: do what the options
do. None of it is needed.")]
    Search(SearchArgs),
    /// Print a guide, or a section of it
    #[command(after_help = "\
Examples:
  toolkit show build-relationships          the whole guide
  toolkit show build-relationships#do       its section Do
  toolkit show supervision --color never    without colours

A guide longer than the screen opens in a pager: Space goes on, q leaves.")]
    Show {
        #[command(flatten)]
        guide: GuideName,
        /// Print it as JSON, for other programs
        #[arg(long)]
        json: bool,
    },
    /// List the guides, by area and theme
    #[command(after_help = "\
Examples:
  toolkit list                              every guide, with the name to type
  toolkit list --area young-people          only those for young people
  toolkit list --kind wellbeing             only those for your own wellbeing
  toolkit list --theme building-relationships
                                            only those of a theme")]
    List(ListArgs),
    /// List the themes, with the name to type for each
    #[command(after_help = "\
Examples:
  toolkit themes                            every theme, with its guides
  toolkit themes --plain                    a line for each, for other programs")]
    Themes {
        #[command(flatten)]
        form: FormArgs,
    },
    /// List the guides that a guide leads to, why, and those that lead to it
    #[command(after_help = "\
Examples:
  toolkit related build-relationships       where to go from this guide
  toolkit related --json supervision        for other programs")]
    Related {
        #[command(flatten)]
        guide: GuideName,
        #[command(flatten)]
        form: FormArgs,
    },
    /// Say what a word means; the spelling need not be right
    #[command(after_help = "\
Examples:
  toolkit define interdependence            what it means, where to read more
  toolkit define trauma informed practice   several words are fine
  toolkit define                            every word that is explained")]
    Define {
        /// The word, as people say it
        #[arg(value_name = "TERM")]
        term: Vec<OsString>,
        #[command(flatten)]
        form: FormArgs,
    },
    /// List the questions to reflect on, of all guides or of one
    #[command(after_help = "\
Examples:
  toolkit questions supervision             the questions of this guide
  toolkit questions                         those of all guides")]
    Questions {
        /// The guide; without one, all of them
        #[arg(value_name = "GUIDE")]
        guide: Vec<OsString>,
        #[command(flatten)]
        form: FormArgs,
    },
    /// Show a guide that chance picks, and how to open it
    #[command(after_help = "\
Examples:
  toolkit random                            a guide you may not have thought of
  toolkit random --seed 7                   the same one every time")]
    Random {
        /// Pick by this number, and not by chance
        #[arg(long, value_name = "N")]
        seed: Option<u64>,
        #[command(flatten)]
        form: FormArgs,
    },
    /// Print what makes a shell complete the commands and guides with the Tab key
    #[command(after_help = shells::EXAMPLES)]
    Completions {
        /// The shell
        #[arg(value_name = "SHELL", value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    #[command(after_help = "\
Examples:
  toolkit man | man -l -                    reads it here
  toolkit man > toolkit.1                   keeps it")]
    Man,
    /// List the passages you have marked
    #[command(after_help = bookmarks::LIST_EXAMPLES)]
    Bookmarks(bookmarks::ListArgs),
    /// Mark a guide, or a section of it, to find it again
    #[command(after_help = bookmarks::ADD_EXAMPLES)]
    Bookmark(bookmarks::AddArgs),
    /// List every file that is kept for you, with its purpose and size
    #[command(after_help = personal::PATHS_EXAMPLES)]
    Paths(personal::PathsArgs),
    /// Delete every file that is kept for you, after showing the list
    #[command(after_help = personal::FORGET_EXAMPLES)]
    Forget(personal::ForgetArgs),
    /// Check the guides in a folder and say what to mend
    #[command(after_help = check::EXAMPLES)]
    Check(CheckArgs),
    /// Begin a new guide: writes a file to fill in, with notes on what belongs where
    #[command(after_help = new::EXAMPLES)]
    New(NewArgs),
}

/// The guide that is meant.
#[derive(Debug, clap::Args)]
pub(super) struct GuideName {
    /// The guide: its name as `toolkit list` shows it or a part of its title, and #SECTION if you like
    #[arg(value_name = "GUIDE[#SECTION]", required = true)]
    guide: Vec<OsString>,
}

impl GuideName {
    /// Returns what was typed, its words as one name.
    pub(super) fn typed(&self) -> OsString {
        joined(&self.guide)
    }
}

/// Returns words as they were typed, with a blank between two.
pub(super) fn joined(words: &[OsString]) -> OsString {
    words.join(OsStr::new(" "))
}

#[derive(Debug, clap::Args)]
pub(super) struct SearchArgs {
    /// What to look for, in any words and any order
    #[arg(value_name = "WORDS", required_unless_present = "batch")]
    pub(super) words: Vec<OsString>,
    /// How many answers at most, guides, terms and themes: 5 to read, 10 for other programs, unless you say
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) number: Option<u16>,
    /// Only guides in this theme
    #[arg(long, value_name = "THEME")]
    pub(super) theme: Option<OsString>,
    /// Only guides for these people
    #[arg(long, value_name = "AREA", value_parser = areas())]
    pub(super) area: Option<Area>,
    /// Only guides of this kind
    #[arg(long, value_name = "KIND", value_parser = kinds())]
    pub(super) kind: Option<GuideKind>,
    #[command(flatten)]
    pub(super) form: FormArgs,
    /// Say in a line for each result why it is there
    #[arg(long, conflicts_with_all = ["json", "plain", "batch"])]
    pub(super) explain: bool,
    /// Answer every line of this file (- is what is piped in) with a line of JSON
    #[arg(long, value_name = "FILE", conflicts_with_all = ["words", "plain"])]
    pub(super) batch: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    /// Only guides in this theme
    #[arg(long, value_name = "THEME")]
    pub(super) theme: Option<OsString>,
    /// Only guides for these people
    #[arg(long, value_name = "AREA", value_parser = areas())]
    pub(super) area: Option<Area>,
    /// Only guides of this kind
    #[arg(long, value_name = "KIND", value_parser = kinds())]
    pub(super) kind: Option<GuideKind>,
    #[command(flatten)]
    pub(super) form: FormArgs,
}

/// The form of a listing, as it is typed.
#[derive(Debug, clap::Args)]
pub(super) struct FormArgs {
    /// Print it as JSON, for other programs
    #[arg(long, conflicts_with = "plain")]
    json: bool,
    /// Print a line for each, with a tab between its parts
    #[arg(long)]
    plain: bool,
}

/// The form of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// To read.
    Human,
    /// One JSON value.
    Json,
    /// A record a line, its fields apart by tabs.
    Plain,
}

impl FormArgs {
    pub(super) fn form(&self) -> Form {
        match self {
            Self { json: true, .. } => Form::Json,
            Self { plain: true, .. } => Form::Plain,
            _ => Form::Human,
        }
    }
}

pub(super) fn areas() -> impl clap::builder::TypedValueParser<Value = Area> {
    let names = PossibleValuesParser::new(Area::ALL.map(|area| PossibleValue::new(area.slug())));
    names.map(|name| Area::ALL.into_iter().find(|area| area.slug() == name).unwrap_or(Area::Workforce))
}

fn kinds() -> impl clap::builder::TypedValueParser<Value = GuideKind> {
    let names = PossibleValuesParser::new(GuideKind::ALL.map(|kind| PossibleValue::new(kind.slug())));
    names.map(|name| {
        GuideKind::ALL.into_iter().find(|kind| kind.slug() == name).unwrap_or(GuideKind::Practice)
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn every_command_has_a_sentence_and_an_example() {
        for command in Args::command().get_subcommands() {
            assert!(command.get_about().is_some(), "{}", command.get_name());
            let example = format!("toolkit {}", command.get_name());
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.contains(&example), "{}", command.get_name());
        }
    }

    #[test]
    fn help_fits_eighty_columns() {
        for command in Args::command().get_subcommands().chain([&Args::command()]) {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            for line in help.lines() {
                assert!(crate::text::width(line) <= 80, "{}: {line}", command.get_name());
            }
        }
    }

    #[test]
    fn every_area_and_kind_can_be_named() {
        for area in Area::ALL {
            let args = Args::try_parse_from(["toolkit", "list", "--area", area.slug()]).unwrap();
            assert!(matches!(args.command, Some(Command::List(list)) if list.area == Some(area)));
        }
        for kind in GuideKind::ALL {
            let args = Args::try_parse_from(["toolkit", "list", "--kind", kind.slug()]).unwrap();
            assert!(matches!(args.command, Some(Command::List(list)) if list.kind == Some(kind)));
        }
    }

    #[test]
    fn the_flag_rules_then_the_environment_then_the_stream() {
        use Ink::{Attributes, Colours, Plain};
        for (stream, request, auto) in [
            (Stream::Terminal, ColourRequest::None, Colours),
            (Stream::Terminal, ColourRequest::Off, Attributes),
            (Stream::Terminal, ColourRequest::On, Colours),
            (Stream::Dumb, ColourRequest::None, Plain),
            (Stream::Dumb, ColourRequest::Off, Plain),
            (Stream::Other, ColourRequest::None, Plain),
            (Stream::Other, ColourRequest::Off, Plain),
            (Stream::Other, ColourRequest::On, Colours),
        ] {
            let environment =
                Environment { stdout: stream, colour_request: request, ..Environment::sample() };
            let ink = |color| Common { pack: None, private: false, color }.ink(&environment);
            assert_eq!(ink(When::Auto), auto, "{stream:?} {request:?}");
            assert_eq!(ink(When::Always), Colours);
            assert_eq!(ink(When::Never), Plain);
        }
    }
}

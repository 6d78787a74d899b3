//! What can be typed: the commands, and what goes with all of them. The words and the help of a command stand in its
//! file.

use clap::{Parser, Subcommand};

use super::bookmarks::{BookmarkArgs, BookmarksArgs};
use super::check::CheckArgs;
use super::define::DefineArgs;
use super::handout::HandoutArgs;
use super::list::ListArgs;
use super::new::NewArgs;
use super::options::Common;
use super::personal::{ForgetArgs, PathsArgs};
use super::questions::QuestionsArgs;
use super::random::RandomArgs;
use super::reader::OpenArgs;
use super::related::RelatedArgs;
use super::safety::SafetyArgs;
use super::search::SearchArgs;
use super::session::{ActionsArgs, SessionArgs};
use super::shells::{CompletionsArgs, ManArgs};
use super::show::ShowArgs;
use super::themes::ThemesArgs;

const EXAMPLES: &str = "\
Type one of these lines and press Enter:
  toolkit                                   the reader: arrows move, q leaves
  toolkit search she keeps pushing me away  the guides that speak of it
  toolkit show build-relationships          that guide, printed here
  toolkit list                              every guide, with the name to type
  toolkit define interdependence            what a word means
  toolkit open build-relationships          the reader, with that guide open
  toolkit safety                            someone is at risk: whom to call

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

/// The commands, in the order in which help lists them.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Open(OpenArgs),
    Search(SearchArgs),
    Show(ShowArgs),
    Safety(SafetyArgs),
    List(ListArgs),
    Themes(ThemesArgs),
    Related(RelatedArgs),
    Define(DefineArgs),
    Questions(QuestionsArgs),
    Random(RandomArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
    Session(SessionArgs),
    Handout(HandoutArgs),
    Actions(ActionsArgs),
    Bookmarks(BookmarksArgs),
    Bookmark(BookmarkArgs),
    Paths(PathsArgs),
    Forget(ForgetArgs),
    Check(CheckArgs),
    New(NewArgs),
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
}

//! From the words of the command line to the command that answers.

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser as _};

use super::args::{Args, Command};
use super::context::Call;
use super::exit::Exit;
use super::lookup::Miss;
use super::reader::{self, Beginning, Outcome};
use super::{
    bookmarks, check, define, excluded_words, handout, list, new, output, personal, questions, random,
    related, safety, search, session, shells, show, themes, usage_error,
};
use crate::environment::Environment;
use crate::text::clean;

/// Does what the command line says.
///
/// # Errors
///
/// Something cannot be read or written.
pub fn run(environment: &Environment) -> anyhow::Result<Outcome> {
    let arguments = excluded_words::behind_options(&environment.arguments, &Args::command());
    let outcome = match Args::try_parse_from(arguments) {
        Ok(args) => perform(args, environment),
        Err(error) => answer_instead(&error, environment).map(Outcome::Ended),
    };
    outcome.or_else(|error| {
        let miss = error.downcast::<Miss>()?;
        Ok(Outcome::Ended(output::nothing_found(&miss.0)))
    })
}

/// The only place that knows what each command does.
fn perform(args: Args, environment: &Environment) -> anyhow::Result<Outcome> {
    let Args { command, go_on, common } = args;
    let call = Call { common, environment };
    let Some(command) = command else {
        return reader::request(&call, &if go_on { Beginning::LastPlace } else { Beginning::Welcome });
    };
    if go_on {
        return Ok(Outcome::Ended(output::wrong_use(
            "--continue opens the reader where you left off, and goes with no command: toolkit --continue",
        )));
    }
    let exit = match command {
        Command::Open(args) => return reader::request(&call, &Beginning::Guide(args.guide.typed())),
        Command::Search(args) => call.with_library(|context| search::run(context, &args)),
        Command::Show(args) => show::run(&call, &args),
        Command::Safety(args) => safety::run(&call, &args),
        Command::List(args) => call.with_library(|context| list::run(context, &args)),
        Command::Themes(args) => call.with_library(|context| themes::run(context, &args)),
        Command::Related(args) => call.with_library(|context| related::run(context, &args)),
        Command::Define(args) => call.with_library(|context| define::run(context, &args)),
        Command::Questions(args) => call.with_library(|context| questions::run(context, &args)),
        Command::Random(args) => call.with_library(|context| random::run(context, &args)),
        Command::Completions(args) => {
            call.with_library(|context| shells::completions(Args::command(), context.library, &args))
        }
        Command::Man(_) => shells::man(Args::command()),
        Command::Session(args) => return session::run(&call, &args),
        Command::Handout(args) => handout::run(&call, &args),
        Command::Actions(args) => session::actions(&call, &args),
        Command::Bookmarks(args) => call.with_library(|context| bookmarks::run(context, &args)),
        Command::Bookmark(args) => bookmarks::add(&call, &args),
        Command::Paths(args) => personal::paths(&call, &args),
        Command::Forget(args) => personal::forget(&call, &args),
        Command::Check(args) => check::run(&call, &args),
        Command::New(args) => new::run(&call, &args),
    };
    exit.map(Outcome::Ended)
}

/// Answers with help or the version, or says what is wrong with the command line.
fn answer_instead(error: &clap::Error, environment: &Environment) -> anyhow::Result<Exit> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::answer(&clean(&error.render().to_string()))?;
            Ok(Exit::Done)
        }
        _ => Ok(output::wrong_use(&usage_error::message(error, &environment.arguments, &Args::command()))),
    }
}

//! `session` and `actions`: plans, the room, what was agreed, records.

mod agreed;
mod change;
mod check;
mod forget;
mod listing;

use std::ffi::OsString;

pub(super) use agreed::{ActionsArgs, run as actions};

use super::context::Call;
use super::handout::{self, HandoutForm};
use super::options::joined;
use super::reader::{self, Beginning, Outcome};
use change::{AddArgs, NewArgs};
use check::CheckArgs;
use forget::ForgetArgs;
use listing::{ListArgs, ShowArgs};

/// Plan a session of supervision, hold it, keep what was agreed
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit session list                      your sessions, and ready plans
  toolkit session new --from hard-week      a plan from a ready one
  toolkit session add --own \"How are you?\"  one more thing to talk about
  toolkit session run                       the room, with the last plan

Nothing of a session is kept unless you say so, and nobody's name belongs in
one. Where it is kept: toolkit paths.")]
pub(super) struct SessionArgs {
    #[command(subcommand)]
    command: SessionCommand,
}

/// What can be done with sessions.
#[derive(Debug, clap::Subcommand)]
enum SessionCommand {
    List(ListArgs),
    New(NewArgs),
    Show(ShowArgs),
    Add(AddArgs),
    Run(RunArgs),
    Handout(PageArgs),
    Forget(ForgetArgs),
    Check(CheckArgs),
}

/// Open the reader in the room, with a session or a ready plan
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit session run                       the session that was kept last
  toolkit session run 3                     the session with this number")]
pub(super) struct RunArgs {
    /// The number of the session, a part of its title, or a ready plan; without one, the last session
    #[arg(value_name = "SESSION")]
    session: Vec<OsString>,
}

/// Make a page of a session: its plan to prepare with, or what was agreed
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit session handout 3 --to html -o page.html
  toolkit session handout 3 --record        what was agreed")]
pub(super) struct PageArgs {
    /// The number of the session, a part of its title, or a ready plan; without one, the last session
    #[arg(value_name = "SESSION")]
    session: Vec<OsString>,
    /// What was agreed, and not the plan
    #[arg(long)]
    record: bool,
    #[command(flatten)]
    form: HandoutForm,
}

/// Does what is asked with sessions.
pub(super) fn run(call: &Call<'_>, args: &SessionArgs) -> anyhow::Result<Outcome> {
    let exit = match &args.command {
        SessionCommand::Run(args) => {
            return reader::request(call, &Beginning::Session(joined(&args.session)));
        }
        SessionCommand::List(args) => call.with_library(|context| listing::list(context, args)),
        SessionCommand::Show(args) => call.with_library(|context| listing::show(context, args)),
        SessionCommand::New(args) => change::new(call, args),
        SessionCommand::Add(args) => change::add(call, args),
        SessionCommand::Handout(args) => call.with_library(|context| {
            handout::of_session(context, &joined(&args.session), !args.record, &args.form)
        }),
        SessionCommand::Forget(args) => forget::run(call, args),
        SessionCommand::Check(args) => check::run(args),
    };
    exit.map(Outcome::Ended)
}

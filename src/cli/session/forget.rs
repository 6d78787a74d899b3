//! `session forget`: a session is thrown away, and no copy of it stays.

use std::ffi::OsString;

use crate::cli::change::{Kept, keep};
use crate::cli::context::Call;
use crate::cli::exit::Exit;
use crate::cli::folders::folders;
use crate::cli::named_session;
use crate::cli::options::joined;
use crate::cli::output;
use crate::disk::Store;
use crate::journal::Change;
use crate::text::clean_line;

/// Throw a session away, its plan and what was agreed
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit session forget 3                  throws this one away

It is gone from every file at once and cannot be brought back. To delete all of
them: toolkit forget --only sessions")]
pub(super) struct ForgetArgs {
    /// The number of the session, or a part of its title
    #[arg(value_name = "SESSION", required = true)]
    session: Vec<OsString>,
}

/// Throws a session away.
pub(super) fn run(call: &Call<'_>, args: &ForgetArgs) -> anyhow::Result<Exit> {
    let (store, _) = Store::private(folders(call.environment));
    let typed = clean_line(&joined(&args.session).to_string_lossy());
    let Some(session) = named_session::kept(&store.journal().sessions, &typed).filter(|_| !typed.is_empty())
    else {
        return Ok(output::nothing_found("There is no such session. To see them: toolkit session list"));
    };
    match keep(call, "that it is gone", Change::RemoveSession(session.id)) {
        Kept::Done(_) => output::answer(&format!("Thrown away: {}\n", session.name()))?,
        Kept::Not(exit) => return Ok(exit),
    }
    Ok(Exit::Done)
}

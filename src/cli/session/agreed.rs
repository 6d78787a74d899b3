//! `actions`: what was agreed in the sessions that are kept.

use std::fmt::Write as _;

use serde::Serialize;

use crate::cli::change::{Kept, keep};
use crate::cli::context::Call;
use crate::cli::exit::Exit;
use crate::cli::folders::folders;
use crate::cli::form::{self, Form, FormArgs, Record, line};
use crate::cli::output;
use crate::disk::Store;
use crate::journal::{ActionState, AgreedAction, Change, Session, SessionChange, SessionId, Sessions};

/// List what was agreed and is not done
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit actions                           what was agreed and is not done
  toolkit actions --all                     what is done as well

To mark one as done, name the number that stands before it, as in --done 3.2")]
pub(in crate::cli) struct ActionsArgs {
    /// Those that are done as well
    #[arg(long)]
    all: bool,
    /// Mark one as done: the number of its session, a full stop, and its own number, as they are listed
    #[arg(long, value_name = "NUMBER")]
    done: Option<String>,
    #[command(flatten)]
    form: FormArgs,
}

/// An action.
#[derive(Debug, Serialize)]
struct ActionRecord<'a> {
    /// The number of its session.
    session: u32,
    /// Its number in the session.
    id: u32,
    what: &'a str,
    /// me, you or both.
    who: &'static str,
    by: String,
    /// open or done.
    state: &'static str,
    /// The title of the session.
    title: &'a str,
    /// The day of the session, as `2026-11-21`.
    day: String,
}

impl<'a> ActionRecord<'a> {
    fn new(session: &'a Session, action: &'a AgreedAction) -> Self {
        Self {
            session: session.id.0,
            id: action.id,
            what: &action.what,
            who: action.who.slug(),
            by: action.by.to_string(),
            state: action.state.slug(),
            title: session.name(),
            day: session.day().to_string(),
        }
    }
}

impl Record for ActionRecord<'_> {
    fn line(&self) -> String {
        line(&[
            &self.session.to_string(),
            &self.id.to_string(),
            self.what,
            self.who,
            &self.by,
            self.state,
            self.title,
            &self.day,
        ])
    }
}

/// Returns an action as a line: what, who, by when.
pub(super) fn sentence(action: &AgreedAction) -> String {
    let done = if action.state == ActionState::Done { " (done)" } else { "" };
    format!("{} · {} · by {}{done}", action.what, action.who.slug(), action.by)
}

/// Lists actions, or marks one as done.
pub(in crate::cli) fn run(call: &Call<'_>, args: &ActionsArgs) -> anyhow::Result<Exit> {
    if let Some(number) = &args.done {
        return mark(call, number);
    }
    let (store, troubles) = Store::private(folders(call.environment));
    output::say_all(&troubles);
    let wanted = |action: &&AgreedAction| args.all || action.state == ActionState::Open;
    let of = |session: &'_ Session| session.actions.iter().filter(wanted).count();
    let sessions: &Sessions = &store.journal().sessions;
    let records: Vec<_> = sessions
        .all()
        .iter()
        .flat_map(|session| {
            session.actions.iter().filter(wanted).map(move |action| ActionRecord::new(session, action))
        })
        .collect();
    let form = args.form.form();
    form::print(form, &records, || {
        let mut out = String::new();
        for session in sessions.all().iter().filter(|session| of(session) > 0) {
            let _ = writeln!(out, "{} · {}", session.name(), session.day());
            for action in session.actions.iter().filter(wanted) {
                let _ = writeln!(out, "  {}.{} {}", session.id.0, action.id, sentence(action));
            }
        }
        out
    })?;
    if form == Form::Human && records.is_empty() {
        output::say("Nothing that was agreed is open.");
    }
    Ok(Exit::Done)
}

/// Marks the action `SESSION.NUMBER` as done.
fn mark(call: &Call<'_>, number: &str) -> anyhow::Result<Exit> {
    let parts = number.split_once('.').and_then(|(session, action)| {
        Some((SessionId(session.trim().parse().ok()?), action.trim().parse::<u32>().ok()?))
    });
    let (store, _) = Store::private(folders(call.environment));
    let found = parts.and_then(|(id, action)| {
        let session = store.journal().sessions.get(id)?;
        session.actions.iter().find(|one| one.id == action).map(|action| (id, action.clone()))
    });
    let Some((session, action)) = found else {
        return Ok(output::nothing_found("There is no such action. To see their numbers: toolkit actions"));
    };
    let change = Change::Session(session, SessionChange::Mark(action.id, ActionState::Done));
    match keep(call, "that it is done", change) {
        Kept::Done(_) => output::answer(&format!("Done: {}\n", action.what))?,
        Kept::Not(exit) => return Ok(exit),
    }
    Ok(Exit::Done)
}

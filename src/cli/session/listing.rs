//! `session list` and `session show`.

use std::ffi::OsString;

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::folders::folders;
use crate::cli::form::{Form, FormArgs, Record, line};
use crate::cli::layout::{heading, text};
use crate::cli::named_session;
use crate::cli::options::joined;
use crate::cli::output;
use crate::cli::paint::Paint;
use crate::disk::{Store, Trouble};
use crate::guide::{Library, ReadyPlan};
use crate::journal::{AgreedAction, Item, Session, Topic, Unresolved};

/// List your sessions and the ready plans
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit session list                      your sessions, and ready plans
  toolkit session list --json               for other programs")]
pub(super) struct ListArgs {
    #[command(flatten)]
    form: FormArgs,
}

/// Show what is on the plan of a session, and what was agreed
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit session show                      the session that was kept last
  toolkit session show 3                    the session with this number
  toolkit session show hard-week            a ready plan")]
pub(super) struct ShowArgs {
    /// The number of the session, a part of its title, or a ready plan; without one, the last session
    #[arg(value_name = "SESSION")]
    session: Vec<OsString>,
    #[command(flatten)]
    form: FormArgs,
}

/// A session, or a ready plan.
#[derive(Debug, Serialize)]
struct SessionRecord<'a> {
    /// The number of a session; null for a ready plan.
    id: Option<u32>,
    /// The id of a ready plan; null for a session.
    plan: Option<&'a str>,
    title: &'a str,
    /// `plan`, `record` or `ready`.
    state: &'static str,
    /// When it was kept or held, as `2026-11-21`; null for a ready plan.
    day: Option<String>,
    items: usize,
    minutes: u32,
    /// How many actions are open.
    open_actions: usize,
}

impl<'a> SessionRecord<'a> {
    fn kept(session: &'a Session) -> Self {
        Self {
            id: Some(session.id.0),
            plan: None,
            title: session.name(),
            state: if session.held.is_some() { "record" } else { "plan" },
            day: Some(session.day().to_string()),
            items: session.items.len(),
            minutes: session.minutes(),
            open_actions: session.open_actions().count(),
        }
    }

    fn ready(plan: &'a ReadyPlan) -> Self {
        Self {
            id: None,
            plan: Some(&plan.slug),
            title: &plan.title,
            state: "ready",
            day: None,
            items: plan.items.len(),
            minutes: plan.minutes(),
            open_actions: 0,
        }
    }
}

impl Record for SessionRecord<'_> {
    fn line(&self) -> String {
        line(&[
            &self.id.map(|id| id.to_string()).unwrap_or_default(),
            self.plan.unwrap_or_default(),
            self.title,
            self.state,
            self.day.as_deref().unwrap_or_default(),
            &self.items.to_string(),
            &self.minutes.to_string(),
            &self.open_actions.to_string(),
        ])
    }
}

/// An item of a plan, or an action.
#[derive(Debug, Serialize)]
struct PartRecord<'a> {
    /// Its number in the session.
    id: u32,
    /// `passage`, `question`, `guide`, `term`, `own`, `agreed` or `action`.
    kind: &'static str,
    /// The words to know it by.
    words: &'a str,
    /// The minutes of an item; 0 where nobody said.
    minutes: u16,
    /// Id of the guide that an item is from; empty where it is from none.
    guide: &'a str,
    /// Id of its section.
    section: &'a str,
    /// What is still there of an item: words, like-words, heading, section, guide, nothing or other-pack; empty
    /// for what is in no guide.
    found: &'static str,
    /// Who does an action: me, you or both.
    who: &'static str,
    /// By when.
    by: String,
    /// Whether it is open or done.
    state: &'static str,
}

impl<'a> PartRecord<'a> {
    fn item(library: &Library, item: &'a Item) -> Self {
        let anchor = item.topic.anchor();
        Self {
            id: item.id,
            kind: item.topic.slug(),
            words: item.topic.words(),
            minutes: item.minutes,
            guide: anchor.map_or("", |anchor| &anchor.key.guide),
            section: anchor.map_or("", |anchor| &anchor.section),
            found: match item.topic.resolve(library) {
                None => "",
                Some(Ok(found)) => found.kind.slug(),
                Some(Err(Unresolved::OtherPack(_))) => "other-pack",
                Some(Err(Unresolved::Gone(_))) => "nothing",
            },
            who: "",
            by: String::new(),
            state: "",
        }
    }

    fn action(action: &'a AgreedAction) -> Self {
        Self {
            id: action.id,
            kind: "action",
            words: &action.what,
            minutes: 0,
            guide: "",
            section: "",
            found: "",
            who: action.who.slug(),
            by: action.by.to_string(),
            state: action.state.slug(),
        }
    }
}

impl Record for PartRecord<'_> {
    fn line(&self) -> String {
        line(&[
            &self.id.to_string(),
            self.kind,
            self.words,
            &self.minutes.to_string(),
            self.guide,
            self.section,
            self.found,
            self.who,
            &self.by,
            self.state,
        ])
    }
}

/// Lists the sessions that are kept, then the ready plans.
pub(super) fn list(context: &Context<'_>, args: &ListArgs) -> anyhow::Result<Exit> {
    let (store, troubles) = Store::private(folders(context.environment));
    output::say_all(&troubles);
    let kept = store.journal().sessions.all();
    let mut records: Vec<_> = kept.iter().map(SessionRecord::kept).collect();
    records.extend(context.library.plans.iter().map(SessionRecord::ready));
    let form = args.form.form();
    context.print(form, &records, |paint| {
        heading(paint, 0, "Your sessions", context.columns);
        if kept.is_empty() {
            text(paint, 2, "None is kept. To make one: toolkit session new TITLE", context.columns);
        }
        for record in records.iter().filter(|record| record.plan.is_none()) {
            write_session(paint, record, context.columns);
        }
        if !context.library.plans.is_empty() {
            paint.end_line();
            heading(paint, 0, "Ready plans", context.columns);
        }
        for plan in &context.library.plans {
            let about = format!("{} · {} · {} items", plan.slug, plan.title, plan.items.len());
            text(paint, 2, &about, context.columns);
            text(paint, 4, &plan.purpose, context.columns);
        }
    })?;
    Ok(if troubles.iter().any(Trouble::is_loss) { Exit::Failed } else { Exit::Done })
}

fn write_session(paint: &mut Paint, record: &SessionRecord<'_>, columns: usize) {
    let id = record.id.map(|id| id.to_string()).unwrap_or_default();
    let day = record.day.as_deref().unwrap_or_default();
    let open = match record.open_actions {
        0 => String::new(),
        1 => " · 1 open action".to_owned(),
        count => format!(" · {count} open actions"),
    };
    let items = if record.items == 1 { "1 item".to_owned() } else { format!("{} items", record.items) };
    text(paint, 2, &format!("{id}. {} · {} of {day} · {items}{open}", record.title, record.state), columns);
}

/// Shows a session.
pub(super) fn show(context: &Context<'_>, args: &ShowArgs) -> anyhow::Result<Exit> {
    let (store, troubles) = Store::private(folders(context.environment));
    output::say_all(&troubles);
    let library = context.library;
    let session = named_session::session(library, &store.journal().sessions, &joined(&args.session))?;
    let mut records: Vec<_> = session.items.iter().map(|item| PartRecord::item(library, item)).collect();
    records.extend(session.actions.iter().map(PartRecord::action));
    let form = args.form.form();
    context.print(form, &records, |paint| write(paint, library, &session, context.columns))?;
    if form == Form::Human && records.is_empty() {
        output::say("There is nothing on this plan yet. To put something on it: toolkit session add");
    }
    Ok(Exit::Done)
}

fn write(paint: &mut Paint, library: &Library, session: &Session, columns: usize) {
    heading(paint, 0, session.name(), columns);
    for (index, item) in session.items.iter().enumerate() {
        let minutes = if item.minutes == 0 { String::new() } else { format!(" · {} min", item.minutes) };
        text(paint, 2, &format!("{}. {}{minutes}", index + 1, item.topic.in_short()), columns);
        let from = match &item.topic {
            Topic::Passage(anchor) | Topic::Question(anchor) => format!("from {}", anchor.title),
            Topic::Term { .. } => "a word of the glossary".to_owned(),
            Topic::Guide(_) | Topic::Own(_) | Topic::Agreed => String::new(),
        };
        let now = match item.topic.resolve(library) {
            Some(Ok(found)) => found.kind.sentence().unwrap_or_default().to_owned(),
            Some(Err(lost)) => lost.to_string(),
            None => String::new(),
        };
        for line in [from, now].iter().filter(|line| !line.is_empty()) {
            text(paint, 5, line, columns);
        }
    }
    if !session.actions.is_empty() {
        paint.end_line();
        heading(paint, 0, "Agreed", columns);
    }
    for action in &session.actions {
        text(paint, 2, &super::agreed::sentence(action), columns);
    }
}

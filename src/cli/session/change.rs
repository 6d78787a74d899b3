//! `session new` and `session add`: a plan that is kept, and one more thing on it.

use std::ffi::OsString;

use crate::cli::change::{Kept, keep};
use crate::cli::context::{Call, Context};
use crate::cli::exit::Exit;
use crate::cli::folders::folders;
use crate::cli::lookup::{self, Miss};
use crate::cli::named_session;
use crate::cli::options::joined;
use crate::cli::output;
use crate::disk::Store;
use crate::guard::Guard;
use crate::guide::TextPos;
use crate::journal::{Change, Session, SessionChange, Topic};
use crate::text::clean_line;

/// Make a plan for a session and keep it
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit session new Monthly supervision   an empty plan with this title
  toolkit session new --from hard-week      one with the items of a ready plan

What was agreed last time and is not done comes first by itself. Nobody's name
belongs in a title.")]
pub(super) struct NewArgs {
    /// What to call it: never a name of somebody
    #[arg(value_name = "TITLE")]
    title: Vec<OsString>,
    /// Begin with the items of this ready plan
    #[arg(long, value_name = "PLAN")]
    from: Option<OsString>,
    /// Keep it knowingly where it has what looks like a name in it
    #[arg(long)]
    knowingly: bool,
}

/// Put a guide, a section, a question, a term or words of your own on a plan
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit session add supervision           the whole guide, on the last plan
  toolkit session add supervision#know      a section of it
  toolkit session add supervision --question 2
  toolkit session add --term boundaries     a word of the glossary
  toolkit session add --own \"How are you?\"  words of your own
  toolkit session add --to 3 --own \"Cover\"  the same, on the plan with number 3")]
pub(super) struct AddArgs {
    /// The guide, its name as one word or between quotation marks, and #SECTION if you like
    #[arg(value_name = "GUIDE[#SECTION]")]
    guide: Option<OsString>,
    /// This reflective question of the guide, counted from 1
    #[arg(long, value_name = "N", requires = "guide")]
    question: Option<usize>,
    /// A word of the glossary
    #[arg(long, value_name = "TERM", conflicts_with = "guide")]
    term: Option<OsString>,
    /// Words of your own
    #[arg(long, value_name = "WORDS", conflicts_with_all = ["guide", "term"])]
    own: Option<OsString>,
    /// The minutes for it
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    minutes: u16,
    /// The number of the session, or a part of its title; without it, the last one
    #[arg(long, value_name = "SESSION")]
    to: Option<OsString>,
    /// Keep it knowingly where it has what looks like a name in it
    #[arg(long)]
    knowingly: bool,
}

/// Makes a plan and keeps it.
pub(super) fn new(call: &Call<'_>, args: &NewArgs) -> anyhow::Result<Exit> {
    call.with_library(|context| {
        let title = clean_line(&joined(&args.title).to_string_lossy());
        let ready = match &args.from {
            Some(name) => {
                let name = clean_line(&name.to_string_lossy());
                let why =
                    || Miss(format!("There is no ready plan “{name}”. To see them: toolkit session list\n"));
                Some(named_session::ready(context.library, &name).ok_or_else(why)?)
            }
            None => None,
        };
        if title.is_empty() && ready.is_none() {
            return Ok(output::wrong_use("Say what to call it: toolkit session new TITLE"));
        }
        if let Some(exit) = questioned(&title, args.knowingly) {
            return Ok(exit);
        }
        let (store, _) = Store::private(folders(context.environment));
        let ready = ready.map(|plan| Session::ready(context.library, plan)).unwrap_or_default();
        let mut session = store.journal().sessions.following(ready);
        if !title.is_empty() {
            session.title = title;
        }
        let recorded = match keep_session(call, session) {
            Kept::Done(recorded) => recorded,
            Kept::Not(exit) => return Ok(exit),
        };
        let Some(kept) = recorded.journal.sessions.all().last() else { return Ok(Exit::Failed) };
        output::answer(&format!("Kept as session {}: {}\n", kept.id.0, kept.name()))?;
        Ok(Exit::Done)
    })
}

fn keep_session(call: &Call<'_>, session: Session) -> Kept {
    keep(call, "the session", Change::KeepSession(Box::new(session)))
}

/// Puts something on a plan.
pub(super) fn add(call: &Call<'_>, args: &AddArgs) -> anyhow::Result<Exit> {
    call.with_library(|context| {
        let (store, _) = Store::private(folders(context.environment));
        let typed = args.to.as_ref().map(|to| clean_line(&to.to_string_lossy())).unwrap_or_default();
        let Some(session) = named_session::kept(&store.journal().sessions, &typed) else {
            return Err(Miss("There is no such session. To see them: toolkit session list\n".to_owned()).into());
        };
        let Some(topic) = topic(context, args)? else {
            return Ok(output::wrong_use(
                "Say what to put on the plan: a guide, --term TERM, or --own WORDS. Examples: toolkit session add --help",
            ));
        };
        if let Topic::Own(words) = &topic
            && let Some(exit) = questioned(words, args.knowingly)
        {
            return Ok(exit);
        }
        if session.has(&topic) {
            output::answer(&format!("It is on the plan already: {}\n", topic.words()))?;
            return Ok(Exit::Done);
        }
        let said = format!("On the plan “{}”: {}\n", session.name(), topic.in_short());
        let change = SessionChange::AddItem { topic, minutes: args.minutes };
        match keep(call, "this item", Change::Session(session.id, change)) {
            Kept::Done(_) => output::answer(&said)?,
            Kept::Not(exit) => return Ok(exit),
        }
        Ok(Exit::Done)
    })
}

/// Returns what is to be put on a plan; nothing where nothing was named.
fn topic(context: &Context<'_>, args: &AddArgs) -> Result<Option<Topic>, Miss> {
    let library = context.library;
    if let Some(words) = &args.own {
        let words = clean_line(&words.to_string_lossy());
        return Ok((!words.is_empty()).then_some(Topic::Own(words)));
    }
    if let Some(term) = &args.term {
        return lookup::term(library, term).map(|found| Some(Topic::term(library, found.id)));
    }
    let Some(name) = &args.guide else { return Ok(None) };
    let place = lookup::place(library, name)?;
    let guide = library.guide(place.guide);
    if let Some(number) = args.question {
        let block = number.checked_sub(1).and_then(|number| guide.question_blocks().nth(number));
        let why = || {
            Miss(format!(
                "This guide has no question {number}. To see them: toolkit questions {}\n",
                guide.slug
            ))
        };
        let pos = TextPos { block: block.ok_or_else(why)?, byte: 0 };
        return Ok(Some(Topic::at(library, place.guide, pos)));
    }
    let section = place.section.and_then(|section| guide.sections.get(section as usize));
    Ok(Some(match section {
        Some(section) => Topic::at(library, place.guide, TextPos { block: section.first, byte: 0 }),
        None => Topic::whole(library, place.guide),
    }))
}

/// Says what looks like somebody in words that are to be kept, unless they are kept knowingly.
fn questioned(words: &str, knowingly: bool) -> Option<Exit> {
    let seen = Guard::embedded().sentence(words).filter(|_| !knowingly)?;
    Some(output::wrong_use(&format!(
        "{seen} Nothing was kept. Write it without, or keep it knowingly: --knowingly"
    )))
}

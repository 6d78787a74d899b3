//! `handout`: guides, a plan or a record to print or to send.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::anyhow;

use super::context::{Call, Context};
use super::exit::Exit;
use super::folders::folders;
use super::lookup::{self, Miss};
use super::named_session;
use super::options::one_of;
use super::output;
use crate::disk::{self, Readers, Replace, Store};
use crate::guide::GuideId;
use crate::handout::{Format, Print, Sheet};

/// Make a page to print or to send: guides, a plan to prepare with, or what was agreed
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit handout supervision --to html -o page.html
  toolkit handout supervision --to markdown    the same, printed here
  toolkit handout --plan hard-week             a ready plan to prepare with
  toolkit handout supervision --to html --large -o large.html

The page needs nothing else and fetches nothing; open it in a browser and print
it there. A file that is there is left alone unless you say --force.")]
pub(super) struct HandoutArgs {
    /// The guides: their names as `toolkit list` shows them, each between quotation marks where it has several words
    #[arg(value_name = "GUIDE")]
    guides: Vec<OsString>,
    /// The plan of this session, or a ready plan, as a sheet to prepare with
    #[arg(long, value_name = "SESSION", conflicts_with = "guides")]
    plan: Option<OsString>,
    /// What was agreed in this session, on one page
    #[arg(long, value_name = "SESSION", conflicts_with_all = ["guides", "plan"])]
    record: Option<OsString>,
    /// Every guide
    #[arg(long, conflicts_with_all = ["guides", "plan", "record"])]
    all: bool,
    #[command(flatten)]
    form: HandoutForm,
}

/// In which form, and where to.
#[derive(Debug, clap::Args)]
pub(super) struct HandoutForm {
    /// The form: html, markdown or text
    #[arg(long, value_name = "FORM", default_value = "text", value_parser = one_of(&Format::ALL, Format::slug))]
    to: Format,
    /// Write it to this file
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long, requires = "output")]
    force: bool,
    /// Large print, 18 points (for --to html)
    #[arg(long)]
    large: bool,
}

/// Makes a hand-out.
pub(super) fn run(call: &Call<'_>, args: &HandoutArgs) -> anyhow::Result<Exit> {
    call.with_library(|context| {
        let library = context.library;
        let all: Vec<GuideId>;
        if let Some(name) = args.plan.as_ref().or(args.record.as_ref()) {
            return of_session(context, name, args.plan.is_some(), &args.form);
        }
        if args.all {
            all = library.guide_ids().collect();
        } else if args.guides.is_empty() {
            return Ok(output::wrong_use(
                "Say what to hand out: a guide, --plan SESSION, --record SESSION or --all. Examples: toolkit handout --help",
            ));
        } else {
            let named = args.guides.iter().map(|name| lookup::place(library, name).map(|place| place.guide));
            all = named.collect::<Result<_, Miss>>()?;
        }
        deliver(&Sheet::guides(library, &all), &args.form, Readers::Usual)
    })
}

/// Hands out the plan of a session, or what was agreed in it.
pub(super) fn of_session(
    context: &Context<'_>,
    name: &OsString,
    is_plan: bool,
    form: &HandoutForm,
) -> anyhow::Result<Exit> {
    let (store, troubles) = Store::private(folders(context.environment));
    output::say_all(&troubles);
    let sessions = &store.journal().sessions;
    let session = named_session::session(context.library, sessions, name)?;
    let sheet = if is_plan {
        Sheet::plan(context.library, &session, sessions.last_with_open_actions())
    } else {
        Sheet::record(context.library, &session)
    };
    deliver(&sheet, form, Readers::Owner)
}

/// Prints a hand-out, or writes it to a file.
fn deliver(sheet: &Sheet, form: &HandoutForm, readers: Readers) -> anyhow::Result<Exit> {
    let letters = if form.large { Print::Large } else { Print::Usual };
    let text = sheet.write(form.to, letters);
    let Some(path) = &form.output else {
        output::answer(&text)?;
        return Ok(Exit::Done);
    };
    let replace = if form.force { Replace::Existing } else { Replace::Never };
    match disk::write_handout(path, &text, replace, readers) {
        Ok(()) => {
            output::answer(&format!("Written: {}\n", disk::shown(path)))?;
            Ok(Exit::Done)
        }
        Err(why) => Err(unwritten(path, &why)),
    }
}

fn unwritten(path: &Path, why: &std::io::Error) -> anyhow::Error {
    let path = disk::shown(path);
    match why.kind() {
        ErrorKind::AlreadyExists => {
            anyhow!(
                "there is a file of this name already, and it was left alone. Write over it with --force: {path}"
            )
        }
        ErrorKind::InvalidInput => anyhow!("this is no ordinary file, so nothing was written: {path}"),
        _ => anyhow!("the page could not be written: {}: {path}", disk::in_words(why)),
    }
}

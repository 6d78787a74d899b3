//! Floor 7: the command line. A command is one answer on stdout; the reader is asked for as data.
//!
//! Everything is decided from what was typed and what was found around (`surroundings`); the answer is made
//! whole and written in one go. What goes to a pipe holds not one escape byte.

mod args;
mod check;
mod content;
mod list;
mod named;
mod new;
mod output;
mod pager;
mod paint;
mod record;
mod results;
mod search;
mod show;
mod surroundings;

use std::process::ExitCode;

use clap::Parser as _;
use clap::error::ErrorKind;

use crate::guide::{Library, Place};
use crate::search::Search;
use crate::text::clean;
use crate::view::{Charset, Colours};
use args::{Args, Command};
use content::Content;
use surroundings::{Ink, Stream, Surroundings};

/// What is said where the reader was asked for and there is no terminal for it.
const NO_TERMINAL: &str = "The reader needs a terminal, and this is none.";

/// What is said in a terminal that has no cursor to move.
const DUMB_TERMINAL: &str = "\
The reader draws a screen, and this terminal says that it cannot (TERM=dumb).";

/// What to do instead.
const INSTEAD: &str = "\
These commands answer in plain text:
  toolkit search WORDS      the guides that speak of it, with the passage
  toolkit show GUIDE        print a guide
  toolkit list              every guide, with the name to type for it
  toolkit --help            all commands
";

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// It is done.
    Done,
    /// There is nothing like that.
    NothingFound,
    /// It was asked in a way it does not understand.
    WrongUse,
    /// A pack has errors.
    Content,
    /// Something could not be read or written.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::NothingFound => 1,
            Exit::WrongUse => 2,
            Exit::Content => 3,
            Exit::Failed => 4,
        })
    }
}

/// What a command line comes to.
#[derive(Debug)]
pub enum Outcome {
    /// The command has ended.
    Ended(Exit),
    /// The reader is to be shown.
    Read(Box<Request>),
}

/// What the reader is to show.
#[derive(Debug)]
pub struct Request {
    /// What there is to read.
    pub library: Library,
    /// Where its search comes from.
    pub search: fn(&Library) -> Search,
    /// What to open; none is the first screen.
    pub place: Option<Place>,
    /// With which colours.
    pub colours: Colours,
    /// With which characters.
    pub charset: Charset,
}

/// Does what the command line says.
///
/// # Errors
///
/// Something cannot be read or written.
pub fn run() -> anyhow::Result<Outcome> {
    let here = Surroundings::look();
    match Args::try_parse_from(&here.arguments) {
        Ok(args) => perform(args, &here),
        Err(error) => answer_instead(&error).map(Outcome::Ended),
    }
}

/// Says on stderr why something failed: what happened, and why. Returns how the program is to end.
#[must_use]
pub fn failed(error: &anyhow::Error) -> Exit {
    output::say(&format!("toolkit: {error:#}"));
    Exit::Failed
}

fn perform(args: Args, here: &Surroundings) -> anyhow::Result<Outcome> {
    let Args { command, common } = args;
    let pack = common.pack.as_deref();
    let reader = matches!(command, None | Some(Command::Open { .. }));
    if reader && !here.has_terminal() {
        let dumb = [here.stdin, here.stdout].contains(&Stream::Dumb);
        output::say(&format!("{} {INSTEAD}", if dumb { DUMB_TERMINAL } else { NO_TERMINAL }));
        return Ok(Outcome::Ended(Exit::WrongUse));
    }
    match &command {
        Some(Command::Check(args)) => return check::check(args, pack).map(Outcome::Ended),
        Some(Command::New(args)) => return new::new(args, pack).map(Outcome::Ended),
        _ => {}
    }
    let ink = here.ink(common.color);
    if let (Some(Command::Show { guide, json: false }), None, Ink::Plain) = (&command, pack, ink)
        && let Some(exit) = show::show_bundled(&guide.guide, here)?
    {
        return Ok(Outcome::Ended(exit));
    }
    let Some(content) = content::open(pack)? else { return Ok(Outcome::Ended(Exit::Content)) };
    if reader {
        return Ok(read(content, command, ink, here.charset));
    }
    let library = &content.library;
    let exit = match &command {
        Some(Command::Show { guide, json: false }) => show::show(library, &guide.guide, ink, here),
        Some(Command::Show { guide, json: true }) => show::show_json(library, &guide.guide),
        Some(Command::Search(args)) => search::search(&content, args, ink, here),
        Some(Command::List(args)) => list::list(library, args, ink, here),
        Some(Command::Open { .. } | Command::Check(_) | Command::New(_)) | None => Ok(Exit::Done),
    };
    // The program ends here: taking the library apart piece by piece would be for nobody.
    std::mem::forget(content);
    exit.map(Outcome::Ended)
}

/// Returns what the reader is to show.
fn read(content: Content, command: Option<Command>, ink: Ink, charset: Charset) -> Outcome {
    let Content { library, search } = content;
    let place = match command {
        Some(Command::Open { guide }) => match named::place(&library, &guide.guide) {
            Ok(place) => Some(place),
            Err(miss) => return Outcome::Ended(nothing_found(&miss)),
        },
        _ => None,
    };
    let colours = match ink {
        Ink::Colours => Colours::Terminal,
        Ink::Attributes | Ink::Plain => Colours::None,
    };
    Outcome::Read(Box::new(Request { library, search, place, colours, charset }))
}

/// Says why nothing was found.
fn nothing_found(why: &str) -> Exit {
    output::say(why);
    Exit::NothingFound
}

/// Answers with help or the version, or says what was typed wrongly; what was typed is cleaned.
fn answer_instead(error: &clap::Error) -> anyhow::Result<Exit> {
    let text = error.render().to_string();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::answer(&clean(&text))?;
            Ok(Exit::Done)
        }
        _ => {
            output::say(&text);
            Ok(Exit::WrongUse)
        }
    }
}

//! Floor 7: the command line. A command is one answer on stdout; the reader is asked for as data.
//!
//! Everything is decided from what was typed and the [`Environment`]; the answer is made whole and written in one
//! go. What goes to a pipe holds not one escape byte.

mod args;
mod bookmarks;
mod check;
mod content;
mod define;
mod hyphens;
mod list;
mod listing;
mod lookups;
mod misuse;
mod named;
mod new;
mod output;
mod pager;
mod paint;
mod personal;
mod questions;
mod random;
mod reasons;
mod record;
mod related;
mod results;
mod search;
mod shapes;
mod shells;
mod show;
mod themes;

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser as _;
use clap::error::ErrorKind;

use crate::app;
use crate::disk::{self, Folders, Store, Trouble};
use crate::environment::{Environment, Stream};
use crate::guide::{Library, Place};
use crate::journal::Found;
use crate::search::Search;
use crate::text::clean;
use crate::view::Colours;
use args::{Args, Command, Common};
use content::Content;
use paint::Ink;

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
    /// What to open.
    pub opening: Opening,
    /// What is kept for the person who reads, and where.
    pub store: Store,
    /// What was found wrong with it.
    pub troubles: Vec<Trouble>,
    /// How the reader likes it.
    pub liking: Liking,
    /// With which colours.
    pub colours: Colours,
}

/// How the reader likes it, and where that is kept.
#[derive(Debug, Default)]
pub struct Liking {
    /// What was found in the preferences.
    pub found: app::Found,
    /// Where a change of them is kept; none where nothing may be written, or there is no home.
    pub kept_in: Option<PathBuf>,
}

impl Liking {
    fn of(folders: Option<&Folders>, common: &Common) -> Self {
        let Some(path) = folders.map(Folders::preferences) else { return Self::default() };
        let found = disk::preferences::load(&path);
        Self { found, kept_in: (!common.private).then_some(path) }
    }
}

/// What the reader opens first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// The first screen.
    Welcome,
    /// A guide or a section of it.
    Place(Place),
    /// A guide, exactly where it was left.
    Passage(Found),
    /// The first screen, with a sentence on why it is not what was asked for.
    Instead(String),
}

/// Does what the command line says.
///
/// # Errors
///
/// Something cannot be read or written.
pub fn run(environment: &Environment) -> anyhow::Result<Outcome> {
    match Args::try_parse_from(hyphens::with_words_left_out(&environment.arguments)) {
        Ok(args) => perform(args, environment),
        Err(error) => answer_instead(&error, environment).map(Outcome::Ended),
    }
}

/// Says on stderr why something failed: what happened, and why. Returns how the program is to end.
#[must_use]
pub fn failed(error: &anyhow::Error) -> Exit {
    output::fail(&format!("{error:#}"));
    Exit::Failed
}

fn perform(args: Args, environment: &Environment) -> anyhow::Result<Outcome> {
    if let Some(why) = contradiction(&args) {
        output::say(why);
        return Ok(Outcome::Ended(Exit::WrongUse));
    }
    let Args { command, go_on, common } = args;
    let pack = common.pack.as_deref();
    let reader = matches!(command, None | Some(Command::Open { .. }));
    if reader && !environment.has_terminal() {
        let dumb = [environment.stdin, environment.stdout].contains(&Stream::Dumb);
        output::say(&format!("{} {INSTEAD}", if dumb { DUMB_TERMINAL } else { NO_TERMINAL }));
        return Ok(Outcome::Ended(Exit::WrongUse));
    }
    if let Some(exit) = without_guides(command.as_ref(), pack, environment)? {
        return Ok(Outcome::Ended(exit));
    }
    let ink = common.ink(environment);
    if let (Some(Command::Show { guide, json: false }), None, Ink::Plain) = (&command, pack, ink)
        && let Some(exit) = show::show_bundled(&guide.typed(), environment)?
    {
        return Ok(Outcome::Ended(exit));
    }
    let Some(content) = content::open(pack)? else {
        return Ok(Outcome::Ended(Exit::Content));
    };
    if reader {
        let folders = Folders::find();
        let liking = Liking::of(folders.as_ref().ok(), &common);
        let opened = if common.private { Store::private(folders) } else { Store::open(folders) };
        let name = match &command {
            Some(Command::Open { guide }) => guide.typed(),
            _ => OsString::new(),
        };
        let beginning = match &command {
            Some(Command::Open { .. }) => Beginning::Guide(&name),
            _ if go_on => Beginning::LastPlace,
            _ => Beginning::Welcome,
        };
        return Ok(match opening(&content.library, beginning, &opened.0) {
            Ok(opening) => read(content, opening, opened, liking, (ink, environment)),
            Err(miss) => Outcome::Ended(nothing_found(&miss)),
        });
    }
    let exit = answer(command.as_ref(), &content, ink, environment);
    // The program ends here: taking the library apart piece by piece would be for nobody.
    std::mem::forget(content);
    exit.map(Outcome::Ended)
}

/// Answers what takes the guides and no screen.
fn answer(
    command: Option<&Command>,
    content: &Content,
    ink: Ink,
    environment: &Environment,
) -> anyhow::Result<Exit> {
    let library = &content.library;
    match command {
        Some(Command::Show { guide, json: false }) => show::show(library, &guide.typed(), ink, environment),
        Some(Command::Show { guide, json: true }) => show::show_json(library, &guide.typed()),
        Some(Command::Search(args)) => search::search(content, args, ink, environment),
        Some(Command::List(args)) => list::list(library, args, ink, environment),
        Some(Command::Themes { form }) => themes::themes(library, form.form(), ink, environment),
        Some(Command::Related { guide, form }) => {
            related::related(library, &guide.typed(), form.form(), ink, environment)
        }
        Some(Command::Define { term, form }) => {
            define::define(library, &args::joined(term), form.form(), ink, environment)
        }
        Some(Command::Questions { guide, form }) => {
            questions::questions(library, &args::joined(guide), form.form(), ink, environment)
        }
        Some(Command::Random { seed, form }) => random::random(library, *seed, form.form(), ink, environment),
        Some(Command::Completions { shell }) => shells::completions(library, *shell),
        Some(Command::Bookmarks(args)) => bookmarks::list(library, args, ink, environment),
        Some(Command::Bookmark(args)) => bookmarks::add(library, args),
        // These have been answered.
        _ => Ok(Exit::Done),
    }
}

/// Does what takes no guides, if that is what is asked for.
fn without_guides(
    command: Option<&Command>,
    pack: Option<&Path>,
    environment: &Environment,
) -> anyhow::Result<Option<Exit>> {
    match command {
        Some(Command::Check(args)) => check::check(args, pack).map(Some),
        Some(Command::New(args)) => new::new(args, pack).map(Some),
        Some(Command::Man) => shells::man().map(Some),
        Some(Command::Paths(args)) => personal::paths(args).map(Some),
        Some(Command::Forget(args)) => personal::forget(args, environment).map(Some),
        _ => Ok(None),
    }
}

/// Returns why the words of a command line do not go together, if they do not.
fn contradiction(Args { command, go_on, common }: &Args) -> Option<&'static str> {
    match command {
        Some(_) if *go_on => Some(
            "--continue opens the reader where you left off, and goes with no command: toolkit --continue",
        ),
        Some(Command::Bookmark(_)) if common.private => {
            Some("A bookmark is kept, and --private keeps nothing. Leave out one of the two.")
        }
        Some(Command::Forget(_)) if common.private => Some(
            "Forgetting deletes files, and --private leaves all files as they are. Leave out one of the two.",
        ),
        Some(Command::New(_)) if common.private => {
            Some("A new guide is a file, and --private writes none. Leave out one of the two.")
        }
        _ => None,
    }
}

/// Where the reader is asked to begin.
#[derive(Debug, Clone, Copy)]
enum Beginning<'a> {
    Welcome,
    LastPlace,
    Guide(&'a OsStr),
}

/// Returns what the reader opens first, or why there is no such thing.
fn opening(library: &Library, beginning: Beginning<'_>, store: &Store) -> Result<Opening, named::Miss> {
    match beginning {
        Beginning::Welcome => Ok(Opening::Welcome),
        Beginning::Guide(name) => named::place(library, name).map(Opening::Place),
        Beginning::LastPlace => Ok(match store.journal().progress.last_place(&library.pack.slug) {
            Some(place) => match place.anchor.resolve(library) {
                Ok(found) => Opening::Passage(found),
                Err(lost) => Opening::Instead(lost.to_string()),
            },
            None => Opening::Instead("There is no guide to continue yet. Choose one to begin.".to_owned()),
        }),
    }
}

/// Returns what the reader is to show.
fn read(
    content: Content,
    opening: Opening,
    opened: (Store, Vec<Trouble>),
    liking: Liking,
    (ink, environment): (Ink, &Environment),
) -> Outcome {
    let Content { library, search } = content;
    let (store, troubles) = opened;
    let colours = match ink {
        Ink::Colours => environment.terminal.colours,
        Ink::Attributes | Ink::Plain => Colours::None,
    };
    let request = Request { library, search, opening, store, troubles, liking, colours };
    Outcome::Read(Box::new(request))
}

/// Says why nothing was found.
fn nothing_found(why: &str) -> Exit {
    output::say(why);
    Exit::NothingFound
}

/// Answers with help or the version, or says what was typed wrongly; what was typed is cleaned.
fn answer_instead(error: &clap::Error, environment: &Environment) -> anyhow::Result<Exit> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::answer(&clean(&error.render().to_string()))?;
            Ok(Exit::Done)
        }
        _ => {
            output::say(&misuse::said(error, &environment.arguments));
            Ok(Exit::WrongUse)
        }
    }
}

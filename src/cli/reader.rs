//! The reader, asked for as data: `toolkit`, `toolkit --continue` and `toolkit open`.

use std::ffi::OsString;
use std::path::PathBuf;

use super::content::Content;
use super::context::Call;
use super::exit::Exit;
use super::folders::folders;
use super::lookup::{self, Miss};
use super::named_session;
use super::options::GuideName;
use super::output;
use super::paint::Ink;
use crate::app;
use crate::disk::{self, Folders, Store, Trouble};
use crate::environment::{Environment, Stream};
use crate::guide::{Library, Place};
use crate::journal::{Resolved, Session};
use crate::search::Search;
use crate::view::Colours;

/// What is said where the reader was asked for and there is no terminal for it.
const NO_TERMINAL: &str = "The reader needs a terminal, and this is none.";

/// What is said where only the keys do not come from the terminal.
const NO_KEYBOARD: &str = "\
The reader takes its keys from standard input, and that is not the terminal here but a pipe or a file. Give it a guide as
an argument instead: toolkit open \"$(…)\"
";

/// What is said in a terminal that has no cursor to move.
const DUMB_TERMINAL: &str = "\
The reader draws a screen, and this terminal says that it cannot (TERM=dumb).";

/// What to do without the reader.
const OTHER_COMMANDS: &str = "\
These commands answer in plain text:
  toolkit search WORDS      the guides that speak of it, with the passage
  toolkit show GUIDE        print a guide
  toolkit list              every guide, with the name to type for it
  toolkit --help            all commands
";

/// Open the reader at a guide
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit open build-relationships          the reader, with this guide open
  toolkit open build-relationships#do       the same, at its section Do")]
pub(super) struct OpenArgs {
    #[command(flatten)]
    pub(super) guide: GuideName,
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
    /// What is wrong with the numbers that an organisation gives itself.
    pub notice: Option<String>,
    /// The preferences of the person who reads.
    pub preferences: LoadedPreferences,
    /// With which colours.
    pub colours: Colours,
}

/// Preferences, and where they are kept.
#[derive(Debug, Default)]
pub struct LoadedPreferences {
    /// What was found in the file.
    pub found: app::PreferencesFile,
    /// Where a change of them is written; none where nothing may be written, or there is no home.
    pub file: Option<PathBuf>,
}

/// What the reader opens first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// The first screen.
    Welcome,
    /// A guide or a section of it.
    Place(Place),
    /// A guide, exactly where it was left.
    Passage(Resolved),
    /// The room, with a session.
    Room(Box<Session>),
    /// The first screen, with a sentence on why it is not what was asked for.
    WelcomeWith(String),
}

/// Where the reader is asked to begin.
#[derive(Debug)]
pub(super) enum Beginning {
    Welcome,
    LastPlace,
    /// The guide of this name.
    Guide(OsString),
    /// The room, with the session of this name.
    Session(OsString),
}

/// Returns what the reader is to show; says why where it cannot be shown.
pub(super) fn request(call: &Call<'_>, beginning: &Beginning) -> anyhow::Result<Outcome> {
    let environment = call.environment;
    if !environment.has_terminal() {
        let is_dumb = [environment.stdin, environment.stdout].contains(&Stream::Dumb);
        let why = match (is_dumb, environment.stdout) {
            (true, _) => DUMB_TERMINAL,
            (false, Stream::Terminal) => NO_KEYBOARD,
            _ => NO_TERMINAL,
        };
        return Ok(Outcome::Ended(output::wrong_use(&format!("{why} {OTHER_COMMANDS}"))));
    }
    let Some(Content { library, search, remarks }) = call.open()? else {
        return Ok(Outcome::Ended(Exit::Content));
    };
    let is_private = call.common.private;
    let folders = folders(environment);
    let preferences = preferences(folders.as_ref().ok(), is_private);
    let (store, troubles) = if is_private { Store::private(folders) } else { Store::open(folders) };
    let opening = opening(&library, beginning, &store)?;
    let colours = colours(call.ink(), environment);
    let request =
        Request { library, search, opening, store, troubles, notice: remarks.short, preferences, colours };
    Ok(Outcome::Read(Box::new(request)))
}

fn preferences(folders: Option<&Folders>, is_private: bool) -> LoadedPreferences {
    let Some(file) = folders.map(Folders::preferences) else { return LoadedPreferences::default() };
    LoadedPreferences { found: disk::preferences::load(&file), file: (!is_private).then_some(file) }
}

fn colours(ink: Ink, environment: &Environment) -> Colours {
    match ink {
        Ink::Colours => environment.terminal.colours,
        Ink::Attributes | Ink::Plain => Colours::None,
    }
}

/// Returns what the reader opens first, or why there is no such thing.
fn opening(library: &Library, beginning: &Beginning, store: &Store) -> Result<Opening, Miss> {
    match beginning {
        Beginning::Welcome => Ok(Opening::Welcome),
        Beginning::Guide(name) => lookup::place(library, name).map(Opening::Place),
        Beginning::Session(name) => {
            let session = named_session::session(library, &store.journal().sessions, name)?;
            Ok(Opening::Room(Box::new(session)))
        }
        Beginning::LastPlace => Ok(match store.journal().progress.last_place(&library.pack.slug) {
            Some(place) => match place.anchor.resolve(library) {
                Ok(found) => Opening::Passage(found),
                Err(lost) => Opening::WelcomeWith(lost.to_string()),
            },
            None => {
                Opening::WelcomeWith("There is no guide to continue yet. Choose one to begin.".to_owned())
            }
        }),
    }
}

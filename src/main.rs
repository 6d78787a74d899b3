//! The program: the command line, and the reader where it is asked for.

use std::hash::{BuildHasher as _, RandomState};
use std::process::ExitCode;

use real_toolkit::app::{App, TourOffer};
use real_toolkit::cli::{self, Exit, Opening, Outcome, Request};
use real_toolkit::disk::Trouble;
use real_toolkit::environment::Environment;
use real_toolkit::shell::{self, Options};
use real_toolkit::view::Colours;

fn main() -> ExitCode {
    let environment = Environment::look();
    let exit = cli::run(&environment).and_then(|outcome| match outcome {
        Outcome::Ended(exit) => Ok(exit),
        Outcome::Read(request) => read(*request, &environment),
    });
    exit.unwrap_or_else(|error| cli::failed(&error)).into()
}

/// Shows the reader until it is left.
fn read(request: Request, environment: &Environment) -> anyhow::Result<Exit> {
    let Request { library, search, opening, store, troubles, notice, preferences, colours } = request;
    let troubles: Vec<String> = notice.into_iter().chain(troubles.iter().map(Trouble::in_short)).collect();
    let mut app = App::new(library, shell::size()?)
        .with_search(search)
        .with_preferences(preferences.found)
        .with_journal(store.journal().clone(), &troubles);
    app.background = environment.terminal.background.filter(|_| colours.are_ours());
    app = app.with_seed(RandomState::new().hash_one(()));
    app.has_colours = colours != Colours::None;
    // Who has read nothing yet is new here.
    let is_new = app.preferences.tour == TourOffer::New
        && store.journal().progress.last_place(&app.library.pack.slug).is_none();
    let app = if is_new { app.offering_tour() } else { app };
    let app = match opening {
        Opening::Welcome => app,
        Opening::Place(place) => app.opened(place),
        Opening::Passage(found) => app.opened_at(found.guide, found.pos),
        Opening::WelcomeWith(why) => app.saying(&why),
        Opening::Room(session) => app.in_room(*session),
    };
    shell::run(app, Options { colours, preferences: preferences.file }, store, environment)?;
    Ok(Exit::Done)
}

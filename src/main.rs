//! The program: the command line, and the reader where it is asked for.

use std::process::ExitCode;

use real_toolkit::app::App;
use real_toolkit::cli::{self, Exit, Opening, Outcome, Request};
use real_toolkit::{shell, view};

fn main() -> ExitCode {
    let exit = cli::run().and_then(|outcome| match outcome {
        Outcome::Ended(exit) => Ok(exit),
        Outcome::Read(request) => read(*request),
    });
    exit.unwrap_or_else(|error| cli::failed(&error)).into()
}

/// Shows the reader until it is left.
fn read(request: Request) -> anyhow::Result<Exit> {
    let Request { library, search, opening, store: _, troubles, colours } = request;
    let size = shell::size()?;
    let mut app = match &opening {
        Opening::Welcome | Opening::Instead(_) => App::new(library, size),
        Opening::Place(place) => App::at(library, size, *place),
        Opening::Passage(found) => App::at_passage(library, size, found.guide, found.pos),
    };
    app.notice = match opening {
        Opening::Instead(why) => Some(why),
        _ => troubles.first().map(ToString::to_string),
    };
    shell::run(app.with_search(search), &view::Palette::for_colours(colours))?;
    Ok(Exit::Done)
}

//! The program: the command line, and the reader where it is asked for.

use std::process::ExitCode;

use real_toolkit::app::App;
use real_toolkit::cli::{self, Exit, Outcome, Request};
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
    let Request { library, search, place, colours, charset } = request;
    let size = shell::size()?;
    let app = match place {
        Some(place) => App::at(library, size, place),
        None => App::new(library, size),
    };
    shell::run(app.with_search(search).offering_tour(), &view::Palette::for_colours(colours), charset)?;
    Ok(Exit::Done)
}

//! `random`: a guide that chance picks, for a slow afternoon or the last minutes of supervision.

use super::context::Context;
use super::exit::Exit;
use super::form::FormArgs;
use super::layout::{closing, heading, text};
use super::list::GuideRecord;
use super::options::seed;
use super::output;
use crate::guide::GuideId;

/// Show a guide that chance picks, and how to open it
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit random                            a guide you may not have thought of
  toolkit random --seed 7                   the same one every time")]
pub(super) struct RandomArgs {
    /// Pick by this number, and not by chance
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    #[command(flatten)]
    form: FormArgs,
}

/// Shows a guide that the seed picks, or chance.
pub(super) fn run(context: &Context<'_>, args: &RandomArgs) -> anyhow::Result<Exit> {
    let library = context.library;
    let seed = seed(args.seed);
    let count = u64::try_from(library.guides.len()).unwrap_or(u64::MAX);
    let picked = seed.checked_rem(count).and_then(|index| usize::try_from(index).ok());
    let Some(guide) = picked.map(|index| library.guide(GuideId::at(index))) else {
        return Ok(output::nothing_found("This pack has no guides."));
    };
    let columns = context.columns;
    context.print(args.form.form(), &[GuideRecord::new(library, guide)], |paint| {
        heading(paint, 0, &guide.title, columns);
        text(paint, 0, &guide.summary, columns);
        paint.end_line();
        closing(paint, &format!("To read it: toolkit open {}", guide.slug), columns);
        closing(paint, &format!("To print it: toolkit show {}", guide.slug), columns);
    })?;
    Ok(Exit::Done)
}

//! `safety`: whom to call and what to do first when somebody is at risk; to read, or for other programs.
//!
//! It keeps nothing: no history, no place, no last search.

mod begin;
mod record;

use std::ffi::OsString;

use super::addresses::{as_typed, command, with_addresses};
use super::context::{Call, Context};
use super::exit::Exit;
use super::form::{Form, FormArgs, json};
use super::layout::closing;
use super::options::{joined, one_of};
use super::paint::{Ink, Links, Paint};
use super::{lookup, output, pager};
use crate::guide::{Area, Block, BlockKind, Prose, Safety, SafetyPage, Target};
use crate::page::Page;
use record::{FirstPageRecord, SituationPageRecord};

/// Say whom to call and what to do first when someone is at risk
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit safety                            whom to call, every situation
  toolkit safety suicide                    what to do first in this situation
  toolkit safety not back                   a part of its title will do
  toolkit safety --area young-people        the page for young people
  toolkit safety suicide --plain            a line for each thing and number
  toolkit safety --new                      a file for the numbers of your own

This program cannot call anyone, and keeps nothing of what you read here. The
line that you typed may stay in the history of your shell.")]
pub(super) struct SafetyArgs {
    /// What has happened: its name as `toolkit safety` lists it, or a part of its title; without one, whom to call
    #[arg(value_name = "SITUATION")]
    situation: Vec<OsString>,
    /// Who reads it
    #[arg(long, value_name = "AREA", value_parser = one_of(&Area::ALL, Area::slug), default_value = "workforce")]
    area: Area,
    #[command(flatten)]
    form: FormArgs,
    /// Begin the file in which an organisation fills in its own numbers
    #[arg(long, conflicts_with_all = ["situation", "json", "plain"])]
    new: bool,
}

/// Prints the first page, or that of the situation that is meant; begins the file of an organisation.
pub(super) fn run(call: &Call<'_>, args: &SafetyArgs) -> anyhow::Result<Exit> {
    if args.new {
        return begin::begin(call);
    }
    call.with_library(|context| {
        let printed = print(context, args);
        // Below the page: whom to call comes first.
        if let Some(whole) = &context.remarks.whole {
            output::say(whole);
        }
        printed
    })
}

fn print(context: &Context<'_>, args: &SafetyArgs) -> anyhow::Result<Exit> {
    let (safety, area, typed) = (&context.library.safety, args.area, joined(&args.situation));
    let page = if typed.is_empty() {
        SafetyPage::First
    } else {
        SafetyPage::Situation(lookup::situation(safety, area, &typed)?)
    };
    match (args.form.form(), page) {
        (Form::Human, page) => write(context, page, area)?,
        (form, SafetyPage::First) => {
            let record = FirstPageRecord::new(safety, area);
            output::answer(&if form == Form::Json { json(&record)? } else { record.lines() })?;
        }
        (form, SafetyPage::Situation(id)) => {
            let Some(situation) = safety.situation(id) else { return Ok(Exit::NothingFound) };
            let record = SituationPageRecord::new(safety, situation, area);
            output::answer(&if form == Form::Json { json(&record)? } else { record.lines() })?;
        }
    }
    Ok(Exit::Done)
}

/// Prints a page to read, with the blocks of the reader, and what can be typed next below it.
fn write(context: &Context<'_>, page: SafetyPage, area: Area) -> anyhow::Result<()> {
    let (library, environment) = (context.library, context.environment);
    let safety = &library.safety;
    let links = if context.ink == Ink::Plain { Links::Written } else { Links::of(environment) };
    let blocks = with_addresses(&blocks(safety, page, area), links, |id| match page {
        SafetyPage::First => safety.situation(id).map(|situation| situation.slug.clone()),
        SafetyPage::Situation(_) => command(safety, id),
    })
    .into_owned();
    let mut paint = Paint::with_links(context.ink, links);
    paint.page(&library.references, &blocks, &Page::compose(&blocks, environment.columns()));
    paint.end_line();
    let next = match page {
        SafetyPage::First => {
            "The page for young people: toolkit safety --area young-people. To fill in your organisation: toolkit \
             safety --new"
        }
        SafetyPage::Situation(_) => "Every situation and every number: toolkit safety",
    };
    closing(&mut paint, next, context.columns);
    pager::print(&as_typed(&paint.out), environment)
}

/// Returns a page with its title, and with how to come from the list of situations to one of them.
fn blocks(safety: &Safety, page: SafetyPage, area: Area) -> Vec<Block> {
    let mut blocks = vec![Block::new(BlockKind::Heading(1), Prose::plain(safety.title(page, area)))];
    blocks.extend(safety.sheet(page, area));
    // Whom to call stands at once below the title.
    blocks.iter_mut().skip(1).take(1).for_each(|block| block.gap = false);
    let leads = |block: &Block| block.prose.links().any(|(_, to)| matches!(to, Target::Safety(_)));
    if page == SafetyPage::First
        && let Some(last) = blocks.iter().rposition(leads)
    {
        let how = Block::new(BlockKind::Paragraph, Prose::plain("What to do first: toolkit safety NAME"));
        blocks.insert(last + 1, how);
    }
    blocks
}

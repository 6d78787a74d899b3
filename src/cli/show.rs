//! `show`: a guide, or a section of it, as text or as JSON.

use std::ffi::OsStr;

use serde::Serialize;

use super::addresses::{as_typed, command, with_addresses};
use super::context::Call;
use super::exit::Exit;
use super::form::{Form, JsonArg, json};
use super::list::GuideRecord;
use super::options::GuideName;
use super::paint::{Ink, Links, Paint};
use super::{lookup, output, pager};
use crate::bundled;
use crate::environment::Environment;
use crate::guide::{Block, Guide, Library, Place, Reference, Safety, SituationId};
use crate::page::Page;

/// Print a guide, or a section of it
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit show build-relationships          the whole guide
  toolkit show build-relationships#do       its section Do
  toolkit show supervision --color never    without colours

A guide longer than the screen opens in a pager: Space goes on, q leaves.")]
pub(super) struct ShowArgs {
    #[command(flatten)]
    guide: GuideName,
    #[command(flatten)]
    form: JsonArg,
}

/// A guide with its text.
#[derive(Debug, Serialize)]
struct TextRecord<'a> {
    #[serde(flatten)]
    guide: GuideRecord<'a>,
    also_said: Vec<&'a str>,
    sections: Vec<SectionRecord<'a>>,
    related: Vec<RelatedRecord<'a>>,
}

/// A section with its text: a line for each paragraph and list item, an empty one between blocks.
#[derive(Debug, Serialize)]
struct SectionRecord<'a> {
    id: &'a str,
    title: &'a str,
    text: String,
}

/// A guide that another one points to, and why.
#[derive(Debug, Serialize)]
struct RelatedRecord<'a> {
    guide: &'a str,
    title: &'a str,
    why: &'a str,
}

/// Prints the guide that is meant.
pub(super) fn run(call: &Call<'_>, args: &ShowArgs) -> anyhow::Result<Exit> {
    let typed = args.guide.typed();
    if args.form.form() == Form::Json {
        return call.with_library(|context| {
            let place = lookup::place(context.library, &typed)?;
            output::answer(&json(&record(context.library, place))?)?;
            Ok(Exit::Done)
        });
    }
    if call.pack().is_none()
        && call.ink() == Ink::Plain
        && let Some(exit) = show_bundled(&typed, call.environment)?
    {
        return Ok(exit);
    }
    call.with_library(|context| {
        let place = lookup::place(context.library, &typed)?;
        let blocks = part(context.library.guide(place.guide), place.section);
        let typed = |id| command(&context.library.safety, id);
        print(blocks, &context.library.references, typed, context.ink, context.environment)
    })
}

/// Prints a bundled guide that is named by its id, as plain text: nothing else of the library is read for it.
/// Returns nothing when the name is none of an id, and the whole library has to be asked.
fn show_bundled(typed: &OsStr, environment: &Environment) -> anyhow::Result<Option<Exit>> {
    let (name, section) = lookup::parts(typed);
    let Some(guide) = bundled::guide(&name) else { return Ok(None) };
    let section = lookup::section(&guide, &section)?;
    // The safety pages are read only where one of them is led to.
    let typed = |id| command(&bundled::safety(), id);
    print(part(&guide, section), &[], typed, Ink::Plain, environment).map(Some)
}

fn print(
    blocks: &[Block],
    references: &[Reference],
    typed: impl Fn(SituationId) -> Option<String>,
    ink: Ink,
    environment: &Environment,
) -> anyhow::Result<Exit> {
    let links = if ink == Ink::Plain { Links::Written } else { Links::of(environment) };
    let blocks = with_addresses(blocks, links, typed);
    let mut paint = Paint::with_links(ink, links);
    paint.page(references, &blocks, &Page::compose(&blocks, environment.columns()));
    pager::print(&as_typed(&paint.out), environment)?;
    Ok(Exit::Done)
}

/// Returns the blocks of a guide, or of one of its sections.
fn part(guide: &Guide, section: Option<u32>) -> &[Block] {
    let range = section.map_or(0..guide.blocks.len(), |section| guide.section_blocks(section as usize));
    guide.blocks.get(range).unwrap_or_default()
}

fn record(library: &Library, place: Place) -> TextRecord<'_> {
    let guide = library.guide(place.guide);
    let is_wanted = |index: usize| place.section.is_none_or(|section| section as usize == index);
    let sections = guide.sections.iter().enumerate().filter(|(index, _)| is_wanted(*index));
    TextRecord {
        guide: GuideRecord::new(library, guide),
        also_said: guide.all_aliases().map(|(_, said)| said).collect(),
        sections: sections
            .map(|(index, section)| {
                let blocks = guide.blocks.get(guide.section_blocks(index)).unwrap_or_default();
                SectionRecord { id: &section.id, title: &section.title, text: text(blocks, &library.safety) }
            })
            .collect(),
        related: guide
            .related
            .iter()
            .map(|related| {
                let guide = library.guide(related.guide);
                RelatedRecord { guide: &guide.slug, title: &guide.title, why: &related.why }
            })
            .collect(),
    }
}

/// Returns blocks as text in which every paragraph is one line.
pub(super) fn text(blocks: &[Block], safety: &Safety) -> String {
    let blocks = with_addresses(blocks, Links::Written, |id| command(safety, id));
    let mut paint = Paint::new(Ink::Plain);
    paint.page(&[], &blocks, &Page::compose(&blocks, u16::MAX));
    as_typed(paint.out.trim_end())
}

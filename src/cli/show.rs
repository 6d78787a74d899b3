//! `show`: a guide, or a section of it, as text or as JSON.

use std::borrow::Cow;
use std::ffi::OsStr;

use serde::Serialize;

use super::context::Call;
use super::exit::Exit;
use super::form::{Form, JsonArg, json};
use super::list::GuideRecord;
use super::options::GuideName;
use super::paint::{Ink, Links, Paint};
use super::{lookup, output, pager};
use crate::bundled;
use crate::environment::Environment;
use crate::guide::{Block, Guide, Library, Place, Reference, Target};
use crate::page::Page;
use crate::text::clean_line;

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
        print(blocks, &context.library.references, context.ink, context.environment)
    })
}

/// Prints a bundled guide that is named by its id, as plain text: nothing else of the library is read for it.
/// Returns nothing when the name is none of an id, and the whole library has to be asked.
fn show_bundled(typed: &OsStr, environment: &Environment) -> anyhow::Result<Option<Exit>> {
    let (name, section) = lookup::parts(typed);
    let Some(guide) = bundled::guide(&name) else { return Ok(None) };
    let section = lookup::section(&guide, &section)?;
    print(part(&guide, section), &[], Ink::Plain, environment).map(Some)
}

fn print(
    blocks: &[Block],
    references: &[Reference],
    ink: Ink,
    environment: &Environment,
) -> anyhow::Result<Exit> {
    let links = if ink == Ink::Plain { Links::Written } else { Links::of(environment) };
    let blocks = with_addresses(blocks, links);
    let mut paint = Paint::with_links(ink, links);
    paint.page(references, &blocks, &Page::compose(&blocks, environment.columns()));
    pager::print(&paint.out, environment)?;
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
                SectionRecord { id: &section.id, title: &section.title, text: text(blocks) }
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
fn text(blocks: &[Block]) -> String {
    let blocks = with_addresses(blocks, Links::Written);
    let mut paint = Paint::new(Ink::Plain);
    paint.page(&[], &blocks, &Page::compose(&blocks, u16::MAX));
    paint.out.truncate(paint.out.trim_end().len());
    paint.out
}

/// Returns the blocks with the addresses of web links written out behind their words: plain text has no other way
/// to say where they lead.
fn with_addresses(blocks: &[Block], links: Links) -> Cow<'_, [Block]> {
    if links == Links::Hyper || blocks.iter().all(|block| hidden(block).is_empty()) {
        return Cow::Borrowed(blocks);
    }
    let mut blocks = blocks.to_vec();
    for block in &mut blocks {
        for (end, address) in hidden(block).into_iter().rev() {
            let written = format!(" ({address})");
            block.prose.text.insert_str(end, &written);
            let more = u32::try_from(written.len()).unwrap_or(0);
            for mark in &mut block.prose.marks {
                mark.start += if mark.start as usize >= end { more } else { 0 };
                mark.end += if mark.end as usize > end { more } else { 0 };
            }
        }
    }
    Cow::Owned(blocks)
}

/// Returns the addresses of web links whose words do not say them, and where those words end.
fn hidden(block: &Block) -> Vec<(usize, String)> {
    let links = block.prose.links().filter_map(|(range, target)| match target {
        Target::Web(address) => Some((range, address)),
        _ => None,
    });
    links
        .filter_map(|(range, address)| {
            let address = address.trim_start_matches("mailto:").trim_start_matches("tel:");
            let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
            (!letters(block.prose.slice(range.clone())).contains(&letters(bare)))
                .then(|| (range.end, clean_line(address)))
        })
        .collect()
}

/// Returns the letters and digits of a text.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::blocks;

    #[test]
    fn plain_text_says_where_links_lead_unless_it_does_already() {
        let markdown = "Call [0800 83](tel:080083), see [the *law*](https://x.org/a) or \
                        [x.org/b](https://x.org/b/), [write](mailto:a@x.org).";
        let blocks = blocks(markdown, |address, _| Some(Target::Web(address.to_owned()))).blocks;
        let plain = with_addresses(&blocks, Links::Written);
        assert_eq!(
            plain[0].prose.text,
            "Call 0800 83, see the law (https://x.org/a) or x.org/b, write (a@x.org)."
        );
        assert_eq!(with_addresses(&blocks, Links::Hyper)[0], blocks[0]);
    }
}

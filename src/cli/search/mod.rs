//! `search`: a few words to the passages that fit, to read or for other programs; and a stream of queries.

mod batch;
mod explain;
mod record;
mod results;

use std::ffi::OsString;
use std::path::PathBuf;

use super::context::Context;
use super::exit::Exit;
use super::form::{Form, FormArgs};
use super::options::{FilterArgs, joined};
use super::output;
use crate::guide::{Area, GuideKind, Library};
use crate::search::{Filters, Query};
use crate::text::{clean_line, truncate};
use record::HitRecord;

/// Guides in an answer to read: their passages fit an ordinary screen.
const TO_READ: usize = 5;

/// Guides in an answer for another program.
const TO_PROCESS: usize = 10;

/// Find guides by a few words; the spelling need not be right
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit search she keeps pushing me away      whole sentences are fine
  toolkit search -n 3 boundries                 three answers at most
  toolkit search --area young-people my rights  only guides for young people
  toolkit search '\"professional distance\"'     these words, just so
  toolkit search love -power                    nothing that speaks of power
  toolkit search --explain boundries            why each of them is there
  toolkit search --json boundaries              for other programs

A phrase needs both kinds of quotation marks: the outer ones keep your shell
from taking the inner ones away. theme:, area: and kind: do what the options
do. None of it is needed.")]
pub(super) struct SearchArgs {
    /// What to look for, in any words and any order
    #[arg(value_name = "WORDS", required_unless_present = "batch")]
    pub(super) words: Vec<OsString>,
    /// How many answers at most, guides, terms and themes: 5 to read, 10 for other programs, unless you say
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) number: Option<u16>,
    #[command(flatten)]
    filters: FilterArgs,
    #[command(flatten)]
    form: FormArgs,
    /// Say in a line for each result why it is there
    #[arg(long, conflicts_with_all = ["json", "plain", "batch"])]
    explain: bool,
    /// Answer every line of this file (- is what is piped in) with a line of JSON
    #[arg(long, value_name = "FILE", conflicts_with_all = ["words", "plain"])]
    batch: Option<PathBuf>,
}

/// Answers a query, or every line of a batch.
pub(super) fn run(context: &Context<'_>, args: &SearchArgs) -> anyhow::Result<Exit> {
    let filters = args.filters.filters(context.library)?;
    match &args.batch {
        Some(file) => {
            let count = args.number.map_or(TO_PROCESS, usize::from);
            batch::answer(context, file, filters, count)
        }
        None => answer(context, args, filters),
    }
}

/// Answers the query on the command line.
fn answer(context: &Context<'_>, args: &SearchArgs, filters: Filters) -> anyhow::Result<Exit> {
    let (library, form) = (context.library, args.form.form());
    let count = args.number.map_or(if form == Form::Human { TO_READ } else { TO_PROCESS }, usize::from);
    let typed = with_filters_joined(&clean_line(&joined(&args.words).to_string_lossy()), library);
    let query = Query::parse(&typed, library).narrowed(filters);
    let search = (context.search)(library);
    let answer = search.answer(library, &query, count);
    if form == Form::Human {
        for remark in results::remarks(library, &answer, &truncate(&typed, 60)) {
            output::say(&remark);
        }
    }
    let records: Vec<_> = answer.hits.iter().map(|hit| HitRecord::new(library, hit)).collect();
    context.print(form, &records, |paint| {
        if args.explain {
            for (index, (hit, record)) in answer.hits.iter().zip(&records).enumerate() {
                let why = explain::line(library, &search, &query, hit);
                paint.plain(&format!("{}. {}: {why}\n", index + 1, record.name()));
            }
        } else {
            results::write(paint, library, &answer, context.columns);
        }
    })?;
    Ok(if records.is_empty() { Exit::NothingFound } else { Exit::Done })
}

/// Returns a query without the blank behind `kind:`, `area:` or `theme:` where a name of one follows: nobody who types
/// `kind: theory` means the word.
fn with_filters_joined(typed: &str, library: &Library) -> String {
    let mut words = typed.split(' ').peekable();
    let mut out: Vec<String> = Vec::new();
    while let Some(word) = words.next() {
        let is_name = |next: &&str| {
            let next = next.to_lowercase();
            match word.to_lowercase().as_str() {
                "kind:" => GuideKind::ALL.iter().any(|kind| kind.slug() == next),
                "area:" => Area::ALL.iter().any(|area| area.slug() == next),
                "theme:" => library.themes.iter().any(|theme| theme.slug == next),
                _ => false,
            }
        };
        let name = words.next_if(is_name).unwrap_or_default();
        out.push(format!("{word}{name}"));
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_behind_the_colon_of_a_filter_is_forgiven() {
        let library = crate::bundled::library();
        assert_eq!(with_filters_joined("Kind: theory loss", &library), "Kind:theory loss");
        assert_eq!(with_filters_joined("she is kind: what now", &library), "she is kind: what now");
    }
}

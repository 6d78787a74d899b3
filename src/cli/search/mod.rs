//! `search`: a few words to the passages that fit, to read or for other programs; and a stream of queries.

mod batch;
mod danger;
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
use crate::search::{DangerWords, Filters, Query};
use crate::text::{clean_line, truncate};
use danger::DangerRecord;
use record::AnswerRecord;

/// Passages in an answer to read: they fit an ordinary screen.
const TO_READ: usize = 5;

/// Passages in an answer for another program.
const TO_PROCESS: usize = 10;

/// Find the passages that answer a few words; the spelling need not be right
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit search she keeps pushing me away      whole sentences are fine
  toolkit search -n 3 boundries                 three answers at most
  toolkit search --area young-people my rights  only guides for young people
  toolkit search '\"professional distance\"'     these words, just so
  toolkit search love -power                    nothing that speaks of power
  toolkit search --explain boundries            why each of them is there
  toolkit search --explain=full boundries       every word, and where it stands
  toolkit search --json boundaries              for other programs

A phrase needs both kinds of quotation marks: the outer ones keep your shell
from taking the inner ones away. theme:, area: and kind: do what the options
do. None of it is needed.

Words that speak of danger are answered with what to do first, above all else;
toolkit safety has the whole of it.")]
pub(super) struct SearchArgs {
    /// What to look for, in any words and any order
    #[arg(value_name = "WORDS", required_unless_present = "batch")]
    pub(super) words: Vec<OsString>,
    /// How many answers at most, passages, terms and themes: 5 to read, 10 for other programs, unless you say
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) number: Option<u16>,
    #[command(flatten)]
    filters: FilterArgs,
    #[command(flatten)]
    form: FormArgs,
    /// Say in a line for each result why it is there; with =full, every word and where it stands
    #[arg(
        long,
        value_name = "HOW",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "line",
        conflicts_with_all = ["json", "plain", "batch"]
    )]
    explain: Option<Explain>,
    /// Answer every line of this file (- is what is piped in) with a line of JSON
    #[arg(long, value_name = "FILE", conflicts_with_all = ["words", "plain"])]
    batch: Option<PathBuf>,
}

/// How much is said about why a result is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Explain {
    /// A line.
    Line,
    /// Everything.
    Full,
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
    let raw = joined(&args.words).to_string_lossy().into_owned();
    let danger = DangerRecord::raised(library, &DangerWords::new(&library.danger), &raw);
    let typed = with_filters_joined(&clean_line(&raw), library);
    let query = Query::parse(&typed, library).narrowed(filters);
    let search = (context.search)(library);
    let answer = search.answer(library, &query, count);
    let hits = record::hits(library, &search, &query, &answer);
    // A plan is no answer to what speaks of danger.
    let plan = record::plan(library, &typed).filter(|_| danger.is_none());
    let is_found = danger.is_some() || plan.is_some() || !hits.is_empty();
    if form != Form::Human {
        let danger = danger.map(AnswerRecord::Danger).into_iter();
        let records: Vec<_> = danger.chain(plan.into_iter().chain(hits).map(AnswerRecord::Hit)).collect();
        context.print(form, &records, |_| {})?;
        return Ok(if is_found { Exit::Done } else { Exit::NothingFound });
    }
    // What to do first stands above everything, remarks too.
    if let Some(danger) = &danger {
        context.print::<AnswerRecord<'_>>(form, &[], |paint| danger.write(paint, context.columns))?;
    }
    if let Some(plan) = plan {
        context.print::<AnswerRecord<'_>>(form, &[], |paint| plan.write(paint, context.columns))?;
    }
    for remark in results::remarks(library, &answer, &truncate(&typed, 60)) {
        output::say(&remark);
    }
    context.print::<AnswerRecord<'_>>(form, &[], |paint| match args.explain {
        None => results::write(paint, library, &answer, context.columns),
        Some(how) => {
            for (index, (hit, record)) in answer.hits.iter().zip(&hits).enumerate() {
                let why = search.explain(library, &query, hit);
                let why = match how {
                    Explain::Line => explain::line(library, &why, hit),
                    Explain::Full => explain::full(library, &why, hit),
                };
                paint.plain(&format!("{}. {}: {why}\n", index + 1, record.place()));
            }
        }
    })?;
    Ok(if is_found { Exit::Done } else { Exit::NothingFound })
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

//! `search --batch`: a query on each line, answered with a line of JSON as soon as it is there.

use std::io::{self, BufReader};
use std::path::Path;

use anyhow::anyhow;

use super::danger::DangerRecord;
use super::record::{self, BatchRecord};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::form::json;
use crate::cli::lines::answer_each;
use crate::disk;
use crate::search::{Answer, DangerWords, Filters, Query};
use crate::text::clean_line;

/// Answers every line of a file or of standard input with a line, as soon as it is there.
pub(super) fn answer(
    context: &Context<'_>,
    file: &Path,
    filters: Filters,
    count: usize,
) -> anyhow::Result<Exit> {
    let (library, search) = (context.library, (context.search)(context.library));
    let danger = DangerWords::new(&library.danger);
    let answer = |raw: &str| {
        let typed = clean_line(raw);
        let raised = DangerRecord::raised(library, &danger, raw);
        let query = Query::parse(&typed, library).narrowed(filters);
        let answer = if typed.is_empty() { Answer::default() } else { search.answer(library, &query, count) };
        let plan = record::plan(library, &typed).filter(|_| raised.is_none());
        let record = BatchRecord {
            query: &typed,
            results: plan.into_iter().chain(record::hits(library, &search, &query, &answer)).collect(),
            unsure: answer.is_unsure(),
            safety: raised.map(|raised| raised.safety),
        };
        json(&record)
    };
    if file.as_os_str() == "-" {
        return answer_each(BufReader::new(io::stdin().lock()), |error| unread("the queries", error), answer);
    }
    let shown = disk::shown(file);
    let opened = disk::open(file).map_err(|error| unread(&format!("the queries in {shown}"), &error))?;
    answer_each(BufReader::new(opened), |error| unread("the queries", error), answer)
}

/// Returns why queries could not be read, and what to do.
fn unread(what: &str, error: &io::Error) -> anyhow::Error {
    anyhow!(
        "{what} could not be read: {}. Name a file with a query in each line: toolkit search --batch FILE",
        disk::in_words(error)
    )
}

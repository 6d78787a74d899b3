//! `search --batch`: a query on each line, answered with a line of JSON as soon as it is there.

use std::io::{self, BufRead, BufReader, Read as _};
use std::path::Path;

use anyhow::anyhow;

use super::danger::DangerRecord;
use super::record::{self, BatchRecord};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::form::json;
use crate::cli::output::{self, Recipient};
use crate::disk;
use crate::search::{Answer, Certainty, DangerWords, Filters, Query};
use crate::text::clean_line;

/// The longest line that is read, in bytes; what is behind it is left out.
const LINE_AT_MOST: u64 = 64 << 10;

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
        let record = BatchRecord {
            query: &typed,
            results: record::hits(library, &search, &query, &answer),
            unsure: answer.certainty == Certainty::Unsure,
            safety: raised.map(|raised| raised.safety),
        };
        json(&record)
    };
    if file.as_os_str() == "-" {
        return stream(BufReader::new(io::stdin().lock()), answer);
    }
    let shown = disk::shown(file);
    let opened = disk::open(file).map_err(|error| unread(&format!("the queries in {shown}"), &error))?;
    stream(BufReader::new(opened), answer)
}

/// Returns why queries could not be read, and what to do.
fn unread(what: &str, error: &io::Error) -> anyhow::Error {
    anyhow!(
        "{what} could not be read: {}. Name a file with a query in each line: toolkit search --batch FILE",
        disk::in_words(error)
    )
}

/// Answers every line with a line.
fn stream<R: io::Read>(
    mut lines: BufReader<R>,
    answer: impl Fn(&str) -> anyhow::Result<String>,
) -> anyhow::Result<Exit> {
    let mut answers = String::new();
    while let Some(line) = next_line(&mut lines).map_err(|error| unread("the queries", &error))? {
        answers.push_str(&answer(&String::from_utf8_lossy(&line))?);
        // A program that waits for each answer gets it at once; where more queries have come, answers go out together.
        if !lines.buffer().contains(&b'\n') {
            if output::write(answers.as_bytes())? == Recipient::HasGone {
                return Ok(Exit::Done);
            }
            answers.clear();
        }
    }
    output::answer(&answers)?;
    Ok(Exit::Done)
}

/// Returns the next line without its end, cut to [`LINE_AT_MOST`]; nothing at the end of the file.
fn next_line(lines: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    if lines.by_ref().take(LINE_AT_MOST).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else {
        lines.skip_until(b'\n')?;
    }
    Ok(Some(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlong_lines_are_cut_and_the_next_is_whole() {
        let long = "a".repeat(200_000);
        let text = format!("one\n\n{long}\ntwo\r\nlast");
        let mut lines = BufReader::with_capacity(16, text.as_bytes());
        let mut read = Vec::new();
        while let Some(line) = next_line(&mut lines).unwrap() {
            read.push(line.len());
        }
        assert_eq!(read, [3, 0, 64 << 10, 4, 4]);
    }
}

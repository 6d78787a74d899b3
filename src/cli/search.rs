//! `search`: a few words to the passages that fit, to read or for other programs; and a stream of queries.

use std::io::{self, BufRead, BufReader, Read as _};
use std::path::Path;

use anyhow::Context as _;

use super::args::{Form, SearchArgs};
use super::content::Content;
use super::output::{self, Reader};
use super::paint::Paint;
use super::record::{BatchRecord, HitRecord, json};
use super::surroundings::{Ink, Surroundings};
use super::{Exit, named, results};
use crate::disk;
use crate::guide::{Area, Library, ThemeId};
use crate::search::{Answer, Search};
use crate::text::{clean_line, truncate};

/// Guides in an answer to read: their passages fit an ordinary screen.
const TO_READ: usize = 5;

/// Guides in an answer for another program.
const TO_PROCESS: usize = 10;

/// The longest line of a batch that is read, in bytes; what is behind it is left out.
const LINE_AT_MOST: u64 = 64 << 10;

/// Which guides are wanted, and how many.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    theme: Option<ThemeId>,
    area: Option<Area>,
    number: usize,
}

/// Answers a query, or every line of a batch.
pub(super) fn search(
    Content { library, search }: &Content,
    args: &SearchArgs,
    ink: Ink,
    here: &Surroundings,
) -> anyhow::Result<Exit> {
    let form = args.form.form();
    let to_read = form == Form::Human && args.batch.is_none();
    let number = args.number.map_or(if to_read { TO_READ } else { TO_PROCESS }, usize::from);
    let theme = match args.theme.as_deref().map(|theme| named::theme(library, theme)).transpose() {
        Ok(theme) => theme,
        Err(miss) => return Ok(super::nothing_found(&miss)),
    };
    let wanted = Wanted { theme, area: args.area, number };
    let search = search(library);
    if let Some(file) = &args.batch {
        return batch(library, &search, file, wanted);
    }
    let words: Vec<_> = args.words.iter().map(|word| word.to_string_lossy()).collect();
    let query = clean_line(&words.join(" "));
    let answer = find(library, &search, &query, wanted);
    match form {
        Form::Human => human(library, &answer, &query, ink, here)?,
        Form::Json => output::answer(&json(&records(library, &answer))?)?,
        Form::Plain => {
            let lines: String = records(library, &answer).iter().map(HitRecord::line).collect();
            output::answer(&lines)?;
        }
    }
    Ok(if answer.hits.is_empty() { Exit::NothingFound } else { Exit::Done })
}

/// Searches, and keeps what is wanted.
fn find(library: &Library, search: &Search, query: &str, wanted: Wanted) -> Answer {
    if wanted.theme.is_none() && wanted.area.is_none() {
        return search.find(library, query, wanted.number);
    }
    let mut answer = search.find(library, query, library.guides.len());
    answer.hits.retain(|hit| {
        let guide = library.guide(hit.guide);
        wanted.theme.is_none_or(|theme| guide.themes.contains(&theme))
            && wanted.area.is_none_or(|area| guide.area == area)
    });
    answer.hits.truncate(wanted.number);
    answer
}

fn records<'a>(library: &'a Library, answer: &Answer) -> Vec<HitRecord<'a>> {
    answer.hits.iter().map(|hit| HitRecord::new(library, hit)).collect()
}

fn human(
    library: &Library,
    answer: &Answer,
    query: &str,
    ink: Ink,
    here: &Surroundings,
) -> anyhow::Result<()> {
    for remark in results::remarks(answer, &truncate(query, 60)) {
        output::say(&remark);
    }
    let mut paint = Paint::new(ink);
    results::write(&mut paint, library, answer, usize::from(here.columns()));
    output::answer(&paint.out)
}

/// Answers every line of a file or of standard input with a line, as soon as it is there.
fn batch(library: &Library, search: &Search, file: &Path, wanted: Wanted) -> anyhow::Result<Exit> {
    if file.as_os_str() == "-" {
        return stream(library, search, BufReader::new(io::stdin().lock()), wanted);
    }
    let shown = clean_line(&file.to_string_lossy());
    let opened = disk::open(file).with_context(|| format!("the queries in {shown} could not be read"))?;
    stream(library, search, BufReader::new(opened), wanted)
}

fn stream<R: io::Read>(
    library: &Library,
    search: &Search,
    mut lines: BufReader<R>,
    wanted: Wanted,
) -> anyhow::Result<Exit> {
    let mut answers = String::new();
    while let Some(line) = next_line(&mut lines).context("the queries could not be read to their end")? {
        let query = clean_line(&String::from_utf8_lossy(&line));
        let answer = if query.is_empty() { Answer::default() } else { find(library, search, &query, wanted) };
        let results = records(library, &answer);
        answers.push_str(&json(&BatchRecord { query: &query, results })?);
        // Whoever waits for an answer before the next question gets it; whoever does not gets them in large pieces.
        if !lines.buffer().contains(&b'\n') {
            if output::write(answers.as_bytes())? == Reader::HasGone {
                return Ok(Exit::Done);
            }
            answers.clear();
        }
    }
    output::answer(&answers)?;
    Ok(Exit::Done)
}

/// Returns the next line without its end, as much of it as is read; nothing at the end of the file.
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

//! `search`: a few words to the passages that fit, to read or for other programs; and a stream of queries.

use std::io::{self, BufRead, BufReader, Read as _};
use std::path::Path;

use anyhow::anyhow;

use super::args::{Form, SearchArgs};
use super::content::Content;
use super::output::{self, Reader};
use super::paint::{Ink, Paint};
use super::record::{BatchRecord, HitRecord, json};
use super::{Exit, named, reasons, results};
use crate::disk;
use crate::environment::Environment;
use crate::guide::{Area, GuideKind, Library};
use crate::search::{Answer, Filters, Query, Search};
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
    filters: Filters,
    number: usize,
}

/// What is searched.
struct Searched<'a> {
    library: &'a Library,
    search: &'a Search,
}

/// Answers a query, or every line of a batch.
pub(super) fn search(
    content: &Content,
    args: &SearchArgs,
    ink: Ink,
    environment: &Environment,
) -> anyhow::Result<Exit> {
    let library = &content.library;
    let form = args.form.form();
    let to_read = form == Form::Human && args.batch.is_none();
    let number = args.number.map_or(if to_read { TO_READ } else { TO_PROCESS }, usize::from);
    let theme = match args.theme.as_deref().map(|theme| named::theme(library, theme)).transpose() {
        Ok(theme) => theme,
        Err(miss) => return Ok(super::nothing_found(&miss)),
    };
    let wanted = Wanted { filters: Filters { theme, area: args.area, kind: args.kind }, number };
    let searched = Searched { library, search: &(content.search)(library) };
    match &args.batch {
        Some(file) => batch(&searched, file, wanted),
        None => one(&searched, args, wanted, (ink, environment)),
    }
}

/// Answers the query on the command line.
fn one(
    searched: &Searched<'_>,
    args: &SearchArgs,
    wanted: Wanted,
    (ink, environment): (Ink, &Environment),
) -> anyhow::Result<Exit> {
    let library = searched.library;
    let words: Vec<_> = args.words.iter().map(|word| word.to_string_lossy()).collect();
    let typed = with_filters_joined(&clean_line(&words.join(" ")), library);
    let query = Query::parse(&typed, library).narrowed(wanted.filters);
    let answer = searched.search.answer(library, &query, wanted.number);
    match args.form.form() {
        Form::Human if args.explain => {
            say_remarks(library, &answer, &typed);
            output::answer(&explained(searched, &query, &answer))?;
        }
        Form::Human => {
            say_remarks(library, &answer, &typed);
            let mut paint = Paint::new(ink);
            results::write(&mut paint, library, &answer, usize::from(environment.columns()));
            output::answer(&environment.displayable(&paint.out))?;
        }
        Form::Json => output::answer(&json(&records(library, &answer))?)?,
        Form::Plain => {
            let lines: String = records(library, &answer).iter().map(HitRecord::line).collect();
            output::answer(&lines)?;
        }
    }
    Ok(if answer.hits.is_empty() { Exit::NothingFound } else { Exit::Done })
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

/// Returns a line for each result that says why it is there.
fn explained(Searched { library, search }: &Searched<'_>, query: &Query, answer: &Answer) -> String {
    let hits = answer.hits.iter().zip(1..);
    let lines = hits.map(|(hit, number): (_, usize)| {
        let name = HitRecord::new(library, hit).name();
        format!("{number}. {name}: {}\n", reasons::line(library, search, query, hit))
    });
    lines.collect()
}

fn say_remarks(library: &Library, answer: &Answer, typed: &str) {
    for remark in results::remarks(library, answer, &truncate(typed, 60)) {
        output::say(&remark);
    }
}

fn records<'a>(library: &'a Library, answer: &Answer) -> Vec<HitRecord<'a>> {
    answer.hits.iter().map(|hit| HitRecord::new(library, hit)).collect()
}

/// Answers every line of a file or of standard input with a line, as soon as it is there.
fn batch(searched: &Searched<'_>, file: &Path, wanted: Wanted) -> anyhow::Result<Exit> {
    if file.as_os_str() == "-" {
        return stream(searched, BufReader::new(io::stdin().lock()), wanted);
    }
    let shown = clean_line(&file.to_string_lossy());
    let opened = disk::open(file).map_err(|error| unread(&format!("the queries in {shown}"), &error))?;
    stream(searched, BufReader::new(opened), wanted)
}

/// Returns why queries could not be read, and what to do.
fn unread(what: &str, error: &io::Error) -> anyhow::Error {
    anyhow!(
        "{what} could not be read: {}. Name a file with a query in each line: toolkit search --batch FILE",
        disk::in_words(error)
    )
}

fn stream<R: io::Read>(
    Searched { library, search }: &Searched<'_>,
    mut lines: BufReader<R>,
    wanted: Wanted,
) -> anyhow::Result<Exit> {
    let mut answers = String::new();
    while let Some(line) = next_line(&mut lines).map_err(|error| unread("the queries", &error))? {
        let typed = clean_line(&String::from_utf8_lossy(&line));
        let query = Query::parse(&typed, library).narrowed(wanted.filters);
        let answer =
            if typed.is_empty() { Answer::default() } else { search.answer(library, &query, wanted.number) };
        let results = records(library, &answer);
        answers.push_str(&json(&BatchRecord { query: &typed, results })?);
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
    fn a_blank_behind_the_colon_of_a_filter_is_forgiven() {
        let library = crate::bundled::library();
        assert_eq!(with_filters_joined("Kind: theory loss", &library), "Kind:theory loss");
        assert_eq!(with_filters_joined("she is kind: what now", &library), "she is kind: what now");
    }

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

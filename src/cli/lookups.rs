//! `check --lookups`: what people type, and whether they find it; to read or for other programs.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

use anyhow::Context as _;
use serde::Serialize;

use super::content::{self, Content};
use super::exit::Exit;
use super::form::{Form, print_value};
use crate::check::lookups::{self, Answering, Floor, Lookups, Miss, Score, Tally};
use crate::disk;
use crate::guide::Library;
use crate::text::Problem;

/// The largest file of lookups, in bytes: some ten thousand lookups.
const AT_MOST: u64 = 2 << 20;

/// Searches for every lookup of `file` in a pack and says how well they are answered. `floor` goes before the one in
/// the file.
pub(super) fn check(file: &Path, pack: Option<&Path>, floor: Floor, form: Form) -> anyhow::Result<Exit> {
    let name = disk::shown(file);
    let text = text(file).with_context(|| format!("the lookups in {name} could not be read"))?;
    let Some(Content { library, search, .. }) = content::open(pack)? else {
        return Ok(Exit::Content);
    };
    let lookups = match lookups::read(text.strip_prefix('\u{feff}').unwrap_or(&text), &library) {
        Ok(lookups) => lookups,
        Err(mistakes) => {
            print_value(form, &MistakesRecord { mistakes: &mistakes }, || mistaken(&name, &mistakes))?;
            return Ok(Exit::Content);
        }
    };
    let floor = floor.or(lookups.floor);
    let score = lookups::score(&lookups.lookups, &library, &search(&library));
    print_value(form, &ScoreRecord::new(&score, &lookups, floor, &library), || {
        misses(&score, &lookups, &library) + &tallies(&score) + &conclusion(&score.all, floor)
    })?;
    Ok(if score.all.reaches(floor) { Exit::Done } else { Exit::Content })
}

fn text(file: &Path) -> anyhow::Result<String> {
    let mut text = String::new();
    let why = |error: std::io::Error| anyhow::anyhow!(disk::in_words(&error));
    let read = disk::open(file).map_err(why)?.take(AT_MOST + 1).read_to_string(&mut text).map_err(why)?;
    anyhow::ensure!(read as u64 <= AT_MOST, "it has more than {} MiB", AT_MOST >> 20);
    Ok(text)
}

/// Returns everything that is wrong with a file, to read.
fn mistaken(name: &str, mistakes: &[Problem]) -> String {
    let mut out = String::new();
    for Problem { at, message, help } in mistakes {
        let place = at.map_or_else(String::new, |at| format!(":{at}"));
        let _ = writeln!(out, "{name}{place}: {message}\n  = help: {help}");
    }
    let count =
        if mistakes.len() == 1 { "1 mistake".to_owned() } else { format!("{} mistakes", mistakes.len()) };
    let _ = writeln!(out, "\n{name}: {count}. Nothing was searched for.");
    out
}

/// Returns the lookups whose right answer does not stand first, to read.
fn misses(score: &Score, lookups: &Lookups, library: &Library) -> String {
    let mut out = String::new();
    for miss in &score.misses {
        let lookup = &lookups.lookups[miss.lookup];
        let about = if lookup.about.is_empty() { String::new() } else { format!(" ({})", lookup.about) };
        let rank = miss.rank.map_or_else(|| "not found".to_owned(), |rank| format!("in place {rank}"));
        let first = miss.found.first().map_or_else(|| "nothing".to_owned(), |first| first.name(library));
        let _ = writeln!(out, "{}{about}", lookup.words);
        let _ = writeln!(
            out,
            "  right: {}, {rank}\n  first: {first}",
            names(&lookup.right, library).join(" or ")
        );
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// Returns a table of how well each group is answered, and all of them.
fn tallies(score: &Score) -> String {
    let all = ("all", &score.all);
    let groups = score.groups.iter().filter(|group| !group.about.is_empty());
    let rows: Vec<(&str, &Tally)> =
        groups.map(|group| (group.about.as_str(), &group.tally)).chain([all]).collect();
    let widest = rows.iter().map(|(name, _)| crate::text::width(name)).max().unwrap_or(0);
    let mut out = format!("{}  lookups  first  in three  mean reciprocal rank\n", " ".repeat(widest));
    for (name, tally) in rows {
        let blanks = " ".repeat(widest - crate::text::width(name));
        let (first, in_three) = (tally.first_part(), tally.in_three_part());
        let rank = tally.mean_reciprocal_rank();
        let _ = writeln!(
            out,
            "{name}{blanks}  {:>7}  {first:>5.3}  {in_three:>8.3}  {rank:>20.3}",
            tally.lookups
        );
    }
    out
}

/// Returns whether the floors are reached, and what to do where they are not.
fn conclusion(all: &Tally, floor: Floor) -> String {
    let parts = [("first", floor.first, all.first_part()), ("in three", floor.in_three, all.in_three_part())];
    let below: Vec<String> = parts
        .into_iter()
        .filter_map(|(name, floor, part)| Some((name, floor?, part)).filter(|(_, floor, part)| part < floor))
        .map(|(name, floor, part)| format!("{name} {part:.3}, where {floor} is asked for"))
        .collect();
    if !below.is_empty() {
        let below = below.join("; ");
        format!(
            "\nBelow the floor: {below}.\nGive the guides that are missed what people say for them, in `also_said`. \
             A lookup is not changed to fit.\n"
        )
    } else if floor == Floor::default() {
        String::new()
    } else {
        "\nThe floor is reached.\n".to_owned()
    }
}

fn names(some: &[Answering], library: &Library) -> Vec<String> {
    some.iter().map(|answer| answer.name(library)).collect()
}

/// What is wrong with a file as JSON.
#[derive(Serialize)]
struct MistakesRecord<'a> {
    mistakes: &'a [Problem],
}

/// A score as JSON: the promise of `check --lookups FILE --json`.
#[derive(Serialize)]
struct ScoreRecord<'a> {
    #[serde(flatten)]
    all: TallyRecord,
    floor: FloorRecord,
    reached: bool,
    groups: Vec<GroupRecord<'a>>,
    misses: Vec<MissRecord<'a>>,
}

#[derive(Serialize)]
struct TallyRecord {
    lookups: u32,
    first: f64,
    in_three: f64,
    mean_reciprocal_rank: f64,
}

#[derive(Serialize)]
struct FloorRecord {
    first: Option<f64>,
    in_three: Option<f64>,
}

#[derive(Serialize)]
struct GroupRecord<'a> {
    about: &'a str,
    #[serde(flatten)]
    tally: TallyRecord,
}

#[derive(Serialize)]
struct MissRecord<'a> {
    words: &'a str,
    about: &'a str,
    right: Vec<String>,
    rank: Option<u32>,
    found: Vec<String>,
}

impl<'a> ScoreRecord<'a> {
    fn new(score: &'a Score, lookups: &'a Lookups, floor: Floor, library: &Library) -> Self {
        let group = |group: &'a lookups::Group| GroupRecord {
            about: &group.about,
            tally: TallyRecord::new(&group.tally),
        };
        Self {
            all: TallyRecord::new(&score.all),
            floor: FloorRecord { first: floor.first, in_three: floor.in_three },
            reached: score.all.reaches(floor),
            groups: score.groups.iter().map(group).collect(),
            misses: score.misses.iter().map(|miss| MissRecord::new(miss, lookups, library)).collect(),
        }
    }
}

impl TallyRecord {
    fn new(tally: &Tally) -> Self {
        Self {
            lookups: tally.lookups,
            first: tally.first_part(),
            in_three: tally.in_three_part(),
            mean_reciprocal_rank: tally.mean_reciprocal_rank(),
        }
    }
}

impl<'a> MissRecord<'a> {
    fn new(miss: &Miss, lookups: &'a Lookups, library: &Library) -> Self {
        let lookup = &lookups.lookups[miss.lookup];
        Self {
            words: &lookup.words,
            about: &lookup.about,
            right: names(&lookup.right, library),
            rank: miss.rank,
            found: names(&miss.found, library),
        }
    }
}

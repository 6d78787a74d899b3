//! `check --lookups`: what people type, and whether they find it; to read or for other programs.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

use anyhow::Context as _;
use serde::Serialize;

use super::content::{self, Content};
use super::exit::Exit;
use super::form::{Form, print_value};
use crate::check::lookups::{self, Answering, Figure, Floor, Lookups, Miss, Score, Tally};
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

/// Returns the lookups that are not answered as they should be, to read.
fn misses(score: &Score, lookups: &Lookups, library: &Library) -> String {
    let mut out = String::new();
    for miss in &score.misses {
        let lookup = &lookups.lookups[miss.lookup];
        let about = if lookup.about.is_empty() { String::new() } else { format!(" ({})", lookup.about) };
        let first = miss.found.first().map_or_else(|| "nothing".to_owned(), |first| first.name(library));
        let right = if lookup.right.is_empty() {
            "nothing, and the answer is not said to be unsure".to_owned()
        } else {
            let rank = miss.rank.map_or_else(|| "not found".to_owned(), |rank| format!("in place {rank}"));
            let unsure = if miss.is_unsure && miss.rank.is_some() { ", said to be unsure" } else { "" };
            format!("{}, {rank}{unsure}", names(&lookup.right, library).join(" or "))
        };
        let _ = writeln!(out, "{}{about}\n  right: {right}\n  first: {first}", lookup.words);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// Returns tables of how well each group is answered, and all of them: guides, and where they are asked for sections and
/// passages; and how often it is said that an answer is unsure.
fn tallies(score: &Score) -> String {
    let groups = score.groups.iter().filter(|group| !group.about.is_empty());
    let rows: Vec<(&str, &Tally)> =
        groups.map(|group| (group.about.as_str(), &group.tally)).chain([("all", &score.all)]).collect();
    let widest = rows.iter().map(|(name, _)| crate::text::width(name)).max().unwrap_or(0);
    let name = |name: &str| format!("{name}{}", " ".repeat(widest - crate::text::width(name)));
    let mut out = format!("{}  lookups  first  in three  mean reciprocal rank\n", name(""));
    for (about, tally) in rows.iter().filter(|(about, tally)| tally.lookups > 0 || *about == "all") {
        let [first, in_three] = parts(tally, [Figure::First, Figure::InThree]);
        let rank = tally.mean_reciprocal_rank();
        let _ = writeln!(
            out,
            "{}  {:>7}  {first:>5.3}  {in_three:>8.3}  {rank:>20.3}",
            name(about),
            tally.lookups
        );
    }
    if score.all.passages > 0 {
        let _ = writeln!(out, "\n{}  passages  section first  in three  passage first  in three", name(""));
    }
    for (about, tally) in rows.iter().filter(|(_, tally)| tally.passages > 0) {
        let [section, section_in_three] = parts(tally, [Figure::SectionFirst, Figure::SectionInThree]);
        let [passage, in_three] = parts(tally, [Figure::PassageFirst, Figure::PassageInThree]);
        let _ = writeln!(
            out,
            "{}  {:>8}  {section:>13.3}  {section_in_three:>8.3}  {passage:>13.3}  {in_three:>8.3}",
            name(about),
            tally.passages
        );
    }
    out + &unsure(&score.all)
}

/// Returns how often an answer is said to be unsure, where that should be said of some.
fn unsure(all: &Tally) -> String {
    if all.none == 0 {
        return String::new();
    }
    let [rightly, wrongly] = parts(all, [Figure::Unsure, Figure::WronglyUnsure]);
    format!(
        "\nSaid to be unsure: {rightly:.3} of the {} that nothing answers; wrongly {wrongly:.3} of the others.\n",
        all.none
    )
}

fn parts(tally: &Tally, figures: [Figure; 2]) -> [f64; 2] {
    figures.map(|figure| tally.part(figure).unwrap_or(0.0))
}

/// Returns whether the floors are reached, and what to do where they are not.
fn conclusion(all: &Tally, floor: Floor) -> String {
    let below: Vec<String> = Figure::ALL
        .into_iter()
        .filter_map(|figure| Some((figure, all.part(figure)?, floor.of(figure)?)))
        .filter(|(figure, part, asked)| !figure.reaches(*part, *asked))
        .map(|(figure, part, asked)| format!("{} {part:.3}, where {asked} is asked for", figure.label()))
        .collect();
    if !below.is_empty() {
        let below = below.join("; ");
        format!(
            "\nBelow the floor: {below}.\nGive the guides that are missed what people say for them, in `also_said`, and \
             the passages in `[[section.answers]]`. A lookup is not changed to fit.\n"
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
    floor: FiguresRecord,
    reached: bool,
    groups: Vec<GroupRecord<'a>>,
    misses: Vec<MissRecord<'a>>,
}

/// What no lookup has a say in is null.
#[derive(Serialize)]
struct TallyRecord {
    lookups: u32,
    mean_reciprocal_rank: f64,
    passages: u32,
    none: u32,
    #[serde(flatten)]
    parts: FiguresRecord,
}

/// A number for each figure, as JSON names it.
#[derive(Serialize)]
struct FiguresRecord {
    first: Option<f64>,
    in_three: Option<f64>,
    section_first: Option<f64>,
    section_in_three: Option<f64>,
    passage_first: Option<f64>,
    passage_in_three: Option<f64>,
    unsure: Option<f64>,
    wrongly_unsure: Option<f64>,
}

impl FiguresRecord {
    fn new(of: impl Fn(Figure) -> Option<f64>) -> Self {
        Self {
            first: of(Figure::First),
            in_three: of(Figure::InThree),
            section_first: of(Figure::SectionFirst),
            section_in_three: of(Figure::SectionInThree),
            passage_first: of(Figure::PassageFirst),
            passage_in_three: of(Figure::PassageInThree),
            unsure: of(Figure::Unsure),
            wrongly_unsure: of(Figure::WronglyUnsure),
        }
    }
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
    unsure: bool,
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
            floor: FiguresRecord::new(|figure| floor.of(figure)),
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
            mean_reciprocal_rank: tally.mean_reciprocal_rank(),
            passages: tally.passages,
            none: tally.none,
            parts: FiguresRecord::new(|figure| tally.part(figure)),
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
            unsure: miss.is_unsure,
            found: names(&miss.found, library),
        }
    }
}

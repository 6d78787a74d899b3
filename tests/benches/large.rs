//! What searching costs with 40, 1,000 and 10,000 guides: `cargo bench --bench large`; with 100,000 as well:
//! `cargo bench --bench large -- --all`. To write such a pack: `cargo bench --bench large -- --write DIR 10000`.
//!
//! Written by hand and not with divan, because the goals are 95th percentiles over many different keys.
#![expect(clippy::disallowed_methods, reason = "it takes the time, and writes the pack that it is asked for")]
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints its figures or stops")]

#[path = "../it/support/chance.rs"]
mod chance;
#[path = "../it/support/large.rs"]
mod large;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use real_toolkit::guide::Library;
use real_toolkit::pack;
use real_toolkit::search::Search;

/// Queries that are typed letter by letter.
const QUERIES: usize = 60;

fn main() {
    let arguments: Vec<String> = std::env::args_os().filter_map(|one| one.into_string().ok()).collect();
    if let Some(at) = arguments.iter().position(|one| one == "--write") {
        return write(Path::new(&arguments[at + 1]), arguments[at + 2].parse().unwrap());
    }
    println!("guides     build   index on disk   memory     key p50      p95      max    open stored");
    let all = arguments.iter().any(|one| one == "--all");
    for many in [40, 1_000, 10_000].into_iter().chain(all.then_some(100_000)) {
        measure(many);
    }
}

fn measure(many: usize) {
    let library = pack::open(&large::sources(many)).library.unwrap();
    let before = resident();
    let build = Instant::now();
    let search = Search::build(&library);
    let build = build.elapsed();
    let memory = resident().saturating_sub(before);
    let times = keys(&library, &search);
    let stored = search.to_bytes(1);
    let open = Instant::now();
    black_box(Search::from_bytes(&stored, 1).unwrap());
    let open = open.elapsed();
    let at = |percent: usize| milliseconds(times[(times.len() - 1) * percent / 100]);
    println!(
        "{many:>6} {:>7} ms {:>12} KB {:>7} MB {:>8} ms {:>5} ms {:>5} ms {:>8} ms",
        milliseconds(build),
        stored.len() >> 10,
        memory >> 10,
        at(50),
        at(95),
        at(100),
        milliseconds(open),
    );
}

/// Returns the times from each key of some queries to its answer, in order.
fn keys(library: &Library, search: &Search) -> Vec<Duration> {
    let mut times = Vec::new();
    for query in large::queries(QUERIES) {
        for (end, c) in query.char_indices() {
            let typed = &query.get(..end + c.len_utf8()).unwrap();
            let start = Instant::now();
            black_box(search.find(library, typed, 20));
            times.push(start.elapsed());
        }
    }
    times.sort();
    times
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1e3)
}

/// Returns the memory that the program has, in kilobytes; 0 where the system does not say.
fn resident() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// Writes a pack of `many` guides into a folder.
fn write(folder: &Path, many: usize) {
    for source in large::sources(many) {
        let path = folder.join(&source.name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, source.text.unwrap()).unwrap();
    }
    println!("{many} guides are in {}", folder.display());
}

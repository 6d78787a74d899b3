//! What searching costs with the bundled guides and with packs of 40, 1,000 and 10,000: `cargo bench --bench large`;
//! with 100,000 as well: `cargo bench --bench large -- --all`; with so many only: `cargo bench --bench large -- 2000`. To
//! write such a pack: `cargo bench --bench large -- --write DIR 10000`.
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

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::widgets::Widget as _;
use real_toolkit::app::{App, Key, KeyCode, Message};
use real_toolkit::bundled;
use real_toolkit::guide::Library;
use real_toolkit::pack;
use real_toolkit::search::{Progress, Search, SearchBuilder, Titles};
use real_toolkit::view::{Charset, Colours, Palette, Screen};

/// Asking that are typed letter by letter.
const QUERIES: usize = 60;

/// Each key is taken so often, and the best time counts: other programs run too.
const TRIES: usize = 3;

/// The results of the reader.
const RESULTS: usize = 20;

/// The screen of the goals.
const SIZE: Size = Size { width: 120, height: 40 };

fn main() {
    let arguments: Vec<String> = std::env::args_os().filter_map(|one| one.into_string().ok()).collect();
    if let Some(at) = arguments.iter().position(|one| one == "--write") {
        return write(Path::new(&arguments[at + 1]), arguments[at + 2].parse().unwrap());
    }
    println!(
        "Times in milliseconds, p50 / p95 / the longest, each the best of {TRIES}. answer: a key of a query to its"
    );
    println!(
        "results; nothing: where nothing has the words; phrase: in quotes; frame: to the frame at 120×40; titles: to"
    );
    println!("titles that fit, before the index is ready.");
    let sizes: Vec<usize> = arguments.iter().filter_map(|one| one.parse().ok()).collect();
    if sizes.is_empty() {
        println!("the bundled guides");
        measure(&bundled::library());
    }
    let all = arguments.iter().any(|one| one == "--all").then_some(100_000);
    let usual = [40, 1_000, 10_000].into_iter().chain(all).filter(|_| sizes.is_empty());
    for many in usual.chain(sizes.iter().copied()) {
        println!("{many} guides");
        measure(&pack::open(&large::sources(many)).library.unwrap());
    }
}

/// Prints what a library costs.
fn measure(library: &Library) {
    let build = (0..TRIES).map(|_| build(library)).min().unwrap();
    println!("  build {}, the best of {TRIES}", milliseconds(build));
    let titles = Titles::new(library.guides.iter().map(|guide| guide.title.as_str()));
    let typed = large::queries(QUERIES);
    println!("  titles  {}", spread(&keys(&typed, |typed| drop(black_box(titles.best(typed, RESULTS))))));
    let search = build_in_steps(library);
    let answer = |typed: &str| drop(black_box(search.find(library, typed, RESULTS)));
    let strange: Vec<String> = typed.iter().map(|query| query.chars().rev().collect()).collect();
    let quoted: Vec<String> = typed.iter().map(|query| format!("\"{query}\"")).collect();
    println!("  answer  {}", spread(&keys(&typed, answer)));
    println!("  nothing {}", spread(&keys(&strange, answer)));
    println!("  phrase  {}", spread(&whole(&quoted, answer)));
    println!("  frame   {}", spread(&frames(library.clone())));
}

/// Returns how long it takes to build the search in one go.
fn build(library: &Library) -> Duration {
    let start = Instant::now();
    black_box(Search::build(library));
    start.elapsed()
}

/// Builds the search as the reader does, between two keys.
fn build_in_steps(library: &Library) -> Search {
    let mut builder = SearchBuilder::new(library);
    let mut steps = Vec::new();
    loop {
        let step = Instant::now();
        let progress = builder.advance(library, 32);
        steps.push(step.elapsed());
        if progress == Progress::Done {
            break;
        }
    }
    let last = Instant::now();
    let search = builder.finish();
    let last = last.elapsed();
    steps.sort();
    println!("  in steps {}, the last {}", spread(&steps), milliseconds(last));
    search
}

/// Returns the times from each key of some queries to what is done with what is typed by then, in order.
fn keys(queries: &[String], found: impl Fn(&str)) -> Vec<Duration> {
    let ends =
        queries.iter().flat_map(|query| query.char_indices().map(move |(at, c)| (query, at + c.len_utf8())));
    let typed: Vec<&str> = ends.filter_map(|(query, end)| query.get(..end)).collect();
    whole(&typed, found)
}

/// Returns the times that it takes to do something with each query, in order.
fn whole(queries: &[impl AsRef<str>], found: impl Fn(&str)) -> Vec<Duration> {
    let time = |query: &str| {
        let tries = (0..TRIES).map(|_| {
            let start = Instant::now();
            found(query);
            start.elapsed()
        });
        tries.min().unwrap()
    };
    let mut times: Vec<Duration> = queries.iter().map(|query| time(query.as_ref())).collect();
    times.sort();
    times
}

/// Returns the times from each key of some queries to the frame that shows what it found, in order.
fn frames(library: Library) -> Vec<Duration> {
    let mut app = App::new(library, SIZE).with_search(Search::build);
    while app.has_idle_work() {
        app.update(Message::Idle);
    }
    let palette = Palette::for_colours(Colours::Terminal);
    let area = Rect::from((Position::ORIGIN, SIZE));
    let mut buffer = Buffer::empty(area);
    let mut times = Vec::new();
    for query in large::queries(QUERIES) {
        app.update(Message::Key(Key::plain(KeyCode::Char('/'))));
        for c in query.chars() {
            // The first try deletes it again before it is typed.
            app.update(Message::Key(Key::plain(KeyCode::Char(c))));
            let time = (0..TRIES).map(|_| {
                app.update(Message::Key(Key::plain(KeyCode::Backspace)));
                let start = Instant::now();
                app.update(Message::Key(Key::plain(KeyCode::Char(c))));
                buffer.reset();
                Screen { app: &app, palette: &palette, charset: Charset::Unicode }.render(area, &mut buffer);
                start.elapsed()
            });
            times.extend(time.min());
        }
        app.update(Message::Key(Key::plain(KeyCode::Esc)));
    }
    times.sort();
    times
}

/// Returns the median, the 95th percentile and the longest of some times in order.
fn spread(times: &[Duration]) -> String {
    let at = |percent: usize| milliseconds(times[(times.len() - 1) * percent / 100]);
    format!("{} / {} / {}", at(50), at(95), at(100))
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1e3)
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

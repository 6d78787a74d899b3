//! The index of a large pack, kept from one start to the next. What is large is said by a number that is handed in: a
//! pack of twenty guides will do.

use std::fs;

use real_toolkit::app::{Effect, Message};
use real_toolkit::disk::{Folders, IndexFile};
use real_toolkit::guide::Library;
use real_toolkit::pack;
use real_toolkit::search::Search;
use tempfile::TempDir;

use crate::support::{Guide, Journey, library, queries, sources};

const LARGE: usize = 20;

fn made(many: usize) -> Library {
    pack::open(&sources(many)).library.unwrap()
}

#[test]
fn a_search_that_was_kept_answers_as_the_one_that_was_built() {
    let (home, library) = (TempDir::new().unwrap(), made(LARGE));
    let folders = Folders::within(home.path());
    let built = Search::build(&library);
    IndexFile::of(&library, &folders, LARGE).unwrap().write(&built).unwrap();
    // The next start: nothing is known but the pack.
    let library = made(LARGE);
    let kept = IndexFile::of(&library, &folders, LARGE).unwrap().read().expect("it was kept");
    for query in queries(20) {
        assert_eq!(kept.find(&library, &query, 10), built.find(&library, &query, 10), "{query}");
    }
    let mut journey = Journey::on(library, 80, 24);
    journey.app = journey.app.with_ready_search(kept);
    assert!(!journey.app.has_idle_work());
    journey.keys("/").types("in").misses("Titles only so far");
}

#[test]
fn one_guide_more_or_another_word_and_it_is_built_anew() {
    let (home, library) = (TempDir::new().unwrap(), made(LARGE));
    let folders = Folders::within(home.path());
    let file = IndexFile::of(&library, &folders, LARGE).unwrap();
    file.write(&Search::build(&library)).unwrap();
    assert!(file.read().is_some());
    assert_eq!(IndexFile::of(&made(LARGE + 1), &folders, LARGE).unwrap().read(), None);
    let mut edited = sources(LARGE);
    let text = edited[5].text.as_mut().unwrap();
    *text = text.replacen("was there too.", "was there.", 1);
    let edited = pack::open(&edited).library.unwrap();
    assert_eq!(IndexFile::of(&edited, &folders, LARGE).unwrap().read(), None);
    assert_eq!(fs::read_dir(file.path().parent().unwrap()).unwrap().count(), 2, "the file and its lock");
    assert_eq!(IndexFile::of(&library, &folders, LARGE + 1), None, "a smaller pack is built at each start");
}

#[test]
fn the_reader_asks_for_it_to_be_kept_once_when_it_is_ready() {
    let guides: Vec<Guide<'_>> = (0..1_100).map(|at| Guide::new(format!("g{at}"), "Some words.")).collect();
    let mut journey = Journey::on(library(&["here"], &guides), 80, 24);
    while journey.app.has_idle_work() {
        assert!(!journey.effects().contains(&Effect::KeepSearch));
        journey.send(Message::Idle);
    }
    assert_eq!(journey.effects(), [Effect::KeepSearch]);
    assert!(journey.app.search().is_some());
    journey.send(Message::Idle).keys("/").types("words");
    assert!(!journey.effects().contains(&Effect::KeepSearch));
}

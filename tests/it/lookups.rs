//! What people type and the guide that they should find: the ranking as a whole, on the guides that the program
//! carries.

use real_toolkit::bundled;
use real_toolkit::check::lookups::{self, Answering, Figure};
use real_toolkit::guide::{GuideId, Library, Part};
use real_toolkit::pack;
use real_toolkit::search::{Hit, Search};

use super::support;

/// What is typed, and the guide that must be among the first three.
const LOOKUPS: [(&str, &str); 16] = [
    ("how do i get close to a young person", "build-relationships"),
    ("boundarys and trust", "build-relationships"),
    ("contact with his siblings", "lifelong-links"),
    ("handing over to another worker", "introductions-and-referrals"),
    ("can he stay on with his foster carer", "continuing-care"),
    ("help after leaving care", "throughcare-and-aftercare"),
    ("nightshift", "shifts-and-work-patterns"),
    ("behaviour after trauma", "trauma-informed-practice"),
    ("burn out", "worker-mental-health"),
    ("councelling for staff", "mental-health-steps"),
    ("one to one with my manager", "supervision"),
    ("no private room to meet", "physical-spaces"),
    ("interviewing new staff", "relational-recruitment"),
    ("staff keep leaving", "keeping-staff"),
    ("texting and video calls", "technology-and-relationships"),
    ("duties of a corporate parent", "corporate-parenting"),
];

/// What people type, written by somebody who had not read the guides, and the floors that are to be reached.
const FILE: &str = include_str!("../lookups.toml");

/// What people type and the passages that answer it, written by somebody else, and the floors that are to be reached.
const PASSAGES: &str = include_str!("../passages.toml");

/// Every saying that no other guide has in the same words finds its own guide first: at most this many of a hundred
/// may not, because another guide has it in nearly the same words.
const MISSED_IN_A_HUNDRED: usize = 2;

/// Of some twelve thousand sayings so many are passed over for each that is tried: all of them take minutes.
const EVERY: usize = 11;

/// Returns the first three guides that a query finds, each with its best passage.
fn hits(query: &str, library: &Library) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    for hit in bundled::search().find(library, query, 9).hits {
        if hits.iter().all(|other| other.guide() != hit.guide()) {
            hits.push(hit);
        }
    }
    hits.truncate(3);
    hits
}

#[test]
fn the_right_guide_is_among_the_first_three() {
    let library = bundled::library();
    for (query, expected) in LOOKUPS {
        let found: Vec<_> = hits(query, &library)
            .iter()
            .filter_map(|hit| Some(library.guide(hit.guide()?).slug.clone()))
            .collect();
        assert!(found.iter().any(|slug| slug == expected), "“{query}” finds {found:?}, not {expected}");
    }
}

#[test]
fn the_file_of_lookups_reaches_its_floors() {
    let library = bundled::library();
    let file = lookups::read(FILE, &library).unwrap();
    assert!(
        file.lookups.len() >= 120
            && file.floor.of(Figure::First).is_some()
            && file.floor.of(Figure::InThree).is_some()
    );
    let asked_for =
        |guide: GuideId| file.lookups.iter().any(|lookup| lookup.right.contains(&Answering::Guide(guide)));
    let never: Vec<_> = library.guide_ids().filter(|guide| !asked_for(*guide)).collect();
    assert_eq!(never, [], "every guide is looked up");
    let all = lookups::score(&file.lookups, &library, &bundled::search()).all;
    let reached = (all.part(Figure::First), all.part(Figure::InThree));
    assert!(all.reaches(file.floor), "{reached:?}: toolkit check --lookups tests/lookups.toml");
}

#[test]
fn the_file_of_lookups_for_passages_reaches_its_floors() {
    let library = bundled::library();
    let file = lookups::read(PASSAGES, &library).unwrap();
    assert!(Figure::ALL.into_iter().all(|figure| file.floor.of(figure).is_some()));
    let all = lookups::score(&file.lookups, &library, &bundled::search()).all;
    assert!(all.passages >= 150 && all.none >= 20, "{all:?}");
    let reached = Figure::ALL.map(|figure| (figure, all.part(figure)));
    assert!(all.reaches(file.floor), "{reached:?}: toolkit check --lookups tests/passages.toml");
}

#[test]
fn what_people_say_finds_its_guide_first() {
    let library = bundled::library();
    let search = bundled::search();
    let sayings: Vec<(GuideId, &str)> = library
        .guide_ids()
        .flat_map(|id| library.guide(id).all_aliases().map(move |(_, said)| (id, said)))
        .collect();
    let is_shared = |said: &str| sayings.iter().filter(|(_, other)| *other == said).count() > 1;
    let missed: Vec<&str> = sayings
        .iter()
        .step_by(EVERY)
        .filter(|(_, said)| !is_shared(said))
        .filter(|(id, said)| {
            search.find(&library, said, 1).hits.first().is_none_or(|hit| hit.guide() != Some(*id))
        })
        .map(|(_, said)| *said)
        .collect();
    assert!(missed.len() * EVERY * 100 <= sayings.len() * MISSED_IN_A_HUNDRED, "{missed:?}");
}

#[test]
fn a_passage_is_where_the_guide_answers() {
    let library = bundled::library();
    for query in
        ["rota", "supervison", "trust", "burnt out", "build relationships", "she keeps pushing me away"]
    {
        let hit = hits(query, &library).remove(0);
        let (Some(guide), Some(passage)) = (hit.guide(), hit.passage()) else { continue };
        let section = &library.guide(guide).sections[passage.section];
        assert!(
            section.part != Part::Questions && section.id != "learn-more",
            "“{query}” shows {}",
            section.id
        );
    }
}

#[test]
fn a_saying_leads_to_its_passage() {
    let library = bundled::library();
    let hit = hits("strict one day soft the next", &library).remove(0);
    let passage = hit.passage().expect("a passage answers");
    let guide = library.guide(hit.guide().unwrap());
    let block = &guide.blocks[passage.span.block as usize];
    assert!(guide.answers.iter().any(|answer| answer.block == passage.span.block), "{}", block.prose.text);
}

#[test]
fn no_guess_is_made_where_the_other_words_find_something() {
    let (library, search) = (bundled::library(), bundled::search());
    for query in ["feet hurt", "buying a house", "home vs school", "introd to a new worker"] {
        assert_eq!(search.find(&library, query, 3).corrections, [], "“{query}”");
    }
}

#[test]
fn a_large_pack_opens_is_found_in_and_is_the_same_every_time() {
    let (sources, again) = (support::sources(60), support::sources(60));
    assert!(sources.iter().zip(&again).all(|(one, other)| one.text == other.text));
    let library = pack::open(&sources).library.unwrap();
    let search = Search::build(&library);
    let bytes: usize = library.guides[0].blocks.iter().map(|block| block.prose.text.len()).sum();
    assert!((4_000..8_000).contains(&bytes), "{bytes}");
    for query in support::queries(20) {
        assert!(!search.find(&library, &query, 5).hits.is_empty(), "“{query}”");
    }
    let guide = &library.guides[7];
    let hits = search.find(&library, &guide.title, 3).hits;
    assert!(hits.iter().any(|hit| hit.guide() == Some(GuideId(7))), "{}", guide.title);
}

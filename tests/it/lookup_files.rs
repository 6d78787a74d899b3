//! Files of lookups: what is read of them, everything that is wrong with one, and how they are scored.

use real_toolkit::bundled;
use real_toolkit::check::lookups::{Figure, Floor, Miss, Score, read, score};
use real_toolkit::text::Problem;

const GOOD: &str = "floor = { first = 0.9, in-three = 1 }\n\
    [[lookup]]\nwords = \"staff keep leaving\"\nguides = [\"keeping-staff\"]\nabout = \"own words\"\n\
    [[lookup]]\nwords = \"PACE\"\nguides = []\nterm = \"pace\"\n";

fn mistakes(text: &str) -> Vec<(usize, usize, String)> {
    let mistakes = read(text, &bundled::library()).unwrap_err();
    let said = |one: Problem| {
        let at = one.at.unwrap();
        (at.line, at.column, format!("{}; {}", one.message, one.help))
    };
    mistakes.into_iter().map(said).collect()
}

#[test]
fn a_good_file_is_read() {
    let library = bundled::library();
    let lookups = read(GOOD, &library).unwrap();
    let floor = Floor::default().with(Figure::First, Some(0.9)).with(Figure::InThree, Some(1.0));
    assert_eq!(lookups.floor, floor);
    assert_eq!((lookups.lookups.len(), lookups.lookups[0].about.as_str()), (2, "own words"));
    assert_eq!(lookups.lookups[0].right[0].name(&library), "keeping-staff");
    assert_eq!(lookups.lookups[1].right[0].name(&library), "term pace");
}

#[test]
fn everything_that_is_wrong_is_said_at_once_in_order_of_lines() {
    let text = "floors = 1\n[[lookup]]\nwords = \"é\"\nguides = [\"keeping-staf\", \"zzzzz\"]\nterm = 3\n\
        [[lookup]]\nguides = []\n[[lookup]]\nwords = \"É\"\ntheme = \"nowhere at all\"\n\
        [[lookup]]\nwords = \"?\"\nguides = [\"supervision\", \"supervision\"]\n";
    let found = mistakes(text);
    let places: Vec<_> = found.iter().map(|(line, column, _)| (*line, *column)).collect();
    assert_eq!(
        places,
        [(1, 1), (4, 11), (4, 27), (5, 8), (6, 1), (6, 1), (9, 9), (10, 9), (12, 9), (13, 26)],
        "{found:?}"
    );
    for (at, words) in [(0, "`floor`"), (1, "`keeping-staff`"), (2, "toolkit list"), (6, "line 3")] {
        assert!(found[at].2.contains(words), "{}", found[at].2);
    }
}

#[test]
fn what_is_no_toml_is_said_alone() {
    let found = mistakes("[[lookup]]\nwords = \"one\nguides = [\"a\"]\n");
    assert!(!found.is_empty() && found.iter().all(|one| one.2.contains("cannot be read")), "{found:?}");
}

#[test]
fn nothing_is_no_file_of_lookups() {
    assert!(mistakes("")[0].2.contains("no lookups"));
    assert!(mistakes("lookup = 3\n")[0].2.contains("[[lookup]]"));
    let high = mistakes(&GOOD.replace("0.9", "90"));
    assert!(high[0].2.contains("from 0 to 1"), "{high:?}");
}

fn scored(text: &str) -> Score {
    let library = bundled::library();
    score(&read(text, &library).unwrap().lookups, &library, &bundled::search())
}

#[test]
#[expect(clippy::float_cmp, reason = "these numbers are exact in binary")]
fn ranks_are_counted_by_what_the_lookups_are_about() {
    let score = scored(
        "[[lookup]]\nwords = \"supervision\"\nguides = [\"supervision\"]\nabout = \"b\"\n\
         [[lookup]]\nwords = \"zqxwv\"\nguides = [\"supervision\"]\nabout = \"b\"\n\
         [[lookup]]\nwords = \"rota\"\nguides = [\"shifts-and-work-patterns\", \"keeping-staff\"]\nabout = \"a\"\n",
    );
    assert_eq!((score.all.lookups, score.all.guide.first, score.all.guide.in_three), (3, 2, 2));
    let groups: Vec<_> =
        score.groups.iter().map(|group| (group.about.as_str(), group.tally.lookups)).collect();
    assert_eq!(groups, [("a", 1), ("b", 2)]);
    assert_eq!(score.groups[1].tally.mean_reciprocal_rank(), 0.5);
    assert_eq!(score.misses, [Miss { lookup: 1, rank: None, is_unsure: true, found: Vec::new() }]);
}

const PASSAGES: &str = "floor = { passage-first = 0.5, wrongly-unsure = 0.5 }\n\
    [[lookup]]\nwords = \"unhurried settled rota\"\nterms = [\"pace\"]\n\
    passages = [{ guide = \"supervision\", section = \"do\", at = \"AT\" }]\n\
    [[lookup]]\nwords = \"zqxwv bnmrt\"\nnone = true\n";

/// Returns the lookups of [`PASSAGES`] with the first words of a passage, and the whole of that passage.
fn with_a_passage() -> (String, String) {
    let library = bundled::library();
    let guide = library.guide(library.guide_id("supervision").unwrap());
    let section = guide.sections.iter().position(|section| section.id == "do").unwrap();
    let blocks = &guide.blocks[guide.section_blocks(section)];
    let text = &blocks.iter().find(|block| block.kind.is_passage()).unwrap().prose.text;
    let first: Vec<&str> = text.split(' ').take(8).collect();
    (PASSAGES.replace("AT", &first.join(" ")), text.clone())
}

#[test]
fn a_passage_is_named_by_its_first_words_and_counted_as_guide_section_and_passage() {
    let library = bundled::library();
    let (file, text) = with_a_passage();
    let lookups = read(&file, &library).unwrap();
    let name = lookups.lookups[0].right[0].name(&library);
    assert!(name.starts_with("supervision#do “") && lookups.lookups[0].is_for_passages(), "{name}");
    assert_eq!(lookups.lookups[0].right[1].name(&library), "term pace");
    assert_eq!((lookups.lookups[1].right.len(), lookups.floor.of(Figure::PassageFirst)), (0, Some(0.5)));
    let words = text.replace(['.', ',', ':', ';', '"'], " ");
    let score = scored(&file.replace("unhurried settled rota", &words));
    let parts = Figure::ALL.map(|figure| score.all.part(figure));
    assert_eq!(parts, [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0].map(Some), "{:?}", score.misses);
    assert!((score.all.lookups, score.all.passages, score.all.none) == (1, 1, 1) && score.misses.is_empty());
}

#[test]
fn passages_that_are_none_are_said_with_their_place() {
    let (file, _) = with_a_passage();
    for (from, to, place, said) in [
        ("at = \"", "at = \"Zz", (5, 59), "no passage of this section begins with"),
        ("section = \"do\"", "section = \"doo\"", (5, 48), "write `do`"),
        ("section = \"do\", ", "", (5, 13), "has no `guide`, `section` or `at`"),
        ("passages = [{", "passages = 3 # [{", (5, 12), "`passages` is no list"),
        ("none = true", "none = false", (6, 1), "nothing is right here"),
        ("none = true", "none = 3", (8, 8), "`none` is not true"),
        ("none = true", "none = true\ntheme = \"supporting-staff\"", (9, 9), "there is no theme"),
        ("none = true", "none = true\nguides = [\"supervision\"]", (6, 1), "leave out `none`"),
    ] {
        let found = mistakes(&file.replace(from, to));
        let (line, column, words) = &found[0];
        assert_eq!((*line, *column), place, "{found:?}");
        assert!(words.contains(said), "{found:?}");
    }
}

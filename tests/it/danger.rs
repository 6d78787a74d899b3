//! Words of danger raise the safety page, and the harmless ones do not.

use std::fmt::Write as _;

use real_toolkit::bundled;
use real_toolkit::guide::Area;
use real_toolkit::search::DangerWords;

use crate::support::Chance;

/// How people say it, and the situations that are right, none for what is harmless.
fn cases(tsv: &str) -> Vec<(&str, Vec<&str>)> {
    let lines = tsv.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (words, ids) = line.split_once('\t').unwrap();
            (words, ids.split('|').filter(|id| *id != "none").collect())
        })
        .collect()
}

#[derive(Debug, Default)]
struct Score {
    dangers: usize,
    right: usize,
    harmless: usize,
    silent: usize,
    misses: String,
}

fn score(words: &DangerWords, cases: &[(&str, Vec<&str>)], mut change: impl FnMut(&str) -> String) -> Score {
    let mut score = Score::default();
    for (query, ids) in cases {
        let typed = change(query);
        let raised = words.raise(&typed).map(|raised| raised.situations).unwrap_or_default();
        let is_right = match ids[..] {
            [] => raised.is_empty(),
            _ => raised.first().is_some_and(|first| ids.contains(first)),
        };
        let (all, good) = if ids.is_empty() {
            (&mut score.harmless, &mut score.silent)
        } else {
            (&mut score.dangers, &mut score.right)
        };
        *all += 1;
        *good += usize::from(is_right);
        if !is_right {
            writeln!(score.misses, "{typed}\t{}\t{raised:?}", ids.join("|")).unwrap();
        }
    }
    score
}

/// Returns a query with one slip in one of its longer words.
fn with_a_slip(query: &str, chance: &mut Chance) -> String {
    let mut words: Vec<Vec<char>> = query.split(' ').map(|word| word.chars().collect()).collect();
    let long: Vec<usize> = (0..words.len()).filter(|at| words[*at].len() >= 4).collect();
    if long.is_empty() {
        return query.to_owned();
    }
    let word = &mut words[long[chance.below(long.len())]];
    let at = chance.below(word.len());
    let letter = char::from(b'a' + u8::try_from(chance.below(26)).unwrap());
    match chance.below(4) {
        0 => word.insert(at, letter),
        1 => drop(word.remove(at)),
        2 => word[at] = letter,
        _ => {
            let at = at.min(word.len() - 2);
            word.swap(at, at + 1);
        }
    }
    words.iter().map(|word| word.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn words() -> DangerWords {
    DangerWords::new(&bundled::danger())
}

#[test]
fn the_given_ways_of_saying_it_raise_the_right_page() {
    let cases = cases(include_str!("../crisis.tsv"));
    let score = score(&words(), &cases, str::to_owned);
    assert_eq!((score.dangers, score.harmless), (60, 15));
    assert_eq!((score.right, score.silent), (60, 15), "{}", score.misses);
}

/// The floor is what is reached; it is only ever raised.
#[test]
fn most_ways_of_saying_it_raise_the_right_page_and_harmless_ones_none() {
    let cases = cases(include_str!("../danger.tsv"));
    let score = score(&words(), &cases, str::to_owned);
    assert!(score.dangers >= 400 && score.harmless >= 300);
    assert!(
        score.right * 100 >= score.dangers * 99,
        "{} of {}\n{}",
        score.right,
        score.dangers,
        score.misses
    );
    assert!(
        score.silent * 100 >= score.harmless * 99,
        "{} of {}\n{}",
        score.silent,
        score.harmless,
        score.misses
    );
}

#[test]
fn a_slip_in_the_spelling_hides_little() {
    let words = words();
    for (tsv, percent) in [(include_str!("../crisis.tsv"), 92), (include_str!("../danger.tsv"), 93)] {
        let cases: Vec<_> = cases(tsv).into_iter().filter(|(_, ids)| !ids.is_empty()).collect();
        let (mut right, mut misses) = (0, String::new());
        for seed in 0..4 {
            let mut chance = Chance::new(seed);
            let score = score(&words, &cases, |query| with_a_slip(query, &mut chance));
            right += score.right;
            misses.push_str(&score.misses);
        }
        assert!(right * 100 >= cases.len() * 4 * percent, "{right} of {}\n{misses}", cases.len() * 4);
    }
}

/// What people ask the guides for hardly ever raises it: a panel that is there too often is not seen any more.
#[test]
fn ordinary_lookups_raise_nothing() {
    let words = words();
    let lookups = include_str!("../lookups.toml").lines().filter_map(|line| line.strip_prefix("words = "));
    let raised: Vec<&str> = lookups.filter(|line| words.raise(line).is_some()).collect();
    assert!(raised.len() <= 8, "{}: {}", raised.len(), raised.join("\n"));
}

#[test]
fn a_young_person_who_speaks_of_themselves_gets_their_own_page() {
    let words = words();
    for (query, area) in [
        ("my foster carer hits me", Area::YoungPeople),
        ("im 14 and i want to die", Area::YoungPeople),
        ("ma da batters me", Area::YoungPeople),
        ("she told me her stepdad hits her", Area::Workforce),
        ("he attacked me on shift", Area::Workforce),
    ] {
        assert_eq!(words.raise(query).map(|raised| raised.area), Some(area), "{query}");
    }
}

#[test]
fn signs_quotes_and_length_hide_nothing() {
    let words = words();
    let long = "we talked about the rota and the trip and the tea ".repeat(12);
    for query in [
        "-suicide",
        "\"i want to kill myself\"",
        "SUICIDE!!",
        "theme:rights suicide",
        &format!("{long} he wants to kill himself {long}"),
    ] {
        assert_eq!(words.raise(query).map(|raised| raised.situations[0]), Some("suicide"), "{query}");
    }
    assert_eq!(words.raise(&long), None);
    assert_eq!(words.raise(""), None);
}

#[test]
fn harmless_company_silences_a_word_and_not_the_rest() {
    let words = words();
    assert_eq!(words.raise("killing time on shift"), None);
    let raised = words.raise("killing time on shift and he says he wants to die").unwrap();
    assert_eq!(raised.situations[0], "suicide");
}

//! What is asked for by its name stands first, for everything that the bundled pack has.

use real_toolkit::bundled;
use real_toolkit::guide::{GuideId, Library};
use real_toolkit::search::{Hit, Search, Subject};

/// So many words of a title are the guide asked for.
const FIRST_WORDS: usize = 3;

/// Returns the hits of a query, one for each thing that was found.
fn found(library: &Library, search: &Search, typed: &str) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = Vec::new();
    let answer = search.find(library, typed, 9);
    assert!(!answer.is_unsure(), "{typed}");
    for Hit { subject, .. } in answer.hits {
        let subject = match subject {
            Subject::Guide { guide, .. } => Subject::Guide { guide, passage: None },
            Subject::Term { term, .. } => Subject::Term { term, marks: Vec::new() },
            Subject::Theme { theme, .. } => Subject::Theme { theme, marks: Vec::new() },
            Subject::About { .. } => Subject::About { block: 0, marks: Vec::new() },
            reference @ Subject::Reference { .. } => reference,
        };
        if !subjects.contains(&subject) {
            subjects.push(subject);
        }
    }
    subjects
}

/// Returns the guides whose titles begin with these words.
fn guides_called(library: &Library, words: &str) -> Vec<GuideId> {
    let begins =
        |guide: &GuideId| library.guide(*guide).title.to_lowercase().starts_with(&words.to_lowercase());
    library.guide_ids().filter(begins).collect()
}

#[test]
fn each_guide_is_first_by_its_title_and_by_the_first_three_words_of_it() {
    let (library, search) = (bundled::library(), bundled::search());
    for guide in &library.guides {
        let words: Vec<&str> = guide.title.split(' ').take(FIRST_WORDS).collect();
        for typed in [guide.title.clone(), words.join(" ")] {
            let first = found(&library, &search, &typed).into_iter().next();
            let Some(Subject::Guide { guide: first, .. }) = first else { panic!("{typed}: {first:?}") };
            assert!(guides_called(&library, &typed).contains(&first), "{typed}");
        }
    }
}

#[test]
fn each_theme_is_first_by_its_title() {
    let (library, search) = (bundled::library(), bundled::search());
    for theme in library.theme_ids() {
        let title = &library.theme(theme).title;
        let first = found(&library, &search, title).into_iter().next();
        assert_eq!(first, Some(Subject::Theme { theme, marks: Vec::new() }), "{title}");
    }
}

/// A guide with the same name as a term comes before it.
#[test]
fn each_term_is_first_by_its_title_or_next_to_the_guide_of_its_name() {
    let (library, search) = (bundled::library(), bundled::search());
    for (index, term) in library.terms.iter().enumerate() {
        let found = found(&library, &search, &term.title);
        let place = found
            .iter()
            .position(|subject| matches!(subject, Subject::Term { term, .. } if term.index() == index));
        let has_guide = library.guide_id(&term.slug).is_some();
        assert!(
            place.is_some_and(|place| place == 0 || has_guide && place <= 1),
            "{}: {place:?}",
            term.title
        );
    }
}

/// What a guide or a term is called too is that first, and several references share a title.
#[test]
fn each_reference_that_nothing_else_is_called_is_first_by_its_title() {
    let (library, search) = (bundled::library(), bundled::search());
    let lower = |title: &str| title.to_lowercase();
    let mut asked = 0;
    for (index, reference) in library.references.iter().enumerate() {
        let title = lower(&reference.title);
        let same = library.references.iter().filter(|other| lower(&other.title) == title).count();
        let is_shared = library.guides.iter().any(|guide| lower(&guide.title).contains(&title))
            || library.terms.iter().any(|term| lower(&term.title) == title)
            || same > 1;
        if is_shared {
            continue;
        }
        asked += 1;
        let first = found(&library, &search, &reference.title).into_iter().next();
        let is_right = matches!(first, Some(Subject::Reference { reference }) if reference.index() == index);
        assert!(is_right, "{}: {first:?}", reference.title);
    }
    assert!(asked > 60, "{asked}");
}

#[test]
fn who_asks_about_the_toolkit_comes_to_what_it_says_about_itself() {
    let (library, search) = (bundled::library(), bundled::search());
    for typed in ["who made this", "who wrote these guides", "can i share this"] {
        let first = found(&library, &search, typed).into_iter().next();
        assert!(matches!(first, Some(Subject::About { .. })), "{typed}: {first:?}");
    }
}

//! Durable addresses: guides are edited in every way, and a bookmark finds its words, or says that they have gone.

use real_toolkit::guide::{GuideId, Library, TextPos};
use real_toolkit::journal::{Anchor, MatchKind, Resolved, Unresolved};

use crate::support::{self, Chance, Guide};

/// Words to make paragraphs of.
const WORDS: [&str; 12] =
    ["care", "home", "trust", "listen", "time", "the", "and", "a", "young", "people", "rota", "tea"];

fn library(paragraphs: &[String]) -> Library {
    support::library(
        &["here"],
        &[Guide::new("one", paragraphs.join("\n\n")), Guide::new("two", "Other words.")],
    )
}

/// Returns a paragraph that no other is like.
fn paragraph(chance: &mut Chance, number: usize) -> String {
    let length = 6 + chance.below(20);
    let words: Vec<_> = (0..length).map(|_| *chance.one_of(&WORDS)).collect();
    format!("Paragraph{number} {} end{number}.", words.join(" "))
}

fn guide(library: &Library, slug: &str) -> GuideId {
    library.guide_id(slug).unwrap()
}

/// Returns the place where these words begin in a guide.
fn place_of(library: &Library, guide: GuideId, words: &str) -> TextPos {
    let blocks = library.guide(guide).blocks.iter().enumerate();
    let mut found = blocks.filter_map(|(at, block)| Some(TextPos::new(at, block.prose.text.find(words)?)));
    found.next().unwrap()
}

/// Returns the text of a guide from a place on, to the end of the block.
fn text_at(library: &Library, found: Resolved) -> &str {
    let block = &library.guide(found.guide).blocks[found.pos.block as usize];
    block.prose.slice(found.pos.byte as usize..block.prose.text.len())
}

#[test]
fn a_guide_is_edited_at_random_and_the_words_are_found_or_have_gone() {
    let mut chance = Chance::new(4);
    for _ in 0..60 {
        let mut paragraphs: Vec<String> = (0..8).map(|number| paragraph(&mut chance, number)).collect();
        let chosen = chance.below(paragraphs.len());
        let before = library(&paragraphs);
        let wanted = paragraphs[chosen].clone();
        let one = guide(&before, "one");
        let anchor = Anchor::of(&before, one, place_of(&before, one, &wanted));
        for edit in 0..chance.below(6) {
            let at = chance.below(paragraphs.len() + 1);
            match chance.below(3) {
                0 => paragraphs.insert(at, paragraph(&mut chance, 100 + edit)),
                1 if at < paragraphs.len() && paragraphs.len() > 1 => drop(paragraphs.remove(at)),
                _ => {
                    let from = chance.below(paragraphs.len());
                    let moved = paragraphs.remove(from);
                    paragraphs.insert(at.min(paragraphs.len()), moved);
                }
            }
        }
        let after = library(&paragraphs);
        let found = anchor.resolve(&after).unwrap();
        if paragraphs.contains(&wanted) {
            assert_eq!(
                (found.kind, text_at(&after, found)),
                (MatchKind::Words, wanted.as_str()),
                "{paragraphs:#?}"
            );
        } else {
            assert_ne!(found.kind, MatchKind::Words, "{wanted} is gone from {paragraphs:#?}");
            assert!(found.kind.sentence().is_some());
        }
    }
}

#[test]
fn every_place_of_every_guide_leads_back_to_itself() {
    let library = real_toolkit::bundled::library();
    let mut chance = Chance::new(9);
    for id in library.guide_ids() {
        let blocks = &library.guide(id).blocks;
        for (index, block) in blocks.iter().enumerate() {
            let byte = chance.boundary(&block.prose.text);
            let anchor = Anchor::of(&library, id, TextPos::new(index, byte));
            let found = anchor.resolve(&library).unwrap();
            assert_eq!(
                (found.guide, found.pos, found.kind),
                (id, anchor.pos, MatchKind::Words),
                "{anchor:?}"
            );
            assert!(anchor.quote.exact.len() <= 160, "{anchor:?}");
        }
    }
}

#[test]
fn places_without_words_are_addresses_too() {
    for library in [support::hostile(), support::small()] {
        for id in library.guide_ids() {
            let past = library.guide(id).blocks.len() + 3;
            for block in 0..past {
                for byte in [0, 1, 7, usize::MAX] {
                    let anchor = Anchor::of(&library, id, TextPos::new(block, byte));
                    let found = anchor.resolve(&library).unwrap();
                    assert_eq!((found.guide, found.pos), (id, anchor.pos), "{anchor:?}");
                    assert!(anchor.quote.exact.chars().count() <= 320);
                }
            }
        }
    }
}

const BEFORE: &str = "### Why\n\nIt is hard to get close to someone who has every reason to be wary of you.\n\n### How\n\n\
                      Begin with tea, and let the young person choose the place where you sit.";

fn made_of(text: &str) -> Library {
    library(&[text.to_owned()])
}

fn after(words: &str, text: &str) -> (MatchKind, String) {
    let before = made_of(BEFORE);
    let one = guide(&before, "one");
    let anchor = Anchor::of(&before, one, place_of(&before, one, words));
    let after = made_of(text);
    let found = anchor.resolve(&after).unwrap();
    (found.kind, text_at(&after, found).chars().take(12).collect())
}

#[test]
fn small_edits_are_forgiven_and_large_ones_said() {
    let found = |by, words: &str| (by, words.to_owned());
    assert_eq!(
        after("It is hard", &BEFORE.replace("It is  hard", "it is “hard”")),
        found(MatchKind::Words, "It is hard t")
    );
    let changed = BEFORE.replace("hard to get close", "often hard to come close");
    assert_eq!(after("It is hard", &changed), found(MatchKind::LikeWords, "It is often "));
    let gone = BEFORE
        .replace("Begin with tea, and let the young person choose the place where you sit.", "Ask first.");
    assert_eq!(after("Begin with", &gone), found(MatchKind::Heading, "How"));
    assert_eq!(
        after("Begin with", &gone.replace("### How", "### The way")),
        found(MatchKind::Section, "Know")
    );
    assert_eq!(
        after("Why", &BEFORE.replace("### Why\n", "A line more.\n\n### Why\n")),
        found(MatchKind::Words, "Why")
    );
    // A word alone is not the heading that it was.
    let (by, _) = after("How", &gone.replace("### How", "This is how."));
    assert_ne!(by, MatchKind::Words);
}

#[test]
fn a_guide_that_was_renamed_is_found_and_one_that_has_gone_is_named() {
    let before = made_of(BEFORE);
    let one = guide(&before, "one");
    let anchor = Anchor::of(&before, one, place_of(&before, one, "Begin with"));
    let renamed = Guide { title: "The guide ONE".to_owned(), ..Guide::new("first", BEFORE) };
    let retitled = Guide { title: "Another title".to_owned(), ..Guide::new("first", BEFORE) };
    for guide in [renamed, retitled] {
        let library = support::library(&["here"], &[guide]);
        let found = anchor.resolve(&library).unwrap();
        assert_eq!(found.kind, MatchKind::Words);
        assert!(text_at(&library, found).starts_with("Begin with tea"));
    }
    let gone = support::library(&["here"], &[Guide::new("two", "Other words.")]);
    assert_eq!(anchor.resolve(&gone), Err(Unresolved::Gone("The guide one".to_owned())));
    let mut other = before.clone();
    other.pack.slug = "elsewhere".to_owned();
    assert_eq!(anchor.resolve(&other), Err(Unresolved::OtherPack("made".to_owned())));
}

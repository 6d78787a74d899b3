//! What a library holds when a pack is opened: everything linked, in its order.

use real_toolkit::bundled;
use real_toolkit::guide::{Block, BlockKind, Container, GuideId, Library, Part, Place, Target, TermId};
use real_toolkit::pack::open;

use crate::support::{edited, good_pack, strings};

fn library() -> Library {
    open(&good_pack()).library.unwrap()
}

/// A block in a line: kind, nesting, text.
fn line(block: &Block) -> String {
    let signs: String = block
        .nesting
        .iter()
        .map(|nesting| match nesting.container {
            Container::Bullet => "- ".to_owned(),
            Container::Number { number, .. } => format!("{number}. "),
            container => format!("{container:?} "),
        })
        .collect();
    let gap = if block.gap { "" } else { "+" };
    match block.kind {
        BlockKind::Paragraph => format!("{gap}{signs}{}", block.prose.text),
        kind => format!("{gap}{kind:?}: {signs}{}", block.prose.text),
    }
}

#[test]
fn a_guide_is_one_flat_list_of_parts() {
    let library = library();
    let guide = library.guide(library.guide_id("one").unwrap());
    let lines: Vec<_> = guide.blocks.iter().map(line).collect();
    let expected = [
        "Title: Guide one",
        "+Meta: Practice guide · for the workforce · 1 min",
        "Summary: The first guide.",
        "Heading(1): In brief",
        "- Be there.",
        "+- See two.",
        "Heading(1): Feel",
        "Some care and a bond.",
        "Heading(2): A heading",
        "- 漢字 é two, Smith",
        "+- web",
        "Heading(1): Do",
        "Diagram: .-.",
        "A lid.",
        "Heading(1): Questions to reflect on",
        "To think over alone or in supervision. They were written for this reader and are not from the sources.",
        "1. What would two say?",
        "+2. And what would you?",
        "Heading(1): Sources",
        "Heading(2): Based on",
        "- Page one.",
        "Heading(2): Draws on",
        "- Smith, A. (2020). On care. A journal, 1(2). https://example.org/care?a=1 Uncertain: the year is not certain",
        "Heading(2): About this guide",
        "The whole of the original page was read for this guide. Made for tests. Reviewed 2 November 2026.",
    ];
    assert_eq!(lines, expected);
    let sections: Vec<_> =
        guide.sections.iter().map(|section| (section.id.as_str(), section.part, section.first)).collect();
    assert_eq!(
        sections,
        [
            ("top", Part::Opening, 0),
            ("in-brief", Part::InBrief, 3),
            ("feel", Part::Written, 6),
            ("do", Part::Written, 11),
            ("questions", Part::Questions, 14),
            ("sources", Part::Sources, 18),
        ]
    );
    let text = guide.blocks.iter().take(18).filter(|block| block.kind != BlockKind::Meta);
    let read: usize = text.map(|block| block.prose.words()).sum();
    assert_eq!(guide.words as usize, read, "the sources are looked up, not read");
}

#[test]
fn what_a_guide_does_not_have_is_no_part() {
    let library = library();
    let guide = library.guide(library.guide_id("two").unwrap());
    let ids: Vec<_> = guide.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(ids, ["top", "know", "sources"]);
}

#[test]
fn a_reference_that_only_the_text_names_is_a_source_too() {
    let sources = edited("workforce/one.toml", "references = [\"smith-2020\"]", "references = []");
    let library = open(&sources).library.unwrap();
    let guide = library.guide(library.guide_id("one").unwrap());
    assert_eq!(guide.references.len(), 1);
    assert!(guide.blocks.iter().any(|block| block.prose.text.starts_with("Smith, A.")));
}

#[test]
fn links_lead_to_ids() {
    let library = library();
    let (one, two) = (library.guide_id("one").unwrap(), library.guide_id("two").unwrap());
    let targets: Vec<_> = library
        .guide(two)
        .blocks
        .iter()
        .flat_map(|block| block.prose.links())
        .map(|(_, target)| target.clone())
        .collect();
    let questions = library
        .guide(one)
        .sections
        .iter()
        .zip(0..)
        .find(|(section, _)| section.id == "questions")
        .map(|(_, index)| index);
    assert_eq!(targets, [Target::Term(TermId(0)), Target::Guide(Place { guide: one, section: questions })],);
    let mut blocks = library.guide(one).blocks.iter();
    let source = &blocks.find(|block| block.prose.text.starts_with("Smith, A.")).unwrap().prose;
    let links: Vec<_> = source.links().map(|(range, target)| (source.slice(range), target)).collect();
    assert!(matches!(links[0], ("Smith, A. (2020). On care. A journal, 1(2).", Target::Reference(_))));
    assert_eq!(links[1].1, &Target::Web("https://example.org/care?a=1".to_owned()));
}

#[test]
fn everything_points_back() {
    let library = library();
    let ids =
        |slugs: &[&str]| slugs.iter().filter_map(|slug| library.guide_id(slug)).collect::<Vec<GuideId>>();
    let titles: Vec<_> = library.terms.iter().map(|term| term.title.as_str()).collect();
    assert_eq!(titles, ["A bond", "Care"]);
    // In order of titles: "Another guide" is two, "Guide one" is one.
    assert_eq!(library.terms[0].used_in, ids(&["two", "one"]));
    assert_eq!(library.terms[1].used_in, ids(&["one"]));
    assert_eq!(library.guide(ids(&["one"])[0]).backlinks, ids(&["two"]));
    assert_eq!(library.guide(ids(&["one"])[0]).terms, [TermId(1), TermId(0)]);
    assert_eq!(library.themes[0].guides, ids(&["two", "one"]));
    assert!(library.references.iter().all(|reference| reference.cited_by == ids(&["one"])));
}

#[test]
fn everything_in_the_bundled_pack_is_safe_and_linked() {
    let library = bundled::library();
    let strings = strings(&library);
    assert!(strings.len() > 1_000);
    assert!(strings.iter().all(|text| crate::support::is_safe(text)));
    assert!(library.guides.windows(2).all(|pair| pair[0].slug < pair[1].slug));
    for id in library.guide_ids() {
        let guide = library.guide(id);
        assert!(
            !guide.themes.is_empty()
                && guide.themes.iter().all(|theme| library.theme(*theme).guides.contains(&id))
        );
        assert!(guide.related.iter().all(|related| library.guide(related.guide).backlinks.contains(&id)));
        assert_eq!(guide.sections.first().map(|section| section.part), Some(Part::Opening));
    }
}

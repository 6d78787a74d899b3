//! Small libraries for the tests of this floor.

use crate::guide::{
    Area, Block, BlockKind, Coverage, Guide, GuideId, GuideKind, Library, Pack, Part, Prose, Section, Term,
    Theme, ThemeId,
};
use crate::text::StringTable;

/// Returns a guide with an opening, its paragraphs under the heading *Know*, a question and a source.
pub(super) fn guide(slug: &str, title: &str, aliases: &[&str], paragraphs: &[&str]) -> Guide {
    let mut guide = Guide {
        answers: Vec::new(),
        slug: slug.into(),
        title: title.into(),
        area: Area::Workforce,
        kind: GuideKind::Practice,
        themes: Vec::new(),
        summary: String::new(),
        aliases: aliases.iter().copied().collect(),
        coverage: Coverage::Full,
        learning: Vec::new(),
        reviewed: "2026-11-21".into(),
        based_on: Vec::new(),
        references: Vec::new(),
        related: Vec::new(),
        backlinks: Vec::new(),
        terms: Vec::new(),
        sections: Vec::new(),
        blocks: Vec::new(),
        words: 0,
    };
    part(
        &mut guide,
        Part::Opening,
        &[(BlockKind::Title, title), (BlockKind::Meta, "Practice guide · 1 min")],
    );
    part(&mut guide, Part::Written, &[(BlockKind::Heading(1), "Know")]);
    guide.blocks.extend(paragraphs.iter().map(|text| Block::new(BlockKind::Paragraph, Prose::plain(*text))));
    let question = (BlockKind::Paragraph, "What would you try next?");
    part(&mut guide, Part::Questions, &[(BlockKind::Heading(1), "Questions"), question]);
    let source = (BlockKind::Paragraph, "Wonnacott (2012). Mastering the art.");
    part(&mut guide, Part::Sources, &[(BlockKind::Heading(1), "Sources"), source]);
    guide
}

fn part(guide: &mut Guide, part: Part, blocks: &[(BlockKind, &str)]) {
    let first = u32::try_from(guide.blocks.len()).unwrap();
    guide.sections.push(Section { id: format!("s{first}"), title: String::new(), part, first });
    guide.blocks.extend(blocks.iter().map(|(kind, text)| Block::new(*kind, Prose::plain(*text))));
}

/// Returns a library of these guides, in English.
pub(super) fn library_of(mut guides: Vec<Guide>) -> Library {
    guides.sort_by(|a, b| a.slug.cmp(&b.slug));
    let pack = Pack {
        aliases: StringTable::default(),
        slug: "sample".into(),
        title: "Sample".into(),
        summary: None,
        language: "en".into(),
        description: Vec::new(),
        attribution: String::new(),
        licence: String::new(),
    };
    Library {
        pack,
        guides,
        themes: Vec::new(),
        terms: Vec::new(),
        references: Vec::new(),
        safety: crate::guide::Safety::default(),
        danger: crate::guide::Danger::default(),
        plans: Vec::new(),
        learning: crate::guide::Learning::default(),
    }
}

/// Returns a library of five guides.
pub(super) fn library() -> Library {
    library_of(vec![
        guide(
            "boundaries",
            "Boundaries that hold",
            &["too close", "setting limits"],
            &[
                "A boundary is a line that keeps both of you safe.",
                "Explain every boundary, and move one only with a reason. Trust grows where boundaries hold.",
            ],
        ),
        guide(
            "continuing-care",
            "Continuing care",
            &["can they stay on", "staying put till 21"],
            &[
                "A young person may stay where they live now.",
                "Plan with the carer’s family, in the café or at home.",
            ],
        ),
        guide(
            "staying-in-touch",
            "Staying in touch",
            &["can I still phone you"],
            &["Agree how to keep in touch after care.", "Throughcare ends; aftercare goes on up to 26."],
        ),
        guide(
            "supervision",
            "Getting the most from supervision",
            &["one to ones", "my supervision got cancelled again"],
            &[
                "Supervision is time to think, with somebody who trusts you.",
                "Bring one young person, one worry and one success.",
                "A difficult relationship is worth bringing twice.",
            ],
        ),
        guide(
            "trauma",
            "What trauma does",
            &["kicking off", "she keeps pushing me away"],
            &["Behaviour tells you something.", "Burnout and vicarious trauma belong in supervision too."],
        ),
    ])
}

/// Returns [`library`] with two terms and a theme.
pub(super) fn with_words() -> Library {
    let mut library = library();
    let term = |slug: &str, title: &str, said: &str, meaning: &str, see: &[u32]| Term {
        slug: slug.into(),
        title: title.into(),
        aliases: std::iter::once(said).collect(),
        meaning: meaning.into(),
        see: see.iter().copied().map(GuideId).collect(),
        general: false,
        used_in: Vec::new(),
    };
    library.terms = vec![
        term("rapport", "Rapport", "getting on with somebody", "When two people are at ease.", &[0]),
        term("stay-put", "Stay put", "staying on", "To go on living with a carer after 16.", &[1]),
    ];
    let mut names = library.terms.iter_mut();
    if let Some(stay_put) = names.nth(1) {
        stay_put.aliases = StringTable::default();
    }
    let theme = Theme {
        slug: "leaving-care".into(),
        title: "Leaving care".into(),
        intro: "What happens after.".into(),
        guides: vec![GuideId(2), GuideId(1)],
    };
    library.themes = vec![theme];
    for guide in [1, 2] {
        library.guides[guide].themes.push(ThemeId(0));
    }
    library
}

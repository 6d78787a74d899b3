//! Every guide of the bundled pack is near: three steps from the first screen at most, as a reader takes them.

use std::collections::BTreeMap;

use real_toolkit::app::{Document, WayIn, ways_in};
use real_toolkit::bundled;
use real_toolkit::guide::{GuideId, Library, Target};

use crate::support::Journey;

/// Returns where the first screen leads to: areas, and the guides of the themes, which stand unfolded beside.
fn first_steps(library: &Library) -> Vec<Document> {
    let theme_pages = |theme| {
        let areas = real_toolkit::guide::Area::ALL.into_iter();
        areas.map(move |area| Document::Theme(area, theme)).collect::<Vec<_>>()
    };
    let ways = ways_in(library, None).into_iter();
    ways.flat_map(|way| match way {
        WayIn::Area(area) => vec![Document::Area(area)],
        WayIn::Theme(theme) => theme_pages(theme),
        WayIn::Page(page) => vec![page],
        WayIn::Continue | WayIn::Tour | WayIn::Session | WayIn::Questions | WayIn::Safety => Vec::new(),
    })
    .collect()
}

/// Returns where a page leads to: an area to its themes, a theme to its guides, a guide along its links and to
/// those that are related.
fn next_steps(library: &Library, page: Document) -> Vec<Document> {
    match page {
        Document::Area(area) => library.themes_of(area).map(|theme| Document::Theme(area, theme)).collect(),
        Document::Theme(area, theme) => library.guides_of(theme, area).map(Document::Guide).collect(),
        Document::Guide(id) => {
            let guide = library.guide(id);
            let links = guide.blocks.iter().flat_map(|block| block.prose.links());
            let linked = links.filter_map(|(_, target)| match target {
                Target::Guide(place) => Some(place.guide),
                _ => None,
            });
            linked.chain(guide.related.iter().map(|related| related.guide)).map(Document::Guide).collect()
        }
        Document::Glossary | Document::References | Document::About | Document::Safety(..) => Vec::new(),
    }
}

/// Returns how many steps each guide is from the first screen, up to four.
fn steps(library: &Library) -> BTreeMap<GuideId, usize> {
    let mut found = BTreeMap::new();
    let mut pages = first_steps(library);
    for step in 1..=4 {
        for page in &pages {
            if let Document::Guide(id) = page {
                found.entry(*id).or_insert(step);
            }
        }
        pages = pages.iter().flat_map(|page| next_steps(library, *page)).collect();
        pages.dedup();
    }
    found
}

#[test]
fn every_guide_is_within_three_steps_of_the_first_screen() {
    let library = bundled::library();
    let steps = steps(&library);
    for id in library.guide_ids() {
        let slug = &library.guide(id).slug;
        assert!(steps.get(&id).is_some_and(|steps| *steps <= 3), "{slug}: {:?}", steps.get(&id));
    }
}

#[test]
fn every_guide_is_led_to_by_another() {
    let library = bundled::library();
    for guide in &library.guides {
        assert!(!guide.backlinks.is_empty(), "{}", guide.slug);
    }
}

#[test]
fn each_theme_on_the_first_screen_is_two_keys_from_a_guide_of_it() {
    let library = bundled::library();
    for (at, way) in ways_in(&library, None).into_iter().enumerate() {
        let WayIn::Theme(theme) = way else { continue };
        let mut journey = Journey::on(bundled::library(), 80, 24);
        journey.keys(&"Down ".repeat(at + 1)).keys("Enter Down Enter");
        let read = journey.reads();
        let id = library.guide_id(&read).unwrap();
        assert!(library.guide(id).themes.contains(&theme), "{} leads to {read}", library.theme(theme).slug);
    }
}

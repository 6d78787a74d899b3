//! Pages: what is true of every guide at every width, and of whatever Markdown there may be.

mod examples;
mod invariants;
mod markdown;

use proptest::prelude::*;
use real_toolkit::app::Document;
use real_toolkit::guide::{Area, Block, GuideId, Place, Target, TermId, blocks};

use super::support::{bundled, hostile, small};
use invariants::{Cells, check, double};

/// The widths that every guide is laid out at.
const WIDTHS: std::ops::RangeInclusive<u16> = 8..=140;

/// The widths at which every single cell is asked for its address: the narrowest, a phone's, a pane's, the
/// widest text column, and beyond.
const EVERY_CELL: [u16; 5] = [8, 20, 45, 80, 140];

/// Checks some blocks at widths; at a few of them, every cell.
fn check_all(name: &str, blocks: &[Block], widths: impl Iterator<Item = u16>) {
    let mut wider = None;
    for width in widths {
        let cells = if EVERY_CELL.contains(&width) { Cells::All } else { Cells::Ends };
        let page = check(blocks, width, cells, wider.as_ref());
        let page = page.unwrap_or_else(|fault| unreachable!("{name} at {width}: {fault}"));
        if cells == Cells::All {
            let spread = double(blocks, width, cells, &page);
            spread.unwrap_or_else(|fault| unreachable!("{name} at {width}, lines apart: {fault}"));
        }
        wider = Some(page);
    }
}

#[test]
fn every_guide_at_every_width() {
    let library = bundled();
    for guide in &library.guides {
        check_all(&guide.slug, &guide.blocks, WIDTHS);
    }
}

#[test]
fn pages_that_are_made_at_every_width() {
    let library = bundled();
    check_all("about", &Document::About.made(library), WIDTHS);
    for theme in library.theme_ids() {
        let area = Area::ALL.into_iter().find(|area| library.guides_of(theme, *area).next().is_some());
        let made = Document::Theme(area.unwrap(), theme).made(library);
        check_all(&library.theme(theme).slug, &made, WIDTHS);
    }
}

#[test]
fn hard_guides_at_widths_that_no_screen_has() {
    for library in [small(), hostile()] {
        for guide in &library.guides {
            check_all(&guide.slug, &guide.blocks, (0..=60).chain([80, 200, 1_000, u16::MAX]));
        }
    }
}

/// Leads links somewhere, as a pack does: what stands behind them is of no matter to a page.
fn read(text: &str) -> Vec<Block> {
    let resolve = |address: &str, _| {
        let guide = || Target::Guide(Place { guide: GuideId(0), section: None });
        let term = || Target::Term(TermId(0));
        address.starts_with("guide:").then(guide).or_else(|| address.starts_with("term:").then(term))
    };
    blocks(&real_toolkit::text::clean(text), resolve).blocks
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_markdown_at_any_width(text in markdown::document(), widths in proptest::array::uniform3(0_u16..90)) {
        let blocks = read(&text);
        let mut before = None;
        for width in widths {
            match check(&blocks, width, Cells::All, before.as_ref()) {
                Ok(page) => {
                    let spread = double(&blocks, width, Cells::All, &page);
                    prop_assert!(spread.is_ok(), "at {width}, lines apart: {spread:?}\n{text}");
                    before = Some(page);
                }
                Err(fault) => prop_assert!(false, "at {width}: {fault}\n{text}"),
            }
        }
    }
}

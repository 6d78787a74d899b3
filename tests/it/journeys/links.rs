//! Links: every one by the keyboard, every cell by a click, and what is behind them.

use std::collections::BTreeMap;

use real_toolkit::app::{Document, Overlay, Pane};
use real_toolkit::guide::{SafetyPage, Target};
use real_toolkit::text::clusters;

use super::super::support::{Journey, bundled};
use super::to;

/// Returns the cells on the screen that show each link, counted from the words of the page and not as the
/// reader counts them.
fn cells(journey: &Journey) -> BTreeMap<usize, Vec<(u16, u16)>> {
    let reading = journey.reading();
    let library = &journey.app.library;
    let text = journey.app.geometry().unwrap().text;
    let links: Vec<_> = reading.links(library).map(|link| link.span).collect();
    let visible = reading.visible(usize::from(text.height));
    let mut cells: BTreeMap<usize, Vec<(u16, u16)>> = BTreeMap::new();
    for (y, row) in (text.y..).zip(&reading.page.rows[visible]) {
        for segment in &row.segments {
            let block = &reading.blocks(library)[segment.span.block as usize];
            let mut x = text.x + segment.column;
            for (offset, _, wide) in clusters(block.prose.slice(segment.span.range())) {
                let byte = segment.span.start + u32::try_from(offset).unwrap();
                let link = links.iter().position(|link| {
                    link.block == segment.span.block && (link.start..link.end).contains(&byte)
                });
                let end = x + u16::try_from(wide).unwrap();
                cells.entry(link.unwrap_or(usize::MAX)).or_default().extend((x..end).map(|x| (x, y)));
                x = end;
            }
        }
    }
    cells.remove(&usize::MAX);
    cells
}

/// Insists that a link was followed to its target, and goes back.
#[track_caller]
fn arrives(journey: &mut Journey, target: &Target) {
    match target {
        Target::Guide(place) => {
            assert_eq!(journey.reading().document, Document::Guide(place.guide));
            journey.keys("Backspace");
        }
        Target::Web(address) => {
            let asked =
                matches!(journey.app.overlay(), Some(Overlay::Address(card)) if card.address == *address);
            assert!(asked, "{address} is asked about");
            journey.keys("Esc");
        }
        Target::Safety(id) => {
            let Some(Overlay::Safety(sheet)) = journey.app.overlay() else {
                unreachable!("{target:?} has its page")
            };
            assert_eq!(sheet.place().0, SafetyPage::Situation(*id));
            journey.keys("Esc");
        }
        other => {
            let Some(Overlay::Card(card)) = journey.app.overlay() else {
                unreachable!("{other:?} has a card")
            };
            assert_eq!(card.target, *other);
            journey.keys("Esc");
        }
    }
}

/// Chooses every link of a guide in turn and clicks every cell of it.
fn every_link(slug: &str, width: u16, height: u16) {
    let mut journey = Journey::open(width, height).at(slug);
    let targets: Vec<Target> =
        journey.reading().links(&journey.app.library).map(|link| link.target.clone()).collect();
    assert!(!targets.is_empty(), "{slug} has links");
    for (number, target) in targets.iter().enumerate() {
        journey.keys("]");
        assert_eq!(journey.reading().link, Some(number), "{slug}: in reading order");
        let span = journey.reading().chosen_link(&journey.app.library).unwrap().span;
        assert!(journey.in_view(span.pos()), "{slug}: link {number} is on the screen");
        let (row, cells) = (journey.top_row(), cells(&journey).remove(&number).unwrap_or_default());
        assert!(!cells.is_empty(), "{slug}: link {number} has cells");
        for (x, y) in cells {
            journey.click(x, y);
            arrives(&mut journey, target);
            assert_eq!(journey.top_row(), row, "{slug}: back where the link was");
        }
        // Going back let go of the link.
        while journey.reading().link != Some(number) {
            journey.keys("]");
        }
    }
    journey.keys("]");
    assert_eq!(journey.reading().link, Some(0), "{slug}: round at the end");
    journey.keys("[");
    assert_eq!(journey.reading().link, Some(targets.len() - 1), "{slug}: round at the beginning");
}

#[test]
fn every_link_of_every_guide_by_key_and_click_at_80_columns() {
    bundled().guides.iter().for_each(|guide| every_link(&guide.slug, 80, 24));
}

#[test]
fn every_link_of_every_guide_by_key_and_click_at_120_columns() {
    bundled().guides.iter().for_each(|guide| every_link(&guide.slug, 120, 40));
}

#[test]
fn cells_without_a_link_open_nothing() {
    let mut journey = to("Enter Enter", 80, 24);
    let text = journey.app.geometry().unwrap().text;
    let linked: Vec<(u16, u16)> = cells(&journey).into_values().flatten().collect();
    assert!(!linked.is_empty());
    let before = journey.screen();
    for position in text.positions().filter(|at| !linked.contains(&(at.x, at.y))) {
        journey.click(position.x, position.y);
        assert_eq!((journey.app.overlay().is_some(), journey.reading().link), (false, None), "{position}");
    }
    // Only the mark of the current passage has moved.
    assert_eq!(journey.screen().replace('▌', " "), before.replace('▌', " "));
}

#[test]
fn enter_follows_the_chosen_link_and_i_says_what_it_is() {
    let mut journey = to("Enter Enter", 80, 24);
    journey.keys("i").sees("Nothing to explain in this passage.");
    journey.keys("Enter");
    assert_eq!(journey.reading().link, Some(0), "Enter alone chooses the first link on the screen");
    journey.keys("i").sees("How fast somebody wants to get to know you.").keys("Esc");
    assert_eq!(journey.reading().link, Some(0), "the card is gone, the link is still chosen");
    journey.keys("Enter").sees("How fast somebody wants to get to know you.").keys("Esc Esc");
    assert_eq!(journey.reading().link, None, "Esc lets go");
    let guide = |target: &Target| matches!(target, Target::Guide(_));
    let number = journey.reading().links(&journey.app.library).position(|link| guide(link.target)).unwrap();
    journey.keys(&"] ".repeat(number + 1)).keys("i").sees("What the room with the rota").keys("Esc Enter");
    assert_eq!(journey.reads(), "the-team-room");
    let section = journey.app.library.guide_id("the-team-room").unwrap();
    let know = &journey.app.library.guide(section).sections;
    let know = know.iter().find(|section| section.id == "know").unwrap().first;
    assert!(journey.in_view(real_toolkit::guide::TextPos { block: know, byte: 0 }), "opened at its section");
}

#[test]
fn the_link_before_is_chosen_from_where_one_reads() {
    let mut journey = to("Enter Enter End", 80, 24);
    journey.keys("[");
    let first_visible = journey.reading().visible(journey.app.text_height()).start;
    let chosen = journey.reading().link.unwrap();
    let above = journey.reading().links(&journey.app.library).skip(chosen + 1);
    let rows: Vec<usize> = above.map(|link| journey.reading().page.row_of(link.span.pos())).collect();
    assert!(rows.iter().all(|row| *row >= first_visible), "no link between it and the screen: {rows:?}");
}

#[test]
fn a_link_that_is_scrolled_away_is_let_go() {
    let journey = to("Enter Enter ] End", 80, 12);
    assert_eq!(journey.reading().link, None);
}

#[test]
fn cards_say_what_they_are_and_lead_on() {
    let mut journey = to("Enter Enter ] Enter", 80, 24);
    journey.sees(" Pace ").sees("Also said: speed, tempo").sees("Guides that say more").sees("Your say");
    journey.keys("Down Enter");
    assert_eq!(journey.reads(), "yp-your-say");
    let mut journey = to("Enter Enter", 80, 24);
    let reference = journey
        .reading()
        .links(&journey.app.library)
        .position(|link| matches!(link.target, Target::Reference(_)));
    journey.keys(&"] ".repeat(reference.unwrap() + 1)).keys("Enter").sees("Reid, M. (2019). Tea first");
    journey.sees("https://example.org/tea").keys("Backspace").misses("https://example.org/tea");
    let web =
        journey.reading().links(&journey.app.library).position(|link| matches!(link.target, Target::Web(_)));
    journey
        .keys("Esc Home")
        .keys(&"] ".repeat(web.unwrap() + 1))
        .keys("Enter")
        .sees("https://example.org/lone");
    journey.keys("Esc").misses("https://example.org/lone");
}

#[test]
fn numbers_open_what_is_related() {
    let mut journey = to("Enter Enter 1", 80, 24);
    assert_eq!(journey.reads(), "the-team-room");
    journey.keys("Backspace 9").sees("Nothing has the number 9 under Related.");
    assert_eq!(journey.reads(), "first-meeting");
    let mut journey = to("", 80, 24);
    journey.keys("1");
    assert!(journey.app.shown.reading.is_none(), "numbers do nothing on the first screen");
}

#[test]
fn the_related_pane_opens_and_explains_its_items() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut journey = to("Enter Enter Tab", width, height);
        assert_eq!(journey.app.shown.focus, Pane::Related);
        journey.sees("The team room").keys("i").sees("What the room with the rota").keys("Esc Enter");
        assert_eq!(journey.reads(), "the-team-room");
        journey.keys("Backspace Tab End i").keys("Esc");
        assert_eq!((journey.app.shown.focus, journey.app.overlay().is_some()), (Pane::Related, false));
        journey.keys("Esc");
        assert_eq!(journey.app.shown.focus, Pane::Text);
    }
}

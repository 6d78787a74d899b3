//! Colours: stepped through, named, and never needed.

use real_toolkit::app::{Background, Effect, Message, PaletteName, Preference};
use real_toolkit::view::Colours;

use super::super::support::Journey;
use super::{SCREENS, seen, to};

#[test]
fn t_steps_through_the_palettes_and_says_their_names() {
    let mut journey = Journey::open(80, 24).at("supervision");
    // In a list something is chosen, which shows in colour in all palettes that have some.
    journey.keys("Tab");
    let (first, mut looks) = (seen(&journey), Vec::new());
    for (palette, name) in [
        (PaletteName::Light, "Colours: light."),
        (PaletteName::Dark, "Colours: dark."),
        (PaletteName::HighContrast, "Colours: high contrast."),
        (PaletteName::Monochrome, "Colours: none."),
        (PaletteName::Terminal, "Colours: your terminal’s own."),
        (PaletteName::Auto, "Colours: light or dark, as your terminal is."),
    ] {
        journey.keys("t").sees(name).sees("t for the next");
        let remembered = Effect::Remember(Preference::Palette(palette));
        let effects = journey.effects();
        assert_eq!(effects[0], remembered);
        assert_eq!(effects.len(), if palette == PaletteName::Auto { 2 } else { 1 });
        let styles = journey.styles();
        looks.push(styles.rsplit_once('\n').map(|(above, _)| above.to_owned()));
    }
    assert_eq!(looks[4], looks[5], "nothing is assumed of a terminal that has not answered");
    looks.dedup();
    assert_eq!(looks.len(), 5);
    assert_eq!(seen(journey.keys("Down Up")), first);
}

#[test]
fn auto_is_what_the_terminal_says_when_it_says_it() {
    let mut journey = Journey::open(80, 24);
    let before = seen(&journey);
    let own = Journey::open(80, 24).preferring("palette = \"terminal\"");
    assert_eq!(seen(&own), before, "as long as it says nothing, its own");
    journey.send(Message::Background(Background::Light));
    assert_eq!(journey.app.palette(), PaletteName::Light);
    assert_eq!(seen(&journey).0, before.0, "the words stay");
    journey.send(Message::Background(Background::Dark));
    assert_eq!(journey.app.palette(), PaletteName::Dark);
}

#[test]
fn without_colours_there_are_none_and_that_is_said() {
    for palette in PaletteName::ALL {
        let preferences = format!("palette = \"{}\"", palette.name());
        let mut journey = Journey::open(80, 24).colours(Colours::None).preferring(&preferences);
        journey.app.has_colours = false;
        journey.keys("Down Enter Enter ]");
        let styles = journey.styles();
        assert!(!styles.contains('#') && !styles.contains("on-") && !styles.contains("magenta"), "{styles}");
        assert_eq!(journey.keys("t").effects(), []);
        journey.sees("Colours are switched off here");
    }
}

#[test]
fn a_palette_with_its_own_ground_covers_every_cell() {
    for (_, keys) in SCREENS {
        for (width, height) in [(120, 40), (40, 12), (19, 5)] {
            let mut journey = to("", width, height).preferring("palette = \"light\"");
            let styles = journey.keys(keys).styles();
            let bare = styles.lines().filter(|row| !row.contains(": 0..")).count();
            assert_eq!((bare, styles.lines().count()), (0, usize::from(height)), "{styles}");
            for row in styles.lines() {
                assert!(row.split(", ").all(|run| run.contains("on-")), "{row}");
            }
        }
    }
}

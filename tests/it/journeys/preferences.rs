//! Preferences: what the file says holds, what is wrong in it is said, and nobody is locked in.

use real_toolkit::app::{Effect, Message, MouseCapture};
use real_toolkit::view::Colours;

use super::super::support::Journey;
use super::{SCREENS, to};

#[test]
fn what_the_file_says_holds_from_the_first_frame() {
    let mut journey = Journey::open(120, 40)
        .preferring("width = 50\nspacing = \"double\"\nthemes-pane = 40\npalette = \"dark\"\nmouse = \"off\"")
        .colours(Colours::Exact);
    assert_eq!(journey.app.pointer.capture, MouseCapture::Off);
    assert!(journey.styles().contains("on-#181a1f"));
    journey.keys("Enter Enter");
    let geometry = journey.app.geometry().unwrap();
    assert_eq!((geometry.themes.unwrap().width, geometry.text.width), (40, 50));
    assert!(journey.app.shown.notice.is_none());
}

#[test]
fn what_is_wrong_is_said_at_the_start_and_the_rest_holds() {
    let mut journey =
        Journey::open(80, 24).preferring("widht = 50\nspacing = \"double\"\n[keys.text]\nfnid = \"x\"");
    let said = "Not taken: nothing here is called “widht”; did you mean width? 1 more: toolkit paths (line 1 of \
                preferences.toml)";
    for (width, height) in [(80, 24), (120, 24), (40, 12)] {
        assert!(journey.resize(width, height).bottom().ends_with(said), "{}", journey.bottom());
    }
    journey.keys("Down").misses("preferences.toml").keys("Enter Enter s").sees("Lines close together.");
}

#[test]
fn help_and_hints_show_the_real_keys() {
    let keys = "[keys.everywhere]\nsearch = { keys = [\"F3\"], silent = [\"/\"] }\nspacing = \"Ctrl-L\"\nhelp = [\"h\"]\n\
                quit = [\"Q\"]\nwider = \"none\"\n[keys.text]\nnext-link = [\">\"]\nprevious-link = [\"<\"]\n";
    let mut journey = Journey::open(120, 60).preferring(keys);
    journey.keys("F3").sees("Type a few words").keys("Esc Enter Tab");
    journey.sees("F3 search").sees("h help").sees("Q quit");
    let mut journey = Journey::open(120, 60).at("supervision").preferring(keys);
    journey.sees("< > links").keys("i").sees("Nothing to explain in this passage. > chooses the next link.");
    journey
        .keys("Ctrl-L")
        .sees("Ctrl-L puts them together again.")
        .keys("- ")
        .sees("columns wide. - narrower.");
    journey.keys("h").sees("F3");
    let screen = journey.screen();
    assert!(!screen.contains("wider lines"), "what has no key is not shown: {screen}");
    journey.keys("Esc / Esc F3").sees("Search:");
}

#[test]
fn nobody_is_locked_in() {
    let keys = "[keys.everywhere]\nquit = \"none\"\nclose = \"none\"\nback = []\n[keys.typing]\nclose = []\nquit = []\n";
    for (name, to_there) in SCREENS {
        let mut journey = to("", 80, 24).preferring(keys);
        journey.keys(to_there).keys("q Ctrl-C Ctrl-C");
        assert!(journey.effects().contains(&Effect::Quit), "{name}");
    }
    let mut journey = to("", 80, 24).preferring("[keys.everywhere]\nsearch = [\"Ctrl-C\"]");
    journey.sees("Ctrl-C always leaves the toolkit").keys("Ctrl-C");
    assert_eq!(journey.effects(), [Effect::Quit]);
}

#[test]
fn what_could_not_be_kept_is_said() {
    let mut journey = to("Enter Enter", 80, 24);
    journey.send(Message::Failed("Not kept for the next time: the disk is full.".to_owned()));
    journey.sees("Not kept for the next time: the disk is full.").keys("Down").misses("Not kept");
}

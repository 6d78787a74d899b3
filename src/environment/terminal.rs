//! What the terminal can do, by the variables that terminals, multiplexers and people set.

use crate::app::Background;
use crate::view::{Charset, Colours};

/// How the names of terminals begin that do not understand operating system commands (OSC) at all: consoles, old
/// hardware, Emacs.
const WITHOUT_OSC: [&str; 7] = ["linux", "dumb", "vt", "ansi", "cons25", "eterm", "sun"];

/// The first version of VTE, the library of GNOME Terminal and its kin, that does not break on hyperlinks: 0.50.
const VTE_WITH_LINKS: u32 = 5000;

/// What a terminal can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// How many colours it shows.
    pub colours: Colours,
    /// What its background is, where a variable says it.
    pub background: Option<Background>,
    /// Which characters it shows.
    pub charset: Charset,
    /// Which operating system commands it understands.
    pub osc: Osc,
    /// Whether it may be asked something.
    pub queries: Queries,
    /// What stands between the program and it.
    pub multiplexer: Multiplexer,
}

/// Which operating system commands (OSC) a terminal understands: one that does not know them may show them as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Osc {
    /// None.
    None,
    /// To copy (OSC 52), but not to link.
    Copy,
    /// To copy and to link (OSC 8).
    CopyAndLink,
}

/// Whether the terminal may be asked something, as what its background is (OSC 11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Queries {
    /// It answers, or ignores what it does not know.
    Allowed,
    /// It would show the question.
    Forbidden,
}

/// What stands between the program and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Multiplexer {
    /// Nothing.
    None,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

/// What the variables say about colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColourRequest {
    /// Nothing.
    None,
    /// `NO_COLOR`: none.
    Off,
    /// `CLICOLOR_FORCE`: colours wherever the answer goes.
    On,
}

impl ColourRequest {
    /// Returns what the variables say about colours.
    pub(super) fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        match (variable("NO_COLOR"), variable("CLICOLOR_FORCE").filter(|force| force != "0")) {
            (Some(_), _) => Self::Off,
            (None, Some(_)) => Self::On,
            (None, None) => Self::None,
        }
    }
}

impl Terminal {
    /// Returns the terminal that the variables tell of.
    pub(super) fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let term = variable("TERM").unwrap_or_default();
        let multiplexer = if variable("TMUX").is_some() {
            Multiplexer::Tmux
        } else if variable("STY").is_some() {
            Multiplexer::Screen
        } else {
            Multiplexer::None
        };
        let vte = variable("VTE_VERSION").and_then(|version| version.parse().ok());
        let osc = osc(&term, multiplexer, vte);
        let queries = if term.is_empty() || osc == Osc::None { Queries::Forbidden } else { Queries::Allowed };
        Self {
            colours: colours(&term, variable("COLORTERM").as_deref()),
            background: variable("COLORFGBG").and_then(|value| background(&value)),
            charset: charset(&term, &variable),
            osc,
            queries,
            multiplexer,
        }
    }
}

/// Returns which operating system commands a terminal understands.
fn osc(term: &str, multiplexer: Multiplexer, vte: Option<u32>) -> Osc {
    // GNU screen shows the links that it does not know; tmux calls itself so too, and leaves them out.
    let is_screen = multiplexer != Multiplexer::Tmux && term.starts_with("screen");
    if WITHOUT_OSC.iter().any(|name| term.starts_with(name)) {
        Osc::None
    } else if is_screen || vte.is_some_and(|version| version < VTE_WITH_LINKS) {
        Osc::Copy
    } else {
        Osc::CopyAndLink
    }
}

/// Returns how many colours a terminal shows: exact ones where `COLORTERM` says so (the custom that terminals keep),
/// 256 where its name does, else sixteen.
fn colours(term: &str, colorterm: Option<&str>) -> Colours {
    match colorterm {
        Some("truecolor" | "24bit") => Colours::Exact,
        _ if term.ends_with("-direct") => Colours::Exact,
        _ if term.contains("256color") => Colours::Indexed,
        _ => Colours::Terminal,
    }
}

/// Returns what `COLORFGBG` (set by rxvt and others) says of the background: letters, perhaps something else, and the
/// background by its number of sixteen; 0 to 6 and 8 are dark.
fn background(value: &str) -> Option<Background> {
    match value.rsplit(';').next()?.parse().ok()? {
        0..=6 | 8 => Some(Background::Dark),
        7 | 9..=15 => Some(Background::Light),
        16..=u8::MAX => None,
    }
}

/// Returns which characters the terminal shows: those of the locale, where one is set, and fewer on the Linux
/// console, whose font is small.
fn charset(term: &str, variable: impl Fn(&str) -> Option<String>) -> Charset {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable);
    let is_unicode = locale.is_none_or(|locale| {
        let locale = locale.to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    match (is_unicode || cfg!(windows), term == "linux") {
        (true, false) => Charset::Unicode,
        (true, true) => Charset::Console,
        (false, _) => Charset::Ascii,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terminal(variables: &[(&str, &str)]) -> Terminal {
        let value =
            |name: &str| variables.iter().find(|(set, _)| *set == name).map(|(_, value)| (*value).to_owned());
        Terminal::of(value)
    }

    #[test]
    fn colours_and_background_are_what_variables_say() {
        let colours = |term, colorterm| terminal(&[("TERM", term), ("COLORTERM", colorterm)]).colours;
        assert_eq!(colours("xterm-256color", "truecolor"), Colours::Exact);
        assert_eq!(terminal(&[("TERM", "xterm-256color")]).colours, Colours::Indexed);
        assert_eq!(colours("screen", "yes"), Colours::Terminal);
        let background = |value| terminal(&[("COLORFGBG", value)]).background;
        assert_eq!(background("15;default;0"), Some(Background::Dark));
        assert_eq!(background("0;15"), Some(Background::Light));
        assert_eq!(background("0;default"), None);
    }

    #[test]
    fn characters_are_those_of_the_locale_and_fewer_on_the_console() {
        let charset = |variables: &[(&str, &str)]| terminal(variables).charset;
        assert_eq!(charset(&[]), Charset::Unicode);
        assert_eq!(charset(&[("LANG", "en_GB.UTF-8"), ("TERM", "xterm")]), Charset::Unicode);
        assert_eq!(charset(&[("LANG", "de_DE.utf8"), ("TERM", "linux")]), Charset::Console);
        assert_eq!(charset(&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "C")]), Charset::Ascii);
        assert_eq!(charset(&[("LC_CTYPE", "de_DE.ISO-8859-1")]), Charset::Ascii);
    }

    #[test]
    fn links_go_only_to_terminals_that_cope() {
        let links = |variables: &[(&str, &str)]| terminal(variables).osc == Osc::CopyAndLink;
        assert!(links(&[("TERM", "xterm-256color")]) && links(&[("TERM", "foot")]) && links(&[]));
        assert!(links(&[("TERM", "screen-256color"), ("TMUX", "/tmp/x")]));
        for term in ["linux", "vt100", "screen", "screen.xterm-256color", "eterm-color", "dumb"] {
            assert!(!links(&[("TERM", term)]), "{term}");
        }
        assert!(!links(&[("TERM", "xterm-256color"), ("VTE_VERSION", "4205")]));
        assert!(links(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")]));
    }

    #[test]
    fn questions_go_only_to_terminals_that_have_a_name_and_understand_osc() {
        for (term, queries) in [
            ("xterm", Queries::Allowed),
            ("", Queries::Forbidden),
            ("dumb", Queries::Forbidden),
            ("linux", Queries::Forbidden),
            ("vt100", Queries::Forbidden),
        ] {
            assert_eq!(terminal(&[("TERM", term)]).queries, queries, "{term}");
        }
    }

    #[test]
    fn what_stands_between_is_known() {
        assert_eq!(terminal(&[("TMUX", "x"), ("STY", "y")]).multiplexer, Multiplexer::Tmux);
        assert_eq!(terminal(&[("STY", "y")]).multiplexer, Multiplexer::Screen);
    }
}

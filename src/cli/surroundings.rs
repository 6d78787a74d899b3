//! What the program finds itself in: its arguments, its environment, and what its streams lead to.
//!
//! Looked at once, here and nowhere else, so that all that follows is decided from values.
#![expect(clippy::disallowed_methods, reason = "this is where arguments and environment are read")]

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, IsTerminal as _};

use super::args::When;
use crate::app::{Asking, Ground};
use crate::text::{ascii, clusters};
use crate::view::{Charset, Colours};

/// The text column of one-shot commands, in columns: also what a pipe gets.
const COLUMNS: u16 = 80;

/// What the program finds itself in.
#[derive(Debug, Clone)]
pub(super) struct Surroundings {
    pub(super) arguments: Vec<OsString>,
    pub(super) stdin: Stream,
    pub(super) stdout: Stream,
    /// What the environment says about colours.
    pub(super) wish: Wish,
    /// Whether web addresses can be hyperlinks.
    pub(super) links: Links,
    /// How many colours the terminal shows, by what the environment says of it.
    pub(super) colours: Colours,
    /// What the background of the terminal is, by `COLORFGBG` (rxvt and others set it).
    pub(super) ground: Option<Ground>,
    /// Whether the terminal may be asked something.
    pub(super) asking: Asking,
    /// `PAGER`: none where it is not set.
    pub(super) pager: Option<OsString>,
    /// Whether `LESS` says how less is to behave.
    pub(super) less_is_set: bool,
    /// Which characters the terminal shows.
    pub(super) charset: Charset,
    /// Columns and rows of the terminal.
    size: Option<(u16, u16)>,
}

/// What a stream leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    /// A terminal.
    Terminal,
    /// A terminal that shows text and obeys nothing.
    Dumb,
    /// A file, a pipe, nothing.
    Other,
}

/// What the environment says about colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// `NO_COLOR`.
    None,
    /// `CLICOLOR_FORCE`.
    Force,
    /// Nothing.
    Unsaid,
}

/// How a web address is shown behind the words that lead to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    /// As a hyperlink of the terminal (OSC 8).
    Hyper,
    /// Written out: in a file, in a pipe, and on a terminal that would show the sequence as letters.
    Written,
}

/// With what text may be marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// With nothing: not one escape byte.
    Plain,
    /// Bold, underlined and reversed.
    Attributes,
    /// Also with colours.
    Colours,
}

impl Surroundings {
    /// Looks around.
    pub(super) fn look() -> Self {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let term = set("TERM").unwrap_or_default();
        let dumb = term == "dumb";
        let stream = |is_terminal: bool| match (is_terminal, dumb) {
            (true, false) => Stream::Terminal,
            (true, true) => Stream::Dumb,
            (false, _) => Stream::Other,
        };
        let wish = match (set("NO_COLOR"), set("CLICOLOR_FORCE").filter(|force| force != "0")) {
            (Some(_), _) => Wish::None,
            (_, Some(_)) => Wish::Force,
            _ => Wish::Unsaid,
        };
        let stdout = stream(io::stdout().is_terminal());
        let size = if stdout == Stream::Other { None } else { terminal_size::terminal_size() };
        let said = |name: &str| set(name).and_then(|value| value.into_string().ok());
        let hyper = stdout == Stream::Terminal && term != "linux";
        Self {
            links: if hyper { Links::Hyper } else { Links::Written },
            colours: colours(&said("TERM").unwrap_or_default(), said("COLORTERM").as_deref()),
            ground: said("COLORFGBG").and_then(|said| ground(&said)),
            // The console of Linux shows what it does not know.
            asking: if term.is_empty() || term == "dumb" || term == "linux" {
                Asking::MayNot
            } else {
                Asking::May
            },
            arguments: std::env::args_os().collect(),
            stdin: stream(io::stdin().is_terminal()),
            stdout,
            wish,
            pager: std::env::var_os("PAGER"),
            less_is_set: set("LESS").is_some(),
            charset: charset(set),
            size: size.map(|(width, height)| (width.0, height.0)),
        }
    }

    /// Returns the columns that an answer may use.
    pub(super) fn columns(&self) -> u16 {
        self.size.map_or(COLUMNS, |(columns, _)| columns).clamp(1, COLUMNS)
    }

    /// Returns an answer in the characters that the terminal shows; escape sequences and files stay as they are.
    pub(super) fn shown<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.stdout == Stream::Other || self.charset == Charset::Unicode || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        let keeps = |cluster: &str| {
            let mut chars = cluster.chars();
            let western = chars.next().is_some_and(|c| ('À'..='ÿ').contains(&c)) && chars.next().is_none();
            cluster.is_ascii() || (self.charset == Charset::Console && western)
        };
        let mut out = String::with_capacity(text.len());
        for (_, cluster, _) in clusters(text) {
            if keeps(cluster) {
                out.push_str(cluster);
            } else {
                out.push(ascii(cluster));
            }
        }
        Cow::Owned(out)
    }

    /// Returns the rows of the terminal that an answer goes to, if it goes to one.
    pub(super) fn rows(&self) -> Option<usize> {
        self.size.filter(|_| self.stdout == Stream::Terminal).map(|(_, rows)| usize::from(rows))
    }

    /// Whether the reader can be shown.
    pub(super) fn has_terminal(&self) -> bool {
        self.stdin == Stream::Terminal && self.stdout == Stream::Terminal
    }

    /// Returns with what an answer may be marked: the flag rules, then `NO_COLOR`, then `CLICOLOR_FORCE`, then
    /// what the stream is.
    pub(super) fn ink(&self, color: When) -> Ink {
        let terminal = self.stdout == Stream::Terminal;
        match (color, self.wish) {
            (When::Always, _) | (When::Auto, Wish::Force) => Ink::Colours,
            (When::Auto, Wish::None) if terminal => Ink::Attributes,
            (When::Auto, Wish::Unsaid) if terminal => Ink::Colours,
            (When::Never | When::Auto, _) => Ink::Plain,
        }
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

/// Returns what `COLORFGBG` says of the background: letters, perhaps something else, and the background by its number
/// of sixteen; 0 to 6 and 8 are dark.
fn ground(said: &str) -> Option<Ground> {
    match said.rsplit(';').next()?.parse().ok()? {
        0..=6 | 8 => Some(Ground::Dark),
        7 | 9..=15 => Some(Ground::Light),
        16..=u8::MAX => None,
    }
}

/// Returns which characters the terminal shows: what the locale says, where it says something, and less on the Linux
/// console, whose font is small.
fn charset(set: impl Fn(&str) -> Option<OsString>) -> Charset {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(&set);
    let is_unicode = locale.is_none_or(|locale| {
        let locale = locale.to_string_lossy().to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    let console = set("TERM").is_some_and(|term| term == "linux");
    match (is_unicode || cfg!(windows), console) {
        (true, false) => Charset::Unicode,
        (true, true) => Charset::Console,
        (false, _) => Charset::Ascii,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_say_what_they_show() {
        assert_eq!(colours("xterm-256color", Some("truecolor")), Colours::Exact);
        assert_eq!(colours("xterm-256color", None), Colours::Indexed);
        assert_eq!(colours("screen", Some("yes")), Colours::Terminal);
        assert_eq!(ground("15;default;0"), Some(Ground::Dark));
        assert_eq!(ground("0;15"), Some(Ground::Light));
        assert_eq!(ground("0;default"), None);
    }

    fn at(stdout: Stream, wish: Wish) -> Surroundings {
        Surroundings {
            arguments: Vec::new(),
            stdin: stdout,
            stdout,
            wish,
            links: Links::Hyper,
            colours: Colours::Terminal,
            ground: None,
            asking: Asking::May,
            pager: None,
            less_is_set: false,
            charset: Charset::Unicode,
            size: Some((120, 30)),
        }
    }

    #[test]
    fn the_flag_rules_then_the_environment_then_the_stream() {
        use Ink::{Attributes, Colours, Plain};
        for (stream, wish, auto) in [
            (Stream::Terminal, Wish::Unsaid, Colours),
            (Stream::Terminal, Wish::None, Attributes),
            (Stream::Terminal, Wish::Force, Colours),
            (Stream::Dumb, Wish::Unsaid, Plain),
            (Stream::Dumb, Wish::None, Plain),
            (Stream::Other, Wish::Unsaid, Plain),
            (Stream::Other, Wish::None, Plain),
            (Stream::Other, Wish::Force, Colours),
        ] {
            let here = at(stream, wish);
            assert_eq!(here.ink(When::Auto), auto, "{stream:?} {wish:?}");
            assert_eq!(here.ink(When::Always), Colours);
            assert_eq!(here.ink(When::Never), Plain);
        }
    }

    #[test]
    fn an_answer_has_the_characters_that_the_terminal_shows() {
        let mut here = at(Stream::Terminal, Wish::Unsaid);
        let text = "\x1b[1m“Café” › …\x1b[0m\n";
        assert_eq!(here.shown(text), text);
        here.charset = Charset::Ascii;
        assert_eq!(here.shown(text), "\x1b[1m\"Cafe\" > .\x1b[0m\n");
        here.charset = Charset::Console;
        assert_eq!(here.shown(text), "\x1b[1m\"Café\" > .\x1b[0m\n");
        here.stdout = Stream::Other;
        assert_eq!(here.shown(text), text);
    }

    #[test]
    fn characters_are_those_of_the_locale_and_fewer_on_the_console() {
        let with = |environment: &[(&str, &str)]| {
            charset(|name| environment.iter().find(|(set, _)| *set == name).map(|(_, value)| value.into()))
        };
        assert_eq!(with(&[]), Charset::Unicode);
        assert_eq!(with(&[("LANG", "en_GB.UTF-8"), ("TERM", "xterm")]), Charset::Unicode);
        assert_eq!(with(&[("LANG", "de_DE.utf8"), ("TERM", "linux")]), Charset::Console);
        assert_eq!(with(&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "C")]), Charset::Ascii);
        assert_eq!(with(&[("LC_CTYPE", "de_DE.ISO-8859-1")]), Charset::Ascii);
    }

    #[test]
    fn text_is_never_wider_than_eighty_columns_or_the_terminal() {
        let mut here = at(Stream::Terminal, Wish::Unsaid);
        assert_eq!(here.columns(), 80);
        here.size = Some((33, 0));
        assert_eq!(here.columns(), 33);
        here.size = Some((0, 0));
        assert_eq!(here.columns(), 1);
        here.size = None;
        assert_eq!(here.columns(), 80);
    }
}

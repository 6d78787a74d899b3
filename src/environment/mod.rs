//! Floor 6: what the program finds itself in: its arguments, what its streams lead to, the terminal, the desktop, the home.
//!
//! It is looked at once, by `main`, and handed to the reader and to the one-shot commands alike: both go by the same
//! rules, and every rule is tested with variables that are given to it. (Crates for this, as `supports-hyperlinks`
//! and `supports-color`, read the variables themselves, and know no hyperlinks on xterm, foot and others.)
#![expect(clippy::disallowed_methods, reason = "this is where arguments and variables are read")]

mod desktop;
mod folders;
mod terminal;

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use crate::text::{ascii, clusters};
use crate::view::Charset;

pub use desktop::{Desktop, System};
pub use folders::UserFolders;
pub use terminal::{ColourRequest, Multiplexer, Osc, Queries, Terminal};

/// The columns of an answer on a wide terminal: longer lines are hard to read.
const COLUMNS_AT_MOST: u16 = 80;

/// The variable that names the file with the numbers of an organisation.
pub const SAFETY_FILE: &str = "REAL_TOOLKIT_SAFETY";

/// What the program finds itself in.
#[derive(Debug, Clone)]
pub struct Environment {
    /// The words of the command line, the name of the program first.
    pub arguments: Vec<OsString>,
    /// What standard input comes from.
    pub stdin: Stream,
    /// What standard output goes to.
    pub stdout: Stream,
    /// Columns and rows of the terminal that standard output goes to.
    pub size: Option<(u16, u16)>,
    /// What the variables say about colours.
    pub colour_request: ColourRequest,
    /// What the terminal can do.
    pub terminal: Terminal,
    /// What else there is to hand things to.
    pub desktop: Desktop,
    /// `PAGER`: none where it is not set.
    pub pager: Option<OsString>,
    /// Whether `LESS` says how less is to behave.
    pub less_is_set: bool,
    /// `REAL_TOOLKIT_SAFETY`: the file with the numbers of an organisation, in the place of the one beside the preferences.
    pub safety_file: Option<PathBuf>,
    /// Where the files of the person who reads belong; none where there is no home.
    pub folders: Option<UserFolders>,
}

/// What a stream leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// A terminal.
    Terminal,
    /// A terminal that shows text and obeys no sequence (`TERM=dumb`).
    Dumb,
    /// A file, a pipe, nothing.
    Other,
}

impl Environment {
    /// Looks at the arguments, the variables and the streams.
    #[must_use]
    pub fn look() -> Self {
        let variable = |name: &str| {
            let value = std::env::var_os(name).filter(|value| !value.is_empty());
            value.map(|value| value.to_string_lossy().into_owned())
        };
        let is_dumb = variable("TERM").is_some_and(|term| term == "dumb");
        let stream = |is_terminal: bool| match (is_terminal, is_dumb) {
            (true, false) => Stream::Terminal,
            (true, true) => Stream::Dumb,
            (false, _) => Stream::Other,
        };
        let stdout = stream(io::stdout().is_terminal());
        let size = if stdout == Stream::Other { None } else { terminal_size::terminal_size() };
        Self {
            arguments: std::env::args_os().collect(),
            stdin: stream(io::stdin().is_terminal()),
            stdout,
            size: size.map(|(width, height)| (width.0, height.0)),
            colour_request: ColourRequest::of(variable),
            terminal: Terminal::of(variable),
            desktop: Desktop::of(variable),
            pager: std::env::var_os("PAGER"),
            less_is_set: variable("LESS").is_some(),
            safety_file: std::env::var_os(SAFETY_FILE).filter(|path| !path.is_empty()).map(PathBuf::from),
            folders: UserFolders::find(),
        }
    }

    /// Returns the columns that an answer may use; a file or a pipe gets as many as a wide terminal.
    #[must_use]
    pub fn columns(&self) -> u16 {
        self.size.map_or(COLUMNS_AT_MOST, |(columns, _)| columns).clamp(1, COLUMNS_AT_MOST)
    }

    /// Returns the rows of the terminal that an answer goes to, if it goes to one.
    #[must_use]
    pub fn rows(&self) -> Option<usize> {
        self.size.filter(|_| self.stdout == Stream::Terminal).map(|(_, rows)| usize::from(rows))
    }

    /// Whether the reader can be shown.
    #[must_use]
    pub fn has_terminal(&self) -> bool {
        self.stdin == Stream::Terminal && self.stdout == Stream::Terminal
    }

    /// Whether an answer may have hyperlinks (OSC 8).
    #[must_use]
    pub fn has_hyperlinks(&self) -> bool {
        self.stdout == Stream::Terminal && self.terminal.osc == Osc::CopyAndLink
    }

    /// Returns an answer to read in the characters of the locale, which is also that of whoever reads a pipe. Escape
    /// sequences stay as they are.
    #[must_use]
    pub fn displayable<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let charset = self.terminal.charset;
        if charset == Charset::Unicode || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        let is_shown = |cluster: &str| {
            let mut chars = cluster.chars();
            let western = chars.next().is_some_and(|c| ('À'..='ÿ').contains(&c)) && chars.next().is_none();
            cluster.is_ascii() || (charset == Charset::Console && western)
        };
        let mut out = String::with_capacity(text.len());
        for (_, cluster, _) in clusters(text) {
            if is_shown(cluster) {
                out.push_str(cluster);
            } else if cluster == "…" {
                out.push_str("...");
            } else {
                out.push(ascii(cluster));
            }
        }
        Cow::Owned(out)
    }

    /// Returns a modern terminal of 120 columns with no variable set.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            arguments: Vec::new(),
            stdin: Stream::Terminal,
            stdout: Stream::Terminal,
            size: Some((120, 30)),
            colour_request: ColourRequest::None,
            terminal: Terminal::of(|_| None),
            desktop: Desktop::default(),
            pager: None,
            less_is_set: false,
            safety_file: None,
            folders: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_has_the_characters_that_the_terminal_shows() {
        let mut environment = Environment::sample();
        let text = "\x1b[1m“Café” › …\x1b[0m\n";
        assert_eq!(environment.displayable(text), text);
        environment.terminal.charset = Charset::Ascii;
        assert_eq!(environment.displayable(text), "\x1b[1m\"Cafe\" > ...\x1b[0m\n");
        environment.terminal.charset = Charset::Console;
        assert_eq!(environment.displayable(text), "\x1b[1m\"Café\" > ...\x1b[0m\n");
        environment.stdout = Stream::Other;
        assert_eq!(environment.displayable(text), "\x1b[1m\"Café\" > ...\x1b[0m\n", "in a pipe too");
    }

    #[test]
    fn only_a_terminal_that_copes_gets_hyperlinks() {
        let mut environment = Environment::sample();
        assert!(environment.has_hyperlinks());
        environment.terminal.osc = Osc::Copy;
        assert!(!environment.has_hyperlinks());
        environment.terminal.osc = Osc::CopyAndLink;
        environment.stdout = Stream::Other;
        assert!(!environment.has_hyperlinks());
    }

    #[test]
    fn text_is_never_wider_than_eighty_columns_or_the_terminal() {
        let mut environment = Environment::sample();
        for (size, columns) in [(Some((120, 30)), 80), (Some((33, 0)), 33), (Some((0, 0)), 1), (None, 80)] {
            environment.size = size;
            assert_eq!(environment.columns(), columns);
        }
    }
}

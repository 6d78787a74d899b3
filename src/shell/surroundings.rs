//! What stands around the reader's terminal, looked at once: what can take a copy, open an address, show a link.
#![expect(clippy::disallowed_methods, reason = "this is where shell reads the environment")]

/// What stands around the reader's terminal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Surroundings {
    pub(super) system: System,
    pub(super) multiplexer: Multiplexer,
    /// Whether the terminal is at the other end of an ssh connection.
    pub(super) remote: bool,
    pub(super) wayland: bool,
    pub(super) x11: bool,
    pub(super) requests: Requests,
}

/// What a terminal may be asked for by operating system commands (OSC): one that does not know them may show them
/// as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Requests {
    /// For nothing.
    None,
    /// To copy, but not to link.
    Copy,
    /// To copy (OSC 52) and to link (OSC 8).
    #[default]
    CopyAndLink,
}

/// On what system it runs, as far as that decides what opens and copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum System {
    Mac,
    Windows,
    /// Linux within Windows: Windows programs can be started.
    Wsl,
    #[default]
    Other,
}

/// What stands between the program and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Multiplexer {
    #[default]
    None,
    Tmux,
    Screen,
}

impl Surroundings {
    /// Looks around.
    pub(super) fn look() -> Self {
        Self::of(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    }

    /// Returns the surroundings that an environment tells of.
    fn of(get: impl Fn(&str) -> Option<String>) -> Self {
        let has = |name: &str| get(name).is_some();
        let term = get("TERM").unwrap_or_default();
        let system = if cfg!(target_os = "macos") {
            System::Mac
        } else if cfg!(windows) {
            System::Windows
        } else if has("WSL_INTEROP") || has("WSL_DISTRO_NAME") {
            System::Wsl
        } else {
            System::Other
        };
        let multiplexer = if has("TMUX") {
            Multiplexer::Tmux
        } else if has("STY") {
            Multiplexer::Screen
        } else {
            Multiplexer::None
        };
        let plain = PLAIN.iter().any(|plain| term.starts_with(plain));
        // GNU screen shows what it does not know; tmux calls itself so too, and leaves it out.
        let screen = multiplexer != Multiplexer::Tmux && term.starts_with("screen");
        // GNOME Terminal and its kin broke on links before version 0.50 of their library.
        let old_vte =
            get("VTE_VERSION").and_then(|version| version.parse().ok()).is_some_and(|it: u32| it < 5000);
        let requests = if plain {
            Requests::None
        } else if screen || old_vte {
            Requests::Copy
        } else {
            Requests::CopyAndLink
        };
        Self {
            system,
            multiplexer,
            remote: has("SSH_CONNECTION") || has("SSH_TTY"),
            wayland: has("WAYLAND_DISPLAY"),
            x11: has("DISPLAY"),
            requests,
        }
    }
}

/// How the names of terminals begin that do not understand OSC at all: consoles, old hardware, Emacs.
const PLAIN: [&str; 7] = ["linux", "dumb", "vt", "ansi", "cons25", "eterm", "sun"];

#[cfg(test)]
mod tests {
    use super::*;

    fn of(environment: &[(&str, &str)]) -> Surroundings {
        let get = |name: &str| {
            environment.iter().find(|(set, _)| *set == name).map(|(_, value)| (*value).to_owned())
        };
        Surroundings::of(get)
    }

    #[test]
    fn links_go_only_to_terminals_that_cope() {
        let links = |environment: &[(&str, &str)]| of(environment).requests == Requests::CopyAndLink;
        assert!(links(&[("TERM", "xterm-256color")]) && links(&[("TERM", "foot")]) && links(&[]));
        assert!(links(&[("TERM", "screen-256color"), ("TMUX", "/tmp/x")]));
        for term in ["linux", "vt100", "screen", "screen.xterm-256color", "eterm-color", "dumb"] {
            assert!(!links(&[("TERM", term)]), "{term}");
        }
        assert!(!links(&[("TERM", "xterm-256color"), ("VTE_VERSION", "4205")]));
        assert!(links(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")]));
    }

    #[test]
    fn what_stands_between_is_known() {
        assert_eq!(of(&[("TMUX", "x"), ("STY", "y")]).multiplexer, Multiplexer::Tmux);
        assert_eq!(of(&[("STY", "y")]).multiplexer, Multiplexer::Screen);
        assert!(of(&[("SSH_CONNECTION", "1.2.3.4")]).remote);
        assert!(of(&[("DISPLAY", ":0")]).x11 && !of(&[("DISPLAY", ":0")]).wayland);
    }
}

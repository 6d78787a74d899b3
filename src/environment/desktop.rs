//! What is around the terminal: which programs could open an address or take a copy.

/// The system and its screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Desktop {
    /// The system.
    pub system: System,
    /// Whether the terminal is at the other end of an ssh connection.
    pub remote: bool,
    /// Whether there is a Wayland screen.
    pub wayland: bool,
    /// Whether there is an X11 screen.
    pub x11: bool,
}

/// On what system the program runs, as far as that decides what opens and copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum System {
    /// macOS.
    Mac,
    /// Windows.
    Windows,
    /// Linux within Windows: Windows programs can be started.
    Wsl,
    /// Any other.
    #[default]
    Other,
}

impl Desktop {
    /// Returns the desktop that the variables tell of.
    pub(super) fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let has = |name: &str| variable(name).is_some();
        let system = if cfg!(target_os = "macos") {
            System::Mac
        } else if cfg!(windows) {
            System::Windows
        } else if has("WSL_INTEROP") || has("WSL_DISTRO_NAME") {
            System::Wsl
        } else {
            System::Other
        };
        Self {
            system,
            remote: has("SSH_CONNECTION") || has("SSH_TTY"),
            wayland: has("WAYLAND_DISPLAY"),
            x11: has("DISPLAY"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn screens_and_connections_are_known() {
        let with = |set: &str| Desktop::of(|name| (name == set).then(|| "x".to_owned()));
        assert!(with("SSH_CONNECTION").remote && !with("DISPLAY").remote);
        assert!(with("DISPLAY").x11 && !with("DISPLAY").wayland);
    }
}

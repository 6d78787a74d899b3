//! Opens an address in the program for it. The address is checked again and is one argument; no shell reads it.

use std::process::{Command, Stdio};

use super::children::{self, Ended};
use crate::app::Launch;
use crate::environment::{Desktop, System};
use crate::guide::check_address;

/// Opens an address of which the reader was asked.
pub(super) fn open(address: &str, desktop: Desktop) -> Launch {
    // A pack with a bad address does not open, but this is the last place to stop one.
    if check_address(address).is_err() {
        return Launch::Failed;
    }
    let openers = openers(desktop);
    let started = openers.iter().find_map(|opener| start(opener, address));
    match started {
        Some(Ended::Well | Ended::NotYet) => Launch::Done,
        Some(Ended::Badly) => Launch::Failed,
        None => Launch::NoBrowser,
    }
}

/// Returns the programs that open an address, with the arguments before it. Over ssh a browser would open on a screen
/// that nobody looks at.
fn openers(desktop: Desktop) -> &'static [&'static [&'static str]] {
    match desktop.system {
        _ if desktop.remote => &[],
        System::Mac => &[&["open"]],
        System::Windows => &[&["rundll32.exe", "url.dll,FileProtocolHandler"]],
        System::Wsl => &[&["wslview"], &["rundll32.exe", "url.dll,FileProtocolHandler"]],
        System::Other if desktop.wayland || desktop.x11 => &[&["xdg-open"]],
        System::Other => &[],
    }
}

/// Starts a program with the address as its last argument; nothing where there is no such program.
#[expect(clippy::disallowed_methods, reason = "other programs are for shell: without a shell")]
fn start(opener: &[&str], address: &str) -> Option<Ended> {
    let (name, before) = opener.split_first()?;
    let mut command = Command::new(name);
    command.args(before).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let child = children::detached(&mut command).spawn().ok()?;
    Some(children::outcome(child))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_check_refuses_is_given_to_nobody() {
        let desktop = Desktop { x11: true, ..Desktop::default() };
        for address in ["file:///etc/passwd", "-x", "https://x`id`", "http://user@example.org", ""] {
            assert_eq!(open(address, desktop), Launch::Failed, "{address}");
        }
    }

    #[test]
    fn over_ssh_and_without_a_screen_there_is_no_browser() {
        let desktop = Desktop::default();
        assert_eq!(open("https://example.org/", desktop), Launch::NoBrowser);
        let remote = Desktop { x11: true, remote: true, ..desktop };
        assert_eq!(open("https://example.org/", remote), Launch::NoBrowser);
    }
}

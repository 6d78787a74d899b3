//! Copying: through the terminal, so that it works over ssh, and through the clipboard program where there is one.
//!
//! The terminal is asked by OSC 52 and never answers; a program answers by how it ends. Programs rather than a
//! library: a library for this brings X11 and Wayland clients with it, and must stay alive to own the clipboard.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::children::{self, Ended};
use super::terminal;
use crate::app::Delivery;
use crate::environment::{Desktop, Environment, Multiplexer, Osc, System, Terminal};

/// More base64 than this is not taken by terminals: xterm's limit is 100,000, that of hterm and others 74,994.
const SEQUENCE_AT_MOST: usize = 74_994;

/// GNU screen passes on strings of 768 bytes at most; this leaves room for the frame around a part.
const SCREEN_PART: usize = 700;

/// Copies a clean text, and returns whether it is known to have arrived.
pub(super) fn copy(text: &str, environment: &Environment) -> std::io::Result<Delivery> {
    let sequence = sequence(text, environment.terminal);
    if let Some(sequence) = &sequence {
        terminal::write(sequence.as_bytes())?;
    }
    let program = programs(environment.desktop).into_iter().any(|program| hand_to(program, text));
    if !program && environment.terminal.multiplexer == Multiplexer::Tmux {
        // For pasting within tmux, which does not say whether its terminal took it too.
        hand_to(&["tmux", "load-buffer", "-w", "-"], text);
    }
    Ok(match (program, sequence) {
        (true, _) => Delivery::Done,
        (false, Some(_)) => Delivery::Perhaps,
        (false, None) => Delivery::Nowhere,
    })
}

/// Returns the sequence that asks the terminal to copy; none where it does not know it, or takes no text so long.
fn sequence(text: &str, terminal: Terminal) -> Option<String> {
    let encoded = base64(text.as_bytes());
    if terminal.osc == Osc::None || encoded.len() > SEQUENCE_AT_MOST {
        return None;
    }
    let plain = format!("\x1b]52;c;{encoded}\x07");
    Some(match terminal.multiplexer {
        Multiplexer::None => plain,
        // tmux takes it itself where `set-clipboard` is on, and passes it on where `allow-passthrough` is.
        Multiplexer::Tmux => format!("{plain}\x1bPtmux;\x1b{plain}\x1b\\"),
        Multiplexer::Screen => {
            let parts: Vec<&str> = (0..plain.len())
                .step_by(SCREEN_PART)
                .map(|start| crate::text::slice(&plain, start..(start + SCREEN_PART).min(plain.len())))
                .collect();
            format!("\x1bP{}\x1b\\", parts.join("\x1b\\\x1bP"))
        }
    })
}

/// Returns the programs that may take a text on their input, the likeliest first: each with its arguments.
fn programs(desktop: Desktop) -> Vec<&'static [&'static str]> {
    let mut programs: Vec<&[&str]> = match desktop.system {
        System::Mac => vec![&["pbcopy"]],
        System::Windows | System::Wsl => vec![&["clip.exe"]],
        System::Other => Vec::new(),
    };
    if desktop.wayland {
        programs.push(&["wl-copy"]);
    }
    if desktop.x11 {
        programs.extend([&["xclip", "-selection", "clipboard"][..], &["xsel", "-ib"]]);
    }
    programs
}

/// Gives a text to a program on its input, and returns whether it took it.
#[expect(
    clippy::disallowed_methods,
    reason = "other programs are for shell: without a shell, the text on its input"
)]
fn hand_to(program: &[&str], text: &str) -> bool {
    let Some((name, arguments)) = program.split_first() else { return false };
    let mut command = Command::new(name);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = children::detached(&mut command).spawn() else { return false };
    let input = child.stdin.take();
    let text = encoded_for(name, text);
    // On a thread of its own: a program that does not read must not stop the reader.
    std::thread::spawn(move || {
        // Whether it took the text is known by its exit code.
        input.map(|mut input| input.write_all(&text))
    });
    children::outcome(child) == Ended::Well
}

/// Returns a text as a program reads it: `clip.exe` takes UTF-16 with a mark before it, the others UTF-8.
fn encoded_for(program: &str, text: &str) -> Vec<u8> {
    if program == "clip.exe" {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    } else {
        text.as_bytes().to_vec()
    }
}

/// Encodes as RFC 4648, section 4, with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let index = (group >> (18 - 6 * digit)) & 0x3f;
            out.push(if digit > three.len() { '=' } else { char::from(DIGITS[index as usize]) });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        // RFC 4648, section 10.
        let vectors = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (text, encoded) in vectors {
            assert_eq!(base64(text.as_bytes()), encoded);
        }
        assert_eq!(base64("“é”>?".as_bytes()), "4oCcw6nigJ0+Pw==");
    }

    #[test]
    fn the_sequence_is_wrapped_for_what_stands_between() {
        let plain = Environment::sample().terminal;
        let mut terminal = plain;
        assert_eq!(sequence("foo", terminal).unwrap(), "\x1b]52;c;Zm9v\x07");
        terminal.multiplexer = Multiplexer::Tmux;
        assert!(sequence("foo", terminal).unwrap().ends_with("\x1bPtmux;\x1b\x1b]52;c;Zm9v\x07\x1b\\"));
        terminal.multiplexer = Multiplexer::Screen;
        let long = sequence(&"x".repeat(3_000), terminal).unwrap();
        assert!(long.split("\x1b\\").all(|part| part.len() <= 768));
        assert_eq!(
            long.replace("\x1b\\", "").replace("\x1bP", ""),
            sequence(&"x".repeat(3_000), plain).unwrap()
        );
        terminal.osc = Osc::None;
        assert_eq!(sequence("foo", terminal), None);
        assert_eq!(sequence(&"x".repeat(60_000), plain), None);
    }
}

//! Long answers on a terminal go through a pager, as in `man`: one that keeps nothing and starts nothing.

use std::ffi::OsStr;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::anyhow;

use super::output;
use crate::disk;
use crate::environment::{Environment, Stream};

/// The options of less where `LESS` is not set: quit when all fits on the screen, pass on colours, leave the text on the
/// screen at the end.
const LESS: &str = "FRX";

/// The prompt of less where `LESS` is not set, in the place of a bare colon.
const PROMPT: &str = "PsSpace goes on, b goes back, q leaves$";

/// The pager where none is named.
const USUAL: &str = "less -FRX";

/// Prints an answer, through a pager if it is longer than the terminal that it goes to.
///
/// # Errors
///
/// The answer cannot be written.
pub(super) fn print(text: &str, environment: &Environment) -> anyhow::Result<()> {
    // A row is kept for the prompt.
    let text = &*environment.displayable(text);
    let long = environment.rows().is_some_and(|rows| text.lines().count() >= rows);
    if long
        && environment.stdin == Stream::Terminal
        && let Some(pager) = start(environment)
    {
        return hand_over(pager, text);
    }
    output::answer(text)
}

/// Starts `PAGER`, else less. `PAGER` is split into a program and its arguments as a shell would, and no shell reads it:
/// nothing in it is expanded or run.
fn start(environment: &Environment) -> Option<Child> {
    let pager = environment.pager.as_deref().map_or(Some(USUAL), OsStr::to_str)?;
    let words = shell_words::split(pager).ok()?;
    let (program, arguments) = words.split_first()?;
    if program == "cat" {
        return None;
    }
    #[expect(clippy::disallowed_methods, reason = "the pager is started here and nowhere else")]
    let mut command = Command::new(program);
    // What is looked for in the pager is nobody's business, and a guide is no way to a shell: less and its kin keep no
    // history, start no program and open no other file.
    command.env("LESSHISTFILE", "-").env("LESSSECURE", "1");
    if !environment.less_is_set {
        let is_less = Path::new(program).file_name().is_some_and(|name| name == "less");
        command.env("LESS", format!("{LESS}{}", if is_less { PROMPT } else { "" }));
    }
    command.args(arguments).stdin(Stdio::piped()).spawn().ok()
}

/// Gives the pager the answer and waits for its end. Where it ends with an error, the answer is printed without it.
fn hand_over(mut pager: Child, text: &str) -> anyhow::Result<()> {
    // Ctrl-C in the terminal reaches both programs; it is for the pager, which goes on.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, std::sync::Arc::default());
    let written = pager.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(text.as_bytes()));
    let left = pager.wait();
    match (written, left) {
        (_, Ok(status)) if status.code().is_some_and(|code| code != 0) => output::answer(text),
        (Err(error), _) | (_, Err(error)) if error.kind() != io::ErrorKind::BrokenPipe => {
            let why = disk::in_words(&error);
            Err(anyhow!("the pager could not be given the text: {why}. To print it without one: PAGER=cat"))
        }
        _ => Ok(()),
    }
}

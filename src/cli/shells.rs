//! `completions` and `man`: what shells and `man` are told about the program, drawn from its arguments.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command};
use clap_complete::Shell;
use clap_mangen::Man;

use super::exit::Exit;
use super::output;
use crate::guide::Library;

/// Print what makes a shell complete the commands and guides with the Tab key
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit completions bash > ~/.local/share/bash-completion/completions/toolkit
  toolkit completions fish > ~/.config/fish/completions/toolkit.fish
  toolkit completions zsh > _toolkit        and put it where your $fpath leads

Then open a new terminal: the Tab key completes commands and options, and in
bash and zsh also the names of guides and situations.")]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

/// Print the manual page
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit man | man -l -                    reads it here
  toolkit man > toolkit.1                   keeps it")]
pub(super) struct ManArgs {}

/// Prints the script that makes a shell complete the command line.
pub(super) fn completions(
    command: Command,
    library: &Library,
    args: &CompletionsArgs,
) -> anyhow::Result<Exit> {
    let mut command = with_names(command, library);
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "toolkit", &mut script);
    output::answer(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}

/// Returns the command line with the names of all guides as the values of every argument `guide`, and those of all
/// situations likewise. This is for completion alone: people may also type parts of titles.
fn with_names(command: Command, library: &Library) -> Command {
    let guides: Vec<_> = library.guides.iter().map(|guide| guide.slug.as_str()).collect();
    let situations: Vec<_> = library.safety.situations.iter().map(|one| one.slug.as_str()).collect();
    with_values(with_values(command, "guide", &guides), "situation", &situations)
}

/// Returns the command line with the values of every argument that is called `id`.
fn with_values(command: Command, id: &str, values: &[&str]) -> Command {
    let takes = |command: &&Command| command.get_arguments().any(|argument| argument.get_id() == id);
    let names = command.get_subcommands().filter(takes).map(|command| command.get_name().to_owned());
    names.collect::<Vec<_>>().into_iter().fold(command, |command, name| {
        let values = values.iter().map(|value| PossibleValue::new((*value).to_owned()));
        let values = PossibleValuesParser::new(values);
        command.mut_subcommand(name, |command| command.mut_arg(id, |arg| arg.value_parser(values)))
    })
}

/// Prints the manual page, every command in it.
pub(super) fn man(command: Command) -> anyhow::Result<Exit> {
    let mut command = command.after_help("").disable_help_subcommand(true);
    command.build();
    let mut page = Vec::new();
    Man::new(command.clone()).render_title(&mut page)?;
    for render in [Man::render_name_section, Man::render_synopsis_section, Man::render_description_section] {
        render(&Man::new(command.clone()), &mut page)?;
    }
    Man::new(command.clone()).render_options_section(&mut page)?;
    let mut page = String::from_utf8_lossy(&page).into_owned();
    page.push_str(".SH COMMANDS\n");
    for command in command.get_subcommands().filter(|command| command.get_name() != "help") {
        page.push_str(&described(command.get_name(), command)?);
        for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
            page.push_str(&described(&format!("{} {}", command.get_name(), below.get_name()), below)?);
        }
    }
    output::answer(&(page + ".SH EXIT STATUS\n" + EXIT_STATUS))?;
    Ok(Exit::Done)
}

/// The options of every command.
const COMMON: [&str; 3] = ["pack", "color", "help"];

const EXIT_STATUS: &str = "\
0 done; 1 nothing found; 2 wrong use; 3 a pack failed its check; 4 could not read or write; 130 interrupted.
";

/// Returns what the manual says of a command: its form, what it does, its options and examples.
fn described(name: &str, command: &Command) -> anyhow::Result<String> {
    let examples = command.get_after_help().map(ToString::to_string);
    let mut part = Vec::new();
    // What every command takes is said once, above.
    let own = |arg: Arg| if COMMON.contains(&arg.get_id().as_str()) { arg.hide(true) } else { arg };
    let man = Man::new(command.clone().after_help("").mut_args(own));
    man.render_synopsis_section(&mut part)?;
    man.render_description_section(&mut part)?;
    man.render_options_section(&mut part)?;
    // A command has a chapter here and no page of its own, so its headings become paragraphs.
    let part = String::from_utf8_lossy(&part).into_owned();
    let lines = part.lines().map(|line| if line.starts_with(".SH ") { ".PP" } else { line });
    let mut out = format!(".SS {}\n", roff(name));
    for line in lines {
        out.push_str(line);
        out.push('\n');
    }
    if let Some(examples) = examples {
        out.push_str(".PP\n.nf\n");
        for line in examples.lines() {
            out.push_str(&roff(line));
            out.push('\n');
        }
        out.push_str(".fi\n");
    }
    Ok(out)
}

/// Returns a line of text as roff reads it: nothing in it is a request or an escape.
fn roff(line: &str) -> String {
    let line = line.replace('\\', "\\e").replace('-', "\\-").replace('’', "\\(cq").replace('…', "...");
    if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_text_is_a_request() {
        assert_eq!(roff(".so /etc/passwd"), "\\&.so /etc/passwd");
        assert_eq!(roff("a\\b -x"), "a\\eb \\-x");
    }
}

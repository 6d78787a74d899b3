//! Every example of every help is typed as it stands there, and does what it says.
#![cfg(unix)]

use std::fs;
use std::process::Command;

use tempfile::TempDir;

use crate::checks::fine_pack;

/// Runs a line in a shell, in a home of its own that is a pack, or has one in the folder `my-pack` where the line says
/// so, and has the folders that shells keep completions in. Returns the exit code and all that was said.
fn typed(line: &str) -> (Option<i32>, String) {
    let home = TempDir::new().unwrap();
    let folder = if line.contains("my-pack") { "my-pack" } else { "" };
    for source in fine_pack() {
        let path = home.path().join(folder).join(&source.name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, source.text.as_ref().unwrap()).unwrap();
    }
    let lookups = "[[lookup]]\nwords = \"tea\"\nguides = [\"first-tea\"]\n";
    if line.contains("lookups") {
        fs::write(home.path().join("lookups.toml"), lookups).unwrap();
    }
    for folder in [".local/share/bash-completion/completions", ".config/fish/completions"] {
        fs::create_dir_all(home.path().join(folder)).unwrap();
    }
    let sessions = if line.contains(" session ") || line.contains("--plan") {
        "toolkit session new one; toolkit session new two; "
    } else {
        ""
    };
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_toolkit"));
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    let mut command = Command::new("/bin/sh");
    command.env_clear().env("HOME", home.path()).env("TERM", "xterm").env("PATH", path);
    let output =
        command.args(["-c", &format!("{sessions}{line}")]).current_dir(home.path()).output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Returns the examples in a help: a line begins with the program, and its explanation stands two blanks behind.
fn examples(help: &str) -> Vec<&str> {
    let lines = help.lines().filter(|line| line.starts_with("  toolkit"));
    lines.filter_map(|line| line.trim().split("  ").next()).collect()
}

#[test]
fn every_example_of_every_help_works() {
    let home = super::Home::new();
    let help = home.run(&["--help"]).out;
    let helps = super::commands().iter().map(|name| home.run(&[name, "--help"]).out);
    let mut tried = 0;
    for help in helps.chain([help.clone()]) {
        for example in examples(&help) {
            // What is behind a bar is another program, which need not be here.
            let line = example.split(" | ").next().unwrap();
            let (code, said) = typed(line);
            let opens_the_reader = code == Some(2) && said.starts_with("The reader needs a terminal");
            assert!(code == Some(0) || opens_the_reader, "{example}: {code:?} {said}");
            tried += 1;
        }
    }
    assert!(tried > 40, "{tried}");
}

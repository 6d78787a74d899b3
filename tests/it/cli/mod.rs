//! The commands as people and other programs meet them: the program itself, in an empty home of its own.

mod answers;
mod checking;
mod examples;
mod lookups;
mod manners;
mod safety;
mod searching;
mod showing;
mod terminal;

use std::fs;
use std::process::Output;
use std::sync::OnceLock;

use assert_cmd::Command;
use real_toolkit::pack::Source;
use tempfile::TempDir;

use crate::support::is_safe;

/// A home and a folder to work in, both empty, and checked to be so at the end.
pub(crate) struct Home {
    dir: TempDir,
}

impl Home {
    pub(crate) fn new() -> Self {
        let dir = TempDir::new().unwrap();
        fs::create_dir(dir.path().join("home")).unwrap();
        fs::create_dir(dir.path().join("work")).unwrap();
        Self { dir }
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.dir.path().join(name)
    }

    /// Returns the program with nothing of the surroundings but a path and this home.
    pub(crate) fn toolkit(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_toolkit"));
        command.env_clear().env("HOME", self.path("home")).env("TERM", "xterm").env("PATH", "/usr/bin:/bin");
        command.current_dir(self.path("work"));
        command
    }

    /// Runs the program with these words, and checks what holds for every command: nothing on stdout or stderr
    /// could drive a terminal.
    pub(crate) fn run(&self, words: &[&str]) -> Ran {
        Ran::of(&self.toolkit().args(words).output().unwrap())
    }

    /// Writes a pack to a folder beside the home and returns its path.
    pub(crate) fn pack(&self, sources: &[Source]) -> String {
        let folder = self.path("pack");
        for source in sources {
            let path = folder.join(&source.name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, source.text.as_ref().unwrap()).unwrap();
        }
        folder.to_str().unwrap().to_owned()
    }

    /// Writes a file beside the home and returns its path.
    pub(crate) fn file(&self, bytes: &[u8]) -> String {
        let path = self.path("file");
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            for place in ["home", "work"] {
                let left = fs::read_dir(self.path(place)).unwrap().count();
                assert_eq!(left, 0, "something was written to {place}");
            }
        }
    }
}

/// How a command ended and what it said.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| {
            let text = std::str::from_utf8(bytes).unwrap();
            // Tabs stand between the fields of plain listings, and nowhere else.
            assert!(is_safe(&text.replace('\t', " ")), "{text:?}");
            text.to_owned()
        };
        Self { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        assert_eq!(self.err, "");
        assert!(self.out.ends_with('\n') && self.out.lines().count() == 1);
        serde_json::from_str(&self.out).unwrap()
    }
}

/// Returns the names of all commands but `help`, as the program lists them.
pub(crate) fn commands() -> &'static [String] {
    static COMMANDS: OnceLock<Vec<String>> = OnceLock::new();
    COMMANDS.get_or_init(|| {
        let help = Home::new().run(&["--help"]).out;
        let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
        // What is about a command may go on in the next line, further in.
        let names = lines.take_while(|line| !line.is_empty()).filter_map(|line| line.strip_prefix("  "));
        let names = names.filter(|line| !line.starts_with(' ')).filter_map(|line| line.split(' ').next());
        let names: Vec<String> = names.filter(|name| *name != "help").map(str::to_owned).collect();
        assert!(names.len() > 15, "{names:?}");
        names
    })
}

/// Returns text with single blanks between its words.
pub(crate) fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns how many columns the widest line has.
pub(crate) fn widest(text: &str) -> usize {
    text.lines().map(real_toolkit::text::width).max().unwrap_or(0)
}

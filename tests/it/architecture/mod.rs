//! The shape of the source: floors, files, names that have no business somewhere, characters nobody sees.
//!
//! The floors are read from the crate docs in `src/lib.rs`, so the picture there is the law and cannot grow old.

mod circles;
mod functions;
mod scan;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use real_toolkit::text;
use scan::{Found, names, paths, without_tests};

/// Files are at most this long.
const LINES_AT_MOST: usize = 400;

/// Floors up to this one only think: no files, no surroundings, no clock, no printing, no shared state.
const LAST_PURE_FLOOR: u8 = 5;

/// Paths that a pure floor does not name.
const IMPURE_PATHS: [&[&str]; 7] = [
    &["std", "fs"],
    &["std", "env"],
    &["std", "net"],
    &["std", "process"],
    &["std", "thread"],
    &["std", "io", "stdin"],
    &["std", "io", "stdout"],
];

/// Names that a pure floor does not use.
const IMPURE_NAMES: [&str; 14] = [
    "Rc",
    "RefCell",
    "Arc",
    "Mutex",
    "RwLock",
    "OnceLock",
    "dyn",
    "SystemTime",
    "Instant",
    "print",
    "println",
    "eprint",
    "eprintln",
    "dbg",
];

/// The floor of each module at the top.
type Floors = BTreeMap<String, u8>;

/// Reads the floors from the first picture of the crate docs: a number, then modules with words in brackets.
fn floors(lib: &str) -> Floors {
    let picture = lib.lines().skip_while(|line| !line.starts_with("//! ```text")).skip(1);
    let lines = picture.take_while(|line| !line.starts_with("//! ```"));
    let mut floors = Floors::new();
    for line in lines.filter_map(|line| line.strip_prefix("//! ")) {
        let Some((number, modules)) = line.split_once(' ') else { continue };
        let number = number.parse().expect("a line of the picture begins with the number of a floor");
        for module in without_brackets(modules).split_whitespace() {
            floors.insert(module.trim_end_matches(".rs").to_owned(), number);
        }
    }
    floors
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0;
    text.chars()
        .filter(|c| {
            depth += i32::from(*c == '(');
            let keep = depth == 0;
            depth -= i32::from(*c == ')');
            keep
        })
        .collect()
}

/// Returns what is wrong with a file of `src`, a line each. `name` is its path in `src`.
fn faults(name: &str, source: &str, floors: &Floors) -> Vec<String> {
    let mut faults = shape_faults(name, source);
    let module: Vec<&str> = module_path(name);
    let Some(own) = module.first() else { return faults };
    let Some(&floor) = floors.get(*own) else {
        faults.push(format!("src/{name}: {own} is on no floor of src/lib.rs"));
        return faults;
    };
    let code = without_tests(source);
    faults.extend(functions::too_long(&code).map(|fault| format!("src/{name}:{fault}")));
    for Found { line, path } in paths(&code) {
        let mut say = |what: String| faults.push(format!("src/{name}:{line}: {what}"));
        if let Some(to) = imported(&module, &path)
            && to != *own
            && floors.get(to).is_some_and(|to| *to >= floor)
        {
            say(format!("{own} (floor {floor}) imports {to} (floor {})", floors[to]));
        }
        if let Some(why) = terminal_fault(own, &path) {
            say(why);
        }
        if floor <= LAST_PURE_FLOOR && IMPURE_PATHS.iter().any(|impure| path.starts_with(&owned(impure))) {
            say(format!("{own} (floor {floor}) uses {}", path.join("::")));
        }
    }
    if floor <= LAST_PURE_FLOOR {
        let used = names(&code).filter(|found| IMPURE_NAMES.contains(&found.path[0].as_str()));
        faults.extend(used.map(|found| format!("src/{name}:{}: {own} uses {}", found.line, found.path[0])));
    }
    faults
}

fn owned(path: &[&str]) -> Vec<String> {
    path.iter().map(|part| (*part).to_owned()).collect()
}

/// Returns what is wrong with a file as such.
fn shape_faults(name: &str, source: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !source.starts_with("//! ") {
        faults.push(format!("{name}: does not begin with what it is (`//! …`)"));
    }
    let lines = source.lines().count();
    if lines > LINES_AT_MOST {
        faults.push(format!("{name}: has {lines} lines, {LINES_AT_MOST} are enough"));
    }
    faults
}

/// Returns the module that a file of `src` is: `page/mod.rs` is `page`, `page/table.rs` is `page::table`, the
/// build script is none.
fn module_path(name: &str) -> Vec<&str> {
    match name {
        "lib.rs" | "build.rs" => Vec::new(),
        _ => name.trim_end_matches(".rs").trim_end_matches("/mod").split('/').collect(),
    }
}

/// Returns the module at the top that a path leads to from within `module`.
fn imported<'a>(module: &[&str], path: &'a [String]) -> Option<&'a str> {
    let up = path.iter().take_while(|part| *part == "super").count();
    let at = match path.first()?.as_str() {
        "crate" => 1,
        "super" if up >= module.len() => up,
        _ => return None,
    };
    path.get(at).map(String::as_str)
}

/// Returns why a module does not name this part of ratatui or crossterm.
fn terminal_fault(module: &str, path: &[String]) -> Option<String> {
    let whole = path.join("::");
    if path.iter().any(|part| part == "crossterm") && module != "shell" {
        return Some(format!("{module} names {whole}: crossterm is for shell"));
    }
    let layout = path.get(1).is_some_and(|part| part == "layout");
    let may = match module {
        "view" | "shell" | "cli" => true,
        "app" => layout,
        _ => false,
    };
    (path[0] == "ratatui" && !may).then(|| format!("{module} names {whole}: that is for view and shell"))
}

/// Returns the files below a folder of the project whose names end so, with their names in it.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
                found.push((name, fs::read_to_string(path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_file_keeps_to_its_floor() {
    let sources = files("src", &[".rs"]);
    let lib = &sources.iter().find(|(name, _)| name == "lib.rs").unwrap().1;
    let floors = floors(lib);
    assert!(floors.len() >= 12, "the picture of the floors was not understood: {floors:?}");
    let faults: Vec<String> =
        sources.iter().flat_map(|(name, source)| faults(name, source, &floors)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn test_files_have_a_header_and_an_end() {
    let faults: Vec<String> = files("tests", &[".rs"])
        .iter()
        .flat_map(|(name, source)| shape_faults(&format!("tests/{name}"), source))
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn no_file_has_characters_that_nobody_sees() {
    let mut faults = Vec::new();
    for folder in ["src", "guides", "tests"] {
        for (name, source) in files(folder, &[".rs", ".toml", ".md", ".snap", ".txt"]) {
            let lines = source.lines().enumerate();
            faults.extend(lines.flat_map(|(line, words)| {
                let hidden: Vec<char> = text::unsafe_chars(words.char_indices()).map(|(_, c)| c).collect();
                let place = format!("{folder}/{name}:{}", line + 1);
                hidden.into_iter().map(move |c| format!("{place}: {}", c.escape_unicode()))
            }));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// A picture of floors to break.
const PICTURE: &str = "//! ```text\n//! 5  view   (draws)\n//! 4  app (state,\n//! 2  search (words -> hits)   page\n//! 0  text\n//! 7 shell\n//! ```\n//! ```text\n//! not a floor\n//! ```";

#[test]
fn the_picture_is_read() {
    let picture = PICTURE.replace("(state,", "(state)");
    let floors = floors(&picture);
    let expected = [("app", 4), ("page", 2), ("search", 2), ("shell", 7), ("text", 0), ("view", 5)];
    assert_eq!(floors, expected.map(|(name, floor)| (name.to_owned(), floor)).into());
}

/// Returns the faults of a made-up file, without its name.
fn broken(name: &str, source: &str) -> Vec<String> {
    let floors = floors(&PICTURE.replace("(state,", "(state)"));
    let mut said = faults(name, &format!("//! It is.\n{source}"), &floors);
    said.dedup();
    said.into_iter().map(|fault| fault.split_once(": ").unwrap().1.to_owned()).collect()
}

#[test]
fn arrows_that_do_not_point_down_are_found() {
    let up = ["page (floor 2) imports app (floor 4)"];
    for source in [
        "use crate::app::List;",
        "use crate::{\n    app::{List, Row as _},\n    text,\n};",
        "use crate::{text::slice, app};",
        "fn f() { crate::app::list(); }",
        "fn f(a: &crate :: app :: List) {}",
        "use super::app::List;",
        "/* open */ use crate::app;",
        "pub(crate) use crate::app;",
    ] {
        assert_eq!(broken("page/mod.rs", source), up, "{source}");
    }
    assert_eq!(broken("page/table.rs", "use super::super::app;"), up);
    assert_eq!(broken("page/a/b.rs", "use super::super::super::{text, app};"), up);
    assert_eq!(
        broken("page/mod.rs", "use crate::search::Search;"),
        ["page (floor 2) imports search (floor 2)"]
    );
    assert_eq!(broken("journal/mod.rs", ""), ["journal is on no floor of src/lib.rs"]);
}

#[test]
fn what_may_be_is_not_reported() {
    for source in [
        "use crate::{text::slice, page::Row};",
        "use super::table;",
        "// use crate::app;\n/// [`App`](crate::app::App)\n/* crate::app */",
        "const S: &str = \"crate::app println!\"; const R: &str = r#\"crate::view \" dyn \"#; const C: char = '\"';",
        "#[cfg(test)]\nmod tests {\n    use crate::app::App;\n    fn f() { println!(); }\n}",
        "fn f<'a>(dynamic: &'a str, print_width: u16) { env!(\"OUT_DIR\"); }",
    ] {
        assert_eq!(broken("page/mod.rs", source), [""; 0], "{source}");
    }
    assert_eq!(broken("page/table.rs", "use super::app;"), [""; 0], "its own app");
    assert_eq!(
        broken("shell/mod.rs", "use std::sync::Mutex; use crossterm::event; use ratatui::Terminal;"),
        [""; 0]
    );
    assert_eq!(broken("app/mod.rs", "use ratatui::layout::{Rect, Size};"), [""; 0]);
}

#[test]
fn names_out_of_place_are_found() {
    for (name, source, fault) in [
        ("page/mod.rs", "use std::{fmt, fs};", "page (floor 2) uses std::fs"),
        ("page/mod.rs", "fn f() { std::env::var(\"x\"); }", "page (floor 2) uses std::env::var"),
        ("page/mod.rs", "use std::io::{self, stdout};", "page (floor 2) uses std::io::stdout"),
        ("view/mod.rs", "fn f() { println!(\"x\"); }", "view uses println"),
        ("app/mod.rs", "fn f(g: &dyn Fn()) {}", "app uses dyn"),
        ("app/mod.rs", "#[cfg(test)]\nmod tests {\n}\nfn f(g: &dyn Fn()) {}", "app uses dyn"),
        ("app/mod.rs", "use std::rc::Rc;", "app uses Rc"),
        (
            "app/mod.rs",
            "use ratatui::style::Style;",
            "app names ratatui::style::Style: that is for view and shell",
        ),
        (
            "text/mod.rs",
            "use ratatui::layout::Rect;",
            "text names ratatui::layout::Rect: that is for view and shell",
        ),
        ("view/mod.rs", "use crossterm::cursor;", "view names crossterm::cursor: crossterm is for shell"),
        ("view/mod.rs", "use ratatui::crossterm;", "view names ratatui::crossterm: crossterm is for shell"),
    ] {
        assert_eq!(broken(name, source), [fault], "{source}");
    }
    assert_eq!(shape_faults("a.rs", "use b;"), ["a.rs: does not begin with what it is (`//! …`)"]);
    assert_eq!(shape_faults("a.rs", &"//! a\n".repeat(401)), ["a.rs: has 401 lines, 400 are enough"]);
}

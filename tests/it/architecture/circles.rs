//! Circles between files: a file that, by way of others, imports what imports it cannot be read before them.

use std::collections::{BTreeMap, BTreeSet};

use super::scan::{Found, paths, without_tests};
use super::{files, module_path};

/// A module as its path from the crate on: `["page", "table"]`.
type Module = Vec<String>;

/// Each file's module, with the modules of the files that it imports from.
type Imports = BTreeMap<Module, BTreeSet<Module>>;

/// Every path that is written in each module, from the crate on.
type Written = BTreeMap<Module, Vec<Module>>;

/// Reads what the files import from each other, tests left out.
///
/// A name that a `mod.rs` re-exports counts for the file it comes from. What a folder's own `mod.rs` defines counts
/// for none of the files in that folder: they are parts of it.
fn imports(sources: &[(String, String)]) -> Imports {
    let modules: BTreeSet<Module> =
        sources.iter().map(|(name, _)| module(name)).filter(|module| !module.is_empty()).collect();
    let written: Written = sources
        .iter()
        .map(|(name, source)| {
            let own = module(name);
            let paths = paths(&without_tests(source)).into_iter();
            (own.clone(), paths.filter_map(|found| from_crate(&own, found, &modules)).collect())
        })
        .filter(|(own, _)| !own.is_empty())
        .collect();
    let resolved = written.iter().map(|(own, paths)| {
        let to = paths.iter().filter_map(|path| resolve(path, &written, 0));
        (own.clone(), to.filter(|to| to != own && !own.starts_with(to)).collect())
    });
    resolved.collect()
}

/// Returns the module of a file, empty for the crate and its build script.
fn module(name: &str) -> Module {
    module_path(name).into_iter().map(str::to_owned).collect()
}

/// Returns a path as it is from the crate on, if it leads to a module of the crate.
fn from_crate(own: &Module, found: Found, modules: &BTreeSet<Module>) -> Option<Module> {
    let mut path = found.path;
    let up = path.iter().take_while(|part| *part == "super").count();
    match path.first()?.as_str() {
        "crate" => drop(path.remove(0)),
        "super" => drop(path.splice(..up, own[..own.len().checked_sub(up)?].to_vec())),
        "self" => drop(path.splice(..1, own.clone())),
        // A child, as it is named in a `mod.rs`.
        first => {
            let child: Module = own.iter().map(String::as_str).chain([first]).map(str::to_owned).collect();
            if !modules.contains(&child) {
                return None;
            }
            path.splice(..0, own.clone());
        }
    }
    Some(path)
}

/// Returns the module that defines what a path names.
fn resolve(path: &[String], written: &Written, depth: usize) -> Option<Module> {
    let length = (1..=path.len()).rev().find(|length| written.contains_key(&path[..*length]))?;
    let module = &path[..length];
    let Some(name) = path.get(length).filter(|_| depth < 8) else { return Some(module.to_vec()) };
    let re_exported = written[module].iter().filter(|other| other.last() == Some(name));
    let elsewhere = re_exported.filter(|other| other[..other.len() - 1] != *module);
    let mut origins = elsewhere.filter_map(|other| resolve(other, written, depth + 1));
    origins.next().or_else(|| Some(module.to_vec()))
}

/// Returns the circles: modules each of which imports the others, directly or not.
fn circles(imports: &Imports) -> BTreeSet<Vec<String>> {
    let reached: BTreeMap<&Module, BTreeSet<&Module>> =
        imports.keys().map(|from| (from, reached(from, imports))).collect();
    let circle = |own: &Module| {
        let mutual =
            reached[own].iter().filter(|other| reached.get(*other).is_some_and(|back| back.contains(own)));
        mutual.map(|module| module.join("::")).collect::<Vec<_>>()
    };
    imports.keys().map(circle).filter(|circle| !circle.is_empty()).collect()
}

/// Returns every module that is imported from `from` on.
fn reached<'a>(from: &Module, imports: &'a Imports) -> BTreeSet<&'a Module> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&Module> = imports.get(from).into_iter().flatten().collect();
    while let Some(module) = open.pop() {
        if reached.insert(module) {
            open.extend(imports.get(module).into_iter().flatten());
        }
    }
    reached
}

#[test]
fn no_file_imports_what_imports_it() {
    let imports = imports(&files("src", &[".rs"]));
    assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 500, "the imports were not understood");
    let faults = circles(&imports);
    let lines: Vec<String> = faults.iter().map(|circle| circle.join(" <-> ")).collect();
    assert!(faults.is_empty(), "files that import each other:\n{}", lines.join("\n"));
}

/// Returns the circles of made-up files.
fn made_up(files: &[(&str, &str)]) -> Vec<String> {
    let sources: Vec<(String, String)> =
        files.iter().map(|(name, source)| ((*name).to_owned(), (*source).to_owned())).collect();
    circles(&imports(&sources)).into_iter().map(|circle| circle.join(" ")).collect()
}

#[test]
fn circles_are_found() {
    let pair = [
        ("page/mod.rs", "mod row;\nmod table;"),
        ("page/row.rs", "use super::table::Table;"),
        ("page/table.rs", "fn f() { super::row::f(); }"),
    ];
    assert_eq!(made_up(&pair), ["page::row page::table"]);
    let three = [
        ("page/mod.rs", "pub use row::Row;"),
        ("page/row.rs", "use crate::page::table::Table;"),
        ("page/table.rs", "use super::cell::{self, f};"),
        ("page/cell.rs", "use super::Row;"),
    ];
    assert_eq!(made_up(&three), ["page::cell page::row page::table"]);
    let folders = [
        ("search/mod.rs", "mod index;\nmod query;"),
        ("search/index/mod.rs", "use super::query::Term;\npub fn f() {}"),
        ("search/query/mod.rs", "pub use term::Term;"),
        ("search/query/term.rs", "use crate::search::index::f;"),
    ];
    assert_eq!(made_up(&folders), ["search::index search::query::term"]);
}

#[test]
fn parts_of_a_folder_may_use_what_it_defines() {
    let files = [
        ("page/mod.rs", "mod row;\npub use row::Row;\nuse table::Table;"),
        (
            "page/row.rs",
            "use super::Width;\n#[cfg(test)]\nmod tests {\n    use super::super::table::Table;\n}",
        ),
        ("page/table.rs", "use super::row;\nuse std::fmt;"),
    ];
    assert_eq!(made_up(&files), [""; 0]);
}

//! `new`: a file to begin a guide with, in the folder of a pack and nowhere else.

use std::fs;
use std::path::Path;

use real_toolkit::check::{Starter, check};
use real_toolkit::guide::{Area, Day};
use real_toolkit::pack::{Rule, Source, open};

use crate::checks::fine_pack;
use crate::cli::Home;

/// Returns the names of all files of a folder, in order.
fn files(dir: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(dir).to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(dir).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

#[test]
fn a_new_guide_is_valid_from_its_first_moment() {
    for (area, id) in [(Area::Workforce, "second-tea"), (Area::YoungPeople, "yp-second-tea")] {
        let starter = Starter {
            id: id.to_owned(),
            title: "A \"second\" \\ cup".to_owned(),
            area,
            themes: vec!["tea".to_owned(), "after".to_owned()],
            today: Day::parse("2026-11-21").unwrap(),
        };
        let mut sources = fine_pack();
        sources.push(Source::new(starter.path(), starter.text()));
        assert_eq!(open(&sources).report.to_string(), "");
        let library = open(&sources).library.unwrap();
        let guide = library.guide(library.guide_id(id).unwrap());
        assert_eq!((guide.title.as_str(), guide.area), ("A \"second\" \\ cup", area));
        assert_eq!(guide.reviewed, "2026-11-21");
        let report = check(&sources, Day::parse("2026-11-21").unwrap());
        assert_eq!(report.errors, 0);
        // All that is still to be written is named, each in its line: summary, brief, said, sections, question.
        let places: Vec<_> = report.diagnostics.iter().filter(|one| one.rule == Rule::Placeholder).collect();
        assert_eq!(places.len(), 7, "{report}");
        assert!(report.diagnostics.iter().all(|one| one.file == starter.path()), "{report}");
    }
}

#[test]
fn a_guide_is_begun_in_the_folder_that_is_named() {
    let home = Home::new();
    let pack = home.pack(&fine_pack());
    let before = files(&pack);
    let ran = home.run(&["new", "The second cup", "--pack", &pack]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    assert!(ran.out.starts_with(&format!("Wrote {pack}/workforce/the-second-cup.toml\n")), "{}", ran.out);
    assert!(ran.out.contains(&format!("toolkit check {pack}\n")), "{}", ran.out);
    let after = files(&pack);
    let new: Vec<_> = after.iter().filter(|name| !before.contains(name)).collect();
    assert_eq!(new, ["workforce/the-second-cup.toml"]);
    assert_eq!(home.run(&["check", &pack]).code, Some(0));
    assert_eq!(home.run(&["--pack", &pack, "show", "the-second-cup"]).code, Some(0));
}

#[test]
fn a_guide_is_begun_in_the_folder_one_is_in() {
    let home = Home::new();
    let pack = home.pack(&fine_pack());
    // The folder of an area that the pack has not needed so far.
    fs::remove_dir_all(format!("{pack}/young-people")).unwrap();
    let mut command = home.toolkit();
    let output =
        command.args(["new", "my-say", "--area", "young-people"]).current_dir(&pack).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(
        fs::read_to_string(format!("{pack}/young-people/my-say.toml"))
            .unwrap()
            .contains("title = \"My say\"")
    );
}

#[test]
fn no_file_is_written_over() {
    let home = Home::new();
    let pack = home.pack(&fine_pack());
    let before: Vec<_> =
        files(&pack).into_iter().map(|name| fs::read(format!("{pack}/{name}")).unwrap()).collect();
    // The second is in the other area: one id, one guide.
    for name in ["first-tea", "yp-first-tea"] {
        let ran = home.run(&["new", name, "--pack", &pack]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""));
        assert!(ran.err.contains("is there already"), "{}", ran.err);
    }
    let after: Vec<_> =
        files(&pack).into_iter().map(|name| fs::read(format!("{pack}/{name}")).unwrap()).collect();
    assert_eq!(before, after);
}

#[test]
fn nothing_is_written_where_there_is_no_pack() {
    let home = Home::new();
    let ran = home.run(&["new", "tea"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""));
    assert!(ran.err.contains("no pack.toml") && ran.err.contains("--pack"), "{}", ran.err);
    assert_eq!(home.run(&["new", "tea", "--pack", "nowhere"]).code, Some(4));
    for name in ["漢字", "", "..", &"x".repeat(65)] {
        let ran = home.run(&["new", name]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{name}");
    }
}

#[test]
fn no_name_leads_out_of_the_pack() {
    let home = Home::new();
    let pack = home.pack(&fine_pack());
    let ran = home.run(&["new", "../../../etc/x", "--pack", &pack]);
    assert!(ran.out.contains("/workforce/etc-x.toml"), "{ran:?}");
    assert_eq!(home.run(&["new", "x\u{1b}[2J", "--pack", &pack]).code, Some(0));
}

#[cfg(unix)]
#[test]
fn a_folder_that_leads_out_of_the_pack_is_refused() {
    let home = Home::new();
    let pack = home.pack(&fine_pack());
    let outside = tempfile::TempDir::new().unwrap();
    fs::remove_dir_all(format!("{pack}/young-people")).unwrap();
    std::os::unix::fs::symlink(outside.path(), format!("{pack}/young-people")).unwrap();
    let ran = home.run(&["new", "tea", "--area", "young-people", "--pack", &pack]);
    assert_eq!(ran.code, Some(4), "{ran:?}");
    assert!(ran.err.contains("leads out of the pack"), "{}", ran.err);
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    let target = outside.path().join("target.toml");
    std::os::unix::fs::symlink(&target, format!("{pack}/workforce/late.toml")).unwrap();
    assert_eq!(home.run(&["new", "late", "--pack", &pack]).code, Some(4));
    assert!(!target.exists());
}

//! What is found on the disk is damaged, newer, mended by hand, or no file at all.

use std::fs;

use super::Person;

/// A person with three bookmarks.
fn person() -> Person {
    let person = Person::new();
    for words in ["one", "two", "three"] {
        person.mark(words);
    }
    person
}

/// Marks without insisting that nothing is said.
fn mark_anyway(person: &Person, words: &str) -> (Option<i32>, String) {
    let ran = person.run(&["bookmark", "build-relationships#do", words]);
    (ran.code, ran.err)
}

#[test]
fn a_damaged_file_costs_nothing_and_is_kept() {
    let person = person();
    let (main, backup) = (person.data("bookmarks.toml"), person.data("bookmarks.backup.toml"));
    let good = fs::read(&main).unwrap();
    let half = good.len() / 2;
    let damages = [
        Vec::new(),
        good[..1].to_vec(),
        good[..half].to_vec(),
        vec![0; good.len()],
        [&good[..half], b"\xff\xfe"].concat(),
        [&good[..half], b"\x1b]52;c;aGk=\x07"].concat(),
        vec![b'#'; 17 << 20],
    ];
    for (number, damage) in damages.iter().enumerate() {
        fs::write(&main, damage).unwrap();
        let (marks, said) = person.marks();
        assert_eq!(marks.len(), 3 + number, "{said}");
        assert!(said.contains("is damaged (") && said.trim_end().ends_with("bookmarks.toml)"), "{said}");
        // Looking changes nothing.
        assert_eq!(fs::read(&main).unwrap(), *damage);
        let (code, said) = mark_anyway(&person, &format!("new {number}"));
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("is damaged"), "{said}");
        assert_eq!(
            fs::read(person.data(&format!("bookmarks.damaged-{}.toml", number + 1))).unwrap(),
            *damage
        );
        let (marks, said) = person.marks();
        assert_eq!((marks.len(), said.as_str()), (4 + number, ""));
    }
    // And the backup is renewed where it was the damaged one.
    fs::write(&backup, "damaged").unwrap();
    person.mark("last");
    fs::remove_file(&main).unwrap();
    let (marks, said) = person.marks();
    assert_eq!(marks.len(), 4 + damages.len());
    assert!(said.contains("is missing. Its backup was read instead."), "{said}");
}

#[test]
fn with_the_backup_damaged_too_the_copy_of_another_day_is_read() {
    let person = person();
    let names = ["bookmarks.toml", "bookmarks.backup.toml"];
    let good = fs::read(person.data(names[0])).unwrap();
    fs::write(person.data("bookmarks.2100-01-01.toml"), good).unwrap();
    for name in names {
        fs::write(person.data(name), "no = toml = at all").unwrap();
    }
    let (marks, said) = person.marks();
    assert_eq!(marks, ["one", "two", "three"]);
    assert!(said.contains("An older copy was read instead:"), "{said}");
    assert_eq!(mark_anyway(&person, "four").0, Some(0));
    assert_eq!(person.marks().0, ["one", "two", "three", "four"]);
    for number in [1, 2] {
        let kept = fs::read_to_string(person.data(&format!("bookmarks.damaged-{number}.toml"))).unwrap();
        assert_eq!(kept, "no = toml = at all");
    }
}

#[test]
fn a_newer_file_is_left_as_it_is() {
    let person = person();
    let main = person.data("bookmarks.toml");
    let newer = "format = 2\nshape = \"new\"\n";
    fs::write(&main, newer).unwrap();
    let (marks, said) = person.marks();
    assert_eq!(marks, ["one", "two", "three"]);
    assert!(said.contains("written by a newer toolkit") && said.contains("up to date"), "{said}");
    for _ in 0..3 {
        let (code, said) = mark_anyway(&person, "four");
        assert_eq!(code, Some(4));
        assert!(said.contains("was not kept") && said.contains("written by a newer toolkit"), "{said}");
    }
    assert_eq!(fs::read_to_string(main).unwrap(), newer);
}

#[test]
fn a_file_that_was_mended_by_hand_is_read_and_a_copy_kept() {
    let person = person();
    let main = person.data("bookmarks.toml");
    let mended = fs::read_to_string(&main).unwrap().replace("\"two\"", "\"mended\"");
    fs::write(&main, &mended).unwrap();
    let (marks, said) = person.marks();
    assert_eq!(marks, ["one", "mended", "three"]);
    assert!(said.contains("was changed by hand"), "{said}");
    assert_eq!(mark_anyway(&person, "four").0, Some(0));
    assert_eq!(
        person.marks(),
        (["one", "mended", "three", "four"].map(str::to_owned).to_vec(), String::new())
    );
    assert_eq!(fs::read_to_string(person.data("bookmarks.edited-1.toml")).unwrap(), mended);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_and_not_followed() {
    use std::os::unix::fs::symlink;
    let person = person();
    let main = person.data("bookmarks.toml");
    let elsewhere = person.path("elsewhere.toml");
    fs::rename(&main, &elsewhere).unwrap();
    let content = fs::read(&elsewhere).unwrap();
    let make: [&dyn Fn(); 3] =
        [&|| fs::create_dir(&main).unwrap(), &|| symlink("nowhere", &main).unwrap(), &|| {
            symlink("/dev/zero", &main).unwrap();
        }];
    for make in make {
        make();
        let (marks, said) = person.marks();
        assert_eq!(marks, ["one", "two", "three"]);
        assert!(said.contains("is not an ordinary file"), "{said}");
        let (code, said) = mark_anyway(&person, "four");
        assert_eq!(code, Some(4));
        assert!(said.contains("is not an ordinary file") && said.contains("Move it away"), "{said}");
        fs::remove_dir(&main).or_else(|_| fs::remove_file(&main)).unwrap();
    }
    assert_eq!(fs::read(&elsewhere).unwrap(), content);
    // A link to a file of one's own is as good as the file, for its backup and its copies, too.
    symlink("../../../elsewhere.toml", &main).unwrap();
    person.mark("four");
    assert_eq!(person.marks(), (["one", "two", "three", "four"].map(str::to_owned).to_vec(), String::new()));
    assert!(fs::symlink_metadata(&main).unwrap().is_symlink());
    assert!(fs::read_to_string(&elsewhere).unwrap().contains("four"));
    let listed = person.run(&["paths"]).out;
    assert!(listed.contains("elsewhere.toml") && listed.contains("is a link"), "{listed}");
    assert_eq!(person.run(&["forget", "--yes"]).code, Some(0));
    assert!(!elsewhere.exists() && !main.exists());
}

#[test]
fn what_was_left_by_a_program_that_was_killed_is_no_hindrance() {
    let person = person();
    fs::write(person.data("bookmarks.tmp"), "half of a fi").unwrap();
    person.mark("four");
    assert_eq!(person.marks().0.len(), 4);
    assert!(!person.data("bookmarks.tmp").exists());
}

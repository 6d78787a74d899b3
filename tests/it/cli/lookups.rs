//! `check --lookups`: what is said of a file of lookups, and how it ends.

use super::Home;

const GOOD: &str = r#"
floor = { first = 0.5, in-three = 0.5 }

[[lookup]]
words = "supervision"
guides = ["supervision"]
about = "title words"

[[lookup]]
words = "zqxwv"
guides = ["keeping-staff", "supervision"]
about = "nonsense"
"#;

#[test]
fn the_groups_and_what_is_missed_are_told() {
    let home = Home::new();
    let file = home.file(GOOD.as_bytes());
    let ran = home.run(&["check", "--lookups", &file]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    let miss = "zqxwv (nonsense)\n  right: keeping-staff or supervision, not found\n  first: nothing\n";
    assert!(ran.out.contains(miss), "{}", ran.out);
    let rows: Vec<String> = ran.out.lines().map(super::words).collect();
    for row in ["title words 1 1.000 1.000 1.000", "nonsense 1 0.000 0.000 0.000", "all 2 0.500 0.500 0.500"]
    {
        assert!(rows.iter().any(|found| found == row), "{row}: {}", ran.out);
    }
    assert!(ran.out.ends_with("The floor is reached.\n"), "{}", ran.out);
}

#[test]
fn below_the_floor_it_fails_and_the_command_line_goes_before_the_file() {
    let home = Home::new();
    let file = home.file(GOOD.as_bytes());
    let ran = home.run(&["check", "--lookups", &file, "--first", "0.6"]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.out.contains("first 0.500, where 0.6 is asked for.\n"), "{}", ran.out);
    assert!(!ran.out.contains("in three 0.500, where"), "{}", ran.out);
    assert_eq!(home.run(&["check", "--lookups", &file, "--in-three", "0.6"]).code, Some(3));
    let high = home.file(GOOD.replace("first = 0.5", "first = 0.9").as_bytes());
    assert_eq!(home.run(&["check", "--lookups", &high]).code, Some(3));
    assert_eq!(home.run(&["check", "--lookups", &high, "--first", "0"]).code, Some(0));
    assert_eq!(home.run(&["check", "--lookups", &high, "--first", "2"]).code, Some(2));
    assert_eq!(home.run(&["check", "--first", "0.5"]).code, Some(2), "a floor of nothing");
}

#[test]
fn other_programs_get_the_same() {
    let home = Home::new();
    let file = home.file(GOOD.as_bytes());
    let json = home.run(&["check", "--lookups", &file, "--json"]).json();
    assert_eq!((&json["lookups"], &json["first"], &json["reached"]), (&2.into(), &0.5.into(), &true.into()));
    assert_eq!(json["floor"]["in_three"], 0.5);
    assert_eq!(json["groups"][0]["about"], "nonsense");
    let miss = &json["misses"][0];
    assert_eq!((&miss["words"], &miss["rank"]), (&"zqxwv".into(), &serde_json::Value::Null));
    assert_eq!(miss["right"][0], "keeping-staff");
}

#[test]
fn all_that_is_wrong_with_the_file_is_said_with_its_place() {
    let home = Home::new();
    let wrong = GOOD.replace("\"keeping-staff\"", "\"keping-staff\"").replace("zqxwv", "Supervision");
    let file = home.file(wrong.replace("[\"supervision\"]", "[]").as_bytes());
    let ran = home.run(&["check", "--lookups", &file]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(3), ""));
    for said in
        [":4:1: nothing is right here", ":10:9: ", "line 5", ":11:11: ", "`keeping-staff`", "3 mistakes"]
    {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
    let json = home.run(&["check", "--lookups", &file, "--json"]);
    assert_eq!((json.code, json.json()["mistakes"].as_array().map(Vec::len)), (Some(3), Some(3)));
    assert_eq!(home.run(&["check", "--lookups", "nowhere"]).code, Some(4));
}

#[test]
fn lookups_are_asked_of_the_pack_that_is_named() {
    let home = Home::new();
    let pack = home.pack(&crate::checks::fine_pack());
    let file = home.file(b"[[lookup]]\nwords = \"first tea\"\nguides = [\"first-tea\"]\n");
    let ran = home.run(&["check", &pack, "--lookups", &file]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    assert!(ran.out.starts_with("     lookups  first"), "{}", ran.out);
    let other = home.file(GOOD.as_bytes());
    assert_eq!(
        home.run(&["check", "--pack", &pack, "--lookups", &other]).code,
        Some(3),
        "its guides are not there"
    );
}

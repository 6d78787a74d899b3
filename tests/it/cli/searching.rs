//! `search`, one query or many.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use real_toolkit::bundled;
use real_toolkit::search::Search;
use serde_json::Value;

use super::{Home, Ran, widest};

const QUERY: &str = "she keeps pushing me away";

#[test]
fn results_as_json_are_those_of_the_search() {
    let home = Home::new();
    let library = bundled::library();
    let search = Search::build(&library);
    for (query, number) in [(QUERY, 10), ("boundries", 3), ("qqzzxx mental helth", 10)] {
        let hits = search.find(&library, query, number).hits;
        let json = home.run(&["search", "--json", "-n", &number.to_string(), query]).json();
        let results = json.as_array().unwrap();
        assert_eq!(results.len(), hits.len(), "{query}");
        for (result, hit) in results.iter().zip(&hits) {
            let Some(guide) = hit.guide().map(|guide| library.guide(guide)) else {
                assert!(
                    result["term"].is_string() != result["theme"].is_string() && result["guide"].is_null()
                );
                continue;
            };
            assert_eq!(result["guide"], guide.slug.as_str());
            assert_eq!(result["title"], guide.title.as_str());
            assert!(result["score"].as_f64().unwrap() > 0.0);
            let section = guide.sections.iter().position(|section| section.id == result["section"]).unwrap();
            let Some(passage) = hit.passage() else {
                assert_eq!(result["passage"], guide.summary.as_str());
                continue;
            };
            let prose = &guide.blocks[passage.span.block as usize].prose;
            let text = prose.slice(passage.span.range());
            assert_eq!(section, passage.section);
            assert_eq!(result["passage"], text);
            assert_eq!(result["heading"], guide.heading_of(passage.span.block));
            let marks = result["marks"].as_array().unwrap();
            assert_eq!(marks.len(), passage.marks.len());
            for (mark, bytes) in marks.iter().zip(&passage.marks) {
                let at = |end: usize| usize::try_from(mark[end].as_u64().unwrap()).unwrap();
                let marked: String = text.chars().skip(at(0)).take(at(1) - at(0)).collect();
                assert_eq!(marked, prose.slice(bytes.clone()));
            }
        }
    }
}

#[test]
fn words_may_stand_apart_or_together_and_scores_fall() {
    let home = Home::new();
    let apart = home.run(&["search", "--json", "she", "keeps", "pushing", "me", "away"]);
    let together = home.run(&["search", QUERY, "--json"]);
    assert_eq!(apart.out, together.out);
    let json = together.json();
    let scores: Vec<_> = json.as_array().unwrap().iter().map(|one| one["score"].as_f64().unwrap()).collect();
    assert!(scores.len() == 10 && scores.is_sorted_by(|a, b| a >= b));
}

#[test]
fn a_result_says_what_it_is_where_and_how_it_was_found() {
    let home = Home::new();
    let exact = home.run(&["search", "--json", "-n", "1", "strict one day soft the next"]).json()[0].clone();
    let address = format!("{}#{}", exact["guide"].as_str().unwrap(), exact["section"].as_str().unwrap());
    assert_eq!(exact["address"], address.as_str());
    assert_eq!((&exact["kind"], &exact["match"]), (&"passage".into(), &"exact".into()));
    assert_eq!((&exact["unsure"], &exact["corrections"]), (&false.into(), &serde_json::json!([])));
    assert!((0.0..=1.0).contains(&exact["coverage"].as_f64().unwrap()), "{exact}");
    let mended = home.run(&["search", "--json", "-n", "1", "boundries with young people"]).json()[0].clone();
    assert_eq!(mended["match"], "corrected");
    assert_eq!(
        mended["corrections"],
        serde_json::json!([{ "typed": "boundries", "taken_as": "boundaries" }])
    );
    let unsure = home.run(&["search", "--json", "how to bake scones"]).json();
    let results = unsure.as_array().unwrap();
    assert!(results.len() <= 3 && results.iter().all(|one| one["unsure"] == true), "{unsure}");
    let listed = home.run(&["search", "--json", "-n", "1", "kind:theory"]).json()[0].clone();
    assert_eq!((&listed["kind"], &listed["coverage"]), (&"guide".into(), &Value::Null), "{listed}");
    assert_eq!(listed["address"], listed["guide"]);
}

#[test]
fn an_answer_that_is_none_says_so_above_its_results() {
    let home = Home::new();
    let ran = home.run(&["search", "how to bake scones"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("No guide speaks of this directly. Nearest:"), "{}", ran.err);
    assert!(ran.out.starts_with("1. ") && !ran.out.contains("\n4. "), "{}", ran.out);
    assert!(!home.run(&["search", "boundaries"]).err.contains("directly"));
}

#[test]
fn the_passages_of_a_guide_stand_under_its_title_once() {
    let home = Home::new();
    let words = ["search", "who counts as a corporate parent", "-n", "3"];
    let ran = home.run(&words);
    let json = home.run(&[&words[..], &["--json"]].concat()).json();
    let results = json.as_array().unwrap();
    assert!(results[0]["guide"] == results[1]["guide"], "{json}");
    let title = results[0]["title"].as_str().unwrap();
    assert_eq!(ran.out.matches(&format!(". {title}\n")).count(), 1, "{}", ran.out);
    for (number, result) in (1..).zip(results) {
        assert!(ran.out.contains(&format!("{number}. ")), "{}", ran.out);
        let text = super::words(&ran.out);
        let first: Vec<&str> = result["passage"].as_str().unwrap().split(' ').take(4).collect();
        assert!(text.contains(&first.join(" ")), "{first:?} in {text}");
    }
    assert!(!ran.out.contains("People say"), "{}", ran.out);
}

#[test]
fn a_lead_in_is_followed_by_what_it_leads_to() {
    let home = Home::new();
    let (library, search) = (bundled::library(), bundled::search());
    let lead_in = library.guides.iter().find_map(|guide| {
        let is_lead_in = |at: usize| {
            let text = &guide.blocks[at].prose.text;
            text.ends_with(':') && text.len() > 60 && !guide.blocks[at + 1].nesting.is_empty()
        };
        let mut places = (0..guide.blocks.len() - 1).filter(|at| is_lead_in(*at));
        places
            .find(|at| {
                let text = &guide.blocks[*at].prose.text;
                let hits = search.find(&library, &text.replace([':', '-'], " "), 1).hits;
                hits.first()
                    .and_then(|hit| hit.passage())
                    .is_some_and(|found| found.span.block as usize == *at)
            })
            .map(|at| (guide, at))
    });
    let (guide, at) = lead_in.expect("some lead-in is found by its own words");
    let (text, item) =
        (guide.blocks[at].prose.text.replace([':', '-'], " "), &guide.blocks[at + 1].prose.text);
    let found = home.run(&["search", "--json", "-n", "1", &text]).json()[0].clone();
    assert_eq!(found["passage"], guide.blocks[at].prose.text.as_str());
    assert_eq!(found["items"][0], item.as_str());
    let shown = super::words(&home.run(&["search", "-n", "1", &text]).out);
    let first: Vec<&str> = item.split(' ').take(2).collect();
    assert!(shown.contains(&format!(": {}", first.join(" "))), "{shown}");
}

#[test]
fn words_of_danger_are_answered_with_what_to_do_first() {
    let home = Home::new();
    let words = ["search", "i want to kill myself"];
    let ran = home.run(&words);
    let panel = "Someone talks of suicide, or has tried\n";
    assert!(ran.code == Some(0) && ran.out.starts_with(panel), "{}", ran.out);
    assert!(ran.out.contains("999") && ran.out.contains("toolkit safety suicide"), "{}", ran.out);
    assert!(ran.out.find("toolkit safety").unwrap() < ran.out.find("1. ").unwrap());
    let json = home.run(&[&words[..], &["--json", "-n", "2"]].concat()).json();
    let first = &json[0];
    assert_eq!((&first["safety"], &first["title"]), (&"suicide".into(), &panel.trim().into()));
    assert!(first["first"][0].as_str().unwrap().contains("999") && first["area"].is_string(), "{first}");
    assert!(json.as_array().unwrap()[1..].iter().all(|one| one["safety"].is_null()));
    let plain = home.run(&[&words[..], &["--plain", "-n", "2"]].concat()).out;
    let line: Vec<&str> = plain.lines().next().unwrap().split('\t').collect();
    assert!(line[..3] == ["safety", "suicide", panel.trim()] && line[3].contains("999"), "{plain}");
    let file = home.file(b"boundaries\ni want to kill myself\n");
    let batch = home.run(&["search", "--batch", &file, "-n", "1"]).out;
    let lines: Vec<Value> = batch.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&lines[0]["safety"], &lines[0]["unsure"]), (&Value::Null, &false.into()));
    assert_eq!(lines[1]["safety"], "suicide");
}

#[test]
fn words_of_danger_are_seen_before_anything_is_left_out_and_where_nothing_is_found() {
    let home = Home::new();
    for words in [
        &["search", "--json", "i want to -kill myself"][..],
        &["search", "--json", "kind:theory \"suicidal zqxwv bnmrt\""],
    ] {
        let ran = home.run(words);
        assert_eq!((ran.code, &ran.json()[0]["safety"]), (Some(0), &"suicide".into()), "{words:?}");
    }
    for words in ["killing time before the shift", "the rota is killing us"] {
        let ran = home.run(&["search", "--json", words]);
        assert!(ran.json().as_array().unwrap().iter().all(|one| one["safety"].is_null()), "{words}");
    }
}

#[test]
fn results_to_read_say_where_and_what_to_type() {
    let home = Home::new();
    let ran = home.run(&["search", "boundries"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("for “boundries”"), "{}", ran.err);
    assert!(widest(&ran.out) <= 80);
    let json = home.run(&["search", "--json", "-n", "5", "boundries"]).json();
    for (index, result) in json.as_array().unwrap().iter().enumerate() {
        assert!(ran.out.contains(&format!("{}. ", index + 1)));
        let Some(place) = result["address"].as_str() else { continue };
        assert!(ran.out.contains(place), "{place} in {}", ran.out);
        assert_eq!(home.run(&["show", place]).code, Some(0));
    }
    assert!(!ran.out.contains("6. "));
}

#[test]
fn plain_results_are_twelve_fields_a_line() {
    let home = Home::new();
    let words = ["search", "-n", "4", "boundries with young people"];
    let plain = home.run(&[&words[..], &["--plain"]].concat()).out;
    let json = home.run(&[&words[..], &["--json"]].concat()).json();
    assert_eq!(plain.lines().count(), 4);
    for (line, result) in plain.lines().zip(json.as_array().unwrap()) {
        let fields: Vec<_> = line.split('\t').collect();
        assert_eq!(fields.len(), 12, "{line}");
        for (field, name) in fields.iter().zip(["guide", "section", "title", "heading"]) {
            assert!(result["guide"].is_null() || *field == result[name].as_str().unwrap());
        }
        assert!(fields[4].parse::<f64>().is_ok() && !fields[5].is_empty());
        for (field, name) in fields[6..].iter().zip(["address", "kind", "match"]) {
            assert!(result["guide"].is_null() || *field == result[name].as_str().unwrap());
        }
        assert_eq!((fields[10], fields[11]), ("boundries=boundaries", ""));
    }
}

#[test]
fn a_search_can_be_narrowed_and_finds_all_the_same() {
    let home = Home::new();
    let json = home.run(&["search", "--json", "--area", "young-people", "-n", "3", "rights at home"]).json();
    let guides: Vec<_> = json.as_array().unwrap().iter().map(|one| one["guide"].as_str().unwrap()).collect();
    assert!(guides.len() == 3 && guides.iter().all(|guide| guide.starts_with("yp-")), "{guides:?}");
    let library = bundled::library();
    let theme = &library.themes[0];
    let json = home.run(&["search", "--json", "--theme", &theme.slug, "rota"]).json();
    let of_theme = |one: &Value| {
        let id = library.guide_id(one["guide"].as_str().unwrap()).unwrap();
        theme.guides.contains(&id)
    };
    assert!(json.as_array().unwrap().iter().all(of_theme));
}

#[test]
fn nothing_found_is_said_and_is_exit_1() {
    let home = Home::new();
    for words in [&["search", "\u{1}"][..], &["search", ""], &["search", "…"]] {
        let ran = home.run(words);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{words:?}");
        assert!(ran.err.contains("toolkit list"));
    }
    let json = home.run(&["search", "--json", ""]);
    assert_eq!((json.code, json.out.as_str(), json.err.as_str()), (Some(1), "[]\n", ""));
}

#[test]
fn a_batch_answers_every_line_with_a_line() {
    let home = Home::new();
    let queries = b"boundries\n\nthe \xff rota\r\nan \x1b]0;x\x07 escape\nlast";
    let file = home.file(queries);
    let from_file = home.run(&["search", "--batch", &file, "-n", "2"]);
    let output =
        home.toolkit().args(["search", "-n", "2", "--batch", "-"]).write_stdin(&queries[..]).output();
    let from_stdin = Ran::of(&output.unwrap());
    assert_eq!(from_file.out, from_stdin.out);
    assert_eq!((from_file.code, from_file.err.as_str()), (Some(0), ""));
    let lines: Vec<Value> = from_file.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let asked: Vec<_> = lines.iter().map(|line| line["query"].as_str().unwrap()).collect();
    assert_eq!(asked, ["boundries", "", "the \u{fffd} rota", "an \u{fffd}]0;x\u{fffd} escape", "last"]);
    let one = home.run(&["search", "--json", "-n", "2", "boundries"]).json();
    assert_eq!(lines[0]["results"], one);
    assert_eq!(lines[1]["results"], serde_json::json!([]));
    assert!(!lines[2]["results"].as_array().unwrap().is_empty());
    assert_eq!(home.run(&["search", "--batch", "nowhere"]).code, Some(4));
    assert_eq!(home.run(&["search", "--batch", &file, "words"]).code, Some(2));
}

#[test]
fn a_batch_is_a_stream_that_answers_before_the_next_question() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_toolkit"))
        .args(["search", "--batch", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    for query in ["rota", "boundaries"] {
        writeln!(stdin, "{query}").unwrap();
        let mut answer = String::new();
        answers.read_line(&mut answer).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&answer).unwrap()["query"], query);
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_term_and_a_theme_answer_as_themselves() {
    let home = Home::new();
    let term = home.run(&["search", "--json", "debrief"]).json();
    let term = term.as_array().unwrap().iter().find(|one| one["guide"].is_null()).unwrap();
    assert_eq!((&term["term"], &term["section"]), (&Value::from("reflective-practice"), &Value::Null));
    assert!(term["passage"].as_str().unwrap().starts_with("Looking back on what happened"));
    let plain = home.run(&["search", "--plain", "debrief"]).out;
    assert!(plain.lines().any(|line| line.starts_with("term:reflective-practice\t\t")), "{plain}");
    let library = bundled::library();
    let theme = &library.themes[0];
    let json = home.run(&["search", "--json", &theme.title]).json();
    assert!(json.as_array().unwrap().iter().any(|one| one["theme"] == theme.slug.as_str()));
}

#[test]
fn filters_phrases_and_words_to_leave_out_can_be_typed() {
    let home = Home::new();
    let by_flag = home.run(&["search", "--json", "--kind", "wellbeing", "--area", "workforce", "sleep"]);
    let typed = home.run(&["search", "--json", "kind:well sleep area:work"]);
    assert_eq!(by_flag.json().as_array().unwrap().len(), typed.json().as_array().unwrap().len());
    let with = home.run(&["search", "--plain", "-n", "40", "rota"]).out;
    let without = home.run(&["search", "--plain", "-n", "40", "rota -supervision"]).out;
    assert!(without.lines().count() < with.lines().count());
    let apart = home.run(&["search", "\"rota young\""]);
    assert!(apart.err.contains("Not side by side"), "{}", apart.err);
    let unknown = home.run(&["search", "--", "theme:zzz rota"]);
    assert!(unknown.err.contains("No theme is called “zzz”"), "{}", unknown.err);
    let outside = home.run(&["search", "kind:theory lone working"]);
    assert!(outside.code.is_some());
}

#[test]
fn words_can_be_left_out_and_a_filter_may_stand_apart() {
    let home = Home::new();
    let ran = home.run(&["search", "rota", "-supervision", "--plain", "-n", "40"]);
    assert_eq!(ran.out, home.run(&["search", "--plain", "-n", "40", "rota -supervision"]).out);
    assert_eq!(
        home.run(&["search", "--json", "kind:", "theory", "loss"]).out,
        home.run(&["search", "--json", "kind:theory loss"]).out
    );
    let unknown = home.run(&["search", "theme:nope rota"]);
    assert!(unknown.err.contains("looked for as a word. The names of all themes"), "{}", unknown.err);
}

#[test]
fn what_cannot_be_read_is_said_without_the_words_of_the_system() {
    let home = Home::new();
    for (file, why) in [("nowhere", "there is no such file"), ("/", "it is a folder")] {
        let ran = home.run(&["search", "--batch", file]);
        assert_eq!(ran.code, Some(4), "{file}");
        assert!(ran.err.starts_with("toolkit: the queries") && ran.err.contains(why), "{}", ran.err);
        assert!(!ran.err.contains("os error"), "{}", ran.err);
    }
}

#[test]
fn explain_says_in_a_line_each_why_a_result_is_there() {
    let home = Home::new();
    let ran = home.run(&["search", "--explain", "-n", "4", "bounderies with young people"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!((ran.code, lines.len()), (Some(0), 4));
    for (line, number) in lines.iter().zip(1..) {
        assert!(line.starts_with(&format!("{number}. ")) && line.contains("; score "), "{line}");
    }
    assert!(ran.out.contains("mends “bounderies”"), "{}", ran.out);
    assert_eq!(home.run(&["search", "--explain", "-n", "4", "bounderies with young people"]).out, ran.out);
    assert_eq!(home.run(&["search", "--explain", "--json", "x"]).code, Some(2));
    let full = home.run(&["search", "--explain=full", "-n", "1", "bounderies with young people"]).out;
    assert!(full.contains("mends “bounderies”) in ") && full.lines().count() > 4, "{full}");
    let said = home.run(&["search", "--explain", "-n", "1", "strict one day soft the next"]).out;
    assert!(said.contains("; people say “"), "{said}");
}

#[test]
fn where_nothing_fits_a_guess_and_the_themes_are_offered() {
    let home = Home::new();
    let ran = home.run(&["search", "zuppervizzion"]);
    assert!(ran.err.contains("Did you mean “supervision”?"), "{}", ran.err);
    assert!(ran.err.contains(&bundled::library().themes[0].title), "{}", ran.err);
}

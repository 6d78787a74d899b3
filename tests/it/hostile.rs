//! Packs made to do harm: two thousand of them, and none gets further than a report.

use real_toolkit::pack::{Opened, Source, SourceError, open};

use crate::support::{Chance, good_pack, is_safe, strings};

const PACKS: u64 = 2_000;

/// What is put into texts: commands for terminals, characters that nobody sees, marks in heaps.
const PAYLOADS: &[&str] = &[
    "\u{1b}]52;c;cHduZWQ=\u{7}",
    "\u{1b}[2J",
    "\u{9b}31m",
    "\u{90}q\u{9c}",
    "\u{8}\u{8}\u{7f}",
    "\\u001b]0;x\\u0007",
    "\\e[2J\\x9b31m",
    "\\u202e\\u2066\\u200b",
    "\u{202e}",
    "\u{2028}\u{2029}",
    "\u{fff9}a\u{fffa}b\u{fffb}",
    "\u{e0041}\u{e007f}",
    "\u{fdd0}\u{e000}\u{10ffff}",
    "\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}",
    "&#27;]0;x&#7;&#x202e;&#x9b;",
    "&#769;&#769;&#769;&#769;&#769;&#769;&#769;&#769;&#769;&#769;",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](guide:one#\u{202e})",
    "[x](guide:\\u001b)",
    "[x](https://a\\u202eb)",
    "[x]: <ref:\\e>\n[x]",
    "\r",
    "\u{0}",
    "\t",
    "\"\"\"",
    "'''",
    "\\",
];

const VALUES: &[&str] = &[
    "5",
    "-1",
    "true",
    "[]",
    "{}",
    "1.5",
    "nan",
    "1979-05-27",
    "\"\"",
    "[1]",
    "[[\"a\"]]",
    "{a=1}",
    "00:00:01",
    "''",
];

const IDS: &[&str] = &[
    "../../x", "/tmp/x", "..", "", " ", "a/b", "-rf", "CON", "ID", "a\\nb", "\\e[31m", "e\u{301}", "\\u202e",
    "one", "two", "top",
];

const NESTED: &[(&str, &str, &str)] = &[
    ("[", "", "]"),
    ("{a=", "1", "}"),
    ("[{a=", "1", "}]"),
    ("[[", "", "]"),
    ("{a=[", "", ""),
    ("a.", "b = 1", ""),
];

const MARKUP: &[&str] = &[
    "[",
    "*",
    "`",
    "> ",
    "- ",
    "1. ",
    "|a",
    "<",
    "&",
    "#",
    "[a](",
    "![",
    "\n> - ",
    "~~~\n",
    "\n\n| a |\n|---|\n",
    "**_",
    "_",
];

type Mutation = fn(&mut Chance, &mut Vec<Vec<u8>>);

const MUTATIONS: &[(&str, Mutation)] = &[
    ("truncated", |chance, files| {
        let file = one_of(chance, files);
        let end = chance.below(file.len());
        file.truncate(end);
    }),
    ("bits flipped", |chance, files| {
        let file = one_of(chance, files);
        for _ in 0..=chance.below(4) {
            let (at, bit) = (chance.below(file.len()), chance.below(8));
            if let Some(byte) = file.get_mut(at) {
                *byte ^= 1 << bit;
            }
        }
    }),
    ("bytes put in", |chance, files| {
        let file = one_of(chance, files);
        for _ in 0..=chance.below(4) {
            let at = chance.below(file.len() + 1);
            file.insert(at, *chance.one_of(b"\"'[]{}=.,#\\\n\t\x00\x1b\x7f\xff\xc0\xed0eE+-_:`*<>|"));
        }
    }),
    ("value of another type", |chance, files| {
        let value = *chance.one_of(VALUES);
        edit_line(chance, files, |_, line| {
            Some(format!("{}= {value}", line.split('=').next().unwrap_or_default()))
        });
    }),
    ("text put in", |chance, files| {
        let payload = *chance.one_of(PAYLOADS);
        edit_text(chance, files, |chance, text| {
            let at = chance.boundary(text);
            text.insert_str(at, payload);
        });
    }),
    ("text put in a string", |chance, files| {
        let payload = *chance.one_of(PAYLOADS);
        edit_line(chance, files, |_, line| Some(line.replacen(" = \"", &format!(" = \"{payload}"), 1)));
    }),
    ("huge text", |chance, files| {
        let piece = *chance.one_of(&["x", "é\u{301} ", "word ", "漢", "[a](guide:x) ", "\\u202e", "`"]);
        let long = piece.repeat(chance.below(60_000));
        edit_line(chance, files, |_, line| Some(line.replacen(" = \"", &format!(" = \"{long}"), 1)));
    }),
    ("nested", |chance, files| {
        let (open, middle, close) = *chance.one_of(NESTED);
        let depth = *chance.one_of(&[10, 79, 80, 81, 1000, 20_000]);
        let key = if open == "a." { "" } else { "zz = " };
        let text = format!("{key}{}{middle}{}\n", open.repeat(depth), close.repeat(depth));
        let file = one_of(chance, files);
        file.splice(0..0, text.into_bytes());
    }),
    ("markup", |chance, files| {
        let piece = *chance.one_of(MARKUP);
        let many = piece.repeat(*chance.one_of(&[1, 9, 200, 5_000]));
        edit_text(chance, files, |chance, text| {
            let lines: Vec<_> = text.match_indices("\n\n").map(|(at, _)| at + 2).collect();
            if let Some(&at) = lines.get(chance.below(lines.len())) {
                text.insert_str(at, &format!("{many}\n"));
            }
        });
    }),
    ("table given twice", |chance, files| {
        edit_text(chance, files, |chance, text| {
            let from = text
                .get(chance.boundary(text)..)
                .and_then(|rest| Some(text.len() - rest.len() + rest.find("[[")?));
            if let Some(again) = from.and_then(|from| text.get(from..)).map(str::to_owned) {
                text.push('\n');
                text.push_str(&again);
            }
        });
    }),
    ("another id", |chance, files| {
        let id = *chance.one_of(IDS);
        edit_line(chance, files, |_, line| line.starts_with("id = ").then(|| format!("id = \"{id}\"")));
    }),
    ("another name", |chance, files| {
        let id = *chance.one_of(IDS);
        for from in ["\"one\"", "\"two\"", "\"here\"", "guide:two", "term:care", "\"smith-2020\""] {
            if chance.below(2) == 0 {
                edit_text(chance, files, |_, text| {
                    *text = text.replace(from, &from.replace(|c: char| c.is_alphanumeric(), id));
                });
            }
        }
    }),
    ("many guides in a circle", |chance, files| {
        let related: Vec<String> = (0..chance.below(300))
            .map(|_| {
                format!("[[related]]\nguide = \"{}\"\nwhy = \"x\"\n", chance.one_of(&["one", "two", "three"]))
            })
            .collect();
        let file = one_of(chance, files);
        file.extend(related.concat().bytes());
    }),
    ("files swapped", |chance, files| {
        let (a, b) = (chance.below(files.len()), chance.below(files.len()));
        files.swap(a, b);
    }),
    ("line deleted", |chance, files| edit_line(chance, files, |_, _| Some(String::new()))),
    ("lines shuffled", |chance, files| {
        edit_text(chance, files, |chance, text| {
            let mut lines: Vec<_> = text.lines().collect();
            for at in (1..lines.len()).rev() {
                lines.swap(at, chance.below(at + 1));
            }
            *text = lines.join("\n");
        });
    }),
    ("other line ends", |chance, files| {
        let end = *chance.one_of(&["\r\n", "\r", "\u{85}", "\u{2028}"]);
        edit_text(chance, files, |_, text| *text = text.replace('\n', end));
    }),
];

fn one_of<'a>(chance: &mut Chance, files: &'a mut [Vec<u8>]) -> &'a mut Vec<u8> {
    let at = chance.below(files.len());
    &mut files[at]
}

/// Edits a file that is still text.
fn edit_text(chance: &mut Chance, files: &mut [Vec<u8>], edit: impl FnOnce(&mut Chance, &mut String)) {
    let at = chance.below(files.len());
    if let Ok(mut text) = String::from_utf8(files[at].clone()) {
        edit(chance, &mut text);
        files[at] = text.into_bytes();
    }
}

/// Edits one of the lines `key = value` of a file, chosen among those that `edit` takes.
fn edit_line(chance: &mut Chance, files: &mut [Vec<u8>], edit: impl Fn(&mut Chance, &str) -> Option<String>) {
    edit_text(chance, files, |chance, text| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let keys: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].contains(" = ")).collect();
        let start = chance.below(keys.len());
        for at in keys.iter().cycle().skip(start).take(keys.len()) {
            if let Some(line) = edit(chance, &lines[*at]) {
                lines[*at] = line;
                break;
            }
        }
        *text = lines.join("\n");
    });
}

/// Returns files as they would be read from a disk.
fn sources(files: Vec<Vec<u8>>) -> Vec<Source> {
    let text = |bytes: Vec<u8>| {
        String::from_utf8(bytes).map_err(|error| {
            let good = error.utf8_error().valid_up_to();
            SourceError::NotUtf8 { before: String::from_utf8_lossy(&error.as_bytes()[..good]).into_owned() }
        })
    };
    let names = good_pack().into_iter().map(|source| source.name);
    names.zip(files).map(|(name, bytes)| Source { name, text: text(bytes) }).collect()
}

/// Checks that what a pack became is safe to show, whatever it is.
fn check(opened: &Opened, what: &str) {
    let report = opened.report.to_string();
    assert!(is_safe(&report), "{what}: {report:?}");
    assert!(strings(&opened.report).iter().all(|text| is_safe(text)), "{what}: {report:?}");
    assert_eq!(opened.library.is_none(), opened.report.has_errors(), "{what}: {report}");
    assert!(opened.report.diagnostics.iter().all(|one| one.to_string().len() < 8192), "{what}: {report}");
    if let Some(library) = &opened.library {
        let unsafe_text = strings(library).into_iter().find(|text| !is_safe(text));
        assert_eq!(unsafe_text, None, "{what}");
    }
}

#[test]
fn two_thousand_hostile_packs_give_a_report_or_a_library() {
    let good: Vec<Vec<u8>> =
        good_pack().into_iter().map(|source| source.text.unwrap().into_bytes()).collect();
    let (mut refused, mut opened) = (0, 0);
    for seed in 0..PACKS {
        let mut chance = Chance::new(seed);
        let mut files = good.clone();
        let mut what = format!("seed {seed}");
        for _ in 0..=chance.below(3) {
            let (name, mutate) = *chance.one_of(MUTATIONS);
            what = format!("{what}, {name}");
            mutate(&mut chance, &mut files);
        }
        let result = open(&sources(files));
        check(&result, &what);
        *if result.library.is_some() { &mut opened } else { &mut refused } += 1;
    }
    assert!(refused > 1_000 && opened > 100, "{refused} refused, {opened} opened");
}

#[test]
fn every_payload_is_harmless_in_every_text() {
    let good = good_pack();
    for (at, source) in good.iter().enumerate() {
        let text = source.text.as_ref().unwrap();
        for (start, quote) in text.match_indices('"') {
            for payload in PAYLOADS {
                let mut files = good.clone();
                let mut hostile = text.clone();
                hostile.insert_str(start + quote.len(), payload);
                files[at].text = Ok(hostile);
                check(&open(&files), &format!("{payload:?} at {start} of {}", source.name));
            }
        }
    }
}

#[test]
fn depth_does_not_overflow_the_stack() {
    // Threads have less stack than the program: what fits here fits there.
    let deep = std::thread::Builder::new().stack_size(256 << 10).spawn(|| {
        for (open_sign, middle, close) in NESTED {
            let key = if *open_sign == "a." { "" } else { "zz = " };
            let text = format!("{key}{}{middle}{}", open_sign.repeat(200_000), close.repeat(200_000));
            check(&open(&[Source::new("workforce/x.toml", text)]), open_sign);
        }
        for piece in MARKUP {
            let mut files = good_pack();
            let text = files[4].text.as_mut().unwrap();
            *text = text.replace("### A heading", &piece.repeat(100_000 / piece.len()));
            check(&open(&files), piece);
        }
    });
    deep.unwrap().join().unwrap();
}

//! Libraries made for tests, through the same door as every pack.

use std::fmt::Write as _;
use std::sync::OnceLock;

use real_toolkit::guide::Library;
use real_toolkit::pack::{self, Source};

const PACK: &str = r#"
format = 1
id = "made"
title = "A made pack"
language = "en"
description = "Made for tests."
attribution = "Made for tests."
licence = "CC0-1.0"
"#;

/// A guide to be made. What it does not say is as short as can be.
#[derive(Clone)]
pub(crate) struct Guide<'a> {
    pub(crate) id: String,
    pub(crate) area: &'a str,
    pub(crate) theme: &'a str,
    pub(crate) title: String,
    pub(crate) text: String,
}

impl Guide<'_> {
    /// Returns a guide for the workforce, in the theme `here`.
    pub(crate) fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        let id = id.into();
        Self { title: format!("The guide {id}"), id, area: "workforce", theme: "here", text: text.into() }
    }

    fn source(&self) -> Source {
        let kind = if self.area == "workforce" { "practice" } else { "young-people" };
        let toml = format!(
            "id = \"{}\"\narea = \"{}\"\nkind = \"{kind}\"\nthemes = [\"{}\"]\ntitle = '''{}'''\n\
             summary = \"In short.\"\nin_brief = [\"In brief.\"]\nalso_said = []\ncoverage = \"other\"\n\
             reviewed = 2026-11-02\nbased_on = []\nreferences = []\n\
             [[section]]\nid = \"know\"\ntitle = \"Know\"\ntext = '''\n{}\n'''\n",
            self.id, self.area, self.theme, self.title, self.text,
        );
        Source::new(format!("{}/{}.toml", self.area, self.id), toml)
    }
}

/// Returns a library of these guides and these themes, without terms and references.
#[track_caller]
pub(crate) fn library(themes: &[&str], guides: &[Guide<'_>]) -> Library {
    let mut list = String::new();
    for theme in themes {
        writeln!(list, "[[theme]]\nid = \"{theme}\"\ntitle = \"Theme {theme}\"\nintro = \"A theme.\"")
            .unwrap();
    }
    let mut sources = vec![Source::new("pack.toml", PACK), Source::new("themes.toml", list)];
    sources.extend(guides.iter().map(Guide::source));
    opened(&sources)
}

#[track_caller]
fn opened(sources: &[Source]) -> Library {
    let opened = pack::open(sources);
    let report = opened.report;
    opened.library.unwrap_or_else(|| unreachable!("the pack is good: {report}"))
}

/// Returns the small pack of the folder beside this file: every kind of block, link and part; with the safety pages of
/// the program, as every pack has them there.
pub(crate) fn small() -> Library {
    static SMALL: OnceLock<Library> = OnceLock::new();
    let small = SMALL.get_or_init(|| {
        let library = opened(&[
            Source::new("pack.toml", include_str!("small/pack.toml")),
            Source::new("themes.toml", include_str!("small/themes.toml")),
            Source::new("glossary.toml", include_str!("small/glossary.toml")),
            Source::new("references.toml", include_str!("small/references.toml")),
            Source::new("workforce/first-meeting.toml", include_str!("small/first-meeting.toml")),
            Source::new("workforce/the-team-room.toml", include_str!("small/the-team-room.toml")),
            Source::new("young-people/yp-your-say.toml", include_str!("small/yp-your-say.toml")),
        ]);
        Library { safety: real_toolkit::bundled::safety().standalone(), ..library }
    });
    small.clone()
}

/// Returns a library of everything that is hard to lay out, and of text that would like to drive the terminal.
pub(crate) fn hostile() -> Library {
    let mut guides: Vec<Guide<'_>> =
        HOSTILE.iter().enumerate().map(|(at, text)| Guide::new(format!("h{at}"), *text)).collect();
    guides.push(Guide::new("long-word", format!("before {} after", "x".repeat(5_000))));
    guides.push(Guide::new("long-code", format!("```\n{}\n```", "漢x".repeat(700))));
    guides.push(Guide::new("marks", format!("e{} {}", "\u{301}".repeat(40), "n\u{303}".repeat(300))));
    let wide = "漢字の長い題名".repeat(8);
    guides
        .push(Guide { title: wide, area: "young-people", ..Guide::new("wide-title", "漢字".repeat(400)) });
    let family = "👩‍👩‍👧‍👧🇬🇧⚠\u{fe0f}✋🏽".repeat(6);
    guides.push(Guide { title: family.clone(), theme: "there", ..Guide::new("emoji", family.repeat(20)) });
    library(&["here", "there"], &guides)
}

/// What is hard, a text each. Escapes are written as TOML literal text after Rust has read them.
const HOSTILE: [&str; 12] = [
    "\u{2066}a\u{202e}b\u{2069} \u{200b}\u{feff}hidden\u{ad} \u{9b}31m \u{90}q \u{fffe}\u{e000} nul",
    "- a\n  - b\n    - c\n      - d\n        1. e\n           - f\n\n             > g\n             >\n             > - h",
    "| a | b | c | d | e | f | g | h |\n|--|:-:|--:|--|--|--|--|--|\n| 漢字漢字 | x | https://example.org/a/long/address | | | | | y |",
    "| only a head |\n|--|",
    "| 👩‍🔬 | שלום |\n|--:|:-:|\n| ⚠\u{fe0f} | لا لا لا |\n| e\u{301} | ｶﾞｶﾞ |",
    "> **Voice**\n>\n> שלום עולם, this goes both ways.\n>\n> ```\n> code in a callout that is rather wide for any page at all, and wider\n> ```",
    "```diagram\n+----------------------------------------------------------------------------------------------+\n```\n\
     ```words\nA wide line.\n```",
    "---\n\n---\n\n---",
    "[](guide:h0)[a](guide:h1)[](https://example.org)[\u{301}](guide:h2) [漢](guide:h3)[字](guide:h4)",
    "*a **b `c [d *e*](guide:h0) f` g** h* ~x~ <https://example.org/averylongaddresswithoutanybreaksinitatallitseems>",
    "10\u{a0}000\u{a0}000\u{a0}km\u{a0}of\u{a0}no\u{a0}break\u{a0}at\u{a0}all\u{a0}in\u{a0}this\u{a0}line",
    "1. one\n2. two\n\n999999999. a large number\n\n> > > > deep\n\n### A heading\n\n### Another heading",
];

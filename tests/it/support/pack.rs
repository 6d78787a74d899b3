//! A good small pack, with every key of the format, and the way to break it.

use real_toolkit::pack::Source;

const PACK: &str = r#"format = 1
id = "small"
title = "A small pack"
language = "en"
description = """
About [one](guide:one) and [care](term:care).
"""
attribution = "Made for tests"
licence = "CC0-1.0"
"#;

const THEMES: &str = r#"[[theme]]
id = "here"
title = "Here"
intro = "A theme."
order = ["two"]

[[theme]]
id = "there"
title = "There"
intro = "Another theme."
"#;

const GLOSSARY: &str = r#"[[term]]
id = "care"
title = "Care"
also_said = ["caring"]
meaning = "Looking after."
see = ["one"]

[[term]]
id = "bond"
title = "A bond"
meaning = "What holds."
general = true
"#;

const REFERENCES: &str = r#"[[reference]]
id = "smith-2020"
kind = "article"
author = "Smith, A."
year = "2020"
title = "On care"
source = "A journal, 1(2)"
address = "https://example.org/care?a=1"
uncertain = "the year is not certain"

[[reference]]
id = "page-one"
kind = "web"
title = "Page one"
"#;

const ONE: &str = r#"id = "one"
title = "Guide one"
area = "workforce"
kind = "practice"
themes = ["here", "there"]
summary = "The first guide."
in_brief = ["Be *there*.", "See [two](guide:two#know)."]
also_said = ["first", "number one"]
coverage = "full"
reviewed = 2026-11-02
based_on = ["page-one"]
references = ["smith-2020"]

[[learning]]
element = "reflection"

[[related]]
guide = "two"
why = "it comes next"

[[section]]
id = "feel"
title = "Feel"
text = """
Some [care](term:care) and a [bond](term:bond).

### A heading

- 漢字 \u00e9 [two](guide:two), \
  [Smith](ref:smith-2020)
- [web](https://example.org)
"""

[[section]]
id = "do"
title = "Do"
text = """
```diagram
.-.
```
```words
A lid.
```
"""

[[question]]
text = "What would [two](guide:two) say?"

[[question]]
text = "And what would you?"
"#;

const TWO: &str = r#"id = "two"
title = "Another guide"
area = "young-people"
kind = "young-people"
themes = ["here"]
summary = "The second guide."
coverage = "other"
reviewed = 2026-01-31

[[related]]
guide = "one"
why = "the other way round"

[[section]]
id = "know"
title = "Know"
text = "A [bond](term:bond) with [one](guide:one#questions)."
"#;

const DANGER: &str = r#"fillers = "the is"
harmless = "kill time"
young = "my @family"

[[class]]
id = "family"
words = "mum dad"

[[danger]]
situation = "danger"
phrases = """
@family hit+
! fire
"""
"#;

const PLANS: &str = r#"[[plan]]
id = "first"
title = "First"
for = "For the first time."
also_said = ["a first plan"]

[[plan.item]]
own = "How are you?"
minutes = 5

[[plan.item]]
question = "one#questions"
at = "And what would"

[[plan.item]]
passage = "one#feel"
at = "Some care"

[[plan]]
id = "second"
title = "Second"
for = "For another time."

[[plan.item]]
own = "And now?"
"#;

const LEARNING: &str = r#"source = "A council"
checked = 2026-11-30

[[element]]
id = "reflection"
title = "Reflection"
"#;

const SAFETY: &str = include_str!("fine/safety.toml");

/// Returns the files of a pack that has nothing wrong with it.
pub(crate) fn good_pack() -> Vec<Source> {
    vec![
        Source::new("danger.toml", DANGER),
        Source::new("glossary.toml", GLOSSARY),
        Source::new("learning.toml", LEARNING),
        Source::new("pack.toml", PACK),
        Source::new("plans.toml", PLANS),
        Source::new("references.toml", REFERENCES),
        Source::new("safety.toml", SAFETY),
        Source::new("themes.toml", THEMES),
        Source::new("workforce/one.toml", ONE),
        Source::new("young-people/two.toml", TWO),
    ]
}

/// Returns the good pack with `from` replaced by `to` in one of its files, once.
pub(crate) fn edited(file: &str, from: &str, to: &str) -> Vec<Source> {
    let mut sources = good_pack();
    let source = sources.iter_mut().find(|source| source.name == file).unwrap();
    let text = source.text.as_mut().unwrap();
    assert!(text.contains(from), "{file} has no {from:?}");
    *text = text.replacen(from, to, 1);
    sources
}

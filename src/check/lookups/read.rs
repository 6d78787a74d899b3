//! A file of lookups, read: all of it, or everything that is wrong with it, each with its place.

use std::collections::HashMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Answering, Figure, Floor, Lookup, Lookups};
use crate::guide::{GuideId, Library, TermId};
use crate::text::{Problem, clean_line, fold_text, line_column, nearest, truncate};

/// An example of a lookup, for whoever has none.
const EXAMPLE: &str = "\
write `[[lookup]]`, and below it `words = \"she keeps pushing me away\"` and `guides = [\"build-relationships\"]`";

/// The columns of a name or of typed words that stand in a message.
const SHOWN: usize = 60;

type Value<'a> = Spanned<DeValue<'a>>;

/// Reads the text of a file of lookups for a library.
///
/// # Errors
///
/// Something is wrong with it: everything that is, in order of lines. What is not TOML is said alone, because
/// nobody knows what stands behind it.
pub fn read(text: &str, library: &Library) -> Result<Lookups, Vec<Problem>> {
    let mut reader = LookupReader { text, library, problems: Vec::new() };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let help = "check the quotation marks, brackets and equals signs here and in the line above";
        let at = error.span().unwrap_or_default();
        reader.problem(&at, format!("this line cannot be read: {}", error.message()), help);
    }
    let lookups = if errors.is_empty() { reader.file(table.get_ref()) } else { Lookups::default() };
    if reader.problems.is_empty() {
        return Ok(lookups);
    }
    reader.problems.sort_by_key(|problem| problem.at);
    Err(reader.problems)
}

/// A file that is being read.
struct LookupReader<'a> {
    text: &'a str,
    library: &'a Library,
    problems: Vec<Problem>,
}

impl<'a> LookupReader<'a> {
    fn file(&mut self, table: &DeTable<'a>) -> Lookups {
        self.known_keys(table, &["lookup", "floor"]);
        let floor = table.get("floor").map(|floor| self.floor(floor)).unwrap_or_default();
        let lookups = match table.get("lookup").map(Spanned::get_ref) {
            Some(DeValue::Array(items)) if !items.is_empty() => {
                items.iter().filter_map(|item| self.lookup(item)).collect()
            }
            _ => {
                self.problem(&(0..0), "there are no lookups in this file", EXAMPLE);
                Vec::new()
            }
        };
        self.twice(&lookups);
        Lookups { lookups: lookups.into_iter().map(|(_, lookup)| lookup).collect(), floor }
    }

    /// Reads one lookup; returns it with the place of its words.
    fn lookup(&mut self, item: &Value<'a>) -> Option<(Range<usize>, Lookup)> {
        let DeValue::Table(table) = item.get_ref() else {
            self.problem(&item.span(), "this is no lookup", EXAMPLE);
            return None;
        };
        self.known_keys(table, &["words", "guides", "passages", "terms", "term", "theme", "none", "about"]);
        let words = table.get("words").and_then(|words| Some((words.span(), self.string("words", words)?)));
        if !table.contains_key("words") {
            self.problem(&item.span(), "this lookup has no words", "add `words = \"…\"`: what is typed");
        }
        if let Some((place, words)) = &words
            && !words.contains(char::is_alphanumeric)
        {
            self.problem(place, "no word is typed here", "write what people type");
        }
        let right = self.right(table, item.span());
        let about = table.get("about").and_then(|about| self.string("about", about)).unwrap_or_default();
        words.map(|(place, words)| (place, Lookup { words, right, about }))
    }

    /// Returns what answers a lookup that stands at `place`; nothing where it says that nothing does.
    fn right(&mut self, table: &DeTable<'a>, place: Range<usize>) -> Vec<Answering> {
        let before = self.problems.len();
        let mut right: Vec<Answering> = Vec::new();
        for item in self.list("guides", "\"…\"", table) {
            let found = self.guide(item).map(Answering::Guide);
            self.add(&mut right, found, &item.span());
        }
        for item in self.list("passages", "{ guide = \"…\", section = \"…\", at = \"first words\" }", table)
        {
            let found = self.passage(item);
            self.add(&mut right, found, &item.span());
        }
        let terms = self.list("terms", "\"…\"", table);
        for item in table.get("term").into_iter().chain(terms) {
            let found = self.term(item);
            self.add(&mut right, found, &item.span());
        }
        if let Some(item) = table.get("theme") {
            let found = self.theme(item);
            self.add(&mut right, found, &item.span());
        }
        let is_none = match table.get("none").map(|none| (none.get_ref(), none.span())) {
            Some((DeValue::Boolean(is_none), _)) => *is_none,
            Some((_, at)) => {
                self.problem(
                    &at,
                    "`none` is not true",
                    "write `none = true` where nothing in the pack answers",
                );
                false
            }
            None => false,
        };
        if self.problems.len() == before && right.is_empty() != is_none {
            let (message, help) = if is_none {
                ("nothing is to answer this, and something is right", "leave out `none`, or what is right")
            } else {
                let help = "add `guides = [\"…\"]` with the id of every guide that answers it, or `passages`, a `term` \
                            or a `theme`; `none = true` where nothing does";
                ("nothing is right here", help)
            };
            self.problem(&place, message, help);
        }
        right
    }

    /// Adds what is right; nothing is right twice.
    fn add(&mut self, right: &mut Vec<Answering>, found: Option<Answering>, place: &Range<usize>) {
        match found {
            Some(one) if right.contains(&one) => {
                let what = match one {
                    Answering::Guide(_) => "guide",
                    Answering::Passage { .. } => "passage",
                    Answering::Term(_) => "term",
                    Answering::Theme(_) => "theme",
                    Answering::Reference(_) => "reference",
                    Answering::About => "page",
                };
                self.problem(place, format!("this {what} stands here twice"), "leave it out");
            }
            found => right.extend(found),
        }
    }

    /// Returns what is in the list under a key; `example` is one of its items.
    fn list<'t>(&mut self, key: &str, example: &str, table: &'t DeTable<'a>) -> &'t [Value<'a>] {
        match table.get(key).map(|value| (value.get_ref(), value.span())) {
            Some((DeValue::Array(items), _)) => items,
            Some((_, place)) => {
                self.problem(&place, format!("`{key}` is no list"), &format!("write `{key} = [{example}]`"));
                &[]
            }
            None => &[],
        }
    }

    fn guide(&mut self, value: &Value<'a>) -> Option<GuideId> {
        let library = self.library;
        let ids = library.guides.iter().map(|guide| guide.slug.as_str()).collect();
        self.one("guide", value, ids, |slug| library.guide_id(slug))
    }

    fn term(&mut self, value: &Value<'a>) -> Option<Answering> {
        let terms = &self.library.terms;
        let ids = terms.iter().map(|term| term.slug.as_str()).collect();
        let term = |slug: &str| terms.iter().position(|term| term.slug == slug);
        self.one("term", value, ids, |slug| term(slug).map(TermId::at).map(Answering::Term))
    }

    fn theme(&mut self, value: &Value<'a>) -> Option<Answering> {
        let library = self.library;
        let ids = library.themes.iter().map(|theme| theme.slug.as_str()).collect();
        self.one("theme", value, ids, |slug| library.theme_id(slug).map(Answering::Theme))
    }

    /// Returns the one passage of a section that begins with the words that are given.
    fn passage(&mut self, item: &Value<'a>) -> Option<Answering> {
        const EXAMPLE: &str =
            "write `{ guide = \"…\", section = \"…\", at = \"…\" }`, with the first words of the passage";
        let DeValue::Table(table) = item.get_ref() else {
            self.problem(&item.span(), "this is no passage", EXAMPLE);
            return None;
        };
        self.known_keys(table, &["guide", "section", "at"]);
        let (Some(guide), Some(section), Some(at)) =
            (table.get("guide"), table.get("section"), table.get("at"))
        else {
            self.problem(&item.span(), "this passage has no `guide`, `section` or `at`", EXAMPLE);
            return None;
        };
        let id = self.guide(guide)?;
        let guide = self.library.guide(id);
        let ids = guide.sections.iter().map(|section| section.id.as_str()).collect();
        let index = |slug: &str| guide.sections.iter().position(|section| section.id == slug);
        let section = self.one("section", section, ids, index)?;
        let words = self.string("at", at)?;
        let begins = |index: &usize| {
            let block = guide.blocks.get(*index);
            block.is_some_and(|block| block.kind.is_passage() && block.prose.text.starts_with(&words))
        };
        let mut found = guide.section_blocks(section).filter(begins);
        match (found.next(), found.next()) {
            (Some(block), None) => {
                let block = u32::try_from(block).unwrap_or(u32::MAX);
                Some(Answering::Passage { guide: id, section, block })
            }
            (first, _) => {
                let how_many = if first.is_none() { "no" } else { "more than one" };
                let message = format!("{how_many} passage of this section begins with “{words}”");
                self.problem(&at.span(), message, "write its first words, as readers see them");
                None
            }
        }
    }

    /// Returns what the id in `value` names, `kind` being what it is and `ids` all that there are.
    fn one<T>(
        &mut self,
        kind: &str,
        value: &Value<'a>,
        ids: Vec<&str>,
        find: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let slug = self.string(kind, value)?;
        let found = find(&slug);
        if found.is_none() {
            let help = match nearest(&slug, ids) {
                Some(near) => format!("write `{near}`, if that is meant"),
                None => match kind {
                    "guide" => "`toolkit list` shows the ids of the guides".to_owned(),
                    "section" => "`toolkit show GUIDE --json` shows the ids of its sections".to_owned(),
                    "term" => "`toolkit define --plain` shows the ids of the terms".to_owned(),
                    _ => "`toolkit themes` shows the ids of the themes".to_owned(),
                },
            };
            self.problem(&value.span(), format!("there is no {kind} `{}`", truncate(&slug, SHOWN)), &help);
        }
        found
    }

    fn floor(&mut self, value: &Value<'a>) -> Floor {
        let DeValue::Table(table) = value.get_ref() else {
            let help = "write `floor = { first = 0.90, in-three = 0.98 }`";
            self.problem(&value.span(), "`floor` is no table", help);
            return Floor::default();
        };
        self.known_keys(table, &Figure::ALL.map(Figure::key));
        Figure::ALL.into_iter().fold(Floor::default(), |floor, figure| {
            let asked = table.get(figure.key()).and_then(|value| self.part(figure.key(), value));
            floor.with(figure, asked)
        })
    }

    fn part(&mut self, key: &str, value: &Value<'a>) -> Option<f64> {
        let number = match value.get_ref() {
            DeValue::Float(number) => number.as_str().parse().ok(),
            DeValue::Integer(number) => number.as_str().parse().ok(),
            _ => None,
        };
        let number = number.filter(|number| (0.0..=1.0).contains(number));
        if number.is_none() {
            let help = format!("write a part of all lookups, as `{key} = 0.9` for nine of ten");
            self.problem(&value.span(), format!("`{key}` is no number from 0 to 1"), &help);
        }
        number
    }

    /// Returns what a string says, clean.
    fn string(&mut self, key: &str, value: &Value<'a>) -> Option<String> {
        let DeValue::String(text) = value.get_ref() else {
            let help = format!("put it between quotation marks: `{key} = \"…\"`");
            let help = if key == "guide" { "put every id between quotation marks" } else { &help };
            self.problem(&value.span(), format!("this {key} is no text"), help);
            return None;
        };
        Some(clean_line(text))
    }

    fn known_keys(&mut self, table: &DeTable<'a>, known: &[&str]) {
        for (key, _) in table {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let help = match nearest(name, known.iter().copied()) {
                    Some(near) => format!("write `{near}`, if that is meant"),
                    None => format!("leave it out; there is {}", known.join(", ")),
                };
                let shown = truncate(&clean_line(name), SHOWN).into_owned();
                self.problem(&key.span(), format!("`{shown}` says nothing here"), &help);
            }
        }
    }

    /// Notes words that stand in the file twice: they would count twice.
    fn twice(&mut self, lookups: &[(Range<usize>, Lookup)]) {
        let mut first: HashMap<String, usize> = HashMap::new();
        for (place, lookup) in lookups {
            let line = line_column(self.text, place.start).line;
            if let Some(before) = first.get(&fold_text(&lookup.words)).copied() {
                let help = format!("leave one out; the first is in line {before}");
                let shown = truncate(&lookup.words, SHOWN).into_owned();
                self.problem(place, format!("“{shown}” stands in this file twice"), &help);
            } else {
                first.insert(fold_text(&lookup.words), line);
            }
        }
    }

    fn problem(&mut self, place: &Range<usize>, message: impl AsRef<str>, help: &str) {
        let at = Some(line_column(self.text, place.start));
        let message = clean_line(message.as_ref());
        self.problems.push(Problem { at, message, help: clean_line(help) });
    }
}

//! The file that a new guide begins as: every key, each with a word on what belongs there.

use crate::guide::{Area, Day, is_slug};
use crate::text::{clean_line, fold_text};

/// The file, with `{…}` where it depends on the guide.
static TEMPLATE: &str = include_str!("starter.toml");

/// The longest name of a guide that is made from a title.
const LETTERS_AT_MOST: usize = 50;

/// A guide to be begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Starter {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who it is for.
    pub area: Area,
    /// The ids of the themes that the pack has; the guide begins in the first.
    pub themes: Vec<String>,
    /// The day on which it is begun.
    pub today: Day,
}

impl Starter {
    /// Returns the path of its file in the pack.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}/{}.toml", self.area.slug(), self.id)
    }

    /// Returns what its file says: a guide without errors, with `…` where something is to be written.
    #[must_use]
    pub fn text(&self) -> String {
        let theme = self.themes.first().map_or("…", String::as_str);
        let kind = match self.area {
            Area::Workforce => "practice",
            Area::YoungPeople => "young-people",
        };
        let values = [
            ("id", self.id.as_str()),
            ("title", &quoted(&self.title)),
            ("area", self.area.slug()),
            ("kind", kind),
            ("theme", theme),
            ("themes", &self.themes.join(", ")),
            ("today", &self.today.to_string()),
        ];
        filled(TEMPLATE, &values)
    }
}

/// Returns a template with its placeholders `{name}` filled in. What is filled in is not looked at again: a title may
/// have braces in it.
fn filled(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        out.push_str(before);
        let placeholder = behind.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, after))
        });
        let (value, after) = placeholder.unwrap_or(("{", behind));
        out.push_str(value);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Returns what stands between the quotation marks of a TOML string.
fn quoted(text: &str) -> String {
    clean_line(text).replace('\\', "\\\\").replace('"', "\\\"")
}

/// Returns the id and the title of a guide that somebody calls `name`: an id or a title. Nothing for a name
/// without a letter from a to z or a digit.
#[must_use]
pub fn slug_of(name: &str) -> Option<(String, String)> {
    let name = clean_line(name);
    if is_slug(&name) {
        let words = name.replace('-', " ");
        let mut letters = words.chars();
        let title = letters.next().map(|first| first.to_uppercase().chain(letters).collect())?;
        return Some((name, title));
    }
    let folded = fold_text(&name);
    let words =
        folded.split(|c: char| !c.is_ascii_alphanumeric() && c != '\'').map(|word| word.replace('\'', ""));
    let mut id = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        if id.len() + word.len() >= LETTERS_AT_MOST && !id.is_empty() {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word);
    }
    is_slug(&id).then_some((id, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Option<(String, String)> {
        slug_of(name)
    }

    #[test]
    fn what_is_filled_in_is_taken_as_it_is() {
        let values = [("title", "{today} {x"), ("today", "2026-11-21")];
        assert_eq!(filled("{title} on {today}, {other} {", &values), "{today} {x on 2026-11-21, {other} {");
    }

    #[test]
    fn a_title_and_an_id_each_give_the_other() {
        let pair = |id: &str, title: &str| Some((id.to_owned(), title.to_owned()));
        assert_eq!(named("first-meeting"), pair("first-meeting", "First meeting"));
        assert_eq!(named("The  first meeting!"), pair("the-first-meeting", "The first meeting!"));
        assert_eq!(named("Who’s there?"), pair("whos-there", "Who’s there?"));
        assert_eq!(named("Dùn Èideann"), pair("dun-eideann", "Dùn Èideann"));
        assert_eq!(named("../../etc/passwd"), pair("etc-passwd", "../../etc/passwd"));
        assert_eq!(named("漢字"), None);
        assert_eq!(named(""), None);
        assert!(named(&"word ".repeat(40)).unwrap().0.len() <= LETTERS_AT_MOST);
        assert_eq!(named(&"x".repeat(70)), None);
    }
}

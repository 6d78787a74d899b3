//! The shapes of machine-readable answers. Their names are a promise to other programs: they may grow, and what
//! is there keeps its name and meaning.

use std::ops::Range;

use serde::Serialize;

use crate::disk::{PersonalFile, shown};
use crate::guide::{Area, Coverage, Guide, GuideKind, Library};
use crate::journal::{Bookmark, Lost};
use crate::search::{Hit, Passage, Subject};
use crate::text::{clean_line, slice};

/// A record of a listing.
pub(super) trait Record: Serialize {
    /// Returns it as a line, its fields parted by tabs.
    fn line(&self) -> String;
}

/// A guide in a listing.
#[derive(Debug, Serialize)]
pub(super) struct GuideRecord<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) area: Area,
    pub(super) kind: GuideKind,
    /// Ids.
    pub(super) themes: Vec<&'a str>,
    pub(super) summary: &'a str,
    pub(super) minutes: usize,
    pub(super) words: u32,
    pub(super) coverage: Coverage,
    /// A day, as `2026-11-21`.
    pub(super) reviewed: &'a str,
}

impl<'a> GuideRecord<'a> {
    pub(super) fn new(library: &'a Library, guide: &'a Guide) -> Self {
        Self {
            id: &guide.slug,
            title: &guide.title,
            area: guide.area,
            kind: guide.kind,
            themes: guide.themes.iter().map(|theme| library.theme(*theme).slug.as_str()).collect(),
            summary: &guide.summary,
            minutes: guide.minutes(),
            words: guide.words,
            coverage: guide.coverage,
            reviewed: &guide.reviewed,
        }
    }
}

impl Record for GuideRecord<'_> {
    fn line(&self) -> String {
        line(&[
            self.id,
            self.title,
            self.area.slug(),
            self.kind.slug(),
            &self.themes.join(","),
            self.summary,
            &self.minutes.to_string(),
            &self.words.to_string(),
            self.coverage.slug(),
            self.reviewed,
        ])
    }
}

/// What was found: a guide, a term or a theme; it has the name of what it is.
#[derive(Debug, Default, Serialize)]
pub(super) struct HitRecord<'a> {
    /// Id of the guide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) guide: Option<&'a str>,
    /// Id of the term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) term: Option<&'a str>,
    /// Id of the theme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) theme: Option<&'a str>,
    /// Id of the section of the guide that the passage is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) section: Option<&'a str>,
    /// Its title.
    pub(super) title: &'a str,
    /// The nearest heading above the passage of a guide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) heading: Option<&'a str>,
    /// Comparable within one answer.
    pub(super) score: f32,
    /// The whole passage; the summary of the guide where only its title or what people say matched; what a term
    /// means; the introduction of a theme.
    pub(super) passage: &'a str,
    /// First and one past the last character of each matched word of the passage.
    pub(super) marks: Vec<[usize; 2]>,
}

impl<'a> HitRecord<'a> {
    pub(super) fn new(library: &'a Library, hit: &Hit) -> Self {
        let found = match &hit.subject {
            Subject::Guide { guide, passage } => Self::of_guide(library.guide(*guide), passage.as_ref()),
            Subject::Term { term, marks } => {
                let term = library.term(*term);
                let marks = characters(&term.meaning, marks);
                Self {
                    term: Some(&term.slug),
                    title: &term.title,
                    passage: &term.meaning,
                    marks,
                    ..Self::default()
                }
            }
            Subject::Theme { theme, marks } => {
                let theme = library.theme(*theme);
                let marks = characters(&theme.intro, marks);
                Self {
                    theme: Some(&theme.slug),
                    title: &theme.title,
                    passage: &theme.intro,
                    marks,
                    ..Self::default()
                }
            }
        };
        Self { score: hit.score, ..found }
    }

    fn of_guide(guide: &'a Guide, passage: Option<&Passage>) -> Self {
        let opening = guide.sections.first().map_or("", |section| section.id.as_str());
        let found = Self { guide: Some(&guide.slug), title: &guide.title, ..Self::default() };
        let Some(passage) = passage else {
            let (section, heading) = (Some(opening), Some(guide.title.as_str()));
            return Self { section, heading, passage: &guide.summary, ..found };
        };
        let text = guide.blocks.get(passage.span.block as usize).map_or("", |block| &block.prose.text);
        let span = passage.span.range();
        let inside =
            |mark: &Range<usize>| mark.start.saturating_sub(span.start)..mark.end.saturating_sub(span.start);
        let marks: Vec<_> = passage.marks.iter().map(inside).collect();
        let text = slice(text, span.clone());
        Self {
            section: Some(guide.sections.get(passage.section).map_or(opening, |section| &section.id)),
            heading: Some(guide.heading_of(passage.span.block)),
            passage: text,
            marks: characters(text, &marks),
            ..found
        }
    }

    /// Returns it as a line, its fields in the order of the shape, without the marks: what it is in one field, a
    /// term as `term:ID` and a theme as `theme:ID`.
    pub(super) fn line(&self) -> String {
        let score = self.score.to_string();
        line(&[
            &self.name(),
            self.section.unwrap_or_default(),
            self.title,
            self.heading.unwrap_or_default(),
            &score,
            self.passage,
        ])
    }

    /// Returns what it is, in one word.
    pub(super) fn name(&self) -> String {
        match (self.guide, self.term, self.theme) {
            (Some(guide), ..) => guide.to_owned(),
            (_, Some(term), _) => format!("term:{term}"),
            (.., theme) => format!("theme:{}", theme.unwrap_or_default()),
        }
    }
}

/// Returns byte ranges of a text as characters.
fn characters(text: &str, marks: &[Range<usize>]) -> Vec<[usize; 2]> {
    let at = |byte: usize| slice(text, 0..byte).chars().count();
    marks.iter().map(|mark| [at(mark.start), at(mark.end)]).collect()
}

/// A query of a batch and what was found for it.
#[derive(Debug, Serialize)]
pub(super) struct BatchRecord<'a> {
    pub(super) query: &'a str,
    pub(super) results: Vec<HitRecord<'a>>,
}

/// A guide with its text.
#[derive(Debug, Serialize)]
pub(super) struct TextRecord<'a> {
    #[serde(flatten)]
    pub(super) guide: GuideRecord<'a>,
    pub(super) also_said: Vec<&'a str>,
    pub(super) sections: Vec<SectionRecord<'a>>,
    pub(super) related: Vec<RelatedRecord<'a>>,
}

/// A section with its text: a line for each paragraph and list item, an empty one between blocks.
#[derive(Debug, Serialize)]
pub(super) struct SectionRecord<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) text: String,
}

/// A guide that another one points to, and why.
#[derive(Debug, Serialize)]
pub(super) struct RelatedRecord<'a> {
    pub(super) guide: &'a str,
    pub(super) title: &'a str,
    pub(super) why: &'a str,
}

/// A bookmark.
#[derive(Debug, Serialize)]
pub(super) struct BookmarkRecord<'a> {
    /// Its number.
    pub(super) id: u32,
    pub(super) pack: &'a str,
    /// Id of the guide.
    pub(super) guide: &'a str,
    /// Id of the section.
    pub(super) section: &'a str,
    /// Title of the guide.
    pub(super) title: &'a str,
    /// The nearest heading above.
    pub(super) heading: &'a str,
    /// The first words of the passage when it was marked.
    pub(super) words: &'a str,
    /// The reader’s own words.
    pub(super) note: &'a str,
    /// A moment, as `2026-11-21T09:30:00Z`.
    pub(super) when: String,
    /// What is still there: words, like-words, heading, section, guide, nothing, or other-pack.
    pub(super) found: &'static str,
}

impl<'a> BookmarkRecord<'a> {
    pub(super) fn new(library: &Library, bookmark: &'a Bookmark) -> Self {
        let anchor = &bookmark.anchor;
        Self {
            id: bookmark.id.0,
            pack: &anchor.key.pack,
            guide: &anchor.key.guide,
            section: &anchor.section,
            title: &anchor.title,
            heading: &anchor.heading,
            words: bookmark.words(),
            note: &bookmark.note,
            when: bookmark.when.to_string(),
            found: match anchor.resolve(library) {
                Ok(found) => found.by.slug(),
                Err(Lost::OtherPack(_)) => "other-pack",
                Err(Lost::Gone(_)) => "nothing",
            },
        }
    }

    /// Returns it as a line, its fields in the order of the shape.
    pub(super) fn line(&self) -> String {
        line(&[
            &self.id.to_string(),
            self.pack,
            self.guide,
            self.section,
            self.title,
            self.heading,
            self.words,
            self.note,
            &self.when,
            self.found,
        ])
    }
}

/// A personal file.
#[derive(Debug, Serialize)]
pub(super) struct PathRecord {
    pub(super) path: String,
    /// What it belongs to: bookmarks, progress or preferences.
    pub(super) kept: &'static str,
    /// What it is for: main, backup, copy, damaged, edited, lock or unfinished.
    pub(super) purpose: &'static str,
    /// In bytes; null where it does not exist.
    pub(super) size: Option<u64>,
}

impl PathRecord {
    pub(super) fn new(file: &PersonalFile) -> Self {
        Self {
            path: shown(&file.path),
            kept: file.kept.slug(),
            purpose: file.purpose.slug(),
            size: file.size,
        }
    }

    /// Returns it as a line, its fields in the order of the shape; no size where it does not exist.
    pub(super) fn line(&self) -> String {
        let size = self.size.map(|size| size.to_string()).unwrap_or_default();
        line(&[&self.path, self.kept, self.purpose, &size])
    }
}

/// Returns fields as a line: a tab between two, none in them.
pub(super) fn line(fields: &[&str]) -> String {
    let fields: Vec<_> = fields.iter().map(|field| clean_line(field)).collect();
    fields.join("\t") + "\n"
}

/// Returns a value as one line of JSON.
///
/// # Errors
///
/// Never for the shapes of this file.
pub(super) fn json(value: &impl Serialize) -> anyhow::Result<String> {
    Ok(serde_json::to_string(value)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_hold_no_tab_and_no_line_end() {
        assert_eq!(line(&["a\tb", "c\nd", ""]), "a b\tc d\t\n");
    }
}

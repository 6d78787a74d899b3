//! A publication, law, course or organisation that guides lean on.

use serde::{Deserialize, Serialize};

use super::GuideId;

/// One reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Its name in files.
    pub slug: String,
    /// What it is.
    pub kind: ReferenceKind,
    /// Who wrote it.
    pub author: Option<String>,
    /// When.
    pub year: Option<String>,
    /// Its title.
    pub title: String,
    /// Where it appeared.
    pub source: Option<String>,
    /// Its address on the web: `https:` or `http:`.
    pub address: Option<String>,
    /// Why it is in doubt.
    pub uncertain: Option<String>,
    /// The guides that name it, in order of titles.
    pub cited_by: Vec<GuideId>,
}

impl Reference {
    /// Returns it in a line, without its address: author (year). Title. Source. Without an author the title leads.
    #[must_use]
    pub fn citation(&self) -> String {
        // The title of a law has its year.
        let is_said = |year: &&String| self.author.is_none() && self.title.ends_with(year.as_str());
        let year = self.year.as_ref().filter(|year| !is_said(year));
        let year = year.map(|year| format!(" ({year})")).unwrap_or_default();
        let parts = match &self.author {
            Some(author) => vec![format!("{author}{year}"), self.title.clone()],
            None => vec![format!("{}{year}", self.title)],
        };
        let mut out = String::new();
        for part in parts.iter().chain(&self.source) {
            if !out.is_empty() {
                out.push_str(if out.ends_with(['.', '?', '!']) { " " } else { ". " });
            }
            out.push_str(part);
        }
        if !out.ends_with(['.', '?', '!']) {
            out.push('.');
        }
        out
    }
}

/// What a reference is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReferenceKind {
    /// A book.
    Book,
    /// An article in a journal or magazine.
    Article,
    /// A report or guidance.
    Report,
    /// An Act or regulations.
    Law,
    /// A course.
    Course,
    /// A page on the web.
    Web,
    /// An organisation.
    Organisation,
}

impl ReferenceKind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Book, Self::Article, Self::Report, Self::Law, Self::Course, Self::Web, Self::Organisation];

    /// Returns its name in files and listings.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Book => "book",
            Self::Article => "article",
            Self::Report => "report",
            Self::Law => "law",
            Self::Course => "course",
            Self::Web => "web",
            Self::Organisation => "organisation",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Area, Coverage, GuideKind, Way};

    #[test]
    fn names_are_in_json_as_they_are_in_files() {
        fn check<T: Serialize + Copy, const N: usize>(all: [T; N], slug: fn(T) -> &'static str) {
            for one in all {
                assert_eq!(serde_json::to_value(one).unwrap(), slug(one));
            }
        }
        check(Area::ALL, Area::slug);
        check(GuideKind::ALL, GuideKind::slug);
        check(Coverage::ALL, Coverage::slug);
        check(ReferenceKind::ALL, ReferenceKind::slug);
        check(Way::ALL, Way::slug);
    }

    #[test]
    fn a_citation_leaves_out_what_is_not_known() {
        let mut reference = Reference {
            slug: "a".into(),
            kind: ReferenceKind::Article,
            author: Some("McMullin, C.".into()),
            year: Some("2018".into()),
            title: "Building Relationships".into(),
            source: Some("Relational Social Work, 2(2)".into()),
            address: None,
            uncertain: None,
            cited_by: Vec::new(),
        };
        assert_eq!(
            reference.citation(),
            "McMullin, C. (2018). Building Relationships. Relational Social Work, 2(2)."
        );
        reference.author = None;
        assert_eq!(reference.citation(), "Building Relationships (2018). Relational Social Work, 2(2).");
        reference.source = None;
        reference.year = None;
        assert_eq!(reference.citation(), "Building Relationships.");
    }
}

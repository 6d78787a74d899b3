//! The documents: the guides, then the glossary's terms, the themes, the references and what the pack says about itself,
//! each with a number.
//!
//! The index knows numbers only; here a number becomes a part of the library again, and its texts.

use serde::{Deserialize, Serialize};

use super::field::{Field, texts};
use crate::guide::{Guide, GuideId, Library, Pack, Reference, ReferenceId, Term, TermId, Theme, ThemeId};
use crate::text::StringTable;

/// The number of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct DocId(pub(crate) u32);

impl DocId {
    /// Returns its place in lists that have an item for each document.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// How many documents of each kind a library has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DocumentCounts {
    /// Its guides: they have the first numbers.
    pub(crate) guides: u32,
    /// Its terms: they have the next ones.
    terms: u32,
    /// Its themes.
    themes: u32,
    /// Its references.
    references: u32,
    /// 1 where the pack says something about itself.
    about: u32,
}

impl DocumentCounts {
    /// Counts the documents of a library.
    pub(crate) fn of(library: &Library) -> Self {
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        Self {
            guides: count(library.guides.len()),
            terms: count(library.terms.len()),
            themes: count(library.themes.len()),
            references: count(library.references.len()),
            about: u32::from(!library.pack.description.is_empty()),
        }
    }

    /// Returns how many there are of all kinds.
    pub(crate) fn total(self) -> u32 {
        self.guides + self.terms + self.themes + self.references + self.about
    }

    /// Whether a document is a guide.
    pub(crate) fn is_guide(self, document: DocId) -> bool {
        document.0 < self.guides
    }
}

/// A part of the library that can answer.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Document<'a> {
    /// A guide.
    Guide(GuideId, &'a Guide),
    /// A term of the glossary.
    Term(TermId, &'a Term),
    /// A theme.
    Theme(ThemeId, &'a Theme),
    /// A reference.
    Reference(ReferenceId, &'a Reference),
    /// What the pack says about itself.
    About(&'a Pack),
}

impl<'a> Document<'a> {
    /// Returns the document with this number.
    pub(crate) fn at(library: &'a Library, document: DocId) -> Option<Self> {
        let counts = DocumentCounts::of(library);
        let number = document.0;
        if let Some(guide) = library.guides.get(document.index()) {
            return Some(Self::Guide(GuideId(number), guide));
        }
        let number = number - counts.guides;
        if let Some(term) = library.terms.get(number as usize) {
            return Some(Self::Term(TermId(number), term));
        }
        let number = number - counts.terms;
        if let Some(theme) = library.themes.get(number as usize) {
            return Some(Self::Theme(ThemeId(number), theme));
        }
        let number = number - counts.themes;
        match library.references.get(number as usize) {
            Some(reference) => Some(Self::Reference(ReferenceId(number), reference)),
            None => (number - counts.references < counts.about).then_some(Self::About(&library.pack)),
        }
    }

    /// Returns its title.
    pub(crate) fn title(self) -> &'a str {
        match self {
            Self::Guide(_, guide) => &guide.title,
            Self::Term(_, term) => &term.title,
            Self::Theme(_, theme) => &theme.title,
            Self::Reference(_, reference) => &reference.title,
            Self::About(pack) => &pack.title,
        }
    }

    /// Returns its aliases: what people say for it.
    pub(crate) fn aliases(self) -> impl Iterator<Item = &'a str> {
        let (guide, other) = match self {
            Self::Guide(_, guide) => (Some(guide), None),
            Self::Term(_, term) => (None, Some(&term.aliases)),
            Self::About(pack) => (None, Some(&pack.aliases)),
            Self::Theme(..) | Self::Reference(..) => (None, None),
        };
        let of_guide = guide.into_iter().flat_map(|guide| guide.all_aliases().map(|(_, alias)| alias));
        of_guide.chain(other.into_iter().flat_map(StringTable::iter))
    }

    /// Returns its texts, with their fields; a guide's key terms stand elsewhere.
    pub(crate) fn texts(self) -> impl Iterator<Item = (Field, &'a str)> {
        let names = std::iter::once((Field::Title, self.title()))
            .chain(self.aliases().map(|alias| (Field::Alias, alias)));
        let (guide, briefs) = match self {
            Self::Guide(_, guide) => (Some(guide), Vec::new()),
            Self::Term(_, term) => (None, vec![&term.meaning]),
            Self::Theme(_, theme) => (None, vec![&theme.intro]),
            Self::Reference(_, reference) => {
                let parts = [&reference.author, &reference.year, &reference.source];
                (None, parts.into_iter().flatten().collect())
            }
            Self::About(pack) => (None, pack.description.iter().map(|block| &block.prose.text).collect()),
        };
        let briefs = briefs.into_iter().map(|text| (Field::Brief, text.as_str()));
        names.chain(guide.into_iter().flat_map(texts)).chain(briefs)
    }
}

/// Returns for each guide the terms that point to it: its key terms.
pub(crate) fn key_terms(library: &Library) -> Vec<Vec<TermId>> {
    let mut terms = vec![Vec::new(); library.guides.len()];
    for (index, term) in library.terms.iter().enumerate() {
        for guide in &term.see {
            if let Some(terms) = terms.get_mut(guide.index()) {
                terms.push(TermId::at(index));
            }
        }
    }
    terms
}

/// Returns the names of these terms, as texts of a guide.
pub(crate) fn names_of(
    library: &Library,
    terms: impl IntoIterator<Item = TermId>,
) -> impl Iterator<Item = (Field, &str)> {
    let terms = terms.into_iter().filter_map(|term| library.terms.get(term.index()));
    terms.flat_map(|term| {
        let names = std::iter::once(term.title.as_str()).chain(term.aliases.iter());
        names.map(|name| (Field::KeyTerm, name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    #[test]
    fn numbers_go_through_guides_terms_and_themes() {
        let library = sample::with_words();
        let titles: Vec<_> = (0..DocumentCounts::of(&library).total() + 2)
            .map_while(|number| Document::at(&library, DocId(number)))
            .map(Document::title)
            .collect();
        assert_eq!(titles.len(), 5 + 2 + 1);
        assert_eq!(titles[5..], ["Rapport", "Stay put", "Leaving care"]);
    }

    #[test]
    fn a_guide_has_the_names_of_the_terms_that_point_to_it() {
        let library = sample::with_words();
        let terms = key_terms(&library);
        let names: Vec<_> = terms.iter().map(|terms| names_of(&library, terms.clone()).count()).collect();
        assert_eq!(names, [2, 1, 0, 0, 0]);
    }
}

//! The library: a pack loaded, linked and ready.

use crate::text::StringTable;
use serde::{Deserialize, Serialize};

use super::{
    Area, Block, Danger, Guide, GuideId, Learning, ReadyPlan, Reference, ReferenceId, Safety, TermId, ThemeId,
};

/// Everything in memory. Ids given out by a library are good for that library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Library {
    /// About the pack as a whole.
    pub pack: Pack,
    /// The guides, in order of slugs.
    pub guides: Vec<Guide>,
    /// The themes, in the pack's order.
    pub themes: Vec<Theme>,
    /// The glossary, in order of titles.
    pub terms: Vec<Term>,
    /// The references, in the pack's order.
    pub references: Vec<Reference>,
    /// What to do when somebody is at risk; empty where the pack does not say.
    pub safety: Safety,
    /// What somebody types who needs that; empty where the pack does not say.
    pub danger: Danger,
    /// Plans for sessions that come with the pack, in its order.
    pub plans: Vec<ReadyPlan>,
    /// What learning is counted under; empty where the pack does not say.
    pub learning: Learning,
}

/// About a pack as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// Its name in files.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it is for, in a line of the first screen.
    pub summary: Option<String>,
    /// The language it is written in, as `en`.
    pub language: String,
    /// What people say who ask about it.
    pub aliases: StringTable,
    /// What it is, for the About screen.
    pub description: Vec<Block>,
    /// What stands under every guide.
    pub attribution: String,
    /// The licence of its text, as an SPDX name.
    pub licence: String,
}

/// A named collection of guides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// Its name in files and commands.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub intro: String,
    /// Its guides, in reading order.
    pub guides: Vec<GuideId>,
}

/// A glossary entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Its name in files and links.
    pub slug: String,
    /// The term.
    pub title: String,
    /// What else people call it.
    pub aliases: StringTable,
    /// What it means.
    pub meaning: String,
    /// The guides that say more.
    pub see: Vec<GuideId>,
    /// Whether the meaning is general professional knowledge, not from the sources.
    pub general: bool,
    /// The guides whose text links it, in order of titles.
    pub used_in: Vec<GuideId>,
}

impl Library {
    /// Returns the guide with this id.
    #[must_use]
    pub fn guide(&self, id: GuideId) -> &Guide {
        &self.guides[id.index()]
    }

    /// Returns the theme with this id.
    #[must_use]
    pub fn theme(&self, id: ThemeId) -> &Theme {
        &self.themes[id.index()]
    }

    /// Returns the term with this id.
    #[must_use]
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id.index()]
    }

    /// Returns the reference with this id.
    #[must_use]
    pub fn reference(&self, id: ReferenceId) -> &Reference {
        &self.references[id.index()]
    }

    /// Returns the guide with this slug.
    #[must_use]
    pub fn guide_id(&self, slug: &str) -> Option<GuideId> {
        self.guides.binary_search_by(|guide| guide.slug.as_str().cmp(slug)).ok().map(GuideId::at)
    }

    /// Returns all guide ids, in order of slugs.
    pub fn guide_ids(&self) -> impl Iterator<Item = GuideId> + use<> {
        (0..self.guides.len()).map(GuideId::at)
    }

    /// Returns all theme ids, in the pack's order.
    pub fn theme_ids(&self) -> impl Iterator<Item = ThemeId> + use<> {
        (0..self.themes.len()).map(ThemeId::at)
    }

    /// Returns the theme with this slug.
    #[must_use]
    pub fn theme_id(&self, slug: &str) -> Option<ThemeId> {
        self.themes.iter().position(|theme| theme.slug == slug).map(ThemeId::at)
    }

    /// Returns the guides of a theme that are for an area, in reading order.
    pub fn guides_of(&self, theme: ThemeId, area: Area) -> impl Iterator<Item = GuideId> {
        self.theme(theme).guides.iter().copied().filter(move |guide| self.guide(*guide).area == area)
    }

    /// Returns the themes that have a guide for an area, in the pack's order.
    pub fn themes_of(&self, area: Area) -> impl Iterator<Item = ThemeId> {
        self.theme_ids().filter(move |theme| self.guides_of(*theme, area).next().is_some())
    }
}

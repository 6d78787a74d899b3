//! Filters: only guides of a theme, for an area, of a kind; set by key and flag, or typed as `theme:building`.

use crate::guide::{Area, Guide, GuideKind, Library, ThemeId};
use crate::text::{fold_words, nearest};

/// What the answer is narrowed to; what is none admits all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filters {
    /// Only guides in this theme.
    pub theme: Option<ThemeId>,
    /// Only guides for this area.
    pub area: Option<Area>,
    /// Only guides of this kind.
    pub kind: Option<GuideKind>,
}

/// What a filter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilterKey {
    /// The theme.
    Theme,
    /// The area.
    Area,
    /// The kind.
    Kind,
}

/// A typed filter that no one thing is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    /// What it is about.
    pub key: FilterKey,
    /// What was typed behind the colon.
    pub typed: String,
    /// What it may have been meant to be, by id: those that begin so, where several do and nothing is filtered
    /// yet; else the nearest, and what was typed is looked for like any words.
    pub choices: Vec<String>,
}

impl FilterKey {
    /// Every key.
    pub const ALL: [Self; 3] = [Self::Theme, Self::Area, Self::Kind];

    /// Returns how it is typed, before the colon.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Area => "area",
            Self::Kind => "kind",
        }
    }

    /// Returns what a filter of this key can be: ids and titles.
    fn values(self, library: &Library) -> Vec<(&str, &str)> {
        match self {
            Self::Theme => library.themes.iter().map(|theme| (&*theme.slug, &*theme.title)).collect(),
            Self::Area => Area::ALL.iter().map(|area| (area.slug(), area.title())).collect(),
            Self::Kind => GuideKind::ALL.iter().map(|kind| (kind.slug(), kind.label())).collect(),
        }
    }
}

impl Filters {
    /// Whether all guides are admitted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a guide is admitted.
    #[must_use]
    pub fn admit(&self, guide: &Guide) -> bool {
        self.theme.is_none_or(|theme| guide.themes.contains(&theme))
            && self.area.is_none_or(|area| guide.area == area)
            && self.kind.is_none_or(|kind| guide.kind == kind)
    }

    /// Returns these filters, and where they have none of a key, that of `others`.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self {
            theme: self.theme.or(others.theme),
            area: self.area.or(others.area),
            kind: self.kind.or(others.kind),
        }
    }

    /// Returns the filters that are set, with the ids of what they admit.
    pub fn set<'a>(&self, library: &'a Library) -> impl Iterator<Item = (FilterKey, &'a str)> {
        let theme = self.theme.map(|theme| (FilterKey::Theme, library.theme(theme).slug.as_str()));
        let area = self.area.map(|area| (FilterKey::Area, area.slug()));
        let kind = self.kind.map(|kind| (FilterKey::Kind, kind.slug()));
        [theme, area, kind].into_iter().flatten()
    }

    /// Sets the filter of `key` to what is called `typed`: an id, a title, or a beginning that only one has.
    ///
    /// # Errors
    ///
    /// No one thing is called that.
    pub(crate) fn take(&mut self, key: FilterKey, typed: &str, library: &Library) -> Result<(), Unresolved> {
        let values = key.values(library);
        let index =
            called(typed, &values).map_err(|choices| Unresolved { key, typed: typed.to_owned(), choices })?;
        match key {
            FilterKey::Theme => self.theme = Some(ThemeId::at(index)),
            FilterKey::Area => self.area = Area::ALL.get(index).copied(),
            FilterKey::Kind => self.kind = GuideKind::ALL.get(index).copied(),
        }
        Ok(())
    }
}

impl Unresolved {
    /// Whether several things begin so: it is not known yet which is meant, and nothing is looked for instead.
    #[must_use]
    pub fn is_ambiguous(&self, library: &Library) -> bool {
        let wanted = fold_words(&self.typed);
        self.key.values(library).iter().any(|value| begins(*value, &wanted))
    }
}

/// Returns the index of what is called `typed`, or the ids of what may be meant.
fn called(typed: &str, values: &[(&str, &str)]) -> Result<usize, Vec<String>> {
    let wanted = fold_words(typed);
    let is = |(id, title): &(&str, &str)| fold_words(id) == wanted || fold_words(title) == wanted;
    if let Some(index) = values.iter().position(is) {
        return Ok(index);
    }
    let fits: Vec<usize> = (0..values.len()).filter(|index| begins(values[*index], &wanted)).collect();
    match fits.as_slice() {
        [index] => Ok(*index),
        [] => Err(nearest(&typed.to_lowercase(), values.iter().map(|(id, _)| *id))
            .map(str::to_owned)
            .into_iter()
            .collect()),
        several => Err(several.iter().map(|index| values[*index].0.to_owned()).collect()),
    }
}

/// Whether the id or the title begins so; a title also without its article.
fn begins((id, title): (&str, &str), wanted: &str) -> bool {
    let title = fold_words(title);
    let bare = title.strip_prefix("the ").unwrap_or(&title);
    [fold_words(id).as_str(), &title, bare].iter().any(|name| name.starts_with(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    fn taken(key: FilterKey, typed: &str) -> Result<Filters, Vec<String>> {
        let mut filters = Filters::default();
        filters.take(key, typed, &sample::with_words()).map_err(|unresolved| unresolved.choices)?;
        Ok(filters)
    }

    #[test]
    fn an_id_a_title_or_a_beginning_that_one_has_is_enough() {
        for typed in ["leaving-care", "Leaving Care", "LEAV", "leaving c"] {
            assert_eq!(taken(FilterKey::Theme, typed).unwrap().theme, Some(ThemeId(0)), "{typed}");
        }
        for typed in ["work", "the workforce", "Workf"] {
            assert_eq!(taken(FilterKey::Area, typed).unwrap().area, Some(Area::Workforce), "{typed}");
        }
        assert_eq!(taken(FilterKey::Kind, "well").unwrap().kind, Some(GuideKind::Wellbeing));
    }

    #[test]
    fn what_no_one_thing_is_called_has_choices() {
        let choices = |key, typed| taken(key, typed).unwrap_err();
        assert_eq!(choices(FilterKey::Kind, "practise"), ["practice"]);
        assert_eq!(choices(FilterKey::Area, ""), ["workforce", "young-people"], "nothing is typed yet");
        assert_eq!(choices(FilterKey::Theme, "zzzzzz"), [""; 0]);
    }

    #[test]
    fn a_guide_is_admitted_by_every_filter_that_is_set() {
        let guide = sample::guide("a", "One", &[], &[]);
        assert!(Filters::default().admit(&guide));
        assert!(Filters { area: Some(Area::Workforce), ..Filters::default() }.admit(&guide));
        let neither = Filters { kind: Some(GuideKind::Theory), area: Some(Area::Workforce), theme: None };
        assert!(!neither.admit(&guide));
        assert_eq!(Filters::default().or(neither), neither);
        assert_eq!(
            neither
                .set(&sample::library())
                .map(|(key, id)| format!("{}:{id}", key.name()))
                .collect::<Vec<_>>(),
            ["area:workforce", "kind:theory"]
        );
    }
}

//! The small ids that the parts of a library know each other by.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// Returns the id of the part at `index` in its list.
            #[must_use]
            pub fn at(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// Returns the index of the part in its list.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(
    /// A guide of the library: its index in [`Library::guides`](super::Library::guides), which is in order of slugs.
    GuideId
);
id!(
    /// A theme of the library: its index in the pack's own order.
    ThemeId
);
id!(
    /// A glossary term of the library: its index in order of titles.
    TermId
);
id!(
    /// A reference of the library: its index in the pack's own order.
    ReferenceId
);
id!(
    /// A situation in which somebody is at risk: its index in the pack's own order.
    SituationId
);

/// The longest slug.
pub const SLUG_LENGTH: usize = 64;

/// Whether `text` can name a part of a pack: `a-z`, `0-9` and hyphens, a letter or digit first, at most 64.
///
/// A slug is safe as a file name and on a command line.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    let mut bytes = text.bytes();
    text.len() <= SLUG_LENGTH
        && bytes.next().is_some_and(|first| first.is_ascii_lowercase() || first.is_ascii_digit())
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain_names() {
        for good in ["a", "yp-your-rights", "plan-24-30", &"a".repeat(64)] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "-rf", "Ab", "a b", "../x", "é", &"a".repeat(65)] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}

//! The rules that a pack is held to, by name.

use serde::{Serialize, Serializer};

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The pack cannot be opened.
    Error,
    /// The pack opens, but a reader will miss something.
    Warning,
    /// The pack opens and nothing is lost; it could be better.
    Advice,
}

impl Severity {
    /// Returns its name in a report.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident $severity:ident $name:literal $reason:literal;)*) => {
        /// What a pack is checked for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $rule,)* }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$rule,)*];

            /// Returns its name in reports.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$rule => $name,)* }
            }

            /// Returns why it is a rule, in a line.
            #[must_use]
            pub fn reason(self) -> &'static str {
                match self { $(Self::$rule => $reason,)* }
            }

            /// Returns how much it matters.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity,)* }
            }
        }
    };
}

rules! {
    /// A file that every pack has is not there.
    MissingFile Error "missing-file" "pack.toml and themes.toml say what the pack is and how it is arranged.";
    /// A file that is not part of a pack.
    StrayFile Error "stray-file" "What stands in the wrong place would be left out without a word.";
    /// A file that could not be read.
    UnreadableFile Error "unreadable-file" "A pack is made of ordinary files that can be read.";
    /// A file that is not text.
    NotUtf8 Error "not-utf8" "TOML is written in UTF-8.";
    /// A file that is not TOML.
    TomlSyntax Error "toml-syntax" "What is not TOML cannot be read.";
    /// A key that the format does not have.
    UnknownKey Error "unknown-key" "A misspelt key would be left out without a word.";
    /// A key that has to be there.
    MissingKey Error "missing-key" "The reader shows it, so it has to be there.";
    /// A value of the wrong type.
    WrongType Error "wrong-type" "A key takes one type of value.";
    /// A value that the format does not have.
    WrongValue Error "wrong-value" "Some keys take only certain values.";
    /// An id that cannot be one.
    BadId Error "bad-id" "Ids are file names, links and words on a command line.";
    /// An id that is given or named twice.
    DuplicateId Error "duplicate-id" "An id names one thing.";
    /// A text with nothing in it.
    EmptyText Error "empty-text" "An empty text shows as a hole.";
    /// A text, list or file that is too long.
    TooLong Error "too-long" "No screen has room for it.";
    /// A link to something that is not there.
    BrokenLink Error "broken-link" "Every link leads somewhere.";
    /// An address that must not be opened.
    UnsafeAddress Error "unsafe-address" "Addresses are handed to a browser, so only plain ones are taken.";
    /// A guide that points to itself.
    SelfRelated Error "self-related" "A guide has nothing to add to itself.";
    /// A guide that points to another one twice.
    DuplicateRelated Error "duplicate-related" "One reason for each related guide is enough.";
    /// A theme's order names a guide that is not in it.
    OrderNotInTheme Error "order-not-in-theme" "The guide says which themes it is in; the order only sorts them.";
    /// HTML in a text.
    Html Error "html" "The reader shows text, not web pages.";
    /// An image in a text.
    Image Error "image" "A terminal shows no images; a diagram in characters can stand in.";
    /// A heading that stands above its section.
    ShallowHeading Error "shallow-heading" "One and two hashes stand for the guide and its sections.";
    /// A diagram that is not said in words.
    DiagramWithoutWords Error "diagram-without-words" "Some readers hear a guide and never see its drawings.";
    /// Words for a diagram that is not there.
    WordsWithoutDiagram Error "words-without-diagram" "The words say what a diagram shows.";
    /// Lists or quotes in each other without end.
    TooDeep Error "too-deep" "No screen has room for it.";
    /// More than a paragraph where one has room.
    NotOneParagraph Error "not-one-paragraph" "These lines stand in lists of their own.";
    /// Characters that cannot be shown.
    UnsafeText Warning "unsafe-text" "Characters that nobody sees can command a terminal or mislead a reader.";
    /// A theme that is empty.
    ThemeWithoutGuides Warning "theme-without-guides" "An empty theme is a dead end.";
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_kebab_case() {
        let mut names: Vec<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        assert!(
            names
                .iter()
                .all(|name| name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
        );
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Rule::ALL.len());
    }
}

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
    /// An answer whose first words lead to no passage, or to several.
    AnswerPlace Error "answer-place" "What people say for a passage leads to that one passage.";
    /// An item of a plan that is about nothing, or about two things.
    PlanItem Error "plan-item" "Each item of a plan leads to one passage or question, or says something of its own.";
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
    /// A telephone number that is dialled otherwise than it is said.
    DigitsDisagree Error "digits-disagree" "Somebody in danger dials what is read out.";
    /// A number that an organisation may not replace.
    ProtectedNumber Error "protected-number" "999, 111 and Childline stand on every safety page.";
    /// Lists or quotes in each other without end.
    TooDeep Error "too-deep" "No screen has room for it.";
    /// More than a paragraph where one has room.
    NotOneParagraph Error "not-one-paragraph" "These lines stand in lists of their own.";
    /// A block of code that was hardly meant.
    StrayCode Warning "stray-code" "Text that became code by a slip has lost its links and its lines.";
    /// Signs of Markdown that are shown as they are.
    LeftoverMarkup Warning "leftover-markup" "Signs that were meant to do something stand in the text instead.";
    /// Characters that cannot be shown.
    UnsafeText Warning "unsafe-text" "Characters that nobody sees can command a terminal or mislead a reader.";
    /// A theme that is empty.
    ThemeWithoutGuides Warning "theme-without-guides" "An empty theme is a dead end.";
    /// A guide without a part that every guide has.
    MissingPart Warning "missing-part" "Readers look for the same parts in every guide.";
    /// An *In brief* that does not fit one screen.
    InBriefTooLong Warning "in-brief-too-long" "Somebody mid-conversation has one screen and does not scroll.";
    /// A sentence of more than 35 words.
    LongSentence Warning "long-sentence" "Nobody holds more than 35 words in mind at the end of a shift.";
    /// Sentences that are long on the whole.
    LongSentences Warning "long-sentences" "Short sentences are read by tired people; long ones are read twice.";
    /// A guide that is harder to read than its kind may be.
    HardToRead Warning "hard-to-read" "Practice guides are read in a hurry, and young people’s guides by everybody.";
    /// Capitals that are not spelt out.
    Acronym Warning "acronym" "Capitals mean something to those who know them already.";
    /// A heading that says again what stands above it.
    RepeatedHeading Warning "repeated-heading" "A heading that is there already helps nobody to find anything.";
    /// A heading with nothing below it.
    EmptyHeading Warning "empty-heading" "A heading promises what stands below it.";
    /// Two guides, themes or terms with one title.
    DuplicateTitle Warning "duplicate-title" "In a list, two of the same title cannot be told apart.";
    /// A guide that no other one leads to.
    Orphan Warning "orphan" "Readers go from guide to guide; one that nothing leads to is hardly found.";
    /// A term that no guide links.
    UnusedTerm Warning "unused-term" "A term is met where a guide uses it, or not at all.";
    /// A reference that no guide names.
    UncitedReference Warning "uncited-reference" "A reference stands for something a guide says.";
    /// A paragraph that stands nearly the same somewhere else.
    NearDuplicate Warning "near-duplicate" "What is said twice is mended once, and then the two disagree.";
    /// A callout with a label that is none.
    CalloutLabel Warning "callout-label" "A misspelt label leaves a plain quotation.";
    /// Our own advice that states a detail.
    OwnAdvice Warning "own-advice" "A number or a date comes from somewhere, and that source is to be named.";
    /// A review that is long past.
    OverdueReview Warning "overdue-review" "Law, services and telephone numbers change.";
    /// A review in the future.
    FutureReview Warning "future-review" "Nobody has reviewed anything yet on a day to come.";
    /// A number or a source that has to be looked up again.
    SafetyPastReview Warning "safety-past-review" "Numbers and law change, and a wrong one is a wrong answer in danger.";
    /// A telephone number that stands in the text.
    TelephoneDigits Warning "telephone-digits" "Each number stands in one place, so that one change changes it everywhere.";
    /// Words of a link that say nothing.
    VagueLink Warning "vague-link" "Some readers hear only the links, one after the other.";
    /// An address in the text.
    BareAddress Warning "bare-address" "An address is for the program; a reader wants to know what is there.";
    /// Text that was to be replaced.
    Placeholder Warning "placeholder" "What was to be replaced is still there.";
    /// A word that stands twice.
    DoubledWord Warning "doubled-word" "A word typed twice is a slip.";
    /// Something said that is listed twice.
    SaidTwice Warning "said-twice" "Once is enough for the search.";
    /// A relation in one direction.
    OneWayRelation Advice "one-way-relation" "Whoever comes from the other side misses the way.";
    /// A part with fewer or more in it than is good.
    PartSize Advice "part-size" "Parts of one size are read at a glance.";
    /// A guide that is dense, of a kind that may be.
    DenseText Advice "dense-text" "Theory too is read after a long day.";
    /// A paragraph of many sentences.
    LongParagraph Advice "long-paragraph" "On a screen a long paragraph is a wall.";
    /// A term that a guide uses and does not link.
    UnlinkedTerm Advice "unlinked-term" "The meaning is one key away, where there is a link.";
    /// Law or entitlement without the callout that says to check it.
    CheckGuidance Advice "check-guidance" "Law and entitlements change after a guide was written.";
    /// A quotation of some length.
    Quotation Advice "quotation" "Voices are told in our words and not quoted, so that nobody can be recognised.";
    /// A phrase that says nothing.
    StockPhrase Advice "stock-phrase" "Readers skip what they have read a hundred times.";
    /// A spelling of another country.
    Spelling Advice "spelling" "One spelling throughout, British as the readers write it.";
    /// Something said that the guide does not speak of.
    UnansweredSaying Advice "unanswered-saying" "Whoever finds a guide by these words looks for them in it.";
    /// A line in brief that has no exceptions, where the text has some.
    AbsoluteInBrief Advice "absolute-in-brief" "Somebody mid-conversation reads the short line alone.";
    /// A question that is none.
    NotAQuestion Advice "not-a-question" "What stands under Questions is asked.";
    /// A link to the guide it stands in.
    LinkToItself Advice "link-to-itself" "The reader is there already.";
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

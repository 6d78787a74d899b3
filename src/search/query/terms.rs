//! The terms of a query: each with every stem that it may stand for.

use crate::search::query::synonyms::Kin;
use crate::search::tuning;

/// The most sought words: each word may bring others, and a set of them fits a [`Marked`](crate::search::query::term_set::Marked).
pub(crate) const MOST_SOUGHT: usize = 64;

/// A typed word in its plain form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Typed {
    /// The word.
    pub(crate) word: String,
    /// Whether it is finished.
    pub(crate) ending: Ending,
}

/// Whether a typed word is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ending {
    /// Something follows it.
    Closed,
    /// It is the last one and may go on.
    Open,
}

/// What else was typed with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Company {
    /// Nothing that the library knows and that says something.
    None,
    /// Words that find something without it: better leave it out than take it for what it hardly is.
    Known,
}

/// One thing that is looked for, with everything that it may stand for: it is scored as if these were one word.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sought {
    /// What was typed for it.
    pub(crate) typed: String,
    /// How much it counts, from 0 to 1.
    pub(crate) weight: f32,
    /// The stems that it may stand for, in order.
    pub(crate) members: Vec<Member>,
    /// The two typed words that this is when they are written as one; none where it was typed.
    pub(crate) halves: Option<[String; 2]>,
}

/// A stem that a sought word may stand for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Member {
    /// The stem.
    pub(crate) stem: u32,
    /// How much it counts among the others, from 0 to 1.
    pub(crate) weight: f32,
    /// How the typed word comes to it.
    pub(crate) how: How,
}

/// How a typed word comes to one of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It is that word, as it was typed.
    Typed,
    /// It is another form of it: *boundary*, *boundaries*.
    Form,
    /// It is the beginning of it.
    Completed,
    /// It is it with a slip.
    Mended,
    /// It is two words written as one.
    Parted,
    /// It is half of it: the other half was typed too.
    Joined,
    /// It has some of its letters.
    Abbreviated,
    /// It says nearly the same.
    Synonym,
}

impl Sought {
    /// Returns what is sought for `typed`, whose stems count alike.
    pub(crate) fn new(typed: &str, how: How, weight: f32, stems: impl IntoIterator<Item = u32>) -> Self {
        let member = |stem| Member { stem, weight: 1.0, how };
        Self::weighted(typed, weight, stems.into_iter().map(member).collect())
    }

    /// Returns what is sought for `typed`. Of several members with one stem the first counts.
    pub(crate) fn weighted(typed: &str, weight: f32, mut members: Vec<Member>) -> Self {
        members.sort_by_key(|member| member.stem);
        members.dedup_by_key(|member| member.stem);
        Self { typed: typed.to_owned(), weight, members, halves: None }
    }

    /// Adds other words for the typed one.
    pub(crate) fn with_synonyms(self, others: &[(u32, Kin)]) -> Self {
        let others =
            others.iter().map(|(stem, kin)| Member { stem: *stem, weight: kin.weight(), how: How::of(*kin) });
        let members = self.members.into_iter().chain(others).collect();
        Self { halves: self.halves, ..Self::weighted(&self.typed, self.weight, members) }
    }

    /// Returns what is sought for `typed`, which the library does not have, in its other words: the closest count
    /// most.
    pub(crate) fn instead(typed: &str, others: &[(u32, Kin)]) -> Option<Self> {
        let closest = others.iter().map(|(_, kin)| *kin).min()?;
        let weight = if closest == Kin::Form { tuning::FORM_ALONE } else { tuning::SYNONYM_ALONE };
        let member = |(stem, kin): &(u32, Kin)| Member {
            stem: *stem,
            weight: kin.weight() / closest.weight(),
            how: How::of(*kin),
        };
        Some(Self::weighted(typed, weight, others.iter().map(member).collect()))
    }
}

impl How {
    /// Returns how a typed word comes to one that is kin to it.
    fn of(kin: Kin) -> Self {
        match kin {
            Kin::Form => Self::Form,
            Kin::Field | Kin::English => Self::Synonym,
        }
    }
}

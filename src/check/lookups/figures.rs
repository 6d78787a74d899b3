//! What is counted of lookups, and how much of it is asked for.

/// A part of the lookups, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The right guide stands first.
    First,
    /// It stands among the first three.
    InThree,
    /// A passage of the right section stands first.
    SectionFirst,
    /// One stands among the first three.
    SectionInThree,
    /// The right passage stands first.
    PassageFirst,
    /// It stands among the first three.
    PassageInThree,
    /// Nothing answers, and the answer is said to be unsure.
    Unsure,
    /// Something answers, and the answer is said to be unsure: the less the better.
    WronglyUnsure,
}

impl Figure {
    /// Every figure, in the order they are told.
    pub const ALL: [Self; 8] = [
        Self::First,
        Self::InThree,
        Self::SectionFirst,
        Self::SectionInThree,
        Self::PassageFirst,
        Self::PassageInThree,
        Self::Unsure,
        Self::WronglyUnsure,
    ];

    /// Returns its name in a floor.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::InThree => "in-three",
            Self::SectionFirst => "section-first",
            Self::SectionInThree => "section-in-three",
            Self::PassageFirst => "passage-first",
            Self::PassageInThree => "passage-in-three",
            Self::Unsure => "unsure",
            Self::WronglyUnsure => "wrongly-unsure",
        }
    }

    /// Returns its name in words.
    #[must_use]
    pub fn label(self) -> String {
        self.key().replace('-', " ")
    }

    /// Whether a part is as much of it as is asked for, or of what should not be as little.
    #[must_use]
    pub fn reaches(self, part: f64, asked: f64) -> bool {
        if self == Self::WronglyUnsure { part <= asked } else { part >= asked }
    }
}

/// What is asked for of each figure: 0 to 1, nothing where none is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Floor([Option<f64>; Figure::ALL.len()]);

impl Floor {
    /// Returns what is asked for of a figure.
    #[must_use]
    pub fn of(self, figure: Figure) -> Option<f64> {
        self.0.get(figure as usize).copied().flatten()
    }

    /// Returns this floor with what is asked for of a figure.
    #[must_use]
    pub fn with(mut self, figure: Figure, asked: Option<f64>) -> Self {
        if let Some(place) = self.0.get_mut(figure as usize) {
            *place = asked;
        }
        self
    }

    /// Returns this floor, and where it asks for nothing the other.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Figure::ALL
            .into_iter()
            .fold(self, |floor, figure| floor.with(figure, self.of(figure).or_else(|| other.of(figure))))
    }
}

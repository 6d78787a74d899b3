//! Every number that decides what is found and in which order, with where it comes from. To change the ranking,
//! change one here and measure: on two test collections with judgements (nDCG@10), on each saying of the bundled
//! guides while its guide is built without it, and on the lookups in the tests. Rules are in the file named above
//! each group; here is only how much they count.
//!
//! *Collections* are the ten standard ones that the prototype was measured on; *sayings* are held-out sayings.
//! A number that no measurement tells apart from its neighbours is called flat: it is there because one is needed.

use crate::search::index::field::Field;

// ---- rank: BM25F over the fields, and BM25 over the title alone ----

/// How soon more of the same word stops counting (BM25's `k1`). Best of 1.2, 1.5, 1.8, 2.2 on the collections.
pub(super) const SATURATION: f32 = 1.8;

/// How soon that is in a title: the usual 1.2, because a title hardly says a word twice; flat.
pub(super) const TITLE_SATURATION: f32 = 1.2;

/// What the title alone, with its own idf, counts against all fields together: help pages .859 to .886, three words
/// .761 to .782; abstracts lose 1 %.
pub(super) const TITLE_ALONE: f32 = 0.5;

/// What it counts how much likelier a word is in what people say for a guide than in what they say for all. With it,
/// lookups find their guide first .84 to .88; of 2,014 sayings that no guide had, .54 at 1, .55 here with some of the
/// field as well. From .6 to 1 alike.
pub(super) const SAID: f32 = 0.8;

/// What part of a guide's sayings is taken to be what people say for any (the smoothing's `lambda`): a saying that it
/// lacks is no proof against it. From .1 to .3 alike.
pub(super) const SAID_BY_ALL: f32 = 0.2;

/// How a field counts.
pub(super) struct FieldWeight {
    /// What a word in it counts against a word of running text.
    pub(super) weight: f32,
    /// How much a long field makes a word in it count less, from 0 to 1 (BM25's `b`).
    pub(super) length: f32,
}

/// How the fields count, in the order of [`Field::ALL`]: title and text as measured on the collections (2 to 3 and
/// 1, `b` .3 and .7), the others between. What people say counts little here and most by itself: see [`SAID`].
pub(super) const FIELDS: [FieldWeight; Field::ALL.len()] = [
    FieldWeight { weight: 2.0, length: 0.3 }, // title
    FieldWeight { weight: 0.5, length: 0.3 }, // people say: most of it by itself, below
    FieldWeight { weight: 1.0, length: 0.5 }, // key terms: sayings in three 1.7 % more than without, .6 % than at .5
    FieldWeight { weight: 1.5, length: 0.5 }, // headings
    FieldWeight { weight: 1.5, length: 0.5 }, // in brief
    FieldWeight { weight: 1.0, length: 0.7 }, // questions
    FieldWeight { weight: 1.0, length: 0.7 }, // text
    FieldWeight { weight: 0.3, length: 0.7 }, // sources
];

// ---- intent: what a typed word is taken for ----

/// The fewest letters of a word being typed that is completed when others have been typed: too many words begin
/// with fewer.
pub(super) const SHORTEST_BEGINNING: usize = 3;

/// The fewest letters of a finished word that is taken for the beginning of others (*intro*).
pub(super) const SHORTEST_CLIPPING: usize = 4;

/// The fewest bytes that a part of a word written as two has.
pub(super) const SHORTEST_PART: usize = 2;

/// What a word counts that makes another with a typed stop word (*burn out*): the other alone is hardly meant.
pub(super) const HALF_WEIGHT: f32 = 0.5;

// ---- complete: the word being typed ----

/// The most stems that a beginning stands for, the commonest; more are flat.
pub(super) const MOST_COMPLETIONS: usize = 64;

/// The most places in the text where those stems may stand together; the commonest stands for the beginning in any
/// case. Ten thousand guides of five kilobytes do not have as many. In a hundred thousand, one letter would be in some
/// ten million: to go through them takes 30 ms, and no letter is worth that.
pub(super) const MOST_COMPLETED_PLACES: u64 = 2_000_000;

/// What a completion counts against the word as it stands: .9 half-typed .346 to .393 against none. Less where the
/// library has the word too, because then it need not go on (*sleep* is seldom on the way to *sleepovers*).
pub(super) const COMPLETION_WEIGHT: f32 = 0.9;
/// See [`COMPLETION_WEIGHT`].
pub(super) const KNOWN_COMPLETION_WEIGHT: f32 = 0.4;

// ---- synonyms: other words for a word ----

/// What another form of the typed word counts beside it that shares no stem with it (*left*, *leave*): abstracts .390
/// to .395, help pages .902 to .908; .4 to .9 are alike.
pub(super) const OTHER_STEM: f32 = 0.6;

/// What such forms count together in place of a word that the library does not have.
pub(super) const FORM_ALONE: f32 = 0.9;

/// What a word of plain English counts beside one that says nearly the same: help pages .902 to .912, in three words
/// .787 to .802, abstracts the same; .05 to .2 are alike.
pub(super) const ENGLISH_SYNONYM: f32 = 0.1;

/// What a synonym of the field counts beside the word that was typed: held-out sayings in three .396 without, .436
/// at .1, .439 at .2; lookups find their guide first 1 % more at .1 than at .2.
pub(super) const SYNONYM: f32 = 0.1;

/// What synonyms count together in place of a word that the library does not have.
pub(super) const SYNONYM_ALONE: f32 = 0.6;

// ---- mend: words that the library does not have ----

/// The most words that a mended word stands for.
pub(super) const MOST_CANDIDATES: usize = 4;

/// What a word counts at one, two and three slips: mending at these weights lifts three words with a typo from .319
/// to .389, whole questions with one from .528 to .554, and costs clean ones .2 %.
pub(super) const SLIP_WEIGHT: [f32; 3] = [0.8, 0.5, 0.3];

/// What each half of a word parted in two counts.
pub(super) const SPLIT_WEIGHT: f32 = 0.8;

/// What a word that was abbreviated counts: abbreviations .323 to .367.
pub(super) const ABBREVIATION_WEIGHT: f32 = 0.6;

/// The fewest letters of a word with one, two and three slips: shorter ones are too easily something else. More
/// where other words find something without it.
pub(super) const SHORTEST_SLIPS: [u32; 3] = [4, 6, 9];
/// See [`SHORTEST_SLIPS`].
pub(super) const SHORTEST_SLIPS_IN_COMPANY: [u32; 3] = [5, 8, 11];

/// In company, the fewest letters of a word whose first letter may be the slip: it seldom is (Pollock and Zamora
/// 1984), and a shorter word is more likely another one (*crying* and *trying*).
pub(super) const SHORTEST_OTHER_START: u32 = 7;

/// The fewest letters of an abbreviation.
pub(super) const SHORTEST_ABBREVIATION: u32 = 4;

/// Slips in a word that is still being typed: with more, too many words may begin like it.
pub(super) const MOST_SLIPS_AT_BEGINNING: u32 = 1;

// ---- rescore: the best guides read again ----

/// How many of the documents that fit best are read again: 50 and 100 rank no better, and cost more than all else.
pub(super) const READ_AGAIN: usize = 20;

/// What nearness counts: up to .8 % on the collections.
pub(super) const NEARNESS: f32 = 0.6;

/// Words further apart than this are not near.
pub(super) const FURTHEST: usize = 8;

/// What two typed words count that a saying has together: lookups find their guide first .85 without, .90 here, when
/// little words count too (.88 when they do not); from .2 to .5 alike.
pub(super) const SAID_TOGETHER: f32 = 0.3;

/// What a title or saying counts against all that is sought, by how well it fits.
pub(super) const NAME: f32 = 2.0;

/// What a title or saying that has all of the query and nothing else counts against the most that any text can
/// come to: who types what a guide is known by wants that guide, whatever else has the words. The sharp power
/// leaves next to nothing for names that only have some of it.
pub(super) const EXACT_NAME: f32 = 1.0;
/// See [`EXACT_NAME`].
pub(super) const EXACT_POWER: i32 = 4;

/// In a name, what is missing to a word as it was typed counts only so far, if it is at least that like it: titles
/// with two slips.
pub(super) const UNLIKE: f32 = 0.5;
/// See [`UNLIKE`].
pub(super) const LIKE_TYPED: f32 = 0.5;

/// What another form of a word counts against the one that was typed: enough to tell *offload* and *offloading* apart.
pub(super) const OTHER_FORM: f32 = 0.95;

/// What a stop word counts against the mean of what is sought: in the query, where it tells sayings apart (*nobody
/// cares about me*, *nobody cares*), and among the words of a name.
pub(super) const TYPED_STOP_WORD: f32 = 0.25;
/// See [`TYPED_STOP_WORD`].
pub(super) const STOP_WORD: f32 = 0.4;

/// A name is why a guide was found if it has this part of what is sought, or more: with two hundred sayings one has
/// half of it by chance.
pub(super) const REASON: f32 = 0.7;

// ---- subject: glossary terms and themes among the guides ----

/// What a term or theme counts against a guide with the same words: its few words make each of them count much. At .5
/// they push guides out of the first three; .2 has 1.1 % more held-out sayings there.
pub(super) const BESIDE_GUIDES: f32 = 0.2;

/// How well a name fits at least that is what was typed: all of it and nothing else, but for an ending or a slip.
pub(super) const IS_NAMED: f32 = 0.9;

// ---- passage: the block to show ----

/// How soon more of the same word stops counting in a block: soon, for a short line that answers needs it once.
pub(super) const PASSAGE_SATURATION: f32 = 0.5;

/// How much a long block makes a word in it count less, and the length that is neither long nor short, in words.
pub(super) const PASSAGE_LENGTH: f32 = 0.4;
/// See [`PASSAGE_LENGTH`].
pub(super) const PASSAGE_USUAL_LENGTH: f32 = 40.0;

/// What a word in the heading above counts against one in the block.
pub(super) const PASSAGE_HEADING: f32 = 0.5;

/// What a block counts that points to others rather than answers: it begins with a reference or has several, or it
/// is a callout that says what may have changed.
pub(super) const PASSAGE_ASIDE: f32 = 0.5;

/// What a block counts at least that answers.
pub(super) const PASSAGE_ANSWERS: f32 = 0.5;

/// What a block counts in the opening and in the lines for someone mid-conversation, in the three movements, in
/// other written sections, which go beyond the guide's matter, and in questions, which ask rather than answer, and
/// notes on what to read.
pub(super) const PASSAGE_BRIEF: f32 = 1.0;
/// See [`PASSAGE_BRIEF`].
pub(super) const PASSAGE_MOVEMENT: f32 = 0.8;
/// See [`PASSAGE_BRIEF`].
pub(super) const PASSAGE_WRITTEN: f32 = 0.65;
/// See [`PASSAGE_BRIEF`].
pub(super) const PASSAGE_ASKS: f32 = 0.4;

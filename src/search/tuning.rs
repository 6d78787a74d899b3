//! Every number that decides what is found and in which order, with where it comes from. To change the ranking,
//! change one here and measure: on two test collections with judgements (nDCG@10), on each alias of the bundled
//! guides while its guide is built without it, and on the lookups in the tests. Rules are in the file named above
//! each group; here is only how much they count.
//!
//! *Collections* are the ten standard ones that the prototype was measured on; *aliases* are held-out ones.
//! A number that no measurement tells apart from its neighbours is called flat: it is there because one is needed.

use crate::search::index::field::Field;

/// A query with so many words or more that are neither in the library nor English, most of its words and most of them
/// like no word of the library, is in another language: nothing is corrected.
pub(crate) const FOREIGN_WORDS: usize = 3;

// ---- score/rank: BM25F over the fields, BM25 over the title alone, a language model of the aliases ----

/// How soon more of the same word stops counting (BM25's `k1`). Best of 1.2, 1.5, 1.8, 2.2 on the collections.
pub(crate) const SATURATION: f32 = 1.8;

/// How soon that is in a title: the usual 1.2, because a title hardly says a word twice; flat.
pub(crate) const TITLE_SATURATION: f32 = 1.2;

/// What the title alone, with its own idf, counts against all fields together: help pages .859 to .886, three words
/// .761 to .782; abstracts lose 1 %.
pub(crate) const TITLE_ALONE: f32 = 0.5;

/// What the log-likelihood ratio of a word in the aliases of a guide against all aliases counts. With it, lookups find
/// their guide first .84 to .88; of 2,014 aliases that no guide had, .54 at 1, .55 here with some of the field as well.
/// From .6 to 1 alike.
pub(crate) const ALIAS_LIKELIHOOD: f32 = 0.8;

/// The smoothing of that model (Jelinek–Mercer `lambda`): the part of a guide's aliases that is taken to be what people
/// say for any guide, because a word that its aliases lack is no proof against it. Held-out aliases find their guide in
/// three .615 at .1, .629 here.
pub(crate) const ALIAS_SMOOTHING: f32 = 0.4;

/// How a field counts.
pub(crate) struct FieldWeight {
    /// What a word in it counts against a word of running text.
    pub(crate) weight: f32,
    /// How much a long field makes a word in it count less, from 0 to 1 (BM25's `b`).
    pub(crate) length: f32,
}

/// How the fields count, in the order of [`Field::ALL`]: title and text as measured on the collections (2 to 3 and
/// 1, `b` .3 and .7), the others between. Aliases count little here and most by themselves: see [`ALIAS_LIKELIHOOD`].
pub(crate) const FIELDS: [FieldWeight; Field::ALL.len()] = [
    FieldWeight { weight: 2.0, length: 0.3 }, // title
    FieldWeight { weight: 0.5, length: 0.3 }, // aliases: most by themselves, above
    FieldWeight { weight: 1.0, length: 0.5 }, // key terms: aliases in three 1.7 % more than without, .6 % than at .5
    FieldWeight { weight: 1.5, length: 0.5 }, // headings
    FieldWeight { weight: 1.5, length: 0.5 }, // in brief
    FieldWeight { weight: 1.0, length: 0.7 }, // questions
    FieldWeight { weight: 1.0, length: 0.7 }, // text
    FieldWeight { weight: 0.3, length: 0.7 }, // sources
];

// ---- query/expansion: what a typed word may stand for ----

/// The fewest letters of a word being typed that is completed when others have been typed: too many words begin
/// with fewer.
pub(crate) const SHORTEST_PREFIX: usize = 3;

/// The fewest letters of a finished word that is taken for the beginning of others (*intro*).
pub(crate) const SHORTEST_CLIPPING: usize = 4;

/// The fewest bytes of a half of a word written as two.
pub(crate) const SHORTEST_HALF: usize = 2;

/// What a word counts that makes another with a typed stop word (*burn out*): the other alone is hardly meant.
pub(crate) const HALF_WEIGHT: f32 = 0.5;

// ---- query/complete: the word being typed ----

/// The most stems that a prefix stands for, the most frequent; more are flat.
pub(crate) const MAX_COMPLETIONS: usize = 64;

/// The most occurrences that those stems have together; the most frequent stem stands for the prefix in any case. Ten
/// thousand guides of five kilobytes do not have as many. In a hundred thousand, one letter would have some ten
/// million: to go through them takes 30 ms, and no letter is worth that.
pub(crate) const MAX_COMPLETED_OCCURRENCES: u64 = 2_000_000;

/// What a completion counts against the word as it stands: .9 half-typed .346 to .393 against none. Less where the
/// library has the word too, because then it need not go on (*sleep* is seldom on the way to *sleepovers*).
pub(crate) const COMPLETION_WEIGHT: f32 = 0.9;
/// See [`COMPLETION_WEIGHT`].
pub(crate) const KNOWN_COMPLETION_WEIGHT: f32 = 0.4;

// ---- query/synonyms ----

/// What another form of the typed word counts beside it that shares no stem with it (*left*, *leave*): abstracts .390
/// to .395, help pages .902 to .908; .4 to .9 are alike.
pub(crate) const OTHER_STEM: f32 = 0.6;

/// What such forms count together in place of a word that the library does not have.
pub(crate) const FORM_ALONE: f32 = 0.9;

/// What a word of general English counts beside one that means nearly the same: help pages .902 to .912, in three words
/// .787 to .802, abstracts the same; .05 to .2 are alike.
pub(crate) const GENERAL_SYNONYM: f32 = 0.1;

/// What a synonym of the domain counts beside the word that was typed: held-out aliases in three .396 without, .436
/// at .1, .439 at .2; lookups find their guide first 1 % more at .1 than at .2.
pub(crate) const SYNONYM: f32 = 0.1;

/// What synonyms count together in place of a word that the library does not have.
pub(crate) const SYNONYM_ALONE: f32 = 0.6;

// ---- query/spelling: words that the library does not have ----

/// The most words that a misspelt word stands for.
pub(crate) const MAX_CANDIDATES: usize = 4;

/// What a correction counts at one, two and three edits: correcting at these weights lifts three words with a typo from
/// .319 to .389, whole questions with one from .528 to .554, and costs clean ones .2 %.
pub(crate) const EDIT_WEIGHTS: [f32; 3] = [0.8, 0.5, 0.3];

/// What each half of a split word counts.
pub(crate) const SPLIT_WEIGHT: f32 = 0.8;

/// What a word that was abbreviated counts: abbreviations .323 to .367.
pub(crate) const ABBREVIATION_WEIGHT: f32 = 0.6;

/// The fewest letters of a word that is corrected by one, two and three edits: shorter ones are too easily other words.
/// More where other words find something without it.
pub(crate) const SHORTEST_BY_EDITS: [u32; 3] = [4, 6, 9];
/// See [`SHORTEST_BY_EDITS`].
pub(crate) const SHORTEST_BY_EDITS_IN_CONTEXT: [u32; 3] = [5, 8, 11];

/// The fewest letters of a word that is corrected to a form which the library lacks.
pub(crate) const SHORTEST_INFLECTED: u32 = 6;

/// Where other words find something, the fewest letters of a word whose first letter may be wrong: it seldom is
/// (Pollock and Zamora 1984), and a shorter word is more likely another one (*crying* and *trying*).
pub(crate) const SHORTEST_OTHER_START: u32 = 7;

/// The fewest letters of an abbreviation.
pub(crate) const SHORTEST_ABBREVIATION: u32 = 4;

/// Edits in a word that is still being typed: with more, too many words may begin like it.
pub(crate) const MAX_PREFIX_EDITS: u32 = 1;

// ---- score/scan: marks ----

/// One word in so many or more is too common to be marked where another was typed: *relationship*, *young*, *care*.
pub(crate) const MARKED_AT_MOST: u64 = 250;

// ---- score/scoring: the best documents rescored from their texts ----

/// How many of the best documents are rescored: 50 and 100 rank no better, and cost more than all else.
pub(crate) const RESCORE_DEPTH: usize = 20;

/// What proximity counts: up to .8 % on the collections.
pub(crate) const PROXIMITY: f32 = 0.6;

/// Terms that are more words apart than this are not near.
pub(crate) const PROXIMITY_WINDOW: usize = 8;

/// What the co-occurrence of typed words in aliases counts: lookups find their guide first .85 without, .93 here with
/// stop words (.02 less without these), in three .989 at .3 and .991 here; held-out aliases lose 1 %.
pub(crate) const ALIAS_COOCCURRENCE: f32 = 0.45;

/// What a title or alias counts against all terms, by how well it matches.
pub(crate) const TITLE_MATCH: f32 = 2.0;

/// What a title or alias that has all of the query and nothing else counts against the most that any text can
/// come to: who types what a guide is known by wants that guide, whatever else has the words. The sharp power
/// leaves next to nothing for names that only have some of it.
pub(crate) const EXACT_TITLE: f32 = 1.0;
/// See [`EXACT_TITLE`].
pub(crate) const EXACT_POWER: i32 = 4;

/// In a title or alias, what an expansion lacks to a word as it was typed counts only so far, if it is at least that
/// like it: titles with two misspellings.
pub(crate) const UNLIKE: f32 = 0.5;
/// See [`UNLIKE`].
pub(crate) const LIKE_TYPED: f32 = 0.5;

/// What another form of a word counts against the one that was typed: enough to tell *offload* and *offloading* apart.
pub(crate) const OTHER_FORM: f32 = 0.95;

/// What a stop word counts against the mean of the terms: in the query, where it tells aliases apart (*nobody
/// cares about me*, *nobody cares*), and among the words of a title or alias.
pub(crate) const TYPED_STOP_WORD: f32 = 0.25;
/// See [`TYPED_STOP_WORD`].
pub(crate) const STOP_WORD: f32 = 0.4;

/// A title or alias is why a guide was found if it covers this part of the query, or more: one of two hundred aliases
/// covers half of it by chance.
pub(crate) const REASON: f32 = 0.7;

// ---- finding: glossary terms and themes among the guides ----

/// What a term or theme counts against a guide with the same words: its few words make each of them count much. At .5
/// they push guides out of the first three; .2 has 1.1 % more held-out aliases there.
pub(crate) const BESIDE_GUIDES: f32 = 0.2;

/// A document may be asked for by its title if its names have this part of the query between them.
pub(crate) const NAMED: f32 = 0.7;

/// So many of the first words of a title, or more, are that title asked for.
pub(crate) const TITLE_BEGINNING: usize = 3;

/// How well a title or alias matches at least that is what was typed: all of it and nothing else, but for an ending or
/// a misspelling.
pub(crate) const EXACT: f32 = 0.9;

// ---- score/passage: the passage that answers ----
//
// Measured on the half of the lookups for passages that is for development, with the guides of November 2026: .62 of the
// right passages first and .76 among the first three; on the half held out .45 and .65. What follows is worth so much there; lengths of blocks and which section they stand in were
// tried and are worth nothing.

/// The occurrences in a library of a word that tells passages apart by no more than a factor of two (`ln 2`); a number
/// of some ten thousand words. At 1,000 held-out aliases find their passage in three 1 % less, from 6,000 on alike.
pub(crate) const COMMON: f32 = 20_000.0;

/// What a passage counts against its guide: held-out aliases find their guide in three .639 at .2, .660 here, .66 at .6,
/// where lookups lose 1 % of their guides.
pub(crate) const PASSAGE: f32 = 0.4;

/// How soon more of the same word stops counting in a passage: a short line that answers needs it once; .5 and .8 alike.
pub(crate) const PASSAGE_SATURATION: f32 = 0.5;

/// What a word in the heading above counts against one in the passage: .61 to .62 first.
pub(crate) const PASSAGE_HEADING: f32 = 0.5;

/// What a word in the lead-in of a list counts for its items: .75 to .76 in three.
pub(crate) const PASSAGE_LEAD_IN: f32 = 0.3;

/// What a word in what people say for a passage counts, each time: .65 to .76 in three. From .3 to .7 alike.
pub(crate) const PASSAGE_ALIAS: f32 = 0.5;

/// What it counts, against all terms, that what people say for a passage matches as a whole: from .5 to 1 alike.
pub(crate) const PASSAGE_ALIAS_MATCH: f32 = 0.7;

/// What each next best of these counts against the one before: held-out passages first .282 without, .295 here.
pub(crate) const NEXT_ALIAS: f32 = 0.5;

/// What a block counts that points to others rather than answers: it begins with a reference or has several, or it
/// is a callout that says what may have changed.
pub(crate) const PASSAGE_ASIDE: f32 = 0.5;

/// A block with fewer words than this is no passage by itself, unless people have words for it.
pub(crate) const PASSAGE_WORDS: usize = 6;

/// The most passages of one guide in an answer.
pub(crate) const PASSAGES_OF_GUIDE: usize = 3;

/// What each further passage of a guide loses, against all terms of the query: held-out aliases find their guide in three
/// .660 at .4, .693 here, .706 at 2, where sections in three begin to fall.
pub(crate) const REPEATED_GUIDE: f32 = 1.3;

/// How much of a term a passage has whose heading or lead-in has it.
pub(crate) const COVERED_ABOVE: f32 = 0.7;

/// How much of a term a passage has that only has a synonym of it.
pub(crate) const COVERED_BY_SYNONYM: f32 = 0.5;

// ---- score/scoring: who asks ----

/// What a young people's guide loses, against all terms, where somebody speaks of a young person: guide lookups first .930
/// to .934; up to 1.2 alike.
pub(crate) const ASKED_BY_HELPER: f32 = 0.3;

/// What it gains where somebody speaks of themselves: guide lookups in three .989 to .991; at .5 passages lose 1 %.
pub(crate) const ASKED_BY_ONESELF: f32 = 0.2;

// ---- finding: whether the answer is one ----

/// What each piece of [evidence](crate::search::certainty) counts in the log-odds that an answer is one: score, title,
/// missing, elsewhere, corrected. Fitted on 669 queries with an answer and 177 without, ten parts each held out in turn:
/// with .03 of the first said to be unsure, .83 of the others are. The score alone has .62 there, all but the words of
/// elsewhere .81 (.71 against .78 at .02), and without the list of English words .72. Twenty-four more signals (coverage,
/// proximity, margins) and boosted trees do no better.
pub(crate) const CERTAINTY: [f32; 5] = [2.22, 1.92, -0.48, -3.5, 1.07];

/// The log-odds where there is no evidence.
pub(crate) const CERTAINTY_OF_NOTHING: f32 = -5.39;

/// An answer is sure from these log-odds on. To be told wrongly that nothing fits is worse than the reverse, so it lies where
/// .05 of the answers that were held out are below: .62 of 98 queries without one are.
pub(crate) const SURE: f32 = -1.25;

/// What the words of a query weigh at least when a score is set against them.
pub(crate) const LEAST_WHOLE: f32 = 0.3;

/// Among so many of the first hits is the passage that has most of the query.
pub(crate) const COVERING_HITS: usize = 5;

/// In a pack with fewer guides than this every score is low, and tells nothing.
pub(crate) const FEWEST_GUIDES: u32 = 10;

/// The most hits of an answer that is not sure.
pub(crate) const UNSURE_HITS: usize = 3;

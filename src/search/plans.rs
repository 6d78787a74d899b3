//! Ready plans found by what is typed. They are few and have no text to be ranked by, so that a plan is named beside the
//! results, and only where nearly all of the words are those of its title or of what people say for it.

use std::collections::BTreeSet;

use crate::guide::Library;
use crate::text::fold_words;

/// The part of the words of both, typed and known, that has to be in common: three of four.
const IN_COMMON: (usize, usize) = (3, 4);

/// Words that tell nothing of what is meant.
const FILLERS: [&str; 26] = [
    "how", "is", "too", "what", "do", "when", "a", "an", "and", "as", "at", "for", "i", "in", "it", "my",
    "of", "on", "our", "plan", "session", "s", "the", "to", "we", "with",
];

/// Returns the index of the ready plan that is meant, if one is.
#[must_use]
pub fn ready_plan(library: &Library, typed: &str) -> Option<usize> {
    let typed = words(typed);
    let best = |plan: &crate::guide::ReadyPlan| {
        let names = std::iter::once(plan.title.as_str()).chain(plan.aliases.iter());
        names.filter_map(|name| in_common(&typed, &words(name))).max()
    };
    let found = library.plans.iter().enumerate().filter_map(|(at, plan)| Some((best(plan)?, at)));
    found.max_by_key(|(common, at)| (*common, std::cmp::Reverse(*at))).map(|(_, at)| at)
}

/// Returns how many words of two are in common, in hundredths of all; nothing where they are too few.
fn in_common(typed: &BTreeSet<String>, known: &BTreeSet<String>) -> Option<usize> {
    let common = typed.intersection(known).count();
    let all = typed.union(known).count();
    (common > 1 && common * IN_COMMON.1 >= all * IN_COMMON.0).then(|| common * 100 / all.max(1))
}

fn words(text: &str) -> BTreeSet<String> {
    let folded = fold_words(text);
    folded.split(' ').filter(|word| !word.is_empty() && !FILLERS.contains(word)).map(str::to_owned).collect()
}

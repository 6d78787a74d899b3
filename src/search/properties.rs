//! What holds for every query: capitals, accents and order change nothing, and answers hold together.

use std::sync::LazyLock;

use proptest::prelude::*;

use crate::search::*;
use crate::{guide::BlockKind, text::slice};

/// The library and its search, built once for all cases.
static SAMPLE: LazyLock<(Library, Search)> = LazyLock::new(|| {
    let library = sample::library();
    let search = Search::build(&library);
    (library, search)
});

/// Words of the library, misspelt ones, beginnings, stop words and strangers.
fn word() -> impl Strategy<Value = String> {
    let words = "boundary boundaries trust trusts supervision suprvision care carer cafe young person the \
        what after through aftercare relationship relatoin behaviour bhvr burn out kicking 21 xqz one to ones";
    prop::sample::select(words.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
}

fn query() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(word(), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn capitals_and_accents_change_nothing(words in query(), accents in prop::collection::vec(0_u8..4, 40)) {
        let (library, search) = &*SAMPLE;
        let query = words.join(" ");
        let mut styles = accents.iter().cycle();
        let styled: String = query.chars().map(|c| match styles.next() {
            Some(1) => c.to_uppercase().collect(),
            Some(2) if c.is_alphabetic() => format!("{c}\u{301}"),
            Some(3) if c == 'e' => "É".to_owned(),
            _ => c.to_string(),
        }).collect();
        prop_assert_eq!(search.find(library, &query, 10), search.find(library, &styled, 10));
    }

    #[test]
    fn word_order_changes_nothing(
        (words, shuffled) in query().prop_flat_map(|words| (Just(words.clone()), Just(words).prop_shuffle())),
        last in prop::option::of(word()),
    ) {
        let (library, search) = &*SAMPLE;
        let typed = |words: &[String]| format!("{} {}", words.join(" "), last.as_deref().unwrap_or_default());
        prop_assert_eq!(
            search.find(library, &typed(&words), 10).hits,
            search.find(library, &typed(&shuffled), 10).hits
        );
    }

    #[test]
    fn answers_hold_together(query in "(\\PC| |[a-zé’]|care|super|.){0,40}", limit in 0_usize..8) {
        let (library, search) = &*SAMPLE;
        let answer = search.find(library, &query, limit);
        prop_assert!(answer.hits.len() <= limit);
        prop_assert!(answer.hits.is_sorted_by(|a, b| a.score >= b.score && a.subject != b.subject));
        for hit in &answer.hits {
            let guide = library.guide(hit.guide().unwrap());
            prop_assert!(hit.title.iter().all(|range| guide.title.get(range.clone()).is_some()));
            prop_assert!(hit.alias.is_none_or(|alias| alias < guide.all_aliases().count()));
            if let Some(Passage { section, span, marks }) = hit.passage() {
                prop_assert!(guide.section_blocks(*section).contains(&(span.block as usize)));
                let block = &guide.blocks[span.block as usize];
                prop_assert_eq!(block.kind, BlockKind::Paragraph);
                prop_assert!(block.prose.text.get(span.range()).is_some());
                prop_assert!(marks.iter().all(|mark| !slice(&block.prose.text, mark.clone()).is_empty()));
                prop_assert!(marks.is_sorted_by(|a, b| a.end <= b.start));
            }
            for mark in search.marks(library, hit.guide().unwrap(), &query) {
                let text = &guide.blocks[mark.block as usize].prose.text;
                prop_assert!(!slice(text, mark.range()).is_empty());
            }
        }
    }
}

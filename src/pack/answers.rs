//! What people say for a passage: the passage is named by its first words, and exactly one of its section begins so.

use super::document::Text;
use super::findings::{Findings, quoted};
use super::raw;
use super::rule::Rule;
use crate::guide::{Answered, Block, BlockKind};
use crate::text::StringTable;

/// The words that an error quotes of a passage that may have been meant.
const WORDS_QUOTED: usize = 5;

/// Returns the passages of a section that its answers name, in the order of the file. The blocks of the section begin at
/// `first`; an answer that names no passage, or several, or one that another answer named, is reported.
pub(super) fn of_section(
    answers: &[raw::Answer],
    (blocks, first): (&[Block], usize),
    findings: &mut Findings,
) -> Vec<Answered> {
    let mut found: Vec<(usize, &raw::Answer)> = Vec::with_capacity(answers.len());
    for answer in answers.iter().filter(|answer| !answer.at.value.is_empty()) {
        let Some(index) = passage(&answer.at, blocks, findings) else { continue };
        match found.iter().find(|(other, _)| *other == index) {
            Some((_, other)) => {
                let message = format!("the passage {} has its answer already", quoted(&answer.at.value));
                findings.add(
                    Rule::AnswerPlace,
                    &answer.at.place,
                    message,
                    "put what both say into one of them",
                );
                findings.also(other.at.place.clone());
            }
            None => found.push((index, answer)),
        }
    }
    found.into_iter().map(|(index, answer)| answered(first + index, &answer.aliases)).collect()
}

/// Returns what people say for the block with this index.
pub(super) fn answered(block: usize, aliases: &[Text]) -> Answered {
    let aliases: StringTable = aliases.iter().map(|text| text.value.as_str()).collect();
    Answered { block: u32::try_from(block).unwrap_or(u32::MAX), aliases }
}

/// Returns the index of the one block that begins with these words, or reports what keeps it from being one.
pub(super) fn passage(at: &Text, blocks: &[Block], findings: &mut Findings) -> Option<usize> {
    let texts = || blocks.iter().enumerate().filter(|(_, block)| is_passage(block));
    let mut beginning = texts().filter(|(_, block)| block.prose.text.starts_with(&at.value));
    let (first, second) = (beginning.next(), beginning.next());
    match (first, second) {
        (Some((index, _)), None) => Some(index),
        (None, _) => {
            let message = format!("no passage of this section begins with {}", quoted(&at.value));
            findings.add(
                Rule::AnswerPlace,
                &at.place,
                message,
                no_passage(&at.value, texts().map(|(_, block)| block)),
            );
            None
        }
        (Some(_), Some(_)) => {
            let message = format!("more than one passage of this section begins with {}", quoted(&at.value));
            findings.add(
                Rule::AnswerPlace,
                &at.place,
                message,
                "write more of its first words, as readers see them",
            );
            None
        }
    }
}

/// Whether a block can be named as a passage: of a row of a table its first cell.
fn is_passage(block: &Block) -> bool {
    match block.kind {
        BlockKind::Paragraph | BlockKind::Code => !block.prose.text.is_empty(),
        BlockKind::Cell(cell) => cell.column == 0 && cell.row > 0,
        BlockKind::Title
        | BlockKind::Meta
        | BlockKind::Summary
        | BlockKind::Heading(_)
        | BlockKind::Label
        | BlockKind::Diagram
        | BlockKind::Rule => false,
    }
}

/// Returns what to do where no passage begins so: the passage that has most of the letters in common at its start.
fn no_passage<'a>(at: &str, passages: impl Iterator<Item = &'a Block>) -> String {
    let common = |text: &str| text.chars().zip(at.chars()).take_while(|(one, other)| one == other).count();
    let nearest = passages.map(|block| block.prose.text.as_str()).max_by_key(|text| common(text));
    let first = nearest.map(|text| text.split_whitespace().take(WORDS_QUOTED).collect::<Vec<_>>().join(" "));
    match first.filter(|first| common(first) > 0) {
        Some(first) => format!(
            "write the first words of a paragraph, an item or a row as readers see them; one begins with {}",
            quoted(&first)
        ),
        None => "write the first words of a paragraph, an item or a row, as readers see them".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Prose;

    fn text(value: &str) -> Text {
        Text { value: value.to_owned(), ..Text::default() }
    }

    fn placed(at: &[&str]) -> (Vec<u32>, usize) {
        let block = |kind, text: &str| Block::new(kind, Prose::plain(text));
        let blocks = [
            block(BlockKind::Heading(2), "Say it plainly"),
            block(BlockKind::Paragraph, "Say what you can do."),
            block(BlockKind::Paragraph, "Say what you cannot."),
        ];
        let answers: Vec<_> =
            at.iter().map(|at| raw::Answer { at: text(at), aliases: vec![text("limits")] }).collect();
        let mut findings = Findings::new(1);
        let answers = of_section(&answers, (&blocks, 10), &mut findings);
        (answers.iter().map(|answer| answer.block).collect(), findings.errors())
    }

    #[test]
    fn a_passage_is_named_by_its_first_words() {
        assert_eq!(placed(&["Say what you cannot", "Say what you can d"]), (vec![12, 11], 0));
        assert_eq!(placed(&["Say what you can"]), (vec![], 1), "two begin so");
        assert_eq!(placed(&["Say it plainly"]), (vec![], 1), "a heading is no passage");
        assert_eq!(placed(&["Say what you cannot", "Say what you canno"]), (vec![12], 1), "named twice");
    }
}

//! Where a link leads, written out behind its words: text that cannot be clicked has no other way to say it.

use std::borrow::Cow;

use super::paint::Links;
use crate::guide::{Block, Safety, SituationId, Target};
use crate::text::clean_line;

/// A blank and a hyphen at which no line breaks.
const BLANK: &str = "\u{a0}";
const HYPHEN: &str = "\u{2011}";

/// Returns the blocks with what is to be typed or opened behind the words of their links: the addresses of web links,
/// unless these are hyperlinks, and what `typed` returns for a situation. Where that does not break, [`as_typed`] has to
/// follow once the lines are laid out.
pub(super) fn with_addresses(
    blocks: &[Block],
    links: Links,
    typed: impl Fn(SituationId) -> Option<String>,
) -> Cow<'_, [Block]> {
    if blocks.iter().all(|block| hidden(block, links, &typed).is_empty()) {
        return Cow::Borrowed(blocks);
    }
    let mut blocks = blocks.to_vec();
    for block in &mut blocks {
        for (end, address) in hidden(block, links, &typed).into_iter().rev() {
            let written = format!(" ({address})");
            block.prose.text.insert_str(end, &written);
            let more = u32::try_from(written.len()).unwrap_or(0);
            for mark in &mut block.prose.marks {
                mark.start += if mark.start as usize >= end { more } else { 0 };
                mark.end += if mark.end as usize > end { more } else { 0 };
            }
        }
    }
    Cow::Owned(blocks)
}

/// Returns what stands behind the links of a block, and where their words end.
fn hidden(
    block: &Block,
    links: Links,
    typed: &impl Fn(SituationId) -> Option<String>,
) -> Vec<(usize, String)> {
    let written = block.prose.links().filter_map(|(range, target)| {
        let written = match target {
            Target::Web(address) if links == Links::Written => {
                unsaid(block.prose.slice(range.clone()), address)
            }
            Target::Safety(id) => typed(*id).map(|typed| typed.replace(' ', BLANK).replace('-', HYPHEN)),
            _ => None,
        };
        written.map(|written| (range.end, written))
    });
    written.collect()
}

/// Returns a text that was laid out with plain blanks and hyphens for those at which no line breaks: commands can be
/// typed, numbers be found and dialled so.
pub(super) fn as_typed(text: &str) -> String {
    text.replace(BLANK, " ").replace(HYPHEN, "-")
}

/// Returns the command for the page of a situation.
pub(super) fn command(safety: &Safety, id: SituationId) -> Option<String> {
    safety.situation(id).map(|situation| format!("toolkit safety {}", situation.slug))
}

/// Returns an address that the words of its link do not say.
fn unsaid(words: &str, address: &str) -> Option<String> {
    let address = address.trim_start_matches("mailto:").trim_start_matches("tel:");
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    (!letters(words).contains(&letters(bare))).then(|| clean_line(address))
}

/// Returns the letters and digits of a text.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::blocks;

    #[test]
    fn plain_text_says_where_links_lead_unless_it_does_already() {
        let markdown = "Call [0800 83](tel:080083), see [the *law*](https://x.org/a) or \
                        [x.org/b](https://x.org/b/), [write](mailto:a@x.org).";
        let blocks = blocks(markdown, |address, _| Some(Target::Web(address.to_owned()))).blocks;
        let plain = with_addresses(&blocks, Links::Written, |_| None);
        assert_eq!(
            plain[0].prose.text,
            "Call 0800 83, see the law (https://x.org/a) or x.org/b, write (a@x.org)."
        );
        assert_eq!(with_addresses(&blocks, Links::Hyper, |_| None)[0], blocks[0]);
    }

    #[test]
    fn a_situation_is_named_as_it_is_typed() {
        let target = |_: &str, _| Some(Target::Safety(SituationId::at(0)));
        let blocks = blocks("See [who is *not* back](safety:missing).", target).blocks;
        for links in [Links::Written, Links::Hyper] {
            let shown = with_addresses(&blocks, links, |_| Some("toolkit safety not-back".to_owned()));
            assert_eq!(as_typed(&shown[0].prose.text), "See who is not back (toolkit safety not-back).");
        }
    }
}

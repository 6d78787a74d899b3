//! `plans.toml`: ready plans for sessions; `learning.toml`: what learning is counted under. Both may be left out.
//!
//! A plan names passages and questions of the guides by their first words, as answers do, so that it stays true to
//! them: what is not there any more is an error.

pub(super) mod raw;

use super::answers::passage;
use super::document::Text;
use super::findings::{Findings, quoted};
use super::index::{IdLookup, Index, QUESTIONS};
use super::links::part;
use super::rule::Rule;
use crate::guide::{Guide, GuideId, Learning, LearningElement, ReadyItem, ReadyPlan, ReadyTopic};
use crate::text::StringTable;

/// Returns the ready plans, and reports items that lead to nothing.
pub(super) fn plans(
    raw: &[raw::Plan],
    guides: &[Guide],
    index: &Index,
    findings: &mut Findings,
) -> Vec<ReadyPlan> {
    raw.iter()
        .map(|raw| {
            let items: Vec<ReadyItem> =
                raw.items.iter().filter_map(|item| ready_item(item, guides, index, findings)).collect();
            let minutes: u16 = items.iter().map(|item| item.minutes).fold(0, u16::saturating_add);
            if raw.minutes != 0 && minutes != raw.minutes && items.len() == raw.items.len() {
                let message =
                    format!("the plan has {} minutes, and its items come to {minutes}", raw.minutes);
                findings.add(Rule::PlanItem, &raw.id.place, message, "write the minutes that the items have");
            }
            ReadyPlan {
                slug: raw.id.value.clone(),
                title: raw.title.value.clone(),
                purpose: raw.purpose.value.clone(),
                aliases: raw.aliases.iter().map(|text| text.value.as_str()).collect::<StringTable>(),
                items,
            }
        })
        .collect()
}

/// Returns an item, or reports what keeps it from being one.
fn ready_item(
    raw: &raw::Item,
    guides: &[Guide],
    index: &Index,
    findings: &mut Findings,
) -> Option<ReadyItem> {
    let minutes = raw.minutes;
    let topic = match (&raw.passage, &raw.question, &raw.own) {
        (Some(place), None, None) => {
            let (guide, block) = place_of(place, raw.at.as_ref(), guides, index, findings)?;
            ReadyTopic::Passage(guide, block)
        }
        (None, Some(place), None) => {
            let (guide, block) = place_of(place, raw.at.as_ref(), guides, index, findings)?;
            let asks = guides.get(guide.index())?.question_blocks().any(|question| question == block);
            if !asks {
                let message = format!("{} is no question of the guide", quoted(&place.value));
                let help = format!("write `GUIDE#{QUESTIONS}`, and the first words of one of its questions");
                findings.add(Rule::PlanItem, &place.place, message, help);
            }
            ReadyTopic::Question(guide, block)
        }
        (None, None, Some(own)) => ReadyTopic::Own(own.value.clone()),
        _ => {
            let help =
                "write one of `question`, `passage` and `own`, the first two with `at` and their first words";
            findings.add(Rule::PlanItem, &raw.place, "an item of a plan is about one thing", help);
            return None;
        }
    };
    Some(ReadyItem { topic, minutes })
}

/// Returns the guide and the block that `GUIDE#SECTION` and the first words of a passage lead to.
fn place_of(
    place: &Text,
    at: Option<&Text>,
    guides: &[Guide],
    index: &Index,
    findings: &mut Findings,
) -> Option<(GuideId, u32)> {
    let (id, section) = place.value.split_once('#').unwrap_or((&place.value, ""));
    let guide = match part(id, "guide", &index.guides, findings) {
        Ok(found) => found?,
        Err(why) => {
            findings.add(why.rule, &place.place, why.message, why.help);
            return None;
        }
    };
    let Some(number) = index.sections(guide).iter().position(|known| known == section) else {
        let message = format!("the guide `{id}` has no section {}", quoted(section));
        let help = format!("write `{id}#SECTION` with one of its sections");
        findings.add(Rule::BrokenLink, &place.place, message, help);
        return None;
    };
    let Some(at) = at else {
        let help = "write `at = \"…\"` with the first words of the passage or the question";
        findings.add(Rule::PlanItem, &place.place, "nothing says which passage is meant", help);
        return None;
    };
    let text = guides.get(guide)?;
    let blocks = text.section_blocks(number);
    let found = passage(at, text.blocks.get(blocks.clone())?, findings)?;
    Some((GuideId::at(guide), u32::try_from(blocks.start + found).ok()?))
}

/// Returns what learning is counted under.
pub(super) fn learning(raw: &raw::Learning) -> Learning {
    let element =
        |(id, title): &(Text, Text)| LearningElement { slug: id.value.clone(), title: title.value.clone() };
    Learning {
        source: raw.source.value.clone(),
        checked: raw.checked.value.clone(),
        elements: raw.elements.iter().map(element).collect(),
    }
}

/// Returns the elements that a guide counts towards, and reports those that are not there.
pub(super) fn elements(named: &[Text], index: &Index, findings: &mut Findings) -> Vec<u32> {
    let mut found = Vec::new();
    for name in named.iter().filter(|name| !name.value.is_empty()) {
        match (index.elements.find(&name.value), part(&name.value, "element", &index.elements, findings)) {
            (IdLookup::Part(at), _) => found.extend(u32::try_from(at)),
            (_, Err(why)) => findings.add(why.rule, &name.place, why.message, why.help),
            _ => {}
        }
    }
    found
}

//! `danger.toml`: the words of danger, a phrase a line.

pub(super) mod raw;

use super::document::{SourceFile, Text};
use super::findings::Findings;
use super::index::{Index, Names};
use super::links::part;
use crate::guide::{Alarm, Danger, WordClass, classes_named};

/// Returns the words of danger, and reports classes and situations that are not there.
pub(super) fn danger(
    raw: &raw::Danger,
    index: &Index,
    documents: &[SourceFile<'_>],
    findings: &mut Findings,
) -> Danger {
    let classes = Names::collect(raw.classes.iter().map(|(id, _)| (id, id)), "the class", findings);
    let lists =
        raw.classes.iter().map(|(_, words)| words).chain(raw.alarms.iter().map(|(_, phrases)| phrases));
    for text in lists.chain(&raw.harmless).chain(&raw.young) {
        check(text, &classes, documents, findings);
    }
    for (situation, _) in &raw.alarms {
        if let Err(why) = part(&situation.value, "situation", &index.situations, findings) {
            findings.add(why.rule, &situation.place, why.message, why.help);
        }
    }
    let words = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone()).unwrap_or_default();
    let listed = |text: &Option<Text>| text.as_ref().map(|text| lines(&text.value)).unwrap_or_default();
    Danger {
        fillers: words(&raw.fillers),
        ordinary: words(&raw.ordinary),
        variants: listed(&raw.variants),
        classes: raw
            .classes
            .iter()
            .map(|(id, words)| WordClass { slug: id.value.clone(), words: words.value.clone() })
            .collect(),
        harmless: listed(&raw.harmless),
        young: listed(&raw.young),
        alarms: raw
            .alarms
            .iter()
            .map(|(situation, phrases)| Alarm {
                situation: situation.value.clone(),
                phrases: lines(&phrases.value),
            })
            .collect(),
    }
}

/// Reports classes that are not there.
fn check(text: &Text, classes: &Names, documents: &[SourceFile<'_>], findings: &mut Findings) {
    for (range, class) in classes_named(&text.value) {
        let Err(why) = part(class, "class", classes, findings) else { continue };
        let document = documents.get(text.place.file);
        let place = document.and_then(|document| document.parts(text, &[range]).pop());
        findings.add(why.rule, place.as_ref().unwrap_or(&text.place), why.message, why.help);
    }
}

fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

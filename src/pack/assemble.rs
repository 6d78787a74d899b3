//! Puts the library together: ids for names, links for addresses, and everything that points back.

use super::danger::danger;
use super::document::{SourceFile, Text};
use super::files::Files;
use super::findings::{Findings, quoted};
use super::index::{IdLookup, Index, Names};
use super::links::{Seen, Used, part, web};
use super::markdown::MarkdownReader;
use super::parts::{About, Parts};
use super::plans::{elements, learning, plans};
use super::raw;
use super::rule::Rule;
use super::safety::safety;
use crate::guide::{
    Area, Coverage, Guide, GuideId, GuideKind, Library, Pack, Reference, ReferenceId, ReferenceKind, Related,
    Term, TermId, Theme, ThemeId,
};
use crate::text::{StringTable, fold_text};

/// Returns the library, and reports what keeps it from being right: it is good only when nothing was reported.
pub(super) fn library(
    files: &Files,
    index: &Index,
    documents: &[SourceFile<'_>],
    findings: &mut Findings,
) -> Option<Library> {
    let references: Vec<_> = files.references.iter().map(|raw| reference(raw, findings)).collect();
    let mut reader = MarkdownReader { index, documents, used: Used::default(), findings };
    let attribution = files.pack.as_ref().map_or("", |pack| pack.attribution.value.as_str());
    let mut guides = Vec::with_capacity(files.guides.len());
    let mut used = Vec::with_capacity(files.guides.len());
    for (at, raw) in files.guides.iter().enumerate() {
        guides.push(guide(GuideId::at(at), raw, attribution, &references, &mut reader));
        used.push(std::mem::take(&mut reader.used));
    }
    let pack = files.pack.as_ref().map(|raw| pack(raw, &mut reader));
    let safety = files.safety.as_ref().map(|raw| safety(raw, &mut reader)).unwrap_or_default();
    let danger =
        files.danger.as_ref().map(|raw| danger(raw, index, documents, reader.findings)).unwrap_or_default();
    let terms = files.terms.iter().map(|raw| term(raw, index, findings)).collect();
    let plans = plans(&files.plans, &guides, index, findings);
    let learning = files.learning.as_ref().map(learning).unwrap_or_default();
    let mut library = Library {
        pack: pack?,
        guides,
        themes: Vec::new(),
        terms,
        references,
        safety,
        danger,
        plans,
        learning,
    };
    let by_title = by_title(&library);
    library.themes = themes(files, &library, &by_title, index, findings);
    point_back(&mut library, &used, &by_title);
    Some(library)
}

/// Returns the parts that are named; those that are not there are reported.
fn named(list: &[Text], what: &'static str, names: &Names, findings: &mut Findings) -> Vec<usize> {
    let mut found = Vec::with_capacity(list.len());
    for name in list {
        match part(&name.value, what, names, findings) {
            Ok(at) => found.extend(at),
            Err(why) => findings.add(why.rule, &name.place, why.message, why.help),
        }
    }
    found
}

fn value(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.value.clone())
}

fn values(texts: &[Text]) -> StringTable {
    texts.iter().map(|text| text.value.as_str()).collect()
}

fn pack(raw: &raw::Pack, reader: &mut MarkdownReader<'_, '_>) -> Pack {
    Pack {
        description: reader.blocks(&raw.description),
        slug: raw.id.value.clone(),
        title: raw.title.value.clone(),
        summary: raw.summary.as_ref().map(|summary| summary.value.clone()),
        aliases: values(&raw.aliases),
        language: raw.language.value.clone(),
        attribution: raw.attribution.value.clone(),
        licence: raw.licence.value.clone(),
    }
}

fn reference(raw: &raw::Reference, findings: &mut Findings) -> Reference {
    if let Some(address) = &raw.address {
        if !address.value.starts_with("http") {
            let message = format!("{} is no address on the web", quoted(&address.value));
            let help = "write the address in full, beginning with `https://`";
            findings.add(Rule::UnsafeAddress, &address.place, message, help);
        } else if let Err(why) = web(&address.value) {
            findings.add(why.rule, &address.place, why.message, why.help);
        }
    }
    Reference {
        slug: raw.id.value.clone(),
        kind: raw.kind.unwrap_or(ReferenceKind::Web),
        author: value(raw.author.as_ref()),
        year: value(raw.year.as_ref()),
        title: raw.title.value.clone(),
        source: value(raw.source.as_ref()),
        address: value(raw.address.as_ref()),
        uncertain: value(raw.uncertain.as_ref()),
        cited_by: Vec::new(),
    }
}

fn term(raw: &raw::Term, index: &Index, findings: &mut Findings) -> Term {
    let see = named(&raw.see, "guide", &index.guides, findings);
    Term {
        slug: raw.id.value.clone(),
        title: raw.title.value.clone(),
        aliases: values(&raw.aliases),
        meaning: raw.meaning.value.clone(),
        see: see.into_iter().map(GuideId::at).collect(),
        general: raw.general,
        used_in: Vec::new(),
    }
}

fn guide(
    id: GuideId,
    raw: &raw::Guide,
    attribution: &str,
    known: &[Reference],
    reader: &mut MarkdownReader<'_, '_>,
) -> Guide {
    let index = reader.index;
    let mut ids = |list: &[Text], what, names| named(list, what, names, reader.findings);
    let themes = ids(&raw.themes, "theme", &index.themes).into_iter().map(ThemeId::at).collect();
    let based_on: Vec<_> =
        ids(&raw.based_on, "reference", &index.references).into_iter().map(ReferenceId::at).collect();
    let references = ids(&raw.references, "reference", &index.references);
    let related = related(id, raw, index, reader.findings);
    let learning = elements(&raw.learning, index, reader.findings);

    let mut parts = Parts::default();
    parts.opening(&raw.title.value, &raw.summary.value);
    parts.in_brief(raw, reader);
    parts.written(raw, reader);
    parts.questions(raw, reader);
    let references = leans_on(references, &based_on, &reader.used);
    // What is missing here was reported, and then nobody sees this guide.
    let coverage = raw.coverage.unwrap_or(Coverage::Other);
    let (area, kind) = (raw.area.unwrap_or(Area::Workforce), raw.kind.unwrap_or(GuideKind::Practice));
    let about = About { coverage, attribution, reviewed: &raw.reviewed.value, references: known };
    parts.sources(&about, &based_on, &references);

    Guide {
        slug: raw.id.value.clone(),
        title: raw.title.value.clone(),
        area,
        kind,
        themes,
        summary: raw.summary.value.clone(),
        aliases: values(&raw.aliases),
        words: parts.close(kind, area),
        answers: parts.answers,
        coverage,
        learning,
        reviewed: raw.reviewed.value.clone(),
        based_on,
        references,
        related,
        backlinks: Vec::new(),
        terms: reader.used.terms.order.clone(),
        sections: parts.sections,
        blocks: parts.blocks,
    }
}

/// Returns the references a guide leans on: those it lists, then those that its text names, without those it
/// is based on.
fn leans_on(listed: Vec<usize>, based_on: &[ReferenceId], used: &Used) -> Vec<ReferenceId> {
    let mut seen = Seen::default();
    listed
        .into_iter()
        .map(ReferenceId::at)
        .chain(used.references.order.iter().copied())
        .for_each(|id| seen.add(id));
    seen.order.retain(|id| !based_on.contains(id));
    seen.order
}

fn related(id: GuideId, raw: &raw::Guide, index: &Index, findings: &mut Findings) -> Vec<Related> {
    let mut seen = Seen::default();
    let mut out = Vec::with_capacity(raw.related.len());
    for related in raw.related.iter().filter(|related| !related.guide.value.is_empty()) {
        let name = &related.guide;
        let Some(&at) = named(std::slice::from_ref(name), "guide", &index.guides, findings).first() else {
            continue;
        };
        let guide = GuideId::at(at);
        let before = seen.order.len();
        seen.add(guide);
        if guide == id {
            let message = format!("the guide {} is related to itself", quoted(&name.value));
            findings.add(Rule::SelfRelated, &name.place, message, "take this one out");
        } else if seen.order.len() == before {
            let message = format!("the guide {} is related already", quoted(&name.value));
            findings.add(Rule::DuplicateRelated, &name.place, message, "take one of the two out");
            let first =
                raw.related.iter().map(|related| &related.guide).find(|other| other.value == name.value);
            if let Some(first) = first {
                findings.also(first.place.clone());
            }
        } else {
            out.push(Related { guide, why: related.why.value.clone() });
        }
    }
    out
}

/// Returns, for each guide, its place in the order of titles.
fn by_title(library: &Library) -> Vec<usize> {
    let mut order: Vec<usize> = (0..library.guides.len()).collect();
    order.sort_by_cached_key(|&at| library.guides.get(at).map(|guide| (fold_text(&guide.title), at)));
    let mut places = vec![0; order.len()];
    for (place, at) in order.into_iter().enumerate() {
        places[at] = place;
    }
    places
}

fn themes(
    files: &Files,
    library: &Library,
    by_title: &[usize],
    index: &Index,
    findings: &mut Findings,
) -> Vec<Theme> {
    let raws = &files.themes;
    let mut members: Vec<Vec<GuideId>> = vec![Vec::new(); raws.len()];
    for id in library.guide_ids() {
        for theme in &library.guide(id).themes {
            members[theme.index()].push(id);
        }
    }
    // A guide whose themes are missing or broken was reported: it may be in any of them.
    let are_known: Vec<bool> = library
        .guides
        .iter()
        .zip(&files.guides)
        .map(|(guide, raw)| !guide.themes.is_empty() && guide.themes.len() == raw.themes.len())
        .collect();
    let all_known = index.guides.all_read() && are_known.iter().all(|known| *known);
    let mut out = Vec::with_capacity(raws.len());
    for (at, (raw, mut rest)) in raws.iter().zip(members).enumerate() {
        // Not when its guides may be in a file that could not be read, nor for the second of two with one id.
        let is_known = matches!(index.themes.find(&raw.id.value), IdLookup::Part(known) if known == at);
        if rest.is_empty() && is_known && all_known {
            let message = format!("no guide is in the theme {}", quoted(&raw.id.value));
            let help = "name the theme in the `themes` of a guide, or take it out";
            findings.add(Rule::ThemeWithoutGuides, &raw.id.place, message, help);
        }
        let mut guides = ordered(raw, (&rest, &are_known), index, findings);
        rest.retain(|guide| !guides.known(*guide));
        rest.sort_by_key(|guide| by_title.get(guide.index()));
        guides.order.append(&mut rest);
        out.push(Theme {
            slug: raw.id.value.clone(),
            title: raw.title.value.clone(),
            intro: raw.intro.value.clone(),
            guides: guides.order,
        });
    }
    out
}

/// Returns the guides that the order of a theme names. `members` are in order of their ids; `are_known` says of each
/// guide whether all of its themes are.
fn ordered(
    raw: &raw::Theme,
    (members, are_known): (&[GuideId], &[bool]),
    index: &Index,
    findings: &mut Findings,
) -> Seen<GuideId> {
    let mut guides = Seen::default();
    for name in &raw.order {
        let Some(&at) = named(std::slice::from_ref(name), "guide", &index.guides, findings).first() else {
            continue;
        };
        if members.binary_search(&GuideId::at(at)).is_ok() {
            guides.add(GuideId::at(at));
        } else if are_known.get(at) == Some(&true) {
            let message = format!("the guide {} does not say that it is in this theme", quoted(&name.value));
            let help =
                format!("add {} to the `themes` of the guide, or take it out here", quoted(&raw.id.value));
            findings.add(Rule::OrderNotInTheme, &name.place, message, help);
        }
    }
    guides
}

/// Fills in everything that points back, in order of titles.
fn point_back(library: &mut Library, used: &[Used], by_title: &[usize]) {
    let mut order: Vec<GuideId> = library.guide_ids().collect();
    order.sort_by_key(|id| by_title.get(id.index()));
    for id in order {
        let Some(used) = used.get(id.index()) else { continue };
        let guide = library.guide(id);
        let mut targets = used.guides.clone();
        guide.related.iter().for_each(|related| targets.add(related.guide));
        let cited: Vec<ReferenceId> = guide.based_on.iter().chain(&guide.references).copied().collect();
        for target in targets.order.into_iter().filter(|target| *target != id) {
            library.guides[target.index()].backlinks.push(id);
        }
        for term in &used.terms.order {
            library.terms[TermId::index(*term)].used_in.push(id);
        }
        for reference in cited {
            library.references[reference.index()].cited_by.push(id);
        }
    }
}

//! Where the links of a text lead.

use std::collections::BTreeSet;

use super::findings::{Findings, listed, quoted};
use super::index::{IdLookup, Index, Names};
use super::rule::Rule;
use crate::guide::{GuideId, Place, ReferenceId, SCHEMES, SituationId, Target, TermId, check_address};

/// What can be written in the round brackets of a link.
const KINDS: &str = "a link leads to `guide:ID`, `guide:ID#SECTION`, `term:ID`, `ref:ID`, `safety:ID`, or an \
                     address that begins with `https:`, `http:`, `mailto:` or `tel:`";

/// The kinds of link that are no address on the web.
const KNOWN: [&str; 4] = ["guide", "term", "ref", "safety"];

/// Things in order of their first use.
#[derive(Debug, Clone)]
pub(super) struct Seen<T> {
    pub(super) order: Vec<T>,
    set: BTreeSet<T>,
}

impl<T> Default for Seen<T> {
    fn default() -> Self {
        Self { order: Vec::new(), set: BTreeSet::new() }
    }
}

impl<T: Copy + Ord> Seen<T> {
    pub(super) fn known(&self, thing: T) -> bool {
        self.set.contains(&thing)
    }

    pub(super) fn add(&mut self, thing: T) {
        if self.set.insert(thing) {
            self.order.push(thing);
        }
    }
}

/// What the texts of one guide link to.
#[derive(Debug, Clone, Default)]
pub(super) struct Used {
    pub(super) guides: Seen<GuideId>,
    pub(super) terms: Seen<TermId>,
    pub(super) references: Seen<ReferenceId>,
}

/// Why a link leads nowhere.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) rule: Rule,
    pub(super) message: String,
    pub(super) help: String,
}

impl Broken {
    fn link(message: String, help: impl Into<String>) -> Self {
        Self { rule: Rule::BrokenLink, message, help: help.into() }
    }
}

/// Returns where the link to `address` leads, or why nowhere; nothing where its file could not be read, which
/// was reported already.
pub(super) fn resolve(
    address: &str,
    index: &Index,
    used: &mut Used,
    findings: &mut Findings,
) -> Result<Option<Target>, Broken> {
    if SCHEMES.iter().any(|scheme| address.starts_with(scheme)) {
        return web(address).map(|()| Some(Target::Web(address.to_owned())));
    }
    let (kind, rest) = address.split_once(':').unwrap_or(("", address));
    match kind {
        "guide" => guide(rest, index, used, findings),
        "term" => Ok(part(rest, "term", &index.terms, findings)?.map(|at| {
            let term = TermId::at(at);
            used.terms.add(term);
            Target::Term(term)
        })),
        "ref" => Ok(part(rest, "reference", &index.references, findings)?.map(|at| {
            let reference = ReferenceId::at(at);
            used.references.add(reference);
            Target::Reference(reference)
        })),
        "safety" => {
            let at = part(rest, "situation", &index.situations, findings)?;
            Ok(at.map(|at| Target::Safety(SituationId::at(at))))
        }
        _ if KNOWN.contains(&kind.to_lowercase().as_str()) => {
            let help = format!("write {} in small letters", quoted(&format!("{}:", kind.to_lowercase())));
            Err(Broken::link(format!("the link leads to {}", quoted(address)), help))
        }
        "" => Err(Broken::link(format!("the link leads to {}", quoted(address)), guess(rest, index))),
        _ => Err(Broken {
            rule: Rule::UnsafeAddress,
            message: format!("the address {} is of a kind that the reader never opens", quoted(address)),
            help: KINDS.to_owned(),
        }),
    }
}

/// Says what is wrong with an address on the web.
pub(super) fn web(address: &str) -> Result<(), Broken> {
    check_address(address).map_err(|why| Broken {
        rule: Rule::UnsafeAddress,
        message: format!("the address {} {why}", quoted(address)),
        help: "write the address as the browser shows it, in full, beginning with `https://`".to_owned(),
    })
}

/// Returns the index of the part with this id.
pub(super) fn part(
    id: &str,
    what: &'static str,
    names: &Names,
    findings: &mut Findings,
) -> Result<Option<usize>, Broken> {
    match names.find(id) {
        IdLookup::Part(index) => Ok(Some(index)),
        IdLookup::Unread => {
            findings.leads_to_unread(what, id);
            Ok(None)
        }
        IdLookup::Nothing => {
            let help = match (names.titled(id), findings.meant(id, names.ids())) {
                (Some(titled), _) => format!("this is its title; write its id, `{titled}`"),
                (None, Some(near)) => format!("did you mean `{near}`?"),
                (None, None) => format!("check the spelling, or add the {what}"),
            };
            Err(Broken::link(format!("there is no {what} {}", quoted(id)), help))
        }
    }
}

fn guide(
    rest: &str,
    index: &Index,
    used: &mut Used,
    findings: &mut Findings,
) -> Result<Option<Target>, Broken> {
    let (id, section) = match rest.split_once('#') {
        Some((id, section)) => (id, Some(section)),
        None => (rest, None),
    };
    let Some(at) = part(id, "guide", &index.guides, findings)? else { return Ok(None) };
    let guide = GuideId::at(at);
    used.guides.add(guide);
    let Some(section) = section else { return Ok(Some(Target::Guide(Place { guide, section: None }))) };
    let sections = index.sections(at);
    if let Some(found) = sections.iter().position(|id| id == section) {
        return Ok(Some(Target::Guide(Place { guide, section: u32::try_from(found).ok() })));
    }
    let names = || sections.iter().map(String::as_str);
    let help = match findings.meant(section, names()) {
        Some(near) => format!("did you mean `guide:{id}#{near}`?"),
        None => format!("its sections are {}", listed(names().take(20))),
    };
    Err(Broken::link(format!("the guide `{id}` has no section {}", quoted(section)), help))
}

/// Returns what to write for an address without a kind.
fn guess(id: &str, index: &Index) -> String {
    let kinds = [
        ("guide", &index.guides),
        ("term", &index.terms),
        ("ref", &index.references),
        ("safety", &index.situations),
    ];
    let bare = id.split('#').next().unwrap_or_default();
    match kinds.iter().find(|(_, names)| matches!(names.find(bare), IdLookup::Part(_))) {
        Some((kind, _)) => format!("write `{kind}:{id}`"),
        None if id.starts_with("www.") => format!("write {}", quoted(&format!("https://{id}"))),
        None => KINDS.to_owned(),
    }
}

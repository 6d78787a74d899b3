//! Reads the files of a pack, each by what its path says it is.

use toml::de::DeTable;

use super::danger::raw as danger;
use super::document::{SourceFile, SourceSpan};
use super::fields::Fields;
use super::findings::{Findings, quoted};
use super::plans::raw as plans;
use super::raw;
use super::rule::Rule;
use super::safety::raw as safety;
use super::{Source, SourceError, size, syntax};
use crate::text::fold_text;

/// The largest file that is read, in bytes.
pub(super) const FILE_AT_MOST: usize = 2 << 20;

/// The largest file of a guide, in bytes: six hundred pages.
const GUIDE_AT_MOST: usize = 1 << 20;

/// The format that this reader knows.
const FORMAT: i64 = 1;

/// The files that a pack may do without, as long as nothing leads to what would be in them.
pub(super) const GLOSSARY: &str = "glossary.toml";
/// What somebody types who is at risk.
const DANGER: &str = "danger.toml";
/// What to do when somebody is at risk.
pub(super) const SAFETY: &str = "safety.toml";
/// Plans for sessions.
const PLANS: &str = "plans.toml";
/// What learning is counted under.
pub(super) const LEARNING: &str = "learning.toml";
/// The file of the references.
pub(super) const REFERENCES: &str = "references.toml";

/// A pack as it is written.
#[derive(Default)]
pub(super) struct Files {
    pub(super) pack: Option<raw::Pack>,
    pub(super) themes: Vec<raw::Theme>,
    /// In order of titles.
    pub(super) terms: Vec<raw::Term>,
    pub(super) references: Vec<raw::Reference>,
    /// None where the file is missing or could not be read.
    pub(super) safety: Option<safety::Safety>,
    pub(super) danger: Option<danger::Danger>,
    pub(super) plans: Vec<plans::Plan>,
    pub(super) learning: Option<plans::Learning>,
    /// In order of ids.
    pub(super) guides: Vec<raw::Guide>,
    /// What could not be read.
    pub(super) unread: Unread,
}

/// The files that could not be read: nothing is said about links to what may be in them.
#[derive(Default)]
pub(super) struct Unread {
    pub(super) themes: bool,
    pub(super) terms: bool,
    pub(super) references: bool,
    /// The ids that the names of files give.
    pub(super) guides: Vec<String>,
}

/// What a path says about a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind<'a> {
    Pack,
    Themes,
    Glossary,
    References,
    Safety,
    Danger,
    Plans,
    Learning,
    /// A guide: its folder and its name without the ending.
    Guide(&'a str, &'a str),
    /// Nothing that a pack has, and its name without the ending.
    Stray(&'a str),
}

impl<'a> Kind<'a> {
    fn of(name: &'a str) -> Self {
        let stem = name.strip_suffix(".toml");
        match (name, stem.and_then(|stem| stem.rsplit_once('/')), stem) {
            ("pack.toml", ..) => Self::Pack,
            ("themes.toml", ..) => Self::Themes,
            (GLOSSARY, ..) => Self::Glossary,
            (REFERENCES, ..) => Self::References,
            (SAFETY, ..) => Self::Safety,
            (DANGER, ..) => Self::Danger,
            (PLANS, ..) => Self::Plans,
            (LEARNING, ..) => Self::Learning,
            (_, Some((folder, stem)), _) => Self::Guide(folder, stem),
            (_, None, Some(stem)) => Self::Stray(stem),
            (_, None, None) => {
                Self::Stray(name.rsplit('/').next().and_then(|file| file.split('.').next()).unwrap_or(name))
            }
        }
    }
}

/// Reads all files. `documents` has one for each source, and gets one more for each file that is missing.
pub(super) fn read<'a>(
    sources: &'a [Source],
    documents: &mut Vec<SourceFile<'a>>,
    findings: &mut Findings,
) -> Files {
    let mut files = Files::default();
    for (source, document) in sources.iter().zip(documents.iter()) {
        files.read(source, *document, findings);
    }
    let is_missing = |name| !sources.iter().any(|source| source.name == name);
    files.unread.terms |= is_missing(GLOSSARY);
    files.unread.references |= is_missing(REFERENCES);
    for name in ["pack.toml", "themes.toml"] {
        if is_missing(name) {
            let document = SourceFile { file: documents.len(), name, text: "" };
            documents.push(document);
            files.unread.themes |= name == "themes.toml";
            let message = format!("the pack has no file {name}");
            findings.add(
                Rule::MissingFile,
                &document.place(0..0),
                message,
                format!("make a file called {name} in the folder of the pack"),
            );
        }
    }
    files.guides.sort_by(|a, b| a.id.value.cmp(&b.id.value));
    files.terms.sort_by_cached_key(|term| (fold_text(&term.title.value), term.id.value.clone()));
    files
}

impl Files {
    fn read(&mut self, source: &Source, document: SourceFile<'_>, findings: &mut Findings) {
        let kind = Kind::of(document.name);
        if let Kind::Stray(stem) = kind {
            let message = format!("{} is not a file of a pack", quoted(document.name));
            let help = if document.name.strip_suffix(".toml").is_some() {
                "a pack has pack.toml, themes.toml, glossary.toml, references.toml, safety.toml, danger.toml, plans.toml and learning.toml; guides stand in the \
                 folders workforce and young-people"
            } else {
                "end its name in `.toml`, in small letters and with nothing behind it; or give it another name"
            };
            findings.add(Rule::StrayFile, &document.place(0..0), message, help);
            self.unread.guides.push(stem.to_owned());
            return;
        }
        let table = table(source, kind, document, findings);
        match table {
            Some(table) if table.get_ref().is_empty() && matches!(kind, Kind::Pack | Kind::Guide(..)) => {
                report_empty(kind, document, findings);
                self.miss(kind);
            }
            Some(table) => self.take(kind, document, table.get_ref(), findings),
            None => self.miss(kind),
        }
    }

    /// Takes over what a file says.
    fn take<'a>(
        &mut self,
        kind: Kind<'_>,
        document: SourceFile<'a>,
        table: &'a DeTable<'a>,
        findings: &mut Findings,
    ) {
        let what = match kind {
            Kind::Guide(..) => "a guide",
            _ => "the file",
        };
        let mut fields = Fields::new(document, table, what, findings);
        match kind {
            Kind::Pack => self.pack = Some(raw::pack(&mut fields)),
            Kind::Themes => self.themes = raw::themes(&mut fields),
            Kind::Glossary => self.terms = raw::terms(&mut fields),
            Kind::References => self.references = raw::references(&mut fields),
            Kind::Safety => self.safety = Some(safety::safety(&mut fields)),
            Kind::Danger => self.danger = Some(danger::danger(&mut fields)),
            Kind::Plans => self.plans = plans::plans(&mut fields),
            Kind::Learning => self.learning = Some(plans::learning(&mut fields)),
            Kind::Guide(..) => self.guides.push(raw::guide(&mut fields)),
            Kind::Stray(_) => {}
        }
        fields.finish();
        // A file without the one thing it is for was reported: what it should have held is not missed as well.
        match kind {
            Kind::Themes => self.unread.themes = self.themes.is_empty(),
            Kind::Glossary => self.unread.terms = self.terms.is_empty(),
            Kind::References => self.unread.references = self.references.is_empty(),
            _ => {}
        }
        if let (Kind::Guide(folder, stem), Some(guide)) = (kind, self.guides.last()) {
            report_path(guide, folder, stem, findings);
            if guide.id.value != stem {
                self.unread.guides.push(stem.to_owned());
            }
        }
    }

    /// Remembers what may be in a file that could not be read.
    fn miss(&mut self, kind: Kind<'_>) {
        match kind {
            Kind::Themes => self.unread.themes = true,
            Kind::Glossary => self.unread.terms = true,
            Kind::References => self.unread.references = true,
            Kind::Guide(_, stem) => self.unread.guides.push(stem.to_owned()),
            Kind::Pack | Kind::Safety | Kind::Danger | Kind::Plans | Kind::Learning | Kind::Stray(_) => {}
        }
    }

    /// Says when the pack is written for a newer reader, which explains all else that is wrong with it.
    pub(super) fn unknown_format(&self) -> Option<(SourceSpan, String)> {
        let (format, place) = self.pack.as_ref()?.format.clone()?;
        match format {
            FORMAT => None,
            newer if newer > FORMAT => Some((
                place,
                format!("the pack has a newer format than this reader, which knows format {FORMAT}"),
            )),
            _ => Some((place, format!("there is no such format; this reader knows format {FORMAT}"))),
        }
    }
}

/// Returns the table that a file is, or reports why it is none.
fn table<'a>(
    source: &Source,
    kind: Kind<'_>,
    document: SourceFile<'a>,
    findings: &mut Findings,
) -> Option<toml::Spanned<DeTable<'a>>> {
    if let Err(error) = &source.text {
        report_unread(error, document, findings);
        return None;
    }
    if document.text.len() > FILE_AT_MOST {
        report_unread(&SourceError::TooLarge, document, findings);
        return None;
    }
    if matches!(kind, Kind::Guide(..)) && document.text.len() > GUIDE_AT_MOST {
        let message = "the guide has more than 1 MiB of text, six hundred pages";
        findings.add(Rule::TooLong, &document.place(0..0), message, "make several guides of it");
        return None;
    }
    if matches!(kind, Kind::Guide(..)) && size::has_too_many_lines(document.text) {
        let message = "the guide has more than 15,000 lines, three hundred pages";
        findings.add(Rule::TooLong, &document.place(0..0), message, "make several guides of it");
        return None;
    }
    if let Some(bytes) = size::excess(document.text) {
        let message = "the file has more keys, lists and values up to here than any pack needs";
        findings.add(
            Rule::TooLong,
            &document.place(bytes),
            message,
            "take out what was not meant to be there",
        );
        return None;
    }
    DeTable::parse(document.text)
        .map_err(|error| {
            let problem = syntax::explain(document.text, &error);
            findings.add(Rule::TomlSyntax, &document.place(problem.bytes), problem.message, problem.help);
            if let Some(at) = problem.also {
                findings.also(document.place(at..at));
            }
        })
        .ok()
}

/// Says once that a file is empty, and not of each key that it misses it.
fn report_empty(kind: Kind<'_>, document: SourceFile<'_>, findings: &mut Findings) {
    let help = match kind {
        Kind::Guide(..) => {
            "take the file out, or begin a guide with `toolkit new`, which says what belongs in it"
        }
        _ => {
            "write what the pack is: `format = 1`, `id`, `title`, `language`, `description`, `attribution`, `licence`"
        }
    };
    findings.add(Rule::MissingKey, &document.place(0..0), "there is nothing in this file", help);
}

pub(super) fn report_unread(error: &SourceError, document: SourceFile<'_>, findings: &mut Findings) {
    let (rule, message, help) = match error {
        SourceError::TooLarge => (
            Rule::TooLong,
            "the file has more than 2 MiB".to_owned(),
            "a guide of 2 MiB is a library: make several",
        ),
        SourceError::NotUtf8 { .. } => (
            Rule::NotUtf8,
            "the file is not written in UTF-8 from here on".to_owned(),
            "open it in an editor and save it with the encoding UTF-8",
        ),
        SourceError::NotAFile => (
            Rule::UnreadableFile,
            "this is not an ordinary file".to_owned(),
            "put a file of text in its place",
        ),
        SourceError::Unreadable(why) => (
            Rule::UnreadableFile,
            format!("the file could not be read: {why}"),
            "check that it is there and that you may read it",
        ),
    };
    let end = document.text.len();
    findings.add(rule, &document.place(end..end), message, help);
}

/// The folder of a guide is its area, and its file has its id for a name.
fn report_path(guide: &raw::Guide, folder: &str, stem: &str, findings: &mut Findings) {
    let id = &guide.id;
    if !id.value.is_empty() && id.value != stem {
        let message = format!("the guide {} stands in a file called {}", quoted(&id.value), quoted(stem));
        let help = format!("call the file {}.toml, or write {} for the id", id.value, quoted(stem));
        findings.add(Rule::BadId, &id.place, message, help);
    }
    if let Some(area) = guide.area.filter(|area| area.slug() != folder) {
        let message =
            format!("a guide for the area `{}` stands in the folder {}", area.slug(), quoted(folder));
        let help = format!("move the file to the folder {}, or change its area", area.slug());
        findings.add(Rule::BadId, &guide.area_place, message, help);
    }
}

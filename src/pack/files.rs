//! Reads the files of a pack, each by what its path says it is.

use toml::de::DeTable;

use super::document::{Document, Place};
use super::fields::Fields;
use super::findings::{Findings, quoted};
use super::raw;
use super::rule::Rule;
use super::{Fault, Source};
use crate::text::fold_text;

/// The largest file that is read, in bytes.
pub(super) const FILE_AT_MOST: usize = 2 << 20;

/// The format that this reader knows.
const FORMAT: i64 = 1;

/// A pack as it is written.
#[derive(Default)]
pub(super) struct Files {
    pub(super) pack: Option<raw::Pack>,
    pub(super) themes: Vec<raw::Theme>,
    /// In order of titles.
    pub(super) terms: Vec<raw::Term>,
    pub(super) references: Vec<raw::Reference>,
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
            ("glossary.toml", ..) => Self::Glossary,
            ("references.toml", ..) => Self::References,
            (_, Some((folder, stem)), _) => Self::Guide(folder, stem),
            (_, None, stem) => Self::Stray(stem.unwrap_or(name)),
        }
    }
}

/// Reads all files. `documents` has one for each source, and gets one more for each file that is missing.
pub(super) fn read<'a>(
    sources: &'a [Source],
    documents: &mut Vec<Document<'a>>,
    findings: &mut Findings,
) -> Files {
    let mut files = Files::default();
    for (source, document) in sources.iter().zip(documents.iter()) {
        files.read(source, *document, findings);
    }
    for name in ["pack.toml", "themes.toml"] {
        if !sources.iter().any(|source| source.name == name) {
            let document = Document { file: documents.len(), name, text: "" };
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
    fn read(&mut self, source: &Source, document: Document<'_>, findings: &mut Findings) {
        let kind = Kind::of(document.name);
        if let Kind::Stray(stem) = kind {
            let message = format!("{} is not a file of a pack", quoted(document.name));
            let help = "a pack has pack.toml, themes.toml, glossary.toml and references.toml; guides stand in the \
                        folders workforce and young-people";
            findings.add(Rule::StrayFile, &document.place(0..0), message, help);
            self.unread.guides.push(stem.to_owned());
            return;
        }
        let table = table(source, document, findings);
        match table {
            Some(table) => self.take(kind, document, table.get_ref(), findings),
            None => self.miss(kind),
        }
    }

    /// Takes over what a file says.
    fn take<'a>(
        &mut self,
        kind: Kind<'_>,
        document: Document<'a>,
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
            Kind::Pack | Kind::Stray(_) => {}
        }
    }

    /// Says when the pack is written for a newer reader, which explains all else that is wrong with it.
    pub(super) fn unknown_format(&self) -> Option<(Place, String)> {
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
    document: Document<'a>,
    findings: &mut Findings,
) -> Option<toml::Spanned<DeTable<'a>>> {
    if let Err(fault) = &source.text {
        report_fault(fault, document, findings);
        return None;
    }
    if document.text.len() > FILE_AT_MOST {
        report_fault(&Fault::TooLarge, document, findings);
        return None;
    }
    DeTable::parse(document.text)
        .map_err(|error| {
            let bytes = error.span().unwrap_or(0..0);
            let message = format!("this is not TOML: {}", error.message());
            findings.add(Rule::TomlSyntax, &document.place(bytes), message, syntax_help(error.message()));
        })
        .ok()
}

fn report_fault(fault: &Fault, document: Document<'_>, findings: &mut Findings) {
    let (rule, message, help) = match fault {
        Fault::TooLarge => (
            Rule::TooLong,
            "the file has more than 2 MiB".to_owned(),
            "a guide of 2 MiB is a library: make several",
        ),
        Fault::NotUtf8 { .. } => (
            Rule::NotUtf8,
            "the file is not written in UTF-8 from here on".to_owned(),
            "open it in an editor and save it with the encoding UTF-8",
        ),
        Fault::NotAFile => (
            Rule::UnreadableFile,
            "this is not an ordinary file".to_owned(),
            "put a file of text in its place",
        ),
        Fault::Unreadable(why) => (
            Rule::UnreadableFile,
            format!("the file could not be read: {why}"),
            "check that it is there and that you may read it",
        ),
    };
    let end = document.text.len();
    findings.add(rule, &document.place(end..end), message, help);
}

/// Returns what to look for when a file is not TOML, by the words of the parser's message.
fn syntax_help(message: &str) -> &'static str {
    let helps = [
        (
            "duplicate key",
            "a key stands once in a table: take one of the two out, or begin another table such as `[[section]]`",
        ),
        ("escape", "a backslash begins an escape: write two, `\\\\`, for a backslash"),
        ("date", "write a day that there is, such as 2026-11-21"),
        ("string", "text stands between quotation marks, text of several lines between three of them"),
        (
            "unexpected key or value",
            "one key stands in a line; inside a text between quotation marks write `\\\"` for a quotation mark",
        ),
        ("no value", "if this is the middle of a text, the three quotation marks above are not in pairs"),
    ];
    let help = helps.iter().find(|(word, _)| message.contains(word));
    help.map_or(
        "check the quotation marks, brackets and equals signs here and in the line above",
        |(_, help)| help,
    )
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
        findings.add(Rule::BadId, &id.place, message, help);
    }
}

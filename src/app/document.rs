//! What can stand in the text pane: a guide, or a page made from the library.

use crate::guide::{
    Area, Block, BlockKind, Container, GuideId, Library, Mark, MarkKind, Nesting, Place, Prose,
    ReferenceKind, SafetyPage, Target, TermId, ThemeId,
};

/// Something to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// A guide.
    Guide(GuideId),
    /// All guides for an area, theme by theme.
    Area(Area),
    /// What a theme is about, and its guides; the theme as it stands under an area.
    Theme(Area, ThemeId),
    /// The glossary: every term with its meaning.
    Glossary,
    /// The references: what the guides lean on.
    References,
    /// What the pack is, who made it, on what it is based.
    About,
    /// A page about safety: only ever in [`SafetySheet`](super::SafetySheet), and never kept.
    Safety(SafetyPage, Area),
}

impl Document {
    /// Returns its title.
    #[must_use]
    pub fn title(self, library: &Library) -> &str {
        match self {
            Self::Guide(guide) => &library.guide(guide).title,
            Self::Area(area) => area.title(),
            Self::Theme(_, theme) => &library.theme(theme).title,
            Self::Glossary => "Glossary",
            Self::References => "References",
            Self::About => "About",
            Self::Safety(page, area) => library.safety.title(page, area),
        }
    }

    /// Returns what can be looked up in a library beside its guides.
    #[must_use]
    pub fn to_look_up(library: &Library) -> Vec<Self> {
        let glossary = (!library.terms.is_empty()).then_some(Self::Glossary);
        let references = (!library.references.is_empty()).then_some(Self::References);
        [glossary, references, Some(Self::About)].into_iter().flatten().collect()
    }

    /// Returns the blocks of a document that is no guide; a guide has its own.
    #[must_use]
    pub fn made(self, library: &Library) -> Vec<Block> {
        match self {
            Self::Guide(_) => Vec::new(),
            Self::Area(area) => area_blocks(library, area),
            Self::Theme(_, theme) => theme_blocks(library, theme),
            Self::Glossary => glossary_blocks(library),
            Self::References => reference_blocks(library),
            Self::About => about_blocks(library),
            Self::Safety(page, area) => library.safety.sheet(page, area),
        }
    }
}

fn area_blocks(library: &Library, area: Area) -> Vec<Block> {
    let guides: Vec<GuideId> =
        library.guide_ids().filter(|guide| library.guide(*guide).area == area).collect();
    let themes = library.themes_of(area).count();
    let meta = format!("{} · {}", counted(guides.len(), "guide"), counted(themes, "theme"));
    let summary = match area {
        Area::Workforce => {
            "For workers, managers and everyone who supports young people with care experience."
        }
        Area::YoungPeople => "For you, if you are or have been in care.",
    };
    let mut blocks = opening(area.title(), meta, summary);
    for theme in library.themes_of(area) {
        blocks.push(Block::new(BlockKind::Heading(1), Prose::plain(&library.theme(theme).title)));
        push_guides(&mut blocks, library, library.guides_of(theme, area));
    }
    blocks
}

fn theme_blocks(library: &Library, id: ThemeId) -> Vec<Block> {
    let theme = library.theme(id);
    let minutes: usize = theme.guides.iter().map(|guide| library.guide(*guide).minutes()).sum();
    let meta = format!("{} · {minutes} min in all", counted(theme.guides.len(), "guide"));
    let mut blocks = opening(&theme.title, meta, &theme.intro);
    let areas: Vec<Area> =
        Area::ALL.into_iter().filter(|area| library.guides_of(id, *area).next().is_some()).collect();
    for area in &areas {
        if areas.len() > 1 {
            blocks.push(Block::new(BlockKind::Heading(1), Prose::plain(area.title())));
        }
        push_guides(&mut blocks, library, library.guides_of(id, *area));
    }
    blocks
}

/// Adds guides as a list: title, and what it is about.
fn push_guides(blocks: &mut Vec<Block>, library: &Library, guides: impl Iterator<Item = GuideId>) {
    for guide in guides {
        let summary = &library.guide(guide).summary;
        blocks.push(bullet(Line::default().guide(library, guide)));
        blocks.push(Block { gap: false, ..below_bullet(Prose::plain(summary)) });
    }
}

fn glossary_blocks(library: &Library) -> Vec<Block> {
    let meta = counted(library.terms.len(), "term");
    let mut blocks =
        opening("Glossary", meta, "The words that the guides underline, and what they mean here.");
    for (index, term) in library.terms.iter().enumerate() {
        blocks.push(Block::new(BlockKind::Heading(2), Prose::plain(&term.title)));
        blocks.push(Block::new(BlockKind::Paragraph, Prose::plain(&term.meaning)));
        if term.general {
            let note = "General professional knowledge; no source we read defines it.";
            blocks.push(Block { gap: false, ..Block::new(BlockKind::Meta, Prose::plain(note)) });
        }
        let guides = if term.see.is_empty() { &library.term(TermId::at(index)).used_in } else { &term.see };
        if let Some(line) = guides_line(library, "See ", guides) {
            blocks.push(Block { gap: false, ..Block::new(BlockKind::Paragraph, line) });
        }
    }
    blocks
}

/// The kinds of references, in the order they are listed, with the headings they stand under.
const KINDS: [(ReferenceKind, &str); 7] = [
    (ReferenceKind::Law, "Law"),
    (ReferenceKind::Report, "Reports and guidance"),
    (ReferenceKind::Article, "Articles"),
    (ReferenceKind::Book, "Books"),
    (ReferenceKind::Course, "Courses"),
    (ReferenceKind::Organisation, "Organisations"),
    (ReferenceKind::Web, "Pages on the web"),
];

fn reference_blocks(library: &Library) -> Vec<Block> {
    let meta = counted(library.references.len(), "reference");
    let mut blocks = opening(
        "References",
        meta,
        "What the guides retell and lean on. Addresses are shown before they are opened.",
    );
    for (kind, heading) in KINDS {
        let mut of_kind: Vec<_> =
            library.references.iter().filter(|reference| reference.kind == kind).collect();
        of_kind.sort_by_cached_key(|reference| crate::text::fold_text(&reference.citation()));
        if !of_kind.is_empty() {
            blocks.push(Block::new(BlockKind::Heading(1), Prose::plain(heading)));
        }
        for reference in of_kind {
            let mut citation = Line::default().text(&reference.citation());
            if let Some(address) = &reference.address {
                citation = citation.text(" ").link(address, Target::Web(address.clone()));
            }
            blocks.push(bullet(citation));
            if let Some(uncertain) = &reference.uncertain {
                let note = Prose::plain(format!("Uncertain: {uncertain}"));
                blocks.push(Block { gap: false, ..below_bullet(note) });
            }
            if let Some(line) = guides_line(library, "Cited in ", &reference.cited_by) {
                blocks.push(Block { gap: false, ..below_bullet(line) });
            }
        }
    }
    blocks
}

fn about_blocks(library: &Library) -> Vec<Block> {
    let pack = &library.pack;
    let mut blocks = vec![
        Block::new(BlockKind::Title, Prose::plain(format!("About {}", pack.title))),
        Block::new(BlockKind::Summary, Prose::plain(&pack.attribution)),
    ];
    blocks.extend(pack.description.iter().cloned());
    blocks.push(Block::new(BlockKind::Heading(1), Prose::plain("Licences")));
    let licences = format!(
        "The text of the guides: {}. This program, toolkit {}: MIT or Apache-2.0, as you like.",
        pack.licence,
        env!("CARGO_PKG_VERSION")
    );
    blocks.push(Block::new(BlockKind::Paragraph, Prose::plain(licences)));
    blocks
}

fn opening(title: &str, meta: String, summary: &str) -> Vec<Block> {
    vec![
        Block::new(BlockKind::Title, Prose::plain(title)),
        Block { gap: false, ..Block::new(BlockKind::Meta, Prose::plain(meta)) },
        Block::new(BlockKind::Summary, Prose::plain(summary)),
    ]
}

fn bullet(line: Line) -> Block {
    let nesting = vec![Nesting { container: Container::Bullet, opens: true }];
    Block { nesting, ..Block::new(BlockKind::Paragraph, line.0) }
}

fn below_bullet(prose: Prose) -> Block {
    let nesting = vec![Nesting { container: Container::Bullet, opens: false }];
    Block { nesting, ..Block::new(BlockKind::Paragraph, prose) }
}

/// Returns a line of links to guides behind a word; nothing when there are none.
fn guides_line(library: &Library, before: &str, guides: &[GuideId]) -> Option<Prose> {
    let (first, rest) = guides.split_first()?;
    let line = Line::default().text(before).guide(library, *first);
    Some(rest.iter().fold(line, |line, guide| line.text("; ").guide(library, *guide)).0)
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// A prose being put together from words and links.
#[derive(Default)]
struct Line(Prose);

impl Line {
    fn text(mut self, text: &str) -> Self {
        self.0.text.push_str(text);
        self
    }

    fn link(mut self, text: &str, target: Target) -> Self {
        let to_u32 = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let start = to_u32(self.0.text.len());
        self.0.text.push_str(text);
        self.0.marks.push(Mark { start, end: to_u32(self.0.text.len()), kind: MarkKind::Link(target) });
        self
    }

    fn guide(self, library: &Library, guide: GuideId) -> Self {
        self.link(&library.guide(guide).title, Target::Guide(Place { guide, section: None }))
    }
}

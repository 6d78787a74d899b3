//! What can stand in the text pane: a guide, or a page made from the library.

use crate::guide::{
    Area, Block, BlockKind, Container, GuideId, Library, Mark, MarkKind, Nesting, Place, Prose, Target,
    ThemeId,
};

/// Something to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// A guide.
    Guide(GuideId),
    /// What a theme is about, and its guides for an area.
    Theme(Area, ThemeId),
    /// What the pack is, who made it, on what it is based.
    About,
}

impl Document {
    /// Returns its title.
    #[must_use]
    pub fn title(self, library: &Library) -> &str {
        match self {
            Self::Guide(guide) => &library.guide(guide).title,
            Self::Theme(_, theme) => &library.theme(theme).title,
            Self::About => "About",
        }
    }

    /// Returns the blocks of a document that is no guide; a guide has its own.
    #[must_use]
    pub fn made(self, library: &Library) -> Vec<Block> {
        match self {
            Self::Guide(_) => Vec::new(),
            Self::Theme(area, theme) => theme_blocks(library, area, theme),
            Self::About => about_blocks(library),
        }
    }
}

fn theme_blocks(library: &Library, area: Area, id: ThemeId) -> Vec<Block> {
    let theme = library.theme(id);
    let guides: Vec<GuideId> = library.guides_of(id, area).collect();
    let count = guides.len();
    let minutes: usize = guides.iter().map(|guide| library.guide(*guide).minutes()).sum();
    let noun = if count == 1 { "guide" } else { "guides" };
    let meta = format!("{count} {noun} · {} · {minutes} min in all", area.label());
    let mut blocks = vec![
        Block::new(BlockKind::Title, Prose::plain(&theme.title)),
        Block { gap: false, ..Block::new(BlockKind::Meta, Prose::plain(meta)) },
        Block::new(BlockKind::Summary, Prose::plain(&theme.intro)),
    ];
    for guide in guides {
        let place = Place { guide, section: None };
        let guide = library.guide(guide);
        let link = MarkKind::Link(Target::Guide(place));
        let end = u32::try_from(guide.title.len()).unwrap_or(u32::MAX);
        let title = Prose { text: guide.title.clone(), marks: vec![Mark { start: 0, end, kind: link }] };
        let nesting = |opens| vec![Nesting { container: Container::Bullet, opens }];
        blocks.push(Block { nesting: nesting(true), ..Block::new(BlockKind::Paragraph, title) });
        let summary = Block {
            nesting: nesting(false),
            gap: false,
            ..Block::new(BlockKind::Paragraph, Prose::plain(&guide.summary))
        };
        blocks.push(summary);
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
    blocks.push(Block::new(BlockKind::Heading(1), Prose::plain("Licence")));
    blocks.push(Block::new(
        BlockKind::Paragraph,
        Prose::plain(format!("The text of this pack: {}.", pack.licence)),
    ));
    blocks
}

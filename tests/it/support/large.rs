//! Large packs of real-looking guides, the same every time: sentences of the bundled guides put together anew, with
//! invented names, about five kilobytes each.
//!
//! For tests, for `cargo bench --bench large`, and for trying the program: `cargo bench --bench large -- --write DIR
//! 10000` writes one as a pack.

use std::fmt::Write as _;

use real_toolkit::bundled;
use real_toolkit::guide::BlockKind;
use real_toolkit::pack::Source;

use super::chance::Chance;

/// The bytes of text in a guide.
const BYTES: usize = 5_000;

/// Sentences in a paragraph.
const SENTENCES: usize = 4;

/// Sayings of a guide.
const SAYINGS: usize = 4;

const PACK: &str = "format = 1\nid = \"large\"\ntitle = \"A large pack\"\nlanguage = \"en\"\n\
    description = \"Made to measure.\"\nattribution = \"Made to measure.\"\nlicence = \"CC0-1.0\"\n";

const THEME: &str = "[[theme]]\nid = \"all\"\ntitle = \"All\"\nintro = \"All guides.\"\n";

/// Returns the sources of a pack of `many` guides.
pub(crate) fn sources(many: usize) -> Vec<Source> {
    let stock = Stock::of_the_bundled_guides();
    let mut chance = Chance::new(2026);
    let mut sources = vec![Source::new("pack.toml", PACK), Source::new("themes.toml", THEME)];
    sources.extend((0..many).map(|number| {
        let id = format!("guide-{number:06}");
        Source::new(format!("workforce/{id}.toml"), stock.guide(&id, &mut chance))
    }));
    sources
}

/// Returns what people may type for them: words of the guides, some with a slip.
pub(crate) fn queries(many: usize) -> Vec<String> {
    let stock = Stock::of_the_bundled_guides();
    let mut chance = Chance::new(7);
    // A small pack may not have the one word of a short one.
    let asked: Vec<String> = stock.sayings.into_iter().filter(|asked| asked.contains(' ')).collect();
    (0..many)
        .map(|at| {
            let mut query = chance.one_of(&asked).clone();
            if at % 3 == 0 {
                // Not a blank: two words run together are only parted where the pack has both.
                let slip = chance.boundary(&query).min(query.len() - 1);
                if query.as_bytes()[slip] != b' ' {
                    query.remove(slip);
                }
            }
            query
        })
        .collect()
}

/// What guides are made of.
struct Stock {
    titles: Vec<String>,
    sayings: Vec<String>,
    sentences: Vec<String>,
}

impl Stock {
    fn of_the_bundled_guides() -> Self {
        let library = bundled::library();
        let guides = || library.guides.iter();
        let paragraphs = guides().flat_map(|guide| &guide.blocks);
        let paragraphs = paragraphs.filter(|block| block.kind == BlockKind::Paragraph);
        let sentences = paragraphs.flat_map(|block| block.prose.text.split_inclusive(". "));
        Self {
            titles: plain(guides().map(|guide| guide.title.as_str())),
            // One word alone may stand in none of a few guides.
            sayings: plain(guides().flat_map(|guide| guide.aliases.iter()))
                .into_iter()
                .filter(|saying| saying.split(' ').count() > 2)
                .collect(),
            sentences: plain(sentences.map(str::trim).filter(|sentence| sentence.len() > 30)),
        }
    }

    fn guide(&self, id: &str, chance: &mut Chance) -> String {
        let place = name(chance);
        let mut toml = format!(
            "id = \"{id}\"\narea = \"workforce\"\nkind = \"practice\"\nthemes = [\"all\"]\n\
             title = \"{} in {place}\"\nsummary = \"{}\"\nin_brief = [\"{}\"]\ncoverage = \"other\"\n\
             reviewed = 2026-11-21\nbased_on = []\nreferences = []\nalso_said = [",
            chance.one_of(&self.titles),
            chance.one_of(&self.sentences),
            chance.one_of(&self.sentences),
        );
        for _ in 0..SAYINGS {
            let _ = write!(toml, "\"{} {}\", ", chance.one_of(&self.sayings), name(chance).to_lowercase());
        }
        toml.push_str("]\n");
        for (id, title) in [("feel", "Feel"), ("know", "Know"), ("do", "Do")] {
            let _ = write!(toml, "[[section]]\nid = \"{id}\"\ntitle = \"{title}\"\ntext = '''\n");
            let end = toml.len() + BYTES / 3;
            while toml.len() < end {
                for _ in 0..SENTENCES {
                    let _ = write!(toml, "{} ", chance.one_of(&self.sentences));
                }
                let _ = write!(toml, "{} was there too.\n\n", name(chance));
            }
            toml.push_str("'''\n");
        }
        toml
    }
}

/// Returns the texts that are the same as TOML, as Markdown and as they are read.
fn plain<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '’' | '?' | ';');
    let starts_well = |text: &str| text.starts_with(char::is_alphabetic);
    texts.filter(|text| starts_well(text) && text.chars().all(is_plain)).map(str::to_owned).collect()
}

/// Returns an invented name of two or three syllables.
fn name(chance: &mut Chance) -> String {
    const FIRST: [&str; 10] = ["Kel", "Bra", "Dun", "Mor", "Lin", "Tay", "Ard", "Fen", "Gar", "Strath"];
    const MIDDLE: [&str; 12] = ["", "a", "o", "en", "ish", "er", "ach", "il", "ow", "an", "um", "et"];
    const LAST: [&str; 10] = ["brae", "ton", "ley", "more", "ness", "wick", "vale", "dun", "loch", "ford"];
    format!("{}{}{}", chance.one_of(&FIRST), chance.one_of(&MIDDLE), chance.one_of(&LAST))
}

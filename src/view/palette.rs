//! Palettes: from what a thing is to how it looks. They are data (`palettes.toml`, embedded).

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use super::colour::{Depth, colour, contrast, nearest, rgb};
use crate::app::PaletteName;
use crate::guide::{MarkKind, Target};
use crate::page::Role;

const EMBEDDED: &str = include_str!("palettes.toml");

/// Makes the palette from the names of its looks, which are those of the file.
macro_rules! palette {
    ($($name:ident,)*) => {
        /// How everything looks. The fields are the names of the file; `screen` is what all others stand on.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
        #[expect(missing_docs, reason = "the names are those of palettes.toml and say what each is")]
        pub struct Palette {
            $(pub $name: Look,)*
        }

        impl Palette {
            /// Returns every look, that of the screen first.
            fn looks(&mut self) -> Vec<&mut Look> {
                vec![$(&mut self.$name),*]
            }
        }
    };
}

palette! {
    screen, title, meta, summary, heading, subheading, label, quote, code, diagram, table_head,
    emphasis, strong, link, term, chosen, mark, mark_here, lead, border, accent,
    pane_title, pane_title_focused, item, current, result, passage, detail, list_heading, selected,
    breadcrumb, breadcrumb_here, key, hint, notice, bar, beneath,
}

/// One style of a palette.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Look(pub Style);

impl Palette {
    /// Returns the palette of this name as a terminal with these colours shows it.
    #[must_use]
    pub fn named(name: PaletteName, colours: Colours) -> Self {
        let name = match (name, colours) {
            (_, Colours::None) => PaletteName::Monochrome,
            // Until the terminal has said what it is.
            (PaletteName::Auto, _) => PaletteName::Terminal,
            (name, _) => name,
        };
        // A test reads them all, so a program that was built has good ones.
        let palette = read(name.name()).unwrap_or_default();
        match colours {
            Colours::Terminal => palette.with(Depth::Sixteen),
            Colours::Indexed => palette.with(Depth::Indexed),
            Colours::Exact | Colours::None => palette,
        }
    }

    /// Returns the palette for a terminal with or without colours: the terminal's own sixteen, or none.
    #[must_use]
    pub fn for_colours(colours: Colours) -> Self {
        Self::named(PaletteName::Terminal, colours)
    }

    /// Returns it with every exact colour replaced by the nearest that the terminal has and that reads as well, up to
    /// the 7:1 of the guidelines' highest level.
    fn with(mut self, depth: Depth) -> Self {
        let screen = self.screen.0;
        for look in self.looks() {
            let style = &mut look.0;
            let (wanted, under) = (style.fg.or(screen.fg), style.bg.or(screen.bg));
            let exact = |colour: Option<Color>| match colour {
                Some(Color::Rgb(red, green, blue)) => Some([red, green, blue]),
                _ => None,
            };
            let (Some(wanted), Some(under)) = (exact(wanted), exact(under)) else { continue };
            let background = nearest(under, depth, None);
            let letters = rgb(background).map(|background| {
                nearest(wanted, depth, Some((background, contrast(wanted, under).clamp(LEAST, HIGHEST))))
            });
            style.bg = style.bg.map(|_| background);
            style.fg = style.fg.and(letters);
        }
        self
    }

    /// Returns the style of guide text: what its block is, and what is marked in it, outermost first.
    #[must_use]
    pub fn text(&self, role: Role, marks: &[&MarkKind]) -> Style {
        let base = match role {
            Role::Title => self.title,
            Role::Meta => self.meta,
            Role::Summary => self.summary,
            Role::Heading(1) => self.heading,
            Role::Heading(_) => self.subheading,
            Role::Label(_) => self.label,
            Role::Body => Look::default(),
            Role::Quote => self.quote,
            Role::Code => self.code,
            Role::Diagram => self.diagram,
            Role::TableHead => self.table_head,
        };
        marks.iter().fold(base.0, |style, mark| {
            style.patch(match mark {
                MarkKind::Emphasis => self.emphasis.0,
                MarkKind::Strong => self.strong.0,
                MarkKind::Code => self.code.0,
                MarkKind::Link(Target::Term(_)) => self.term.0,
                MarkKind::Link(_) => self.link.0,
            })
        })
    }
}

/// What can be read (WCAG 2.2, 1.4.3), and what anybody can read (1.4.6).
const LEAST: f64 = 4.5;
const HIGHEST: f64 = 7.0;

/// Which colours may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// The terminal's own sixteen.
    Terminal,
    /// 256.
    Indexed,
    /// Any.
    Exact,
    /// None.
    None,
}

impl Colours {
    /// Whether our own palettes look on the terminal as they were made: sixteen colours are what each terminal makes of them.
    #[must_use]
    pub fn are_ours(self) -> bool {
        matches!(self, Self::Exact | Self::Indexed)
    }
}

/// Reads one palette. Only its part of the file is read: the first frame waits for this.
fn read(name: &str) -> Result<Palette, toml::de::Error> {
    let from = EMBEDDED.split_once(&format!("\n[{name}]\n")).map_or("", |(_, from)| from);
    toml::from_str(from.split("\n[").next().unwrap_or_default())
}

impl TryFrom<String> for Look {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let mut style = Style::new();
        for word in text.split_whitespace() {
            style = match (modifier(word), word.strip_prefix("on-").map(colour), colour(word)) {
                (Some(modifier), ..) => style.add_modifier(modifier),
                (_, Some(Some(colour)), _) => style.bg(colour),
                (_, _, Some(colour)) => style.fg(colour),
                _ => {
                    return Err(format!(
                        "“{word}” is neither a colour nor one of bold dim italic underlined reversed"
                    ));
                }
            };
        }
        Ok(Self(style))
    }
}

fn modifier(word: &str) -> Option<Modifier> {
    Some(match word {
        "bold" => Modifier::BOLD,
        "dim" => Modifier::DIM,
        "italic" => Modifier::ITALIC,
        "underlined" => Modifier::UNDERLINED,
        "reversed" => Modifier::REVERSED,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::colour::Rgb;
    use super::*;

    /// The palettes that are shown, all but the one that is another of them.
    const SHOWN: [PaletteName; 5] = [
        PaletteName::Terminal,
        PaletteName::Light,
        PaletteName::Dark,
        PaletteName::HighContrast,
        PaletteName::Monochrome,
    ];

    /// Letters and background where a palette leaves them to the terminal: as most terminals are, dark and light.
    const GROUNDS: [(Rgb, Rgb); 2] = [([229; 3], [0; 3]), ([0; 3], [255; 3])];

    /// Returns the ratio of a look, `dim` reckoned as two thirds of the way from the background (as VTE and Alacritty do it).
    fn ratio(look: Look, screen: Style, plain: (Rgb, Rgb)) -> f64 {
        let part =
            |own: Option<Color>, screen: Option<Color>, plain| own.or(screen).and_then(rgb).unwrap_or(plain);
        let (letters, background) =
            (part(look.0.fg, screen.fg, plain.0), part(look.0.bg, screen.bg, plain.1));
        let mut seen = letters;
        if look.0.add_modifier.contains(Modifier::DIM) {
            for (seen, background) in seen.iter_mut().zip(background) {
                *seen = u8::try_from((2 * u16::from(*seen) + u16::from(background)) / 3).unwrap();
            }
        }
        contrast(seen, background)
    }

    #[test]
    fn every_pair_of_letters_and_background_can_be_read() {
        for name in SHOWN {
            for colours in [Colours::Exact, Colours::Indexed, Colours::Terminal] {
                let mut palette = Palette::named(name, colours);
                let screen = palette.screen.0;
                let least = if name == PaletteName::HighContrast { HIGHEST } else { LEAST };
                for look in palette.looks() {
                    for plain in GROUNDS {
                        let ratio = ratio(*look, screen, plain);
                        assert!(ratio >= least, "{name:?} {colours:?}: {look:?} has {ratio:.2} on {plain:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn focus_selection_and_matches_show_without_colour_in_every_palette() {
        for name in SHOWN {
            let palette = Palette::named(name, Colours::Exact);
            let modifiers = |look: Look| look.0.add_modifier;
            for look in [palette.selected, palette.chosen, palette.pane_title_focused, palette.mark_here] {
                assert!(modifiers(look).contains(Modifier::REVERSED), "{name:?}");
            }
            // A match shows on a selected row too, which is reversed, and beside links, which are underlined.
            assert_eq!(modifiers(palette.mark), Modifier::BOLD | Modifier::UNDERLINED, "{name:?}");
            for look in [palette.link, palette.term] {
                assert!(modifiers(look).contains(Modifier::UNDERLINED), "{name:?}");
                assert!(!modifiers(look).contains(Modifier::BOLD), "{name:?}");
            }
            assert!(!modifiers(palette.pane_title).contains(Modifier::REVERSED), "{name:?}");
            assert!(modifiers(palette.current).contains(Modifier::BOLD), "{name:?}");
        }
    }

    #[test]
    fn the_embedded_palettes_are_good_and_the_monochrome_one_has_no_colour() {
        let all: BTreeMap<String, Palette> = toml::from_str(EMBEDDED).unwrap();
        assert_eq!(all.len(), SHOWN.len());
        for name in SHOWN {
            assert_eq!(read(name.name()).unwrap(), all[name.name()], "{name:?}");
            let mut palette = Palette::named(name, Colours::None);
            assert!(palette.looks().iter().all(|look| (look.0.fg, look.0.bg) == (None, None)));
        }
        assert_ne!(Palette::for_colours(Colours::Terminal), Palette::for_colours(Colours::None));
        assert_eq!(Palette::named(PaletteName::Auto, Colours::Exact), all["terminal"]);
    }

    #[test]
    fn palettes_with_their_own_background_say_what_stands_on_it() {
        for name in [PaletteName::Light, PaletteName::Dark, PaletteName::HighContrast] {
            for colours in [Colours::Exact, Colours::Indexed, Colours::Terminal] {
                let mut palette = Palette::named(name, colours);
                assert!(palette.screen.0.fg.is_some() && palette.screen.0.bg.is_some());
                let fits = |colour: Color| match colours {
                    Colours::Exact => matches!(colour, Color::Rgb(..)),
                    Colours::Indexed => matches!(colour, Color::Indexed(16..)),
                    _ => !matches!(colour, Color::Rgb(..) | Color::Indexed(_)),
                };
                for look in palette.looks() {
                    assert!(
                        look.0.fg.into_iter().chain(look.0.bg).all(fits),
                        "{name:?} {colours:?} {look:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn an_unknown_word_is_named() {
        assert!(Look::try_from("bold purplish".to_owned()).unwrap_err().contains("purplish"));
    }
}

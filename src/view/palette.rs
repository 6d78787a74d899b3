//! Palettes: from what a thing is to how it looks. They are data (`palettes.toml`, embedded).

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use crate::guide::{MarkKind, Target};
use crate::page::Role;

const EMBEDDED: &str = include_str!("palettes.toml");

/// How everything looks. The fields are the names of the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[expect(missing_docs, reason = "the names are those of palettes.toml and say what each is")]
pub struct Palette {
    pub title: Look,
    pub meta: Look,
    pub summary: Look,
    pub heading: Look,
    pub subheading: Look,
    pub label: Look,
    pub quote: Look,
    pub code: Look,
    pub diagram: Look,
    pub table_head: Look,
    pub emphasis: Look,
    pub strong: Look,
    pub link: Look,
    pub term: Look,
    pub chosen: Look,
    pub mark: Look,
    pub mark_here: Look,
    pub lead: Look,
    pub border: Look,
    pub border_focused: Look,
    pub pane_title: Look,
    pub pane_title_focused: Look,
    pub item: Look,
    pub current: Look,
    pub result: Look,
    pub passage: Look,
    pub detail: Look,
    pub list_heading: Look,
    pub selected: Look,
    pub breadcrumb: Look,
    pub breadcrumb_here: Look,
    pub key: Look,
    pub hint: Look,
    pub notice: Look,
    pub scrollbar: Look,
    pub bar: Look,
}

/// One style of a palette.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Look(pub Style);

impl Palette {
    /// Returns the palette of this name that the program brings: `terminal` or `monochrome`.
    #[must_use]
    pub fn embedded(name: &str) -> Option<Self> {
        // A test reads them all, so a program that was built has good ones.
        read(EMBEDDED).ok()?.remove(name)
    }

    /// Returns the palette for a terminal with or without colours.
    #[must_use]
    pub fn for_colours(colours: Colours) -> Self {
        let name = match colours {
            Colours::Terminal => "terminal",
            Colours::None => "monochrome",
        };
        Self::embedded(name).unwrap_or_default()
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

/// Which colours may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// The terminal's own sixteen.
    Terminal,
    /// None.
    None,
}

fn read(text: &str) -> Result<BTreeMap<String, Palette>, toml::de::Error> {
    toml::from_str(text)
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

fn colour(word: &str) -> Option<Color> {
    Some(match word {
        "black" => Color::Black,
        "red" => Color::Red,
        "green" => Color::Green,
        "yellow" => Color::Yellow,
        "blue" => Color::Blue,
        "magenta" => Color::Magenta,
        "cyan" => Color::Cyan,
        "white" => Color::White,
        "dark-gray" => Color::DarkGray,
        "light-red" => Color::LightRed,
        "light-green" => Color::LightGreen,
        "light-yellow" => Color::LightYellow,
        "light-blue" => Color::LightBlue,
        "light-magenta" => Color::LightMagenta,
        "light-cyan" => Color::LightCyan,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_palettes_are_good_and_the_monochrome_one_has_no_colour() {
        assert_eq!(read(EMBEDDED).unwrap().len(), 2);
        let (_, monochrome) = EMBEDDED.split_once("[monochrome]").unwrap();
        let looks: BTreeMap<String, Look> = toml::from_str(monochrome).unwrap();
        assert!(looks.values().all(|look| look.0.fg.is_none() && look.0.bg.is_none()));
        assert_ne!(Palette::for_colours(Colours::Terminal), Palette::for_colours(Colours::None));
    }

    #[test]
    fn focus_selection_and_matches_show_without_colour() {
        let palette = Palette::for_colours(Colours::None);
        for look in [palette.selected, palette.mark_here, palette.chosen, palette.pane_title_focused] {
            assert!(look.0.add_modifier.contains(Modifier::REVERSED));
        }
        // A match shows on a selected row too, which is reversed.
        assert_eq!(palette.mark.0.add_modifier, Modifier::BOLD | Modifier::UNDERLINED);
    }

    #[test]
    fn an_unknown_word_is_named() {
        assert!(Look::try_from("bold purplish".to_owned()).unwrap_err().contains("purplish"));
    }
}

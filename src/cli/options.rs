//! Options and arguments that several commands take.
//!
//! Everything foreign is taken as [`OsString`]: an argument that is not UTF-8 is a name that nothing has, not a
//! reason to stop.

use std::ffi::{OsStr, OsString};
use std::hash::{BuildHasher as _, RandomState};
use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::lookup::{self, Miss};
use super::paint::Ink;
use crate::environment::{ColourRequest, Environment, Stream};
use crate::guide::{Area, GuideKind, Library};
use crate::search::Filters;
use crate::text::fold_words;

/// What every command takes.
#[derive(Debug, clap::Args)]
pub(super) struct Common {
    /// Read the guides in this folder instead of those the program brings
    #[arg(long, value_name = "DIR", global = true)]
    pub(super) pack: Option<PathBuf>,
    /// Write nothing: no bookmarks, no places, no history
    #[arg(long, global = true)]
    pub(super) private: bool,
    /// Whether to use colour: as the terminal can, always or never
    #[arg(
        long,
        value_name = "WHEN",
        global = true,
        default_value = "auto",
        hide_default_value = true,
        value_enum
    )]
    pub(super) color: When,
}

/// Whether to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    Auto,
    Always,
    Never,
}

impl Common {
    /// Returns with what an answer may be marked: the flag rules, then `NO_COLOR`, then `CLICOLOR_FORCE`, then what
    /// standard output goes to.
    pub(super) fn ink(&self, environment: &Environment) -> Ink {
        let is_terminal = environment.stdout == Stream::Terminal;
        match (self.color, environment.colour_request) {
            (When::Always, _) | (When::Auto, ColourRequest::On) => Ink::Colours,
            (When::Auto, ColourRequest::Off) if is_terminal => Ink::Attributes,
            (When::Auto, ColourRequest::None) if is_terminal => Ink::Colours,
            (When::Never | When::Auto, _) => Ink::Plain,
        }
    }
}

/// The guide that is meant.
#[derive(Debug, clap::Args)]
pub(super) struct GuideName {
    /// The guide: its name as `toolkit list` shows it or a part of its title, and #SECTION if you like
    #[arg(value_name = "GUIDE[#SECTION]", required = true)]
    guide: Vec<OsString>,
}

impl GuideName {
    /// Returns what was typed, its words as one name.
    pub(super) fn typed(&self) -> OsString {
        joined(&self.guide)
    }
}

/// Which guides are wanted.
#[derive(Debug, clap::Args)]
pub(super) struct FilterArgs {
    /// Only guides in this theme
    #[arg(long, value_name = "THEME")]
    theme: Option<OsString>,
    /// Only guides for these people
    #[arg(long, value_name = "AREA", value_parser = one_of(&Area::ALL, Area::slug))]
    area: Option<Area>,
    /// Only guides of this kind
    #[arg(long, value_name = "KIND", value_parser = one_of(&GuideKind::ALL, GuideKind::slug))]
    kind: Option<GuideKind>,
}

impl FilterArgs {
    /// Returns what was typed as filters of this library.
    pub(super) fn filters(&self, library: &Library) -> Result<Filters, Miss> {
        let theme = self.theme.as_deref().map(|theme| lookup::theme(library, theme)).transpose()?;
        Ok(Filters { theme, area: self.area, kind: self.kind })
    }
}

/// Returns the number to draw by: the one that was typed, else one of chance.
pub(super) fn seed(typed: Option<u64>) -> u64 {
    // A new hasher has random keys, so its hash of nothing is a random number.
    typed.unwrap_or_else(|| RandomState::new().hash_one(()))
}

/// Returns words as they were typed, with a blank between two.
pub(super) fn joined(words: &[OsString]) -> OsString {
    words.join(OsStr::new(" "))
}

/// Returns what reads the name of one of `all`.
pub(super) fn one_of<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let named = PossibleValuesParser::new(all.iter().map(|value| name(*value)));
    Forgiving(named).try_map(move |typed| {
        all.iter().copied().find(|value| name(*value) == typed).ok_or("it is none of these")
    })
}

/// Reads names as the search does: capitals, and blanks for hyphens, do not matter.
#[derive(Debug, Clone)]
struct Forgiving(PossibleValuesParser);

impl TypedValueParser for Forgiving {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        let name = fold_words(&value.to_string_lossy()).replace(' ', "-");
        let parse = |value: &OsStr| self.0.parse_ref(command, argument, value);
        // What is none of the names is said as it was typed.
        parse(OsStr::new(&name)).or_else(|_| parse(value))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.0.possible_values()
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;

    #[test]
    fn the_flag_rules_then_the_environment_then_the_stream() {
        use Ink::{Attributes, Colours, Plain};
        for (stream, request, auto) in [
            (Stream::Terminal, ColourRequest::None, Colours),
            (Stream::Terminal, ColourRequest::Off, Attributes),
            (Stream::Terminal, ColourRequest::On, Colours),
            (Stream::Dumb, ColourRequest::None, Plain),
            (Stream::Dumb, ColourRequest::Off, Plain),
            (Stream::Other, ColourRequest::None, Plain),
            (Stream::Other, ColourRequest::Off, Plain),
            (Stream::Other, ColourRequest::On, Colours),
        ] {
            let environment =
                Environment { stdout: stream, colour_request: request, ..Environment::sample() };
            let ink = |color| Common { pack: None, private: false, color }.ink(&environment);
            assert_eq!(ink(When::Auto), auto, "{stream:?} {request:?}");
            assert_eq!(ink(When::Always), Colours);
            assert_eq!(ink(When::Never), Plain);
        }
    }

    #[test]
    fn every_area_and_kind_can_be_named_and_nothing_else() {
        #[derive(clap::Parser)]
        struct Typed {
            #[command(flatten)]
            filters: FilterArgs,
        }
        let typed = |option, name| Typed::try_parse_from(["x", option, name]).map(|typed| typed.filters);
        for area in Area::ALL {
            assert_eq!(typed("--area", area.slug()).unwrap().area, Some(area));
        }
        for kind in GuideKind::ALL {
            assert_eq!(typed("--kind", kind.slug()).unwrap().kind, Some(kind));
        }
        assert!(typed("--area", "practice").is_err());
    }
}

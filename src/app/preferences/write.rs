//! One preference into the file: its value is changed, and nothing else that its owner wrote.

use toml_edit::{DocumentMut, Item, Value, value};

use super::problems::syntax;
use super::{Preference, preferences_file};
use crate::app::MouseCapture;
use crate::text::Problem;

/// Returns the text of the file with one preference changed; `text` is what stands in it now, none where there is no
/// file. Comments, order and unknown lines stay.
///
/// # Errors
///
/// The file cannot be read as TOML, or something else stands where the preference belongs: then it is left alone.
pub fn preferences_with(text: Option<&str>, preference: Preference) -> Result<String, Problem> {
    let text = text.unwrap_or_else(|| preferences_file());
    let mut document: DocumentMut = text.parse().map_err(|error| syntax(text, &error))?;
    let (name, new) = line(preference);
    match document.get_mut(name) {
        None => {
            document.insert(name, value(new));
        }
        Some(Item::Value(old)) => {
            let decor = old.decor().clone();
            *old = new;
            *old.decor_mut() = decor;
        }
        Some(_) => {
            let message = format!("{name} is a section there, and a single value belongs in its place");
            return Err(Problem { at: None, message, help: String::new() });
        }
    }
    Ok(as_written(text, &document.to_string()))
}

/// Returns a text with the line ends and the mark at the beginning that an editor has given the one before it.
fn as_written(before: &str, after: &str) -> String {
    let mark = if before.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    let after = after.trim_start_matches('\u{feff}');
    let has_returns = before
        .lines()
        .next()
        .is_some_and(|line| before.get(line.len()..).is_some_and(|end| end.starts_with("\r\n")));
    let after =
        if has_returns { after.replace("\r\n", "\n").replace('\n', "\r\n") } else { after.to_owned() };
    format!("{mark}{after}")
}

/// Returns the line that a preference is: its name and its value.
fn line(preference: Preference) -> (&'static str, Value) {
    match preference {
        Preference::Palette(palette) => ("palette", palette.name().into()),
        Preference::Width(columns) => ("width", i64::from(columns).into()),
        Preference::Spacing(spacing) => ("spacing", spacing.name().into()),
        Preference::Panes(panes) => ("panes", panes.name().into()),
        Preference::ThemesPane(columns) => ("themes-pane", i64::from(columns).into()),
        Preference::RelatedPane(columns) => ("related-pane", i64::from(columns).into()),
        Preference::Bright(bright) => ("bright", bright.name().into()),
        Preference::Mouse(MouseCapture::On) => ("mouse", "on".into()),
        Preference::Mouse(MouseCapture::Off) => ("mouse", "off".into()),
        Preference::Tour(tour) => ("tour", tour.name().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Panes;
    use crate::app::preferences::{PaletteName, Preferences, PreferencesFile, TourOffer};
    use crate::page::Spacing;

    const EVERY: [Preference; 8] = [
        Preference::Palette(PaletteName::HighContrast),
        Preference::Width(60),
        Preference::Spacing(Spacing::Double),
        Preference::Panes(Panes::TextOnly),
        Preference::ThemesPane(31),
        Preference::RelatedPane(27),
        Preference::Mouse(MouseCapture::Off),
        Preference::Tour(TourOffer::Offered),
    ];

    #[test]
    fn what_is_written_is_read_again() {
        for start in [None, Some(""), Some("[keys.text]\nopen = [\"x\"]\n")] {
            let (mut text, mut wanted) = (start.map(str::to_owned), Preferences::default());
            for preference in EVERY {
                text = Some(preferences_with(text.as_deref(), preference).unwrap());
                wanted.set(preference);
                let found = PreferencesFile::read(text.as_deref().unwrap());
                assert_eq!((found.preferences, found.problems), (wanted, vec![]));
            }
        }
    }

    #[test]
    fn the_rest_of_the_file_stays_as_its_owner_wrote_it() {
        let before = "# mine\nwidth = 60   # as on paper\n\n# for the train\npalette = 'dark' # eyes\nodd = 1\n\n[keys.text]\n\
                      # left hand\nopen = [\"x\"]\n";
        let after = preferences_with(Some(before), Preference::Palette(PaletteName::Light)).unwrap();
        assert_eq!(after, before.replace("'dark'", "\"light\""));
        let after = preferences_with(Some(before), Preference::Tour(TourOffer::Offered)).unwrap();
        assert_eq!(after, before.replace("odd = 1\n", "odd = 1\ntour = \"offered\"\n"));
    }

    #[test]
    fn a_file_that_is_not_understood_is_left_alone() {
        let problem = preferences_with(Some("width = 60\nwidth = 70\n"), Preference::Width(50)).unwrap_err();
        assert_eq!(problem.at.unwrap().line, 2);
        assert!(preferences_with(Some("[width]\nis = 3\n"), Preference::Width(50)).is_err());
    }
}

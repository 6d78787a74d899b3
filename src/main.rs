//! Shows the reader.

use real_toolkit::{app::App, bundled, shell, view};

fn main() -> anyhow::Result<()> {
    let app = App::new(bundled::library(), shell::size()?);
    shell::run(app, &view::Palette::for_colours(view::Colours::Terminal))
}

//! A reader at work: keys and clicks in, screens out.

use std::sync::OnceLock;

use ratatui::layout::{Position, Size};
use real_toolkit::app::{
    App, Document, Effect, Key, Message, Outcome, PaletteName, PreferencesFile, Reading,
};
use real_toolkit::guide::{Library, Place, TextPos};
use real_toolkit::journal::{Change, Durability, Moment};
use real_toolkit::view::{Charset, Colours, Palette};

use super::Frame;

/// Returns the library that the program carries.
pub(crate) fn bundled() -> &'static Library {
    static BUNDLED: OnceLock<Library> = OnceLock::new();
    BUNDLED.get_or_init(real_toolkit::bundled::library)
}

/// A reader at work. A test reads as what the person does: `Journey::open(80, 24).keys("Down Enter").screen()`.
#[derive(Clone)]
pub(crate) struct Journey {
    pub(crate) app: App,
    colours: Colours,
    /// The palette that a reader begins with: most frames are drawn with it.
    palette: Palette,
    charset: Charset,
    effects: Vec<Effect>,
}

impl Journey {
    /// Starts the program with its own guides on a screen of this size.
    pub(crate) fn open(width: u16, height: u16) -> Self {
        Self::on(bundled().clone(), width, height)
    }

    /// Starts the program with other guides.
    pub(crate) fn on(library: Library, width: u16, height: u16) -> Self {
        Self {
            app: App::new(library, Size::new(width, height)),
            colours: Colours::Terminal,
            palette: Palette::for_colours(Colours::Terminal),
            charset: Charset::Unicode,
            effects: Vec::new(),
        }
    }

    /// Starts at a place, as `guide` or `guide#section`.
    #[track_caller]
    pub(crate) fn at(mut self, place: &str) -> Self {
        let (slug, section) = place.split_once('#').map_or((place, None), |(slug, id)| (slug, Some(id)));
        let guide = self.app.library.guide_id(slug).expect("there is such a guide");
        let index = |id| {
            self.app
                .library
                .guide(guide)
                .sections
                .iter()
                .position(|section| section.id == id)
                .expect("there is such a section")
        };
        let section = section.map(|id| u32::try_from(index(id)).unwrap());
        self.app = App::at(self.app.library, self.app.size, Place { guide, section });
        self
    }

    /// Draws with or without colours from now on.
    pub(crate) fn colours(mut self, colours: Colours) -> Self {
        self.colours = colours;
        self.palette = Palette::for_colours(colours);
        self
    }

    /// Reads with what stands in a file of preferences.
    pub(crate) fn preferring(mut self, text: &str) -> Self {
        self.app = self.app.with_preferences(PreferencesFile::read(text));
        self
    }

    /// Draws with these characters from now on.
    pub(crate) fn charset(mut self, charset: Charset) -> Self {
        self.charset = charset;
        self
    }

    /// Does one thing. What is to be kept is kept, in memory and always at the same moment.
    pub(crate) fn send(&mut self, message: Message) -> &mut Self {
        let mut kept = Vec::new();
        for effect in self.app.update(message) {
            match effect {
                Effect::Record(change) => kept.push(*change),
                Effect::AskTime => {
                    self.app.update(Message::Clock(Moment::from_seconds(1_795_309_323)));
                }
                other => self.effects.push(other),
            }
        }
        if !kept.is_empty() {
            self.keep(kept);
        }
        self
    }

    /// Keeps changes as the shell does.
    fn keep(&mut self, changes: Vec<Change>) {
        let mut journal = self.app.journal.clone();
        for change in &changes {
            journal.apply(change, Moment::from_seconds(1_795_309_323));
        }
        let journal = Box::new(journal);
        let outcome =
            Outcome::Kept { changes, journal, durability: Durability::OnDisk, troubles: Vec::new() };
        self.send(Message::Recorded(outcome));
    }

    /// Ends the program and starts it anew: what was kept is there again, and nothing else.
    pub(crate) fn again(&mut self) -> &mut Self {
        self.keys("Ctrl-C Ctrl-C");
        self.effects.clear();
        let (library, size) = (self.app.library.clone(), self.app.size);
        self.app = App::new(library, size).with_journal(self.app.journal.clone(), &[]);
        self
    }

    /// Presses keys, blanks between them: `Down Enter / c a r e Alt-Left`.
    #[track_caller]
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.send(Message::Key(key.parse().expect("the name of a key")));
        }
        self
    }

    /// Types text, letter by letter.
    pub(crate) fn types(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.send(Message::Key(Key::plain(real_toolkit::app::KeyCode::Char(letter))));
        }
        self
    }

    /// Does what the list of everything that can be done calls so.
    pub(crate) fn does(&mut self, words: &str) -> &mut Self {
        self.keys("Ctrl-P").types(words).keys("Enter")
    }

    /// Clicks a cell.
    pub(crate) fn click(&mut self, x: u16, y: u16) -> &mut Self {
        self.send(Message::Click(Position::new(x, y)))
    }

    /// Clicks the first of these words on the screen.
    #[track_caller]
    pub(crate) fn click_on(&mut self, words: &str) -> &mut Self {
        let at = self.find(words);
        self.click(at.x, at.y)
    }

    /// Turns the wheel over a cell: rows down, or up if negative.
    pub(crate) fn wheel(&mut self, x: u16, y: u16, rows: i32) -> &mut Self {
        self.send(Message::Wheel { at: Position::new(x, y), rows })
    }

    /// Makes the window another size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.send(Message::Resize(Size::new(width, height)))
    }

    /// Draws the screen and insists that it is a good one.
    #[track_caller]
    pub(crate) fn frame(&self) -> Frame {
        let chosen = self.app.palette();
        let other = (chosen != PaletteName::Terminal).then(|| Palette::named(chosen, self.colours));
        let frame = Frame::draw(&self.app, other.as_ref().unwrap_or(&self.palette), self.charset);
        let faults = frame.faults();
        assert!(faults.is_empty(), "{}\n{}", faults.join("\n"), frame.text());
        frame
    }

    /// Returns the text on the screen.
    #[track_caller]
    pub(crate) fn screen(&self) -> String {
        self.frame().text()
    }

    /// Returns the runs of styles on the screen, a row a line.
    #[track_caller]
    pub(crate) fn styles(&self) -> String {
        self.frame().styles()
    }

    /// Returns a row of the screen; negative ones count from the bottom.
    #[track_caller]
    pub(crate) fn row(&self, y: i32) -> String {
        let height = i32::from(self.app.size.height);
        let y = if y < 0 { height + y } else { y };
        self.frame().row(u16::try_from(y).unwrap())
    }

    /// Returns the last rows of the screen as one line: what is said there may take several.
    #[track_caller]
    pub(crate) fn bottom(&self) -> String {
        let rows: Vec<String> = (-4..0).map(|y| self.row(y)).collect();
        rows.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Returns where words stand on the screen.
    #[track_caller]
    pub(crate) fn find(&self, words: &str) -> Position {
        let frame = self.frame();
        let found = frame.find(words);
        assert!(found.is_some(), "“{words}” is not on the screen:\n{}", frame.text());
        found.unwrap()
    }

    /// Whether words are on the screen, on one row.
    #[track_caller]
    pub(crate) fn shows(&self, words: &str) -> bool {
        self.frame().find(words).is_some()
    }

    /// Insists that words are on the screen.
    #[track_caller]
    pub(crate) fn sees(&mut self, words: &str) -> &mut Self {
        self.find(words);
        self
    }

    /// Insists that words are not on the screen.
    #[track_caller]
    pub(crate) fn misses(&mut self, words: &str) -> &mut Self {
        let frame = self.frame();
        assert!(frame.find(words).is_none(), "“{words}” is on the screen:\n{}", frame.text());
        self
    }

    /// Returns what the shell was asked to do since the last time.
    pub(crate) fn effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Returns the text pane.
    #[track_caller]
    pub(crate) fn reading(&self) -> &Reading {
        self.app.shown.reading.as_ref().expect("something is open")
    }

    /// Returns the name of what is open.
    #[track_caller]
    pub(crate) fn reads(&self) -> String {
        match self.reading().document {
            Document::Guide(guide) => self.app.library.guide(guide).slug.clone(),
            other => other.title(&self.app.library).to_owned(),
        }
    }

    /// Returns the first row of the page on the screen.
    #[track_caller]
    pub(crate) fn top_row(&self) -> usize {
        self.reading().visible(self.app.text_height()).start
    }

    /// Whether a place in what is open is on the screen.
    #[track_caller]
    pub(crate) fn in_view(&self, pos: TextPos) -> bool {
        let reading = self.reading();
        reading.visible(self.app.text_height()).contains(&reading.page.row_of(pos))
    }
}

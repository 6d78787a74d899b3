//! Floor 7: the loop that shows the reader in a terminal. The only place that knows crossterm.
//!
//! It waits for events of the terminal and for nothing else: there are no ticks, and no answer of the terminal is waited
//! for. All events that have come are passed on before one frame is drawn, and a frame is one write.

mod browser;
mod children;
mod clipboard;
mod hyperlinks;
mod input;
mod journal_writer;
mod painter;
mod replies;
#[cfg(unix)]
mod signals;
mod terminal;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::Context as _;
use ratatui::layout::Size;

use crate::app::{App, Cover, Effect, Handover, Message, PaletteName, Preference};
use crate::disk::{self, Store};
use crate::environment::{Environment, Queries};
use crate::view::{Colours, Palette};
use input::Input;
use journal_writer::JournalWriter;
use painter::Painter;

/// The elapsed minutes are shown anew after this.
const MINUTE: Duration = Duration::from_secs(60);

/// What the reader may do with the terminal and the disk.
#[derive(Debug, Clone)]
pub struct Options {
    /// The colours that the terminal shows.
    pub colours: Colours,
    /// Where the preferences are kept; none where nothing may be written.
    pub preferences: Option<PathBuf>,
}

/// Returns the size of the terminal.
///
/// # Errors
///
/// The terminal does not say.
pub fn size() -> anyhow::Result<Size> {
    let (width, height) = crossterm::terminal::size().context("the terminal does not say how large it is")?;
    Ok(Size::new(width, height))
}

/// Shows the reader until it is left, keeps in `store` what it asks for, and gives the terminal back as it was.
///
/// # Errors
///
/// The terminal cannot be read or written.
pub fn run(mut app: App, options: Options, store: Store, environment: &Environment) -> anyhow::Result<()> {
    terminal::restore_on_panic();
    let writer = Arc::new(JournalWriter::new(store));
    #[cfg(unix)]
    signals::watch(Arc::clone(&writer)).context("cannot listen for signals")?;
    terminal::set_mouse(app.pointer.capture);
    terminal::enter().context("the terminal cannot be set up for the reader")?;
    let outcome = Shell::new(&app, options, &writer, environment).read(&mut app);
    terminal::leave();
    outcome
}

/// What the loop does after an effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Continue,
    /// The app is told what became of an effect.
    Tell(Handover),
    Quit,
}

/// The loop.
struct Shell<'a> {
    options: Options,
    writer: &'a Mutex<JournalWriter>,
    painter: Painter,
    input: Input,
    environment: &'a Environment,
    /// The palette that is shown.
    palette: (PaletteName, Palette),
}

impl<'a> Shell<'a> {
    fn new(
        app: &App,
        options: Options,
        writer: &'a Mutex<JournalWriter>,
        environment: &'a Environment,
    ) -> Self {
        let palette = (app.palette(), Palette::named(app.palette(), options.colours));
        let painter = Painter::new(environment.terminal);
        Self { options, writer, painter, input: Input::default(), environment, palette }
    }

    fn read(mut self, app: &mut App) -> anyhow::Result<()> {
        // crossterm reports changes of size from its first poll on; one before it would be missed.
        has_event()?;
        app.update(Message::Resize(size()?));
        if app.preferences.palette == PaletteName::Auto {
            self.ask_background()?;
        }
        loop {
            self.paint(app)?;
            let mut writer = journal_writer::lock(self.writer);
            writer.set_at_exit(app.place_to_keep());
            if let Some(outcome) = writer.flush() {
                app.update(Message::Recorded(outcome));
                continue;
            }
            drop(writer);
            if app.has_idle_work() && !has_event()? {
                self.pass_on(app, vec![Message::Idle])?;
                // There may be more of it.
                continue;
            }
            if self.wait_for_events(app)? == Next::Quit {
                return Ok(());
            }
        }
    }

    fn paint(&mut self, app: &App) -> anyhow::Result<()> {
        if self.palette.0 != app.palette() {
            self.palette = (app.palette(), Palette::named(app.palette(), self.options.colours));
        }
        self.painter.paint(app, &self.palette.1).context("cannot write to the terminal")
    }

    /// Waits for an event, and passes on all that have come by then.
    fn wait_for_events(&mut self, app: &mut App) -> anyhow::Result<Next> {
        while app.counts_minutes() && !event_within(MINUTE)? {
            app.update(Message::Clock(disk::now()));
            self.paint(app)?;
        }
        loop {
            let event = crossterm::event::read().context("cannot read from the terminal")?;
            let messages = self.input.messages(event);
            if self.pass_on(app, messages)? == Next::Quit {
                return Ok(Next::Quit);
            }
            if self.input.replies.holds_escape() && !event_within(replies::PATIENCE)? {
                let messages = self.input.replies.give_up();
                if self.pass_on(app, messages)? == Next::Quit {
                    return Ok(Next::Quit);
                }
            }
            if !has_event()? {
                return Ok(Next::Continue);
            }
        }
    }

    fn pass_on(&mut self, app: &mut App, messages: Vec<Message>) -> anyhow::Result<Next> {
        let mut messages = VecDeque::from(messages);
        while let Some(message) = messages.pop_front() {
            if matches!(message, Message::Resize(_)) {
                self.painter.forget();
            }
            for effect in app.update(message) {
                match self.perform(app, effect)? {
                    Next::Continue => {}
                    Next::Tell(handover) => messages.push_front(Message::HandedOver(handover)),
                    Next::Quit => return Ok(Next::Quit),
                }
            }
        }
        Ok(Next::Continue)
    }

    /// The only place where effects happen.
    fn perform(&mut self, app: &mut App, effect: Effect) -> anyhow::Result<Next> {
        match effect {
            Effect::Quit => {
                journal_writer::lock(self.writer).flush();
                return Ok(Next::Quit);
            }
            Effect::AskTime => {
                app.update(Message::Clock(disk::now()));
            }
            Effect::Cover(cover) => self.cover(cover)?,
            Effect::Record(change) => journal_writer::lock(self.writer).push(*change),
            Effect::Mouse(capture) => {
                terminal::capture_mouse(capture).context("cannot write to the terminal")?;
            }
            Effect::Remember(preference) => self.remember(app, preference),
            Effect::AskBackground => self.ask_background()?,
            Effect::Copy(text) => {
                let delivery =
                    clipboard::copy(&text, self.environment).context("cannot write to the terminal")?;
                return Ok(Next::Tell(Handover::Copied(delivery)));
            }
            Effect::Browse(address) => {
                return Ok(Next::Tell(Handover::Browsed(browser::open(&address, self.environment.desktop))));
            }
            Effect::Suspend => {
                journal_writer::lock(self.writer).flush_at_exit();
                terminal::leave();
                #[cfg(unix)]
                signals::stop().context("cannot stop")?;
                #[cfg(not(unix))]
                terminal::enter().context("cannot go on")?;
            }
        }
        Ok(Next::Continue)
    }

    /// Gives the window a neutral title, or its own again, and draws the next frame whole.
    fn cover(&mut self, cover: Cover) -> anyhow::Result<()> {
        self.painter.forget();
        let osc = self.environment.terminal.osc;
        terminal::set_title(cover, osc).context("cannot write to the terminal")
    }

    /// Keeps a preference for the next time, where anything may be kept.
    fn remember(&self, app: &mut App, preference: Preference) {
        let kept =
            self.options.preferences.as_deref().map(|path| disk::preferences::remember(path, preference));
        if let Some(Err(why)) = kept {
            app.update(Message::Failed(format!("Not kept for the next time: {why:#}")));
        }
    }

    fn ask_background(&mut self) -> anyhow::Result<()> {
        // What a terminal of sixteen shows of our own colours is not for us to say.
        if self.environment.terminal.queries == Queries::Allowed && self.options.colours.are_ours() {
            terminal::write(replies::ASK_GROUND).context("cannot write to the terminal")?;
            self.input.replies.asked();
        }
        Ok(())
    }
}

fn has_event() -> anyhow::Result<bool> {
    event_within(Duration::ZERO)
}

fn event_within(time: Duration) -> anyhow::Result<bool> {
    crossterm::event::poll(time).context("cannot read from the terminal")
}

//! Floor 7: the loop that shows the reader in a terminal. The only place that knows crossterm.
//!
//! It waits for events and for nothing else: there are no ticks, and no answer of the terminal and no disk is waited for.
//! All events that have come are passed on before one frame is drawn, and a frame is one write.

mod browser;
mod children;
mod clipboard;
#[cfg(any(not(unix), test))]
mod console;
#[cfg(unix)]
mod decoder;
mod event;
mod hyperlinks;
#[cfg(unix)]
mod input;
mod joined;
mod keyboard;
mod painter;
mod panics;
#[cfg(unix)]
mod replies;
#[cfg(unix)]
mod sequences;
#[cfg(unix)]
mod signals;
mod terminal;
mod writer;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::Context as _;
use ratatui::layout::Size;

use crate::app::{App, Cover, Effect, Handover, Message, Outcome, PaletteName};
use crate::disk::{self, Store};
use crate::environment::Environment;
#[cfg(unix)]
use crate::environment::Queries;
use crate::journal::{Change, Part};
use crate::view::{Colours, Palette};
use event::Event;
use painter::Painter;
use terminal::Leave;
use writer::Writer;

/// How long the disk may take when the reader is left.
const PATIENCE: Duration = Duration::from_secs(1);

/// A terminal that says it is larger is not believed: a frame would take hundreds of megabytes.
const LARGEST: Size = Size::new(1_000, 500);

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
    Ok(Size::new(width.min(LARGEST.width), height.min(LARGEST.height)))
}

/// Shows the reader until it is left, keeps in `store` what it asks for, and gives the terminal back as it was.
///
/// # Errors
///
/// The terminal cannot be read or written.
pub fn run(mut app: App, options: Options, store: Store, environment: &Environment) -> anyhow::Result<()> {
    panics::report_to_people();
    let (send, events) = channel();
    let writer = Writer::start(store, options.preferences, send.clone()).context(NO_THREAD)?;
    #[cfg(unix)]
    signals::watch(writer.clone(), send.clone()).context("cannot listen for signals")?;
    terminal::set_mouse(app.pointer.capture);
    terminal::enter().context("the terminal cannot be set up for the reader")?;
    keyboard::watch(send).context(NO_THREAD)?;
    let outcome = Shell::new(&app, options.colours, &writer, events, environment).read(&mut app);
    terminal::leave(Leave::ForGood, "");
    outcome
}

const NO_THREAD: &str = "the system lets the reader start no thread";

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
    colours: Colours,
    writer: &'a Writer,
    events: Receiver<Event>,
    /// What is to be kept, once the frame is on the screen.
    changes: Vec<Change>,
    painter: Painter,
    #[cfg(unix)]
    input: input::Input,
    environment: &'a Environment,
    /// The palette that is shown.
    palette: (PaletteName, Palette),
}

impl<'a> Shell<'a> {
    fn new(
        app: &App,
        colours: Colours,
        writer: &'a Writer,
        events: Receiver<Event>,
        environment: &'a Environment,
    ) -> Self {
        Self {
            colours,
            writer,
            events,
            changes: Vec::new(),
            painter: Painter::new(environment.terminal),
            #[cfg(unix)]
            input: input::Input::new(line(environment)),
            environment,
            palette: (app.palette(), Palette::named(app.palette(), colours)),
        }
    }

    fn read(mut self, app: &mut App) -> anyhow::Result<()> {
        app.update(Message::Resize(size()?));
        if app.preferences.palette == PaletteName::Auto {
            self.ask_background()?;
        }
        loop {
            self.paint(app)?;
            self.keep_changes();
            self.writer.set_at_exit(app.place_to_keep());
            let next = match self.events.try_recv() {
                Ok(event) => self.take_with_others(app, event)?,
                Err(_) if app.has_idle_work() => self.pass_on(app, vec![Message::Idle])?,
                Err(_) => self.wait(app)?,
            };
            if next == Next::Quit {
                return self.finish();
            }
        }
    }

    fn paint(&mut self, app: &App) -> anyhow::Result<()> {
        if self.palette.0 != app.palette() {
            self.palette = (app.palette(), Palette::named(app.palette(), self.colours));
        }
        self.painter.paint(app, &self.palette.1).context("cannot write to the terminal")
    }

    fn keep_changes(&mut self) {
        let changes = std::mem::take(&mut self.changes);
        if !changes.is_empty() {
            self.writer.keep(changes);
        }
    }

    /// Waits for an event, or for the time after which what has come of one is all there is.
    fn wait(&mut self, app: &mut App) -> anyhow::Result<Next> {
        let parts = self.patience();
        let event = match parts.or_else(|| app.counts_minutes().then_some(MINUTE)) {
            Some(time) => self.events.recv_timeout(time),
            None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match event {
            Ok(event) => self.take_with_others(app, event),
            Err(RecvTimeoutError::Timeout) => {
                let now = || vec![Message::Clock(disk::now())];
                let messages = if parts.is_some() { self.give_up() } else { now() };
                self.pass_on(app, messages)
            }
            Err(RecvTimeoutError::Disconnected) => Ok(Next::Quit),
        }
    }

    /// Takes an event, and all that have come by then.
    fn take_with_others(&mut self, app: &mut App, first: Event) -> anyhow::Result<Next> {
        let mut next = Some(first);
        while let Some(event) = next {
            if self.take(app, event)? == Next::Quit {
                return Ok(Next::Quit);
            }
            next = self.events.try_recv().ok();
        }
        Ok(Next::Continue)
    }

    fn take(&mut self, app: &mut App, event: Event) -> anyhow::Result<Next> {
        let messages = match event {
            #[cfg(unix)]
            Event::Bytes(bytes) => self.input.take(&bytes),
            #[cfg(not(unix))]
            Event::Console(crossterm::event::Event::Resize(..)) => vec![Message::Resize(size()?)],
            #[cfg(not(unix))]
            Event::Console(event) => console::message(event).into_iter().collect(),
            #[cfg(unix)]
            Event::Resized => vec![Message::Resize(size()?)],
            Event::Recorded(outcome) => vec![Message::Recorded(outcome)],
            Event::Gone => {
                self.changes.extend(app.place_to_keep());
                return Ok(Next::Quit);
            }
        };
        self.pass_on(app, messages)
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
            Effect::Quit => return Ok(Next::Quit),
            Effect::AskTime => {
                app.update(Message::Clock(disk::now()));
            }
            Effect::Cover(cover) => self.cover(cover)?,
            Effect::Record(change) => self.changes.push(*change),
            Effect::Mouse(capture) => {
                terminal::capture_mouse(capture).context("cannot write to the terminal")?;
            }
            Effect::Remember(preference) => self.writer.remember(preference),
            Effect::AskBackground => self.ask_background()?,
            Effect::Redraw => self.painter.forget(),
            Effect::Copy(text) => {
                let delivery =
                    clipboard::copy(&text, self.environment).context("cannot write to the terminal")?;
                return Ok(Next::Tell(Handover::Copied(delivery)));
            }
            Effect::Browse(address) => {
                return Ok(Next::Tell(Handover::Browsed(browser::open(&address, self.environment.desktop))));
            }
            Effect::Suspend => self.suspend(app)?,
        }
        Ok(Next::Continue)
    }

    /// Gives the window a neutral title, or its own again, and draws the next frame whole.
    fn cover(&mut self, cover: Cover) -> anyhow::Result<()> {
        self.painter.forget();
        let osc = self.environment.terminal.osc;
        terminal::set_title(cover, osc).context("cannot write to the terminal")
    }

    /// Stops until the shell continues the program, where there is a shell that would.
    #[cfg(unix)]
    fn suspend(&mut self, app: &mut App) -> anyhow::Result<()> {
        if !signals::can_be_brought_back() {
            app.update(Message::Failed(
                "Nothing here could bring the reader back if it stopped, so it goes on.".to_owned(),
            ));
            return Ok(());
        }
        self.keep_changes();
        self.writer.finish(PATIENCE);
        terminal::leave(Leave::ForNow, signals::STOPPED);
        signals::stop().context("cannot stop")
    }

    /// Systems without job control: nothing could bring the program back.
    #[cfg(not(unix))]
    fn suspend(&mut self, _app: &mut App) -> anyhow::Result<()> {
        Ok(())
    }

    /// Keeps what is to be kept, and says what is not when the shell's screen is there again.
    fn finish(mut self) -> anyhow::Result<()> {
        self.keep_changes();
        let is_kept = self.writer.finish(PATIENCE);
        terminal::leave(Leave::ForGood, "");
        anyhow::ensure!(is_kept, "The disk takes too long: what was to be kept last may not be kept.");
        let failed = self.events.try_iter().find_map(|event| match event {
            Event::Recorded(Outcome::Failed { changes, why }) => {
                changes.iter().any(|change| change.part() != Part::Progress).then_some(why)
            }
            _ => None,
        });
        failed.map_or(Ok(()), |why| Err(anyhow::anyhow!("Not kept: {why}")))
    }

    #[cfg(unix)]
    fn ask_background(&self) -> anyhow::Result<()> {
        // What a terminal of sixteen shows of our own colours is not for us to say.
        if self.environment.terminal.queries == Queries::Allowed && self.colours.are_ours() {
            terminal::write(replies::ASK_GROUND).context("cannot write to the terminal")?;
        }
        Ok(())
    }

    #[cfg(unix)]
    fn patience(&self) -> Option<Duration> {
        self.input.patience()
    }

    #[cfg(unix)]
    fn give_up(&mut self) -> Vec<Message> {
        self.input.give_up()
    }

    /// The console answers nothing.
    #[cfg(not(unix))]
    fn ask_background(&self) -> anyhow::Result<()> {
        Ok(())
    }

    /// The console sends whole events.
    #[cfg(not(unix))]
    fn patience(&self) -> Option<Duration> {
        None
    }

    #[cfg(not(unix))]
    fn give_up(&mut self) -> Vec<Message> {
        Vec::new()
    }
}

/// Returns how soon what the terminal sends arrives.
#[cfg(unix)]
fn line(environment: &Environment) -> input::Line {
    if environment.desktop.remote { input::Line::Far } else { input::Line::Near }
}

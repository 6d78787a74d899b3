//! Floor 7: the loop that shows the reader in a terminal. The only place that knows crossterm.
//!
//! It waits for the terminal and for nothing else: no ticks, no questions asked of the terminal. All that is
//! pending is taken in before one frame is drawn, and a frame is one write.

mod browser;
mod children;
mod clipboard;
mod hyperlinks;
mod input;
mod keeper;
mod painter;
#[cfg(unix)]
mod signals;
mod surroundings;
mod terminal;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::Context as _;
use ratatui::layout::Size;

use crate::app::{App, Effect, Handover, Message};
use crate::disk::Store;
use crate::view::{Charset, Palette};
use keeper::Keeper;
use painter::Painter;
use surroundings::Surroundings;

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
pub fn run(mut app: App, palette: &Palette, charset: Charset, store: Store) -> anyhow::Result<()> {
    terminal::restore_on_panic();
    let keeper = Arc::new(Keeper::new(store));
    #[cfg(unix)]
    signals::watch(Arc::clone(&keeper)).context("cannot listen for signals")?;
    terminal::enter().context("the terminal cannot be set up for the reader")?;
    let outcome = read(&mut app, palette, charset, &keeper);
    terminal::leave();
    outcome
}

/// What the loop goes on with after the effects of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Continue,
    /// The app is told what became of an effect.
    Tell(Handover),
    Quit,
}

fn read(app: &mut App, palette: &Palette, charset: Charset, keeper: &Mutex<Keeper>) -> anyhow::Result<()> {
    let here = Surroundings::look();
    let mut painter = Painter::new(charset, here.requests);
    // From the first question on, changes of size are heard of; one before it would be missed.
    pending()?;
    app.update(Message::Resize(size()?));
    loop {
        painter.paint(app, palette).context("cannot write to the terminal")?;
        let mut kept = keeper::lock(keeper);
        kept.set_last(app.place_to_keep());
        if let Some(outcome) = kept.keep() {
            app.update(Message::Recorded(outcome));
            continue;
        }
        drop(kept);
        if app.has_idle_work() && !pending()? {
            app.update(Message::Idle);
        }
        let mut event = crossterm::event::read().context("cannot read from the terminal")?;
        loop {
            if let Some(message) = input::message(event) {
                if matches!(message, Message::Resize(_)) {
                    painter.forget();
                }
                if carry_out(app, message, keeper, &here)? == Next::Quit {
                    return Ok(());
                }
            }
            if !pending()? {
                break;
            }
            event = crossterm::event::read().context("cannot read from the terminal")?;
        }
    }
}

fn pending() -> anyhow::Result<bool> {
    crossterm::event::poll(Duration::ZERO).context("cannot read from the terminal")
}

/// Gives the app a message, and has done what it asks for.
fn carry_out(
    app: &mut App,
    message: Message,
    keeper: &Mutex<Keeper>,
    here: &Surroundings,
) -> anyhow::Result<Next> {
    let mut messages = vec![message];
    while let Some(message) = messages.pop() {
        for effect in app.update(message) {
            match perform(effect, keeper, here)? {
                Next::Continue => {}
                Next::Tell(handover) => messages.push(Message::HandedOver(handover)),
                Next::Quit => return Ok(Next::Quit),
            }
        }
    }
    Ok(Next::Continue)
}

/// The only place where effects happen.
fn perform(effect: Effect, keeper: &Mutex<Keeper>, here: &Surroundings) -> anyhow::Result<Next> {
    match effect {
        Effect::Quit => {
            keeper::lock(keeper).keep();
            return Ok(Next::Quit);
        }
        Effect::Record(change) => keeper::lock(keeper).ask(*change),
        Effect::Mouse(capture) => terminal::capture_mouse(capture).context("cannot write to the terminal")?,
        // Nothing is remembered yet from one time to the next.
        Effect::TourSeen => {}
        Effect::Copy(text) => {
            let delivery = clipboard::copy(&text, here).context("cannot write to the terminal")?;
            return Ok(Next::Tell(Handover::Copied(delivery)));
        }
        Effect::Browse(address) => {
            return Ok(Next::Tell(Handover::Browsed(browser::open(&address, here))));
        }
        Effect::Suspend => {
            keeper::lock(keeper).keep_last();
            terminal::leave();
            #[cfg(unix)]
            signals::stop().context("cannot stop")?;
            #[cfg(not(unix))]
            terminal::enter().context("cannot go on")?;
        }
    }
    Ok(Next::Continue)
}

//! What is to be kept, on its way to the disk: a thread of its own writes it, so that no key waits for a disk, and nothing
//! is said to be kept before it is.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::event::Event;
use crate::app::{Outcome, Preference};
use crate::disk::{self, Recorded, Store, Trouble, now};
use crate::journal::Change;

/// Where the loop leaves what is to be kept.
#[derive(Debug, Clone)]
pub(super) struct Writer {
    jobs: Sender<Job>,
    /// What is to be written too should the program be ended from outside now.
    at_exit: Arc<Mutex<Option<Change>>>,
}

/// Something to be written.
#[derive(Debug)]
enum Job {
    Keep(Vec<Change>),
    Remember(Preference),
    /// To say when all before it is done.
    Answer(Sender<()>),
}

impl Writer {
    /// Starts the thread. It tells `events` how it went.
    pub(super) fn start(
        store: Store,
        preferences: Option<PathBuf>,
        events: Sender<Event>,
    ) -> std::io::Result<Self> {
        let (jobs, waiting) = channel();
        thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || work(store, preferences.as_deref(), &waiting, &events))?;
        Ok(Self { jobs, at_exit: Arc::default() })
    }

    /// Keeps changes, in one go.
    pub(super) fn keep(&self, changes: Vec<Change>) {
        self.send(Job::Keep(changes));
    }

    /// Keeps a preference for the next time.
    pub(super) fn remember(&self, preference: Preference) {
        self.send(Job::Remember(preference));
    }

    /// Notes what is to be written too should the program be ended from outside.
    pub(super) fn set_at_exit(&self, change: Option<Change>) {
        *self.at_exit.lock().unwrap_or_else(PoisonError::into_inner) = change;
    }

    /// Writes what was noted for this.
    pub(super) fn keep_at_exit(&self) {
        let change = self.at_exit.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(change) = change {
            self.keep(vec![change]);
        }
    }

    /// Waits until all is written, but no longer than this. Returns whether it is.
    pub(super) fn finish(&self, patience: Duration) -> bool {
        let (done, wait) = channel();
        self.send(Job::Answer(done));
        wait.recv_timeout(patience).is_ok()
    }

    fn send(&self, job: Job) {
        // The thread ends only with the program.
        let _ = self.jobs.send(job);
    }
}

fn work(
    mut store: Store,
    preferences: Option<&std::path::Path>,
    waiting: &Receiver<Job>,
    events: &Sender<Event>,
) {
    store.tidy(now().day());
    // Nobody listens any more when the program ends: that is no error.
    while let Ok(job) = waiting.recv() {
        match job {
            Job::Keep(changes) => {
                let _ = events.send(Event::Recorded(record(&mut store, changes)));
            }
            Job::Remember(preference) => {
                let kept = preferences.map(|path| disk::preferences::remember(path, preference));
                if let Some(Err(why)) = kept {
                    let failed = Outcome::Failed { changes: Vec::new(), why: format!("{why:#}") };
                    let _ = events.send(Event::Recorded(failed));
                }
            }
            Job::Answer(done) => {
                let _ = done.send(());
            }
        }
    }
}

fn record(store: &mut Store, changes: Vec<Change>) -> Outcome {
    match store.record(&changes, now()) {
        Ok(Recorded { journal, durability, troubles }) => Outcome::Kept {
            changes,
            journal: Box::new(journal),
            durability,
            troubles: troubles.iter().map(Trouble::in_short).collect(),
        },
        Err(error) => Outcome::Failed { changes, why: error.in_short() },
    }
}

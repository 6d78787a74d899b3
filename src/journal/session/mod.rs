//! Sessions of supervision: plans, what was agreed, records. Nothing of them is kept unless somebody says so.

mod action;
mod format;
mod kept;
mod plan;

pub use action::{ActionState, AgreedAction, By, Who};
pub use kept::Sessions;
pub use plan::{Item, Session, SessionChange, SessionId, Topic};

pub(super) use format::{SessionsShape, sessions, sessions_shape};

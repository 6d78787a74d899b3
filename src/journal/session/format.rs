//! The sessions as TOML that a person can read and mend.

use serde::{Deserialize, Serialize};
use toml::value::Datetime;

use super::{ActionState, AgreedAction, By, Item, Session, SessionId, Sessions, Topic, Who};
use crate::journal::shape::{AnchorShape, anchor, anchor_shape, date_of, moment, number};
use crate::journal::{Anchor, GuideKey};
use crate::text::clean_line;

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::journal) struct SessionsShape {
    next: i64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    session: Vec<SessionShape>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct SessionShape {
    id: i64,
    title: String,
    made: Option<Datetime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    held: Option<Datetime>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    item: Vec<ItemShape>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    action: Vec<ActionShape>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct ItemShape {
    id: i64,
    /// What it is about, as [`Topic::slug`] says.
    about: String,
    minutes: i64,
    /// Words of one’s own.
    #[serde(skip_serializing_if = "String::is_empty")]
    own: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    term: String,
    #[serde(flatten)]
    anchor: Option<AnchorShape>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct ActionShape {
    id: i64,
    what: String,
    who: String,
    by: String,
    state: String,
}

pub(in crate::journal) fn sessions_shape(sessions: &Sessions) -> SessionsShape {
    let all = sessions.all().iter().map(|session| SessionShape {
        id: session.id.0.into(),
        title: session.title.clone(),
        made: date_of(session.made),
        held: session.held.and_then(date_of),
        item: session.items.iter().map(item_shape).collect(),
        action: session.actions.iter().map(action_shape).collect(),
    });
    SessionsShape { next: sessions.next_id().0.into(), session: all.collect() }
}

pub(in crate::journal) fn sessions(shape: SessionsShape) -> Sessions {
    let all = shape.session.into_iter().map(|shape| Session {
        id: SessionId(number(shape.id)),
        title: clean_line(&shape.title),
        made: moment(shape.made),
        held: shape.held.map(|held| moment(Some(held))),
        items: shape.item.iter().map(item).collect(),
        actions: shape.action.iter().map(action).collect(),
    });
    Sessions::new(all, number(shape.next))
}

fn item_shape(item: &Item) -> ItemShape {
    let shape = ItemShape {
        id: item.id.into(),
        about: item.topic.slug().to_owned(),
        minutes: item.minutes.into(),
        ..ItemShape::default()
    };
    match &item.topic {
        Topic::Own(words) => ItemShape { own: words.clone(), ..shape },
        Topic::Term { pack, term, title } => {
            let key = GuideKey { pack: pack.clone(), ..GuideKey::default() };
            let named = Anchor { key, title: title.clone(), ..Anchor::default() };
            ItemShape { term: term.clone(), anchor: Some(anchor_shape(&named)), ..shape }
        }
        other => ItemShape { anchor: other.anchor().map(anchor_shape), ..shape },
    }
}

/// Returns an item; one of which nobody can say what it is about is taken for words of one’s own.
fn item(shape: &ItemShape) -> Item {
    let place = shape.anchor.as_ref().map(anchor).unwrap_or_default();
    let topic = match shape.about.as_str() {
        "passage" => Topic::Passage(place),
        "question" => Topic::Question(place),
        "guide" => Topic::Guide(place),
        "term" => Topic::Term { pack: place.key.pack, term: clean_line(&shape.term), title: place.title },
        "agreed" => Topic::Agreed,
        _ => Topic::Own(clean_line(&shape.own)),
    };
    Item { id: number(shape.id), topic, minutes: u16::try_from(shape.minutes).unwrap_or(0) }
}

fn action_shape(action: &AgreedAction) -> ActionShape {
    ActionShape {
        id: action.id.into(),
        what: action.what.clone(),
        who: action.who.slug().to_owned(),
        by: action.by.to_string(),
        state: action.state.slug().to_owned(),
    }
}

fn action(shape: &ActionShape) -> AgreedAction {
    let state = if shape.state == ActionState::Done.slug() { ActionState::Done } else { ActionState::Open };
    AgreedAction {
        id: number(shape.id),
        what: clean_line(&shape.what),
        who: Who::named(&shape.who).unwrap_or_default(),
        by: By::parse(&shape.by).unwrap_or_default(),
        state,
    }
}

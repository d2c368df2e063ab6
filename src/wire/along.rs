//! What goes along with the picks of a link, if its writer wants it: own entries, what is hidden, and picks of sessions that a share
//! code cannot name.
//!
//! The text is [`armor`](super::armor) around `{"plan": a plan file, "hidden": what is hidden}`. It comes from anyone: everything that is
//! shown is cleaned when it is read.

pub use super::armor::LinkError;

use super::tree::Node;
use super::{armor, hidden_file, plan_file};
use crate::plan::{Hidden, OwnEntry, Pick, Plan};
use crate::program::line::clean;
use serde::Serialize;
use std::collections::BTreeMap;

const VERSION: char = '1';

/// The most characters of a title or a place, and of a note.
const MAX_LINE: usize = 300;
const MAX_NOTE: usize = 2_000;

/// What goes along.
#[derive(Debug, Clone, PartialEq)]
pub struct Along {
    /// Own entries, and picks with copies of their sessions.
    pub plan: Plan,
    /// Sessions and tracks that the sender has hidden.
    pub hidden: Hidden,
}

#[derive(Serialize)]
struct AlongFile {
    plan: String,
    hidden: String,
}

impl Along {
    /// The own entries of a plan, and what is hidden.
    pub fn of(plan: &Plan, hidden: &Hidden) -> Along {
        let mut own = Plan::empty(plan.program.clone());
        own.put_all_own(plan.own().cloned());
        Along { plan: own, hidden: hidden.clone() }
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.plan.is_empty() && self.hidden == Hidden::default()
    }

    /// Writes it as text for a link.
    pub fn write(&self) -> String {
        let file = AlongFile { plan: plan_file::write(&self.plan), hidden: hidden_file::write(&self.hidden, &[]) };
        armor::write(VERSION, serde_json::to_string(&file).expect("plain data").as_bytes())
    }

    /// Reads what [`write`](Along::write) wrote.
    ///
    /// # Errors
    ///
    /// The text is of a later version, was cut or changed, is too long, or holds something else.
    pub fn read(text: &str) -> Result<Along, LinkError> {
        let bytes = armor::read(text, VERSION)?;
        let text = String::from_utf8(bytes).map_err(|_| LinkError::Damaged)?;
        let file = serde_json::from_str::<Node>(&text).ok().and_then(|node| node.record(""));
        let mut file = file.ok_or(LinkError::Damaged)?;
        let mut part = |name| file.maybe_text(name).unwrap_or_default();
        let plan = plan_file::read(&part("plan")).map_err(|_| LinkError::Damaged)?;
        let mut cleaned = Plan::empty(plan.program.clone());
        cleaned.put_all(plan.picks().cloned().map(clean_pick));
        cleaned.put_all_own(plan.own().cloned().map(clean_own));
        let hidden = hidden_file::read(&part("hidden"));
        Ok(Along { plan: cleaned, hidden: Hidden { sessions: names(hidden.sessions), tracks: names(hidden.tracks) } })
    }
}

fn line(text: &str) -> String {
    clean(text, MAX_LINE).text
}

fn clean_pick(pick: Pick) -> Pick {
    let lines = |texts: Vec<String>| texts.iter().map(|text| line(text)).collect();
    Pick { title: line(&pick.title), rooms: lines(pick.rooms), speakers: lines(pick.speakers), ..pick }
}

fn clean_own(own: OwnEntry) -> OwnEntry {
    let note = own.note.map(|note| clean(&note, MAX_NOTE).text);
    OwnEntry { title: line(&own.title), place: own.place.as_deref().map(line), note, ..own }
}

/// Names decide whether an id still means the same, so they are never changed: what is not clean is left out.
fn names(mut names: BTreeMap<String, String>) -> BTreeMap<String, String> {
    names.retain(|_, name| line(name) == *name);
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Hideable;
    use crate::plan::tests::{pick, span};
    use crate::program::ProgramId;

    fn own(id: &str, title: &str) -> OwnEntry {
        let (id, title) = (id.to_owned(), title.to_owned());
        OwnEntry { id, title, span: span("12:00", "13:00"), place: Some("로비".to_owned()), note: Some("둘이서".to_owned()) }
    }

    fn along() -> Along {
        let mut plan = Plan::empty(ProgramId::new("p"));
        plan.put(pick("a", "13:00", "13:25"));
        plan.put_own(own("own-1", "점심 \"냉면\""));
        let mut hidden = Hidden::default();
        hidden.hide(&Hideable::Track { id: "t".to_owned(), name: "Sponsors".to_owned() });
        Along::of(&plan, &hidden)
    }

    #[test]
    fn own_entries_and_hidden_go_along_and_picks_stay() {
        let along = along();
        assert_eq!((along.plan.picks().count(), along.plan.own().count()), (0, 1));
        assert_eq!(Along::read(&along.write()), Ok(along.clone()));
        assert!(!along.is_empty() && Along::of(&Plan::empty(ProgramId::new("p")), &Hidden::default()).is_empty());
        assert!(along.write().bytes().all(armor::is_of_text), "survives a link");
    }

    #[test]
    fn what_strangers_write_is_cleaned_or_refused() {
        let mut bad = along();
        bad.plan.put_own(own("own-2", "a\u{202E}b\nc"));
        bad.hidden.hide(&Hideable::Session { id: "s".to_owned(), title: "x\u{7}".to_owned() });
        let read = Along::read(&bad.write()).unwrap();
        assert_eq!(read.plan.own().map(|own| own.title.as_str()).collect::<Vec<_>>(), ["점심 \"냉면\"", "ab c"]);
        assert!(read.hidden.sessions.is_empty() && read.hidden.tracks.len() == 1);
        let text = along().write();
        assert_eq!(Along::read(&text[..text.len() - 2]), Err(LinkError::Damaged));
        assert_eq!(Along::read(&format!("2{text}")), Err(LinkError::Later));
        assert_eq!(Along::read(&armor::write(VERSION, b"[]")), Err(LinkError::Damaged));
    }
}

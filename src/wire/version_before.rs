//! The version of a program before one that was taken in automatically and was not shown yet, with everything that is needed to go back to it.

use super::error::ReadError;
use super::job::{attachment_rows, read_attachment};
use super::library_card::LibraryCard;
use super::tree::{Fields, Node};
use crate::plan::{Attachment, Plan};
use serde::Serialize;

/// What a new version took the place of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VersionBefore {
    /// Its program file.
    pub file: String,
    /// Its card.
    pub card: LibraryCard,
    /// Checksum of what the source had when the new version was read.
    pub seen: String,
    /// What is to be done with the picks for each version since.
    pub rounds: Vec<Round>,
    /// What takes that back, once this version is being gone back to.
    pub back: Vec<Round>,
}

/// What is to be done with the picks for one new version.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Round {
    /// Picks in any order.
    #[serde(serialize_with = "attachment_rows")]
    pub attachments: Vec<Attachment>,
}

impl VersionBefore {
    /// Reads what [`VersionBefore::write`] wrote; none where it is something else.
    pub fn read(text: &str) -> Option<VersionBefore> {
        let mut fields = serde_json::from_str::<Node>(text).ok()?.record("")?;
        Some(VersionBefore {
            file: fields.maybe_text("file")?,
            card: LibraryCard::from_fields(fields.record("card").ok()?)?,
            seen: fields.maybe_text("seen")?,
            rounds: fields.each("rounds", read_round).ok()?,
            back: fields.each("back", read_round).ok()?,
        })
    }

    /// Settles how the picks of the plan go back to this version. Whatever is done afterwards can then be done again.
    pub fn turn_back(&mut self, mut plan: Plan) {
        if self.back.is_empty() {
            for round in self.rounds.iter().rev() {
                let attachments = plan.way_back(&round.attachments);
                plan.attach(&attachments);
                self.back.push(Round { attachments });
            }
        }
    }

    /// Writes it.
    pub fn write(&self) -> String {
        serde_json::to_string(self).expect("plain data")
    }
}

fn read_round(mut round: Fields<'_>) -> Result<Round, ReadError> {
    Ok(Round { attachments: round.each("attachments", read_attachment)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::pick;
    use crate::program::{ProgramId, SessionId};

    fn follow(pick: &str, edit: u64, now: &str) -> Attachment {
        Attachment { pick: SessionId::new(pick), edit, now: SessionId::new(now), candidates: Vec::new() }
    }

    #[test]
    fn over_several_versions_that_nobody_saw_the_picks_go_back_as_often_as_it_is_said() {
        let picks = |plan: &Plan| plan.picks().map(|pick| format!("{}@{}", pick.title, pick.session)).collect::<Vec<_>>();
        let mut plan = Plan::empty(ProgramId::new("p"));
        plan.put(pick("a", "13:00", "13:25"));
        plan.put(pick("b", "14:00", "14:25"));
        let rounds = vec![
            Round { attachments: vec![follow("a", 1, "b"), follow("b", 2, "a")] },
            Round { attachments: vec![follow("b", 5, "c")] },
        ];
        let was = picks(&plan);
        rounds.iter().for_each(|round| plan.attach(&round.attachments));
        assert_eq!(picks(&plan), ["B@a", "A@c"]);
        let card = LibraryCard { id: "p".to_owned(), ..LibraryCard::default() };
        let mut before = VersionBefore { file: String::new(), card, seen: String::new(), rounds, back: Vec::new() };
        for time in 0..3 {
            before.turn_back(plan.clone());
            before.back.iter().for_each(|round| plan.attach(&round.attachments));
            assert_eq!(picks(&plan), was, "time {time}");
        }
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        let attachment = Attachment { candidates: vec![SessionId::new("c")], ..follow("a", 3, "b") };
        let card = LibraryCard { id: "p".to_owned(), over: Some("1a".to_owned()), ..LibraryCard::default() };
        let before = VersionBefore {
            file: "{\n}".to_owned(),
            card,
            seen: "0f".to_owned(),
            rounds: vec![Round { attachments: vec![attachment] }],
            back: vec![Round { attachments: Vec::new() }],
        };
        assert_eq!(VersionBefore::read(&before.write()), Some(before));
        assert_eq!(VersionBefore::read("{}"), None);
    }
}

//! The version of a program before an automatic update that has not been shown yet, with everything that is needed to go back
//! to it.

use super::error::ReadError;
use super::job::{attachment_rows, read_attachment};
use super::library_card::LibraryCard;
use super::tree::{Fields, Node};
use crate::plan::{Attachment, Plan};
use serde::Serialize;

/// The replaced version.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VersionBefore {
    /// Its program file.
    pub file: String,
    /// Its card.
    pub card: LibraryCard,
    /// Checksum of what the source returned when the new version was read.
    pub seen: String,
    /// The attachments of the picks, one list for each version since.
    pub rounds: Vec<Round>,
    /// The attachments that undo these, once going back to this version has begun.
    pub back: Vec<Round>,
}

/// The attachments of the picks for one new version.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Round {
    /// In any order.
    #[serde(serialize_with = "attachment_rows")]
    pub attachments: Vec<Attachment>,
}

impl VersionBefore {
    /// Reads what [`VersionBefore::write`] wrote; `None` if it is invalid.
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

    /// Computes how the picks of the plan go back to this version. Going back can then be repeated safely.
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
    fn going_back_over_several_unseen_versions_can_be_repeated() {
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
    fn a_version_before_is_read_as_it_was_written() {
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

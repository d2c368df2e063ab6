//! A stored plan in the small copy next to the database, with a checksum that shows whether it was written completely.
//!
//! `{"sum": "<checksum of plan>", "plan": "<a stored plan>"}`. `src/early.js` reads `plan` too.

use super::stored_plan;
use super::tree::Node;
use crate::plan::Plan;
use std::hash::Hasher;

/// Writes the copy.
pub fn write(plan: &Plan) -> String {
    let text = stored_plan::write(plan);
    let sum = checksum(&text);
    let quoted = serde_json::to_string(&text).expect("plain data");
    format!("{{\"sum\":\"{sum}\",\"plan\":{quoted}}}")
}

/// Reads a copy; `None` if it is incomplete, invalid or of a later version.
pub fn read(copy: &str) -> Option<Plan> {
    let node: Node = serde_json::from_str(copy).ok()?;
    let mut copy = node.record("")?;
    let (sum, plan) = (copy.maybe_text("sum")?, copy.maybe_text("plan")?);
    if sum == checksum(&plan) { stored_plan::read(&plan).ok() } else { None }
}

/// Returns a checksum that tells texts apart; it does not protect against deliberate collisions.
pub fn checksum(text: impl AsRef<[u8]>) -> String {
    let mut hasher = fnv::FnvHasher::default();
    hasher.write(text.as_ref());
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::pick;
    use crate::program::ProgramId;

    #[test]
    fn a_copy_is_read_as_it_was_written_and_refused_if_incomplete() {
        let mut plan = Plan::empty(ProgramId::new("p"));
        plan.put(pick("a", "13:00", "13:25"));
        let copy = write(&plan);
        assert_eq!(read(&copy), Some(plan));
        for torn in [copy.replace("13:25", "13:35"), copy[..copy.len() - 9].to_owned(), "null".to_owned(), String::new()] {
            assert_eq!(read(&torn), None, "{torn}");
        }
    }
}

//! What `src/early.js` stores of taps before the app has started: a list of `["program", "session", picked]`.

use super::tree::Node;
use crate::program::{ProgramId, SessionId};

/// A tap on a session's button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlyPick {
    /// Id of the program.
    pub program: ProgramId,
    /// Id of the session.
    pub session: SessionId,
    /// Whether it is picked after the tap.
    pub picked: bool,
}

/// Reads the taps in their order; anything invalid is skipped.
pub fn read(text: &str) -> Vec<EarlyPick> {
    let taps = serde_json::from_str::<Node>(text).map(Node::items).unwrap_or_default();
    taps.into_iter().filter_map(read_tap).collect()
}

fn read_tap(tap: Node<'_>) -> Option<EarlyPick> {
    let mut parts = tap.items().into_iter();
    let (program, session) = (parts.next()?.text()?, parts.next()?.text()?);
    let picked = matches!(parts.next()?, Node::Flag(true));
    Some(EarlyPick { program: ProgramId::new(program), session: SessionId::new(session), picked })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taps_are_read_in_order_and_invalid_ones_are_skipped() {
        let taps = read(r#"[["p","a",true],["p","a",false],["p"],7,["p","b",true]]"#);
        let written: Vec<String> = taps.iter().map(|tap| format!("{} {} {}", tap.program, tap.session, tap.picked)).collect();
        assert_eq!(written, ["p a true", "p a false", "p b true"]);
        assert_eq!(read("{}"), []);
    }
}

//! Ways between rooms, as the organiser knows them.

use super::{Program, RoomId};

/// How long it takes between rooms, the same in both directions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    /// From each of these rooms. Rooms that the program does not have count for nothing.
    pub from: Vec<RoomId>,
    /// To each of these.
    pub to: Vec<RoomId>,
    /// So many minutes.
    pub minutes: u32,
}

impl Program {
    /// Minutes from one room to the other as the first row with both says; none where no row has them.
    pub fn walk(&self, from: &RoomId, to: &RoomId) -> Option<i64> {
        let joins = |walk: &&Walk| {
            let is_way = |one: &RoomId, other: &RoomId| walk.from.contains(one) && walk.to.contains(other);
            is_way(from, to) || is_way(to, from)
        };
        self.walking.iter().find(joins).map(|walk| i64::from(walk.minutes))
    }
}

#[cfg(test)]
mod tests {
    use crate::program::RoomId;
    use crate::wire::program_file;

    #[test]
    fn a_way_is_as_long_in_both_directions_and_the_first_row_counts() {
        let program = program_file::read(
            r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul", "days": [], "rooms": [],
            "walking": [{"from": ["a"], "to": ["c"], "minutes": 2}, {"from": ["a", "b"], "to": ["c", "d"], "minutes": 5}]}"#,
        )
        .unwrap();
        for (from, to, minutes) in
            [("a", "c", Some(2)), ("c", "a", Some(2)), ("b", "c", Some(5)), ("d", "a", Some(5)), ("a", "b", None)]
        {
            assert_eq!(program.walk(&RoomId::new(from), &RoomId::new(to)), minutes, "{from} {to}");
        }
    }
}

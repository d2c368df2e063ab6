//! Walking times between rooms, as stated by the organiser.

use super::{Program, RoomId};

/// A walking time between rooms, the same in both directions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    /// From each of these rooms. Rooms that the program does not have are ignored.
    pub from: Vec<RoomId>,
    /// To each of these.
    pub to: Vec<RoomId>,
    /// The time in minutes.
    pub minutes: u32,
}

/// The walking times of a program, indexed for many look-ups.
pub struct Ways<'p> {
    program: &'p Program,
    /// For each room of the program: the rows that have it in `from`, and those that have it in `to`.
    ends: Vec<[Vec<usize>; 2]>,
}

impl<'p> Ways<'p> {
    /// Indexes the walking times of the program.
    pub fn of(program: &'p Program) -> Ways<'p> {
        let mut ends: Vec<[Vec<usize>; 2]> = vec![Default::default(); program.rooms.len()];
        for (row, walk) in program.walking.iter().enumerate() {
            for (end, rooms) in [&walk.from, &walk.to].into_iter().enumerate() {
                let indices = rooms.iter().filter_map(|room| program.rooms.index_of(room.as_str()));
                indices.for_each(|index| ends[index][end].push(row));
            }
        }
        Ways { program, ends }
    }

    /// Returns the minutes from one room to the other by the first row that has both, or `None` if no row has.
    pub fn minutes(&self, from: &RoomId, to: &RoomId) -> Option<i64> {
        let ends = |room: &RoomId| self.program.rooms.index_of(room.as_str()).map(|index| &self.ends[index]);
        let [[out, back], [other_out, other_back]] = [ends(from)?, ends(to)?];
        let row = [first_common(out, other_back), first_common(back, other_out)].into_iter().flatten().min()?;
        Some(i64::from(self.program.walking[row].minutes))
    }

    /// Returns the longest walking time in minutes; 0 if there are none.
    pub fn longest(&self) -> i64 {
        self.program.walking.iter().map(|walk| i64::from(walk.minutes)).max().unwrap_or(0)
    }
}

/// Returns the first number that is in both sorted lists.
fn first_common(one: &[usize], other: &[usize]) -> Option<usize> {
    one.iter().copied().find(|row| other.binary_search(row).is_ok())
}

#[cfg(test)]
mod tests {
    use super::Ways;
    use crate::program::RoomId;
    use crate::wire::program_file;

    #[test]
    fn a_walk_takes_the_same_time_in_both_directions_and_the_first_row_counts() {
        let program = program_file::read(
            r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul", "days": [],
            "rooms": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}, {"id": "d", "name": "D"}],
            "walking": [{"from": ["a"], "to": ["c"], "minutes": 2}, {"from": ["a", "b"], "to": ["c", "d"], "minutes": 5}]}"#,
        )
        .unwrap();
        let ways = Ways::of(&program);
        for (from, to, minutes) in
            [("a", "c", Some(2)), ("c", "a", Some(2)), ("b", "c", Some(5)), ("d", "a", Some(5)), ("a", "b", None)]
        {
            assert_eq!(ways.minutes(&RoomId::new(from), &RoomId::new(to)), minutes, "{from} {to}");
        }
    }
}

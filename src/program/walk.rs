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

/// The ways of a program, ready to be asked many times.
pub struct Ways<'p> {
    program: &'p Program,
    /// For each room of the program the rows that have it at one end, and those that have it at the other.
    ends: Vec<[Vec<usize>; 2]>,
}

impl<'p> Ways<'p> {
    /// The ways that the program states.
    pub fn of(program: &'p Program) -> Ways<'p> {
        let mut ends: Vec<[Vec<usize>; 2]> = vec![Default::default(); program.rooms.len()];
        for (row, walk) in program.walking.iter().enumerate() {
            for (end, rooms) in [&walk.from, &walk.to].into_iter().enumerate() {
                let places = rooms.iter().filter_map(|room| program.rooms.place(room.as_str()));
                places.for_each(|place| ends[place][end].push(row));
            }
        }
        Ways { program, ends }
    }

    /// Minutes from one room to the other as the first row with both says; none where no row has them.
    pub fn minutes(&self, from: &RoomId, to: &RoomId) -> Option<i64> {
        let ends = |room: &RoomId| self.program.rooms.place(room.as_str()).map(|place| &self.ends[place]);
        let [[out, back], [other_out, other_back]] = [ends(from)?, ends(to)?];
        let row = [first_common(out, other_back), first_common(back, other_out)].into_iter().flatten().min()?;
        Some(i64::from(self.program.walking[row].minutes))
    }

    /// The longest of them in minutes; 0 where there are none.
    pub fn longest(&self) -> i64 {
        self.program.walking.iter().map(|walk| i64::from(walk.minutes)).max().unwrap_or(0)
    }
}

/// The first number that stands in both rising lists.
fn first_common(one: &[usize], other: &[usize]) -> Option<usize> {
    one.iter().copied().find(|row| other.binary_search(row).is_ok())
}

#[cfg(test)]
mod tests {
    use super::Ways;
    use crate::program::RoomId;
    use crate::wire::program_file;

    #[test]
    fn a_way_is_as_long_in_both_directions_and_the_first_row_counts() {
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

//! Several rooms in one cell, and the words for all of them.

use super::super::limits::MAX_SESSION_ROOMS;
use super::values;
use std::collections::BTreeSet;

/// The rooms of a table.
#[derive(Debug, Default)]
pub(super) struct Rooms<'a> {
    known: BTreeSet<&'a str>,
    /// In the order of the table.
    all: Vec<&'a str>,
}

impl<'a> Rooms<'a> {
    /// Collects the rooms of these cells.
    pub fn of(cells: &[&'a str]) -> Rooms<'a> {
        let mut rooms = Rooms { known: cells.iter().flat_map(|cell| separate(cell)).collect(), all: Vec::new() };
        let mut seen = BTreeSet::new();
        let names = cells.iter().flat_map(|cell| separate(cell)).flat_map(|name| rooms.parts(name));
        rooms.all = names.filter(|name| !values::is_everywhere(name) && seen.insert(*name)).take(MAX_SESSION_ROOMS).collect();
        rooms
    }

    /// Returns the names of the rooms in a cell.
    pub fn names(&self, cell: &str) -> Vec<String> {
        let named = |name| if values::is_everywhere(name) { self.all.clone() } else { self.parts(name) };
        separate(cell).flat_map(named).map(str::to_owned).collect()
    }

    /// A comma or a slash separates rooms only if each part is a room elsewhere: names contain both, as in "Hall B05/B06, 2nd
    /// floor".
    fn parts<'b>(&self, name: &'b str) -> Vec<&'b str> {
        let parts: Vec<&str> = name.split([',', '/', '·', '，', '、']).map(str::trim).take(MAX_SESSION_ROOMS).collect();
        if parts.iter().all(|part| self.known.contains(part)) { parts } else { vec![name] }
    }
}

/// A semicolon or a line break always separates rooms.
fn separate(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '\n']).map(str::trim).filter(|name| !values::is_absent(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rooms_are_separated_only_where_each_part_is_a_room() {
        let cells =
            ["큰방", "작은방; 옥상", "큰방/작은방", "큰방, 작은방, 옥상", "Hall B05/B06, 2nd floor", "전체", "큰방/지하", "-"];
        let rooms = Rooms::of(&cells);
        let check = |cell: &str, expected: &[&str]| assert_eq!(rooms.names(cell), expected, "{cell}");
        check("큰방/작은방", &["큰방", "작은방"]);
        check("큰방, 작은방, 옥상", &["큰방", "작은방", "옥상"]);
        check("큰방\n옥상", &["큰방", "옥상"]);
        check("Hall B05/B06, 2nd floor", &["Hall B05/B06, 2nd floor"]);
        check("큰방/지하", &["큰방/지하"]);
        check("전체", &["큰방", "작은방", "옥상", "Hall B05/B06, 2nd floor", "큰방/지하"]);
        check("-", &[]);
    }
}

//! The tables of `src/ARCHITECTURE.md` that state where things are and which part may use which.

use std::collections::BTreeMap;

const ARCHITECTURE: &str = include_str!("../../../src/ARCHITECTURE.md");

/// The programs whose parts have separate rows.
const DETAILED: [&str; 1] = ["src/bin/app/"];

/// For each file or folder of the tables, which others it may use.
pub struct Tree {
    rows: BTreeMap<String, Vec<String>>,
}

impl Tree {
    /// Reads rows such as ``| `plan/` | what a person chose | `program` |``, with paths below src/.
    pub fn read() -> Tree {
        let row = |line: &str| {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            let [name, _, may_name] = cells.as_slice() else { return None };
            let name = name.strip_prefix('`')?.strip_suffix('`').filter(|name| name.ends_with('/') || name.ends_with(".rs"))?;
            let entry = format!("src/{name}");
            let folder = &entry[..entry.trim_end_matches('/').rfind('/')? + 1];
            let allowed = may_name.split('`').skip(1).step_by(2).map(|other| format!("{folder}{other}"));
            Some((entry.trim_end_matches('/').to_owned(), allowed.collect()))
        };
        let (_, tables) = ARCHITECTURE.split_once("## The tree").expect("the chapter with the tables");
        let (tables, _) = tables.split_once("\n## ").expect("a chapter after it");
        Tree { rows: tables.lines().filter(|line| line.starts_with("| `")).filter_map(row).collect() }
    }

    pub fn entries(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(String::as_str)
    }

    pub fn has(&self, entry: &str) -> bool {
        self.rows.contains_key(entry)
    }

    /// Whether the files of one entry may use those of another.
    pub fn allows(&self, entry: &str, other: &str) -> bool {
        let other = other.trim_end_matches(".rs");
        self.rows.get(entry).is_some_and(|allowed| allowed.iter().any(|one| one == other))
    }

    /// Returns what an entry may use, as text.
    pub fn said_of(&self, entry: &str) -> String {
        self.rows.get(entry).map_or_else(|| "nothing".to_owned(), |allowed| allowed.join(", "))
    }
}

/// Returns the folder that a file's `crate::` refers to: the library's, or that of its program.
pub fn house_of(path: &str) -> &str {
    const PROGRAMS: &str = "src/bin/";
    let end = path.strip_prefix(PROGRAMS).and_then(|rest| rest.find('/'));
    end.map_or("src/", |end| &path[..=PROGRAMS.len() + end])
}

/// Returns the row that a file belongs to, or `None` for the roots of the library and of the programs, which use everything
/// below them.
pub fn entry_of(path: &str) -> Option<&str> {
    let house = house_of(path);
    if matches!(&path[house.len()..], "main.rs" | "lib.rs" | "build.rs") && (house == "src/" || DETAILED.contains(&house)) {
        return None;
    }
    if house != "src/" && !DETAILED.contains(&house) {
        return Some(house.trim_end_matches('/'));
    }
    let rest = &path[house.len()..];
    let end = rest.find('/').unwrap_or(rest.len());
    Some(&path[..house.len() + end])
}

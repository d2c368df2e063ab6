//! The house rules that a compiler does not know: who may name whom, and what no file may hold.
//!
//! Tests may break the rules of the code that they test, so whatever follows `#[cfg(test)]` is left out, and so are files
//! named `tests.rs`.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// The library's modules, and which of the others each may name.
const LIBRARY: [(&str, &[&str]); 9] = [
    ("program", &[]),
    ("messages", &["program", "plan"]),
    ("plan", &["program"]),
    ("wire", &["program", "plan", "messages"]),
    ("keep", &["program", "plan", "wire"]),
    ("import", &["program", "messages", "wire"]),
    ("export", &["program", "plan", "messages", "wire"]),
    ("present", &["program", "plan", "messages"]),
    ("wallpaper", &["program", "plan", "messages"]),
];

/// Names that may only stand in some places.
struct Rule {
    /// Where the rule holds, as beginnings of paths.
    within: &'static [&'static str],
    /// Where it does not, all the same.
    except: &'static [&'static str],
    names: &'static [&'static str],
    why: &'static str,
}

const RULES: [Rule; 6] = [
    Rule {
        within: &["src/"],
        except: &["src/bin/", "src/build.rs"],
        names: &["web_sys", "js_sys", "leptos", "wasm_bindgen", "std::fs", "std::env", "std::time"],
        why: "the library is pure: bytes, the moment and the language come in as arguments",
    },
    Rule {
        within: &["src/"],
        except: &["src/wallpaper/paint"],
        names: &["tiny_skia"],
        why: "only wallpaper/paint.rs knows how pixels are made",
    },
    Rule {
        within: &["src/"],
        except: &["src/wire/", "src/import/", "src/bin/xtask/"],
        names: &["Serialize", "Deserialize"],
        why: "what is stored or sent has its own types, in wire/",
    },
    Rule {
        within: &["src/bin/app/components/"],
        except: &[],
        names: &["crate::storage", "crate::net", "crate::state", "use_navigate", "NavigateOptions"],
        why: "components show what they are given and report what was tapped",
    },
    Rule {
        within: &["src/bin/app/pages/"],
        except: &[],
        names: &["crate::storage"],
        why: "pages act through the state, which saves",
    },
    Rule {
        within: &["src/bin/app/"],
        except: &["src/bin/app/storage/db.rs"],
        names: &["idb", "IdbDatabase", "IdbFactory", "IdbTransaction", "IdbObjectStore", "IdbRequest", "indexed_db"],
        why: "only storage/db.rs knows IndexedDB",
    },
];

const LEFTOVERS: [&str; 3] = ["todo!", "dbg!", "unimplemented!"];
const LONG: usize = 300;
const TOO_LONG: usize = 500;

#[test]
fn dependencies_point_one_way() {
    check(|file| {
        let area = file.path.strip_prefix("src/")?.split(['/', '.']).next()?;
        let (_, allowed) = LIBRARY.iter().find(|(name, _)| *name == area)?;
        let others = LIBRARY.iter().map(|(name, _)| *name).filter(|name| *name != area && !allowed.contains(name));
        let names: Vec<String> = others.map(|name| format!("crate::{name}")).collect();
        Some(file.lines_naming(&names, &format!("{area} may name, beside itself, only: {}", allowed.join(", "))))
    });
}

#[test]
fn names_stay_where_they_belong() {
    check(|file| {
        let holds = |rule: &&Rule| starts_with_any(&file.path, rule.within) && !starts_with_any(&file.path, rule.except);
        Some(RULES.iter().filter(holds).flat_map(|rule| file.lines_naming(rule.names, rule.why)).collect())
    });
}

#[test]
fn imports_name_one_module_each() {
    check(|file| Some(file.lines_containing(&["use crate::{", "use siganpyo::{"], "one `use` for each module")));
}

#[test]
fn nothing_is_left_over() {
    check(|file| Some(file.lines_containing(&LEFTOVERS, "not for others to find")));
}

#[test]
fn every_file_says_what_it_is() {
    check(|file| {
        let silent = !file.text.starts_with("//!");
        silent.then(|| vec![format!("{}:1: begins without //!", file.path)])
    });
}

#[test]
fn files_can_be_read_in_one_sitting() {
    check(|file| {
        let length = file.code().lines().count();
        if length > LONG {
            // Not println!, which a passing test swallows.
            let _ = writeln!(std::io::stderr(), "note: {} has {length} lines, more than the {LONG} aimed for", file.path);
        }
        (length > TOO_LONG).then(|| vec![format!("{}:{TOO_LONG}: {length} lines, at most {TOO_LONG}", file.path)])
    });
}

/// A source file with its path from the repository's root.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// Without the tests at its end.
    fn code(&self) -> &str {
        self.text.split("#[cfg(test)]").next().unwrap_or_default()
    }

    fn lines_naming<S: AsRef<str>>(&self, names: &[S], why: &str) -> Vec<String> {
        self.lines(|line| names.iter().map(AsRef::as_ref).find(|name| has_word(line, name)), why)
    }

    fn lines_containing(&self, texts: &[&str], why: &str) -> Vec<String> {
        self.lines(|line| texts.iter().copied().find(|text| line.contains(*text)), why)
    }

    fn lines<'t>(&self, find: impl Fn(&str) -> Option<&'t str>, why: &str) -> Vec<String> {
        let numbered = self.code().lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        let hits = numbered.filter_map(|(at, line)| find(line).map(|found| (at + 1, found)));
        hits.map(|(line, found)| format!("{}:{line}: {found}: {why}", self.path)).collect()
    }
}

/// Fails with every violation that the rule finds in any file below src/.
fn check(rule: impl Fn(&Source) -> Option<Vec<String>>) {
    let sources = sources();
    assert!(sources.len() > 10, "the walk finds the sources");
    let violations: Vec<String> = sources.iter().filter_map(rule).flatten().collect();
    let report = violations.iter().fold(String::new(), |mut report, violation| {
        let _ = write!(report, "\n  {violation}");
        report
    });
    assert!(violations.is_empty(), "{report}\n");
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut open = vec![root.join("src")];
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path).expect("a source");
                let path = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
                found.push(Source { path, text });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn starts_with_any(path: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| path.starts_with(beginning))
}

/// Whether the line holds the name with no letter, digit or underscore beside it.
fn has_word(line: &str, name: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(name).any(|(at, _)| {
        !line[..at].chars().next_back().is_some_and(is_part) && !line[at + name.len()..].chars().next().is_some_and(is_part)
    })
}

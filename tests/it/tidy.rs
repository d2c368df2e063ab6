//! House rules that the compiler does not check: which part may use which, and what no file may contain.
//!
//! Tests may break the rules of the code that they test, so every item under `#[cfg(test)]` is left out, and so are files
//! named `tests.rs` and folders named `tests`. Which part may use which is read from `src/ARCHITECTURE.md`.

mod arrows;
mod source;
mod tree;

use arrows::Arrows;
use source::Source;
use std::fmt::Write as _;
use std::io::Write as _;
use tree::Tree;

/// Names that are allowed only in some files.
struct Rule {
    /// Where the rule applies, as prefixes of paths.
    within: &'static [&'static str],
    /// The exceptions.
    except: &'static [&'static str],
    names: &'static [&'static str],
    why: &'static str,
}

const RULES: [Rule; 5] = [
    Rule {
        within: &["src/"],
        except: &["src/bin/", "src/build.rs"],
        names: &["web_sys", "js_sys", "leptos", "wasm_bindgen", "std::fs", "std::env", "std::time"],
        why: "the library is pure: bytes, the moment and the language come in as arguments",
    },
    Rule {
        within: &["src/"],
        except: &["src/wallpaper/paint", "src/site/icons.rs", "src/site/logo.rs", "src/site/one_color.rs", "src/site/picture.rs"],
        names: &["tiny_skia"],
        why: "only wallpaper/paint.rs and the pictures of site/ know how pixels are made",
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
        names: &["use_navigate", "NavigateOptions"],
        why: "components show what they are given and report what was tapped",
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
fn the_tree_is_as_the_architecture_says() {
    let (tree, sources) = (Tree::read(), Source::all());
    let mut entries: Vec<&str> = sources.iter().filter_map(|source| tree::entry_of(&source.path)).collect();
    entries.dedup();
    let missing = entries.iter().filter(|entry| !tree.has(entry)).map(|entry| format!("{entry}: not in the tables"));
    let gone =
        tree.entries().filter(|entry| !entries.contains(entry)).map(|entry| format!("{entry}: in the tables, and not here"));
    report(&missing.chain(gone).collect::<Vec<_>>());
}

#[test]
fn dependencies_point_one_way() {
    let (tree, sources) = (Tree::read(), Source::all());
    let arrows = houses(&sources)
        .into_iter()
        .flat_map(|(_, arrows)| arrows.iter().map(|(from, to)| (from.to_owned(), to.to_owned())).collect::<Vec<_>>());
    let forbidden = arrows.filter_map(|(from, to)| {
        let (one, other) = (tree::entry_of(&from)?, tree::entry_of(&to)?);
        (one != other && !tree.allows(one, other)).then(|| format!("{from} names {to}; {one} may name {}", tree.said_of(one)))
    });
    report(&forbidden.collect::<Vec<_>>());
}

#[test]
fn no_files_name_each_other_in_a_circle() {
    let sources = Source::all();
    let circles = houses(&sources).into_iter().flat_map(|(root, arrows)| match root.as_str() {
        // A module of the library may have the types that its parts share.
        "src/" => arrows.between_siblings().circles(),
        _ => arrows.circles(),
    });
    report(&circles.collect::<Vec<_>>());
}

/// Returns the dependency graph of the library and of each of the programs.
fn houses(sources: &[Source]) -> Vec<(String, Arrows)> {
    let mut roots: Vec<&str> = sources.iter().map(|source| tree::house_of(&source.path)).collect();
    roots.sort_unstable();
    roots.dedup();
    let house = |root: &str| {
        let files: Vec<&Source> = sources.iter().filter(|source| tree::house_of(&source.path) == root).collect();
        (root.to_owned(), Arrows::below(root, &files))
    };
    roots.into_iter().map(house).collect()
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
        let length = file.code.lines().filter(|line| !line.is_empty()).count();
        if length > LONG {
            // Not println!, whose output is discarded by passing tests.
            let _ = writeln!(std::io::stderr(), "note: {} has {length} lines, more than the {LONG} aimed for", file.path);
        }
        (length > TOO_LONG).then(|| vec![format!("{}:{TOO_LONG}: {length} lines, at most {TOO_LONG}", file.path)])
    });
}

/// Fails with every violation that the rule finds in any file below src/.
fn check(rule: impl Fn(&Source) -> Option<Vec<String>>) {
    let sources = Source::all();
    assert!(sources.len() > 10, "the walk finds the sources");
    report(&sources.iter().filter_map(rule).flatten().collect::<Vec<_>>());
}

fn report(violations: &[String]) {
    let report = violations.iter().fold(String::new(), |mut report, violation| {
        let _ = write!(report, "\n  {violation}");
        report
    });
    assert!(violations.is_empty(), "{report}\n");
}

fn starts_with_any(path: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| path.starts_with(beginning))
}

//! The dependency graph of files, derived from the paths in the code.

use super::source::Source;
use std::collections::{BTreeMap, BTreeSet};

/// The files of one program or of the library, with an arrow to every file that each uses.
pub struct Arrows {
    /// From a file's path to the paths that it uses; a file that uses nothing has an empty set.
    to: BTreeMap<String, BTreeSet<String>>,
}

impl Arrows {
    /// Returns the arrows among the files below `root`, such as `src/bin/app/`. A program's own modules begin with `crate::`.
    pub fn below(root: &str, sources: &[&Source]) -> Arrows {
        let modules: BTreeMap<Vec<&str>, &str> =
            sources.iter().map(|source| (module_of(root, &source.path), source.path.as_str())).collect();
        let named = |source: &&Source| {
            let here = module_of(root, &source.path);
            let paths = paths_in(&source.code).into_iter();
            let found = paths.filter_map(|path| file_of(&path, &here, &modules)).filter(|file| *file != source.path);
            (source.path.clone(), found.map(str::to_owned).collect())
        };
        Arrows { to: sources.iter().map(named).collect() }
    }

    /// Returns each cycle of files once, with what uses what.
    pub fn circles(&self) -> Vec<String> {
        let mut told = BTreeSet::new();
        let mut circles = Vec::new();
        for file in self.to.keys() {
            if !told.contains(file)
                && let Some(circle) = self.way_back(file)
            {
                told.extend(circle.iter().cloned());
                circles.push(circle.join(" -> "));
            }
        }
        circles
    }

    /// Returns the arrows between the entries of each folder: `a.rs` and everything below `a/` are one entry. Arrows to and
    /// from the folder's own `mod.rs` are left out, since a module may have the types that its parts share.
    pub fn between_siblings(&self) -> Arrows {
        let mut to: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, targets) in &self.to {
            for target in targets {
                let common = from.split('/').zip(target.split('/')).take_while(|(one, other)| one == other).count();
                let entry = |path: &str| {
                    let mut parts: Vec<&str> = path.split('/').take(common + 1).collect();
                    let last = parts.last_mut()?;
                    *last = last.trim_end_matches(".rs");
                    (*last != "mod").then(|| parts.join("/"))
                };
                if let (Some(one), Some(other)) = (entry(from), entry(target))
                    && one != other
                {
                    to.entry(other.clone()).or_default();
                    to.entry(one).or_default().insert(other);
                }
            }
        }
        Arrows { to }
    }

    /// Returns all arrows as pairs of paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.to.iter().flat_map(|(from, targets)| targets.iter().map(move |target| (from.as_str(), target.as_str())))
    }

    /// Returns the shortest path along arrows from a file back to itself.
    fn way_back(&self, file: &str) -> Option<Vec<String>> {
        let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
        let mut open = vec![file];
        while !open.is_empty() {
            let mut next = Vec::new();
            for from in open {
                for target in self.to.get(from).into_iter().flatten() {
                    if target == file {
                        let mut way = vec![file.to_owned(), from.to_owned()];
                        let mut at = from;
                        while at != file {
                            at = came_from[at];
                            way.push(at.to_owned());
                        }
                        if from == file {
                            way.pop();
                        }
                        way.reverse();
                        return Some(way);
                    }
                    if !came_from.contains_key(target.as_str()) {
                        came_from.insert(target, from);
                        next.push(target.as_str());
                    }
                }
            }
            open = next;
        }
        None
    }
}

/// `src/bin/app/pages/mod.rs` and `src/bin/app/pages.rs` are both the module `pages`.
fn module_of<'a>(root: &str, path: &'a str) -> Vec<&'a str> {
    let mut parts: Vec<&str> = path[root.len()..].trim_end_matches(".rs").split('/').collect();
    if matches!(parts.last(), Some(&("mod" | "main" | "lib"))) {
        parts.pop();
    }
    parts
}

/// Returns every path in the code, with braces expanded: `crate::a::{b, c::d}` is `crate::a::b` and `crate::a::c::d`.
fn paths_in(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find("::") {
        let start = rest[..at].rfind(|letter: char| !is_of_name(letter)).map_or(0, |before| before + 1);
        let mut path = Vec::new();
        let end = start + read_path(&rest[start..], &mut path, &mut paths);
        rest = &rest[end.max(at + 2)..];
    }
    paths
}

/// Reads names with `::` between them, and appends the path or, at braces, the paths that it stands for to `paths`. Returns
/// its length.
fn read_path(text: &str, path: &mut Vec<String>, paths: &mut Vec<Vec<String>>) -> usize {
    let depth = path.len();
    let mut at = 0;
    loop {
        let name: String = text[at..].chars().take_while(|letter| is_of_name(*letter)).collect();
        at += name.len();
        if name.is_empty() {
            break;
        }
        path.push(name);
        if !text[at..].starts_with("::") {
            break;
        }
        at += 2;
        if text[at..].starts_with('{') {
            at += read_braces(&text[at..], path, paths);
            path.truncate(depth);
            return at;
        }
    }
    paths.push(path.clone());
    path.truncate(depth);
    at
}

fn read_braces(text: &str, path: &mut Vec<String>, paths: &mut Vec<Vec<String>>) -> usize {
    let mut at = 1;
    while let Some(next) = text[at..].chars().next() {
        if next == '}' {
            return at + 1;
        }
        at += if is_of_name(next) { read_path(&text[at..], path, paths) } else { next.len_utf8() };
    }
    at
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Returns the file of the longest prefix of a path that is a module.
fn file_of<'a>(path: &[String], here: &[&str], modules: &BTreeMap<Vec<&str>, &'a str>) -> Option<&'a str> {
    let mut names = path.iter().map(String::as_str).peekable();
    let mut module = match *names.peek()? {
        "crate" => {
            names.next();
            Vec::new()
        }
        "self" => {
            names.next();
            here.to_vec()
        }
        // `super` is handled by the loop below. Any other beginning is one of the file's own items, or another crate.
        _ => here.to_vec(),
    };
    let mut moved = matches!(path[0].as_str(), "crate" | "self");
    while names.next_if_eq(&"super").is_some() {
        module.pop();
        moved = true;
    }
    for name in names {
        module.push(name);
        if !modules.contains_key(&module) {
            module.pop();
            break;
        }
        moved = true;
    }
    modules.get(&module).copied().filter(|_| moved)
}

#[test]
fn paths_with_braces_are_expanded() {
    let paths = paths_in("use crate::a::{self, b, c::{d, e}};\nfn f() { super::g(h::i) }");
    let joined: Vec<String> = paths.iter().map(|path| path.join("::")).collect();
    assert_eq!(joined, ["crate::a::self", "crate::a::b", "crate::a::c::d", "crate::a::c::e", "super::g", "h::i"]);
}

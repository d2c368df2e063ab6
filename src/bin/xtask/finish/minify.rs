//! Minifies scripts. Half of what wasm-bindgen writes is documentation of its functions.

use crate::disk;
use crate::failure::Failure;
use crate::step;
use crate::tools;
use siganpyo::publish::rewrite;
use std::cell::RefCell;
use std::path::Path;
use std::process::Command;

const HINT: &str = "the lines above name the place in the script; src/early.js is ours, the others are wasm-bindgen's";

/// Minifies a script file in place.
pub fn file(path: &Path) -> Result<(), Failure> {
    let mut command = Command::new(tools::ensure(&tools::TERSER)?);
    command.arg(path).args(["--compress", "--mangle", "--ecma", "2020", "-o"]).arg(path);
    if disk::read_text(path)?.lines().any(|line| line.starts_with("import ") || line.starts_with("export ")) {
        command.arg("--module");
    }
    step::run(&format!("minify {}", path.file_name().unwrap_or_default().display()), &mut command, HINT)
}

/// Minifies the scripts in the page; `folder` is for temporary files.
pub fn inline(html: &str, folder: &Path) -> Result<String, Failure> {
    let failure = RefCell::new(None);
    let handler = rewrite::whole_text("script:not([src])", |script| {
        text(script, folder).unwrap_or_else(|error| {
            failure.replace(Some(error));
            String::new()
        })
    });
    let html = rewrite::rewrite(html, vec![handler])?;
    failure.into_inner().map_or(Ok(html), Err)
}

/// Minifies the service worker, but not the lines in it that are filled in later. Every update of the app fetches it as it is, since it has
/// no compressed sibling. `folder` is for temporary files.
pub fn service_worker(path: &Path, folder: &Path) -> Result<(), Failure> {
    let script = disk::read_text(path)?;
    let (lists, rest) =
        lists_and_rest(&script).ok_or_else(|| Failure::new("sw.js has no lines that the build fills in", HINT))?;
    disk::write(path, format!("{lists}\n{}\n", text(rest, folder)?))
}

fn lists_and_rest(script: &str) -> Option<(&str, &str)> {
    script[script.find("const VERSION = ")?..].split_once("\n\n")
}

fn text(script: &str, folder: &Path) -> Result<String, Failure> {
    let path = folder.join("inline.js");
    disk::write(&path, script)?;
    file(&path)?;
    Ok(disk::read_text(&path)?.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_later_is_left_as_it_is() {
        let (lists, rest) = lists_and_rest(include_str!("../../../../public/sw.js")).expect("the service worker");
        let names: Vec<&str> = lists.lines().filter_map(|line| line.split(' ').nth(1)).collect();
        assert_eq!(names, ["VERSION", "FILES", "ONCE_USED", "UPDATES"]);
        assert!(rest.starts_with("const SCOPE"), "{rest}");
    }
}

//! `notices.txt`: whose work is in the app, and the texts of their licences.

use crate::disk;
use crate::failure::Failure;
use crate::step;
use crate::tools;
use serde_json::Value;
use siganpyo::publish::template::NOTICES;
use std::path::Path;
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
/// The programs that browsers run, by their features in Cargo.toml.
const FEATURES: &str = "app,publisher,reader,sheets,worker";
/// Stands above and below each heading that cargo-3pl prints.
const RULE: &str = "================================================================================";
/// Where npm packages have the text of their licence.
const NPM_TEXTS: [&str; 2] = ["LICENSE", "dist/LICENSE.txt"];
const MIT: &str = include_str!("../../../../LICENSE-MIT");
/// Models of phrases, which were published without the text of their licence.
const PHRASES: &str = "budoux";
const LICENCE_OF_PHRASES: &str = include_str!("../../../../LICENSE-APACHE");

/// Crates that were published without the text of their licence, and one of the same authors and licence that has it.
const SAME_LICENCE: [(&str, &str); 2] = [("alloc-stdlib", "alloc-no-stdlib"), ("selectors", "cssparser")];

/// Somebody's work.
struct Work {
    name: String,
    /// Version and licence.
    facts: String,
}

/// The text of a licence, and of what it is the licence.
struct Text {
    of: Vec<String>,
    words: String,
}

/// Writes the notices of every crate, every font and the models of phrases that the build holds.
pub fn write(folder: &Path, root: &Path) -> Result<(), Failure> {
    let (crates, mut texts) = read(&crates(root)?)?;
    let fonts = fonts(&disk::read_text(&root.join("package.json"))?)?;
    for font in &fonts {
        add(&mut texts, font.name.clone(), &npm_text(root, &font.name)?);
    }
    disk::write(&folder.join(NOTICES), notices(&fonts, &crates, &texts))
}

/// What cargo-3pl says of the crates in the programs for browsers, and of the macros that wrote parts of them.
fn crates(root: &Path) -> Result<String, Failure> {
    let mut command = Command::new(tools::ensure(&tools::CARGO_3PL)?);
    command.args(["3pl", "--no-default-features", "--features", FEATURES, "--target", TARGET]).current_dir(root);
    step::output(&mut command).ok_or_else(|| {
        let hint = "run `cargo metadata` to see what is wrong; it needs the network where a crate is not on this machine";
        Failure::new("cargo-3pl could not list the licences of the crates", hint)
    })
}

/// A summary of all crates, and after it each file with the text of a licence, under a heading of crate and path.
fn read(output: &str) -> Result<(Vec<Work>, Vec<Text>), Failure> {
    let mut parts = parts(output).into_iter();
    let crates: Vec<Work> = parts.next().map(|(_, summary)| summary.split("\n\n").filter_map(work).collect()).unwrap_or_default();
    if crates.is_empty() {
        return Err(Failure::new("cargo-3pl lists no crate", "see whether its version still prints a summary first"));
    }
    let mut texts = Vec::new();
    let mut with_text = Vec::new();
    for (heading, words) in parts {
        add(&mut texts, heading.clone(), &words);
        with_text.push(heading);
    }
    for (name, relative) in SAME_LICENCE.iter().filter(|(name, _)| crates.iter().any(|work| work.name == *name)) {
        if let Some(text) = texts.iter_mut().find(|text| text.of.iter().any(|of| of.starts_with(&format!("{relative} ")))) {
            text.of.push(format!("{name} (text of {relative})"));
            with_text.push(format!("{name} "));
        }
    }
    let has_text = |work: &&Work| with_text.iter().any(|heading| heading.starts_with(&format!("{} ", work.name)));
    let without: Vec<&Work> = crates.iter().filter(|work| !has_text(work)).collect();
    texts.push(stand_in(&without)?);
    Ok((crates, texts))
}

/// Headings and what follows each.
fn parts(output: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = output.lines().collect();
    let is_heading = |at: usize| lines[at] == RULE && lines.get(at + 2) == Some(&RULE);
    let starts: Vec<usize> = (0..lines.len()).filter(|at| is_heading(*at)).collect();
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let part = |(start, end): (&usize, usize)| (lines[start + 1].to_owned(), lines[start + 3..end].join("\n").trim().to_owned());
    starts.iter().zip(ends).map(part).collect()
}

/// A paragraph of the summary: name and version, then perhaps an address, then the licence.
fn work(paragraph: &str) -> Option<Work> {
    let mut lines = paragraph.trim().lines();
    let (name, version) = lines.next()?.split_once(" v")?;
    let licence = lines.last().unwrap_or("no licence stated");
    Some(Work { name: name.to_owned(), facts: format!("{version}, {licence}") })
}

/// Adds a text, or to a text that is there already whose it is as well. Spaces and line breaks make no difference.
fn add(texts: &mut Vec<Text>, of: String, words: &str) {
    match texts.iter_mut().find(|text| text.words.split_whitespace().eq(words.split_whitespace())) {
        Some(text) => text.of.push(of),
        None => texts.push(Text { of: vec![of], words: words.trim().to_owned() }),
    }
}

/// The text for what was published without one, the standard library of Rust among it. All of it can be had under MIT.
fn stand_in(works: &[&Work]) -> Result<Text, Failure> {
    if let Some(work) = works.iter().find(|work| !work.facts.contains("MIT")) {
        let hint = "add its text to src/bin/xtask/finish/notices.rs, or do without it";
        return Err(Failure::new(format!("{} ({}) comes without the text of its licence", work.name, work.facts), hint));
    }
    let of = works.iter().map(|work| work.name.clone()).chain(["the standard library of Rust".to_owned()]).collect();
    let whose = |line: &str| {
        if line.starts_with("Copyright") { "Copyright (c) the authors of each of these".to_owned() } else { line.to_owned() }
    };
    Ok(Text { of, words: MIT.trim().lines().map(whose).collect::<Vec<_>>().join("\n") })
}

/// The npm packages whose fonts and models are shipped; the others are tools.
fn fonts(manifest: &str) -> Result<Vec<Work>, Failure> {
    let broken = || Failure::new("package.json names no fonts", "restore its devDependencies");
    let manifest: Value = serde_json::from_str(manifest).map_err(|_| broken())?;
    let packages = manifest["devDependencies"].as_object().ok_or_else(broken)?;
    let is_shipped = |name: &&String| name.starts_with("@fontsource") || ["pretendard", PHRASES].contains(&name.as_str());
    let names = packages.keys().filter(is_shipped);
    let work = |name: &String| {
        let licence = if name == PHRASES { "Apache-2.0" } else { "OFL-1.1" };
        Work { name: name.clone(), facts: format!("{}, {licence}", packages[name].as_str().unwrap_or_default()) }
    };
    Ok(names.map(work).collect())
}

fn npm_text(root: &Path, package: &str) -> Result<String, Failure> {
    if package == PHRASES {
        return Ok(LICENCE_OF_PHRASES.to_owned());
    }
    let folder = root.join("node_modules").join(package);
    let place = NPM_TEXTS.iter().map(|path| folder.join(path)).find(|path| path.is_file());
    disk::read_text(&place.unwrap_or_else(|| folder.join(NPM_TEXTS[0])))
}

fn notices(fonts: &[Work], crates: &[Work], texts: &[Text]) -> String {
    let list = |works: &[Work]| works.iter().map(|work| format!("  {} {}\n", work.name, work.facts)).collect::<String>();
    let text = |text: &Text| format!("{RULE}\n{}\n{RULE}\n\n{}\n\n", text.of.join("\n"), text.words);
    format!(
        "Siganpyo can be had under the MIT or the Apache-2.0 licence. It holds the work of others, who are thanked for it:\n\n\
         Fonts, cut into parts, and models of phrases\n{}\nCrates, and macros that wrote parts of the app\n{}\n{}",
        list(fonts),
        list(crates),
        texts.iter().map(text).collect::<String>()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(summary: &str, texts: &[(&str, &str)]) -> String {
        let part = |(heading, words): &(&str, &str)| format!("\n{RULE}\n{heading}\n{RULE}\n\n{words}\n");
        format!("{RULE}\nSummary\n{RULE}\n{summary}{}", texts.iter().map(part).collect::<String>())
    }

    #[test]
    fn the_same_text_is_there_once() {
        let summary = "\none v1.0.0\nhttps://one.example\nMIT OR Apache-2.0\n\ntwo v2.0.0\nMIT\n";
        let texts =
            [("one LICENSE-MIT", "Be kind.\nAlways."), ("one LICENSE-APACHE", "Longer."), ("two LICENSE", "Be  kind. Always.\n")];
        let (crates, texts) = read(&output(summary, &texts)).expect("notices");
        let notices = notices(&[], &crates, &texts);
        assert!(notices.contains("  one 1.0.0, MIT OR Apache-2.0\n  two 2.0.0, MIT\n"), "{notices}");
        assert!(notices.contains("one LICENSE-MIT\ntwo LICENSE\n") && notices.matches("Always.").count() == 1, "{notices}");
    }

    #[test]
    fn a_rule_within_a_text_is_part_of_it() {
        let text = format!("Above\n{RULE}\nbelow it\nmore");
        let (_, texts) = read(&output("\none v1.0.0\nMIT\n", &[("one LICENSE", &text)])).expect("notices");
        assert_eq!(texts[0].words, text);
    }

    #[test]
    fn what_has_no_text_gets_that_of_mit_or_stops_the_build() {
        let (_, texts) = read(&output("\none v1.0.0\nMIT\n", &[])).expect("notices");
        assert_eq!(texts[0].of, ["one", "the standard library of Rust"]);
        assert!(texts[0].words.contains("authors of each") && texts[0].words.contains("WITHOUT WARRANTY"), "{}", texts[0].words);
        let failure = read(&output("\none v1.0.0\nZlib\n", &[])).err().expect("a failure").to_string();
        assert!(failure.contains("one (1.0.0, Zlib) comes without"), "{failure}");
        assert!(read("nothing").is_err());
    }
}

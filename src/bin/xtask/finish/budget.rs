//! The byte budgets: what a first visit waits for, and what is kept for offline use.

use crate::disk;
use crate::failure::Failure;
use siganpyo::publish::compress::{brotli, is_compressible};
use siganpyo::publish::{built_in, offline, rewrite};
use std::path::Path;

/// A list of files and what they may weigh together.
struct Budget {
    name: &'static str,
    files: Vec<File>,
    aim: usize,
    limit: usize,
    /// Most files, where that is limited.
    requests: Option<usize>,
}

struct File {
    path: String,
    raw: usize,
    /// As it is sent: compressed with brotli unless it is compressed by its nature.
    sent: usize,
}

/// Prints both tables.
pub fn print(folder: &Path) -> Result<(), Failure> {
    budgets(folder)?.iter().for_each(|budget| println!("{}", table(budget)));
    Ok(())
}

/// Prints both tables and fails where one is over its limit.
pub fn check(folder: &Path) -> Result<(), Failure> {
    let budgets = budgets(folder)?;
    budgets.iter().for_each(|budget| println!("{}", table(budget)));
    budgets.iter().try_for_each(verdict)
}

fn budgets(folder: &Path) -> Result<[Budget; 2], Failure> {
    let html = disk::read_text(&folder.join("index.html"))?;
    let files = |paths: Vec<String>| paths.into_iter().map(|path| file(folder, path)).collect::<Result<Vec<_>, _>>();
    let critical = Budget {
        name: "critical path of a first visit",
        files: files(critical(&html)?)?,
        aim: 130_000,
        limit: 125_200,
        requests: Some(6),
    };
    let kept = Budget {
        name: "kept for offline use",
        files: files(offline::read(&disk::read_text(&folder.join("sw.js"))?)?)?,
        aim: 1_150_000,
        limit: 1_344_800,
        requests: None,
    };
    Ok([critical, kept])
}

/// The page, what it loads at once, and the built-in program.
fn critical(html: &str) -> Result<Vec<String>, Failure> {
    let mut paths = vec!["index.html".to_owned()];
    let links = "link[rel='preload'], link[rel='modulepreload'], link[rel='stylesheet']";
    paths.extend(rewrite::own_files(html, links, "href")?);
    paths.extend(rewrite::own_files(html, "script[src]", "src")?);
    paths.push(built_in::first_program_path(html)?);
    let mut seen = std::collections::BTreeSet::new();
    paths.retain(|path| seen.insert(path.clone()));
    Ok(paths)
}

fn file(folder: &Path, path: String) -> Result<File, Failure> {
    let bytes = disk::read(&folder.join(&path))?;
    let sent = match std::fs::metadata(folder.join(format!("{path}.br"))) {
        Ok(sibling) => usize::try_from(sibling.len()).unwrap_or(usize::MAX),
        Err(_) if is_compressible(&path) => brotli(&bytes).len(),
        Err(_) => bytes.len(),
    };
    Ok(File { path, raw: bytes.len(), sent })
}

fn sent(budget: &Budget) -> usize {
    budget.files.iter().map(|file| file.sent).sum()
}

fn table(budget: &Budget) -> String {
    let line = |name: &str, raw: usize, sent: usize| format!("  {name:<48} {raw:>10} {sent:>10}\n");
    let rows: String = budget.files.iter().map(|file| line(&file.path, file.raw, file.sent)).collect();
    let raw = budget.files.iter().map(|file| file.raw).sum();
    let sum = line(&format!("{} files", budget.files.len()), raw, sent(budget));
    let over = sent(budget) > budget.aim;
    let note = if over { format!("  note: over the {} bytes that we aim for\n", budget.aim) } else { String::new() };
    format!("\n{}, at most {} bytes\n  {:<48} {:>10} {:>10}\n{rows}{sum}{note}", budget.name, budget.limit, "", "raw", "sent")
}

fn verdict(budget: &Budget) -> Result<(), Failure> {
    let hint = "see which file grew in the table above; src/ARCHITECTURE.md says what is on the critical path and why";
    if sent(budget) > budget.limit {
        return Err(Failure::new(format!("{}: {} bytes, over the limit of {}", budget.name, sent(budget), budget.limit), hint));
    }
    match budget.requests {
        Some(limit) if budget.files.len() > limit => {
            Err(Failure::new(format!("{}: {} requests, over the limit of {limit}", budget.name, budget.files.len()), hint))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budget(sizes: &[usize]) -> Budget {
        let file = |sent: &usize| File { path: "x".to_owned(), raw: 2 * sent, sent: *sent };
        Budget { name: "test", files: sizes.iter().map(file).collect(), aim: 10, limit: 20, requests: Some(2) }
    }

    #[test]
    fn bytes_and_requests_are_limited() {
        for (sizes, kept) in [(&[10, 10][..], true), (&[21], false), (&[1, 1, 1], false)] {
            assert_eq!(verdict(&budget(sizes)).is_ok(), kept, "{sizes:?}");
        }
        assert!(table(&budget(&[11])).contains("note:"));
        assert!(!table(&budget(&[10])).contains("note:"));
    }
}

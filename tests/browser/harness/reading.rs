//! Reading a picture as a stranger does who knows nothing of what should be there: with Tesseract.

use super::programs::{find, skipped};
use std::path::Path;
use std::process::Command;

/// A recogniser of one script takes letters of another for its own, so a picture with both is read three times.
const LANGUAGES: [&str; 3] = ["kor", "eng", "kor+eng"];

/// What was read off a picture, attempt by attempt.
#[derive(Debug, Default)]
pub struct Reading(Vec<String>);

impl Reading {
    /// Reads pictures; none where Tesseract is not installed.
    pub fn of<'p>(pictures: impl IntoIterator<Item = &'p Path>) -> Option<Reading> {
        let Some(tesseract) = find(&["tesseract"]) else {
            skipped("reading pictures: install Debian's tesseract-ocr and tesseract-ocr-kor");
            return None;
        };
        let attempt = |(picture, language): (&Path, &str)| {
            // 6: lines of text below each other.
            let output = Command::new(&tesseract).arg(picture).args(["-", "-l", language, "--psm", "6"]).output();
            let output = output.expect("Tesseract starts");
            assert!(output.status.success(), "Tesseract says: {}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8_lossy(&output.stdout).into_owned()
        };
        let pairs = pictures.into_iter().flat_map(|picture| LANGUAGES.map(|language| (picture, language)));
        Some(Reading(pairs.map(attempt).collect()))
    }

    /// How much of the title was read, from 0 to 1. Signs and spaces do not count.
    pub fn share(&self, title: &str) -> f64 {
        let runs = runs(title);
        let read = |run: &Vec<char>| self.0.iter().map(|text| longest(run, &letters(text))).max().unwrap_or(0);
        let (all, found) = runs.iter().fold((0, 0), |(all, found), run| (all + run.len(), found + read(run)));
        found as f64 / all.max(1) as f64
    }

    /// Whether these very letters were read.
    pub fn holds(&self, word: &str) -> bool {
        self.0.iter().any(|text| text.contains(word))
    }
}

fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words of a title, parted where Hangul and Latin meet; words of the same script that follow each other are one.
fn runs(title: &str) -> Vec<Vec<char>> {
    let mut runs: Vec<Vec<char>> = Vec::new();
    for letter in letters(title) {
        match runs.last_mut() {
            Some(run) if run[0].is_ascii() == letter.is_ascii() => run.push(letter),
            _ => runs.push(vec![letter]),
        }
    }
    runs
}

/// How many letters of the run stand in this order somewhere in the text, within half as much again as its length.
fn longest(run: &[char], text: &[char]) -> usize {
    let window = run.len() + run.len() / 2;
    let starts = 0..text.len().max(1);
    starts.map(|start| common(run, &text[start..text.len().min(start + window)])).max().unwrap_or(0)
}

/// Length of the longest sequence that both hold in this order.
fn common(one: &[char], other: &[char]) -> usize {
    let mut row = vec![0; other.len() + 1];
    for letter in one {
        let mut diagonal = 0;
        for (at, candidate) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if letter == candidate { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[other.len()]
}

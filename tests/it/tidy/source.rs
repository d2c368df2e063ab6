//! Source files for the rules: without comments, texts and tests, with their lines preserved.

use std::fs;
use std::path::Path;

/// A source file with its path from the repository's root.
pub struct Source {
    pub path: String,
    pub text: String,
    /// The text with spaces instead of comments, quoted text, and every item that is only for tests.
    pub code: String,
}

impl Source {
    fn new(path: String, text: String) -> Source {
        let code = without_tests(&without_words(&text));
        Source { path, text, code }
    }

    /// Returns all sources below src/, except files that have only tests.
    pub fn all() -> Vec<Source> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut found = Vec::new();
        let mut open = vec![root.join("src")];
        while let Some(folder) = open.pop() {
            for path in fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
                let is_test = path.ends_with("tests.rs") || path.ends_with("tests");
                if path.is_dir() && !is_test {
                    open.push(path);
                } else if path.extension().is_some_and(|end| end == "rs") && !is_test {
                    let text = fs::read_to_string(&path).expect("a source");
                    let path = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
                    found.push(Source::new(path, text));
                }
            }
        }
        found.sort_by(|one, other| one.path.cmp(&other.path));
        found
    }

    /// Returns the lines of code that contain one of the names as a whole word.
    pub fn lines_naming<S: AsRef<str>>(&self, names: &[S], why: &str) -> Vec<String> {
        self.lines(|line| names.iter().map(AsRef::as_ref).find(|name| has_word(line, name)), why)
    }

    /// Returns the lines of code that contain one of the texts.
    pub fn lines_containing(&self, texts: &[&str], why: &str) -> Vec<String> {
        self.lines(|line| texts.iter().copied().find(|text| line.contains(*text)), why)
    }

    fn lines<'t>(&self, find: impl Fn(&str) -> Option<&'t str>, why: &str) -> Vec<String> {
        let hits = self.code.lines().enumerate().filter_map(|(at, line)| find(line).map(|found| (at + 1, found)));
        hits.map(|(line, found)| format!("{}:{line}: {found}: {why}", self.path)).collect()
    }
}

fn has_word(line: &str, name: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(name).any(|(at, _)| {
        !line[..at].chars().next_back().is_some_and(is_part) && !line[at + name.len()..].chars().next().is_some_and(is_part)
    })
}

/// Replaces comments and quoted text by blanks.
fn without_words(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = length_of_word(rest, code.chars().next_back());
        let length = word.unwrap_or(first.len_utf8());
        let (piece, after) = rest.split_at(length);
        match word {
            Some(_) => blank(piece, &mut code),
            None => code.push_str(piece),
        }
        rest = after;
    }
    code
}

/// Returns the length in bytes of the comment or literal that the text begins with, if any.
fn length_of_word(text: &str, before: Option<char>) -> Option<usize> {
    let is_inside_name = before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    if text.starts_with("/*") {
        return Some(text.find("*/").map_or(text.len(), |end| end + 2));
    }
    if text.starts_with('r') && !is_inside_name {
        let hashes = text[1..].bytes().take_while(|byte| *byte == b'#').count();
        if text[1 + hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let inside = 2 + hashes;
            return Some(text[inside..].find(&end).map_or(text.len(), |at| inside + at + end.len()));
        }
    }
    if text.starts_with('"') {
        return Some(end_of_quote(text, '"'));
    }
    // 'a' and '\n' are literals, 'a alone is a lifetime.
    let mut letters = text.chars();
    let is_character = letters.next() == Some('\'') && (letters.next() == Some('\\') || letters.next() == Some('\''));
    is_character.then(|| end_of_quote(text, '\''))
}

fn end_of_quote(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        if letter == quote && !is_escaped {
            return at + 1;
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    text.len()
}

/// Replaces every item under `#[cfg(test)]` by blanks: up to the end of its braces, or to the semicolon if it has none.
fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = rest.find(MARK) {
        let (before, item) = rest.split_at(at);
        kept.push_str(before);
        let (item, after) = item.split_at(end_of_item(item));
        blank(item, &mut kept);
        rest = after;
    }
    kept.push_str(rest);
    kept
}

fn end_of_item(item: &str) -> usize {
    let mut depth = 0;
    for (at, letter) in item.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    item.len()
}

fn blank(piece: &str, into: &mut String) {
    into.extend(piece.chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }));
}

#[test]
fn comments_texts_and_tests_are_removed() {
    let text = "use a; // web_sys\nconst A: &str = \"le\\\"ptos\"; let b = '\"'; fn c<'d>() {}\n\
        #[cfg(test)]\nmod tests {\n    fn e() { let f = '{'; }\n}\n#[cfg(test)]\nuse g;\nfn after() {}\n";
    let code = Source::new("src/x.rs".to_owned(), text.to_owned()).code;
    let lines: Vec<_> = code.lines().map(str::trim).collect();
    let second = format!("const A: &str = {};", " ".repeat(10));
    assert_eq!(lines[0], "use a;");
    assert_eq!(lines[1], format!("{second} let b =    ; fn c<'d>() {{}}"));
    assert_eq!(lines[2..], ["", "", "", "", "", "", "fn after() {}"]);
}

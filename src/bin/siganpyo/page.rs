//! What a web page says of itself, when it comes in place of a file.

use html5gum::{StartTag, Token, Tokenizer};

/// The beginnings of documents that are pages, whatever the host calls them.
const BEGINNINGS: [&str; 2] = ["<!doctype html", "<html"];

/// How far into a page its head is looked for. Ours has its styles in it.
const MAX_HEAD: usize = 1 << 20;

/// A web page.
#[derive(Debug, Default, PartialEq)]
pub struct Page {
    pub title: String,
    /// Where the page's host has the program, if it is a page of Siganpyo: a path from the host's root.
    pub program: Option<String>,
}

impl Page {
    /// Reads the head of a page; `None` if this is none.
    pub fn of(bytes: &[u8]) -> Option<Page> {
        let text = String::from_utf8_lossy(&bytes[..bytes.len().min(MAX_HEAD)]);
        let text = text.trim_start_matches('\u{FEFF}').trim_start();
        let begins = |beginning: &str| text.get(..beginning.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(beginning));
        BEGINNINGS.iter().any(|beginning| begins(beginning)).then(|| Page::read(text))
    }

    fn read(text: &str) -> Page {
        let (mut page, mut base, mut in_title) = (Page::default(), None, false);
        for Ok(token) in Tokenizer::new(text) {
            match token {
                Token::StartTag(tag) if *tag.name == b"html" => base = attribute(&tag, b"data-base"),
                Token::StartTag(tag)
                    if *tag.name == b"meta" && attribute(&tag, b"name").as_deref() == Some("siganpyo-program") =>
                {
                    page.program = base.clone().zip(attribute(&tag, b"content")).map(|(base, path)| base + &path);
                }
                Token::StartTag(tag) => in_title = *tag.name == b"title",
                Token::EndTag(tag) if *tag.name == b"head" => break,
                Token::EndTag(_) => in_title = false,
                Token::String(text) if in_title => page.title += &String::from_utf8_lossy(&text.value),
                _ => {}
            }
        }
        page
    }
}

fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    tag.attributes.get(name).map(|value| String::from_utf8_lossy(&value.value).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_by_its_beginning_and_read_for_title_and_program() {
        let page = |text: &str| Page::of(text.as_bytes());
        let other = page("\u{FEFF}\n<!DOCTYPE html><head><title>A &amp; B</title></head><title>no</title>").unwrap();
        assert_eq!((other.title.as_str(), other.program), ("A & B", None));
        let own = page(r#"<html data-base="/craft/"><meta name="siganpyo-program" content="programs/p.json"><title>P</title>"#);
        assert_eq!(own, Some(Page { title: "P".to_owned(), program: Some("/craft/programs/p.json".to_owned()) }));
        for file in ["", "<?xml version=\"1.0\"?><schedule/>", "{}", "title,start\n<html>,1", "<ht"] {
            assert_eq!(page(file), None, "{file}");
        }
    }
}

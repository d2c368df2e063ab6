//! Recognising the markup of a text.

/// Tags with which the line breaks of the source have no meaning.
const BLOCKS: &[&str] = &[
    "p",
    "br",
    "div",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "table",
    "tr",
    "td",
    "hr",
    "section",
    "article",
    "dl",
    "dt",
    "dd",
    "figure",
    "html",
    "body",
    "center",
];

const INLINES: &[&str] = &[
    "a", "b", "i", "u", "em", "strong", "span", "code", "img", "font", "small", "sub", "sup", "s", "tt", "kbd", "script",
    "style", "iframe", "svg", "video", "audio", "object", "strike", "cite", "abbr", "mark", "q", "form", "input", "button",
];

pub(super) fn has_block_tags(text: &str) -> bool {
    has_tag(text, "<", &[BLOCKS])
}

pub(super) fn has_tags(text: &str) -> bool {
    has_tag(text, "<", &[BLOCKS, INLINES])
}

pub(super) fn has_escaped_tags(text: &str) -> bool {
    text.contains('&')
        && ["&lt;", "&#60;", "&amp;lt;", "&#x3C;", "&#x3c;"].iter().any(|open| has_tag(text, open, &[BLOCKS, INLINES]))
}

fn has_tag(text: &str, open: &str, names: &[&[&str]]) -> bool {
    // A single character is looked for many times as fast as a text.
    text.contains(open.as_bytes()[0] as char)
        && text.match_indices(open).any(|(at, _)| {
            let rest = &text.as_bytes()[at + open.len()..];
            let rest = rest.strip_prefix(b"/").unwrap_or(rest);
            let length = rest.iter().take(11).take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let ends = matches!(rest.get(length), Some(b'>' | b'/' | b'&' | b' ' | b'\n' | b'\r' | b'\t'));
            let is_name = |name: &&str| name.as_bytes().eq_ignore_ascii_case(&rest[..length]);
            ends && names.iter().any(|names| names.iter().any(is_name))
        })
}

/// Whether the text has something that is almost certainly Markdown. Plain text must not be read as Markdown: its indented
/// lines would become code and its asterisks would disappear.
pub(super) fn is_markdown(text: &str) -> bool {
    ["**", "__", "](http", "](mailto:", "](/", "```", "<http"].iter().any(|mark| text.contains(mark))
        || text.matches('`').nth(1).is_some()
        || text.lines().any(is_markdown_line)
        || has_pair(text, '*')
        || has_pair(text, '_')
}

fn is_markdown_line(line: &str) -> bool {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=2).contains(&digits) && (line[digits..].starts_with(". ") || line[digits..].starts_with(") "));
    let heading = line.trim_start_matches('#');
    let marked = ["* ", "- ", "+ ", "> "].iter().any(|mark| line.starts_with(mark));
    marked || numbered || (heading.len() < line.len() && heading.starts_with(' '))
}

/// Whether a line has the mark before a word and after a word, as in `*so*`.
fn has_pair(text: &str, mark: char) -> bool {
    text.contains(mark)
        && text.lines().any(|line| {
            let letters: Vec<char> = line.chars().take(2_000).collect();
            let is_word = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphanumeric());
            let open = (0..letters.len()).find(|&at| letters[at] == mark && (at == 0 || !is_word(at - 1)) && is_word(at + 1));
            open.is_some_and(|open| {
                (open + 2..letters.len()).any(|at| letters[at] == mark && letters[at - 1] != ' ' && !is_word(at + 1))
            })
        })
}

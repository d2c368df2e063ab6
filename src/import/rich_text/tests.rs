use super::*;
use crate::program::{Inline, plain_text};

/// The tree in one line: `p(…)`, `ul[…]`, `ol[…]`, `pre(…)`, `quote[…]`; `*em*`, `**strong**`, `` `code` ``, `{href|text}`, `/` for a break.
fn shown(blocks: &[Block]) -> String {
    let items = |items: &[Vec<Block>]| items.iter().map(|item| shown(item)).collect::<Vec<_>>().join("; ");
    let show = |block: &Block| match block {
        Block::Paragraph(content) => format!("p({})", line(content)),
        Block::List { ordered, items: list } => format!("{}[{}]", if *ordered { "ol" } else { "ul" }, items(list)),
        Block::Code(code) => format!("pre({code:?})"),
        Block::Quote(content) => format!("quote[{}]", shown(content)),
    };
    blocks.iter().map(show).collect::<Vec<_>>().join(" ")
}

fn line(content: &[Inline]) -> String {
    let show = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Emphasis(content) => format!("*{}*", line(content)),
        Inline::Strong(content) => format!("**{}**", line(content)),
        Inline::Code(code) => format!("`{code}`"),
        Inline::Link { href, content } => format!("{{{href}|{}}}", line(content)),
        Inline::Break => "/".to_owned(),
    };
    content.iter().map(show).collect()
}

fn check(text: &str, expected: &str) {
    let (found, shortened) = blocks(text);
    assert_eq!((shown(&found).as_str(), shortened), (expected, false), "{text:?}");
}

#[test]
fn html_becomes_blocks_with_any_number_of_escapings() {
    let expected = "p(One & **two** *three*) ul[p(a); p(b)] p(end)";
    let html = "<p>One &amp; <b>two</b> <i>three</i></p>\n\n<ul><li>a<li>b</ul>\r\n<p>end";
    check(html, expected);
    let once = html.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    check(&once, expected);
    check(&once.replace('&', "&amp;"), expected);
    check("<h2>Head</h2>text<br>\nline<br><br>next", "p(**Head**) p(text/line) p(next)");
    check("<blockquote><p>q</p></blockquote><pre>a\n  b</pre> <code>x &lt; y</code>", "quote[p(q)] pre(\"a\\n  b\") p(`x < y`)");
    check("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "ol[p(a) ul[p(b)]; p(c)]");
    check("Only a <a href=\"https://example.org/\">link</a>\r\n\r\nhere", "p(Only a {https://example.org/|link}) p(here)");
    check("<p>Use &lt;div&gt; well</p>", "p(Use <div> well)");
    check("<table><tr><td>a</td><td>b</td></tr></table>", "p(a b)");
    check("<b>x<p>y</b>z</p>", "p(**x**) p(**y**z)");
}

#[test]
fn only_the_tree_is_kept() {
    check("<p onclick=x()>a<script>alert(1)</script><style>p{}</style><img src='data:image/png;base64,AAAA'>b</p>", "p(ab)");
    check(
        "<a href='javascript:x()'>a</a> <a href='/b'>b</a> <a href='mailto:c@example.org'>c</a>",
        "p(a b {mailto:c@example.org|c})",
    );
    check(
        "**b** [a](javascript:x) [c](https://example.org) ![d](https://example.org/d.png)",
        "p(**b** a {https://example.org|c} d)",
    );
    check("a\u{1}b <b>c\u{B}</b>", "p(ab **c**)");
}

#[test]
fn markdown_is_told_apart_from_plain_text() {
    check("# Head\r\n\r\nLine\r\nline **b** _i_\r\n\r\n* a\r\n* b\r\n", "p(**Head**) p(Line/line **b** *i*) ul[p(a); p(b)]");
    check("1. a\n2. b\n\n> q\n\n```\nx = 1\n```\n`y`", "ol[p(a); p(b)] quote[p(q)] pre(\"x = 1\") p(`y`)");
    check("snake_case and a*b*c stay\r\n\r\n    indented", "p(snake_case and a*b*c stay) p(indented)");
    check("Tom &amp; Jerry &#8211; 5 &lt; 6", "p(Tom & Jerry – 5 < 6)");
    check("2 < 3 > 1", "p(2 < 3 > 1)");
}

#[test]
fn addresses_become_links() {
    check(
        "See https://example.org/a_(b). Or (http://example.org/x), xhttps://no https://",
        "p(See {https://example.org/a_(b)|https://example.org/a_(b)}. Or ({http://example.org/x|http://example.org/x}), xhttps://no https://)",
    );
    check("<a href='https://example.org'>https://example.org</a>", "p({https://example.org|https://example.org})");
}

#[test]
fn a_short_text_that_the_long_one_begins_with_is_not_repeated() {
    assert_eq!(plain_text(&joined("Intro.", "Intro. And more.").0), "Intro. And more.");
    assert_eq!(plain_text(&joined("Intro.", "More.").0), "Intro.\nMore.");
    assert_eq!(joined("", " ").0, []);
}

#[test]
fn hostile_texts_take_little_time_and_space() {
    for text in [
        "<ul><li>",
        "<b>",
        "<blockquote>",
        "&amp;lt;p&gt;",
        "> ",
        "* ",
        "[",
        "**a ",
        "<a href=",
        "`",
        "![",
        "<p>\u{0}",
        "<br>",
        "http://",
    ] {
        let (found, _) = blocks(&text.repeat(20_000));
        assert!(shown(&found).len() < 1_000_000, "{text}");
    }
    let (found, shortened) = blocks(&format!("<p>{}</p>", "가".repeat(60_000)));
    assert!(shortened && plain_text(&found).chars().count() == limits::MAX_BODY);
}

#[test]
fn entities_in_titles_are_resolved() {
    for (text, expected) in
        [("It&#039;s &amp; &lt;b&gt;", "It's & <b>"), ("<canvas> & co", "<canvas> & co"), ("AT&T; R&D", "AT&T; R&D")]
    {
        assert_eq!(characters(text), expected);
    }
}

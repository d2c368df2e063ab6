//! Texts in pieces, as editors of content keep them: of Prismic `[{type: "heading1", text: "Moths", spans: []}]`, of Sanity
//! `[{_type: "block", children: [{text: "Moths"}]}]`, of Contentful `{nodeType: "document", content: […]}`.

use super::super::json::Json;
use super::MAX_NESTING;

/// Writes the pieces of a text as the text, with a line for each paragraph.
pub(super) fn join(node: &mut Json) {
    let is_rich = match &*node {
        Json::List(items) => !items.is_empty() && items.iter().all(is_paragraph),
        Json::Object(_) => node.get("nodeType").text() == Some("document"),
        _ => false,
    };
    if is_rich {
        let mut lines = Vec::new();
        collect(node, &mut lines, 0);
        *node = Json::Text(lines.join("\n"));
    }
}

fn is_paragraph(item: &Json) -> bool {
    let is_of_prismic = item.get("spans").is_list() && item.get("text").text().is_some();
    is_of_prismic || item.get("_type").text() == Some("block") && item.get("children").is_list()
}

/// Collects the texts of what stands in a node; those beside each other are one line.
fn collect(node: &Json, lines: &mut Vec<String>, depth: usize) {
    let inner = ["children", "content"].iter().map(|name| node.get(name).items()).find(|items| !items.is_empty());
    let items = if node.is_list() { node.items() } else { inner.unwrap_or_default() };
    let text = |item: &Json| item.first(&["text", "value"]).text().map(str::to_owned);
    if depth > MAX_NESTING {
        return;
    }
    if items.iter().all(|item| text(item).is_some()) && !node.is_list() {
        lines.extend(text(node).or_else(|| Some(items.iter().filter_map(text).collect())).filter(|line| !line.is_empty()));
        return;
    }
    items.iter().for_each(|item| collect(item, lines, depth + 1));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_joined() {
        for (rich, expected) in [
            (r#"[{"type": "heading1", "text": "Moths", "spans": []}]"#, "\"Moths\""),
            (r#"[{"type": "p", "text": "A", "spans": [{"start": 0}]}, {"type": "p", "text": "B", "spans": []}]"#, "\"A\\nB\""),
            (r#"[{"_type": "block", "children": [{"text": "Mo"}, {"text": "ths"}]}]"#, "\"Moths\""),
            (
                r#"{"nodeType": "document", "content": [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "A"}]}]}"#,
                "\"A\"",
            ),
            (r#"[{"text": "A"}]"#, r#"[{"text": "A"}]"#),
            ("[]", "[]"),
        ] {
            let mut read: Json = serde_json::from_str(rich).unwrap();
            join(&mut read);
            assert_eq!(read, serde_json::from_str(expected).unwrap(), "{rich}");
        }
    }
}

//! Pages of a database as Notion answers for them: `{properties: {Name: {type: "title", title: [{plain_text: "Moths"}]}}}`.

use super::super::json::Json;

/// Writes a page as a record of its properties.
pub(super) fn spell_out(node: &mut Json) {
    if node.get("object").text() != Some("page") {
        return;
    }
    let properties = node.get("properties").fields().iter().map(|(name, property)| {
        // The title of a page is its name, whatever the column is called.
        let is_title = property.get("type").text() == Some("title");
        (if is_title { "title".to_owned() } else { name.clone() }, value(property, 0))
    });
    *node = Json::Object(properties.collect());
}

/// Returns what stands in a property, under the name of its type. That of a formula stands in it once more.
fn value(property: &Json, depth: usize) -> Json {
    let Some(kind) = property.get("type").text().filter(|_| depth < 3) else { return Json::Null };
    let inner = property.get(kind);
    match kind {
        "title" | "rich_text" => Json::Text(inner.items().iter().filter_map(|part| part.get("plain_text").text()).collect()),
        "select" | "status" => inner.get("name").clone(),
        "multi_select" | "people" => Json::List(inner.items().iter().map(|item| item.get("name").clone()).collect()),
        "formula" | "rollup" => value(inner, depth + 1),
        _ => inner.clone(),
    }
}

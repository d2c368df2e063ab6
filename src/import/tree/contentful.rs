//! Entries as Contentful answers for them: `{sys: {id, contentType}, fields: {…}}`, with links `{sys: {type: "Link", id}}`.

use super::super::json::Json;

/// Writes what `sys` says about an entry as fields of it, and a link as the id that it leads to.
pub(super) fn spell_out(node: &mut Json) {
    let sys = node.get("sys");
    let Some(id) = sys.get("id").owned().map(Json::Text) else { return };
    let kind = sys.get("contentType").get("sys").get("id").clone();
    match node {
        Json::Object(fields) if fields.len() == 1 => *node = id,
        Json::Object(fields) => {
            fields.retain(|(name, _)| name != "sys");
            fields.extend([("id".to_owned(), id), ("type".to_owned(), kind)]);
        }
        _ => {}
    }
}

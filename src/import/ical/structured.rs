//! Calendars as XML (RFC 6321) and as JSON (RFC 7265), and what frab and pretalx call xCal: written as the lines of iCalendar, so
//! that one reader knows what they mean.

use super::super::head::Head;
use super::super::json::Json;
use super::super::{ImportError, encoding, xml};
use roxmltree::Node;

/// Namespaces of the standard and of frab; elements of others repeat what these say.
const NAMESPACE: &str = "urn:ietf:params:xml:ns:";

/// Whether a file is a calendar in one of these forms.
pub(super) fn is_one(head: &Head) -> bool {
    is_json(head) || head.root().as_deref() == Some("icalendar")
}

fn is_json(head: &Head) -> bool {
    let mut rest = head.text().trim_start();
    // Several calendars, or one.
    while let Some(inner) = rest.strip_prefix('[') {
        rest = inner.trim_start();
    }
    rest.starts_with("\"vcalendar\"") || rest.starts_with("\"icalendar\"")
}

/// Returns the lines of a calendar.
///
/// # Errors
///
/// Broken XML or JSON.
pub(super) fn lines(bytes: &[u8], head: &Head) -> Result<Vec<u8>, ImportError> {
    let text = encoding::text(bytes)?;
    let mut lines = String::new();
    if is_json(head) {
        json_component(&Json::parse(&text)?, &mut lines);
    } else {
        let text = xml::readable(&text);
        let document = xml::document(&text)?;
        document.root_element().children().filter(Node::is_element).for_each(|node| xml_component(node, &mut lines));
    }
    Ok(lines.into_bytes())
}

/// `[name, properties, components]`, or a list of such.
fn json_component(component: &Json, lines: &mut String) {
    let [name, properties, components] = component.items() else {
        component.items().iter().for_each(|inner| json_component(inner, lines));
        return;
    };
    let Some(name) = name.text() else { return };
    lines.push_str(&format!("BEGIN:{}\n", name.to_uppercase()));
    for property in properties.items() {
        if let [name, parameters, kind, values @ ..] = property.items() {
            let parameters = parameters.fields().iter().filter_map(|(name, value)| Some((name.as_str(), value.text()?)));
            let kind = kind.text().unwrap_or_default();
            let values: Vec<String> = values.iter().map(|item| json_value(item, kind)).collect();
            push(lines, name.text().unwrap_or_default(), parameters, &values.join(if kind == "recur" { ";" } else { "," }));
        }
    }
    components.items().iter().for_each(|inner| json_component(inner, lines));
    lines.push_str(&format!("END:{}\n", name.to_uppercase()));
}

fn json_value(value: &Json, kind: &str) -> String {
    let rules = value.fields().iter().map(|(name, value)| {
        let all: Vec<&str> = value.items().iter().chain([value]).filter_map(Json::text).collect();
        format!("{}={}", name.to_uppercase(), plain(&all.join(",")))
    });
    match value {
        Json::Object(_) => rules.collect::<Vec<_>>().join(";"),
        Json::List(items) => items.iter().map(|item| json_value(item, kind)).collect::<Vec<_>>().join(";"),
        value => written(value.text().unwrap_or_default(), kind),
    }
}

fn xml_component(node: Node, lines: &mut String) {
    let name = node.tag_name().name().to_uppercase();
    lines.push_str(&format!("BEGIN:{name}\n"));
    for child in node.children().filter(Node::is_element) {
        let is_known = child.tag_name().namespace().is_none_or(|namespace| namespace.starts_with(NAMESPACE));
        match child.tag_name().name() {
            "properties" => child.children().filter(Node::is_element).for_each(|property| xml_property(property, lines)),
            "components" => child.children().filter(Node::is_element).for_each(|inner| xml_component(inner, lines)),
            inner if inner.starts_with('v') && child.children().any(|part| part.is_element()) => xml_component(child, lines),
            _ if is_known => xml_property(child, lines),
            _ => {}
        }
    }
    lines.push_str(&format!("END:{name}\n"));
}

fn xml_property(node: Node, lines: &mut String) {
    let name = node.tag_name().name();
    let inner = |node: &Node| node.text().map(str::trim).unwrap_or_default().to_owned();
    let elements = || node.children().filter(Node::is_element);
    let parameters: Vec<(String, String)> = elements()
        .filter(|part| part.tag_name().name() == "parameters")
        .flat_map(|list| list.children().filter(Node::is_element))
        .map(|parameter| (parameter.tag_name().name().to_owned(), all_text(parameter)))
        .collect();
    let values: Vec<String> = elements()
        .filter(|part| part.tag_name().name() != "parameters")
        .map(|value| match value.tag_name().name() {
            "recur" => value
                .children()
                .filter(Node::is_element)
                .map(|part| format!("{}={}", part.tag_name().name().to_uppercase(), plain(&inner(&part))))
                .collect::<Vec<_>>()
                .join(";"),
            kind => written(&inner(&value), kind),
        })
        .collect();
    let of_frab = || written(&inner(&node), if name.starts_with("dt") { "date-time" } else { "text" });
    match (name, values.is_empty()) {
        // frab has the name as the value, and a length that no standard knows.
        ("attendee", true) => push(lines, name, [("CN", inner(&node).as_str())].into_iter(), "invalid:nomail"),
        ("duration", true) => {}
        (_, true) => push(lines, name, std::iter::empty(), &of_frab()),
        _ => push(lines, name, parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())), &values.join(",")),
    }
}

/// Returns the text of an element and of those inside.
fn all_text(node: Node) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect::<String>().trim().to_owned()
}

fn push<'a>(lines: &mut String, name: &str, parameters: impl Iterator<Item = (&'a str, &'a str)>, value: &str) {
    lines.push_str(&plain(&name.to_uppercase()));
    for (name, value) in parameters {
        let value: String = value.chars().filter(|letter| !letter.is_control() && *letter != '"').collect();
        lines.push_str(&format!(";{}=\"{value}\"", plain(&name.to_uppercase())));
    }
    lines.push(':');
    lines.push_str(value);
    lines.push('\n');
}

/// Writes a value as its kind is written in lines.
fn written(value: &str, kind: &str) -> String {
    match kind {
        "date" | "date-time" | "date-and-or-time" => plain(&value.replace(['-', ':'], "")),
        "text" | "unknown" => {
            value.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace("\r\n", "\n").replace(['\n', '\r'], "\\n")
        }
        _ => plain(value),
    }
}

/// Without what would begin another line.
fn plain(value: &str) -> String {
    value.chars().filter(|letter| !letter.is_control()).collect()
}

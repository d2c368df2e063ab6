//! Lines, properties and components of RFC 5545, read tolerantly.

/// A property: name in capitals, parameters, and the escaped value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Property {
    pub name: String,
    parameters: Vec<(String, String)>,
    pub value: String,
}

/// The content between BEGIN and END.
#[derive(Debug, Default)]
pub(super) struct Component {
    pub name: String,
    pub properties: Vec<Property>,
    pub children: Vec<Component>,
}

/// The deepest nesting of components; deeper ones are read as part of those around them.
const MAX_DEPTH: usize = 8;

impl Property {
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Returns the value as text, with `\n`, `\,`, `\;` and `\\` unescaped.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.value.len());
        let mut letters = self.value.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(escaped) => text.push(escaped),
                    None => {}
                },
                letter => text.push(letter),
            }
        }
        text
    }
}

impl Component {
    pub fn get(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties.iter().filter(move |property| property.name == name)
    }

    /// Returns the text of a property, if it has any.
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(Property::text).filter(|text| !text.trim().is_empty())
    }
}

/// Joins folded lines. This comes before decoding, since some programs fold in the middle of characters.
pub(super) fn unfolded(bytes: &[u8]) -> Vec<u8> {
    let mut lines = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let end = match &bytes[at..] {
            [b'\r', b'\r', b'\n', ..] => 3,
            [b'\r', b'\n', ..] => 2,
            [b'\n', ..] | [b'\r', ..] => 1,
            _ => 0,
        };
        if end == 0 {
            lines.push(bytes[at]);
            at += 1;
        } else {
            at += end;
            match bytes.get(at) {
                Some(b' ' | b'\t') => at += 1,
                _ => lines.push(b'\n'),
            }
        }
    }
    lines
}

/// Returns the whole text as one component; components that are not closed end with the file.
pub(super) fn components(text: &str) -> Component {
    let mut open = vec![Component::default()];
    for line in text.split('\n') {
        let Some(property) = property(line) else {
            // A line that is not a property belongs to the text before it: some programs forget to escape line breaks.
            let last = open.last_mut().and_then(|component| component.properties.last_mut());
            if let Some(property) = last.filter(|property| property.name == "DESCRIPTION" && !line.trim().is_empty()) {
                property.value.push_str("\\n");
                property.value.push_str(line);
            }
            continue;
        };
        let name = property.value.trim().to_uppercase();
        match property.name.as_str() {
            "BEGIN" if open.len() < MAX_DEPTH => open.push(Component { name, ..Component::default() }),
            "END" => {
                let at = open.iter().rposition(|component| component.name == name).unwrap_or(open.len());
                close(&mut open, at);
            }
            _ => {
                if let Some(component) = open.last_mut() {
                    component.properties.push(property);
                }
            }
        }
    }
    close(&mut open, 1);
    open.pop().unwrap_or_default()
}

fn close(open: &mut Vec<Component>, from: usize) {
    while open.len() > from.max(1) {
        let Some(closed) = open.pop() else { return };
        if let Some(around) = open.last_mut() {
            around.children.push(closed);
        }
    }
}

/// Reads `NAME;PARAMETER="value":value`.
fn property(line: &str) -> Option<Property> {
    let line = line.trim_start_matches('\u{FEFF}').trim_start();
    let end = line.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')?;
    let (name, mut rest) = line.split_at(end);
    let is_name = !name.is_empty() && (name.bytes().all(|byte| !byte.is_ascii_lowercase()) || name.eq_ignore_ascii_case("begin"));
    if !is_name {
        return None;
    }
    let mut parameters = Vec::new();
    while let Some(parameter) = rest.strip_prefix(';') {
        let (key, after) = parameter.split_once('=')?;
        let (value, after) = match after.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?,
            None => after.split_at(after.find([';', ':'])?),
        };
        parameters.push((key.trim().to_uppercase(), value.to_owned()));
        rest = after;
    }
    let value = rest.strip_prefix(':')?;
    Some(Property { name: name.to_uppercase(), parameters, value: value.to_owned() })
}

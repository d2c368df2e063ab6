//! Texts that a script gives names to before it uses them: `const DAY = '2027-03-05'`, `enum Room { Oak = 'Great Oak' }`. Only texts in
//! quotation marks count, and nothing is evaluated.

use std::collections::BTreeMap;

/// The most names. A script for a program has a handful.
const MAX_NAMES: usize = 1_000;

/// Bytes of a group of texts. Longer ones are data of their own.
const MAX_GROUP: usize = 4_000;

/// Bytes of blanks before a declaration.
const MAX_INDENT: usize = 40;

/// What begins a name for something.
const KEYWORDS: [&str; 4] = ["const ", "let ", "var ", "enum "];

/// Texts by their names; those of a group by both names, as in `Room.Oak`.
#[derive(Debug, Default)]
pub(super) struct Constants(BTreeMap<String, String>);

impl Constants {
    /// Finds the texts with names in a script. A name that means several things means nothing.
    pub fn of(script: &str) -> Constants {
        let mut known: BTreeMap<String, Option<String>> = BTreeMap::new();
        // In the middle of a line it may be what a talk is about.
        let begins_line = |at: usize| {
            let before = &script[script.floor_char_boundary(at.saturating_sub(MAX_INDENT))..at];
            matches!(before.rsplit('\n').next().unwrap_or_default().trim(), "" | "export")
        };
        let begins = KEYWORDS.iter().flat_map(|keyword| script.match_indices(keyword)).filter(|(at, _)| begins_line(*at));
        for (at, keyword) in begins.take(MAX_NAMES) {
            for (name, text) in declared(&script[at + keyword.len()..]).into_iter().take(MAX_NAMES) {
                let is_new = !known.contains_key(&name);
                known.entry(name).and_modify(|other| *other = None).or_insert(Some(text).filter(|_| is_new));
            }
        }
        Constants(known.into_iter().take(MAX_NAMES).filter_map(|(name, text)| Some((name, text?))).collect())
    }

    /// Returns the text of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Returns the texts that have a name of their own.
    pub fn single(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter(|(name, _)| !name.contains('.')).map(|(name, text)| (name.as_str(), text.as_str()))
    }
}

/// Returns what is declared at the beginning: a text, or a group of them.
fn declared(script: &str) -> Vec<(String, String)> {
    let script = script.trim_start();
    let end = script.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(script.len());
    let (name, rest) = script.split_at(end);
    // A type may stand between the name and the value.
    let line = rest.split(['\n', ';']).next().unwrap_or_default();
    let value = match (line.find('='), line.find('{')) {
        (Some(equals), brace) if brace.is_none_or(|brace| equals < brace) => rest[equals + 1..].trim_start(),
        (_, Some(_)) => rest.trim_start(),
        _ => return Vec::new(),
    };
    if let Some(group) = value.strip_prefix('{') {
        let within = &group[..group.floor_char_boundary(MAX_GROUP)];
        let Some((members, _)) = within.split_once('}').filter(|(members, _)| !members.contains('{')) else { return Vec::new() };
        return members.split(',').filter_map(member).map(|(member, text)| (format!("{name}.{member}"), text)).collect();
    }
    quoted(value).map(|text| (name.to_owned(), text)).into_iter().collect()
}

/// Reads `Oak = 'Great Oak'` or `Oak: 'Great Oak'`.
fn member(text: &str) -> Option<(&str, String)> {
    let (name, value) = text.split_once(['=', ':'])?;
    Some((name.trim(), quoted(value.trim()).filter(|_| !name.trim().is_empty())?))
}

/// Returns the text in quotation marks at the beginning, if it is plain.
fn quoted(value: &str) -> Option<String> {
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`'))?;
    let (text, _) = value[1..].split_once(quote)?;
    (!text.contains(['\\', '\n', '$'])).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_names_and_groups() {
        let script = "const DAY: string = '2027-03-05';\nenum Room { Oak = 'Great Oak', Elm = \"Elm\", Number = 3 }\n\
            const TRACK = { a: 'Moths' } as const\nlet other = f('x');\nvar twice = 'a';\nvar twice = 'b';\n{about: 'let it = \'x\''}\nconst open = 'x";
        let constants = Constants::of(script);
        for (name, expected) in [
            ("DAY", Some("2027-03-05")),
            ("Room.Oak", Some("Great Oak")),
            ("Room.Elm", Some("Elm")),
            ("TRACK.a", Some("Moths")),
            ("Room.Number", None),
            ("other", None),
            ("twice", None),
            ("open", None),
        ] {
            assert_eq!(constants.get(name), expected, "{name}");
        }
        assert_eq!(constants.single().collect::<Vec<_>>(), [("DAY", "2027-03-05")]);
    }
}

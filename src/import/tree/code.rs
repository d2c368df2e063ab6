//! Values that a script computes, as far as they can be told without running it: a text in back quotes, `new Date("…")`, `t("…")`.
//! Names of texts are these texts. Everything else that is computed is null.

use super::constants::Constants;

/// Returns an object or a list of a script as JSON5.
pub(super) fn as_json5(text: &str, constants: &Constants) -> String {
    let mut writer = Writer { text, at: 0, out: String::with_capacity(text.len()) };
    // For each open bracket, whether it is that of a list.
    let mut lists: Vec<bool> = Vec::new();
    let mut next = Next::Value;
    while let Some(letter) = writer.peek() {
        match letter {
            '{' | '[' if next != Next::Nothing => {
                lists.push(letter == '[');
                next = if letter == '[' { Next::Value } else { Next::Name };
                writer.copy(1);
            }
            '}' | ']' => {
                lists.pop();
                next = Next::Nothing;
                writer.copy(1);
            }
            ',' => {
                next = if lists.last() == Some(&true) { Next::Value } else { Next::Name };
                writer.copy(1);
            }
            ':' => {
                next = Next::Value;
                writer.copy(1);
            }
            '/' if writer.comment() > 0 => writer.at += writer.comment(),
            letter if letter.is_whitespace() => writer.copy(letter.len_utf8()),
            _ if next == Next::Value => {
                writer.value(constants);
                next = Next::Nothing;
            }
            // `as const`
            _ if next == Next::Nothing => writer.at += writer.expression(),
            '"' | '\'' | '`' => writer.copy(writer.quoted()),
            '.' if writer.text[writer.at..].starts_with("...") => {
                writer.out.push_str("_:null");
                writer.at += writer.expression();
            }
            letter => writer.copy(letter.len_utf8()),
        }
    }
    writer.out
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Name,
    Value,
    /// A comma or the end, and before it at most something about types.
    Nothing,
}

struct Writer<'a> {
    text: &'a str,
    at: usize,
    out: String,
}

impl Writer<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn copy(&mut self, length: usize) {
        self.out.push_str(&self.text[self.at..self.at + length]);
        self.at += length;
    }

    /// Writes a value that is neither an object nor a list.
    fn value(&mut self, constants: &Constants) {
        let length = self.expression();
        let expression = self.text[self.at..self.at + length].trim();
        let is_plain = expression.parse::<f64>().is_ok() || matches!(expression, "true" | "false" | "null");
        if is_plain {
            self.out.push_str(expression);
        } else {
            let text =
                serde_json::Value::from(constants.get(expression).map(str::to_owned).or_else(|| told(expression, constants)))
                    .to_string();
            self.out.push_str(&text);
        }
        self.at += length;
    }

    /// Returns the length of what comes before the next comma or bracket that closes.
    fn expression(&self) -> usize {
        let (mut depth, mut ahead) = (0_usize, Writer { text: self.text, at: self.at, out: String::new() });
        while let Some(letter) = ahead.peek() {
            match letter {
                '"' | '\'' | '`' => ahead.at += ahead.quoted() - letter.len_utf8(),
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' if depth > 0 => depth -= 1,
                ',' | '}' | ']' if depth == 0 => break,
                _ => {}
            }
            ahead.at += letter.len_utf8();
        }
        ahead.at - self.at
    }

    /// Returns the length of the text in quotation marks that begins here.
    fn quoted(&self) -> usize {
        let rest = &self.text[self.at..];
        let quote = rest.as_bytes()[0];
        let mut bytes = rest.bytes().enumerate().skip(1);
        while let Some((at, byte)) = bytes.next() {
            if byte == b'\\' {
                bytes.next();
            } else if byte == quote {
                return at + 1;
            }
        }
        rest.len()
    }

    /// Returns the length of the comment that begins here.
    fn comment(&self) -> usize {
        let rest = &self.text[self.at..];
        match rest.get(..2) {
            Some("//") => rest.find('\n').unwrap_or(rest.len()),
            Some("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            _ => 0,
        }
    }
}

/// Returns the text in an expression; `None` if there is none or if it depends on something.
fn told(expression: &str, constants: &Constants) -> Option<String> {
    let mut texts = String::new();
    let mut reader = Writer { text: expression, at: 0, out: String::new() };
    let mut found = false;
    while let Some(letter) = reader.peek() {
        match letter {
            '"' | '\'' | '`' => {
                let length = reader.quoted();
                let inner = expression.get(reader.at + 1..reader.at + length.max(2) - 1)?;
                texts.push_str(&if letter == '`' { filled(inner, constants)? } else { unescaped(inner) });
                found = true;
                reader.at += length;
            }
            '?' => return None,
            letter => reader.at += letter.len_utf8(),
        }
    }
    found.then_some(texts)
}

/// Returns a text in back quotes with the texts of the names in it; `None` if one is not known.
fn filled(text: &str, constants: &Constants) -> Option<String> {
    let mut parts = text.split("${");
    let first = unescaped(parts.next().unwrap_or_default());
    let named = parts.map(|part| {
        let (name, rest) = part.split_once('}')?;
        Some(constants.get(name.trim())?.to_owned() + &unescaped(rest))
    });
    named.collect::<Option<String>>().map(|rest| first + &rest)
}

/// Returns a text as it is meant.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (letter, if letter == '\\' { letters.next() } else { None }) {
            ('\\', Some('n')) => out.push('\n'),
            ('\\', Some('t')) => out.push('\t'),
            ('\\', Some('u')) => {
                let code: String = letters.by_ref().take(4).collect();
                out.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
            }
            ('\\', Some(other)) => out.push(other),
            (letter, _) => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_script_computes_is_told_as_far_as_it_can_be() {
        for (script, expected) in [
            ("[`a \"b\"`, 'c']", r#"["a \"b\"", "c"]"#),
            ("{at: new Date('2027-03-05T10:00'), b: t(\"x\")}", r#"{at: "2027-03-05T10:00", b: "x"}"#),
            ("{a: 1, b: Room.Oak, c: x ? 'y' : 'z', d: `${e}`}", "{a: 1, b: null, c: null, d: null}"),
            ("{...base, a: 'b' + \"c\" as Title}", r#"{_:null, a: "bc"}"#),
            ("{'a': [/* 1 */ true, f(1, [2]),],}", "{'a': [ true, null,],}"),
            ("{a: 'it\\'s \\u00e9'}", "{a: \"it's é\"}"),
        ] {
            let read = as_json5(script, &Constants::default());
            assert_eq!(read.split_whitespace().collect::<String>(), expected.split_whitespace().collect::<String>());
        }
    }

    #[test]
    fn names_in_texts_are_filled_in_where_they_are_known() {
        let constants = Constants::of("const day = '2027-03-05';\nenum Room { Oak = 'Great Oak' }\n");
        for (script, expected) in [
            ("[`${day}T10:00`, `${Room.Oak}, ${ day }`]", r#"["2027-03-05T10:00", "Great Oak, 2027-03-05"]"#),
            ("[`${other}T10:00`, `${day`]", "[null, null]"),
        ] {
            assert_eq!(as_json5(script, &constants), expected, "{script}");
        }
    }

    #[test]
    fn unclosed_texts_and_brackets_end_with_the_script() {
        for script in ["{a: 'b", "[`", "{a: (", "'", "{a: /*", "]", "{a: '\\", "{a: \"\\"] {
            as_json5(script, &Constants::default());
        }
    }
}

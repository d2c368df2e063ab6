//! The name of the language that a session is in.

use crate::messages::find::FindMessages;

/// Returns the names of one or several languages, whose tags may be separated by commas, slashes or blanks; what is no tag stays as it is.
pub(super) fn language_names(value: &str, messages: &FindMessages) -> String {
    let parts: Vec<&str> = value.split([',', '/', ';', ' ', '+']).filter(|part| !part.is_empty()).collect();
    let names: Vec<String> = parts.iter().map(|part| language_name(part, messages)).collect();
    let are_tags = parts.len() > 1 && names.iter().zip(&parts).all(|(name, part)| name != part);
    if are_tags { names.join(", ") } else { language_name(value, messages) }
}

/// Returns the name of a language for its tag, `Korean` for `ko` and `English (US)` for `en-US`, and anything else as it is.
pub(super) fn language_name(value: &str, messages: &FindMessages) -> String {
    let (primary, region) = value.split_once(['-', '_']).map_or((value, None), |(primary, region)| (primary, Some(region)));
    let name = (messages.language_name)(&primary.to_ascii_lowercase());
    match (name, region) {
        (Some(name), None) => name.to_owned(),
        (Some(name), Some(region)) if region.len() == 2 => format!("{name} ({})", region.to_ascii_uppercase()),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn languages_are_named_in_the_language_of_the_page() {
        let named = |value, language: Language| language_name(value, language.find_messages());
        for (value, korean, english) in [
            ("ko", "한국어", "Korean"),
            ("EN", "영어", "English"),
            ("en-us", "영어 (US)", "English (US)"),
            ("pt_BR", "포르투갈어 (BR)", "Portuguese (BR)"),
            ("English", "English", "English"),
            ("de-facto", "de-facto", "de-facto"),
            ("tlh", "tlh", "tlh"),
        ] {
            assert_eq!((named(value, Language::Korean), named(value, Language::English)), (korean.into(), english.into()));
        }
        let several = |value| language_names(value, Language::English.find_messages());
        assert_eq!(
            ["en, de", "ko/en", "English and German"].map(several),
            ["English, German", "Korean, English", "English and German"]
        );
    }
}

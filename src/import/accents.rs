//! Latin letters without their accents, since people leave those out in headings and dates.

/// Returns the text in lower case, with the Latin letters of Europe without accents.
pub(super) fn unaccented(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à'..='å' | 'ā' | 'ă' | 'ą' => plain.push('a'),
            'ç' | 'ć' | 'č' => plain.push('c'),
            'ď' | 'đ' => plain.push('d'),
            'è'..='ë' | 'ē' | 'ę' | 'ě' => plain.push('e'),
            'ì'..='ï' | 'ī' | 'ı' => plain.push('i'),
            'ł' | 'ľ' => plain.push('l'),
            'ñ' | 'ń' | 'ň' => plain.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => plain.push('o'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => plain.push('u'),
            'ý' | 'ÿ' => plain.push('y'),
            'ř' => plain.push('r'),
            'š' | 'ś' | 'ş' | 'ș' => plain.push('s'),
            'ť' | 'ț' => plain.push('t'),
            'ž' | 'ź' | 'ż' => plain.push('z'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ß' => plain.push_str("ss"),
            // Composed letters are written with these, too.
            '\u{300}'..='\u{36F}' => {}
            letter => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_are_removed_and_nothing_else() {
        for (text, expected) in [
            ("Août", "aout"),
            ("SÁBADO", "sabado"),
            ("Lørdag", "lordag"),
            ("Straße", "strasse"),
            ("e\u{301}", "e"),
            ("Tytuł", "tytul"),
            ("Přednáška", "prednaska"),
            ("날짜", "날짜"),
        ] {
            assert_eq!(unaccented(text), expected);
        }
    }
}

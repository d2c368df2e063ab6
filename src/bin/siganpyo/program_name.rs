//! Names of program files.

use siganpyo::program::ProgramId;

/// The most letters of a file's name, without its ending.
const MAX_NAME: usize = 100;

/// The name of a program's file without its ending: its id, as far as that can be one.
pub fn of(id: &ProgramId) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_.".contains(letter);
    let plain = id.as_str().chars().map(|letter| if is_plain(letter) { letter } else { '-' });
    let name: String = plain.skip_while(|letter| *letter == '.').take(MAX_NAME).collect();
    if name.is_empty() { "program".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_makes_a_name_that_stays_in_its_folder() {
        for (id, name) in [
            ("pyconkr-2018", "pyconkr-2018"),
            ("../../etc/passwd", "-..-etc-passwd"),
            ("...", "program"),
            ("a b/c\\d:e", "a-b-c-d-e"),
            ("파이콘 2026", "파이콘-2026"),
        ] {
            assert_eq!(of(&ProgramId::new(id)), name);
            assert!(siganpyo::program::listing::is_beside(&format!("{name}.json")));
        }
        assert_eq!(of(&ProgramId::new("x".repeat(300))).len(), MAX_NAME);
    }
}

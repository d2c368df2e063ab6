//! Scripts with a line that the build fills in.

use super::PublishError;

/// Replaces the rest of the line that begins so.
pub fn set(script: &str, start: &str, value: &str) -> Result<String, PublishError> {
    let (before, rest) = script.split_once(start).ok_or_else(|| no_line(start))?;
    let (_, after) = rest.split_once('\n').ok_or_else(|| no_line(start))?;
    Ok(format!("{before}{start}{value};\n{after}"))
}

/// The failure if a line is missing.
pub fn no_line(start: &str) -> PublishError {
    PublishError::template(
        format!("a script has no line “{start}…”, or it cannot be read"),
        "restore the line in public/sw.js, public/misplaced.js, public/embed.js or src/extension",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_replaces_one_line() {
        let script = "a\nconst FILES = []; // why\nb\n";
        assert_eq!(set(script, "const FILES = ", "[1]").ok().as_deref(), Some("a\nconst FILES = [1];\nb\n"));
        assert!(set("b\n", "const FILES = ", "[1]").is_err());
    }
}

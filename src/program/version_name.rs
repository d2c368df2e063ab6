//! What people are told of a version of a program.

use super::Date;

/// A version as people know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VersionName<'a> {
    /// The version is of this date.
    Date(Date),
    /// What the publisher calls it.
    Word(&'a str),
}

impl VersionName<'_> {
    /// Returns the name of a version; `None` if it has none, or only the eight letters and digits that importing makes from the
    /// content, which tell nobody anything.
    pub fn of(version: &str) -> Option<VersionName<'_>> {
        let date = (0..version.len()).find_map(|at| Date::parse(version.get(at..at + 10)?));
        let is_made = version.len() == 8 && version.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase());
        match date {
            Some(date) => Some(VersionName::Date(date)),
            None if version.is_empty() || is_made => None,
            None => Some(VersionName::Word(version)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_named_by_its_date_or_by_its_publishers_word() {
        let date = Date::parse("2025-01-30").map(VersionName::Date);
        for version in ["2025-01-30", "2025-01-30 12:00", "v2 (2025-01-30T12:00:00+01:00)", "판 2025-01-30"] {
            assert_eq!(VersionName::of(version), date, "{version}");
        }
        for word in ["0.12 Silverback", "7", "2025-13-30", "다음 판"] {
            assert_eq!(VersionName::of(word), Some(VersionName::Word(word)));
        }
        for nothing in ["", "vkwn3cb8"] {
            assert_eq!(VersionName::of(nothing), None, "{nothing}");
        }
    }
}

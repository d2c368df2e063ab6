//! `siganpyo-program/1` itself.

use super::head::Head;
use super::{ImportError, Imported, Importer, Options, Warning, encoding, line};
use crate::messages::import::{Place, Remark};
use crate::program::similar;
use crate::wire::program_file::{self, Unknown};

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(head: &Head) -> bool {
    head.first() == Some('{') && head.has("siganpyo-program/")
}

fn read(bytes: &[u8], _: &Options) -> Result<Imported, ImportError> {
    let text = encoding::text(bytes)?;
    let (program, unknown) = program_file::read_with_unknown(&text)?;
    Ok(Imported::new(program, unknown.iter().flat_map(misspelt).collect()))
}

/// Returns a warning for each field that is unknown but similar to a known one. Other unknown fields may be those of a later
/// version.
fn misspelt(unknown: &Unknown) -> Vec<Warning> {
    let warning = |(field, count): (&String, &usize)| {
        let meant = similar::meant(field, unknown.known())?.to_owned();
        let remark = Remark::MisspeltField { field: line::excerpt(field), meant, count: *count };
        Some(Warning::new(Place::default(), remark))
    };
    unknown.fields.iter().filter_map(warning).collect()
}

#[cfg(test)]
mod tests {
    use super::super::import;
    use super::*;
    use crate::messages::Language;

    #[test]
    fn misspelt_fields_give_a_warning_and_those_of_later_versions_do_not() {
        let file = |top: &str, session: &str| {
            let text = format!(
                r#"{{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul", {top}
                "days": [{{"date": "2018-08-18"}}], "rooms": [], "tracks": [], "sessions": [{{"id": "a", "title": "A", {session}
                "start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T14:00:00+09:00", "day": "2018-08-18"}}]}}"#
            );
            import(text.as_bytes(), &Options::default()).unwrap().sentences(10, Language::English)
        };
        assert_eq!(
            file("\"subtitel\": \"x\",", "\"speaker\": [\"B\"], \"canceled\": true,"),
            [
                "There is no field \"subtitel\"; is \"subtitle\" meant?",
                "There is no field \"canceled\"; is \"cancelled\" meant?",
                "There is no field \"speaker\"; is \"speakers\" meant?",
            ]
        );
        assert_eq!(file("", "\"abstracts\": [],"), ["There is no field \"abstracts\"; is \"abstract\" meant?"]);
        assert!(file("\"sponsors\": [],", "\"recording\": \"x\", \"speakers\": [],").is_empty());
    }
}

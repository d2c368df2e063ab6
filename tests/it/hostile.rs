//! Files that no program wrote: broken, truncated, combined, or made to take much time and memory.

use siganpyo::import::{Format, MAX_SESSIONS, Options, detect, import};
use siganpyo::messages::Language;
use siganpyo::wire::program_file;
use std::path::Path;

/// A deterministic generator, so that a failure can be reproduced (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// Returns small files of every format, and files that once broke an importer.
fn fixtures() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), std::fs::read(path).unwrap())).collect()
}

/// Imports as this format and checks that the result keeps the invariants.
fn try_as(bytes: &[u8], format: Option<Format>) {
    let read = |time_zone| import(bytes, &Options { format, time_zone, ..Options::default() });
    let result = match read(None) {
        Err(error) if error.needs_time_zone() => read(Some("Europe/Berlin".to_owned())),
        result => result,
    };
    match result {
        Ok(imported) => {
            let written = program_file::write(&imported.program);
            assert_eq!(program_file::read(&written).unwrap(), imported.program);
            for language in Language::ALL {
                assert!(imported.warnings.iter().all(|warning| !warning.sentence(language).is_empty()));
            }
        }
        Err(error) => assert!(Language::ALL.iter().all(|language| !error.refusal(*language).hint.is_empty())),
    }
}

fn try_all(bytes: &[u8]) {
    std::iter::once(None).chain(Format::ALL.iter().copied().map(Some)).for_each(|format| try_as(bytes, format));
}

#[test]
fn random_bytes_never_panic() {
    let mut random = Random(0x5eed);
    for length in 0..300 {
        let bytes: Vec<u8> = (0..length).map(|_| random.below(256) as u8).collect();
        try_all(&bytes);
    }
}

#[test]
fn every_fixture_is_recognised_and_does_not_break_any_importer() {
    for (name, bytes) in fixtures() {
        // Files that broke an importer may be invalid themselves.
        assert!(detect(&bytes).is_some() || name.starts_with("broken-"), "{name}");
        try_all(&bytes);
    }
}

/// Replaces up to nine short pieces of the bytes.
fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    const PIECES: [&[u8]; 30] = [
        b",",
        b"\"",
        b"\n",
        b"\0",
        b"#",
        b";",
        b"99",
        b"-",
        b"\xFF",
        b":",
        "오후 ".as_bytes(),
        b"9999-12-31T23:59",
        b"<",
        b">",
        b"&#1;",
        b"]",
        b"{",
        b"null",
        b"\r\n ",
        b"=",
        b"RRULE:FREQ=DAILY\n",
        b"0001-01-01T00:00:00Z",
        b"RDATE:99991231T235959Z\n",
        b"]]>",
        b"<!--",
        b"31/12/9999",
        b"9999:99:99",
        b"P9999999W",
        b"\\u0000",
        "ｆｕｌｌ\u{2028}".as_bytes(),
    ];
    for _ in 0..=random.below(8) {
        let at = random.below(bytes.len());
        let end = (at + random.below(6)).min(bytes.len());
        bytes.splice(at..end, PIECES[random.below(PIECES.len())].iter().copied());
    }
}

#[test]
fn mutated_truncated_and_combined_files_never_panic() {
    let fixtures = fixtures();
    for (at, (_, source)) in fixtures.iter().enumerate() {
        for seed in 1..=100 {
            let mut random = Random(seed * 1_000 + at as u64);
            let mut bytes = source.clone();
            match seed % 3 {
                0 => bytes.truncate(random.below(source.len())),
                1 => {
                    // The beginning of one file and the end of another.
                    let (_, other) = &fixtures[random.below(fixtures.len())];
                    bytes.truncate(random.below(source.len()));
                    bytes.extend(&other[random.below(other.len())..]);
                }
                _ => {}
            }
            if !bytes.is_empty() {
                mutate(&mut bytes, &mut random);
            }
            // As the original format, and as the format that is recognised.
            try_as(&bytes, detect(source));
            try_as(&bytes, None);
        }
    }
}

fn answer(bytes: &[u8]) -> Result<usize, String> {
    let options = Options { time_zone: Some("Europe/Berlin".to_owned()), ..Options::default() };
    let imported = import(bytes, &options).map_err(|error| error.refusal(Language::English).message)?;
    assert!(imported.program.sessions.len() <= MAX_SESSIONS);
    Ok(imported.program.sessions.len())
}

/// Files made to take long: every importer must return within seconds even if built without optimisation.
#[test]
fn files_made_to_take_long_are_handled_quickly() {
    let many = |piece: &str, count: usize| piece.repeat(count);
    let event = "BEGIN:VEVENT\nSUMMARY:a\nDTSTART;TZID=No/Where:20240705T090000\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
    let speakers = (0..30_000).map(|at| format!("{{\"code\": \"A{at}\", \"name\": \"a\"}},")).collect::<String>();
    for text in [
        many(event, 5_000),
        format!("BEGIN:VCALENDAR\n{}", many("BEGIN:VEVENT\n", 200_000)),
        format!("BEGIN:VEVENT\nSUMMARY:{}", many("\n a", 500_000)),
        format!(
            "[{{\"date\": \"x\", \"rooms\": [{}], \"timeSlots\": []}}]",
            many("{\"id\": 1, \"name\": \"a\", \"sessions\": []},", 50_000) + "1"
        ),
        format!(
            "{{\"talks\": [{}], \"rooms\": [], \"timezone\": \"UTC\", \"speakers\": [{speakers} 1]}}",
            many("{\"code\": \"A\", \"speakers\": [\"A1\"]},", 20_000) + "1"
        ),
        format!("var program = {}", many("[", 100_000)),
        many("a = [];", 100_000),
        format!("<schedule>{}", many("<a xmlns:b='c'>", 100_000)),
        format!("<schedule>{}", many("<a>", 500_000)),
        format!("<schedule {}/>", (0..100_000).map(|at| format!("a{at}='' ")).collect::<String>()),
        format!("title,start\n{}", many("a,2024-07-05T09:00\n", 20_001)),
        format!("title,start\n{}", many(",\n", 500_000)),
    ] {
        let _ = answer(text.as_bytes());
    }
}

/// Files that contain a long text once and refer to it often: small on disk, and without a limit gigabytes in memory.
#[test]
fn files_that_would_expand_too_much_are_refused() {
    let long = "x".repeat(2_000_000);
    let event = "<event><title>a</title><start>9:00</start></event>".repeat(20_000);
    let talks =
        "{\"code\": \"ABCD\", \"title\": \"a\", \"start\": \"2024-07-05T09:00:00Z\", \"speakers\": [\"A\"], \"room\": \"r\"},";
    let refused = [
        ("room", format!("<schedule><conference/><day date='2024-07-05'><room name='{long}'>{event}</room></day></schedule>")),
        (
            "repetition",
            format!("BEGIN:VEVENT\nSUMMARY:a\nDTSTART:20240705T090000\nRRULE:FREQ=DAILY\nLOCATION:{long}\nEND:VEVENT\n")
                .repeat(2),
        ),
        ("values", format!("[{{\"title\": \"a\", \"start\": [{}0]}}]", "0,".repeat(1_300_000))),
        ("lines", format!("BEGIN:VCALENDAR\n{}", "A:\n".repeat(1_100_000))),
    ];
    for (what, text) in refused {
        assert!(answer(text.as_bytes()).is_err_and(|message| message.starts_with("The file is damaged")), "{what}");
    }
    let widget = format!(
        "{{\"talks\": [{}0], \"rooms\": [{{\"id\": \"{long}\", \"name\": \"r\"}}], \"timezone\": \"UTC\", \"speakers\": [{{\"code\": \"A\", \"name\": \"{long}\"}}]}}",
        talks.repeat(5_000)
    );
    assert_eq!(answer(widget.as_bytes()), Ok(5_000));
}

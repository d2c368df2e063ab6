//! Rules for every program that has passed the gate.

use siganpyo::import::{MAX_ALIASES, MAX_BYTES, MAX_DAYS, MAX_ROOMS, MAX_SESSIONS, MAX_TRACKS, MAX_WALKS, admit};
use siganpyo::program::{Block, Inline, Program, alias, line, link};
use siganpyo::wire::program_file;

/// The rules of the gate, written independently of its code.
pub fn check_program(program: &Program) {
    let again = admit(program.clone()).expect("what has passed passes again");
    assert!(again.program == *program && again.warnings.is_empty(), "what has passed passes as it is");
    let written = program_file::write(program);
    assert!(program_file::read(&written).as_ref() == Ok(program), "another program when read back");
    assert!(written.len() <= MAX_BYTES);
    let counts = [
        (program.sessions.len(), MAX_SESSIONS),
        (program.days.len(), MAX_DAYS),
        (program.rooms.len(), MAX_ROOMS),
        (program.tracks.len(), MAX_TRACKS),
        (program.walking.len(), MAX_WALKS),
        (program.aliases.len(), MAX_ALIASES),
    ];
    assert!(counts.iter().all(|(count, most)| count <= most), "{counts:?}");
    assert!(program.days.windows(2).all(|pair| pair[0].date < pair[1].date));
    let names = program.rooms.iter().map(|room| &room.name).chain(program.tracks.iter().map(|track| &track.name));
    assert!(names.chain([&program.title, &program.version]).all(|name| is_line(name)));
    assert!(program.aliases.iter().all(|names| is_line(names) && alias::names(names).count() > 1));
    assert!(program.url.iter().all(|url| link::is_web(url)));
    for session in &program.sessions {
        assert!(!session.title.is_empty() && is_line(&session.title) && session.speakers.iter().all(|name| is_line(name)));
        assert!(session.url.iter().all(|url| link::is_web(url)));
        let (start, day) = (session.span.start.date(), session.day);
        assert!((0..=1).contains(&(start.days_since_epoch() - day.days_since_epoch())));
        assert!((1950..=2150).contains(&start.year()) && session.span.minutes() <= 31 * 24 * 60);
        check_blocks(&session.about, 12);
    }
}

fn is_line(text: &str) -> bool {
    text.chars().count() <= 1_001 && text.trim_matches(' ') == text && text.chars().all(line::is_printable)
}

fn check_blocks(blocks: &[Block], left: usize) {
    assert!(left > 0, "deeper than may be");
    for block in blocks {
        match block {
            Block::Paragraph(content) => check_inlines(content),
            Block::Code(code) => assert!(code.chars().all(|letter| line::is_printable(letter) || matches!(letter, '\n' | '\t'))),
            Block::Quote(content) => check_blocks(content, left - 1),
            Block::List { items, .. } => items.iter().for_each(|item| check_blocks(item, left - 1)),
        }
    }
}

fn check_inlines(inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => assert!(text.chars().all(line::is_printable)),
            Inline::Emphasis(content) | Inline::Strong(content) => check_inlines(content),
            Inline::Link { href, content } => {
                assert!(link::is_safe(href));
                check_inlines(content);
            }
            Inline::Break => {}
        }
    }
}

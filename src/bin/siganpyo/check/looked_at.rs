//! Finds out whether what is to be checked is a site, and looks at it.

use crate::failure::Failure;
use crate::files;
use crate::publish::place;
use crate::source::Source;
use crate::web::Visitor;
use siganpyo::export::Link;
use siganpyo::messages::Language;
use siganpyo::messages::command_line::Unfetched;
use siganpyo::publish::inspect::{Answer, Folder, Host, Question, Report, inspect, is_ours};
use siganpyo::publish::{Files, archive, base_of, template};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::thread;

/// How many questions are asked together, as browsers do.
const TOGETHER: usize = 4;

/// How archives begin.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// What was found at a site; none if this is none.
pub fn report(source: &Source, language: Language) -> Result<Option<Report>, Failure> {
    let cannot_read = |error: std::io::Error| files::failure(source, (language.command_line().cannot_read)(&error.to_string()));
    match source {
        Source::Stdin => Ok(None),
        Source::Web(address) => Ok(on_web(address)),
        Source::File(path) if path.is_dir() => Ok(in_files(&place::files(path).map_err(cannot_read)?)),
        Source::File(path) if is_archive(path) => {
            let site = archive::unpack(&std::fs::read(path).map_err(cannot_read)?);
            Ok(site.ok().and_then(|site| in_files(&site)))
        }
        Source::File(_) => Ok(None),
    }
}

fn is_archive(path: &Path) -> bool {
    let mut begin = [0; ARCHIVE.len()];
    // Who opens a pipe takes from it what belongs to others.
    path.is_file() && File::open(path).is_ok_and(|mut file| file.read_exact(&mut begin).is_ok()) && begin == ARCHIVE
}

fn in_files(site: &Files) -> Option<Report> {
    let is_site = site.has(template::LIST) || site.bytes("index.html").is_ok_and(is_ours);
    let base = base_of(site).unwrap_or_else(|| "/".to_owned());
    is_site.then(|| inspect(&Folder { files: site, base: &base }, &base))
}

/// The address of a page of this app. A link that holds a program or leads to one is no site.
fn on_web(address: &str) -> Option<Report> {
    let is_program = Link::read(address).is_some_and(|link| link.program.is_some());
    let visitor = Visitor::of(address).filter(|_| !is_program)?;
    let page = visitor.ask(address, true).ok()?;
    let is_site = is_ours(page.content.as_deref().unwrap_or_default());
    is_site.then(|| inspect(&visitor, page.led_to.as_deref().unwrap_or(address)))
}

impl Host for Visitor {
    fn ask(&self, questions: &[Question]) -> Vec<Result<Answer, Unfetched>> {
        let mut answers = Vec::new();
        let mut late = None;
        for some in questions.chunks(TOGETHER) {
            // A host that has stopped answering is not waited for a hundred times.
            answers.extend(late.clone().map_or_else(|| together(self, some), |late| vec![Err(late); some.len()]));
            late = late.or_else(|| all_late(&answers[answers.len() - some.len()..]));
        }
        answers
    }

    fn is_live(&self) -> bool {
        true
    }

    fn stale_siblings(&self) -> Vec<String> {
        Vec::new()
    }
}

fn together(visitor: &Visitor, questions: &[Question]) -> Vec<Result<Answer, Unfetched>> {
    thread::scope(|scope| {
        let ask = |question: &Question| visitor.ask(&question.address, question.may_be_packed);
        let threads: Vec<_> = questions.iter().map(|question| scope.spawn(move || ask(question))).collect();
        threads.into_iter().map(|thread| thread.join().expect("asking does not panic")).collect()
    })
}

/// Why there was no answer in time, if there was none at all.
fn all_late(answers: &[Result<Answer, Unfetched>]) -> Option<Unfetched> {
    let is_late = |answer: &Result<Answer, Unfetched>| matches!(answer, Err(Unfetched::Late { .. }));
    answers.iter().all(is_late).then(|| answers.first()?.as_ref().err().cloned()).flatten()
}

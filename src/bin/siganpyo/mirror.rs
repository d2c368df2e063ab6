//! `siganpyo mirror`: many published programs become a folder of program files, with a directory of them.

mod folder;
mod list;

use crate::args::MirrorOptions;
use crate::failure::Failure;
use crate::files::import_refusal;
use crate::import;
use crate::source::Source;
use crate::terminal::{self, Voice};
use crate::web;
use folder::Folder;
use list::Wanted;
use serde_json::{Value, json};
use siganpyo::import::{Imported, Options};
use siganpyo::messages::mirror::Mirrored;
use siganpyo::messages::{Language, Refusal};
use siganpyo::program::versions::{Matching, Verdict};
use siganpyo::program::{Listing, ProgramId};
use siganpyo::wire::{directory, program_file};
use std::thread;

/// How many sources are asked together. Many of a list are often on one host, which must not suffer from it.
const TOGETHER: usize = 4;

/// The most remarks of an import that a report has.
const MAX_TOLD: usize = 20;

/// What became of one source.
struct Outcome {
    address: String,
    state: Mirrored,
    /// As it is in the directory now; nothing if it is not there.
    listing: Option<Listing>,
    /// Why the source failed.
    problem: Option<Refusal>,
    remarks: Vec<String>,
}

/// A folder that is being filled.
struct Mirror<'a> {
    folder: Folder<'a>,
    language: Language,
    outcomes: Vec<Outcome>,
}

/// Fetches, imports and writes what is new, and reports on stderr what became of each source.
pub fn run(options: &MirrorOptions, voice: Voice, inputs: &[&Source]) -> Result<(), Failure> {
    let language = voice.language;
    let texts = language.mirror_messages();
    let (wanted, faults) = list::read(&options.list, language)?;
    faults.iter().for_each(|fault| voice.say(fault));
    let mut mirror = Mirror { folder: Folder::open(&options.output, inputs, language)?, language, outcomes: Vec::new() };
    for together in wanted.chunks(TOGETHER) {
        for (wanted, fetched) in together.iter().zip(fetch(together, language)) {
            let outcome = mirror.take(wanted, fetched)?;
            mirror.outcomes.push(outcome);
        }
        // What was written is listed soon, so that an interrupted run does not forget which file is from where.
        mirror.write_directory(true)?;
    }
    let directory_written = mirror.write_directory(false)?;
    let gone = mirror.no_longer_listed(&wanted);
    if voice.json {
        eprint!("{}", terminal::json(&mirror.json(&gone, directory_written)));
    } else if !voice.quiet {
        terminal::say(&mirror.text(&gone));
    }
    let failed = mirror.outcomes.iter().filter(|outcome| outcome.state.is_failure()).count();
    if mirror.listings(false).is_empty() {
        return Err((texts.nothing_mirrored)().into());
    }
    if options.strict && failed > 0 { Err((texts.sources_failed)(failed).into()) } else { Ok(()) }
}

/// Fetches several files, each on a thread of its own.
fn fetch(wanted: &[Wanted], language: Language) -> Vec<Result<Vec<u8>, Refusal>> {
    let why_not = |why| (language.command_line().not_fetched)(&why);
    thread::scope(|scope| {
        let threads: Vec<_> = wanted.iter().map(|wanted| scope.spawn(|| web::fetch(&wanted.address))).collect();
        threads.into_iter().map(|thread| thread.join().expect("fetching does not panic").map_err(why_not)).collect()
    })
}

impl Mirror<'_> {
    /// Writes what was fetched, if it is right and not there yet.
    fn take(&mut self, wanted: &Wanted, fetched: Result<Vec<u8>, Refusal>) -> Result<Outcome, Failure> {
        match fetched.and_then(|bytes| imported(&bytes, wanted, self.language)) {
            Ok(imported) => self.write(wanted, imported),
            Err(problem) => {
                let known = self.folder.known(&wanted.address);
                let listing = known.filter(|listing| self.folder.program(listing).is_some()).cloned();
                let state = if listing.is_some() { Mirrored::Kept } else { Mirrored::Missing };
                Ok(Outcome { address: wanted.address.clone(), state, listing, problem: Some(problem), remarks: Vec::new() })
            }
        }
    }

    fn write(&mut self, wanted: &Wanted, imported: Imported) -> Result<Outcome, Failure> {
        let texts = self.language.mirror_messages();
        let mut remarks = imported.sentences(MAX_TOLD, self.language);
        let mut program = imported.program;
        let mut file = None;
        if let Some(listing) = self.folder.known(&wanted.address) {
            let before = self.folder.program(listing);
            match before.as_ref().map(|before| Matching::of(before, &program).verdict(before, &program)) {
                Some(Verdict::OtherConference) => remarks.push((texts.other_conference_there)(&listing.address)),
                verdict => {
                    let doubt = verdict.and_then(self.language.command_line().verdict);
                    remarks.extend(doubt.map(texts.mirrored_in_doubt));
                    program.id = before.map(|before| before.id).or(listing.id.clone().map(ProgramId::new)).unwrap_or(program.id);
                    file = Some(listing.address.clone());
                }
            }
        }
        let is_known = file.is_some();
        let file = file.unwrap_or_else(|| self.folder.settle(&mut program));
        let written = self.folder.write(&file, program_file::write(&program).as_bytes())?;
        let state = match (written, is_known) {
            (false, true) => Mirrored::Unchanged,
            (true, true) => Mirrored::Changed,
            (_, false) => Mirrored::New,
        };
        let of_program = Listing::of(&program, file);
        let listed = |field: fn(&Listing) -> &Option<String>| wanted.listing.as_ref().and_then(|listing| field(listing).clone());
        let listing = Listing {
            place: of_program.place.clone().or_else(|| listed(|listing| &listing.place)),
            site: of_program.site.clone().or_else(|| listed(|listing| &listing.site)),
            source: Some(wanted.address.clone()),
            ..of_program
        };
        Ok(Outcome { address: wanted.address.clone(), state, listing: Some(listing), problem: None, remarks })
    }

    /// What the directory lists: first the programs that the mirror did not bring, then the others in the order of the list. With
    /// `with_all` also those that were there before and have not been asked for yet.
    fn listings(&self, with_all: bool) -> Vec<Listing> {
        let own = self.folder.before.iter().filter(|listing| listing.source.is_none());
        let done = self.outcomes.iter().filter_map(|outcome| outcome.listing.as_ref());
        let is_done = |listing: &&Listing| {
            self.outcomes.iter().any(|outcome| Some(&outcome.address) == listing.source.as_ref()) || listing.source.is_none()
        };
        let others = self.folder.before.iter().filter(|listing| with_all && !is_done(listing));
        own.chain(done).chain(others).cloned().collect()
    }

    /// Returns whether the directory has changed.
    fn write_directory(&self, with_all: bool) -> Result<bool, Failure> {
        let listings = self.listings(with_all);
        if listings.is_empty() {
            return Ok(false);
        }
        self.folder.write(directory::FILE, directory::write(&listings).as_bytes())
    }

    /// Addresses that the directory had and the list does not have.
    fn no_longer_listed(&self, wanted: &[Wanted]) -> Vec<String> {
        let before = self.folder.before.iter().filter_map(|listing| listing.source.clone());
        before.filter(|address| wanted.iter().all(|wanted| wanted.address != *address)).collect()
    }

    /// A line for each source with what is to be said of it, and how many there are of each kind.
    fn text(&self, gone: &[String]) -> String {
        let texts = self.language.mirror_messages();
        let mut lines = Vec::new();
        for outcome in &self.outcomes {
            let name = outcome
                .listing
                .as_ref()
                .map_or_else(|| outcome.address.clone(), |listing| format!("{} ({})", listing.title, listing.address));
            // What is to be said of a program was said when it came.
            if outcome.state == Mirrored::Unchanged {
                continue;
            }
            lines.push(format!("{}: {name}", (texts.mirrored)(outcome.state)));
            if let Some(Refusal { message, hint }) = &outcome.problem {
                let hint_word = self.language.command_line().hint;
                lines.push(format!("  {}: {message}\n  {hint_word}: {hint}", outcome.address));
            }
            lines.extend(outcome.remarks.iter().map(|remark| format!("  {remark}")));
        }
        lines.extend(gone.iter().map(|address| (texts.no_longer_listed)(address)));
        let count = |state: &Mirrored| self.outcomes.iter().filter(|outcome| outcome.state == *state).count();
        let counts = Mirrored::ALL.iter().map(|state| (*state, count(state))).filter(|(_, count)| *count > 0);
        lines.push((texts.mirror_counts)(&counts.collect::<Vec<_>>()));
        lines.join("\n")
    }

    fn json(&self, gone: &[String], directory_written: bool) -> Value {
        let row = |outcome: &Outcome| {
            let mut row = json!({ "source": outcome.address, "state": outcome.state.as_str(), "remarks": outcome.remarks });
            if let Some(listing) = &outcome.listing {
                row["id"] = listing.id.as_deref().into();
                row["file"] = listing.address.as_str().into();
                row["title"] = listing.title.as_str().into();
            }
            if let Some(Refusal { message, hint }) = &outcome.problem {
                row["problem"] = json!({ "message": message, "hint": hint });
            }
            row
        };
        json!({
            "programs": self.outcomes.iter().map(row).collect::<Vec<_>>(), "no_longer_listed": gone,
            "directory": if directory_written { "changed" } else { "unchanged" },
        })
    }
}

/// The program of a file, also one in an encoding that the library only recognises.
fn imported(bytes: &[u8], wanted: &Wanted, language: Language) -> Result<Imported, Refusal> {
    let options = Options {
        time_zone: wanted.time_zone.clone(),
        title: wanted.listing.as_ref().map(|listing| listing.title.clone()),
        ..Options::default()
    };
    import::read(bytes, &options).map(|(imported, _)| imported).map_err(|error| import_refusal(&error, language))
}

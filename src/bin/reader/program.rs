//! What is asked about programs: how two versions compare, and one as text for a link.

use js_sys::{Array, Uint8Array};
use siganpyo::messages::{Language, Refusal};
use siganpyo::plan::attachments;
use siganpyo::program::versions::{Matching, Verdict};
use siganpyo::wire::job::{Answer, CompareJob};
use siganpyo::wire::{packed_program, program_file, stored_plan};

/// An answer with the buffers that go with it.
pub type Outcome = Result<(Answer, Array), Refusal>;

/// What one program is to another, and which sessions the picks follow.
///
/// Programs that cannot be read have nothing in common: the page has read both before.
pub fn compare(job: &CompareJob, buffers: &Array) -> Answer {
    let program = |at: u32| {
        String::from_utf8(Uint8Array::new(&buffers.get(at)).to_vec()).ok().and_then(|file| program_file::read(&file).ok())
    };
    let (Some(old), Some(new)) = (program(0), program(1)) else {
        return Answer::Compared { verdict: Verdict::OtherConference, changed: 0, attachments: Vec::new() };
    };
    let matching = Matching::of(&old, &new);
    let plan = job.plan.as_deref().and_then(|plan| stored_plan::read(plan).ok());
    let attachments = plan.map(|plan| attachments(&plan, Some(&old), &new)).unwrap_or_default();
    let changed = matching.differences(&old, &new).len() as u64;
    Answer::Compared { verdict: matching.verdict(&old, &new), changed, attachments }
}

/// Packs the program in the first buffer for a link.
///
/// # Errors
///
/// It cannot be read, which the page did before.
pub fn pack(buffers: &Array) -> Result<Answer, Refusal> {
    let file = String::from_utf8_lossy(&Uint8Array::new(&buffers.get(0)).to_vec()).into_owned();
    let program = program_file::read(&file).map_err(|error| error.refusal(Language::FALLBACK.file_messages()))?;
    Ok(Answer::Packed { data: packed_program::write(&program) })
}

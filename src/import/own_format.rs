//! `siganpyo-program/1` itself.

use super::head::Head;
use super::{ImportError, Imported, Importer, Options, encoding};
use crate::wire::program_file;

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(head: &Head) -> bool {
    head.first() == Some('{') && head.has("siganpyo-program/")
}

fn read(bytes: &[u8], _: &Options) -> Result<Imported, ImportError> {
    Ok(Imported::new(program_file::read(&encoding::text(bytes)?)?, Vec::new()))
}

//! A program inside a link, see `wire::packed_program`.

use super::head::Head;
use super::{ImportError, Imported, Importer, Options, encoding};
use crate::messages::import::Problem;
use crate::wire::packed_program::{self, LinkError, MARK};

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(head: &Head) -> bool {
    head.text().starts_with(MARK)
}

fn read(bytes: &[u8], _: &Options) -> Result<Imported, ImportError> {
    let text = encoding::text(bytes)?;
    match packed_program::read(text.strip_prefix(MARK).unwrap_or(&text)) {
        Ok(program) => Ok(Imported::new(program, Vec::new())),
        Err(LinkError::Later) => Err(Problem::LaterLink.into()),
        Err(_) => Err(Problem::DamagedLink.into()),
    }
}

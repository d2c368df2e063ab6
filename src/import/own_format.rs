//! `siganpyo-program/1` itself.

use super::{ImportError, Imported, Importer, Options, encoding};
use crate::wire::program_file;

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    head.windows(17).any(|window| window == b"siganpyo-program/") && first_byte(head) == Some(b'{')
}

fn first_byte(bytes: &[u8]) -> Option<u8> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.iter().copied().find(|byte| !byte.is_ascii_whitespace())
}

fn read(bytes: &[u8], _: &Options) -> Result<Imported, ImportError> {
    Ok(Imported { program: program_file::read(&encoding::text(bytes)?)?, warnings: Vec::new() })
}

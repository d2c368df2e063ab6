//! Reading files: as what they look like, and if there is nothing in that form, as any structured data.

use super::head::Head;
use super::zone::Zone;
use super::{Format, ImportError, Imported, NamedFile, Options, csv, detect, encoding, html, line, look_alike, tree};
use crate::messages::import::Problem;
use crate::program::Program;

/// Reads a file by its own format, or else as a tree; an archive as the files in it.
pub(super) fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    #[cfg(feature = "every-format")]
    if let Some(files) = super::archive::parts(bytes)? {
        // An archive inside an archive is not opened: it may contain itself.
        return read_parts(&files, options, read_one);
    }
    read_one(bytes, options)
}

fn read_one(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::Empty.into());
    }
    let known = options.format.or_else(|| corrected(bytes, options)).or_else(|| detect(bytes));
    let Some(format) = known.or_else(|| table_told(bytes, options)) else {
        return as_lines(bytes, options, unrecognised(bytes));
    };
    options.time_zone.as_deref().map(Zone::named).transpose()?;
    let result = (format.importer().read)(bytes, options);
    let is_tree = || options.format.is_none() && format != Format::Tree && (tree::IMPORTER.recognises)(&Head::of(bytes));
    match result {
        // A file may look like one format and be of a kind that nobody described.
        Ok(imported) if may_lack_something(&imported, format) && is_tree() => Ok(match (tree::IMPORTER.read)(bytes, options) {
            Ok(other) if has_more(&other.program, &imported.program) => other,
            _ => imported,
        }),
        // What states the zone in a place of its own is known to the tree.
        Err(error) if error.needs_time_zone() && is_tree() => (tree::IMPORTER.read)(bytes, options).map_err(|_| error),
        Err(error) if error.may_be_another_format() && is_tree() => match (tree::IMPORTER.read)(bytes, options) {
            Err(other) if other.may_be_another_format() && !error.is_broken() => Err(error),
            result => result,
        },
        Err(error) if error.may_be_another_format() && format == Format::Tree && options.format.is_none() => {
            let error = look_alike::text(&Head::of(bytes)).unwrap_or(error);
            if error.found_nothing() { as_lines(bytes, options, error) } else { Err(error) }
        }
        result => result,
    }
}

/// A reader made for a format knows what its fields mean, so what the person says of them is only for the reader of trees.
fn corrected(bytes: &[u8], options: &Options) -> Option<Format> {
    let is_corrected = !options.fields.is_empty() || options.list.is_some();
    let head = Head::of(bytes);
    (is_corrected && !look_alike::is_html(&head) && (tree::IMPORTER.recognises)(&head)).then_some(Format::Tree)
}

/// A table whose columns nobody knew until the person named them.
fn table_told(bytes: &[u8], options: &Options) -> Option<Format> {
    csv::has_columns(&Head::of(bytes), &options.fields).then_some(Format::Csv)
}

/// Whether most of a file is left out, or it is a list of a hundred forms and no room was found in it.
fn may_lack_something(imported: &Imported, format: Format) -> bool {
    let left_out = imported.warnings.iter().filter(|warning| warning.is_left_out()).count();
    left_out > imported.program.sessions.len() || format == Format::JsonList && imported.program.rooms.is_empty()
}

/// Whether a reading of the same file has more sessions, or rooms for the same ones.
fn has_more(other: &Program, than: &Program) -> bool {
    let starts = |program: &Program| program.sessions.iter().map(|session| session.span.start).collect::<Vec<_>>();
    other.sessions.len() > than.sessions.len()
        || !other.rooms.is_empty() && than.rooms.is_empty() && starts(other) == starts(than)
}

/// Reads the parts of one program, of which there may be only one.
pub(super) fn read_files(files: &[NamedFile], options: &Options) -> Result<Imported, ImportError> {
    read_parts(files, options, read)
}

/// Reads files, a single one as `alone` reads it.
fn read_parts(
    files: &[NamedFile],
    options: &Options,
    alone: impl FnOnce(&[u8], &Options) -> Result<Imported, ImportError>,
) -> Result<Imported, ImportError> {
    match files {
        [] => Err(Problem::Empty.into()),
        [file] => alone(&file.bytes, &named(file, options)),
        files if csv::are_tables(files) => csv::read_together(files, options),
        #[cfg(feature = "every-format")]
        files if files.iter().all(|file| file.name.ends_with(".md")) && tree::have_data(files) => {
            tree::read_pages(files, options)
        }
        #[cfg(feature = "every-format")]
        files if files.iter().all(|file| file.name.ends_with(".md")) => csv::read_pages(files, options),
        files => tree::read_together(files, options),
    }
}

/// The name of the file counts if no other is given.
fn named(file: &NamedFile, options: &Options) -> Options {
    let file_name = options.file_name.clone().or_else(|| Some(file.stem().to_owned()));
    Options { file_name, ..options.clone() }
}

/// Reads a text line by line, as it was sent by mail, or returns why it cannot be read otherwise.
fn as_lines(bytes: &[u8], options: &Options, error: ImportError) -> Result<Imported, ImportError> {
    let is_text = options.format.is_none() && Head::of(bytes).first().is_some_and(|first| !matches!(first, '{' | '<'));
    let text = encoding::text(bytes).ok().filter(|_| is_text);
    text.and_then(|text| html::lines(&text, options)).unwrap_or(Err(error))
}

fn unrecognised(bytes: &[u8]) -> ImportError {
    let text = match encoding::text(bytes) {
        Ok(text) => text,
        Err(error) => return look_alike::binary(bytes).unwrap_or(error),
    };
    let head = Head::of(bytes);
    let similar = || look_alike::text(&head).or_else(|| csv::without_columns(&head));
    similar().unwrap_or_else(|| Problem::UnknownFormat { beginning: line::clean(&text, 40).text }.into())
}

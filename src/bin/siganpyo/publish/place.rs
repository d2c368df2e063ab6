//! Where the site goes: a folder or an archive, which is replaced as a whole.

use crate::failure::Failure;
use crate::output;
use crate::source::Source;
use siganpyo::messages::Language;
use siganpyo::publish::{Files, archive, template};
use siganpyo::site::Settings;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A folder, or an archive if its name ends so.
pub struct Place<'a> {
    path: &'a Path,
    /// The site that is there.
    pub before: Files,
}

impl<'a> Place<'a> {
    /// Looks at what is there. Anything but a site of ours is refused: it would be gone.
    pub fn open(path: &'a Path, language: Language) -> Result<Place<'a>, Failure> {
        let not_read = |error: io::Error| output::failure(path, (language.command_line().cannot_read)(&error.to_string()));
        let before = match fs::metadata(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Files::default(),
            Err(error) => return Err(not_read(error)),
            Ok(found) if found.is_dir() => files(path).map_err(not_read)?,
            Ok(_) if is_archive(path) => archive::unpack(&fs::read(path).map_err(not_read)?).unwrap_or_default(),
            Ok(_) => return Err(output::failure(path, (language.publish_messages().not_a_site)())),
        };
        let place = Place { path, before };
        let is_empty = place.before.paths().next().is_none() && !path.is_file();
        if is_empty || place.is_site() {
            Ok(place)
        } else {
            Err(output::failure(path, (language.publish_messages().not_a_site)()))
        }
    }

    /// Whether a site is there.
    pub fn is_site(&self) -> bool {
        self.before.has(template::LIST)
    }

    /// The program of this number in the site that is there.
    pub fn program(&self, at: usize) -> Option<&[u8]> {
        let settings = Settings::parse_without_programs(self.before.text(template::KEPT_SETTINGS).ok()?).ok()?;
        self.before.bytes(settings.programs.get(at)?).ok()
    }

    /// Puts the files in the place of what is there.
    pub fn write(&self, site: &Files, inputs: &[&Source], language: Language) -> Result<(), Failure> {
        if is_archive(self.path) {
            return output::write(Some(self.path), &archive::pack(site), inputs, language);
        }
        let refused = |error: io::Error| output::failure(self.path, (language.command_line().cannot_write)(&error.to_string()));
        replace(self.path, site).map_err(refused)
    }
}

fn is_archive(path: &Path) -> bool {
    output::has_ending(path, "zip")
}

/// Writes the site beside the folder first, so that whoever serves the folder never serves half of it, and a full disk changes nothing.
fn replace(folder: &Path, site: &Files) -> io::Result<()> {
    let (new, old) = (beside(folder, "new"), beside(folder, "old"));
    let written = site.iter().try_for_each(|(path, bytes)| {
        let file = new.join(path);
        fs::create_dir_all(file.parent().unwrap_or(&new))?;
        fs::write(file, bytes)
    });
    let moved = written.and_then(|()| {
        if folder.exists() {
            fs::rename(folder, &old)?;
        }
        fs::rename(&new, folder)
    });
    let _ = fs::remove_dir_all(if moved.is_ok() { &old } else { &new });
    moved
}

/// With the process id, so that two runs do not meet.
fn beside(folder: &Path, word: &str) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.{}.{word}", std::process::id()))
}

/// All files in a folder and below.
pub fn files(folder: &Path) -> io::Result<Files> {
    let mut found = Files::default();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                let relative = path.strip_prefix(folder).expect("found below the folder");
                let name: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
                found.put(name.join("/"), fs::read(&path)?);
            }
        }
    }
    Ok(found)
}

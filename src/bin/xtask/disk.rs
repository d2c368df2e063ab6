//! Files and folders, with failures that name them.

use crate::failure::Failure;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::{env, fs};

const HINT: &str = "check that the folder is there, may be written to, and that the disk is not full";

/// The file's bytes.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| failure("read", path, &error))
}

/// The file's text, which must be UTF-8.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| failure("read", path, &error))
}

/// Writes the file and makes its folder where there is none.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    fs::write(path, content).map_err(|error| failure("write", path, &error))
}

/// Removes the file, which must be there.
pub fn remove(path: &Path) -> Result<(), Failure> {
    fs::remove_file(path).map_err(|error| failure("remove", path, &error))
}

/// Removes the folder with everything in it, if it is there.
pub fn remove_folder(path: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(failure("remove", path, &error)),
        _ => Ok(()),
    }
}

/// Makes the folder and those above it.
pub fn make_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|error| failure("make the folder", path, &error))
}

/// All files in the folder and below, as sorted paths relative to it, with `/` between the parts.
pub fn files_below(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for path in entries(&next)? {
            if path.is_dir() {
                open.push(path);
            } else {
                let relative = path.strip_prefix(folder).expect("found below the folder");
                found.push(relative.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The first of these programs that is on the PATH.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.is_file())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let list = fs::read_dir(folder).map_err(|error| failure("list", folder, &error))?;
    list.map(|entry| entry.map(|entry| entry.path()).map_err(|error| failure("list", folder, &error))).collect()
}

fn failure(action: &str, path: &Path, error: &dyn Display) -> Failure {
    Failure::new(format!("cannot {action} {}: {error}", path.display()), HINT)
}

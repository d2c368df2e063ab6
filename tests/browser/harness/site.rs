//! What is served: the built app, or a copy of it with something changed.

use sha2::{Digest, Sha256};
use siganpyo::program::Program;
use siganpyo::wire::program_file;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A build of the app.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// At the root of its host.
    Root,
    /// Under a path.
    SubPath,
}

impl Site {
    /// Where the build is.
    pub fn folder(self) -> PathBuf {
        let (variable, usual) = match self {
            Site::Root => ("SIGANPYO_DIST", "dist"),
            Site::SubPath => ("SIGANPYO_DIST_SUBPATH", "target/dist-subpath"),
        };
        let folder = env::var_os(variable).map_or_else(|| PathBuf::from(usual), PathBuf::from);
        let hint = "run `cargo xtask test`, which builds it, or set the variable to a build";
        assert!(folder.join("index.html").is_file(), "{variable} ({}) holds no build: {hint}", folder.display());
        folder
    }

    /// The path for which it was built.
    pub fn prefix(self) -> &'static str {
        match self {
            Site::Root => "/",
            Site::SubPath => "/deep/er/",
        }
    }
}

/// The program that came with the build.
pub fn built_in_program(folder: &Path) -> Program {
    let text = fs::read_to_string(built_in_program_file(folder)).expect("the program of the build");
    program_file::read(&text).expect("a program file")
}

/// The file of that program, named by the page as in the source.
pub fn built_in_program_file(folder: &Path) -> PathBuf {
    let page = fs::read_to_string(folder.join("index.html")).expect("the page of the build");
    let path = page.split("siganpyo-program\" content=\"").nth(1).and_then(|rest| rest.split('"').next());
    folder.join(path.expect("the page names its program").trim_start_matches('/'))
}

/// Puts another version of the program that came with the build in its place, for those who ask the host and not the app.
pub fn publish_program(folder: &Path, program: &Program) {
    replace(&built_in_program_file(folder), program_file::write(program).as_bytes());
}

/// Puts other bytes in the place of a file and of its compressed siblings.
fn replace(file: &Path, bytes: &[u8]) {
    fs::write(file, bytes).expect("a changed file");
    for end in ["br", "gz"] {
        let _ = fs::remove_file(format!("{}.{end}", file.display()));
    }
}

/// Runs a script in the pages of a copied build before their own, in any engine. Meant for what a page is told of its phone.
pub fn tell_pages(folder: &Path, script: &str) {
    const NAME: &str = "told.js";
    let tag = format!("<head><script src=\"/{NAME}\"></script>");
    fs::write(folder.join(NAME), script).expect("a script");
    let told = |page: &str| {
        let page = fs::read_to_string(folder.join(page)).expect("a page of the build");
        (!page.contains(&tag)).then(|| page.replacen("<head>", &tag, 1))
    };
    // The service worker keeps this one, so it is a new version.
    if let Some(page) = told("index.html") {
        release(folder, "index.html", page.as_bytes(), 1);
    }
    if let Some(page) = told("settings/index.html") {
        replace(&folder.join("settings/index.html"), page.as_bytes());
    }
}

/// Copies a folder with all that is in it; what was at the target before is gone.
pub fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).expect("a new folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// Publishes a new version of the app into the folder: the manifest changes, and with it the service worker's list and version.
pub fn publish_new_version(folder: &Path, number: u32) {
    let mut manifest = fs::read(folder.join("manifest.webmanifest")).expect("the manifest");
    manifest.extend(format!("\n{}", " ".repeat(number as usize)).bytes());
    release(folder, "manifest.webmanifest", &manifest, number);
}

/// Publishes a new version of the app that comes with another program.
pub fn publish_app_with(folder: &Path, program: &Program, number: u32) {
    let path = built_in_program_file(folder);
    let name = path.strip_prefix(folder).expect("below the folder").to_str().expect("a plain name").to_owned();
    release(folder, &name, program_file::write(program).as_bytes(), number);
}

/// Replaces a file, and its row in the service worker's list, and counts up the version.
fn release(folder: &Path, name: &str, new: &[u8], number: u32) {
    let path = folder.join(name);
    let old = fs::read(&path).expect("a file of the build");
    replace(&path, new);
    let script = fs::read_to_string(folder.join("sw.js")).expect("the service worker");
    // The start page goes by the address of the folder.
    let listed = if name == "index.html" { "./" } else { name };
    let row = |bytes: &[u8]| format!("[\"{listed}\",\"{:x}\",{}]", Sha256::digest(bytes), bytes.len());
    assert!(script.contains(&row(&old)), "sw.js lists {name} as {}", row(&old));
    let script = script.replace(&row(&old), &row(new)).replacen("const VERSION = '", &format!("const VERSION = '{number}"), 1);
    fs::write(folder.join("sw.js"), script).expect("a changed service worker");
}

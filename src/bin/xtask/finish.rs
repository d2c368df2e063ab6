//! Trunk's last hook: completes what Trunk built.
//!
//! Splits the app, minifies scripts, writes the notices, lets `siganpyo::publish` make the site of it, and adds the differences from
//! earlier builds.

pub mod budget;
mod difference;
mod earlier;
mod minify;
mod names;
mod notices;
mod split;
mod updates;

use crate::disk;
use crate::failure::Failure;
use crate::step;
use siganpyo::messages::{Language, Refusal};
use siganpyo::publish::{Content, Files, PublishError, Published, Target, check_base, publish, template};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What Trunk tells its hooks.
struct Trunk {
    staging: PathBuf,
    /// The repository.
    source: PathBuf,
    /// Where the app will live on its host; begins and ends with a slash.
    base: String,
    release: bool,
    /// Whether a built-in program with faults is accepted.
    lenient: bool,
}

/// Set for a build that accepts a built-in program with faults.
pub const LENIENT: &str = "SIGANPYO_LENIENT";

/// What an organiser gives, in the repository.
const PUBLIC: &str = "public";

/// Refuses what [`finish`] would refuse minutes later, and returns what the organiser gives.
pub fn check(root: &Path, public_url: &str, lenient: bool) -> Result<Content, Failure> {
    check_base(public_url)?;
    content(root, lenient)
}

/// What the organiser gives.
pub fn content(root: &Path, lenient: bool) -> Result<Content, Failure> {
    Ok(Content::read(&files(&root.join(PUBLIC))?, lenient)?)
}

/// Finishes the build that Trunk is in the middle of.
pub fn finish(root: &Path) -> Result<(), Failure> {
    let trunk = from_environment(root)?;
    step::announce("finish: pages, policy, offline list");
    prepare(&trunk)?;
    let files = files(&trunk.staging)?;
    let content = Content::read(&files, trunk.lenient)?;
    report(&content);
    let target = Target { base: &trunk.base, is_draft: !trunk.release };
    let before: Vec<String> = files.paths().map(str::to_owned).collect();
    let Published { mut files, pages, offline } = publish(files, &content, target)?;
    if offline.is_some() {
        updates::write(&mut files, &trunk.earlier())?;
    }
    write(&trunk.staging, &before, &files)?;
    println!("{pages} pages, {} sessions", content.built_in().sessions.len());
    let Some((kept, version)) = offline else { return Ok(()) };
    println!("{kept} files kept offline, version {version}");
    budget::print(&trunk.staging)
}

/// What only this build does with Trunk's files: it splits the app, minifies scripts, and adds the notices.
fn prepare(trunk: &Trunk) -> Result<(), Failure> {
    let page = trunk.staging.join("index.html");
    let raw = split::split(&trunk.staging, &trunk.linked(), trunk.release, &disk::read_text(&page)?)?;
    let raw = if trunk.release { minified(trunk, &raw)? } else { raw };
    disk::write(&page, raw)?;
    if !trunk.release {
        return Ok(());
    }
    // The one worker that is kept offline.
    split::squeeze(&trunk.staging.join("worker_bg.wasm"))?;
    notices::write(&trunk.staging, &trunk.source)?;
    compress(trunk)
}

/// Compresses the files that every site has as they are: with Node, whose compressor makes them smaller than the library's, which in turn
/// makes the same bytes in a browser as here.
fn compress(trunk: &Trunk) -> Result<(), Failure> {
    let files = disk::files_below(&trunk.staging)?.into_iter().filter(|path| template::is_compressed(path));
    let mut node = Command::new("node");
    node.arg(trunk.source.join("src/bin/xtask/compress.mjs")).args(files.map(|path| trunk.staging.join(path)));
    step::run("compress the app", &mut node, "Node 20 or later is needed")
}

/// Minifies the scripts of the workers and those in the page; returns the page.
fn minified(trunk: &Trunk, raw: &str) -> Result<String, Failure> {
    ["worker", "reader", "sheets", "publisher"].into_iter().try_for_each(|name| {
        let (script, program) = (format!("{name}.js"), format!("{name}_bg.wasm"));
        names::shorten(&trunk.staging.join(script), &trunk.staging.join(program), &[])
    })?;
    let folder = trunk.linked().with_file_name("split");
    minify::service_worker(&trunk.staging.join("sw.js"), &folder)?;
    minify::inline(raw, &folder)
}

/// Says what was left out of programs.
fn report(content: &Content) {
    for (path, warnings) in content.faults() {
        let sentences = warnings.iter().map(|warning| warning.sentence(Language::FALLBACK));
        sentences.for_each(|sentence| println!("warning: {PUBLIC}/{path}: {sentence}"));
    }
}

/// All files in a folder and below.
pub fn files(folder: &Path) -> Result<Files, Failure> {
    let read = |path: String| Ok((path.clone(), disk::read(&folder.join(path))?));
    disk::files_below(folder)?.into_iter().map(read).collect()
}

/// Writes the files of a site into a folder that had those named `before`.
fn write(folder: &Path, before: &[String], files: &Files) -> Result<(), Failure> {
    files.iter().try_for_each(|(path, bytes)| disk::write(&folder.join(path), bytes))?;
    before.iter().filter(|path| !files.has(path)).try_for_each(|path| disk::remove(&folder.join(path)))
}

impl Trunk {
    /// The app as the linker wrote it.
    fn linked(&self) -> PathBuf {
        self.target().join("wasm32-unknown-unknown").join(if self.release { "release" } else { "debug" }).join("app.wasm")
    }

    /// Where earlier builds for this path are remembered.
    fn earlier(&self) -> PathBuf {
        self.target().join("published").join(self.base.replace('/', "+"))
    }

    fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.source.join("target"), PathBuf::from)
    }
}

fn from_environment(root: &Path) -> Result<Trunk, Failure> {
    let hint = "this is Trunk's last step: run `cargo xtask build` or `trunk build`";
    let value = |name: &str| env::var(name).map_err(|_| Failure::new(format!("{name} is not set"), hint));
    Ok(Trunk {
        staging: value("TRUNK_STAGING_DIR")?.into(),
        source: root.to_owned(),
        base: value("TRUNK_PUBLIC_URL")?,
        release: value("TRUNK_PROFILE")? == "release",
        lenient: env::var_os(LENIENT).is_some(),
    })
}

/// The files lie in the repository, and the commands are those of someone who has one.
impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Failure {
        let Refusal { message, hint } = error.refusal(Language::FALLBACK);
        match error {
            PublishError::Unreadable(path, _) | PublishError::Faulty(path, _) => Failure::new(
                message,
                format!(
                    "correct the file; `cargo run --bin siganpyo -- check {PUBLIC}/{path}` says more. `cargo xtask build --lenient` \
                     leaves out what is wrong"
                ),
            ),
            PublishError::Template(problem, hint) => Failure::new(problem, hint),
            PublishError::Base(_) => {
                Failure::new(message, "give --public-url as a path from the host's root, such as / or /pycon/")
            }
            _ => Failure::new(message, format!("{hint} Paths are those below {PUBLIC}/")),
        }
    }
}

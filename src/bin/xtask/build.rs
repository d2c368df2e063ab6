//! The built app: Trunk does it, with `prepare` and `finish` as its hooks, so that `trunk build` alone does the same, if larger (see `lean`).

use crate::disk;
use crate::failure::Failure;
use crate::finish;
use crate::lean;
use crate::published;
use crate::step;
use crate::tools;
use clap::Args;
use std::path::Path;
use std::process::Command;

/// Where a build is put, relative to the repository.
pub const DIST: &str = "dist";

/// What is built, and what is accepted.
#[derive(Args)]
pub struct Build {
    /// Path on the host under which the app will live
    #[arg(long, default_value = "/")]
    public_url: String,
    /// Accept a built-in program with faults: what cannot be read is left out and named
    #[arg(long)]
    lenient: bool,
    /// Address of the published app: refuse a program that may not reach those who have that one, since its id is another
    #[arg(long, value_name = "URL")]
    against: Option<String>,
    /// Accept another id than in the build before
    #[arg(long, conflicts_with = "against")]
    new_id: bool,
}

impl Build {
    /// An app for this path, by all rules.
    pub fn at(public_url: &str) -> Build {
        Build { public_url: public_url.to_owned(), lenient: false, against: None, new_id: false }
    }
}

/// Builds the app into the folder.
pub fn build(root: &Path, build: &Build, dist: &Path) -> Result<(), Failure> {
    // A build that fails must not leave an old one that looks like its result.
    disk::remove_folder(&root.join(dist))?;
    let content = finish::check(root, &build.public_url, build.lenient)?;
    let program = content.built_in();
    match &build.against {
        // What people have counts, whatever was built since.
        Some(site) => compare(root, content.settings.built_in(), site)?,
        None if build.new_id => {}
        None => published::check(root, program)?,
    }
    let trunk = tools::ensure(&tools::TRUNK)?;
    let mut command = Command::new(trunk);
    command.args(["build", "--release", "--public-url", &build.public_url, "--dist"]).arg(dist).current_dir(root);
    // Trunk takes NO_COLOR for a switch of its own and stops at its usual value.
    command.env_remove("NO_COLOR");
    // What stops a build is a file of the organiser, not a fault of Trunk.
    command.env("RUST_BACKTRACE", "0");
    lean::apply(&mut command)?;
    if build.lenient {
        command.env(finish::LENIENT, "1");
    }
    let name = format!("build the app for {} (minutes at first, then half a minute)", build.public_url);
    step::run(&name, &mut command, "the messages above name the file; mend it and run the same command again")?;
    published::remember(root, program)
}

/// Lets the command line compare the built-in program with that of a site: it can fetch, and has the rules.
fn compare(root: &Path, program: &str, site: &str) -> Result<(), Failure> {
    let program = format!("public/{program}");
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--bin", "siganpyo", "--", "--quiet", "--lang", "en", "check", &program, "--against", site]);
    let hint = format!(
        "do what the lines above say, such as `cargo run --bin siganpyo -- import TABLE --against {site} -o {program}`. Before the first \
         publication, build without --against"
    );
    step::run(&format!("compare the program with the one at {site}"), command.current_dir(root), &hint)
}

//! The project's own tasks: `cargo xtask help` lists them.

mod bench;
mod browsers;
mod build;
mod crowd;
mod debian;
mod deny;
mod disk;
mod extension;
mod failure;
mod finish;
mod fonts;
mod fuzz;
mod hosts;
mod lean;
mod prepare;
mod published;
mod release;
mod serve;
mod step;
mod test;
mod tools;
mod watch;

use clap::{Parser, Subcommand};
use failure::Failure;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Tasks of Siganpyo. Tools are fetched as needed, once per machine.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the app into dist/
    Build(build::Build),
    /// Build the app and serve it on this machine
    Run {
        /// 0 takes any free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Path under which to serve
        #[arg(long, default_value = "/")]
        public_url: String,
    },
    /// Serve a development build; rebuild it and reload the page whenever a file is saved
    Watch {
        /// Another one than `run` uses, since browsers keep data by host and port
        #[arg(long, default_value_t = 8081)]
        port: u16,
    },
    /// Serve a built app as a static host would; prints its address first
    Serve {
        /// Folder of the build
        #[arg(long, default_value = build::DIST)]
        dir: PathBuf,
        /// 0 takes any free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Path under which to serve; the one that it was built for
        #[arg(long, default_value = "/")]
        prefix: String,
    },
    /// Run all tests, or some; sets up a browser and builds the app first where they need it
    Test(test::Tests),
    /// Measure how long importing takes, and painting a picture natively and in the worker
    Bench {
        /// Only importing, which needs no browser
        #[arg(long)]
        import: bool,
    },
    /// Measure how web servers on one core take a hall full of people: first visits within ten seconds, and as many further ones
    Crowd {
        /// How many people
        #[arg(default_value_t = 3000)]
        people: usize,
    },
    /// Fuzz everything that reads input from outside
    Fuzz {
        /// For all formats and targets together
        #[arg(long, default_value_t = 80)]
        seconds: u64,
    },
    /// Check licences, duplicates, sources and known vulnerabilities of all dependencies
    Deny,
    /// Measure a built app against the byte budgets
    Budget {
        /// Folder of the build
        #[arg(long, default_value = build::DIST)]
        dir: PathBuf,
    },
    /// Build the command line with the app in it, for people who have no Rust
    Release,
    /// Make the browser extension of a built app, for Chromium and Firefox
    Extension(extension::Wanted),
    /// Make the fonts for the pictures; `siganpyo wallpaper` needs them too
    Fonts,
    /// Fetch tools and make the fonts (Trunk's first hook)
    Prepare,
    /// Complete what Trunk wrote (Trunk's last hook)
    Finish,
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<(), Failure> {
    let root = &root();
    match task {
        Task::Build(wanted) => build::build(root, &wanted, Path::new(build::DIST)),
        Task::Run { port, public_url } => {
            build::build(root, &build::Build::at(&public_url), Path::new(build::DIST))?;
            step::announce("serve the app; stop with Ctrl+C");
            serve::serve(&root.join(build::DIST), port, &public_url)
        }
        Task::Watch { port } => watch::watch(root, port),
        Task::Serve { dir, port, prefix } => serve::serve(&dir, port, &prefix),
        Task::Test(tests) => test::test(root, &tests),
        Task::Bench { import: true } => bench::import(root),
        Task::Bench { import: false } => bench::bench(root),
        Task::Crowd { people } => crowd::crowd(root, people),
        Task::Fuzz { seconds } => fuzz::fuzz(root, seconds),
        Task::Deny => deny::deny(root),
        Task::Budget { dir } => finish::budget::check(&dir),
        Task::Release => release::release(root),
        Task::Extension(wanted) => extension::extension(root, &wanted),
        Task::Fonts => prepare::fonts(root),
        Task::Prepare => prepare::prepare(root),
        Task::Finish => finish::finish(root),
    }
}

/// The repository that cargo was called in. It may be another than this was compiled in: if someone copies a checkout with its target
/// folder, cargo does not compile this again.
fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let is_root = |folder: &&Path| folder.join("Trunk.toml").is_file();
    Path::new(&package).ancestors().find(is_root).expect("packages are in the repository").to_owned()
}

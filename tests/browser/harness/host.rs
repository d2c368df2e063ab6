//! The static host: a process of its own, so that "offline" means that it is gone.

use super::portal::Portal;
use super::programs::{Running, reserve_port};
use super::tar_pit::{Manners, TarPit};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use tokio::net::TcpSocket;

/// Serves one folder under one path, always at the same address.
pub struct Host {
    folder: PathBuf,
    prefix: String,
    port: u16,
    /// Keeps the port reserved while the host is stopped.
    _reserved: TcpSocket,
    process: Option<Running>,
    hung: Option<TcpListener>,
    portal: Option<Portal>,
    tar_pit: Option<TarPit>,
}

impl Host {
    /// Starts serving on any free port.
    pub fn start(folder: &Path, prefix: &str) -> Host {
        let (folder, prefix) = (folder.to_owned(), prefix.to_owned());
        let (reserved, port) = reserve_port();
        let mut host = Host { folder, prefix, port, _reserved: reserved, process: None, hung: None, portal: None, tar_pit: None };
        host.come_back();
        host
    }

    /// Stops: connections are refused.
    pub fn go_away(&mut self) {
        self.process = None;
    }

    /// Accepts connections and never answers.
    pub fn hang(&mut self) {
        self.go_away();
        self.hung = Some(TcpListener::bind(("127.0.0.1", self.port)).expect("the port that is reserved"));
    }

    /// A captive portal answers in its place, with a login page for every address.
    pub fn hide_behind_a_portal(&mut self) {
        self.go_away();
        self.portal = Some(Portal::open(self.port));
    }

    /// Serves the folder at the root of the host, but treats requests for some files as given.
    pub fn turn_into_a_tar_pit(&mut self, manners: &[(&'static str, Manners)]) {
        self.go_away();
        self.tar_pit = Some(TarPit::open(self.port, &self.folder, manners));
    }

    /// How many requests for this file are waiting.
    pub fn holds(&self, file: &str) -> usize {
        self.tar_pit.as_ref().map_or(0, |pit| pit.holds(file))
    }

    /// Starts again at the same address.
    pub fn come_back(&mut self) {
        self.hung = None;
        self.portal = None;
        self.tar_pit = None;
        let mut command = Command::new(xtask());
        command.args(["serve", "--prefix", &self.prefix, "--port", &self.port.to_string(), "--dir"]).arg(&self.folder);
        let started = Running::start(&mut command, |line| line.starts_with("http://").then_some(()));
        let (process, ()) = started.unwrap_or_else(|problem| panic!("{problem}"));
        self.process = Some(process);
    }

    /// The folder that is served.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The address of a place in the app, such as `/plan`.
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{}{}", self.port, self.prefix, path.trim_start_matches('/'))
    }
}

/// What `cargo xtask` runs, beside the command line: cargo tells tests only of programs in their own package.
fn xtask() -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_siganpyo")).with_file_name("xtask");
    assert!(program.is_file(), "{} is not there; `cargo xtask help` builds it", program.display());
    program
}

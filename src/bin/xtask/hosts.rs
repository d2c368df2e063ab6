//! Web servers that test `dist/hosting`, from Debian's packages. They are unpacked and not installed: Debian starts a server as soon as
//! it is installed.

use crate::debian::can_install;
use crate::disk;
use crate::failure::Failure;
use crate::step;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// Where they are put, relative to the repository. tests/hosting looks there.
const FOLDER: &str = "target/hosts";
/// How long fetching one may take, in seconds.
const PATIENCE: &str = "90";

/// A server, the package that it is in, and its place in there.
struct Server {
    name: &'static str,
    package: &'static str,
    program: &'static str,
}

const SERVERS: [Server; 3] = [
    Server { name: "nginx", package: "nginx", program: "usr/sbin/nginx" },
    Server { name: "Caddy", package: "caddy", program: "usr/bin/caddy" },
    Server { name: "Apache httpd", package: "apache2-bin", program: "usr/sbin/apache2" },
];

/// Unpacks those that are not on this machine. Where that fails, the server's tests are skipped.
pub fn fetch(root: &Path) {
    let can_install = can_install();
    if can_install && here(root).len() < SERVERS.len() {
        let mut refresh = Command::new("timeout");
        let _ = step::run("refresh the package lists", refresh.args([PATIENCE, "apt-get", "update", "--quiet"]), "");
    }
    for server in SERVERS.iter().filter(|server| !server.is_here(root)) {
        if !can_install || unpack(server, &root.join(FOLDER)).is_err() || !server.is_here(root) {
            let Server { name, package, .. } = server;
            step::announce(&format!("what is tested with {name} is skipped. It is Debian's {package}"));
        }
    }
}

/// The names of those that tests can start.
pub fn here(root: &Path) -> Vec<&'static str> {
    SERVERS.iter().filter(|server| server.is_here(root)).map(|server| server.name).collect()
}

impl Server {
    fn is_here(&self, root: &Path) -> bool {
        [Path::new("/"), &root.join(FOLDER)].iter().any(|place| place.join(self.program).is_file())
    }
}

/// The package with whatever it needs that is not installed.
fn unpack(server: &Server, folder: &Path) -> Result<(), Failure> {
    let packages = folder.join("packages");
    disk::make_folder(&packages.join("partial"))?;
    let mut place = OsStr::new("Dir::Cache::archives=").to_owned();
    place.push(&packages);
    let mut apt = Command::new("timeout");
    apt.args([PATIENCE, "apt-get", "install", "--download-only", "--yes", "--quiet", "--no-install-recommends", "-o"]);
    apt.arg(place).arg(server.package).env("DEBIAN_FRONTEND", "noninteractive");
    step::run(&format!("fetch {} to test with", server.name), &mut apt, "")?;
    for package in disk::files_below(&packages)?.iter().filter(|path| path.ends_with(".deb")) {
        let mut unpack = Command::new("dpkg-deb");
        unpack.arg("--extract").arg(packages.join(package)).arg(folder);
        step::run(&format!("unpack {package}"), &mut unpack, "")?;
    }
    disk::remove_folder(&packages)
}

//! The hosts, with the configurations that the build wrote: only name, port and folder are put in, as whoever uses them does.

use std::env;
use std::fs;
use std::io::Write as _;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(30);

/// Of Apache httpd: those of Debian's usual set that matter here, and two that a2enmod adds.
const MODULES: &str = "authz_core authz_host mime dir deflate filter negotiation autoindex headers rewrite";
/// As Debian sets it up: a type of its own for packed files, and texts packed on the way.
const USUAL: &str = "AddType application/x-gzip .gz .tgz\nAddLanguage br .br\n\
    AddOutputFilterByType DEFLATE text/html text/plain text/javascript\n\
    <Directory />\nRequire all denied\nAllowOverride None\n</Directory>\n";

/// A copy of a built app in a folder of its own, where a host that runs as nobody can read it. Gone with this value.
pub struct Site {
    /// The path that the app was built for.
    pub base: &'static str,
    /// What the host shows.
    root: PathBuf,
    /// Settings, logs and locks of the host.
    work: PathBuf,
}

impl Site {
    /// One at the root of its host, one below.
    pub fn both() -> [Site; 2] {
        [("/", "SIGANPYO_DIST", "dist"), ("/deep/er/", "SIGANPYO_DIST_SUBPATH", "target/dist-subpath")]
            .map(|(base, variable, usual)| Site::new(base, &env::var_os(variable).map_or_else(|| usual.into(), PathBuf::from)))
    }

    fn new(base: &'static str, build: &Path) -> Site {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        assert!(build.join("index.html").is_file(), "{} holds no build: run `cargo xtask test`, which makes it", build.display());
        let name = format!("siganpyo-hosting-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = env::temp_dir().join(name);
        let site = Site { base, root: folder.join("root"), work: folder.join("work") };
        fs::create_dir_all(&site.work).expect("a folder");
        copy(build, &site.folder());
        // An id may look like the name of a file.
        copy(&build.join("plan"), &site.folder().join("session/intro.js"));
        site
    }

    /// Where the app is.
    pub fn folder(&self) -> PathBuf {
        self.root.join(self.base.trim_matches('/'))
    }

    /// The bytes of a file of the app.
    pub fn read(&self, path: &str) -> Vec<u8> {
        fs::read(self.folder().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// All files in a folder of the app and below it, relative to that folder.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let start = self.folder().join(folder);
        let (mut open, mut found) = (vec![start.clone()], Vec::new());
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                match entry.path() {
                    path if path.is_dir() => open.push(path),
                    path => found.push(path.strip_prefix(&start).expect("below it").to_string_lossy().into_owned()),
                }
            }
        }
        found.sort();
        found
    }

    /// The name of a file in a folder of the app that begins and ends so.
    pub fn one(&self, folder: &str, start: &str, end: &str) -> String {
        let fits = |name: &String| !name.contains('/') && name.starts_with(start) && name.ends_with(end);
        self.files(folder).into_iter().find(fits).unwrap_or_else(|| panic!("{folder} has no {start}…{end}"))
    }

    /// The configuration for one kind of host, with the folder put in.
    fn told(&self, name: &str) -> String {
        let text = fs::read_to_string(self.folder().join("hosting").join(name)).expect("a configuration");
        assert!(text.contains("/var/www/timetable") && text.contains("timetable.example.org"), "{text}");
        text.replace("/var/www/timetable", self.root.to_str().expect("a plain path"))
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.root.parent().expect("a folder"));
    }
}

/// A host that runs. Ended with this value.
pub struct Server {
    pub port: u16,
    process: Child,
}

impl Server {
    /// nginx with nothing loaded beyond what is built in, and packing pages on the way as Debian has it; none where it is not here.
    pub fn nginx(site: &Site) -> Option<Server> {
        let program = find("usr/sbin/nginx", "nginx")?;
        let port = free_port();
        let (work, user) = (site.work.display(), if is_root() { "user root;" } else { "" });
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let temporary: String = temporary.iter().map(|kind| format!("{kind}_temp_path {work}/{kind};\n")).collect();
        let served = site.told("nginx.conf").replace("listen 80;", &format!("listen 127.0.0.1:{port};"));
        let main = format!(
            "{user}\ndaemon off;\npid {work}/pid;\nerror_log {work}/error.log;\nevents {{}}\nhttp {{\naccess_log off;\ngzip on;\n{temporary}{served}}}\n"
        );
        let place = site.write("main.conf", &main);
        let log = site.work.join("error.log");
        Some(Server::start(Command::new(program).arg("-e").arg(log).arg("-c").arg(place).arg("-p").arg(&site.work), port, site))
    }

    /// Caddy without certificates; none where it is not on this machine.
    pub fn caddy(site: &Site) -> Option<Server> {
        let program = find("usr/bin/caddy", "caddy")?;
        let port = free_port();
        let served = site.told("Caddyfile").replace("timetable.example.org", &format!("http://127.0.0.1:{port}"));
        let place = site.write("Caddyfile", &format!("{{\n\tadmin off\n}}\n{served}"));
        let mut command = Command::new(program);
        command.args(["run", "--adapter", "caddyfile", "--config"]).arg(place).env("HOME", &site.work);
        Some(Server::start(command.env("XDG_DATA_HOME", &site.work).env("XDG_CONFIG_HOME", &site.work), port, site))
    }

    /// Apache httpd with the site that the build wrote; none where it is not on this machine.
    pub fn apache(site: &Site) -> Option<Server> {
        Server::apache_with(site, "mpm_event", &site.told("apache.conf"))
    }

    /// The same with a process for each connection, as most hosts had it in 2018 and those with PHP have it still.
    pub fn apache_prefork(site: &Site) -> Option<Server> {
        Server::apache_with(site, "mpm_prefork", &site.told("apache.conf"))
    }

    /// Apache httpd on a shared host, where there is nothing but a file `.htaccess` beside the app.
    pub fn apache_shared(site: &Site) -> Option<Server> {
        let told = site.told("apache.conf");
        let lines = told.split_once("# ----\n").and_then(|(_, rest)| rest.split_once("</Directory>"));
        fs::write(site.folder().join(".htaccess"), lines.expect("what stands in the folder").0).expect("a file of the host");
        let root = site.root.display();
        let served = format!(
            "<VirtualHost *:80>\nDocumentRoot {root}\n<Directory {root}>\nRequire all granted\nAllowOverride FileInfo Options=Indexes,MultiViews Indexes\n</Directory>\n</VirtualHost>\n"
        );
        Server::apache_with(site, "mpm_event", &served)
    }

    fn apache_with(site: &Site, processing: &str, served: &str) -> Option<Server> {
        let program = find("usr/sbin/apache2", "Apache httpd")?;
        let port = free_port();
        let modules = program.with_file_name("../lib/apache2/modules");
        let load = |name: &str| format!("LoadModule {name}_module {}/mod_{name}.so\n", modules.display());
        let work = site.work.display();
        let types = site.write("mime.types", "text/plain txt\n");
        let main = format!(
            "ServerRoot {work}\nPidFile {work}/pid\nErrorLog {work}/error.log\nDefaultRuntimeDir {work}\nMutex file:{work} default\n\
             ServerName localhost\nListen 127.0.0.1:{port}\n{}StartServers 1\n{}TypesConfig {}\n{USUAL}{}",
            std::iter::once(processing).chain(MODULES.split(' ')).map(load).collect::<String>(),
            if is_root() { "User nobody\nGroup nogroup\n" } else { "" },
            types.display(),
            served.replace("*:80", &format!("127.0.0.1:{port}"))
        );
        let place = site.write("apache.conf", &main);
        Some(Server::start(Command::new(program).args(["-D", "FOREGROUND", "-f"]).arg(place), port, site))
    }

    /// `cargo xtask serve`.
    pub fn own(site: &Site) -> Server {
        let port = free_port();
        let mut command = Command::new(xtask());
        command.args(["serve", "--prefix", site.base, "--port", &port.to_string(), "--dir"]).arg(site.folder());
        Server::start(&mut command, port, site)
    }

    /// Starts it and waits until it listens.
    fn start(command: &mut Command, port: u16, site: &Site) -> Server {
        let said = site.write("said.txt", "");
        let errors = fs::OpenOptions::new().append(true).open(&said).expect("the file of a moment ago");
        // What was unpacked and not installed has its libraries beside it.
        let libraries = format!("{}/usr/lib/{}-linux-gnu", unpacked().display(), env::consts::ARCH);
        let name = command.get_program().to_string_lossy().into_owned();
        let process = command.env("LD_LIBRARY_PATH", libraries).stdin(Stdio::null()).stdout(Stdio::null()).stderr(errors).spawn();
        let mut server = Server { port, process: process.unwrap_or_else(|error| panic!("{name} cannot be started: {error}")) };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = server.process.try_wait().expect("a process of ours");
            let is_coming = ended.is_none() && start.elapsed() < PATIENCE;
            assert!(is_coming, "{name} does not answer: {ended:?} {}", fs::read_to_string(&said).unwrap_or_default());
            thread::sleep(Duration::from_millis(20));
        }
        server
    }
}

impl Server {
    /// Lets it and all its processes run on the first core alone, as on the smallest machine that can be rented.
    pub fn keep_to_one_core(&self) {
        let id = self.process.id().to_string();
        let children = Command::new("pgrep").args(["-P", &id]).output().map(|output| output.stdout).unwrap_or_default();
        let children = String::from_utf8_lossy(&children).into_owned();
        for process in children.split_whitespace().chain([id.as_str()]) {
            let _ =
                Command::new("taskset").args(["--all-tasks", "--cpu-list", "--pid", "0", process]).stdout(Stdio::null()).status();
        }
    }
}

impl Site {
    fn write(&self, name: &str, text: &str) -> PathBuf {
        let place = self.work.join(name);
        fs::write(&place, text).expect("a file of the host");
        place
    }
}

impl Drop for Server {
    /// Terminates it instead of killing it, so that its child processes end too.
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

/// What `cargo xtask` runs, beside the command line: cargo tells tests only of programs in their own package.
fn xtask() -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_siganpyo")).with_file_name("xtask");
    assert!(program.is_file(), "{} is not there; `cargo xtask help` builds it", program.display());
    program
}

/// The server of this machine, or the one that `cargo xtask test` unpacked.
fn find(path: &str, name: &str) -> Option<PathBuf> {
    let found = [Path::new("/"), &unpacked()].iter().map(|place| place.join(path)).find(|program| program.is_file());
    if found.is_none() {
        // Not println!, which a passing test swallows.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: what {name} sends. `cargo xtask test` fetches it where it may, as root on Debian"
        );
    }
    found
}

fn unpacked() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/hosts")
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout == b"0\n")
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port on this machine");
    listener.local_addr().expect("a bound listener has an address").port()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a new folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

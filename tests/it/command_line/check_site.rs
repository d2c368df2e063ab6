//! Sites on hosts with one fault each, and in folders and archives, looked at as a phone would.

use super::web::host;
use super::*;
use crate::small_app::app;
use siganpyo::import::{Options, import};
use siganpyo::publish::hosting::{kinds, rules};
use siganpyo::publish::{Content, Files, Target, archive, publish};
use siganpyo::wire::program_file;
use std::process::Output;

/// Where no site has a page.
const NO_PAGE: &str = "no-such-page";

/// What a host sends.
struct Reply {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Reply {
    fn set(&mut self, name: &'static str, value: &str) {
        self.drop(name);
        self.headers.push((name, value.to_owned()));
    }

    fn drop(&mut self, name: &str) {
        self.headers.retain(|(other, _)| *other != name);
    }

    fn page(&mut self, title: &str) {
        self.status = "200 OK";
        self.drop("Content-Encoding");
        self.set("Content-Type", "text/html");
        self.body = format!("<!doctype html><html><title>{title}</title></html>").into_bytes();
    }

    fn lead(&mut self, to: &str) {
        self.status = "301 Moved Permanently";
        self.set("Location", to);
    }

    fn bytes(&self) -> Vec<u8> {
        let headers: String = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        [format!("HTTP/1.1 {}\r\nConnection: close\r\n{headers}\r\n", self.status).as_bytes(), &self.body].concat()
    }
}

fn site(base: &str) -> Files {
    let table = "# id: craft\n# title: Craft Days\n# time_zone: Asia/Seoul\ndate,start,end,title\n2031-05-10,10:00,11:00,Looms\n";
    let program = import(table.as_bytes(), &Options::default()).unwrap().program;
    let mut files = app();
    files.put("site.toml", "programs = 'programs/craft.json'");
    files.put("programs/craft.json", program_file::write(&program));
    files.put("worker_bg.wasm", b"\0asm\x01\0\0\0".repeat(5000));
    let content = Content::read(&files, false).unwrap();
    publish(files, &content, Target { base, is_draft: false }).unwrap().files
}

/// What the rules for hosts say, for a path below the base.
fn right(files: &Files, path: &str) -> Reply {
    let page = format!("{}/index.html", path.trim_end_matches('/'));
    let found = [path, page.trim_start_matches('/')].into_iter().find(|path| files.has(path));
    let (status, file) = found.map_or(("404 Not Found", "404.html"), |file| ("200 OK", file));
    let rules = rules::rules(&[]);
    let mut headers: Vec<_> = rules::rules_of(&rules, path).iter().map(|rule| (rule.header, rule.value.to_string())).collect();
    headers.extend(kinds::media_type(file).map(|kind| ("Content-Type", kind)));
    headers.push(("Server", "nginx/1.22.1".to_owned()));
    let packed = files.bytes(&format!("{file}.gz")).ok();
    headers.extend(packed.map(|_| ("Content-Encoding", "gzip".to_owned())));
    Reply { status, headers, body: packed.unwrap_or_else(|| files.bytes(file).unwrap()).to_vec() }
}

/// The address of a site at this path of a host that answers rightly but for the change.
fn published(base: &'static str, change: impl Fn(&str, &mut Reply) + Send + 'static) -> String {
    host_of(site(base), base, change)
}

fn host_of(files: Files, base: &'static str, change: impl Fn(&str, &mut Reply) + Send + 'static) -> String {
    let host = host(move |address| {
        let mut reply = match address.strip_prefix(base) {
            Some(path) => right(&files, path),
            None => right(&files, "absent"),
        };
        match address.strip_prefix(base) {
            Some(path) => change(path, &mut reply),
            None if format!("{address}/") == base => reply.lead(base),
            None => {}
        }
        reply.bytes()
    });
    format!("{host}{base}")
}

/// The report, and what was said on stderr.
fn checked(source: &str) -> (Value, String, Option<i32>) {
    let Output { stdout, stderr, status } = run(&["check", source, "--json"]);
    let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert!(!stdout.is_empty(), "{stderr}");
    (json(&stdout), stderr, status.code())
}

fn found(report: &Value) -> Vec<&str> {
    report["findings"].as_array().unwrap().iter().map(|finding| finding["finding"].as_str().unwrap()).collect()
}

/// Checks that exactly this is found, and nothing else with it, and that the exit code fits.
#[track_caller]
fn finds(address: &str, expected: &[&str], about: &str) -> Value {
    let (report, said, code) = checked(address);
    assert_eq!(found(&report), expected, "{report:#}");
    let findings = report["findings"].as_array().unwrap();
    let is_hint = findings.iter().all(|finding| finding["grade"] == "hint");
    assert_eq!((code, said.contains("the site has")), (Some(i32::from(!is_hint)), !is_hint), "{said}");
    assert!(findings.iter().all(|finding| !finding["hint"].as_str().unwrap().is_empty()), "{report:#}");
    assert!(findings[0]["about"].to_string().contains(about) || findings[0]["text"].to_string().contains(about), "{report:#}");
    report
}

#[test]
fn a_right_host_has_no_faults() {
    for base in ["/", "/2031/deep/"] {
        let address = published(base, |_, _| {});
        for address in [address.clone(), format!("{address}plan"), format!("{address}index.html")] {
            let (report, said, code) = checked(&address);
            assert_eq!((found(&report), said.as_str(), code), (vec![], "", Some(0)), "{report:#}");
            assert_eq!((&report["base"], &report["program"], &report["host"]), (&base.into(), &"craft".into(), &"nginx".into()));
            assert_eq!(report["fine"].as_array().unwrap().len(), 8);
            assert!(report["offline"]["files"].as_u64().unwrap() > 10 && report["offline"]["bytes"].as_u64().unwrap() > 0);
        }
    }
    let address = published("/2031/", |_, _| {});
    let said = done(&["check", &address]);
    assert!(said.contains("nginx\nopens with Craft Days (craft)\n") && said.contains("\nFine: address, pages, files"), "{said}");
    assert!(done(&["check", address.trim_end_matches('/')]).contains("Fine: address"));
    let korean = done(&["check", &address, "--lang", "ko"]);
    assert!(korean.contains("이상 없음: 주소"), "{korean}");
}

#[test]
fn a_site_is_made_for_the_path_at_which_it_lies() {
    let address = host_of(site("/"), "/2031/", |_, _| {});
    let (report, _, code) = checked(&address);
    assert_eq!((report["findings"][0]["finding"].as_str(), code), (Some("other-base"), Some(1)));
    let said = String::from_utf8(run(&["check", &address]).stdout).unwrap();
    let files = site("/2031/");
    let astray = host_of(files.clone(), "/2031/", move |path, reply| {
        if path.is_empty() {
            reply.drop("Content-Encoding");
            let page = files.text("index.html").unwrap();
            reply.body = page.replace("\"/2031/app-", "\"/elsewhere/app-").into_bytes();
        }
    });
    finds(&astray, &["other-base", "changed"], "made for the path /elsewhere/");
    assert!(said.contains("Grave fault: The site was made for the path / and lies at /2031/") && said.contains("--base /2031/"));
}

#[test]
fn files_are_there_and_whole() {
    let wasm = published("/", |path, reply| {
        if path.ends_with(".wasm") {
            reply.set("Content-Type", "application/octet-stream");
        }
    });
    let report = finds(&wasm, &["media-type"], "worker_bg.wasm");
    assert!(report["findings"][0]["hint"].to_string().contains("hosting/nginx.conf"));
    let login = published("/", |path, reply| {
        if path.ends_with(".otf") {
            reply.page("Welcome to Hotel Wi-Fi");
        }
    });
    finds(&login, &["page-for-file"], "Hotel Wi-Fi");
    let missing = published("/", |path, reply| {
        if path == "fonts/characters.txt" {
            reply.status = "404 Not Found";
        }
    });
    finds(&missing, &["missing"], "characters.txt");
    let cut_off = published("/", |path, reply| {
        if path == "icons/icon.svg" {
            reply.body.truncate(100);
        }
    });
    finds(&cut_off, &["cut-off"], "icon.svg");
    let changed = published("/", |path, reply| {
        if path == "worker.js" {
            reply.drop("Content-Encoding");
            reply.body = b"worker // minified on the way".to_vec();
        }
    });
    finds(&changed, &["changed"], "worker.js");
    let texts = published("/", |path, reply| {
        if path.ends_with(".js") {
            reply.set("Content-Type", "text/plain");
        }
    });
    finds(&texts, &["media-type"], "text/javascript");
    let calendar = published("/", |path, reply| {
        if path.ends_with(".ics") {
            reply.set("Content-Type", "text/plain");
        }
    });
    finds(&calendar, &["media-type"], "calendar/all.ics");
    let overrun = published("/", |path, reply| {
        if path == "reader.js" || path == "icons/icon-192.png" {
            reply.status = "503 Service Unavailable";
        }
    });
    let report = finds(&overrun, &["failing"], "status 503");
    assert!(report["findings"][0]["hint"].to_string().contains("journalctl"), "{report:#}");
    let broken_off = published("/", |path, reply| {
        if path == "reader.js" {
            reply.set("Content-Length", "100000");
        }
    });
    finds(&broken_off, &["unanswered"], "reader.js");
    let closed = published("/", |path, reply| {
        if path == "reader.js" {
            reply.status = "403 Forbidden";
        }
    });
    finds(&closed, &["missing"], "status 403");
}

#[test]
fn packed_files_are_what_they_are_said_to_be() {
    let silent = published("/", |path, reply| {
        if path.ends_with(".otf") {
            reply.drop("Content-Encoding");
        }
    });
    finds(&silent, &["unannounced"], "bold.otf");
    let wrong = published("/", |path, reply| {
        if path == "worker.js" {
            reply.set("Content-Encoding", "br");
        }
    });
    finds(&wrong, &["other-coding"], "worker.js");
    let files = site("/");
    let plain = host_of(site("/"), "/", move |path, reply| {
        if path.ends_with(".wasm") {
            reply.drop("Content-Encoding");
            reply.body = files.bytes(path).unwrap().to_vec();
        }
    });
    finds(&plain, &["uncompressed"], "40 KB in all: worker_bg.wasm");
}

#[test]
fn the_service_worker_is_the_one_of_the_site() {
    let kept = published("/", |path, reply| {
        if path == "sw.js" {
            reply.set("Cache-Control", "public, max-age=31536000, immutable");
        }
    });
    finds(&kept, &["kept-long"], "365 days");
    let ten_minutes = published("/", |path, reply| {
        if path == "sw.js" {
            reply.set("Cache-Control", "max-age=600");
        }
    });
    assert_eq!(checked(&ten_minutes).2, Some(0), "as GitHub Pages does");
    let moved = published("/", |path, reply| {
        if path == "sw.js" {
            reply.lead("/other/sw.js");
        }
    });
    let (report, _, code) = checked(&moved);
    assert!(code == Some(1) && found(&report).contains(&"redirected"), "{report:#}");
    let files = site("/");
    let killed = host_of(site("/"), "/", move |path, reply| {
        if path == "sw.js" {
            reply.body = files.bytes("sw-kill.js").unwrap().to_vec();
        }
    });
    finds(&killed, &["switched-off"], "switched off");
    let other = published("/", |path, reply| {
        if path == "sw.js" {
            reply.body = b"self.addEventListener('fetch', () => {});".to_vec();
        }
    });
    finds(&other, &["no-list"], "sw.js");
}

#[test]
fn pages_answer_where_the_app_has_them_and_nowhere_else() {
    let anything = published("/", |path, reply| {
        if reply.status.starts_with("404") && path != "icons/" {
            reply.status = "200 OK";
        }
    });
    finds(&anything, &["found-anything"], "no-such-page");
    let own = published("/", |_, reply| {
        if reply.status.starts_with("404") {
            reply.page("404 Not Found");
            reply.status = "404 Not Found";
        }
    });
    finds(&own, &["other-not-found"], "status 404");
    let listing = published("/", |path, reply| {
        if path == "icons/" {
            reply.page("Index of /icons/");
        }
    });
    finds(&listing, &["listing"], "icons/");
    let deep = published("/", |path, reply| {
        if path.starts_with("plan") {
            reply.page("Hosting for everyone");
        }
    });
    finds(&deep, &["other-page"], "Hosting for everyone");
    let missing = published("/2031/", |path, reply| {
        if path == "plan" || path == NO_PAGE {
            reply.page("404 Not Found");
            reply.status = "404 Not Found";
        }
    });
    finds(&missing, &["no-page", "other-not-found"], "/2031/plan");
    let failing = published("/", |path, reply| {
        if path == NO_PAGE {
            reply.page("Internal Server Error");
            reply.status = "500 Internal Server Error";
        }
    });
    finds(&failing, &["failing"], NO_PAGE);
    let counted = published("/", |path, reply| {
        if path == "plan" {
            reply.drop("Content-Encoding");
            let page = site("/").text("plan/index.html").unwrap().to_owned();
            reply.body = page.replace("</head>", "<script src=\"//stats.example/c.js\"></script></head>").into_bytes();
        }
    });
    finds(&counted, &["injected"], "stats.example");
    let home = published("/", |path, reply| {
        if path.starts_with("session/") {
            reply.lead("/");
        }
    });
    finds(&home, &["redirected"], "session/");
    let away = published("/2031/", |path, reply| {
        if path == "index.html" {
            reply.lead("/2031/plan");
        }
    });
    finds(&away, &["redirected"], "index.html");
    let usual = published("/2031/", |path, reply| {
        if path == "index.html" {
            reply.lead("/2031/");
        }
    });
    assert_eq!(checked(&usual).2, Some(0), "as many hosts do");
}

#[test]
fn headers_neither_delete_nor_forbid() {
    let deleting = published("/", |path, reply| {
        if path.is_empty() {
            reply.set("Clear-Site-Data", "\"storage\"");
        }
    });
    let report = finds(&deleting, &["clear-site-data"], "deletes people");
    assert_eq!(report["findings"][0]["grade"], "grave");
    let forbidding = published("/", |path, reply| {
        if path.is_empty() {
            reply.set("Content-Security-Policy", "script-src 'self' 'unsafe-inline'");
        }
    });
    finds(&forbidding, &["policy"], "wasm-unsafe-eval");
    let no_workers = published("/", |path, reply| {
        if path == "worker_loader.js" {
            reply.set("Content-Security-Policy", "default-src 'none'");
        }
    });
    finds(&no_workers, &["policy"], "worker_loader.js");
    let sandbox = published("/", |path, reply| {
        if path.is_empty() {
            reply.set("Content-Security-Policy", "sandbox allow-scripts");
        }
    });
    finds(&sandbox, &["policy"], "allow-same-origin");
    let saved = published("/", |path, reply| {
        if path.is_empty() {
            reply.set("Content-Disposition", "attachment");
        }
    });
    let report = finds(&saved, &["saved-instead"], "attachment");
    assert_eq!(report["findings"][0]["grade"], "grave");
    let shut = published("/", |path, reply| {
        if path == "embed.js" {
            reply.set("Cross-Origin-Resource-Policy", "same-site");
        }
    });
    finds(&shut, &["not-embeddable"], "embed.js");
    let bare = published("/", |_, reply| {
        reply.headers.retain(|(name, _)| ["Content-Type", "Content-Encoding"].contains(name));
        reply.set("Server", "GitHub.com");
    });
    let report = finds(&bare, &["not-sent", "not-kept", "not-shared"], "X-Content-Type-Options");
    assert!(report["findings"][0]["hint"].to_string().contains("GitHub Pages"), "{report:#}");
}

#[test]
fn a_manifest_has_what_installing_takes() {
    let with = |from: &'static str, to: &'static str| {
        published("/", move |path, reply| {
            if path == "manifest.webmanifest" {
                reply.drop("Content-Encoding");
                let text = site("/").text("manifest.webmanifest").unwrap().to_owned();
                assert!(text.contains(from));
                reply.body = text.replace(from, to).into_bytes();
            }
        })
    };
    finds(&with("\"icons\"", "\"signs\""), &["changed", "no-icons"], "manifest");
    finds(&with("\"scope\": \"./\"", "\"scope\": \"https://example.org/\""), &["changed", "outside-base"], "manifest");
    finds(&with("{", "["), &["changed", "no-manifest"], "manifest");
    let absent = published("/", |path, reply| {
        if path == "icons/icon-192.png" {
            reply.status = "404 Not Found";
        }
    });
    finds(&absent, &["missing"], "icon-192.png");
    let small = published("/", |path, reply| {
        if path == "icons/icon-512.png" {
            reply.body = site("/").bytes("icons/icon-192.png").unwrap().to_vec();
        }
    });
    finds(&small, &["other-size"], "192x192");
}

#[test]
fn a_folder_and_an_archive_are_checked_without_a_host() {
    let folder = Folder::new("check-site");
    let files = site("/2031/");
    let write = |files: &Files| {
        for (path, bytes) in files.iter() {
            let file = Path::new(&folder.path("site")).join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, bytes).unwrap();
        }
    };
    write(&files);
    let zip = folder.write("site.zip", archive::pack(&files));
    for source in [folder.path("site"), zip] {
        let (report, said, code) = checked(&source);
        assert_eq!((found(&report), said.as_str(), code), (vec![], "", Some(0)), "{report:#}");
        assert_eq!((&report["base"], &report["host"]), (&"/2031/".into(), &"none".into()));
        assert!(done(&["check", &source]).contains("No host was asked"));
    }

    // Files of another version, and one that was lost.
    let mut broken = files.clone();
    broken.put("index.html", files.text("index.html").unwrap().replace("Looms", "Looks"));
    broken.remove("worker.js");
    broken.put("sw.js.br", "old");
    let zip = folder.write("broken.zip", archive::pack(&broken));
    let (report, _, code) = checked(&zip);
    assert_eq!((found(&report), code), (vec!["changed", "missing", "stale-sibling"], Some(1)), "{report:#}");
    let stale = report["findings"][2]["about"].to_string();
    assert!(stale.contains("index.html.br") && stale.contains("index.html.gz") && stale.contains("sw.js.br"), "{stale}");
}

#[test]
fn what_is_no_site_stays_what_it_was() {
    let folder = Folder::new("check-no-site");
    let empty = folder.path("empty");
    std::fs::create_dir(&empty).unwrap();
    assert!(refused(&["check", &empty]).contains("cannot be read"));
    let page = host(|_| web::ok("<!doctype html><html><title>Somebody else</title></html>"));
    assert!(refused(&["check", &page]).contains("Somebody else"));
    let help = run(&["check", "--help"]);
    assert!(String::from_utf8(help.stdout).unwrap().contains("a site: its address, its folder, or a ZIP archive"));
}

#[test]
fn a_site_is_compared_with_what_is_published() {
    let folder = Folder::new("check-site-against");
    let address = published("/", |_, _| {});
    let program = site("/").text("programs/craft.json").unwrap().to_owned();
    let same = folder.write("same.json", &program);
    assert!(done_saying(&["check", &address, "--against", &same]).contains("as published"));
    let other = folder.write("other.json", program.replace("\"craft\"", "\"crafts\""));
    let output = run(&["check", &address, "--against", &other]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
}

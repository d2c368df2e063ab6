//! What hosts send with the built app, when they are told by the files in `dist/hosting`: real ones, each in a process of its own.

mod answer;
mod crowd;
mod server;

use answer::{Answer, get};
use server::{Server, Site};
use std::fs;
use std::process::Command;

const HASHED: &str = "public, max-age=31536000, immutable";
const WORKER: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const BROWSER: &str = "gzip, deflate, br, zstd";

#[test]
fn nginx() {
    everything_is_as_promised(Server::nginx);
}

#[test]
fn caddy() {
    everything_is_as_promised(Server::caddy);
}

#[test]
fn apache() {
    everything_is_as_promised(Server::apache);
}

#[test]
fn apache_on_a_shared_host() {
    everything_is_as_promised(Server::apache_shared);
}

/// The one that the browser tests use.
#[test]
fn our_own() {
    everything_is_as_promised(|site| Some(Server::own(site)));
}

fn everything_is_as_promised(start: impl Fn(&Site) -> Option<Server>) {
    for site in Site::both() {
        let Some(server) = start(&site) else { return };
        let ask = |path: &str, accepted: &str| get(server.port, &format!("{}{path}", site.base), accepted);
        pages(&site, &ask);
        files(&site, &ask);
        workers(&ask);
        siblings(&site, &ask);
        what_is_not_there(&site, &ask);
        as_a_phone_sees_it(&site, &server);
    }
}

/// What its organiser would be told about this host.
fn as_a_phone_sees_it(site: &Site, server: &Server) {
    let address = format!("http://127.0.0.1:{}{}", server.port, site.base);
    let mut check = Command::new(env!("CARGO_BIN_EXE_siganpyo"));
    let output = check.args(["--lang", "en", "check", "--json", &address]).output().expect("the command line");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a report");
    assert!(report["findings"].as_array().is_some_and(Vec::is_empty) && output.status.success(), "{report:#}");
}

fn pages(site: &Site, ask: &dyn Fn(&str, &str) -> Answer) {
    let id = site.files("session").into_iter().find(|path| path.ends_with("/index.html")).expect("a session");
    let session = format!("session/{}", id.trim_end_matches("index.html"));
    for path in ["", "plan/", "wallpaper/", "library/", "settings/", &session, "session/intro.js/"] {
        let page = ask(path, "");
        page.expect(path, 200, "text/html; charset=utf-8");
        page.expect_header(path, "cache-control", "no-cache");
        page.expect_header(path, "content-security-policy", "frame-ancestors 'none'");
        page.expect_guarded(path);
        assert_eq!(page.body, site.read(&format!("{path}index.html")), "{path}");
    }
    // Links in the app have no slash at their ends: answered at once, or after one detour that a browser follows.
    for path in ["plan", session.trim_end_matches('/'), "session/intro.js"] {
        let first = ask(path, "");
        let page =
            if first.status == 200 { first } else { ask(&format!("{path}/"), first.detour(&format!("{}{path}/", site.base))) };
        page.expect(path, 200, "text/html; charset=utf-8");
        assert_eq!(page.body, site.read(&format!("{path}/index.html")), "{path}");
    }
}

fn files(site: &Site, ask: &dyn Fn(&str, &str) -> Answer) {
    let slice = site.one("fonts/slices", "hebrew-", ".gz");
    for (path, media_type, caching) in [
        (site.one("", "app-", ".js"), "text/javascript; charset=utf-8", HASHED),
        (site.one("", "app-", ".wasm"), "application/wasm", HASHED),
        (site.one("", "later-", ".wasm"), "application/wasm", HASHED),
        (format!("fonts/slices/{slice}"), "application/gzip", HASHED),
        ("worker_bg.wasm".to_owned(), "application/wasm", "no-cache"),
        ("fonts/regular.otf".to_owned(), "font/otf", "no-cache"),
        ("fonts/characters.txt".to_owned(), "text/plain; charset=utf-8", "no-cache"),
        ("notices.txt".to_owned(), "text/plain; charset=utf-8", "no-cache"),
        ("manifest.webmanifest".to_owned(), "application/manifest+json", "no-cache"),
        ("icons/icon.svg".to_owned(), "image/svg+xml", "no-cache"),
        ("icons/icon-192.png".to_owned(), "image/png", "no-cache"),
        ("programs/pyconkr-2018.json".to_owned(), "application/json", "no-cache"),
    ] {
        // A slice is unpacked by the app, whatever the browser can unpack.
        for accepted in if path.ends_with(".gz") { ["", BROWSER] } else { ["", "identity"] } {
            let file = ask(&path, accepted);
            file.expect(&path, 200, media_type);
            file.expect_header(&path, "cache-control", caching);
            file.expect_guarded(&path);
            assert_eq!(file.header("content-encoding"), "", "{path}");
            assert!(file.body == site.read(&path), "{path}: other bytes");
        }
    }
    ask("programs/pyconkr-2018.json", "").expect_header("the program", "access-control-allow-origin", "*");
    assert_eq!(ask("manifest.webmanifest", "").header("access-control-allow-origin"), "");
}

fn workers(ask: &dyn Fn(&str, &str) -> Answer) {
    for path in ["worker_loader.js", "worker.js", "reader_loader.js", "reader.js", "sheets_loader.js", "sheets.js", "sw.js"] {
        for accepted in ["", BROWSER] {
            let script = ask(path, accepted);
            script.expect(path, 200, "text/javascript; charset=utf-8");
            script.expect_header(path, "content-security-policy", WORKER);
            script.expect_header(path, "cache-control", "no-cache");
            script.expect_guarded(path);
        }
    }
}

fn siblings(site: &Site, ask: &dyn Fn(&str, &str) -> Answer) {
    let app = site.one("", "app-", ".wasm");
    let page = site.files("session").into_iter().find(|path| path.ends_with("/index.html")).expect("a session");
    let page = format!("session/{page}");
    for (file, media_type) in [
        ("index.html", "text/html; charset=utf-8"),
        (page.as_str(), "text/html; charset=utf-8"),
        (app.as_str(), "application/wasm"),
        ("worker_loader.js", "text/javascript; charset=utf-8"),
        ("fonts/regular.otf", "font/otf"),
        ("programs/pyconkr-2018.json", "application/json"),
    ] {
        let address = file.trim_end_matches("index.html");
        for (accepted, coding, ending) in
            [(BROWSER, "br", "br"), ("br", "br", "br"), ("gzip, deflate", "gzip", "gz"), ("gzip;q=1", "gzip", "gz")]
        {
            let answer = ask(address, accepted);
            answer.expect(address, 200, media_type);
            answer.expect_header(address, "content-encoding", coding);
            answer.expect_guarded(address);
            assert!(
                answer.header("vary").to_lowercase().contains("accept-encoding"),
                "{address}: vary {:?}",
                answer.header("vary")
            );
            assert!(answer.body == site.read(&format!("{file}.{ending}")), "{address} as {coding}: other bytes");
        }
    }
}

fn what_is_not_there(site: &Site, ask: &dyn Fn(&str, &str) -> Answer) {
    for path in [
        "nowhere",
        "nowhere/",
        "session/nobody",
        "nowhere.js",
        "app-0123456789abcdef.js",
        "fonts/nowhere.otf",
        "programs/next.json",
    ] {
        let page = ask(path, "");
        page.expect(path, 404, "text/html; charset=utf-8");
        page.expect_header(path, "cache-control", "no-cache");
        page.expect_guarded(path);
        assert!(page.body == site.read("404.html"), "{path}: another page");
    }
    let packed = ask("nowhere", BROWSER);
    packed.expect("nowhere, packed", 404, "text/html; charset=utf-8");
    assert!(packed.body == site.read(if packed.header("content-encoding") == "br" { "404.html.br" } else { "404.html" }));
}

/// What a person uploads is what the build made, so it must be all there.
#[test]
fn every_kind_of_file_has_a_name_for_what_it_is() {
    let site = Site::both().into_iter().next().expect("a site");
    let told = fs::read_to_string(site.folder().join("hosting/Caddyfile")).expect("a configuration");
    // What hosts read themselves is not sent.
    let is_sent = |path: &&String| !path.starts_with("hosting/") && !path.starts_with(['_', '.']);
    for path in site.files("").iter().filter(is_sent) {
        let ending = path.trim_end_matches(".br").rsplit('.').next().expect("an ending");
        assert!(told.contains(&format!("@{ending} path")), "{path}: add the ending to KINDS in src/publish/hosting/kinds.rs");
    }
}

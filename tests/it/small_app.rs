//! The app without its code, for tests that make sites of it.

use siganpyo::publish::Files;
use std::io::Read;
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The files of the app as a build has them, with something small in place of its code.
pub fn app() -> Files {
    let read = |path: &str| std::fs::read(Path::new(ROOT).join(path)).unwrap();
    let page = String::from_utf8(read("src/index.html")).unwrap();
    let mut page: Vec<&str> = page.lines().filter(|line| !line.contains("data-trunk")).collect();
    // As Trunk writes it for an app at the top of its host.
    let head = page.iter().position(|line| line.contains("</head>")).expect("a head");
    page.insert(head, "<link rel=\"modulepreload\" href=\"/app-0123456789abcdef.js\">");
    let mut app = Files::from_iter([("index.html", page.join("\n"))]);
    app.extend(
        ["embed.js", "manifest.webmanifest", "misplaced.js", "sw.js", "sw-kill.js"]
            .map(|name| (name, read(&format!("public/{name}")))),
    );
    for name in ["icon.svg", "icon-192.png", "icon-512.png", "maskable-512.png", "apple-touch-icon.png"] {
        app.put(format!("icons/{name}"), read(&format!("public/icons/{name}")));
    }
    // A small font in place of two large ones, which take a minute to compress without optimisation.
    let mut font = Vec::new();
    flate2::read::GzDecoder::new(&*read(&small_slice())).read_to_end(&mut font).unwrap();
    app.extend(["regular.otf", "bold.otf"].map(|name| (format!("fonts/{name}"), font.clone())));
    app.extend(["characters.txt", "slices/list.txt"].map(|name| (format!("fonts/{name}"), "")));
    app.extend(
        ["worker", "reader", "sheets", "publisher"]
            .into_iter()
            .flat_map(|name| [(format!("{name}.js"), name), (format!("{name}_loader.js"), name)]),
    );
    app.put("app-0123456789abcdef.js", "app");
    app
}

/// The path of a font with a few characters, as `cargo xtask fonts` has made it.
fn small_slice() -> String {
    let folder = Path::new(ROOT).join("target/fonts/slices");
    let entries = std::fs::read_dir(folder).expect("fonts: run `cargo xtask fonts`").map(Result::unwrap);
    let slices = entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "gz"));
    let smallest = slices.min_by_key(|entry| (entry.metadata().unwrap().len(), entry.path())).expect("slices");
    format!("target/fonts/slices/{}", smallest.file_name().to_str().unwrap())
}

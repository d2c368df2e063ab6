//! Splits the app in two: what a first visit waits for, and the pages that are loaded later.
//!
//! Trunk cannot do this, and it must be done before wasm-bindgen removes the linker's relocations. So this step takes the program as
//! it was linked, splits it where `src/bin/app/deferred_pages.rs` says, does with both parts what Trunk did with the whole, and replaces the whole
//! with them.

use super::names;
use crate::disk;
use crate::failure::Failure;
use crate::step;
use crate::tools;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use lol_html::element;
use sha2::{Digest, Sha256, Sha384};
use siganpyo::publish::rewrite;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The module from which the first part imports the loader of the second. It is merged into the script, so no such file is published.
const LINK: &str = "./later.js";
/// What rustc uses for this target and `.cargo/config.toml`. wasm-opt has to be told, since the parts lack the section that says so.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];
/// What the later part takes from the first one.
const SHARED: [&str; 3] = ["__indirect_function_table", "__wasm_split_shared0", "memory"];
/// What a program need not have. The list of features is for wasm-opt alone, and rustc's stack lies lowest in memory, so that nothing
/// is ever read or written below 1,024.
const UNUSED: [&str; 4] = ["--strip-debug", "--strip-producers", "--strip-target-features", "--low-memory-unused"];
const HINT: &str =
    "delete the folder target/split and build again; if it stays, the versions in src/bin/xtask/tools.rs do not fit";

/// Puts the two parts in the place of the whole program that Trunk wrote, and returns the page that names them.
pub fn split(staging: &Path, linked: &Path, release: bool, html: &str) -> Result<String, Failure> {
    let whole = Whole::find(html)?;
    let folder = linked.with_file_name("split");
    let later = optimised(&parts(linked, &folder)?, release)?;
    bind(&folder)?;
    let later_name = publish(staging, "later", "wasm", &later)?;
    let first = folder.join("bound/first_bg.wasm");
    let script =
        joined(&disk::read_text(&folder.join("bound/first.js"))?, &disk::read_text(&folder.join("later.js"))?, &later_name)?;
    let script = if release { shortened(&script, &first)? } else { script };
    let first_name = publish(staging, "app", "wasm", &optimised(&first, release)?)?;
    let script_name = publish(staging, "app", "js", script.as_bytes())?;
    whole.remove(staging)?;
    whole.replaced(html, &script_name, &first_name, &format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(&script))))
}

/// The script of this program, made small, with short names for what the two share.
fn shortened(script: &str, wasm: &Path) -> Result<String, Failure> {
    let path = wasm.with_file_name("app.js");
    disk::write(&path, script)?;
    names::shorten(&path, wasm, &SHARED)?;
    disk::read_text(&path)
}

/// Names of what Trunk wrote.
struct Whole {
    script: String,
    wasm: String,
}

impl Whole {
    fn find(html: &str) -> Result<Whole, Failure> {
        let name = |selector: &str| -> Result<String, Failure> {
            let address = rewrite::attributes(html, selector, "href")?.into_iter().next();
            let name = address.and_then(|address| address.rsplit('/').next().map(str::to_owned));
            let hint = "keep the link with data-bin=\"app\"";
            Ok(name.ok_or_else(|| rewrite::broken(&format!("Trunk put no {selector} into it"), hint))?)
        };
        Ok(Whole { script: name("link[rel='modulepreload']")?, wasm: name("link[rel='preload'][type='application/wasm']")? })
    }

    fn remove(&self, staging: &Path) -> Result<(), Failure> {
        [&self.script, &self.wasm].into_iter().try_for_each(|name| disk::remove(&staging.join(name)))
    }

    fn replaced(&self, html: &str, script: &str, wasm: &str, integrity: &str) -> Result<String, Failure> {
        let html = html.replace(&self.script, script).replace(&self.wasm, wasm);
        let handler = element!("link[rel='modulepreload']", |element| Ok(element.set_attribute("integrity", integrity)?));
        Ok(rewrite::rewrite(&html, vec![handler])?)
    }
}

/// Whether this is of the streams that come with Leptos for talking to a server of its own. There is none; but what is offered is part of
/// the program, with all that it needs.
fn is_foreign(export: &str) -> bool {
    let name = export.strip_prefix("__wbindgen_describe_").unwrap_or(export);
    name.strip_prefix("__wbg_").unwrap_or(name).starts_with("intounderlying")
}

/// Writes both parts into the folder and returns the path of the second one.
fn parts(linked: &Path, folder: &Path) -> Result<PathBuf, Failure> {
    let wasm = names::without_exports(&disk::read(linked)?, is_foreign)?;
    disk::make_folder(folder)?;
    let first = folder.join("first.wasm");
    let mut options = wasm_split_cli_support::Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.link_name = LINK;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| Failure::new(format!("{} cannot be split: {error}", linked.display()), HINT))?;
    match <[PathBuf; 1]>::try_from(split.split_modules) {
        Ok([later]) => Ok(later),
        Err(parts) => Err(Failure::new(format!("the app has {} later parts and should have one", parts.len()), HINT)),
    }
}

/// With the exports of the linker, among them the table and the memory that the later part shares.
fn bind(folder: &Path) -> Result<(), Failure> {
    let mut command = Command::new(tools::ensure(&tools::WASM_BINDGEN)?);
    command
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir"])
        .arg(folder.join("bound"))
        .arg(folder.join("first.wasm"));
    step::run("bind the app's first part", &mut command, HINT)
}

/// Optimises a program once more that Trunk has optimised, which makes it smaller again.
pub fn squeeze(wasm: &Path) -> Result<(), Failure> {
    // Once: until nothing changes it would have fewer bytes, and more of them compressed.
    let small = small(wasm, &["-Oz"])?;
    disk::write(wasm, small)?;
    disk::remove(&wasm.with_extension("small.wasm"))
}

/// The program, optimised for size in a build for publishing.
fn optimised(wasm: &Path, release: bool) -> Result<Vec<u8>, Failure> {
    if release { small(wasm, &["-Oz", "--converge"]) } else { disk::read(wasm) }
}

fn small(wasm: &Path, passes: &[&str]) -> Result<Vec<u8>, Failure> {
    let small = wasm.with_extension("small.wasm");
    let mut command = Command::new(tools::ensure(&tools::WASM_OPT)?);
    command.args(passes).args(UNUSED).args(FEATURES).arg("-o").arg(&small).arg(wasm);
    step::run("make a part of the app small", &mut command, HINT)?;
    disk::read(&small)
}

/// Writes the file under a name that changes with its bytes, and returns the name.
fn publish(staging: &Path, name: &str, end: &str, bytes: &[u8]) -> Result<String, Failure> {
    let hash = format!("{:x}", Sha256::digest(bytes));
    let name = format!("{name}-{}.{end}", &hash[..16]);
    disk::write(&staging.join(&name), bytes)?;
    Ok(name)
}

/// The script of the first part with the loader of the second one in it, so that a first visit has one file less to fetch.
fn joined(script: &str, loader: &str, later: &str) -> Result<String, Failure> {
    let import = script.lines().find(|line| line.starts_with("import * as ") && line.contains(LINK));
    let name = import.and_then(|import| import.split(' ').nth(3));
    let loader = loader.split_once("let sharedImports").and_then(|(_, rest)| rest.split_once("export const "));
    let (Some(import), Some(name), Some((runtime, load))) = (import, name, loader) else {
        return Err(Failure::new("wasm-bindgen's script or the loader of the later part is not as expected", HINT));
    };
    let load = load.split(' ').next().unwrap_or_default();
    // Like wasm-bindgen's own loader, this one also works where a host sends WebAssembly with another media type.
    let fetcher = format!(
        "() => {{ const file = fetch(new URL('./{later}', import.meta.url)); file.catch(() => {{}}); \
         return async (imports) => __wbg_load(await file, imports); }}"
    );
    let link = format!("const {name} = {{ {load}: wrapAsyncCb(makeLoad({fetcher}, [])) }};");
    Ok(format!("{}\nlet sharedImports{runtime}{link}\n", script.replacen(import, "", 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_moves_into_the_script() {
        let script = "import * as import1 from \"./later.js\"\nuse(import1);\n";
        let loader =
            "import { initSync } from \"./main.js\";\nlet sharedImports = undefined;\nexport const load_it = wrap(url(\"x\"));\n";
        let joined = joined(script, loader, "later-1.wasm").expect("one script");
        assert!(!joined.contains("import * as") && !joined.contains("./main.js"), "{joined}");
        assert!(joined.starts_with("\nuse(import1);\n\nlet sharedImports = undefined;\nconst import1 = { load_it: "), "{joined}");
        assert!(joined.contains("new URL('./later-1.wasm', import.meta.url)"), "{joined}");
    }

    #[test]
    fn a_page_names_the_parts_instead_of_the_whole() {
        let html = "<link rel=\"modulepreload\" href=\"./app-1.js\" integrity=\"x\"><link rel=\"preload\" href=\"./app-1_bg.wasm\" type=\"application/wasm\">\
                    <script type=\"module\">import init from './app-1.js'; init('./app-1_bg.wasm');</script>";
        let whole = Whole::find(html).expect("a page of Trunk's");
        let page = whole.replaced(html, "app-2.js", "app-3.wasm", "sha384-new").expect("a page");
        assert!(page.contains("href=\"./app-2.js\" integrity=\"sha384-new\"") && page.contains("init('./app-3.wasm')"), "{page}");
        assert!(!page.contains("app-1"), "{page}");
        assert!(Whole::find("<p>").is_err());
    }
}

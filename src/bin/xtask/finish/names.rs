//! Short names between a program and its script.
//!
//! wasm-bindgen names each thing that the two share by what it does and by sixteen figures of a hash, in both files. Nothing else
//! reads these names, and hashes do not compress: in the app they are a sixteenth of what a first visit fetches.

use super::minify;
use crate::disk;
use crate::failure::Failure;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::ops::Range;
use std::path::Path;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{ExportSectionReader, ImportSectionReader, Parser, Payload};

const HINT: &str = "the version of wasm-bindgen in src/bin/xtask/tools.rs does not fit to src/bin/xtask/finish/names.rs";

/// Makes a script small, and gives both files short names for what they share. The names `kept` stay: others know them.
pub fn shorten(script: &Path, program: &Path, kept: &[&str]) -> Result<(), Failure> {
    disk::write(script, without_classes(&disk::read_text(script)?))?;
    // First, since afterwards only properties and texts have these names, and no variable can be called like a short one.
    minify::file(script)?;
    let (short, wasm) = shortened(&disk::read_text(script)?, &disk::read(program)?, kept)?;
    disk::write(script, short)?;
    disk::write(program, wasm)
}

/// The program without some of what it offers.
pub fn without_exports(wasm: &[u8], is_dropped: impl Fn(&str) -> bool) -> Result<Vec<u8>, Failure> {
    let kept = |name: &str| (!is_dropped(name)).then(|| name.to_owned());
    let replace = |payload: &Payload, module: &mut Module| {
        let Payload::ExportSection(section) = payload else { return Ok(false) };
        module.section(&exports(section, kept)?);
        Ok(true)
    };
    rewritten(wasm, replace).map_err(broken)
}

/// The script without the classes that libraries offer to other scripts: nobody imports them from ours.
fn without_classes(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut classes: Vec<&str> = Vec::new();
    let mut end: Option<fn(&str) -> bool> = None;
    for line in script.lines() {
        if let Some(is_end) = end {
            end = (!is_end(line)).then_some(is_end);
        } else if let Some(class) = line.strip_prefix("export class ") {
            classes.push(class.trim_end_matches([' ', '{']));
            end = Some(|line| line == "}");
        } else if classes.iter().any(|class| line.starts_with(&format!("const {class}Finalization = "))) {
            end = Some(|line| line.ends_with(';'));
        } else if !classes.iter().any(|class| line.starts_with(&format!("if (Symbol.dispose) {class}."))) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// Script and program with short names, and without what the program offers and the script does not take.
fn shortened(script: &str, wasm: &[u8], kept: &[&str]) -> Result<(String, Vec<u8>), Failure> {
    let mentioned: BTreeSet<&str> = words(script).map(|range| &script[range]).collect();
    let mut names = Names { mentioned, kept, short: BTreeMap::new(), modules: BTreeMap::new() };
    let wasm = names.applied(wasm).map_err(broken)?;
    Ok((names.replaced(script), wasm))
}

fn broken(error: impl Display) -> Failure {
    Failure::new(format!("the program that wasm-bindgen wrote cannot be read: {error}"), HINT)
}

/// What is called how from now on.
struct Names<'a> {
    mentioned: BTreeSet<&'a str>,
    kept: &'a [&'a str],
    short: BTreeMap<String, String>,
    modules: BTreeMap<String, String>,
}

type Outcome<T> = Result<T, wasm_encoder::reencode::Error>;

impl Names<'_> {
    /// The program with new names.
    fn applied(&mut self, wasm: &[u8]) -> Outcome<Vec<u8>> {
        rewritten(wasm, |payload, module| {
            match payload {
                Payload::ImportSection(section) => module.section(&self.imports(section.clone())?),
                Payload::ExportSection(section) => module.section(&exports(section, |name| self.exported(name))?),
                _ => return Ok(false),
            };
            Ok(true)
        })
    }

    fn imports(&mut self, section: ImportSectionReader) -> Outcome<ImportSection> {
        let mut imports = ImportSection::new();
        for import in section.into_imports() {
            let import = import?;
            let count = self.modules.len();
            let module = self.modules.entry(import.module.to_owned()).or_insert_with(|| short(count)).clone();
            let name = self.name(import.name);
            imports.import(&module, &name, RoundtripReencoder.entity_type(import.ty)?);
        }
        Ok(imports)
    }

    /// What is exported under which name, if the script takes it.
    fn exported(&mut self, long: &str) -> Option<String> {
        if self.kept.contains(&long) {
            return Some(long.to_owned());
        }
        self.mentioned.contains(long).then(|| self.name(long))
    }

    fn name(&mut self, long: &str) -> String {
        let count = self.short.len();
        self.short.entry(long.to_owned()).or_insert_with(|| short(count)).clone()
    }

    /// The script with new names.
    fn replaced(&self, script: &str) -> String {
        let mut replaced = String::with_capacity(script.len());
        let mut done = 0;
        for range in words(script) {
            if let Some(short) = self.short.get(&script[range.clone()]) {
                replaced.push_str(&script[done..range.start]);
                replaced.push_str(short);
                done = range.end;
            }
        }
        replaced.push_str(&script[done..]);
        self.modules
            .iter()
            .fold(replaced, |script, (long, short)| script.replace(&format!("\"{long}\""), &format!("\"{short}\"")))
    }
}

/// The exports that have a name from now on.
fn exports(section: &ExportSectionReader, mut named: impl FnMut(&str) -> Option<String>) -> Outcome<ExportSection> {
    let mut exports = ExportSection::new();
    for export in section.clone() {
        let export = export?;
        if let Some(name) = named(export.name) {
            exports.export(&name, RoundtripReencoder.export_kind(export.kind)?, export.index);
        }
    }
    Ok(exports)
}

/// The program with each section as it was, unless it was replaced: the function writes another one and says so.
fn rewritten(wasm: &[u8], mut replace: impl FnMut(&Payload, &mut Module) -> Outcome<bool>) -> Outcome<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if !replace(&payload, &mut module)?
            && let Some((id, range)) = payload.as_section()
        {
            module.section(&RawSection { id, data: &wasm[bounds(range)] });
        }
    }
    Ok(module.finish())
}

/// Where a section lies in memory.
fn bounds(range: Range<u64>) -> Range<usize> {
    range.start as usize..range.end as usize
}

/// Where the names and numbers of a script are.
fn words(script: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + script[rest..].find(is_of_name)?;
        let length = script[start..].find(|letter| !is_of_name(letter)).unwrap_or(script.len() - start);
        rest = start + length;
        Some(start..rest)
    })
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$')
}

/// The name with this number: a to z, A to Z, then two letters.
fn short(number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let last = LETTERS[number % LETTERS.len()] as char;
    match number / LETTERS.len() {
        0 => last.to_string(),
        more => format!("{}{last}", short(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind};

    #[test]
    fn no_two_names_are_the_same() {
        let names: BTreeSet<String> = (0..10_000).map(short).collect();
        assert_eq!(names.len(), 10_000);
        assert_eq!([0, 51, 52, 53, 104].map(short), ["a", "Z", "aa", "ab", "ba"]);
    }

    #[test]
    fn script_and_program_are_renamed_alike_and_what_nobody_takes_is_gone() {
        let (mut imports, mut exports) = (ImportSection::new(), ExportSection::new());
        imports.import("./x_bg.js", "__wbg_now_1234", EntityType::Function(0));
        exports.export("run_5678", ExportKind::Func, 0).export("memory", ExportKind::Memory, 0).export(
            "unused",
            ExportKind::Func,
            0,
        );
        let mut module = Module::new();
        module.section(&imports).section(&exports);
        let script = r#"const i={"./x_bg.js":{__wbg_now_1234:()=>Date.now()}};w.run_5678(w.memory,"run_56789")"#;
        let (script, wasm) = shortened(script, &module.finish(), &["memory"]).expect("a program");
        assert_eq!(script, r#"const i={"a":{a:()=>Date.now()}};w.b(w.memory,"run_56789")"#);

        let (mut imports, mut exports) = (ImportSection::new(), ExportSection::new());
        imports.import("a", "a", EntityType::Function(0));
        exports.export("b", ExportKind::Func, 0).export("memory", ExportKind::Memory, 0);
        let mut renamed = Module::new();
        renamed.section(&imports).section(&exports);
        assert_eq!(wasm, renamed.finish());
    }

    #[test]
    fn classes_go_with_what_belongs_to_them() {
        let script = "import x;\nexport class Sink {\n    close() {\n    }\n}\nif (Symbol.dispose) Sink.prototype[Symbol.dispose] = Sink.prototype.free;\n\
                      const SinkFinalization = (typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {} }\n    : new FinalizationRegistry(ptr => 1);\nlet wasm;\n";
        assert_eq!(without_classes(script), "import x;\nlet wasm;\n");
    }
}

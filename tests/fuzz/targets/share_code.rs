//! A share code for a small program: the picks that are read are sessions of the program, and give the same picks when
//! encoded again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use siganpyo::export::{code_in, decode, encode};
use siganpyo::program::Program;
use siganpyo::wire::program_file;
use std::sync::LazyLock;

static PROGRAM: LazyLock<Program> =
    LazyLock::new(|| program_file::read(include_str!("../../../public/programs/pyconkr-2018.json")).expect("a program"));

fuzz_target!(|text: &str| {
    let code = code_in(text).unwrap_or(text);
    let Ok(decoded) = decode(code, &PROGRAM) else { return };
    assert!(decoded.plan.picks().all(|pick| PROGRAM.session(&pick.session).is_some()));
    assert!(decoded.plan.picks().count() + decoded.unknown.len() <= code.len() / 4);
    let again = decode(&encode(&decoded.plan, &PROGRAM), &PROGRAM).expect("our own code");
    let ids = |plan: &siganpyo::plan::Plan| plan.picks().map(|pick| (pick.session.clone(), pick.priority)).collect::<Vec<_>>();
    assert_eq!(ids(&again.plan), ids(&decoded.plan));
});

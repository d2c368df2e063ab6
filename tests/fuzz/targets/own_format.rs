//! A stored program file, read directly and through the gate. If both accept it, the programs are the same.
#![no_main]

mod rules;

use libfuzzer_sys::fuzz_target;
use siganpyo::import::admit;
use siganpyo::wire::program_file;

fuzz_target!(|text: &str| {
    let Ok(program) = program_file::read(text) else { return };
    assert!(program_file::read(&program_file::write(&program)).as_ref() == Ok(&program));
    if let Ok(admitted) = admit(program.clone()) {
        rules::check_program(&admitted.program);
        assert!(admitted.program.sessions.len() <= program.sessions.len(), "nothing is made up");
    }
});
